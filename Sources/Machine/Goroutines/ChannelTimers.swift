import MachineCode

/// internal/rt.Timer, a block of the program's: what package time's timers and tickers are made of.
///
/// ```
///   0 when  8 period  16 function  24 channel  32 location  40 base  48 started  56 record  64 set
/// ```
struct GuestTimer {
  static let size = 72
  let memory: Memory
  let address: UInt64

  private func word(_ offset: UInt64) -> UInt64 { memory.word(address + offset) }
  private func set(_ offset: UInt64, _ value: UInt64) { memory.store(value, to: address + offset) }

  var when: UInt64 {
    get { word(0) }
    nonmutating set { set(0, newValue) }
  }
  var period: UInt64 { word(8) }
  /// A func() to be called, or 0 where the time goes to a channel.
  var function: UInt64 { word(16) }
  var channel: UInt64 { word(24) }
  var location: UInt64 { word(32) }
  /// What to add to the clock's seconds and to its nanoseconds in a time.Time.
  var base: UInt64 { word(40) }
  var started: UInt64 { word(48) }
  /// Its record while it is in the queue, else 0.
  var record: UInt64 {
    get { word(56) }
    nonmutating set { set(56, newValue) }
  }
  /// It is to fire.
  var isSet: Bool {
    get { word(64) != 0 }
    nonmutating set { set(64, newValue ? 1 : 0) }
  }
}

/// Timers with channels. Since Go 1.23 (runtime/time.go, "synchronous timer channels") such a timer stands in the queue only
/// while somebody waits for its channel; otherwise it is looked at when the channel is. So what nobody can receive from any
/// more is garbage, stopped or not, and a stopped timer's channel holds nothing stale. Before, it stood in the queue, kept
/// alive, until it fired or was stopped, and its channel had a buffer that one could see.
extension Machine {
  func guestTimer(_ address: UInt64) -> GuestTimer { GuestTimer(memory: memory, address: address) }

  func startTimer(_ timer: GuestTimer) {
    timer.isSet = true
    guard timer.function == 0, !options.asynchronousTimers else { return arm(timer) }
    let channel = channel(timer.channel)
    // From now on the channel leads to its timer, for the collector too.
    let slot = channel.address + ChannelRecord.timerOffset
    if core.pointee.barrier { writeBarrier(slot: slot, new: timer.address) }
    channel.timer = timer.address
    if channel.receivers.first != 0 { arm(timer) }
  }

  /// True when it had still been to fire, or had fired and nobody had noticed.
  func stopTimer(_ timer: GuestTimer) -> Bool {
    var wasPending = timer.isSet
    if timer.function == 0, !options.asynchronousTimers {
      let channel = channel(timer.channel)
      if channel.count > 0 {
        _ = takeOldest(channel, to: 0)
        wasPending = true
      }
    }
    disarm(timer)
    timer.isSet = false
    return wasPending
  }

  /// Before its channel is looked at: what was due by now has happened.
  func settle(_ timer: GuestTimer) {
    if timer.isSet, timer.when <= now { sendTime(timer) }
  }

  /// Somebody begins to wait for a channel.
  func timerIsAwaited(_ channel: ChannelRecord) {
    guard channel.timer != 0 else { return }
    let timer = guestTimer(channel.timer)
    if timer.isSet { arm(timer) }
  }

  /// Nobody waits for a channel any more.
  func timerIsAbandoned(_ channel: ChannelRecord) {
    if channel.timer != 0, channel.receivers.first == 0 { disarm(guestTimer(channel.timer)) }
  }

  private func arm(_ timer: GuestTimer) {
    if timer.record == 0 { timer.record = addTimer(when: timer.when, sleeper: 0, timer: timer.address).address }
  }

  private func disarm(_ timer: GuestTimer) {
    guard timer.record != 0 else { return }
    removeTimer(timerRecord(timer.record))
    timer.record = 0
  }

  /// A timer of the queue is due.
  func fire(_ record: TimerRecord) {
    let timer = guestTimer(record.timer)
    disarm(timer)
    if timer.function == 0 {
      sendTime(timer)
      let isAwaited = options.asynchronousTimers || channel(timer.channel).receivers.first != 0
      if timer.isSet, isAwaited { arm(timer) }
    } else {
      timer.isSet = false
      callFunction(timer.function)
    }
  }

  /// Sends the time if there is room, and sets a ticker for its next tick: those that were missed are not made up for.
  private func sendTime(_ timer: GuestTimer) {
    let due = options.asynchronousTimers ? now : timer.when
    let nanoseconds: UInt64 = 1_000_000_000
    if scheduler.timeScratch == 0 { scheduler.timeScratch = memory.reserveMetadata(24) }
    let scratch = scheduler.timeScratch
    memory.store(1 << 63 | (timer.base + due / nanoseconds) << 30 | due % nanoseconds, to: scratch)
    memory.store(due &- timer.started, to: scratch + 8)
    memory.store(timer.location, to: scratch + 16)
    if timer.period != 0 {
      let missed = (now - timer.when) / timer.period
      let (step, overflow) = timer.period.multipliedReportingOverflow(by: missed + 1)
      timer.when = overflow ? UInt64(Int64.max) : min(UInt64(Int64.max), timer.when &+ step)
    } else {
      timer.isSet = false
    }
    _ = trySend(channel(timer.channel), from: scratch)
  }

  /// time.AfterFunc: in a goroutine of its own.
  private func callFunction(_ function: UInt64) {
    guard let started = makeGoroutine(stub: stubs.goexit) else {
      _ = outOfMemory(startingStackSize)
      return
    }
    if core.pointee.barrier { shadeForBarrier(function, from: started.sp) }
    memory.store(function, to: started.sp)
    emit(.goroutineStarted(goroutine: started.id, by: 0))
    makeRunnable(started)
  }
}
