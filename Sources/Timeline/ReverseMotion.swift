import Machine
import MachineCode

extension Timeline {
  /// Moves backwards to where the motion forwards would have halted last before the cursor, else to the beginning.
  ///
  /// Going back line by line halts where lines begin: at the first of the statements that "next" takes as one.
  ///
  /// - Parameter goroutine: whose lines and calls count; `nil` for the one that runs.
  /// - Returns: `false` when cancelled; the cursor is then where it was.
  @discardableResult
  public func backward(_ motion: Motion, lens: Lens, of goroutine: Int? = nil, check: ProgressCheck? = nil) -> Bool {
    let start = position
    guard start > 0 else { return true }
    if motion == .event, let known = steps.before(start, lens) { return seek(to: known, check: check) }
    var search = ReverseSearch(
      motion, from: start, Origin(machine, goroutine: goroutine, lens: lens, steps: steps))
    var high = start
    while high > 0 {
      restore(atOrBefore: high - 1)
      densify(upTo: high)
      let low = position
      var scan = ReverseScan(motion, lens, steps, machine, search.origin)
      _ = stage.run(until: high, decisions, observer: &scan)
      if motion == .event { steps.remember(low..<high, scan.marks.map(\.tick), lens) }
      if let arrival = search.arrival(among: scan.marks, from: low) { return seek(to: arrival) }
      high = low
      if let check, !check(Progress(done: start - low, total: start)) {
        seek(to: start)
        return false
      }
    }
    return seek(to: search.candidate?.tick ?? 0)
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

/// Something that a motion backwards has to know of.
private struct ReverseMark {
  enum Kind {
    /// The motion halts here.
    case halt
    /// A statement, by its line and its frame's depth.
    case statement(line: Int, depth: UInt64, isBreakpoint: Bool)
    /// A frame of this depth began.
    case call(depth: UInt64)
  }
  var tick: UInt64
  var kind: Kind
}

/// Notes, while a stretch is run again, what a motion backwards over it has to know.
private struct ReverseScan: Observer {
  let motion: Motion
  let lens: Lens
  let library: LibraryMap
  let lines: LineTable
  let machine: Machine
  let origin: Origin
  var marks: [ReverseMark] = []

  init(_ motion: Motion, _ lens: Lens, _ steps: StepCache, _ machine: Machine, _ origin: Origin) {
    self.motion = motion
    self.lens = lens
    library = steps.library
    lines = steps.lines
    self.machine = machine
    self.origin = origin
  }

  mutating func observe(_ event: Event, tick: UInt64) -> Bool {
    guard let kind = kind(event) else { return false }
    // "Back to the call" is where the call is about to be made.
    var isCall = false
    if motion == .finish, case .call = event { isCall = true }
    marks.append(ReverseMark(tick: isCall ? tick - 1 : tick, kind: kind))
    return false
  }

  private func kind(_ event: Event) -> ReverseMark.Kind? {
    if case .ended = event { return .halt }
    if case .statement(_, let pc) = event, motion != .event, lens.breakpoints.contains(pc) {
      return .statement(line: lines.line(pc), depth: machine.stackHigh - machine.sp, isBreakpoint: true)
    }
    switch motion {
    case .event:
      return lens.isVisible(event, isInLibrary: library.contains(machine.pc)) ? .halt : nil
    case .stop:
      if case .statement(_, let pc) = event { return lens.marks.contains(pc) ? .halt : nil }
      return Landmark(event, tick: 0) != nil ? .halt : nil
    case .into, .line:
      switch event {
      case .statement(origin.goroutine, let pc) where lens.showsLibrary || !library.contains(pc):
        let depth = machine.stackHigh - machine.sp
        return motion == .into || depth <= origin.depth
          ? .statement(line: lines.line(pc), depth: depth, isBreakpoint: false) : nil
      case .call(origin.goroutine, _, _, let newSP) where motion == .line:
        let depth = machine.stackHigh - newSP
        return depth <= origin.depth ? .call(depth: depth) : nil
      default: return nil
      }
    case .finish:
      switch event {
      case .call(origin.goroutine, _, _, let newSP) where machine.stackHigh - newSP == origin.outermost: return .halt
      case .goroutineStarted(origin.goroutine, _): return .halt
      default: return nil
      }
    }
  }
}

/// Goes through marks from the latest to the earliest, stretch by stretch.
private struct ReverseSearch {
  let motion: Motion
  let start: UInt64
  let origin: Origin
  /// The earliest statement found so far of the line to halt at.
  private(set) var candidate: (tick: UInt64, line: Int, depth: UInt64)?
  private var limit: UInt64

  init(_ motion: Motion, from start: UInt64, _ origin: Origin) {
    self.motion = motion
    self.start = start
    self.origin = origin
    limit = origin.depth
  }

  /// - Parameter low: where the stretch begins: what stands there has been told of by the stretch before.
  mutating func arrival(among marks: [ReverseMark], from low: UInt64) -> UInt64? {
    for mark in marks.reversed() where mark.tick >= low {
      switch mark.kind {
      case .call(let depth):
        // Left behind: what ran before in the caller's frames only.
        if depth <= limit { limit = depth - 1 }
      case _ where mark.tick >= start: continue
      case .halt: return candidate?.tick ?? mark.tick
      case .statement(let line, let depth, let isBreakpoint):
        guard isBreakpoint || motion == .into || depth <= limit else { continue }
        if let candidate, candidate.line != line || candidate.depth != depth { return candidate.tick }
        if isBreakpoint { return mark.tick }
        candidate = (mark.tick, line, depth)
      }
    }
    return nil
  }
}
