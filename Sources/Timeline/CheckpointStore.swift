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
  /// Told when a checkpoint is removed: its tick, its pages, and the tick of the one before. Whoever's clean pages are those of the removed one
  /// has to count its pages as changed since the one before.
  var didRemove: (UInt64, [Int32], UInt64) -> Void = { _, _, _ in }
  /// Bytes held by page copies.
  var storedBytes: Int { tally.bytes }

  /// Index of the last checkpoint at or before `tick`. There is always one at tick 0 once recording has begun.
  func index(atOrBefore tick: UInt64) -> Int? {
    let after = checkpoints.partitioningIndex { $0.tick > tick }
    return after == 0 ? nil : after - 1
  }

  /// Index of the last checkpoint that satisfies a predicate which the first one does.
  func index(where isEarly: (Checkpoint) -> Bool) -> Int { checkpoints.lastIndex(where: isEarly) ?? 0 }

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
    var handedOn: [Int32] = []
    machine.forEachDirtyPage { page, bytes in
      let index = Int32(page)
      let known = newest(index, upTo: tick)
      guard case .changed(let content) = Page.copy(of: bytes, like: known, tally) else { return }
      if add(Version(tick: tick, page: content), to: index, before: place, known: known ?? nil) {
        handedOn.append(index)
      }
      pages.append(index)
    }
    machine.clearDirtyPages()
    if !handedOn.isEmpty { checkpoints[place].pages = Self.union(checkpoints[place].pages, handedOn) }
    checkpoints.insert(
      Checkpoint(tick: tick, state: machine.saveState(), decisions: decisions, pages: pages, isNear: isNear), at: place)
  }

  private func newest(_ page: Int32, upTo tick: UInt64) -> Page?? {
    guard let list = versions[page] else { return nil }
    let after = list.partitioningIndex { $0.tick > tick }
    return after == 0 ? nil : list[after - 1].page
  }

  /// Adds a version. A checkpoint that already stands behind it may have relied on the version before: it gets that one
  /// for its own. True when it does.
  private func add(_ version: Version, to page: Int32, before place: Int, known: Page?) -> Bool {
    var list = versions[page] ?? []
    let index = list.partitioningIndex { $0.tick > version.tick }
    list.insert(version, at: index)
    if place < checkpoints.count {
      let next = checkpoints[place].tick
      if index + 1 >= list.count || list[index + 1].tick > next {
        list.insert(Version(tick: next, page: known), at: index + 1)
        versions[page] = list
        return true
      }
    }
    versions[page] = list
    return false
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
      checkpoints[index].pages = Self.union(checkpoints[index].pages, inherited)
    }
    didRemove(removed.tick, removed.pages, checkpoints[index - 1].tick)
  }

  /// Two ascending lists as one. (A checkpoint's pages are found in ascending order.)
  private static func union(_ a: [Int32], _ b: [Int32]) -> [Int32] {
    var result: [Int32] = []
    result.reserveCapacity(a.count + b.count)
    var (i, j) = (0, 0)
    while i < a.count || j < b.count {
      if j == b.count || i < a.count && a[i] < b[j] {
        result.append(a[i])
        i += 1
      } else {
        if i < a.count, a[i] == b[j] { i += 1 }
        result.append(b[j])
        j += 1
      }
    }
    return result
  }

  /// Forgets everything after `tick`: a decision there made another future.
  func truncate(after tick: UInt64) {
    while let last = checkpoints.last, last.tick > tick { remove(at: checkpoints.count - 1) }
  }

  /// Drops the far checkpoints, the first excepted, that do not stand at multiples of a spacing. False when there were none.
  func thin(to spacing: UInt64) -> Bool {
    var isThinner = false
    for index in stride(from: checkpoints.count - 1, through: 1, by: -1)
    where !checkpoints[index].isNear && checkpoints[index].tick % spacing != 0 {
      remove(at: index)
      isThinner = true
    }
    return isThinner
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
  /// at `index`. Without a base its memory is all zeros.
  func restore(_ machine: Machine, from base: UInt64?, to index: Int) {
    let target = checkpoints[index]
    var changed = Set<Int32>()
    if let base {
      machine.forEachDirtyPage { page, _ in changed.insert(Int32(page)) }
      let low = min(base, target.tick)
      let high = max(base, target.tick)
      var between = checkpoints.partitioningIndex { $0.tick > low }
      while between < checkpoints.count, checkpoints[between].tick <= high {
        changed.formUnion(checkpoints[between].pages)
        between += 1
      }
    } else {
      changed.formUnion(versions.keys)
    }
    var zeros = 0..<0
    withUnsafeTemporaryAllocation(byteCount: Page.size, alignment: 64) { scratch in
      for page in changed.sorted().map(Int.init) {
        if let content = newest(Int32(page), upTo: target.tick) ?? nil {
          content.write(to: scratch.baseAddress!)
          machine.setPage(page, scratch.baseAddress!)
        } else if base != nil {
          if zeros.upperBound != page {
            machine.zeroPages(zeros)
            zeros = page..<page
          }
          zeros = zeros.lowerBound..<page + 1
        }
      }
    }
    machine.zeroPages(zeros)
    machine.clearDirtyPages()
    machine.restoreState(target.state)
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
