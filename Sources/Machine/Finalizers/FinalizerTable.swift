import MachineCode

/// One finalizer: which block it is for, and what is to be called with it (runtime/mheap.go specialfinalizer). In the metadata window,
/// by offset from its beginning; freed records are used again.
///
/// ```
///   set ─▶ in its span's list ─▶ the block is found unreachable: in the queue ─▶ running ─▶ free
/// ```
struct FinalizerRecord {
  static let size = 64
  let base: UnsafeMutableRawPointer

  @inline(__always)
  private func field<T>(_ offset: Int, _: T.Type = T.self) -> UnsafeMutablePointer<T> {
    (base + offset).assumingMemoryBound(to: T.self)
  }

  /// The address that the program gave.
  var object: UInt64 {
    get { field(0).pointee }
    nonmutating set { field(0).pointee = newValue }
  }
  /// The finalizer's func value.
  var function: UInt64 {
    get { field(8).pointee }
    nonmutating set { field(8).pointee = newValue }
  }
  /// Type words: of the object's pointer, and of the finalizer's parameter where that is an interface; else 0.
  var pointerType: UInt64 {
    get { field(16).pointee }
    nonmutating set { field(16).pointee = newValue }
  }
  var interfaceType: UInt64 {
    get { field(24).pointee }
    nonmutating set { field(24).pointee = newValue }
  }
  /// Bytes of the finalizer's results.
  var resultBytes: Int {
    get { field(32).pointee }
    nonmutating set { field(32).pointee = newValue }
  }
  /// Next in the span's list, in the queue, or among the free records.
  var next: Int {
    get { field(40).pointee }
    nonmutating set { field(40).pointee = newValue }
  }
  /// Neighbours among all that are set.
  var allNext: Int {
    get { field(48).pointee }
    nonmutating set { field(48).pointee = newValue }
  }
  var allPrevious: Int {
    get { field(56).pointee }
    nonmutating set { field(56).pointee = newValue }
  }

  static let objectOffset = 0
  static let functionOffset = 8
}

extension Heap {
  func finalizer(_ offset: Int) -> FinalizerRecord { FinalizerRecord(base: metadata + offset) }

  private func markFinalizer(_ offset: Int) { markMetadata(offset, FinalizerRecord.size) }

  /// The first finalizer of a span, by address of its object; 0 for none.
  func firstFinalizer(_ span: UnsafeMutablePointer<Span>) -> Int {
    (metadata + span.pointee.chunk + span.pointee.finalizerOffset).load(as: Int.self)
  }

  private func setFirstFinalizer(_ span: UnsafeMutablePointer<Span>, _ offset: Int) {
    (metadata + span.pointee.chunk + span.pointee.finalizerOffset).storeBytes(of: offset, as: Int.self)
    markMetadata(span.pointee.chunk + span.pointee.finalizerOffset, 8)
  }

  /// Enters a finalizer for an object in a block; nil when it has one.
  func addFinalizer(_ span: UnsafeMutablePointer<Span>, object: UInt64) -> FinalizerRecord? {
    var before = 0
    var next = firstFinalizer(span)
    while next != 0, finalizer(next).object < object {
      before = next
      next = finalizer(next).next
    }
    guard next == 0 || finalizer(next).object != object else { return nil }
    var offset = state.pointee.freeFinalizer
    if offset != 0 {
      state.pointee.freeFinalizer = finalizer(offset).next
    } else {
      offset = Int(memory.reserveMetadata(FinalizerRecord.size) - Memory.metadataBase)
    }
    let record = finalizer(offset)
    record.object = object
    record.next = next
    if before == 0 {
      setFirstFinalizer(span, offset)
    } else {
      finalizer(before).next = offset
      markFinalizer(before)
    }
    record.allPrevious = 0
    record.allNext = state.pointee.finalizers
    if record.allNext != 0 {
      finalizer(record.allNext).allPrevious = offset
      markFinalizer(record.allNext)
    }
    state.pointee.finalizers = offset
    markFinalizer(offset)
    markStateDirty()
    return record
  }

  /// Takes an object's finalizer back, if it has one.
  func removeFinalizer(_ span: UnsafeMutablePointer<Span>, object: UInt64) {
    var before = 0
    var next = firstFinalizer(span)
    while next != 0, finalizer(next).object != object {
      before = next
      next = finalizer(next).next
    }
    guard next != 0 else { return }
    unlink(span, next, behind: before)
    freeFinalizer(next)
  }

  /// Takes a record out of its span's list and out of the list of all.
  private func unlink(_ span: UnsafeMutablePointer<Span>, _ offset: Int, behind before: Int) {
    let record = finalizer(offset)
    if before == 0 {
      setFirstFinalizer(span, record.next)
    } else {
      finalizer(before).next = record.next
      markFinalizer(before)
    }
    if record.allPrevious == 0 {
      state.pointee.finalizers = record.allNext
    } else {
      finalizer(record.allPrevious).allNext = record.allNext
      markFinalizer(record.allPrevious)
    }
    if record.allNext != 0 {
      finalizer(record.allNext).allPrevious = record.allPrevious
      markFinalizer(record.allNext)
    }
    if state.pointee.rootFinalizer == offset { state.pointee.rootFinalizer = record.allNext }
    markStateDirty()
  }

  func freeFinalizer(_ offset: Int) {
    let record = finalizer(offset)
    record.object = 0
    record.function = 0
    record.next = state.pointee.freeFinalizer
    state.pointee.freeFinalizer = offset
    markFinalizer(offset)
    markStateDirty()
  }

  // MARK: Sweeping

  /// Looks for a white block of a span that is to be swept whose finalizer was not queued yet: the block turns black, so that it stays for
  /// another cycle, and all its finalizers are queued (runtime/mgcsweep.go). Answers the block, or nil when there is none left.
  func queueNextFinalizer(_ span: UnsafeMutablePointer<Span>) -> UInt64? {
    var before = 0
    var next = firstFinalizer(span)
    while next != 0 {
      let slot = span.pointee.isLarge ? 0 : span.pointee.slot(at: Int(finalizer(next).object - base(of: span)))
      guard !isMarked(span, slot) else {
        before = next
        next = finalizer(next).next
        continue
      }
      let end = base(of: span) + UInt64((slot + 1) * span.pointee.slotSize)
      while next != 0, finalizer(next).object < end {
        let following = finalizer(next).next
        unlink(span, next, behind: before)
        finalizer(next).next = state.pointee.finalizerQueue
        state.pointee.finalizerQueue = next
        markFinalizer(next)
        next = following
      }
      markBits(span)[slot >> 6] |= 1 << UInt64(slot & 63)
      markMetadata(span.pointee.chunk + span.pointee.markOffset + (slot >> 6) << 3, 8)
      state.pointee.markedBlocks += 1
      markStateDirty()
      return blockAddress(span, slot)
    }
    return nil
  }

  /// The next finalizer to run; the one that ran before is done with. Those that one sweep queued run newest first, as in Go
  /// (runtime/mfinal.go runfinq). Nil when there is none.
  func takeFinalizer() -> FinalizerRecord? {
    if state.pointee.finalizerRunning != 0 {
      freeFinalizer(state.pointee.finalizerRunning)
      state.pointee.finalizerRunning = 0
    }
    if state.pointee.finalizerBatch == 0 {
      state.pointee.finalizerBatch = state.pointee.finalizerQueue
      state.pointee.finalizerQueue = 0
    }
    markStateDirty()
    let offset = state.pointee.finalizerBatch
    guard offset != 0 else { return nil }
    state.pointee.finalizerBatch = finalizer(offset).next
    state.pointee.finalizerRunning = offset
    return finalizer(offset)
  }

  /// Calls `body` with each record that is queued or running; both its object and its function are kept by it.
  func forEachQueuedFinalizer(_ body: (FinalizerRecord) -> Void) {
    if state.pointee.finalizerRunning != 0 { body(finalizer(state.pointee.finalizerRunning)) }
    for head in [state.pointee.finalizerBatch, state.pointee.finalizerQueue] {
      var next = head
      while next != 0 {
        body(finalizer(next))
        next = finalizer(next).next
      }
    }
  }
}
