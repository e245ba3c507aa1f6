import Foundation
import GoSyntax
import GoTypes

/// Operations in the compiler's messages (cmd/compile/internal/ir/fmt.go, exprFmt, Go 1.23).
struct NodeWords {
  let types: TypeWords
  /// The inlined instance that the types belong to.
  var home: Func?

  func text(_ node: Node) -> String { write(node, 0) }

  /// Parentheses where the operand binds less than its place asks for.
  private func write(_ node: Node?, _ wanted: Int) -> String {
    guard var node else { return "<nil>" }
    while node.isImplicit, let inner = node.x, node.op.isPassedOver { node = inner }
    let result = words(node)
    return wanted > node.precedence ? "(\(result))" : result
  }

  private func list(_ nodes: [Node]) -> String { nodes.map { write($0, 0) }.joined(separator: ", ") }

  private func type(_ node: Node) -> String { types.text(node.writtenType ?? node.type) }

  private func words(_ node: Node) -> String {
    if let rendered = node.rendered { return rendered }
    if let home = node.home, home !== self.home {
      return NodeWords(types: TypeWords(package: types.package, shapes: home.shapes), home: home).words(node)
    }
    let own = node.precedence
    switch node.op {
    case .name: return node.name.map { $0.text.hasPrefix("~b") ? "_" : $0.text } ?? qualified(node.text, node.package)
    case .function:
      if let function = node.function, !function.symbol.isEmpty { return name(of: function) }
      return qualified(node.text, node.function?.function?.package) + (node.function.map { types.instance($0) } ?? "")
    case .methodExpression:
      guard let holder = node.holder else { return node.text }
      if let function = node.function, function.isInstance { return name(of: function) }
      let text = types.text(holder)
      return (text.hasPrefix("*") ? "(\(text))" : text) + "." + node.text
    case .literal: return literal(node)
    case .nilValue: return "nil"
    case .unary, .receive:
      let op = node.op == .receive ? "<-" : node.text
      let isRepeated = node.x.map { $0.op == node.op && $0.text == node.text } ?? false
      return op + (isRepeated ? " " : "") + write(node.x, own + 1)
    case .address: return "&" + (node.x?.op == .address ? " " : "") + write(node.x, own + 1)
    case .deref: return "*" + write(node.x, own + 1)
    case .binary, .logical:
      let precedence = NodeWords.precedence(ofOperator: node.text)
      return write(node.x, precedence) + " \(node.text) " + write(node.y, precedence + 1)
    case .concat: return node.list.map { write($0, 0) }.joined(separator: " + ")
    case .pointerLiteral: return "&" + write(node.x, 0)
    case .dot, .dotPointer, .dotInterface, .methodValue: return write(node.x, own) + "." + node.text
    case .typeAssert where node.isDynamicAssertion: return "<node DYNAMICDOTTYPE>"
    case .typeAssert: return write(node.x, own) + ".(\(type(node)))"
    case .index, .indexMap: return write(node.x, own) + "[\(write(node.y, 0))]"
    case .slice, .sliceArray:
      let bounds = node.bounds
      var inside = (bounds[0].map { write($0, 0) } ?? "") + ":" + (bounds[1].map { write($0, 0) } ?? "")
      if let max = bounds[2] { inside += ":" + write(max, 0) }
      return write(node.x, own) + "[\(inside)]"
    case .convert, .convertNothing, .convertInterface, .bytesToString, .runesToString, .runeToString, .stringToBytes,
      .stringToRunes, .sliceToArray, .sliceToArrayPointer:
      let target = type(node)
      return (hasSymbol(node.writtenType ?? node.type) ? target : "(\(target))") + "(\(write(node.x, 0)))"
    case .call, .callInterface: return call(node)
    case .append: return "append(\(list(node.list))\(node.isSpread ? "..." : ""))"
    case .copy: return "copy(\(write(node.x, 0)), \(write(node.y, 0)))"
    case .panic, .clear, .close, .length:
      return "\(node.op == .panic ? "panic" : node.text)(\(write(node.x, 0)))"
    case .recover: return "<node RECOVERFP>"
    case .complex, .print, .delete, .minMax: return "\(node.text)(\(list(node.list)))"
    case .unsafe:
      // The compiler has no words for these two.
      if node.text.hasSuffix("Data") { return "<node unsafe.\(node.text)>" }
      return "unsafe.\(node.text)(\(list(node.list)))"
    case .new:
      if case .pointer(let base) = node.writtenType ?? node.type { return "new(\(types.text(base)))" }
      return "new(\(type(node)))"
    case .makeSlice, .makeMap, .makeChan:
      if let capacity = node.y { return "make(\(type(node)), \(write(node.x, 0)), \(write(capacity, 0)))" }
      if let length = node.x { return "make(\(type(node)), \(write(length, 0)))" }
      return "make(\(type(node)))"
    case .closure: return "func literal"
    case .arrayLiteral, .sliceLiteral, .structLiteral, .mapLiteral:
      if node.isImplicit { return "... argument" }
      return type(node) + (node.list.isEmpty ? "{}" : "{...}")
    case .keyed: return write(node.x, 0) + ":" + write(node.y, 0)
    case .inlinedCall: return node.rest.count == 1 ? write(node.rest[0], 0) : "(.\(list(node.rest)))"
    default: return statement(node)
    }
  }

  /// With the name of the package, if it is another than one's own.
  private func qualified(_ text: String, _ owner: Package?) -> String {
    guard let owner, owner !== types.package else { return text }
    return "\(owner.name).\(text)"
  }

  /// Statements, in the one message that quotes them.
  private func statement(_ node: Node) -> String {
    switch node.op {
    case .assign: return "\(write(node.x, 0)) \(node.isDefinition ? ":=" : "=") \(write(node.y, 0))"
    case .assignList: return "\(list(node.list)) \(node.isDefinition ? ":=" : "=") \(list(node.rest))"
    case .assignOp:
      if node.y == nil { return write(node.x, 0) + node.text }
      return "\(write(node.x, 0)) \(node.text)= \(write(node.y, 0))"
    case .returns: return "return \(list(node.list))"
    default: return "<node>"
    }
  }

  private func call(_ node: Node) -> String {
    var arguments = node.list.map { write($0, 0) }
    if let dictionary = node.x.flatMap({ dictionary($0) }) {
      arguments.insert(dictionary, at: node.hasReceiver ? min(1, arguments.count) : 0)
    }
    return "\(write(node.x, 8))(\(arguments.joined(separator: ", "))\(isSpread(node) ? "..." : ""))"
  }

  /// By which functions that share a shape are told their types.
  private func dictionary(_ callee: Node) -> String? {
    var (name, arguments) = (callee.text, callee.arguments)
    if let holder = callee.holder, let named = callee.function?.function?.receiverNamed {
      (name, arguments) = (named.name.name, holder.typeArgumentsOfBase)
    }
    let package = callee.function?.known.map { $0.package.name + "." } ?? ""
    return arguments.isEmpty
      ? nil : "&\(package).dict.\(name)[\(TypeWords(package: nil, resolvesAliases: true).list(arguments))]"
  }

  /// The compiler has put further arguments into a slice by now.
  private func isSpread(_ node: Node) -> Bool { node.isSpread || node.list.last?.isGathered ?? false }

  /// Whether a type is written as a name.
  private func hasSymbol(_ type: GoType) -> Bool {
    switch type {
    case .basic, .named, .typeParam: true
    case .alias(let alias): alias.name.name == "any" && alias.name.package == nil ? true : hasSymbol(alias.actual)
    default: false
    }
  }

  // MARK: - Literals

  private func literal(_ node: Node) -> String {
    guard let constant = node.constant else { return node.text }
    let type = node.writtenType ?? node.type
    if case .alias(let alias) = type, alias.name.name == "rune", alias.name.package == nil, let value = constant.int64,
      (0...0x10FFFF).contains(value)
    {
      return quotedRune(UInt32(value))
    }
    if case .basic(.untypedRune) = type, let value = constant.int64, (0...0x10FFFF).contains(value) {
      return quotedRune(UInt32(value))
    }
    let text: String
    let standard: BasicKind
    switch (constant, under(node.type)) {
    case (.bool(let value), _): (text, standard) = (value ? "true" : "false", .bool)
    case (.string(let bytes), _): (text, standard) = (shortened(bytes), .string)
    case (_, .basic(.float32)), (_, .basic(.float64)), (_, .basic(.untypedFloat)):
      (text, standard) = (float(constant.double ?? 0), .float64)
    case (_, .basic(.complex64)), (_, .basic(.complex128)), (_, .basic(.untypedComplex)):
      let parts = constant.parts!
      (text, standard) = ("(\(float(parts.real.double)) + \(float(parts.imaginary.double))i)", .complex128)
    default: (text, standard) = (constant.integer.map { "\($0)" } ?? "0", .int)
    }
    if case .basic(let kind) = type, kind == standard || kind.isUntyped { return text }
    return "\(types.text(type))(\(text))"
  }

  /// As C's `%.6g`; with all digits where that would look like an integer.
  private func float(_ value: Double) -> String {
    let text = String(format: "%.6g", value)
    if value.rounded() != value && !text.contains(".") { return "\(value)" }
    return text
  }

  /// At most 72 characters, quotes included.
  private func shortened(_ bytes: [UInt8]) -> String {
    let text = quoted(bytes)
    guard text.unicodeScalars.count > 72 else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(69))) + "..."
  }

  private func quotedRune(_ value: UInt32) -> String {
    switch value {
    case 0x27: return "'\\''"
    case 0x22: return "'\"'"
    default:
      guard let scalar = Unicode.Scalar(value) else { return "'\u{FFFD}'" }
      return "'" + quoted(Array(String(scalar).utf8)).dropFirst().dropLast() + "'"
    }
  }

  static func precedence(ofOperator text: String) -> Int {
    switch text {
    case "*", "/", "%", "<<", ">>", "&", "&^": 6
    case "+", "-", "|", "^": 5
    case "&&": 2
    case "||": 1
    default: 4
    }
  }
}

extension Op {
  /// Not printed where the compiler put it in.
  fileprivate var isPassedOver: Bool {
    switch self {
    case .address, .deref, .convert, .convertNothing, .convertInterface: true
    default: false
    }
  }
}

extension Node {
  /// A type assertion in the source on an interface with methods, for which the compiler has no words.
  fileprivate var isDynamicAssertion: Bool {
    guard id != .noSource, case .interface(let interface)? = x.map({ under($0.type) }) else { return false }
    return !interface.allMethods.isEmpty
  }

  /// Binding strength, 8 the strongest. Operations that the compiler's table lacks have none.
  fileprivate var precedence: Int {
    switch op {
    case .unary, .address, .deref, .receive: 7
    case .binary, .logical: NodeWords.precedence(ofOperator: text)
    case .recover, .concat, .closure, .pointerLiteral, .complex, .makeMap, .makeChan, .inlinedCall: 0
    case .typeAssert: isDynamicAssertion ? 0 : 8
    case .length: text == "real" || text == "imag" ? 0 : 8
    default: 8
    }
  }
}
