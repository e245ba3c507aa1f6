import GoSyntax
import SourceText

/// Switch, type switch and select (spec, "Switch statements", "Select statements").
extension TypeChecker {
  private func multipleDefaults(_ clauses: [(isDefault: Bool, position: Position)]) {
    var first: Position?
    for clause in clauses where clause.isDefault {
      if let first {
        error(clause.position, "multiple defaults (first at \(place(first)))")
      } else {
        first = clause.position
      }
    }
  }

  func switchStatement(_ tag: Expr?, _ cases: [SwitchCase], _ span: Span) {
    var x: Operand
    if let tag {
      x = expr(tag)
      assign(&x, to: nil, "switch expression")
      if x.mode != .invalid, !isComparable(x.type), !hasNil(x.type) {
        error(x, "cannot switch on \(describe(x)) (\(text(x.type)) is not comparable)")
        x.mode = .invalid
      }
    } else {
      x = Operand(mode: .constant, type: .basic(.bool), expr: nil, constant: .bool(true))
      x.description = "true"
      x.position = cases.first?.span.startPosition ?? span.startPosition
    }
    multipleDefaults(cases.map { ($0.isDefault, $0.span.startPosition) })
    var seen: [Constant: [(type: GoType, position: Position)]] = [:]
    for clause in cases {
      for value in clause.values { caseValue(&x, value, &seen) }
      openScope(endingAt: clause.span.endPosition)
      statements(clause.body)
      closeScope()
    }
  }

  private func caseValue(
    _ x: inout Operand, _ source: Expr, _ seen: inout [Constant: [(type: GoType, position: Position)]]
  ) {
    var v = expr(source)
    if x.isInvalid || v.isInvalid { return }
    convertUntyped(&v, x.type)
    if v.isInvalid { return }
    var result = v
    var tag = x
    compare(&result, &tag, .equal, isSwitchCase: true)
    if result.isInvalid || v.mode != .constant { return }
    guard let value = v.constant, isDuplicable(value) else { return }
    if let other = seen[value]?.first(where: { identical($0.type, v.type) }) {
      var message = ErrorMessage(v.start, "duplicate case \(describe(v)) in expression switch")
      message.addLine(place(other.position), "previous case")
      report(message)
      return
    }
    seen[value, default: []].append((v.type, v.expr?.pos ?? v.start))
  }

  /// Booleans may stand twice, as in Go; complex values are not compared either.
  private func isDuplicable(_ value: Constant) -> Bool {
    switch value {
    case .bool, .complex: false
    default: true
    }
  }

  private func isNilName(_ e: Expr) -> Bool {
    if case .ident(let name) = e.unparenthesized.kind, case .nil? = env.scope.lookupParent(name)?.object { return true }
    return false
  }

  func typeSwitchStatement(
    _ binding: Ident?, _ operand: Expr, _ cases: [SwitchCase], _ span: Span
  ) {
    var binding = binding
    if let name = binding, name.isBlank {
      error(name.span.startPosition, "no new variable on left side of :=")
      binding = nil
    }
    let x = expr(operand)
    var subject: Operand?
    if x.mode != .invalid {
      if x.type.isTypeParam {
        error(x, "cannot use type switch on type parameter value \(describe(x))")
      } else if x.type.isInterface {
        subject = x
      } else {
        error(x, "\(describe(x)) is not an interface")
      }
    }
    multipleDefaults(cases.map { ($0.isDefault, $0.span.startPosition) })
    var variables: [Variable] = []
    var seen: [(type: GoType?, source: Expr)] = []
    for clause in cases {
      var type: GoType?
      var isTypeKnown = false
      for source in clause.values { (type, isTypeKnown) = caseType(subject, source, &seen) }
      openScope(endingAt: clause.span.endPosition)
      if let binding {
        let own: GoType
        if clause.values.count == 1, isTypeKnown, let type {
          own = type
        } else {
          own = subject?.type ?? .invalid
        }
        let variable = localVariable(binding.name, binding.span.startPosition)
        variable.type = own
        declare(
          env.scope, nil, .variable(variable),
          from: clause.values.last?.span.endPosition ?? clause.span.startPosition)
        info.implicits[clause.id] = variable
        variables.append(variable)
      }
      statements(clause.body)
      closeScope()
    }
    if let binding {
      let isUsed = variables.contains(where: \.isUsed)
      for variable in variables { variable.isUsed = true }
      if !isUsed { error(binding.span.startPosition, "\(binding.name) declared and not used") }
    }
  }

  /// One type of a case: `nil` for `nil`; not known after an error.
  private func caseType(
    _ subject: Operand?, _ source: Expr, _ seen: inout [(type: GoType?, source: Expr)]
  ) -> (GoType?, Bool) {
    var type: GoType?
    if isNilName(source) {
      _ = expr(source)
    } else {
      let found = varType(source)
      if !isValid(found) { return (.invalid, true) }
      type = found
    }
    for other in seen {
      let isSame =
        switch (type, other.type) {
        case (nil, nil): true
        case (let a?, let b?): identical(a, b)
        default: false
        }
      if isSame {
        var message = ErrorMessage(
          source.startPosition, "duplicate case \(type.map(text) ?? "nil") in type switch")
        message.addLine(place(other.source.startPosition), "previous case")
        report(message)
        return (type, true)
      }
    }
    seen.append((type, source))
    if let subject, let type { checkAssertion(source, subject, type, isSwitch: true) }
    return (type, true)
  }

  func selectStatement(_ cases: [SelectCase], _ span: Span) {
    multipleDefaults(cases.map { ($0.communication == nil, $0.span.startPosition) })
    for clause in cases {
      if let communication = clause.communication, !isCommunication(communication) {
        error(
          communication.startPosition,
          "select case must be send or receive (possibly with assignment)")
        continue
      }
      openScope(endingAt: clause.span.endPosition)
      if let communication = clause.communication { statement(communication) }
      statements(clause.body)
      closeScope()
    }
  }

  private func isCommunication(_ s: Stmt) -> Bool {
    func isReceive(_ e: Expr) -> Bool {
      if case .unary(.receive, _) = e.unparenthesized.kind { return true }
      return false
    }
    switch s.kind {
    case .send: return true
    case .expr(let e): return isReceive(e)
    case .assign(_, let rhs), .define(_, let rhs): return rhs.count == 1 && isReceive(rhs[0])
    default: return false
    }
  }
}

extension Stmt {
  /// Where types2 reports an error about the statement: its leftmost expression, or its own position.
  var startPosition: Position {
    switch kind {
    case .send(let channel, _): channel.startPosition
    case .assign(let lhs, _), .define(let lhs, _): lhs.first?.startPosition ?? pos
    case .incDec(let e, _), .opAssign(let e, _, _), .expr(let e): e.startPosition
    default: span.startPosition
    }
  }
}
