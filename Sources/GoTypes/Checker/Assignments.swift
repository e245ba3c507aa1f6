import GoSyntax
import SourceText

/// Assignments, initialisations and short declarations (spec, "Assignment statements"; types2's assignments.go).
extension TypeChecker {
  func initConstant(_ constant: ConstantObject, _ declared: GoType?, _ x: inout Operand) {
    constant.type = declared ?? .invalid
    if x.mode == .invalid || !isValid(x.type) || declared.map({ !isValid($0) }) ?? false { return }
    if x.mode != .constant {
      error(x, "\(describe(x)) is not constant")
      if declared == nil { constant.type = .invalid }
      return
    }
    constant.type = declared ?? x.type
    assign(&x, to: constant.type, "constant declaration")
    if x.mode == .invalid { return }
    constant.value = x.constant
  }

  /// Gives `variable` its first value; without a declared type it takes that of the value.
  func initVariable(_ variable: Variable, _ declared: GoType?, _ x: inout Operand, _ context: String) {
    if x.mode == .invalid || !isValid(x.type) || declared.map({ !isValid($0) }) ?? false {
      if declared == nil { variable.type = .invalid }
      x.mode = .invalid
      return
    }
    if let declared {
      variable.type = declared
    } else {
      if x.isNil {
        error(x, "use of untyped nil in \(context)")
        variable.type = .invalid
        x.mode = .invalid
        return
      }
      variable.type = predeclared.defaultType(x.type)
    }
    assign(&x, to: variable.type, context)
  }

  /// The type of an assignment's left side: `nil` for `_`, `.invalid` after an error.
  func leftSide(_ lhs: Expr) -> GoType? {
    let inner = lhs.unparenthesized
    if case .ident("_") = inner.kind { return nil }
    // `x = 1` by itself does not use x.
    var variable: Variable?
    if case .ident(let name) = inner.kind, case .variable(let found)? = env.scope.lookupParent(name)?.object,
      found.package === env.package.package
    {
      variable = found
    }
    let wasUsed = variable?.isUsed ?? false
    let x = expr(lhs)
    if let variable { variable.isUsed = wasUsed }
    markReassigned(lhs)
    if x.mode == .invalid || !isValid(x.type) { return .invalid }
    if x.mode == .variable || x.mode == .mapIndex { return x.type }
    if case .selector(let base, _) = x.expr?.kind {
      let y = expr(base)
      if y.mode == .mapIndex {
        error(x, "cannot assign to struct field \(exprText(lhs)) in map")
        return .invalid
      }
    }
    error(x, "cannot assign to \(exprText(x.expr ?? lhs)) (neither addressable nor a map index expression)")
    return .invalid
  }

  func assignVariable(_ lhs: Expr, _ rhs: Expr, _ context: String) {
    let type = leftSide(lhs)
    if let type, !isValid(type) {
      use([rhs])
      return
    }
    var x = expr(rhs, target: target(type, exprText(lhs)))
    assign(&x, to: type, type == nil && context == "assignment" ? "assignment to _ identifier" : context)
  }

  func assignVariable(_ lhs: Expr, value x: inout Operand, _ context: String) {
    let type = leftSide(lhs)
    if let type, !isValid(type) {
      x.mode = .invalid
      return
    }
    assign(&x, to: type, type == nil && context == "assignment" ? "assignment to _ identifier" : context)
  }

  /// The variable whose memory `e` names a part of, without following a pointer.
  private func outerVariable(_ e: Expr) -> Variable? {
    var current = e.unparenthesized
    while true {
      switch current.kind {
      case .ident:
        if case .variable(let variable)? = info.uses[Int(current.id.rawValue)] { return variable }
        return nil
      case .selector(let base, _):
        guard let selection = info.selections[current.id], selection.kind == .field, !selection.isIndirect else {
          return nil
        }
        current = base.unparenthesized
      case .index(let base, _):
        guard case .array = under(info.type(of: base)) else { return nil }
        current = base.unparenthesized
      default: return nil
      }
    }
  }

  func markReassigned(_ e: Expr) { outerVariable(e)?.isReassigned = true }
  func markAddressTaken(_ e: Expr) { outerVariable(e)?.isAddressTaken = true }

  private func measure(_ count: Int, _ unit: String) -> String { "\(count) \(unit)\(count == 1 ? "" : "s")" }

  private func reportMismatch(_ rhs: [Expr], _ left: Int, _ right: Int) {
    guard let first = rhs.first else { return }
    let (variables, values) = (measure(left, "variable"), measure(right, "value"))
    if rhs.count == 1, case .call(let function, _, _) = first.unparenthesized.kind {
      error(first, "assignment mismatch: \(variables) but \(exprText(function)) returns \(values)")
    } else {
      error(first, "assignment mismatch: \(variables) but \(values)")
    }
  }

  private func reportReturnCount(_ statement: Stmt, _ wanted: [GoType], _ values: [Operand]) {
    var position = statement.span.startPosition
    var qualifier = "not enough"
    if values.count > wanted.count {
      position = values[wanted.count].start
      qualifier = "too many"
    } else if let last = values.last {
      position = last.start
    }
    var message = ErrorMessage(position, "\(qualifier) return values")
    message.addLine(nil, "have \(typesSummary(values.map(\.type), isVariadic: false))")
    message.addLine(nil, "want \(typesSummary(wanted, isVariadic: false))")
    report(message)
  }

  /// `(int, number, ...string)`.
  func typesSummary(_ types: [GoType], isVariadic: Bool) -> String {
    var parts: [String] = []
    for (index, type) in types.enumerated() {
      if !isValid(type) {
        parts.append("unknown type")
      } else if case .basic(let kind) = type, kind.isUntyped {
        parts.append(kind.isNumeric ? "number" : kind.name.replacing("untyped ", with: ""))
      } else if isVariadic, index == types.count - 1, case .slice(let element) = unalias(type) {
        parts.append("..." + text(element))
      } else {
        parts.append(text(type))
      }
    }
    return "(" + parts.joined(separator: ", ") + ")"
  }

  private func recordCommaOK(_ e: Expr) {
    var current = e
    while true {
      info.commaOK.insert(current.id)
      guard case .paren(let inner) = current.kind else { return }
      current = inner
    }
  }

  /// `lhs := rhs`, `var lhs = rhs` or `return rhs`; each variable with its declared type, if any.
  func initVariables(_ lhs: [(variable: Variable, declared: GoType?)], _ rhs: [Expr], returnStatement: Stmt?) {
    let context = returnStatement == nil ? "assignment" : "return statement"
    let isCall = rhs.count == 1 && rhs[0].isCall
    if lhs.count == rhs.count, !isCall {
      for (index, side) in lhs.enumerated() {
        var description = side.variable.name
        if returnStatement != nil, description.isEmpty { description = "result variable" }
        var x = expr(rhs[index], target: target(side.declared, description))
        initVariable(side.variable, side.declared, &x, context)
      }
      return
    }
    func invalidate() {
      for side in lhs where side.declared == nil { side.variable.type = .invalid }
    }
    if rhs.count != 1 {
      if use(rhs) {
        if let returnStatement {
          reportReturnCount(returnStatement, lhs.map(\.variable.type), exprList(rhs))
        } else {
          reportMismatch(rhs, lhs.count, rhs.count)
        }
      }
      invalidate()
      return
    }
    var (values, isCommaOK) = multiExpr(rhs[0], allowsCommaOK: lhs.count == 2 && returnStatement == nil)
    if values.count == lhs.count {
      for (index, side) in lhs.enumerated() { initVariable(side.variable, side.declared, &values[index], context) }
      if isCommaOK, values[0].mode != .invalid, values[1].mode != .invalid { recordCommaOK(rhs[0]) }
      return
    }
    if values.first?.mode != .invalid {
      if let returnStatement {
        reportReturnCount(returnStatement, lhs.map(\.variable.type), values)
      } else {
        reportMismatch(rhs, lhs.count, values.count)
      }
    }
    invalidate()
  }

  /// `lhs = rhs`.
  func assignVariables(_ lhs: [Expr], _ rhs: [Expr]) {
    let isCall = rhs.count == 1 && rhs[0].isCall
    if lhs.count == rhs.count, !isCall {
      for (left, right) in zip(lhs, rhs) { assignVariable(left, right, "assignment") }
      return
    }
    if rhs.count != 1 {
      let isLeftFine = use(lhs, isLeftSide: true)
      let isRightFine = use(rhs)
      if isLeftFine, isRightFine { reportMismatch(rhs, lhs.count, rhs.count) }
      return
    }
    var (values, isCommaOK) = multiExpr(rhs[0], allowsCommaOK: lhs.count == 2)
    if values.count == lhs.count {
      for (index, left) in lhs.enumerated() { assignVariable(left, value: &values[index], "assignment") }
      if isCommaOK, values[0].mode != .invalid, values[1].mode != .invalid { recordCommaOK(rhs[0]) }
      return
    }
    if values.first?.mode != .invalid { reportMismatch(rhs, lhs.count, values.count) }
    use(lhs, isLeftSide: true)
  }

  /// `lhs := rhs`; at least one name must be new.
  func shortDeclaration(_ position: Position, _ lhs: [Expr], _ rhs: [Expr], isLoop: Bool = false) {
    let start = delayed.count
    let scope = env.scope
    var seen: Set<String> = []
    var sides: [(variable: Variable, declared: GoType?)] = []
    var fresh: [Variable] = []
    var hasError = false
    for side in lhs {
      func placeholder() -> Variable { localVariable("_", side.startPosition) }
      guard case .ident(let name) = side.kind else {
        use([side], isLeftSide: true)
        error(side, "non-name \(exprText(side)) on left side of :=")
        hasError = true
        sides.append((placeholder(), nil))
        continue
      }
      if name != "_", !seen.insert(name).inserted {
        error(side, "\(name) repeated on left side of :=")
        hasError = true
        sides.append((placeholder(), nil))
        continue
      }
      if name != "_", let known = scope.lookup(name) {
        recordUse(side.id, known)
        if case .variable(let variable) = known {
          variable.isReassigned = true
          sides.append((variable, variable.type))
        } else {
          error(side, "cannot assign to \(name)")
          hasError = true
          sides.append((placeholder(), nil))
        }
        continue
      }
      let variable = localVariable(name, side.startPosition)
      variable.isLoopVariable = isLoop
      sides.append((variable, nil))
      if name != "_" { fresh.append(variable) }
      info.defs[Int(side.id.rawValue)] = .variable(variable)
    }
    initVariables(sides, rhs, returnStatement: nil)
    processDelayed(from: start)
    if fresh.isEmpty, !hasError {
      error(position, "no new variables on left side of :=")
      return
    }
    let end = rhs.last?.span.endPosition ?? position
    for variable in fresh { declare(scope, nil, .variable(variable), from: end) }
  }

  func localVariable(_ name: String, _ position: Position) -> Variable {
    let variable = Variable(
      name: name, position: position, type: .invalid, kind: .local, package: env.package.package)
    variable.owner = env.function?.node
    return variable
  }
}
