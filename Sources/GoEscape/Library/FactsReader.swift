import GoTypes
import SourceText

/// Makes the tree of one of the library's functions from its facts: anew each time, since what is inlined is changed.
struct FactsReader {
  let trees: TreeBuilder
  private let package: FactsPackage
  private let types: FactsTypes
  private let arguments: [GoType]
  private let bytes: [UInt8]
  private var at: Int
  private var names: [Name] = []
  private var file = ""
  /// The function whose body is read.
  private var owner = Func("", function: nil, position: .none)
  private let place: Position?

  /// - Parameters:
  ///   - arguments: the shapes of the type arguments, for an instance of a generic function.
  ///   - place: where everything in the tree is said to be; `nil` for where it is in Go's sources.
  init(_ trees: TreeBuilder, _ entry: LibraryFacts.Entry, _ arguments: [GoType], at place: Position?) {
    self.trees = trees
    package = entry.package
    types = FactsTypes(entry.package, arguments)
    self.arguments = arguments
    bytes = entry.package.bytes
    at = entry.body?.lowerBound ?? 0
    self.place = place
  }

  mutating func function(into made: Func) { function(made, at: place) }

  private mutating func function(_ made: Func, at place: Position?) {
    owner = made
    expect("(")
    let (parameters, results) = (integer(), integer())
    let position = string().split(separator: ":")
    if position.count == 3 {
      file = String(position[0])
      made.place = package.facts.position(file, Int(position[1]) ?? 0, Int(position[2]) ?? 0)
    }
    expect("(")
    while !take(")") {
      let text = word()
      let type = types[integer()]
      let position = self.position() ?? place ?? made.place
      let index = made.variables.count
      let kind: Name.Kind =
        index < parameters
        ? .parameter : index < parameters + results ? .result : text.hasPrefix(".") ? .temporary : .local
      let isOwn = text.hasPrefix("~") || text.hasPrefix(".") || text == "_"
      let name = Name(isOwn ? text : "\(package.name).\(text)", kind, position, type, owner: made)
      names.append(name)
      made.variables.append(name)
      // Which types an instance is for, no value tells here: its dictionary is left out.
      if text == ".dict" { continue }
      if kind == .parameter {
        made.parameters.append(text == "_" ? nil : name)
        made.parameterTypes.append(type)
        made.parameterPositions.append(position)
      } else if kind == .result {
        name.resultIndex = index - parameters + 1
        made.results.append(name)
      }
    }
    made.body = nodes()
    expect(")")
    if made.body.isEmpty { made.body = [Node(.block, .none)] }
  }

  // MARK: - Characters

  private mutating func skipSpace() { while at < bytes.count, bytes[at] == UInt8(ascii: " ") { at += 1 } }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard at < bytes.count, bytes[at] == UInt8(ascii: character) else { return false }
    at += 1
    return true
  }

  private mutating func expect(_ character: Unicode.Scalar) {
    let found = take(character)
    precondition(found, "the facts on \(package.path) are damaged at byte \(at)")
  }

  private mutating func word() -> String {
    skipSpace()
    let start = at
    while at < bytes.count, !" ()[]{}<>\"".utf8.contains(bytes[at]) { at += 1 }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private mutating func integer() -> Int {
    skipSpace()
    let start = at
    if at < bytes.count, bytes[at] == UInt8(ascii: "-") { at += 1 }
    while at < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[at]) { at += 1 }
    return Int(String(decoding: bytes[start..<at], as: UTF8.self)) ?? 0
  }

  /// A text in Go's quotes; a shape stands where a type argument does.
  private mutating func string() -> String {
    expect("\"")
    var result: [UInt8] = []
    while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
      if bytes[at] == UInt8(ascii: "\\") {
        at += 1
        if bytes[at] == UInt8(ascii: "x") {
          let digits = String(decoding: bytes[at + 1...at + 2], as: UTF8.self)
          at += 3
          guard digits == "02" else {
            result.append(UInt8(digits, radix: 16) ?? 0)
            continue
          }
          let index = integer()
          at += 1
          if index < arguments.count {
            result += Array(TypeWords(package: nil, resolvesAliases: true).text(arguments[index]).utf8)
          }
          continue
        }
        switch bytes[at] {
        case UInt8(ascii: "n"): result.append(10)
        case UInt8(ascii: "t"): result.append(9)
        default: result.append(bytes[at])
        }
      } else {
        result.append(bytes[at])
      }
      at += 1
    }
    at += 1
    return String(decoding: result, as: UTF8.self)
  }

  private mutating func position() -> Position? {
    guard take("@") else { return nil }
    let line = integer()
    expect(":")
    return package.facts.position(file, line, integer())
  }

  // MARK: - Nodes

  private mutating func nodes() -> [Node] {
    expect("[")
    var result: [Node] = []
    while !take("]") { result.append(node()) }
    return result
  }

  private mutating func optional() -> Node? { take("-") ? nil : node() }

  private mutating func isMarked() -> Bool {
    if take(":") { return true }
    expect("=")
    return false
  }

  private mutating func node() -> Node {
    if take("_") { return Node(.literal, place ?? .none, types[integer()]) }
    expect("(")
    let op = word()
    let type = types[integer()]
    let initial = take("{") ? nodes() : []
    let position = self.position()
    let node = Node(.block, place ?? position ?? .none, type)
    node.initial = initial
    fields(op, node, at: position)
    expect(")")
    return node
  }

  private mutating func fields(_ op: String, _ node: Node, at position: Position?) {
    if let (made, count) = Self.operands[op] {
      node.op = made
      if Self.texts.contains(op) { node.rendered = string() }
      if Self.selectors.contains(op) { node.text = word() }
      if count > 0 { node.x = optional() }
      if count > 1 { node.y = optional() }
      return
    }
    if Self.binaries.contains(op) {
      node.op = op == "ANDAND" || op == "OROR" ? .logical : .binary
      node.x = optional()
      node.y = optional()
      return
    }
    if statement(op, node) { return }
    expression(op, node, at: position)
  }

  private mutating func expression(_ op: String, _ node: Node, at position: Position?) {
    switch op {
    case "NAME": name(node)
    case "METHEXPR":
      node.op = .methodExpression
      if !take("-") { node.function = callee(node) }
    case "METHVALUE":
      node.op = .methodValue
      node.rendered = string()
      node.function = callee(node)
      node.x = optional()
    case "LITERAL":
      node.op = .literal
      node.constant = constant()
    case "NIL": node.op = .nilValue
    case "TYPE", "GETG", "GETCALLERSP", "GETCALLERPC", "LINKSYMOFFSET", "DYNAMICTYPE":
      node.op = .literal
      skipFields()
    case "SLICE", "SLICESTR", "SLICE3", "SLICEARR", "SLICE3ARR":
      node.op = op.hasSuffix("ARR") ? .sliceArray : .slice
      node.x = optional()
      node.bounds = [optional(), optional(), optional()]
      node.list = node.bounds.compactMap { $0 }
    case "ADDSTR", "SLICELIT", "ARRAYLIT", "STRUCTLIT", "MAPLIT":
      node.op =
        switch op {
        case "ADDSTR": .concat
        case "SLICELIT": .sliceLiteral
        case "ARRAYLIT": .arrayLiteral
        case "STRUCTLIT": .structLiteral
        default: .mapLiteral
        }
      node.rendered = string()
      node.list = nodes()
    case "KEY":
      node.op = .keyed
      node.x = optional()
      node.y = optional()
    case "CALLFUNC", "CALLINTER", "APPEND", "DELETE", "MAX", "MIN", "PRINT", "PRINTLN", "RECOVERFP":
      node.op = Self.calls[op] ?? .print
      node.x = optional()
      node.list = nodes()
      node.isSpread = take(".") && take(".") && take(".")
      if op != "CALLFUNC" && op != "CALLINTER" {
        node.x = nil
      } else if let callee = node.x, !callee.arguments.isEmpty {
        node.list.remove(at: callee.op == .methodExpression ? 1 : 0)
      }
    case "COPY", "COMPLEX", "UNSAFESLICE", "UNSAFESTRING", "UNSAFEADD":
      node.op = op == "COPY" ? .copy : op == "COMPLEX" ? .complex : .unsafe
      let (x, y) = (optional(), optional())
      if op == "COPY" { (node.x, node.y) = (x, y) } else { node.list = [x, y].compactMap { $0 } }
    case "UNSAFESLICEDATA", "UNSAFESTRINGDATA":
      node.op = .unsafe
      node.list = [optional()].compactMap { $0 }
    case "CLOSURE": closure(node, at: position)
    default: preconditionFailure("the facts on \(package.path) have an unknown operation \(op)")
    }
  }

  private mutating func statement(_ op: String, _ node: Node) -> Bool {
    switch op {
    case "DCL":
      node.op = .declare
      node.name = local()
    case "AS":
      let isDefinition = isMarked()
      node.op = .assign
      quoted(node)
      node.x = optional()
      node.y = optional()
      if node.x?.op == .declare { node.x = nil }
      define(node, isDefinition, [node.x])
    case "AS2", "AS2FUNC", "AS2MAPR", "AS2DOTTYPE", "AS2RECV", "SELRECV2":
      let isDefinition = isMarked()
      quoted(node)
      let (left, right) = (nodes(), nodes())
      node.list = left
      node.blanks = left.map { $0.op == .declare }
      node.op = op == "AS2" ? .assignList : op == "AS2FUNC" ? .assignCall : .assignCommaOK
      if op == "AS2" { node.rest = right } else { node.x = right.first }
      define(node, isDefinition, left)
    case "ASOP":
      node.op = .assignOp
      node.x = optional()
      node.y = optional()
    case "BLOCK":
      node.op = .block
      node.list = nodes()
    case "IF":
      node.op = .ifElse
      node.x = optional()
      node.list = nodes()
      node.rest = nodes()
    case "FOR":
      node.op = .loop
      node.isPerIteration = isMarked()
      node.x = optional()
      node.y = optional()
      node.list = nodes()
    case "RANGE": range(node)
    case "SWITCH": switches(node)
    case "SELECT":
      node.op = .select
      node.list = clauses()
    case "SEND":
      node.op = .send
      node.x = optional()
      node.y = optional()
    case "RETURN":
      node.op = .returns
      node.list = nodes()
    case "GOTO", "BREAK", "CONTINUE", "FALL":
      node.op = op == "GOTO" ? .goto : .branch
      if !take("-") { node.text = word() }
    case "LABEL":
      node.op = .label
      node.text = word()
    case "GO", "DEFER":
      node.op = op == "GO" ? .goStatement : .deferStatement
      node.x = optional()
    default: return false
    }
    return true
  }

  private mutating func quoted(_ node: Node) {
    skipSpace()
    if bytes[at] == UInt8(ascii: "\"") { node.rendered = string() }
  }

  private func define(_ node: Node, _ isDefinition: Bool, _ targets: [Node?]) {
    node.isDefinition = isDefinition
    guard isDefinition else { return }
    for target in targets { if target?.op == .name { target?.name?.definition = node } }
  }

  private mutating func local() -> Name {
    let digits = word().dropFirst()
    return names[Int(digits) ?? 0]
  }

  private mutating func name(_ node: Node) {
    skipSpace()
    if bytes[at] == UInt8(ascii: "\"") {
      node.op = .function
      node.function = callee(node)
      return
    }
    node.op = .name
    let text = word()
    switch text.first {
    case "n": node.name = names[Int(text.dropFirst()) ?? 0]
    // The blank identifier is told from variables by the kind of node.
    case "b": node.op = .declare
    default: break
    }
  }

  private mutating func callee(_ node: Node) -> Func {
    let symbol = string()
    var shapes: [GoType] = []
    if take("<") { while !take(">") { shapes.append(types[integer()]) } }
    node.text = symbol
    node.arguments = shapes
    return trees.libraryFunction(symbol, shapes)
  }

  private mutating func constant() -> Constant? {
    let text = word()
    // Either `3` or `int64(3)`.
    if take("(") {
      let value = integer()
      expect(")")
      return .int(value)
    }
    return Int(text).map { .int($0) }
  }

  private mutating func skipFields() {
    var depth = 0
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: ")") && depth == 0 { return }
      if bytes[at] == UInt8(ascii: "(") { depth += 1 }
      if bytes[at] == UInt8(ascii: ")") { depth -= 1 }
      at += 1
    }
  }

  private mutating func closure(_ node: Node, at position: Position?) {
    node.op = .closure
    let made = Func("", function: nil, position: node.position)
    made.isRangeBody = word() == "range"
    made.closure = node
    made.isLibrary = true
    made.isInstance = !arguments.isEmpty
    made.arguments = arguments
    node.function = made
    made.parent = owner
    made.number(in: owner, nil)
    expect("(")
    while !take(")") { made.captures.append(local()) }
    let (outer, outerFile) = (owner, file)
    function(made, at: nil)
    (owner, file) = (outer, outerFile)
    made.literalCost = take("-") ? nil : integer()
  }

  private mutating func range(_ node: Node) {
    node.op = .range
    node.isPerIteration = isMarked()
    let isDefinition = isMarked()
    node.x = optional()
    let (key, value) = (optional(), optional())
    node.y = key?.op == .declare ? nil : key
    node.z = value?.op == .declare ? nil : value
    node.list = nodes()
    define(node, isDefinition, [node.y, node.z])
  }

  private mutating func switches(_ node: Node) {
    skipSpace()
    let mark = at
    if take("("), word() == "TYPESW" {
      _ = integer()
      _ = self.position()
      node.op = .switchType
      node.x = optional()
      expect(")")
    } else {
      at = mark
      node.op = .switchValue
      node.x = optional()
    }
    node.list = clauses()
  }

  private mutating func clauses() -> [Node] {
    expect("[")
    var result: [Node] = []
    while !take("]") {
      expect("(")
      let clause = Node(.switchCase, place ?? .none)
      if !take("-") { clause.name = local() }
      clause.list = nodes()
      clause.rest = nodes()
      expect(")")
      result.append(clause)
    }
    return result
  }

  // MARK: - Operations by the compiler's names (cmd/compile/internal/ir/op_string.go, Go 1.23)

  private static let operands: [String: (Op, Int)] = [
    "CONVIFACE": (.convertInterface, 1), "CONVNOP": (.convertNothing, 1), "CONV": (.convert, 1),
    "BYTES2STR": (.bytesToString, 1), "RUNES2STR": (.runesToString, 1), "RUNESTR": (.runeToString, 1),
    "STR2BYTES": (.stringToBytes, 1), "STR2RUNES": (.stringToRunes, 1), "SLICE2ARR": (.sliceToArray, 1),
    "SLICE2ARRPTR": (.sliceToArrayPointer, 1), "ADDR": (.address, 1), "PTRLIT": (.pointerLiteral, 1),
    "NEW": (.new, 1), "DEREF": (.deref, 1), "DOT": (.dot, 1), "DOTPTR": (.dotPointer, 1),
    "DOTINTER": (.dotInterface, 1),
    "DOTTYPE": (.typeAssert, 1), "DOTTYPE2": (.typeAssert, 1), "DYNAMICDOTTYPE": (.typeAssert, 1),
    "DYNAMICDOTTYPE2": (.typeAssert, 1), "INDEX": (.index, 2), "INDEXMAP": (.indexMap, 2), "RECV": (.receive, 1),
    "MAKESLICE": (.makeSlice, 2), "MAKEMAP": (.makeMap, 2), "MAKECHAN": (.makeChan, 2), "PANIC": (.panic, 1),
    "LEN": (.length, 1), "CAP": (.length, 1), "REAL": (.length, 1), "IMAG": (.length, 1), "CLOSE": (.close, 1),
    "CLEAR": (.clear, 1), "NOT": (.unary, 1), "NEG": (.unary, 1), "PLUS": (.unary, 1), "BITNOT": (.unary, 1),
    "ITAB": (.unary, 1), "IDATA": (.unary, 1), "STRUCTKEY": (.convertNothing, 1), "CHECKNIL": (.checkNil, 1),
  ]
  private static let texts: Set<String> = [
    "CONVIFACE", "BYTES2STR", "RUNES2STR", "RUNESTR", "STR2BYTES", "STR2RUNES", "PTRLIT", "NEW", "MAKESLICE", "MAKEMAP",
    "MAKECHAN",
  ]
  private static let selectors: Set<String> = ["DOT", "DOTPTR", "DOTINTER"]
  private static let binaries: Set<String> = [
    "ADD", "SUB", "OR", "XOR", "MUL", "DIV", "MOD", "LSH", "RSH", "AND", "ANDNOT", "EQ", "NE", "LT", "LE", "GT", "GE",
    "ANDAND", "OROR",
  ]
  private static let calls: [String: Op] = [
    "CALLFUNC": .call, "CALLINTER": .callInterface, "APPEND": .append, "DELETE": .delete, "MAX": .minMax,
    "MIN": .minMax,
    "RECOVERFP": .recover,
  ]
}
