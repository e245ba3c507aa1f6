import GoSyntax
import GoTypes
import SourceText

extension BodyBuilder {
  /// Statements in order; what stands behind a statement that never goes on is left out, unless a label can lead there
  /// (cmd/compile/internal/noder/writer.go, stmts, Go 1.23).
  func statements(_ list: [Stmt]) -> [Node] {
    var nodes: [Node] = []
    var isDead = false
    let lastLabel = list.lastIndex { if case .labeled = $0.kind { true } else { false } } ?? -1
    for (index, statement) in list.enumerated() {
      if isDead && index > lastLabel { continue }
      append(statement, to: &nodes)
      isDead = terminates(statement)
    }
    return nodes
  }

  private func block(_ statement: Stmt?) -> [Node] {
    guard let statement else { return [] }
    var nodes: [Node] = []
    append(statement, to: &nodes)
    return nodes
  }

  private func append(_ statement: Stmt, to nodes: inout [Node], label: String? = nil) {
    let position = statement.pos
    func add(_ op: Op) -> Node {
      let node = Node(op, position, id: statement.id)
      nodes.append(node)
      return node
    }
    switch statement.kind {
    case .bad, .empty: break
    case .block(let block): nodes += statements(block.statements)
    case .expr(let e): nodes.append(value(e))
    case .send(let channel, let sent):
      let channelNode = value(channel)
      var element: GoType?
      if case .chan(_, let type) = under(channelNode.type) { element = type }
      let node = add(.send)
      node.x = channelNode
      node.y = converted(sent, to: element)
    case .incDec(let operand, let isIncrement):
      let node = add(.assignOp)
      node.x = value(operand)
      node.text = isIncrement ? "++" : "--"
    case .opAssign(let left, let op, let right):
      let node = add(.assignOp)
      node.x = value(left)
      node.text = op.rawValue
      node.y = op.isShift ? value(right) : converted(right, to: type(of: left))
    case .assign(let left, let right): nodes.append(assignment(left, right, at: position, statement.id))
    case .define(let left, let right): nodes.append(assignment(left, right, at: position, statement.id))
    case .decl(let declarations):
      for case .var(let spec) in declarations { nodes += variables(spec) }
    case .go(let call), .defer(let call):
      var isDefer = false
      if case .defer = statement.kind { isDefer = true }
      nodes.append(goDefer(value(call), isDefer ? .deferStatement : .goStatement, position, statement.id))
    case .return(let values):
      if function.isRangeBody {
        nodes += returnFromRange(values, position)
        break
      }
      let results = function.results
      let node = Node(.returns, position, id: statement.id)
      node.list = several(values, at: position) { results[$0].type }
      nodes.append(node)
    case .break(nil) where function.isRangeBody && breakable == 0,
      .continue(nil) where function.isRangeBody && continuable == 0:
      nodes += leaveIteration(position)
    case .break(let label?) where isOwnLoop(label.name), .continue(let label?) where isOwnLoop(label.name):
      nodes += leaveIteration(position)
    case .break(let label), .continue(let label):
      let node = add(.branch)
      if case .break = statement.kind { node.text = "break" } else { node.text = "continue" }
      node.label = label?.name
      if let name = label?.name { nodes += leaveRange(by: name, position) }
    case .goto(let label):
      nodes += leaveRange(by: label.name, position)
      let node = add(.goto)
      node.text = label.name
    case .fallthrough:
      let node = add(.branch)
      node.text = "fallthrough"
    case .labeled(let name, let inner):
      let node = add(.label)
      node.text = name.name
      append(inner, to: &nodes, label: name.name)
    case .if(let initial, let condition, let then, let otherwise):
      nodes.append(contentsOf: conditional(statement, initial, condition, then, otherwise))
    case .for(let initial, let condition, let post, let body):
      nodes.append(contentsOf: loop(statement, initial, condition, post, body, label))
    case .range(let clause, let body): nodes.append(range(statement, clause, body, label))
    case .switch(let initial, let tag, let cases, _):
      nodes.append(contentsOf: switchValue(statement, initial, tag, cases))
    case .typeSwitch(let initial, let binding, let operand, let cases, _):
      nodes.append(typeSwitch(statement, initial, binding, operand, cases))
    case .select(let cases, _): nodes.append(select(statement, cases))
    }
  }

  // MARK: - Assignments

  /// What is assigned to, and whether it is declared here.
  private func assignee(_ e: Expr) -> (node: Node?, declared: Name?) {
    let e = strip(e)
    if case .ident(let text) = e.kind {
      if text == "_" { return (nil, nil) }
      if case .variable(let variable)? = info.definition(e.id) {
        let name = declare(variable)
        return (read(name, id: e.id), name)
      }
    }
    return (value(e), nil)
  }

  private func blank(_ e: Expr) -> Node { Node(.nilValue, e.pos) }

  func assignment(_ left: [Expr], _ right: [Expr], at position: Position, _ id: NodeID) -> Node {
    let targets = left.map { assignee($0) }
    return assignment(
      targets.enumerated().map { $1.node ?? blank(left[$0]) }, targets.compactMap { $0.declared },
      isBlank: targets.map { $0.node == nil }, right, at: position, id)
  }

  private func assignment(
    _ targets: [Node], _ declared: [Name], isBlank: [Bool], _ right: [Expr], at position: Position, _ id: NodeID
  ) -> Node {
    func wanted(_ index: Int) -> GoType? { isBlank[index] ? nil : targets[index].type }
    let result: Node
    let values: [Node]
    if right.count == 1, targets.count == 2, info.commaOK.contains(strip(right[0]).id) || isMapIndex(right[0]) {
      let source = value(right[0])
      let statement = Node(.assignCommaOK, position)
      values = temporaries(statement, source, [source.type, .basic(.bool)], at: position, wanted)
    } else {
      values = several(right, at: position, wanted)
    }
    if targets.count == 1 && values.count == 1 {
      result = Node(.assign, position, id: id)
      result.x = isBlank[0] ? nil : targets[0]
      result.y = values[0]
    } else {
      result = Node(.assignList, position, id: id)
      result.list = targets
      result.blanks = isBlank
      result.rest = values
    }
    define(result, declared)
    return result
  }

  private func isMapIndex(_ e: Expr) -> Bool {
    if case .index(let operand, _) = strip(e).kind, case .map = under(type(of: operand)) { return true }
    return false
  }

  func define(_ statement: Node, _ names: [Name]) {
    guard !names.isEmpty else { return }
    statement.isDefinition = true
    for name in names {
      name.definition = statement
      let declaration = Node(.declare, name.position)
      declaration.name = name
      statement.initial.append(declaration)
    }
  }

  private func variables(_ spec: VarSpec) -> [Node] {
    var targets: [Node] = []
    var declared: [Name] = []
    var blanks: [Bool] = []
    for ident in spec.names {
      if case .variable(let variable)? = info.definition(ident.id), !ident.isBlank {
        let name = declare(variable)
        declared.append(name)
        targets.append(read(name))
        blanks.append(false)
      } else {
        targets.append(Node(.nilValue, ident.span.startPosition))
        blanks.append(true)
      }
    }
    let position = spec.span.startPosition
    if spec.values.isEmpty {
      return declared.map { name in
        let statement = Node(.assign, position, id: spec.id)
        statement.x = read(name)
        let declaration = Node(.declare, name.position)
        declaration.name = name
        statement.initial.append(declaration)
        return statement
      }
    }
    return [assignment(targets, declared, isBlank: blanks, spec.values, at: position, spec.id)]
  }

  func packageInitializer(_ initializer: Initializer) -> [Node] {
    let position = initializer.value.pos
    let targets = initializer.variables.map { variable in
      let node = Node(.name, variable.position, variable.type)
      node.text = variable.name
      return node
    }
    let result = assignment(
      targets, [], isBlank: initializer.variables.map { $0.name == "_" && initializer.variables.count > 1 },
      [initializer.value], at: position, .noSource)
    if result.op == .assign { result.y?.markStatic() }
    return [result]
  }

  // MARK: - Conditions

  /// The value of a condition that is decided when compiling.
  func staticBool(_ e: Expr) -> Bool? {
    let e = strip(e)
    if let value = info.constant(e)?.boolValue { return value }
    switch e.kind {
    case .unary(.not, let inner): return staticBool(inner).map { !$0 }
    case .binary(.logicalAnd, let x, let y):
      switch staticBool(x) {
      case false?: return false
      case true?: return staticBool(y)
      case nil: return nil
      }
    case .binary(.logicalOr, let x, let y):
      switch staticBool(x) {
      case true?: return true
      case false?: return staticBool(y)
      case nil: return nil
      }
    default: return nil
    }
  }

  private func terminates(_ statement: Stmt) -> Bool {
    switch statement.kind {
    case .goto, .return: return true
    case .expr(let e):
      if case .call(let callee, _, _) = strip(e).kind, case .builtin(.panic)? = info.use(strip(callee).id) {
        return true
      }
      return false
    case .if(_, let condition, let then, let otherwise):
      let decided = staticBool(condition)
      return (decided == false || terminates(then)) && (decided == true || otherwise.map { terminates($0) } ?? false)
    case .block(let block): return terminates(block)
    default: return false
    }
  }

  private func terminates(_ block: Block) -> Bool {
    let last = block.statements.last { if case .empty = $0.kind { false } else { true } }
    return last.map { terminates($0) } ?? false
  }

  private func conditional(_ statement: Stmt, _ initial: Stmt?, _ condition: Expr, _ then: Block, _ otherwise: Stmt?)
    -> [Node]
  {
    let decided = staticBool(condition)
    let start = block(initial)
    let test = value(condition)
    let first = decided == false ? [] : statements(then.statements)
    let second = decided == true ? [] : block(otherwise)
    if decided != nil {
      var nodes = start
      if test.op != .literal {
        let discard = Node(.assign, statement.pos)
        discard.y = test
        nodes.append(discard)
      }
      return nodes + first + second
    }
    let node = Node(.ifElse, statement.pos, id: statement.id)
    node.initial = start
    node.x = test
    node.list = first
    node.rest = second
    return [node]
  }

  private func switchValue(_ statement: Stmt, _ initial: Stmt?, _ tag: Expr?, _ cases: [SwitchCase]) -> [Node] {
    let node = Node(.switchValue, statement.pos, id: statement.id)
    node.initial = block(initial)
    var tagType = tag.map { type(of: $0) } ?? .basic(.bool)
    var tag = tag
    var cases = cases
    if let target = decidedCase(tag, cases) {
      tag = nil
      tagType = .basic(.bool)
      cases =
        target.map { target in
          var only = target
          only.values = []
          only.isDefault = true
          return [only]
        } ?? []
    }
    if case .chan = under(tagType) {
    } else {
      let mixes = cases.contains { $0.values.contains { isMixed(type(of: $0), tagType) } }
      if mixes { tagType = trees.emptyInterface }
    }
    if let tag { node.x = converted(tag, to: tagType) }
    for clause in cases {
      let part = Node(.switchCase, clause.span.startPosition, id: clause.id)
      part.list = clause.values.map { isNil($0) ? value($0) : converted($0, to: tagType) }
      part.rest = inside(clause.body, isLoop: false)
      node.list.append(part)
    }
    return [node]
  }

  private func isNil(_ e: Expr) -> Bool { info.finding(strip(e))?.mode == .nil }

  /// The value cannot be assigned to the tag's type as it is.
  private func isMixed(_ type: GoType, _ tag: GoType) -> Bool {
    if identical(type, tag) || type.isUntyped { return false }
    if tag.isInterface { return false }
    return type.isInterface
  }

  /// Where tag and cases are constants: the clause that runs, if any (`.some(nil)`: none).
  private func decidedCase(_ tag: Expr?, _ cases: [SwitchCase]) -> SwitchCase?? {
    let value: Constant
    if let tag {
      guard let constant = info.constant(strip(tag)) else { return nil }
      value = constant
    } else {
      value = .bool(true)
    }
    var target: SwitchCase?
    search: for clause in cases {
      if clause.isDefault { target = clause }
      for candidate in clause.values {
        guard let constant = info.constant(strip(candidate)) else { return nil }
        if Constant.compare(.equal, value, constant) {
          target = clause
          break search
        }
      }
    }
    if let target, case .fallthrough? = target.body.last?.kind { return nil }
    return .some(target)
  }

  private func typeSwitch(
    _ statement: Stmt, _ initial: Stmt?, _ binding: Ident?, _ operand: Expr, _ cases: [SwitchCase]
  ) -> Node {
    let node = Node(.switchType, statement.pos, id: statement.id)
    node.initial = block(initial)
    node.x = value(operand)
    for clause in cases {
      let part = Node(.switchCase, clause.span.startPosition, id: clause.id)
      if let variable = info.implicits[clause.id] {
        let position = clause.values.last.map { $0.span.endPosition } ?? clause.span.startPosition
        part.name = declare(variable, at: position)
      }
      part.rest = inside(clause.body, isLoop: false)
      node.list.append(part)
    }
    return node
  }

  private func select(_ statement: Stmt, _ cases: [SelectCase]) -> Node {
    let node = Node(.select, statement.pos, id: statement.id)
    for clause in cases {
      let part = Node(.selectCase, clause.span.startPosition, id: clause.id)
      let start = block(clause.communication)
      part.list = start
      part.rest = inside(clause.body, isLoop: false)
      node.list.append(part)
    }
    return node
  }
}

extension Node {
  /// Notes that a package's variable holds the value without code at run time (cmd/compile/internal/staticinit).
  func markStatic() {
    switch op {
    case .convertNothing: x?.markStatic()
    case .convertInterface where !(x?.type.isInterface ?? true), .pointerLiteral:
      isStatic = true
      x?.markStatic()
    case .sliceLiteral, .arrayLiteral, .structLiteral:
      isStatic = true
      list.forEach { $0.markStatic() }
    case .closure: isStatic = function?.captures.isEmpty ?? false
    default: break
    }
  }
}
