import GoSyntax
import GoTypes
import MachineCode

extension FunctionLowering {
  /// For `T(x)` where nothing has to be done: x.
  func transparentConversion(_ expr: Expr) -> Expr? {
    guard case .call(let function, let arguments, _) = expr.kind, arguments.count == 1,
      info.finding(function)?.mode == .type, info.constant(arguments[0]) == nil, !isNil(arguments[0])
    else { return nil }
    let (source, target) = (facts(arguments[0]), types[type(of: expr)])
    return isSameBits(source, target) ? arguments[0] : nil
  }

  private func isSameBits(_ source: TypeFacts, _ target: TypeFacts) -> Bool {
    guard source.size == target.size else { return false }
    switch (source.shape, target.shape) {
    case (.integer, .integer), (.bool, .bool), (.float, .float), (.complex, .complex), (.string, .string),
      (.pointer, .pointer), (.slice, .slice), (.array, .array), (.structure, .structure), (.pointer, .integer),
      (.integer, .pointer):
      return true
    default: return false
    }
  }

  /// `T(x)`.
  func conversion(_ expr: Expr, _ x: Expr, _ type: TypeID, into destination: Operand) {
    let target = types[type]
    if isNil(x) { return zero(destination, type) }
    if target.isInterface { return evaluate(x, as: type, into: destination) }
    let sourceType = self.type(of: x)
    let source = types[sourceType]
    if let constant = info.constant(x), !target.isString || !source.isInteger {
      if case .slice = target.shape {
        // A constant string to bytes or runes.
      } else {
        return materialise(constant, type, into: destination)
      }
    }
    if isSameBits(source, target) { return evaluate(x, into: destination) }
    switch (source.shape, target.shape) {
    case (.integer(let isSigned), .integer):
      let value = operand(x)
      convertInteger(value, from: source.size, isSigned, to: target.size, into: destination)
    case (.integer(let isSigned), .float):
      let value = extended(operand(x), source)
      let isWide = !isSigned && source.size == 8
      if target.size == 4 {
        emit(isWide ? .u64ToF32 : .s64ToF32, destination, value)
      } else {
        emit(isWide ? .u64ToF64 : .s64ToF64, destination, value)
      }
    case (.float, .integer(let isSigned)):
      var value = operand(x)
      if source.size == 4 {
        let wide = temporary(types.float64)
        emit(.f32ToF64, wide, value)
        value = wide
      }
      convertToInteger(value, target.size, isSigned, into: destination)
    case (.float, .float): emit(source.size == 4 ? .f32ToF64 : .f64ToF32, destination, operand(x))
    case (.complex, .complex):
      let value = operand(x)
      let op: Opcode = source.size == 8 ? .f32ToF64 : .f64ToF32
      emit(op, destination, value)
      emit(op, destination.advanced(by: target.size / 2), value.advanced(by: source.size / 2))
    case (.integer, .string):
      let value = extended(operand(x), source)
      let site = allocationSite(expr.id, types.uint8, .runeToString, span: expr.span, hasBuffer: true)
      emit(.runeToString, destination, value, .immediate(site))
    case (.string, .slice):
      let isBytes = elementSize(target) == 1
      if isBytes, let bytes = info.constant(x)?.stringValue {
        return constantBytes(bytes, expr, type, into: destination)
      }
      let site = allocationSite(
        expr.id, isBytes ? types.uint8 : types.int32, isBytes ? .stringToBytes : .stringToRunes, span: expr.span,
        hasBuffer: true)
      let value = operand(x, as: types.string)
      emit(isBytes ? .stringToBytes : .stringToRunes, destination, value, .immediate(site))
    case (.slice, .string):
      let isBytes = elementSize(source) == 1
      let site = allocationSite(
        expr.id, types.uint8, isBytes ? .bytesToString : .runesToString, span: expr.span, hasBuffer: true)
      let value = operand(x)
      emit(isBytes ? .bytesToString : .runesToString, destination, value, .immediate(site))
    case (.slice, .pointer):
      guard case .pointer(let array) = target.under, case .array(_, let length) = under(array) else { return }
      emit(.sliceToArray, destination, operand(x), .immediate(Int(length)))
    case (.slice, .array(_, let length)):
      let pointer = temporary(types.pointer(to: type))
      emit(.sliceToArray, pointer, operand(x), .immediate(length))
      load(.memory(pointer, offset: 0, isChecked: target.size == 0), type, into: destination)
    default: notSupported("this conversion", at: expr.span.startPosition)
    }
  }

  private func elementSize(_ facts: TypeFacts) -> Int {
    if case .slice(let element) = facts.under { return types[type(element)].size }
    return 0
  }

  /// An integer as 64 bits.
  private func extended(_ value: Operand, _ facts: TypeFacts) -> Operand {
    if facts.size == 8 { return value }
    let wide = temporary(types.int64)
    emit(member(facts.isSigned ? .signExtend8 : .zeroExtend8, width: facts.size), wide, value)
    return wide
  }

  private func convertInteger(_ value: Operand, from: Int, _ isSigned: Bool, to: Int, into destination: Operand) {
    if to <= from { return moveBytes(value, to: destination, to) }
    let extend = member(isSigned ? .signExtend8 : .zeroExtend8, width: from)
    if to == 8 {
      emit(extend, destination, value)
    } else {
      let wide = temporary(types.int64)
      emit(extend, wide, value)
      moveBytes(wide, to: destination, to)
    }
  }

  /// As amd64 code does: small types by way of 32 bits, uint32 by way of 64 (ssagen fpConvOpToSSA, Go 1.23).
  private func convertToInteger(_ value: Operand, _ size: Int, _ isSigned: Bool, into destination: Operand) {
    if size == 8 {
      emit(isSigned ? .f64ToS64 : .f64ToU64, destination, value)
    } else if size == 4 && isSigned {
      emit(.f64ToS32, destination, value)
    } else {
      let wide = temporary(types.int64)
      emit(size == 4 ? .f64ToS64 : .f64ToS32, wide, value)
      moveBytes(wide, to: destination, size)
    }
  }

  /// `[]byte("constant")`: an array of exactly that length (cmd/compile/internal/walk/convert.go walkStringToBytes, Go 1.23).
  private func constantBytes(_ bytes: [UInt8], _ expr: Expr, _ type: TypeID, into destination: Operand) {
    let slice = temporary(type)
    if escape.expressions[expr.id]?.placement == .stack, bytes.count <= 1 << 16 {
      let array = types.id(.array(.basic(.uint8), length: Int64(bytes.count)))
      loadAddress(of: .frame(backing("bytes of a constant", .backing, array)), array, into: slice)
      loadConstant(bytes.count, into: slice.advanced(by: word), size: word)
      loadConstant(bytes.count, into: slice.advanced(by: 2 * word), size: word)
    } else {
      let sizes = temporary(types.words(2))
      loadConstant(bytes.count, into: sizes, size: word)
      loadConstant(bytes.count, into: sizes.advanced(by: word), size: word)
      let site = allocationSite(expr.id, types.uint8, .stringToBytes, span: expr.span)
      emit(.makeSlice, slice, sizes, .immediate(site))
    }
    let text = temporary(types.string)
    loadString(bytes, into: text)
    emit(.copyString, w: Int(types.uint8.rawValue), slice, text, temporary(types.int))
    move(slice, to: destination, type)
  }
}
