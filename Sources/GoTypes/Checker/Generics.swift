import GoSyntax
import SourceText

/// Instantiation of generic types and functions, with inference of what is left out (spec, "Instantiations").
extension TypeChecker {
  /// `G[A, B]`.
  func instantiatedType(_ x: Expr, _ indices: [Expr], _ e: Expr) -> GoType {
    let (generic, cause) = genericType(x)
    if let cause {
      error(x, "invalid operation: \(exprText(x))[\(ExprText.render(indices))] (\(cause))")
    }
    if !isValid(generic) { return generic }
    guard let arguments = typeList(indices) else { return .invalid }
    guard case .named(let origin) = unalias(generic) else { return .invalid }
    if !hasRightCount(origin.name.name, origin.typeParams.count, arguments.count, at: x.pos) { return .invalid }
    let instance = instances.instance(of: origin, arguments)
    info.instances[x.id] = arguments
    if instancePositions[ObjectIdentifier(instance)] == nil { instancePositions[ObjectIdentifier(instance)] = x.pos }
    for argument in arguments { noteLive(argument) }
    later { [self] in
      verify(origin.typeParams, arguments, at: x.pos, sources: indices)
      checkFiniteSize(instance)
    }
    return .named(instance)
  }

  private func hasRightCount(_ name: String, _ wanted: Int, _ count: Int, at position: Position) -> Bool {
    if count == wanted { return true }
    let qualifier = count < wanted ? "not enough" : "too many"
    error(position, "\(qualifier) type arguments for type \(name): have \(count), want \(wanted)")
    return false
  }

  /// Reports the first argument that does not satisfy its constraint.
  func verify(_ parameters: [TypeParam], _ arguments: [GoType], at position: Position, sources: [Expr]) {
    for (index, parameter) in parameters.enumerated() {
      let bound = substituted(bound(of: parameter), parameters, arguments)
      if let failure = implementationFailure(arguments[index], bound, isConstraint: true) {
        error(index < sources.count ? sources[index].startPosition : position, failure)
        return
      }
    }
  }

  /// The constraint as an interface: `[T int]` means `[T interface{int}]`.
  private func bound(of parameter: TypeParam) -> GoType {
    switch under(parameter.constraint) {
    case .interface where !parameter.constraint.isTypeParam, .invalid: return parameter.constraint
    default:
      let term = InterfaceType.Term(tilde: false, type: parameter.constraint)
      let interface = InterfaceType(explicitMethods: [], embedded: [[term]])
      interface.isImplicit = true
      return .interface(interface)
    }
  }

  /// The signature of a generic function for complete type arguments, recorded for the name that `naming` instantiates.
  func instantiated(
    _ generic: Signature, _ arguments: [GoType], at position: Position, naming: Expr?, sources: [Expr]
  ) -> Signature {
    let signature = instances.signature(of: generic, arguments)
    if let naming { info.instances[instantiatedName(naming)] = arguments }
    for argument in arguments { noteLive(argument) }
    later { [self] in verify(generic.typeParams, arguments, at: position, sources: sources) }
    return signature
  }

  private func instantiatedName(_ e: Expr) -> NodeID {
    switch e.unparenthesized.kind {
    case .index(let x, _): x.unparenthesized.id
    default: e.unparenthesized.id
    }
  }

  /// Instantiates the generic function `x` with the arguments of the index expression `instance`, and what can be inferred
  /// from the function type that it is assigned to.
  @discardableResult
  func instantiateFunction(
    _ x: inout Operand, target: Target?, position: Position, instance: Expr?, infers: Bool
  ) -> Bool {
    guard case .signature(let generic) = under(x.type) else { return false }
    var arguments: [GoType] = []
    var sources: [Expr] = []
    if let instance, case .index(_, let indices) = instance.kind {
      x.expr = instance
      sources = indices
      guard let types = typeList(indices) else {
        x.mode = .invalid
        return false
      }
      arguments = types
    }
    let wanted = generic.typeParams.count
    if arguments.count > wanted {
      error(sources[arguments.count - 1], "got \(arguments.count) type arguments but want \(wanted)")
      x.mode = .invalid
      return false
    }
    if arguments.count < wanted {
      if !infers { return false }
      guard let inferred = inferFromTarget(generic, arguments, target, x, position) else {
        x.mode = .invalid
        return false
      }
      arguments = inferred
    }
    let signature = instantiated(generic, arguments, at: x.expr?.pos ?? position, naming: x.expr, sources: sources)
    x.type = .signature(signature)
    x.mode = .value
    return true
  }

  private func inferFromTarget(
    _ generic: Signature, _ arguments: [GoType], _ target: Target?, _ x: Operand, _ position: Position
  ) -> [GoType]? {
    notSupported("inference of type arguments", at: position)
    return nil
  }

  func inferArguments(
    _ call: Expr, _ function: Expr, _ signature: Signature, _ typeArguments: [GoType], _ typeSources: [Expr],
    _ values: inout [Operand], _ types: [GoType], isSpread: Bool
  ) -> (Signature, [GoType])? {
    notSupported("inference of type arguments", at: call.pos)
    return nil
  }

  /// Whether the type names one of the parameters.
  func mentionsAny(_ parameters: [TypeParam], _ type: GoType) -> Bool {
    let replaced = substituted(type, parameters, parameters.map { _ in .basic(.int) })
    return !identical(replaced, type)
  }
}
