import Canvas
import Insight
import Testing
import Views

@testable import App

/// A loop, calls within an expression, recursion, library calls, a deferred call, a recovered panic.
private let calls = """
  package main

  import "fmt"

  func twice(x int) int {
  \ty := x * 2
  \treturn y
  }

  func sum(n int) int {
  \tif n == 0 {
  \t\treturn 0
  \t}
  \treturn sum(n-1) + twice(n)
  }

  func guarded(m map[string]int) (err error) {
  \tdefer func() {
  \t\terr = fmt.Errorf("no: %v", recover())
  \t}()
  \tm["x"] = 1
  \treturn nil
  }

  func main() {
  \ttotal := 0
  \tfor i := 0; i < 3; i++ { total += i }
  \ttotal += twice(1) + twice(2)
  \tfmt.Println(total, sum(2))
  \tfmt.Println(guarded(nil))
  }
  """

private let dying = """
  package main

  func index(s []int, i int) int {
  \treturn s[i]
  }

  func main() {
  \ts := []int{1, 2}
  \tdefer func() { println("deferred") }()
  \tprintln(index(s, 5))
  }
  """

/// `n`, `s`, `f` and their way back, as gdb has them.
@Suite struct LineStepTests {
  /// From the program's very beginning, before anything of it runs.
  private func fresh(_ text: String) throws -> Player {
    Player(Model(try workspace(text), words: English(), size: Size(120, 36)))
  }

  @Test(arguments: ["n", "s", "f", "→"])
  func theFirstStepIsIntoTheProgram(key: String) throws {
    let player = try fresh(calls)
    player.type(key)
    #expect(!player.model.hasEnded)
    if key == "n" || key == "s" { #expect(player.line == 26) }
  }

  @Test func linesOfMainOneByOne() throws {
    let player = try fresh(calls)
    var lines: [Int] = []
    while !player.model.hasEnded {
      player.type("n")
      lines.append(player.line)
    }
    #expect(lines == [26, 27, 28, 29, 30, 0])
  }

  /// Package variables are initialised before main, line by line, too.
  @Test func initialisersComeBeforeMain() throws {
    let player = try fresh(
      """
      package main

      func two() int { return 2 }

      var a = two()
      var b = two() + a

      func main() {
      \tprintln(a, b)
      }
      """)
    var lines: [Int] = []
    while !player.model.hasEnded {
      player.type("n")
      lines.append(player.line)
    }
    #expect(lines == [5, 6, 9, 0])
  }

  /// What is called later in the same statement is gone over, as the first call was.
  @Test func leavesAFunctionForTheNextStatementOfItsCaller() throws {
    let player = try fresh(calls)
    player.type("n n n s n n")
    #expect(player.line == 29)
  }

  @Test func wayBackIsTheWayThere() throws {
    let player = try fresh(calls)
    var ticks: [UInt64] = []
    player.type("n")
    while !player.model.hasEnded {
      ticks.append(player.tick)
      player.type("n")
    }
    for tick in ticks.reversed() {
      player.type("N")
      #expect(player.tick == tick)
    }
  }

  /// Into every call and back, each place by the way it was come to: whatever `s` passes, `S` passes.
  @Test func wayBackIntoCallsIsTheWayThere() throws {
    let player = try fresh(calls)
    var ticks: [UInt64] = []
    player.type("s")
    while !player.model.hasEnded {
      ticks.append(player.tick)
      player.type("s")
    }
    #expect(ticks.count > 20)
    for tick in ticks.reversed() {
      player.type("S")
      #expect(player.tick == tick)
    }
  }

  /// From the middle of a line back to its beginning, not to the line before.
  @Test func backWithinALineIsToItsBeginning() throws {
    let player = try fresh(calls)
    player.type("n n n")
    let beginning = player.tick
    player.type("→ →")
    while player.model.stage.stack.frames.last?.function != "main.main" { player.type("→") }
    #expect(player.line == 28 && player.tick > beginning)
    player.type("N")
    #expect(player.tick == beginning)
  }

  @Test func aBreakpointHaltsEveryMotion() throws {
    let player = try fresh(calls)
    player.type("n")
    while player.model.selectedLine != 6 { player.type("k") }
    player.type("b n n")
    player.type("n")
    #expect(player.line == 6, "n goes over twice, but not over its breakpoint")
    player.line(":line 30")
    player.type("N")
    #expect(player.line == 6)
  }

  @Test func libraryCodeIsGoneOver() throws {
    let player = try fresh(calls)
    player.type("n n n n s s s")
    let file = player.model.stage.source.file
    while !player.model.hasEnded {
      #expect(player.model.stage.source.file == file || player.model.stage.source.line == 0)
      player.type("s")
    }
  }

  @Test func diesWhereItDied() throws {
    let player = try fresh(dying)
    player.type("end")
    #expect(player.line == 4)
    let functions = player.model.stage.stack.frames.filter { !$0.isLibrary }.map(\.function)
    #expect(functions == ["main.main", "main.index"])
  }

  /// Between a panic and what it runs lie frames of the runtime: the learner's below them are still to be seen.
  @Test func showsTheFramesBelowAPanic() throws {
    let player = try fresh(dying)
    player.line(":line 9")
    player.line(":panic")
    while player.model.stage.stack.frames.last?.function != "main.main.func1" { player.type("→") }
    let functions = player.model.stage.stack.frames.map(\.function)
    #expect(functions.contains("runtime.gopanic"))
    #expect(functions.filter { $0.hasPrefix("main.") } == ["main.main", "main.index", "main.main.func1"])
  }
}
