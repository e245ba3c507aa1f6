import SourceText

/// Checks the labels, `break`, `continue`, `goto` and `fallthrough` of one function body (Go spec, "Labeled
/// statements", "Goto statements"). Go does this while parsing, so its errors appear even where types are wrong
/// (cmd/compile/internal/syntax/branches.go, Go 1.23).
///
/// One walk collects every block, label, `goto` and variable declaration and judges `break`, `continue` and
/// `fallthrough` on the way; what a `goto` may reach is judged when all labels are known. Function literals have bodies
/// of their own, checked when they are parsed.
struct BranchChecker {
  private struct Scope {
    var parent: Int?
    var start: Position
    /// The label of the statement whose block this is.
    var label: String?
    /// Where variables are declared directly in this block, with their names.
    var variables: [(offset: Int32, names: String)] = []
  }
  private enum Target { case loop, breakable, other }
  private struct Label {
    var ident: Ident
    var scope: Int
    var target: Target
    var isUsed = false
  }
  /// What the statements around allow.
  private struct Context {
    enum Breakable { case none, loop, expressionSwitch, typeSwitch, select }
    var innermost = Breakable.none
    var isInLoop = false
    /// Directly in the body of a switch case: whether it is the last one.
    var isLastCase: Bool?

    func inBlock() -> Context {
      var inner = self
      inner.isLastCase = nil
      return inner
    }
    func inside(_ breakable: Breakable, isLastCase: Bool? = nil) -> Context {
      Context(innermost: breakable, isInLoop: isInLoop || breakable == .loop, isLastCase: isLastCase)
    }
  }

  private var scopes: [Scope] = []
  private var labels: [String: Label] = [:]
  private var gotos: [(label: Ident, scope: Int)] = []
  private var errors: [(offset: Int32, message: String)] = []
  private let source: SourceFile

  static func check(_ body: Block, _ log: inout ErrorLog) {
    var checker = BranchChecker(source: log.source)
    checker.walk(body.statements, from: body.span.startPosition, in: nil, label: nil, Context())
    for (label, scope) in checker.gotos { checker.resolve(label, from: scope) }
    for label in checker.labels.values where !label.isUsed {
      checker.report(label.ident.span.start, "label \(label.ident.name) defined and not used")
    }
    for error in checker.errors.sorted(by: { $0.offset < $1.offset }) {
      log.add(at: Int(error.offset), error.message, isBranch: true)
    }
  }

  private init(source: SourceFile) { self.source = source }

  private mutating func report(_ offset: Int32, _ message: String) { errors.append((offset, message)) }

  private func place(_ offset: Int32) -> String {
    let location = source.location(offset)
    return "\(source.name):\(location.line):\(location.column)"
  }

  // MARK: The walk

  private mutating func walk(
    _ statements: [Stmt], from start: Position, in parent: Int?, label: String?, _ context: Context
  ) {
    let scope = scopes.count
    scopes.append(Scope(parent: parent, start: start, label: label))
    // Empty statements at the end do not count: a `fallthrough` before them is the last statement.
    let count = (statements.lastIndex { if case .empty = $0.kind { false } else { true } } ?? -1) + 1
    for index in 0..<count {
      visit(statements[index], scope, label: nil, context, isLast: index == count - 1)
    }
  }

  private mutating func visit(_ statement: Stmt, _ scope: Int, label: String?, _ context: Context, isLast: Bool) {
    func inner(_ checker: inout BranchChecker, _ block: Block, _ context: Context) {
      checker.walk(block.statements, from: block.span.startPosition, in: scope, label: label, context)
    }
    switch statement.kind {
    case .decl(let declarations):
      for case .var(let spec) in declarations {
        scopes[scope].variables.append((spec.span.start, spec.names[0].name))
        break
      }
    case .define(let names, _):
      scopes[scope].variables.append((statement.pos.offset, names.map(ExprText.render).joined(separator: ", ")))
    case .labeled(let name, let labeled):
      if !name.isBlank { declare(name, scope, labeled) }
      visit(labeled, scope, label: name.isBlank ? nil : name.name, context, isLast: isLast)
    case .break(let target): checkBreak(statement, target, scope, context)
    case .continue(let target): checkContinue(statement, target, scope, context)
    case .goto(let target): gotos.append((target, scope))
    case .fallthrough: checkFallthrough(statement, context, isLast: isLast)
    case .block(let block): inner(&self, block, context.inBlock())
    case .if(_, _, let then, let otherwise):
      inner(&self, then, context.inBlock())
      if let otherwise {
        walk([otherwise], from: otherwise.span.startPosition, in: scope, label: label, context.inBlock())
      }
    case .for(_, _, _, let body), .range(_, let body): inner(&self, body, context.inside(.loop))
    case .switch(_, _, let cases, _), .typeSwitch(_, _, _, let cases, _):
      var kind = Context.Breakable.expressionSwitch
      if case .typeSwitch = statement.kind { kind = .typeSwitch }
      for (index, clause) in cases.enumerated() {
        walk(
          clause.body, from: clause.span.startPosition, in: scope, label: label,
          context.inside(kind, isLastCase: index == cases.count - 1))
      }
    case .select(let cases, _):
      for clause in cases {
        walk(clause.body, from: clause.span.startPosition, in: scope, label: label, context.inside(.select))
      }
    default: break
    }
  }

  private mutating func declare(_ name: Ident, _ scope: Int, _ statement: Stmt) {
    if let first = labels[name.name] {
      report(name.span.start, "label \(name.name) already defined at \(place(first.ident.span.start))")
      return
    }
    let target: Target =
      switch statement.kind {
      case .for, .range: .loop
      case .switch, .typeSwitch, .select: .breakable
      default: .other
      }
    labels[name.name] = Label(ident: name, scope: scope, target: target)
  }

  // MARK: Branches

  private mutating func checkBreak(_ statement: Stmt, _ label: Ident?, _ scope: Int, _ context: Context) {
    guard let label else {
      if context.innermost == .none {
        report(statement.span.start, "break is not in a loop, switch, or select")
      }
      return
    }
    switch enclosingTarget(label.name, scope) {
    case nil: report(label.span.start, "break label not defined: \(label.name)")
    case .other: report(label.span.start, "invalid break label \(label.name)")
    case .loop, .breakable: break
    }
  }

  private mutating func checkContinue(_ statement: Stmt, _ label: Ident?, _ scope: Int, _ context: Context) {
    guard let label else {
      if !context.isInLoop { report(statement.span.start, "continue is not in a loop") }
      return
    }
    switch enclosingTarget(label.name, scope) {
    case nil: report(label.span.start, "continue label not defined: \(label.name)")
    case .other, .breakable: report(label.span.start, "invalid continue label \(label.name)")
    case .loop: break
    }
  }

  /// What the label names if it labels a statement around `scope`; `.other` if it does not, `nil` if it is unknown.
  private mutating func enclosingTarget(_ name: String, _ scope: Int) -> Target? {
    guard let label = labels[name] else { return nil }
    labels[name]!.isUsed = true
    var current: Int? = scope
    while let index = current {
      if scopes[index].label == name { return label.target }
      current = scopes[index].parent
    }
    return .other
  }

  private mutating func checkFallthrough(_ statement: Stmt, _ context: Context, isLast: Bool) {
    let message: String
    switch (context.innermost, context.isLastCase) {
    case (.typeSwitch, _): message = "cannot fallthrough in type switch"
    case (.expressionSwitch, let isLastCase?) where isLast:
      if !isLastCase { return }
      message = "cannot fallthrough final case in switch"
    default: message = "fallthrough statement out of place"
    }
    report(statement.span.start, message)
  }

  private mutating func resolve(_ name: Ident, from scope: Int) {
    guard let label = labels[name.name] else {
      report(name.span.start, "label \(name.name) not defined")
      return
    }
    labels[name.name]!.isUsed = true
    var current: Int? = scope
    while let index = current, index != label.scope { current = scopes[index].parent }
    guard current != nil else {
      let start = place(scopes[label.scope].start.offset)
      report(name.span.start, "goto \(name.name) jumps into block starting at \(start)")
      return
    }
    let skipped = scopes[label.scope].variables.last {
      $0.offset > name.span.start && $0.offset < label.ident.span.start
    }
    if let skipped {
      report(
        name.span.start,
        "goto \(name.name) jumps over declaration of \(skipped.names) at \(place(skipped.offset))")
    }
  }
}
