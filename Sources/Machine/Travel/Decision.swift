extension Machine {
  /// Something that a person decided in the machine's place, before the instruction at `tick` was executed.
  public struct Decision: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
      /// Begin a collection now.
      case collect
    }

    public var tick: UInt64
    public var kind: Kind
    public init(tick: UInt64, kind: Kind) {
      self.tick = tick
      self.kind = kind
    }
  }

  /// Carries a decision out at the present tick.
  public func decide(_ decision: Decision) {
    switch decision.kind {
    case .collect: requestCollection()
    }
  }

  /// An event that was noted while nobody observed, with the tick in which it happened.
  public struct JournalEntry: Hashable, Sendable {
    public var tick: UInt64
    public var event: Event
  }

  /// The rare events noted since the last call (see `keepsJournal`).
  public func takeJournal() -> [JournalEntry] {
    defer { journal.removeAll(keepingCapacity: true) }
    return journal
  }

  /// Note an event if it is one that a timeline marks.
  func note(_ event: Event) {
    switch event {
    case .collectionBegan, .stackGrowthBegan, .goroutineStarted, .goroutineEnded, .panicked, .output, .ended:
      journal.append(JournalEntry(tick: tick + core.pointee.midTick, event: event))
    default: break
    }
  }
}

extension Machine {
  /// First address behind the running goroutine's stack.
  public var stackHigh: UInt64 { address(core.pointee.stackHigh) }
  /// First address of the running goroutine's stack.
  public var stackLow: UInt64 { address(core.pointee.stackGuard) - Self.stackGuard }
  /// Go's number of the running goroutine.
  public var currentGoroutine: Int { scheduler.current == 0 ? 0 : current.id }
}
