/// How Go's messages spell characters: `%#U` and `%q` of package fmt, and Go's notion of letters.
enum GoText {
  /// `U+0040 '@'`; without the character where it cannot be shown.
  static func unicode(_ value: UInt32) -> String {
    let hex = String(value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
    guard let scalar = Unicode.Scalar(value), isPrintable(scalar) else { return code }
    return code + " '\(scalar)'"
  }

  /// A character in single quotes, as `%q` writes it.
  static func quoted(_ scalar: Unicode.Scalar) -> String { "'" + escaped(scalar, in: "'") + "'" }

  /// A text in double quotes, as `%q` writes it.
  static func quoted(_ text: String) -> String {
    "\"" + text.unicodeScalars.map { escaped($0, in: "\"") }.joined() + "\""
  }

  private static func escaped(_ scalar: Unicode.Scalar, in quote: Unicode.Scalar) -> String {
    switch scalar {
    case quote, "\\": return "\\\(scalar)"
    case "\u{7}": return "\\a"
    case "\u{8}": return "\\b"
    case "\u{c}": return "\\f"
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    case "\u{b}": return "\\v"
    default: break
    }
    if isPrintable(scalar) { return String(scalar) }
    func padded(_ width: Int) -> String {
      let hex = String(scalar.value, radix: 16)
      return String(repeating: "0", count: max(0, width - hex.count)) + hex
    }
    if scalar.value < 0x80 { return "\\x\(padded(2))" }
    return scalar.value < 0x10000 ? "\\u\(padded(4))" : "\\U\(padded(8))"
  }

  /// Go's unicode.IsLetter or `_`.
  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: scalar == "_"
    }
  }

  /// Go's unicode.IsDigit.
  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.generalCategory == .decimalNumber }

  /// Go's unicode.IsPrint: letters, marks, numbers, punctuation, symbols and the ASCII space.
  static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
    case .spaceSeparator: scalar == " "
    default: true
    }
  }
}
