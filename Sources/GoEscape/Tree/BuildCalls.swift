import GoSyntax
import GoTypes
import SourceText

extension BodyBuilder {
  func call(_ e: Expr, _ callee: Expr, _ arguments: [Expr], _ hasEllipsis: Bool) -> Node {
    let target = strip(callee)
    let mode = info.finding(target)?.mode
    if mode == .type {
      let to = type(of: target)
      let operand = value(arguments[0])
      let result = converted(
        operand, from: operand.op == .nilValue ? .basic(.untypedNil) : type(of: arguments[0]), to: to,
        at: strip(arguments[0]).pos, implicit: false)
      if result !== operand {
        result.id = e.id
        result.writtenType = substitution.isEmpty ? nil : info.type(of: target)
      }
      return result
    }
    if mode == .builtin, let builtin = builtin(target) { return builtinCall(e, builtin, arguments, hasEllipsis) }
    guard case .signature(let written) = under(info.type(of: target)) else { return node(.nilValue, e) }
    let signature = substitution(written)

    let result = node(.call, e)
    result.isSpread = hasEllipsis
    var receivers: [Node] = []
    if case .selector(let operand, let name) = target.kind, let selection = info.selections[target.id],
      selection.kind == .method
    {
      let (receiver, function) = method(operand, selection, target)
      if let function {
        let method = Node(.methodExpression, target.pos, type(of: target))
        method.function = function
        method.text = name.name
        method.holder = receiver.type
        result.x = method
        receivers = [receiver]
        result.hasReceiver = true
      } else if receiver.type.isInterface {
        result.op = .callInterface
        let method = Node(.dotInterface, target.pos, type(of: target))
        method.x = receiver
        method.text = name.name
        if case .function(let called) = selection.object { method.package = called.package }
        result.x = method
      } else {
        // A type parameter's method: found in the dictionary, so nothing is known of it.
        receivers = [receiver]
        result.x = Node(.nilValue, target.pos, type(of: target))
        result.hasReceiver = true
      }
    } else {
      result.x = value(target)
    }
    result.list = receivers + passed(e, arguments, signature, hasEllipsis)
    if let callee = result.x {
      if callee.op == .dotInterface {
        callee.x = settled(callee.x!, result)
      } else {
        result.x = settled(callee, result)
      }
    }
    return result
  }

  /// A callee that calls something is put into a variable first (cmd/compile/internal/typecheck, RewriteNonNameCall).
  private func settled(_ callee: Node, _ call: Node) -> Node {
    func calls(_ node: Node) -> Bool {
      if node.op == .receive || node.isCall { return true }
      var found = false
      if node.op != .closure { node.forEachChild { found = found || calls($0) } }
      return found
    }
    guard calls(callee) else { return callee }
    let name = temporary(callee.type, call.position)
    let declaration = Node(.declare, call.position)
    declaration.name = name
    let assignment = Node(.assign, call.position)
    assignment.initial = [declaration]
    assignment.x = read(name)
    assignment.y = callee
    assignment.isDefinition = true
    name.definition = assignment
    call.initial.append(assignment)
    return read(name)
  }

  /// Arguments as the parameters take them: converted, and gathered in a slice for `...`.
  private func passed(_ e: Expr, _ arguments: [Expr], _ signature: Signature, _ hasEllipsis: Bool) -> [Node] {
    let parameters = signature.params
    func target(_ index: Int) -> GoType? {
      if signature.isVariadic && !hasEllipsis && index >= parameters.count - 1 {
        if case .slice(let element) = under(parameters[parameters.count - 1].type) { return element }
      }
      return index < parameters.count ? parameters[index].type : nil
    }
    var values = several(arguments, at: e.pos, target)
    guard signature.isVariadic && !hasEllipsis, let last = parameters.last else { return values }
    let extra = Array(values[min(values.count, parameters.count - 1)...])
    values.removeLast(extra.count)
    let gathered = Node(extra.isEmpty ? .nilValue : .sliceLiteral, e.pos, last.type, id: e.id)
    gathered.isImplicit = true
    gathered.isGathered = true
    gathered.list = extra
    gathered.length = Int64(extra.count)
    values.append(gathered)
    return values
  }

  /// One value per expression; or those of a single call with several results, by way of temporary variables.
  func several(_ expressions: [Expr], at position: Position, _ target: (Int) -> GoType?) -> [Node] {
    if expressions.count == 1, case .tuple(let types) = info.type(of: expressions[0]), types.count > 1 {
      return temporaries(
        Node(.assignCall, position), value(expressions[0]), types.map { resolve($0) }, at: position, target)
    }
    return expressions.enumerated().map { converted($1, to: target($0)) }
  }

  func temporaries(
    _ statement: Node, _ source: Node, _ types: [GoType], at position: Position, _ target: (Int) -> GoType?
  ) -> [Node] {
    statement.x = source
    statement.isDefinition = true
    var values: [Node] = []
    for (index, type) in types.enumerated() {
      let name = temporary(type, position)
      let declaration = Node(.declare, position)
      declaration.name = name
      statement.initial.append(declaration)
      statement.list.append(read(name))
      var result = read(name)
      if let wanted = target(index), !identical(type, resolve(wanted)) {
        result = converted(result, from: type, to: resolve(wanted), at: position, implicit: true)
      }
      values.append(result)
    }
    if values[0].op == .name {
      let wrapper = Node(.convertNothing, position, values[0].type)
      wrapper.x = values[0]
      values[0] = wrapper
    }
    values[0].initial.insert(statement, at: 0)
    return values
  }

  // MARK: - Builtins

  private func builtin(_ callee: Expr) -> Builtin? {
    switch callee.kind {
    case .ident:
      if case .builtin(let builtin)? = info.use(callee.id) { return builtin }
    case .selector(_, let name):
      if case .builtin(let builtin)? = info.use(name.id) { return builtin }
    default: break
    }
    return nil
  }

  private func builtinCall(_ e: Expr, _ builtin: Builtin, _ arguments: [Expr], _ hasEllipsis: Bool) -> Node {
    func all(_ op: Op) -> Node {
      let result = node(op, e)
      result.text = builtin.rawValue
      result.list = several(arguments, at: e.pos) { _ in nil }
      return result
    }
    func first(_ op: Op, to type: GoType? = nil) -> Node {
      let result = node(op, e)
      result.text = builtin.rawValue
      result.x = converted(arguments[0], to: type)
      return result
    }
    switch builtin {
    case .new:
      let result = node(.new, e)
      result.text = ExprText.render(arguments[0])
      return result
    case .make: return make(e, arguments)
    case .append: return append(e, arguments, hasEllipsis)
    case .copy:
      let result = node(.copy, e)
      result.x = value(arguments[0])
      result.y = value(arguments[1])
      return result
    case .panic: return first(.panic, to: trees.emptyInterface)
    case .print, .println: return all(.print)
    case .recover: return all(.recover)
    case .delete:
      let result = node(.delete, e)
      var key: GoType?
      if case .map(let wanted, _) = under(type(of: arguments[0])) { key = wanted }
      result.list = [value(arguments[0]), converted(arguments[1], to: key)]
      return result
    case .clear: return first(.clear)
    case .close: return first(.close)
    case .len, .cap, .real, .imag: return first(.length)
    case .min, .max: return all(.minMax)
    case .complex: return all(.complex)
    case .unsafeSliceData, .unsafeStringData, .unsafeAdd, .unsafeSlice, .unsafeString: return all(.unsafe)
    case .alignof, .offsetof, .sizeof: return node(.literal, e)
    }
  }

  private func make(_ e: Expr, _ arguments: [Expr]) -> Node {
    let result: Node
    switch under(type(of: e)) {
    case .map: result = node(.makeMap, e)
    case .chan: result = node(.makeChan, e)
    default: result = node(.makeSlice, e)
    }
    if arguments.count > 1 { result.x = value(arguments[1]) }
    if arguments.count > 2 { result.y = value(arguments[2]) }
    return result
  }

  private func append(_ e: Expr, _ arguments: [Expr], _ hasEllipsis: Bool) -> Node {
    let result = node(.append, e)
    result.isSpread = hasEllipsis
    var element: GoType?
    if case .slice(let type) = under(type(of: e)) { element = type }
    if hasEllipsis {
      result.list = arguments.map { value($0) }
    } else {
      let whole = type(of: e)
      result.list = several(arguments, at: e.pos) { $0 == 0 ? whole : element }
    }
    if arguments.count > 0, result.list[0].op == .nilValue { result.list[0].type = type(of: e) }
    return result
  }
}
