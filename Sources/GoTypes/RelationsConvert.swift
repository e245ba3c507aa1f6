/// Why `T(x)` is not allowed.
public enum ConversionFailure: Error, Sendable {
  /// `constant 300 overflows byte`: the whole message.
  case overflow(String)
  /// `cannot convert x to type T`, and after a colon the cause where there is one.
  case impossible(cause: String)
}

extension Relations {
  /// The operand that the conversion `target(operand)` gives (spec, "Conversions"): a constant stays one if the type allows.
  ///
  /// - Parameter operandText: the operand as messages describe it.
  public func conversion(
    of operand: TypeAndValue, to target: GoType, operandText: @autoclosure () -> String
  ) -> Result<TypeAndValue, ConversionFailure> {
    if let constant = operand.constant {
      if let kind = target.basicKind, kind.isConstantType, !target.isTypeParam {
        if let value = convert(constant, operand.type, to: kind) {
          return .success(TypeAndValue(mode: .constant, type: target, constant: value))
        }
        if allBasic(operand.type, \.isInteger) && kind.isInteger {
          return .failure(.overflow("constant \(constant.text) overflows \(text(target))"))
        }
        return .failure(.impossible(cause: ""))
      }
      if target.isTypeParam, case .interface(let interface) = under(target) {
        if let cause = obstacle(toConvert: constant, operand.type, target, interface, operandText) {
          return .failure(.impossible(cause: cause))
        }
        return .success(TypeAndValue(mode: .value, type: target))
      }
    }
    switch convertibility(of: operand, to: target) {
    case .yes: return .success(TypeAndValue(mode: .value, type: target))
    case .no(let cause): return .failure(.impossible(cause: cause))
    }
  }

  private func convert(_ constant: Constant, _ source: GoType, to kind: BasicKind) -> Constant? {
    if let value = constant.represented(as: kind, sizes: sizes) { return value }
    if kind.isString, allBasic(source, \.isInteger), let number = constant.integer {
      return .stringFromCodePoint(number)
    }
    return nil
  }

  private func obstacle(
    toConvert constant: Constant, _ source: GoType, _ target: GoType, _ interface: InterfaceType,
    _ operandText: () -> String
  ) -> String? {
    guard let terms = interface.specificTerms else { return "\(text(target)) does not contain specific types" }
    for term in terms {
      let underlying = under(term.type)
      if allBasic(source, \.isString) && isBytesOrRunes(underlying) { continue }
      if case .basic(let kind) = underlying, convert(constant, source, to: kind) != nil { continue }
      if allBasic(source, \.isInteger) && allBasic(underlying, \.isInteger) {
        return "constant \(constant.text) overflows \(text(underlying)) (in \(text(target)))"
      }
      return "cannot convert \(operandText()) to type \(text(underlying)) (in \(text(target)))"
    }
    return nil
  }

  /// Whether a value that is no constant converts to `target`.
  public func convertibility(of operand: TypeAndValue, to target: GoType) -> RelationVerdict {
    let assignable = assignability(of: operand, to: target)
    if assignable.holds { return .yes }
    let (source, destination) = (unalias(operand.type), unalias(target))
    let isParameter = (source: source.isTypeParam, target: destination.isTypeParam)
    if !isParameter.source && !isParameter.target {
      return isConvertible(source, destination) ? .yes : assignable
    }

    func explained(_ verdict: RelationVerdict, _ sentence: @autoclosure () -> String) -> RelationVerdict {
      guard case .no(let cause) = verdict else { return .yes }
      return .no(cause: cause.isEmpty ? sentence() : sentence() + "\n\t" + cause)
    }
    func specific(_ type: GoType) -> [GoType]? {
      guard case .interface(let interface) = under(type) else { return nil }
      return interface.specificTerms?.map(\.type)
    }
    guard let sources = isParameter.source ? specific(source) : [source],
      let targets = isParameter.target ? specific(destination) : [destination]
    else { return assignable }
    let within = (
      source: isParameter.source ? " (in \(text(source)))" : "",
      target: isParameter.target ? " (in \(text(destination)))" : ""
    )
    for from in sources {
      for to in targets {
        let verdict = convertibility(of: TypeAndValue(mode: operand.mode, type: from), to: to)
        if verdict.holds { continue }
        return explained(
          verdict, "cannot convert \(text(from))\(within.source) to type \(text(to))\(within.target)")
      }
    }
    return .yes
  }

  /// The rules for two types that are no type parameters and not assignable.
  private func isConvertible(_ source: GoType, _ target: GoType) -> Bool {
    let (own, wanted) = (under(source), under(target))
    if identicalIgnoringTags(own, wanted) { return true }
    if case .pointer(let base) = source, case .pointer(let other) = target, !base.isTypeParam, !other.isTypeParam,
      identicalIgnoringTags(under(base), under(other))
    {
      return true
    }
    switch (own, wanted) {
    case (.basic(let from), .basic(let to)):
      let isReal = (from: from.isInteger || from.isFloat, to: to.isInteger || to.isFloat)
      return isReal.from && isReal.to || from.isComplex && to.isComplex || from.isInteger && to.isString
        || from == .uintptr && to == .unsafePointer || from == .unsafePointer && to == .uintptr
    case (.slice, .basic(let to)): return to.isString && isBytesOrRunes(own)
    case (.basic(let from), .slice): return from.isString && isBytesOrRunes(wanted)
    case (.pointer, .basic(.unsafePointer)), (.basic(.unsafePointer), .pointer): return true
    case (.slice(let element), .array(let other, _)): return identical(element, other)
    case (.slice(let element), .pointer(let base)):
      if case .array(let other, _) = under(base) { return identical(element, other) }
      return false
    default: return false
    }
  }
}
