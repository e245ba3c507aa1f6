import MachineCode

/// Memory for goroutine stacks: spans of the arena of their own (runtime/stack.go stackalloc). Segments below 32 KiB share
/// spans of 32 KiB, one list per size; larger ones have a span each. Unlike Go's, free segments keep their bytes: their list
/// is a bit mask beside them, so that what a dead stack left can be looked at.
extension Heap {
  static let smallestStack = 2048
  /// Sizes that share spans: 2, 4, 8 and 16 KiB.
  static let stackListCount = 4
  static let stackSpanPages = 4
  /// Free segments of at least so many bytes are zeroed, and take no host memory: a runaway recursion leaves one of each size.
  static let discardedStack = 1 << 20

  private func stackList(_ order: Int) -> Int { 4 * SpanClass.count + order }

  /// A segment of `size` bytes, a power of two of at least 2048. Its bytes are not zeroed. Nil when out of memory.
  func allocateStack(_ size: Int) -> UInt64? {
    precondition(size >= Self.smallestStack && size.nonzeroBitCount == 1, "bad stack size \(size)")
    let order = size.trailingZeroBitCount - Self.smallestStack.trailingZeroBitCount
    guard order < Self.stackListCount else {
      return makeStackSpan(pages: size >> SizeClass.pageShift, segment: size).map { span in
        span.pointee.allocCache = 0
        span.pointee.allocCount = 1
        return base(of: span)
      }
    }
    let list = stackList(order)
    let span: UnsafeMutablePointer<Span>
    if listHeads[list] != 0 {
      span = spans + Int(listHeads[list] - 1)
    } else {
      guard let fresh = makeStackSpan(pages: Self.stackSpanPages, segment: size) else { return nil }
      append(fresh, to: list)
      span = fresh
    }
    let segment = span.pointee.allocCache.trailingZeroBitCount
    span.pointee.allocCache &= span.pointee.allocCache - 1
    span.pointee.allocCount += 1
    if span.pointee.allocCache == 0 { removeFromList(span) }
    markDirty(span)
    return base(of: span) + UInt64(segment * size)
  }

  func freeStack(_ address: UInt64, _ size: Int) {
    let span = spans + Int(spans[Int((address - arenaBase) >> UInt64(SizeClass.pageShift))].head)
    precondition(span.pointee.state == .stack && span.pointee.slotSize == size, "freeing what is no stack")
    span.pointee.allocCount -= 1
    if span.pointee.allocCount == 0 {
      removeFromList(span)
      state.pointee.stackPages -= Int(span.pointee.pages)
      if size >= Self.discardedStack { memory.discard(address, size) }
      freePages(span - spans, Int(span.pointee.pages))
      markStateDirty()
      return
    }
    let order = size.trailingZeroBitCount - Self.smallestStack.trailingZeroBitCount
    if span.pointee.allocCache == 0 { append(span, to: stackList(order)) }
    span.pointee.allocCache |= 1 << UInt64(Int(address - base(of: span)) / size)
    markDirty(span)
  }

  /// True for addresses in spans of stacks.
  func isStack(_ address: UInt64) -> Bool {
    let page = (address &- arenaBase) >> UInt64(SizeClass.pageShift)
    guard page < UInt64(state.pointee.arenaPages) else { return false }
    let span = spans + Int(page)
    return span.pointee.state == .stack
      || span.pointee.state == .interior && spans[Int(span.pointee.head)].state == .stack
  }

  private func makeStackSpan(pages: Int, segment: Int) -> UnsafeMutablePointer<Span>? {
    guard let first = allocatePages(pages) else { return nil }
    let span = spans + first
    let segments = pages << SizeClass.pageShift / segment
    span.pointee.slotSize = segment
    span.pointee.pages = UInt32(pages)
    span.pointee.slots = UInt16(segments)
    span.pointee.freeIndex = 0
    span.pointee.allocCount = 0
    span.pointee.allocCache = 1 << UInt64(segments) - 1
    span.pointee.chunk = 0
    span.pointee.words = 0
    span.pointee.list = 0
    span.pointee.next = 0
    span.pointee.previous = 0
    span.pointee.spanClassByte = 0
    occupy(first, pages, .stack)
    state.pointee.stackPages += pages
    markStateDirty()
    return span
  }
}

extension Machine {
  /// A stack segment of `size` bytes, a power of two of at least 2048. Its bytes are not zeroed. Nil when out of memory.
  func allocateStack(_ size: Int) -> UInt64? { heap.allocateStack(size) }

  func freeStack(_ address: UInt64, _ size: Int) { heap.freeStack(address, size) }

  /// A zeroed block for the machine's own needs (panic values, goroutine closures); without a type, bytes. Never starts a
  /// collection. Nil when out of memory.
  func allocateBlock(_ size: Int, type: TypeID?, site: SiteID?) -> UInt64? {
    let noscan = type.map { heap.layouts[$0].pointee.pointerBytes == 0 } ?? true
    return allocate(size, type?.rawValue ?? -1, noscan: noscan, zero: true, site: site?.rawValue ?? -1)
  }

  @inline(__always)
  var currentGoroutineID: Int {
    let record = scheduler.current
    return record == 0 ? 0 : (heap.metadata + Int(record &- Memory.metadataBase)).load(as: Int.self)
  }
}
