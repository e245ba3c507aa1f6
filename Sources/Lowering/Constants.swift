import BigInt
import GoTypes
import MachineCode

extension FunctionLowering {
  /// Writes a constant's value, represented in `type`, to a slot.
  func materialise(_ constant: Constant, _ type: TypeID, into destination: Operand) {
    let facts = types[type]
    switch facts.shape {
    case .bool: emit(.const8, destination, .immediate(constant.boolValue == true ? 1 : 0 as Int32))
    case .integer: loadConstant(integerBits(constant), into: destination, size: facts.size)
    case .float: loadFloat(constant.real ?? .zero, into: destination, size: facts.size)
    case .complex:
      let parts = constant.parts ?? (.zero, .zero)
      let half = facts.size / 2
      loadFloat(parts.real, into: destination, size: half)
      loadFloat(parts.imaginary, into: destination.advanced(by: half), size: half)
    case .string: loadString(constant.stringValue ?? [], into: destination)
    case .pointer: loadConstant(integerBits(constant), into: destination, size: facts.size)
    default: notSupported("a constant of this type", at: currentSpan.startPosition)
    }
  }

  func loadString(_ bytes: [UInt8], into destination: Operand) {
    if bytes.isEmpty {
      emit(.zeroN, destination, .none, .immediate(2 * word))
      return
    }
    loadAddress(.readOnly(program.readOnly.offset(of: bytes)), into: destination)
    loadConstant(bytes.count, into: destination.advanced(by: word), size: word)
  }

  private func loadFloat(_ value: Rational, into destination: Operand, size: Int) {
    if size == 4 {
      emit(.const32, destination, .immediate(Int32(bitPattern: value.float.bitPattern)))
    } else {
      loadConstant(Int(truncatingIfNeeded: value.double.bitPattern), into: destination, size: 8)
    }
  }

  private func integerBits(_ constant: Constant) -> Int { ConstantBytes.integer(constant) }
}

/// Constants as the bytes that hold them, little-endian.
enum ConstantBytes {
  /// The low 64 bits.
  static func integer(_ constant: Constant) -> Int {
    if let value = constant.int64 { return Int(value) }
    if let value = constant.uint64 { return Int(truncatingIfNeeded: value) }
    return 0
  }

  /// Of a value without pointers; `nil` for other types.
  static func bytes(_ constant: Constant, _ facts: TypeFacts) -> [UInt8]? {
    func little(_ bits: UInt64, _ size: Int) -> [UInt8] {
      (0..<size).map { UInt8(truncatingIfNeeded: bits >> UInt64(8 * $0)) }
    }
    func float(_ value: Rational, _ size: Int) -> [UInt8] {
      size == 4 ? little(UInt64(value.float.bitPattern), 4) : little(value.double.bitPattern, 8)
    }
    switch facts.shape {
    case .bool: return [constant.boolValue == true ? 1 : 0]
    case .integer: return little(UInt64(bitPattern: Int64(integer(constant))), facts.size)
    case .float: return float(constant.real ?? .zero, facts.size)
    case .complex:
      let parts = constant.parts ?? (.zero, .zero)
      return float(parts.real, facts.size / 2) + float(parts.imaginary, facts.size / 2)
    default: return nil
    }
  }
}
