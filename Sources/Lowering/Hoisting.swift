import GoSyntax
import GoTypes
import MachineCode

// The order in which the operands of an expression are evaluated.
//
// The language fixes only the order of calls, receives and the like; gc makes those first, left to right, and reads variables,
// indexes and dereferences afterwards (walk/order.go, Go 1.23): in `x + f()` a change of x by f is seen. So before the operands
// of anything are read, `prepare` makes the calls that stand inside them, except where nobody can tell the difference.
extension FunctionLowering {
  /// Makes ahead the calls inside `operands` that could otherwise come too late or too early.
  func prepare(_ operands: [Expr]) {
    guard let last = operands.lastIndex(where: hasCall) else { return }
    for operand in operands[..<last] { hoist(operand) }
    if !operands[..<last].allSatisfy(isStable) { hoist(operands[last]) }
  }

  /// Makes the calls inside an expression, and what gc takes at the same time, and keeps their results for when it is evaluated.
  func hoist(_ expr: Expr) {
    guard hoisted[expr.id] == nil, hasCall(expr) || hasTaken(expr) else { return }
    if isHoistable(expr) || isTakenEarly(expr) {
      let result = temporary(type(of: expr))
      evaluate(expr, into: result)
      hoisted[expr.id] = result
      return
    }
    for child in children(of: expr) { hoist(child) }
  }

  /// What gc takes in turn with the calls, though it has no effect itself and so never makes others early: lengths, slice
  /// expressions, `&&` and `||`, and what it treats as calls into the runtime.
  private func isTakenEarly(_ expr: Expr) -> Bool {
    if info.constant(expr) != nil { return false }
    switch expr.kind {
    case .slice: return true
    case .binary(let op, _, _): return op.isLogical
    case .call(let function, let arguments, _):
      if info.finding(function)?.mode == .type {
        guard let argument = arguments.first, case .slice = facts(expr).under else { return false }
        return facts(argument).isString
      }
      switch builtin(function) {
      case .len, .cap, .complex, .real, .imag, .min, .max: return true
      default: return false
      }
    default: return false
    }
  }

  /// Whether something taken early, that a call could change, stands inside an expression.
  private func hasTaken(_ expr: Expr) -> Bool {
    if hoisted[expr.id] != nil || isStable(expr) { return false }
    return isTakenEarly(expr) || children(of: expr).contains { hasTaken($0) }
  }

  /// A call, a receive, or what gc treats like one.
  func isHoistable(_ expr: Expr) -> Bool {
    if info.constant(expr) != nil { return false }
    switch expr.kind {
    case .call(let function, _, _):
      if info.finding(function)?.mode == .type { return false }
      switch builtin(function) {
      case nil, .append, .copy, .recover: return true
      default: return false
      }
    case .unary(.receive, _), .typeAssert: return true
    default: return false
    }
  }

  /// Whether there is a call (or the like) to be made inside an expression.
  func hasCall(_ expr: Expr) -> Bool {
    let index = Int(expr.id.rawValue)
    let mark = UInt32(bitPattern: id.rawValue + 1) << 1
    if program.callMarks[index] & ~1 == mark { return program.callMarks[index] & 1 == 1 && hoisted[expr.id] == nil }
    let result = isHoistable(expr) || children(of: expr).contains { hasCall($0) }
    program.callMarks[index] = mark | (result ? 1 : 0)
    return result && hoisted[expr.id] == nil
  }

  /// The operands of an expression, in order; types, literals' bodies and the names in selectors are none.
  func children(of expr: Expr) -> [Expr] {
    if let finding = info.finding(expr), finding.mode == .type || finding.constant != nil { return [] }
    switch expr.kind {
    case .composite(_, let elements, _):
      let hasKeys = if case .map = compositeType(expr).under { true } else { false }
      return elements.flatMap { element in hasKeys ? [element.key, element.value].compactMap { $0 } : [element.value] }
    case .paren(let x), .star(let x), .unary(_, let x), .typeAssert(let x, _): return [x]
    case .selector(let x, _):
      guard let selection = info.selections[expr.id], selection.kind == .field || selection.kind == .method else {
        return []
      }
      return [x]
    case .index(let x, let indices):
      return info.instances[x.id] != nil || info.instances[expr.id] != nil ? [] : [x] + indices
    case .slice(let x, let low, let high, let max, _): return [x] + [low, high, max].compactMap { $0 }
    case .call(let function, let arguments, _):
      let isType = info.finding(function)?.mode == .type
      if isType || builtin(function) != nil {
        return arguments.filter { info.finding($0)?.mode != .type }
      }
      return [function] + arguments
    case .binary(_, let x, let y): return [x, y]
    default: return []
    }
  }

  /// No call can change the expression's value, and its evaluation has no effect and cannot fail.
  func isStable(_ expr: Expr) -> Bool {
    if hoisted[expr.id] != nil { return true }
    if let finding = info.finding(expr) {
      if finding.constant != nil || finding.mode == .type || finding.mode == .nil { return true }
    }
    switch expr.kind {
    case .ident:
      switch info.use(expr.id) {
      case .variable(let variable):
        if case .frame = storage(of: variable) { return !variable.isAddressTaken && !variable.isCaptured }
        return false
      default: return true
      }
    case .paren(let x): return isStable(x)
    case .funcLiteral, .literal: return true
    case .unary(let op, let x):
      return op != .receive && op != .address && isStable(x)
    case .binary(let op, let x, let y):
      switch op {
      case .divide, .remainder, .shiftLeft, .shiftRight: return false
      default: return isStable(x) && isStable(y)
      }
    case .selector(let x, _):
      guard let selection = info.selections[expr.id] else { return false }
      switch selection.kind {
      case .field: return !selection.isIndirect && isStable(x)
      case .qualified: if case .function = selection.object { return true } else { return false }
      default: return false
      }
    case .call(let function, let arguments, _):
      if info.finding(function)?.mode == .type, let argument = arguments.first {
        return isStable(argument) && types[type(of: expr)].isInteger
      }
      if let builtin = builtin(function), builtin == .len || builtin == .cap { return arguments.allSatisfy(isStable) }
      return false
    default: return false
    }
  }

  /// The builtin that a call's function names.
  func builtin(_ function: Expr) -> Builtin? {
    switch function.kind {
    case .paren(let inner): return builtin(inner)
    case .ident, .selector:
      guard info.finding(function)?.mode == .builtin else { return nil }
      if case .builtin(let builtin) = object(function) { return builtin }
      return nil
    default: return nil
    }
  }

  /// What a name, or a name qualified by a package, stands for.
  func object(_ expr: Expr) -> Object? {
    switch expr.kind {
    case .paren(let inner): return object(inner)
    case .ident: return info.use(expr.id)
    case .selector(_, let name):
      if let selection = info.selections[expr.id] {
        return selection.kind == .qualified ? selection.object : nil
      }
      return info.use(name.id) ?? info.use(expr.id)
    case .index(let base, _):
      return info.instances[base.id] != nil || info.instances[expr.id] != nil ? object(base) : nil
    default: return nil
    }
  }
}
