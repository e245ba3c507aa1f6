import MachineCode

extension Machine {
  /// The print built-in, to standard error, in the formats of runtime/print.go (Go 1.23).
  func execPrint(_ i: PC, _ frame: Frame) -> Outcome {
    let a = i.pointee.a
    guard let kind = PrintKind(rawValue: i.pointee.w) else { preconditionFailure("print kind \(i.pointee.w)") }
    switch kind {
    case .bool: writeError(read(frame, a, UInt8.self) != 0 ? "true" : "false")
    case .int64: writeError(String(read(frame, a, Int64.self)))
    case .uint64: writeError(String(read(frame, a, UInt64.self)))
    case .float64: writeError(runtimeFloat(read(frame, a, Double.self)))
    case .complex128:
      let real = runtimeFloat(read(frame, a, Double.self))
      writeError("(\(real)\(runtimeFloat(read(frame, a &+ 8, Double.self)))i)")
    case .string:
      let address = read(frame, a, UInt64.self)
      let count = read(frame, a &+ 8, Int.self)
      guard count == 0 || memory.isReadable(address, count) else { return raise(.memory(address)) }
      writeOutput(2, memory.bytes(address, count))
    case .pointer, .hex: writeError(hex(read(frame, a, UInt64.self)))
    case .emptyInterface, .interface:
      writeError("(\(hex(read(frame, a, UInt64.self))),\(hex(read(frame, a &+ 8, UInt64.self))))")
    case .slice:
      let length = read(frame, a &+ 8, Int.self)
      writeError("[\(length)/\(read(frame, a &+ 16, Int.self))]\(hex(read(frame, a, UInt64.self)))")
    case .space: writeError(" ")
    case .newline: writeError("\n")
    }
    return .done
  }
}

/// runtime/print.go printfloat: sign, seven digits, a three-digit exponent. Its digits come from repeated scaling, whose rounding is
/// kept.
func runtimeFloat(_ value: Double) -> String {
  if value.isNaN { return "NaN" }
  if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
  let digitCount = 7
  var v = value
  var exponent = 0
  var negative = false
  if v == 0 {
    negative = v.sign == .minus
  } else {
    if v < 0 {
      v = -v
      negative = true
    }
    while v >= 10 {
      exponent += 1
      v /= 10
    }
    while v < 1 {
      exponent -= 1
      v *= 10
    }
    var half = 5.0
    for _ in 0..<digitCount { half /= 10 }
    v += half
    if v >= 10 {
      exponent += 1
      v /= 10
    }
  }
  var digits = ""
  for _ in 0..<digitCount {
    let digit = Int(v)
    digits += String(digit)
    v = (v - Double(digit)) * 10
  }
  let point = digits.index(after: digits.startIndex)
  let magnitude = String(abs(exponent))
  let padded = String(repeating: "0", count: 3 - min(3, magnitude.count)) + magnitude
  return "\(negative ? "-" : "+")\(digits[..<point]).\(digits[point...])e\(exponent < 0 ? "-" : "+")\(padded)"
}
