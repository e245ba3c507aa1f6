import Canvas
import Insight
import SceneKit
import Testing
import Views

@testable import App

/// A list of which two nodes are cut off before a collection.
private let list = """
  package main

  import "runtime"

  type Node struct {
  \tvalue int
  \tnext  *Node
  }

  var head *Node

  //go:noinline
  func push(v int) { head = &Node{v, head} }

  func main() {
  \tfor i := 0; i < 5; i++ {
  \t\tpush(i)
  \t}
  \thead = head.next.next
  \truntime.GC()
  \tprintln(head.value)
  }
  """

@Suite struct CollectionTests {
  /// The collection belongs to the line that asked for it; the next line is about to run only when it is over.
  @Test func runsOnTheLineThatAskedForIt() throws {
    let player = try player(list)
    player.line(":line 20")
    player.type("→")
    var phases: Set<CollectorPicture.Phase> = []
    while player.model.stage.collector.phase != .off || phases.isEmpty {
      phases.insert(player.model.stage.collector.phase)
      if player.model.stage.collector.phase != .off { #expect(player.line == 20) }
      player.type("→")
      if player.model.hasEnded { break }
    }
    #expect(phases.isSuperset(of: [.marking, .sweeping]))
    #expect(player.line == 21)
  }

  @Test func goesOverAsALine() throws {
    let player = try player(list)
    player.line(":line 20")
    #expect(player.model.stage.heap.inUse == 5)
    #expect(player.text.contains("unreachable"))
    player.type("n")
    #expect(player.line == 21)
    #expect(player.model.stage.heap.inUse == 3)
    #expect(!player.text.contains("unreachable"))
    player.type("N")
    #expect(player.line == 20)
    #expect(player.model.stage.heap.inUse == 5)
  }

  /// Going to the next line means behind the collection that stands before it.
  @Test func isOverOnTheNextLine() throws {
    let player = try player(list)
    player.line(":line 21")
    #expect(player.line == 21)
    #expect(player.model.stage.collector.phase == .off)
    #expect(player.model.stage.heap.inUse == 3)
  }

  /// Each block passes from white over grey to black, and every picture of it says so in glyph and letter.
  @Test func shadesAreDrawn() throws {
    let player = try player(list)
    player.line(":line 20")
    var seen: Set<String> = []
    player.type("→")
    while player.model.stage.collector.phase != .off, !player.model.hasEnded {
      player.type("→")
      for sign in ["○ W", "◐ G", "● B"] where player.text.contains("\(sign)  ") && player.text.contains("Node") {
        seen.insert(sign)
      }
    }
    #expect(seen.count == 3)
  }
}

@Suite struct QuestionTests {
  /// The screen does not give the answer away.
  @Test func hintsWaitForTheAnswer() throws {
    let player = try player(
      """
      package main

      import "runtime"

      //go:noinline
      func load() *[64]int { return new([64]int) }

      func main() {
      \tpicture := load()
      \tprintln(picture[3])
      \t//gomem:ask Will the block be freed? | No | Yes*
      \truntime.GC()
      \tprintln("done")
      }
      """)
    while player.model.popup == nil, !player.model.hasEnded { player.type("c") }
    #expect(player.text.contains("Will the block be freed?"))
    #expect(!player.text.contains("unreachable") && !player.text.contains("dead"))
    player.type("2")
    #expect(player.text.contains("unreachable") && player.text.contains("dead"))
  }
}
