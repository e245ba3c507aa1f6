import Machine
import MachineCode
import SceneKit
import SourceText
import Testing

@testable import Timeline

/// Small generator with a printed seed (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}

enum Guest {
  static func program(_ text: String) throws -> Program {
    try Compilation(files: [SourceFile(name: "main.go", text: text)], options: RunOptions()).program
  }

  /// Grows its stack, allocates, collects, uses maps, slices, strings, closures, defer and panic.
  static let busy = """
    package main

    import "runtime"

    type node struct {
    	value int
    	next  *node
    }

    var head *node

    func deep(n int, p *int) int {
    	var pad [16]int
    	pad[n%16] = *p
    	if n == 0 {
    		return pad[0]
    	}
    	return deep(n-1, p) + pad[n%16]
    }

    func guarded(n int) (result int) {
    	defer func() {
    		if recover() != nil {
    			result = -n
    		}
    	}()
    	return 100 / (n % 3)
    }

    func main() {
    	x := 1
    	counts := map[string]int{}
    	names := []string{"ant", "bee", "cat", "dog", "eel"}
    	for i := 0; i < 60; i++ {
    		head = &node{i, head}
    		if i%7 == 0 {
    			head = nil
    		}
    		counts[names[i%5]+names[i%3]] += i
    		if i%20 == 19 {
    			runtime.GC()
    		}
    	}
    	total := deep(50, &x)
    	for i := range 9 {
    		total += guarded(i)
    	}
    	for _, n := range names {
    		total += counts[n+n] + len(n)
    	}
    	println(total, len(counts))
    }
    """
}

@Suite struct SeekTests {
  /// The digest after n single steps from the start, for every n of interest.
  private func reference(_ program: Program) -> (end: UInt64, digest: (UInt64) -> UInt64) {
    let machine = Machine(program)
    machine.run()
    return (
      machine.tick,
      { tick in
        let fresh = Machine(program)
        fresh.run(until: tick)
        return fresh.digest()
      }
    )
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func seekEqualsRunningFromTheStart(seed: UInt64) throws {
    let program = try Guest.program(Guest.busy)
    let (end, digest) = reference(program)
    let timeline = Timeline(program)
    var random = SeededRandom(state: seed)
    for _ in 0..<40 {
      let target = UInt64.random(in: 0...end, using: &random)
      timeline.seek(to: target)
      #expect(timeline.position == target)
      #expect(timeline.machine.digest() == digest(target), "seed \(seed), tick \(target)")
      if Bool.random(using: &random) { timeline.runAhead(by: 1000) }
    }
  }

  @Test func singleTicksEqualOneRun() throws {
    let program = try Guest.program(Guest.busy)
    let stepped = Machine(program)
    for tick in 1...3000 as ClosedRange<UInt64> { stepped.run(until: tick) }
    let run = Machine(program)
    run.run(until: 3000)
    #expect(stepped.digest() == run.digest())
  }

  @Test func observedAndUnobservedRunsAreTheSame() throws {
    struct Watcher: Observer {
      var count = 0
      mutating func observe(_ event: Event, tick: UInt64) -> Bool {
        count += 1
        return false
      }
    }
    let program = try Guest.program(Guest.busy)
    let plain = Machine(program)
    plain.run()
    let watched = Machine(program)
    var watcher = Watcher()
    watched.run(observer: &watcher)
    #expect(watcher.count > 1000)
    #expect(plain.tick == watched.tick)
    #expect(plain.digest() == watched.digest())
  }

  @Test func everyStepBackUndoesAStepForward() throws {
    let program = try Guest.program(Guest.busy)
    let timeline = Timeline(program)
    let lens = Lens()
    var passed: [(UInt64, UInt64)] = []
    for _ in 0..<400 {
      passed.append((timeline.position, timeline.machine.digest()))
      timeline.forward(.event, lens: lens)
    }
    for (tick, digest) in passed.reversed() {
      timeline.backward(.event, lens: lens)
      #expect(timeline.position == tick)
      #expect(timeline.machine.digest() == digest, "tick \(tick)")
    }
    #expect(timeline.position == 0)
  }

  @Test(arguments: [Motion.into, .line, .finish, .stop])
  func motionsReachTheEndAndTheBeginning(motion: Motion) throws {
    let timeline = Timeline(try Guest.program(Guest.busy))
    let lens = Lens()
    var count = 0
    while !timeline.machine.hasEnded, count < 5000 {
      let before = timeline.position
      timeline.forward(motion, lens: lens)
      #expect(timeline.position > before)
      count += 1
    }
    #expect(timeline.machine.hasEnded)
    count = 0
    while timeline.position > 0, count < 5000 {
      let before = timeline.position
      timeline.backward(motion, lens: lens)
      #expect(timeline.position < before)
      count += 1
    }
    #expect(timeline.position == 0)
  }

  @Test func aDecisionMakesAnotherFutureThatReplays() throws {
    let program = try Guest.program(Guest.busy)
    let timeline = Timeline(program)
    while timeline.runAhead() {}
    let plainEnd = timeline.end
    timeline.seek(to: 900)
    timeline.decide(.collect)
    while timeline.runAhead() {}
    let decidedEnd = try #require(timeline.end)
    #expect(decidedEnd > plainEnd ?? 0)
    timeline.seek(to: decidedEnd)
    let digest = timeline.machine.digest()
    let replay = Timeline(program, decisions: timeline.decisions)
    replay.seek(to: decidedEnd)
    #expect(replay.machine.digest() == digest)
    #expect(replay.machine.hasEnded)
  }

  @Test func thinningLosesNothing() throws {
    let program = try Guest.program(
      """
      package main

      func main() {
      	data := make([]int, 5000)
      	sum := 0
      	for round := 0; round < 60; round++ {
      		for i := range data {
      			data[i] += i * round
      			sum += data[i] & 1
      		}
      	}
      	println(sum)
      }
      """)
    let timeline = Timeline(program, budget: 200_000)
    timeline.spacingForTests = 1 << 14
    while timeline.runAhead() {}
    let end = try #require(timeline.end)
    #expect(timeline.storedBytes < 400_000)
    for target in (1...7).map({ end * $0 / 7 }).reversed() {
      timeline.seek(to: target)
      let fresh = Machine(program)
      fresh.run(until: target)
      #expect(timeline.machine.digest() == fresh.digest(), "tick \(target)")
    }
  }
}
