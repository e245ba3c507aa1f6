import BigInt
import GoSyntax
import SourceText

/// What an expression statement may be.
enum ExprKind { case conversion, expression, statement }

/// A function type that an uninstantiated generic function is assigned to: its arguments may follow from that.
struct Target {
  let signature: Signature
  let description: String
}

/// Expressions (spec, "Expressions"; types2's expr.go, Go 1.23). Every expression goes through `raw`, which records
/// what was found; untyped ones are recorded again when the context gives them their type.
extension TypeChecker {
  func target(_ type: GoType?, _ description: String) -> Target? {
    guard let type, case .signature(let signature) = under(type) else { return nil }
    return Target(signature: signature, description: description)
  }

  /// A single value.
  func expr(_ e: Expr, target: Target? = nil) -> Operand {
    var (x, _) = raw(e, target: target)
    exclude(&x, noValue: true, builtin: true, type: true)
    requireSingleValue(&x)
    return x
  }

  /// A single value whose elided composite literal type is `hint`.
  func expr(_ e: Expr, hint: GoType) -> Operand {
    var (x, _) = raw(e, hint: hint)
    exclude(&x, noValue: true, builtin: true, type: true)
    requireSingleValue(&x)
    return x
  }

  /// A single value that may still be a generic function.
  func genericExpr(_ e: Expr) -> Operand {
    var (x, _) = raw(e, allowsGeneric: true)
    exclude(&x, noValue: true, builtin: true, type: true)
    requireSingleValue(&x)
    return x
  }

  func exprOrType(_ e: Expr, allowsGeneric: Bool = false) -> Operand {
    var (x, _) = raw(e, allowsGeneric: allowsGeneric)
    exclude(&x, noValue: true, builtin: false, type: false)
    requireSingleValue(&x)
    return x
  }

  /// The values of a possibly multi-valued expression; with `allowsCommaOK` also the second value of a comma-ok form.
  func multiExpr(_ e: Expr, allowsCommaOK: Bool) -> (values: [Operand], isCommaOK: Bool) {
    var (x, _) = raw(e)
    exclude(&x, noValue: true, builtin: true, type: true)
    if x.mode != .invalid, case .tuple(let types) = x.type {
      return (types.map { Operand(mode: .value, type: $0, expr: e) }, false)
    }
    if allowsCommaOK, x.mode == .mapIndex || x.mode == .commaOK {
      return ([x, Operand(mode: .value, type: .basic(.untypedBool), expr: e)], true)
    }
    return ([x], false)
  }

  func exprList(_ list: [Expr]) -> [Operand] {
    if list.count == 1 { return multiExpr(list[0], allowsCommaOK: false).values }
    return list.map { expr($0) }
  }

  private func exclude(_ x: inout Operand, noValue: Bool, builtin: Bool, type: Bool) {
    switch x.mode {
    case .noValue where noValue: error(x, "\(describe(x)) used as value\(type ? "" : " or type")")
    case .builtin where builtin: error(x, "\(describe(x)) must be called")
    case .type where type: error(x, "\(describe(x)) is not an expression")
    default: return
    }
    x.mode = .invalid
  }

  func requireSingleValue(_ x: inout Operand) {
    if x.mode == .value, case .tuple = x.type {
      error(x, "multiple-value \(describe(x)) in single-value context")
      x.mode = .invalid
    }
  }

  func raw(
    _ e: Expr, target: Target? = nil, hint: GoType? = nil, allowsGeneric: Bool = false
  ) -> (Operand, ExprKind) {
    depth += 1
    defer { depth -= 1 }
    if depth > 2000 {
      if !isTooDeep { error(e, "expression nested too deeply") }
      isTooDeep = true
      return (Operand(mode: .invalid, type: .invalid, expr: e), .statement)
    }
    var (x, kind) = exprInternal(e, target, hint)
    x.expr = e
    if x.mode == .invalid { x.type = .invalid }
    if !allowsGeneric { requireInstantiated(&x, target) }
    record(x)
    return (x, kind)
  }

  func requireInstantiated(_ x: inout Operand, _ target: Target?) {
    if x.mode == .invalid || x.mode == .noValue { return }
    var what: String?
    switch x.type {
    case .named, .alias: if isGeneric(x.type) { what = "type" }
    case .signature(let signature) where !signature.typeParams.isEmpty:
      if let target, let e = x.expr {
        _ = instantiateFunction(&x, target: target, position: e.pos, instance: nil, infers: true)
        return
      }
      what = "function"
    default: break
    }
    guard let what, let e = x.expr else { return }
    error(e, "cannot use generic \(what) \(exprText(e)) without instantiation")
    x.mode = .invalid
    x.type = .invalid
  }

  private func exprInternal(_ e: Expr, _ target: Target?, _ hint: GoType?) -> (Operand, ExprKind) {
    let wrong = Operand(mode: .invalid, type: .invalid, expr: e)
    switch e.kind {
    case .bad: return (wrong, .statement)
    case .ident: return (ident(e, wantsType: false), .expression)
    case .literal(let kind, let text): return literal(e, kind, text)
    case .funcLiteral(let signature, let body): return (functionLiteral(e, signature, body), .expression)
    case .composite(let type, let elements, let closeBrace):
      let x = compositeLiteral(e, type, elements, closeBrace, hint)
      return (x, x.mode == .invalid ? .statement : .expression)
    case .paren(let inner):
      let (x, kind) = raw(inner)
      return (x, kind)
    case .selector: return (selector(e, definition: nil, wantsType: false), .expression)
    case .index:
      var x = Operand()
      if indexExpr(&x, e) {
        _ = instantiateFunction(&x, target: target, position: e.pos, instance: e, infers: true)
      }
      return (x, x.mode == .invalid ? .statement : .expression)
    case .slice:
      let x = sliceExpr(e)
      return (x, x.mode == .invalid ? .statement : .expression)
    case .typeAssert(let operand, let type): return typeAssertion(e, operand, type)
    case .call: return callExpr(e)
    case .star(let inner): return star(e, inner)
    case .unary(let op, let inner):
      let x = unary(e, op, inner)
      if x.mode == .invalid { return (x, .statement) }
      return (x, op == .receive ? .statement : .expression)
    case .binary(let op, let lhs, let rhs):
      let x = binary(e, lhs, rhs, op)
      return (x, x.mode == .invalid ? .statement : .expression)
    case .arrayType, .sliceType, .structType, .funcType, .interfaceType, .mapType, .chanType:
      let type = typeExpr(e)
      return (Operand(mode: .type, type: type, expr: e), .expression)
    }
  }

  private func literal(_ e: Expr, _ kind: LiteralKind, _ text: String) -> (Operand, ExprKind) {
    let wrong = (Operand(mode: .invalid, type: .invalid, expr: e), ExprKind.statement)
    switch kind {
    case .int, .float, .imaginary:
      if text.utf8.count > 10000 {
        error(e, "excessively long constant: \(text.prefix(10))... (\(text.utf8.count) chars)")
        return wrong
      }
    default: break
    }
    let type: BasicKind =
      switch kind {
      case .int: .untypedInt
      case .float: .untypedFloat
      case .imaginary: .untypedComplex
      case .rune: .untypedRune
      case .string: .untypedString
      }
    guard let value = Constant.literal(kind, text) else {
      if !hasParseErrors { error(e, "malformed constant: \(text)") }
      return wrong
    }
    var x = Operand(mode: .constant, type: .basic(type), expr: e, constant: value)
    checkOverflow(&x, at: e.startPosition)
    return (x, x.mode == .invalid ? .statement : .expression)
  }

  private func functionLiteral(_ e: Expr, _ source: FuncTypeExpr, _ body: Block) -> Operand {
    let captures = LiteralCaptures(literal: e.id)
    literals.append(captures)
    let context = FunctionContext(node: e.id, outer: env.function, captures: captures)
    let (signature, scope) = functionType(
      source, into: Signature(params: [], results: [], isVariadic: false), receiver: nil, typeParams: [],
      owner: context, end: e.span.endPosition)
    let (declaration, iota) = (env.declaration, env.iota)
    later { [self] in checkBody(declaration, signature, body, scope, context, iota: iota) }
    return Operand(mode: .value, type: .signature(signature), expr: e)
  }

  private func typeAssertion(_ e: Expr, _ operand: Expr, _ type: Expr?) -> (Operand, ExprKind) {
    let wrong = (Operand(mode: .invalid, type: .invalid, expr: e), ExprKind.statement)
    var x = expr(operand)
    if x.mode == .invalid { return wrong }
    guard let type else {
      error(e, "invalid syntax tree: use of .(type) outside type switch")
      return wrong
    }
    if isTypeParam(x.type) {
      error(x, "invalid operation: cannot use type assertion on type parameter value \(describe(x))")
      return wrong
    }
    guard case .interface = under(x.type) else {
      error(x, "invalid operation: \(describe(x)) is not an interface")
      return wrong
    }
    let asked = varType(type)
    if !isValid(asked) { return wrong }
    checkAssertion(e, x, asked, isSwitch: false)
    x.mode = .commaOK
    x.type = asked
    return (x, .expression)
  }

  /// Whether a value of interface `x` can hold a `type`; a concrete type must have the interface's methods.
  func checkAssertion(_ e: Expr, _ x: Operand, _ type: GoType, isSwitch: Bool) {
    if isInterface(type) { return }
    guard let cause = missingMethodCause(type, x.type, isStatic: false) else {
      noteLive(type)
      return
    }
    if isSwitch {
      error(
        e,
        "impossible type switch case: \(exprText(e))\n\t\(describe(x)) cannot have dynamic type \(text(type)) \(cause)")
    } else {
      error(
        e,
        "impossible type assertion: \(exprText(e))\n\t\(text(type)) does not implement \(text(x.type)) \(cause)")
    }
  }

  private func star(_ e: Expr, _ inner: Expr) -> (Operand, ExprKind) {
    let wrong = (Operand(mode: .invalid, type: .invalid, expr: e), ExprKind.statement)
    var x = exprOrType(inner)
    switch x.mode {
    case .invalid: return wrong
    case .type:
      requireVariableType(inner, x.type)
      x.type = .pointer(x.type)
      return (x, .expression)
    default: break
    }
    var base: GoType?
    let isFine = underIs(x.type) { underlying in
      guard case .pointer(let pointed)? = underlying else {
        error(x, "invalid operation: cannot indirect \(describe(x))")
        return false
      }
      if let base, !identical(pointed, base) {
        error(x, "invalid operation: pointers of \(describe(x)) must have identical base types")
        return false
      }
      base = pointed
      return true
    }
    guard isFine, let base else { return wrong }
    x.mode = .variable
    x.type = base
    return (x, .expression)
  }

  // MARK: Following errors

  /// Looks at expressions whose context is wrong, so that what they use counts as used. Whether all are right.
  @discardableResult
  func use(_ list: [Expr], isLeftSide: Bool = false) -> Bool {
    var isFine = true
    for e in list where !useOne(e, isLeftSide) { isFine = false }
    return isFine
  }

  private func useOne(_ e: Expr, _ isLeftSide: Bool) -> Bool {
    let inner = e.unparenthesized
    guard case .ident(let name) = inner.kind else {
      return raw(e, allowsGeneric: true).0.mode != .invalid
    }
    if name == "_" { return true }
    var variable: Variable?
    if isLeftSide, case .variable(let found)? = env.scope.lookupParent(name)?.object { variable = found }
    let wasUsed = variable?.isUsed ?? false
    let x = exprOrType(inner, allowsGeneric: true)
    if let variable { variable.isUsed = wasUsed }
    return x.mode != .invalid
  }
}
