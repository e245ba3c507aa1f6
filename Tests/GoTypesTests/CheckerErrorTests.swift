import Foundation
import Testing

@testable import GoTypes

/// Wrong programs with what real Go 1.23 says about them, recorded in Tests/Recorded/Errors.
@Suite struct CheckerErrorTests {
  struct Case: CustomTestStringConvertible {
    let topic: String
    let name: String
    let program: String
    let expected: String
    var testDescription: String { "\(topic): \(name)" }
  }

  static let cases: [Case] = {
    let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Recorded/Errors")
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
      .filter { $0.hasSuffix(".txt") }.sorted()
    var result: [Case] = []
    for name in names {
      guard let text = try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8) else { continue }
      for part in ("\n" + text).components(separatedBy: "\n=== ").dropFirst() {
        let lines = part.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        let halves = (lines[1] + "\n").components(separatedBy: "\n---\n")
        result.append(
          Case(
            topic: String(name.dropLast(4)), name: String(lines[0]), program: halves[0] + "\n",
            expected: halves[1].trimmingCharacters(in: .newlines)))
      }
    }
    return result
  }()

  @Test("errors are those of Go 1.23", arguments: cases)
  func agreesWithGo(_ item: Case) {
    #expect(check(item.program).errors.trimmingCharacters(in: .newlines) == item.expected)
  }

  @Test func recordedCasesAreThere() { #expect(Self.cases.count > 600) }

  @Test func withoutLimitAllErrorsAreShown() {
    let program = "package main\n\nfunc main() {\n" + (0..<30).map { "\tx\($0) = 1\n" }.joined() + "}\n"
    #expect(check(program, options: CheckOptions(maxErrors: 0)).diagnostics.count == 30)
    #expect(check(program).diagnostics.count == 11)
  }

  @Test func mainIsMissing() {
    #expect(
      check("package main\n\nfunc f() {}\n").errors
        == "p.go:1:9: function main is undeclared in the main package\n")
  }

  @Test func whatTheLibraryLacksIsToldFromWhatDoesNotExist() {
    let program = """
      package main

      import "net/http"

      func main() { http.Get("") }
      """
    #expect(check(program).errors == "p.go:3:8: not supported yet: package net/http\n")
    #expect(
      check("package main\n\nimport \"fmt\"\n\nfunc main() { fmt.Nope() }\n").errors
        == "p.go:5:19: undefined: fmt.Nope\n")
  }

  @Test func languageVersions() {
    let overInteger = "package main\n\nfunc main() {\n\tfor range 3 {\n\t}\n}\n"
    #expect(check(overInteger, options: CheckOptions(goVersion: .go1_22)).errors.isEmpty)
    #expect(
      check(overInteger, options: CheckOptions(goVersion: .go1_21)).errors
        == "p.go:4:12: cannot range over 3 (untyped int constant): requires go1.22 or later "
        + "(-lang was set to go1.21; check go.mod)\n")
    let overFunction = "package main\n\nfunc main() {\n\tfor range func(yield func() bool) {} {\n\t}\n}\n"
    #expect(check(overFunction).errors.isEmpty)
    #expect(
      check(overFunction, options: CheckOptions(goVersion: .go1_22)).errors.contains("requires go1.23 or later"))
    #expect(check(overInteger, options: CheckOptions(goVersion: .go1_22)).loopVariablesPerIteration)
    #expect(
      !check("package main\n\nfunc main() {}\n", options: CheckOptions(goVersion: .go1_21)).loopVariablesPerIteration)
  }
}
