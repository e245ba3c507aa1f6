import Machine
import MachineCode

/// How far one key press goes.
public enum Motion: Hashable, Sendable {
  /// One event: whatever can be seen to change.
  case event
  /// To the next statement on another line, into calls.
  case into
  /// To the next statement on another line of this function, over calls; or of its caller when it returns.
  case line
  /// Until this function returns; backwards, to its call.
  case finish
  /// To the next landmark, breakpoint or narrated statement.
  case stop
}

/// Decides, event by event, whether a motion has arrived. The same rule serves both directions: backwards, the last
/// arrival before the origin is taken.
final class MotionWatcher: Observer {
  struct Origin {
    var goroutine: Int
    /// Bytes from SP to the stack's high end: stays the same when the stack moves.
    var depth: UInt64
    var line: Int
    var function: Int
  }

  private let motion: Motion
  private let isBackward: Bool
  private let lens: Lens
  private let library: LibraryMap
  private let lines: LineTable
  private let machine: Machine
  private let origin: Origin
  /// Stop at the arrival with this number, from 0; `nil` counts them only.
  private let stopAt: Int?
  private(set) var arrivals = 0
  /// Ticks at which the run would have stopped, one per arrival.
  private(set) var positions: [UInt64] = []

  init(
    _ motion: Motion, isBackward: Bool, lens: Lens, library: LibraryMap, lines: LineTable, machine: Machine,
    origin: Origin, stopAt: Int?
  ) {
    self.motion = motion
    self.isBackward = isBackward
    self.lens = lens
    self.library = library
    self.lines = lines
    self.machine = machine
    self.origin = origin
    self.stopAt = stopAt
  }

  func observe(_ event: Event, tick: UInt64) -> Bool {
    guard isArrival(event) else { return false }
    defer { arrivals += 1 }
    // "Back to the call" is where the call is about to be made.
    if stopAt == nil { positions.append(motion == .finish && isBackward ? tick - 1 : tick) }
    return arrivals == stopAt
  }

  private var depth: UInt64 { machine.stackHigh - machine.sp }

  private func isArrival(_ event: Event) -> Bool {
    if case .ended = event { return true }
    switch motion {
    case .event:
      return lens.isVisible(event, isInLibrary: library.contains(machine.pc))
    case .stop:
      if case .statement(_, let pc) = event { return lens.marks.contains(pc) }
      return Landmark(event, tick: 0) != nil
    case .into:
      guard case .statement(_, let pc) = event, lens.showsLibrary || !library.contains(pc) else { return false }
      return lines.line(pc) != origin.line || depth != origin.depth
    case .line:
      guard case .statement(let goroutine, let pc) = event, goroutine == origin.goroutine else { return false }
      guard lens.showsLibrary || !library.contains(pc), depth <= origin.depth else { return false }
      return lines.line(pc) != origin.line || depth < origin.depth
    case .finish:
      switch event {
      case .return(let goroutine, _, _, let newSP) where !isBackward:
        return goroutine == origin.goroutine && machine.stackHigh - newSP < origin.depth
      case .call(let goroutine, _, _, let newSP) where isBackward:
        return goroutine == origin.goroutine && machine.stackHigh - newSP == origin.depth
      default:
        return false
      }
    }
  }
}

/// The source line of each instruction, from 1.
struct LineTable {
  private let lines: [Int32]

  init(_ program: Program) {
    lines = program.spans.map { span in
      span.isValid ? Int32(program.sources.location(span.startPosition).line) : 0
    }
  }

  func line(_ pc: Int) -> Int { lines.indices.contains(pc) ? Int(lines[pc]) : 0 }
}

extension Timeline {
  /// Moves forwards.
  /// - Returns: `false` when cancelled; the cursor is then where it was.
  @discardableResult
  public func forward(_ motion: Motion, lens: Lens, check: ProgressCheck? = nil) -> Bool {
    let start = position
    var watcher = watcher(motion, isBackward: false, lens, stopAt: 0)
    while !stage.hasEnded {
      let reason = stage.run(until: position + Self.observedSlice, decisions, observer: &watcher)
      if reason != .reachedTick { break }
      if let check, !check(Progress(done: position - start, total: end.map { $0 - start })) {
        seek(to: start)
        return false
      }
    }
    return true
  }

  /// Moves backwards to the last place before the cursor at which the motion would have stopped, else to the beginning.
  /// - Returns: `false` when cancelled; the cursor is then where it was.
  @discardableResult
  public func backward(_ motion: Motion, lens: Lens, check: ProgressCheck? = nil) -> Bool {
    let start = position
    guard start > 0 else { return true }
    if motion == .event, let known = steps.before(start, lens) { return seek(to: known, check: check) }
    let origin = self.origin
    var high = start
    while high > 0 {
      restore(atOrBefore: high - 1)
      densify(upTo: high)
      let low = position
      var scan = watcher(motion, isBackward: true, lens, stopAt: nil, origin)
      _ = stage.run(until: high, decisions, observer: &scan)
      let arrivals = scan.positions.filter { $0 < start && $0 >= low }
      if motion == .event { steps.remember(low..<high, scan.positions, lens) }
      if let last = arrivals.last { return seek(to: last) }
      high = low
      if let check, !check(Progress(done: start - low, total: start)) {
        seek(to: start)
        return false
      }
    }
    return seek(to: 0)
  }

  /// Observed ticks between two progress checks: observing costs several times what running does.
  static let observedSlice: UInt64 = 1 << 18

  private var origin: MotionWatcher.Origin {
    MotionWatcher.Origin(
      goroutine: machine.currentGoroutine, depth: machine.stackHigh - machine.sp, line: steps.lines.line(machine.pc),
      function: 0)
  }

  private func watcher(
    _ motion: Motion, isBackward: Bool, _ lens: Lens, stopAt: Int?, _ origin: MotionWatcher.Origin? = nil
  ) -> MotionWatcher {
    MotionWatcher(
      motion, isBackward: isBackward, lens: lens, library: steps.library, lines: steps.lines, machine: machine,
      origin: origin ?? self.origin, stopAt: stopAt)
  }

  /// Runs the stage from where it is to within a short stretch of `high`, dropping near checkpoints on the way: half of the
  /// distance, half of the rest, and so on. Stepping back from there finds its start close by.
  private func densify(upTo high: UInt64) {
    while high - position > 2 * Self.nearStretch {
      let middle = position + (high - position) / 2
      _ = stage.run(until: middle, decisions)
      guard position == middle else { return }
      stage.capture(into: store, isNear: true)
    }
    store.limitNear(to: Self.mostNear, around: high)
  }

  /// Ticks that a step back may re-execute.
  private static let nearStretch: UInt64 = 256
  private static let mostNear = 96
}
