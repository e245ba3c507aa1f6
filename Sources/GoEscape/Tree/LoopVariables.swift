import GoTypes
import SourceText

/// Go 1.22's variable per iteration: a loop variable whose address is taken or that a literal captures is declared in the
/// body, and a temporary variable carries its value from one iteration to the next. That happens after inlining
/// (cmd/compile/internal/loopvar, Go 1.23).
struct LoopVariables {
  private let function: Func

  /// Changes the loops of a function, not of the literals in it.
  static func separate(in function: Func) {
    let pass = LoopVariables(function: function)
    for node in function.body { pass.visit(node) }
  }

  private init(function: Func) { self.function = function }

  private func visit(_ node: Node) {
    node.forEachChild(visit)
    guard node.isPerIteration else { return }
    if node.op == .range { range(node) } else if node.op == .loop { separateIterations(node) }
  }

  private func range(_ node: Node) {
    let declared = node.initial.compactMap { $0.op == .declare ? $0.name : nil }
    let leaked = LeakedLoopVariables.find(in: node, declared)
    node.y = replaced(node.y, leaked, node)
    node.z = replaced(node.z, leaked, node)
  }

  private func read(_ name: Name) -> Node {
    let node = Node(.name, name.position, name.type)
    node.name = name
    return node
  }

  private func temporary(_ type: GoType, _ position: Position) -> Name {
    let name = Name(".autotmp_\(function.variables.count)", .temporary, position, type, owner: function)
    function.variables.append(name)
    return name
  }

  /// A range variable of its own for each iteration.
  private func replaced(_ target: Node?, _ leaked: [Name], _ loop: Node) -> Node? {
    guard let target, target.op == .name, let name = target.name, leaked.contains(where: { $0 === name }) else {
      return target
    }
    let carrier = temporary(name.type, loop.position)
    moveDeclaration(of: name, from: loop, to: loop, copying: carrier)
    return read(carrier)
  }

  /// Puts `name := carrier` at the beginning of the body.
  private func moveDeclaration(of name: Name, from holder: Node, to loop: Node, copying carrier: Name) {
    holder.initial.removeAll { $0.op == .declare && $0.name === name }
    let copy = Node(.assign, loop.position)
    copy.isDefinition = true
    copy.x = read(name)
    copy.y = read(carrier)
    let declaration = Node(.declare, name.position)
    declaration.name = name
    copy.initial = [declaration]
    loop.list.insert(copy, at: 0)
  }

  private func separateIterations(_ loop: Node) {
    guard let start = loop.initial.first, start.isDefinition else { return }
    let declared = start.initial.compactMap { $0.op == .declare ? $0.name : nil }
    let leaked = LeakedLoopVariables.find(in: loop, declared)
    guard !leaked.isEmpty else { return }

    var before: [Node] = []
    var after: [Node] = []
    for name in leaked {
      let carrier = temporary(name.type, loop.position)
      start.initial.removeAll { $0.op == .declare && $0.name === name }
      let declaration = Node(.declare, name.position)
      declaration.name = name
      let copy = Node(.assign, loop.position)
      copy.isDefinition = true
      copy.initial = [declaration]
      copy.x = read(name)
      copy.y = read(carrier)
      before.append(copy)
      let back = Node(.assign, loop.position)
      back.x = read(carrier)
      back.y = read(name)
      after.append(back)
      if start.op == .assign, start.x?.name === name { start.x = read(carrier) }
      for index in start.list.indices where start.list[index].name === name && start.list[index].op == .name {
        start.list[index] = read(carrier)
      }
    }
    if let post = loop.y {
      let first = temporary(.basic(.bool), loop.position)
      let initialise = Node(.assign, loop.position)
      initialise.x = read(first)
      loop.initial.append(initialise)
      let choose = Node(.ifElse, loop.position)
      choose.x = read(first)
      choose.rest = [post]
      before.append(choose)
    }
    if let condition = loop.x {
      let test = Node(.ifElse, loop.position)
      test.x = condition
      before.append(test)
    }
    loop.x = nil
    loop.y = nil
    loop.list = before + loop.list + after
  }
}

/// Which of a loop's variables may be seen after their iteration: those that a literal captures or whose address is taken,
/// other than in a return statement that leaves the loop.
private struct LeakedLoopVariables {
  let candidates: [Name]
  var leaked: [Bool]
  var loopDepth = 1
  var returnDepth = 0

  static func find(in loop: Node, _ names: [Name]) -> [Name] {
    if names.isEmpty || !names.contains(where: { $0.variable.map { $0.isCaptured || $0.isAddressTaken } ?? true }) {
      return []
    }
    var search = LeakedLoopVariables(candidates: names, leaked: names.map { _ in false })
    search.children(of: loop)
    return zip(names, search.leaked).filter { $1 }.map { $0.0 }
  }

  private mutating func note(_ name: Name?) {
    guard returnDepth < loopDepth, let name, let index = candidates.firstIndex(where: { $0 === name }) else { return }
    leaked[index] = true
  }

  private mutating func children(of node: Node) {
    var nodes: [Node] = []
    node.forEachChild { nodes.append($0) }
    for child in nodes { visit(child) }
  }

  private mutating func visit(_ node: Node) {
    switch node.op {
    case .closure:
      for name in node.function?.captures ?? [] { note(name) }
      // What the literal captures is known; what its body does with it has no bearing.
      return
    case .address: note(node.x?.outermostName)
    case .returns:
      let saved = returnDepth
      returnDepth = loopDepth
      children(of: node)
      returnDepth = saved
      return
    case .loop, .range:
      loopDepth += 1
      children(of: node)
      loopDepth -= 1
      return
    default: break
    }
    children(of: node)
  }
}

extension Node {
  /// The variable that `x.f[i]` is a part of, without following pointers.
  var outermostName: Name? {
    var node = self
    while true {
      switch node.op {
      case .name: return node.name
      case .dot, .convertNothing:
        guard let x = node.x else { return nil }
        node = x
      case .index:
        guard let x = node.x, case .array = under(x.type) else { return nil }
        node = x
      default: return nil
      }
    }
  }
}
