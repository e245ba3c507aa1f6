import Foundation
import SourceText
import Testing

@testable import GoTypes

@Suite struct InferenceTests {
  private struct NoLibrary: PackageProvider {
    func sources(of importPath: String) -> [SourceFile]? { nil }
  }

  private func check(_ name: String, _ text: String) -> CheckedProgram {
    var options = CheckOptions()
    options.maxErrors = 0
    return Checker.check(files: [SourceFile(name: name, text: text)], provider: NoLibrary(), options: options)
  }

  /// Every error of the recorded files, in the compiler's words at the compiler's places, and no other.
  @Test(arguments: ["inference", "cycles"])
  func agreesWithTheCompiler(_ name: String) throws {
    let program = check("./\(name).go", try recordedText(name + ".go"))
    let mine = program.diagnostics.flatMap { diagnostic in
      "\(program.sources.describe(diagnostic.position)): \(diagnostic.message)".split(separator: "\n")
    }
    let wanted = try recorded(name + ".txt")
    for line in wanted where !mine.contains(line) { Issue.record("missing: \(line)") }
    for line in mine where !wanted.contains(line) { Issue.record("too much: \(line)") }
    #expect(mine == wanted)
  }

  /// The arguments found are those of the table that lowering reads.
  @Test func inferredArgumentsAreRecorded() throws {
    let program = check(
      "x.go",
      """
      package main

      func mapped[S ~[]E, E, R any](s S, f func(E) R) []R { return nil }

      func length[T ~string](x T) int { return len(x) }

      type Names []string

      func main() {
        _ = mapped(Names{}, length)
      }
      """)
    #expect(program.diagnostics.isEmpty)
    let main = try #require(program.packages.last)
    let arguments = program.info.instances.values.map { typeText($0, relativeTo: main) }.sorted()
    #expect(arguments == ["Names, string, int", "string"])
  }
}
