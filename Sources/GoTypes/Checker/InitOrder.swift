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
    var pending = nodes.filter { !$0.isFunction }
    for node in pending { node.count = node.successors.count }
    var emitted: Set<ObjectIdentifier> = []
    var order: [Initializer] = []
    while !pending.isEmpty {
      var best = 0
      for index in pending.indices where pending[index].precedes(pending[best]) { best = index }
      let node = pending.remove(at: best)
      if node.count > 0, let cycle = findPath(node.object, node.object) { reportInitCycle(cycle) }
      for predecessor in node.predecessors { predecessor.count -= 1 }
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
    let functions = nodes.filter(\.isFunction)
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

  func precedes(_ other: InitNode) -> Bool {
    if isConstant != other.isConstant { return isConstant }
    return (count, order) < (other.count, other.order)
  }

  static func == (a: InitNode, b: InitNode) -> Bool { a === b }
  func hash(into hasher: inout Hasher) { hasher.combine(order) }
}
