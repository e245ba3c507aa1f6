/// # SourceText: where something stands in a program, and how to say so
///
/// Every later stage speaks of places in the learner's files. This target holds those files and turns byte
/// offsets into the `file:line:col` that the go command prints.
///
/// ```
///   SourceMap ── FileID ──▶ SourceFile ── byte offset ──▶ Location (line, column; both from 1, column in bytes)
///       ▲
///     Span = file + [start, end) in bytes
/// ```
///
/// Invariants: a `Span` never crosses files; offsets count bytes of the file as it was read (UTF-8 not assumed valid);
/// columns count bytes, as Go's compiler does (cmd/compile/internal/syntax/source.go, Go 1.23).

/// Names a file of a `SourceMap`; dense from 0.
public struct FileID: Hashable, Comparable, Sendable {
  public let rawValue: Int32
  public init(_ rawValue: Int32) { self.rawValue = rawValue }
  public static func < (a: FileID, b: FileID) -> Bool { a.rawValue < b.rawValue }
}

/// One point of one file: a byte offset from the file's beginning.
public struct Position: Hashable, Comparable, Sendable {
  public var file: FileID
  public var offset: Int32

  public init(file: FileID, offset: Int32) {
    self.file = file
    self.offset = offset
  }

  /// A place for what no source text made (generated wrappers, the universe).
  public static let none = Position(file: FileID(-1), offset: -1)
  public var isValid: Bool { file.rawValue >= 0 }

  public static func < (a: Position, b: Position) -> Bool { (a.file, a.offset) < (b.file, b.offset) }
}

/// The half-open byte range `[start, end)` of one file.
public struct Span: Hashable, Sendable {
  public var file: FileID
  public var start: Int32
  public var end: Int32

  public init(file: FileID, start: Int32, end: Int32) {
    self.file = file
    self.start = start
    self.end = end
  }

  public static let none = Span(file: FileID(-1), start: -1, end: -1)
  public var isValid: Bool { file.rawValue >= 0 }
  public var startPosition: Position { Position(file: file, offset: start) }
  public var endPosition: Position { Position(file: file, offset: end) }

  /// The smallest span that covers both; `other` must be of the same file.
  public func joined(_ other: Span) -> Span {
    Span(file: file, start: min(start, other.start), end: max(end, other.end))
  }
}

/// A line and a column, both counted from 1; the column counts bytes.
public struct Location: Hashable, Sendable {
  public var line: Int
  public var column: Int
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

extension Span {
  /// `length` bytes from a position; none for no position.
  public static func at(_ position: Position, length: Int = 1) -> Span {
    guard position.isValid else { return .none }
    return Span(file: position.file, start: position.offset, end: position.offset + Int32(length))
  }
}
