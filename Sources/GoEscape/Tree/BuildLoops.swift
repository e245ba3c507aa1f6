import GoSyntax
import GoTypes
import SourceText

extension BodyBuilder {
  func loop(
    _ statement: Stmt, _ initial: Stmt?, _ condition: Expr?, _ post: Stmt?, _ body: Block, _ label: String?
  ) -> [Node] {
    let start = initial.map { statements([$0]) } ?? []
    let decided = condition.flatMap { staticBool($0) }
    let test = condition.map { value($0) }
    if decided == false, test?.op == .literal { return start }
    let node = Node(.loop, statement.pos, id: statement.id)
    node.label = label
    node.initial = start
    node.x = test
    node.y = decided == false ? nil : post.flatMap { statements([$0]).first }
    node.list = decided == false ? [] : inside(body.statements, isLoop: true)
    node.isPerIteration = trees.program.loopVariablesPerIteration
    return [node]
  }

  func range(_ statement: Stmt, _ clause: RangeClause, _ body: Block, _ label: String?) -> Node {
    if case .signature(let iterator) = under(type(of: clause.operand)),
      case .signature(let yield)? = iterator.params.first.map({ under(resolve($0.type)) })
    {
      return rangeFunction(statement, clause, body, label, yield)
    }
    let node = Node(.range, statement.pos, id: statement.id)
    node.label = label
    var declared: [Name] = []
    func target(_ written: Expr?) -> Node? {
      guard let e = written.map({ strip($0) }) else { return nil }
      if case .ident(let text) = e.kind {
        if text == "_" { return nil }
        if clause.isDefine, case .variable(let variable)? = info.definition(e.id) {
          let name = declare(variable)
          declared.append(name)
          return read(name, id: e.id)
        }
      }
      return value(e)
    }
    // Assignees are written before the operand.
    node.y = target(clause.key)
    node.z = target(clause.value)
    node.x = value(clause.operand)
    node.isDefinition = !declared.isEmpty
    for name in declared {
      name.definition = node
      let declaration = Node(.declare, name.position)
      declaration.name = name
      node.initial.append(declaration)
    }
    node.list = inside(body.statements, isLoop: true)
    node.isPerIteration = trees.program.loopVariablesPerIteration && node.isDefinition
    node.blanks = [clause.key, clause.value].map { $0.map { isBlank($0) } ?? false }
    return node
  }

  private func isBlank(_ e: Expr) -> Bool {
    if case .ident("_") = strip(e).kind { return true }
    return false
  }
}
