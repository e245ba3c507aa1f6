/// The kinds of token, as coarse as the grammar needs them: all binary and unary operators share `.operator`, because
/// only their precedence matters to the parser. `*` and `<-` stand alone since they also begin types.
///
/// Raw values stay below 64 so that a `TokenSet` is one word.
enum Token: UInt8 {
  case endOfFile, name, literal
  case `operator`, assignOperator, incDec, assign, define, arrow, star
  case leftParen, leftBracket, leftBrace, rightParen, rightBracket, rightBrace
  case comma, semicolon, colon, dot, ellipsis
  // Keywords: from here on.
  case `break`, `case`, chan, const, `continue`, `default`, `defer`, `else`, `fallthrough`, `for`, `func`, go, goto
  case `if`, `import`, interface, map, package, range, `return`, select, `struct`, `switch`, type, `var`

  /// How an error message names the token (cmd/compile/internal/syntax/tokens.go, Go 1.23).
  var description: String {
    switch self {
    case .endOfFile: "EOF"
    case .name: "name"
    case .literal: "literal"
    case .operator: "op"
    case .assignOperator: "op="
    case .incDec: "opop"
    case .assign: "="
    case .define: ":="
    case .arrow: "<-"
    case .star: "*"
    case .leftParen: "("
    case .leftBracket: "["
    case .leftBrace: "{"
    case .rightParen: ")"
    case .rightBracket: "]"
    case .rightBrace: "}"
    case .comma: "comma"
    case .semicolon: "semicolon or newline"
    case .colon: ":"
    case .dot: "."
    case .ellipsis: "..."
    case .break: "break"
    case .case: "case"
    case .chan: "chan"
    case .const: "const"
    case .continue: "continue"
    case .default: "default"
    case .defer: "defer"
    case .else: "else"
    case .fallthrough: "fallthrough"
    case .for: "for"
    case .func: "func"
    case .go: "go"
    case .goto: "goto"
    case .if: "if"
    case .import: "import"
    case .interface: "interface"
    case .map: "map"
    case .package: "package"
    case .range: "range"
    case .return: "return"
    case .select: "select"
    case .struct: "struct"
    case .switch: "switch"
    case .type: "type"
    case .var: "var"
    }
  }

  var isKeyword: Bool { rawValue >= Token.break.rawValue }

  /// True where a line end behind the token becomes a semicolon (Go spec, "Semicolons").
  var endsStatement: Bool {
    switch self {
    case .name, .literal, .incDec, .rightParen, .rightBracket, .rightBrace, .break, .continue, .fallthrough, .return:
      true
    default: false
    }
  }

  /// The keyword that `length` bytes at `bytes` spell, or `nil`. The length and first byte leave few candidates.
  static func keyword(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> Token? {
    guard length >= 2, length <= 11 else { return nil }
    func matches(_ text: StaticString) -> Bool {
      guard text.utf8CodeUnitCount == length else { return false }
      for index in 1..<length where text.utf8Start[index] != bytes[index] { return false }
      return true
    }
    switch bytes[0] {
    case UInt8(ascii: "b"): return matches("break") ? .break : nil
    case UInt8(ascii: "c"):
      switch length {
      case 4: return matches("case") ? .case : matches("chan") ? .chan : nil
      case 5: return matches("const") ? .const : nil
      case 8: return matches("continue") ? .continue : nil
      default: return nil
      }
    case UInt8(ascii: "d"): return matches("defer") ? .defer : matches("default") ? .default : nil
    case UInt8(ascii: "e"): return matches("else") ? .else : nil
    case UInt8(ascii: "f"):
      switch length {
      case 3: return matches("for") ? .for : nil
      case 4: return matches("func") ? .func : nil
      case 11: return matches("fallthrough") ? .fallthrough : nil
      default: return nil
      }
    case UInt8(ascii: "g"): return matches("go") ? .go : matches("goto") ? .goto : nil
    case UInt8(ascii: "i"):
      switch length {
      case 2: return matches("if") ? .if : nil
      case 6: return matches("import") ? .import : nil
      case 9: return matches("interface") ? .interface : nil
      default: return nil
      }
    case UInt8(ascii: "m"): return matches("map") ? .map : nil
    case UInt8(ascii: "p"): return matches("package") ? .package : nil
    case UInt8(ascii: "r"): return matches("range") ? .range : matches("return") ? .return : nil
    case UInt8(ascii: "s"):
      guard length == 6 else { return nil }
      return matches("select") ? .select : matches("struct") ? .struct : matches("switch") ? .switch : nil
    case UInt8(ascii: "t"): return matches("type") ? .type : nil
    case UInt8(ascii: "v"): return matches("var") ? .var : nil
    default: return nil
    }
  }
}

/// A set of tokens in one word.
struct TokenSet: ExpressibleByArrayLiteral {
  var bits: UInt64 = 0

  init(arrayLiteral tokens: Token...) {
    for token in tokens { insert(token) }
  }
  func contains(_ token: Token) -> Bool { bits & (1 << UInt64(token.rawValue)) != 0 }
  mutating func insert(_ token: Token) { bits |= 1 << UInt64(token.rawValue) }
  mutating func formUnion(_ other: TokenSet) { bits |= other.bits }
  var isEmpty: Bool { bits == 0 }

  /// Keywords that begin a statement: inside a function, skipping after an error stops before them.
  static let statementStarts: TokenSet = [
    .break, .const, .continue, .defer, .fallthrough, .for, .go, .goto, .if, .return, .select, .switch, .type, .var,
  ]
}

/// Which operator an `.operator`, `.assignOperator`, `.incDec` or `.star` token is.
enum Operator: UInt8 {
  case none
  case not, tilde
  case logicalOr, logicalAnd
  case equal, notEqual, less, lessEqual, greater, greaterEqual
  case add, subtract, or, xor
  case multiply, divide, remainder, and, andNot, shiftLeft, shiftRight

  /// Binding strength as a binary operator, 1 (`||`) to 5 (`*`); 0 for what is unary only.
  var precedence: Int {
    switch self {
    case .none, .not, .tilde: 0
    case .logicalOr: 1
    case .logicalAnd: 2
    case .equal, .notEqual, .less, .lessEqual, .greater, .greaterEqual: 3
    case .add, .subtract, .or, .xor: 4
    case .multiply, .divide, .remainder, .and, .andNot, .shiftLeft, .shiftRight: 5
    }
  }

  var binary: BinaryOperator? {
    switch self {
    case .none, .not, .tilde: nil
    case .logicalOr: .logicalOr
    case .logicalAnd: .logicalAnd
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .less
    case .lessEqual: .lessEqual
    case .greater: .greater
    case .greaterEqual: .greaterEqual
    case .add: .add
    case .subtract: .subtract
    case .or: .or
    case .xor: .xor
    case .multiply: .multiply
    case .divide: .divide
    case .remainder: .remainder
    case .and: .and
    case .andNot: .andNot
    case .shiftLeft: .shiftLeft
    case .shiftRight: .shiftRight
    }
  }

  var description: String {
    switch self {
    case .none: ""
    case .not: "!"
    case .tilde: "~"
    default: binary!.rawValue
    }
  }
}
