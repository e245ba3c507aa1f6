import SourceText

/// Turns bytes into tokens, one at a time, on the parser's demand.
///
/// The scanner reads raw bytes; only bytes from 0x80 on and NUL leave the fast paths. Those that Go's source reader
/// drops with an error (NUL, a stray byte-order mark, invalid UTF-8) are dropped here too, wherever they stand, so that
/// scanning goes on behind them.
///
/// Invariants: `start <= end <= cursor <= count`; every call of `next` consumes a byte or yields `.endOfFile`, except
/// that the line end which becomes a semicolon at the end of the file has no bytes.
struct Scanner {
  let bytes: UnsafePointer<UInt8>
  let count: Int
  /// The next byte to read.
  var cursor = 0

  // The current token.
  var token = Token.endOfFile
  var start = 0
  var end = 0
  var op = Operator.none
  var literalKind = LiteralKind.int
  /// The literal was reported as malformed.
  var literalIsBad = false
  /// For a semicolon: how messages call it ("semicolon", "newline", "EOF").
  var semicolonText: StaticString = "semicolon"
  /// A line end before the next token is a semicolon.
  var lineEndIsSemicolon = false
  /// Where the token before the current one ended.
  var previousEnd = 0

  var log: ErrorLog
  var comments: [Comment] = []
  /// Whether comments are kept that are no directives.
  let keepsAllComments: Bool

  init(_ bytes: UnsafeBufferPointer<UInt8>, log: ErrorLog, keepsAllComments: Bool) {
    // An empty array may have no address; its end is never read.
    self.bytes = bytes.baseAddress ?? UnsafePointer(bitPattern: 1)!
    count = bytes.count
    self.log = log
    self.keepsAllComments = keepsAllComments
  }

  /// The byte at the cursor, or 0 at the end. NUL bytes in the source also give 0: both leave the fast paths.
  @inline(__always) var byte: UInt8 { cursor < count ? bytes[cursor] : 0 }

  @inline(__always) func byte(after distance: Int) -> UInt8 {
    cursor + distance < count ? bytes[cursor + distance] : 0
  }

  func byte(at offset: Int) -> UInt8 { offset < count ? bytes[offset] : 0 }

  mutating func report(at offset: Int, _ message: String) { log.add(at: offset, message) }

  /// The bytes `[from, to)` as text, invalid UTF-8 repaired.
  func text(_ from: Int, _ to: Int) -> String {
    String(decoding: UnsafeBufferPointer(start: bytes + from, count: to - from), as: UTF8.self)
  }

  /// The text of the current token.
  var text: String { text(start, end) }

  mutating func next() {
    previousEnd = end
    let insertsSemicolon = lineEndIsSemicolon
    lineEndIsSemicolon = false
    while true {
      skipBlanks(stopAtLineEnd: insertsSemicolon)
      start = cursor
      if scanToken(insertsSemicolon) { break }
    }
    end = cursor
    if token.endsStatement { lineEndIsSemicolon = true }
  }

  private mutating func skipBlanks(stopAtLineEnd: Bool) {
    while cursor < count {
      switch bytes[cursor] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): cursor += 1
      case UInt8(ascii: "\n"):
        if stopAtLineEnd { return }
        cursor += 1
      case 0, 0x80...:
        if !skipUnreadable() { return }
      default: return
      }
    }
  }

  /// Scans one token; false if the bytes were a comment or an invalid character.
  private mutating func scanToken(_ insertsSemicolon: Bool) -> Bool {
    guard cursor < count else {
      token = insertsSemicolon ? .semicolon : .endOfFile
      semicolonText = "EOF"
      return true
    }
    let first = bytes[cursor]
    switch first {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"):
      scanIdentifier()
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      scanNumber(afterPoint: false)
    case 0x80...:
      checkForeignIdentifierStart()
      scanIdentifier()
    case UInt8(ascii: "\n"):
      // Blanks were skipped, so a line end here counts.
      cursor += 1
      token = .semicolon
      semicolonText = "newline"
    case UInt8(ascii: "\""): scanString()
    case UInt8(ascii: "`"): scanRawString()
    case UInt8(ascii: "'"): scanRune()
    case UInt8(ascii: "/"):
      if byte(after: 1) == UInt8(ascii: "/") {
        scanLineComment()
        return false
      }
      if byte(after: 1) == UInt8(ascii: "*") {
        let hasLineEnd = scanGeneralComment()
        guard hasLineEnd && insertsSemicolon else { return false }
        token = .semicolon
        semicolonText = "newline"
        return true
      }
      cursor += 1
      finish(.divide)
    case UInt8(ascii: "("): single(.leftParen)
    case UInt8(ascii: "["): single(.leftBracket)
    case UInt8(ascii: "{"): single(.leftBrace)
    case UInt8(ascii: ")"): single(.rightParen)
    case UInt8(ascii: "]"): single(.rightBracket)
    case UInt8(ascii: "}"): single(.rightBrace)
    case UInt8(ascii: ","): single(.comma)
    case UInt8(ascii: ";"):
      single(.semicolon)
      semicolonText = "semicolon"
    case UInt8(ascii: ":"):
      cursor += 1
      token = take("=") ? .define : .colon
    case UInt8(ascii: "."):
      if byte(after: 1) >= UInt8(ascii: "0"), byte(after: 1) <= UInt8(ascii: "9") {
        cursor += 1
        scanNumber(afterPoint: true)
      } else if byte(after: 1) == UInt8(ascii: "."), byte(after: 2) == UInt8(ascii: ".") {
        cursor += 3
        token = .ellipsis
      } else {
        single(.dot)
      }
    default:
      return scanOperator(first)
    }
    return true
  }

  @inline(__always) private mutating func single(_ token: Token) {
    cursor += 1
    self.token = token
  }

  /// Steps over `character` if it is next.
  @inline(__always) private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard cursor < count, bytes[cursor] == UInt8(truncatingIfNeeded: character.value) else { return false }
    cursor += 1
    return true
  }

  /// The operator's own bytes are consumed: an operator, or with `=` an assignment operator.
  private mutating func finish(_ op: Operator) {
    self.op = op
    token = take("=") ? .assignOperator : .operator
  }

  /// An operator that has no assignment form.
  private mutating func plain(_ op: Operator) {
    self.op = op
    token = .operator
  }

  private mutating func scanOperator(_ first: UInt8) -> Bool {
    cursor += 1
    switch first {
    case UInt8(ascii: "+"):
      if take("+") {
        op = .add
        token = .incDec
      } else {
        finish(.add)
      }
    case UInt8(ascii: "-"):
      if take("-") {
        op = .subtract
        token = .incDec
      } else {
        finish(.subtract)
      }
    case UInt8(ascii: "*"):
      op = .multiply
      token = take("=") ? .assignOperator : .star
    case UInt8(ascii: "%"): finish(.remainder)
    case UInt8(ascii: "&"):
      if take("&") { plain(.logicalAnd) } else if take("^") { finish(.andNot) } else { finish(.and) }
    case UInt8(ascii: "|"):
      if take("|") { plain(.logicalOr) } else { finish(.or) }
    case UInt8(ascii: "^"): finish(.xor)
    case UInt8(ascii: "<"):
      if take("=") {
        plain(.lessEqual)
      } else if take("<") {
        finish(.shiftLeft)
      } else if take("-") {
        token = .arrow
      } else {
        plain(.less)
      }
    case UInt8(ascii: ">"):
      if take("=") { plain(.greaterEqual) } else if take(">") { finish(.shiftRight) } else { plain(.greater) }
    case UInt8(ascii: "="):
      if take("=") { plain(.equal) } else { token = .assign }
    case UInt8(ascii: "!"): plain(take("=") ? .notEqual : .not)
    case UInt8(ascii: "~"): plain(.tilde)
    default:
      report(at: start, "invalid character \(GoText.unicode(UInt32(first)))")
      return false
    }
    return true
  }

  /// Gives up on the rest of the file: the next token is its end.
  mutating func jumpToEnd() {
    cursor = count
    start = count
    end = count
    token = .endOfFile
    lineEndIsSemicolon = false
  }
}
