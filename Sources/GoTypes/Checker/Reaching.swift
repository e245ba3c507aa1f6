import GoSyntax
import SourceText

/// What of the library a program can reach. User packages are reached whole; of the library a function is reached when
/// reached code names it, or when it is a method of a type whose values reached code may hold in an interface and some
/// interface method of that name is called.
///
/// ```
///   reached body ──names──▶ functions, variables ──▶ their bodies, their values
///        ├─converts T to an interface─▶ live types ─┐
///        └─calls i.m()──────────────▶ live names ──┴─▶ methods T.m
/// ```
struct Reachability {
  /// Bodies that were checked, with what orders them.
  private(set) var found: [(body: FunctionBody, order: Order)] = []
  var pending: [Function] = []
  var seen: Set<ObjectIdentifier> = []
  var variables: Set<ObjectIdentifier> = []
  /// Library types that may be in an interface.
  var liveTypes: [Named] = []
  var seenTypes: Set<ObjectIdentifier> = []
  var seenStructures: Set<ObjectIdentifier> = []
  /// Methods that are called through interfaces. The machine itself calls these two, for the value of a panic.
  var liveNames: Set<String> = ["Error", "String"]

  struct Order: Comparable {
    let package: Int
    let position: Position
    static func < (a: Order, b: Order) -> Bool { (a.package, a.position) < (b.package, b.position) }
  }

  mutating func add(_ function: Function, _ decl: FuncDecl, _ body: Block, _ order: Order) {
    found.append((FunctionBody(function: function, decl: decl, body: body), order))
  }

  func bodies() -> [FunctionBody] { found.sorted { $0.order < $1.order }.map(\.body) }
}

extension TypeChecker {
  func order(of info: DeclInfo) -> Reachability.Order {
    Reachability.Order(
      package: loadOrder.firstIndex { $0 === info.package } ?? loadOrder.count,
      position: info.function?.span.startPosition ?? .none)
  }

  // MARK: Notes taken while code is checked

  func noteReached(_ function: Function) {
    if function.isInterfaceMethod {
      noteCalledName(function.name)
      return
    }
    guard function.package?.isLibrary == true, reach.seen.insert(ObjectIdentifier(function)).inserted else { return }
    reach.pending.append(function)
  }

  func noteReached(_ variable: Variable, _ info: DeclInfo) {
    guard info.package.isLibrary else { return }
    reach.variables.insert(ObjectIdentifier(variable))
    for side in info.leftSides ?? [] { reach.variables.insert(ObjectIdentifier(side)) }
  }

  private func noteCalledName(_ name: String) {
    guard reach.liveNames.insert(name).inserted else { return }
    for type in reach.liveTypes { reachMethods(of: type, named: name) }
  }

  /// A value of one type becomes one of another: if that is an interface, its methods may be called through it.
  func noteConversion(_ from: GoType, _ to: GoType) {
    guard to.isInterface, !to.isTypeParam, !from.isInterface || from.isTypeParam else { return }
    noteLive(from)
  }

  func noteComparison(_ a: GoType, _ b: GoType) {
    if a.isInterface != b.isInterface {
      noteConversion(a, b)
      noteConversion(b, a)
    }
  }

  /// Values of the type may be in an interface; by reflection, what they hold may come into one, too.
  func noteLive(_ type: GoType) {
    switch type {
    case .invalid, .basic, .typeParam, .tuple: return
    case .alias(let alias): noteLive(alias.actual)
    case .pointer(let base), .slice(let base), .array(let base, _), .chan(_, let base): noteLive(base)
    case .map(let key, let value):
      noteLive(key)
      noteLive(value)
    case .structure(let structure):
      guard reach.seenStructures.insert(ObjectIdentifier(structure)).inserted else { return }
      for field in structure.fields { noteLive(field.type) }
    case .signature, .interface: return
    case .named(let named):
      guard reach.seenTypes.insert(ObjectIdentifier(named)).inserted else { return }
      if named.name.package?.isLibrary == true {
        reach.liveTypes.append(named)
        for method in named.declaredMethods where reach.liveNames.contains(method.name) { noteReached(method) }
      }
      noteLive(named.underlying)
    }
  }

  private func reachMethods(of type: Named, named name: String) {
    for method in type.declaredMethods where method.name == name { noteReached(method) }
  }

  // MARK: The library's bodies

  /// The machine itself calls functions of package runtime (its raise.go and panictext.go), whether or not the
  /// program imports it.
  private func reachRuntime() {
    guard
      let runtime = packages["runtime"]
        ?? provider.sources(of: "runtime").flatMap({ load(path: "runtime", files: $0, importedAt: nil) })
    else { return }
    runtime.collect(with: self)
    for object in runtime.objects {
      guard case .function(let function) = object, function.receiverNamed == nil else { continue }
      let name = function.name
      guard name.hasPrefix("panic") || name == "printPanicValue" || name == "nilPanicValue" else { continue }
      resolve(object)
      noteReached(function)
    }
  }

  /// Checks what user packages reach of the library, and what that reaches in turn.
  func reachProgram() {
    reachRuntime()
    for package in loadOrder where package.isLibrary {
      // Packages that have `init` functions run them whether or not anything is named.
      let hasInit = package.package.files.contains { file in
        file.decls.contains { decl in
          if case .func(let function) = decl { function.name.name == "init" && function.receiver == nil } else { false }
        }
      }
      if hasInit || options.checksWholeLibrary { package.collect(with: self) }
      if options.checksWholeLibrary {
        for object in package.objects {
          resolve(object)
          if case .function(let function) = object { noteReached(function) }
        }
      }
      for function in package.package.initFunctions { noteReached(function) }
    }
    var next = 0
    while next < reach.pending.count {
      let function = reach.pending[next]
      next += 1
      checkLibraryBody(function)
    }
  }

  private func checkLibraryBody(_ function: Function) {
    resolve(.function(function))
    guard let info = declarations[ObjectIdentifier(function)], let decl = info.function, decl.deferredBody != nil,
      let scope = libraryScopes.removeValue(forKey: ObjectIdentifier(function))
    else { return }
    let file = decl.span.file
    let (body, diagnostics) = Parser.parseBody(of: decl, in: sources[file], id: file, ids: &ids)
    growTables()
    for diagnostic in diagnostics { add(diagnostic) }
    if !diagnostics.isEmpty { return }
    reach.add(function, decl, body, order(of: info))
    let saved = env
    env = Environment(package: info.package, scope: info.fileScope)
    env.version = info.version
    let start = delayed.count
    checkBody(
      info, function.signature, body, scope, FunctionContext(node: decl.id, outer: nil, captures: nil), iota: nil)
    processDelayed(from: start)
    env = saved
  }
}
