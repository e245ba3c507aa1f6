import SourceText

/// How much of a file is parsed.
public enum ParseMode: Sendable {
  /// Everything.
  case full
  /// Function bodies are skipped by matching braces and recorded as `FuncDecl.deferredBody`; `Parser.parseBody` parses
  /// them later. Of the comments only directives are kept. Errors inside bodies show when they are parsed.
  case declarationsOnly
}

/// A recursive-descent parser for Go 1.23 that reads tokens on demand.
///
/// Its messages, their places and their order are those of Go's compiler, and so is the way it goes on behind an error
/// (cmd/compile/internal/syntax/parser.go, Go 1.23): which tokens it skips decides which further errors appear.
/// Every loop consumes a token or ends; nesting is limited, so no input can overflow the stack.
public struct Parser {
  var scanner: Scanner
  var ids: NodeIDs
  let mode: ParseMode

  /// Functions around the current token: inside one, error recovery also stops at statement keywords.
  var functionDepth = 0
  /// Parentheses, brackets and literal braces around the current token; negative in the header of `if`, `for` and
  /// `switch`, where a `{` behind a name begins the block and not a composite literal.
  var expressionDepth = 0
  /// Errors that Go's checker finds, and so only where no file has a syntax error; the tree has no place for them.
  var checkerErrors: [(offset: Int, message: String)] = []
  /// What the go command finds wrong while it reads the imports; see `headerError(at:_:)`.
  var firstHeaderError: (offset: Int, message: String)?
  /// Between the parentheses of a group of declarations (only imports ask).
  var isInGroup = false
  /// Levels of the tree above the current node.
  private var nesting = 0
  /// At least the height of the highest tree built at the current level.
  private var height = 0
  /// The tree became too deep and the rest of the file was skipped.
  private var gaveUp = false

  /// How deep source may be nested, and how high a tree may become: chains as `a + b + c` grow it without nesting. Go
  /// has no such limits, but the parser and every later stage walk the tree recursively.
  public static let maximumNesting = 500
  public static let maximumHeight = 1000

  private init(
    _ bytes: UnsafeBufferPointer<UInt8>, source: SourceFile, id: FileID, ids: NodeIDs, mode: ParseMode
  ) {
    scanner = Scanner(bytes, log: ErrorLog(source: source, file: id), keepsAllComments: mode == .full)
    self.ids = ids
    self.mode = mode
  }

  // MARK: Entry points

  /// Parses a whole file. Whatever the bytes, the result is a tree; where the package clause is wrong it is an empty
  /// one. `File.hasSyntaxErrors` tells whether Go's compiler would stop before type checking.
  public static func parse(
    _ source: SourceFile, id: FileID, ids: inout NodeIDs, mode: ParseMode
  ) -> (file: File, diagnostics: [Diagnostic]) {
    source.bytes.withUnsafeBufferPointer { bytes in
      var parser = Parser(bytes, source: source, id: id, ids: ids, mode: mode)
      var file = parser.parseFile()
      ids = parser.ids
      file.hasSyntaxErrors = parser.hasSyntaxErrors
      return (file, parser.diagnostics())
    }
  }

  /// Parses the body that `declarationsOnly` skipped; `function.deferredBody` must be of the same `source`.
  public static func parseBody(
    of function: FuncDecl, in source: SourceFile, id: FileID, ids: inout NodeIDs
  ) -> (block: Block, diagnostics: [Diagnostic]) {
    source.bytes.withUnsafeBufferPointer { bytes in
      var parser = Parser(bytes, source: source, id: id, ids: ids, mode: .full)
      guard let span = function.deferredBody, Int(span.end) <= bytes.count else {
        let none = Block(id: parser.ids.next(), span: function.span, statements: [])
        ids = parser.ids
        return (none, [])
      }
      parser.scanner.cursor = Int(span.start)
      parser.next()
      let block = parser.functionBody()
      ids = parser.ids
      return (block, parser.diagnostics())
    }
  }

  /// Parses one expression that fills the whole of `source` (for tools that take expressions from a person).
  public static func parseExpression(
    _ source: SourceFile, id: FileID, ids: inout NodeIDs
  ) -> (expression: Expr, diagnostics: [Diagnostic]) {
    source.bytes.withUnsafeBufferPointer { bytes in
      var parser = Parser(bytes, source: source, id: id, ids: ids, mode: .full)
      parser.next()
      let expression = parser.expression()
      if parser.token == .semicolon { parser.next() }
      if parser.token != .endOfFile { parser.syntaxError("after expression") }
      ids = parser.ids
      return (expression, parser.diagnostics())
    }
  }

  // MARK: Tokens

  var token: Token {
    @inline(__always) get { scanner.token }
  }
  /// Where the current token starts.
  var start: Int {
    @inline(__always) get { scanner.start }
  }

  mutating func next() { scanner.next() }

  /// Consumes `expected` if it is the current token.
  mutating func got(_ expected: Token) -> Bool {
    guard token == expected else { return false }
    next()
    return true
  }

  mutating func want(_ expected: Token) {
    if !got(expected) {
      syntaxError("expected \(expected.description)")
      skipOne()
    }
  }

  /// `=`; also `:=` by mistake, with an error.
  mutating func gotAssign() -> Bool {
    if token == .define { syntaxError("expected =") }
    guard token == .define || token == .assign else { return false }
    next()
    return true
  }

  func isOperator(_ op: Operator) -> Bool { token == .operator && scanner.op == op }

  // MARK: Errors

  private var hasSyntaxErrors: Bool {
    scanner.log.hasSyntaxErrors || firstHeaderError != nil || gaveUp
  }

  private mutating func diagnostics() -> [Diagnostic] {
    if let firstHeaderError {
      return [Diagnostic(at: position(firstHeaderError.offset), firstHeaderError.message)]
    }
    if !hasSyntaxErrors {
      for (offset, message) in checkerErrors { error(at: offset, message) }
    }
    return scanner.log.sorted()
  }

  mutating func error(at offset: Int, _ message: String) { scanner.report(at: offset, message) }

  mutating func syntaxError(_ message: String) { syntaxError(at: start, message) }

  /// Reports a syntax error. A message that begins with "expected", "in", "at" or "after" speaks of the current token,
  /// which is then named before it.
  mutating func syntaxError(at offset: Int, _ message: String) {
    // At the end of the file everything is missing that an earlier error made the parser miss.
    if token == .endOfFile, scanner.log.count > 0 { return }
    let separator: String
    if message.hasPrefix("in ") || message.hasPrefix("at ") || message.hasPrefix("after ") {
      separator = " "
    } else if message.hasPrefix("expected ") {
      separator = ", "
    } else {
      return error(at: offset, "syntax error: \(message)")
    }
    error(at: offset, "syntax error: unexpected \(tokenText)\(separator)\(message)")
  }

  /// Before it compiles, the go command reads the package clause and the imports with a parser of its own, stops at the
  /// first error and words it differently (package go/parser). Such an error is then the only one of the file.
  mutating func headerError(at offset: Int, _ message: String) {
    if firstHeaderError == nil { firstHeaderError = (offset, message) }
  }

  /// The current token as go/parser calls it.
  var foundText: String {
    switch token {
    case .name, .literal: scanner.text
    case .semicolon: scanner.start < scanner.end && scanner.text == "\n" ? "newline" : "';'"
    case .endOfFile: "'EOF'"
    default: "'\(scanner.text)'"
    }
  }

  /// The current token as messages call it.
  private var tokenText: String {
    switch token {
    case .name: "name \(scanner.text)"
    case .semicolon: "\(scanner.semicolonText)"
    case .literal: "literal \(scanner.text)"
    case .operator: scanner.op.description
    case .assignOperator: scanner.op.description + "="
    case .incDec: scanner.op.description + scanner.op.description
    default: token.description
    }
  }

  /// Skips to a token of `follow`; inside functions also to a keyword that begins a statement.
  mutating func skip(to follow: TokenSet) {
    var stops = follow
    if functionDepth > 0 { stops.formUnion(.statementStarts) }
    while token != .endOfFile, !stops.contains(token) { next() }
  }

  /// Skips one token, so that the parser moves on.
  mutating func skipOne() {
    if token != .endOfFile { next() }
  }

  /// Goes one level down; the result is for `leave`.
  mutating func enter() -> Int {
    nesting += 1
    defer { height = 0 }
    return height
  }

  mutating func leave(_ outerHeight: Int) {
    nesting -= 1
    height = max(outerHeight, height + 1)
  }

  /// An operator or suffix puts what was built at this level under one more node. True if that is too high.
  mutating func grow() -> Bool {
    height += 1
    return isTooDeep()
  }

  /// Measures the height of what `build` builds apart from what stands beside it.
  mutating func measured(_ build: (inout Parser) -> Expr) -> Expr {
    let outer = height
    height = 0
    defer { height = max(outer, height) }
    return build(&self)
  }

  /// True, with an error, if the tree is too deep here. The rest of the file is then given up.
  mutating func isTooDeep() -> Bool {
    guard nesting > Parser.maximumNesting || height > Parser.maximumHeight else { return false }
    if token != .endOfFile {
      let limit = nesting > Parser.maximumNesting ? Parser.maximumNesting : Parser.maximumHeight
      error(at: start, "not supported yet: nesting deeper than \(limit) levels")
      gaveUp = true
      scanner.jumpToEnd()
    }
    return true
  }

  // MARK: Nodes

  func position(_ offset: Int) -> Position { Position(file: scanner.log.file, offset: Int32(offset)) }

  /// From `start` to the end of the last consumed token.
  func span(from start: Int) -> Span {
    Span(file: scanner.log.file, start: Int32(start), end: Int32(max(start, scanner.previousEnd)))
  }

  mutating func node(_ kind: Expr.Kind, from start: Int, at offset: Int) -> Expr {
    Expr(id: ids.next(), span: span(from: start), pos: position(offset), kind: kind)
  }

  mutating func node(_ kind: Expr.Kind, from start: Int) -> Expr { node(kind, from: start, at: start) }

  mutating func statement(_ kind: Stmt.Kind, from start: Int, at offset: Int) -> Stmt {
    Stmt(id: ids.next(), span: span(from: start), pos: position(offset), kind: kind)
  }

  /// An expression that is missing at the current token.
  mutating func badExpression() -> Expr { badExpression(at: start) }

  mutating func badExpression(at offset: Int) -> Expr {
    let span = Span(file: scanner.log.file, start: Int32(offset), end: Int32(offset))
    return Expr(id: ids.next(), span: span, pos: position(offset), kind: .bad)
  }

  func offset(_ position: Position) -> Int { Int(position.offset) }

  // MARK: Names and lists

  /// A name; after an error the blank identifier stands for it.
  mutating func name() -> Ident {
    let from = start
    if token == .name {
      let text = scanner.text
      next()
      return Ident(id: ids.next(), span: span(from: from), name: text)
    }
    syntaxError("expected name")
    let place = Span(file: scanner.log.file, start: Int32(from), end: Int32(from))
    skipOne()
    return Ident(id: ids.next(), span: place, name: "_")
  }

  func expression(_ name: Ident) -> Expr {
    Expr(id: name.id, span: name.span, pos: name.span.startPosition, kind: .ident(name.name))
  }

  /// The name that an expression is, if it is nothing else.
  func nameOnly(_ expression: Expr) -> Ident? {
    guard case .ident(let name) = expression.kind else { return nil }
    return Ident(id: expression.id, span: expression.span, name: name)
  }

  mutating func nameList(_ first: Ident) -> [Ident] {
    var names = [first]
    while got(.comma) { names.append(name()) }
    return names
  }

  /// Elements between brackets whose opening one is consumed: separated by `separator`, which may also stand before
  /// `close`. `element` returns true if no more elements may follow. Returns where `close` stands.
  mutating func list(
    _ context: StaticString, separator: Token, close: Token, _ element: (inout Parser) -> Bool
  ) -> Int {
    var isDone = false
    while token != .endOfFile, token != close, !isDone {
      isDone = element(&self)
      if !got(separator), token != close {
        syntaxError("in \(context); possibly missing \(separator.description) or \(close.description)")
        skip(to: [.rightParen, .rightBracket, .rightBrace])
        if token != close { return start }
      }
    }
    let end = start
    want(close)
    return end
  }
}
