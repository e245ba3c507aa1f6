/// Following the pointers of one value (a root slot or a grey block), resumable after each one.
extension Heap {
  /// Bytes without a find after which a scan pauses for a tick (runtime/mgcmark.go maxObletBytes).
  static let scanChunk = 128 << 10

  enum ScanStep {
    /// A white block was shaded; `from` holds the pointer to it.
    case shaded(Shading, from: UInt64)
    /// A chunk of a large value was scanned without a find.
    case paused
    case finished
  }

  /// Begins to scan `count` values of a type at an address.
  @inline(__always)
  func beginScan(_ address: UInt64, type: Int32, count: Int, block: UInt64) {
    let layout = layouts.layouts + Int(type)
    let unit = layout.pointee.unit
    state.pointee.scanBlock = block
    state.pointee.scanElement = address
    state.pointee.scanType = unit
    state.pointee.scanRemaining = count &* layout.pointee.unitCount
    state.pointee.scanMask = layouts.layouts[Int(unit)].mask
    state.pointee.scanOffset = 0
    if layouts.layouts[Int(unit)].pointerBytes == 0 { state.pointee.scanRemaining = 0 }
  }

  var isScanning: Bool { state.pointee.scanRemaining > 0 }

  /// Takes the next block from the queue to scan it; nil when the queue is empty.
  @inline(__always)
  func beginGreyBlock() -> UInt64? {
    guard let address = popGrey() else { return nil }
    guard let (span, slot) = findBlock(address) else { preconditionFailure("a grey block that is no block") }
    let record = record(span, slot)
    let type = record.pointee.type
    let size = span.pointee.isLarge ? requestedSize(span, slot) : Int(record.pointee.size)
    let typeSize = layouts.layouts[Int(type)].size
    beginScan(address, type: type, count: typeSize == size ? 1 : size / max(1, typeSize), block: address)
    state.pointee.scanSpan = UInt32(truncatingIfNeeded: span - spans)
    state.pointee.scanSlot = UInt32(truncatingIfNeeded: slot)
    return address
  }

  /// The block that was scanned turns black.
  @inline(__always)
  func blackenScanned() {
    state.pointee.scanBlock = 0
    let span = spans + Int(state.pointee.scanSpan)
    state.pointee.scanWork &+= span.pointee.slotSize
    let slot = Int(state.pointee.scanSlot)
    greyBits(span)[slot >> 6] &= ~(1 &<< UInt64(truncatingIfNeeded: slot & 63))
    markMetadata(span.pointee.chunk &+ span.pointee.greyOffset &+ (slot >> 6) << 3, 8)
  }

  /// Goes on until a white block was shaded, a chunk is done, or the value is finished.
  @inline(__always)
  func scanStep() -> ScanStep {
    guard state.pointee.scanRemaining > 0 else { return .finished }
    let layout = layouts.layouts + Int(state.pointee.scanType)
    return layout.pointee.hasMask ? scanMasked(layout) : scanLarge(layout)
  }

  @inline(__always)
  private func scanMasked(_ layout: UnsafeMutablePointer<TypeLayout>) -> ScanStep {
    let size = layout.pointee.size
    let wordShift: UInt64 = layouts.wordSize == 8 ? 3 : 2
    var element = state.pointee.scanElement
    var remaining = state.pointee.scanRemaining
    var mask = state.pointee.scanMask
    var budget = Self.scanChunk
    while true {
      while mask != 0 {
        let slot = element &+ UInt64(truncatingIfNeeded: mask.trailingZeroBitCount) &<< wordShift
        mask &= mask &- 1
        let shading = shade(loadWord(slot))
        if case .nothing = shading { continue }
        state.pointee.scanElement = element
        state.pointee.scanRemaining = remaining
        state.pointee.scanMask = mask
        return .shaded(shading, from: slot)
      }
      remaining &-= 1
      if remaining == 0 {
        state.pointee.scanRemaining = 0
        return .finished
      }
      element &+= UInt64(truncatingIfNeeded: size)
      mask = layout.pointee.mask
      budget &-= size
      if budget <= 0 {
        state.pointee.scanElement = element
        state.pointee.scanRemaining = remaining
        state.pointee.scanMask = mask
        return .paused
      }
    }
  }

  /// Up to `limit` units of emptying the grey queue, without telling which; answers how many. Fewer when the queue is empty.
  func drainMany(_ limit: Int) -> Int {
    var steps = 0
    while steps < limit {
      if state.pointee.scanRemaining == 0, beginGreyBlock() == nil { break }
      steps &+= 1
      if case .finished = scanStep() { blackenScanned() }
    }
    markStateDirty()
    return steps
  }

  private func scanLarge(_ layout: UnsafeMutablePointer<TypeLayout>) -> ScanStep {
    let type = state.pointee.scanType
    var budget = Self.scanChunk / layouts.wordSize
    while true {
      let element = state.pointee.scanElement
      var offset = state.pointee.scanOffset
      while let found = layouts.nextPointer(in: type, from: offset) {
        offset = found + layouts.wordSize
        state.pointee.scanOffset = offset
        let shading = shade(loadWord(element + UInt64(found)))
        if case .nothing = shading {
          budget -= 1
          if budget <= 0 { return .paused }
          continue
        }
        return .shaded(shading, from: element + UInt64(found))
      }
      state.pointee.scanOffset = 0
      state.pointee.scanElement += UInt64(layout.pointee.size)
      state.pointee.scanRemaining -= 1
      if state.pointee.scanRemaining == 0 { return .finished }
    }
  }

  /// A pointer-sized word of any window.
  @inline(__always)
  func loadWord(_ address: UInt64) -> UInt64 {
    guard layouts.wordSize == 8 else { return UInt64(memory.load(address, as: UInt32.self)) }
    return address &- arenaBase < arenaReserve ? host(address).load(as: UInt64.self) : memory.word(address)
  }
}
