import MachineCode
import Testing

@testable import Machine

/// Finalizers, as far as the collector goes: who is kept, for how long, and in which order they are queued. What programs see of them
/// stands in Tests/EndToEnd/Programs/finalizers.
@Suite struct FinalizerTests {
  func setFinalizer(_ fixture: HeapFixture, _ block: UInt64) -> Bool {
    guard let (span, slot) = fixture.machine.heap.findBlock(block) else { return false }
    let record = fixture.machine.heap.addFinalizer(span, object: fixture.machine.heap.blockAddress(span, slot))
    record?.function = 0
    return record != nil
  }

  func queued(_ fixture: HeapFixture) -> [UInt64] {
    var objects: [UInt64] = []
    while let record = fixture.machine.heap.takeFinalizer() { objects.append(record.object) }
    return objects
  }

  @Test func aBlockStaysForItsFinalizerAndGoesInTheNextCycle() {
    let fixture = HeapFixture()
    let blocks = (0..<4).map { _ in fixture.new(.node) }
    // 0 → 1; 2 and 3 in a cycle.
    fixture.machine.memory.store(blocks[1], to: blocks[0])
    fixture.machine.memory.store(blocks[3], to: blocks[2])
    fixture.machine.memory.store(blocks[2], to: blocks[3])
    for index in 0..<3 { #expect(setFinalizer(fixture, blocks[index])) }
    #expect(!setFinalizer(fixture, blocks[0]))

    fixture.collect()
    // 1 is held by 0, whose finalizer may use it; 2 is held by 3, which its own finalizer may use: for ever.
    #expect(fixture.allBlocks == Set(blocks))
    #expect(queued(fixture) == [blocks[0]])
    fixture.collect()
    #expect(fixture.allBlocks == Set(blocks[1...]))
    #expect(queued(fixture) == [blocks[1]])
    fixture.collect()
    #expect(fixture.allBlocks == Set(blocks[2...]))
    for _ in 0..<3 { fixture.collect() }
    #expect(queued(fixture) == [] && fixture.allBlocks == Set(blocks[2...]))

    let (span, _) = fixture.machine.heap.findBlock(blocks[2])!
    fixture.machine.heap.removeFinalizer(span, object: blocks[2])
    fixture.collect()
    #expect(fixture.allBlocks == [])
  }

  @Test func whatOneSweepQueuesRunsNewestFirst() {
    let fixture = HeapFixture()
    let blocks = (0..<5).map { _ in fixture.new(.node) }
    for block in [3, 0, 4, 1, 2] { #expect(setFinalizer(fixture, blocks[block])) }
    fixture.collect()
    #expect(queued(fixture) == blocks.reversed())
  }

  /// Tiny blocks of one slot have a finalizer each; the slot lives until the last of them is unreachable, then all run.
  @Test func tinyBlocksHaveFinalizersOfTheirOwn() {
    let fixture = HeapFixture()
    let first = fixture.allocate(4)
    let second = fixture.allocate(4)
    #expect(second == first + 4)
    let (span, _) = fixture.machine.heap.findBlock(first)!
    #expect(fixture.machine.heap.addFinalizer(span, object: first) != nil)
    #expect(fixture.machine.heap.addFinalizer(span, object: second) != nil)
    fixture.setRoot(0, second)
    fixture.collect()
    #expect(queued(fixture) == [])
    fixture.setRoot(0, 0)
    fixture.collect()
    #expect(queued(fixture) == [second, first])
  }

  /// Random graphs with finalizers: nothing reachable is freed, what is unreachable and without finalizer is, a finalizer is queued
  /// exactly when its block is not reached; in one go or tick by tick, the same bytes.
  @Test(arguments: 1...6) func randomGraphs(seed: Int) {
    let helper = CollectorTests()
    var digests: [[UInt8]] = []
    for stepwise in [true, false] {
      let fixture = HeapFixture()
      var random = Random(seed: UInt64(seed))
      var pending: Set<UInt64> = []
      for _ in 0..<6 {
        helper.mutate(fixture, steps: 300, &random)
        let all = fixture.allBlocks.sorted()
        for _ in 0..<30 {
          let block = all[random.next(all.count)]
          if setFinalizer(fixture, block) { pending.insert(block) }
        }
        let reachable = fixture.machine.reachableBlocks()
        let due = pending.subtracting(reachable)
        fixture.collect(stepwise: stepwise)
        #expect(fixture.allBlocks == reachable.union(due))
        let run = queued(fixture)
        #expect(Set(run) == due && run.count == due.count)
        pending.subtract(due)
      }
      digests.append(fixture.machine.memory.bytes(Memory.metadataBase, fixture.machine.memory.extents.metadata))
    }
    #expect(digests[0] == digests[1])
  }
}
