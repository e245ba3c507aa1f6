import Machine
import MachineCode
import Testing

@testable import Timeline

extension Guest {
  /// Three goroutines print a letter each, again and again; main waits for all.
  static let letters = """
    package main

    import "runtime"

    func main() {
    	done := make(chan bool)
    	for i := range 3 {
    		go func() {
    			for range 3 {
    				print(string(rune('a' + i)))
    				runtime.Gosched()
    			}
    			done <- true
    		}()
    	}
    	for range 3 {
    		<-done
    	}
    	println()
    }
    """
  /// Both cases can go on each time.
  static let choosing = """
    package main

    func main() {
    	a, b := make(chan int, 8), make(chan int, 8)
    	for i := range 8 {
    		a <- i
    		b <- i
    	}
    	for range 8 {
    		select {
    		case <-a:
    			print("a")
    		case <-b:
    			print("b")
    		}
    	}
    	println()
    }
    """
}

@Suite struct DirectingTests {
  private func output(_ timeline: Timeline) -> String {
    timeline.seek(to: .max)
    return timeline.machine.output.text(to: 2)
  }

  private func choosingLens() -> Lens {
    var lens = Lens()
    lens.stopsAtChoices = true
    return lens
  }

  /// Stops where `among` waits for its turn, with somebody else running.
  private func stop(_ timeline: Timeline, waiting id: Int) -> Bool {
    while !timeline.machine.hasEnded {
      timeline.forward(.event, lens: choosingLens())
      if timeline.machine.runQueue(most: 10).contains(id), timeline.machine.currentGoroutine != id { return true }
    }
    return false
  }

  @Test func whoRunsCanBeChosen() throws {
    let program = try Guest.program(Guest.letters)
    var first: [String] = []
    for id in 2...4 {
      let timeline = Timeline(program)
      #expect(stop(timeline, waiting: id))
      while timeline.machine.goroutines().count < 4 || !timeline.machine.runQueue(most: 9).contains(id) {
        timeline.forward(.event, lens: Lens())
      }
      timeline.decide(.run(id))
      timeline.forward(.event, lens: Lens())
      #expect(timeline.machine.currentGoroutine == id)
      first.append(String(output(timeline).prefix(1)))
    }
    #expect(first == ["a", "b", "c"])
  }

  @Test func decisionsReplayExactly() throws {
    let program = try Guest.program(Guest.letters)
    let timeline = Timeline(program)
    timeline.spacingForTests = 64
    var random = SeededRandom(state: 11)
    for _ in 0..<12 where !timeline.machine.hasEnded {
      timeline.seek(to: timeline.position + UInt64.random(in: 3...40, using: &random))
      let queue = timeline.machine.runQueue(most: 9)
      if let id = queue.randomElement(using: &random) {
        timeline.decide([.run(id), .preempt, .alone(id), .together].randomElement(using: &random)!)
        timeline.runAhead(by: 100)
      }
    }
    let text = output(timeline)
    let digest = timeline.machine.digest()
    let again = Timeline(program, decisions: timeline.decisions)
    #expect(output(again) == text)
    #expect(again.machine.digest() == digest)
    // And exactly at every place on the way, from either side.
    let end = timeline.position
    for _ in 0..<20 {
      let tick = UInt64.random(in: 0...end, using: &random)
      timeline.seek(to: tick)
      let fresh = Timeline(program, decisions: timeline.decisions)
      fresh.seek(to: tick)
      #expect(timeline.machine.digest() == fresh.machine.digest(), "tick \(tick)")
      #expect(timeline.machine.currentGoroutine == fresh.machine.currentGoroutine)
    }
  }

  @Test func aCaseCanBeChosenEachTime() throws {
    let program = try Guest.program(Guest.choosing)
    for (index, letter) in ["a", "b"].enumerated() {
      let timeline = Timeline(program)
      var count = 0
      while !timeline.machine.hasEnded {
        timeline.forward(.event, lens: choosingLens())
        guard timeline.machine.readyCases().count == 2 else { continue }
        timeline.decide(.select(index))
        count += 1
        timeline.seek(to: timeline.position + 1)
      }
      #expect(count == 8)
      #expect(output(timeline) == String(repeating: letter, count: 8) + "\n")
    }
  }

  @Test func aChoiceCanBeTakenBack() throws {
    let timeline = Timeline(try Guest.program(Guest.choosing))
    repeat { timeline.forward(.event, lens: choosingLens()) } while timeline.machine.readyCases().count < 2
    let here = timeline.position
    timeline.decide(.select(0))
    timeline.runAhead()
    #expect(output(timeline).hasPrefix("a"))
    timeline.seek(to: here)
    #expect(timeline.discarded(by: .select(1)).map(\.tick) == [here])
    timeline.decide(.select(1))
    #expect(timeline.decisions.count == 1)
    #expect(output(timeline).hasPrefix("b"))
    timeline.seek(to: here)
    timeline.decide(.select(0))
    #expect(output(timeline).hasPrefix("a"))
  }

  @Test func oneRunsAloneUntilItMustWait() throws {
    let timeline = Timeline(try Guest.program(Guest.letters))
    #expect(stop(timeline, waiting: 3))
    while timeline.machine.goroutines().count < 4 { timeline.forward(.event, lens: Lens()) }
    timeline.decide(.alone(3))
    var lens = Lens()
    lens.stopsWhenBlocked = 3
    repeat { timeline.forward(.line, lens: lens) } while timeline.machine.goroutine(id: 3)?.state != .waiting
    // Its three letters without one of another's, though it yielded after each.
    #expect(timeline.machine.output.text(to: 2) == "bbb")
    #expect(timeline.machine.aloneGoroutine == 3)
    timeline.decide(.together)
    #expect(timeline.machine.aloneGoroutine == nil)
    let text = output(timeline)
    #expect(text.hasPrefix("bbb") && text.count == 10)
  }

  @Test func choosingNeverLosesAGoroutine() throws {
    let program = try Guest.program(Guest.letters)
    var random = SeededRandom(state: 3)
    for _ in 0..<30 {
      let machine = Machine(program)
      while !machine.hasEnded {
        machine.run(until: machine.tick + UInt64.random(in: 1...30, using: &random))
        if let id = machine.runQueue(most: 9).randomElement(using: &random) {
          machine.decide(.init(tick: machine.tick, kind: Bool.random(using: &random) ? .run(id) : .preempt))
        }
      }
      #expect(machine.exitStatus == 0)
      #expect(machine.output.text(to: 2).sorted() == Array("\naaabbbccc"))
    }
  }
}
