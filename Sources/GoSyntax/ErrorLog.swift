import SourceText

/// Collects the diagnostics of one file the way Go's compiler counts and prints them
/// (cmd/compile/internal/base/print.go, Go 1.23): at most one syntax error per line, no repeated message on a line, sorted by place in the end.
struct ErrorLog {
  let source: SourceFile
  let file: FileID
  private(set) var diagnostics: [Diagnostic] = []
  /// How many errors the parser met, those that are not shown included; misplaced branches are found apart from it.
  private(set) var count = 0
  var hasSyntaxErrors: Bool { lastSyntaxLine > 0 }
  private var lastSyntaxLine = 0
  private var lastOther = (line: 0, message: "")

  init(source: SourceFile, file: FileID) {
    self.source = source
    self.file = file
  }

  mutating func add(at offset: Int, _ message: String, isBranch: Bool = false) {
    if !isBranch { count += 1 }
    let line = source.location(Int32(offset)).line
    if message.hasPrefix("syntax error") {
      if lastSyntaxLine == line { return }
      lastSyntaxLine = line
    } else {
      if lastOther == (line, message) { return }
      lastOther = (line, message)
    }
    diagnostics.append(Diagnostic(at: Position(file: file, offset: Int32(offset)), message))
  }

  /// The diagnostics by place; those of one place stay in the order of their reporting.
  func sorted() -> [Diagnostic] {
    var result: [Diagnostic] = []
    let order = diagnostics.indices.sorted {
      (diagnostics[$0].position, $0) < (diagnostics[$1].position, $1)
    }
    for index in order where result.last != diagnostics[index] { result.append(diagnostics[index]) }
    return result
  }
}
