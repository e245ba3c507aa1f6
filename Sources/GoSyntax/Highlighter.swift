import SourceText

/// Classes of source text for the source view, from the scanner alone: it colours any bytes, also those of a program
/// that does not parse.
public struct Highlighter: Sendable {
  public enum Class: Sendable {
    case keyword
    /// A predeclared type, constant or function, wherever its name stands.
    case builtin
    case string, number, comment, identifier
    /// Operators and punctuation.
    case `operator`
  }

  /// A run of bytes of one class. Spans do not overlap; what lies between them is white space or unreadable.
  public struct Token: Hashable, Sendable {
    public var span: Span
    public var `class`: Class
  }

  /// All tokens in source order; comments and raw strings may span lines.
  public let tokens: [Token]
  private let source: SourceFile

  public init(_ source: SourceFile, id: FileID) {
    self.source = source
    var tokens: [Token] = []
    source.bytes.withUnsafeBufferPointer { bytes in
      var scanner = Scanner(bytes, log: ErrorLog(source: source, file: id), keepsAllComments: true)
      while true {
        scanner.next()
        for comment in scanner.comments { tokens.append(Token(span: comment.span, class: .comment)) }
        scanner.comments.removeAll(keepingCapacity: true)
        if scanner.token == .endOfFile { break }
        let span = Span(file: id, start: Int32(scanner.start), end: Int32(scanner.end))
        if let kind = Highlighter.classify(scanner) { tokens.append(Token(span: span, class: kind)) }
      }
    }
    self.tokens = tokens
  }

  /// The tokens of line `number` (from 1), cut to it, in order.
  public func tokens(onLine number: Int) -> [Token] {
    guard number >= 1, number <= source.lineCount else { return [] }
    let start = source.lineStarts[number - 1]
    let end = start + Int32(source.line(number).count)
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].span.end <= start { low = middle + 1 } else { high = middle }
    }
    var result: [Token] = []
    while low < tokens.count, tokens[low].span.start < end {
      var token = tokens[low]
      token.span.start = max(token.span.start, start)
      token.span.end = min(token.span.end, end)
      if token.span.start < token.span.end { result.append(token) }
      low += 1
    }
    return result
  }

  /// `nil` for a semicolon that stands for a line end.
  private static func classify(_ scanner: Scanner) -> Class? {
    switch scanner.token {
    case .name: predeclared.contains(scanner.text) ? .builtin : .identifier
    case .literal: scanner.literalKind == .string || scanner.literalKind == .rune ? .string : .number
    case .semicolon: scanner.semicolonText.utf8CodeUnitCount == "semicolon".utf8.count ? .operator : nil
    default: scanner.token.isKeyword ? .keyword : .operator
    }
  }

  /// The universe block (Go spec, "Predeclared identifiers").
  private static let predeclared: Set<String> = [
    "any", "bool", "byte", "comparable", "complex64", "complex128", "error", "float32", "float64", "int", "int8",
    "int16", "int32", "int64", "rune", "string", "uint", "uint8", "uint16", "uint32", "uint64", "uintptr", "true",
    "false", "iota", "nil", "append", "cap", "clear", "close", "complex", "copy", "delete", "imag", "len", "make",
    "max", "min", "new", "panic", "print", "println", "real", "recover",
  ]
}
