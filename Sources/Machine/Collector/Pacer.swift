/// When to collect (runtime/mgcpacer.go, Go 1.23). The goal is what may be live when a collection ends:
///
/// ```
///   goal = marked + (marked + stacks + globals) × GOGC / 100, but at least the heap minimum (4 MiB × GOGC / 100)
/// ```
///
/// A collection begins before that: a collection beside the program leaves room for what the program will allocate meanwhile, as earlier
/// ones have measured; where the program stands still, that room is the least that Go ever leaves.
extension Heap {
  /// The part of the processor's time that the collector takes for itself (runtime/mgcpacer.go gcBackgroundUtilization).
  static let backgroundShare = 0.25

  /// Go's heap minimum at GOGC=100, in bytes.
  static let defaultHeapMinimum = 4 << 20

  /// Sets goal and trigger after a collection, or after GOGC changed.
  func updatePace() {
    guard state.pointee.gogc >= 0 else {
      state.pointee.goal = .max
      state.pointee.trigger = .max
      return
    }
    let marked = state.pointee.heapMarked
    let base = marked + state.pointee.lastStackScan + state.pointee.globalsScan
    let grown = base.multipliedReportingOverflow(by: state.pointee.gogc)
    let goal = max(grown.overflow ? .max / 2 : marked + grown.partialValue / 100, state.pointee.heapMinimum)
    state.pointee.goal = goal
    guard marked < goal else {
      state.pointee.trigger = goal
      return
    }
    let runway = goal - marked
    let least = runway / 64 * 45 + marked
    var most = runway / 64 * 61 + marked
    if goal > Self.defaultHeapMinimum { most = max(most, goal - Self.defaultHeapMinimum) }
    guard state.pointee.consMark > 0 else {
      state.pointee.trigger = min(goal, max(most, least))
      return
    }
    // What the program will allocate while the collector scans as much as last time (runtime/mgcpacer.go commit, trigger).
    let scan = Double(state.pointee.lastScanWork + state.pointee.lastStackScan + state.pointee.globalsScan)
    let share = Self.backgroundShare
    let room = Int(min(Double(goal), state.pointee.consMark * (1 - share) / share * scan))
    state.pointee.trigger = min(goal, max(least, min(max(most, least), goal - room)))
  }

  /// Sets GOGC (−1: off), which also scales the heap minimum unless an option set it; answers the old value (runtime/debug.SetGCPercent).
  func setGCPercent(_ percent: Int) -> Int {
    let old = state.pointee.gogc
    state.pointee.gogc = max(-1, percent)
    if state.pointee.heapMinimumIsScaled { state.pointee.heapMinimum = Self.defaultHeapMinimum * max(0, percent) / 100 }
    updatePace()
    checkTrigger()
    markStateDirty()
    return old
  }

  /// Called wherever more of the heap counts as live.
  @inline(__always)
  func checkTrigger() {
    if state.pointee.heapLive >= state.pointee.trigger, phase != .mark { state.pointee.collectionDue = true }
  }
}
