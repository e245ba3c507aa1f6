import GoSyntax
import SourceText

/// The first pass: every package-level name is declared, none is looked into (types2's resolver.go, Go 1.23).
extension PackageState {
  func collect(with checker: TypeChecker) {
    if isCollected { return }
    isCollected = true
    var collector = Collector(checker: checker, state: self)
    let saved = checker.env
    checker.env = Environment(package: self, scope: scope)
    collector.run()
    checker.env = saved
  }
}

private struct Collector {
  let checker: TypeChecker
  let state: PackageState
  var methods: [(function: Function, receiver: Expr, isPointer: Bool)] = []
  /// Of the file being collected.
  var version = CheckOptions.GoVersion.go1_23
  var fileScopes: [Scope] = []

  mutating func run() {
    for file in state.package.files {
      let name = file.packageName
      if name.isBlank { checker.error(name.span.startPosition, "invalid package name _") }
      let fileScope = Scope(parent: state.scope, isListed: false)
      version = checker.version(of: file, in: state)
      fileScopes.append(fileScope)
      for decl in file.decls { collect(decl, fileScope) }
    }
    checkImportConflicts()
    for (function, receiver, isPointer) in methods { attach(function, receiver, isPointer) }
  }

  private mutating func collect(_ decl: Decl, _ fileScope: Scope) {
    switch decl {
    case .bad: break
    case .import(let spec): collect(spec, fileScope)
    case .const(let spec):
      for (index, name) in spec.names.enumerated() {
        let constant = ConstantObject(
          name: name.name, position: name.span.startPosition, type: .invalid, value: nil, package: state.package)
        let info = declaration(fileScope)
        info.type = spec.type
        info.value = index < spec.values.count ? spec.values[index] : nil
        info.iota = spec.iota
        info.isInherited = spec.inherited
        declare(name, .constant(constant), constant, info)
      }
      checker.checkArity(
        spec.span.startPosition, names: spec.names, values: spec.values, isConstant: true, isInherited: spec.inherited)
    case .var(let spec):
      let variables = spec.names.map {
        Variable(name: $0.name, position: $0.span.startPosition, type: .invalid, kind: .package, package: state.package)
      }
      var shared: DeclInfo?
      for (index, variable) in variables.enumerated() {
        let info: DeclInfo
        if spec.values.count == 1, spec.names.count > 1 {
          info = shared ?? declaration(fileScope)
          info.leftSides = variables
          info.value = spec.values[0]
          shared = info
        } else {
          info = declaration(fileScope)
          info.value = index < spec.values.count ? spec.values[index] : nil
        }
        info.type = spec.type
        declare(spec.names[index], .variable(variable), variable, info)
      }
      if spec.type == nil || !spec.values.isEmpty {
        checker.checkArity(
          spec.span.startPosition, names: spec.names, values: spec.values, isConstant: false, isInherited: false)
      }
    case .type(let spec):
      let name = TypeName(name: spec.name.name, position: spec.name.span.startPosition, package: state.package)
      let info = declaration(fileScope)
      info.typeSpec = spec
      declare(spec.name, .typeName(name), name, info)
    case .func(let decl): collect(decl, fileScope)
    }
  }

  private func declaration(_ fileScope: Scope) -> DeclInfo {
    DeclInfo(package: state, fileScope: fileScope, version: version, order: state.objects.count)
  }

  private mutating func collect(_ spec: ImportSpec, _ fileScope: Scope) {
    guard let imported = checker.packages[spec.path] else { return }
    var name = imported.package.name
    if let own = spec.name { name = own.name }
    if name == "init" {
      checker.error(spec.span.startPosition, "cannot import package as init - init must be a func")
      return
    }
    let position = spec.name?.span.startPosition ?? spec.pathSpan.startPosition
    let object = PackageName(name: name, position: position, imported: imported.package)
    if let own = spec.name { checker.recordDefinition(own, .package(object)) }
    state.importNames.append(object)
    if name == "." {
      imported.collect(with: checker)
      for (exported, member) in zip(imported.scope.names, imported.scope.objects) where isExported(exported) {
        if let other = fileScope.insert(exported, member) {
          var message = ErrorMessage(position, "\(exported) redeclared in this block")
          checker.otherDeclaration(&message, other)
          checker.report(message)
        } else {
          state.dotImports[DotImportKey(scope: ObjectIdentifier(fileScope), name: exported)] = object
        }
      }
    } else {
      checker.declare(fileScope, nil, .package(object), from: .none)
    }
  }

  private mutating func collect(_ decl: FuncDecl, _ fileScope: Scope) {
    let name = decl.name.name
    let position = decl.name.span.startPosition
    let function = Function(
      name: name, position: position, signature: Signature(params: [], results: [], isVariadic: false),
      package: state.package, declaration: decl.id)
    let info = declaration(fileScope)
    info.function = decl
    let hasBody = decl.body != nil || decl.deferredBody != nil
    if let receiver = decl.receiver {
      let (base, isPointer, _) = checker.unpackReceiver(receiver.type)
      if base != nil, name != "_" { methods.append((function, base!, isPointer)) }
      checker.recordDefinition(decl.name, .function(function))
    } else {
      if name == "init" || name == "main" && state.package.name == "main" {
        if let first = decl.typeParams.first {
          checker.error(first.name.span.startPosition, "func \(name) must have no type parameters")
        }
        if !decl.signature.params.isEmpty || !decl.signature.results.isEmpty {
          checker.error(position, "func \(name) must have no arguments and no return values")
        }
      }
      if name == "init" {
        checker.recordDefinition(decl.name, .function(function))
        state.package.initFunctions.append(function)
        if !hasBody { checker.error(position, "missing function body") }
      } else {
        checker.declare(state.scope, decl.name, .function(function), from: .none)
        if name != "_", state.package.members[name] == nil { state.package.members[name] = .function(function) }
      }
    }
    checker.declarations[ObjectIdentifier(function)] = info
    state.objects.append(.function(function))
  }

  private mutating func declare(_ ident: Ident, _ object: Object, _ id: AnyObject, _ info: DeclInfo) {
    if ident.name == "init" {
      checker.error(ident.span.startPosition, "cannot declare init - must be func")
      return
    }
    if ident.name == "main", state.package.name == "main" {
      checker.error(ident.span.startPosition, "cannot declare main - must be func")
      return
    }
    checker.declare(state.scope, ident, object, from: .none)
    if ident.name != "_", state.package.members[ident.name] == nil { state.package.members[ident.name] = object }
    checker.declarations[ObjectIdentifier(id)] = info
    state.objects.append(object)
  }

  private func checkImportConflicts() {
    for fileScope in fileScopes {
      for (name, object) in zip(fileScope.names, fileScope.objects) {
        guard let other = state.scope.lookup(name) else { continue }
        var message: ErrorMessage
        if case .package(let imported) = object {
          message = ErrorMessage(
            other.position,
            "\(name) already declared through import of \(packageText(imported.imported))")
        } else {
          message = ErrorMessage(
            other.position,
            "\(name) already declared through dot-import of \(object.package.map(packageText) ?? "")")
        }
        checker.otherDeclaration(&message, object)
        checker.report(message)
      }
    }
  }

  private func packageText(_ package: Package) -> String { "package \(package.name) (\(goQuoted(package.path)))" }

  /// Gives a method to its receiver's type, through aliases.
  private func attach(_ function: Function, _ receiver: Expr, _ isPointer: Bool) {
    var isPointer = isPointer
    var expr = receiver
    var seen: Set<ObjectIdentifier> = []
    while true {
      if case .star(let inner) = expr.kind {
        if isPointer { return }
        isPointer = true
        expr = inner.unparenthesized
      }
      guard case .ident(let name) = expr.kind, case .typeName(let type)? = state.scope.lookup(name),
        seen.insert(ObjectIdentifier(type)).inserted,
        let spec = checker.declarations[ObjectIdentifier(type)]?.typeSpec
      else { return }
      if !spec.isAlias {
        function.hasPointerReceiver = isPointer
        state.pendingMethods[ObjectIdentifier(type), default: []].append(function)
        return
      }
      expr = spec.type
    }
  }
}

extension TypeChecker {
  /// The language version of a file: that of its `//go:build` line, if it has one.
  func version(of file: File, in state: PackageState) -> CheckOptions.GoVersion {
    guard let line = file.goVersion, line.hasPrefix("go1."), let minor = Int(line.dropFirst(4)) else {
      return state.goVersion
    }
    if minor > CheckOptions.GoVersion.go1_23.rawValue {
      error(file.packageName.span.startPosition, "file requires newer Go version \(line)")
    }
    let version = CheckOptions.GoVersion(rawValue: max(21, min(23, minor))) ?? state.goVersion
    // Loop variables are made per iteration, or not, for the whole program.
    if !state.isLibrary, (version >= .go1_22) != (options.goVersion >= .go1_22) {
      notSupported(
        "a file with other rules for loop variables than the program's (//go:build \(line))",
        at: file.packageName.span.startPosition)
    }
    return version
  }

  /// The receiver's type name (an expression), whether it is a pointer, and the names given to its type parameters.
  func unpackReceiver(_ type: Expr) -> (base: Expr?, isPointer: Bool, typeParams: [Expr]) {
    var current = type
    var isPointer = false
    loop: while true {
      switch current.kind {
      case .paren(let inner): current = inner
      case .star(let inner):
        isPointer = true
        current = inner
      default: break loop
      }
    }
    var params: [Expr] = []
    if case .index(let x, let indices) = current.kind {
      current = x
      params = indices
    }
    if case .ident = current.kind { return (current, isPointer, params) }
    return (nil, isPointer, params)
  }

  func checkArity(_ position: Position, names: [Ident], values: [Expr], isConstant: Bool, isInherited: Bool) {
    if names.count < values.count {
      let extra = values[names.count]
      if isInherited {
        error(position, "extra init expr at \(place(extra.pos))")
      } else {
        error(extra, "extra init expr \(exprText(extra))")
      }
    } else if names.count > values.count, isConstant || values.count != 1 {
      let name = names[values.count]
      error(name.span.startPosition, "missing init expr for \(name.name)")
    }
  }

  func reportUnusedImports(_ package: PackageState) {
    for name in package.importNames where !name.isUsed && name.name != "_" {
      let path = name.imported.path
      let last = path.split(separator: "/").last.map(String.init) ?? path
      if name.name.isEmpty || name.name == "." || name.name == last {
        error(name.position, "\(goQuoted(path)) imported and not used")
      } else {
        error(name.position, "\(goQuoted(path)) imported as \(name.name) and not used")
      }
    }
  }
}
