/// Relations between types whose verdicts come with the words that the compiler's messages explain them by.
public struct Relations: Sendable {
  public let universe: Universe
  public let sizes: Sizes
  /// Names are printed as seen from here.
  public let package: Package?

  public init(universe: Universe, sizes: Sizes, package: Package?) {
    self.universe = universe
    self.sizes = sizes
    self.package = package
  }

  func text(_ type: GoType) -> String { typeText(type, relativeTo: package) }
}

/// A method that keeps a type from implementing an interface.
public struct MissingMethod: Sendable {
  public var method: Function
  /// There is one of that name, but with another signature or a pointer receiver.
  public var isWrongType: Bool
  /// `(missing method M)`, `(method M has pointer receiver)`, `(wrong type for method M)…have…want…` and so on.
  public var cause: String
}

extension Relations {
  /// The first method of interface `target` that `type` lacks (go/types `missingMethod`).
  ///
  /// - Parameter isStatic: for an interface `type`, methods that it lacks count too; otherwise only those that it has with
  ///   another signature (a type assertion may still find the others).
  public func missingMethod(_ type: GoType, _ target: GoType, isStatic: Bool) -> MissingMethod? {
    guard case .interface(let interface) = under(target) else { return nil }
    if case .interface(let own) = under(type) {
      for method in interface.allMethods {
        let candidate = own.allMethods.first {
          isSameIdentifier($0.name, $0.package, method.name, method.package)
        }
        guard let candidate else {
          if isStatic { return absent(method, type, target) }
          continue
        }
        if candidate !== method, !identical(.signature(candidate.signature), .signature(method.signature)) {
          return wrongSignature(method, candidate.signature)
        }
      }
      return nil
    }
    for method in interface.allMethods {
      switch lookupFieldOrMethod(type, isAddressable: false, package: method.package, name: method.name) {
      case .found(let member):
        guard let signature = member.signature else {
          return MissingMethod(
            method: method, isWrongType: false, cause: "(\(text(type)).\(method.name) is a field, not a method)")
        }
        if !identical(.signature(signature), .signature(method.signature)) {
          return wrongSignature(method, signature)
        }
      case .ambiguous:
        return MissingMethod(
          method: method, isWrongType: false, cause: "(ambiguous selector \(text(type)).\(method.name))")
      case .needsPointerReceiver:
        return MissingMethod(
          method: method, isWrongType: true, cause: "(method \(method.name) has pointer receiver)")
      case .notFound:
        return absent(method, type, target)
      }
    }
    return nil
  }

  private func wrongSignature(_ method: Function, _ signature: Signature) -> MissingMethod {
    var cause = "(wrong type for method \(method.name))"
    var have = signatureText(signature, relativeTo: package, hasNames: false)
    var want = signatureText(method.signature, relativeTo: package, hasNames: false)
    if have == want {
      have = signatureText(signature, relativeTo: nil, hasNames: false)
      want = signatureText(method.signature, relativeTo: nil, hasNames: false)
    }
    if have != want { cause += "\n\t\thave \(method.name)\(have)\n\t\twant \(method.name)\(want)" }
    return MissingMethod(method: method, isWrongType: true, cause: cause)
  }

  private func absent(_ method: Function, _ type: GoType, _ target: GoType) -> MissingMethod {
    func missing(_ cause: String) -> MissingMethod {
      MissingMethod(method: method, isWrongType: false, cause: "(\(cause))")
    }
    if !type.isInterface,
      let similar = lookupFieldOrMethod(
        type, isAddressable: false, package: method.package, name: method.name, foldsCase: true
      ).member, let function = similar.method, let signature = similar.signature
    {
      if function.name == method.name { return missing("unexported method \(method.name)") }
      let have = signatureText(signature, relativeTo: package, hasNames: false)
      let want = signatureText(method.signature, relativeTo: package, hasNames: false)
      return MissingMethod(
        method: method, isWrongType: false,
        cause: "(missing method \(method.name))\n\t\thave \(function.name)\(have)\n\t\twant \(method.name)\(want)")
    }
    if let note = pointerToInterface(type) ?? pointerToInterface(target) { return missing(note) }
    return missing("missing method \(method.name)")
  }

  /// `type *I is pointer to interface, not interface`, if it is one.
  public func pointerToInterface(_ type: GoType) -> String? {
    guard case .pointer(let base) = under(type), base.isInterface else { return nil }
    return base.isTypeParam
      ? "type \(text(type)) is pointer to type parameter, not type parameter"
      : "type \(text(type)) is pointer to interface, not interface"
  }

  /// Why `type` does not implement (or, as a constraint, satisfy) `target`; `nil` if it does.
  ///
  /// The sentence is whole: `T does not implement I (missing method M)`.
  public func obstacle(_ type: GoType, implementing target: GoType, isConstraint: Bool) -> String? {
    let (own, wanted) = (under(type), under(target))
    if own.isInvalid || wanted.isInvalid { return nil }
    if case .pointer(let base) = own, under(base).isInvalid { return nil }
    let verb = isConstraint ? "satisfy" : "implement"
    guard case .interface(let interface) = wanted else {
      let isPointer: Bool = if case .pointer(let base) = wanted { base.isInterface } else { false }
      let detail =
        isPointer ? "type \(text(target)) is pointer to interface, not interface" : "\(text(target)) is not an interface"
      return "\(text(type)) does not \(verb) \(text(target)) (\(detail))"
    }
    if interface.isEmpty { return nil }
    let ownInterface: InterfaceType? = if case .interface(let interface) = own { interface } else { nil }
    if let ownInterface, ownInterface.hasEmptyTypeSet { return nil }
    if interface.hasEmptyTypeSet { return "cannot \(verb) \(text(target)) (empty type set)" }
    if let missing = missingMethod(type, target, isStatic: true) {
      return "\(text(type)) does not \(verb) \(text(target)) \(missing.cause)"
    }
    if let terms = interface.specificTerms {
      if let ownInterface {
        if !isSubset(ownInterface.typeSet, of: terms) { return "\(text(type)) does not \(verb) \(text(target))" }
      } else if !terms.contains(where: { $0.includes(type) }) {
        return "\(text(type)) does not \(verb) \(text(target)) (\(absenceNote(type, target, interface, terms)))"
      }
    }
    return comparabilityObstacle(type, interface, isConstraint)
  }

  private func absenceNote(
    _ type: GoType, _ target: GoType, _ interface: InterfaceType, _ terms: [InterfaceType.Term]
  ) -> String {
    let near = terms.first {
      !$0.tilde && identical($0.type, under($0.type)) && identical($0.type, under(type))
    }
    if let near { return "possibly missing ~ for \(text(near.type)) in \(text(target))" }
    if mentions(interface, type) {
      return "\(text(target)) mentions \(text(type)), but \(text(type)) is not in the type set of \(text(target))"
    }
    return "\(text(type)) missing in \(termsText(terms, relativeTo: nil))"
  }

  private func mentions(_ interface: InterfaceType, _ type: GoType) -> Bool {
    interface.embedded.contains { line in
      line.contains { term in
        if case .interface(let inner) = unalias(term.type) { return mentions(inner, type) }
        return identical(term.type, type)
      }
    }
  }

  private func comparabilityObstacle(_ type: GoType, _ interface: InterfaceType, _ isConstraint: Bool) -> String? {
    let needsComparable =
      interface.isComparableConstraint
      || interface.specificTerms?.allSatisfy { isStrictlyComparable($0.type) } ?? false
    if !needsComparable || isStrictlyComparable(type) { return nil }
    // Since Go 1.20 an ordinary interface satisfies `comparable`, though comparing may panic.
    if isConstraint && isComparable(type) { return nil }
    return "\(text(type)) does not \(isConstraint ? "satisfy" : "implement") comparable"
  }

  /// Whether `type` implements interface `target`.
  public func implements(_ type: GoType, _ target: GoType) -> Bool {
    obstacle(type, implementing: target, isConstraint: false) == nil
  }

  /// Why `x.(type)` of interface type `operand` can never succeed: a method's cause; `nil` if it may.
  public func obstacle(toAssert type: GoType, on operand: GoType) -> String? {
    if type.isInterface { return nil }
    return missingMethod(type, operand, isStatic: false)?.cause
  }

  /// Why values of a type can't be compared, as messages put it; empty where its kind says all.
  public func incomparableCause(_ type: GoType) -> String {
    switch under(type) {
    case .slice, .signature, .map: return kindText(type) + " can only be compared to nil"
    default: break
    }
    switch comparison(type, isDynamic: true).reason {
    case .field(let field): return "struct containing \(text(field)) cannot be compared"
    case .array(let array): return "\(text(array)) cannot be compared"
    case .emptyTypeSet: return "empty type set"
    case .incomparableTypes: return "incomparable types in type set"
    case .kind, nil: return ""
    }
  }

  /// `slice`, `func`, `type parameter P`; a basic type by its name.
  public func kindText(_ type: GoType) -> String {
    switch under(type) {
    case .array: "array"
    case .slice: "slice"
    case .structure: "struct"
    case .pointer: "pointer"
    case .signature: "func"
    case .interface: type.isTypeParam ? "type parameter \(text(type))" : "interface"
    case .map: "map"
    case .chan: "chan"
    default: text(type)
    }
  }

  /// The first type argument that does not satisfy its constraint, and why (go/types `verify`).
  public func unsatisfiedConstraint(
    _ parameters: [TypeParam], _ arguments: [GoType], instances: Instances
  ) -> (index: Int, cause: String)? {
    let substitution = Substitution(parameters, arguments, instances: instances)
    for (index, parameter) in parameters.enumerated() where index < arguments.count {
      let constraint = parameter.constraint
      // `[T ~int]` prints as `~int`, so the constraint is kept as it was written unless it is no interface.
      let bound = constraint.isInterface ? constraint : .interface(parameter.constraintInterface)
      if let cause = obstacle(arguments[index], implementing: substitution(bound), isConstraint: true) {
        return (index, cause)
      }
    }
    return nil
  }
}
