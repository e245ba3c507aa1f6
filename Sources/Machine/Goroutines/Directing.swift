/// A person's order to the scheduler, carried out in place of the next instruction: it takes one tick.
enum Order: Hashable, Sendable {
  case run(Int)
  case preempt
}

/// The case that a goroutine's next select is to take.
struct ChosenCase: Hashable, Sendable {
  var goroutine: Int
  var index: Int
}

/// A person in the scheduler's place. Every order leads to a state that the scheduler itself might have come to: what it
/// chooses is never wrong, only one of many.
extension Machine {
  /// Goroutines other than the running one could run now: who runs is a choice.
  public var hasRunnable: Bool { scheduler.hasRunnable }

  /// Go's number of the goroutine that runs alone while it can; `nil` where all run together.
  public var aloneGoroutine: Int? { scheduler.alone == 0 ? nil : goroutine(scheduler.alone).id }

  func carryOut(_ order: Order) {
    countTick()
    switch order {
    case .preempt: preempt()
    case .run(let id):
      guard let record = goroutine(numbered: id), record.state == .runnable, record.address != scheduler.current else {
        return
      }
      leaveQueue(record)
      saveRegisters()
      let displaced = current
      displaced.state = .runnable
      standFirst(displaced)
      switchTo(record, from: displaced.id)
    }
  }

  /// The goroutine that has not ended and bears a number.
  func goroutine(numbered id: Int) -> GoroutineRecord? {
    var address = scheduler.all
    while address != 0 {
      let record = goroutine(address)
      if record.id == id, record.state != .dead, record.state != .idle { return record }
      address = record.allNext
    }
    return nil
  }

  func setAlone(_ record: GoroutineRecord?) {
    scheduler.alone = record?.address ?? 0
    // It takes over as soon as it can.
    if let record, record.state == .runnable { scheduler.order = .run(record.id) }
  }

  /// Takes a goroutine that can run out of its place among those that wait to.
  func leaveQueue(_ record: GoroutineRecord) {
    if scheduler.runNext == record.address {
      scheduler.runNext = 0
      return
    }
    var before: UInt64 = 0
    var at = scheduler.runHead
    while at != 0, at != record.address {
      before = at
      at = goroutine(at).next
    }
    guard at != 0 else { return }
    if before == 0 { scheduler.runHead = record.next } else { goroutine(before).next = record.next }
    if scheduler.runTail == at { scheduler.runTail = before }
    record.next = 0
  }

  /// Puts a goroutine before all others that wait to run.
  private func standFirst(_ record: GoroutineRecord) {
    if scheduler.runNext != 0 {
      let next = goroutine(scheduler.runNext)
      next.next = scheduler.runHead
      scheduler.runHead = next.address
      if scheduler.runTail == 0 { scheduler.runTail = next.address }
    }
    scheduler.runNext = record.address
  }
}
