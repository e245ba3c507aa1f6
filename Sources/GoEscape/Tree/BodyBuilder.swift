import GoSyntax
import GoTypes
import SourceText

/// Makes the tree of one function or function literal from its syntax and the checker's tables.
final class BodyBuilder {
  let trees: TreeBuilder
  let function: Func
  let substitution: Substitution
  let outer: BodyBuilder?
  private var names: [ObjectIdentifier: Name] = [:]
  /// What the bodies of range-over-func loops in this function share; of the outermost function that isn't such a body.
  var rangeState = RangeState()
  /// Of the body of a range-over-func loop: labels that lead out of it without help.
  var ownLabels: Set<String> = []
  /// Of such a body: the loop's own label.
  var ownLabel: String?
  /// Of such a body: tells whether it may be called.
  var ownState: Name?
  /// Statements around in this function that `break` leaves, and those that `continue` goes on with.
  var breakable = 0
  var continuable = 0

  var info: Info { trees.program.info }
  var sizes: Sizes { trees.sizes }

  init(_ trees: TreeBuilder, _ function: Func, _ substitution: Substitution, outer: BodyBuilder?) {
    self.trees = trees
    self.function = function
    self.substitution = substitution
    self.outer = outer
  }

  func build(_ signature: Signature, _ body: Block) {
    declareParameters(signature)
    function.body = statements(body.statements)
    if function.body.isEmpty { function.body = [Node(.block, .none)] }
  }

  private func declareParameters(_ signature: Signature) {
    for variable in (signature.receiver.map { [$0] } ?? []) + signature.params {
      let type = resolve(variable.type)
      function.parameterTypes.append(type)
      function.parameterPositions.append(variable.position)
      if variable.name.isEmpty || variable.name == "_" {
        function.parameters.append(nil)
        // The place exists, though nothing can name it.
        function.variables.append(
          Name(variable.name, .parameter, variable.position, type, owner: function, variable: variable))
      } else {
        function.parameters.append(declare(variable, .parameter))
      }
    }
    for (index, variable) in signature.results.enumerated() {
      let text = variable.name.isEmpty ? "~r\(index)" : variable.name == "_" ? "~b\(index)" : variable.name
      let name = declare(variable, .result, text)
      name.resultIndex = index + 1
      function.results.append(name)
    }
  }

  /// The statements of a loop's body, or of a clause, which `break` alone can leave.
  func inside(_ list: [Stmt], isLoop: Bool) -> [Node] {
    breakable += 1
    continuable += isLoop ? 1 : 0
    defer {
      breakable -= 1
      continuable -= isLoop ? 1 : 0
    }
    return statements(list)
  }

  // MARK: - Names

  @discardableResult
  func declare(_ variable: Variable, _ kind: Name.Kind = .local, _ text: String? = nil, at position: Position? = nil)
    -> Name
  {
    let name = Name(
      text ?? variable.name, kind, position ?? variable.position, resolve(variable.type), owner: function,
      variable: variable)
    function.variables.append(name)
    names[ObjectIdentifier(variable)] = name
    return name
  }

  func temporary(_ type: GoType, _ position: Position) -> Name {
    let name = Name(".autotmp_\(function.variables.count)", .temporary, position, type, owner: function)
    function.variables.append(name)
    return name
  }

  func lookup(_ variable: Variable) -> Name? {
    let id = ObjectIdentifier(variable)
    var builder: BodyBuilder? = self
    while let current = builder {
      if let name = current.names[id] { return name }
      builder = current.outer
    }
    return nil
  }

  func read(_ name: Name, at position: Position? = nil, id: NodeID = .noSource) -> Node {
    let node = Node(.name, position ?? name.position, name.type, id: id)
    node.name = name
    return node
  }

  // MARK: - Types

  func resolve(_ type: GoType) -> GoType { substitution(type) }

  func type(of expression: Expr) -> GoType { substitution(info.type(of: expression)) }

  func node(_ op: Op, _ expression: Expr) -> Node {
    let type = info.type(of: expression)
    let node = Node(op, expression.pos, substitution(type), id: expression.id)
    if !substitution.isEmpty { node.writtenType = type }
    return node
  }

  /// `dst == nil`: no conversion.
  func converted(_ expression: Expr, to target: GoType?) -> Node {
    let value = self.value(expression)
    guard let target else { return value }
    return converted(value, from: type(of: expression), to: resolve(target), at: strip(expression).pos, implicit: true)
  }

  func converted(_ value: Node, from source: GoType, to target: GoType, at position: Position, implicit: Bool) -> Node {
    if implicit && identical(source, target) { return value }
    if case .invalid = target { return value }
    let node = Node(conversion(from: source, to: target, isConstant: value.op == .literal), position, target)
    if implicit, value.op == .literal || value.op == .nilValue, !target.isInterface {
      value.type = target
      return value
    }
    node.id = value.id
    if node.op == .stringToRunes, let text = value.constant?.stringValue {
      // The compiler makes a literal of it.
      node.op = .sliceLiteral
      node.length = Int64(String(decoding: text, as: UTF8.self).unicodeScalars.count)
      if node.length > 0 { node.list = [Node(.literal, position, .basic(.int32))] }
      return node
    }
    node.x = value
    if case .basic(let kind) = value.type, kind.isUntyped, kind != .untypedNil {
      value.type = target.isInterface ? defaultType(kind) : target
    }
    node.isImplicit = implicit
    return node
  }

  private func defaultType(_ kind: BasicKind) -> GoType {
    switch kind {
    case .untypedBool: .basic(.bool)
    case .untypedInt: .basic(.int)
    case .untypedRune: .basic(.int32)
    case .untypedFloat: .basic(.float64)
    case .untypedComplex: .basic(.complex128)
    case .untypedString: .basic(.string)
    default: .basic(kind)
    }
  }

  func conversion(from source: GoType, to target: GoType, isConstant: Bool) -> Op {
    let (from, to) = (under(source), under(target))
    if case .interface = to {
      if case .interface = from {
        return identical(from, to) || isEmptyInterface(to) ? .convertNothing : .convertInterface
      }
      if case .basic(.untypedNil) = from { return .convertNothing }
      return .convertInterface
    }
    switch (from, to) {
    case (.basic(let kind), .basic(let target)) where target == .string && !kind.isString:
      return .runeToString
    case (.basic(let kind), .slice(let element)) where kind.isString:
      return element.basicKind == .uint8 ? .stringToBytes : .stringToRunes
    case (.slice(let element), .basic(let target)) where target == .string:
      return element.basicKind == .uint8 ? .bytesToString : .runesToString
    case (.slice, .array): return .sliceToArray
    case (.slice, .pointer): return .sliceToArrayPointer
    case (.basic(let x), .basic(let y)) where x != y: return .convert
    default: return .convertNothing
    }
  }

  private func isEmptyInterface(_ type: GoType) -> Bool {
    if case .interface(let interface) = type { return interface.allMethods.isEmpty }
    return false
  }

  func strip(_ expression: Expr) -> Expr {
    var expression = expression
    while case .paren(let inner) = expression.kind { expression = inner }
    return expression
  }
}
