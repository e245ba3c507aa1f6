import BigInt
import GoSyntax
import SourceText

/// Assignability and conversion (spec, "Assignability", "Conversions"; types2's operand.go and conversions.go).
extension TypeChecker {
  /// Whether `x` can be assigned to a variable of `type`; if not, why, where more can be said than that.
  func isAssignable(_ x: Operand, to type: GoType) -> (isAssignable: Bool, cause: String) {
    if x.mode == .invalid || !isValid(type) { return (true, "") }
    let (from, to) = (unalias(x.type), unalias(type))
    if identical(from, to) { return (true, "") }
    let (fromUnder, toUnder) = (under(from), under(to))
    let (isFromParam, isToParam) = (from.isTypeParam, to.isTypeParam)
    if isUntyped(fromUnder) {
      if isToParam {
        guard case .interface(let interface) = toUnder, let terms = interface.typeSet, !terms.isEmpty else {
          return (false, "")
        }
        return (terms.allSatisfy { if case .success = implicitType(x, $0.type) { true } else { false } }, "")
      }
      if case .success = implicitType(x, to) { return (true, "") }
      return (false, "")
    }
    if identical(fromUnder, toUnder), !hasName(from) || !hasName(to), !isFromParam, !isToParam { return (true, "") }
    if case .interface = toUnder, !isToParam {
      guard let failure = implementationFailure(from, to, isConstraint: false) else { return (true, "") }
      if !isFromParam { return (false, failure) }
    } else if isInterfacePointer(toUnder) {
      guard let failure = implementationFailure(from, to, isConstraint: false) else { return (true, "") }
      if !isFromParam { return (false, failure) }
    }
    if case .interface = fromUnder, !isFromParam, implementationFailure(to, from, isConstraint: false) == nil {
      return (false, "need type assertion")
    }
    if case .chan(.both, let element) = fromUnder, case .chan(_, let other) = toUnder, identical(element, other) {
      return (!hasName(from) || !hasName(to), "")
    }
    if !isFromParam, !isToParam { return (false, "") }
    return isAssignableByTerms(x, from, to, type)
  }

  private func isAssignableByTerms(
    _ x: Operand, _ from: GoType, _ to: GoType, _ written: GoType
  ) -> (isAssignable: Bool, cause: String) {
    if !hasName(from), to.isTypeParam {
      guard let terms = specificTerms(to) else { return (false, "") }
      for term in terms {
        let (isFine, cause) = isAssignable(x, to: term.type)
        if !isFine {
          let message = "cannot assign \(text(x.type)) to \(text(term.type)) (in \(text(to)))"
          return (false, cause.isEmpty ? message : message + "\n\t" + cause)
        }
      }
      return (true, "")
    }
    if from.isTypeParam, !hasName(to) {
      guard let terms = specificTerms(from) else { return (false, "") }
      var y = x
      for term in terms {
        y.type = term.type
        let (isFine, cause) = isAssignable(y, to: to)
        if !isFine {
          let message = "cannot assign \(text(term.type)) (in \(text(from))) to \(text(written))"
          return (false, cause.isEmpty ? message : message + "\n\t" + cause)
        }
      }
      return (true, "")
    }
    return (false, "")
  }

  private func specificTerms(_ type: GoType) -> [InterfaceType.Term]? {
    guard case .interface(let interface) = under(type), let terms = interface.typeSet, !terms.isEmpty else {
      return nil
    }
    return terms
  }

  /// Makes `x` a value of `type`, as an assignment does; `nil` asks for the default type only.
  func assign(_ x: inout Operand, to type: GoType?, _ context: String) {
    requireSingleValue(&x)
    switch x.mode {
    case .invalid: return
    case .nil, .constant, .variable, .mapIndex, .value, .commaOK: break
    case .noValue, .builtin, .type:
      error(x, "cannot assign \(describe(x)) to \(type.map(text) ?? "_") in \(context)")
      x.mode = .invalid
      return
    }
    if isUntyped(x.type) {
      var target = type
      if x.isNil {
        if type == nil {
          error(x, "use of untyped nil in \(context)")
          x.mode = .invalid
          return
        }
      } else if type == nil || isNonTypeParamInterface(type!) {
        target = predeclared.defaultType(x.type)
      }
      switch implicitType(x, target!) {
      case .failure(let failure):
        var message = "cannot use \(describe(x)) as \(text(target!)) value in \(context)"
        if failure == .truncated { message += " (truncated)" }
        if failure == .overflows { message += " (overflows)" }
        error(x, message)
        x.mode = .invalid
        return
      case .success(let (newType, value)):
        if let value {
          x.constant = value
          updateValue(x.expr, value)
        }
        x.type = newType
        updateType(x.expr, newType, isFinal: false)
      }
    }
    if case .signature(let signature) = under(x.type), !signature.typeParams.isEmpty {
      error(x, "cannot use generic function \(describe(x)) without instantiation in \(context)")
      x.mode = .invalid
      return
    }
    guard let type else { return }
    let (isFine, cause) = isAssignable(x, to: type)
    if !isFine {
      let message = "cannot use \(describe(x)) as \(text(type)) value in \(context)"
      error(x, cause.isEmpty ? message : "\(message): \(cause)")
      x.mode = .invalid
      return
    }
    noteConversion(x.type, type)
  }

  // MARK: Conversions

  /// `type(x)`.
  func convert(_ x: inout Operand, to type: GoType) {
    let wasConstant = x.mode == .constant
    var isFine = false
    var cause = ""
    if wasConstant, isConstantType(type), case .basic(let kind) = under(type) {
      if let constant = x.constant {
        if let value = convertedConstant(constant, from: x.type, to: kind) {
          x.constant = value
          isFine = true
        } else if isInteger(x.type), kind.isInteger {
          error(x, "constant \(constant.text) overflows \(text(type))")
          x.mode = .invalid
          return
        }
      } else {
        isFine = true
      }
    } else if wasConstant, type.isTypeParam {
      (isFine, cause) = convertConstant(x, toParameter: type)
      x.mode = .value
    } else {
      isFine = isConvertible(x, to: type, &cause)
      if isFine { x.mode = .value }
    }
    if !isFine {
      let message = "cannot convert \(describe(x)) to type \(text(type))"
      error(x, cause.isEmpty ? message : "\(message): \(cause)")
      x.mode = .invalid
      return
    }
    if isUntyped(x.type) {
      var final = type
      if x.isNil || unaliasedNil(x.type) {
        final = type
      } else if isNonTypeParamInterface(type) || wasConstant && !isConstantType(type) {
        final = predeclared.defaultType(x.type)
      } else if x.mode == .constant, isInteger(x.type), isAllString(type) {
        final = x.type
      }
      if isUntyped(final) {
        // `string(65)`: the operand keeps its own type; it is a constant, so nothing runs on it.
        if let e = x.expr, let old = info.types[Int(e.id.rawValue)] {
          record(e, old.mode, predeclared.defaultType(final), old.constant)
        }
      } else {
        updateType(x.expr, final, isFinal: true)
      }
    }
    noteConversion(x.type, type)
    x.type = type
  }

  private func unaliasedNil(_ type: GoType) -> Bool {
    if case .basic(.untypedNil) = type { return true }
    return false
  }

  private func convertedConstant(_ constant: Constant, from: GoType, to kind: BasicKind) -> Constant? {
    if let value = represent(constant, kind) { return value }
    if isInteger(from), kind.isString, let value = constant.integer { return Constant.stringFromCodePoint(value) }
    return nil
  }

  private func convertConstant(_ x: Operand, toParameter type: GoType) -> (Bool, String) {
    guard let terms = specificTerms(type) else { return (false, "\(text(type)) does not contain specific types") }
    for term in terms {
      let underlying = under(term.type)
      if isAllString(x.type), isBytesOrRunes(underlying) { continue }
      guard case .basic(let kind) = underlying, let constant = x.constant,
        convertedConstant(constant, from: x.type, to: kind) != nil
      else {
        if isInteger(x.type), isInteger(underlying) {
          let name = text(shownUnderlying(term.type))
          return (false, "constant \(x.constant?.text ?? "") overflows \(name) (in \(text(type)))")
        }
        return (false, "cannot convert \(describe(x)) to type \(text(underlying)) (in \(text(type)))")
      }
    }
    return (true, "")
  }

  /// `cause` gathers, outermost first, why types of a type set cannot be converted.
  private func isConvertible(_ x: Operand, to type: GoType, _ cause: inout String) -> Bool {
    let (isFine, assignCause) = isAssignable(x, to: type)
    if isFine { return true }
    if !assignCause.isEmpty { cause = assignCause }
    let (from, to) = (unalias(x.type), unalias(type))
    let (fromUnder, toUnder) = (under(from), under(to))
    let hasParam = from.isTypeParam || to.isTypeParam
    if !hasParam {
      if identicalIgnoringTags(fromUnder, toUnder) { return true }
      if case .pointer(let a) = from, case .pointer(let b) = to, !a.isTypeParam, !b.isTypeParam,
        identicalIgnoringTags(under(a), under(b))
      {
        return true
      }
      if case .basic(let a) = fromUnder, case .basic(let b) = toUnder {
        if a.isInteger || a.isFloat, b.isInteger || b.isFloat { return true }
        if a.isComplex, b.isComplex { return true }
        if a.isInteger, b.isString { return true }
        if a == .uintptr, b == .unsafePointer { return true }
        if a == .unsafePointer, b == .uintptr { return true }
      }
      if isBytesOrRunes(fromUnder), toUnder.basicKind?.isString == true { return true }
      if fromUnder.basicKind?.isString == true, isBytesOrRunes(toUnder) { return true }
      if isPointer(fromUnder), toUnder.basicKind == .unsafePointer { return true }
      if fromUnder.basicKind == .unsafePointer, isPointer(toUnder) { return true }
      if case .slice(let element) = fromUnder {
        if case .array(let other, _) = toUnder, identical(element, other) { return true }
        if case .pointer(let base) = toUnder, case .array(let other, _) = under(base), identical(element, other) {
          return true
        }
      }
      return false
    }
    func explain(_ message: String) -> Bool {
      cause = cause.isEmpty ? message : message + "\n\t" + cause
      return false
    }
    var y = x
    if from.isTypeParam {
      guard let terms = specificTerms(from) else { return false }
      for term in terms {
        y.type = term.type
        if to.isTypeParam {
          guard let others = specificTerms(to) else { return false }
          for other in others where !isConvertible(y, to: other.type, &cause) {
            return explain(
              "cannot convert \(text(term.type)) (in \(text(from))) to type \(text(other.type)) (in \(text(to)))")
          }
        } else if !isConvertible(y, to: type, &cause) {
          return explain("cannot convert \(text(term.type)) (in \(text(from))) to type \(text(type))")
        }
      }
      return true
    }
    guard let terms = specificTerms(to) else { return false }
    for term in terms where !isConvertible(x, to: term.type, &cause) {
      return explain("cannot convert \(text(x.type)) to type \(text(term.type)) (in \(text(to)))")
    }
    return true
  }
}
