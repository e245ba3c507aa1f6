import Machine

/// One page's content at some time, kept small.
///
/// Stacks and arrays of records repeat themselves every so many words, with numbers that go on evenly: links to the next frame, counters,
/// addresses of neighbours. So each word is foretold from the words one and two periods before it, as if it lay on a line through them,
/// and only those words are kept of which that is not true:
///
/// ```
///   period k │ bit i: word i is not w[i-k] + (w[i-k] - w[i-2k]) │ those words
/// ```
///
/// A deep recursion takes a thirtieth of its bytes that way. A page of which more than half would have to be kept is kept as it is.
final class Page {
  static let size = Memory.pageSize
  private static let words = size / 8
  /// Words of the mask, and those with the period before it.
  private static let maskWords = words / 64
  private static let headWords = 1 + maskWords
  private static let longestPeriod = 48
  /// What an object, its storage and its place in the table take beside the content, in bytes.
  private static let overhead = 96

  /// Counts the bytes of all pages that share it.
  final class Tally {
    var bytes = 0
  }

  private let storage: UnsafeMutablePointer<UInt64>
  /// `words` for a page kept as it is.
  private let count: Int
  private let tally: Tally

  enum Copy {
    case same
    /// `nil` for a page of zeros.
    case changed(Page?)
  }

  private init(_ source: UnsafeRawPointer, _ tally: Tally) {
    self.tally = tally
    let page = source.assumingMemoryBound(to: UInt64.self)
    let packed = withUnsafeTemporaryAllocation(of: UInt64.self, capacity: Self.words / 2) {
      packed -> (UnsafeMutablePointer<UInt64>, Int)? in
      guard let count = Self.pack(page, packed.baseAddress!) else { return nil }
      let storage = UnsafeMutablePointer<UInt64>.allocate(capacity: count)
      storage.initialize(from: packed.baseAddress!, count: count)
      return (storage, count)
    }
    if let (packed, packedCount) = packed {
      storage = packed
      count = packedCount
    } else {
      storage = .allocate(capacity: Self.words)
      storage.initialize(from: page, count: Self.words)
      count = Self.words
    }
    tally.bytes += count * 8 + Self.overhead
  }

  deinit {
    tally.bytes -= count * 8 + Self.overhead
    storage.deallocate()
  }

  /// - Parameter last: the last known content: outer `nil` when there is none (then zeros), inner `nil` for zeros.
  static func copy(of source: UnsafeRawPointer, like last: Page??, _ tally: Tally) -> Copy {
    let isZero = isZero(source)
    if let known = last ?? nil { if known.equals(source) { return .same } } else if isZero { return .same }
    return .changed(isZero ? nil : Page(source, tally))
  }

  /// Writes the whole content to a page.
  func write(to target: UnsafeMutableRawPointer) {
    let page = target.assumingMemoryBound(to: UInt64.self)
    guard count < Self.words else {
      page.update(from: storage, count: Self.words)
      return
    }
    let period = Int(storage[0])
    var next = Self.headWords
    for index in 0..<Self.words {
      if storage[1 + index >> 6] >> UInt64(index & 63) & 1 != 0 {
        page[index] = storage[next]
        next += 1
      } else {
        page[index] = Self.foretold(UnsafePointer(page), index, period)
      }
    }
  }

  private func equals(_ source: UnsafeRawPointer) -> Bool {
    let page = source.assumingMemoryBound(to: UInt64.self)
    guard count < Self.words else { return Self.equal(storage, source) }
    let period = Int(storage[0])
    var next = Self.headWords
    // As far as the words before it are equal, what is foretold from them is too.
    for index in 0..<Self.words {
      if storage[1 + index >> 6] >> UInt64(index & 63) & 1 != 0 {
        guard page[index] == storage[next] else { return false }
        next += 1
      } else if page[index] != Self.foretold(page, index, period) {
        return false
      }
    }
    return true
  }

  // MARK: Packing

  @inline(__always)
  private static func foretold(_ page: UnsafePointer<UInt64>, _ index: Int, _ period: Int) -> UInt64 {
    guard index >= period else { return 0 }
    let last = page[index - period]
    return index >= 2 * period ? last &+ (last &- page[index - 2 * period]) : last
  }

  /// The words kept of a page; nil when they would be more than half.
  private static func pack(_ page: UnsafePointer<UInt64>, _ packed: UnsafeMutablePointer<UInt64>) -> Int? {
    guard let period = period(of: page) else { return nil }
    packed[0] = UInt64(period)
    for word in 0..<maskWords { packed[1 + word] = 0 }
    var next = headWords
    for index in 0..<words where page[index] != foretold(page, index, period) {
      guard next < words / 2 else { return nil }
      packed[1 + index >> 6] |= 1 << UInt64(index & 63)
      packed[next] = page[index]
      next += 1
    }
    return next
  }

  /// The period that foretells most of some words; nil when none is right about half of them.
  private static func period(of page: UnsafePointer<UInt64>) -> Int? {
    let samples = 12
    let step = (words - 2 * longestPeriod) / samples
    var best = (hits: samples / 2, period: 0)
    for period in 1...longestPeriod {
      var hits = 0
      for sample in 0..<samples {
        let index = 2 * longestPeriod + sample * step + sample
        if page[index] == foretold(page, index, period) { hits += 1 }
      }
      if hits > best.hits { best = (hits, period) }
      if hits == samples { break }
    }
    return best.period == 0 ? nil : best.period
  }

  // MARK: Comparing

  private static func isZero(_ source: UnsafeRawPointer) -> Bool {
    for offset in stride(from: 0, to: size, by: 32) {
      let words = source.loadUnaligned(fromByteOffset: offset, as: SIMD4<UInt64>.self)
      if words != .zero { return false }
    }
    return true
  }

  private static func equal(_ a: UnsafeRawPointer, _ b: UnsafeRawPointer) -> Bool {
    for offset in stride(from: 0, to: size, by: 32) {
      let left = a.loadUnaligned(fromByteOffset: offset, as: SIMD4<UInt64>.self)
      let right = b.loadUnaligned(fromByteOffset: offset, as: SIMD4<UInt64>.self)
      if left != right { return false }
    }
    return true
  }
}
