import Machine
import MachineCode

/// How far one key press goes.
public enum Motion: Hashable, Sendable {
  /// One event: whatever can be seen to change.
  case event
  /// To the next statement of this goroutine on another line, into calls.
  case into
  /// To the next statement on another line of this function, over calls; or of its caller when it returns.
  case line
  /// Until this function returns; backwards, to its call. Within library code: until that has returned.
  case finish
  /// To the next landmark, breakpoint or narrated statement.
  case stop
}

/// Decides, event by event, whether a motion forwards has arrived.
///
/// Lines and calls are those of one goroutine, the one that the motion begins with, whatever others run meanwhile; when it
/// ends, those of whichever runs next. A breakpoint halts every motion, as in gdb.
struct MotionWatcher: Observer {
  let motion: Motion
  let lens: Lens
  let library: LibraryMap
  let lines: LineTable
  let machine: Machine
  let origin: Origin
  /// Statements deeper than this are within calls that the motion goes over.
  private var limit: UInt64
  private var goroutine: Int?

  init(_ motion: Motion, lens: Lens, steps: StepCache, machine: Machine, origin: Origin) {
    self.motion = motion
    self.lens = lens
    library = steps.library
    lines = steps.lines
    self.machine = machine
    self.origin = origin
    limit = origin.depth
    goroutine = origin.goroutine
  }

  mutating func observe(_ event: Event, tick: UInt64) -> Bool {
    switch event {
    case .ended: return true
    case .statement(_, let pc) where motion != .event && lens.breakpoints.contains(pc): return true
    case .selecting where lens.stopsAtChoices: return true
    case .switched where lens.stopsAtChoices && machine.hasRunnable: return true
    case .goroutineBlocked(let id, _) where id == lens.stopsWhenBlocked: return true
    case .goroutineEnded(let id) where id == lens.stopsWhenBlocked: return true
    default: break
    }
    switch motion {
    case .event: return lens.isVisible(event, isInLibrary: library.contains(machine.pc))
    case .stop:
      if case .statement(_, let pc) = event { return lens.marks.contains(pc) }
      return Landmark(event, tick: 0) != nil
    case .into, .line: return isNewLine(event)
    case .finish: return isReturn(event)
    }
  }

  private mutating func isNewLine(_ event: Event) -> Bool {
    switch event {
    case .goroutineEnded(goroutine):
      goroutine = nil
      return false
    case .return(goroutine, _, _, let newSP) where limit < .max && machine.stackHigh - newSP < limit:
      // What the caller goes on to call in the same statement is gone over, too. Below the learner's functions there is no
      // such statement: after an initialiser, main is next.
      limit = library.isFloor(machine.pc) ? .max : machine.stackHigh - newSP
      return false
    case .statement(let running, let pc):
      guard lens.showsLibrary || !library.contains(pc) else { return false }
      guard let goroutine else { return true }
      guard running == goroutine else { return false }
      let depth = machine.stackHigh - machine.sp
      return (motion == .into || depth <= limit) && (lines.line(pc) != origin.line || depth != origin.depth)
    default: return false
    }
  }

  private func isReturn(_ event: Event) -> Bool {
    switch event {
    case .return(origin.goroutine, _, _, let newSP): machine.stackHigh - newSP < origin.outermost
    case .goroutineEnded(origin.goroutine): true
    default: false
    }
  }
}

/// Where a motion begins: a place in the frame of the learner's own function that runs, or that has called what runs.
struct Origin {
  var goroutine: Int
  /// Bytes from the frame's SP to the stack's high end: stays the same when the stack moves.
  var depth: UInt64
  /// See `LineTable`; 0 where no learner's function runs.
  var line: Int
  /// The depth of the frame that "finish" waits for: the one at `depth`, or the first of the library on top of it.
  var outermost: UInt64

  /// - Parameter goroutine: `nil` for the one that runs.
  init(_ machine: Machine, goroutine: Int?, lens: Lens, steps: StepCache) {
    let running = machine.runningGoroutine
    let chosen = goroutine.flatMap { id in id == running?.id ? running : machine.goroutine(id: id) }
    guard let info = chosen ?? running, !machine.hasEnded else {
      self.init(goroutine: machine.currentGoroutine)
      return
    }
    self.init(goroutine: info.id)
    let frames = FrameWalker(machine).frames(sp: info.sp, pc: info.pc, high: info.stackHigh, most: Self.mostFrames)
    for (index, frame) in frames.enumerated() {
      let depth = info.stackHigh - frame.sp
      if lens.showsLibrary || !steps.library.contains(frame.site) {
        self.depth = depth
        line = steps.lines.line(frame.site)
        if index == 0 { outermost = depth }
        return
      }
      outermost = depth
    }
  }

  /// Outside of every function: before the first and after the last.
  private init(goroutine: Int) {
    self.goroutine = goroutine
    depth = .max
    line = 0
    outermost = .max
  }

  /// Library code that calls itself deeper than this has no caller that one could wait for.
  private static let mostFrames = 10_000
}

/// The source line of each instruction.
struct LineTable {
  private let lines: [Int]

  init(_ program: Program) {
    lines = program.spans.map { span in
      guard span.isValid else { return 0 }
      return Int(span.file.rawValue) << 32 | program.sources.location(span.startPosition).line
    }
  }

  /// Equal for two instructions when they stem from the same line of the same file; 0 without a source.
  func line(_ pc: Int) -> Int { lines.indices.contains(pc) ? lines[pc] : 0 }
}

extension Timeline {
  /// Moves forwards.
  /// - Parameter goroutine: whose lines and calls count; `nil` for the one that runs.
  /// - Returns: `false` when cancelled; the cursor is then where it was.
  @discardableResult
  public func forward(_ motion: Motion, lens: Lens, of goroutine: Int? = nil, check: ProgressCheck? = nil) -> Bool {
    let start = position
    let origin = Origin(machine, goroutine: goroutine, lens: lens, steps: steps)
    var watcher = MotionWatcher(motion, lens: lens, steps: steps, machine: machine, origin: origin)
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

  /// Observed ticks between two progress checks: observing costs several times what running does.
  static let observedSlice: UInt64 = 1 << 18
}
