#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import MachineCode

extension Machine {
  /// Floating-point numbers and their texts, and bits.
  func numberIntrinsic(_ intrinsic: Intrinsic, _ call: IntrinsicCall) -> Outcome {
    switch intrinsic {
    case .mathFloat64bits, .mathFloat64frombits: call.result(1, call.argument(0, UInt64.self))
    case .mathFloat32bits, .mathFloat32frombits: call.result(1, call.argument(0, UInt32.self))
    case .mathSqrt: call.result(1, call.argument(0, Double.self).squareRoot())
    case .mathFloor: call.result(1, call.argument(0, Double.self).rounded(.down))
    case .mathCeil: call.result(1, call.argument(0, Double.self).rounded(.up))
    case .mathTrunc: call.result(1, call.argument(0, Double.self).rounded(.towardZero))
    case .mathAbs: call.result(1, call.argument(0, UInt64.self) & ~(1 << 63))
    case .mathFMA: call.result(3, call.argument(2, Double.self).addingProduct(call.argument(0), call.argument(1)))
    case .bitsMul64:
      let product = call.argument(0, UInt64.self).multipliedFullWidth(by: call.argument(1))
      call.result(2, product.high)
      call.result(3, product.low)
    case .bitsLeadingZeros64: call.result(1, call.argument(0, UInt64.self).leadingZeroBitCount)
    case .bitsTrailingZeros64: call.result(1, call.argument(0, UInt64.self).trailingZeroBitCount)
    case .bitsOnesCount64: call.result(1, call.argument(0, UInt64.self).nonzeroBitCount)
    case .rtShortestDigits: return shortestDigits(call)
    case .rtFixedDigits: return fixedDigits(call)
    case .rtParseFloat: return parseFloat(call)
    default: preconditionFailure("\(intrinsic) is not about numbers")
    }
    return .done
  }

  /// (f float64, bits int, buf *[32]byte) (n, exp int): the value is 0.d1d2d3… × 10^exp.
  private func shortestDigits(_ call: IntrinsicCall) -> Outcome {
    let value: Double = call.argument(0)
    let (digits, exponent) = FloatText.shortest(
      call.argument(1, Int.self) == 32 ? Float(value).description : value.description)
    let buffer: UInt64 = call.argument(2)
    guard isWritable(buffer, 32) else { return raise(.memory(buffer)) }
    memory.write(digits, to: buffer)
    call.result(3, digits.count)
    call.result(4, exponent)
    return .done
  }

  /// (f float64, prec int, exp bool, buf []byte) int.
  private func fixedDigits(_ call: IntrinsicCall) -> Outcome {
    let precision = Int32(clamping: max(0, call.argument(1, Int.self)))
    let (buffer, room): (UInt64, Int) = (call.argument(3), call.argument(4))
    let format = call.argument(2, UInt8.self) != 0 ? "%.*e" : "%.*f"
    let value: Double = call.argument(0)
    let length = withVaList([precision, value]) { vsnprintf(nil, 0, format, $0) }
    guard Int(length) <= room else {
      call.result(6, -1)
      return .done
    }
    guard isWritable(buffer, Int(length)) else { return raise(.memory(buffer)) }
    var text = [CChar](repeating: 0, count: Int(length) + 1)
    _ = withVaList([precision, value]) { vsnprintf(&text, text.count, format, $0) }
    memory.write(text.dropLast().map { UInt8(bitPattern: $0) }, to: buffer)
    call.result(6, Int(length))
    return .done
  }

  /// (s string, bits int) float64.
  private func parseFloat(_ call: IntrinsicCall) -> Outcome {
    let (address, count): (UInt64, Int) = (call.argument(0), call.argument(1))
    guard count >= 0, count == 0 || memory.isReadable(address, count) else { return raise(.memory(address)) }
    let text = String(decoding: memory.bytes(address, count), as: UTF8.self)
    let value = call.argument(2, Int.self) == 32 ? Double(strtof(text, nil)) : strtod(text, nil)
    call.result(3, value)
    return .done
  }
}

enum FloatText {
  /// Digits without leading or trailing zeros, and the exponent with which the value is 0.d1d2d3… × 10^exponent, of the shortest decimal text
  /// of a finite number above zero (`description`).
  static func shortest(_ text: String) -> (digits: [UInt8], exponent: Int) {
    var digits: [UInt8] = []
    var exponent = 0
    var sawPoint = false
    var bytes = Array(text.utf8)[...]
    if let e = bytes.firstIndex(of: UInt8(ascii: "e")) {
      exponent = Int(String(decoding: bytes[(e + 1)...], as: UTF8.self)) ?? 0
      bytes = bytes[..<e]
    }
    for byte in bytes {
      if byte == UInt8(ascii: ".") {
        sawPoint = true
      } else if byte == UInt8(ascii: "0"), digits.isEmpty {
        if sawPoint { exponent -= 1 }
      } else {
        digits.append(byte)
        if !sawPoint { exponent += 1 }
      }
    }
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    return (digits, exponent)
  }
}
