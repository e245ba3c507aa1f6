import BigInt
import GoSyntax

extension Constant {
  /// The value of a literal as the source spells it (spec, "Lexical elements"); `nil` where it is malformed or, for
  /// floats, beyond any exponent.
  public static func literal(_ kind: LiteralKind, _ text: String) -> Constant? {
    switch kind {
    case .int: return integerLiteral(text).map { .int($0) }
    case .float: return floatLiteral(text).map { .float($0) }
    case .imaginary: return floatLiteral(String(text.dropLast())).map { .complex(Rational(whole: 0), $0) }
    case .rune:
      var scanner = EscapeScanner(bytes: Array(text.utf8.dropFirst().dropLast()))
      guard let value = scanner.nextRune(), scanner.isAtEnd else { return nil }
      return .int(BigInt(value))
    case .string: return stringLiteral(text).map { .string($0) }
    }
  }

  private static func radix(_ digits: String) -> (radix: Int, prefix: Int)? {
    guard digits.utf8.first == UInt8(ascii: "0"), digits.utf8.count > 1 else { return nil }
    switch digits.utf8.dropFirst().first! | 0x20 {
    case UInt8(ascii: "x"): return (16, 2)
    case UInt8(ascii: "o"): return (8, 2)
    case UInt8(ascii: "b"): return (2, 2)
    default: return nil
    }
  }

  private static func integerLiteral(_ text: String) -> BigInt? {
    if let small = smallDecimal(text) { return BigInt(small) }
    let digits = text.utf8.contains(UInt8(ascii: "_")) ? text.filter { $0 != "_" } : text
    if let (radix, prefix) = radix(digits) { return whole(digits.dropFirst(prefix), radix: radix) }
    return whole(digits[...], radix: digits.hasPrefix("0") && digits.count > 1 ? 8 : 10)
  }

  /// The value of a plain decimal literal of up to 18 digits, as nearly all are.
  private static func smallDecimal(_ text: String) -> Int? {
    let digits = text.utf8
    guard let first = digits.first, digits.count <= 18, first != UInt8(ascii: "0") || digits.count == 1 else {
      return nil
    }
    var value = 0
    for digit in digits {
      guard digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") else { return nil }
      value = 10 * value + Int(digit - UInt8(ascii: "0"))
    }
    return value
  }

  private static func whole(_ digits: Substring, radix: Int) -> BigInt? {
    if digits.isEmpty { return nil }
    if let small = Int(digits, radix: radix) { return BigInt(small) }
    return BigInt(digits, radix: radix)
  }

  /// Decimal or hexadecimal floats, and whole numbers (before the `i` of an imaginary literal: there `010` is ten).
  private static func floatLiteral(_ text: String) -> Rational? {
    let digits = text.utf8.contains(UInt8(ascii: "_")) ? text.filter { $0 != "_" } : text
    if let (radix, prefix) = radix(digits) {
      guard radix == 16 else { return whole(digits.dropFirst(prefix), radix: radix).map { Rational($0) } }
      guard let (mantissa, fraction, exponent) = split(digits.dropFirst(prefix), radix: 16, marker: "p") else {
        return nil
      }
      return scaled(mantissa, twos: exponent - 4 * fraction)
    }
    guard let (mantissa, fraction, exponent) = split(digits[...], radix: 10, marker: "e") else { return nil }
    return scaled(mantissa, tens: exponent - fraction)
  }

  /// The digits as a whole number, how many stand after the point, and the exponent.
  private static func split(_ digits: Substring, radix: Int, marker: Character) -> (BigInt, Int, Int)? {
    var mantissa = digits
    var exponent = 0
    if let index = digits.lowercased().firstIndex(of: marker) {
      let offset = digits.lowercased().distance(from: digits.lowercased().startIndex, to: index)
      mantissa = digits.prefix(offset)
      let written = digits.dropFirst(offset + 1)
      let isNegative = written.first == "-"
      let magnitude = written.first == "-" || written.first == "+" ? written.dropFirst() : written
      guard !magnitude.isEmpty, magnitude.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
      // Beyond 2^40 every exponent is over- or underflow.
      exponent = min(Int(magnitude) ?? 1 << 40, 1 << 40) * (isNegative ? -1 : 1)
    }
    let parts = mantissa.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2 else { return nil }
    let fraction = parts.count == 2 ? parts[1].count : 0
    guard let value = whole(Substring(parts.joined()), radix: radix) else { return nil }
    return (value, fraction, exponent)
  }

  private static func scaled(_ mantissa: BigInt, twos: Int) -> Rational? {
    if mantissa.isZero { return .zero }
    if abs(twos + mantissa.bitWidth) < Rational.maxFractionBits {
      return twos >= 0 ? Rational(mantissa << twos) : Rational(mantissa, BigInt(1) << -twos)
    }
    return Rational.checked(BigFloat(mantissa: mantissa, exponent: twos))
  }

  private static func scaled(_ mantissa: BigInt, tens: Int) -> Rational? {
    if mantissa.isZero { return .zero }
    let bits = Double(mantissa.bitWidth) + Double(tens) * 3.321928094887362
    if abs(bits) < Double(Rational.maxFractionBits) && abs(tens) < Rational.maxFractionBits {
      let power = BigInt(10).power(abs(tens))
      return tens >= 0 ? Rational(mantissa * power) : Rational(mantissa, power)
    }
    if bits > Double(Int32.max) { return nil }
    if bits < Double(Int32.min) { return .zero }
    return Rational.checked(BigFloat(mantissa: mantissa, exponent: 0) * BigFloat.powerOfTen(tens))
  }

  private static func stringLiteral(_ text: String) -> [UInt8]? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 2, bytes.first == bytes.last else { return nil }
    if bytes[0] == UInt8(ascii: "`") { return bytes.dropFirst().dropLast().filter { $0 != UInt8(ascii: "\r") } }
    var scanner = EscapeScanner(bytes: Array(bytes.dropFirst().dropLast()))
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    while !scanner.isAtEnd {
      guard scanner.appendNext(to: &result) else { return nil }
    }
    return result
  }

  /// The string that converting an integer makes: the code point's UTF-8, U+FFFD for what is none.
  public static func stringFromCodePoint(_ value: BigInt) -> Constant {
    let scalar = value.uint64.flatMap { UInt32(exactly: $0) }.flatMap { Unicode.Scalar($0) } ?? "\u{FFFD}"
    return .string(Array(String(scalar).utf8))
  }
}

/// Reads the inside of rune and string literals.
private struct EscapeScanner {
  let bytes: [UInt8]
  var index = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { index >= bytes.count }

  mutating func nextRune() -> UInt32? {
    guard !isAtEnd else { return nil }
    if bytes[index] == UInt8(ascii: "\\") { return nextEscape()?.value }
    return nextScalar()
  }

  /// One character or escape; octal and hexadecimal escapes are bytes, others code points.
  mutating func appendNext(to result: inout [UInt8]) -> Bool {
    guard bytes[index] == UInt8(ascii: "\\") else {
      result.append(bytes[index])
      index += 1
      return true
    }
    guard let (value, isByte) = nextEscape() else { return false }
    if isByte {
      result.append(UInt8(truncatingIfNeeded: value))
    } else if let scalar = Unicode.Scalar(value) {
      result.append(contentsOf: String(scalar).utf8)
    } else {
      return false
    }
    return true
  }

  private mutating func nextScalar() -> UInt32? {
    var decoder = UTF8()
    var iterator = bytes[index...].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
    index += UTF8.width(scalar)
    return scalar.value
  }

  private mutating func nextEscape() -> (value: UInt32, isByte: Bool)? {
    index += 1
    guard !isAtEnd else { return nil }
    let letter = bytes[index]
    index += 1
    switch letter {
    case UInt8(ascii: "a"): return (7, true)
    case UInt8(ascii: "b"): return (8, true)
    case UInt8(ascii: "f"): return (12, true)
    case UInt8(ascii: "n"): return (10, true)
    case UInt8(ascii: "r"): return (13, true)
    case UInt8(ascii: "t"): return (9, true)
    case UInt8(ascii: "v"): return (11, true)
    case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): return (UInt32(letter), true)
    case UInt8(ascii: "x"): return number(digits: 2, radix: 16).map { ($0, true) }
    case UInt8(ascii: "u"): return number(digits: 4, radix: 16).map { ($0, false) }
    case UInt8(ascii: "U"): return number(digits: 8, radix: 16).map { ($0, false) }
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      index -= 1
      return number(digits: 3, radix: 8).flatMap { $0 < 256 ? ($0, true) : nil }
    default: return nil
    }
  }

  private mutating func number(digits: Int, radix: UInt32) -> UInt32? {
    guard index + digits <= bytes.count else { return nil }
    var value: UInt32 = 0
    for byte in bytes[index..<index + digits] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, digit < radix else { return nil }
      value = value &* radix &+ UInt32(digit)
    }
    index += digits
    return value
  }
}
