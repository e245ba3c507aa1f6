import Machine
import MachineCode
import Testing

@testable import Timeline

extension Guest {
  /// What a timer's channel shows before Go 1.23, and since.
  static let timers = """
    package main

    import "time"

    func main() {
    	t := time.NewTimer(time.Millisecond)
    	time.Sleep(5 * time.Millisecond)
    	print(len(t.C), cap(t.C), " ", t.Stop(), " ")
    	select {
    	case <-t.C:
    		print("stale ")
    	default:
    		print("nothing ")
    	}
    	t.Reset(time.Millisecond)
    	time.Sleep(5 * time.Millisecond)
    	print(t.Reset(time.Hour), " ")
    	select {
    	case <-t.C:
    		println("stale")
    	default:
    		println("nothing")
    	}
    }
    """
  /// A ticker that is never stopped, and nobody listens to; then nothing else to do.
  static let ticking = """
    package main

    import (
    	"runtime"
    	"time"
    )

    type page struct {
    	ticker *time.Ticker
    	bytes  [1 << 16]byte
    }

    func open() {
    	p := new(page)
    	p.ticker = time.NewTicker(time.Millisecond)
    	<-p.ticker.C
    }

    func main() {
    	for range 3 {
    		open()
    	}
    	runtime.GC()
    	var stats runtime.MemStats
    	runtime.ReadMemStats(&stats)
    	println(stats.HeapObjects < 100)
    	select {}
    }
    """
}

/// Recorded from Go 1.23.9, with and without GODEBUG=asynctimerchan=1.
@Suite struct TimerTests {
  private func machine(_ text: String, asynchronous: Bool) throws -> Machine {
    var options = MachineOptions()
    options.asynchronousTimers = asynchronous
    return Machine(try Guest.program(text), options: options)
  }

  @Test(arguments: [(false, "00 true nothing true nothing\n"), (true, "11 false stale false stale\n")])
  func channelsOfTimers(asynchronous: Bool, expected: String) throws {
    let machine = try machine(Guest.timers, asynchronous: asynchronous)
    machine.run()
    #expect(machine.output.text(to: 2) == expected)
  }

  /// Since 1.23 a ticker that nobody can hear keeps no program from being stuck, and no memory.
  @Test func anUnheardTickerIsNothing() throws {
    let machine = try machine(Guest.ticking, asynchronous: false)
    machine.run(until: 10_000_000)
    #expect(machine.exitStatus == 2)
    #expect(machine.output.text(to: 2).contains("all goroutines are asleep"))
    #expect(machine.timerPointers().isEmpty)
  }

  @Test func beforeItTickedForEver() throws {
    let machine = try machine(Guest.ticking, asynchronous: true)
    machine.run(until: 2_000_000)
    #expect(machine.exitStatus == nil)
    #expect(machine.timerPointers().count == 3)
    let tick = machine.tick
    machine.run(until: tick + 1000)
    #expect(machine.tick == tick + 1000)
  }
}
