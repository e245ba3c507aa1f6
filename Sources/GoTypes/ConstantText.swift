import BigInt

extension Constant {
  /// As messages print it (go/constant `String`): floats to six digits, strings quoted and cut at 72 characters.
  public var text: String {
    switch self {
    case .bool(let value): return value ? "true" : "false"
    case .int(let value): return value.int64.map { String($0) } ?? String(value)
    case .float(let value): return floatText(value)
    case .complex(let real, let imaginary): return "(\(floatText(real)) + \(floatText(imaginary))i)"
    case .string(let bytes):
      let limit = 72
      let whole = quoted(bytes)
      if whole.unicodeScalars.count <= limit { return whole }
      var cut = String.UnicodeScalarView()
      cut.append(contentsOf: whole.unicodeScalars.prefix(limit - 3))
      return String(cut) + "..."
    }
  }
}

private func floatText(_ value: Rational) -> String {
  if value.isWhole { return String(value.numerator) }
  let double = value.double
  if double.isFinite && (double == 0) == value.isZero {
    if value.isZero { return "0" }
    let text = general(digits(of: double, count: 6), isNegative: double < 0)
    // 0.1 + 1e6 must not look like a whole number.
    if !value.isInteger && !text.contains(".") { return general(shortestDigits(double), isNegative: double < 0) }
    return text
  }
  // Beyond float64: m × 10^e from the power of two.
  let float = value.bigFloat
  let magnitude = BigFloat(mantissa: BigInt(float.mantissa.magnitude), exponent: float.exponent)
  var exponent = Int(Double(float.magnitudeBits) * 0.30102999566398120)
  var scaled = Rational(rounded: magnitude * BigFloat.powerOfTen(-exponent)).double
  if scaled < 1 - 0.5e-6 {
    scaled *= 10
    exponent -= 1
  } else if scaled >= 10 {
    scaled /= 10
    exponent += 1
  }
  let mantissa = general(digits(of: scaled, count: 6), isNegative: value.sign < 0)
  return "\(mantissa)e\(exponent < 0 ? "-" : "+")\(abs(exponent))"
}

/// Decimal digits without trailing zeros; the value is 0.d1d2d3… × 10^point.
private typealias Decimal = (digits: String, point: Int)

/// The fewest digits that give the same `float64` back.
private func shortestDigits(_ value: Double) -> Decimal {
  let parts = value.magnitude.description.lowercased().split(separator: "e")
  let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
  let exponent = parts.count > 1 ? Int(parts[1])! : 0
  let fraction = mantissa.count > 1 ? mantissa[1] : ""
  var point = mantissa[0].count + exponent
  var digits = Substring(mantissa[0] + fraction)
  while digits.first == "0" && digits.count > 1 {
    digits = digits.dropFirst()
    point -= 1
  }
  while digits.last == "0" && digits.count > 1 { digits = digits.dropLast() }
  return (String(digits), point)
}

/// `count` digits, rounded exactly (ties to even).
private func digits(of value: Double, count: Int) -> Decimal {
  let exact = Rational(exactly: value.magnitude)
  var point = shortestDigits(value).point
  while true {
    let shift = count - point
    let power = BigInt(10).power(abs(shift))
    let numerator = shift >= 0 ? exact.numerator * power : exact.numerator
    let denominator = shift >= 0 ? exact.denominator : exact.denominator * power
    var (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    let twice = remainder * 2
    if twice > denominator || (twice == denominator && quotient % 2 == 1) { quotient += 1 }
    var text = String(quotient)
    if text.count < count {
      point -= 1
      continue
    }
    if text.count > count { point += 1 }
    while text.last == "0" && text.count > 1 { text.removeLast() }
    return (text, point)
  }
}

/// C's and Go's `%g`: plain for exponents from -4 to 5, else with `e+06`.
private func general(_ decimal: Decimal, isNegative: Bool) -> String {
  let (digits, point) = decimal
  let sign = isNegative ? "-" : ""
  let exponent = point - 1
  if exponent < -4 || exponent >= 6 {
    let fraction = digits.dropFirst()
    let size = abs(exponent) < 10 ? "0\(abs(exponent))" : "\(abs(exponent))"
    return "\(sign)\(digits.first!)\(fraction.isEmpty ? "" : ".")\(fraction)e\(exponent < 0 ? "-" : "+")\(size)"
  }
  if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + digits }
  if digits.count <= point { return sign + digits + String(repeating: "0", count: point - digits.count) }
  return sign + digits.prefix(point) + "." + digits.dropFirst(point)
}

/// A Go string literal of these bytes (strconv.Quote).
public func quoted(_ bytes: [UInt8]) -> String {
  var text = "\""
  var index = 0
  while index < bytes.count {
    let byte = bytes[index]
    if byte < 0x80 {
      index += 1
      switch byte {
      case UInt8(ascii: "\""): text += "\\\""
      case UInt8(ascii: "\\"): text += "\\\\"
      case 7: text += "\\a"
      case 8: text += "\\b"
      case 9: text += "\\t"
      case 10: text += "\\n"
      case 11: text += "\\v"
      case 12: text += "\\f"
      case 13: text += "\\r"
      case 0x20..<0x7F: text.unicodeScalars.append(Unicode.Scalar(byte))
      default: text += "\\x" + hexadecimal(UInt32(byte), digits: 2)
      }
      continue
    }
    var decoder = UTF8()
    var iterator = bytes[index...].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else {
      text += "\\x" + hexadecimal(UInt32(byte), digits: 2)
      index += 1
      continue
    }
    index += UTF8.width(scalar)
    if isPrintable(scalar) {
      text.unicodeScalars.append(scalar)
    } else if scalar.value < 0x10000 {
      text += "\\u" + hexadecimal(scalar.value, digits: 4)
    } else {
      text += "\\U" + hexadecimal(scalar.value, digits: 8)
    }
  }
  return text + "\""
}

private func hexadecimal(_ value: UInt32, digits: Int) -> String {
  let text = String(value, radix: 16)
  return String(repeating: "0", count: max(0, digits - text.count)) + text
}

/// unicode.IsPrint: letters, marks, numbers, punctuation, symbols.
private func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator, .spaceSeparator:
    false
  default: true
  }
}
