/// A root that is no package variable: most are in frames, the others the runtime itself holds.
public struct RuntimeRoot: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// A goroutine's frames, its deferred calls, the closure that it is to begin with.
    case goroutine(Int)
    /// The queue of timers; `isChannel`: one that sends on a channel, where nothing else may listen.
    case timer(isChannel: Bool)
    /// What an object with a finalizer refers to, kept for the finalizer (but not the object itself).
    case finalizer(of: UInt64)
    /// A finalizer that is about to be called, or its object.
    case queuedFinalizer
  }

  public var pointer: UInt64
  public var kind: Kind
}

extension Machine {
  /// All roots but package variables.
  public func runtimeRoots() -> [RuntimeRoot] {
    var found: [RuntimeRoot] = []
    func add(_ pointer: UInt64, _ kind: RuntimeRoot.Kind) {
      if pointer != 0 { found.append(RuntimeRoot(pointer: pointer, kind: kind)) }
    }
    var address = scheduler.all
    while address != 0 {
      let record = goroutine(address)
      address = record.allNext
      guard record.state != .dead, record.state != .idle else { continue }
      forEachRootPointer(of: record) { add($0, .goroutine(record.id)) }
    }
    forEachTimer { timer in
      if timer != 0 { add(timer, .timer(isChannel: guestTimer(timer).function == 0)) }
    }
    heap.forEachQueuedFinalizer { record in
      add(record.object, .queuedFinalizer)
      add(record.function, .queuedFinalizer)
    }
    var finalizer = heap.state.pointee.finalizers
    while finalizer != 0 {
      let record = heap.finalizer(finalizer)
      finalizer = record.allNext
      add(record.function, .queuedFinalizer)
      guard let block = block(at: record.object) else { continue }
      for pointer in pointers(in: block) { add(pointer.target, .finalizer(of: block.address)) }
    }
    return found
  }
}
