import GoSyntax
import GoTypes
import MachineCode
import SourceText

extension FunctionLowering {
  /// A builtin's value, or its effect where it has none.
  func evaluateBuiltin(
    _ builtin: Builtin, _ expr: Expr, _ arguments: [Expr], _ hasEllipsis: Bool, into destination: Operand?
  ) {
    let result = type(of: expr)
    func wanted() -> Operand { destination ?? temporary(result) }
    switch builtin {
    case .len, .cap: length(builtin, arguments[0], into: wanted())
    case .append: append(expr, arguments, hasEllipsis, result, into: wanted())
    case .copy: copy(arguments, into: wanted())
    case .new: allocate(expr, type(of: arguments[0]), reason: .new, into: wanted())
    case .make: make(expr, arguments, result, into: wanted())
    case .delete:
      prepare(arguments)
      guard case .map(let key, _) = facts(arguments[0]).under else { return }
      let map = operand(arguments[0])
      let keySlot = operand(arguments[1], as: types.id(key))
      emit(.mapDelete, w: Int(type(of: arguments[0]).rawValue), map, keySlot)
    case .clear: clear(arguments[0])
    case .close: emit(.closeChan, operand(arguments[0]))
    case .panic: emit(.panic, operand(arguments[0], as: types.id(emptyInterface)))
    case .recover: emit(.recover, wanted())
    case .print, .println: print(arguments, isLine: builtin == .println)
    case .min, .max: minMax(builtin, arguments, result, into: wanted())
    case .complex:
      prepare(arguments)
      let half = types[result].size / 2
      let part = types.id(.basic(half == 4 ? .float32 : .float64))
      let value = temporary(result)
      evaluate(arguments[0], as: part, into: value)
      evaluate(arguments[1], as: part, into: value.advanced(by: half))
      move(value, to: wanted(), result)
    case .real: move(operand(arguments[0]), to: wanted(), result)
    case .imag: move(operand(arguments[0]).advanced(by: types[result].size), to: wanted(), result)
    case .unsafeAdd:
      prepare(arguments)
      let pointer = operand(arguments[0])
      emit(member(.add8, width: word), wanted(), pointer, indexOperand(arguments[1]))
    case .unsafeSlice:
      prepare(arguments)
      let pointer = operand(arguments[0])
      let count = indexOperand(arguments[1])
      let slice = temporary(result)
      moveBytes(pointer, to: slice, word)
      moveBytes(count, to: slice.advanced(by: word), word)
      moveBytes(count, to: slice.advanced(by: 2 * word), word)
      move(slice, to: wanted(), result)
    case .unsafeString:
      prepare(arguments)
      let pointer = operand(arguments[0])
      let count = indexOperand(arguments[1])
      let string = temporary(result)
      moveBytes(pointer, to: string, word)
      moveBytes(count, to: string.advanced(by: word), word)
      move(string, to: wanted(), result)
    case .unsafeSliceData, .unsafeStringData:
      let value = builtin == .unsafeStringData ? operand(arguments[0], as: types.string) : operand(arguments[0])
      moveBytes(value, to: wanted(), word)
    case .alignof, .offsetof, .sizeof: layoutConstant(builtin, arguments[0], into: wanted())
    }
  }

  private var emptyInterface: GoType { .interface(InterfaceType(explicitMethods: [], embedded: [])) }

  /// Of an operand whose type has type parameters; otherwise it is a constant.
  private func layoutConstant(_ builtin: Builtin, _ argument: Expr, into destination: Operand) {
    let facts = facts(argument)
    loadConstant(builtin == .sizeof ? facts.size : facts.alignment, into: destination, size: word)
  }

  private func length(_ builtin: Builtin, _ argument: Expr, into destination: Operand) {
    var under = facts(argument).under
    if case .pointer(let base) = under { under = GoTypes.under(base) }
    switch under {
    case .array(_, let length):
      if hasCall(argument) { _ = operand(argument) }
      loadConstant(Int(length), into: destination, size: word)
    case .map: emit(.mapLength, destination, operand(argument))
    case .chan: emit(builtin == .len ? .chanLength : .chanCapacity, destination, operand(argument))
    default:
      // The second or third word; of memory only that word is loaded.
      let offset = (builtin == .len ? 1 : 2) * word
      if info.constant(argument) == nil, hoisted[argument.id] == nil, info.finding(argument)?.mode == .variable {
        let header = place(place(argument), advancedBy: offset, types.int)
        load(header, types.int, into: destination)
      } else {
        moveBytes(operand(argument).advanced(by: offset), to: destination, word)
      }
    }
  }

  // MARK: - Slices

  private func append(
    _ expr: Expr, _ arguments: [Expr], _ hasEllipsis: Bool, _ result: TypeID, into destination: Operand
  ) {
    guard case .slice(let elementType) = types[result].under else { return }
    let element = types.id(elementType)
    let size = types[element].size
    prepare(arguments)
    if arguments.count == 1 { return evaluate(arguments[0], as: result, into: destination) }
    if let last = arguments.last, hasCall(last) { hoist(last) }
    let site = allocationSite(expr.id, element, .appendGrowth, span: expr.span)
    // Operands side by side: the slice and the count of new elements.
    let operands = temporary(structure([types[result].type, .basic(.int)]))
    let count = operands.advanced(by: 3 * word)
    if hasEllipsis {
      let isString = facts(arguments[1]).isString
      let sourceType = isString ? types.string : type(of: arguments[1])
      let source = isNil(arguments[1]) ? operand(arguments[1], as: result) : operand(arguments[1], as: sourceType)
      evaluate(arguments[0], as: result, into: operands)
      let old = temporary(types.int)
      moveBytes(operands.advanced(by: word), to: old, word)
      moveBytes(source.advanced(by: word), to: count, word)
      let grown = temporary(result)
      emit(.growSlice, grown, operands, .immediate(site))
      // grown[old:] ← source.
      let tail = sliceFrom(grown, old, size, result)
      let copied = temporary(types.int)
      emit(isString ? .copyString : .copySlice, w: Int(element.rawValue), tail, source, copied)
      return move(grown, to: destination, result)
    }
    evaluate(arguments[0], as: result, into: operands)
    let values = arguments.dropFirst().map { stableOperandIfNeeded($0, as: element, among: arguments.count) }
    loadConstant(values.count, into: count, size: word)
    let grown = temporary(result)
    emit(.growSlice, grown, operands, .immediate(site))
    guard size > 0 else { return move(grown, to: destination, result) }
    let old = operands.advanced(by: word)
    for (index, value) in values.enumerated() {
      var position = old
      if index > 0 {
        position = temporary(types.int)
        emit(member(.addC8, width: word), position, old, .immediate(index))
      }
      if isRegisterWidth(size) {
        store(value, element, to: .sliceElement(grown, index: position, size: size))
      } else {
        let address = temporary(types.pointer(to: element))
        emitSized(.sliceAddress, size: size, address, grown, position)
        store(value, element, to: .memory(address, offset: 0, isChecked: true))
      }
    }
    move(grown, to: destination, result)
  }

  /// A value in a slot that evaluating the values after it leaves alone.
  private func stableOperandIfNeeded(_ expr: Expr, as type: TypeID, among count: Int) -> Operand {
    count > 2 ? stableOperand(expr, as: type) : operand(expr, as: type)
  }

  /// `slice[low:]`, low known to be in range.
  private func sliceFrom(_ slice: Operand, _ low: Operand, _ size: Int, _ type: TypeID) -> Operand {
    let operands = temporary(structure([.basic(.unsafePointer)] + Array(repeating: .basic(.uintptr), count: 5)))
    moveBytes(slice, to: operands, 3 * word)
    moveBytes(low, to: operands.advanced(by: 3 * word), word)
    let tail = temporary(type)
    emit(.sliceExpression, w: Int(SliceFlags.low.rawValue), tail, operands, .immediate(size))
    return tail
  }

  private func copy(_ arguments: [Expr], into destination: Operand) {
    prepare(arguments)
    if hasCall(arguments[1]) { hoist(arguments[1]) }
    guard case .slice(let element) = facts(arguments[0]).under else { return }
    let target = operand(arguments[0])
    let isString = facts(arguments[1]).isString
    let source = isString ? operand(arguments[1], as: types.string) : operand(arguments[1])
    emit(isString ? .copyString : .copySlice, w: Int(types.id(element).rawValue), target, source, destination)
  }

  private func clear(_ argument: Expr) {
    guard case .slice(let elementType) = facts(argument).under else {
      emit(.mapClear, w: Int(type(of: argument).rawValue), operand(argument))
      return
    }
    let element = types.id(elementType)
    let slice = stableOperand(argument, as: type(of: argument))
    let index = constant(0, types.int)
    let (body, condition) = (newLabel(), newLabel())
    jump(condition)
    place(body)
    let address = temporary(types.pointer(to: element))
    emitSized(.sliceAddress, size: types[element].size, address, slice, index)
    withTemporaries { storeZero(element, to: .memory(address, offset: 0, isChecked: true)) }
    emit(member(.addC8, width: word), index, index, .immediate(1 as Int32))
    place(condition)
    emit(member(.jumpLtS8, width: word), index, slice.advanced(by: word), .label(body))
  }

  private func make(_ expr: Expr, _ arguments: [Expr], _ type: TypeID, into destination: Operand) {
    prepare(Array(arguments.dropFirst()))
    switch types[type].under {
    case .slice(let elementType):
      let element = types.id(elementType)
      if stackMake(expr, arguments, type, element, into: destination) { return }
      let operands = temporary(types.words(2))
      makeCount(arguments[1], into: operands)
      if arguments.count > 2 {
        makeCount(arguments[2], into: operands.advanced(by: word))
      } else {
        moveBytes(operands, to: operands.advanced(by: word), word)
      }
      let site = allocationSite(expr.id, element, .makeSlice, span: expr.span)
      emit(.makeSlice, destination, operands, .immediate(site))
    case .map:
      let hint = temporary(types.int)
      if arguments.count > 1 { makeCount(arguments[1], into: hint) } else { loadConstant(0, into: hint, size: word) }
      emit(.makeMap, destination, hint, .immediate(allocationSite(expr.id, type, .makeMap, span: expr.span)))
    case .chan:
      let size = temporary(types.int)
      if arguments.count > 1 { makeCount(arguments[1], into: size) } else { loadConstant(0, into: size, size: word) }
      emit(.makeChan, destination, size, .immediate(allocationSite(expr.id, type, .makeChan, span: expr.span)))
    default: notSupported("make of this type", at: expr.span.startPosition)
    }
  }

  private func makeCount(_ expr: Expr, into destination: Operand) {
    if let constant = info.constant(expr)?.int64 {
      loadConstant(Int(constant), into: destination, size: word)
    } else {
      moveBytes(indexOperand(expr), to: destination, word)
    }
  }

  /// `make([]T, n)` of constant size that does not escape: its elements lie in the frame.
  private func stackMake(
    _ expr: Expr, _ arguments: [Expr], _ type: TypeID, _ element: TypeID, into destination: Operand
  ) -> Bool {
    guard escape.expressions[expr.id]?.placement == .stack, let length = info.constant(arguments[1])?.int64 else {
      return false
    }
    var capacity = length
    if arguments.count > 2 {
      guard let constant = info.constant(arguments[2])?.int64 else { return false }
      capacity = constant
    }
    guard length >= 0, capacity >= length, capacity <= 1 << 16 else { return false }
    let array = types.id(.array(types[element].type, length: capacity))
    let slot = backing(runtimeTypeText(types[type].type) + " made", .backing, array)
    zero(slot, array)
    loadAddress(of: .frame(slot), array, into: destination)
    loadConstant(Int(length), into: destination.advanced(by: word), size: word)
    loadConstant(Int(capacity), into: destination.advanced(by: 2 * word), size: word)
    return true
  }

  // MARK: - min, max, print

  private func minMax(_ builtin: Builtin, _ arguments: [Expr], _ type: TypeID, into destination: Operand) {
    prepare(arguments)
    let facts = types[type]
    let best = temporary(type)
    evaluate(arguments[0], as: type, into: best)
    for argument in arguments.dropFirst() {
      let value = operand(argument, as: type)
      if facts.isFloat {
        let op: Opcode =
          builtin == .min ? facts.size == 4 ? .minF32 : .minF64 : facts.size == 4 ? .maxF32 : .maxF64
        emit(op, best, best, value)
        continue
      }
      // Keep what is there unless the new one is smaller (larger).
      let isBetter = temporary(types.bool)
      compare(.less, builtin == .min ? value : best, builtin == .min ? best : value, type, into: isBetter)
      let keep = newLabel()
      emit(.jumpIfNot, isBetter, .none, .label(keep))
      move(value, to: best, type)
      place(keep)
    }
    move(best, to: destination, type)
  }

  private func print(_ arguments: [Expr], isLine: Bool) {
    if arguments.count == 1, case .tuple(let elements) = info.type(of: arguments[0]) {
      let values = spread(arguments[0], elements)
      for (index, (value, type)) in values.enumerated() {
        if isLine && index > 0 { emit(.print, w: Int(PrintKind.space.rawValue)) }
        printSlot(value, type)
      }
      if isLine { emit(.print, w: Int(PrintKind.newline.rawValue)) }
      return
    }
    for argument in arguments where hasCall(argument) { hoist(argument) }
    for (index, argument) in arguments.enumerated() {
      if isLine && index > 0 { emit(.print, w: Int(PrintKind.space.rawValue)) }
      withTemporaries { printValue(argument) }
    }
    if isLine { emit(.print, w: Int(PrintKind.newline.rawValue)) }
  }

  /// The results of a call, as slots that stay.
  func spread(_ expr: Expr, _ elements: [GoType]) -> [(Operand, TypeID)] {
    zip(call(parenless(expr)), elements).map { result, element in
      let type = type(element)
      let copy = temporary(type)
      move(result, to: copy, type)
      return (copy, type)
    }
  }

  private func printValue(_ argument: Expr) {
    if isNil(argument) {
      emit(.print, w: Int(PrintKind.pointer.rawValue), constant(0, types.uintptr))
      return
    }
    var type = type(of: argument)
    // An untyped integer constant is printed as int64 (walk/builtin.go, Go 1.23).
    if let constant = info.constant(argument), constant.integer != nil, types[type].isInteger,
      case .basic(let kind) = info.type(of: argument), kind.isUntyped
    {
      type = types.int64
    }
    printSlot(operand(argument, as: type), type)
  }

  private func printSlot(_ operand: Operand, _ type: TypeID) {
    let facts = types[type]
    var value = operand
    let kind: PrintKind
    switch facts.shape {
    case .bool: kind = .bool
    case .integer(let isSigned):
      kind = isSigned ? .int64 : .uint64
      if facts.size < 8 {
        let wide = temporary(types.int64)
        emit(member(isSigned ? .signExtend8 : .zeroExtend8, width: facts.size), wide, value)
        value = wide
      }
    case .float:
      kind = .float64
      if facts.size == 4 {
        let wide = temporary(types.float64)
        emit(.f32ToF64, wide, value)
        value = wide
      }
    case .complex:
      kind = .complex128
      if facts.size == 8 {
        let wide = temporary(types.id(.basic(.complex128)))
        emit(.f32ToF64, wide, value)
        emit(.f32ToF64, wide.advanced(by: 8), value.advanced(by: 4))
        value = wide
      }
    case .string: kind = .string
    case .emptyInterface: kind = .emptyInterface
    case .interface: kind = .interface
    case .slice: kind = .slice
    default: kind = .pointer
    }
    emit(.print, w: Int(kind.rawValue), value)
  }
}
