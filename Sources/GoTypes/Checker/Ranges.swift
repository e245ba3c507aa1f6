import GoSyntax
import SourceText

/// `for ... range` (spec, "For statements with range clause").
extension TypeChecker {
  func rangeStatement(_ s: Stmt, _ clause: RangeClause, _ body: Block) {
    var x = expr(clause.operand)
    var key: GoType?
    var value: GoType?
    if x.mode != .invalid {
      let (found, cause) = rangeTypes(x)
      if let found {
        (key, value) = found
        if key == nil, let source = clause.key {
          error(source, "range over \(describe(x)) permits no iteration variables")
        } else if value == nil, let source = clause.value {
          error(source, "range over \(describe(x)) permits only one iteration variable")
        } else if let extra = clause.extra {
          error(extra, "range clause permits at most two iteration variables")
        }
      } else {
        error(x, "cannot range over \(describe(x))\(cause.isEmpty ? "" : ": " + cause)")
      }
    }
    openScope(endingAt: s.span.endPosition)
    defer { closeScope() }
    let isOverInteger = x.mode != .invalid && isInteger(x.type)
    let sides: [(source: Expr?, type: GoType?)] = [(clause.key, key), (clause.value, value)]
    if clause.isDefine {
      var fresh: [Variable] = []
      for (source, type) in sides {
        guard let source else { continue }
        let variable: Variable
        if case .ident(let name) = source.kind {
          variable = localVariable(name, source.startPosition)
          variable.isLoopVariable = true
          // Before Go 1.22 the iterations share one variable.
          if env.version < .go1_22 { variable.isReassigned = true }
          info.defs[Int(source.id.rawValue)] = .variable(variable)
          if name != "_" { fresh.append(variable) }
        } else {
          error(source, "invalid syntax tree: cannot declare \(exprText(source))")
          variable = localVariable("_", source.startPosition)
        }
        guard let type, isValid(type) else {
          variable.type = .invalid
          variable.isUsed = true
          continue
        }
        if isOverInteger {
          initVariable(variable, nil, &x, "range clause")
        } else {
          var y = Operand(mode: .value, type: type, expr: source)
          initVariable(variable, nil, &y, "assignment")
        }
        record(source, .variable, variable.type, nil)
      }
      if fresh.isEmpty {
        error(s.pos, "no new variables on left side of :=")
      } else {
        for variable in fresh { declare(env.scope, nil, .variable(variable), from: body.span.startPosition) }
      }
    } else if clause.key != nil {
      for (source, type) in sides {
        guard let source, let type, isValid(type) else { continue }
        if isOverInteger {
          assignVariable(source, value: &x, "range clause")
          if x.mode != .invalid, !isInteger(x.type) {
            error(source, "cannot use iteration variable of type \(text(x.type))")
          }
        } else {
          var y = Operand(mode: .value, type: type, expr: source)
          assignVariable(source, value: &y, "assignment")
        }
      }
    } else if isOverInteger {
      assign(&x, to: nil, "range clause")
    }
    if isUntyped(x.type), x.mode != .invalid, !isOverInteger {
      updateType(x.expr, predeclared.defaultType(x.type), isFinal: true)
    }
    block(body)
  }

  /// The types of key and value; without them the cause, if more can be said than that there are none.
  private func rangeTypes(_ x: Operand) -> ((GoType?, GoType?)?, String) {
    guard var type = coreType(x.type) else { return (nil, "no core type") }
    if case .pointer(let base) = type, case .array = under(base) { type = under(base) }
    switch type {
    case .basic(let kind):
      if kind.isString { return ((.basic(.int), predeclared.rune), "") }
      if kind.isInteger {
        return allows(.go1_22) ? ((x.type, nil), "") : (nil, "requires go1.22 or later")
      }
      return (nil, "")
    case .array(let element, _), .slice(let element): return ((.basic(.int), element), "")
    case .map(let key, let value): return ((key, value), "")
    case .chan(let direction, let element):
      return direction == .send ? (nil, "receive from send-only channel") : ((element, nil), "")
    case .signature(let signature):
      if !allows(.go1_23) { return (nil, "requires go1.23 or later") }
      let prefix = "func must be func(yield func(...) bool): "
      guard signature.params.count == 1 else { return (nil, prefix + "wrong argument count") }
      guard case .signature(let yield)? = coreType(signature.params[0].type) else {
        return (nil, prefix + "argument is not func")
      }
      if !signature.results.isEmpty { return (nil, prefix + "unexpected results") }
      if yield.params.count > 2 { return (nil, prefix + "yield func has too many parameters") }
      guard yield.results.count == 1, yield.results[0].type.basicKind?.isBoolean == true else {
        return (nil, prefix + "yield func does not return bool")
      }
      let types = yield.params.map(\.type)
      return ((types.first, types.count > 1 ? types[1] : nil), "")
    default: return (nil, "")
    }
  }
}
