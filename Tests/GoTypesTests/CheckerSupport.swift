import Foundation
import GoLibrary
import GoSyntax
import SourceText

@testable import GoTypes

/// gomem's own library, and packages given as text.
struct TestPackages: PackageProvider {
  var library: GoLibrary?
  var packages: [String: String] = [:]

  func sources(of importPath: String) -> [SourceFile]? {
    if let text = packages[importPath] { return [SourceFile(name: importPath + ".go", text: text)] }
    return library?.sources(of: importPath)?.map { SourceFile(name: $0.name, bytes: $0.text, isLibrary: true) }
  }
}

/// The library as the checkout has it.
let testLibrary = GoLibrary(
  root: URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Sources/GoLibrary/go").path)

/// Checks one file of package main.
func check(
  _ text: String, packages: [String: String] = [:], options: CheckOptions = CheckOptions()
) -> CheckedProgram {
  Checker.check(
    files: [SourceFile(name: "p.go", text: text)],
    provider: TestPackages(library: testLibrary, packages: packages), options: options)
}

extension CheckedProgram {
  /// The diagnostics as the go command prints them.
  var errors: String { diagnostics.map { sources.render($0) + "\n" }.joined() }

  /// The variable that is declared with that name, the first one in the text.
  func variable(_ name: String) -> Variable? {
    var found: [Variable] = []
    for case .variable(let variable)?? in info.defs.map({ $0 as Object?? }) where variable.name == name {
      found.append(variable)
    }
    return found.min { $0.position < $1.position }
  }
}

/// The library for one architecture, with its packages' paths.
struct GoLibraryFolder: PackageProvider {
  private let packages: TestPackages
  let paths: [String]

  init(_ architecture: Architecture) {
    let library = GoLibrary(root: testLibrary.root, architecture: architecture.rawValue)
    packages = TestPackages(library: library)
    paths = library.packagePaths()
  }

  func sources(of importPath: String) -> [SourceFile]? { packages.sources(of: importPath) }
}
