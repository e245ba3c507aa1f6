import GoSyntax
import SourceText

/// Parsing, and finding what is imported.
extension TypeChecker {
  func run(_ files: [SourceFile]) -> CheckedProgram {
    rootPath = files.first?.importPath
    guard let main = load(path: "main", files: files, importedAt: nil) else { return finish() }
    // As the go command builds them: packages that import a wrong one are not looked at, others are.
    var wrong: Set<ObjectIdentifier> = []
    var diagnostics: [Diagnostic] = []
    for package in loadOrder where !package.isLibrary {
      if package.imports.contains(where: { wrong.contains(ObjectIdentifier($0)) }) {
        wrong.insert(ObjectIdentifier(package))
        continue
      }
      checkPackage(package)
      if log.isEmpty { reportAfterChecking(package) }
      if log.isEmpty, package === main { requireMain(main) }
      guard !log.isEmpty else { continue }
      wrong.insert(ObjectIdentifier(package))
      diagnostics += log.sorted
      log = ErrorReporter(limit: options.maxErrors)
    }
    if wrong.isEmpty {
      reachProgram()
      for package in loadOrder where package.isLibrary && package.isCollected { orderInitializers(package) }
    }
    return finish(diagnostics)
  }

  /// Parses a package's files and loads, first, what they import. `nil` when there is no such package or its text is
  /// not Go; then that is reported.
  func load(path: String, files: [SourceFile], importedAt: Position?) -> PackageState? {
    loading.append(path)
    defer { loading.removeLast() }
    let isLibrary = files.first?.isLibrary ?? false
    var parsed: [File] = []
    var syntaxErrors: [Diagnostic] = []
    for file in files {
      let id = sources.add(file)
      let (tree, diagnostics) = Parser.parse(
        file, id: id, ids: &ids, mode: isLibrary ? .declarationsOnly : .full)
      parsed.append(tree)
      syntaxErrors += diagnostics
    }
    growTables()
    for diagnostic in syntaxErrors { add(diagnostic) }
    // Only errors that say so are of syntax: after others (a misplaced break, a bad character) checking goes on.
    hasParseErrors = hasParseErrors || !syntaxErrors.isEmpty
    let stopping = ["syntax error", "not supported yet"]
    if syntaxErrors.contains(where: { error in stopping.contains { error.message.hasPrefix($0) } }) { return nil }
    // Nor does the compiler run when the go command cannot make sense of a file's clauses.
    for tree in parsed where hasHeaderError(tree, syntaxErrors) { return nil }
    let name = parsed.first?.packageName.name ?? ""
    if let index = parsed.firstIndex(where: { $0.packageName.name != name }) {
      let other = parsed[index].packageName
      func base(_ file: SourceFile) -> Substring { file.name.split(separator: "/").last ?? "" }
      return missing(
        importedAt ?? other.span.startPosition,
        "found packages \(name) (\(base(files[0]))) and \(other.name) (\(base(files[index])))"
          + (importedAt == nil ? "" : " in \(path)"))
    }
    let package = Package(path: path, name: name, isLibrary: isLibrary)
    package.files = parsed
    let state = PackageState(package: package, universe: universe, goVersion: isLibrary ? .go1_23 : options.goVersion)
    packages[path] = state
    var seen: Set<String> = []
    // The go command looks for packages in the order of their paths.
    for spec in parsed.flatMap(\.imports).sorted(by: { $0.path < $1.path }) where seen.insert(spec.path).inserted {
      if let imported = importedPackage(spec) {
        state.imports.append(imported)
        package.imports.append(imported.package)
      }
    }
    loadOrder.append(state)
    return isImportMissing ? nil : state
  }

  /// Whether one of the errors stands before a file's first declaration.
  private func hasHeaderError(_ tree: File, _ errors: [Diagnostic]) -> Bool {
    var end = Int32.max
    for decl in tree.decls {
      switch decl {
      case .import: continue
      case .const(let spec): end = min(end, spec.span.start)
      case .var(let spec): end = min(end, spec.span.start)
      case .type(let spec): end = min(end, spec.span.start)
      case .func(let decl): end = min(end, decl.span.start)
      case .bad(_, let span): end = min(end, span.start)
      }
      break
    }
    return errors.contains { $0.position.file == tree.id && $0.position.offset < end }
  }

  private func importedPackage(_ spec: ImportSpec) -> PackageState? {
    let path = spec.path
    let position = (spec.name?.span ?? spec.pathSpan).startPosition
    if path == "unsafe" { return unsafePackage }
    if path == "C" { return missing(position, "not supported yet: import \"C\"") }
    let importer = loading.last.map(shownPath) ?? ""
    if loading.contains(path) || path == rootPath {
      // From the main package to the import that closes the circle.
      let chain = (loading.map(shownPath) + [path]).joined(separator: "\n\timports ")
      return missing(.none, "package \(chain): import cycle not allowed")
    }
    if failedImports.contains(path) { return nil }
    if let known = packages[path] { return known.package.name == "main" ? isProgram(path, position, importer) : known }
    if path.isEmpty {
      return missing(position, "invalid import path: \"\"")
    }
    guard let files = provider.sources(of: path), !files.isEmpty else {
      return missing(position, missingPackage(path))
    }
    if !mayImport(path, from: importer, isLibrary: sources[spec.span.file].isLibrary) {
      let place = listedPlace(position)
      return missing(.none, "package \(importer)\n\t\(place): use of internal package \(path) not allowed")
    }
    guard let state = load(path: path, files: files, importedAt: position) else {
      isImportMissing = true
      failedImports.insert(path)
      return nil
    }
    return state.package.name == "main" ? isProgram(path, position, importer) : state
  }

  /// A package's import path as the go command names it.
  private func shownPath(_ path: String) -> String { path == "main" ? rootPath ?? "command-line-arguments" : path }

  /// Only a test's main function imports package main.
  private func isProgram(_ path: String, _ position: Position, _ importer: String) -> PackageState? {
    if importer == Self.testMainPath || importer == path + "_test" { return packages[path] }
    return missing(position, "import \"\(path)\" is a program, not an importable package")
  }

  /// Packages below a folder named internal are for those below the folder around it (go command, "Internal Directories").
  private func mayImport(_ path: String, from importer: String, isLibrary: Bool) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard let index = parts.lastIndex(of: "internal") else { return true }
    if isLibrary { return true }
    guard index > 0 else { return false }
    let parent = parts[..<index].joined(separator: "/")
    return importer == parent || importer.hasPrefix(parent + "/") || importer == Self.testMainPath
  }

  /// The import path of the main function that the go command makes for a package's tests.
  static let testMainPath = "command-line-arguments.test"

  private func missing(_ position: Position, _ message: String) -> PackageState? {
    log.keepsOrder = true
    // The go command, not the compiler, says so, and names files without the `./` of the current folder.
    if position.isValid, sources[position.file].name.hasPrefix("./") {
      error(.none, "\(listedPlace(position)): \(message)")
    } else {
      error(position, message)
    }
    isImportMissing = true
    return nil
  }

  private func listedPlace(_ position: Position) -> String {
    let place = sources.describe(position)
    return place.hasPrefix("./") ? String(place.dropFirst(2)) : place
  }

  private func missingPackage(_ path: String) -> String {
    if path.hasPrefix("./") || path.hasPrefix("../") {
      return "\"\(path)\" is relative, but relative import paths are not supported in module mode"
    }
    if StandardNames.isPackage(path) { return "not supported yet: package \(path)" }
    let first = path.split(separator: "/", omittingEmptySubsequences: false).first.map(String.init) ?? path
    if first.contains("."), rootPath != nil {
      return "no required module provides package \(path); to add it:\n\tgo get \(path)"
    }
    if first.contains(".") {
      return "no required module provides package \(path): go.mod file not found in current directory or any parent "
        + "directory; see 'go help modules'"
    }
    return "package \(path) is not in std"
  }

  var unsafePackage: PackageState {
    if let known = packages["unsafe"] { return known }
    let state = PackageState(package: predeclared.unsafe, universe: nil, goVersion: .go1_23)
    for (name, object) in predeclared.unsafe.members.sorted(by: { $0.key < $1.key }) {
      _ = state.scope.insert(name, object)
    }
    state.isCollected = true
    packages["unsafe"] = state
    return state
  }

  /// What the compiler finds only after types: anonymous interfaces that contain themselves, functions without body.
  private func reportAfterChecking(_ package: PackageState) {
    for position in anonymousInterfaceCycles() {
      error(
        position,
        "invalid recursive type: anonymous interface refers to itself (see https://go.dev/issue/56103)")
    }
    if !log.isEmpty { return }
    reportLargeArrays()
    for position in missingBodies { error(position, "missing function body") }
    missingBodies = []
  }

  /// The compiler reports these where the type's variable is declared, each type once.
  private func reportLargeArrays() {
    var seen: Set<String> = []
    for (type, span) in largeArrays where !hasVariableSize(type) && sizes.size(of: type) == nil {
      guard seen.insert(text(type)).inserted else { continue }
      let line = sources.location(span.startPosition).line
      var position = span.startPosition
      for case .variable(let variable)? in info.defs where variable.position.file == span.file {
        let place = variable.position
        if place < span.startPosition, sources.location(place).line == line,
          position == span.startPosition || place > position
        {
          position = place
        }
      }
      error(position, "type \(text(type)) larger than address space")
    }
    largeArrays = []
  }

  /// Adds a diagnostic as it stands.
  func add(_ diagnostic: Diagnostic) {
    let location = sources.location(diagnostic.position)
    log.add(diagnostic, line: Int(diagnostic.position.file.rawValue) << 32 | location.line)
  }

  private func requireMain(_ main: PackageState) {
    let position = main.package.files.first?.packageName.span.startPosition ?? .none
    if main.package.name != "main" {
      error(
        rootPath == nil ? position : .none,
        "package \(rootPath ?? main.package.name) is not a main package")
    } else if case .function? = main.scope.lookup("main") {
    } else {
      error(position, "function main is undeclared in the main package")
    }
  }

  private func finish(_ diagnostics: [Diagnostic] = []) -> CheckedProgram {
    finishCaptures()
    finishUntyped()
    return CheckedProgram(
      sources: sources, info: info, packages: initializationOrder(), functions: reach.bodies(), sizes: sizes,
      diagnostics: diagnostics + log.sorted, loopVariablesPerIteration: options.goVersion >= .go1_22)
  }

  /// The order in which packages initialise themselves: by import path, each after what it imports (spec, "Program
  /// initialization"; Go 1.21).
  private func initializationOrder() -> [Package] {
    var pending = loadOrder.filter { $0.package.path != "unsafe" }
    pending.sort { a, b in
      if (a.package.path == "main") != (b.package.path == "main") { return b.package.path == "main" }
      return a.package.path < b.package.path
    }
    var done: Set<ObjectIdentifier> = []
    var result: [Package] = []
    while !pending.isEmpty {
      let next =
        pending.firstIndex { state in
          state.imports.allSatisfy { $0.package.path == "unsafe" || done.contains(ObjectIdentifier($0)) }
        } ?? 0
      let state = pending.remove(at: next)
      done.insert(ObjectIdentifier(state))
      result.append(state.package)
    }
    return result
  }
}
