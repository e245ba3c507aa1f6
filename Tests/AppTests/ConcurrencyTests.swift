import Canvas
import Insight
import SceneKit
import SourceText
import Testing
import Views

@testable import App

/// Workers, a buffered and an unbuffered channel, and a goroutine that nobody will ever receive from.
private let workers = """
  package main

  import (
  \t"runtime"
  \t"sync"
  )

  func worker(id int, jobs <-chan int, results chan<- int) {
  \tfor j := range jobs {
  \t\tresults <- j * id
  \t}
  }

  func main() {
  \tjobs := make(chan int, 3)
  \tresults := make(chan int)
  \tlost := make(chan string)
  \tvar mu sync.Mutex
  \tmu.Lock()
  \tgo func() { lost <- "never" }()
  \tgo func() {
  \t\tmu.Lock()
  \t\tmu.Unlock()
  \t}()
  \truntime.Gosched()
  \tfor i := 1; i <= 2; i++ {
  \t\tgo worker(i, jobs, results)
  \t}
  \tfor i := 1; i <= 4; i++ {
  \t\tjobs <- i
  \t}
  \tclose(jobs)
  \tsum := 0
  \tfor i := 1; i <= 4; i++ {
  \t\tsum += <-results
  \t}
  \tmu.Unlock()
  \tprintln(sum)
  }
  """

@Suite struct ConcurrencyTests {
  private func channel(_ name: String, _ player: Player) -> ChannelPicture? {
    player.model.stage.channels.first { $0.name == name }
  }

  @Test func channelsShowBufferAndQueues() throws {
    let player = try player(workers)
    var sawFull = false
    var sawSender = false
    var sawReceiver = false
    while !player.model.hasEnded {
      player.type("→")
      guard let jobs = channel("jobs", player) else { continue }
      #expect(jobs.capacity == 3 && jobs.count == jobs.buffered.count)
      sawFull = sawFull || jobs.buffered == ["1", "2", "3"]
      sawSender = sawSender || channel("lost", player)?.senders.first?.value == "\"never\""
      sawReceiver = sawReceiver || channel("results", player)?.receivers.map(\.goroutine) == [1]
      if jobs.isClosed { #expect(player.text.contains("closed")) }
    }
    #expect(sawFull && sawSender && sawReceiver)
  }

  @Test func goroutinesShowWhatTheyWaitFor() throws {
    let player = try player(workers)
    var reasons: Set<String> = []
    var waits: Set<Message> = []
    while !player.model.hasEnded {
      player.type("→")
      for goroutine in player.model.stage.goroutines where goroutine.isWaiting {
        reasons.insert(goroutine.state)
        waits.formUnion(goroutine.waits)
      }
    }
    #expect(reasons == ["chan send", "chan receive", "sync.Mutex.Lock"])
    #expect(waits.contains(.waitsLock(name: "mu")))
    #expect(waits.contains(.waitsSend(channel: "lost", value: "\"never\"")))
    #expect(waits.contains(.waitsReceive(channel: "results")))
  }

  @Test func aGoroutineThatNobodyCanWakeIsLeaked() throws {
    let player = try player(workers)
    player.type("end")
    #expect(player.model.stage.goroutines.filter(\.isLeaked).map(\.id) == [2])
    #expect(player.text.contains("leaked"))
    let told = player.model.happened.messages.compactMap { message -> String? in
      if case .leakedGoroutine(2, let line, "chan send", _, 2048, let blocks, _) = message, blocks > 0 {
        line
      } else {
        nil
      }
    }
    #expect(told == ["scene.go:20"])
    // While main can still reach the channel, it is none.
    player.line(":line 27")
    #expect(player.model.stage.goroutines.allSatisfy { !$0.isLeaked || $0.id == 2 })
  }

  @Test func theMenuAndTheCommandsChooseWhoRuns() throws {
    let player = try player(workers)
    player.line(":line 27")
    player.type("→ →")
    while !player.model.hasEnded, player.model.timeline.machine.runQueue(most: 9).count < 2 { player.type("→") }
    let last = try #require(player.model.timeline.machine.runQueue(most: 9).last)
    player.line(":choose")
    guard case .choices(let menu)? = player.model.popup else {
      Issue.record("no menu")
      return
    }
    #expect(menu.lines.contains { $0.contains("g\(last) runs") })
    player.type("Esc")
    let here = player.tick
    player.line(":run g\(last)")
    #expect(player.model.timeline.machine.currentGoroutine == last)
    #expect(player.model.isUnsaved)
    // Back before it, another choice asks first.
    player.type("←")
    while player.tick > here { player.type("←") }
    player.line(":preempt")
    guard case .discard(1)? = player.model.popup else {
      Issue.record("did not ask")
      return
    }
    player.type("n")
    #expect(player.model.timeline.decisions.map(\.kind) == [.run(last)])
    player.line(":preempt")
    player.type("y")
    #expect(player.model.timeline.decisions.map(\.kind) == [.preempt])
  }

  @Test func aloneSaysWhatItWaitsFor() throws {
    let player = try player(workers)
    player.line(":line 27")
    player.line(":alone")
    #expect(player.text.contains("only g1"))
    for _ in 0..<60 where player.model.aloneObstacle == nil { player.type("n") }
    #expect(player.model.aloneObstacle != nil)
    let stuck = player.tick
    player.type("n")
    #expect(player.tick == stuck)
    #expect(player.text.contains("cannot go on alone"))
    player.line(":together")
    player.type("→")
    #expect(player.tick > stuck)
  }

  @Test func askingStopsAtChoices() throws {
    let player = try player(workers)
    player.line(":ask")
    var menus = 0
    while !player.model.hasEnded, menus < 3 {
      player.type("n")
      if case .choices = player.model.popup {
        menus += 1
        player.type("Enter")
      }
    }
    #expect(menus == 3)
    #expect(player.model.timeline.decisions.isEmpty, "the first line leaves things as they are")
  }

  @Test func choicesAreSavedAndReplayed() throws {
    let player = try player(workers)
    player.line(":line 27")
    while !player.model.hasEnded, player.model.timeline.machine.runQueue(most: 9).count < 2 { player.type("→") }
    let id = try #require(player.model.timeline.machine.runQueue(most: 9).last)
    player.line(":run g\(id)")
    player.line(":alone")
    player.type("→ → →")
    player.line(":together")
    player.type("→ →")
    let saved = try Session.decode(player.model.session.encoded())
    #expect(saved.decisions.map(\.kind) == ["run", "alone", "together"])
    let compilation = try Compilation(
      files: saved.sources.map { SourceFile(name: $0.name, text: $0.text) }, options: RunOptions())
    let again = Workspace(
      compilation, title: saved.title, options: RunOptions(), decisions: saved.decisions.compactMap(\.decision))
    #expect(SessionReplay.problems(saved, again.timeline).isEmpty)
    again.timeline.seek(to: .max)
    player.type("end")
    #expect(again.timeline.machine.digest() == player.model.timeline.machine.digest())
  }
}

/// A channel with a large buffer in its own block, and a goroutine that has not begun.
private let buffered = """
  package main

  type page struct{ bytes [1000]byte }

  func keep(p *page, c chan int) { c <- int(p.bytes[0]) }

  func main() {
  \tc := make(chan int, 200)
  \tgo keep(new(page), c)
  \tprintln(<-c)
  }
  """

extension ConcurrencyTests {
  @Test func whatWillBeUsedIsNoLeak() throws {
    let player = try player(buffered)
    player.line(":line 10")
    #expect(player.model.inspector.leaks().isEmpty)
    #expect(player.model.stage.heap.blocks.allSatisfy { !$0.isGarbage })
  }
}
