import BigInt
import GoSyntax
import SourceText

/// Identifiers and selectors (spec, "Selectors"; types2's ident and selector).
extension TypeChecker {
  func ident(_ e: Expr, wantsType: Bool) -> Operand {
    guard case .ident(let name) = e.kind else { return Operand() }
    var x = Operand(mode: .invalid, type: .invalid, expr: e)
    guard let (scope, object) = env.scope.lookupParent(name), name != "_" else {
      if name == "_" {
        if let parameter = blankReceiverTypeParams[e.id] {
          x.mode = .type
          x.type = .typeParam(parameter)
        } else {
          error(e, "cannot use _ as value or type")
        }
      } else if !name.isEmpty {
        error(e, "undefined: \(name)")
      }
      return x
    }
    recordUse(e.id, object)
    if wantsType {
      guard case .typeName = object else {
        error(e, "\(name) is not a type")
        if case .variable(let variable) = object { variable.isUsed = true }
        return x
      }
    }
    if scope === env.package.scope || !env.package.dotImports.isEmpty || !localProgress.isEmpty {
      resolve(object)
      if let imported = env.package.dotImports[DotImportKey(scope: ObjectIdentifier(scope), name: name)] {
        imported.isUsed = true
      }
    }
    switch object {
    case .package: error(e, "use of package \(name) not in selector")
    case .constant(let constant):
      depend(on: object)
      if !isValid(constant.type) { return x }
      if constant.package == nil, name == "iota" {
        guard let iota = env.iota else {
          error(e, "cannot use iota outside constant declaration")
          return x
        }
        x.constant = .int(BigInt(iota))
      } else {
        x.constant = constant.value
      }
      x.mode = .constant
      x.type = constant.type
    case .typeName(let type):
      x.mode = .type
      x.type = type.type
    case .variable(let variable):
      variable.isUsed = true
      noteCapture(variable, at: e.startPosition)
      depend(on: object)
      if !isValid(variable.type) { return x }
      x.mode = .variable
      x.type = variable.type
    case .function(let function):
      depend(on: object)
      noteReached(function)
      x.mode = .value
      x.type = .signature(function.signature)
    case .builtin(let builtin):
      x.mode = .builtin
      x.builtin = builtin
    case .nil:
      x.mode = .nil
      x.type = .basic(.untypedNil)
    case .label: break
    }
    return x
  }

  /// The package-level declaration being checked depends on `object`, if that is of package level, too.
  func depend(on object: Object) {
    guard let declaration = env.declaration, let id = object.identity, declarations[id] != nil else { return }
    declaration.depend(on: object, id)
  }

  /// A local variable named inside a literal that does not declare it belongs to the literal's closure.
  func noteCapture(_ variable: Variable, at position: Position) {
    guard let owner = variable.owner, var context = env.function, owner != context.node else { return }
    while context.node != owner {
      context.captures?.add(variable, at: position)
      guard let outer = context.outer else { break }
      context = outer
    }
    variable.isCaptured = true
  }

  func finishCaptures() {
    for literal in literals {
      let sorted = literal.firstUses.sorted { $0.position < $1.position }
      info.closures[literal.literal] = ClosureInfo(captures: sorted.map(\.variable))
    }
  }

  func selector(_ e: Expr, definition: TypeName?, wantsType: Bool) -> Operand {
    guard case .selector(let base, let name) = e.kind else { return Operand() }
    let wrong = Operand(mode: .invalid, type: .invalid, expr: e)
    if case .ident(let packageName) = base.kind,
      case .package(let imported)? = env.scope.lookupParent(packageName)?.object
    {
      return qualified(e, base, imported, name)
    }
    var x = exprOrType(base)
    switch x.mode {
    case .type:
      if let definition, case .typeName? = info.uses[Int(base.id.rawValue)],
        isSame(definition, info.uses[Int(base.id.rawValue)])
      {
        reportCycle([CycleMember(.typeName(definition))], start: 0)
        return wrong
      }
    case .builtin:
      error(e.pos, "cannot select on \(describe(x))")
      return wrong
    case .invalid: return wrong
    default: break
    }
    if name.name.isEmpty { return wrong }
    let at = name.span.startPosition
    if wantsType {
      error(at, "\(exprText(e)) is not a type")
      return wrong
    }
    let found = lookup(name.name, in: x.type, isAddressable: x.mode == .variable)
    guard let object = found.object else {
      if !isValid(under(x.type)) { return wrong }
      if found.isAmbiguous {
        error(at, "ambiguous selector \(exprText(base)).\(name.name)")
      } else if found.needsPointer {
        if x.mode == .type {
          let type = text(x.type)
          error(
            at,
            "invalid method expression \(type).\(name.name) (needs pointer receiver (*\(type)).\(name.name))")
        } else {
          error(at, "cannot call pointer method \(name.name) on \(text(x.type))")
        }
      } else {
        let why: String
        if isInterfacePointer(x.type) {
          why = interfacePointerError(x.type)
        } else {
          why = lookupError(x.type, name.name, foldedLookup(name.name, in: x.type), isStructLiteral: false)
        }
        error(at, "\(exprText(base)).\(name.name) undefined (\(why))")
      }
      return wrong
    }
    recordUse(name.id, object)
    if x.mode == .type { return methodExpression(e, x, base, name, object, found) }
    switch object {
    case .variable(let field):
      info.selections[e.id] = Selection(
        kind: .field, receiver: x.type, path: found.path, object: object, type: field.type,
        isIndirect: found.isIndirect)
      field.isUsed = true
      x.mode = x.mode == .variable || found.isIndirect ? .variable : .value
      x.type = field.type
      x.expr = e
      return x
    case .function(let method):
      let signature = methodSignature(method, receiver: x.type, found)
      if method.hasPointerReceiver, !found.isIndirect, x.mode == .variable { markAddressTaken(base) }
      let type = GoType.signature(withoutReceiver(signature))
      info.selections[e.id] = Selection(
        kind: .method, receiver: x.type, path: found.path, object: object, type: type, isIndirect: found.isIndirect)
      depend(on: object)
      noteReached(method)
      return Operand(mode: .value, type: type, expr: e)
    default: return wrong
    }
  }

  private func isSame(_ name: TypeName, _ object: Object?) -> Bool {
    if case .typeName(let other)? = object { return other === name }
    return false
  }

  private func methodExpression(
    _ e: Expr, _ x: Operand, _ base: Expr, _ name: Ident, _ object: Object, _ found: LookupAnswer
  ) -> Operand {
    guard case .function(let method) = object else {
      error(
        name.span.startPosition,
        "\(exprText(base)).\(name.name) undefined (type \(text(x.type)) has no method \(name.name))")
      return Operand(mode: .invalid, type: .invalid, expr: e)
    }
    let signature = methodSignature(method, receiver: x.type, found)
    var receiverName = ""
    if let first = signature.params.first, !first.name.isEmpty {
      receiverName = signature.receiver?.name ?? ""
      if receiverName.isEmpty { receiverName = "_" }
    }
    let receiver = Variable(
      name: receiverName, position: signature.receiver?.position ?? .none, type: x.type, kind: .parameter,
      package: env.package.package)
    let function = Signature(
      params: [receiver] + signature.params, results: signature.results, isVariadic: signature.isVariadic)
    let type = GoType.signature(function)
    info.selections[e.id] = Selection(
      kind: .methodExpression, receiver: x.type, path: found.path, object: object, type: type,
      isIndirect: found.isIndirect)
    depend(on: object)
    noteReached(method)
    return Operand(mode: .value, type: type, expr: e)
  }

  /// The compiler knows of another package's unexported names only what the exported ones and the functions that it may inline need.
  /// Of the learner's packages: whatever is mentioned, constants (which are replaced by their values) aside.
  private func isInExportData(_ object: Object, of package: PackageState) -> Bool {
    if package.isLibrary { return false }
    return info.uses.contains { use in
      switch (use, object) {
      case (.variable(let a)?, .variable(let b)): a === b
      case (.function(let a)?, .function(let b)): a === b
      case (.typeName(let a)?, .typeName(let b)): a === b
      default: false
      }
    }
  }

  /// `pkg.Name`.
  private func qualified(_ e: Expr, _ base: Expr, _ imported: PackageName, _ name: Ident) -> Operand {
    var x = Operand(mode: .invalid, type: .invalid, expr: e)
    recordUse(base.id, .package(imported))
    imported.isUsed = true
    guard !name.name.isEmpty, let state = packages[imported.imported.path] else { return x }
    state.collect(with: self)
    let at = name.span.startPosition
    guard let object = state.scope.lookup(name.name) else {
      if state.isLibrary, StandardNames.contains(name.name, in: imported.imported.path) {
        notSupported("\(imported.imported.path).\(name.name)", at: at)
      } else {
        error(at, "undefined: \(exprText(e))")
      }
      return x
    }
    if !isExported(name.name) {
      if isInExportData(object, of: state) {
        error(at, "name \(name.name) not exported by package \(imported.imported.name)")
      } else {
        error(at, "undefined: \(exprText(e))")
        return x
      }
    }
    recordUse(name.id, object)
    resolve(object)
    switch object {
    case .constant(let constant):
      if !isValid(constant.type) { return x }
      x.mode = .constant
      x.type = constant.type
      x.constant = constant.value
    case .typeName(let type):
      x.mode = .type
      x.type = type.type
    case .variable(let variable):
      variable.isUsed = true
      if !isValid(variable.type) { return x }
      x.mode = .variable
      x.type = variable.type
    case .function(let function):
      noteReached(function)
      x.mode = .value
      x.type = .signature(function.signature)
    case .builtin(let builtin):
      x.mode = .builtin
      x.builtin = builtin
    default: return x
    }
    info.selections[e.id] = Selection(
      kind: .qualified, receiver: .invalid, path: [], object: object, type: x.type, isIndirect: false)
    return x
  }

  /// Why `type` has no field or method `name`, given what has nearly that name.
  func lookupError(_ type: GoType, _ name: String, _ near: Object?, isStructLiteral: Bool) -> String {
    enum Case { case missing, misspelled, unexported, inaccessible }
    var found = Case.missing
    let other = near?.name ?? ""
    if let near {
      if near.package === env.package.package {
        found = .misspelled
      } else if isExported(name) {
        if isExported(other) {
          found = .misspelled
        } else if name.dropFirst() == other.dropFirst() {
          found = .unexported
        }
      } else if isExported(other) {
        if name.dropFirst() == other.dropFirst() { found = .misspelled }
      } else if name == other {
        found = .inaccessible
      }
    }
    let type = text(type)
    if isStructLiteral {
      switch found {
      case .missing: return "unknown field \(name) in struct literal of type \(type)"
      case .misspelled: return "unknown field \(name) in struct literal of type \(type), but does have \(other)"
      case .unexported:
        return "unknown field \(name) in struct literal of type \(type), but does have unexported \(other)"
      case .inaccessible: return "cannot refer to unexported field \(other) in struct literal of type \(type)"
      }
    }
    var what = "object"
    if case .variable? = near { what = "field" }
    if case .function? = near { what = "method" }
    switch found {
    case .missing: return "type \(type) has no field or method \(name)"
    case .misspelled: return "type \(type) has no field or method \(name), but does have \(what) \(other)"
    case .unexported: return "type \(type) has no field or method \(name), but does have unexported \(what) \(other)"
    case .inaccessible: return "cannot refer to unexported \(what) \(other)"
    }
  }
}
