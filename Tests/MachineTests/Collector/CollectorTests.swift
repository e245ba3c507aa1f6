import MachineCode
import Testing

@testable import Machine

@Suite struct CollectorTests {
  /// Writes a pointer at a random place of a block that may hold one.
  func link(_ fixture: HeapFixture, from block: BlockInfo, to target: UInt64, _ random: inout Random) {
    guard let type = block.type, !block.isNoscan else { return }
    let layouts = fixture.machine.heap.layouts
    var offsets: [Int] = []
    var next = layouts.nextPointer(in: type.rawValue, from: 0)
    while let offset = next {
      offsets.append(offset)
      next = layouts.nextPointer(in: type.rawValue, from: offset + 8)
    }
    fixture.machine.memory.store(target, to: block.address + UInt64(offsets[random.next(offsets.count)]))
  }

  /// A random program: allocates, links blocks (also by pointers into their middle), forgets roots.
  func mutate(_ fixture: HeapFixture, steps: Int, _ random: inout Random) {
    for _ in 0..<steps {
      let block = fixture.new(HeapFixture.Kind.allCases[random.next(20) == 0 ? 5 : random.next(5)])
      let slot = random.next(64)
      let old = fixture.root(slot)
      if old != 0, let holder = fixture.machine.block(at: old) { link(fixture, from: holder, to: block, &random) }
      if random.next(3) == 0 { fixture.setRoot(random.next(64), block) }
      if random.next(6) == 0 { fixture.setRoot(random.next(64), 0) }
      let inner = fixture.machine.block(at: block).map { $0.address + UInt64(random.next($0.requestedSize)) } ?? block
      if random.next(4) == 0, let holder = fixture.machine.block(at: fixture.root(random.next(64))) {
        link(fixture, from: holder, to: inner, &random)
      }
    }
  }

  @Test(arguments: 1...8) func freesExactlyWhatCannotBeReached(seed: Int) {
    let fixture = HeapFixture()
    var random = Random(seed: UInt64(seed))
    for round in 0..<6 {
      mutate(fixture, steps: 400, &random)
      let reachable = fixture.machine.reachableBlocks()
      let statistics = fixture.machine.heapStatistics
      let all = fixture.allBlocks
      #expect(reachable.isSubset(of: all))
      fixture.collect(stepwise: round % 2 == 0)
      #expect(fixture.allBlocks == reachable)
      let after = fixture.machine.heapStatistics
      #expect(after.frees - statistics.frees == UInt64(all.count - reachable.count))
      #expect(after.heapObjects == UInt64(reachable.count))
    }
  }

  @Test(arguments: 1...4) func blackNeverPointsToWhite(seed: Int) {
    let fixture = HeapFixture()
    var random = Random(seed: UInt64(seed))
    mutate(fixture, steps: 300, &random)
    var tick = 0
    fixture.collect {
      tick += 1
      guard tick % 5 == 0, fixture.machine.collectionStatus.phase == .mark else { return }
      let status = fixture.machine.collectionStatus
      var counts = [0, 0, 0]
      for block in fixture.machine.blocks(from: 0, limit: .max) {
        counts[Int(block.shade.rawValue)] += 1
        guard block.shade == .black else { continue }
        for pointer in fixture.machine.pointers(in: block) {
          if let target = fixture.machine.block(at: pointer.target) { #expect(target.shade != .white) }
        }
      }
      #expect(counts == [status.white, status.grey, status.black])
    }
  }

  /// Seen or unseen, in one go or in pieces of any size: the same ticks, the same bytes.
  @Test(arguments: 1...4) func batchesTakeTheSameTicks(seed: Int) {
    func run(_ advance: (Machine, inout Random) -> Void) -> (ticks: UInt64, digest: [UInt8]) {
      let fixture = HeapFixture()
      var random = Random(seed: UInt64(seed))
      mutate(fixture, steps: 500, &random)
      fixture.machine.requestCollection()
      let start = fixture.machine.tick
      while fixture.machine.isCollecting { advance(fixture.machine, &random) }
      let memory = fixture.machine.memory
      return (fixture.machine.tick - start, memory.bytes(Memory.metadataBase, memory.extents.metadata))
    }
    let single = run { machine, _ in machine.advanceWork() }
    let whole = run { machine, _ in machine.advanceWork(upTo: .max) }
    let pieces = run { machine, random in
      let limit = UInt64(1 + random.next(40))
      let before = machine.tick
      machine.advanceWork(upTo: limit)
      #expect(machine.tick - before <= limit && machine.tick > before)
    }
    #expect(single.ticks == whole.ticks && single.ticks == pieces.ticks)
    #expect(single.digest == whole.digest && single.digest == pieces.digest)
  }

  @Test func eventsTellEveryChangeOfColour() {
    struct Recorder: Observer {
      var shade: [UInt64: Shade] = [:]
      var freed: Set<UInt64> = []
      var wrong: [String] = []
      var log: [Event] = []
      mutating func observe(_ event: Event, tick: UInt64) -> Bool {
        log.append(event)
        switch event {
        case .shaded(let block, _, _):
          if shade[block] != nil { wrong.append("\(block) shaded twice") }
          shade[block] = .grey
        case .blackened(let block):
          if shade[block] != .grey { wrong.append("\(block) blackened without being grey") }
          shade[block] = .black
        case .swept(let block, _):
          if shade[block] != nil || !freed.insert(block).inserted { wrong.append("\(block) swept") }
        default: break
        }
        return false
      }
    }
    let fixture = HeapFixture()
    var random = Random(seed: 9)
    mutate(fixture, steps: 300, &random)
    let all = fixture.allBlocks
    let reachable = fixture.machine.reachableBlocks()
    fixture.machine.observer = Recorder()
    fixture.machine.core.pointee.observing = true
    fixture.collect()
    let recorder = fixture.machine.observer as! Recorder
    #expect(recorder.wrong == [])
    #expect(Set(recorder.shade.keys) == reachable && recorder.shade.values.allSatisfy { $0 == .black })
    #expect(recorder.freed == all.subtracting(reachable))
    guard case .collectionBegan(1, .request) = recorder.log.first, case .collectionEnded(1, _, _) = recorder.log.last
    else {
      Issue.record("a collection begins and ends with an event of its own")
      return
    }
  }

  /// runtime/mgcpacer.go: at GOGC=100 and nothing marked, the goal is the minimum of 4 MiB; then twice what was marked.
  @Test func paceFollowsGOGC() {
    let fixture = HeapFixture()
    #expect(fixture.machine.collectionStatus.goal == 4 << 20)
    var kept = 0
    while !fixture.machine.heap.state.pointee.collectionDue {
      let block = fixture.allocate(4096)
      if kept < 64 {
        fixture.setRoot(kept, block)
        kept += 1
      }
    }
    let live = fixture.machine.collectionStatus.heapLive
    #expect(live >= (4 << 20) / 64 * 61 && live <= 4 << 20)
    fixture.collect()
    #expect(fixture.machine.collectionStatus.heapLive == 64 * 4096)
    #expect(fixture.machine.collectionStatus.goal == 4 << 20)
    #expect(fixture.machine.heap.setGCPercent(-1) == 100)
    #expect(fixture.machine.collectionStatus.goal == nil)
    #expect(fixture.machine.heap.setGCPercent(50) == -1)
    #expect(fixture.machine.collectionStatus.goal == 2 << 20)
  }

  /// A pointer just behind a block keeps its neighbour alive at most, never the block itself.
  @Test func pointersBehindTheEndKeepNothing() {
    let fixture = HeapFixture()
    let block = fixture.new(.large)
    fixture.setRoot(0, block + 49152)
    fixture.collect()
    #expect(fixture.allBlocks.isEmpty)
    let inner = fixture.new(.large)
    fixture.setRoot(0, inner + 49151)
    fixture.collect()
    #expect(fixture.allBlocks == [inner])
  }

  @Test func stackSlotsAreRootsWhileTheyLive() {
    var assembler = Assembler()
    let type = TypeID(1)
    let site = assembler.site(type)
    assembler.function("main.main", frame: 32) { f in
      f.slots.append(
        FrameSlot(
          name: "p", kind: .local, type: type, offset: 8, span: .none, visible: [], live: [PCRange(1, 3)]))
      f.emit(.new, 8, 0, site)
      f.emit(.const64, 16, 0, 0)
      f.emit(.const64, 16, 0, 0)
      f.emit(.const64, 16, 0, 0)
      f.emit(.ret)
    }
    let machine = Machine(assembler.program())
    func collect() -> Int {
      machine.requestCollection()
      while machine.isCollecting { machine.advanceWork() }
      return machine.blocks(from: 0, limit: 10).count
    }
    while machine.pc != 2 { machine.run(until: machine.tick + 1) }
    #expect(collect() == 1)
    while machine.pc != 3 { machine.run(until: machine.tick + 1) }
    #expect(collect() == 0)
  }
}
