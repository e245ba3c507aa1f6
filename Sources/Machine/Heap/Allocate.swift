#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import MachineCode

/// Allocating one block. Every function answers the block's address, or 0 when the heap's limit is reached.
extension Heap {
  /// One value of the type, zeroed.
  @inline(__always)
  func new(_ type: TypeID, _ origin: AllocationOrigin) -> UInt64 {
    let layout = layouts[type]
    if layout.pointee.hasOwnSlot {
      return allocateSmall(layout.pointee.size, type.rawValue, layout.pointee.spanClass, zero: true, origin)
    }
    return allocate(
      layout.pointee.size, type.rawValue, noscan: layout.pointee.spanClass.isNoscan, zero: true, origin)
  }

  /// `size` bytes for values of a type (−1: bytes); `zero` as Go's needzero: otherwise the caller writes what must not be stale.
  func allocate(_ size: Int, _ type: Int32, noscan: Bool, zero: Bool, _ origin: AllocationOrigin) -> UInt64 {
    if size == 0 { return zeroBase }
    guard size <= SizeClass.largestSmallSize - SizeClass.headerSize else {
      return allocateLarge(size, type, noscan: noscan, zero: zero, origin)
    }
    if noscan, size < SizeClass.tinySize { return allocateTiny(size, type, origin) }
    let header = SizeClass.hasHeader(size: size, noscan: noscan, wordSize: layouts.wordSize) ? SizeClass.headerSize : 0
    let spanClass = SpanClass(sizeClass: Int(classOfSize[(size + header + 7) >> 3]), noscan: noscan)
    return allocateSmall(size, type, spanClass, zero: zero, origin)
  }

  @inline(__always)
  private func allocateSmall(
    _ size: Int, _ type: Int32, _ spanClass: SpanClass, zero: Bool, _ origin: AllocationOrigin
  ) -> UInt64 {
    guard let (span, slot) = takeSlot(spanClass) else { return 0 }
    let slotSize = span.pointee.slotSize
    var address = base(of: span) &+ UInt64(truncatingIfNeeded: slot &* slotSize)
    let pointer = host(address)
    if zero, span.pointee.needsZero {
      if slotSize <= 32 {
        pointer.storeBytes(of: 0, as: UInt64.self)
        if slotSize > 8 { (pointer + 8).storeBytes(of: 0, as: UInt64.self) }
        if slotSize > 16 { (pointer + 16).storeBytes(of: 0, as: UInt64.self) }
        if slotSize > 24 { (pointer + 24).storeBytes(of: 0, as: UInt64.self) }
        mark(offset: pointer - hostBase, slotSize)
      } else {
        memset(pointer, 0, slotSize)
        memory.mark(offset: pointer - hostBase, slotSize)
      }
    }
    let record = record(span, slot)
    record.initialize(
      to: BlockRecord(
        type: type, site: origin.site, size: UInt32(truncatingIfNeeded: size), goroutine: origin.goroutine,
        tick: origin.tick))
    markRecord(record)
    count(span, slot, slotSize)
    if !spanClass.isNoscan, size > 512, SizeClass.hasHeader(size: size, noscan: false, wordSize: layouts.wordSize) {
      address &+= UInt64(SizeClass.headerSize)
    }
    return address
  }

  @inline(__always)
  private func count(_ span: UnsafeMutablePointer<Span>, _ slot: Int, _ size: Int) {
    state.pointee.mallocs &+= 1
    state.pointee.allocatedBytes &+= UInt64(truncatingIfNeeded: size)
    markStateDirty()
    if state.pointee.phaseByte != 0 { markNewBlock(span, slot, size) }
  }

  /// Blocks without pointers below 16 bytes share slots (runtime/malloc.go, the tiny allocator): a new value goes behind the last
  /// one if it fits there aligned; else it begins a slot, which stays at hand when it has more room than the old one.
  private func allocateTiny(_ size: Int, _ type: Int32, _ origin: AllocationOrigin) -> UInt64 {
    var offset = state.pointee.tinyOffset
    if size & 7 == 0 || (layouts.wordSize == 4 && size == 12) {
      offset = align(offset, to: 8)
    } else if size & 3 == 0 {
      offset = align(offset, to: 4)
    } else if size & 1 == 0 {
      offset = align(offset, to: 2)
    }
    let current = state.pointee.tiny
    if current != 0, offset + size <= SizeClass.tinySize {
      state.pointee.tinyOffset = offset + size
      state.pointee.tinyMallocs &+= 1
      markStateDirty()
      let span = spans + Int((current - arenaBase) >> UInt64(SizeClass.pageShift))
      let record = record(span, Int(current - base(of: span)) / SizeClass.tinySize)
      record.pointee.size = (record.pointee.size & ~0xff) | UInt32(offset + size) | 1 << UInt32(16 + offset)
      markRecord(record)
      return current + UInt64(offset)
    }
    guard let (span, slot) = takeSlot(.tiny) else { return 0 }
    let address = base(of: span) + UInt64(slot * SizeClass.tinySize)
    let pointer = host(address)
    pointer.storeBytes(of: 0, as: UInt64.self)
    (pointer + 8).storeBytes(of: 0, as: UInt64.self)
    mark(offset: pointer - hostBase, SizeClass.tinySize)
    let record = record(span, slot)
    record.initialize(
      to: BlockRecord(
        type: type, site: origin.site, size: UInt32(size) | 1 << 16, goroutine: origin.goroutine, tick: origin.tick))
    markRecord(record)
    if current == 0 || size < state.pointee.tinyOffset {
      state.pointee.tiny = address
      state.pointee.tinyOffset = size
    }
    count(span, slot, SizeClass.tinySize)
    return address
  }

  /// A span of its own (runtime/mcache.go allocLarge).
  private func allocateLarge(
    _ size: Int, _ type: Int32, noscan: Bool, zero: Bool, _ origin: AllocationOrigin
  ) -> UInt64 {
    guard size <= maxHeap else { return 0 }
    let pages = (size + SizeClass.pageSize - 1) >> SizeClass.pageShift
    guard let span = makeSpan(SpanClass(sizeClass: 0, noscan: noscan), pages: pages) else { return 0 }
    span.pointee.freeIndex = 1
    span.pointee.allocCount = 1
    span.pointee.allocCache = 0
    let address = base(of: span)
    if zero, span.pointee.needsZero { memory.zero(address, size) }
    let large = (metadata + span.pointee.chunk + span.pointee.recordOffset)
    large.assumingMemoryBound(to: BlockRecord.self).initialize(
      to: BlockRecord(type: type, site: origin.site, size: 0, goroutine: origin.goroutine, tick: origin.tick))
    (large + MemoryLayout<BlockRecord>.stride).storeBytes(of: size, as: Int.self)
    pushList(span, full: true)
    state.pointee.heapLive += pages << SizeClass.pageShift
    checkTrigger()
    count(span, 0, pages << SizeClass.pageShift)
    return address
  }
}
