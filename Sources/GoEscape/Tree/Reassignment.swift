import GoTypes

/// Notes for each variable of a function and the literals in it whether anything but its definition assigns to it, and
/// whether its address is taken (cmd/compile/internal/ir/expr.go, Reassigned, Go 1.23).
func noteReassignments(_ function: Func) {
  func target(_ node: Node?, _ statement: Node) {
    guard let name = node?.outermostName, name.definition !== statement || statement.op == .range else { return }
    name.isReassigned = true
  }
  func visit(_ node: Node) {
    switch node.op {
    case .assign, .assignOp: target(node.x, node)
    case .assignList, .assignCall, .assignCommaOK: for place in node.list { target(place, node) }
    case .range:
      target(node.y, node)
      target(node.z, node)
    case .address: node.x?.outermostName?.isAddressTaken = true
    case .closure: if let literal = node.function { literal.body.forEach(visit) }
    default: break
    }
    node.forEachChild(visit)
  }
  function.body.forEach(visit)
}
