import Testing

@Suite struct CommandLineTests {
  @Test func runGivesOutputAndStatusOfTheGuest() throws {
    let file = try Program.file(
      "main.go",
      """
      package main

      import (
      	"fmt"
      	"os"
      )

      func main() {
      	fmt.Println("out", os.Args[1:])
      	fmt.Fprintln(os.Stderr, "err")
      	println("println")
      	os.Exit(7)
      }
      """)
    let result = try Program.run(["run", file, "--", "a", "--b"])
    #expect(result.output == "out [a --b]\n")
    #expect(result.errors == "err\nprintln\n")
    #expect(result.status == 7)
  }

  @Test func panicsEndWithStatusTwo() throws {
    let file = try Program.file("main.go", "package main\n\nfunc main() {\n\tvar m map[string]int\n\tm[\"a\"] = 1\n}\n")
    let result = try Program.run(["run", file])
    #expect(result.errors.hasPrefix("panic: assignment to entry in nil map\n"))
    #expect(result.status == 2)
  }

  @Test func errorsStandWithPlaceAndStatusOne() throws {
    let file = try Program.file("main.go", "package main\n\nfunc main() {\n\tx := 1\n\treturn 2\n}\n")
    let result = try Program.run(["run", file])
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("main.go:4:2: declared and not used: x\n"))
    #expect(result.errors.contains("main.go:5:9: too many return values"))
    #expect(result.status == 1)
  }

  @Test(arguments: [
    (["run"], "name a .go file"), (["run", "nowhere.go"], "No such file"), (["run", "nonsense"], "no scene is called"),
    (["run", "frames", "--gogc", "many"], "gogc is a percentage"), (["snapshot", "frames", "--size", "big"], "--size"),
    (["snapshot", "frames", "--keys", "hyper"], "no key is called hyper"), (["run", "--speed", "x"], "--speed"),
  ])
  func wrongUsageSaysWhatAndEndsWith64(arguments: [String], text: String) throws {
    let result = try Program.run(arguments)
    #expect(result.errors.contains(text), "\(result.errors)")
    #expect(result.status == 64)
  }

  @Test func withoutATerminalItSaysWhatToUse() throws {
    let result = try Program.run(["frames"], environment: ["TERM": "dumb"])
    #expect(result.errors.contains("gomem run") && result.errors.contains("gomem snapshot"))
    #expect(result.status == 64)
  }

  @Test func maxTicksStopsAnEndlessLoop() throws {
    let file = try Program.file("main.go", "package main\n\nfunc main() {\n\tfor {\n\t}\n}\n")
    let result = try Program.run(["run", file, "--max-ticks", "100000"])
    #expect(result.errors == "gomem: stopped after 100000 ticks (--max-ticks)\n")
    #expect(result.status == 1)
  }

  @Test(arguments: [
    ("func main() { x := \(String(repeating: "(", count: 100_000))", 1, "not supported yet: nesting deeper than"),
    ("var a [1 << 40]int\nfunc main() { println(len(a)) }", 1, "main.a: symbol too large (8796093022208 bytes"),
    ("func main() { println(\"\u{0}\") }", 1, "invalid NUL character"),
    ("func main() { n := 1 << 62; println(len(make([]byte, n))) }", 2, "makeslice: len out of range"),
    ("func main() { n := 1 << 40; println(len(make([]byte, n))) }", 2, "fatal error: out of memory"),
    ("func main() { s := \"x\"; for { s += s } }", 2, "fatal error: out of memory"),
    ("const x = 1 << 1000000000\nfunc main() { println(x) }", 1, "invalid shift count"),
  ])
  func hostileProgramsEndInAClearError(text: String, status: Int32, message: String) throws {
    let result = try Program.run(["run", try Program.file("main.go", "package main\n\n" + text + "\n")])
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(result.errors.split(separator: "\n").count <= 6)
    #expect(result.status == status)
  }

  @Test func aVeryLongLineRunsAndShows() throws {
    let lines = ["package main", "// \(String(repeating: "x", count: 10_000_000))", "func main() { println(1) }", ""]
    let file = try Program.file("main.go", lines.joined(separator: "\n"))
    #expect(try Program.run(["run", file]).errors == "1\n")
    #expect(try Program.run(["snapshot", file, "--keys", "s"]).status == 0)
  }

  @Test func controlCharactersNeverReachTheTerminalRaw() throws {
    let text = "package main\n\nfunc main() {\n\tprintln(\"\\x1b]0;evil\\x07\\u009b2J\\u202e\")\n}\n"
    let file = try Program.file("main.go", text)
    let screen = try Program.run(["snapshot", file, "--keys", "End", "--format", "text"]).output
    #expect(screen.contains("evil"))
    let isHarmful = { (c: Unicode.Scalar) in c.value < 32 && c != "\n" || 127...159 ~= c.value || c.value == 0x202e }
    #expect(!screen.unicodeScalars.contains(where: isHarmful))
  }

  @Test func aReaderThatGoesAwayEndsItAsItEndsAGoProgram() throws {
    let text = "package main\n\nimport \"fmt\"\n\nfunc main() {\n\tfor {\n\t\tfmt.Println(1)\n\t}\n}\n"
    let file = try Program.file("main.go", text)
    let result = try Program.command(
      "/bin/bash", ["-c", "'\(Program.path)' run '\(file)' | head -n 1; echo ${PIPESTATUS[0]}"])
    #expect(result.output == "1\n141\n")
  }

  @Test func alteredSessionsAreRefusedWith65() throws {
    let file = try Program.file("a.gomem", "{\"version\": 1, \"checksum\": \"0\"}")
    for command in ["run", "check"] {
      let result = try Program.run([command, file])
      #expect(result.status == 65)
      #expect((result.output + result.errors).contains("session"))
    }
  }

  @Test func everySceneIsGood() throws {
    let names = try Program.run(["scenes"]).output.split(separator: "\n").filter { $0.hasPrefix("  ") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(names.count >= 18)
    let result = try Program.run(["check"] + names)
    #expect(result.status == 0, "\(result.output)")
  }

  @Test func traceIsOneObjectPerLine() throws {
    let result = try Program.run(["trace", "down"])
    let lines = result.output.split(separator: "\n")
    #expect(lines.count > 20)
    #expect(lines.allSatisfy { $0.hasPrefix("{\"tick\":") && $0.hasSuffix("}") })
    #expect(lines.last?.contains("\"event\":\"ended\",\"status\":0") == true)
  }

  @Test func snapshotsAreTheSameEveryTime() throws {
    let arguments = ["snapshot", "colours", "--keys", "c c 9*right", "--size", "100x30"]
    let first = try Program.run(arguments)
    #expect(first.status == 0)
    #expect(first.output.contains("A list in three colours"))
    #expect(try Program.run(arguments).output == first.output)
  }

  @Test func forwardsAndBackIsTheSameScreen() throws {
    let start = try Program.run(["snapshot", "append", "--keys", "6*right"])
    let detour = try Program.run(["snapshot", "append", "--keys", "20*right 14*left"])
    #expect(ticks(start.output) == ticks(detour.output))
  }

  private func ticks(_ screen: String) -> Substring? {
    screen.split(separator: "\n").first?.split(separator: "tick").last
  }
}
