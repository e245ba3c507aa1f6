import GoSyntax
import SourceText

/// A package with its `_test.go` files, and the main function that runs its tests: what `go test` builds (cmd/go/internal/load/test.go,
/// Go 1.23).
struct TestTarget {
  /// The main function's file, the package with the tests inside it, the tests outside it (`package p_test`), and what
  /// they import.
  private(set) var files: [SourceFile] = []
  private(set) var options: [[String]] = []
  /// The import path of the package under test.
  private(set) var importPath: String
  /// There are no test files at all.
  private(set) var isEmpty = false

  /// - Parameter names: a folder, or the package's files, those of its tests among them.
  init(_ names: [String]) throws {
    guard let first = names.first else { throw Failure("gomem: --test: name a folder or its .go files") }
    let module: GoModule?
    let own: [SourceFile]
    let tests: [SourceFile]
    if names.count == 1, HostFiles.isFolder(first) {
      module = try GoModule.around(first)
      importPath = module?.importPath(of: first) ?? HostFiles.lastComponent(HostFiles.realPath(first) ?? first)
      own = try GoFolder(path: first).files(importPath: importPath)
      tests = try GoFolder(path: first).files(tests: true, importPath: importPath)
    } else {
      module = try GoModule.around(HostFiles.folder(of: first))
      importPath = "command-line-arguments"
      let path = importPath
      let all = try names.map { name in
        guard name.hasSuffix(".go") else { throw Failure("gomem: \(name) is not a .go file") }
        return SourceFile(name: name, bytes: try HostFiles.read(name), importPath: path)
      }
      own = all.filter { !$0.name.hasSuffix("_test.go") }
      tests = all.filter { $0.name.hasSuffix("_test.go") }
    }
    guard !own.isEmpty || !tests.isEmpty else { throw Failure("gomem: no Go files in \(first)") }
    isEmpty = tests.isEmpty
    options = module?.options ?? []
    let outside = importPath + "_test"
    var main = TestMain(importPath: importPath)
    let placed = try tests.map { file in
      let isOutside = try main.add(file)
      return SourceFile(name: file.name, bytes: file.bytes, importPath: isOutside ? outside : importPath)
    }
    let program = own + placed
    files =
      [main.file] + program + (try module?.packages(importedBy: program) ?? []).filter { $0.importPath != importPath }
  }
}

/// Writes the main function of a test program.
private struct TestMain {
  let importPath: String
  /// Test functions with their package's name in the main function's file, in source order.
  private var tests: [(package: String, name: String)] = []
  /// Fuzz tests, of which the seeds are run, behind the tests.
  private var fuzzTests: [(package: String, name: String)] = []
  private var examples: [(package: String, name: String, output: ExampleOutput)] = []
  /// The package that declares TestMain.
  private var main: String?

  init(importPath: String) { self.importPath = importPath }

  /// Finds a file's tests. - Returns: whether the file belongs to the package outside (`p_test`).
  /// - Throws: `Failure` for a test function with another signature than `func(*testing.T)`.
  mutating func add(_ file: SourceFile) throws -> Bool {
    var ids = NodeIDs()
    let tree = Parser.parse(file, id: FileID(0), ids: &ids, mode: .full).file
    let isOutside = tree.packageName.name.hasSuffix("_test")
    let package = isOutside ? "_xtest" : "_test"
    for case .func(let function) in tree.decls where function.receiver == nil {
      let name = function.name.name
      if name == "TestMain", Self.takes("M", function) {
        main = package
      } else if Self.isTest(name, "Test") {
        guard Self.takes("T", function) else { throw Self.wrongSignature(function, "t *testing.T", in: file) }
        tests.append((package, name))
      } else if Self.isTest(name, "Fuzz") {
        guard Self.takes("F", function) else { throw Self.wrongSignature(function, "f *testing.F", in: file) }
        fuzzTests.append((package, name))
      } else if Self.isTest(name, "Benchmark") {
        guard Self.takes("B", function) else { throw Self.wrongSignature(function, "b *testing.B", in: file) }
      } else if Self.isTest(name, "Example"), let output = ExampleOutput(of: function, in: tree, file) {
        examples.append((package, name, output))
      }
    }
    return isOutside
  }

  private static func wrongSignature(_ function: FuncDecl, _ parameter: String, in file: SourceFile) -> Failure {
    let name = function.name.name
    let place = file.location(function.name.span.start)
    return Failure(
      "\(file.name):\(place.line):\(place.column): wrong signature for \(name), must be: func \(name)(\(parameter))")
  }

  /// `Test`, or `Test` and something that does not begin with a small letter; `Fuzz` likewise.
  private static func isTest(_ name: String, _ kind: String) -> Bool {
    guard name.hasPrefix(kind) else { return false }
    return name.dropFirst(kind.count).first.map { !$0.isLowercase } ?? true
  }

  /// `func(x *testing.T)`, by the text: types are not known yet.
  private static func takes(_ type: String, _ function: FuncDecl) -> Bool {
    let signature = function.signature
    guard signature.params.count == 1, signature.results.isEmpty, function.typeParams.isEmpty,
      case .star(let base)? = signature.params.first?.type.kind
    else { return false }
    switch base.kind {
    case .ident(let name): return name == type
    case .selector(_, let name): return name.name == type
    default: return false
    }
  }

  var file: SourceFile {
    func isUsed(_ package: String) -> Bool {
      main == package || (tests + fuzzTests).contains { $0.package == package }
        || examples.contains { $0.package == package }
    }
    var lines = ["package main", "", "import (", "\t\"os\"", "\t\"testing\""]
    for (name, path) in [("_test", importPath), ("_xtest", importPath + "_test")] {
      if isUsed(name) { lines.append("\t\(name) \"\(path)\"") }
    }
    lines += [")", "", "func main() {", "\tm := testing.NewM([]testing.InternalTest{"]
    lines += tests.map { "\t\t{\"\($0.name)\", \($0.package).\($0.name)}," }
    lines += fuzzTests.map { "\t\t{\"\($0.name)\", testing.FuzzTest(\($0.package).\($0.name))}," }
    lines += ["\t}, []testing.InternalExample{"]
    lines += examples.map {
      "\t\t{\"\($0.name)\", \($0.package).\($0.name), \(Self.quoted($0.output.text)), \($0.output.isUnordered)},"
    }
    lines += ["\t}, true)"]
    lines += main.map { ["\t\($0).TestMain(m)", "\tos.Exit(m.ExitCode())"] } ?? ["\tos.Exit(m.Run())"]
    lines += ["}", ""]
    return SourceFile(
      name: "_testmain.go", bytes: Array(lines.joined(separator: "\n").utf8),
      importPath: "command-line-arguments.test")
  }

  private static func quoted(_ text: String) -> String {
    "\""
      + text.utf8.map { byte in
        let hex = String(byte, radix: 16)
        return "\\x" + (hex.count == 1 ? "0" : "") + hex
      }.joined() + "\""
  }
}

/// The last comment of an example's body, if it begins with `Output:` or `Unordered output:` (go/doc, Go 1.23).
private struct ExampleOutput {
  var text: String
  var isUnordered = false

  init?(of function: FuncDecl, in tree: File, _ file: SourceFile) {
    guard let body = function.deferredBody ?? function.body?.span else { return nil }
    var group: [Comment] = []
    for comment in tree.comments where comment.span.start >= body.start && comment.span.end <= body.end {
      if let last = group.last,
        file.location(last.span.end).line + 1 != file.location(comment.span.start).line
      {
        group = []
      }
      group.append(comment)
    }
    let lines = group.map { comment in
      let line = comment.text.dropFirst(2)
      return line.hasPrefix(" ") ? line.dropFirst() : line
    }
    guard let first = lines.first?.drop(while: \.isWhitespace) else { return nil }
    let lowered = first.lowercased()
    guard let prefix = ["output:", "unordered output:"].first(where: { lowered.hasPrefix($0) }) else { return nil }
    isUnordered = prefix.hasPrefix("unordered")
    text = ([first.dropFirst(prefix.count)] + lines.dropFirst()).joined(separator: "\n")
  }
}
