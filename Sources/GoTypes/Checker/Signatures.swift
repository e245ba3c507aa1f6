import GoSyntax
import SourceText

/// Parameters, results, receivers and type parameters (types2's signature.go, Go 1.23).
extension TypeChecker {
  func openScope(endingAt end: Position) { env.scope = Scope(parent: env.scope, end: end) }

  func closeScope() {
    if let parent = env.scope.parent { env.scope = parent }
  }

  /// Fills `signature` from its source text and answers the scope that holds the parameters. `owner` is the function
  /// whose frame the parameters belong to; a function type has none.
  func functionType(
    _ source: FuncTypeExpr, into signature: Signature, receiver: Param?, typeParams: [TypeParamDecl],
    owner: FunctionContext?, end: Position
  ) -> (signature: Signature, scope: Scope) {
    let scope = Scope(parent: env.scope, end: end)
    scope.isFunction = true
    let saved = env.scope
    env.scope = scope
    defer { env.scope = saved }

    if let receiver { declareReceiverTypeParams(receiver, signature) }
    if !typeParams.isEmpty {
      signature.typeParams = collectTypeParams(typeParams) { signature.typeParams = $0 }
    }
    // Parameter names are visible in the body only: types are looked up before any of them is declared.
    var pending: [(Ident, Variable)] = []
    if let receiver {
      let type = receiverType(receiver, signature)
      let variable = parameter(receiver, type, .receiver, owner, &pending)
      signature.receiver = variable
      validateReceiver(variable, signature)
    }
    signature.params = parameters(source.params, .parameter, owner, &pending, signature: signature)
    signature.results = parameters(source.results, .result, owner, &pending, signature: nil)
    for (ident, variable) in pending {
      declare(scope, ident, .variable(variable), from: source.span.endPosition)
    }
    return (signature, scope)
  }

  private func parameter(
    _ source: Param, _ type: GoType, _ kind: Variable.Kind, _ owner: FunctionContext?,
    _ pending: inout [(Ident, Variable)]
  ) -> Variable {
    let position = source.name?.span.startPosition ?? source.type.startPosition
    let variable = Variable(
      name: source.name?.name ?? "", position: position, type: type, kind: kind, package: env.package.package)
    variable.owner = owner?.node
    if let name = source.name {
      pending.append((name, variable))
      if name.isBlank { recordDefinition(name, .variable(variable)) }
    }
    return variable
  }

  private func parameters(
    _ sources: [Param], _ kind: Variable.Kind, _ owner: FunctionContext?, _ pending: inout [(Ident, Variable)],
    signature: Signature?
  ) -> [Variable] {
    var result: [Variable] = []
    var previous: (id: NodeID, type: GoType)?
    for (index, source) in sources.enumerated() {
      var type: GoType
      if let previous, previous.id == source.type.id {
        type = previous.type
      } else {
        type = varType(source.type)
        previous = (source.type.id, type)
      }
      if source.isVariadic {
        if let signature, index == sources.count - 1 {
          signature.isVariadic = true
          type = .slice(type)
        } else {
          error(source.ellipsis ?? source.type.startPosition, "can only use ... with final parameter in list")
        }
      }
      result.append(parameter(source, type, kind, owner, &pending))
    }
    return result
  }

  // MARK: Receivers

  private func declareReceiverTypeParams(_ receiver: Param, _ signature: Signature) {
    let (base, _, names) = unpackReceiver(receiver.type)
    if names.isEmpty { return }
    var parameters: [TypeParam] = []
    for name in names {
      guard case .ident(let text) = name.kind else {
        if case .bad = name.kind {
        } else {
          error(name, "receiver type parameter \(exprText(name)) must be an identifier")
        }
        parameters.append(TypeParam(name: TypeName(name: "_", position: name.startPosition, package: nil), index: 0))
        continue
      }
      let object = TypeName(name: text, position: name.startPosition, package: env.package.package)
      let parameter = TypeParam(name: object, index: parameters.count)
      object.type = .typeParam(parameter)
      declare(env.scope, nil, .typeName(object), from: .none)
      info.defs[Int(name.id.rawValue)] = .typeName(object)
      info.uses[Int(name.id.rawValue)] = .typeName(object)
      if text == "_" { blankReceiverTypeParams[name.id] = parameter }
      parameters.append(parameter)
    }
    for (index, parameter) in parameters.enumerated() { parameter.index = index }
    signature.receiverTypeParams = parameters
    guard let base, case .named(let named) = genericType(base).type else { return }
    if named.typeParams.count == parameters.count {
      let arguments = parameters.map { GoType.typeParam($0) }
      for (parameter, declared) in zip(parameters, named.typeParams) {
        parameter.constraint = substituted(declared.constraint, named.typeParams, arguments)
        instantiations.identify(parameter, with: declared)
      }
    } else if parameters.count < named.typeParams.count {
      let count = parameters.count == 1 ? "1 type parameter" : "\(parameters.count) type parameters"
      error(
        receiver.name?.span.startPosition ?? receiver.type.startPosition,
        "got \(count), but receiver base type declares \(named.typeParams.count)")
    }
  }

  private func receiverType(_ receiver: Param, _ signature: Signature) -> GoType { varType(receiver.type) }

  private func validateReceiver(_ receiver: Variable, _ signature: Signature) {
    later { [self] in
      let (base, _) = dereferenced(receiver.type)
      switch unalias(base) {
      case .invalid: break
      case .named(let named):
        if !named.typeArguments.isEmpty, signature.receiverTypeParams.isEmpty {
          error(receiver.position, "cannot define new methods on instantiated type \(text(base))")
        } else if named.name.package !== env.package.package {
          error(receiver.position, "cannot define new methods on non-local type \(text(base))")
        } else {
          var cause: String?
          switch under(.named(named)) {
          case .basic(.unsafePointer): cause = "unsafe.Pointer"
          case .pointer, .interface: cause = "pointer or interface type"
          default: break
          }
          if let cause { error(receiver.position, "invalid receiver type \(text(base)) (\(cause))") }
        }
      case .basic: error(receiver.position, "cannot define new methods on non-local type \(text(base))")
      default: error(receiver.position, "invalid receiver type \(text(receiver.type))")
      }
    }
  }

  // MARK: Type parameters

  /// Declares type parameters in the scope of now; their constraints may name each other, so all are declared first.
  func collectTypeParams(
    _ decls: [TypeParamDecl], announce: ([TypeParam]) -> Void = { _ in }
  ) -> [TypeParam] {
    var parameters: [TypeParam] = []
    for decl in decls {
      let object = TypeName(
        name: decl.name.name, position: decl.name.span.startPosition, package: env.package.package)
      let parameter = TypeParam(name: object, index: parameters.count)
      object.type = .typeParam(parameter)
      declare(env.scope, decl.name, .typeName(object), from: .none)
      parameters.append(parameter)
    }
    announce(parameters)
    let saved = env.inTypeParamList
    env.inTypeParamList = true
    defer { env.inTypeParamList = saved }
    var previous: (id: NodeID, bound: GoType)?
    for (index, decl) in decls.enumerated() {
      let bound: GoType
      if let previous, previous.id == decl.constraint.id {
        bound = previous.bound
      } else {
        bound = constraint(decl.constraint)
        previous = (decl.constraint.id, bound)
      }
      parameters[index].constraint = bound
    }
    return parameters
  }

  /// `~int | string` alone stands for the interface that embeds it.
  private func constraint(_ e: Expr) -> GoType {
    if let terms = unionTerms(e) {
      let interface = InterfaceType(explicitMethods: [], embedded: [union(terms)])
      interface.isImplicit = true
      let type = GoType.interface(interface)
      record(e, .type, type, nil)
      return type
    }
    let bound = typeExpr(e)
    if isTypeParam(bound) {
      error(e, "cannot use a type parameter as constraint")
      return .invalid
    }
    return bound
  }

  private func unionTerms(_ e: Expr) -> [UnionTerm]? {
    switch e.kind {
    case .unary(.tilde, let x): return [UnionTerm(tilde: true, type: x, pos: e.errorPosition)]
    case .binary(.or, let x, let y):
      let left = unionTerms(x) ?? [UnionTerm(tilde: false, type: x)]
      let right = unionTerms(y) ?? [UnionTerm(tilde: false, type: y)]
      return left + right
    case .interfaceType(let elements):
      // The parser may wrap a bare union already.
      if elements.count == 1, case .union(let terms) = elements[0],
        e.span.start == terms.first?.type.span.start
          || e.span.start + 1 == terms.first?.type.span.start && terms.first?.tilde == true
      {
        return terms
      }
      return nil
    default: return nil
    }
  }
}
