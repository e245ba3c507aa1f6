/// The values of rune and string literals (Go spec, "Rune literals", "String literals").
public enum StringLiteral {
  /// The bytes that a string literal denotes, given with its quotes; `nil` if it is malformed. A `\x` or octal
  /// escape is one byte, so the result need not be UTF-8. Carriage returns of raw strings are dropped.
  public static func decode(_ literal: String) -> [UInt8]? {
    let source = Array(literal.utf8)
    guard source.count >= 2, let quote = source.first, source.last == quote else { return nil }
    let body = source[1..<(source.count - 1)]
    if quote == UInt8(ascii: "`") {
      return body.contains(quote) ? nil : body.filter { $0 != UInt8(ascii: "\r") }
    }
    guard quote == UInt8(ascii: "\"") else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(body.count)
    var index = body.startIndex
    while index < body.endIndex {
      let byte = body[index]
      if byte == UInt8(ascii: "\\") {
        guard let escape = decodeEscape(body, &index, quote: quote) else { return nil }
        switch escape {
        case .byte(let value): result.append(value)
        case .scalar(let scalar): result.append(contentsOf: UTF8.encode(scalar)!)
        }
      } else {
        if byte == quote || byte == UInt8(ascii: "\n") { return nil }
        result.append(byte)
        index += 1
      }
    }
    return result
  }

  /// The value of a rune literal, given with its quotes; `nil` if it is malformed.
  public static func rune(_ literal: String) -> UInt32? {
    let source = Array(literal.utf8)
    guard source.count >= 3, source.first == UInt8(ascii: "'"), source.last == UInt8(ascii: "'") else { return nil }
    let body = source[1..<(source.count - 1)]
    if body.first == UInt8(ascii: "\\") {
      var index = body.startIndex
      guard let escape = decodeEscape(body, &index, quote: UInt8(ascii: "'")), index == body.endIndex else {
        return nil
      }
      switch escape {
      case .byte(let value): return UInt32(value)
      case .scalar(let scalar): return scalar.value
      }
    }
    let scalars = Array(literal.unicodeScalars.dropFirst().dropLast())
    guard scalars.count == 1, scalars[0] != "'", scalars[0] != "\n" else { return nil }
    return scalars[0].value
  }

  private enum Escape {
    case byte(UInt8)
    case scalar(Unicode.Scalar)
  }

  /// Decodes the escape whose backslash is at `index`, and moves `index` behind it.
  private static func decodeEscape(_ body: ArraySlice<UInt8>, _ index: inout Int, quote: UInt8) -> Escape? {
    guard index + 1 < body.endIndex else { return nil }
    let selector = body[index + 1]
    index += 2
    func digits(_ count: Int, base: UInt32, from first: Int) -> UInt32? {
      guard first + count <= body.endIndex else { return nil }
      var value: UInt32 = 0
      for byte in body[first..<(first + count)] {
        let digit: UInt32
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = UInt32(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = UInt32(byte - UInt8(ascii: "a")) + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = UInt32(byte - UInt8(ascii: "A")) + 10
        default: return nil
        }
        if digit >= base { return nil }
        value = value &* base &+ digit
      }
      return value
    }
    switch selector {
    case UInt8(ascii: "a"): return .byte(7)
    case UInt8(ascii: "b"): return .byte(8)
    case UInt8(ascii: "f"): return .byte(12)
    case UInt8(ascii: "n"): return .byte(10)
    case UInt8(ascii: "r"): return .byte(13)
    case UInt8(ascii: "t"): return .byte(9)
    case UInt8(ascii: "v"): return .byte(11)
    case UInt8(ascii: "\\"): return .byte(selector)
    case quote: return .byte(selector)
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      guard let value = digits(3, base: 8, from: index - 1), value <= 255 else { return nil }
      index += 2
      return .byte(UInt8(value))
    case UInt8(ascii: "x"):
      guard let value = digits(2, base: 16, from: index) else { return nil }
      index += 2
      return .byte(UInt8(value))
    case UInt8(ascii: "u"), UInt8(ascii: "U"):
      let count = selector == UInt8(ascii: "u") ? 4 : 8
      guard let value = digits(count, base: 16, from: index), let scalar = Unicode.Scalar(value) else { return nil }
      index += count
      return .scalar(scalar)
    default: return nil
    }
  }
}

/// Number literals taken apart for exact arithmetic (Go spec, "Integer literals", "Floating-point literals").
public struct NumberLiteral: Hashable, Sendable {
  /// 2, 8, 10 or 16. A leading 0 means octal only where the literal is an integer without suffix: `08.5` and `010i` are
  /// decimal.
  public var base: Int
  /// The digits of the mantissa without prefix, separators and suffix, perhaps with a `.` in it.
  public var mantissa: String
  /// The exponent as written behind `e` (of ten) or `p` (of two), with its sign; `nil` if there is none.
  public var exponent: String?

  /// Takes a well-formed literal of kind `int`, `float` or `imaginary` apart (`i` is dropped).
  public init(_ literal: String, kind: LiteralKind) {
    var text = Substring(literal.filter { $0 != "_" })
    if kind == .imaginary, text.last == "i" { text.removeLast() }
    base = 10
    let prefix = text.prefix(2).lowercased()
    switch prefix {
    case "0x": base = 16
    case "0o": base = 8
    case "0b": base = 2
    default: break
    }
    if base != 10 {
      text.removeFirst(2)
    } else if kind == .int, text.count > 1, text.first == "0" {
      base = 8
      text.removeFirst()
    }
    let marks: [Character] = base == 16 ? ["p", "P"] : ["e", "E"]
    if let mark = text.firstIndex(where: { marks.contains($0) }) {
      exponent = String(text[text.index(after: mark)...])
      text = text[..<mark]
    }
    mantissa = String(text)
  }
}
