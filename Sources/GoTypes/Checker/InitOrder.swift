import GoSyntax
import SourceText

/// The order in which package variables are initialised (spec, "Package initialization"; types2's initorder.go):
/// again and again the first in declaration order of those that depend on no uninitialised one, dependencies through
/// functions included.
extension TypeChecker {
  func orderInitializers(_ package: PackageState) {
    let saved = env
    defer { env = saved }
    env = Environment(package: package, scope: package.scope)
    var nodes: [InitNode] = []
    var byID: [ObjectIdentifier: InitNode] = [:]
    for object in package.objects {
      guard let id = object.identity, let info = declarations[id], isPartOfOrder(object, info) else { continue }
      let node = InitNode(object: object, info: info, order: nodes.count)
      nodes.append(node)
      byID[id] = node
    }
    for node in nodes {
      for dependency in node.info.dependencies {
        guard let id = dependency.identity, let target = byID[id] else { continue }
        node.successors.insert(target)
        target.predecessors.insert(node)
      }
    }
    eliminateFunctions(nodes)
    var queue = InitQueue()
    for node in nodes where !node.isFunction {
      node.count = node.successors.count
      queue.push(node)
    }
    var emitted: Set<ObjectIdentifier> = []
    var order: [Initializer] = []
    while let node = queue.pop() {
      if node.count > 0, let cycle = findPath(node.object, node.object) { reportInitCycle(cycle) }
      for predecessor in node.predecessors where !predecessor.isDone {
        predecessor.count -= 1
        queue.push(predecessor)
      }
      guard case .variable(let variable) = node.object else { continue }
      guard let value = node.info.value, emitted.insert(ObjectIdentifier(node.info)).inserted else { continue }
      order.append(Initializer(variables: node.info.leftSides ?? [variable], value: value))
    }
    package.package.initOrder = order
    package.package.variables = package.objects.compactMap {
      guard case .variable(let variable) = $0 else { return nil }
      return !package.isLibrary || reach.variables.contains(ObjectIdentifier(variable)) ? variable : nil
    }
  }

  private func isPartOfOrder(_ object: Object, _ info: DeclInfo) -> Bool {
    switch object {
    case .variable, .constant, .function: break
    default: return false
    }
    if !info.package.isLibrary { return true }
    if case .done = info.progress { return true }
    return false
  }

  /// Links what needs a function with what the function needs, so that only variables and constants remain.
  private func eliminateFunctions(_ nodes: [InitNode]) {
    // Most functions are needed by no initialiser: these fall away at once.
    var needed: Set<InitNode> = []
    var pending = nodes.filter { !$0.isFunction }
    while let node = pending.popLast() {
      for successor in node.successors where successor.isFunction && needed.insert(successor).inserted {
        pending.append(successor)
      }
    }
    for function in nodes where function.isFunction && !needed.contains(function) {
      for successor in function.successors { successor.predecessors.remove(function) }
    }
    let functions = nodes.filter { needed.contains($0) }
      .sorted {
        ($0.predecessors.count * $0.successors.count, $0.order) < (
          $1.predecessors.count * $1.successors.count, $1.order
        )
      }
    for function in functions {
      for predecessor in function.predecessors {
        if predecessor === function { continue }
        for successor in function.successors where successor !== function {
          predecessor.successors.insert(successor)
          successor.predecessors.insert(predecessor)
        }
        predecessor.successors.remove(function)
      }
      for successor in function.successors { successor.predecessors.remove(function) }
    }
  }

  private func findPath(_ from: Object, _ to: Object) -> [Object]? {
    var seen: Set<ObjectIdentifier> = []
    func search(_ object: Object) -> [Object]? {
      guard let id = object.identity, seen.insert(id).inserted, let info = declarations[id] else { return nil }
      for dependency in info.dependencies.sorted(by: { $0.position < $1.position }) {
        if dependency.identity == to.identity { return [dependency] }
        if let path = search(dependency) { return path + [dependency] }
      }
      return nil
    }
    return search(from)
  }

  private func reportInitCycle(_ cycle: [Object]) {
    var object = cycle[0]
    if cycle.count == 1 {
      error(object.position, "initialization cycle: \(object.name) refers to itself")
      return
    }
    var message = ErrorMessage(object.position, "initialization cycle for \(object.name)")
    for next in cycle.reversed() {
      message.addLine(place(object.position), "\(object.name) refers to")
      object = next
    }
    message.addLine(place(object.position), object.name)
    report(message)
  }
}

private final class InitNode: Hashable {
  let object: Object
  let info: DeclInfo
  let order: Int
  var predecessors: Set<InitNode> = []
  var successors: Set<InitNode> = []
  /// Dependencies that are not initialised yet.
  var count = 0
  var isDone = false

  init(object: Object, info: DeclInfo, order: Int) {
    self.object = object
    self.info = info
    self.order = order
  }

  var isFunction: Bool {
    if case .function = object { return true }
    return false
  }

  var isConstant: Bool {
    if case .constant = object { return true }
    return false
  }

  static func == (a: InitNode, b: InitNode) -> Bool { a === b }
  func hash(into hasher: inout Hasher) { hasher.combine(order) }
}

/// Objects by the order in which they may be initialised: constants first, then those that wait for the fewest others,
/// then as declared. A binary heap; an object whose count changes is put in again, and its older entries are passed
/// over.
private struct InitQueue {
  private struct Entry {
    let node: InitNode
    let key: (Int, Int, Int)
    init(_ node: InitNode) {
      self.node = node
      key = (node.isConstant ? 0 : 1, node.count, node.order)
    }
  }

  private var heap: [Entry] = []

  mutating func push(_ node: InitNode) {
    heap.append(Entry(node))
    var child = heap.count - 1
    while child > 0, heap[child].key < heap[(child - 1) / 2].key {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  /// The next object, each once.
  mutating func pop() -> InitNode? {
    while let first = heap.first {
      heap.swapAt(0, heap.count - 1)
      heap.removeLast()
      var parent = 0
      while true {
        var least = parent
        for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && heap[child].key < heap[least].key {
          least = child
        }
        if least == parent { break }
        heap.swapAt(parent, least)
        parent = least
      }
      if !first.node.isDone, first.key.1 == first.node.count {
        first.node.isDone = true
        return first.node
      }
    }
    return nil
  }
}
