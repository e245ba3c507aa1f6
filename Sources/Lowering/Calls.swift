import GoSyntax
import GoTypes
import MachineCode
import SourceText

/// A method as a selector in this instance of a function finds it.
struct ResolvedMethod {
  var function: Function
  /// The embedded fields to pass.
  var path: [Int]
  /// The type that has the method: a defined type or an interface.
  var holder: TypeID
  /// Without receiver.
  var signature: Signature
}

/// An argument before it is passed.
enum Argument {
  case expression(Expr)
  /// One of several results of a call.
  case value(Operand, TypeID)
}

extension FunctionLowering {
  func evaluateCall(_ expr: Expr, _ type: TypeID, into destination: Operand) {
    guard case .call(let function, let arguments, let hasEllipsis) = expr.kind else { return }
    if info.finding(function)?.mode == .type {
      return conversion(expr, arguments[0], type, into: destination)
    }
    if let builtin = builtin(function) {
      return evaluateBuiltin(builtin, expr, arguments, hasEllipsis, into: destination)
    }
    if let result = call(expr).first { move(result, to: destination, type) }
  }

  /// Makes a call; returns the slots of its results, to be read before the next call.
  func call(_ expr: Expr) -> [Operand] {
    guard case .call(let functionExpr, let arguments, let hasEllipsis) = expr.kind else { return [] }
    var function = functionExpr
    while case .paren(let inner) = function.kind { function = inner }
    if let selection = info.selections[function.id], selection.kind == .method,
      case .selector(let base, _) = function.kind
    {
      return callMethod(expr, base, selection, arguments, hasEllipsis)
    }
    if case .function(let object)? = object(function) {
      let signature = signature(of: function)
      prepareArguments(arguments)
      let layout = layout(signature)
      passArguments(expr, arguments, hasEllipsis, signature, layout, first: 0)
      guard let callee = callee(object, function) else { return layout.results.map { temporary($0.type) } }
      return emitCall(callee, layout)
    }
    // A func value.
    let signature = signature(of: function)
    prepareArguments([function] + arguments)
    var value = argumentsCall(arguments) ? stableOperand(function, as: type(of: function)) : operand(function)
    if slots[Int(value.slot)].kind == .outgoing {
      // The result of another call, where this one's arguments go.
      let copy = temporary(type(of: function))
      move(value, to: copy, type(of: function))
      value = copy
    }
    let layout = layout(signature)
    passArguments(expr, arguments, hasEllipsis, signature, layout, first: 0)
    return emitCall(.closure(value), layout)
  }

  private func argumentsCall(_ arguments: [Expr]) -> Bool { arguments.contains(where: hasCall) }

  func signature(of function: Expr) -> Signature {
    if case .signature(let signature) = under(substitution(info.type(of: function))) { return signature }
    return Signature(params: [], results: [], isVariadic: false)
  }

  /// A declared function named by an expression, with its type arguments.
  func callee(_ function: Function, _ expr: Expr) -> Callee? {
    if function.isIntrinsic { return intrinsic(function, at: expr).map { .intrinsic($0) } }
    return .function(program.function(function, arguments: typeArguments(expr)))
  }

  private func intrinsic(_ function: Function, at expr: Expr) -> Intrinsic? {
    if let intrinsic = program.intrinsics[function.qualifiedName] {
      program.note(intrinsic, function)
      return intrinsic
    }
    notSupported("function \(function.qualifiedName)", at: expr.span.startPosition)
    return nil
  }

  func typeArguments(_ expr: Expr) -> [GoType] {
    switch expr.kind {
    case .paren(let inner): return typeArguments(inner)
    case .index(let base, _):
      return (info.instances[expr.id] ?? info.instances[base.id])?.map { substitution($0) } ?? typeArguments(base)
    case .selector(_, let name):
      return (info.instances[expr.id] ?? info.instances[name.id])?.map { substitution($0) } ?? []
    default: return info.instances[expr.id]?.map { substitution($0) } ?? []
    }
  }

  // MARK: - Methods

  /// The method that a selector means once type parameters have been replaced.
  func resolve(_ selection: Selection) -> ResolvedMethod? {
    guard case .function(var method) = selection.object else { return nil }
    let receiver = substitution(selection.receiver)
    var path = selection.path
    if isTypeParameter(selection.receiver) {
      guard
        let member = lookupFieldOrMethod(
          receiver, isAddressable: true, package: method.package, name: method.name
        ).member, let found = member.method
      else { return nil }
      (method, path) = (found, member.path)
    }
    // The type at the end of the path.
    var holder = unalias(receiver)
    for index in path {
      if case .pointer(let base) = under(holder) { holder = base }
      guard case .structure(let structure) = under(holder) else { return nil }
      holder = unalias(structure.fields[index].type)
    }
    if case .pointer(let base) = holder { holder = unalias(base) }
    var signature = method.signature
    if case .named(let named) = holder, !method.isInterfaceMethod {
      signature = named.signature(of: method)
    } else if case .interface(let interface) = under(holder) {
      signature = interface.allMethods.first { $0.name == method.name }?.signature ?? signature
    }
    return ResolvedMethod(function: method, path: path, holder: types.id(holder), signature: signature)
  }

  private func isTypeParameter(_ type: GoType) -> Bool {
    if case .pointer(let base) = unalias(type) { return base.isTypeParam }
    return type.isTypeParam
  }

  /// The type arguments of a method's receiver.
  func receiverArguments(_ holder: TypeID) -> [GoType] {
    if case .named(let named) = types[holder].type { return named.typeArguments }
    return []
  }

  /// The type of the receiver parameter.
  func receiverType(_ method: ResolvedMethod) -> TypeID {
    method.function.hasPointerReceiver ? types.pointer(to: method.holder) : method.holder
  }

  /// The place of an interface's method in its itab.
  func methodIndex(_ method: ResolvedMethod) -> Int {
    guard case .interface(let interface) = types[method.holder].under else { return 0 }
    return interface.allMethods.firstIndex {
      $0.name == method.function.name && (isExported($0.name) || $0.package === method.function.package)
    } ?? 0
  }

  private func callMethod(
    _ expr: Expr, _ base: Expr, _ selection: Selection, _ arguments: [Expr], _ hasEllipsis: Bool
  ) -> [Operand] {
    guard let method = resolve(selection) else {
      notSupported("this method call", at: expr.span.startPosition)
      return []
    }
    prepareArguments([base] + arguments)
    let pending = argumentsCall(arguments)
    if types[method.holder].isInterface {
      let found = fieldPlace(base, method.path)
      var (value, type) = (read(found.place, found.type), found.type)
      if case .pointer(let pointed) = types[type].under {
        type = types.id(pointed)
        value = read(.memory(value, offset: 0, isChecked: false), type)
      }
      if pending || slots[Int(value.slot)].kind == .outgoing {
        let copy = temporary(type)
        move(value, to: copy, type)
        value = copy
      }
      let layout = layout(method.signature, receiver: types.unsafePointer)
      passArguments(expr, arguments, hasEllipsis, method.signature, layout, first: 1)
      return emitCall(.interface(value, method: methodIndex(method)), layout)
    }
    let receiver = receiverType(method)
    let layout = layout(method.signature, receiver: receiver)
    if pending {
      // The argument with a call is evaluated first; the receiver is stable.
      passArguments(expr, arguments, hasEllipsis, method.signature, layout, first: 1)
      loadReceiver(base, method, into: outgoing(0, receiver))
    } else {
      loadReceiver(base, method, into: outgoing(0, receiver))
      passArguments(expr, arguments, hasEllipsis, method.signature, layout, first: 1)
    }
    return emitCall(
      .function(program.function(method.function, arguments: receiverArguments(method.holder))), layout)
  }

  /// The receiver as the method wants it: its address taken or followed.
  func loadReceiver(_ base: Expr, _ method: ResolvedMethod, into destination: Operand) {
    let found = fieldPlace(base, method.path)
    loadReceiver(found.place, found.type, method, into: destination)
  }

  func loadReceiver(_ place: Place, _ type: TypeID, _ method: ResolvedMethod, into destination: Operand) {
    if case .pointer(let pointed) = types[type].under {
      if method.function.hasPointerReceiver { return load(place, type, into: destination) }
      if types.id(pointed) == method.holder {
        let pointer = read(place, type)
        return load(.memory(pointer, offset: 0, isChecked: false), method.holder, into: destination)
      }
    }
    if method.function.hasPointerReceiver {
      loadAddress(of: place, type, into: destination)
    } else {
      load(place, type, into: destination)
    }
  }

  // MARK: - Arguments

  /// As `prepare`, for operands that go to the outgoing area: all calls but the last one are made ahead, and the last too unless
  /// everything else is stable.
  private func prepareArguments(_ operands: [Expr]) { prepare(operands) }

  func passArguments(
    _ expr: Expr, _ arguments: [Expr], _ hasEllipsis: Bool, _ signature: Signature, _ layout: CallLayout, first: Int
  ) {
    // f(g()) with several results.
    if arguments.count == 1, case .tuple(let elements) = info.type(of: arguments[0]) {
      let values = spread(arguments[0], elements).map { Argument.value($0.0, $0.1) }
      return pass(expr, values, hasEllipsis: false, signature, layout, first)
    }
    pass(expr, arguments.map { .expression($0) }, hasEllipsis: hasEllipsis, signature, layout, first)
  }

  func parenless(_ expr: Expr) -> Expr {
    var expr = expr
    while case .paren(let inner) = expr.kind { expr = inner }
    return expr
  }

  private func pass(
    _ expr: Expr, _ arguments: [Argument], hasEllipsis: Bool, _ signature: Signature, _ layout: CallLayout,
    _ first: Int
  ) {
    let parameters = layout.parameters.dropFirst(first).map { $0 }
    let isPacked = signature.isVariadic && !hasEllipsis
    let fixed = isPacked ? parameters.count - 1 : parameters.count
    // The one argument whose call has not been made yet goes first: it uses the outgoing area itself.
    var early: Int?
    for (index, argument) in arguments.enumerated() {
      if case .expression(let e) = argument, hasCall(e) { early = index }
    }
    if let index = early {
      guard index < fixed, case .expression(let e) = arguments[index] else {
        if case .expression(let e) = arguments[index] { hoistFully(e) }
        return pass(expr, arguments, hasEllipsis: hasEllipsis, signature, layout, first)
      }
      let target = parameters[index]
      // A conversion to an interface writes one word before it reads the call's results, which lie there too.
      let isConverted = types[target.type].isInterface && type(of: e) != target.type
      if writesLast(e), !isConverted {
        evaluate(e, as: target.type, into: outgoing(target.offset, target.type))
      } else {
        let value = operand(e, as: target.type)
        move(value, to: outgoing(target.offset, target.type), target.type)
      }
    }
    for (index, argument) in arguments.prefix(fixed).enumerated() where index != early {
      let target = parameters[index]
      pass(argument, as: target.type, into: outgoing(target.offset, target.type))
    }
    if isPacked, let last = parameters.last {
      packVariadic(
        expr, Array(arguments.dropFirst(fixed)), last.type, into: outgoing(last.offset, last.type))
    }
  }

  /// Evaluates an expression to a temporary that is used when its turn comes.
  private func hoistFully(_ expr: Expr) {
    let result = temporary(type(of: expr))
    evaluate(expr, into: result)
    hoisted[expr.id] = result
  }

  /// The destination is written by the last instruction only.
  private func writesLast(_ expr: Expr) -> Bool {
    switch expr.kind {
    case .paren(let inner): return writesLast(inner)
    case .call(let function, _, _): return info.finding(function)?.mode != .type && builtin(function) == nil
    case .binary(let op, _, _): return !op.isLogical && !facts(expr).isComplex
    default: return false
    }
  }

  private func pass(_ argument: Argument, as target: TypeID, into destination: Operand) {
    switch argument {
    case .expression(let expr): evaluate(expr, as: target, into: destination)
    case .value(let value, let source): convertSlotToInterfaceOrMove(value, source, target, into: destination)
    }
  }

  func convertSlotToInterfaceOrMove(_ value: Operand, _ source: TypeID, _ target: TypeID, into destination: Operand) {
    if types[target].isInterface && source != target {
      convertSlotToInterface(value, source, target, into: destination)
    } else {
      move(value, to: destination, target)
    }
  }

  /// The slice of a variadic call's extra arguments.
  func packVariadic(_ expr: Expr, _ arguments: [Argument], _ sliceType: TypeID, into destination: Operand) {
    guard case .slice(let elementType) = types[sliceType].under else { return }
    if arguments.isEmpty { return zero(destination, sliceType) }
    let element = types.id(elementType)
    let array = types.id(.array(types[element].type, length: Int64(arguments.count)))
    let size = types[element].size
    let pointer = temporary(types.pointer(to: array))
    let place = allocateBlock(
      array, node: expr.id, reason: .variadicSlice, name: "... argument", address: pointer, zeroes: true)
    for (index, argument) in arguments.enumerated() {
      let target = self.place(place, advancedBy: index * size, element)
      if case .frame(let slot) = target {
        pass(argument, as: element, into: slot)
      } else {
        switch argument {
        case .expression(let e): storeExpression(e, element, to: target)
        case .value(let value, let source):
          store(convertSlot(value, source, to: element), element, to: target)
        }
      }
    }
    if case .frame = place { loadAddress(of: place, array, into: pointer) }
    moveBytes(pointer, to: destination, word)
    loadConstant(arguments.count, into: destination.advanced(by: word), size: word)
    loadConstant(arguments.count, into: destination.advanced(by: 2 * word), size: word)
  }
}

extension FunctionLowering {
  /// Evaluates the arguments of a call that is made later into slots of their own. Those of a variadic call stay single: their
  /// slice is made where the call is (typecheck.FixVariadicCall on the wrapper's call, Go 1.23).
  func keepArguments(
    _ arguments: [Expr], _ hasEllipsis: Bool, _ signature: Signature, _ parameters: [TypeID]
  ) -> [(slot: Operand, type: TypeID)] {
    var values = arguments.map { Argument.expression($0) }
    if arguments.count == 1, case .tuple(let elements) = info.type(of: arguments[0]) {
      values = spread(arguments[0], elements).map { .value($0.0, $0.1) }
    }
    var extra: TypeID?
    if signature.isVariadic, !hasEllipsis, let last = parameters.last, case .slice(let element) = types[last].under {
      extra = types.id(element)
    }
    let fixed = extra == nil ? parameters : parameters.dropLast()
    return values.enumerated().map { index, value in
      let type = index < fixed.count ? fixed[index] : extra ?? parameters[index]
      let slot = temporary(type)
      pass(value, as: type, into: slot)
      return (slot, type)
    }
  }
}
