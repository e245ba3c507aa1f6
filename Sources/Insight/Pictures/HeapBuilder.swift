import Machine
import MachineCode

/// Draws a window of the heap out of its memory.
struct HeapBuilder {
  let machine: Machine
  let reader: ValueReader<MachineMemory>
  /// Rows of one block at most; more are counted.
  static let mostRows = 24
  /// Above this number of blocks, library blocks are not told apart: that would mean to touch them all.
  static let mostSorted = 1_000
  /// Bytes of stacks in use above which they are not told apart either.
  static let mostStack = 4 << 20

  private var program: Program { machine.program }

  /// Blocks that library code allocated, and that none of the learner's variables leads to. Large ones that nobody
  /// holds any more are shown: they have most often been the learner's (the text that strings.Repeat made).
  private func hidden(_ blocks: [BlockInfo]) -> Set<UInt64> {
    let own = blocks.filter(isLibrary)
    let free = own.filter(\.isFree).map(\.address)
    let candidates = own.filter { !$0.isFree }
    guard !candidates.isEmpty else { return Set(free) }
    let roots = RootFinder(machine, reader)
    let (learners, library) = roots.rootsByOwner()
    let kept = reach(learners.flatMap(roots.pointers))
    let held = reach(library.flatMap(roots.pointers))
    let unseen = candidates.filter { $0.size < Self.largeGarbage || held.contains($0.address) }
    return Set(unseen.map(\.address)).subtracting(kept).union(free)
  }

  /// Bytes.
  private static let largeGarbage = 512

  private func reach(_ pointers: [UInt64]) -> Set<UInt64> {
    var reached: Set<UInt64> = []
    var pending = pointers
    while let pointer = pending.popLast() {
      guard let block = machine.block(at: pointer), reached.insert(block.address).inserted else { continue }
      pending += machine.pointers(in: block).map(\.target)
    }
    return reached
  }

  /// - Parameters:
  ///   - first: how many blocks to skip.
  ///   - count: how many to draw.
  ///   - includesLibrary: also blocks that library code allocated for itself.
  func picture(first: Int, count: Int, includesLibrary: Bool, uses: [UInt64: [Range<Int>]]?) -> HeapPicture {
    let statistics = machine.heapStatistics
    let total = Int(statistics.heapObjects)
    if total <= Self.mostSorted {
      let all = small(total)
      let hidden = includesLibrary ? [] : hidden(all)
      let shown = all.filter { !hidden.contains($0.address) }
      let skipped = min(first, max(0, shown.count - 1))
      let window = shown.dropFirst(skipped).prefix(count)
      // What no type leads to may still be kept by the collector, which looks at whole blocks.
      let isInDoubt = uses.map { uses in window.contains { uses[$0.address] == nil } } ?? false
      let reachable = isInDoubt ? machine.reachableBlocks() : []
      let pictures = window.map { block in
        var picture = picture(block, uses)
        picture.isGarbage = !block.isFree && picture.used?.isEmpty == true && !reachable.contains(block.address)
        return picture
      }
      return HeapPicture(
        blocks: pictures, skipped: skipped, total: shown.count, free: shown.count(where: \.isFree),
        library: all.count { !$0.isFree && hidden.contains($0.address) },
        bytes: shown.reduce(0) { $0 + ($1.isFree ? 0 : $1.size) })
    }
    let start = min(first, total - 1)
    let window = blocks(from: address(ofBlock: start), count: count)
    return HeapPicture(
      blocks: window.map { picture($0, uses) }, skipped: start, total: total, bytes: Int(statistics.alloc))
  }

  /// The place of a block in the order of `picture`; `nil` when it is none that is drawn.
  func index(of block: UInt64, includesLibrary: Bool) -> Int? {
    let total = Int(machine.heapStatistics.heapObjects)
    if total <= Self.mostSorted {
      let all = small(total)
      let hidden = includesLibrary ? [] : hidden(all)
      return all.filter { !hidden.contains($0.address) }.firstIndex { $0.address == block }
    }
    var before = 0
    var address = program.layout.arenaBase
    while true {
      let spans = machine.spans(from: address, limit: 256)
      guard let last = spans.last else { return nil }
      for span in spans {
        guard case .heap = span.kind else { continue }
        if block < span.end {
          return machine.blocks(from: span.base, limit: span.usedSlots).firstIndex { $0.address == block }
            .map { before + $0 }
        }
        before += span.usedSlots
      }
      address = last.end
    }
  }

  /// All blocks of a small heap, and its free slots while they are few.
  private func small(_ total: Int) -> [BlockInfo] {
    machine.blocks(
      from: program.layout.arenaBase, limit: Self.mostSorted + 1,
      includingFree: total + machine.freeSlotCount <= Self.mostSorted)
  }

  /// Blocks in address order.
  private func blocks(from address: UInt64, count: Int) -> [BlockInfo] {
    machine.blocks(from: address, limit: min(count, Self.mostSorted + 1))
  }

  private func isLibrary(_ block: BlockInfo) -> Bool {
    guard let site = block.site, program.sites.indices.contains(Int(site.rawValue)) else { return true }
    let function = program.sites[Int(site.rawValue)].function
    return program.functions[Int(function.rawValue)].isLibrary
  }

  /// The address from which the block with a number can be found, by way of the spans' counts.
  private func address(ofBlock index: Int) -> UInt64 {
    var skipped = 0
    var address = program.layout.arenaBase
    while true {
      let spans = machine.spans(from: address, limit: 256)
      guard let last = spans.last else { return address }
      for span in spans {
        guard case .heap = span.kind else { continue }
        if skipped + span.usedSlots > index {
          let inside = machine.blocks(from: span.base, limit: index - skipped + 1)
          return inside.last?.address ?? span.base
        }
        skipped += span.usedSlots
      }
      address = last.base + UInt64(last.pages * SizeClass.pageSize)
    }
  }

  // MARK: One block

  func picture(_ block: BlockInfo, _ uses: [UInt64: [Range<Int>]]? = nil) -> BlockPicture {
    let site = block.site.flatMap { program.sites.indices.contains(Int($0.rawValue)) ? $0 : nil }
    let info = site.map { program.sites[Int($0.rawValue)] }
    let (rows, hidden) = rows(block)
    let isCollecting = machine.collectionStatus.phase != .off
    return BlockPicture(
      address: block.address, size: block.size, requested: block.requestedSize,
      type: BlockTypes(program).text(block, reader),
      shade: isCollecting && !block.isFree ? block.shade : nil, isFree: block.isFree, rows: rows, hiddenRows: hidden,
      site: site,
      location: info.map { program.shortLocation($0.span) } ?? "", reason: info?.reason, birthTick: block.birth,
      goroutine: block.goroutine,
      used: block.isFree ? nil : uses.map { $0[block.address] ?? [] })
  }

  private func rows(_ block: BlockInfo) -> (rows: [SlotPicture], hidden: Int) {
    guard let type = block.type else { return ([text(block, block.requestedSize)], 0) }
    if block.count == 1 {
      if let parts = reader.parts(of: type, at: block.address, most: Self.mostRows) { return parts }
      return ([reader.row("", type, block.address)], 0)
    }
    if reader.descriptor(type).kind == .uint8 { return ([text(block, block.count)], 0) }
    return reader.elements(type, count: block.count, at: block.address, most: Self.mostRows)
  }

  /// Bytes are most often text: one row of it reads better than a row a byte.
  private func text(_ block: BlockInfo, _ size: Int) -> SlotPicture {
    let count = min(size, 48)
    let bytes = reader.memory.bytes(at: block.address, count: count) ?? []
    return SlotPicture(
      name: "", type: "", address: block.address, size: size,
      value: Quoting.quote(bytes, isCut: count < size))
  }
}
