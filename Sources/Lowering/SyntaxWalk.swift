import GoSyntax

/// Goes through statements and expressions in source order.
struct SyntaxWalk {
  /// Called before a node's children.
  var statement: (Stmt) -> Void = { _ in }
  /// Called before an expression's children; `false` skips them.
  var expression: (Expr) -> Bool = { _ in true }

  func visit(_ list: [Stmt]) { for item in list { visit(item) } }

  func visit(_ item: Stmt?) {
    guard let item else { return }
    statement(item)
    switch item.kind {
    case .bad, .empty, .break, .continue, .goto, .fallthrough: break
    case .block(let block): visit(block.statements)
    case .expr(let x), .go(let x), .defer(let x), .incDec(let x, _): visit(x)
    case .send(let x, let y), .opAssign(let x, _, let y):
      visit(x)
      visit(y)
    case .assign(let lhs, let rhs), .define(let lhs, let rhs):
      visit(lhs)
      visit(rhs)
    case .decl(let decls):
      for case .var(let spec) in decls { visit(spec.values) }
    case .return(let values): visit(values)
    case .labeled(_, let inner): visit(inner)
    case .if(let initial, let condition, let then, let otherwise):
      visit(initial)
      visit(condition)
      visit(then.statements)
      visit(otherwise)
    case .for(let initial, let condition, let post, let body):
      visit(initial)
      visit(condition)
      visit(post)
      visit(body.statements)
    case .range(let clause, let body):
      visit(clause.operand)
      visit(clause.key)
      visit(clause.value)
      visit(body.statements)
    case .switch(let initial, let tag, let cases, _):
      visit(initial)
      visit(tag)
      visit(cases)
    case .typeSwitch(let initial, _, let operand, let cases, _):
      visit(initial)
      visit(operand)
      visit(cases)
    case .select(let cases, _):
      for clause in cases {
        visit(clause.communication)
        visit(clause.body)
      }
    }
  }

  private func visit(_ cases: [SwitchCase]) {
    for clause in cases {
      visit(clause.values)
      visit(clause.body)
    }
  }

  func visit(_ list: [Expr]) { for item in list { visit(item) } }

  func visit(_ item: Expr?) {
    guard let item, expression(item) else { return }
    switch item.kind {
    case .composite(_, let elements, _):
      for element in elements {
        visit(element.key)
        visit(element.value)
      }
    case .funcLiteral(_, let body): visit(body.statements)
    case .paren(let x), .star(let x), .unary(_, let x), .selector(let x, _), .typeAssert(let x, _): visit(x)
    case .index(let x, let indices):
      visit(x)
      visit(indices)
    case .slice(let x, let low, let high, let max, _):
      visit(x)
      visit(low)
      visit(high)
      visit(max)
    case .call(let function, let arguments, _):
      visit(function)
      visit(arguments)
    case .binary(_, let x, let y):
      visit(x)
      visit(y)
    default: break
    }
  }
}
