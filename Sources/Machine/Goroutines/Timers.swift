import MachineCode

extension Machine {
  /// The virtual clock: a nanosecond a tick, and a jump to the next timer when everything waits.
  public var now: UInt64 { tick + core.pointee.midTick + scheduler.clockLead }

  /// The tick at which the first timer is due, if the clock does not jump before.
  var nextTimerTick: UInt64 {
    guard let when = firstTimer?.when else { return .max }
    return when > scheduler.clockLead ? when - scheduler.clockLead : 0
  }

  /// Lets what is due happen; jumping, sets the clock to the first timer before.
  func fireTimers(jumping: Bool) {
    guard let first = firstTimer?.when else { return }
    if jumping, first > now { scheduler.clockLead += first - now }
    while let record = firstTimer, record.when <= now, exitStatus == nil {
      if record.sleeper != 0 {
        let sleeper = goroutine(record.sleeper)
        removeTimer(record)
        sleeper.timer = 0
        wake(sleeper)
      } else {
        fire(record)
      }
    }
  }

  // MARK: Intrinsics that wait

  func waitingIntrinsic(_ intrinsic: Intrinsic, _ call: IntrinsicCall) -> Outcome {
    switch intrinsic {
    case .rtCycles: call.result(0, UInt32(truncatingIfNeeded: heap.statistics.numGC))
    case .rtRandom: call.result(0, heap.random())
    case .rtNow: call.result(0, now)
    case .rtFatal:
      let (address, count): (UInt64, Int) = (call.argument(0), call.argument(1))
      guard count == 0 || memory.isReadable(address, count) else { return raise(.memory(address)) }
      countTick()
      fatalError(guest: String(decoding: memory.bytes(address, count), as: UTF8.self))
      return .moved
    case .rtSleep:
      let duration: Int64 = call.argument(0)
      guard duration > 0 else { return .done }
      let (when, overflow) = now.addingReportingOverflow(UInt64(duration))
      current.timer = addTimer(when: overflow ? .max : when, sleeper: scheduler.current, timer: 0).address
      return park(.sleep)
    case .rtStartTimer:
      let timer: UInt64 = call.argument(0)
      guard isWritable(timer, GuestTimer.size) else { return raise(.memory(timer)) }
      startTimer(guestTimer(timer))
      return complete()
    case .rtStopTimer:
      let timer: UInt64 = call.argument(0)
      guard isWritable(timer, GuestTimer.size) else { return raise(.memory(timer)) }
      call.result(1, stopTimer(guestTimer(timer)))
      return complete()
    case .rtSemAcquire: return acquire(call)
    default: return releaseSemaphore(call)
    }
    return .done
  }
}
