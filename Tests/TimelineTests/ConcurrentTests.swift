import MachineCode
import SceneKit
import Testing

@testable import Machine

/// A collection beside the program, over programs that do what they can to lose a block.
@Suite struct ConcurrentTests {
  /// Moves pointers about between stack, heap, maps, channels, closures, deferred calls and goroutines, and forgets them.
  static let shuffler = """
    package main

    type node struct {
    	value int
    	next  *node
    	more  []*node
    }

    var (
    	heads [5]*node
    	seed  = SEED
    	table = map[int]*node{}
    	boxed any
    	check int
    )

    func random(n int) int {
    	seed = (seed*1103515245 + 12345) & 0x7fffffff
    	return seed >> 8 % n
    }

    // take moves a list from a package variable to the stack, and puts it back elsewhere.
    func take(depth int) {
    	i := random(5)
    	held := heads[i]
    	heads[i] = nil
    	if depth > 0 {
    		take(depth - 1)
    	}
    	fresh := &node{value: random(100), next: held}
    	heads[random(5)] = fresh
    	if held != nil && random(3) == 0 {
    		held.more = append(held.more, fresh.next, heads[random(5)])
    	}
    }

    func worker(in chan *node, out chan *node, done chan bool) {
    	for n := range in {
    		f := func() *node { return n.next }
    		defer func() { check += n.value }()
    		if m := f(); m != nil {
    			n.next = nil
    			out <- m
    		} else {
    			out <- n
    		}
    	}
    	done <- true
    }

    func main() {
    	in, out, done := make(chan *node), make(chan *node, 2), make(chan bool)
    	go worker(in, out, done)
    	for i := 0; i < ROUNDS; i++ {
    		take(random(4))
    		switch random(6) {
    		case 0:
    			table[random(20)] = heads[random(5)]
    		case 1:
    			heads[random(5)] = table[random(20)]
    			delete(table, random(20))
    		case 2:
    			boxed = heads[random(5)]
    			heads[random(5)] = nil
    		case 3:
    			if n, ok := boxed.(*node); ok && n != nil {
    				heads[random(5)] = n
    			}
    		case 4:
    			if n := heads[random(5)]; n != nil {
    				in <- n
    				heads[random(5)] = <-out
    			}
    		case 5:
    			var list []*node
    			for n, k := heads[random(5)], 0; n != nil && k < 10; n, k = n.next, k+1 {
    				list = append(list, n)
    			}
    			if len(list) > 1 {
    				list[0].next = list[len(list)-1]
    				list[0].more = list[1:]
    			}
    		}
    	}
    	close(in)
    	<-done
    	for _, h := range heads {
    		for k := 0; h != nil && k < 50; k++ {
    			check = check*31 + h.value + len(h.more)
    			h = h.next
    		}
    	}
    	println(check, len(table))
    }
    """

  static func program(seed: Int, rounds: Int) throws -> Program {
    try Guest.program(
      shuffler.replacing("SEED", with: "\(seed * 7919 + 1)").replacing("ROUNDS", with: "\(rounds)"))
  }

  static func options(_ random: inout SeededRandom) -> MachineOptions {
    var options = MachineOptions()
    options.collector = .concurrent
    options.heapMinimum = Int.random(in: 2048...32768, using: &random)
    options.gogc = Int.random(in: 20...100, using: &random)
    options.collectorTurn = Int.random(in: 1...12, using: &random)
    options.programTurn = Int.random(in: 1...60, using: &random)
    return options
  }

  /// After the roots were scanned, every white block that the program can reach is reached from a grey one: marking to the end finds it.
  static func lostBlocks(_ machine: Machine) -> Set<UInt64> {
    var covered: Set<UInt64> = []
    var pending: [BlockInfo] = []
    var white: Set<UInt64> = []
    for block in machine.blocks(from: 0, limit: .max) {
      if block.shade == .grey { pending.append(block) }
      if block.shade == .white { white.insert(block.address) }
    }
    while let block = pending.popLast() {
      for pointer in machine.pointers(in: block) {
        if let next = machine.block(at: pointer.target), covered.insert(next.address).inserted { pending.append(next) }
      }
    }
    return white.intersection(machine.reachableBlocks()).subtracting(covered)
  }

  @Test(arguments: 1...8) func greyProtectsWhateverIsReachable(seed: Int) throws {
    var random = SeededRandom(state: UInt64(seed))
    let options = Self.options(&random)
    let machine = Machine(try Self.program(seed: seed, rounds: 150), options: options)
    var checked = 0
    while !machine.hasEnded, checked < 2500 {
      machine.run(until: machine.tick + 1)
      guard machine.heap.phase == .mark, machine.heap.state.pointee.rootsDone else { continue }
      checked += 1
      let lost = Self.lostBlocks(machine)
      if !lost.isEmpty {
        Issue.record("seed \(seed), tick \(machine.tick), pc \(machine.pc): \(lost.map { hex($0) }) lost")
        return
      }
    }
    #expect(checked > 300)
  }

  /// What was unreachable when a collection began is gone when it has ended; what is reachable when marking ends stays.
  @Test(arguments: 1...8) func freesJustWhatMay(seed: Int) throws {
    struct Judge: Observer {
      let machine: Machine
      var garbage: [UInt64: UInt64] = [:]
      var cycles = 0
      var problems: [String] = []
      mutating func observe(_ event: Event, tick: UInt64) -> Bool {
        switch event {
        case .collectionBegan:
          let reachable = machine.reachableBlocks()
          garbage = [:]
          for block in machine.blocks(from: 0, limit: .max) where !reachable.contains(block.address) {
            garbage[block.address] = block.birth
          }
        case .markEnded:
          let reachable = machine.reachableBlocks()
          for block in machine.blocks(from: 0, limit: .max)
          where reachable.contains(block.address) && block.shade != .black {
            problems.append("tick \(tick): \(hex(block.address)) is reachable and white")
          }
        case .collectionEnded:
          cycles += 1
          // The slot that tiny blocks share lives as long as it is being filled.
          for block in machine.blocks(from: 0, limit: .max)
          where garbage[block.address] == block.birth && block.tinyOffsets.isEmpty {
            problems.append("tick \(tick): \(hex(block.address)) is still there")
          }
        default: break
        }
        return false
      }
    }
    var random = SeededRandom(state: UInt64(seed) + 100)
    let options = Self.options(&random)
    let program = try Self.program(seed: seed, rounds: 400)
    let machine = Machine(program, options: options)
    var judge = Judge(machine: machine)
    machine.run(observer: &judge)
    #expect(judge.problems.prefix(3) == [], "seed \(seed)")
    #expect(judge.cycles > 1)
    // Unobserved the same ticks and bytes; and the program sees nothing of the collector.
    let plain = Machine(program, options: options)
    plain.run()
    #expect(plain.tick == machine.tick && plain.digest() == machine.digest())
    var still = options
    still.collector = .stop
    let stopped = Machine(program, options: still)
    stopped.run()
    #expect(stopped.output.bytes == plain.output.bytes)
  }

  /// One can let either go on alone: the other stands still meanwhile.
  @Test func collectorOrProgramAlone() throws {
    var random = SeededRandom(state: 3)
    var options = Self.options(&random)
    options.collectorTurn = 3
    options.programTurn = 9
    let machine = Machine(try Self.program(seed: 3, rounds: 300), options: options)
    while !machine.isCollectingBesides { machine.run(until: machine.tick + 1) }
    machine.decide(.init(tick: machine.tick, kind: .interleave(.program)))
    let status = machine.collectionStatus
    let start = machine.tick
    while machine.isCollecting { machine.run(until: machine.tick + 1) }
    machine.run(until: start + 40)
    #expect(machine.isCollectingBesides && machine.collectionStatus.cycles == status.cycles)
    machine.decide(.init(tick: machine.tick, kind: .interleave(.collector)))
    let (pc, sp) = (machine.pc, machine.sp)
    while machine.isCollectingBesides {
      machine.run(until: machine.tick + 1)
      if machine.isCollectingBesides { #expect(machine.pc == pc && machine.sp == sp) }
    }
    #expect(machine.collectionStatus.cycles == status.cycles + 1)
    machine.run()
    #expect(machine.exitStatus == 0)
  }
}
