import GoSyntax
import GoTypes
import MachineCode

extension FunctionLowering {
  /// The slots that an instruction completes when it writes the last word of a value at `destination`.
  func completed(_ destination: Operand, size: Int) -> [Int32] {
    destination.offset == 0 && slots[Int(destination.slot)].size == size ? [destination.slot] : []
  }

  /// The first word of an interface of type `target` that holds a `source`.
  func loadInterfaceWord(_ source: TypeID, _ target: TypeID, into destination: Operand) {
    if case .emptyInterface = types[target].shape {
      loadAddress(.typeWord(source), into: destination)
    } else {
      loadAddress(.itab(program.itab(target, source)), into: destination)
    }
  }

  /// Assigns an expression to an interface of another type.
  func convertToInterface(_ expr: Expr, _ target: TypeID, into destination: Operand) {
    let source = type(of: expr)
    let facts = types[source]
    if facts.isInterface { return convertInterface(operand(expr), source, target, into: destination) }
    program.noteBoxed(source)
    if facts.isDirect {
      let value = operand(expr, as: source)
      loadInterfaceWord(source, target, into: destination)
      emit(
        member(.move8, width: word), destination.advanced(by: word), value,
        writes: completed(destination, size: 2 * word))
      return
    }
    let verdict = escape.boxings[expr.id] ?? escape.expressions[expr.id]
    if verdict?.placement == .stack, info.constant(expr) == nil {
      let box = backing("boxed value", .backing, source)
      evaluate(expr, as: source, into: box)
      loadInterfaceWord(source, target, into: destination)
      loadAddress(of: .frame(box), source, into: destination.advanced(by: word))
      nodes[nodes.count - 1].writes += completed(destination, size: 2 * word)
      return
    }
    if let constant = info.constant(expr), boxConstant(constant, source, target, into: destination) { return }
    let value = operand(expr, as: source)
    let site = program.site(
      AllocSite(
        type: source, span: expr.span, reason: .boxing, function: id, explanation: verdict?.explanation ?? ""))
    loadInterfaceWord(source, target, into: destination)
    emit(
      .box, destination.advanced(by: word), value, .immediate(site), writes: completed(destination, size: 2 * word))
  }

  /// A constant in an interface needs no block: its bytes stand in the read-only data.
  private func boxConstant(
    _ constant: Constant, _ source: TypeID, _ target: TypeID, into destination: Operand
  ) -> Bool {
    let facts = types[source]
    let offset: Int
    if let bytes = ConstantBytes.bytes(constant, facts) {
      offset = program.readOnly.offset(ofValue: bytes)
    } else if let string = constant.stringValue, facts.isString {
      offset = program.readOnly.offset(ofStringHeader: string, wordSize: word)
    } else {
      return false
    }
    loadInterfaceWord(source, target, into: destination)
    loadAddress(.readOnly(offset), into: destination.advanced(by: word))
    nodes[nodes.count - 1].writes += completed(destination, size: 2 * word)
    return true
  }

  /// Converts a value of a concrete type that lies in a slot.
  func convertSlotToInterface(_ value: Operand, _ source: TypeID, _ target: TypeID, into destination: Operand) {
    let facts = types[source]
    if source == target { return move(value, to: destination, target) }
    if facts.isInterface { return convertInterface(value, source, target, into: destination) }
    program.noteBoxed(source)
    if facts.isDirect {
      loadInterfaceWord(source, target, into: destination)
      emit(
        member(.move8, width: word), destination.advanced(by: word), value,
        writes: completed(destination, size: 2 * word))
      return
    }
    let site = program.site(AllocSite(type: source, span: currentSpan, reason: .boxing, function: id))
    loadInterfaceWord(source, target, into: destination)
    emit(
      .box, destination.advanced(by: word), value, .immediate(site), writes: completed(destination, size: 2 * word))
  }

  /// Assigns a value to another type, where both are the same or the target is an interface.
  func convertSlot(_ value: Operand, _ source: TypeID, to target: TypeID) -> Operand {
    if source == target || !types[target].isInterface { return value }
    let result = temporary(target)
    convertSlotToInterface(value, source, target, into: result)
    return result
  }

  private func convertInterface(_ value: Operand, _ source: TypeID, _ target: TypeID, into destination: Operand) {
    let (from, to) = (types[source], types[target])
    if types.id(from.under) == types.id(to.under) { return move(value, to: destination, target) }
    if case .emptyInterface = to.shape {
      if case .emptyInterface = from.shape { return move(value, to: destination, target) }
      // Through a temporary, since the destination may be the source.
      let typeWord = temporary(types.uintptr)
      emit(.interfaceType, typeWord, value)
      moveBytes(typeWord, to: destination, word)
      emit(
        member(.move8, width: word), destination.advanced(by: word), value.advanced(by: word),
        writes: completed(destination, size: 2 * word))
      return
    }
    program.itabCandidates.addInterface(target)
    emit(
      .assertInterface, w: Int(assertFlags(source, target).union(.convert).rawValue), destination, value,
      .immediate(target.rawValue))
  }

  func assertFlags(_ source: TypeID, _ target: TypeID) -> AssertFlags {
    var flags = AssertFlags()
    if case .emptyInterface = types[source].shape { flags.insert(.fromEmpty) }
    if case .emptyInterface = types[target].shape { flags.insert(.toEmpty) }
    return flags
  }

  // MARK: - Assertions

  /// `x.(T)`; with `ok` the comma-ok form.
  func typeAssertion(_ base: Expr, _ target: TypeID, into destination: Operand, ok: Operand?) {
    let source = type(of: base)
    let value = operand(base)
    if types[target].isInterface {
      if !isEmptyInterface(target) { program.itabCandidates.addInterface(target) }
      var flags = assertFlags(source, target)
      guard let ok else {
        emit(.assertInterface, w: Int(flags.rawValue), destination, value, .immediate(target.rawValue))
        return
      }
      flags.insert(.commaOK)
      let result = temporary(structure([types[target].type, .basic(.bool)]))
      emit(
        .assertInterface, w: Int(flags.rawValue), result, value, .immediate(target.rawValue), writes: [result.slot])
      move(result, to: destination, target)
      move(result.advanced(by: 2 * word), to: ok, types.bool)
      return
    }
    let (differs, done) = (newLabel(), newLabel())
    branchUnlessHolds(value, source, target, to: differs)
    loadHeldValue(value, target, into: destination)
    if let ok { emit(.const8, ok, .immediate(1 as Int32)) }
    jump(done)
    place(differs)
    if let ok {
      zero(destination, target)
      emit(.const8, ok, .immediate(0 as Int32))
    } else {
      var dynamic = value
      if !isEmptyInterface(source) {
        dynamic = temporary(types.uintptr)
        emit(.interfaceType, dynamic, value)
      }
      emit(.panicAssert, dynamic, .immediate(target.rawValue), .immediate(source.rawValue))
    }
    place(done)
  }

  func isEmptyInterface(_ type: TypeID) -> Bool {
    if case .emptyInterface = types[type].shape { return true }
    return false
  }

  /// Jumps unless the interface in a slot holds a value of the concrete type.
  func branchUnlessHolds(_ value: Operand, _ source: TypeID, _ target: TypeID, to label: Label) {
    let wanted = temporary(types.uintptr)
    if isEmptyInterface(source) || !program.implements(target, source) {
      loadAddress(.typeWord(target), into: wanted)
    } else {
      loadAddress(.itab(program.itab(source, target)), into: wanted)
    }
    emit(member(.jumpNe8, width: word), value, wanted, .label(label))
  }

  /// The value that an interface holds, known to be of the concrete type.
  func loadHeldValue(_ value: Operand, _ type: TypeID, into destination: Operand) {
    let data = value.advanced(by: word)
    if types[type].isDirect {
      moveBytes(data, to: destination, word)
    } else {
      load(.memory(data, offset: 0, isChecked: true), type, into: destination)
    }
  }
}
