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

  /// Whether a place is in the program's own first file.
  func isOwn(_ position: Position) -> Bool { position.file == FileID(0) }

  /// Findings for the program's own nodes, which are numbered before those of the library.
  var ownFindings: [TypeAndValue] {
    let end = functions.filter { $0.function.package?.isLibrary == true }.map { Int($0.decl.id.rawValue) }.min()
    return info.types.prefix(end ?? info.types.count).compactMap { $0 }
  }

  /// The variable that is declared with that name, the first one in the text.
  func variable(_ name: String) -> Variable? {
    var found: [Variable] = []
    for definition in info.defs {
      if case .variable(let variable)? = definition, variable.name == name, isOwn(variable.position) {
        found.append(variable)
      }
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
