import Canvas
import Insight
import SceneKit
import SourceText
import Testing
import Timeline
import Views

@testable import App

@Suite struct MotionTests {
  @Test func beginsAtTheFirstStatement() throws {
    let player = try player()
    #expect(player.line == 21)
    #expect(player.text.contains("A small scene"))
    #expect(player.text.contains("├ main ─"))
  }

  /// Each step forwards, taken back, shows the very same screen again.
  @Test func everyStepForwardHasAStepBack() throws {
    let player = try player()
    player.type("esc")
    var screens: [(tick: UInt64, stage: String)] = [(player.tick, player.text)]
    for _ in 0..<40 {
      player.type("→")
      if player.model.popup != nil { player.type("esc") }
      screens.append((player.tick, player.text))
    }
    #expect(Set(screens.map(\.tick)).count == screens.count, "each step moves")
    for screen in screens.reversed().dropFirst() {
      player.type("←")
      #expect(player.tick == screen.tick)
    }
  }

  @Test func linesGoOverCallsAndStepsInto() throws {
    let player = try player()
    player.type("n n")
    #expect(player.line == 23)
    player.type("n")
    #expect(player.line == 24, "n goes over push")
    player.type("N")
    #expect(player.line == 23)
    player.type("s")
    #expect(player.line == 16, "s goes into push")
    #expect(player.text.contains("A new node goes to the heap."))
    player.type("f")
    #expect(player.model.stage.stack.frames.count { !$0.isLibrary } == 1, "f leaves push")
  }

  @Test func narrationStopsAndSpeaksTheLanguage() throws {
    let player = try player()
    player.type("c")
    #expect(player.line == 16)
    #expect(player.text.contains("A new node goes to the heap."))
    player.type("esc")
    #expect(!player.text.contains("A new node goes to the heap."))
    struct Chinese: Catalogue {
      var language: String { "zh" }
      func text(_ message: Message) -> String { English().text(message) }
    }
    var model = Model(try workspace(), words: Chinese(), size: Size(120, 36))
    model.begin()
    let chinese = Player(model)
    chinese.type("c")
    #expect(chinese.text.contains("新节点在堆上。"))
  }

  @Test func questionsComeBeforeTheAnswer() throws {
    let player = try player()
    while player.model.popup == nil, !player.model.hasEnded { player.type("c") }
    #expect(player.text.contains("What is printed?"))
    #expect(player.text.contains("nothing printed yet"), "the answer is not on the screen yet")
    player.type("1")
    #expect(player.text.contains("✗"))
    #expect(player.text.contains("✓"))
    player.type("c")
    #expect(player.model.popup == nil)
    #expect(player.text.contains("sum 3"))
  }

  @Test func homeAndEndAndTicks() throws {
    let player = try player()
    player.type("end")
    #expect(player.model.hasEnded)
    #expect(player.text.contains("ended"))
    let end = player.tick
    player.type("→")
    #expect(player.text.contains("The program has ended."))
    player.type("home")
    #expect(player.tick == 0)
    player.type(":")
    player.line("\(end / 2)")
    #expect(player.tick == end / 2)
    player.type(":")
    player.line("\(end + 1)")
    #expect(player.tick == end)
    #expect(player.text.contains("The program does not run that long."))
  }

  @Test func linesAndLandmarksByName() throws {
    let player = try player()
    player.type(":")
    player.line("line 17")
    #expect(player.line == 17)
    let first = player.tick
    player.type(":")
    player.line("line 17")
    #expect(player.line == 17 && player.tick > first, "the next time")
    player.type(":")
    player.line("line 2")
    #expect(player.text.contains("No statement begins on line 2."))
    player.type(":")
    player.line("output 2")
    #expect(player.text.contains("done"))
    player.type(":")
    player.line("output 99")
    #expect(player.text.contains("Not found: output 99"))
    player.type(":")
    player.line("frobnicate")
    #expect(player.text.contains("Unknown command: frobnicate"))
  }

  @Test func breakpointsStop() throws {
    let player = try player()
    player.type("j j j b")
    #expect(player.model.breakpoints.map(\.line) == [24])
    #expect(player.text.contains("Breakpoint on line 24."))
    player.type("c c")
    #expect(player.line == 24)
    player.type("b b")
    #expect(player.model.breakpoints.map(\.line) == [24])
  }

  @Test func longWorkCanBeCancelled() throws {
    let player = try player(
      """
      package main

      func main() {
      \tx := 0
      \tfor {
      \t\tx++
      \t}
      }
      """)
    let here = player.tick
    var pulses = 0
    var shown = ""
    player.pulse = { canvas in
      pulses += 1
      if pulses == 2 { shown = canvas().plainText() }
      return pulses < 3
    }
    player.type("end")
    #expect(pulses == 3)
    #expect(shown.contains("Esc cancels"))
    #expect(player.tick == here)
    #expect(player.text.contains("Cancelled."))
  }

  @Test func idleTimeFindsTheEnd() throws {
    let player = try player()
    #expect(!player.idle { true })
    #expect(player.text.contains(" of "))
    #expect(player.model.timeline.end != nil)
    #expect(!player.text.contains("…  "), "the length is final")
  }

  /// Whatever way a place was come to, it looks the same: forwards, backwards, over the end and over the beginning.
  @Test(arguments: [Size(120, 36), Size(80, 24), Size(200, 60)])
  func aPlaceLooksTheSameFromBothSides(size: Size) throws {
    let player = try player(size: size)
    player.type("esc")
    var places: [(tick: UInt64, slots: [SlotPicture], types: [String])] = []
    let look = {
      let stage = player.model.stage
      places.append((stage.tick, stage.stack.frames.flatMap(\.slots), stage.heap.blocks.map(\.type)))
    }
    for key in ["n", "s", "→", "→", "f", "n", "s", "c", "n"] {
      player.type(key)
      if player.model.popup != nil { player.type("esc") }
      look()
    }
    player.type("end")
    for place in places.reversed() {
      player.line(":\(place.tick)")
      let stage = player.model.stage
      #expect(stage.stack.frames.flatMap(\.slots) == place.slots)
      #expect(stage.heap.blocks.map(\.type) == place.types)
    }
    player.type("home")
    #expect(player.tick == 0)
    for place in places {
      player.line(":\(place.tick)")
      #expect(player.model.stage.stack.frames.flatMap(\.slots) == place.slots)
    }
  }
}
