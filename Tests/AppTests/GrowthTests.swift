import Canvas
import Insight
import Testing
import Views

@testable import App

/// Recursion that needs more than the first segment; each frame points into its caller's.
private let recursion = """
  package main

  func down(n int, p *int) int {
  \tvar pad [16]int
  \tpad[0] = *p
  \tif n == 0 {
  \t\treturn pad[0]
  \t}
  \treturn down(n-1, &pad[0]) + 1
  }

  func main() {
  \tx := 1
  \tprintln(down(20, &x))
  }
  """

@Suite struct GrowthTests {
  @Test func showsBothSegmentsAndRewritesEveryPointer() throws {
    let player = try player(recursion)
    player.line(":growth")
    let began = try #require(player.model.stage.stack.growth)
    #expect(began.newHigh - began.newLow == 2 * (began.oldHigh - began.oldLow))
    #expect(player.text.contains("old segment") && player.text.contains("new segment"))
    var copied: [Int] = []
    var rewritten: [Int] = []
    while let growth = player.model.stage.stack.growth {
      copied.append(growth.copiedFrames)
      rewritten.append(growth.rewrittenPointers)
      #expect(player.line == 9, "the call under way")
      player.type("→")
    }
    #expect(copied == copied.sorted() && copied.last == began.totalFrames)
    #expect(rewritten == rewritten.sorted() && (rewritten.last ?? 0) >= began.totalFrames - 2)
    // Afterwards nothing points into the old segment any more.
    let stack = player.model.stage.stack
    #expect(stack.low == began.newLow && stack.high == began.newHigh)
    for slot in stack.frames.flatMap(\.slots) where slot.liveness == .live {
      for pointer in slot.pointers {
        #expect(!(began.oldLow..<began.oldHigh).contains(pointer.address), "\(slot.name)")
      }
    }
    player.type("C")
    #expect(player.model.stage.stack.growth != nil, "back to the growth")
  }

  @Test func finishGoesToTheCallerAndBackToTheCall() throws {
    let player = try player(recursion)
    player.type("n s")
    #expect(player.model.stage.stack.frames.last?.function == "main.down")
    let depth = player.model.stage.stack.frames.count
    let inside = player.tick
    player.type("f")
    #expect(player.model.stage.stack.frames.count == depth - 1)
    player.type("S")
    #expect(player.tick > inside)
    player.line(":\(inside)")
    player.type("F")
    #expect(player.tick < inside)
    #expect(player.model.stage.stack.frames.count == depth - 1, "the call is about to be made")
    #expect(player.line == 14)
  }

  @Test func framesAreChosenUpAndDown() throws {
    let player = try player(recursion)
    player.type("n s n n n s")
    #expect(player.model.stage.source.isCaller == false)
    player.type("u")
    #expect(player.model.stage.source.isCaller)
    #expect(player.line == 9)
    player.type("u")
    #expect(player.line == 14)
    player.type("d d d")
    #expect(player.model.stage.source.isCaller == false)
  }

  @Test func overflowEndsOnTheScreenAsInTheShell() throws {
    let player = try player(
      """
      package main

      import "runtime/debug"

      func forever(n int) int { return forever(n+1) + 1 }

      func main() {
      	debug.SetMaxStack(64 << 10)
      	println(forever(0))
      }
      """)
    player.type("end")
    #expect(player.model.hasEnded)
    #expect(player.text.contains("ended, exit status 2"))
    player.type("←")
    #expect(!player.model.hasEnded)
    player.type("→")
    #expect(player.model.hasEnded)
  }

  @Test func wheelAndClicksWorkOnEveryPane() throws {
    let player = try player(recursion)
    player.line(":growth")
    player.type("→ → → → → → → → → → → → → → → → → → → → → → → → → → → →")
    let stack = try #require(player.model.map.panes.last { $0.value == .stack })
    let before = player.text
    let slot = try #require(player.model.map.slots.first { stack.rect.contains($0.rect.origin) })
    let middle = Point(slot.rect.x + 20, slot.rect.y)
    _ = player.handle(.mouse(MouseEvent(.wheelUp, at: middle)))
    #expect(player.text != before, "older frames come into sight")
    _ = player.handle(.mouse(MouseEvent(.wheelDown, at: middle)))
    #expect(player.text == before)
    _ = player.handle(.mouse(MouseEvent(.press, at: middle)))
    #expect(player.model.focus == .stack)
    #expect(player.model.selectedSlot != nil)
  }
}
