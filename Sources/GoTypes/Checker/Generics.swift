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
    if origin.typeParams.count != arguments.count {
      return wrongInstance(origin, arguments, at: x.pos)
    }
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

  /// An instance with too few or too many arguments: it stands for itself, and nothing is known of it.
  private func wrongInstance(_ origin: Named, _ arguments: [GoType], at position: Position) -> GoType {
    let wanted = origin.typeParams.count
    later { [self] in
      error(
        position,
        "\(arguments.count < wanted ? "not enough" : "too many") type arguments for type \(origin.name.name): "
          + "have \(arguments.count), want \(wanted)")
    }
    let instance = Named(name: origin.name)
    instance.origin = origin
    instance.typeArguments = arguments
    return .named(instance)
  }

  /// Reports the first argument that does not satisfy its constraint.
  func verify(_ parameters: [TypeParam], _ arguments: [GoType], at position: Position, sources: [Expr]) {
    for (index, parameter) in parameters.enumerated() {
      let bound = substituted(parameter.bound, parameters, arguments)
      if let failure = implementationFailure(arguments[index], bound, isConstraint: true) {
        error(index < sources.count ? sources[index].startPosition : position, failure)
        return
      }
    }
    if env.package.isLibrary { return }
    instantiations.record(parameters, arguments, in: env.package.package) { index in
      index < sources.count ? sources[index].startPosition : position
    }
  }

  /// Reports generic code of a package that would need instances without end.
  func checkInstantiations() {
    guard let cycle = instantiations.endlessCycle(), let first = cycle.first else { return }
    var message = ErrorMessage(instantiations.name(first.target).position, "instantiation cycle:")
    for edge in cycle {
      let name = instantiations.name(edge.target).name
      let how = instantiations.isTypeParam(edge.target) ? "instantiated as" : "implicitly parameterized by"
      message.addLine(place(edge.position), "\(name) \(how) \(text(edge.type))")
    }
    report(message)
  }

  /// The signature of a generic function for complete type arguments, recorded for the name that `naming`
  /// instantiates.
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

  /// Instantiates the generic function `x` with the arguments of the index expression `instance`, and what can be
  /// inferred from the function type that it is assigned to.
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
      if !infers {
        x.typeArguments = arguments
        return false
      }
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

  /// Type arguments of `x` from the type of what it is assigned to: as those of a call `g(target)` with g's parameter
  /// of the function's type.
  private func inferFromTarget(
    _ generic: Signature, _ arguments: [GoType], _ target: Target?, _ x: Operand, _ position: Position
  ) -> [GoType]? {
    let (parameters, renaming) = Inference.renamed(generic.typeParams, instances: instances)
    let inference = Inference(parameters: parameters, instances: instances, questions: inferenceQuestions)
    let type = renaming(Signature(params: generic.params, results: generic.results, isVariadic: generic.isVariadic))
    let result = inference.infer(
      given: arguments, wanted: target == nil ? [] : [.signature(type)],
      arguments: target.map {
        [Inference.Argument(type: .signature($0.signature), isNil: false, text: $0.description)]
      } ?? [], isReverse: true)
    switch result {
    case .success(let types): return types
    case .failure(let failure):
      error(position, failure.message)
      return nil
    }
  }

  /// The instantiated signature of a call, and the types of its parameters, one per argument. Generic functions among
  /// the arguments are instantiated too.
  func inferArguments(
    _ call: Expr, _ function: Expr, _ signature: Signature, _ typeArguments: [GoType], _ typeSources: [Expr],
    _ values: inout [Operand], _ types: [GoType], isSpread: Bool
  ) -> (Signature, [GoType])? {
    if values.contains(where: \.isInvalid) { return nil }
    let count = signature.typeParams.count
    var (parameters, renaming) = Inference.renamed(signature.typeParams, instances: instances)
    var given: [GoType?] = typeArguments
    given += Array(repeating: nil, count: count - given.count)
    let wanted = types.map { renaming($0) }

    var generic: [(index: Int, signature: Signature)] = []
    for index in values.indices {
      guard case .signature(let argument) = values[index].type, !argument.typeParams.isEmpty else { continue }
      let fresh: [TypeParam]
      (fresh, renaming) = Inference.renamed(argument.typeParams, instances: instances)
      let plain = Signature(params: argument.params, results: argument.results, isVariadic: argument.isVariadic)
      let copy = Signature(
        params: renaming(plain).params, results: renaming(plain).results, isVariadic: argument.isVariadic)
      copy.typeParams = fresh
      generic.append((index, argument))
      values[index].type = .signature(copy)
      given += values[index].typeArguments.map { $0 }
      parameters += fresh
      given += Array(repeating: nil, count: parameters.count - given.count)
    }

    let inference = Inference(parameters: parameters, instances: instances, questions: inferenceQuestions)
    let arguments = values.map {
      Inference.Argument(type: $0.type, isNil: $0.isNil, text: $0.expr.map { exprText($0) } ?? "")
    }
    switch inference.infer(given: given, wanted: wanted, arguments: arguments) {
    case .failure(let failure):
      let position = failure.argument.map { values[$0].start } ?? call.pos
      error(position, "in call to \(exprText(function)), \(failure.message)")
      return nil
    case .success(let inferred):
      var rest = inferred[count...]
      for (index, argument) in generic {
        let own = Array(rest.prefix(argument.typeParams.count))
        rest = rest.dropFirst(own.count)
        let expr = values[index].expr
        values[index].type = .signature(
          instantiated(argument, own, at: expr?.pos ?? call.pos, naming: expr, sources: []))
        record(values[index])
      }
      if count == 0 { return (signature, types) }
      let own = Array(inferred.prefix(count))
      let result = instantiated(signature, own, at: call.pos, naming: function, sources: typeSources)
      return (result, types.map { substituted($0, signature.typeParams, own) })
    }
  }

  private var inferenceQuestions: Inference.Questions {
    Inference.Questions(
      text: { [self] in text($0) },
      defaultType: { [self] in predeclared.defaultType($0) },
      describePosition: { [self] in place($0) },
      member: { [self] type, method in
        let result = lookupFieldOrMethod(type, isAddressable: false, package: method.package, name: method.name)
        guard let member = result.member, let found = member.method else { return nil }
        resolve(.function(found))
        return member
      },
      missingMethodCause: { [self] type, interface, isSame in
        withoutActuallyEscaping(isSame) { missingMethodCause(type, interface, isStatic: true, isSame: $0) }
      })
  }

  /// Whether the type names one of the parameters.
  func mentionsAny(_ parameters: [TypeParam], _ type: GoType) -> Bool {
    let replaced = substituted(type, parameters, parameters.map { _ in .basic(.int) })
    return !identical(replaced, type)
  }
}
