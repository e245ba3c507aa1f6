import SourceText

/// Replaces type parameters by types.
///
/// What does not mention a replaced parameter is returned as it is, object and all. Instances stay lazy: `T[P]` becomes
/// `T[int]` without a look into T, so recursive types end.
public struct Substitution: Sendable {
  private var map: [ObjectIdentifier: GoType]
  public let instances: Instances

  public init(_ parameters: [TypeParam], _ arguments: [GoType], instances: Instances) {
    map = [:]
    for (parameter, argument) in zip(parameters, arguments) { map[ObjectIdentifier(parameter)] = argument }
    self.instances = instances
  }

  public var isEmpty: Bool { map.isEmpty }

  /// What stands for a parameter, if it is replaced.
  public subscript(_ parameter: TypeParam) -> GoType? { map[ObjectIdentifier(parameter)] }

  public func callAsFunction(_ type: GoType) -> GoType { map.isEmpty ? type : changed(type) ?? type }

  public func callAsFunction(_ signature: Signature) -> Signature {
    map.isEmpty ? signature : changed(signature) ?? signature
  }

  /// `nil` where nothing changes, here and below.
  private func changed(_ type: GoType) -> GoType? {
    switch type {
    case .invalid, .basic: return nil
    case .typeParam(let parameter): return map[ObjectIdentifier(parameter)]
    case .alias(let alias): return changed(alias.actual)
    case .named(let named): return changed(named)
    case .pointer(let base): return changed(base).map { .pointer($0) }
    case .slice(let element): return changed(element).map { .slice($0) }
    case .array(let element, let length): return changed(element).map { .array($0, length: length) }
    case .chan(let direction, let element): return changed(element).map { .chan(direction, $0) }
    case .map(let key, let value):
      let (newKey, newValue) = (changed(key), changed(value))
      return newKey == nil && newValue == nil ? nil : .map(key: newKey ?? key, value: newValue ?? value)
    case .tuple(let types): return changed(types).map { .tuple($0) }
    case .structure(let structure):
      return changed(structure.fields).map { .structure(StructType(fields: $0, tags: structure.tags)) }
    case .signature(let signature): return changed(signature).map { .signature($0) }
    case .interface(let interface): return changed(interface).map { .interface($0) }
    }
  }

  private func changed(_ types: [GoType]) -> [GoType]? {
    var result: [GoType]?
    for (index, type) in types.enumerated() {
      guard let new = changed(type) else { continue }
      if result == nil { result = types }
      result![index] = new
    }
    return result
  }

  private func changed(_ variables: [Variable]) -> [Variable]? {
    var result: [Variable]?
    for (index, variable) in variables.enumerated() {
      guard let type = changed(variable.type) else { continue }
      if result == nil { result = variables }
      let new = Variable(
        name: variable.name, position: variable.position, type: type, kind: variable.kind, package: variable.package)
      new.isEmbedded = variable.isEmbedded
      result![index] = new
    }
    return result
  }

  private func changed(_ named: Named) -> GoType? {
    let implicit = named.origin == nil ? changed(named.implicitTypeParams.map { GoType.typeParam($0) }) : nil
    if let implicit { return .named(instances.instance(of: named, implicit)) }
    guard let origin = named.origin, let arguments = changed(named.typeArguments) else { return nil }
    return .named(instances.instance(of: origin, arguments))
  }

  private func changed(_ signature: Signature) -> Signature? {
    let (params, results) = (changed(signature.params), changed(signature.results))
    if params == nil && results == nil { return nil }
    let new = Signature(
      receiver: signature.receiver, params: params ?? signature.params, results: results ?? signature.results,
      isVariadic: signature.isVariadic)
    new.typeParams = signature.typeParams
    new.receiverTypeParams = signature.receiverTypeParams
    return new
  }

  private func changed(_ interface: InterfaceType) -> InterfaceType? {
    var hasChanged = false
    let methods = interface.explicitMethods.map { method -> Function in
      guard let signature = changed(method.signature) else { return method }
      hasChanged = true
      let new = Function(
        name: method.name, position: method.position, signature: signature, package: method.package, declaration: nil)
      new.isInterfaceMethod = true
      new.receiverNamed = method.receiverNamed
      return new
    }
    let embedded = interface.embedded.map { line in
      line.map { term -> InterfaceType.Term in
        guard let type = changed(term.type) else { return term }
        hasChanged = true
        return InterfaceType.Term(tilde: term.tilde, type: type)
      }
    }
    guard hasChanged else { return nil }
    let new = InterfaceType(explicitMethods: methods, embedded: embedded)
    new.isImplicit = interface.isImplicit
    return new
  }
}

/// The instances of generic types: one object for one origin and identical arguments.
public final class Instances: @unchecked Sendable {
  private struct Key: Hashable {
    let origin: ObjectIdentifier
    let arguments: TypeKey
  }

  private var table: [Key: Named] = [:]

  public init() {}

  /// `origin[arguments]`. Its underlying type and its methods' signatures are substituted when first asked for, so the
  /// origin may still be under declaration. The number of arguments must be right; constraints are not checked here.
  public func instance(of origin: Named, _ arguments: [GoType]) -> Named {
    let key = Key(origin: ObjectIdentifier(origin), arguments: TypeKey(arguments))
    if let instance = table[key] { return instance }
    let instance = Named(name: origin.name)
    instance.origin = origin
    instance.typeArguments = arguments
    instance.instances = self
    instance.expansion = { [unowned self, unowned origin] in
      if case .invalid = origin.underlying { return nil }
      let parameters = origin.implicitTypeParams.isEmpty ? origin.typeParams : origin.implicitTypeParams
      return Substitution(parameters, arguments, instances: self)(origin.underlying)
    }
    table[key] = instance
    return instance
  }

  /// A generic function's signature for given arguments; it has no type parameters any more.
  public func signature(of generic: Signature, _ arguments: [GoType]) -> Signature {
    let substituted = Substitution(generic.typeParams, arguments, instances: self)(generic)
    let signature = Signature(
      receiver: substituted.receiver, params: substituted.params, results: substituted.results,
      isVariadic: substituted.isVariadic)
    signature.receiverTypeParams = substituted.receiverTypeParams
    return signature
  }
}

extension Named {
  /// Declared methods: the origin's, for an instance.
  public var declaredMethods: [Function] { origin?.methods ?? methods }

  /// A declared method's signature with this instance's type arguments in place of the receiver's type parameters.
  public func signature(of method: Function) -> Signature {
    guard let instances, !method.signature.receiverTypeParams.isEmpty else { return method.signature }
    let key = ObjectIdentifier(method.signature)
    if let known = substitutedSignatures[key] { return known }
    let new = Substitution(method.signature.receiverTypeParams, typeArguments, instances: instances)(method.signature)
    substitutedSignatures[key] = new
    return new
  }
}
