import GoEscape
import GoLibrary
import GoSyntax
import GoTypes
import Lowering
import MachineCode
import SourceText

/// A Go program on its way to the machine: every stage's result, for those who show more than its run.
public struct Compilation: Sendable {
  public let checked: CheckedProgram
  /// Without the lines; `escapes(checked)` has them.
  public let escape: EscapeResult
  public let program: Program
  public let script: SceneScript

  /// What is wrong with a program, ready to print, one per line.
  public struct Errors: Error, Sendable {
    public var diagnostics: [Diagnostic]
    public var sources: SourceMap
    public init(diagnostics: [Diagnostic], sources: SourceMap) {
      self.diagnostics = diagnostics
      self.sources = sources
    }

    /// `file:line:col: message` lines, as the go command prints them.
    public var text: String { diagnostics.map { sources.render($0) + "\n" }.joined() }
  }

  /// Compiles package main, which the first file belongs to, with what it imports of the other files and of the library.
  public init(files: [SourceFile], options: RunOptions) throws(Errors) {
    let checked = Self.check(files, options)
    guard checked.diagnostics.isEmpty else {
      throw Errors(diagnostics: checked.diagnostics, sources: checked.sources)
    }
    guard options.architecture == .amd64 else {
      let place = checked.packages.last?.files.first?.packageName.span.startPosition ?? .none
      let message = "running for \(options.architecture.rawValue) (gomem layout --arch shows its layouts)"
      throw Errors(diagnostics: [.notSupported(message, at: place)], sources: checked.sources)
    }
    let escape = analyzeEscapes(checked, withLines: false)
    var lowering = LoweringOptions()
    lowering.withoutLiveness = options.machine.whatIf.contains(.noLiveness)
    let (program, unsupported) = lower(checked, escape: escape, options: lowering)
    guard unsupported.isEmpty else { throw Errors(diagnostics: unsupported, sources: checked.sources) }
    var problems: [Diagnostic] = []
    script = Self.script(checked, &problems)
    guard problems.isEmpty else { throw Errors(diagnostics: problems, sources: checked.sources) }
    self.checked = checked
    self.escape = escape
    self.program = program
  }

  /// Only the first stages: what `layout` and `escape` need.
  public static func check(_ files: [SourceFile], _ options: RunOptions) -> CheckedProgram {
    let main = files.filter { $0.importPath == files.first?.importPath }
    let others = files.filter { $0.importPath != files.first?.importPath }
    let library = LibraryProvider(
      GoLibrary(architecture: options.architecture.rawValue),
      packages: Dictionary(grouping: others) { $0.importPath ?? "" })
    let version = CheckOptions.GoVersion(rawValue: Int(options.goVersion.dropFirst(2)) ?? 23) ?? .go1_23
    return Checker.check(
      files: main, provider: library, options: CheckOptions(architecture: options.architecture, goVersion: version))
  }

  /// False when gomem's own Go library is not where it was installed: then nothing compiles.
  public static var hasLibrary: Bool { GoLibrary().root != nil }

  /// The verdicts by which the machine places variables, and the lines that tell of them.
  ///
  /// - Parameter inlining: whether the compiler's lines are those with inlining; the verdicts never are.
  public static func escapes(_ checked: CheckedProgram, inlining: Bool = false) -> EscapeResult {
    let library = GoLibrary()
    return analyzeEscapes(checked, inlining: inlining, facts: LibraryFacts { library.facts(of: $0) })
  }

  /// The directives of the learner's files.
  private static func script(_ checked: CheckedProgram, _ problems: inout [Diagnostic]) -> SceneScript {
    let files = checked.packages.filter { !$0.isLibrary }.flatMap(\.files)
    var all = SceneScript()
    for file in files { all.merge(SceneScript(file: file, diagnostics: &problems)) }
    return all
  }
}

/// gomem's own Go library, and the learner's packages beside the main one, as the checker wants them.
struct LibraryProvider: PackageProvider {
  private let library: GoLibrary
  private let packages: [String: [SourceFile]]
  init(_ library: GoLibrary, packages: [String: [SourceFile]]) {
    self.library = library
    self.packages = packages
  }

  func sources(of importPath: String) -> [SourceFile]? {
    if let files = packages[importPath] { return files }
    return library.sources(of: importPath)?.map { file in
      SourceFile(name: "\(importPath)/\(file.name)", bytes: file.text, isLibrary: true)
    }
  }
}
