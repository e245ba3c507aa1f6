extension Machine {
  /// Something that a person decided in the machine's place, before the instruction at `tick` was executed.
  public struct Decision: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
      /// Begin a collection now.
      case collect
      /// While a collection is under way: who goes on.
      case interleave(Interleaving)
      /// Let this goroutine run now, if it can; the one that was running stands first in the queue.
      case run(Int)
      /// The running goroutine goes to the end of the queue.
      case preempt
      /// The select about to be executed takes the case with this index (in source order, default left out), if it can go on.
      case select(Int)
      /// While this goroutine can run, no other does.
      case alone(Int)
      /// The others run again as usual.
      case together

      /// Of two such decisions at the same tick the later one replaces the earlier.
      public func replaces(_ other: Kind) -> Bool {
        switch (self, other) {
        case (.run, .run), (.run, .preempt), (.preempt, .run), (.preempt, .preempt), (.select, .select),
          (.alone, .alone), (.alone, .together), (.together, .alone), (.together, .together),
          (.interleave, .interleave):
          true
        default: false
        }
      }
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
    case .run(let id): scheduler.order = .run(id)
    case .preempt: scheduler.order = .preempt
    case .select(let index): scheduler.chosenCase = ChosenCase(goroutine: currentGoroutine, index: index)
    case .alone(let id): setAlone(goroutine(numbered: id))
    case .together: setAlone(nil)
    case .interleave(let choice): setInterleaving(choice)
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
    case .collectionBegan, .stackGrowthBegan, .goroutineStarted, .goroutineEnded, .panicked, .corrupted, .output,
      .ended:
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
