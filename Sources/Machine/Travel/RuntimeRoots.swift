/// A root that is neither a variable nor a frame slot: the runtime itself holds the pointer.
public struct RuntimeRoot: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// A goroutine's record: its deferred calls, a closure about to be entered.
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
  /// The roots that the runtime holds, without those of frames.
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
      for root in GoroutineRecord.roots { add(memory.word(record.address + root.offset), .goroutine(record.id)) }
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
