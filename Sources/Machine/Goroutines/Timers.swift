import MachineCode

/// A time at which something happens: a sleeping goroutine goes on, or a timer's function is called. In the metadata window, in
/// a list by time.
struct TimerRecord {
  static let size = 40
  let memory: Memory
  let address: UInt64

  private func get(_ offset: UInt64) -> UInt64 { memory.word(address + offset) }
  private func set(_ offset: UInt64, _ value: UInt64) { memory.store(value, to: address + offset) }

  /// Nanoseconds of the virtual clock.
  var when: UInt64 {
    get { get(0) }
    nonmutating set { set(0, newValue) }
  }
  var next: UInt64 {
    get { get(8) }
    nonmutating set { set(8, newValue) }
  }
  /// The goroutine that sleeps, or 0.
  var sleeper: UInt64 {
    get { get(16) }
    nonmutating set { set(16, newValue) }
  }
  /// The program's timer (internal/rt.Timer), or 0. Kept alive by the collector.
  var timer: UInt64 {
    get { get(24) }
    nonmutating set { set(24, newValue) }
  }
  static let timerOffset: UInt64 = 24
}

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

  func timerRecord(_ address: UInt64) -> TimerRecord { TimerRecord(memory: memory, address: address) }

  /// The tick at which the first timer is due, if the clock does not jump before.
  var nextTimerTick: UInt64 {
    let when = timerRecord(scheduler.timers).when
    return when > scheduler.clockLead ? when - scheduler.clockLead : 0
  }

  private func addTimer(when: UInt64, sleeper: UInt64, timer: UInt64) -> TimerRecord {
    let address: UInt64
    if scheduler.freeTimer != 0 {
      address = scheduler.freeTimer
      scheduler.freeTimer = timerRecord(address).next
    } else {
      address = memory.reserveMetadata(TimerRecord.size)
    }
    let record = timerRecord(address)
    record.when = when
    record.sleeper = sleeper
    record.timer = timer
    insert(record)
    return record
  }

  /// Behind those of the same time.
  private func insert(_ record: TimerRecord) {
    var before: UInt64 = 0
    var next = scheduler.timers
    while next != 0, timerRecord(next).when <= record.when {
      before = next
      next = timerRecord(next).next
    }
    record.next = next
    if before == 0 { scheduler.timers = record.address } else { timerRecord(before).next = record.address }
  }

  private func remove(_ record: TimerRecord) {
    var before: UInt64 = 0
    var at = scheduler.timers
    while at != 0, at != record.address {
      before = at
      at = timerRecord(at).next
    }
    guard at != 0 else { return }
    if before == 0 { scheduler.timers = record.next } else { timerRecord(before).next = record.next }
  }

  private func recycle(_ record: TimerRecord) {
    memory.zero(record.address, TimerRecord.size)
    record.next = scheduler.freeTimer
    scheduler.freeTimer = record.address
  }

  /// Lets what is due happen; jumping, sets the clock to the first timer before.
  func fireTimers(jumping: Bool) {
    guard scheduler.timers != 0 else { return }
    let first = timerRecord(scheduler.timers).when
    if jumping, first > now { scheduler.clockLead += first - now }
    while scheduler.timers != 0 {
      let record = timerRecord(scheduler.timers)
      guard record.when <= now, exitStatus == nil else { return }
      scheduler.timers = record.next
      if record.sleeper != 0 {
        let sleeper = goroutine(record.sleeper)
        recycle(record)
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
      record.when += period
      memory.store(record.when, to: timer + TimerFormat.when)
      insert(record)
    } else {
      memory.store(0 as UInt64, to: timer + TimerFormat.record)
      recycle(record)
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
      _ = addTimer(when: overflow ? .max : when, sleeper: scheduler.current, timer: 0)
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
      remove(timerRecord(record))
      recycle(timerRecord(record))
      return complete()
    case .rtSemAcquire: return acquire(call)
    default: return releaseSemaphore(call)
    }
    return .done
  }
}
