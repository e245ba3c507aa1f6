import GoEscape
import GoSyntax
import GoTypes
import MachineCode
import SourceText

/// What a closure block holds behind its code word.
struct CapturedValue {
  enum Source {
    /// A variable of the enclosing function: its value, or its address.
    case variable(Variable, byReference: Bool)
    /// A value that was evaluated (receivers, arguments of deferred calls).
    case value(Operand)
  }
  var name: String
  /// Of the variable or value.
  var type: TypeID
  var source: Source
}

extension FunctionLowering {
  /// The block of a closure: its type and each captured value's offset.
  func closureBlock(_ captured: [CapturedValue]) -> (type: TypeID, offsets: [Int]) {
    let fields = captured.map { value -> GoType in
      if case .variable(_, true) = value.source { return .pointer(types[value.type].type) }
      return types[value.type].type
    }
    let block = structure([.basic(.uintptr)] + fields, names: ["code"] + captured.map(\.name))
    guard case .structure(let structure) = types[block].under else { return (block, []) }
    return (block, types.offsets(of: structure).dropFirst().map { Int($0) })
  }

  /// Puts a func value into a slot: a static word where nothing is captured, else a block.
  func makeClosureValue(
    _ function: FunctionID, _ captured: [CapturedValue], node: NodeID, reason: AllocReason, verdict: Placement,
    explanation: String, name: String, into destination: Operand
  ) {
    if captured.isEmpty {
      return loadAddress(.readOnly(program.readOnly.offset(of: function, wordSize: word)), into: destination)
    }
    let (block, offsets) = closureBlock(captured)
    let address = temporary(types.pointer(to: block))
    let place: Place
    if verdict == .stack {
      let slot = backing(name, .backing, block)
      slots[Int(slot.slot)].isAddressed = true
      zero(slot, block)
      place = .frame(slot)
    } else {
      emitNew(address, block, reason: reason, span: currentSpan, explanation: explanation)
      place = .memory(address, offset: 0, isChecked: true)
    }
    let code = temporary(types.uintptr)
    emit(word == 8 ? .const64 : .const32, code, .code(function))
    store(code, types.uintptr, to: place)
    for (value, offset) in zip(captured, offsets) {
      let field = self.place(place, advancedBy: offset, value.type)
      switch value.source {
      case .value(let slot): store(slot, value.type, to: field)
      case .variable(let variable, let byReference):
        let home = self.place(of: variable)
        if byReference {
          let pointer = self.address(of: home, value.type)
          store(pointer, types.pointer(to: value.type), to: field)
        } else {
          store(read(home, value.type), value.type, to: field)
        }
      }
    }
    if case .frame = place {
      loadAddress(of: place, block, into: destination)
    } else {
      move(address, to: destination, types.pointer(to: block))
    }
  }

  /// A function literal's value.
  func makeClosure(_ expr: Expr, _ body: Block, into destination: Operand) {
    let variables = info.closures[expr.id]?.captures ?? []
    let captured = variables.filter { $0.kind != .package }.map { variable in
      CapturedValue(
        name: variable.name, type: type(variable.type),
        source: .variable(variable, byReference: !escape.capturedByValue.contains(ObjectIdentifier(variable))))
    }
    let function = literalFunction(expr, body, captured)
    let verdict = escape.expressions[expr.id]
    makeClosureValue(
      function, captured, node: expr.id, reason: .closure, verdict: verdict?.placement ?? .heap,
      explanation: verdict?.explanation ?? "", name: "func literal", into: destination)
  }

  /// The function of a literal, translated when its turn comes.
  private func literalFunction(_ expr: Expr, _ body: Block, _ captured: [CapturedValue]) -> FunctionID {
    // A loop body's literals are numbered with the function around the loop.
    let namer = rangeRoot ?? self
    namer.closureCount += 1
    let name =
      namer.isLiteral ? "\(namer.name).\(namer.closureCount)" : "\(namer.name).func\(namer.closureCount)"
    let (block, offsets) = closureBlock(captured)
    let (program, substitution, isLibrary) = (program, substitution, isLibrary)
    let signature = signature(of: expr)
    // The parameters' objects are those of the signature before substitution.
    var declared = signature
    if case .signature(let original) = under(info.type(of: expr)) { declared = original }
    return program.newFunction { id in
      let lowering = FunctionLowering(
        program, id: id, name: name, node: expr.id, span: expr.span, isLibrary: isLibrary,
        substitution: substitution)
      lowering.isLiteral = true
      lowering.openClosure(captured, block, offsets)
      lowering.lowerBody(receiver: nil, declared, body)
    }
  }

  /// Reads the captured values into slots of their own: the first instructions of a function with captures.
  func openClosure(_ captured: [CapturedValue], _ block: TypeID, _ offsets: [Int]) {
    guard !captured.isEmpty else { return }
    currentSpan = .at(span.startPosition)
    let closure = Operand(slot: newSlot("closure", .closure, types.pointer(to: block), span: span))
    emit(.getClosure, closure)
    for (value, offset) in zip(captured, offsets) {
      let place = Place.memory(closure, offset: offset, isChecked: true)
      switch value.source {
      case .variable(let variable, let byReference):
        let type = byReference ? types.pointer(to: value.type) : value.type
        let span = Span.at(variable.position, length: max(1, variable.name.utf8.count))
        let slot = Operand(slot: newSlot(variable.name, byReference ? .escaped : .local, type, span: span))
        load(place, type, into: slot)
        beginScope(slot)
        storage[ObjectIdentifier(variable)] = byReference ? .escaped(slot) : .frame(slot)
        captures.append(
          Capture(name: variable.name, type: value.type, byReference: byReference, offset: Int32(offset)))
      case .value:
        let slot = Operand(slot: newSlot(value.name, .local, value.type, span: span))
        load(place, value.type, into: slot)
        beginScope(slot)
        openedValues.append(slot)
        captures.append(Capture(name: value.name, type: value.type, byReference: false, offset: Int32(offset)))
      }
    }
  }

  /// A declared function as a func value.
  func loadFunction(_ function: Function, _ expr: Expr, into destination: Operand) {
    if function.isIntrinsic {
      guard let id = program.intrinsicWrapper(function) else {
        return notSupported("function \(function.qualifiedName)", at: expr.span.startPosition)
      }
      return loadAddress(.readOnly(program.readOnly.offset(of: id, wordSize: word)), into: destination)
    }
    let id = program.function(function, arguments: typeArguments(expr))
    loadAddress(.readOnly(program.readOnly.offset(of: id, wordSize: word)), into: destination)
  }

  // MARK: - Methods as values

  /// `x.m`: a closure that holds the receiver.
  func methodValue(_ expr: Expr, _ base: Expr, _ selection: Selection, into destination: Operand) {
    guard let method = resolve(selection) else {
      return notSupported("this method value", at: expr.span.startPosition)
    }
    let found = fieldPlace(base, method.path)
    let receiver: TypeID
    let value: Operand
    if types[method.holder].isInterface {
      receiver = method.holder
      value = read(found.place, found.type)
      emit(.nilCheck, value)
    } else {
      receiver = receiverType(method)
      value = temporary(receiver)
      loadReceiver(found.place, found.type, method, into: value)
    }
    let captured = [CapturedValue(name: "receiver", type: receiver, source: .value(value))]
    let function = program.boundMethod(method, captured, self)
    let verdict = escape.expressions[expr.id]
    makeClosureValue(
      function, captured, node: expr.id, reason: .methodValue, verdict: verdict?.placement ?? .heap,
      explanation: verdict?.explanation ?? "", name: "method value", into: destination)
  }

  /// `T.m`: a function whose first parameter is the receiver.
  func methodExpression(_ expr: Expr, _ selection: Selection, into destination: Operand) {
    guard let method = resolve(selection) else {
      return notSupported("this method expression", at: expr.span.startPosition)
    }
    let receiver = type(selection.receiver)
    let id = program.methodExpression(receiver, method)
    loadAddress(.readOnly(program.readOnly.offset(of: id, wordSize: word)), into: destination)
  }
}
