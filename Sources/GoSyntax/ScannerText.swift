// Characters beyond ASCII, identifiers and comments.

extension Scanner {
  /// Decodes the scalar at the cursor (which is not at the end). Returns `nil` for invalid UTF-8: one byte is then bad.
  func decode() -> (scalar: Unicode.Scalar, width: Int)? {
    let first = bytes[cursor]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let width = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2
    guard first >= 0xc2, first <= 0xf4, cursor + width <= count else { return nil }
    var value = UInt32(first) & (0x7f >> UInt32(width))
    for index in 1..<width {
      let byte = bytes[cursor + index]
      guard byte & 0xc0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3f)
    }
    // Overlong forms, surrogates and values beyond U+10FFFF are invalid too.
    guard value >= (width == 4 ? 0x10000 : width == 3 ? 0x800 : 0x80), let scalar = Unicode.Scalar(value) else {
      return nil
    }
    return (scalar, width)
  }

  /// Steps over one thing that Go's reader drops: NUL, invalid UTF-8, a byte-order mark (fine at the very beginning).
  /// False if a readable character stands at the cursor, or the end.
  mutating func skipUnreadable() -> Bool {
    guard cursor < count else { return false }
    if bytes[cursor] == 0 {
      report(at: cursor, "invalid NUL character")
      cursor += 1
      return true
    }
    if bytes[cursor] < 0x80 { return false }
    guard let (scalar, width) = decode() else {
      report(at: cursor, "invalid UTF-8 encoding")
      cursor += 1
      return true
    }
    guard scalar.value == 0xfeff else { return false }
    if cursor > 0 { report(at: cursor, "invalid BOM in the middle of the file") }
    cursor += width
    return true
  }

  /// Steps over one character of a comment or string, whatever it is.
  mutating func skipCharacter() {
    if cursor < count, !skipUnreadable() { cursor += bytes[cursor] < 0x80 ? 1 : decode()?.width ?? 1 }
  }

  /// The next readable character, those that Go drops skipped; `nil` at the end.
  mutating func peek() -> Unicode.Scalar? {
    while skipUnreadable() {}
    guard cursor < count else { return nil }
    return decode()?.scalar
  }

  @inline(__always) static func isIdentifierByte(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")
      || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") || byte == UInt8(ascii: "_")
  }

  /// A non-ASCII character begins an identifier even if it may not: the error is reported and the name goes on.
  mutating func checkForeignIdentifierStart() {
    guard let (scalar, width) = decode() else { return }
    if !GoText.isLetter(scalar) {
      if GoText.isDigit(scalar) {
        report(at: cursor, "identifier cannot begin with digit \(GoText.unicode(scalar.value))")
      } else {
        report(at: cursor, "invalid character \(GoText.unicode(scalar.value)) in identifier")
      }
    }
    cursor += width
  }

  mutating func scanIdentifier() {
    while cursor < count, Scanner.isIdentifierByte(bytes[cursor]) { cursor += 1 }
    if cursor < count, bytes[cursor] >= 0x80 || bytes[cursor] == 0 { scanForeignIdentifierRest() }
    if let keyword = Token.keyword(bytes + start, cursor - start) {
      token = keyword
    } else {
      token = .name
    }
  }

  private mutating func scanForeignIdentifierRest() {
    while let scalar = peek() {
      if scalar.isASCII {
        guard Scanner.isIdentifierByte(bytes[cursor]) else { return }
      } else if !GoText.isLetter(scalar), !GoText.isDigit(scalar) {
        report(at: cursor, "invalid character \(GoText.unicode(scalar.value)) in identifier")
      }
      cursor += decode()!.width
    }
  }

  // MARK: Comments

  /// `// ...` up to the line end, which is left for the semicolon rule.
  mutating func scanLineComment() {
    cursor += 2
    while cursor < count, bytes[cursor] != UInt8(ascii: "\n") {
      if bytes[cursor] >= 0x80 || bytes[cursor] == 0 { skipCharacter() } else { cursor += 1 }
    }
    var last = cursor
    if last > start, bytes[last - 1] == UInt8(ascii: "\r") { last -= 1 }
    if keepsAllComments || isDirective(start, last) { keepComment(until: last) }
  }

  /// `/* ... */`; true if it spans lines. An unterminated one reaches to the end of the file.
  mutating func scanGeneralComment() -> Bool {
    cursor += 2
    var hasLineEnd = false
    while cursor < count {
      switch bytes[cursor] {
      case UInt8(ascii: "*") where byte(after: 1) == UInt8(ascii: "/"):
        cursor += 2
        if keepsAllComments { keepComment(until: cursor) }
        return hasLineEnd
      case UInt8(ascii: "\n"):
        hasLineEnd = true
        cursor += 1
      case 0, 0x80...: skipCharacter()
      default: cursor += 1
      }
    }
    report(at: start, "comment not terminated")
    if keepsAllComments { keepComment(until: cursor) }
    return hasLineEnd
  }

  private mutating func keepComment(until last: Int) {
    comments.append(
      Comment(
        span: .init(file: log.file, start: Int32(start), end: Int32(last)), text: text(start, last)))
  }

  /// `//go:` or `//gomem:`.
  private func isDirective(_ from: Int, _ to: Int) -> Bool {
    func has(_ prefix: StaticString) -> Bool {
      guard to - from >= prefix.utf8CodeUnitCount else { return false }
      for index in 0..<prefix.utf8CodeUnitCount where prefix.utf8Start[index] != bytes[from + index] { return false }
      return true
    }
    return has("//go:") || has("//gomem:")
  }

  // MARK: Skipping

  /// At `{`: steps over everything up to and including the matching `}` without making tokens. An unmatched brace
  /// reaches to the end of the file; its error shows when the body is parsed.
  mutating func skipBraces() {
    var depth = 1
    while cursor < count, depth > 0 {
      let byte = bytes[cursor]
      cursor += 1
      switch byte {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "\""), UInt8(ascii: "'"): skipQuoted(byte)
      case UInt8(ascii: "`"):
        while cursor < count, bytes[cursor] != UInt8(ascii: "`") { cursor += 1 }
        cursor = min(cursor + 1, count)
      case UInt8(ascii: "/"):
        if self.byte == UInt8(ascii: "/") {
          while cursor < count, bytes[cursor] != UInt8(ascii: "\n") { cursor += 1 }
        } else if self.byte == UInt8(ascii: "*") {
          cursor += 1
          while cursor < count, !(bytes[cursor] == UInt8(ascii: "*") && self.byte(after: 1) == UInt8(ascii: "/")) {
            cursor += 1
          }
          cursor = min(cursor + 2, count)
        }
      default: break
      }
    }
    // The closing brace was the last token.
    end = cursor
    lineEndIsSemicolon = true
    next()
  }

  private mutating func skipQuoted(_ quote: UInt8) {
    while cursor < count {
      let byte = bytes[cursor]
      if byte == UInt8(ascii: "\n") { return }
      cursor += byte == UInt8(ascii: "\\") && cursor + 1 < count && bytes[cursor + 1] != UInt8(ascii: "\n") ? 2 : 1
      if byte == quote { return }
    }
  }
}
