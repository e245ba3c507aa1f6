import MachineCode
import Testing

@testable import Machine

@Suite struct CoreLoopTests {
  func output(_ program: Program) -> String {
    let machine = Machine(program)
    machine.run()
    return machine.output.text(to: 2)
  }

  @Test func callsRecurse() { #expect(output(Samples.fib(20)) == "6765\n") }
  @Test func loopsCount() { #expect(output(Samples.loop(1000)) == "1500\n") }
  @Test func sievesCount() { #expect(output(Samples.sieve(1000)) == "168\n") }

  @Test func stopsAtExactlyTheTickAskedFor() {
    let whole = Machine(Samples.fib(12))
    whole.run()
    let machine = Machine(Samples.fib(12))
    var tick: UInt64 = 0
    while machine.run(until: tick) == .reachedTick {
      #expect(machine.tick == tick)
      tick += 7
    }
    #expect(machine.tick == whole.tick)
  }

  /// The fast loop executes some pairs in one go (Fusion.swift); single ticks do not.
  @Test(arguments: 0..<3) func pairsInOneGoAreTwoTicks(sample: Int) {
    let program = [Samples.loop(50), Samples.sieve(30), Samples.fib(8)][sample]
    let whole = Machine(program)
    whole.run()
    let stepped = Machine(program)
    var tick: UInt64 = 0
    while stepped.run(until: tick) == .reachedTick { tick += 1 }
    #expect(stepped.tick == whole.tick)
    #expect(stepped.digest() == whole.digest())
  }
}
