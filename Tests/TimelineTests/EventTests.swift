import Machine
import MachineCode
import Testing

/// Events tell the truth about the machine's state.
@Suite struct EventTests {
  struct Collector: Observer {
    var events: [Event] = []
    mutating func observe(_ event: Event, tick: UInt64) -> Bool {
      events.append(event)
      return false
    }
  }

  struct StopAtStatements: Observer {
    var last: (pc: Int, tick: UInt64)?
    mutating func observe(_ event: Event, tick: UInt64) -> Bool {
      guard case .statement(_, let pc) = event else { return false }
      last = (pc, tick)
      return true
    }
  }

  @Test func aRunStopsBeforeAStatementsFirstInstruction() throws {
    let program = try Guest.program(Guest.busy)
    let machine = Machine(program)
    var observer = StopAtStatements()
    var stops = 0
    while machine.run(observer: &observer) == .observer {
      let last = try #require(observer.last)
      #expect(last.pc == machine.pc && last.tick == machine.tick)
      #expect(program.statementStarts[machine.pc])
      stops += 1
    }
    #expect(stops > 500)
  }

  /// The variables of the running goroutine's newest frame, byte by byte.
  private func variables(_ machine: Machine) -> (function: Int, sp: UInt64, bytes: [UInt64: UInt8])? {
    let program = machine.program
    guard let function = program.functions.firstIndex(where: { $0.code.contains(machine.pc) }) else { return nil }
    var bytes: [UInt64: UInt8] = [:]
    for slot in program.functions[function].slots {
      switch slot.kind {
      case .receiver, .parameter, .result, .local, .escaped:
        let start = UInt64(Int64(machine.sp) + Int64(slot.offset))
        for address in start..<start + UInt64(program.types[Int(slot.type.rawValue)].size) {
          bytes[address] = machine.memory.load(address, as: UInt8.self)
        }
      default: break
      }
    }
    return (function, machine.sp, bytes)
  }

  @Test func everyChangeOfAVariableIsReported() throws {
    let program = try Guest.program(
      """
      package main

      type pair struct {
      	x, y int
      	name string
      }

      func swap(a, b pair) (c, d pair) { return b, a }

      func main() {
      	names := []string{"ant", "bee", "cat"}
      	counts := [5]int{}
      	small := int8(3)
      	one, two := pair{1, 2, "one"}, pair{3, 4, "two"}
      	values := make(chan pair, 1)
      	for i, name := range names {
      		one, two = swap(one, two)
      		counts[i+1] += len(name)
      		small *= 2
      		less := i < 1
      		pointer := &counts
      		pointer[0]++
      		one.name += name
      		var any interface{} = one.x
      		number, ok := any.(int)
      		values <- two
      		two = <-values
      		names[i] = two.name[1:]
      		real := complex(float64(number), 2)
      		real *= real
      		println(less, ok, number, real)
      	}
      	println(counts[0], counts[1], small, one.name, two.x, names[0])
      }
      """)
    let machine = Machine(program)
    let main = try #require(program.functions.firstIndex { $0.name == "main.main" })
    let swap = try #require(program.functions.firstIndex { $0.name == "main.swap" })
    var checked = 0
    while !machine.hasEnded {
      let before = variables(machine)
      var collector = Collector()
      machine.run(until: machine.tick + 1, observer: &collector)
      guard let before, let after = variables(machine), before.function == after.function, before.sp == after.sp,
        before.function == main || before.function == swap
      else {
        continue
      }
      let written = collector.events.compactMap { event -> Range<UInt64>? in
        switch event {
        case .slotWritten(_, let address, let size), .memoryWritten(_, let address, let size):
          address..<address + UInt64(size)
        default: nil
        }
      }
      for (address, byte) in before.bytes where after.bytes[address] != byte {
        #expect(written.contains { $0.contains(address) }, "tick \(machine.tick)")
        checked += 1
      }
      // A slot that is reported lies in a variable, all of it.
      for case .slotWritten(_, let address, let size) in collector.events {
        #expect((address..<address + UInt64(size)).allSatisfy { before.bytes[$0] != nil }, "tick \(machine.tick)")
      }
    }
    #expect(checked > 100)
  }
}
