import Machine
import MachineCode
import Testing

@testable import Timeline

extension Guest {
  /// Channels with and without buffer, select, timers, a mutex, collections while goroutines wait, stacks that grow meanwhile.
  static let talkative = """
    package main

    import (
    	"runtime"
    	"sync"
    	"time"
    )

    type parcel struct {
    	number int
    	text   *string
    	pad    [3]int
    }

    func deep(n int) int {
    	var pad [20]int
    	pad[n%20] = n
    	if n == 0 {
    		return 0
    	}
    	return deep(n-1) + pad[n%20]
    }

    func main() {
    	direct := make(chan parcel)
    	buffered := make(chan *int, 2)
    	var mu sync.Mutex
    	var wg sync.WaitGroup
    	total := 0
    	for i := range 4 {
    		wg.Add(1)
    		go func() {
    			defer wg.Done()
    			text := string(rune('a' + i))
    			direct <- parcel{number: i, text: &text}
    			n := deep(40 * i)
    			mu.Lock()
    			total += n
    			mu.Unlock()
    			buffered <- &n
    		}()
    	}
    	texts := 0
    	for range 4 {
    		p := <-direct
    		texts += int((*p.text)[0]) + p.number
    		runtime.GC()
    	}
    	for range 4 {
    		select {
    		case n := <-buffered:
    			texts += *n
    		case <-time.After(time.Second):
    			println("late")
    		}
    	}
    	wg.Wait()
    	late := time.After(5 * time.Millisecond)
    	runtime.GC()
    	select {
    	case <-late:
    	case <-direct:
    	}
    	ticker := time.NewTicker(time.Millisecond)
    	for range 3 {
    		<-ticker.C
    	}
    	ticker.Stop()
    	close(direct)
    	_, ok := <-direct
    	println(total, texts, ok)
    }
    """
}

@Suite struct GoroutineTests {
  /// 0+…+40i summed for i of 0, 1, 2, 3: 0 + 820 + 3240 + 7260.
  static let total = 11320

  @Test func communicationArrives() throws {
    let machine = Machine(try Guest.program(Guest.talkative))
    machine.run()
    let letters = (97 + 98 + 99 + 100) + (0 + 1 + 2 + 3)
    #expect(machine.output.text(to: 2) == "\(Self.total) \(letters + Self.total) false\n")
    #expect(machine.exitStatus == 0)
  }

  @Test func lookingAndStoppingChangeNothing() throws {
    struct Watcher: Observer {
      mutating func observe(_ event: Event, tick: UInt64) -> Bool { tick % 7 == 0 }
    }
    let program = try Guest.program(Guest.talkative)
    let plain = Machine(program)
    plain.run()
    let watched = Machine(program)
    var watcher = Watcher()
    while watched.run(observer: &watcher) != .ended {}
    #expect(plain.tick == watched.tick)
    #expect(plain.digest() == watched.digest())
  }

  @Test func seekingEqualsRunning() throws {
    let program = try Guest.program(Guest.talkative)
    let timeline = Timeline(program)
    while timeline.runAhead() {}
    let end = try #require(timeline.end)
    var random = SeededRandom(state: 5)
    for _ in 0..<25 {
      let target = UInt64.random(in: 0...end, using: &random)
      timeline.seek(to: target)
      let fresh = Machine(program)
      fresh.run(until: target)
      #expect(timeline.machine.digest() == fresh.digest(), "tick \(target)")
    }
  }

  @Test func theSeedDecidesAndNothingElse() throws {
    let program = try Guest.program(
      """
      package main

      func main() {
      	a, b := make(chan int, 64), make(chan int, 64)
      	for i := range 64 {
      		a <- i
      		b <- i
      	}
      	for range 64 {
      		select {
      		case <-a:
      			print("a")
      		case <-b:
      			print("b")
      		}
      	}
      	println()
      }
      """)
    func text(_ seed: UInt64) -> String {
      var options = MachineOptions()
      options.seed = seed
      let machine = Machine(program, options: options)
      machine.run()
      return machine.output.text(to: 2)
    }
    #expect(text(1) == text(1))
    #expect(text(1) != text(2))
    #expect(text(1).filter { $0 == "a" }.count > 16 && text(1).filter { $0 == "b" }.count > 16)
  }

  @Test func aDeadlockNamesWhatEachWaitsFor() throws {
    let program = try Guest.program(
      """
      package main

      func main() {
      	c := make(chan int)
      	go func() {
      		var never chan int
      		<-never
      	}()
      	go func() { select {} }()
      	c <- 1
      }
      """)
    let machine = Machine(program)
    machine.run()
    let text = machine.output.text(to: 2)
    #expect(machine.exitStatus == 2)
    #expect(
      text.hasPrefix("fatal error: all goroutines are asleep - deadlock!\n\ngoroutine 1 [chan send]:\nmain.main()\n"))
    #expect(
      text.contains("goroutine 2 [chan receive (nil chan)]:\n") && text.contains("goroutine 3 [select (no cases)]:\n"))
  }
}
