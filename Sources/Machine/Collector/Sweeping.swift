/// Sweeping (runtime/mgcsweep.go): whatever is still white becomes free, slot by slot in address order. Bytes stay as they were until
/// the slot is used again; a span without any block goes back to the pages.
extension Heap {
  enum SweepStep {
    /// A block is kept for its finalizer, which was queued.
    case finalizerQueued(block: UInt64)
    case freed(block: UInt64, size: Int)
    case spanDone(base: UInt64, freed: Int, kept: Int)
    case finished
  }

  /// Makes every span unswept, and takes the spans at hand back (runtime/mcache.go releaseAll).
  func beginSweep() {
    state.pointee.sweepGeneration &+= 1
    state.pointee.sweepPage = 0
    state.pointee.sweepInSpan = false
    markStateDirty()
  }

  /// Takes the spans at hand back, so that the next slot comes from a swept span.
  func releaseCaches() {
    for index in 0..<SpanClass.count {
      let span = spans + Int(caches[index])
      caches[index] = UInt32(pageCapacity)
      guard span.pointee.slots > 0 else { continue }
      span.pointee.isCached = false
      pushList(span, full: span.pointee.allocCount == span.pointee.slots)
    }
    state.pointee.tiny = 0
    state.pointee.tinyOffset = 0
    markStateDirty()
  }

  /// Frees the next white block, or ends a span.
  func sweepStep() -> SweepStep {
    while true {
      let page = state.pointee.sweepPage
      guard page < state.pointee.arenaPages else { return .finished }
      let span = spans + page
      guard span.pointee.isInUse, span.pointee.sweepGeneration != state.pointee.sweepGeneration else {
        state.pointee.sweepPage += span.pointee.state == .free ? 1 : max(1, Int(span.pointee.pages))
        state.pointee.sweepInSpan = false
        continue
      }
      if !state.pointee.sweepInSpan {
        beginSpan(span)
        state.pointee.sweepInSpan = true
        state.pointee.sweepSlot = 0
        state.pointee.sweepFreed = 0
        markStateDirty()
      }
      if let block = queueNextFinalizer(span) { return .finalizerQueued(block: block) }
      if let slot = nextWhite(span, from: state.pointee.sweepSlot) {
        let address = blockAddress(span, slot)
        allocBits(span)[slot >> 6] &= ~(1 << UInt64(slot & 63))
        markMetadata(span.pointee.chunk + (slot >> 6) << 3, 8)
        span.pointee.allocCount -= 1
        markDirty(span)
        state.pointee.sweepSlot = slot + 1
        state.pointee.sweepFreed += 1
        state.pointee.frees += 1
        state.pointee.freedBytes += UInt64(span.pointee.slotSize)
        markStateDirty()
        return .freed(block: address, size: span.pointee.slotSize)
      }
      let step = SweepStep.spanDone(
        base: base(of: span), freed: state.pointee.sweepFreed, kept: Int(span.pointee.allocCount))
      state.pointee.sweepPage += Int(span.pointee.pages)
      state.pointee.sweepInSpan = false
      endSpan(span, freed: state.pointee.sweepFreed)
      return step
    }
  }

  /// Sweeps up to `limit` steps without telling which; answers the number of steps taken. The same steps as `sweepStep`. Fewer where
  /// a finalizer was queued, so that whoever runs them is woken in time.
  func sweepMany(_ limit: Int) -> (steps: Int, hasQueued: Bool) {
    var steps = 0
    while steps < limit {
      let span = spans + state.pointee.sweepPage
      if state.pointee.sweepPage < state.pointee.arenaPages, !state.pointee.sweepInSpan, span.pointee.isInUse,
        span.pointee.sweepGeneration != state.pointee.sweepGeneration,
        limit - steps > Int(span.pointee.allocCount), firstFinalizer(span) == 0
      {
        let before = Int(span.pointee.allocCount)
        state.pointee.sweepPage += Int(span.pointee.pages)
        steps += 1 + before - sweepSpan(span)
        continue
      }
      switch sweepStep() {
      case .finished: return (steps, false)
      case .finalizerQueued: return (steps + 1, true)
      default: steps += 1
      }
    }
    return (steps, false)
  }

  /// Sweeps a span that the allocator wants, while a collection sweeps beside the program. False when it had no block left and went
  /// back to the pages.
  func sweepWhole(_ span: UnsafeMutablePointer<Span>) -> Bool {
    sweepSpan(span) > 0
  }

  /// Answers the number of blocks that stay.
  private func sweepSpan(_ span: UnsafeMutablePointer<Span>) -> Int {
    let before = Int(span.pointee.allocCount)
    while queueNextFinalizer(span) != nil {}
    beginSpan(span)
    let alloc = allocBits(span)
    let marks = markBits(span)
    var kept = 0
    for word in 0..<Int(span.pointee.words) {
      alloc[word] &= marks[word]
      kept += alloc[word].nonzeroBitCount
    }
    span.pointee.allocCount = UInt16(kept)
    state.pointee.frees += UInt64(before - kept)
    state.pointee.freedBytes += UInt64((before - kept) * span.pointee.slotSize)
    endSpan(span, freed: before - kept)
    return kept
  }

  /// Writes out which slots hold blocks, so that they can be freed one by one.
  private func beginSpan(_ span: UnsafeMutablePointer<Span>) {
    let alloc = allocBits(span)
    let limit = Int(span.pointee.freeIndex)
    for word in 0..<limit >> 6 { alloc[word] = ~0 }
    if limit & 63 != 0 { alloc[limit >> 6] |= 1 << UInt64(limit & 63) - 1 }
    let held = heldBits(span)
    for word in 0..<Int(span.pointee.words) { held[word] |= alloc[word] }
    markMetadata(span.pointee.chunk, Int(span.pointee.words) * 8)
    markMetadata(span.pointee.chunk + span.pointee.heldOffset, Int(span.pointee.words) * 8)
    span.pointee.freeIndex = 0
    markDirty(span)
  }

  private func nextWhite(_ span: UnsafeMutablePointer<Span>, from start: Int) -> Int? {
    let alloc = allocBits(span)
    let marks = markBits(span)
    var slot = start
    while slot < Int(span.pointee.slots) {
      let white = (alloc[slot >> 6] & ~marks[slot >> 6]) >> UInt64(slot & 63)
      if white != 0 { return slot + white.trailingZeroBitCount }
      slot = (slot | 63) + 1
    }
    return nil
  }

  private func endSpan(_ span: UnsafeMutablePointer<Span>, freed: Int) {
    state.pointee.sweepSlot = 0
    state.pointee.sweepFreed = 0
    markStateDirty()
    removeFromList(span)
    span.pointee.sweepGeneration = state.pointee.sweepGeneration
    markDirty(span)
    guard span.pointee.allocCount > 0 else {
      freeSpan(span)
      return
    }
    let words = Int(span.pointee.words)
    let marks = markBits(span)
    for word in 0..<words * 2 { marks[word] = 0 }
    markMetadata(span.pointee.chunk + span.pointee.markOffset, words * 16)
    if freed > 0 { span.pointee.needsZero = true }
    if span.pointee.isLarge {
      span.pointee.freeIndex = 1
    } else {
      span.pointee.allocCache = ~allocBits(span)[0]
    }
    pushList(span, full: span.pointee.allocCount == span.pointee.slots)
  }
}
