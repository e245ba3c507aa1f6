import BigInt
import GoSyntax
import SourceText

/// The checker at work on one program: its tables, its state of the moment, and the order of its passes.
///
/// The passes over a package are those of types2 (check.go, Go 1.23), because the order in which errors are found
/// decides which ten are shown: collect objects, declare them, run what was put off (function bodies), order
/// initialisers, report unused imports.
final class TypeChecker {
  let provider: any PackageProvider
  let options: CheckOptions
  let sizes: Sizes
  let universe: Scope
  var sources = SourceMap()
  var ids = NodeIDs()
  let info = Info()
  var log: ErrorReporter

  var packages: [String: PackageState] = [:]
  /// Import paths being loaded, outermost first: a repeated one is an import cycle.
  var loading: [String] = []
  /// The main package's import path, if it has one.
  var rootPath: String?
  /// Packages that could not be loaded, each complained of once.
  var failedImports: Set<String> = []
  /// Loaded packages, imported ones before those that import them.
  var loadOrder: [PackageState] = []

  /// How each package-level object and method is declared.
  var declarations: [ObjectIdentifier: DeclInfo] = [:]
  var env: Environment
  var delayed: [DelayedAction] = []
  /// Objects being declared, outermost first: a repeated one is a declaration cycle.
  var objectPath: [Object] = []
  /// Operands of shifts whose type the context decides: that type must turn out to be an integer.
  var shiftOperands: Set<NodeID> = []
  /// The right side of each type declaration as written, to find types that contain themselves.
  var declaredRight: [ObjectIdentifier: GoType] = [:]
  /// Types declared as another that is itself still being declared.
  var awaitingUnderlying: [ObjectIdentifier: [Named]] = [:]
  /// Types whose declaration is under way: their underlying type is not known yet.
  var incompleteTypes: Set<ObjectIdentifier> = []
  /// Interface types as written in the user's package being checked, with their places.
  var writtenInterfaces: [(interface: InterfaceType, span: Span)] = []
  /// Long array types of the user's package being checked: they may be larger than memory can be.
  var largeArrays: [(type: GoType, span: Span)] = []
  /// User functions without body, reported last.
  var missingBodies: [Position] = []
  /// Parameter scopes of library functions, for when their bodies are reached.
  var libraryScopes: [ObjectIdentifier: Scope] = [:]
  let predeclared = Universe()
  var blankReceiverTypeParams: [NodeID: TypeParam] = [:]
  var literals: [LiteralCaptures] = []
  var reach = Reachability()
  let instances = Instances()
  /// Of the package being checked.
  var instantiations = InstantiationGraph()
  /// Types declared as each other in a circle, for when their sizes are looked at.
  var unreportedCycles: [ObjectIdentifier: [Named]] = [:]
  /// Where each instance of a generic type was first written.
  var instancePositions: [ObjectIdentifier: Position] = [:]
  /// Types of functions that are being declared, by their place on the path.
  var localProgress: [ObjectIdentifier: Int] = [:]
  /// Types known to have a finite size.
  var finiteTypes: Set<ObjectIdentifier> = []
  /// How deep expressions and statements are nested, so that hostile input does not exhaust the stack.
  var depth = 0
  var isTooDeep = false
  /// The parser complained: what it could not make sense of is not complained of again.
  var hasParseErrors = false
  var isImportMissing = false

  init(provider: any PackageProvider, options: CheckOptions) {
    self.provider = provider
    self.options = options
    sizes = Sizes(options.architecture)
    universe = Scope(parent: nil)
    for (name, object) in predeclared.scope { _ = universe.insert(name, object) }
    log = ErrorReporter(limit: options.maxErrors)
    let nowhere = Package(path: "", name: "", isLibrary: false)
    env = Environment(
      package: PackageState(package: nowhere, universe: nil, goVersion: options.goVersion), scope: universe)
  }

  /// Checks a user's package whole.
  func checkPackage(_ package: PackageState) {
    let saved = env
    defer { env = saved }
    env = Environment(package: package, scope: package.scope)
    package.collect(with: self)
    declarePackageObjects(package)
    processDelayed(from: 0)
    orderInitializers(package)
    reportUnusedImports(package)
    if log.isEmpty { checkInstantiations() }
    instantiations = InstantiationGraph()
  }

  // MARK: Putting off

  /// Runs `action` later, in the environment of now: after the statement, or after the package's declarations.
  func later(_ action: @escaping () -> Void) {
    delayed.append(DelayedAction(environment: env, action: action))
  }

  /// Runs what was put off since there were `start` actions, and whatever they put off in turn.
  func processDelayed(from start: Int) {
    if delayed.count <= start { return }
    let saved = env
    var index = start
    while index < delayed.count {
      let item = delayed[index]
      env = item.environment
      item.action()
      index += 1
    }
    delayed.removeSubrange(start...)
    env = saved
  }

  // MARK: Recording

  /// Makes the tables as long as there are nodes.
  func growTables() {
    let missing = Int(ids.count) - info.types.count
    if missing <= 0 { return }
    if info.types.isEmpty {
      // More than most programs come to: pages that nobody touches cost nothing, moving the tables does.
      info.types.reserveCapacity(1 << 16)
      info.defs.reserveCapacity(1 << 16)
      info.uses.reserveCapacity(1 << 16)
    }
    info.types.append(contentsOf: repeatElement(nil, count: missing))
    info.defs.append(contentsOf: repeatElement(nil, count: missing))
    info.uses.append(contentsOf: repeatElement(nil, count: missing))
  }

  func record(_ x: Operand) {
    guard let expr = x.expr else { return }
    switch x.mode {
    case .invalid: record(expr, .invalid, .invalid, nil)
    case .noValue: record(expr, .noValue, .tuple([]), nil)
    case .constant: record(expr, .constant, x.type, x.constant)
    default: record(expr, x.mode, x.type, nil)
    }
  }

  func record(_ expr: Expr, _ mode: ExprMode, _ type: GoType, _ constant: Constant?) {
    info.types[Int(expr.id.rawValue)] = TypeAndValue(mode: mode, type: type, constant: constant)
  }

  func recordDefinition(_ ident: Ident, _ object: Object?) {
    info.defs[Int(ident.id.rawValue)] = object
  }

  func recordUse(_ id: NodeID, _ object: Object) {
    info.uses[Int(id.rawValue)] = object
  }
}

struct DelayedAction {
  let environment: Environment
  let action: () -> Void
}

/// What the checker is in the middle of: whose names count, which function, which constant.
struct Environment {
  var package: PackageState
  /// The package-level declaration whose value or body is being checked: dependencies are its own.
  var declaration: DeclInfo?
  var scope: Scope
  /// The value of `iota`, inside a constant declaration.
  var iota: Int?
  /// In a constant that repeats an earlier line's expression errors are reported at its own name.
  var errorPosition: Position?
  var inTypeParamList = false
  /// The language version of the file.
  var version: CheckOptions.GoVersion
  var signature: Signature?
  var function: FunctionContext?
  var hasCallOrReceive = false

  init(package: PackageState, scope: Scope) {
    self.package = package
    self.scope = scope
    version = package.goVersion
  }
}

/// The function or literal whose body is being checked.
final class FunctionContext {
  /// Of the `FuncDecl` or of the literal's expression.
  let node: NodeID
  let outer: FunctionContext?
  /// Literals only: the variables of outer functions that it names.
  let captures: LiteralCaptures?
  /// Calls of the predeclared `panic`: they end a statement list.
  var panics: Set<NodeID> = []
  /// Of the generic function around: types declared inside depend on them.
  var typeParams: [TypeParam] = []

  init(node: NodeID, outer: FunctionContext?, captures: LiteralCaptures?) {
    self.node = node
    self.outer = outer
    self.captures = captures
  }
}

final class LiteralCaptures {
  let literal: NodeID
  private(set) var firstUses: [(variable: Variable, position: Position)] = []

  init(literal: NodeID) { self.literal = literal }

  func add(_ variable: Variable, at position: Position) {
    for index in firstUses.indices where firstUses[index].variable === variable {
      firstUses[index].position = min(firstUses[index].position, position)
      return
    }
    firstUses.append((variable, position))
  }
}

/// A package while it is being checked.
final class PackageState {
  let package: Package
  let scope: Scope
  let isLibrary: Bool
  /// Types declared inside functions so far.
  var localTypeCount = 0
  var goVersion: CheckOptions.GoVersion
  var importNames: [PackageName] = []
  /// Package-level objects and methods in source order.
  var objects: [Object] = []
  /// Methods by their receiver's base type, until the type is declared.
  var pendingMethods: [ObjectIdentifier: [Function]] = [:]
  var dotImports: [DotImportKey: PackageName] = [:]
  var imports: [PackageState] = []
  var isCollected = false
  /// The import failed: nothing is known of its names, and nothing more is reported of them.
  var isFake = false

  init(package: Package, universe: Scope?, goVersion: CheckOptions.GoVersion) {
    self.package = package
    self.isLibrary = package.isLibrary
    self.goVersion = goVersion
    scope = Scope(parent: universe, isListed: false)
  }
}

struct DotImportKey: Hashable {
  let scope: ObjectIdentifier
  let name: String
}

/// How a package-level object or a method is declared, and what it depends upon.
final class DeclInfo {
  enum Progress {
    case untouched
    case declaring(Int)
    case done
  }
  let package: PackageState
  let fileScope: Scope
  let version: CheckOptions.GoVersion
  let order: Int
  var progress = Progress.untouched
  var type: Expr?
  var value: Expr?
  /// All left sides of `var a, b = f()`.
  var leftSides: [Variable]?
  var iota = 0
  var isInherited = false
  var typeSpec: TypeSpec?
  var function: FuncDecl?
  /// Package-level objects named by the value or the body, in order of first use.
  private(set) var dependencies: [Object] = []
  private var seen: Set<ObjectIdentifier> = []

  init(package: PackageState, fileScope: Scope, version: CheckOptions.GoVersion, order: Int) {
    self.package = package
    self.fileScope = fileScope
    self.version = version
    self.order = order
  }

  func depend(on object: Object, _ id: ObjectIdentifier) {
    if seen.insert(id).inserted { dependencies.append(object) }
  }

  var hasInitializer: Bool { value != nil || function?.body != nil || function?.deferredBody != nil }
}
