import GoSyntax
import SourceText

/// Questions about types in the checker's words, over the relations of this target; and what needs the checker
/// because a library's methods get their types only when asked for.
extension TypeChecker {
  func text(_ type: GoType) -> String { typeText(type, relativeTo: env.package.package, place: place) }

  func isValid(_ type: GoType) -> Bool { !type.isInvalid }

  func isUntyped(_ type: GoType) -> Bool {
    if case .basic(let kind) = type { return kind.isUntyped }
    return false
  }

  func isTypeParam(_ type: GoType) -> Bool { type.isTypeParam }
  func isInterface(_ type: GoType) -> Bool { type.isInterface }
  func isNonTypeParamInterface(_ type: GoType) -> Bool { type.isInterface && !type.isTypeParam }

  func isPointer(_ type: GoType) -> Bool {
    if case .pointer = under(type) { return true }
    return false
  }

  func isInteger(_ type: GoType) -> Bool { !type.isTypeParam && type.basicKind?.isInteger ?? false }
  func isConstantType(_ type: GoType) -> Bool { !type.isTypeParam && type.basicKind?.isConstantType ?? false }
  func isAllInteger(_ type: GoType) -> Bool { allBasic(type) { $0.isInteger } }
  func isAllNumeric(_ type: GoType) -> Bool { allBasic(type) { $0.isNumeric } }
  func isAllBoolean(_ type: GoType) -> Bool { allBasic(type) { $0.isBoolean } }
  func isAllString(_ type: GoType) -> Bool { allBasic(type) { $0.isString } }
  func isAllNumericOrString(_ type: GoType) -> Bool { allBasic(type) { $0.isNumeric || $0.isString } }
  func isAllOrdered(_ type: GoType) -> Bool { allBasic(type) { $0.isOrdered } }

  /// A generic type without its arguments.
  func isGeneric(_ type: GoType) -> Bool {
    switch type {
    case .named(let named): return named.origin == nil && !named.typeParams.isEmpty
    case .alias(let alias):
      if !alias.typeParams.isEmpty, alias.typeArguments.isEmpty { return true }
      return isGeneric(alias.actual)
    default: return false
    }
  }

  func hasEmptyTypeSet(_ parameter: TypeParam) -> Bool {
    if case .interface(let interface) = under(parameter.constraint) { return interface.hasEmptyTypeSet }
    return false
  }

  func isEmptyInterface(_ interface: InterfaceType) -> Bool { interface.isEmpty }

  /// Whether `test` holds for the underlying type, or for each of a type parameter's type set (`nil`: no specific
  /// types).
  func underIs(_ type: GoType, _ test: (GoType?) -> Bool) -> Bool {
    guard type.isTypeParam, case .interface(let interface) = under(type) else { return test(under(type)) }
    guard let terms = interface.typeSet, !terms.isEmpty else { return test(nil) }
    for term in terms where !test(under(term.type)) { return false }
    return true
  }

  func incomparableCause(_ type: GoType) -> String {
    switch under(type) {
    case .slice, .signature, .map: return "\(kindText(type)) can only be compared to nil"
    default: break
    }
    switch comparison(type, isDynamic: true).reason {
    case .field(let field)?: return "struct containing \(text(field)) cannot be compared"
    case .array(let array)?: return "\(text(array)) cannot be compared"
    case .emptyTypeSet?: return "empty type set"
    case .incomparableTypes?: return "incomparable types in type set"
    default: return ""
    }
  }

  // MARK: Members

  struct LookupAnswer {
    var object: Object?
    var path: [Int] = []
    var isIndirect = false
    var isAmbiguous = false
    var needsPointer = false
    var member: Member?
  }

  func lookup(_ name: String, in type: GoType, isAddressable: Bool) -> LookupAnswer {
    switch lookupFieldOrMethod(type, isAddressable: isAddressable, package: env.package.package, name: name) {
    case .found(let member):
      resolve(member.object)
      return LookupAnswer(
        object: member.object, path: member.path, isIndirect: member.isIndirect, member: member)
    case .ambiguous: return LookupAnswer(isAmbiguous: true)
    case .needsPointerReceiver: return LookupAnswer(needsPointer: true)
    case .notFound: return LookupAnswer()
    }
  }

  func foldedLookup(_ name: String, in type: GoType) -> Object? {
    lookupFieldOrMethod(type, isAddressable: true, package: env.package.package, name: name, foldsCase: true)
      .member?.object
  }

  func methodSignature(_ method: Function, receiver: GoType, _ found: LookupAnswer) -> Signature {
    found.member?.signature ?? method.signature
  }

  func withoutReceiver(_ signature: Signature) -> Signature {
    let result = Signature(
      params: signature.params, results: signature.results, isVariadic: signature.isVariadic)
    result.typeParams = signature.typeParams
    return result
  }

  func isInterfacePointer(_ type: GoType) -> Bool {
    if case .pointer(let base) = under(type) { return base.isInterface }
    return false
  }

  func interfacePointerError(_ type: GoType) -> String {
    if case .pointer(let base) = under(type), base.isTypeParam {
      return "type \(text(type)) is pointer to type parameter, not type parameter"
    }
    return "type \(text(type)) is pointer to interface, not interface"
  }

  // MARK: Methods of interfaces

  /// Why `type` lacks a method of `interface`, in parentheses; `nil` when it has them all. An interface may lack
  /// methods unless `isStatic`: its dynamic value may have them.
  /// Two methods match as `isSame` says; without it, if their signatures are identical.
  func missingMethodCause(
    _ type: GoType, _ interface: GoType, isStatic: Bool, isSame: ((Signature, Signature) -> Bool)? = nil
  ) -> String? {
    let sameSignature = isSame ?? { identical(.signature($0), .signature($1)) }
    guard case .interface(let wanted) = under(interface) else { return nil }
    let methods = wanted.allMethods
    if methods.isEmpty { return nil }
    if case .interface(let own) = under(type) {
      let all = own.allMethods
      for method in methods {
        guard
          let found = all.first(where: {
            isSameIdentifier($0.name, $0.package, method.name, method.package)
          })
        else {
          if !isStatic { continue }
          return notFound(method, type, interface)
        }
        if !sameSignature(found.signature, method.signature) { return wrongSignature(found, found.signature, method) }
      }
      return nil
    }
    for method in methods {
      switch lookupFieldOrMethod(type, isAddressable: false, package: method.package, name: method.name) {
      case .found(let member):
        guard let found = member.method else {
          return "(\(text(type)).\(method.name) is a field, not a method)"
        }
        resolve(.function(found))
        guard let signature = member.signature, sameSignature(signature, method.signature) else {
          return wrongSignature(found, member.signature ?? found.signature, method)
        }
      case .ambiguous: return "(ambiguous selector \(text(type)).\(method.name))"
      case .needsPointerReceiver: return "(method \(method.name) has pointer receiver)"
      case .notFound:
        let near = lookupFieldOrMethod(
          type, isAddressable: false, package: method.package, name: method.name, foldsCase: true)
        if case .found(let member) = near, let found = member.method {
          if found.name == method.name { return "(unexported method \(method.name))" }
          resolve(.function(found))
          let signature = member.signature ?? found.signature
          return
            "(missing method \(method.name))\n\t\thave \(functionText(found, signature))\n\t\t"
            + "want \(functionText(method, method.signature))"
        }
        return notFound(method, type, interface)
      }
    }
    return nil
  }

  private func notFound(_ method: Function, _ type: GoType, _ interface: GoType) -> String {
    if isInterfacePointer(type) { return "(\(interfacePointerError(type)))" }
    if isInterfacePointer(interface) { return "(\(interfacePointerError(interface)))" }
    return "(missing method \(method.name))"
  }

  private func wrongSignature(_ found: Function, _ signature: Signature, _ method: Function) -> String {
    let (have, want) = (functionText(found, signature), functionText(method, method.signature))
    if have == want { return "(wrong type for method \(method.name))" }
    return "(wrong type for method \(method.name))\n\t\thave \(have)\n\t\twant \(want)"
  }

  private func functionText(_ function: Function, _ signature: Signature) -> String {
    function.name + signatureText(signature, relativeTo: env.package.package, hasNames: false)
  }

  /// Whether `type` implements `interface` (satisfies it, as a constraint); else why not, in words.
  func implementationFailure(_ type: GoType, _ interface: GoType, isConstraint: Bool) -> String? {
    let (own, wanted) = (under(type), under(interface))
    if !isValid(own) || !isValid(wanted) { return nil }
    if case .pointer(let base) = own, !isValid(under(base)) { return nil }
    let verb = isConstraint ? "satisfy" : "implement"
    guard case .interface(let target) = wanted else {
      let detail =
        isInterfacePointer(wanted)
        ? "type \(text(interface)) is pointer to interface, not interface" : "\(text(interface)) is not an interface"
      return "\(text(type)) does not \(verb) \(text(interface)) (\(detail))"
    }
    if target.isEmpty { return nil }
    var source: InterfaceType?
    if case .interface(let found) = own {
      source = found
      if found.hasEmptyTypeSet { return nil }
    }
    if target.hasEmptyTypeSet { return "cannot \(verb) \(text(interface)) (empty type set)" }
    if let cause = missingMethodCause(type, interface, isStatic: true) {
      return "\(text(type)) does not \(verb) \(text(interface)) \(cause)"
    }
    func comparability() -> String? {
      guard target.typeSetInfo.isComparable else { return nil }
      if isStrictlyComparable(type) { return nil }
      if isConstraint, isComparable(type) { return nil }
      return "\(text(type)) does not \(verb) comparable"
    }
    guard let terms = target.typeSet else { return comparability() }
    if let source {
      if !isSubset(source.typeSet, of: terms) { return "\(text(type)) does not \(verb) \(text(interface))" }
      return comparability()
    }
    if terms.contains(where: { $0.includes(type) }) { return comparability() }
    let near = terms.first { !$0.tilde && identical($0.type, under($0.type)) && identical($0.type, under(type)) }
    let detail: String
    if let near {
      detail = "possibly missing ~ for \(text(near.type)) in \(text(interface))"
    } else if mentions(target, type) {
      detail =
        "\(text(interface)) mentions \(text(type)), but \(text(type)) is not in the type set of \(text(interface))"
    } else {
      detail = "\(text(type)) missing in \(termsText(terms, relativeTo: nil))"
    }
    return "\(text(type)) does not \(verb) \(text(interface)) (\(detail))"
  }

  private func mentions(_ interface: InterfaceType, _ type: GoType) -> Bool {
    interface.embedded.contains { line in
      line.contains { term in
        if identical(term.type, type) { return true }
        // A named interface is looked into only where it is written out.
        if case .interface(let inner) = term.type { return mentions(inner, type) }
        return false
      }
    }
  }

  // MARK: Generic types

  func substituted(_ type: GoType, _ parameters: [TypeParam], _ arguments: [GoType]) -> GoType {
    Substitution(parameters, arguments, instances: instances)(type)
  }
}

extension Object {
  var name: String {
    switch self {
    case .variable(let x): x.name
    case .constant(let x): x.name
    case .typeName(let x): x.name
    case .function(let x): x.name
    case .package(let x): x.name
    case .builtin(let x): x.rawValue
    case .nil: "nil"
    case .label(let x): x.name
    }
  }

  var position: Position {
    switch self {
    case .variable(let x): x.position
    case .constant(let x): x.position
    case .typeName(let x): x.position
    case .function(let x): x.position
    case .package(let x): x.position
    case .label(let x): x.position
    case .builtin, .nil: .none
    }
  }

  var package: Package? {
    switch self {
    case .variable(let x): x.package
    case .constant(let x): x.package
    case .typeName(let x): x.package
    case .function(let x): x.package
    case .package, .builtin, .nil, .label: nil
    }
  }

  /// Tells objects apart; predeclared functions and `nil` have none.
  var identity: ObjectIdentifier? {
    switch self {
    case .variable(let x): ObjectIdentifier(x)
    case .constant(let x): ObjectIdentifier(x)
    case .typeName(let x): ObjectIdentifier(x)
    case .function(let x): ObjectIdentifier(x)
    case .package(let x): ObjectIdentifier(x)
    case .label(let x): ObjectIdentifier(x)
    case .builtin, .nil: nil
    }
  }
}
