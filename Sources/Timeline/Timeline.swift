/// # Timeline: any tick is a moment away
///
/// The machine only runs forwards. To go back, take an earlier state and run again: the program is deterministic, so
/// what comes out is the past, byte for byte.
///
/// ```
///   tick 0 ────────────●───────────●───────────●──▶ frontier      ● far checkpoints, evenly spaced
///                            ··::│                                · near checkpoints, denser towards the cursor
///                             cursor
/// ```
///
/// Two machines run the same program. The *scout* runs ahead unobserved, drops far checkpoints and notes landmarks. The *stage*
/// is what is shown: to get to a tick it takes the checkpoint before it and runs the rest. When checkpoints outgrow the
/// budget every other one is dropped, so the spacing doubles and every tick stays reachable.
///
/// Invariants: the state after `seek(n)` equals, byte for byte, the state after n ticks from the start with the same decisions.
/// Nothing is logged per step. Only a person's decisions (and no view) change the future; they truncate what was recorded
/// behind them.

import Machine
import MachineCode

/// Something that a person decided in the machine's place, before the tick at which it stands has passed.
public typealias Decision = Machine.Decision

/// How far a long job has come.
public struct Progress: Hashable, Sendable {
  public var done: UInt64
  public var total: UInt64?
  public init(done: UInt64, total: UInt64?) {
    self.done = done
    self.total = total
  }
}

/// Called from long jobs every few milliseconds; `false` cancels.
public typealias ProgressCheck = (Progress) -> Bool

public final class Timeline {
  public let program: Program
  public let options: MachineOptions
  /// Bytes that checkpoints may take.
  public let budget: Int

  let stage: Runner
  let scout: Runner
  let store = CheckpointStore()
  let steps: StepCache
  /// Ticks between far checkpoints.
  private(set) var spacing: UInt64 = 1 << 20
  public private(set) var decisions: [Decision] = []
  /// In order of their ticks, as far as the scout has come.
  public private(set) var landmarks: [Landmark] = []

  /// A test's way to have many checkpoints in a short run.
  var spacingForTests: UInt64 {
    get { spacing }
    set { spacing = newValue }
  }

  /// Ticks run between two calls of a progress check: a few milliseconds.
  public static let slice: UInt64 = 1 << 21

  public init(
    _ program: Program, options: MachineOptions = MachineOptions(), decisions: [Decision] = [], budget: Int = 512 << 20
  ) {
    self.program = program
    self.options = options
    self.decisions = decisions
    self.budget = budget
    let output = OutputLog.Storage()
    stage = Runner(Machine(program, options: options, output: output))
    scout = Runner(Machine(program, options: options, output: output))
    steps = StepCache(program)
    scout.machine.keepsJournal = true
    store.didRemove = { [stage, scout] tick, pages, before in
      stage.checkpointRemoved(tick, pages, before: before)
      scout.checkpointRemoved(tick, pages, before: before)
    }
    scout.capture(into: store, isNear: false)
  }

  /// The machine at the cursor. Look, do not run.
  public var machine: Machine { stage.machine }
  /// Ticks from the start to the cursor.
  public var position: UInt64 { stage.tick }
  /// How far the program has been run.
  public var frontier: UInt64 { max(scout.tick, stage.tick) }
  /// The program's length in ticks, once it is known.
  public var end: UInt64? { scout.hasEnded ? scout.tick : stage.hasEnded ? stage.tick : nil }
  /// Bytes of checkpoint storage.
  public var storedBytes: Int { store.storedBytes }

  // MARK: Running ahead

  /// Lets the scout run on by about `ticks`. `false` when there is nothing left to run.
  @discardableResult
  public func runAhead(by ticks: UInt64 = slice) -> Bool {
    let target = scout.tick + ticks
    while scout.tick < target, !scout.hasEnded {
      let next = min(target, (scout.tick / spacing + 1) * spacing)
      _ = scout.run(until: next, decisions)
      collectLandmarks()
      if scout.tick % spacing == 0, !scout.hasEnded { captureFar() }
    }
    if scout.hasEnded { scout.retire() }
    return !scout.hasEnded
  }

  private func captureFar() {
    scout.capture(into: store, isNear: false)
    while store.storedBytes > budget, store.checkpoints.count > 1 {
      spacing *= 2
      // Where spacing them out is not enough, those near the cursor go as well.
      if !store.thin(to: spacing) { store.limitNear(to: 0, around: stage.tick) }
    }
  }

  private func collectLandmarks() {
    for entry in scout.machine.takeJournal() {
      if let landmark = Landmark(entry.event, tick: entry.tick) { landmarks.append(landmark) }
    }
    if scout.hasEnded, landmarks.last?.kind != .end { landmarks.append(Landmark(tick: scout.tick, kind: .end)) }
  }

  // MARK: Seeking

  /// Goes to a tick, or to the program's end when it is shorter.
  /// - Returns: `false` when cancelled; the cursor is then where it was.
  @discardableResult
  public func seek(to target: UInt64, check: ProgressCheck? = nil) -> Bool {
    guard follow(to: target, check) else { return false }
    let origin = position
    if target < origin || store.index(atOrBefore: target).map({ store.checkpoints[$0].tick > origin }) == true {
      restore(atOrBefore: target)
    }
    // The last thing that a program does may cost no tick: the end is where it has ended.
    let target = end.map { target >= $0 } == true ? .max : target
    while position < target, !stage.hasEnded {
      _ = stage.run(until: min(target, position + Self.slice), decisions)
      if let check, position < target, !stage.hasEnded,
        !check(Progress(done: position, total: end.map { min($0, target) } ?? target))
      {
        restore(atOrBefore: origin)
        _ = stage.run(until: origin, decisions)
        return false
      }
    }
    return true
  }

  /// Where a tick lies far beyond what is recorded, the scout goes first: the stage then takes the last checkpoint before it, and
  /// the way back has its checkpoints. False when cancelled.
  private func follow(to target: UInt64, _ check: ProgressCheck?) -> Bool {
    while !scout.hasEnded, target > max(position, scout.tick), target - max(position, scout.tick) > 4 * Self.slice {
      runAhead()
      if let check, !check(Progress(done: scout.tick, total: scout.hasEnded ? scout.tick : target)) { return false }
    }
    return true
  }

  /// Puts the stage on the last checkpoint at or before a tick.
  func restore(atOrBefore tick: UInt64) {
    guard let index = store.index(atOrBefore: tick) else { return }
    stage.restore(store, index)
  }

  // MARK: Decisions

  /// The decisions that one made at the cursor would discard: those behind it, and what it replaces.
  public func discarded(by kind: Decision.Kind) -> [Decision] {
    decisions.filter { $0.tick > position || $0.tick == position && kind.replaces($0.kind) }
  }

  /// Makes a decision at the cursor: another future begins here.
  public func decide(_ kind: Decision.Kind) {
    let tick = position
    let kept = decisions.filter { $0.tick < tick || $0.tick == tick && !kind.replaces($0.kind) }
    let isReplaced = kept.count < stage.decided
    // Both machines go back while the pages of what is forgotten are still known. What is replaced was carried out
    // already: the present moment has to come about without it.
    let last = store.index { $0.tick <= tick && $0.decisions <= kept.count }
    scout.restore(store, last)
    if isReplaced { stage.restore(store, last) }
    store.truncate(after: isReplaced ? store.checkpoints[last].tick : tick)
    landmarks.removeAll { $0.tick > tick }
    steps.forget(after: tick)
    decisions = kept
    if isReplaced { _ = stage.run(until: tick, decisions) }
    decisions.append(Decision(tick: tick, kind: kind))
    _ = stage.run(until: tick, decisions)
    _ = scout.machine.takeJournal()
  }
}
