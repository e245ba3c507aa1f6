import MachineCode

/// Go's collector (runtime/mgc.go): mark what can be reached from the roots in three colours, then sweep the rest.
///
/// ```
///   off ─▶ mark: roots, then the grey queue ─▶ mark termination ─▶ sweep ─▶ off
///           one root, one shading, one                              one freed block, or
///           blackening a tick                                       one span done a tick
/// ```
///
/// The program stands still meanwhile. Whatever a concurrent collection needs besides is in place: phases, black allocation, the write
/// barrier, spans that know whether they were swept.
enum CollectorPhase: UInt8, Sendable {
  case off, mark, sweep
}

/// Runtime work of heap and maps.
enum HeapWork: Hashable, Sendable {
  case collect(CollectionReason)
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
      return collectStep(reason) ? nil : work
    }
  }

  /// Up to `limit` units of work at once, when nobody watches: the same units as `advance`, and as many ticks. True when the work is
  /// over.
  func advanceMany(_ work: HeapWork, limit: Int) -> Bool {
    guard case .collect(let reason) = work else { return false }
    var left = limit
    while left > 0 {
      var steps = 0
      switch heap.phase {
      case .mark where isDraining: steps = heap.drainMany(left)
      case .sweep: steps = heap.sweepMany(left)
      default: break
      }
      core.pointee.bias &+= 16 &* steps
      left -= steps
      if steps > 0 { wakeFinalizers() }
      if left == 0 { break }
      left -= 1
      core.pointee.bias &+= 16
      if collectStep(reason) { return true }
      // A stack that shrinks goes first.
      if isCopyingStack { break }
    }
    return false
  }

  /// True when the collection is over.
  private func collectStep(_ reason: CollectionReason) -> Bool {
    switch heap.phase {
    case .off: beginCollection(reason)
    case .mark: markStep()
    case .sweep: return sweepStep()
    }
    return false
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
    state.pointee.scannedStacks = 0
    state.pointee.scannedStackBytes = 0
    state.pointee.rootsDone = false
    state.pointee.stackScan = 0
    state.pointee.scanRemaining = 0
    if reason == .call { state.pointee.forcedCycles += 1 }
    heap.phase = .mark
    emit(.collectionBegan(cycle: state.pointee.cycles + 1, reason: reason))
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
      case .shrinking: return
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
      switch shading {
      case .grey(let block): emit(.shaded(block: block, from: slot))
      case .black(let block):
        emit(.shaded(block: block, from: slot))
        emit(.blackened(block: block))
      case .nothing: break
      }
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

  private func endMarking() {
    let state = heap.state
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
    switch heap.shade(pointer) {
    case .nothing: break
    case .grey(let block): emit(.shaded(block: block, from: slot))
    case .black(let block):
      emit(.shaded(block: block, from: slot))
      emit(.blackened(block: block))
    }
    heap.markStateDirty()
  }
}
