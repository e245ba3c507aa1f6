import MachineCode

/// Go's collector (runtime/mgc.go): mark what can be reached from the roots in three colours, then sweep the rest.
///
/// ```
///   off ─▶ mark: roots, then the grey queue ─▶ mark termination ─▶ sweep ─▶ off
///           one root, one shading, one                              one freed block, or
///           blackening a tick                                       one span done a tick
/// ```
///
/// The program stands still meanwhile; or, in a collection beside the program (Concurrent.swift), takes turns with it.
enum CollectorPhase: UInt8, Sendable {
  case off, mark, sweep
}

/// Work of the collector that stands before the program's next instruction.
enum HeapWork: Hashable, Sendable {
  /// A collection: all of it, or of one beside the program the beginning.
  case collect(CollectionReason)
  /// What is left of a collection that began beside the program.
  case finish
  /// A turn of so many units, of a collection beside the program.
  case turn(left: Int)
  /// The program, which allocates, has to scan until this many bytes have been scanned.
  case assist(until: Int)
}

extension Heap {
  var phase: CollectorPhase {
    get { CollectorPhase(rawValue: state.pointee.phaseByte).unsafelyUnwrapped }
    set {
      state.pointee.phaseByte = newValue.rawValue
      markStateDirty()
    }
  }
}

extension Machine {
  // MARK: The collection, tick by tick

  /// One unit of work; nil when it is over.
  func advance(_ work: HeapWork) -> HeapWork? {
    switch work {
    case .collect(let reason):
      if heap.phase == .off {
        beginCollection(reason)
        return work
      }
      if collectStep() { return nil }
      return beginsTurns() ? nil : work
    case .finish: return collectStep() ? nil : work
    case .turn(let left):
      let isOver = collectStep()
      return turn(left: left - 1, isOver: isOver)
    case .assist(let bytes):
      heap.state.pointee.assistTicks += 1
      if heap.phase == .mark, heap.isScanning || heap.beginGreyBlock() != nil { _ = followPointers() }
      heap.markStateDirty()
      return assistIsOver(bytes) ? nil : work
    }
  }

  /// Up to `limit` units of work at once, when nobody watches: the same units as `advance`, and as many ticks. Answers the work that is
  /// left, nil when it is over.
  func advanceMany(_ work: HeapWork, limit: Int) -> HeapWork? {
    var work = work
    var left = limit
    while left > 0 {
      var most = left
      if case .turn(let units) = work { most = min(most, max(1, units)) }
      var steps = 0
      var wakes = false
      switch (work, heap.phase) {
      case (.assist, _), (.collect, .off): break
      case (_, .mark) where isDraining: steps = heap.drainMany(most - 1)
      case (_, .sweep):
        let swept = heap.sweepMany(most - 1)
        steps = swept.steps
        wakes = swept.hasQueued
      default: break
      }
      if steps > 0 {
        core.pointee.bias &+= 16 &* steps
        left -= steps
        if wakes { wakeFinalizers() }
        if case .turn(let units) = work { work = .turn(left: units - steps) }
      }
      left -= 1
      core.pointee.bias &+= 16
      guard let next = advance(work) else { return nil }
      work = next
      // A stack that shrinks goes first.
      if isCopyingStack || exitStatus != nil { break }
    }
    return work
  }

  private func beginCollection(_ reason: CollectionReason) {
    let state = heap.state
    state.pointee.collectionDue = false
    state.pointee.markedBytes = 0
    state.pointee.markedBlocks = 0
    state.pointee.freedBeforeSweep = state.pointee.freedBytes
    state.pointee.rootGlobal = 0
    state.pointee.rootGoroutine = scheduler.all
    state.pointee.rootTimer = scheduler.timers.all
    state.pointee.rootFinalizer = state.pointee.finalizers
    state.pointee.rootFunction = false
    state.pointee.rootQueue = 0
    state.pointee.rootQueued = 0
    state.pointee.rootStage = 0
    state.pointee.rootEntered = false
    state.pointee.runtimeRootsDone = false
    state.pointee.scannedStacks = 0
    state.pointee.scannedStackBytes = 0
    state.pointee.rootsDone = false
    state.pointee.stackScan = 0
    state.pointee.scanRemaining = 0
    state.pointee.scanWork = 0
    if reason == .call { state.pointee.forcedCycles += 1 }
    heap.phase = .mark
    prepareTurns(reason)
    emit(.collectionBegan(cycle: state.pointee.cycles + 1, reason: reason))
  }

  /// One unit of the collection under way; true when it is over.
  private func collectStep() -> Bool {
    switch heap.phase {
    case .off: return true
    case .mark: markStep()
    case .sweep: return sweepStep()
    }
    return false
  }

  @inline(__always)
  private func markStep() {
    heap.markStateDirty()
    if heap.isScanning, followPointers() { return }
    if !heap.state.pointee.rootsDone {
      switch nextRoot() {
      case .root(let root):
        emit(.rootScanned(root: root))
        _ = followPointers()
        return
      case .shrinking, .stackDone: return
      case .finished: break
      }
    }
    if heap.beginGreyBlock() != nil {
      _ = followPointers()
    } else {
      endMarking()
    }
  }

  /// All roots were scanned; what is left are grey blocks.
  private var isDraining: Bool {
    heap.state.pointee.rootsDone && (!heap.isScanning || heap.state.pointee.scanBlock != 0)
  }

  /// Goes on with the value being scanned; false when it was a root and nothing new was found.
  @inline(__always)
  private func followPointers() -> Bool {
    switch heap.scanStep() {
    case .shaded(let shading, let slot):
      tell(shading, from: slot, isAssisting ? .assist : heap.state.pointee.scanBlock == 0 ? .root : .scan)
      return true
    case .paused:
      return true
    case .finished:
      let block = heap.state.pointee.scanBlock
      guard block != 0 else { return false }
      heap.blackenScanned()
      emit(.blackened(block: block))
      return true
    }
  }

  private func tell(_ shading: Heap.Shading, from slot: UInt64, _ reason: ShadeReason) {
    switch shading {
    case .grey(let block): emit(.shaded(block: block, from: slot, reason: reason))
    case .black(let block):
      emit(.shaded(block: block, from: slot, reason: reason))
      emit(.blackened(block: block))
    case .nothing: break
    }
  }

  private func endMarking() {
    let state = heap.state
    if reportLostBlocks() { return }
    endTurns()
    heap.releaseGreyBuffers()
    state.pointee.heapMarked = state.pointee.markedBytes
    state.pointee.heapLive = state.pointee.markedBytes
    state.pointee.lastStackScan = state.pointee.stackScan
    state.pointee.collectionDue = false
    setStartingStackSize()
    heap.releaseCaches()
    heap.beginSweep()
    heap.updatePace()
    heap.phase = .sweep
    emit(.markEnded)
  }

  private func sweepStep() -> Bool {
    switch heap.sweepStep() {
    case .finalizerQueued(let block):
      emit(.finalizerQueued(block: block))
      wakeFinalizers()
      return false
    case .freed(let block, let size):
      emit(.swept(block: block, size: size))
      return false
    case .spanDone(let base, let freed, let kept):
      emit(.spanSwept(base: base, freed: freed, kept: kept))
      return false
    case .finished:
      let state = heap.state
      state.pointee.isConcurrent = false
      wakeFinalizers()
      state.pointee.cycles += 1
      heap.phase = .off
      emit(
        .collectionEnded(
          cycle: state.pointee.cycles, liveBytes: state.pointee.heapMarked,
          freedBytes: Int(state.pointee.freedBytes - state.pointee.freedBeforeSweep)))
      return true
    }
  }

  // MARK: The write barrier

  /// Called before each pointer store while `core.pointee.barrier` is on: the slot's address and the pointer to be stored. Go's
  /// hybrid barrier (runtime/mbarrier.go): the pointer that is overwritten and the new one turn grey.
  func writeBarrier(slot: UInt64, new: UInt64) {
    guard heap.phase == .mark else { return }
    shadeForBarrier(heap.loadWord(slot), from: slot)
    shadeForBarrier(new, from: slot)
  }

  /// The same before a value of a type with pointers is stored at `target`: from host bytes (a frame slot or memory); zeroed when nil.
  func writeBarrier(target: UInt64, source: UnsafeRawPointer?, type: TypeID) {
    guard heap.phase == .mark else { return }
    var offset = heap.layouts.nextPointer(in: type.rawValue, from: 0)
    while let at = offset {
      shadeForBarrier(heap.loadWord(target + UInt64(at)), from: target + UInt64(at))
      if let source {
        let new =
          program.wordSize == 8
          ? (source + at).loadUnaligned(as: UInt64.self) : UInt64((source + at).loadUnaligned(as: UInt32.self))
        shadeForBarrier(new, from: target + UInt64(at))
      }
      offset = heap.layouts.nextPointer(in: type.rawValue, from: at + program.wordSize)
    }
  }

  func shadeForBarrier(_ pointer: UInt64, from slot: UInt64) {
    tell(heap.shade(pointer), from: slot, .barrier)
    heap.markStateDirty()
  }
}
