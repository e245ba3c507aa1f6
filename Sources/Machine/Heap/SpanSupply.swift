#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where slots come from: the span at hand of a class, then swept spans with free slots, then fresh spans (runtime/mcache.go,
/// runtime/mcentral.go). One allocator serves all goroutines: the machine has one processor.
extension Heap {
  /// The next free slot of a class, now taken; nil when the heap's limit is reached.
  @inline(__always)
  func takeSlot(_ spanClass: SpanClass) -> (span: UnsafeMutablePointer<Span>, slot: Int)? {
    let span = spans + Int(caches[Int(spanClass.rawValue)])
    let bit = span.pointee.allocCache.trailingZeroBitCount
    if bit < 64 {
      let slot = Int(span.pointee.freeIndex) &+ bit
      let next = slot &+ 1
      if next & 63 != 0, next <= Int(span.pointee.slots) {
        span.pointee.allocCache &>>= UInt64(truncatingIfNeeded: bit &+ 1)
        span.pointee.freeIndex = UInt16(truncatingIfNeeded: next)
        span.pointee.allocCount &+= 1
        markDirty(span)
        return (span, slot)
      }
    }
    return takeSlotSlowly(spanClass)
  }

  @inline(never)
  private func takeSlotSlowly(_ spanClass: SpanClass) -> (span: UnsafeMutablePointer<Span>, slot: Int)? {
    var span = spans + Int(caches[Int(spanClass.rawValue)])
    while true {
      if let slot = nextFreeSlot(span) {
        span.pointee.allocCount += 1
        return (span, slot)
      }
      guard refill(spanClass) else { return nil }
      span = spans + Int(caches[Int(spanClass.rawValue)])
    }
  }

  /// Moves `freeIndex` behind the next free slot; nil when there is none.
  private func nextFreeSlot(_ span: UnsafeMutablePointer<Span>) -> Int? {
    let slots = Int(span.pointee.slots)
    guard slots > 0 else { return nil }
    defer { markDirty(span) }
    var index = Int(span.pointee.freeIndex)
    var cache = span.pointee.allocCache
    while index < slots, cache == 0 {
      index = (index | 63) + 1
      cache = index < slots ? ~allocBits(span)[index >> 6] : 0
    }
    let slot = index + cache.trailingZeroBitCount
    guard index < slots, slot < slots else {
      span.pointee.freeIndex = UInt16(slots)
      span.pointee.allocCache = 0
      return nil
    }
    let next = slot + 1
    span.pointee.freeIndex = UInt16(next)
    span.pointee.allocCache =
      next & 63 == 0 ? (next < slots ? ~allocBits(span)[next >> 6] : 0) : cache >> UInt64(next - index)
    return slot
  }

  /// Puts another span with free slots at hand. The old one is full.
  private func refill(_ spanClass: SpanClass) -> Bool {
    let index = Int(spanClass.rawValue)
    let old = spans + Int(caches[index])
    if old.pointee.slots > 0 {
      old.pointee.isCached = false
      pushList(old, full: true)
    }
    guard let span = spanWithFreeSlots(spanClass) else {
      caches[index] = UInt32(pageCapacity)
      markStateDirty()
      return false
    }
    span.pointee.isCached = true
    markDirty(span)
    caches[index] = span.pointee.head
    state.pointee.heapLive +=
      Int(span.pointee.pages) << SizeClass.pageShift - Int(span.pointee.allocCount) * span.pointee.slotSize
    checkTrigger()
    markStateDirty()
    return true
  }

  private func spanWithFreeSlots(_ spanClass: SpanClass) -> UnsafeMutablePointer<Span>? {
    if let span = popList(spanClass, full: false, swept: true) { return span }
    // Unswept ones exist while a collection sweeps beside the program.
    for full in [false, true] {
      while let span = popList(spanClass, full: full, swept: false) {
        let slots = span.pointee.slots
        guard sweepWhole(span) else { continue }
        if span.pointee.allocCount < slots {
          removeFromList(span)
          return span
        }
      }
    }
    return makeSpan(spanClass, pages: SizeClass.pages(spanClass.sizeClass))
  }

  // MARK: Spans

  /// A fresh span on fresh pages; on no list.
  func makeSpan(_ spanClass: SpanClass, pages: Int) -> UnsafeMutablePointer<Span>? {
    let isLarge = spanClass.sizeClass == 0
    let slots = isLarge ? 1 : SizeClass.slots(spanClass.sizeClass)
    let words = (slots + 63) / 64
    guard let first = allocatePages(pages) else { return nil }
    // A large block's record has its size, a word, behind it.
    let bytes = words * 32 + 8 + slots * MemoryLayout<BlockRecord>.stride + (isLarge ? 8 : 0)
    let units = (bytes + 1023) >> 10
    let span = spans + first
    let slotSize = isLarge ? pages << SizeClass.pageShift : SizeClass.slotSize(spanClass.sizeClass)
    span.pointee.slotSize = slotSize
    span.pointee.chunk = allocateChunk(units)
    span.pointee.chunkUnits = UInt16(units)
    span.pointee.pages = UInt32(pages)
    span.pointee.next = 0
    span.pointee.previous = 0
    span.pointee.list = 0
    span.pointee.magic = isLarge ? 0 : UInt32(truncatingIfNeeded: 0xffff_ffff / UInt64(slotSize) + 1)
    span.pointee.sweepGeneration = state.pointee.sweepGeneration
    span.pointee.slots = UInt16(slots)
    span.pointee.freeIndex = 0
    span.pointee.allocCount = 0
    span.pointee.words = UInt16(words)
    span.pointee.spanClassByte = spanClass.rawValue
    span.pointee.isCached = false
    span.pointee.allocCache = ~0
    occupy(first, pages, .inUse)
    memset(allocBits(span), 0, words * 32 + 8)
    markMetadata(span.pointee.chunk, words * 32 + 8)
    state.pointee.spanPages += pages
    markStateDirty()
    return span
  }

  /// Enters the pages of a new span into the table.
  func occupy(_ first: Int, _ pages: Int, _ kind: Span.State) {
    let span = spans + first
    span.pointee.state = kind
    span.pointee.head = UInt32(first)
    span.pointee.needsZero = first < state.pointee.usedPages
    state.pointee.usedPages = max(state.pointee.usedPages, first + pages)
    for page in first + 1..<max(first + 1, first + pages) {
      spans[page].state = .interior
      spans[page].head = UInt32(first)
    }
    memory.mark(offset: spanOffset(first), pages * MemoryLayout<Span>.stride)
  }

  /// Gives an empty span's pages and records back; it is on no list.
  func freeSpan(_ span: UnsafeMutablePointer<Span>) {
    let pages = Int(span.pointee.pages)
    freeChunk(span.pointee.chunk, units: Int(span.pointee.chunkUnits))
    state.pointee.spanPages -= pages
    freePages(span - spans, pages)
    markStateDirty()
  }

  // MARK: Pieces of the metadata window

  /// `units` KiB, 1 ... 32; by offset in the metadata window. Not zeroed.
  func allocateChunk(_ units: Int) -> Int {
    let free = freeChunks[units]
    if free != 0 {
      freeChunks[units] = (metadata + free).load(as: Int.self)
      markStateDirty()
      return free
    }
    let size = units << 10
    if state.pointee.chunkNext + size > state.pointee.chunkEnd {
      // What is left of the old region becomes a free piece.
      let left = (state.pointee.chunkEnd - state.pointee.chunkNext) >> 10
      if left > 0 { freeChunk(state.pointee.chunkNext, units: left) }
      let region = Int(memory.reserveMetadata(1 << 18, alignment: 1024) - Memory.metadataBase)
      state.pointee.chunkNext = region
      state.pointee.chunkEnd = region + 1 << 18
    }
    defer { state.pointee.chunkNext += size }
    markStateDirty()
    return state.pointee.chunkNext
  }

  func freeChunk(_ offset: Int, units: Int) {
    (metadata + offset).storeBytes(of: freeChunks[units], as: Int.self)
    markMetadata(offset, 8)
    freeChunks[units] = offset
    markStateDirty()
  }
}
