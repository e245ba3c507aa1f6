import Canvas

/// A run of text in one style. `SourceText` has a `Span` too, and a type hides its module's name, so the canvas's one
/// gets another name here.
typealias Styled = Span

extension Styled {
  /// The part of a sentence that stands out.
  static func strong(_ text: String, _ role: Role = .title) -> Styled { Styled(text, role) }
}

/// Addresses as the panes write them.
enum AddressText {
  /// The last digits, which tell neighbours apart: `…42fe8`.
  static func short(_ address: UInt64) -> String {
    let digits = String(address, radix: 16)
    return digits.count > 6 ? "…" + digits.suffix(5) : "0x" + digits
  }

  /// Shortens every address of the arena inside a value's text: "len 2 cap 4 @0xc000010008" to "len 2 cap 4 @…10008".
  static func shortening(_ text: String) -> String {
    guard text.contains("0xc0") else { return text }
    var result = ""
    var rest = Substring(text)
    while let start = rest.range(of: "0xc0") {
      result += rest[..<start.lowerBound]
      let digits = rest[start.lowerBound...].dropFirst(2).prefix { $0.isHexDigit }
      if digits.count >= 10 {
        result += "…" + digits.suffix(5)
      } else {
        result += "0x" + digits
      }
      rest = rest[digits.endIndex...]
    }
    return result + rest
  }
}

extension Substring {
  /// The first place of an ASCII pattern.
  fileprivate func range(of pattern: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(pattern) { return start..<index(start, offsetBy: pattern.count) }
      start = index(after: start)
    }
    return nil
  }
}
