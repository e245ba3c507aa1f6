import Foundation
import GoEscape
import GoLibrary
import GoTypes
import Lowering
import MachineCode
import SourceText
import Testing

private struct Library: PackageProvider {
  let library = GoLibrary(architecture: "amd64")
  func sources(of path: String) -> [SourceFile]? {
    library.sources(of: path)?.map { SourceFile(name: "\(path)/\($0.name)", bytes: $0.text, isLibrary: true) }
  }
}

private func compile(_ source: [UInt8], options: LoweringOptions = LoweringOptions()) -> Program? {
  let checked = Checker.check(files: [SourceFile(name: "main.go", bytes: source)], provider: Library())
  guard checked.diagnostics.isEmpty else { return nil }
  let (program, diagnostics) = lower(checked, escape: analyzeEscapes(checked), options: options)
  return diagnostics.isEmpty ? program : nil
}

private let list = """
  package main

  type node struct {
  	next *node
  	v    int
  }

  func sum(xs []int) (t int) {
  	for _, x := range xs {
  		t += x
  	}
  	return
  }

  func push(head *node, v int) *node { return &node{head, v} }

  func main() { println(sum([]int{1}), push(nil, 3).v) }
  """

@Suite struct LoweringTests {
  @Test func aLoopComparesAtItsEnd() throws {
    let program = try #require(compile(Array(list.utf8)))
    let text = Disassembler(program).function(named: "main.sum")
    #expect(text.hasPrefix("func main.sum  frame 16, outgoing 0, arguments 32 (results at 24)\n"))
    #expect(text.contains(" 2 jump            →6\n"))
    #expect(text.contains(" 3 sliceLoad64     x ← xs, t0\n"))
    #expect(text.contains(" 6 jumpLtS64       t0, xs+8, →3\n"))
  }

  @Test func aPointerDiesWithItsLastUse() throws {
    let program = try #require(compile(Array(list.utf8)))
    let text = Disassembler(program, showsLiveness: true).function(named: "main.push")
    #expect(text.contains("head @24 parameter *main.node live 0..<2\n"))
    #expect(text.contains("t0 @0 temporary *main.node live 1..<4\n"))
    #expect(text.contains("r40 @40 result *main.node live 4..<5\n"))
  }

  @Test func withoutLivenessANameIsEnough() throws {
    let source = Array("package main\nfunc main() { p := new(int); *p = 1; println(*p); println() }".utf8)
    var options = LoweringOptions()
    func end(_ program: Program) -> Int32? {
      program.functions.first { $0.name == "main.main" }?.slots.first { $0.name == "p" }?.live.last?.end
    }
    let usual = try #require(compile(source))
    options.withoutLiveness = true
    let whatIf = try #require(compile(source, options: options))
    let precise = try #require(end(usual))
    let named = try #require(end(whatIf))
    #expect(named > precise)
  }

  /// A stack map that claims a slot too early is found.
  @Test func theVerifierFindsAnUnwrittenSlot() throws {
    var program = try #require(compile(Array(list.utf8)))
    #expect(ProgramVerifier.problems(in: program) == [])
    let function = try #require(program.functions.firstIndex { $0.name == "main.push" })
    let slot = try #require(program.functions[function].slots.firstIndex { $0.kind == .temporary && !$0.live.isEmpty })
    program.functions[function].slots[slot].live[0].start -= 1
    #expect(ProgramVerifier.problems(in: program).count == 1)
  }

  /// Every program that real Go was asked about, and all of the library that they reach.
  @Test func everyProgramIsSound() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("EndToEnd/Programs")
    var count = 0
    for path in try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted() where path.hasSuffix(".go") {
      let source = try Data(contentsOf: root.appendingPathComponent(path))
      guard let program = compile(Array(source)) else { continue }
      count += 1
      #expect(ProgramVerifier.problems(in: program) == [], "\(path)")
    }
    #expect(count > 50)
  }
}
