import MachineCode
import Testing

@testable import Machine

/// A rule switched off leads to what it is there to prevent, and the machine says so.
@Suite struct WhatIfTests {
  struct Corruptions: Observer {
    var found: [(corruption: Corruption, tick: UInt64)] = []
    mutating func observe(_ event: Event, tick: UInt64) -> Bool {
      if case .corrupted(let corruption) = event { found.append((corruption, tick)) }
      return false
    }
  }

  /// Among all lengths of turns there is one with which a block is lost without the barrier; the same turns with it lose nothing.
  @Test func withoutTheBarrierABlockIsLost() throws {
    let program = try ConcurrentTests.program(seed: 4, rounds: 150)
    var shortest: (options: MachineOptions, ticks: UInt64)?
    for collectorTurn in 1...4 {
      for programTurn in stride(from: 1, through: 41, by: 5) {
        var options = MachineOptions()
        options.collector = .concurrent
        options.heapMinimum = 2048
        options.whatIf = [.noWriteBarrier]
        (options.collectorTurn, options.programTurn) = (collectorTurn, programTurn)
        let machine = Machine(program, options: options)
        machine.run(until: shortest?.ticks ?? 2_000_000)
        if machine.exitStatus == 2 { shortest = (options, machine.tick) }
      }
    }
    var (options, ticks) = try #require(shortest)
    let losing = Machine(program, options: options)
    var corruptions = Corruptions()
    losing.run(observer: &corruptions)
    #expect(losing.tick == ticks && losing.exitStatus == 2)
    let lost = try #require(corruptions.found.first)
    #expect(lost.corruption.kind == .lostBlock && losing.reachableBlocks().contains(lost.corruption.address))

    options.whatIf = []
    let kept = Machine(program, options: options)
    kept.run()
    #expect(kept.exitStatus == 0)
  }

  @Test func withoutRewritingPointersDangle() {
    var options = MachineOptions()
    options.whatIf = [.noPointerRewrite]
    let program = try? Guest.program(
      """
      package main

      func deep(n int, p *int) int {
      	var pad [64]int
      	if n == 0 {
      		*p = 5
      		return pad[0]
      	}
      	return deep(n-1, p)
      }

      func main() {
      	x := 1
      	deep(20, &x)
      	println(x)
      }
      """)
    guard let program else {
      Issue.record("does not compile")
      return
    }
    let machine = Machine(program, options: options)
    var corruptions = Corruptions()
    machine.run(observer: &corruptions)
    #expect(corruptions.found.contains { $0.corruption.kind == .danglingPointer })
    // What was written through the stale pointer never reached x.
    #expect(Array(machine.output.bytes) == Array("1\n".utf8))
    let right = Machine(program)
    right.run()
    #expect(Array(right.output.bytes) == Array("5\n".utf8))
  }
}
