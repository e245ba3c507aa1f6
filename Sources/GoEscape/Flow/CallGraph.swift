/// Groups functions so that each group calls only itself and earlier groups: the strongly connected components of the call
/// graph, callees first; literals go with the function around them (cmd/compile/internal/ir/scc.go, Go 1.23).
struct CallGraph {
  private var counter: UInt32 = 0
  private var stack: [Func] = []
  private var visits: [ObjectIdentifier: UInt32] = [:]
  private let analyze: ([Func], _ isRecursive: Bool) -> Void

  static func visitBottomUp(_ functions: [Func], _ analyze: @escaping ([Func], _ isRecursive: Bool) -> Void) {
    var graph = CallGraph(analyze: analyze)
    for function in functions where !function.isLiteral { _ = graph.visit(function) }
  }

  private init(analyze: @escaping ([Func], Bool) -> Void) { self.analyze = analyze }

  /// The least number of a function that this one can reach and that is still open.
  private mutating func visit(_ function: Func) -> UInt32 {
    let key = ObjectIdentifier(function)
    if let known = visits[key] { return known }
    counter += 1
    let id = counter
    visits[key] = id
    counter += 1
    var least = counter
    stack.append(function)
    var named: [Func] = []
    func collect(_ node: Node) {
      switch node.op {
      case .function, .methodExpression, .methodValue, .closure: if let callee = node.function { named.append(callee) }
      default: break
      }
      node.forEachChild(collect)
    }
    function.body.forEach(collect)
    for callee in named { least = min(least, visit(callee)) }
    if (least == id || least == id + 1) && !function.isLiteral {
      let start = stack.lastIndex { $0 === function }!
      let group = Array(stack[start...])
      stack.removeSubrange(start...)
      for member in group { visits[ObjectIdentifier(member)] = .max }
      analyze(group, least == id)
    }
    return least
  }
}
