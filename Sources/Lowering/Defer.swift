import GoEscape
import GoSyntax
import GoTypes
import MachineCode
import SourceText

extension FunctionLowering {
  func deferStatement(_ statement: Stmt, _ call: Expr) {
    let verdict = escape.deferred[statement.id]
    let function = deferredFunction(call, verdict?.placement ?? .heap, suffix: "deferwrap")
    if let mark = rangeBody?.deferMark {
      emit(.deferAtMark, function, mark, .immediate(deferSite(statement.span, verdict?.explanation)))
    } else if loopDepth == 0 {
      let record = backing("deferred call", .deferRecord, deferRecord)
      slots[Int(record.slot)].isAddressed = true
      emit(.deferStack, function, record)
    } else {
      emit(.deferHeap, function, .none, .immediate(deferSite(statement.span, verdict?.explanation)))
    }
  }

  private func deferSite(_ span: Span, _ explanation: String?) -> Int32 {
    program.site(
      AllocSite(
        type: deferRecord, span: span, reason: .deferRecord, function: id, explanation: explanation ?? ""))
  }

  /// What `defer` in the bodies of a range-over-func loop needs of the function around the loop: a mark of its frame.
  func deferMark(_ loop: Span) -> Operand {
    let mark = temporary(types.pointer(to: deferRecord))
    emit(.deferMark, mark, .none, .immediate(deferSite(loop, "deferred calls of the loop body go before it")))
    return mark
  }

  var deferMarkType: TypeID { types.pointer(to: deferRecord) }

  /// A record's words are 8 bytes on every architecture; the first two, link and closure, are pointers.
  private var deferRecord: TypeID {
    let pointer: [GoType] = [.basic(.unsafePointer)] + (word == 8 ? [] : [.basic(.uint32)])
    let rest = Array(repeating: GoType.basic(.uint64), count: RuntimeLayout.deferRecordWords - 2)
    return structure(
      pointer + pointer + rest, names: word == 8 ? ["link", "func", "sp", "pc"] : ["link", "", "func", "", "sp", "pc"])
  }

  func goStatement(_ statement: Stmt, _ call: Expr) {
    let function = deferredFunction(call, .heap, suffix: "gowrap")
    let site = program.site(
      AllocSite(type: types.uintptr, span: statement.span, reason: .runtime("goroutine"), function: id))
    emit(.go, function, .none, .immediate(site))
  }

  /// A func() value for a call whose function and arguments are evaluated now and which is made later.
  private func deferredFunction(_ expr: Expr, _ placement: Placement, suffix: String) -> Operand {
    let call = parenless(expr)
    let result = temporary(types.id(.signature(Signature(params: [], results: [], isVariadic: false))))
    guard case .call(let functionExpr, var arguments, var hasEllipsis) = call.kind else { return result }
    let function = parenless(functionExpr)
    if let builtin = builtin(function) {
      deferredBuiltin(builtin, call, arguments, hasEllipsis, placement, suffix, into: result)
      return result
    }
    if info.finding(function)?.mode == .type {
      notSupported("a deferred conversion", at: call.span.startPosition)
      return result
    }
    // `f([]T{x, y}...)` is `f(x, y)`: the literal is made when f is called.
    var slice = call
    if hasEllipsis, let last = arguments.last.map(parenless), case .composite(_, let elements, _) = last.kind,
      !elements.isEmpty, elements.allSatisfy({ $0.key == nil }), case .slice = facts(last).under
    {
      arguments = arguments.dropLast() + elements.map(\.value)
      (slice, hasEllipsis) = (last, false)
    }
    let signature = signature(of: function)
    if signature.params.isEmpty && signature.results.isEmpty {
      if let selection = info.selections[function.id], selection.kind == .method {
        // A method: wrapped below.
      } else if case .function(let object)? = object(function), object.isIntrinsic {
        // Wrapped below.
      } else {
        evaluate(function, into: result)
        // Go faults when a nil function is called, not when it is deferred.
        return result
      }
    }
    var captured: [CapturedValue] = []
    func capture(_ name: String, _ value: Operand, _ type: TypeID) {
      captured.append(CapturedValue(name: name, type: type, source: .value(value)))
    }
    let target: DeferredTarget
    let layout: CallLayout
    var first = 0
    if let selection = info.selections[function.id], selection.kind == .method,
      case .selector(let base, _) = function.kind, let method = resolve(selection)
    {
      prepare([base] + arguments)
      for argument in arguments where hasCall(argument) { hoist(argument) }
      let found = fieldPlace(base, method.path)
      first = 1
      if types[method.holder].isInterface {
        let value = temporary(method.holder)
        load(found.place, found.type, into: value)
        emit(.nilCheck, value)
        capture("receiver", value, method.holder)
        layout = self.layout(method.signature, receiver: types.unsafePointer)
        target = .interface(method: methodIndex(method))
      } else {
        let receiver = receiverType(method)
        let value = temporary(receiver)
        loadReceiver(found.place, found.type, method, into: value)
        capture("receiver", value, receiver)
        layout = self.layout(method.signature, receiver: receiver)
        target = .function(
          .function(program.function(method.function, arguments: receiverArguments(method.holder))), hasReceiver: true)
      }
    } else if case .function(let object)? = object(function) {
      prepare(arguments)
      for argument in arguments where hasCall(argument) { hoist(argument) }
      layout = self.layout(signature)
      guard let callee = callee(object, function) else { return result }
      target = .function(callee, hasReceiver: false)
    } else {
      prepare([function] + arguments)
      for argument in arguments where hasCall(argument) { hoist(argument) }
      let value = stableOperand(function, as: type(of: function))
      capture("function", value, type(of: function))
      layout = self.layout(signature)
      target = .closure
    }
    let parameters = Array(layout.parameters.dropFirst(first))
    for (index, kept) in keepArguments(arguments, hasEllipsis, signature, parameters.map(\.type)).enumerated() {
      capture("argument \(index + 1)", kept.slot, kept.type)
    }
    let isPacked = signature.isVariadic && !hasEllipsis
    wrap(captured, placement, suffix, call.span, into: result) { [types] lowering in
      var values = lowering.openedValues[...]
      let callee: Callee
      switch target {
      case .function(let static_, let hasReceiver):
        callee = static_
        if hasReceiver {
          let type = layout.parameters[0].type
          lowering.move(values.removeFirst(), to: lowering.outgoing(0, type), type)
        }
      case .closure: callee = .closure(values.removeFirst())
      case .interface(let method): callee = .interface(values.removeFirst(), method: method)
      }
      let fixed = isPacked ? parameters.count - 1 : parameters.count
      if isPacked, let last = parameters.last, case .slice(let element) = types[last.type].under {
        let extra = values.dropFirst(fixed).map { Argument.value($0, types.id(element)) }
        lowering.packVariadic(slice, extra, last.type, into: lowering.outgoing(last.offset, last.type))
      }
      for (value, parameter) in zip(values, parameters.prefix(fixed)) {
        lowering.move(value, to: lowering.outgoing(parameter.offset, parameter.type), parameter.type)
      }
      _ = lowering.emitCall(callee, layout)
    }
    return result
  }

  private enum DeferredTarget {
    case function(Callee, hasReceiver: Bool)
    case closure
    case interface(method: Int)
  }

  /// Builtins keep the arguments that are not constants.
  private func deferredBuiltin(
    _ builtin: Builtin, _ call: Expr, _ arguments: [Expr], _ hasEllipsis: Bool, _ placement: Placement,
    _ suffix: String, into result: Operand
  ) {
    prepare(arguments)
    for argument in arguments where hasCall(argument) { hoist(argument) }
    var captured: [CapturedValue] = []
    var keys: [NodeID] = []
    for argument in arguments where info.constant(argument) == nil && !isNil(argument) {
      let type = type(of: argument)
      let value = stableOperand(argument, as: type)
      captured.append(CapturedValue(name: "argument", type: type, source: .value(value)))
      keys.append(argument.id)
    }
    wrap(captured, placement, suffix, call.span, into: result) { lowering in
      for (key, value) in zip(keys, lowering.openedValues) { lowering.hoisted[key] = value }
      lowering.evaluateBuiltin(builtin, call, arguments, hasEllipsis, into: nil)
    }
  }

  /// Makes a wrapper function with captured values and its closure.
  private func wrap(
    _ captured: [CapturedValue], _ placement: Placement, _ suffix: String, _ span: Span, into result: Operand,
    body: @escaping (FunctionLowering) -> Void
  ) {
    let namer = rangeRoot ?? self
    namer.wrapperCount += 1
    let wrapperName = "\(namer.name).\(suffix)\(namer.wrapperCount)"
    let (block, offsets) = closureBlock(captured)
    let (program, substitution, isLibrary) = (program, substitution, isLibrary)
    let function = program.newFunction { id in
      let lowering = FunctionLowering(
        program, id: id, name: wrapperName, node: NodeID(-1), span: span, isLibrary: isLibrary, isWrapper: true,
        substitution: substitution)
      lowering.openClosure(captured, block, offsets)
      lowering.openFrame(Signature(params: [], results: [], isVariadic: false))
      body(lowering)
      lowering.emitReturn()
      lowering.finish()
    }
    makeClosureValue(
      function, captured, node: NodeID(-1), reason: .closure, verdict: placement, explanation: "",
      name: suffix == "deferwrap" ? "deferred call" : "started call", into: result)
  }
}
