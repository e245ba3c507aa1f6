import Canvas
import GoSyntax
import SourceText

/// The program's text, coloured once: the screen asks for single lines.
public struct SourceDocument: Sendable {
  private var files: [FileID: Text] = [:]

  private struct Text: Sendable {
    var name: String
    var lines: [[Styled]]
    var plain: [String]
  }

  /// Longer lines are cut: nobody reads them here, and a file of one 10 MB line must not slow the screen.
  private static let longestLine = 2_000

  public init() {}

  /// Reads all files of a program but gomem's own library, unless that is wanted too.
  public init(_ sources: SourceMap, withLibrary: Bool = true) {
    for (index, file) in sources.files.enumerated() where withLibrary || !file.isLibrary {
      add(file, FileID(Int32(index)))
    }
  }

  public mutating func add(_ file: SourceFile, _ id: FileID) {
    let highlighter = Highlighter(file, id: id)
    var text = Text(name: file.name, lines: [], plain: [])
    text.lines.reserveCapacity(file.lineCount)
    for number in 1...max(1, file.lineCount) {
      let line = Self.style(file, number, highlighter)
      text.lines.append(line)
      text.plain.append(line.plainText)
    }
    files[id] = text
  }

  /// One file, for a preview.
  init(previewing text: String) { add(SourceFile(name: "", text: text), FileID(0)) }

  /// All lines of a preview but the directives.
  var listing: [SourceListing.Line] {
    guard lineCount(FileID(0)) > 0 else { return [] }
    return (1...lineCount(FileID(0))).filter { !isDirective(FileID(0), $0) }.map {
      SourceListing.Line(number: $0, code: spans(FileID(0), $0))
    }
  }

  /// Lines that are gomem's directives speak through the narration and are not listed.
  public func isDirective(_ file: FileID, _ number: Int) -> Bool {
    let text = text(file, number)
    guard let start = text.firstIndex(where: { $0 != " " && $0 != "\t" }) else { return false }
    return text[start...].hasPrefix("//gomem:")
  }

  /// The file's name without its folders.
  public func name(_ file: FileID) -> String {
    files[file].map { String($0.name.split(separator: "/").last ?? "") } ?? ""
  }

  public func lineCount(_ file: FileID) -> Int { files[file]?.lines.count ?? 0 }

  /// Line `number` from 1, without its line end.
  public func text(_ file: FileID, _ number: Int) -> String {
    guard let text = files[file], text.plain.indices.contains(number - 1) else { return "" }
    return text.plain[number - 1]
  }

  func spans(_ file: FileID, _ number: Int) -> [Styled] {
    guard let text = files[file], text.lines.indices.contains(number - 1) else { return [] }
    return text.lines[number - 1]
  }

  private static func style(_ file: SourceFile, _ number: Int, _ highlighter: Highlighter) -> [Styled] {
    let bytes = file.line(number).prefix(longestLine)
    var spans: [Styled] = []
    var position = bytes.startIndex
    func add(upTo end: Int, _ role: Role) {
      let end = min(end, bytes.endIndex)
      guard position < end else { return }
      spans.append(Styled(String(decoding: bytes[position..<end], as: UTF8.self), role))
      position = end
    }
    for token in highlighter.tokens(onLine: number) {
      add(upTo: Int(token.span.start), .text)
      add(upTo: Int(token.span.end), role(token.class))
    }
    add(upTo: bytes.endIndex, .text)
    return spans
  }

  private static func role(_ kind: Highlighter.Class) -> Role {
    switch kind {
    case .keyword: .keyword
    case .builtin: .typeName
    case .string: .string
    case .number: .number
    case .comment: .comment
    case .identifier, .operator: .text
    }
  }
}
