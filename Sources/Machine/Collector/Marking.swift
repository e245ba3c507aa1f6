/// Finding blocks by address, and their colours.
///
/// ```
///   white   not marked: garbage, if it stays so
///   grey    marked and in the queue: reached, but its own pointers not yet followed
///   black   marked: all its pointers have been followed
/// ```
extension Heap {
  /// The block that an address points into, wherever within it; nil outside of blocks. A pointer just behind a block does
  /// not count as one into it.
  @inline(__always)
  func findBlock(_ address: UInt64) -> (span: UnsafeMutablePointer<Span>, slot: Int)? {
    let page = (address &- arenaBase) >> UInt64(SizeClass.pageShift)
    guard page < UInt64(truncatingIfNeeded: state.pointee.arenaPages) else { return nil }
    var span = spans + Int(truncatingIfNeeded: page)
    if !span.pointee.isInUse {
      guard span.pointee.state == .interior else { return nil }
      span = spans + Int(span.pointee.head)
      guard span.pointee.isInUse else { return nil }
    }
    let slot = span.pointee.slot(at: Int(truncatingIfNeeded: address &- base(of: span)))
    guard slot < Int(span.pointee.slots), isAllocated(span, slot) else { return nil }
    return (span, slot)
  }

  @inline(__always)
  func isAllocated(_ span: UnsafeMutablePointer<Span>, _ slot: Int) -> Bool {
    slot < Int(span.pointee.freeIndex) || allocBits(span)[slot >> 6] >> UInt64(slot & 63) & 1 != 0
  }

  @inline(__always)
  func isMarked(_ span: UnsafeMutablePointer<Span>, _ slot: Int) -> Bool {
    markBits(span)[slot >> 6] >> UInt64(slot & 63) & 1 != 0
  }

  @inline(__always)
  func isGrey(_ span: UnsafeMutablePointer<Span>, _ slot: Int) -> Bool {
    greyBits(span)[slot >> 6] >> UInt64(slot & 63) & 1 != 0
  }

  /// The address of the value in a slot, behind its header if it has one.
  @inline(__always)
  func blockAddress(_ span: UnsafeMutablePointer<Span>, _ slot: Int) -> UInt64 {
    let start = base(of: span) &+ UInt64(truncatingIfNeeded: slot &* span.pointee.slotSize)
    guard !span.pointee.isNoscan, !span.pointee.isLarge, span.pointee.slotSize > 512 else { return start }
    let size = Int(record(span, slot).pointee.size)
    return SizeClass.hasHeader(size: size, noscan: false, wordSize: layouts.wordSize)
      ? start &+ UInt64(SizeClass.headerSize) : start
  }

  /// Bytes asked for.
  func requestedSize(_ span: UnsafeMutablePointer<Span>, _ slot: Int) -> Int {
    let record = record(span, slot)
    if span.pointee.isLarge {
      return UnsafeMutableRawPointer(record + 1).load(as: Int.self)
    }
    let size = record.pointee.size
    return size >> 16 != 0 && span.pointee.spanClass == .tiny ? Int(size & 0xff) : Int(size)
  }

  /// What became of a pointer that was followed.
  enum Shading {
    /// No pointer into a block, or the block is already grey or black.
    case nothing
    case grey(block: UInt64)
    /// Blocks without pointers need no scan: from white to black at once, as in Go.
    case black(block: UInt64)
  }

  /// Shades the block that the pointer points into, if it is white.
  @inline(__always)
  func shade(_ pointer: UInt64) -> Shading {
    guard let (span, slot) = findBlock(pointer) else { return .nothing }
    let mask: UInt64 = 1 &<< UInt64(truncatingIfNeeded: slot & 63)
    let word = markBits(span) + slot >> 6
    guard word.pointee & mask == 0 else { return .nothing }
    word.pointee |= mask
    markMetadata(
      span.pointee.chunk &+ span.pointee.markOffset &+ (slot >> 6) << 3, 8)
    state.pointee.markedBytes &+= span.pointee.slotSize
    state.pointee.markedBlocks &+= 1
    let block = blockAddress(span, slot)
    if span.pointee.isNoscan { return .black(block: block) }
    greyBits(span)[slot >> 6] |= mask
    markMetadata(span.pointee.chunk &+ span.pointee.greyOffset &+ (slot >> 6) << 3, 8)
    pushGrey(block)
    return .grey(block: block)
  }

  /// Blocks allocated while a collection marks are black (runtime/mgcmark.go gcmarknewobject).
  func markNewBlock(_ span: UnsafeMutablePointer<Span>, _ slot: Int, _ size: Int) {
    guard phase == .mark else { return }
    markBits(span)[slot >> 6] |= 1 << UInt64(slot & 63)
    markMetadata(span.pointee.chunk + span.pointee.markOffset + (slot >> 6) << 3, 8)
    state.pointee.markedBytes += size
    state.pointee.markedBlocks += 1
    state.pointee.assistCredit -= size
    if state.pointee.isConcurrent, state.pointee.assistCredit < 0 { state.pointee.collectionDue = true }
  }

  // MARK: The grey queue

  /// Bytes of a buffer: the offset of the next buffer, then block addresses. Last in, first out, as Go's work buffers.
  private static let bufferUnits = 4
  private static let bufferCapacity = bufferUnits << 10 / 8 - 1

  @inline(__always)
  func pushGrey(_ block: UInt64) {
    if state.pointee.greyCount == 0 || state.pointee.greyCount == Self.bufferCapacity { beginGreyBuffer() }
    let at = state.pointee.greyBuffer &+ 8 &+ state.pointee.greyCount &* 8
    (metadata + at).storeBytes(of: block, as: UInt64.self)
    markMetadata(at, 8)
    state.pointee.greyCount &+= 1
    state.pointee.greyTotal &+= 1
  }

  private func beginGreyBuffer() {
    guard state.pointee.greyBuffer == 0 || state.pointee.greyCount == Self.bufferCapacity else { return }
    let buffer = allocateChunk(Self.bufferUnits)
    (metadata + buffer).storeBytes(of: state.pointee.greyBuffer, as: Int.self)
    markMetadata(buffer, 8)
    state.pointee.greyBuffer = buffer
    state.pointee.greyCount = 0
  }

  @inline(__always)
  func popGrey() -> UInt64? {
    guard state.pointee.greyTotal > 0 else { return nil }
    if state.pointee.greyCount == 0 { endGreyBuffer() }
    state.pointee.greyCount &-= 1
    state.pointee.greyTotal &-= 1
    let at = state.pointee.greyBuffer &+ 8 &+ state.pointee.greyCount &* 8
    return (metadata + at).load(as: UInt64.self)
  }

  private func endGreyBuffer() {
    let buffer = state.pointee.greyBuffer
    state.pointee.greyBuffer = (metadata + buffer).load(as: Int.self)
    state.pointee.greyCount = Self.bufferCapacity
    freeChunk(buffer, units: Self.bufferUnits)
  }

  /// Gives the last, empty buffer back.
  func releaseGreyBuffers() {
    guard state.pointee.greyBuffer != 0 else { return }
    freeChunk(state.pointee.greyBuffer, units: Self.bufferUnits)
    state.pointee.greyBuffer = 0
    state.pointee.greyCount = 0
  }

  /// The blocks in the queue, the next one first; at most `limit`.
  func greyQueue(limit: Int) -> [UInt64] {
    var blocks: [UInt64] = []
    var buffer = state.pointee.greyBuffer
    var count = state.pointee.greyCount
    while buffer != 0, blocks.count < limit {
      while count > 0, blocks.count < limit {
        count -= 1
        blocks.append((metadata + buffer + 8 + count * 8).load(as: UInt64.self))
      }
      buffer = (metadata + buffer).load(as: Int.self)
      count = Self.bufferCapacity
    }
    return blocks
  }
}
