import GoSyntax
import MachineCode
import SourceText

/// What a scene's directives say, bound to the statements of its program.
public struct SceneScript: Sendable {
  /// Title and description by language.
  public var titles: [String: String] = [:]
  public var abouts: [String: String] = [:]
  public var options: [(option: Directive.Option, span: Span)] = []
  /// In source order.
  public var cues: [Cue] = []
  public var expectedLeaks: Int?
  public var expectedEscapes: [(name: String, span: Span)] = []

  /// Byte offsets at which statements begin, by file, sorted.
  private var statements: [FileID: [Int32]] = [:]

  /// Where the statement that a place stands in begins.
  func statementStart(before position: Position) -> Position? {
    let starts = statements[position.file] ?? []
    // The starts ascend: bisect for the first behind the place.
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= position.offset { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : Position(file: position.file, offset: starts[low - 1])
  }

  /// What is said, asked or halted at before one statement begins.
  public struct Cue: Sendable {
    /// Where the statement begins.
    public var position: Position
    public var says: [String: String] = [:]
    public var questions: [String: Question] = [:]
    public var isStop = false
    public var span: Span
  }

  /// True when the file carries a title: what the chooser lists.
  public var isScene: Bool { !titles.isEmpty }

  /// The text in `language`, else in English.
  public static func pick(_ texts: [String: String], _ language: String) -> String {
    texts[language] ?? texts["en"] ?? texts.min { $0.key < $1.key }?.value ?? ""
  }

  public init() {}

  /// Reads a file's directives. Narration binds to the first statement that begins behind it.
  public init(file: File, diagnostics: inout [Diagnostic]) {
    let (directives, problems) = Directive.read(file)
    diagnostics += problems
    let starts = StatementStarts.of(file)
    statements[file.id] = starts
    for directive in directives { add(directive, starts, &diagnostics) }
  }

  /// Adds what another file of the same program says.
  mutating func merge(_ other: SceneScript) {
    titles.merge(other.titles) { first, _ in first }
    abouts.merge(other.abouts) { first, _ in first }
    options += other.options
    cues += other.cues
    expectedLeaks = expectedLeaks ?? other.expectedLeaks
    expectedEscapes += other.expectedEscapes
    statements.merge(other.statements) { first, _ in first }
  }

  private mutating func add(_ directive: Directive, _ starts: [Int32], _ diagnostics: inout [Diagnostic]) {
    switch directive.kind {
    case .scene(let text, let language): titles[language] = text
    case .about(let text, let language): abouts[language] = text
    case .option(let list): options += list.map { ($0, directive.span) }
    case .expectLeak(let count): expectedLeaks = count
    case .expectEscape(let name): expectedEscapes.append((name, directive.span))
    case .say(let text, let language):
      withCue(directive, starts, &diagnostics) { cue in
        cue.says[language] = cue.says[language].map { "\($0) \(text)" } ?? text
      }
    case .ask(let question, let language):
      withCue(directive, starts, &diagnostics) { $0.questions[language] = question }
    case .stop:
      withCue(directive, starts, &diagnostics) { $0.isStop = true }
    }
  }

  private mutating func withCue(
    _ directive: Directive, _ starts: [Int32], _ diagnostics: inout [Diagnostic], _ body: (inout Cue) -> Void
  ) {
    guard let start = starts.first(where: { $0 >= directive.span.end }) else {
      diagnostics.append(Diagnostic(at: directive.span.startPosition, "no statement follows this directive"))
      return
    }
    let position = Position(file: directive.span.file, offset: start)
    if cues.last?.position != position { cues.append(Cue(position: position, span: directive.span)) }
    body(&cues[cues.count - 1])
  }
}

/// The byte offsets at which a file's statements begin.
enum StatementStarts {
  static func of(_ file: File) -> [Int32] {
    var collector = StatementCollector()
    for decl in file.decls {
      if case .func(let function) = decl, let body = function.body { collector.visit(body.statements) }
    }
    return collector.starts.sorted()
  }
}

private struct StatementCollector {
  var starts: [Int32] = []

  mutating func visit(_ statements: [Stmt]) {
    for statement in statements { visit(statement) }
  }

  mutating func visit(_ statement: Stmt) {
    switch statement.kind {
    case .block(let block): return visit(block.statements)
    case .empty: return
    case .labeled(_, let inner): return visit(inner)
    default: starts.append(statement.span.start)
    }
    switch statement.kind {
    case .if(_, _, let then, let otherwise):
      visit(then.statements)
      if let otherwise {
        if case .block(let block) = otherwise.kind { visit(block.statements) } else { visit(otherwise) }
      }
    case .for(_, _, _, let body), .range(_, let body): visit(body.statements)
    case .switch(_, _, let cases, _), .typeSwitch(_, _, _, let cases, _):
      for clause in cases { visit(clause.body) }
    case .select(let cases, _):
      for clause in cases { visit(clause.body) }
    default: break
    }
    for literal in FunctionLiterals.bodies(in: statement) { visit(literal.statements) }
  }
}

/// Bodies of the function literals in a statement's own expressions (not in its nested statements).
enum FunctionLiterals {
  static func bodies(in statement: Stmt) -> [Block] {
    switch statement.kind {
    case .expr(let e), .go(let e), .defer(let e): bodies(in: [e])
    case .send(let channel, let value): bodies(in: [channel, value])
    case .incDec(let e, _): bodies(in: [e])
    case .assign(let lhs, let rhs), .define(let lhs, let rhs): bodies(in: lhs + rhs)
    case .opAssign(let lhs, _, let rhs): bodies(in: [lhs, rhs])
    case .return(let values): bodies(in: values)
    case .decl(let decls):
      decls.flatMap { decl -> [Block] in
        if case .var(let spec) = decl { bodies(in: spec.values) } else { [] }
      }
    case .if(let initial, let condition, _, _): (initial.map { bodies(in: $0) } ?? []) + bodies(in: [condition])
    case .for(let initial, let condition, let post, _):
      [initial, post].compactMap { $0 }.flatMap { bodies(in: $0) } + bodies(in: condition.map { [$0] } ?? [])
    case .range(let clause, _): bodies(in: [clause.operand])
    case .switch(let initial, let tag, _, _):
      (initial.map { bodies(in: $0) } ?? []) + bodies(in: tag.map { [$0] } ?? [])
    default: []
    }
  }

  private static func bodies(in expressions: [Expr]) -> [Block] {
    expressions.flatMap { expression -> [Block] in
      switch expression.kind {
      case .funcLiteral(_, let body): [body]
      case .composite(_, let elements, _): bodies(in: elements.map(\.value))
      case .paren(let e), .selector(let e, _), .star(let e), .unary(_, let e), .typeAssert(let e, _): bodies(in: [e])
      case .index(let e, let indices): bodies(in: [e] + indices)
      case .slice(let e, let low, let high, let max, _): bodies(in: [e] + [low, high, max].compactMap { $0 })
      case .call(let e, let arguments, _): bodies(in: [e] + arguments)
      case .binary(_, let a, let b): bodies(in: [a, b])
      default: []
      }
    }
  }
}
