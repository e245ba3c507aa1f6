/// Whether a value may be assigned or converted, and what messages add where it may not.
public enum RelationVerdict: Sendable {
  case yes
  /// Empty where the message has no more to say.
  case no(cause: String)

  public var holds: Bool {
    if case .yes = self { return true }
    return false
  }

  public var cause: String {
    if case .no(let cause) = self { return cause }
    return ""
  }
}

extension Relations {
  /// Whether `operand` is assignable to a variable of type `target` (spec, "Assignability").
  ///
  /// An untyped constant must be representable; `implicitConversion` tells why it is not.
  public func assignability(of operand: TypeAndValue, to target: GoType) -> RelationVerdict {
    if operand.mode == .invalid || operand.type.isInvalid || target.isInvalid { return .yes }
    if identical(operand.type, target) { return .yes }
    let source = unalias(operand.type)
    let destination = unalias(target)
    let (own, wanted) = (under(source), under(destination))
    let isParameter = (source: source.isTypeParam, target: destination.isTypeParam)

    if operand.mode == .nil || source.isUntyped {
      if isParameter.target {
        let holds = specificTypes(destination).map { types in
          types.allSatisfy { implicitConversion(of: operand, to: $0).isSuccess }
        }
        return holds ?? false ? .yes : .no(cause: "")
      }
      return implicitConversion(of: operand, to: destination).isSuccess ? .yes : .no(cause: "")
    }

    if !isParameter.source, !isParameter.target, !hasName(source) || !hasName(destination), identical(own, wanted) {
      return .yes
    }

    // T is an interface, or by mistake a pointer to one, and V implements it.
    if wanted.isInterface && !isParameter.target || pointerToInterface(destination) != nil {
      guard let obstacle = obstacle(source, implementing: destination, isConstraint: false) else { return .yes }
      if !isParameter.source { return .no(cause: obstacle) }
    }

    if own.isInterface, !isParameter.source, obstacle(destination, implementing: source, isConstraint: false) == nil {
      return .no(cause: "need type assertion")
    }

    if case .chan(.both, let element) = own, case .chan(_, let other) = wanted, identical(element, other) {
      return !hasName(source) || !hasName(destination) ? .yes : .no(cause: "")
    }

    if isParameter.target && !hasName(source) {
      return forAll(specificTypes(destination)) { type in
        assignability(of: operand, to: type)
      } explain: { "cannot assign \(text(operand.type)) to \(text($0)) (in \(text(destination)))" }
    }
    if isParameter.source && !hasName(destination) {
      return forAll(specificTypes(source)) { type in
        assignability(of: TypeAndValue(mode: operand.mode, type: type), to: destination)
      } explain: { "cannot assign \(text($0)) (in \(text(source))) to \(text(target))" }
    }
    return .no(cause: "")
  }

  /// The types of a type parameter's terms; `nil` where it has none in particular.
  private func specificTypes(_ parameter: GoType) -> [GoType]? {
    guard case .interface(let interface) = under(parameter) else { return nil }
    return interface.specificTerms?.map(\.type)
  }

  /// A relation that must hold for each type; the first failure is explained, with its own cause below.
  private func forAll(
    _ types: [GoType]?, _ relation: (GoType) -> RelationVerdict, explain: (GoType) -> String
  ) -> RelationVerdict {
    guard let types else { return .no(cause: "") }
    for type in types {
      if case .no(let cause) = relation(type) {
        return .no(cause: cause.isEmpty ? explain(type) : explain(type) + "\n\t" + cause)
      }
    }
    return .yes
  }

  /// The type and value that an untyped operand takes on where `target` is wanted (go/types `implicitTypeAndValue`).
  ///
  /// A typed operand stays as it is. For an empty interface the type is the default type.
  public func implicitConversion(
    of operand: TypeAndValue, to target: GoType
  ) -> Result<(type: GoType, constant: Constant?), RepresentationFailure> {
    if operand.mode == .nil || operand.type.basicKind == .untypedNil {
      if operand.type.isInvalid || target.isInvalid { return .success((operand.type, nil)) }
      if case .basic(let other) = target, other.isUntyped {
        return other == .untypedNil ? .success((target, nil)) : .failure(.mismatch)
      }
      return hasNil(target) ? .success((target, nil)) : .failure(.mismatch)
    }
    guard operand.mode != .invalid, !target.isInvalid, case .basic(let source) = operand.type, source.isUntyped else {
      return .success((operand.type, operand.constant))
    }
    if case .basic(let other) = target, other.isUntyped {
      if source == other { return .success((target, nil)) }
      guard source.isNumeric && other.isNumeric else { return .failure(.mismatch) }
      // int < rune < float < complex.
      return .success((source.rawValue > other.rawValue ? operand.type : target, nil))
    }
    switch under(target) {
    case .basic(let kind):
      if let constant = operand.constant {
        return constant.represented(as: kind, from: source, sizes: sizes).map { (target, $0) }
      }
      let fits =
        source.isBoolean ? kind.isBoolean : source.isString ? kind.isString : source.isNumeric && kind.isNumeric
      return fits ? .success((target, nil)) : .failure(.mismatch)
    case .interface(let interface):
      if target.isTypeParam {
        guard let types = specificTypes(target),
          types.allSatisfy({ implicitConversion(of: operand, to: under($0)).isSuccess })
        else { return .failure(.mismatch) }
        return .success((target, nil))
      }
      return interface.isEmpty ? .success((universe.defaultType(operand.type), nil)) : .failure(.mismatch)
    default:
      return .failure(.mismatch)
    }
  }
}

extension Result {
  var isSuccess: Bool {
    if case .success = self { return true }
    return false
  }
}
