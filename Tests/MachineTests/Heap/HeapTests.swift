import Foundation
import MachineCode
import Testing

@testable import Machine

@Suite struct HeapTests {
  @Test func slotsAreHandedOutInAddressOrder() {
    let fixture = HeapFixture()
    let addresses = (0..<1000).map { _ in fixture.new(.node) }
    for (a, b) in zip(addresses, addresses.dropFirst()) where a >> 13 == b >> 13 { #expect(b - a == 24) }
    #expect(Set(addresses).count == 1000)
    let spans = fixture.machine.spans(from: 0, limit: 100)
    let own = spans.filter { $0.kind == .heap(SpanClass(sizeClass: 3, noscan: false)) }
    #expect(own.map(\.usedSlots).reduce(0, +) == 1000)
    #expect(own.first?.slots == 341)
  }

  @Test func blocksRememberWhatTheyAre() throws {
    let fixture = HeapFixture()
    let node = fixture.new(.node)
    let wide = fixture.new(.wide)
    let large = fixture.new(.large)
    let info = try #require(fixture.machine.block(at: node + 20))
    #expect(info.address == node)
    #expect(info.type == TypeID(HeapFixture.Kind.node.rawValue))
    #expect(info.site == SiteID(HeapFixture.Kind.node.rawValue))
    #expect((info.size, info.requestedSize, info.count) == (24, 24, 1))
    #expect(info.goroutine == 1)
    // 1024 bytes of pointers carry a header and so need the class of 1152.
    let wideInfo = try #require(fixture.machine.block(at: wide + 1023))
    #expect((wideInfo.address, wideInfo.size, wideInfo.requestedSize) == (wide, 1152, 1024))
    #expect(wide % 1152 != 0 && (wide - 8) % 128 == 0)
    let largeInfo = try #require(fixture.machine.block(at: large + 41_000))
    #expect((largeInfo.address, largeInfo.size, largeInfo.requestedSize) == (large, 49152, 41600))
    #expect(large % 8192 == 0)
  }

  @Test func noBlockBehindTheLastSlotOrOutside() {
    let fixture = HeapFixture()
    let node = fixture.new(.node)
    #expect(fixture.machine.block(at: node + 24) == nil)
    #expect(fixture.machine.block(at: node & ~8191 + 8190) == nil)
    #expect(fixture.machine.block(at: fixture.machine.sp) == nil)
    #expect(fixture.machine.block(at: 0) == nil)
    #expect(fixture.machine.block(at: fixture.machine.memory.arenaBase + 1 << 40) == nil)
  }

  /// runtime/malloc.go: values pack into 16 bytes by their alignment; the slot with more room stays at hand.
  @Test func tinyValuesShareSlots() throws {
    let fixture = HeapFixture()
    let first = fixture.allocate(8)
    #expect(fixture.allocate(1) == first + 8)
    #expect(fixture.allocate(2) == first + 10)
    #expect(fixture.allocate(4) == first + 12)
    let next = fixture.allocate(1)
    #expect(next & 15 == 0 && next != first)
    // 12 bytes do not fit behind 5; their own slot has less room left, so the old one stays.
    #expect(fixture.allocate(4) == next + 4)
    let twelve = fixture.allocate(12)
    #expect(twelve & 15 == 0)
    #expect(fixture.allocate(3) == next + 8)
    let info = try #require(fixture.machine.block(at: first + 9))
    #expect((info.address, info.size, info.requestedSize) == (first, 16, 16))
    #expect(info.tinyOffsets == [0, 8, 10, 12])
    // 16 bytes share nothing.
    let sixteen = fixture.allocate(16)
    #expect(fixture.machine.block(at: sixteen)?.tinyOffsets == [])
  }

  @Test func nothingTakesNoRoom() {
    let fixture = HeapFixture()
    #expect(fixture.allocate(0) == fixture.machine.heap.zeroBase)
    #expect(fixture.machine.heapStatistics.mallocs == 0)
  }

  @Test func reusedSlotsAreZeroedAndFreedOnesKeepTheirBytes() {
    let fixture = HeapFixture()
    var nodes: [UInt64] = []
    for index in 0..<341 {
      let node = fixture.new(.node)
      fixture.machine.memory.store(UInt64(0xdead), to: node + 16)
      nodes.append(node)
      if index == 100 { fixture.setRoot(0, node) }
    }
    fixture.collect()
    #expect(fixture.allBlocks == [nodes[100]])
    #expect(fixture.machine.memory.word(nodes[0] + 16) == 0xdead)
    let reused = fixture.new(.node)
    #expect(reused == nodes[0])
    #expect(fixture.machine.memory.word(reused + 16) == 0)
    // The kept one's neighbours are skipped over.
    let more = (0..<100).map { _ in fixture.new(.node) }
    #expect(!more.contains(nodes[100]) && more.last == nodes[101])
  }

  @Test func emptySpansGoBackToThePages() {
    let fixture = HeapFixture()
    let before = fixture.machine.spans(from: 0, limit: .max)
    _ = (0..<5000).map { _ in fixture.new(.node) }
    _ = fixture.new(.large)
    fixture.collect()
    #expect(fixture.allBlocks.isEmpty)
    #expect(
      fixture.machine.spans(from: 0, limit: .max).filter { $0.kind != .free } == before.filter { $0.kind != .free })
    let stats = fixture.machine.heapStatistics
    #expect((stats.mallocs, stats.frees, stats.alloc, stats.heapInuse) == (5001, 5001, 0, 0))
    #expect(stats.heapIdle == stats.heapSys)
  }

  @Test func pagesAreFirstFit() {
    let fixture = HeapFixture()
    let heap = fixture.machine.heap
    let a = heap.allocatePages(3)!
    let b = heap.allocatePages(2)!
    let c = heap.allocatePages(4)!
    #expect((b, c) == (a + 3, a + 5))
    heap.freePages(a, 3)
    heap.freePages(b, 2)
    #expect(heap.allocatePages(6) == a + 9)
    #expect(heap.allocatePages(4) == a)
    #expect(heap.allocatePages(1) == a + 4)
    // Larger than what is left of the arena: it grows, and free pages at its end count.
    let large = heap.allocatePages(700)!
    #expect(large == a + 15)
    #expect(heap.state.pointee.arenaPages % Heap.growthPages == 0)
  }

  @Test func stackSegmentsComeFromSpansOfTheirOwn() {
    let fixture = HeapFixture()
    let heap = fixture.machine.heap
    let inUse = heap.statistics.stackInuse
    let small = (0..<16).map { _ in heap.allocateStack(2048)! }
    #expect(Set(small).count == 16)
    let four = heap.allocateStack(4096)!
    let large = heap.allocateStack(65536)!
    #expect(heap.isStack(large + 65535) && heap.isStack(four) && !heap.isStack(large + 65536))
    #expect(heap.statistics.stackInuse == inUse + 32768 * 2 + 65536)
    for address in small { heap.freeStack(address, 2048) }
    heap.freeStack(four, 4096)
    heap.freeStack(large, 65536)
    #expect(heap.statistics.stackInuse == inUse)
    #expect(heap.allocateStack(2048) == small[0])
  }

  @Test func theLimitEndsTheProgramAsGoDoes() {
    var options = MachineOptions()
    options.maxHeap = 8 << 20
    let fixture = HeapFixture(options: options)
    let result = fixture.execute(.makeSlice, 0, 32, 9, [0, 0, 0, 0, 1 << 32, 1 << 32])
    #expect(result.outcome == .moved)
    #expect(fixture.machine.exitStatus == 2)
    #expect(fixture.machine.output.text(to: 2).contains("fatal error: out of memory"))
  }

  @Test func manySmallBlocksReachTheLimitToo() {
    var options = MachineOptions()
    options.maxHeap = 8 << 20
    let fixture = HeapFixture(options: options)
    var count = 0
    while fixture.new(.node) != 0 { count += 1 }
    #expect(count > 300_000 && count < 349_526)
  }

  /// Every byte of two machines that did the same is the same, whatever the host.
  @Test func sameWorkSameBytes() {
    func digest() -> [UInt8] {
      let fixture = HeapFixture()
      var random = Random(seed: 5)
      for step in 0..<3000 {
        let block = fixture.new(HeapFixture.Kind.allCases[random.next(5)])
        fixture.setRoot(random.next(64), block)
        if step % 1000 == 999 { fixture.collect() }
      }
      let memory = fixture.machine.memory
      return memory.bytes(Memory.metadataBase, memory.extents.metadata)
        + memory.bytes(memory.arenaBase, memory.extents.arena)
    }
    #expect(digest() == digest())
  }

  @Test func pagesWrittenAreDirty() {
    let fixture = HeapFixture()
    for kind in HeapFixture.Kind.allCases { fixture.setRoot(Int(kind.rawValue), fixture.new(kind)) }
    let memory = fixture.machine.memory
    var random = Random(seed: 3)
    for round in 0..<6 {
      // The arena and the tables; their windows begin on pages of their own.
      let windows = [
        (memory.arenaOffset, memory.extents.arena), (memory.metadataOffset, memory.extents.metadata),
      ]
      let before = windows.map { [UInt8](UnsafeRawBufferPointer(start: memory.host + $0.0, count: $0.1)) }
      memory.clearDirty()
      for _ in 0..<200 { fixture.setRoot(random.next(64), fixture.new(HeapFixture.Kind.allCases[random.next(6)])) }
      if round % 3 == 0 { fixture.collect(stepwise: round % 2 == 0) }
      if let stack = fixture.machine.allocateStack(4096) { fixture.machine.freeStack(stack, 4096) }
      for (window, bytes) in zip(windows, before) {
        let unmarked = bytes.withUnsafeBytes { old in
          (0..<old.count >> Memory.pageShift).filter { page in
            let start = window.0 + page << Memory.pageShift
            return memory.dirty[start >> Memory.pageShift] == 0
              && memcmp(old.baseAddress! + page << Memory.pageShift, memory.host + start, Memory.pageSize) != 0
          }
        }
        #expect(unmarked == [], "pages changed and not marked dirty in round \(round)")
      }
    }
  }
}

/// Small deterministic random numbers for tests.
struct Random {
  private var state: UInt64
  init(seed: UInt64) { state = seed &* 0x9e37_79b9_7f4a_7c15 | 1 }
  mutating func next(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(bound))
  }
}
