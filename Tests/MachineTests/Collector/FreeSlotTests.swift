import MachineCode
import Testing

@testable import Machine

/// A swept slot stays to be seen until it is used again.
@Suite struct FreeSlotTests {
  @Test func sweptSlotsStayUntilTheyAreUsedAgain() {
    let fixture = HeapFixture()
    let blocks = (0..<10).map { _ in fixture.new(.node) }
    for index in stride(from: 0, to: 10, by: 3) { fixture.setRoot(index, blocks[index]) }
    for (index, block) in blocks.enumerated() { fixture.machine.memory.store(UInt64(index), to: block + 16) }
    func slots() -> [BlockInfo] { fixture.machine.blocks(from: 0, limit: .max, includingFree: true) }
    #expect(slots().allSatisfy { !$0.isFree } && fixture.machine.freeSlotCount == 0)

    var freed: [UInt64] = []
    fixture.collect {
      // Each tick of sweeping frees one slot at most, in address order.
      let free = slots().filter(\.isFree).map(\.address)
      #expect(free.count - freed.count <= 1 && Array(free.prefix(freed.count)) == freed)
      freed = free
    }
    let dead = blocks.indices.filter { $0 % 3 != 0 }.map { blocks[$0] }
    #expect(freed == dead && fixture.machine.freeSlotCount == dead.count)
    #expect(slots().map(\.address) == blocks)
    // What the last block left is still there.
    #expect(fixture.machine.memory.word(dead[1] + 16) == 2)

    #expect(fixture.new(.node) == dead[0])
    #expect(slots().filter(\.isFree).map(\.address) == Array(dead.dropFirst()))
    #expect(fixture.machine.memory.word(dead[0] + 16) == 0)
  }

  @Test(arguments: 1...6) func countsAgreeOverRandomHistories(seed: Int) {
    let fixture = HeapFixture()
    var random = Random(seed: UInt64(seed))
    let kinds = HeapFixture.Kind.allCases
    var everUsed: Set<UInt64> = []
    for _ in 0..<12 {
      for _ in 0..<300 {
        let block = fixture.new(kinds[random.next(5)])
        everUsed.insert(block)
        if random.next(3) == 0 { fixture.setRoot(random.next(64), block) }
      }
      fixture.collect(stepwise: random.next(2) == 0)
      let slots = fixture.machine.blocks(from: 0, limit: .max, includingFree: true)
      let free = slots.filter(\.isFree)
      #expect(free.count == fixture.machine.freeSlotCount)
      #expect(Set(slots.map(\.address)).isSubset(of: everUsed))
      #expect(slots.filter { !$0.isFree } == fixture.machine.blocks(from: 0, limit: .max))
    }
  }
}
