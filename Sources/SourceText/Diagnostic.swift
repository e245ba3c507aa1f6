/// One message about one place of a program, in the go command's form.
public struct Diagnostic: Hashable, Sendable {
  public enum Severity: Hashable, Sendable { case error, warning }

  public var severity: Severity
  public var position: Position
  /// Go's wording, without position; further lines (each "\tother declaration of x") follow after newlines.
  public var message: String

  public init(_ severity: Severity = .error, at position: Position, _ message: String) {
    self.severity = severity
    self.position = position
    self.message = message
  }

  /// What gomem does not do yet says so in one form, so that scripts and people can tell it from a wrong program.
  public static func notSupported(_ what: String, at position: Position) -> Diagnostic {
    Diagnostic(at: position, "not supported yet: \(what)")
  }
}

extension SourceMap {
  /// `file:line:col: message`, as on the go command's standard error. The compiler keeps eight bits of the column and
  /// prints none where that is not enough (cmd/internal/src/pos.go, Go 1.23).
  public func render(_ diagnostic: Diagnostic) -> String {
    let position = diagnostic.position
    // The go command's own complaints about packages name no place.
    guard position.isValid else { return diagnostic.message }
    let location = location(position)
    if location.column > 254 { return "\(self[position.file].name):\(location.line): \(diagnostic.message)" }
    return "\(describe(position)): \(diagnostic.message)"
  }
}
