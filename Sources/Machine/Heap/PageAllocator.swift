/// Pages: address-ordered first fit over a bitmap of used pages (runtime/mpagealloc.go finds the same place with a radix
/// tree). The arena grows by multiples of 4 MiB, as runtime/mheap.go grow asks for.
extension Heap {
  static let growthPages = 512

  /// The index of the first of `count` free pages in a row, now taken; nil when the heap's limit is reached.
  func allocatePages(_ count: Int) -> Int? {
    if let found = takePages(count) { return found }
    guard growArena(count) else { return nil }
    return takePages(count)
  }

  /// Gives pages back. Their bytes stay, so that a span made of them must be zeroed.
  func freePages(_ first: Int, _ count: Int) {
    setPageBits(first, count, used: false)
    state.pointee.firstFreePage = min(state.pointee.firstFreePage, first)
    for page in first..<first + count { spans[page].state = .free }
    memory.mark(offset: spanOffset(first), count * MemoryLayout<Span>.stride)
  }

  private func takePages(_ count: Int) -> Int? {
    let end = state.pointee.arenaPages
    var start = state.pointee.firstFreePage
    start = nextFreePage(from: start, end)
    state.pointee.firstFreePage = start
    let firstFree = start
    while start + count <= end {
      let stop = nextUsedPage(from: start, min(end, start + count))
      if stop - start == count {
        setPageBits(start, count, used: true)
        if start == firstFree { state.pointee.firstFreePage = start + count }
        return start
      }
      start = nextFreePage(from: stop, end)
    }
    return nil
  }

  private func growArena(_ count: Int) -> Bool {
    let pages = align(count, to: Self.growthPages)
    let end = state.pointee.arenaPages + pages
    guard end <= pageCapacity, end << SizeClass.pageShift <= maxHeap,
      memory.extendArena(to: memory.arenaBase + UInt64(end << SizeClass.pageShift))
    else { return false }
    state.pointee.arenaPages = end
    return true
  }

  private func nextFreePage(from start: Int, _ end: Int) -> Int {
    var page = start
    while page < end {
      let word = ~pageBits[page >> 6] >> UInt64(page & 63)
      if word != 0 { return min(end, page + word.trailingZeroBitCount) }
      page = (page | 63) + 1
    }
    return end
  }

  private func nextUsedPage(from start: Int, _ end: Int) -> Int {
    var page = start
    while page < end {
      let word = pageBits[page >> 6] >> UInt64(page & 63)
      if word != 0 { return min(end, page + word.trailingZeroBitCount) }
      page = (page | 63) + 1
    }
    return end
  }

  private func setPageBits(_ first: Int, _ count: Int, used: Bool) {
    var page = first
    let end = first + count
    while page < end {
      let inWord = min(64 - page & 63, end - page)
      let ones: UInt64 = inWord == 64 ? ~0 : 1 << UInt64(inWord) - 1
      let mask = ones << UInt64(page & 63)
      if used { pageBits[page >> 6] |= mask } else { pageBits[page >> 6] &= ~mask }
      page += inWord
    }
    let (firstWord, lastWord) = (first >> 6, (end - 1) >> 6)
    memory.mark(offset: pageBitsOffset + firstWord * 8, (lastWord - firstWord + 1) * 8)
  }
}
