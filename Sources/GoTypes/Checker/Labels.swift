import GoSyntax

/// Binds labels to the branches that name them. Whether a branch may go there the parser has said already, as the
/// compiler's does (cmd/compile/internal/syntax/branches.go, Go 1.23); a label's scope is its function.
extension TypeChecker {
  func bindLabels(_ body: Block) {
    var binder = LabelBinder()
    binder.visit(body.statements)
    if binder.declared.isEmpty { return }
    var labels: [String: Label] = [:]
    for ident in binder.declared where labels[ident.name] == nil && !ident.isBlank {
      let label = Label(name: ident.name, position: ident.span.startPosition)
      labels[ident.name] = label
      recordDefinition(ident, .label(label))
    }
    for ident in binder.used {
      guard let label = labels[ident.name] else { continue }
      label.isUsed = true
      recordUse(ident.id, .label(label))
    }
  }
}

private struct LabelBinder {
  var declared: [Ident] = []
  var used: [Ident] = []

  mutating func visit(_ list: [Stmt]) {
    for s in list { visit(s) }
  }

  mutating func visit(_ s: Stmt) {
    switch s.kind {
    case .labeled(let ident, let inner):
      declared.append(ident)
      visit(inner)
    case .break(let label?), .continue(let label?), .goto(let label): used.append(label)
    case .block(let block): visit(block.statements)
    case .if(_, _, let then, let otherwise):
      visit(then.statements)
      if let otherwise { visit(otherwise) }
    case .for(_, _, _, let body), .range(_, let body): visit(body.statements)
    case .switch(_, _, let cases, _), .typeSwitch(_, _, _, let cases, _): for clause in cases { visit(clause.body) }
    case .select(let cases, _): for clause in cases { visit(clause.body) }
    default: break
    }
  }
}
