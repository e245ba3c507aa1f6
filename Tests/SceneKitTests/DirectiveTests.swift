import GoSyntax
import SourceText
import Testing

@testable import SceneKit

@Suite struct DirectiveTests {
  private func script(_ text: String) -> (script: SceneScript, problems: [String]) {
    let source = SourceFile(name: "a.go", text: text)
    var sources = SourceMap()
    let id = sources.add(source)
    var ids = NodeIDs()
    let parsed = Parser.parse(source, id: id, ids: &ids, mode: .full)
    var diagnostics: [Diagnostic] = []
    let script = SceneScript(file: parsed.file, diagnostics: &diagnostics)
    return (script, diagnostics.map { sources.render($0) })
  }

  @Test func titleAndLanguages() {
    let (script, problems) = script(
      """
      //gomem:scene Frames
      //gomem:scene[zh] 栈帧
      //gomem:about What a call does.
      package main
      """)
    #expect(problems.isEmpty)
    #expect(script.titles == ["en": "Frames", "zh": "栈帧"])
    #expect(SceneScript.pick(script.abouts, "zh") == "What a call does.")
  }

  @Test func narrationBindsToTheNextStatementAlsoInsideLiteralsAndCases() {
    let text = """
      package main

      func main() {
      	//gomem:say one
      	//gomem:say more
      	x := 1
      	f := func() {
      		//gomem:stop
      		println(x)
      	}
      	switch x {
      	case 1:
      		//gomem:ask Which? | this * | that
      		f()
      	}
      }
      """
    let (script, problems) = script(text)
    #expect(problems.isEmpty)
    let bytes = Array(text.utf8)
    let bound = script.cues.map { cue in
      String(decoding: bytes[Int(cue.position.offset)...].prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    }
    #expect(bound == ["x := 1", "println(x)", "f()"])
    #expect(script.cues[0].says["en"] == "one more")
    #expect(script.cues[1].isStop)
    #expect(script.cues[2].questions["en"] == Question(text: "Which?", answers: ["this", "that"], right: 0))
  }

  @Test(arguments: [
    ("//gomem:sing la", "unknown directive gomem:sing"),
    ("//gomem:say", "gomem:say needs a text"),
    ("//gomem:say[zh x", "gomem:say[zh: the language is written as say[zh]"),
    ("//gomem:option fast", "gomem:option: fast is not name=value"),
    ("//gomem:ask only one | a*", "gomem:ask needs a question and two or more answers, parted by |"),
    ("//gomem:ask which | a | b", "gomem:ask: mark the one right answer with *"),
    ("//gomem:expect leak many", "gomem:expect leak: many is not a number"),
    ("//gomem:expect rain 1", "gomem:expect rain: expected leak or escape"),
    ("//gomem:say late", "no statement follows this directive"),
  ])
  func wrongDirectivesSayWhatAndWhere(line: String, message: String) {
    let (_, problems) = script("package main\n\(line)\n")
    #expect(problems == ["a.go:2:1: \(message)"])
  }
}

@Suite struct OptionTests {
  @Test(arguments: [
    ("65536", 65536), ("64KiB", 65536), ("64k", 65536), ("4MiB", 4 << 20), ("1GB", 1 << 30), ("12B", 12), ("0", 0),
  ])
  func sizes(text: String, bytes: Int) { #expect(RunOptions.size(text) == bytes) }

  @Test(arguments: ["", "KiB", "-1", "1.5M", "64XB", "99999999999999999999", "9999999999G"])
  func wrongSizes(text: String) { #expect(RunOptions.size(text) == nil) }

  @Test func unknownOptionsAreNamed() {
    var options = RunOptions()
    #expect(options.set("speed", "1") == "unknown option speed")
    #expect(options.set("gogc", "off") == nil)
    #expect(options.machine.gogc == nil)
    #expect(options.set("gogc", "x") == "gogc is a percentage or off, not x")
  }
}
