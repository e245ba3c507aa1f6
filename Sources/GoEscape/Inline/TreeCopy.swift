import GoTypes
import SourceText

/// Copies a function's tree for a new place: its variables become the caller's, everything in it is said to be at the call,
/// and what it makes by function literals is made by literals of the caller
/// (cmd/compile/internal/noder/reader.go, unifiedInlineCall, Go 1.23).
struct TreeCopy {
  private let caller: Func
  private let place: Position?
  /// What tells the body's labels from others.
  private let suffix: String
  private let inlined: InlinedBody?
  /// The function that is copied, if it is an instance.
  private let home: Func?
  private var names: [ObjectIdentifier: Name] = [:]

  /// - Parameter place: where everything is said to be; `nil` for where it was.
  init(into caller: Func, at place: Position?, _ inlined: InlinedBody?, suffix: String) {
    self.caller = caller
    self.place = place
    self.inlined = inlined
    home = inlined.flatMap { $0.function.shapes.isEmpty ? nil : $0.function }
    self.suffix = suffix
  }

  /// A variable of the function that is copied.
  mutating func declare(_ name: Name) -> Name {
    let kind: Name.Kind = name.kind == .temporary ? .temporary : .local
    let copy = Name(name.text, kind, place ?? name.position, name.type, owner: caller)
    copyFlags(name, copy)
    names[ObjectIdentifier(name)] = copy
    caller.variables.append(copy)
    return copy
  }

  private func copyFlags(_ name: Name, _ copy: Name) {
    copy.isReassigned = name.isReassigned
    copy.isAddressTaken = name.isAddressTaken
    copy.writtenType = name.writtenType
    copy.resultIndex = name.resultIndex
  }

  private func mapped(_ name: Name?) -> Name? { name.map { names[ObjectIdentifier($0)] ?? $0 } }

  mutating func nodes(_ list: [Node]) -> [Node] { list.map { node($0) } }

  mutating func node(_ node: Node) -> Node {
    let copy = Node(node.op, place ?? node.position, node.type, id: node.id)
    copy.x = node.x.map { self.node($0) }
    copy.y = node.y.map { self.node($0) }
    copy.z = node.z.map { self.node($0) }
    copy.list = nodes(node.list)
    copy.rest = nodes(node.rest)
    copy.initial = nodes(node.initial)
    copy.bounds = boundsOfCopy(node, copy)
    copy.name = mapped(node.name)
    copy.function = node.function
    copy.text = node.op == .label || node.op == .goto ? node.text + suffix : node.text
    copy.label = node.label.map { $0 + suffix }
    copy.constant = node.constant
    copy.length = node.length
    copy.isImplicit = node.isImplicit
    copy.holder = node.holder
    copy.package = node.package
    copy.arguments = node.arguments
    copy.isStatic = node.isStatic
    copy.isDeferred = node.isDeferred
    copy.isGathered = node.isGathered
    copy.blanks = node.blanks
    copy.hasReceiver = node.hasReceiver
    copy.isSpread = node.isSpread
    copy.isDefinition = node.isDefinition
    copy.rendered = node.rendered
    copy.home = node.home ?? home
    copy.isPerIteration = node.isPerIteration
    copy.inlined = node.op == .call ? inlined : nil
    copy.writtenType = node.writtenType
    // A definition is known by its statement.
    for target in [node.x, node.y, node.z].compactMap({ $0 }) + node.list where target.op == .name {
      if let name = target.name, name.definition === node { mapped(name)?.definition = copy }
    }
    if node.op == .closure, let literal = node.function { copy.function = self.literal(literal, copy) }
    return copy
  }

  private func boundsOfCopy(_ node: Node, _ copy: Node) -> [Node?] {
    var next = 0
    return node.bounds.map { bound in
      guard bound != nil else { return nil }
      next += 1
      return copy.list[next - 1]
    }
  }

  /// A literal of the caller's with the same body; what is inside stays where it was.
  private mutating func literal(_ literal: Func, _ closure: Node) -> Func {
    let made = Func(literal.text, function: nil, position: literal.position)
    made.place = literal.place
    made.isLibrary = literal.isLibrary
    made.isInstance = literal.isInstance
    made.isWrapper = literal.isWrapper
    made.isRangeBody = literal.isRangeBody
    made.wrapperKind = literal.wrapperKind
    made.arguments = literal.arguments
    made.shapes = literal.shapes
    made.literalCost = literal.literalCost
    made.parent = caller
    made.closure = closure
    made.number(in: caller, inlined)
    made.captures = literal.captures.compactMap { mapped($0) }
    var copy = TreeCopy(into: made, at: nil, nil, suffix: suffix)
    copy.names = names
    for name in literal.variables {
      let position = name.position
      let inner = Name(name.text, name.kind, position, name.type, owner: made)
      copyFlags(name, inner)
      copy.names[ObjectIdentifier(name)] = inner
      made.variables.append(inner)
    }
    made.parameters = literal.parameters.map { copy.mapped($0) }
    made.parameterTypes = literal.parameterTypes
    made.parameterPositions = literal.parameterPositions
    made.results = literal.results.compactMap { copy.mapped($0) }
    made.body = copy.nodes(literal.body)
    return made
  }
}

extension Func {
  /// Gives a literal its number, and remembers the bodies that it came with, for its name
  /// (cmd/compile/internal/ir/func.go, closureName, Go 1.23).
  func number(in outer: Func, _ inlined: InlinedBody?) {
    var home = outer
    while home.isRangeBody, let parent = home.parent { home = parent }
    if isRangeBody {
      home.rangeBodies += 1
      number = home.rangeBodies
    } else if wrapperKind != nil {
      home.wrappers += 1
      number = home.wrappers
    } else {
      home.literals += 1
      number = home.literals
    }
    var names: [String] = []
    var body = inlined
    while let current = body {
      names.insert(current.name, at: 0)
      body = current.outer
    }
    inlinedNames = names
  }
}
