import SourceText

/// Finds the type arguments that a call leaves out (spec, "Type inference").
///
/// ```
///   func Map[S ~[]E, E, R any](s S, f func(E) R) []R          Map(names, len)
///
///   arguments     S = Names               (its parameter is S itself)
///                 func(E) R  ~  func(string) int:  E = string, R = int
///   constraints   under(Names) ~ []E:     E = string agrees
///   untyped       what is left takes the default type of its constants
/// ```
///
/// The parameters to solve for are fresh (see `renamed`): in a recursive call those of the call and those in scope
/// differ.
struct Inference {
  /// One argument of the call.
  struct Argument {
    var type: GoType
    var isNil: Bool
    /// The expression as messages print it.
    var text: String
  }

  /// What the checker answers.
  struct Questions {
    var text: (GoType) -> String
    var defaultType: (GoType) -> GoType
    /// `./x.go:3:8`
    var describePosition: (Position) -> String
    /// The method that a type has, its signature known.
    var member: (GoType, Function) -> Member?
    /// Why a type lacks a method of an interface, in parentheses, where methods match as the closure says.
    var missingMethodCause: (GoType, GoType, (Signature, Signature) -> Bool) -> String?
  }

  struct Failure: Error {
    var message: String
    /// The argument to point at; `nil`: the call.
    var argument: Int?
  }

  let parameters: [TypeParam]
  let instances: Instances
  let questions: Questions

  /// Fresh parameters with the same names and constraints, and the substitution that puts them in place.
  static func renamed(_ parameters: [TypeParam], instances: Instances) -> ([TypeParam], Substitution) {
    let fresh = parameters.map { TypeParam(name: $0.name, index: $0.index) }
    let substitution = Substitution(parameters, fresh.map { .typeParam($0) }, instances: instances)
    for (old, new) in zip(parameters, fresh) { new.constraint = substitution(old.bound) }
    return (fresh, substitution)
  }

  /// All type arguments.
  ///
  /// - Parameters:
  ///   - given: those that are written, in place; `nil` or missing for the others.
  ///   - wanted: the type of each argument's parameter.
  ///   - isReverse: a function is assigned, and `arguments` holds the type that it is assigned to.
  func infer(
    given: [GoType?], wanted: [GoType], arguments: [Argument], isReverse: Bool = false
  ) -> Result<[GoType], Failure> {
    let given = parameters.indices.map { $0 < given.count ? given[$0] : nil }
    let start = substitution(given)
    let wanted = wanted.map { start($0) }
    let unifier = Unifier(parameters, given, member: questions.member)

    var untyped: [(index: Int, parameter: TypeParam)] = []
    for (index, argument) in arguments.enumerated() {
      let type = wanted[index]
      guard mentions(type) || mentions(argument.type) else { continue }
      if !argument.type.isUntyped {
        if !unifier.unify(type, argument.type, .assign) {
          return .failure(mismatch(type, argument, index, unifier.inferred, isReverse))
        }
      } else if case .typeParam(let parameter) = type, !argument.isNil {
        untyped.append((index, parameter))
      }
    }
    if let failure = useConstraints(unifier) { return .failure(failure) }
    if let failure = useConstants(untyped, arguments, unifier) { return .failure(failure) }
    return simplified(unifier.inferred, given)
  }

  private func substitution(_ types: [GoType?]) -> Substitution {
    let known = zip(parameters, types).filter { $0.1 != nil }
    return Substitution(known.map(\.0), known.map { $0.1! }, instances: instances)
  }

  private func mismatch(
    _ wanted: GoType, _ argument: Argument, _ index: Int, _ inferred: [GoType?], _ isReverse: Bool
  ) -> Failure {
    let (type, pattern) = (questions.text(argument.type), questions.text(wanted))
    if inferred.allSatisfy({ $0 == nil }) {
      return Failure(
        message: "type \(type) of \(argument.text) does not match \(pattern) (cannot infer \(listText(parameters)))",
        argument: index)
    }
    guard
      mentions(
        wanted,
        where: { parameter in
          inferred[parameters.firstIndex { $0 === parameter }!] != nil
        })
    else {
      return Failure(message: "type \(type) of \(argument.text) does not match \(pattern)", argument: index)
    }
    let known = questions.text(substitution(inferred)(wanted))
    return Failure(
      message: isReverse
        ? "inferred type \(known) for \(pattern) does not match type \(type) of \(argument.text)"
        : "type \(type) of \(argument.text) does not match inferred type \(known) for \(pattern)",
      argument: index)
  }

  /// `P`, `P and Q`, `P, Q, and R`.
  private func listText(_ parameters: [TypeParam]) -> String {
    let names = parameters.map(\.name.name)
    if names.count <= 2 { return names.joined(separator: " and ") }
    return names.dropLast().joined(separator: ", ") + ", and " + names.last!
  }

  // MARK: - Constraints

  /// Unifies parameters with their constraints' core types, as long as that tells something new.
  private func useConstraints(_ unifier: Unifier) -> Failure? {
    while true {
      let unknown = unifier.unknownCount
      for parameter in parameters {
        let known = unifier[parameter]
        if let core = coreTerm(parameter) {
          if let known {
            if !unifier.unify(known, core.term.type, []) {
              return unsatisfied(parameter, known, "")
            }
          } else if core.isSingle && !core.term.tilde {
            unifier[parameter] = core.term.type
          }
        } else if let known {
          let constraint = GoType.interface(parameter.constraintInterface)
          let cause = questions.missingMethodCause(known, constraint) {
            unifier.unify(.signature($0), .signature($1), .exact)
          }
          if let cause { return unsatisfied(parameter, known, " " + cause) }
        }
      }
      if unifier.unknownCount == unknown { return nil }
    }
  }

  private func unsatisfied(_ parameter: TypeParam, _ type: GoType, _ cause: String) -> Failure {
    let constraint = questions.text(parameter.constraint)
    return Failure(
      message: "\(parameter.name.name) (type \(questions.text(type))) does not satisfy \(constraint)\(cause)")
  }

  /// The only term, or the core type; with a tilde if any term has one.
  private func coreTerm(_ parameter: TypeParam) -> (term: InterfaceType.Term, isSingle: Bool)? {
    guard let terms = parameter.constraintInterface.specificTerms else { return nil }
    if terms.count == 1 { return (terms[0], true) }
    guard let core = coreType(.typeParam(parameter)) else { return nil }
    return (InterfaceType.Term(tilde: terms.contains { $0.tilde }, type: core), false)
  }

  // MARK: - Constants

  /// Parameters without a type take the default type of the widest constant passed for them.
  private func useConstants(
    _ untyped: [(index: Int, parameter: TypeParam)], _ arguments: [Argument], _ unifier: Unifier
  ) -> Failure? {
    var widest: [(parameter: TypeParam, type: GoType)] = []
    for (index, parameter) in untyped where unifier[parameter] == nil {
      let type = arguments[index].type
      guard let known = widest.firstIndex(where: { $0.parameter === parameter }) else {
        widest.append((parameter, type))
        continue
      }
      guard let wider = wider(widest[known].type, type) else {
        return Failure(
          message: "mismatched types \(questions.text(widest[known].type)) and \(questions.text(type)) "
            + "(cannot infer \(parameter.name.name))", argument: index)
      }
      widest[known].type = wider
    }
    for (parameter, type) in widest { unifier[parameter] = questions.defaultType(type) }
    return nil
  }

  private func wider(_ x: GoType, _ y: GoType) -> GoType? {
    guard case .basic(let kind) = x, case .basic(let other) = y else { return nil }
    if kind == other { return x }
    guard kind.isNumeric && other.isNumeric else { return nil }
    return kind.rawValue > other.rawValue ? x : y
  }

  // MARK: - Results

  /// Replaces parameters inside the inferred types until none is left.
  private func simplified(_ types: [GoType?], _ given: [GoType?]) -> Result<[GoType], Failure> {
    var types = types
    removeCycles(&types)
    for _ in parameters {
      let step = substitution(types)
      for index in types.indices where given[index] == nil {
        guard let type = types[index] else { continue }
        types[index] = withoutTypeParams(step(type))
      }
    }
    var result: [GoType] = []
    for (parameter, type) in zip(parameters, types) {
      guard let type, !mentions(type) else {
        return .failure(
          Failure(
            message: "cannot infer \(parameter.name.name) (\(questions.describePosition(parameter.name.position)))"))
      }
      result.append(type)
    }
    return .success(result)
  }

  /// A generic function's type that mentions no parameter any more is no longer generic.
  private func withoutTypeParams(_ type: GoType) -> GoType {
    guard case .signature(let signature) = type, !signature.typeParams.isEmpty, !mentions(type) else { return type }
    return .signature(
      Signature(params: signature.params, results: signature.results, isVariadic: signature.isVariadic))
  }

  /// `A = *A` would grow without end: such parameters are not inferred.
  private func removeCycles(_ types: inout [GoType?]) {
    for start in parameters.indices {
      var reached: Set<Int> = []
      var pending = [start]
      while let index = pending.popLast() {
        guard let type = types[index] else { continue }
        for (next, parameter) in parameters.enumerated()
        where mentions(type, where: { $0 === parameter }) && reached.insert(next).inserted {
          pending.append(next)
        }
      }
      if reached.contains(start) { types[start] = nil }
    }
  }

  private func mentions(_ type: GoType) -> Bool { mentions(type) { _ in true } }

  private func mentions(_ type: GoType, where isMeant: (TypeParam) -> Bool) -> Bool {
    mentionsTypeParam(type) { parameter in
      parameters.contains { $0 === parameter } && isMeant(parameter)
    }
  }
}

/// Whether a type contains a type parameter of a certain sort, the declared ones of generic functions apart.
func mentionsTypeParam(_ type: GoType, where isMeant: (TypeParam) -> Bool) -> Bool {
  var seen: Set<ObjectIdentifier> = []
  return mentionsTypeParam(type, &seen, isMeant)
}

private func mentionsTypeParam(
  _ type: GoType, _ seen: inout Set<ObjectIdentifier>, _ isMeant: (TypeParam) -> Bool
) -> Bool {
  func any(_ types: [GoType]) -> Bool {
    for type in types where mentionsTypeParam(type, &seen, isMeant) { return true }
    return false
  }
  switch type {
  case .invalid, .basic: return false
  case .alias(let alias): return mentionsTypeParam(alias.actual, &seen, isMeant)
  case .typeParam(let parameter): return isMeant(parameter)
  case .pointer(let base), .slice(let base), .array(let base, _), .chan(_, let base):
    return mentionsTypeParam(base, &seen, isMeant)
  case .map(let key, let value): return any([key, value])
  case .tuple(let types): return any(types)
  case .named(let named):
    return any(named.typeArguments) || any(named.implicitTypeParams.map { .typeParam($0) })
  case .structure(let structure): return any(structure.fields.map(\.type))
  case .signature(let signature): return any(signature.params.map(\.type)) || any(signature.results.map(\.type))
  case .interface(let interface):
    guard seen.insert(ObjectIdentifier(interface)).inserted else { return false }
    return any(interface.allMethods.map { .signature($0.signature) }) || any((interface.typeSet ?? []).map(\.type))
  }
}
