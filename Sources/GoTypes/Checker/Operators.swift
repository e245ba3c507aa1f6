import BigInt
import GoSyntax
import SourceText

/// Unary and binary operators (spec, "Operators"; types2's expr.go).
extension TypeChecker {
  func unary(_ e: Expr, _ op: UnaryOperator, _ inner: Expr) -> Operand {
    var x = expr(inner)
    if x.mode == .invalid { return x }
    var op = op
    switch op {
    case .address:
      if case .composite = inner.unparenthesized.kind {
      } else if x.mode != .variable {
        error(x, "invalid operation: cannot take address of \(describe(x))")
        x.mode = .invalid
        return x
      }
      markAddressTaken(inner)
      x.mode = .value
      x.type = .pointer(x.type)
      return x
    case .receive:
      guard let core = coreType(x.type) else {
        error(x, "invalid operation: cannot receive from \(describe(x)) (no core type)")
        x.mode = .invalid
        return x
      }
      guard case .chan(let direction, let element) = core else {
        error(x, "invalid operation: cannot receive from non-channel \(describe(x))")
        x.mode = .invalid
        return x
      }
      if direction == .send {
        error(x, "invalid operation: cannot receive from send-only channel \(describe(x))")
        x.mode = .invalid
        return x
      }
      x.mode = .commaOK
      x.type = element
      env.hasCallOrReceive = true
      return x
    case .tilde:
      if !isAllInteger(x.type) {
        error(e, "cannot use ~ outside of interface or type constraint")
        x.mode = .invalid
        return x
      }
      error(e, "cannot use ~ outside of interface or type constraint (use ^ for bitwise complement)")
      op = .xor
    default: break
    }
    let isDefined =
      switch op {
      case .plus, .minus: isAllNumeric(x.type)
      case .xor: isAllInteger(x.type)
      case .not: isAllBoolean(x.type)
      default: true
      }
    if !isDefined {
      error(x, "invalid operation: operator \(op.rawValue) not defined on \(describe(x))")
      x.mode = .invalid
      return x
    }
    if x.mode == .constant {
      guard let value = x.constant else { return x }
      var bits: Int?
      if case .basic(let kind) = under(x.type), kind.isUnsigned { bits = sizes.integerBits(kind) }
      x.constant = Constant.unary(op, value, unsignedBits: bits)
      x.expr = e
      checkOverflow(&x, at: e.pos)
      return x
    }
    x.mode = .value
    return x
  }

  /// `e` is `nil` for `lhs op= rhs`.
  func binary(_ e: Expr?, _ lhs: Expr, _ rhs: Expr, _ op: BinaryOperator) -> Operand {
    var x = expr(lhs)
    var y = expr(rhs)
    if x.mode == .invalid { return x }
    if y.mode == .invalid {
      x.mode = .invalid
      x.expr = y.expr
      return x
    }
    if op.isShift {
      shift(&x, &y, e, op)
      return x
    }
    matchTypes(&x, &y)
    if x.mode == .invalid { return x }
    if op.isComparison {
      compare(&x, &y, op, isSwitchCase: false)
      return x
    }
    if !identical(x.type, y.type) {
      if isValid(x.type), isValid(y.type) {
        let types = "(mismatched types \(text(x.type)) and \(text(y.type)))"
        if let e {
          error(x, "invalid operation: \(exprText(e)) \(types)")
        } else {
          error(x, "invalid operation: \(exprText(lhs)) \(op.rawValue)= \(exprText(rhs)) \(types)")
        }
      }
      x.mode = .invalid
      return x
    }
    let isDefined =
      switch op {
      case .add: isAllNumericOrString(x.type)
      case .subtract, .multiply, .divide: isAllNumeric(x.type)
      case .remainder, .and, .or, .xor, .andNot: isAllInteger(x.type)
      case .logicalAnd, .logicalOr: isAllBoolean(x.type)
      default: true
      }
    if !isDefined {
      error(x, "invalid operation: operator \(op.rawValue) not defined on \(describe(x))")
      x.mode = .invalid
      return x
    }
    if op == .divide || op == .remainder, y.mode == .constant, let divisor = y.constant {
      let isZero =
        (x.mode == .constant || isAllInteger(x.type)) && isZeroNumber(divisor)
      if isZero {
        error(y, "invalid operation: division by zero")
        x.mode = .invalid
        return x
      }
    }
    if x.mode == .constant, y.mode == .constant {
      guard let a = x.constant, let b = y.constant else {
        x.constant = nil
        return x
      }
      x.constant = Constant.binary(op, a, b, isInteger: isInteger(x.type))
      if let e { x.expr = e }
      checkOverflow(&x, at: operatorPosition(x.expr ?? lhs))
      return x
    }
    x.mode = .value
    return x
  }

  /// Where an overflow is reported: at the operator, if there is one.
  func operatorPosition(_ e: Expr) -> Position {
    switch e.kind {
    case .binary, .unary: e.pos
    default: e.startPosition
    }
  }

  private func isZeroNumber(_ constant: Constant) -> Bool {
    guard let parts = constant.parts else { return false }
    return parts.real.isZero && parts.imaginary.isZero
  }

  /// Converts the untyped one of two operands to the type of the other, where they can be mixed.
  func matchTypes(_ x: inout Operand, _ y: inout Operand) {
    guard mayConvert(x, y) else { return }
    convertUntyped(&x, y.type)
    if x.mode == .invalid { return }
    convertUntyped(&y, x.type)
    if y.mode == .invalid { x.mode = .invalid }
  }

  private func mayConvert(_ x: Operand, _ y: Operand) -> Bool {
    if !isUntyped(x.type), !isUntyped(y.type) { return false }
    if isNonTypeParamInterface(x.type) || isNonTypeParamInterface(y.type) { return true }
    if isAllBoolean(x.type) != isAllBoolean(y.type) { return false }
    if isAllString(x.type) != isAllString(y.type) { return false }
    if x.isNil { return hasNil(y.type) }
    if y.isNil { return hasNil(x.type) }
    if isPointer(x.type) || isPointer(y.type) { return false }
    return true
  }

  /// `x op y`; in a switch case `x` is the case's value and `y` the tag.
  func compare(_ x: inout Operand, _ y: inout Operand, _ op: BinaryOperator, isSwitchCase: Bool) {
    if !isValid(x.type) || !isValid(y.type) {
      x.mode = .invalid
      return
    }
    var wrong = x
    var cause = ""
    var isFine = false
    comparison: do {
      if !isAssignable(x, to: y.type).isAssignable, !isAssignable(y, to: x.type).isAssignable {
        wrong = y
        cause = "mismatched types \(text(x.type)) and \(text(y.type))"
        break comparison
      }
      if op == .equal || op == .notEqual {
        if x.isNil || y.isNil {
          let other = x.isNil ? y.type : x.type
          if x.isNil && y.isNil || !hasNil(other) {
            wrong = y
            break comparison
          }
        } else if !isComparable(x.type) {
          wrong = x
          cause = incomparableCause(x.type)
          break comparison
        } else if !isComparable(y.type) {
          wrong = y
          cause = incomparableCause(y.type)
          break comparison
        }
      } else if !isAllOrdered(x.type) {
        wrong = x
        break comparison
      } else if !isAllOrdered(y.type) {
        wrong = y
        break comparison
      }
      isFine = true
    }
    if isFine {
      if x.mode == .constant, y.mode == .constant {
        if let a = x.constant, let b = y.constant {
          x.constant = .bool(Constant.compare(op, a, b))
        } else {
          x.constant = nil
        }
      } else {
        x.mode = .value
        updateType(x.expr, predeclared.defaultType(x.type), isFinal: true)
        updateType(y.expr, predeclared.defaultType(y.type), isFinal: true)
        noteComparison(x.type, y.type)
      }
      x.type = .basic(.untypedBool)
      return
    }
    if cause.isEmpty {
      if isTypeParam(x.type) || isTypeParam(y.type) {
        if !isTypeParam(x.type) { wrong = y }
        cause = "type parameter \(text(wrong.type)) is not comparable with \(op.rawValue)"
      } else {
        cause = "operator \(op.rawValue) not defined on \(kindText(wrong.type))"
      }
    }
    let (left, right) = (source(x), source(y))
    if isSwitchCase {
      error(x, "invalid case \(left) in switch on \(right) (\(cause))")
    } else {
      error(wrong, "invalid operation: \(left) \(op.rawValue) \(right) (\(cause))")
    }
    x.mode = .invalid
  }

  private func source(_ x: Operand) -> String { x.description ?? x.expr.map { exprText($0) } ?? "" }

  /// The kind of a type in words, where messages do not name the type.
  func kindText(_ type: GoType) -> String {
    if isTypeParam(type) { return "type parameter \(text(type))" }
    switch under(type) {
    case .array: return "array"
    case .slice: return "slice"
    case .structure: return "struct"
    case .pointer: return "pointer"
    case .signature: return "func"
    case .interface: return "interface"
    case .map: return "map"
    case .chan: return "chan"
    default: return text(type)
    }
  }

  func shift(_ x: inout Operand, _ y: inout Operand, _ e: Expr?, _ op: BinaryOperator) {
    let integer = x.mode == .constant ? x.constant?.integer : nil
    let isUnknown = x.mode == .constant && x.constant == nil
    guard isAllInteger(x.type) || isUntyped(x.type) && (integer != nil || isUnknown) else {
      error(x, "invalid operation: shifted operand \(describe(x)) must be integer")
      x.mode = .invalid
      return
    }
    if y.mode == .constant {
      if let count = y.constant?.integer, count < 0 {
        error(y, "invalid operation: negative shift count \(describe(y))")
        x.mode = .invalid
        return
      }
      if isUntyped(y.type) {
        requireRepresentable(&y, .uint)
        if y.mode == .invalid {
          x.mode = .invalid
          return
        }
      }
    } else if isAllInteger(y.type) {
    } else if isUntyped(y.type) {
      convertUntyped(&y, .basic(.uint))
      if y.mode == .invalid {
        x.mode = .invalid
        return
      }
    } else {
      error(y, "invalid operation: shift count \(describe(y)) must be integer")
      x.mode = .invalid
      return
    }
    if x.mode == .constant {
      if y.mode == .constant {
        guard let value = x.constant, let count = y.constant else {
          x.constant = nil
          if !isInteger(x.type) { x.type = .basic(.untypedInt) }
          return
        }
        guard let bits = count.integer, bits <= 1023 - 1 + 52 else {
          error(y, "invalid operation: invalid shift count \(describe(y))")
          x.mode = .invalid
          return
        }
        if !isInteger(x.type) { x.type = .basic(.untypedInt) }
        x.constant = Constant.shift(op, .int(value.integer ?? 0), count: Int(bits))
        if let e { x.expr = e }
        checkOverflow(&x, at: operatorPosition(x.expr!))
        return
      }
      // The type of a non-constant shift of an untyped constant is what the context makes of it.
      if isUntyped(x.type) {
        if let operand = x.expr { shiftOperands.insert(operand.id) }
        x.mode = .value
        x.constant = nil
        return
      }
    }
    if !isAllInteger(x.type) {
      error(x, "invalid operation: shifted operand \(describe(x)) must be integer")
      x.mode = .invalid
      return
    }
    x.mode = .value
    x.constant = nil
  }
}
