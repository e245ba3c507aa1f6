import GoTypes

/// Whether a body is simple enough to be inlined: each operation of the tree costs one, a call 57 more or as much as the
/// body that would replace it, and there is a budget of 80
/// (cmd/compile/internal/inline/inl.go, hairyVisitor, Go 1.23).
struct InlineCost {
  static let budget = 80
  static let callCost = 57

  private let function: Func
  private let inliner: Inliner
  private var left = InlineCost.budget
  /// Something in it can never be inlined, or the budget is used up.
  private var isHopeless = false

  /// The cost of a function's body; `nil` if it may not be inlined.
  static func of(_ function: Func, _ inliner: Inliner) -> Int? {
    var cost = InlineCost(function: function, inliner: inliner)
    cost.visit(function.body)
    return cost.isHopeless || cost.left < 0 ? nil : budget - cost.left
  }

  private init(function: Func, inliner: Inliner) {
    self.function = function
    self.inliner = inliner
  }

  private mutating func visit(_ nodes: [Node]) { for node in nodes where !isHopeless { visit(node) } }

  private mutating func visit(_ node: Node?) {
    guard let node, !isHopeless else { return }
    switch node.op {
    case .call: call(node)
    case .callInterface: left -= Self.callCost
    case .panic:
      if node.x?.op == .convertInterface, node.x?.isImplicit ?? false { left += 1 }
      left -= 1
    case .recover, .goStatement, .deferStatement:
      isHopeless = true
      return
    case .closure:
      left -= 16
      if left < 0 { isHopeless = true }
      visit(node.initial)
      return
    case .address:
      // The first field's address is the struct's.
      if let x = node.x, x.op == .dot || x.op == .dotPointer, x.x?.op == .name, x.isFirstField { left += 2 }
    case .deref:
      var pointer = node.x
      while pointer?.op == .convertNothing { pointer = pointer?.x }
      if pointer?.op == .address { left += 1 }
    case .convertNothing, .block, .methodExpression: left += 1
    case .branch where node.text == "fallthrough": return
    case .methodValue, .sliceLiteral: left -= 1
    case .structLiteral: left -= node.list.count
    case .arrayLiteral: break
    case .assignList:
      if let first = node.rest.first?.initial, first.count == 1,
        first[0].op == .assignCall || first[0].op == .assignCommaOK
      {
        left += 4 * node.list.count + 1
      }
    case .declare: left -= 1
    case .makeMap, .makeChan: if node.x == nil { left -= 1 }
    case .assign: if node.x == nil { left -= 1 }
    case .assignOp: if node.y == nil { left -= 1 }
    case .range: left -= node.blanks.filter { $0 }.count
    case .switchType:
      left -= 1
      if node.list.contains(where: { $0.name != nil }) || node.isDefinition { left -= 1 }
    case .switchCase: if node.name != nil { left -= 1 }
    default: break
    }
    left -= 1
    if left < 0 {
      isHopeless = true
      return
    }
    children(of: node)
  }

  private mutating func children(of node: Node) {
    var all: [Node] = []
    node.forEachChild { all.append($0) }
    if node.op == .arrayLiteral || node.op == .sliceLiteral { left -= 2 * Int(node.keyedElements) }
    visit(all)
  }

  private mutating func call(_ node: Node) {
    if let callee = node.x?.function, node.x?.op == .function {
      if callee.known?.isIntrinsic ?? false { return }
    }
    // The dictionary that an instance is called with.
    if node.x?.op == .function || node.x?.op == .methodExpression, node.x?.function?.isInstance ?? false {
      left -= function.isInstance ? 4 : 2
    }
    if let callee = inliner.callee(of: node, in: function), let body = callee.inlining,
      inliner.mayInline(node, callee, in: function, isBig: false)
    {
      left -= body.cost
      return
    }
    left -= Self.callCost
  }
}
