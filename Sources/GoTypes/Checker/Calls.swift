import GoSyntax
import SourceText

/// Calls and conversions (spec, "Calls", "Passing arguments to ... parameters"; types2's call.go).
extension TypeChecker {
  func callExpr(_ e: Expr) -> (Operand, ExprKind) {
    guard case .call(let function, let arguments, let hasEllipsis) = e.kind else { return (Operand(), .statement) }
    let wrong = Operand(mode: .invalid, type: .invalid, expr: e)
    var x = Operand()
    var instance: Expr?
    if case .index = function.kind {
      if indexExpr(&x, function) { instance = function }
      x.expr = function
      if instance == nil { requireInstantiated(&x, nil) }
      record(x)
    } else {
      x = exprOrType(function, allowsGeneric: true)
    }
    switch x.mode {
    case .invalid:
      use(arguments)
      return (wrong, .statement)
    case .type: return (conversionCall(e, x, arguments, hasEllipsis), .conversion)
    case .builtin:
      guard let builtin = x.builtin else { return (wrong, .statement) }
      var result = builtinCall(e, builtin, function, arguments, hasEllipsis) ?? wrong
      result.expr = e
      if result.mode != .invalid, result.mode != .constant { env.hasCallOrReceive = true }
      return (result, builtin.kind)
    default: break
    }
    guard case .signature(let generic)? = coreType(x.type) else {
      error(x, "invalid operation: cannot call non-function \(describe(x))")
      return (wrong, .statement)
    }
    var signature = generic
    let wasGeneric = !signature.typeParams.isEmpty
    var typeArguments: [GoType] = []
    var typeSources: [Expr] = []
    if let instance, case .index(_, let sources) = instance.kind {
      guard let types = typeList(sources) else {
        use(arguments)
        return (wrong, .statement)
      }
      let wanted = signature.typeParams.count
      if types.count > wanted {
        error(sources[wanted], "got \(types.count) type arguments but want \(wanted)")
        use(arguments)
        return (wrong, .statement)
      }
      if types.count == wanted, wanted > 0 {
        signature = instantiated(signature, types, at: instance.pos, naming: instance, sources: sources)
      } else {
        (typeArguments, typeSources) = (types, sources)
      }
    }
    var values = genericExprList(arguments)
    signature = checkArguments(
      e, function, signature, typeArguments, typeSources, &values, arguments, hasEllipsis)
    if wasGeneric, signature.typeParams.isEmpty { record(function, .value, .signature(signature), nil) }
    env.hasCallOrReceive = true
    var result = Operand(mode: .value, type: .invalid, expr: e)
    switch signature.results.count {
    case 0:
      // Messages about arguments show the function's type where a call without results stands.
      result.mode = .noValue
      result.type = x.type
    case 1: result.type = signature.results[0].type
    default:
      result.type = .tuple(signature.results.map(\.type))
      result.results = signature.results
    }
    // Inference failed, which was reported: a result that still names type parameters helps nobody.
    if result.mode == .value, !signature.typeParams.isEmpty, mentionsAny(signature.typeParams, result.type) {
      result.mode = .invalid
    }
    return (result, .statement)
  }

  private func conversionCall(_ e: Expr, _ operand: Operand, _ arguments: [Expr], _ hasEllipsis: Bool) -> Operand {
    var x = operand
    requireInstantiated(&x, nil)
    if x.mode == .invalid { return Operand(mode: .invalid, type: .invalid, expr: e) }
    let type = x.type
    let wrong = Operand(mode: .invalid, type: .invalid, expr: e)
    switch arguments.count {
    case 0:
      error(e, "missing argument in conversion to \(text(type))")
      return wrong
    case 1:
      x = expr(arguments[0])
      if x.mode == .invalid { return wrong }
      if case .interface(let interface) = under(type), !type.isTypeParam, interface.isConstraintOnly {
        error(
          e,
          "cannot use interface \(text(type)) in conversion (contains specific type constraints or is comparable)")
        return wrong
      }
      if hasEllipsis {
        error(arguments[0], "invalid use of ... in conversion to \(text(type))")
        return wrong
      }
      convert(&x, to: type)
      x.expr = e
      return x
    default:
      use(arguments)
      error(arguments[arguments.count - 1], "too many arguments in conversion to \(text(type))")
      return wrong
    }
  }

  /// The values of a call's arguments; generic functions among them wait for inference.
  private func genericExprList(_ list: [Expr]) -> [Operand] {
    if list.count == 1 {
      let e = list[0]
      if let partial = partialInstance(e) { return [partial] }
      let (x, _) = raw(e, allowsGeneric: true)
      var y = x
      requireUsableValue(&y)
      if y.mode != .invalid, case .tuple(let types) = y.type {
        return types.map { Operand(mode: .value, type: $0, expr: e) }
      }
      return [y]
    }
    return list.map { partialInstance($0) ?? genericExpr($0) }
  }

  private func requireUsableValue(_ x: inout Operand) {
    switch x.mode {
    case .noValue: error(x, "\(describe(x)) used as value")
    case .builtin: error(x, "\(describe(x)) must be called")
    case .type: error(x, "\(describe(x)) is not an expression")
    default: return
    }
    x.mode = .invalid
  }

  /// `f[int]` as an argument, with f generic: instantiated as far as it is written.
  private func partialInstance(_ e: Expr) -> Operand? {
    guard case .index(let base, _) = e.kind, mayBeGenericFunction(base) else { return nil }
    var x = Operand()
    if indexExpr(&x, e) {
      _ = instantiateFunction(&x, target: nil, position: e.pos, instance: e, infers: false)
    }
    x.expr = e
    requireUsableValue(&x)
    requireSingleValue(&x)
    record(x)
    return x
  }

  private func mayBeGenericFunction(_ e: Expr) -> Bool {
    switch e.unparenthesized.kind {
    case .ident, .selector: true
    default: false
    }
  }

  /// Matches arguments with parameters; answers the signature, instantiated if it was generic. `values` are converted.
  func checkArguments(
    _ call: Expr, _ function: Expr, _ signature: Signature, _ typeArguments: [GoType], _ typeSources: [Expr],
    _ values: inout [Operand], _ sources: [Expr], _ hasEllipsis: Bool
  ) -> Signature {
    var wanted = signature.params.count
    var types = signature.params.map(\.type)
    var isSpread = false
    if signature.isVariadic {
      if hasEllipsis {
        if sources.count == 1, values.count > 1 {
          error(call, "cannot use ... with \(values.count)-valued \(exprText(sources[0]))")
          return signature
        }
      } else if values.count >= wanted - 1 {
        if case .slice(let element) = unalias(types[wanted - 1]) {
          types.removeLast()
          while types.count < values.count { types.append(element) }
          isSpread = true
        }
        wanted = values.count
      } else {
        wanted -= 1
      }
    } else if hasEllipsis {
      error(call, "cannot use ... in call to non-variadic \(exprText(function))")
      return signature
    }
    if values.count != wanted {
      var position = call.startPosition
      var qualifier = "not enough"
      if values.count > wanted {
        position = values[wanted].start
        qualifier = "too many"
      } else if let last = values.last {
        position = last.start
      }
      var message = ErrorMessage(position, "\(qualifier) arguments in call to \(exprText(function))")
      message.addLine(nil, "have \(typesSummary(values.map(\.type), isVariadic: false))")
      message.addLine(
        nil, "want \(typesSummary(signature.params.map(\.type), isVariadic: signature.isVariadic))")
      report(message)
      return signature
    }
    var result = signature
    if !signature.typeParams.isEmpty || values.contains(where: isGenericFunction) {
      guard
        let inferred = inferArguments(
          call, function, signature, typeArguments, typeSources, &values, types, isSpread: isSpread)
      else { return signature }
      (result, types) = inferred
    }
    let context = "argument to \(exprText(function))"
    for index in values.indices where index < types.count { assign(&values[index], to: types[index], context) }
    return result
  }

  func isGenericFunction(_ x: Operand) -> Bool {
    if case .signature(let signature) = x.type { return !signature.typeParams.isEmpty }
    return false
  }
}

extension Builtin {
  /// What a call of it may be used as.
  var kind: ExprKind {
    switch self {
    case .clear, .close, .copy, .delete, .panic, .print, .println, .recover: .statement
    default: .expression
    }
  }
}
