import GoSyntax
import SourceText

/// Gathers errors as the compiler does (cmd/compile/internal/base/print.go, Go 1.23): it counts them as they are
/// found, stops at the limit, and sorts by place what it has.
struct ErrorReporter {
  private let limit: Int
  private var errors: [Diagnostic] = []
  private var last: (location: Int, message: String)?
  /// Files in the order in which they first had an error.
  private var fileRank: [FileID: Int] = [:]
  private var overflow: Diagnostic?
  private(set) var first: Diagnostic?
  /// Errors of the go command itself, about packages that are missing, are shown as they come.
  var keepsOrder = false

  init(limit: Int) { self.limit = limit }

  var isEmpty: Bool { errors.isEmpty }
  /// Nothing more will be shown.
  var isFull: Bool { overflow != nil }

  mutating func add(_ diagnostic: Diagnostic, line: Int) {
    if isFull { return }
    if first == nil { first = diagnostic }
    if let last, last.location == line, last.message == diagnostic.message { return }
    last = (line, diagnostic.message)
    if fileRank[diagnostic.position.file] == nil { fileRank[diagnostic.position.file] = fileRank.count }
    errors.append(diagnostic)
    if limit > 0, errors.count >= limit { overflow = Diagnostic(at: diagnostic.position, "too many errors") }
  }

  /// Sorted by file and place, one of several equal ones, the complaint about too many last.
  var sorted: [Diagnostic] {
    if keepsOrder { return errors }
    let order = errors.indices.sorted { a, b in
      let (x, y) = (errors[a].position, errors[b].position)
      if x.file != y.file { return fileRank[x.file, default: 0] < fileRank[y.file, default: 0] }
      return (x.offset, a) < (y.offset, b)
    }
    var result: [Diagnostic] = []
    for index in order where result.last != errors[index] { result.append(errors[index]) }
    if let overflow { result.append(overflow) }
    return result
  }
}

/// One error of several lines: the first says what is wrong and where, the others point elsewhere.
struct ErrorMessage {
  private(set) var position: Position
  private(set) var text: String
  let firstLine: String

  init(_ position: Position, _ text: String) {
    self.position = position
    self.text = text
    firstLine = text
  }

  mutating func addLine(_ place: String?, _ text: String) {
    self.text += "\n\t" + (place.map { $0 + ": " } ?? "") + text
  }
}

extension TypeChecker {
  func error(_ position: Position, _ message: String) {
    report(ErrorMessage(position, message))
  }

  func error(_ expr: Expr, _ message: String) {
    report(ErrorMessage(expr.startPosition, message))
  }

  func error(_ x: Operand, _ message: String) {
    report(ErrorMessage(x.start, message))
  }

  func notSupported(_ what: String, at position: Position) {
    error(position, "not supported yet: \(what)")
  }

  func report(_ message: ErrorMessage) {
    // Follow-on errors: a message about something already known to be wrong says nothing new.
    if log.first != nil, message.firstLine.contains("invalid operand") || message.firstLine.contains("invalid type"),
      !message.firstLine.hasPrefix("invalid operand"), !message.firstLine.hasPrefix("invalid type")
    {
      return
    }
    var position = message.position
    if let own = env.errorPosition { position = own }
    var text = message.text
    if isVersionComplaint(text) {
      text +=
        env.version == env.package.goVersion
        ? " (-lang was set to go1.\(options.goVersion.rawValue); check go.mod)"
        : " (file declares //go:build go1.\(env.version.rawValue))"
    }
    log.add(Diagnostic(at: position, text), line: line(of: position))
  }

  /// A second line pointing at an earlier declaration.
  func otherDeclaration(_ message: inout ErrorMessage, _ object: Object) {
    if object.position.isValid { message.addLine(place(object.position), "other declaration of \(object.name)") }
  }

  func place(_ position: Position) -> String { sources.describe(position) }

  private func line(of position: Position) -> Int {
    let location = sources.location(position)
    return Int(position.file.rawValue) << 32 | location.line
  }

  private func isVersionComplaint(_ text: String) -> Bool {
    guard let range = text.range(of: "requires go1.") else { return false }
    let rest = text[range.upperBound...]
    guard let digit = rest.first, digit.isNumber else { return false }
    return rest.drop(while: \.isNumber).hasPrefix(" or later")
  }

  // MARK: Language versions

  func allows(_ version: CheckOptions.GoVersion) -> Bool { env.version >= version }

  /// Whether the package's language has what came with `version`; reports `what` if it hasn't.
  func requires(_ version: CheckOptions.GoVersion, at position: Position, _ what: String) -> Bool {
    if allows(version) { return true }
    error(position, "\(what) requires go1.\(version.rawValue) or later")
    return false
  }
}
