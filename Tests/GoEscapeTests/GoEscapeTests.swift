import Foundation
import GoLibrary
import GoTypes
import SourceText
import Testing

@testable import GoEscape

private struct Library: PackageProvider {
  let library = GoLibrary()
  func sources(of importPath: String) -> [SourceFile]? {
    library.sources(of: importPath)?.map {
      SourceFile(name: "\(importPath)/\($0.name)", bytes: $0.text, isLibrary: true)
    }
  }
}

private func check(_ name: String, _ text: String) -> CheckedProgram {
  Checker.check(
    files: [SourceFile(name: name, bytes: Array(text.utf8))], provider: Library(),
    options: CheckOptions(architecture: .amd64, goVersion: .go1_23))
}

/// Programs with what Go 1.23 says about them under `-gcflags='-m -l'` and `-gcflags=-m`, recorded by Corpus/record.py.
@Suite struct EscapeLineTests {
  static let folder = Bundle.module.resourceURL!.appendingPathComponent("Corpus")
  static let programs: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".go") }.sorted()
  }()
  @Test("there is a corpus") func corpus() { #expect(Self.programs.count >= 6) }

  @Test("lines are those of Go 1.23", arguments: programs, [false, true])
  func agreesWithGo(_ name: String, inlining: Bool) throws {
    let file = Self.folder.appendingPathComponent(name)
    let recorded = file.deletingPathExtension().appendingPathExtension(inlining ? "inlined" : "lines")
    let program = check(name, try String(contentsOf: file, encoding: .utf8))
    try #require(program.diagnostics.isEmpty)
    let library = GoLibrary()
    let result = analyzeEscapes(program, inlining: inlining, facts: LibraryFacts { library.facts(of: $0) })
    let lines = result.text(in: program.sources)
    #expect(lines == (try String(contentsOf: recorded, encoding: .utf8)))
  }
}

/// Every way to make a value with every way to use it: Corpus/grid.txt, written by Corpus/grid.py.
@Suite struct EscapeGridTests {
  static let sections: [String: String] = {
    let file = EscapeLineTests.folder.appendingPathComponent("grid.txt")
    var result: [String: String] = [:]
    var name = ""
    for line in ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      if line.hasPrefix("-- "), line.hasSuffix(" --") {
        name = String(line.dropFirst(3).dropLast(3))
        result[name] = ""
      } else {
        result[name, default: ""] += line + "\n"
      }
    }
    return result.mapValues { $0.hasSuffix("\n\n") ? String($0.dropLast()) : $0 }
  }()
  static let sources: [String] = {
    let names = sections.keys.filter { $0.hasSuffix(".go") }
    return Set(names.map { String($0.prefix { $0 != "_" }) }).sorted()
  }()

  @Test("there are sources") func grid() { #expect(Self.sources.count >= 16) }

  @Test("lines are those of Go 1.23", arguments: sources)
  func agreesWithGo(_ source: String) throws {
    let library = GoLibrary()
    let facts = LibraryFacts { library.facts(of: $0) }
    for name in Self.sections.keys.sorted() where name.hasPrefix(source + "_") && name.hasSuffix(".go") {
      let program = check(name, Self.sections[name]!)
      try #require(program.diagnostics.isEmpty)
      for (suffix, inlining) in [("lines", false), ("inlined", true)] {
        let lines = analyzeEscapes(program, inlining: inlining, facts: facts).text(in: program.sources)
        #expect(lines == Self.sections[name.dropLast(2) + suffix], "\(name) \(suffix)")
      }
    }
  }
}

@Suite struct VerdictTests {
  private func verdict(on name: String, in text: String) throws -> Verdict {
    let program = check("main.go", text)
    try #require(program.diagnostics.isEmpty)
    let named = program.info.defs.compactMap { object -> Variable? in
      guard case .variable(let variable)? = object, variable.name == name, variable.position.isValid else { return nil }
      return program.sources[variable.position.file].name == "main.go" ? variable : nil
    }
    try #require(named.count == 1)
    return analyzeEscapes(program).verdict(on: named[0])
  }

  @Test("an explanation says how the address got away") func explanation() throws {
    let verdict = try verdict(on: "x", in: "package main\nfunc f() *int { x := 1; return &x }\nfunc main() { f() }\n")
    #expect(verdict.placement == .heap)
    #expect(verdict.explanation == "its address is returned")
    #expect(!verdict.path.isEmpty)
  }

  @Test("what only callees use stays in the frame") func borrowed() throws {
    let text = "package main\nfunc f(p *int) { *p = 2 }\nfunc main() { x := 1; f(&x); println(x) }\n"
    #expect(try verdict(on: "x", in: text).placement == .stack)
  }

  @Test("what a loop body that an iterator keeps refers to is on the heap") func rangeFunction() throws {
    let text = """
      package main
      var kept func(int) bool
      func each(yield func(int) bool) { kept = yield; yield(1) }
      func main() {
        x := 1
        p := &x
        for range each { *p++ }
        println(x)
      }
      """
    #expect(try verdict(on: "x", in: text + "\n").placement == .heap)
  }
}
