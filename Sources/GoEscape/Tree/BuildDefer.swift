import GoSyntax
import GoTypes
import SourceText

/// `go` and `defer` take a call without arguments or results. Any other call is put into a literal that captures the
/// values of its operands (cmd/compile/internal/typecheck/stmt.go, normalizeGoDeferCall, Go 1.23).
extension BodyBuilder {
  func goDefer(_ call: Node, _ op: Op, _ position: Position, _ id: NodeID) -> Node {
    let statement = Node(op, position, id: id)
    statement.initial = call.initial
    call.initial = []
    if call.op == .call, !call.hasReceiver, let callee = call.x, case .signature(let signature) = under(callee.type),
      signature.params.isEmpty, signature.results.isEmpty
    {
      call.isDeferred = true
      statement.x = call
      return statement
    }
    let closure = Node(.closure, position, .signature(Signature(params: [], results: [], isVariadic: false)), id: id)
    let wrapper = Func("", function: nil, position: position)
    wrapper.isWrapper = true
    wrapper.wrapperKind = op == .goStatement ? "go" : "defer"
    wrapper.number(in: function, nil)
    wrapper.isLibrary = function.isLibrary
    wrapper.shapes = function.shapes
    wrapper.parent = function
    wrapper.closure = closure
    closure.function = wrapper

    let copies = Node(.assignList, position)
    func keep(_ node: Node) -> Node {
      let name = temporary(node.type, node.position)
      name.definition = copies
      let declaration = Node(.declare, node.position)
      declaration.name = name
      statement.initial.append(declaration)
      copies.list.append(read(name))
      copies.blanks.append(false)
      copies.rest.append(node)
      wrapper.captures.append(name)
      return read(name)
    }
    func operand(_ node: Node) -> Node {
      switch node.op {
      case .literal, .nilValue, .methodExpression, .new, .function: return node
      case .arrayLiteral, .sliceLiteral, .structLiteral:
        for index in node.list.indices { node.list[index] = operand(node.list[index]) }
        return node
      default: return keep(node)
      }
    }
    switch call.op {
    case .call:
      if let callee = call.x { call.x = operand(callee) }
      for index in call.list.indices { call.list[index] = operand(call.list[index]) }
    case .callInterface:
      if let receiver = call.x?.x { call.x?.x = keep(receiver) }
      for index in call.list.indices { call.list[index] = operand(call.list[index]) }
    default:
      if let x = call.x { call.x = operand(x) }
      if let y = call.y { call.y = operand(y) }
      for index in call.list.indices { call.list[index] = operand(call.list[index]) }
    }
    if !copies.list.isEmpty {
      copies.isDefinition = true
      statement.initial.append(copies)
    }
    wrapper.body = [call]
    let whole = Node(.call, call.position)
    whole.isDeferred = true
    whole.x = closure
    statement.x = whole
    return statement
  }
}
