import BigInt
import GoSyntax
import SourceText

/// Untyped expressions get their final type from the context, on the way down the tree once more (spec, "Constants";
/// types2's updateExprType and implicitTypeAndValue).
extension TypeChecker {
  /// Gives an untyped expression and its operands the type that the context decided.
  func updateType(_ e: Expr?, _ type: GoType, isFinal: Bool) {
    guard let e else { return }
    guard let old = info.types[Int(e.id.rawValue)], isUntyped(old.type) else { return }
    switch e.kind {
    case .paren(let inner): updateType(inner, type, isFinal: isFinal)
    case .unary(_, let inner):
      if old.constant == nil, old.mode != .constant { updateType(inner, type, isFinal: isFinal) }
    case .binary(let op, let lhs, let rhs):
      if old.mode == .constant || op.isComparison { break }
      updateType(lhs, type, isFinal: isFinal)
      if !op.isShift { updateType(rhs, type, isFinal: isFinal) }
    case .funcLiteral, .composite, .index, .slice, .typeAssert: return
    default: break
    }
    if !isFinal, isUntyped(type) {
      info.types[Int(e.id.rawValue)]!.type = under(type)
      return
    }
    if shiftOperands.contains(e.id), !isAllInteger(type) {
      error(e, "invalid operation: shifted operand \(exprText(e)) (type \(text(type))) must be integer")
      info.types[Int(e.id.rawValue)]!.type = type
      return
    }
    var constant = old.constant
    if old.mode == .constant, old.constant != nil, !isUntyped(type) {
      var x = Operand(mode: .constant, type: old.type, expr: e, constant: old.constant)
      // Recorded as typed first, so that the conversion does not come back here.
      record(e, old.mode, type, old.constant)
      convertUntyped(&x, type)
      if x.mode == .invalid { return }
      constant = x.constant ?? constant
    }
    record(e, old.mode, type, constant)
  }

  /// Conditions stay untyped to the end: nothing asks them for a type.
  func finishUntyped() {
    for index in info.types.indices {
      if case .basic(.untypedBool)? = info.types[index]?.type { info.types[index]!.type = .basic(.bool) }
    }
  }

  func updateValue(_ e: Expr?, _ value: Constant) {
    guard let e, let old = info.types[Int(e.id.rawValue)], isUntyped(old.type) else { return }
    info.types[Int(e.id.rawValue)]!.constant = value
  }

  enum ConversionFailure: Error { case truncated, overflows, mismatch }

  /// The type that untyped `x` takes where `target` is asked for, and its constant value then.
  func implicitType(_ x: Operand, _ target: GoType) -> Result<(type: GoType, value: Constant?), ConversionFailure> {
    if x.mode == .invalid || !isUntyped(x.type) || !isValid(target) { return .success((x.type, nil)) }
    if isUntyped(target) {
      if let larger = largerUntyped(x.type, target) { return .success((larger, nil)) }
      return .failure(.mismatch)
    }
    if x.isNil {
      return hasNil(target) ? .success((target, nil)) : .failure(.mismatch)
    }
    guard case .basic(let kind) = x.type else { return .failure(.mismatch) }
    if isTypeParam(target) {
      let fits = underIs(target) { underlying in
        guard let underlying else { return false }
        if case .success = implicitType(x, underlying) { return true }
        return false
      }
      return fits ? .success((target, nil)) : .failure(.mismatch)
    }
    switch under(target) {
    case .basic(let wanted):
      if x.mode == .constant {
        guard let constant = x.constant else { return .success((target, nil)) }
        switch constant.represented(as: wanted, from: kind, sizes: sizes) {
        case .success(let value): return .success((target, value))
        case .failure(.truncated): return .failure(.truncated)
        case .failure(.overflows): return .failure(.overflows)
        case .failure(.mismatch): return .failure(.mismatch)
        }
      }
      let fits =
        switch kind {
        case .untypedBool: wanted.isBoolean
        case .untypedInt, .untypedRune, .untypedFloat, .untypedComplex: wanted.isNumeric
        case .untypedString: wanted.isString
        default: false
        }
      return fits ? .success((target, nil)) : .failure(.mismatch)
    case .interface(let interface):
      if !isEmptyInterface(interface) { return .failure(.mismatch) }
      return .success((predeclared.defaultType(x.type), nil))
    default: return .failure(.mismatch)
    }
  }

  /// Of two untyped types the one that holds the values of both, if they mix at all.
  func largerUntyped(_ x: GoType, _ y: GoType) -> GoType? {
    guard case .basic(let a) = x, case .basic(let b) = y else { return nil }
    if a == b { return x }
    if a.isUntyped, b.isUntyped, a.isNumeric, b.isNumeric { return a.rawValue > b.rawValue ? x : y }
    return nil
  }

  func convertUntyped(_ x: inout Operand, _ target: GoType) {
    switch implicitType(x, target) {
    case .failure(let failure):
      let shown = isTypeParam(target) ? target : shownUnderlying(target)
      reportConversion(failure, x, shown)
      x.mode = .invalid
    case .success(let (type, value)):
      if let value {
        x.constant = value
        updateValue(x.expr, value)
      }
      if !isSameKind(type, x.type) {
        x.type = type
        updateType(x.expr, type, isFinal: false)
      }
    }
  }

  /// Whether nothing changes: the type is untyped still, and of the same kind.
  private func isSameKind(_ a: GoType, _ b: GoType) -> Bool {
    if case .basic(let x) = a, case .basic(let y) = b { return x == y }
    return false
  }

  /// The underlying type as messages name it: `byte` and `rune` where a declaration led to these.
  func shownUnderlying(_ type: GoType) -> GoType {
    var current = type
    while true {
      switch current {
      case .alias(let alias):
        if alias.name.package == nil, case .basic = alias.actual { return current }
        current = alias.actual
      case .named(let named):
        guard named.origin == nil, let right = declaredRight[ObjectIdentifier(named)] else { return under(current) }
        current = right
      default: return under(current)
      }
    }
  }

  func reportConversion(_ failure: ConversionFailure, _ x: Operand, _ target: GoType) {
    switch failure {
    case .truncated: error(x, "\(describe(x)) truncated to \(text(target))")
    case .overflows: error(x, "\(describe(x)) overflows \(text(target))")
    case .mismatch: error(x, "cannot convert \(describe(x)) to type \(text(target))")
    }
  }

  /// Represents a typed constant in its own type, or reports that it does not fit.
  func requireRepresentable(_ x: inout Operand, _ kind: BasicKind) {
    guard let constant = x.constant else { return }
    guard case .basic(let source) = under(x.type) else { return }
    switch constant.represented(as: kind, from: source, sizes: sizes) {
    case .success(let value): x.constant = value
    case .failure(let failure):
      let reason: ConversionFailure =
        switch failure {
        case .truncated: .truncated
        case .overflows: .overflows
        case .mismatch: .mismatch
        }
      reportConversion(reason, x, x.type.basicKind == kind ? shownUnderlying(x.type) : .basic(kind))
      x.mode = .invalid
    }
  }

  func represent(_ constant: Constant, _ kind: BasicKind) -> Constant? {
    constant.represented(as: kind, sizes: sizes)
  }

  /// Typed constants must fit their type, untyped integers in 512 bits.
  func checkOverflow(_ x: inout Operand, at position: Position) {
    guard let constant = x.constant else {
      error(position, "constant result is not representable")
      return
    }
    if !isUntyped(x.type) {
      if case .basic(let kind) = under(x.type) { requireRepresentable(&x, kind) }
      return
    }
    if case .int(let value) = constant, value.magnitude.bitWidth > 512, constant.bitLength > 512 {
      let operation = x.expr.map(operationName) ?? ""
      error(position, "constant \(operation)overflow")
      x.constant = nil
    }
  }

  private func operationName(_ e: Expr) -> String {
    switch e.kind {
    case .unary(.xor, _): "bitwise complement "
    case .binary(.add, _, _): "addition "
    case .binary(.subtract, _, _): "subtraction "
    case .binary(.xor, _, _): "bitwise XOR "
    case .binary(.multiply, _, _): "multiplication "
    case .binary(.shiftLeft, _, _): "shift "
    default: ""
    }
  }

  func constantText(_ constant: Constant) -> String { constant.text }
}
