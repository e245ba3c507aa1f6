import GoSyntax
import SourceText

/// Declaring objects: each when it is first needed, with the path of those in progress to find cycles (types2's
/// decl.go).
extension TypeChecker {
  /// Puts `object` into `scope`; its name is visible from `position` to the scope's end.
  func declare(_ scope: Scope, _ ident: Ident?, _ object: Object, from position: Position) {
    let name = object.name
    if name != "_" {
      if let other = scope.insert(name, object) {
        var message = ErrorMessage(object.position, "\(name) redeclared in this block")
        otherDeclaration(&message, other)
        report(message)
        return
      }
      if case .variable(let variable) = object { setScope(variable, from: position, in: scope) }
    }
    if let ident { recordDefinition(ident, object) }
  }

  private func setScope(_ variable: Variable, from position: Position, in scope: Scope) {
    guard position.isValid, scope.end.isValid else { return }
    variable.scope = Span(file: position.file, start: position.offset, end: max(position.offset, scope.end.offset))
  }

  /// Declares every object of a user's package: types, then aliases, then the rest, each group in source order.
  func declarePackageObjects(_ package: PackageState) {
    var aliases: [Object] = []
    var others: [Object] = []
    for object in package.objects {
      if case .typeName(let name) = object {
        if declarations[ObjectIdentifier(name)]?.typeSpec?.isAlias == true {
          aliases.append(object)
        } else {
          resolve(object)
        }
      } else {
        others.append(object)
      }
    }
    for object in aliases { resolve(object) }
    for object in others { resolve(object) }
  }

  /// Makes sure that a package-level object or method has its type.
  func resolve(_ object: Object) {
    guard let id = object.identity else { return }
    guard let info = declarations[id] else {
      if let start = localProgress[id], case .typeName(let name) = object, !isValidCycle(from: start) {
        name.type = .invalid
      }
      return
    }
    switch info.progress {
    case .done: return
    case .declaring(let start):
      switch object {
      case .constant(let constant):
        if !isValidCycle(from: start) { constant.type = .invalid }
      case .variable(let variable):
        if !isValidCycle(from: start) { variable.type = .invalid }
      case .typeName(let name):
        if !isValidCycle(from: start) { name.type = .invalid }
      case .function: _ = isValidCycle(from: start)
      default: break
      }
      return
    case .untouched: break
    }
    // Several variables of one declaration share their information, but each is on the path by itself.
    info.progress = .declaring(objectPath.count)
    objectPath.append(object)
    let saved = env
    env = Environment(package: info.package, scope: info.fileScope)
    env.version = info.version
    switch object {
    case .constant(let constant):
      env.declaration = info
      declareConstant(
        constant, type: info.type, value: info.value, iota: info.iota, isInherited: info.isInherited)
    case .variable(let variable):
      env.declaration = info
      declareVariable(variable, leftSides: info.leftSides, type: info.type, value: info.value)
      noteReached(variable, info)
    case .typeName(let name):
      if let spec = info.typeSpec {
        declareType(name, spec)
        collectMethods(name, info.package)
      }
    case .function(let function):
      // A signature may name its own function (in an array length, say).
      info.progress = .done
      declareFunction(function, info)
    default: break
    }
    env = saved
    objectPath.removeLast()
    info.progress = .done
  }

  /// Whether the cycle of declarations from `start` to the end of the path may stand; reports it otherwise. Cycles of
  /// values alone wait for initialisation order, cycles of types for the look at their sizes.
  private func isValidCycle(from start: Int) -> Bool {
    let cycle = objectPath[start...]
    var values = 0
    var definitions = 0
    var throughTypeParams = false
    loop: for object in cycle {
      switch object {
      case .constant, .variable: values += 1
      case .typeName(let name):
        if env.inTypeParamList, isGeneric(name.type) {
          throughTypeParams = true
          break loop
        }
        if case .alias = name.type { break }
        definitions += 1
      default: break
      }
    }
    if !throughTypeParams {
      if values == cycle.count { return true }
      if values == 0, definitions > 0 { return true }
    }
    let members = cycle.map { CycleMember($0) }
    reportCycle(members, start: firstInSource(members))
    return false
  }

  /// One object of a cycle; an instance of a generic type stands where it was first written.
  struct CycleMember {
    let name: String
    let position: Position
    let isType: Bool

    init(_ object: Object) {
      name = object.name
      position = object.position
      if case .typeName = object { isType = true } else { isType = false }
    }

    init(_ named: Named, at position: Position) {
      name = named.name.name
      self.position = position
      isType = true
    }
  }

  func cycleMember(_ named: Named) -> CycleMember {
    CycleMember(named, at: instancePositions[ObjectIdentifier(named)] ?? named.name.position)
  }

  func firstInSource(_ cycle: [CycleMember]) -> Int {
    var first = 0
    for index in cycle.indices where cycle[index].position < cycle[first].position { first = index }
    return first
  }

  func reportCycle(_ cycle: [CycleMember], start: Int) {
    let first = cycle[start]
    let isType = first.isType
    if cycle.count == 1 {
      error(
        first.position,
        isType
          ? "invalid recursive type: \(first.name) refers to itself"
          : "invalid cycle in declaration: \(first.name) refers to itself")
      return
    }
    var message = ErrorMessage(
      first.position,
      isType ? "invalid recursive type \(first.name)" : "invalid cycle in declaration of \(first.name)")
    for offset in cycle.indices {
      let object = cycle[(start + offset) % cycle.count]
      message.addLine(place(object.position), "\(object.name) refers to")
    }
    message.addLine(place(first.position), first.name)
    report(message)
  }

  // MARK: Constants and variables

  func declareConstant(
    _ constant: ConstantObject, type: Expr?, value: Expr?, iota: Int, isInherited: Bool
  ) {
    let saved = (env.iota, env.errorPosition)
    defer { (env.iota, env.errorPosition) = saved }
    env.iota = iota
    env.errorPosition = nil
    var declared: GoType?
    if let type {
      let asked = typeExpr(type)
      if !isConstantType(asked) {
        if isValid(under(asked)) { error(type, "invalid constant type \(text(asked))") }
        constant.type = .invalid
        return
      }
      declared = asked
    }
    var x = Operand()
    if let value {
      if isInherited { env.errorPosition = constant.position }
      x = expr(value)
    }
    initConstant(constant, declared, &x)
  }

  func declareVariable(_ variable: Variable, leftSides: [Variable]?, type: Expr?, value: Expr?) {
    var declared: GoType?
    if let type { declared = varType(type) }
    guard let value else {
      variable.type = declared ?? .invalid
      return
    }
    guard let leftSides, leftSides.count > 1 else {
      if let declared { variable.type = declared }
      var x = expr(value, target: target(declared, variable.name))
      initVariable(variable, declared, &x, "variable declaration")
      return
    }
    if let declared { for side in leftSides { side.type = declared } }
    initVariables(leftSides.map { ($0, declared) }, [value], returnStatement: nil)
  }

  // MARK: Types

  func declareType(_ name: TypeName, _ spec: TypeSpec) {
    if spec.isAlias {
      let alias = Alias(name: name)
      name.type = .alias(alias)
      let typeParams = spec.typeParams
      if let first = typeParams.first {
        if requires(.go1_23, at: first.name.span.startPosition, "generic type alias") {
          error(spec.name.span.startPosition, "generic type alias requires GOEXPERIMENT=aliastypeparams")
        }
        openScope(endingAt: spec.span.endPosition)
        alias.typeParams = collectTypeParams(typeParams)
      }
      let actual = definedType(spec.type, definition: name)
      if !typeParams.isEmpty { closeScope() }
      alias.actual = actual
      if case .alias = name.type {} else { alias.actual = .invalid }
      return
    }
    let named = Named(name: name)
    name.type = .named(named)
    incompleteTypes.insert(ObjectIdentifier(named))
    named.isUnderDeclaration = true
    named.implicitTypeParams = env.function?.typeParams ?? []
    later { [self] in
      if case .named(let named) = name.type { checkFiniteSize(named) }
    }
    if !spec.typeParams.isEmpty {
      openScope(endingAt: spec.span.endPosition)
      named.typeParams = collectTypeParams(spec.typeParams) { named.typeParams = $0 }
    }
    let right = definedType(spec.type, definition: name)
    if !spec.typeParams.isEmpty { closeScope() }
    declaredRight[ObjectIdentifier(named)] = right
    if isTypeParam(right) {
      error(spec.type, "cannot use a type parameter as RHS in type declaration")
      complete(named, .invalid)
      return
    }
    settleUnderlying(named, right)
  }

  /// Gives `named` its underlying type, or waits for that of the type it is declared as.
  private func settleUnderlying(_ named: Named, _ right: GoType) {
    guard case .named(let written) = unalias(right) else {
      complete(named, under(right))
      return
    }
    let other = written.origin ?? written
    guard incompleteTypes.contains(ObjectIdentifier(other)) else {
      complete(named, under(right))
      return
    }
    // `type A B; type B A`: follow the chain, which may come back.
    var path = [named]
    var step = written
    while true {
      path.append(step)
      let current = step.origin ?? step
      if let index = path.dropLast().firstIndex(where: { ($0.origin ?? $0) === current }) {
        let cycle = path[(index + 1)...]
        for member in path {
          complete(member.origin ?? member, .invalid)
          if unreportedCycles[ObjectIdentifier(member)] == nil {
            unreportedCycles[ObjectIdentifier(member)] = Array(cycle)
          }
        }
        return
      }
      guard let next = declaredRight[ObjectIdentifier(current)], case .named(let following) = unalias(next) else {
        break
      }
      step = following
    }
    awaitingUnderlying[ObjectIdentifier(other), default: []].append(named)
  }

  private func complete(_ named: Named, _ underlying: GoType) {
    if incompleteTypes.remove(ObjectIdentifier(named)) == nil { return }
    named.isUnderDeclaration = false
    named.underlying = underlying
    for waiting in awaitingUnderlying.removeValue(forKey: ObjectIdentifier(named)) ?? [] {
      complete(waiting, declaredRight[ObjectIdentifier(waiting)].map(under) ?? underlying)
    }
  }

  /// Attaches the methods that were collected for a type.
  func collectMethods(_ name: TypeName, _ package: PackageState) {
    guard let methods = package.pendingMethods.removeValue(forKey: ObjectIdentifier(name)) else { return }
    var base: Named?
    if case .named(let named) = name.type { base = named }
    if let base {
      later { [self] in checkFieldsAgainstMethods(base) }
    }
    var seen: [String: Function] = [:]
    for method in methods {
      if let other = seen[method.name] {
        error(
          method.position,
          "method \(name.name).\(method.name) already declared at \(place(other.position))")
        continue
      }
      seen[method.name] = method
      method.receiverNamed = base
      base?.methods.append(method)
    }
  }

  private func checkFieldsAgainstMethods(_ named: Named) {
    guard case .structure(let structure) = under(.named(named)) else { return }
    for field in structure.fields where field.name != "_" {
      guard let method = named.methods.first(where: { $0.name == field.name }) else { continue }
      var message = ErrorMessage(method.position, "field and method with the same name \(field.name)")
      otherDeclaration(&message, .variable(field))
      report(message)
    }
  }

  // MARK: Functions

  /// What the compiler takes for a declaration's place: its name, or the receiver's parenthesis.
  private func functionPosition(_ decl: FuncDecl) -> Position {
    guard decl.receiver != nil else { return decl.name.span.startPosition }
    let bytes = sources[decl.span.file].bytes
    var offset = Int(decl.span.start)
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "(") { offset += 1 }
    return Position(file: decl.span.file, offset: Int32(offset))
  }

  private func declareFunction(_ function: Function, _ info: DeclInfo) {
    guard let decl = info.function else { return }
    let context = FunctionContext(node: decl.id, outer: nil, captures: nil)
    let (_, scope) = functionType(
      decl.signature, into: function.signature, receiver: decl.receiver, typeParams: decl.typeParams,
      owner: context, end: decl.span.endPosition)
    let hasBody = decl.body != nil || decl.deferredBody != nil
    if !hasBody {
      if !decl.typeParams.isEmpty {
        error(functionPosition(decl), "generic function is missing function body")
      } else if info.package.isLibrary {
        function.isIntrinsic = true
      } else if decl.name.name != "init" {
        missingBodies.append(functionPosition(decl))
      }
      return
    }
    if info.package.isLibrary {
      libraryScopes[ObjectIdentifier(function)] = scope
    } else if let body = decl.body {
      reach.add(function, decl, body, order(of: info))
      later { [self] in checkBody(info, function.signature, body, scope, context, iota: nil) }
    }
  }
}
