import MachineCode

/// A collection beside the program (runtime/mgc.go, mgcmark.go, mgcpacer.go):
///
/// ```
///   stop: finish sweeping, │ turns: C units of the collector, P ticks  │ stop: mark     │ turns: sweep
///   scan the runtime's     │ of the program, with the write barrier on, │ termination    │
///   roots, barrier on      │ new blocks black, assists                  │                │
/// ```
///
/// C is a quarter of both, as Go gives the collector a quarter of the processors; a turn is short where the heap is small, so that the
/// interleaving can be watched. A goroutine's stack is scanned in one turn. A collection that the program asks for with runtime.GC keeps
/// everything standing still: its caller waits for the end anyway.
///
/// The program pays for what it allocates meanwhile: an allocation without credit takes over what the collector's turns have scanned
/// beyond need, or else scans itself (runtime/mgcmark.go gcAssistAlloc).
public enum CollectorMode: String, Hashable, Sendable, CaseIterable {
  case concurrent, stop
}

/// Who goes on while a collection beside the program is under way.
public enum Interleaving: UInt8, Hashable, Sendable, CaseIterable {
  case both, collector, program
}

/// Why a block turned grey.
public enum ShadeReason: String, Hashable, Sendable {
  /// A root points to it; a grey block does.
  case root, scan
  /// The same, found by the program while it helped.
  case assist
  /// The write barrier saw its pointer overwritten or stored.
  case barrier
  /// It was allocated while the collector marks.
  case new
}

extension Machine {
  /// Who goes on while a collection beside the program is under way.
  public var interleaving: Interleaving {
    Interleaving(rawValue: heap.state.pointee.interleaving) ?? .both
  }

  func setInterleaving(_ choice: Interleaving) {
    heap.state.pointee.interleaving = choice.rawValue
    if choice == .collector { heap.state.pointee.turnBegins = tick }
    heap.markStateDirty()
  }

  /// A collection takes turns with the program.
  public var isCollectingBesides: Bool { heap.phase != .off && heap.state.pointee.isConcurrent }

  // MARK: Turns

  /// At the beginning of a collection.
  func prepareTurns(_ reason: CollectionReason) {
    let state = heap.state
    state.pointee.isConcurrent = options.collector == .concurrent && reason != .call
    guard state.pointee.isConcurrent else { return }
    let objects = Int(state.pointee.mallocs - state.pointee.frees)
    state.pointee.collectorTurn = options.collectorTurn ?? min(4096, max(2, objects / 16))
    state.pointee.programTurn = options.programTurn ?? 3 * state.pointee.collectorTurn
    state.pointee.assistCredit = 0
    state.pointee.claimedWork = 0
    state.pointee.assistTicks = 0
    state.pointee.liveAtMark = state.pointee.heapLive
    // The slot that tiny blocks share goes on being filled (runtime/mgcmark.go gcMarkTinyAllocs).
    if state.pointee.tiny != 0 { shadeForBarrier(state.pointee.tiny, from: 0) }
    heap.markStateDirty()
  }

  /// The runtime's roots are scanned: from here on the program takes turns with the collector.
  func beginsTurns() -> Bool {
    let state = heap.state
    guard state.pointee.isConcurrent, heap.phase == .mark, state.pointee.runtimeRootsDone, !isInStack else {
      return false
    }
    core.pointee.barrier = !options.whatIf.contains(.noWriteBarrier)
    state.pointee.markBegan = tick
    nextTurn()
    return true
  }

  private func nextTurn() {
    let state = heap.state
    state.pointee.turnBegins = tick &+ UInt64(interleaving == .collector ? 0 : state.pointee.programTurn)
    heap.markStateDirty()
  }

  /// The tick at which the collector is to go on; nil when it has nothing to do or shall not.
  var nextCollectorTick: UInt64? {
    guard heap.state.pointee.isConcurrent, interleaving != .program else { return nil }
    return heap.state.pointee.turnBegins
  }

  /// Puts the collector's turn before the program's next instruction.
  func beginTurn() {
    beginWork(.heap(.turn(left: interleaving == .collector ? 1 << 20 : heap.state.pointee.collectorTurn)))
  }

  /// What is left of a turn after a unit of it.
  func turn(left: Int, isOver: Bool) -> HeapWork? {
    if isOver { return nil }
    guard left <= 0, !(heap.phase == .mark && isInStack) else { return .turn(left: left) }
    nextTurn()
    return nil
  }

  /// Marking is over, with the program standing still.
  func endTurns() {
    let state = heap.state
    core.pointee.barrier = false
    if state.pointee.isConcurrent { measurePace() }
    state.pointee.lastScanWork = state.pointee.scanWork
  }

  // MARK: Assists

  /// Some work of the program's own marking.
  var isAssisting: Bool {
    if case .heap(.assist) = work.last { return true }
    return false
  }

  /// An allocation without credit: scans as much as the pacer asks for, of which the collector's own work pays what it can. False when
  /// nothing is to be scanned.
  func beginAssist() -> Bool {
    let state = heap.state
    state.pointee.collectionDue = false
    // Nothing is grey: there is nothing to help with.
    guard heap.isScanning || state.pointee.greyTotal > 0 else {
      state.pointee.assistCredit = max(1024, state.pointee.liveAtMark / 8)
      return false
    }
    let expected = max(state.pointee.lastScanWork, state.pointee.liveAtMark / 2)
    let ahead = max(1000, expected - state.pointee.scanWork)
    let room = max(
      1, (state.pointee.goal == .max ? 2 * state.pointee.liveAtMark : state.pointee.goal) - state.pointee.heapLive)
    let workPerByte = max(1.0 / 64, min(64, Double(ahead) / Double(room)))
    // Work is done in portions (runtime/mgcmark.go gcOverAssistWork), smaller ones where the heap is small.
    let portion = max(64, min(64 << 10, expected / 8))
    let scan = max(portion, Int(workPerByte * Double(-state.pointee.assistCredit)))
    state.pointee.assistCredit += Int(Double(scan) / workPerByte)
    let paid = min(max(0, state.pointee.scanWork - state.pointee.claimedWork), scan)
    state.pointee.claimedWork += scan
    heap.markStateDirty()
    guard scan > paid else { return false }
    emit(.assistBegan(goroutine: current.id, bytes: scan - paid))
    beginWork(.heap(.assist(until: state.pointee.scanWork + scan - paid)))
    return true
  }

  func assistIsOver(_ bytes: Int) -> Bool {
    let state = heap.state.pointee
    let isOver = heap.phase != .mark || state.scanWork >= bytes || !heap.isScanning && state.greyTotal == 0
    if isOver { emit(.assistEnded(goroutine: current.id)) }
    return isOver
  }

  // MARK: Pace

  /// How much the program allocated while marking, a byte scanned (runtime/mgcpacer.go endCycle).
  private func measurePace() {
    let state = heap.state
    let allocated = state.pointee.heapLive - state.pointee.liveAtMark
    let scanned = state.pointee.scanWork + state.pointee.stackScan + state.pointee.globalsScan
    guard allocated > 0, scanned > 0 else { return }
    let ticks = max(1, Double(tick - state.pointee.markBegan))
    let utilization = min(0.95, Heap.backgroundShare + Double(state.pointee.assistTicks) / ticks)
    state.pointee.consMark = Double(allocated) * utilization / (Double(scanned) * (1 - utilization))
  }
}
