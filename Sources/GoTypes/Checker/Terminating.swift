import GoSyntax

/// Terminating statements (spec, "Terminating statements").
extension TypeChecker {
  func isTerminating(_ block: Block) -> Bool { isTerminating(block.statements) }

  private func isTerminating(_ list: [Stmt]) -> Bool {
    for statement in list.reversed() {
      if case .empty = statement.kind { continue }
      return isTerminating(statement, label: nil)
    }
    return false
  }

  private func isTerminating(_ s: Stmt, label: String?) -> Bool {
    switch s.kind {
    case .return, .goto, .fallthrough: return true
    case .expr(let e): return env.function?.panics.contains(e.unparenthesized.id) ?? false
    case .block(let block): return isTerminating(block.statements)
    case .labeled(let label, let inner): return isTerminating(inner, label: label.name)
    case .if(_, _, let then, let otherwise?):
      return isTerminating(then.statements) && isTerminating(otherwise, label: nil)
    case .for(_, nil, _, let body): return !hasBreak(body.statements, label, isDirect: true)
    case .switch(_, _, let cases, _), .typeSwitch(_, _, _, let cases, _):
      return cases.contains(where: \.isDefault)
        && cases.allSatisfy { isTerminating($0.body) && !hasBreak($0.body, label, isDirect: true) }
    case .select(let cases, _):
      return cases.allSatisfy { isTerminating($0.body) && !hasBreak($0.body, label, isDirect: true) }
    default: return false
    }
  }

  /// Whether a break leaves the statement with `label`; an unlabelled one does while `isDirect`.
  private func hasBreak(_ list: [Stmt], _ label: String?, isDirect: Bool) -> Bool {
    list.contains { hasBreak($0, label, isDirect: isDirect) }
  }

  private func hasBreak(_ s: Stmt, _ label: String?, isDirect: Bool) -> Bool {
    switch s.kind {
    case .break(nil): return isDirect
    case .break(let target?): return target.name == label
    case .labeled(_, let inner): return hasBreak(inner, label, isDirect: isDirect)
    case .block(let block): return hasBreak(block.statements, label, isDirect: isDirect)
    case .if(_, _, let then, let otherwise):
      return hasBreak(then.statements, label, isDirect: isDirect)
        || otherwise.map { hasBreak($0, label, isDirect: isDirect) } ?? false
    case .for(_, _, _, let body), .range(_, let body):
      return label != nil && hasBreak(body.statements, label, isDirect: false)
    case .switch(_, _, let cases, _), .typeSwitch(_, _, _, let cases, _):
      return label != nil && cases.contains { hasBreak($0.body, label, isDirect: false) }
    case .select(let cases, _): return label != nil && cases.contains { hasBreak($0.body, label, isDirect: false) }
    default: return false
    }
  }
}
