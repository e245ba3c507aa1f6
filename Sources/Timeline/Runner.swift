import Machine

/// A machine that follows the decisions of its timeline: before the tick at which one was made has passed, it is applied.
///
/// Every run of the same program with the same decisions passes through the same states, whichever machine runs it.
final class Runner {
  let machine: Machine
  /// Decisions applied so far; the next one is not yet due or stands at the present tick.
  private(set) var decided = 0
  /// The tick of the checkpoint from which the machine's clean pages come; nil after `retire`.
  private(set) var base: UInt64? = 0

  init(_ machine: Machine) { self.machine = machine }

  var tick: UInt64 { machine.tick }
  var hasEnded: Bool { machine.hasEnded }

  /// Runs to exactly `target`, or to the guest's end.
  func run(until target: UInt64, _ decisions: [Decision]) -> StopReason {
    stretches(until: target, decisions) { machine.run(until: $0) }
  }

  /// The same, observed; also stops where the observer says so.
  func run<O: Observer>(until target: UInt64, _ decisions: [Decision], observer: inout O) -> StopReason {
    stretches(until: target, decisions) { machine.run(until: $0, observer: &observer) }
  }

  /// Runs from decision to decision.
  private func stretches(until target: UInt64, _ decisions: [Decision], _ run: (UInt64) -> StopReason) -> StopReason {
    while true {
      apply(decisions)
      if machine.tick >= target { return .reachedTick }
      let next = decided < decisions.count ? min(target, decisions[decided].tick) : target
      let reason = run(next)
      if reason != .reachedTick { return reason }
    }
  }

  private func apply(_ decisions: [Decision]) {
    while decided < decisions.count, decisions[decided].tick <= machine.tick {
      machine.decide(decisions[decided])
      decided += 1
    }
  }

  /// Gives the memory of a machine that has ended back to the host. It can only be put on a checkpoint.
  func retire() {
    guard base != nil else { return }
    machine.releasePages()
    base = nil
  }

  /// A checkpoint was removed; see `CheckpointStore.didRemove`.
  func checkpointRemoved(_ tick: UInt64, _ pages: [Int32], before: UInt64) {
    guard base == tick else { return }
    for page in pages { machine.markPageDirty(Int(page)) }
    base = before
  }

  func capture(into store: CheckpointStore, isNear: Bool) {
    store.capture(machine, decisions: decided, isNear: isNear)
    base = machine.tick
  }

  func restore(_ store: CheckpointStore, _ index: Int) {
    store.restore(machine, from: base, to: index)
    base = store.checkpoints[index].tick
    decided = store.checkpoints[index].decisions
  }
}
