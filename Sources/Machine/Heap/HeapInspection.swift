import MachineCode

/// A colour of the tri-colour abstraction. Between collections every block is white.
public enum Shade: UInt8, Sendable { case white, grey, black }

/// A heap block as the views see it. Sizes in bytes.
public struct BlockInfo: Hashable, Sendable {
  /// Where its value begins; behind the 8-byte header of a block with pointers of more than 512 bytes.
  public var address: UInt64
  /// Of the slot.
  public var size: Int
  /// Asked for; of a slot that tiny blocks share, used.
  public var requestedSize: Int
  /// Nil for plain bytes (the text of strings).
  public var type: TypeID?
  /// Values of the type, one behind the other.
  public var count: Int
  public var shade: Shade
  public var site: SiteID?
  public var birth: UInt64
  public var goroutine: Int
  public var isNoscan: Bool
  /// A slot that was swept and not used again: everything here, and the bytes, are those of its last block.
  public var isFree: Bool
  /// Where values begin in a slot that tiny blocks share; type, site and birth are the first one's. Else empty.
  public var tinyOffsets: [Int]
}

/// A span as the views see it. Sizes in bytes.
public struct SpanInfo: Hashable, Sendable {
  public enum Kind: Hashable, Sendable { case heap(SpanClass), stack, free }
  public var kind: Kind
  public var base: UInt64
  public var pages: Int
  public var slotSize: Int
  public var slots: Int
  public var usedSlots: Int
  /// Slots below this index were handed out since the last sweep.
  public var freeIndex: Int
  public var isAtHand: Bool
  public var end: UInt64 { base + UInt64(pages * SizeClass.pageSize) }
}

/// A pointer word of a block.
public struct BlockPointer: Hashable, Sendable {
  /// Bytes from the block's address.
  public var offset: Int
  /// The pointer as it stands there.
  public var target: UInt64
}

/// What a collection is doing, in numbers.
public struct CollectionStatus: Hashable, Sendable {
  public enum Phase: Hashable, Sendable { case off, mark, sweep }
  public var phase: Phase
  /// Collections completed.
  public var cycles: Int
  public var white: Int
  public var grey: Int
  public var black: Int
  /// Blocks waiting in the grey queue; the one being scanned is grey as well.
  public var queued: Int
  /// The block being scanned.
  public var scanning: UInt64?
  public var heapLive: Int
  public var goal: Int?
  public var trigger: Int?
}

extension Machine {
  /// The program's types and behind them the runtime's own (map headers and buckets): what `BlockInfo.type` counts in.
  public var runtimeTypes: [TypeDescriptor] { heap.types.types }

  public var heapStatistics: HeapStatistics { heap.statistics }

  public var collectionStatus: CollectionStatus {
    let state = heap.state.pointee
    let objects = Int(state.mallocs - state.frees)
    let marked = heap.phase == .off ? 0 : state.markedBlocks
    let isScanning = heap.phase == .mark && state.scanBlock != 0
    let grey = heap.phase == .mark ? state.greyTotal + (isScanning ? 1 : 0) : 0
    return CollectionStatus(
      phase: heap.phase == .off ? .off : heap.phase == .mark ? .mark : .sweep, cycles: state.cycles,
      white: objects - marked, grey: grey, black: marked - grey, queued: state.greyTotal,
      scanning: isScanning ? state.scanBlock : nil, heapLive: state.heapLive,
      goal: state.gogc < 0 ? nil : state.goal, trigger: state.gogc < 0 ? nil : state.trigger)
  }

  /// The blocks of the grey queue, the next one first; at most `limit`.
  public func greyQueue(limit: Int) -> [UInt64] { heap.greyQueue(limit: limit) }

  /// Slots that were swept and not used again, in spans that hold other blocks. (A span without blocks goes back to the pages.)
  public var freeSlotCount: Int { heap.freeSlotCount }

  /// The block that an address lies in.
  public func block(at address: UInt64) -> BlockInfo? {
    heap.findBlock(address).map { heap.info($0.span, $0.slot) }
  }

  /// Up to `limit` blocks in address order, from the one that `address` lies in, or the next. To go on, pass the last one's address
  /// plus its size.
  /// - Parameter includingFree: also slots that were swept and not used again.
  public func blocks(from address: UInt64, limit: Int, includingFree: Bool = false) -> [BlockInfo] {
    var result: [BlockInfo] = []
    heap.forEachBlock(from: address, includingFree: includingFree) { span, slot in
      result.append(heap.info(span, slot))
      return result.count < limit
    }
    return limit > 0 ? result : []
  }

  /// Up to `limit` spans in address order, from the one that `address` lies in; runs of free pages are spans of their own kind.
  public func spans(from address: UInt64, limit: Int) -> [SpanInfo] {
    var result: [SpanInfo] = []
    var page = address <= heap.arenaBase ? 0 : Int((address - heap.arenaBase) >> UInt64(SizeClass.pageShift))
    if page < heap.state.pointee.arenaPages, heap.spans[page].state == .interior { page = Int(heap.spans[page].head) }
    while page < heap.state.pointee.arenaPages, result.count < limit {
      let info = heap.spanInfo(page)
      result.append(info)
      page += info.pages
    }
    return result
  }

  /// The pointers in a block, nil ones left out; at most `limit`.
  public func pointers(in block: BlockInfo, limit: Int = .max) -> [BlockPointer] {
    var result: [BlockPointer] = []
    guard let type = block.type, !block.isNoscan else { return [] }
    let size = heap.layouts[type].pointee.size
    for index in 0..<block.count {
      var next = heap.layouts.nextPointer(in: type.rawValue, from: 0)
      while let offset = next, result.count < limit {
        let target = heap.loadWord(block.address + UInt64(index * size + offset))
        if target != 0 { result.append(BlockPointer(offset: index * size + offset, target: target)) }
        next = heap.layouts.nextPointer(in: type.rawValue, from: offset + heap.layouts.wordSize)
      }
      if result.count >= limit { break }
    }
    return result
  }

  /// The addresses of all blocks that can be reached from the roots: a plain walk that changes nothing and needs no collector.
  public func reachableBlocks() -> Set<UInt64> {
    var reached: Set<UInt64> = []
    var pending: [BlockInfo] = []
    forEachRootPointer { pointer in
      if let block = block(at: pointer), reached.insert(block.address).inserted { pending.append(block) }
    }
    while let block = pending.popLast() {
      for pointer in pointers(in: block) {
        if let next = self.block(at: pointer.target), reached.insert(next.address).inserted { pending.append(next) }
      }
    }
    return reached
  }

  /// Asks for a collection before the program's next instruction (a keystroke of the learner's).
  public func requestCollection() {
    guard heap.phase == .off, !isCollecting else { return }
    begin(.request)
  }

  /// A collection stands before the program's next instruction.
  public var isCollecting: Bool {
    for case .heap in work { return true }
    return false
  }

  /// What began the collection that stands before the program's next instruction. All but `.request` are the doing of the
  /// instruction that has just run.
  public var collectionReason: CollectionReason? {
    for case .heap(.collect(let reason)) in work { return reason }
    return nil
  }
}

extension Heap {
  func shade(of span: UnsafeMutablePointer<Span>, _ slot: Int) -> Shade {
    switch phase {
    case .off: return .white
    case .mark: return isGrey(span, slot) ? .grey : isMarked(span, slot) ? .black : .white
    // Sweeping a span clears its mark bits; what is left there was black.
    case .sweep:
      return span.pointee.sweepGeneration == state.pointee.sweepGeneration || isMarked(span, slot) ? .black : .white
    }
  }

  func info(_ span: UnsafeMutablePointer<Span>, _ slot: Int) -> BlockInfo {
    let record = record(span, slot).pointee
    let size = requestedSize(span, slot)
    var tiny: [Int] = []
    if span.pointee.spanClass == .tiny, record.size >> 16 != 0 {
      tiny = (0..<16).filter { record.size >> UInt32(16 + $0) & 1 != 0 }
    }
    let typeSize = record.type < 0 ? 1 : layouts.layouts[Int(record.type)].size
    return BlockInfo(
      address: blockAddress(span, slot), size: span.pointee.slotSize, requestedSize: size,
      type: record.type < 0 ? nil : TypeID(record.type), count: tiny.isEmpty ? size / max(1, typeSize) : 1,
      shade: shade(of: span, slot), site: record.site < 0 ? nil : SiteID(record.site), birth: record.tick,
      goroutine: Int(record.goroutine), isNoscan: span.pointee.isNoscan, isFree: !isAllocated(span, slot),
      tinyOffsets: tiny)
  }

  /// Calls `body` with each block in address order, from the one that `address` lies in, until it answers false.
  func forEachBlock(
    from address: UInt64, includingFree: Bool = false, _ body: (UnsafeMutablePointer<Span>, Int) -> Bool
  ) {
    var page = address <= arenaBase ? 0 : Int((address - arenaBase) >> UInt64(SizeClass.pageShift))
    if page < state.pointee.arenaPages, spans[page].state == .interior { page = Int(spans[page].head) }
    var offset = address <= arenaBase ? 0 : Int(address - arenaBase) - page << SizeClass.pageShift
    while page < state.pointee.arenaPages {
      let span = spans + page
      if span.pointee.isInUse {
        for slot in offset / span.pointee.slotSize..<max(offset / span.pointee.slotSize, Int(span.pointee.slots))
        where isAllocated(span, slot) || includingFree && isHeld(span, slot) {
          if !body(span, slot) { return }
        }
      }
      page += span.pointee.state == .free ? 1 : max(1, Int(span.pointee.pages))
      offset = 0
    }
  }

  /// True for a slot that held a block when its span was last swept.
  func isHeld(_ span: UnsafeMutablePointer<Span>, _ slot: Int) -> Bool {
    heldBits(span)[slot >> 6] >> UInt64(slot & 63) & 1 != 0
  }

  var freeSlotCount: Int {
    var count = 0
    var page = 0
    while page < state.pointee.arenaPages {
      let span = spans + page
      if span.pointee.isInUse {
        let (held, alloc) = (heldBits(span), allocBits(span))
        let used = Int(span.pointee.freeIndex)
        for word in 0..<Int(span.pointee.words) {
          let below = used - word << 6
          let allocated: UInt64 = below >= 64 ? ~0 : below > 0 ? 1 << UInt64(below) - 1 : 0
          count += (held[word] & ~alloc[word] & ~allocated).nonzeroBitCount
        }
      }
      page += span.pointee.state == .free ? 1 : max(1, Int(span.pointee.pages))
    }
    return count
  }

  func spanInfo(_ page: Int) -> SpanInfo {
    let span = spans + page
    let base = base(of: span)
    guard span.pointee.state != .free else {
      var end = page + 1
      while end < state.pointee.arenaPages, spans[end].state == .free { end += 1 }
      return SpanInfo(
        kind: .free, base: base, pages: end - page, slotSize: 0, slots: 0, usedSlots: 0, freeIndex: 0, isAtHand: false)
    }
    return SpanInfo(
      kind: span.pointee.state == .stack ? .stack : .heap(span.pointee.spanClass), base: base,
      pages: Int(span.pointee.pages), slotSize: span.pointee.slotSize, slots: Int(span.pointee.slots),
      usedSlots: Int(span.pointee.allocCount), freeIndex: Int(span.pointee.freeIndex),
      isAtHand: span.pointee.isCached)
  }
}
