import MachineCode

/// Offsets of internal/rt.Timer.
private enum TimerFormat {
  static let when: UInt64 = 0
  static let period: UInt64 = 8
  static let function: UInt64 = 16
  static let isVisible: UInt64 = 24
  /// The first of the machine's own words: the record's address while it is in the queue.
  static let record: UInt64 = 32
  static let size = 64
}

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

  /// Calls a timer's function in a goroutine of its own, and sets the timer again if it repeats.
  private func fire(_ record: TimerRecord) {
    let timer = record.timer
    let period = memory.word(timer + TimerFormat.period)
    let function = memory.word(timer + TimerFormat.function)
    let isVisible = memory.load(timer + TimerFormat.isVisible, as: UInt8.self) != 0
    if period != 0 {
      // Ticks that were missed are not made up for (runtime/time.go unlockAndRun).
      let (late, overflow) = (now - record.when).quotientAndRemainder(dividingBy: period).quotient
        .multipliedReportingOverflow(by: period)
      let when = overflow ? UInt64(Int64.max) : record.when &+ period &+ late
      memory.store(when, to: timer + TimerFormat.when)
      moveTimer(record, to: when)
    } else {
      memory.store(0 as UInt64, to: timer + TimerFormat.record)
      removeTimer(record)
    }
    guard let started = makeGoroutine(stub: stubs.goexit) else {
      _ = outOfMemory(startingStackSize)
      return
    }
    memory.store(function, to: started.sp)
    if !isVisible {
      started.isHidden = true
      scheduler.live -= 1
    }
    makeRunnable(started)
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
      guard isWritable(timer, TimerFormat.size) else { return raise(.memory(timer)) }
      let record = addTimer(when: memory.word(timer + TimerFormat.when), sleeper: 0, timer: timer)
      memory.store(record.address, to: timer + TimerFormat.record)
      return complete()
    case .rtStopTimer:
      let timer: UInt64 = call.argument(0)
      guard isWritable(timer, TimerFormat.size) else { return raise(.memory(timer)) }
      let record = memory.word(timer + TimerFormat.record)
      call.result(1, record != 0)
      guard record != 0 else { return .done }
      memory.store(0 as UInt64, to: timer + TimerFormat.record)
      removeTimer(timerRecord(record))
      return complete()
    case .rtSemAcquire: return acquire(call)
    default: return releaseSemaphore(call)
    }
    return .done
  }
}
