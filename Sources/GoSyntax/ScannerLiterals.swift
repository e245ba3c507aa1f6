// Numbers, runes and strings (Go spec, "Lexical elements"); each error as Go's scanner words and places it
// (cmd/compile/internal/syntax/scanner.go, Go 1.23).

extension Scanner {
  private mutating func finishLiteral(_ kind: LiteralKind, isGood: Bool) {
    token = .literal
    literalKind = kind
    literalIsBad = !isGood
  }

  // MARK: Numbers

  /// What a run of digits and separators held.
  private struct DigitRun {
    var hasDigits = false
    var hasSeparators = false
    /// Offset of the first decimal digit that the base does not have.
    var firstInvalid: Int?
  }

  private mutating func scanDigits(base: Int, into run: inout DigitRun) {
    while true {
      while byte == 0 || byte >= 0x80, skipUnreadable() {}
      let digit = byte
      if digit == UInt8(ascii: "_") {
        run.hasSeparators = true
      } else if digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") {
        if base <= 10, Int(digit - UInt8(ascii: "0")) >= base, run.firstInvalid == nil { run.firstInvalid = cursor }
        run.hasDigits = true
      } else if base == 16, digit | 0x20 >= UInt8(ascii: "a"), digit | 0x20 <= UInt8(ascii: "f") {
        run.hasDigits = true
      } else {
        return
      }
      cursor += 1
    }
  }

  private static func baseName(_ base: Int) -> String {
    switch base {
    case 2: "binary"
    case 8: "octal"
    case 16: "hexadecimal"
    default: "decimal"
    }
  }

  /// Scans a number; its leading `.` is consumed already if `afterPoint`.
  mutating func scanNumber(afterPoint: Bool) {
    var base = 10
    /// `x`, `o`, `b` as written after a leading 0; `0` for a plain leading 0 (octal, unless it becomes a float).
    var prefix: Character?
    var run = DigitRun()
    var kind = LiteralKind.int
    var isGood = true
    func complain(_ scanner: inout Scanner, at offset: Int, _ message: String) {
      guard isGood else { return }
      scanner.report(at: offset, message)
      isGood = false
    }

    if !afterPoint {
      if byte == UInt8(ascii: "0") {
        cursor += 1
        switch byte | 0x20 {
        case UInt8(ascii: "x"): (base, prefix) = (16, "x")
        case UInt8(ascii: "o"): (base, prefix) = (8, "o")
        case UInt8(ascii: "b"): (base, prefix) = (2, "b")
        default:
          (base, prefix) = (8, "0")
          run.hasDigits = true
        }
        if prefix != "0" { cursor += 1 }
      }
      scanDigits(base: base, into: &run)
    }
    if afterPoint || byte == UInt8(ascii: ".") {
      kind = .float
      if !afterPoint {
        if prefix == "o" || prefix == "b" {
          complain(&self, at: cursor, "invalid radix point in \(Scanner.baseName(base)) literal")
        }
        cursor += 1
      }
      scanDigits(base: base, into: &run)
    }
    if !run.hasDigits { complain(&self, at: cursor, "\(Scanner.baseName(base)) literal has no digits") }

    let exponent = byte | 0x20
    if exponent == UInt8(ascii: "e") || exponent == UInt8(ascii: "p") {
      let quoted = GoText.quoted(Unicode.Scalar(byte))
      if exponent == UInt8(ascii: "e"), prefix != nil, prefix != "0" {
        complain(&self, at: cursor, "\(quoted) exponent requires decimal mantissa")
      } else if exponent == UInt8(ascii: "p"), prefix != "x" {
        complain(&self, at: cursor, "\(quoted) exponent requires hexadecimal mantissa")
      }
      cursor += 1
      kind = .float
      if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { cursor += 1 }
      var digits = DigitRun()
      scanDigits(base: 10, into: &digits)
      if digits.hasSeparators { run.hasSeparators = true }
      if !digits.hasDigits { complain(&self, at: cursor, "exponent has no digits") }
    } else if prefix == "x", kind == .float {
      complain(&self, at: cursor, "hexadecimal mantissa requires a 'p' exponent")
    }

    if byte == UInt8(ascii: "i") {
      kind = .imaginary
      cursor += 1
    }
    if kind == .int, let invalid = run.firstInvalid {
      let digit = GoText.quoted(Unicode.Scalar(bytes[invalid]))
      complain(&self, at: invalid, "invalid digit \(digit) in \(Scanner.baseName(base)) literal")
    }
    if run.hasSeparators, isGood, let misplaced = misplacedSeparator() {
      complain(&self, at: misplaced, "'_' must separate successive digits")
    }
    finishLiteral(kind, isGood: isGood)
  }

  /// The offset of the first `_` of the number `[start, cursor)` that has no digit (or base prefix) on both sides.
  private func misplacedSeparator() -> Int? {
    var index = start
    var isHexadecimal = false
    var digitBefore = false
    if cursor - start >= 2, bytes[start] == UInt8(ascii: "0") {
      switch bytes[start + 1] | 0x20 {
      case UInt8(ascii: "x"), UInt8(ascii: "o"), UInt8(ascii: "b"):
        isHexadecimal = bytes[start + 1] | 0x20 == UInt8(ascii: "x")
        digitBefore = true
        index += 2
      default: break
      }
    }
    var openSeparator: Int?
    while index < cursor {
      let byte = bytes[index]
      let isDigit =
        byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
        || isHexadecimal && byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "f")
      if byte == UInt8(ascii: "_") {
        if !digitBefore { return index }
        openSeparator = index
        digitBefore = false
      } else {
        if !isDigit, let openSeparator { return openSeparator }
        openSeparator = nil
        digitBefore = isDigit
      }
      index += 1
    }
    return openSeparator
  }

  // MARK: Runes and strings

  mutating func scanRune() {
    cursor += 1
    var isGood = true
    var length = 0
    scan: while true {
      switch peek() {
      case "'":
        if isGood, length != 1 {
          report(
            at: length == 0 ? cursor : start,
            length == 0 ? "empty rune literal or unescaped '" : "more than one character in rune literal")
          isGood = false
        }
        cursor += 1
        break scan
      case "\\":
        cursor += 1
        if !scanEscape(quote: "'") { isGood = false }
      case "\n":
        if isGood { report(at: cursor, "newline in rune literal") }
        isGood = false
        break scan
      case nil:
        if isGood { report(at: start, "rune literal not terminated") }
        isGood = false
        break scan
      default: skipCharacter()
      }
      length += 1
    }
    finishLiteral(.rune, isGood: isGood)
  }

  mutating func scanString() {
    cursor += 1
    var isGood = true
    scan: while true {
      guard cursor < count else {
        report(at: start, "string not terminated")
        isGood = false
        break
      }
      switch bytes[cursor] {
      case UInt8(ascii: "\""):
        cursor += 1
        break scan
      case UInt8(ascii: "\\"):
        cursor += 1
        if !scanEscape(quote: "\"") { isGood = false }
      case UInt8(ascii: "\n"):
        report(at: cursor, "newline in string")
        isGood = false
        break scan
      case 0, 0x80...: skipCharacter()
      default: cursor += 1
      }
    }
    finishLiteral(.string, isGood: isGood)
  }

  mutating func scanRawString() {
    cursor += 1
    while cursor < count, bytes[cursor] != UInt8(ascii: "`") {
      if bytes[cursor] >= 0x80 || bytes[cursor] == 0 { skipCharacter() } else { cursor += 1 }
    }
    let isTerminated = cursor < count
    if isTerminated { cursor += 1 } else { report(at: start, "string not terminated") }
    finishLiteral(.string, isGood: isTerminated)
  }

  /// Scans an escape behind its backslash. At the end of the file it says nothing: the literal is unterminated anyway.
  private mutating func scanEscape(quote: Unicode.Scalar) -> Bool {
    guard let selector = peek() else { return true }
    var digits: Int
    var base: UInt32 = 16
    switch selector {
    case quote, "a", "b", "f", "n", "r", "t", "v", "\\":
      cursor += 1
      return true
    case "0"..."7": (digits, base) = (3, 8)
    case "x": digits = 2
    case "u": digits = 4
    case "U": digits = 8
    default:
      report(at: cursor, "unknown escape")
      return false
    }
    if base == 16 { cursor += 1 }
    var value: UInt32 = 0
    while digits > 0 {
      guard let scalar = peek() else { return true }
      guard let digit = scalar.isASCII ? UInt32(String(scalar), radix: Int(base)) : nil else {
        report(
          at: cursor,
          "invalid character \(GoText.quoted(scalar)) in \(Scanner.baseName(Int(base))) escape")
        return false
      }
      value = value &* base &+ digit
      cursor += 1
      digits -= 1
    }
    if base == 8, value > 255 {
      report(at: cursor, "octal escape value \(value) > 255")
      return false
    }
    if base == 16, Unicode.Scalar(value) == nil {
      report(at: cursor, "escape is invalid Unicode code point \(GoText.unicode(value))")
      return false
    }
    return true
  }
}
