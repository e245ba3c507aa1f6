import Machine

/// Checkpoints in order of their ticks, and the pages that changed between them.
///
/// A checkpoint owns only the pages that were written since the one before it. The content of a page at a checkpoint is its
/// newest version not younger than that checkpoint:
///
/// ```
///   tick        0     1M     2M     3M
///   page 7      a ──────────▶ b ─────────      at 1M page 7 is a, at 3M it is b
///   page 9      c ───▶ d ───▶ e ───▶ f
/// ```
///
/// Removing a checkpoint hands its versions on to the next one that has none of its own, so thinning never loses a byte
/// that a remaining checkpoint needs.
final class CheckpointStore {
  struct Checkpoint {
    let tick: UInt64
    let state: MachineState
    /// Decisions applied so far.
    let decisions: Int
    /// Pages that may differ from the checkpoint before.
    var pages: [Int32]
    /// Taken for the neighbourhood of the cursor, not for the long run.
    let isNear: Bool
  }

  private struct Version {
    var tick: UInt64
    let page: Page?
  }

  private(set) var checkpoints: [Checkpoint] = []
  private var versions: [Int32: [Version]] = [:]
  private let tally = Page.Tally()
  /// Bytes held by page copies.
  var storedBytes: Int { tally.bytes }

  /// Index of the last checkpoint at or before `tick`. There is always one at tick 0 once recording has begun.
  func index(atOrBefore tick: UInt64) -> Int? {
    let after = checkpoints.partitioningIndex { $0.tick > tick }
    return after == 0 ? nil : after - 1
  }

  func index(ofTick tick: UInt64) -> Int? {
    guard let index = index(atOrBefore: tick), checkpoints[index].tick == tick else { return nil }
    return index
  }

  // MARK: Adding and removing

  /// Adds the machine's present state; its dirty pages become those of this checkpoint and are clean afterwards.
  func capture(_ machine: Machine, decisions: Int, isNear: Bool) {
    let tick = machine.tick
    let place = checkpoints.partitioningIndex { $0.tick >= tick }
    if place < checkpoints.count, checkpoints[place].tick == tick { return }
    var pages: [Int32] = []
    machine.forEachDirtyPage { page, bytes in
      let index = Int32(page)
      let known = newest(index, upTo: tick)
      guard case .changed(let content) = Page.copy(of: bytes, like: known, tally) else { return }
      add(Version(tick: tick, page: content), to: index, before: place, known: known ?? nil)
      pages.append(index)
    }
    machine.clearDirtyPages()
    checkpoints.insert(
      Checkpoint(tick: tick, state: machine.saveState(), decisions: decisions, pages: pages, isNear: isNear), at: place)
  }

  private func newest(_ page: Int32, upTo tick: UInt64) -> Page?? {
    guard let list = versions[page] else { return nil }
    let after = list.partitioningIndex { $0.tick > tick }
    return after == 0 ? nil : list[after - 1].page
  }

  /// Adds a version. A checkpoint that already stands behind it may have relied on the version before: it gets that one
  /// for its own.
  private func add(_ version: Version, to page: Int32, before place: Int, known: Page?) {
    var list = versions[page] ?? []
    let index = list.partitioningIndex { $0.tick > version.tick }
    list.insert(version, at: index)
    if place < checkpoints.count {
      let next = checkpoints[place].tick
      if index + 1 >= list.count || list[index + 1].tick > next {
        list.insert(Version(tick: next, page: known), at: index + 1)
        checkpoints[place].pages.append(page)
      }
    }
    versions[page] = list
  }

  /// Removes a checkpoint other than the first; the next one takes over what it lacks.
  func remove(at index: Int) {
    let removed = checkpoints.remove(at: index)
    let heir = index < checkpoints.count ? checkpoints[index].tick : nil
    var inherited: [Int32] = []
    for page in removed.pages {
      guard var list = versions[page], let place = list.firstIndex(where: { $0.tick == removed.tick }) else { continue }
      if let heir, place + 1 >= list.count || list[place + 1].tick > heir {
        list[place].tick = heir
        inherited.append(page)
      } else {
        list.remove(at: place)
      }
      versions[page] = list.isEmpty ? nil : list
    }
    if heir != nil, !inherited.isEmpty {
      checkpoints[index].pages = Set(checkpoints[index].pages).union(inherited).sorted()
    }
  }

  /// Forgets everything after `tick`: a decision there made another future.
  func truncate(after tick: UInt64) {
    while let last = checkpoints.last, last.tick > tick { remove(at: checkpoints.count - 1) }
  }

  /// Drops every other far checkpoint, the first excepted: the spacing doubles.
  func thin() {
    var isOdd = false
    for index in stride(from: checkpoints.count - 1, through: 1, by: -1) where !checkpoints[index].isNear {
      isOdd.toggle()
      if isOdd { remove(at: index) }
    }
  }

  /// Keeps at most `most` near checkpoints, those closest before `tick`.
  func limitNear(to most: Int, around tick: UInt64) {
    func distance(_ other: UInt64) -> UInt64 { other > tick ? other - tick : tick - other }
    while true {
      let near = checkpoints.indices.filter { checkpoints[$0].isNear }
      guard near.count > most,
        let farthest = near.max(by: { distance(checkpoints[$0].tick) < distance(checkpoints[$1].tick) })
      else { return }
      remove(at: farthest)
    }
  }

  // MARK: Restoring

  /// Makes `machine`, whose memory is that of the checkpoint at `base` but for its dirty pages, equal to the checkpoint
  /// at `index`.
  func restore(_ machine: Machine, from base: UInt64, to index: Int) {
    let target = checkpoints[index]
    var pages = Set<Int32>()
    machine.forEachDirtyPage { page, _ in pages.insert(Int32(page)) }
    let low = min(base, target.tick)
    let high = max(base, target.tick)
    var between = checkpoints.partitioningIndex { $0.tick > low }
    while between < checkpoints.count, checkpoints[between].tick <= high {
      pages.formUnion(checkpoints[between].pages)
      between += 1
    }
    for page in pages {
      let content = newest(page, upTo: target.tick) ?? nil
      machine.setPage(Int(page), content?.bytes)
    }
    machine.clearDirtyPages()
    machine.restoreState(target.state)
  }
}

/// One page's content at some time.
final class Page {
  static let size = Memory.pageSize

  /// Counts the bytes of all pages that share it.
  final class Tally {
    var bytes = 0
  }

  let bytes: UnsafeRawPointer
  private let tally: Tally

  enum Copy {
    case same
    /// `nil` for a page of zeros.
    case changed(Page?)
  }

  private init(_ source: UnsafeRawPointer, _ tally: Tally) {
    self.tally = tally
    tally.bytes += Self.size
    let copy = UnsafeMutableRawPointer.allocate(byteCount: Self.size, alignment: 16)
    copy.copyMemory(from: source, byteCount: Self.size)
    bytes = UnsafeRawPointer(copy)
  }

  deinit {
    tally.bytes -= Self.size
    bytes.deallocate()
  }

  /// - Parameter last: the last known content: outer `nil` when there is none (then zeros), inner `nil` for zeros.
  static func copy(of source: UnsafeRawPointer, like last: Page??, _ tally: Tally) -> Copy {
    let isZero = isZero(source)
    if let known = last ?? nil { if equal(known.bytes, source) { return .same } } else if isZero { return .same }
    return .changed(isZero ? nil : Page(source, tally))
  }

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

extension Array {
  /// The first index whose element satisfies a predicate that, once true, stays true.
  func partitioningIndex(where isAfter: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
