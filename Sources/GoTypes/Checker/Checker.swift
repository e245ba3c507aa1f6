import GoSyntax
import SourceText

/// Where imports come from: gomem's library and the packages beside the learner's main one.
public protocol PackageProvider {
  /// The files of the package with that import path, or `nil` when there is none.
  func sources(of importPath: String) -> [SourceFile]?
}

public struct CheckOptions: Sendable {
  public enum GoVersion: Int, Sendable, CaseIterable, Comparable {
    case go1_21 = 21
    case go1_22 = 22
    case go1_23 = 23
    public static func < (a: GoVersion, b: GoVersion) -> Bool { a.rawValue < b.rawValue }
  }

  public var architecture: Architecture
  public var goVersion: GoVersion
  /// After that many errors checking ends with "too many errors", as the compiler does at 10; 0 means no limit.
  public var maxErrors: Int
  /// Checks every function of every library package rather than what the program reaches (a test of the library).
  public var checksWholeLibrary = false

  public init(architecture: Architecture = .amd64, goVersion: GoVersion = .go1_23, maxErrors: Int = 10) {
    self.architecture = architecture
    self.goVersion = goVersion
    self.maxErrors = maxErrors
  }
}

/// Checks a whole program: the files of package main and everything that they import.
///
/// ```
///   main's files ──parse──▶ imports, recursively ──▶ user packages, each whole, in dependency order
///                                                     │ uses
///                                                     ▼
///                            library packages: a declaration is resolved when it is first named,
///                            a body is parsed and checked when reached code can call it
/// ```
///
/// Errors come in the compiler's words, order and number: syntax errors alone and first, then what the checker found,
/// sorted by place.
public struct Checker {
  public static func check(
    files: [SourceFile], provider: some PackageProvider, options: CheckOptions = CheckOptions()
  ) -> CheckedProgram {
    withDeepStack {
      let checker = TypeChecker(provider: provider, options: options)
      return checker.run(files)
    }
  }
}
