import GoSyntax
import GoTypes
import SourceText

/// Walks one function's tree and writes down its assignments as edges.
final class Walker {
  let batch: Batch
  let function: Func
  /// Loops around the statement: `for`, and labels that are jumped back to.
  var loopDepth: Int32 = 1
  private var loopingLabels: Set<String> = []

  init(_ batch: Batch, _ function: Func) {
    self.batch = batch
    self.function = function
  }

  // MARK: - Places

  static var heap: Hole { Hole(LocationGraph.heap) }
  static var discarded: Hole { Hole(LocationGraph.blank) }
  static var mutator: Hole { Hole(LocationGraph.mutator) }
  static var callee: Hole { Hole(LocationGraph.callee) }

  func flow(_ hole: Hole, from location: Int32) { batch.graph.flow(hole, from: location) }

  func temporary(persists: Bool) -> Int32 {
    var location = Location(.temporary, persists ? .persists : [])
    location.function = function
    location.loopDepth = loopDepth
    return batch.graph.add(location)
  }

  /// The memory that an expression makes; its address goes to `hole`, and values put into it to the hole returned.
  @discardableResult
  func spill(_ hole: Hole, _ node: Node) -> Hole {
    if node.isStatic { return Self.heap }
    var location = Location(.expression)
    location.function = function
    location.node = node
    location.loopDepth = loopDepth
    let index = batch.graph.add(location)
    flow(hole.shifted(-1), from: index)
    return Hole(index)
  }

  /// A hole that leads to all of these.
  func tee(_ holes: [Hole]) -> Hole {
    if holes.isEmpty { return Self.discarded }
    if holes.count == 1 { return holes[0] }
    let location = temporary(persists: false)
    for hole in holes { flow(hole, from: location) }
    return Hole(location)
  }

  // MARK: - Statements

  func walkBody() {
    var labels: Set<String> = []
    func findLoops(_ node: Node) {
      if node.op == .label { labels.insert(node.text) }
      if node.op == .goto, labels.contains(node.text) { loopingLabels.insert(node.text) }
      node.forEachChild(findLoops)
    }
    for node in function.body { findLoops(node) }
    block(function.body)
  }

  func block(_ nodes: [Node]) {
    let saved = loopDepth
    for node in nodes { statement(node) }
    loopDepth = saved
  }

  func statements(_ nodes: [Node]) { for node in nodes { statement(node) } }

  private func declare(_ name: Name) -> Hole {
    batch.graph.locations[Int(name.location)].loopDepth = loopDepth
    return Hole(name.location)
  }

  func statement(_ node: Node) {
    if !node.initial.isEmpty { statements(node.initial) }
    switch node.op {
    case .branch, .goto: break
    case .block: statements(node.list)
    case .declare: _ = declare(node.name!)
    case .label: if loopingLabels.contains(node.text) { loopDepth += 1 }
    case .ifElse:
      discard(node.x)
      block(node.list)
      block(node.rest)
    case .checkNil: discard(node.x)
    case .loop:
      loopDepth += 1
      discard(node.x)
      if let post = node.y { statement(post) }
      block(node.list)
      loopDepth -= 1
    case .range: range(node)
    case .switchValue:
      discard(node.x)
      for clause in node.list {
        for value in clause.list { discard(value) }
        block(clause.rest)
      }
    case .switchType: switchType(node)
    case .select:
      for clause in node.list {
        statements(clause.list)
        block(clause.rest)
      }
    case .send:
      discard(node.x)
      if let value = node.y { expression(Self.heap.noting(.sent, node), value) }
    case .assign: assign([node.x], [node.y], .assigned, node)
    case .assignOp: assign([node.x], [node.y], .assigned, node)
    case .assignList:
      assign(
        node.list.enumerated().map { node.blanks.isEmpty || !node.blanks[$0] ? $1 : nil }, node.rest, .assigned, node)
    case .assignCommaOK: assign(node.list, [node.x], .assigned, node)
    case .assignCall:
      if let call = node.x { statements(call.initial) }
      let holes = node.list.map { place($0) }
      if let call = node.x { self.call(holes, call) }
      markReassigned(holes, node)
    case .returns:
      let results = function.results.map { name -> Node in
        let target = Node(.name, name.position, name.type)
        target.name = name
        return target
      }
      assign(results, node.list, .returned, node)
    case .goStatement, .deferStatement: goDefer(node)
    case .receive: expressionAfterInitial(Self.discarded, node)
    default: if node.isCall { call(nil, node) } else { expressionAfterInitial(Self.discarded, node) }
    }
  }

  private func range(_ node: Node) {
    // The operand is evaluated outside the loop and lasts as long.
    let operand = temporary(persists: true)
    if let x = node.x { expression(Hole(operand), x) }
    loopDepth += 1
    let key = place(node.y)
    let value = place(node.z)
    if let x = node.x, case .array = under(x.type) {
      flow(value.noting(.rangeOver, node), from: operand)
    } else {
      flow(value.shifted(1).noting(.rangeOver, node), from: operand)
    }
    markReassigned([key, value], node)
    block(node.list)
    loopDepth -= 1
  }

  private func switchType(_ node: Node) {
    var holes: [Hole] = []
    for clause in node.list {
      guard let name = clause.name else { continue }
      let hole = declare(name)
      if batch.sizes.hasPointers(name.type) { holes.append(asserted(hole, name.type)) }
    }
    if let x = node.x { expression(tee(holes), x) }
    for clause in node.list { block(clause.rest) }
  }

  /// The value in an interface: behind a pointer unless it is one.
  func asserted(_ hole: Hole, _ type: GoType) -> Hole {
    type.isInterface || isDirect(type) ? hole : hole.shifted(1)
  }

  /// A goroutine's call outlives everything; a deferred one outside loops lasts as long as the frame.
  private func goDefer(_ node: Node) {
    var hole = Self.heap
    hole.why = node.op == .goStatement ? .started : .deferred
    hole.node = node
    if node.op == .deferStatement && loopDepth == 1 && !function.isRangeBody {
      let later = temporary(persists: true)
      flow(Self.discarded, from: later)
      hole = Hole(later)
    } else {
      batch.heapDeferred.append(node)
    }
    if let callee = node.x?.x { expression(hole, callee) }
  }

  // MARK: - Assignments

  /// Where an assignment to a node stores; `nil` is the blank identifier.
  func place(_ node: Node?) -> Hole {
    guard let node else { return Self.discarded }
    switch node.op {
    case .name: return node.name.map { Hole($0.location) } ?? Self.heap
    case .dot, .convertNothing: return place(node.x)
    case .index:
      discard(node.y)
      if let x = node.x {
        if case .array = under(x.type) { return place(x) }
        mutate(x)
      }
    case .deref, .dotPointer: if let x = node.x { mutate(x) }
    case .indexMap:
      discard(node.x)
      if let key = node.y { expression(Self.heap.noting(.mapKey, node), key) }
    default: break
    }
    return Self.heap
  }

  private func mutate(_ node: Node) { expression(Self.mutator, node) }

  private func assign(_ targets: [Node?], _ values: [Node?], _ why: Why, _ statement: Node) {
    let holes = targets.map { place($0) }
    for (index, hole) in holes.enumerated() {
      guard index < values.count, let value = values[index] else { continue }
      var hole = hole
      if let target = targets[index], isSelfAssignment(target, value) {
        batch.selfAssignments.append((function, statement))
        hole = Self.discarded
      }
      let isStore = hole.destination == LocationGraph.heap
      expression(hole.noting(isStore ? .stored : why, statement), value)
    }
    markReassigned(holes, statement)
  }

  /// Anything but the one assignment that declares a variable; those of a range statement happen again and again.
  func markReassigned(_ holes: [Hole], _ statement: Node) {
    if statement.op == .assign, statement.y == nil, let name = statement.x?.name, name.definition == nil { return }
    for hole in holes {
      let index = Int(hole.destination)
      if let name = batch.graph.locations[index].name, name.definition === statement, statement.op != .range {
        continue
      }
      batch.graph.locations[index].isReassigned = true
    }
  }
}
