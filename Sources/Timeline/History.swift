import Machine

/// An event and the tick in which it happened.
public struct TimedEvent: Hashable, Sendable {
  public var tick: UInt64
  public var event: Event
  /// It happened while library code ran.
  public var isInLibrary: Bool
}

extension Timeline {
  /// What happened in the step that led to the cursor: the events since the last place where a single step would have stopped.
  public func lastStep(_ lens: Lens) -> [TimedEvent] {
    let here = position
    guard here > 0 else { return [] }
    // The last thing that a program does may cost no tick.
    let hadEnded = stage.hasEnded
    backward(.event, lens: lens)
    var recorder = Recorder(library: steps.library, machine: machine)
    _ = stage.run(until: hadEnded ? .max : here, decisions, observer: &recorder)
    return recorder.events
  }

  /// The last tick before the cursor in which an event satisfied `predicate`; the cursor stays where it is.
  /// - Returns: `nil` when there is none, or the search was cancelled.
  public func lastTick(check: ProgressCheck? = nil, where predicate: @escaping (Event) -> Bool) -> UInt64? {
    let here = position
    defer { seek(to: here) }
    var high = here
    while high > 0 {
      restore(atOrBefore: high - 1)
      let low = position
      var finder = Finder(predicate: predicate)
      _ = stage.run(until: high, decisions, observer: &finder)
      if let found = finder.last { return found }
      high = low
      if let check, !check(Progress(done: here - low, total: here)) { return nil }
    }
    return nil
  }
}

private struct Recorder: Observer {
  let library: LibraryMap
  let machine: Machine
  var events: [TimedEvent] = []
  /// A step holds a few events; library code that runs long in it may bring very many.
  private static let most = 10_000

  init(library: LibraryMap, machine: Machine) {
    self.library = library
    self.machine = machine
  }

  mutating func observe(_ event: Event, tick: UInt64) -> Bool {
    if events.count < Self.most {
      events.append(TimedEvent(tick: tick, event: event, isInLibrary: library.contains(machine.pc)))
    }
    return false
  }
}

private struct Finder: Observer {
  let predicate: (Event) -> Bool
  var last: UInt64?

  mutating func observe(_ event: Event, tick: UInt64) -> Bool {
    if predicate(event) { last = tick }
    return false
  }
}
