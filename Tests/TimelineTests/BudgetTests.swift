import Machine
import MachineCode
import Testing

@testable import Timeline

/// The checkpoints' budget holds, and every tick stays reachable.
@Suite struct BudgetTests {
  /// Writes each page of a large array once, long after the other: what a removed checkpoint knew must not be lost with it.
  static let sparse = """
    package main

    var data [64 * 512]int

    func main() {
    	x := 1
    	for page := 0; page < 64; page++ {
    		for i := 0; i < 512; i++ {
    			x = x*1103515245 + 12345
    			data[page*512+i] = x
    		}
    		for i := 0; i < 3000; i++ {
    			x ^= i
    		}
    	}
    	println(x)
    }
    """

  private func check(_ timeline: Timeline, _ program: Program, _ targets: [UInt64]) {
    for target in targets {
      timeline.seek(to: target)
      let fresh = Machine(program)
      fresh.run(until: target)
      #expect(timeline.machine.digest() == fresh.digest(), "tick \(target)")
    }
  }

  @Test(arguments: [30_000, 100_000, 250_000]) func everyTickStaysReachable(budget: Int) throws {
    let program = try Guest.program(Self.sparse)
    let timeline = Timeline(program, budget: budget)
    timeline.spacingForTests = 1 << 11
    while timeline.runAhead(by: 5_000) { #expect(timeline.storedBytes <= budget) }
    let end = try #require(timeline.end)
    var random = SeededRandom(state: UInt64(budget))
    check(timeline, program, (0..<25).map { _ in UInt64.random(in: 0...end, using: &random) })
    #expect(timeline.storedBytes <= budget)
  }

  /// Stepping back drops checkpoints near the cursor, and takes others away.
  @Test func steppingBackEverywhereLosesNothing() throws {
    let program = try Guest.program(Self.sparse)
    let timeline = Timeline(program, budget: 150_000)
    timeline.spacingForTests = 1 << 12
    while timeline.runAhead() {}
    let end = try #require(timeline.end)
    var random = SeededRandom(state: 5)
    for _ in 0..<25 {
      timeline.seek(to: UInt64.random(in: 1...end, using: &random))
      for _ in 0..<3 { timeline.backward(.event, lens: Lens()) }
      let fresh = Machine(program)
      fresh.run(until: timeline.position)
      #expect(timeline.machine.digest() == fresh.digest(), "tick \(timeline.position)")
    }
  }

  /// The scout gives its memory back when it has seen the end; a decision brings it back to life.
  @Test func aDecisionAfterTheEndIsRecorded() throws {
    let program = try Guest.program(Guest.busy)
    let timeline = Timeline(program, budget: 200_000)
    timeline.spacingForTests = 1 << 9
    while timeline.runAhead() {}
    for tick in [700, 300, 1500] as [UInt64] {
      timeline.seek(to: tick)
      timeline.decide(.collect)
      while timeline.runAhead() {}
      let end = try #require(timeline.end)
      timeline.seek(to: end)
      let replay = Timeline(program, decisions: timeline.decisions)
      replay.seek(to: end)
      #expect(replay.position == end && replay.machine.digest() == timeline.machine.digest())
    }
  }

  /// A recursion as deep as the stack: its checkpoints take a small part of what the stack takes.
  @Test func deepRecursionIsKeptSmall() throws {
    let program = try Guest.program(
      """
      package main

      func f(n int) int { return f(n+1) + 1 }

      func main() { println(f(0)) }
      """)
    var options = MachineOptions()
    options.maxStack = 8 << 20
    let timeline = Timeline(program, options: options)
    timeline.spacingForTests = 1 << 16
    while timeline.runAhead() {}
    let end = try #require(timeline.end)
    #expect(timeline.storedBytes < 4 << 20)
    for target in [end, end / 2, end - 1, end / 3] {
      timeline.seek(to: target)
      let fresh = Machine(program, options: options)
      fresh.run(until: target)
      if target == end { fresh.run() }
      #expect(timeline.machine.digest() == fresh.digest(), "tick \(target)")
    }
  }

  /// Pages of every kind come back as they were.
  @Test(arguments: 1...40 as ClosedRange<UInt64>) func pagesComeBack(seed: UInt64) {
    var random = SeededRandom(state: seed)
    var words = [UInt64](repeating: 0, count: Page.size / 8)
    let period = Int.random(in: 1...60, using: &random)
    for index in words.indices {
      switch seed % 5 {
      case 0: words[index] = random.next()
      case 1: words[index] = index < period ? random.next() : words[index - period] &+ UInt64(period)
      case 2: words[index] = Int.random(in: 0..<20, using: &random) == 0 ? random.next() : 0
      case 3: words[index] = UInt64(index / period)
      default: words[index] = index % period == 0 ? random.next() : 7
      }
    }
    let tally = Page.Tally()
    words.withUnsafeBytes { source in
      guard case .changed(let page?) = Page.copy(of: source.baseAddress!, like: nil, tally) else {
        Issue.record("a page that is not zero is kept")
        return
      }
      var back = [UInt64](repeating: 1, count: words.count)
      back.withUnsafeMutableBytes { page.write(to: $0.baseAddress!) }
      #expect(back == words)
      guard case .same = Page.copy(of: source.baseAddress!, like: page, tally) else {
        Issue.record("a page is equal to itself")
        return
      }
      back[Int.random(in: 0..<back.count, using: &random)] ^= 1 << UInt64.random(in: 0..<64, using: &random)
      back.withUnsafeBytes { changed in
        guard case .changed = Page.copy(of: changed.baseAddress!, like: page, tally) else {
          Issue.record("a changed bit is seen")
          return
        }
      }
    }
    #expect(tally.bytes == 0)
  }
}
