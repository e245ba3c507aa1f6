import SourceText

/// A parsed file.
public struct File: Sendable {
  public var id: FileID
  public var packageName: Ident
  /// In source order; also the `.import` declarations among `decls`.
  public var imports: [ImportSpec]
  public var decls: [Decl]
  /// Every comment in source order (`//gomem:` and `//go:` directives are read from these).
  public var comments: [Comment]
  /// The language version of a `//go:build go1.N` line, if any.
  public var goVersion: String?
  /// The file has errors that keep Go from checking types: syntax errors, or a header that the go command cannot read.
  /// (A malformed literal or a wrong label is no such error: the checker's findings are reported beside it.)
  public var hasSyntaxErrors = false

  public init(
    id: FileID, packageName: Ident, imports: [ImportSpec], decls: [Decl], comments: [Comment], goVersion: String? = nil
  ) {
    self.id = id
    self.packageName = packageName
    self.imports = imports
    self.decls = decls
    self.comments = comments
    self.goVersion = goVersion
  }
}

/// A comment with its delimiters.
public struct Comment: Hashable, Sendable {
  public var span: Span
  /// The text with `//` or `/* */`, without the line end.
  public var text: String
  public init(span: Span, text: String) {
    self.span = span
    self.text = text
  }
}

/// An identifier where it is declared or used. `_` is the blank identifier; `name` is empty after a syntax error.
public struct Ident: Hashable, Sendable {
  public var id: NodeID
  public var span: Span
  public var name: String
  public init(id: NodeID, span: Span, name: String) {
    self.id = id
    self.span = span
    self.name = name
  }
  public var isBlank: Bool { name == "_" }
}

// MARK: - Declarations

public enum Decl: Sendable {
  case `import`(ImportSpec)
  case const(ConstSpec)
  case `var`(VarSpec)
  case type(TypeSpec)
  case `func`(FuncDecl)
  case bad(NodeID, Span)
}

public struct ImportSpec: Sendable {
  public var id: NodeID
  public var span: Span
  /// `nil`, a name, `.` or `_`.
  public var name: Ident?
  public var path: String
  public var pathSpan: Span
  public init(id: NodeID, span: Span, name: Ident?, path: String, pathSpan: Span) {
    self.id = id
    self.span = span
    self.name = name
    self.path = path
    self.pathSpan = pathSpan
  }
}

/// One line of a `const` group. A line without values repeats those of the last line that had some: the parser fills in
/// `type` and `values` from there and sets `inherited`.
public struct ConstSpec: Sendable {
  public var id: NodeID
  public var span: Span
  public var names: [Ident]
  public var type: Expr?
  public var values: [Expr]
  /// The value of `iota`: the line's index in its group.
  public var iota: Int
  public var inherited: Bool
  public init(
    id: NodeID, span: Span, names: [Ident], type: Expr?, values: [Expr], iota: Int, inherited: Bool
  ) {
    self.id = id
    self.span = span
    self.names = names
    self.type = type
    self.values = values
    self.iota = iota
    self.inherited = inherited
  }
}

public struct VarSpec: Sendable {
  public var id: NodeID
  public var span: Span
  public var names: [Ident]
  public var type: Expr?
  public var values: [Expr]
  public init(id: NodeID, span: Span, names: [Ident], type: Expr?, values: [Expr]) {
    self.id = id
    self.span = span
    self.names = names
    self.type = type
    self.values = values
  }
}

public struct TypeSpec: Sendable {
  public var id: NodeID
  public var span: Span
  public var name: Ident
  public var typeParams: [TypeParamDecl]
  public var isAlias: Bool
  public var type: Expr
  public init(
    id: NodeID, span: Span, name: Ident, typeParams: [TypeParamDecl], isAlias: Bool, type: Expr
  ) {
    self.id = id
    self.span = span
    self.name = name
    self.typeParams = typeParams
    self.isAlias = isAlias
    self.type = type
  }
}

/// `K, V constraint` is two of these that share the constraint expression.
public struct TypeParamDecl: Sendable {
  public var name: Ident
  public var constraint: Expr
  public init(name: Ident, constraint: Expr) {
    self.name = name
    self.constraint = constraint
  }
}

public struct FuncDecl: Sendable {
  public var id: NodeID
  public var span: Span
  public var name: Ident
  public var receiver: Param?
  public var typeParams: [TypeParamDecl]
  public var signature: FuncTypeExpr
  /// `nil` for a function without body (an intrinsic) and for one whose body has not been parsed yet.
  public var body: Block?
  /// Where the body stands, braces included, when `ParseMode.declarationsOnly` skipped it; see `Parser.parseBody`.
  public var deferredBody: Span?
  /// `//go:noinline` and other `//go:` and `//gomem:` lines directly above, without the slashes.
  public var directives: [String]
  public init(
    id: NodeID, span: Span, name: Ident, receiver: Param?, typeParams: [TypeParamDecl], signature: FuncTypeExpr,
    body: Block?, deferredBody: Span? = nil, directives: [String] = []
  ) {
    self.id = id
    self.span = span
    self.name = name
    self.receiver = receiver
    self.typeParams = typeParams
    self.signature = signature
    self.body = body
    self.deferredBody = deferredBody
    self.directives = directives
  }
}

/// A parameter or result; one per name (`a, b int` is two that share the type expression).
public struct Param: Sendable {
  public var name: Ident?
  public var type: Expr
  /// `...T`: `type` is then `T`.
  public var isVariadic: Bool
  public var span: Span
  /// Where the `...` stands, if there is one. It need not be on the last parameter: the checker refuses that.
  public var ellipsis: Position?
  public init(name: Ident?, type: Expr, isVariadic: Bool, span: Span, ellipsis: Position? = nil) {
    self.name = name
    self.type = type
    self.isVariadic = isVariadic
    self.span = span
    self.ellipsis = ellipsis
  }
}

public struct FuncTypeExpr: Sendable {
  public var span: Span
  public var params: [Param]
  public var results: [Param]
  public init(span: Span, params: [Param], results: [Param]) {
    self.span = span
    self.params = params
    self.results = results
  }
}

// MARK: - Expressions and type expressions

public struct Expr: Sendable {
  public let id: NodeID
  /// From the first to behind the last byte.
  public var span: Span
  /// The position that Go's compiler gives the node, used by `-m` lines: the operator of a binary expression, the `(`
  /// of a call and so on (cmd/compile/internal/syntax/parser.go, Go 1.23). Errors are reported at `errorPosition`.
  public var pos: Position
  public var kind: Kind

  public init(id: NodeID, span: Span, pos: Position, kind: Kind) {
    self.id = id
    self.span = span
    self.pos = pos
    self.kind = kind
  }

  /// Where Go reports an error about this expression: its leftmost operand's position, except that a slice expression
  /// counts from its `[`, a function type from behind `func` (cmd/compile/internal/syntax/positions.go, StartPos).
  public var errorPosition: Position {
    var current = self
    while true {
      switch current.kind {
      case .composite(let type?, _, _): current = type
      case .selector(let operand, _), .index(let operand, _), .typeAssert(let operand, _), .call(let operand, _, _),
        .binary(_, let operand, _):
        current = operand
      default: return current.pos
      }
    }
  }

  public indirect enum Kind: Sendable {
    case bad
    case ident(String)
    /// The literal as written.
    case literal(LiteralKind, String)
    /// `T{...}`, or `{...}` with an elided type inside another literal.
    case composite(type: Expr?, elements: [KeyedElement], closeBrace: Position)
    case funcLiteral(FuncTypeExpr, Block)
    case paren(Expr)
    case selector(Expr, Ident)
    /// `x[i]`, `x[T1, T2]`: index or instantiation.
    case index(Expr, [Expr])
    case slice(Expr, low: Expr?, high: Expr?, max: Expr?, isFull: Bool)
    /// `x.(T)`; `nil` for `x.(type)`.
    case typeAssert(Expr, Expr?)
    case call(Expr, arguments: [Expr], hasEllipsis: Bool)
    /// `*x`: dereference or pointer type.
    case star(Expr)
    case unary(UnaryOperator, Expr)
    case binary(BinaryOperator, Expr, Expr)

    // Type expressions.
    /// `[N]T`; `nil` length for `[...]T`.
    case arrayType(length: Expr?, element: Expr)
    case sliceType(Expr)
    case structType([FieldDecl])
    case funcType(FuncTypeExpr)
    case interfaceType([InterfaceElement])
    case mapType(key: Expr, value: Expr)
    case chanType(ChanDirection, Expr)
  }
}

public enum LiteralKind: Sendable { case int, float, imaginary, rune, string }

public struct KeyedElement: Sendable {
  public var key: Expr?
  public var value: Expr
  public init(key: Expr?, value: Expr) {
    self.key = key
    self.value = value
  }
}

public enum ChanDirection: Sendable { case both, send, receive }

/// A struct field; one per name. An embedded field has no name: `type` names it.
public struct FieldDecl: Sendable {
  public var id: NodeID
  public var span: Span
  public var name: Ident?
  public var type: Expr
  /// The tag's value (unquoted), if there is one.
  public var tag: String?
  public var isEmbedded: Bool { name == nil }
  public init(id: NodeID, span: Span, name: Ident?, type: Expr, tag: String?) {
    self.id = id
    self.span = span
    self.name = name
    self.type = type
    self.tag = tag
  }
}

public enum InterfaceElement: Sendable {
  case method(Ident, FuncTypeExpr)
  /// An embedded type or a union of terms.
  case union([UnionTerm])
}

public struct UnionTerm: Sendable {
  public var tilde: Bool
  public var type: Expr
  /// Where the term begins: its `~` if it has one.
  public var pos: Position
  public init(tilde: Bool, type: Expr, pos: Position? = nil) {
    self.tilde = tilde
    self.type = type
    self.pos = pos ?? type.errorPosition
  }
}

/// `<-x` is `.receive`.
public enum UnaryOperator: String, Sendable {
  case plus = "+", minus = "-", not = "!", xor = "^", address = "&", receive = "<-", tilde = "~"
}

public enum BinaryOperator: String, Sendable {
  case logicalOr = "||", logicalAnd = "&&"
  case equal = "==", notEqual = "!=", less = "<", lessEqual = "<=", greater = ">", greaterEqual = ">="
  case add = "+", subtract = "-", or = "|", xor = "^"
  case multiply = "*", divide = "/", remainder = "%", and = "&", andNot = "&^", shiftLeft = "<<", shiftRight = ">>"

  public var isComparison: Bool {
    switch self {
    case .equal, .notEqual, .less, .lessEqual, .greater, .greaterEqual: true
    default: false
    }
  }
  public var isShift: Bool { self == .shiftLeft || self == .shiftRight }
  public var isLogical: Bool { self == .logicalOr || self == .logicalAnd }
}

// MARK: - Statements

public struct Block: Sendable {
  public var id: NodeID
  /// Braces included.
  public var span: Span
  public var statements: [Stmt]
  public init(id: NodeID, span: Span, statements: [Stmt]) {
    self.id = id
    self.span = span
    self.statements = statements
  }
  /// Where the closing brace stands: "missing return" is reported there.
  public var closeBrace: Position { Position(file: span.file, offset: max(span.start, span.end - 1)) }
}

public struct Stmt: Sendable {
  public let id: NodeID
  public var span: Span
  /// The position that Go's compiler gives the node: the operator of an assignment, and so on.
  public var pos: Position
  public var kind: Kind

  public init(id: NodeID, span: Span, pos: Position, kind: Kind) {
    self.id = id
    self.span = span
    self.pos = pos
    self.kind = kind
  }

  public indirect enum Kind: Sendable {
    case bad
    case empty
    case block(Block)
    case expr(Expr)
    case send(channel: Expr, value: Expr)
    case incDec(Expr, isIncrement: Bool)
    /// `=`
    case assign(lhs: [Expr], rhs: [Expr])
    /// `+=` and the like.
    case opAssign(Expr, BinaryOperator, Expr)
    /// `:=`; the left side is kept as expressions because Go reports non-names there.
    case define(lhs: [Expr], rhs: [Expr])
    case decl([Decl])
    case go(Expr)
    case `defer`(Expr)
    case `return`([Expr])
    case `break`(label: Ident?)
    case `continue`(label: Ident?)
    case goto(label: Ident)
    case `fallthrough`
    case labeled(Ident, Stmt)
    /// `otherwise` is a block or another `if`.
    case `if`(initial: Stmt?, condition: Expr, then: Block, otherwise: Stmt?)
    case `for`(initial: Stmt?, condition: Expr?, post: Stmt?, body: Block)
    case range(RangeClause, body: Block)
    case `switch`(initial: Stmt?, tag: Expr?, cases: [SwitchCase], bodySpan: Span)
    /// `switch binding := operand.(type)`.
    case typeSwitch(initial: Stmt?, binding: Ident?, operand: Expr, cases: [SwitchCase], bodySpan: Span)
    case select([SelectCase], bodySpan: Span)
  }
}

/// `for key, value := range operand`.
public struct RangeClause: Sendable {
  public var key: Expr?
  public var value: Expr?
  /// A third left side, which no range has.
  public var extra: Expr?
  public var isDefine: Bool
  public var operand: Expr
  public init(key: Expr?, value: Expr?, isDefine: Bool, operand: Expr, extra: Expr? = nil) {
    self.key = key
    self.value = value
    self.extra = extra
    self.isDefine = isDefine
    self.operand = operand
  }
}

public struct SwitchCase: Sendable {
  public var id: NodeID
  public var span: Span
  /// Empty and `isDefault` for `default`.
  public var values: [Expr]
  public var isDefault: Bool
  public var body: [Stmt]
  public var colon: Position
  public init(id: NodeID, span: Span, values: [Expr], isDefault: Bool, body: [Stmt], colon: Position) {
    self.id = id
    self.span = span
    self.values = values
    self.isDefault = isDefault
    self.body = body
    self.colon = colon
  }
}

public struct SelectCase: Sendable {
  public var id: NodeID
  public var span: Span
  /// `nil` for `default`; else a send, an expression statement with a receive, an assignment or a definition from one.
  public var communication: Stmt?
  public var body: [Stmt]
  public var colon: Position
  public init(id: NodeID, span: Span, communication: Stmt?, body: [Stmt], colon: Position) {
    self.id = id
    self.span = span
    self.communication = communication
    self.body = body
    self.colon = colon
  }
}
