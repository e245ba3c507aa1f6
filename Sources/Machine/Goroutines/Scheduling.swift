import MachineCode

/// Who runs next. One choice at a time, always the same for the same history: a goroutine made ready runs next, the one that it displaces and
/// all others stand in a queue; a goroutine that runs for long while others wait is preempted.
extension Machine {
  /// Ticks that a goroutine may run while others wait.
  static let timeSlice: UInt64 = 2_000_000

  /// go f(): the func() value in slot a.
  func execGo(_ i: PC, _ frame: Frame) -> Outcome {
    let closure = read(frame, i.pointee.a, UInt64.self)
    guard closure != 0 else {
      fatalError(guest: "go of nil func value")
      return .moved
    }
    guard let started = makeGoroutine(stub: stubs.goexit) else { return outOfMemory(startingStackSize) }
    if core.pointee.barrier { shadeForBarrier(closure, from: started.sp) }
    memory.store(closure, to: started.sp)
    started.createdBy = current.id
    started.createdAt = index(i)
    emit(.goroutineStarted(goroutine: started.id, by: current.id))
    let outcome = complete()
    makeRunnable(started)
    return outcome
  }

  /// Lets a goroutine run next; what was to run next goes to the queue.
  func makeRunnable(_ record: GoroutineRecord) {
    record.state = .runnable
    if !scheduler.hasRunnable { scheduler.sliceEnd = tick + Self.timeSlice }
    let displaced = scheduler.runNext
    scheduler.runNext = record.address
    if displaced != 0 { enqueue(goroutine(displaced)) }
  }

  /// Puts a goroutine at the end of the queue.
  func enqueue(_ record: GoroutineRecord) {
    record.next = 0
    if scheduler.runTail == 0 {
      scheduler.runHead = record.address
    } else {
      goroutine(scheduler.runTail).next = record.address
    }
    scheduler.runTail = record.address
  }

  /// A goroutine that waited goes on: the instruction that made it wait is done.
  func wake(_ record: GoroutineRecord) {
    record.pc += 1
    record.waitReason = .none
    record.waiters = 0
    emit(.goroutineReady(goroutine: record.id))
    makeRunnable(record)
    if record.address == scheduler.alone { scheduler.sliceEnd = 0 }
  }

  /// The running goroutine waits at its instruction, which counts as executed; another runs.
  func park(_ reason: WaitReason) -> Outcome {
    countTick()
    saveRegisters()
    let record = current
    record.state = .waiting
    record.waitReason = reason
    emit(.goroutineBlocked(goroutine: record.id, reason: reason.text))
    runNextGoroutine()
    return .moved
  }

  /// runtime.Gosched: the others first.
  func yieldGoroutine() {
    guard scheduler.hasRunnable else { return }
    if scheduler.alone == scheduler.current {
      scheduler.sliceEnd = tick + Self.timeSlice
      return
    }
    saveRegisters()
    let record = current
    record.state = .runnable
    enqueue(record)
    runNextGoroutine()
  }

  /// The running goroutine's time is over.
  func preempt() { yieldGoroutine() }

  /// The running goroutine has ended.
  func endGoroutine() {
    saveRegisters()
    let record = current
    emit(.goroutineEnded(goroutine: record.id))
    freeStack(record.stackLow, Int(record.stackHigh - record.stackLow))
    record.state = .dead
    record.next = scheduler.free
    scheduler.free = record.address
    if !record.isHidden { scheduler.live -= 1 }
    if record.address == scheduler.alone { scheduler.alone = 0 }
    runNextGoroutine()
  }

  /// Chooses and resumes; without any that can run, the program is stuck.
  private func runNextGoroutine() {
    let from = current.id
    var chosen = scheduler.runNext
    if scheduler.alone != 0, goroutine(scheduler.alone).state == .runnable {
      chosen = scheduler.alone
      leaveQueue(goroutine(chosen))
    } else if chosen != 0 {
      scheduler.runNext = 0
    } else {
      if scheduler.runHead == 0 { fireTimers(jumping: true) }
      if scheduler.runHead == 0, scheduler.runNext != 0 { return runNextGoroutine() }
      chosen = scheduler.runHead
      guard chosen != 0 else {
        // What was due woke nobody: the clock goes on.
        scheduler.isIdle = scheduler.timers.count > 0
        return scheduler.isIdle ? () : deadlock()
      }
      scheduler.runHead = goroutine(chosen).next
      if scheduler.runHead == 0 { scheduler.runTail = 0 }
    }
    switchTo(goroutine(chosen), from: from)
  }

  /// Resumes a goroutine that stands in no queue.
  func switchTo(_ record: GoroutineRecord, from: Int) {
    record.next = 0
    scheduler.sliceEnd = tick + Self.timeSlice
    resume(record)
    emit(.switched(from: from, to: record.id))
    if record.wokenByClose {
      record.wokenByClose = false
      setPC(pc - 1)
      pendingPanic = .runtime("panicSendClosed")
      beginPanic()
    }
  }

  /// One tick of waiting for the next timer, with nobody to run.
  func idle() {
    countTick()
    scheduler.isIdle = false
    runNextGoroutine()
  }

  private func deadlock() {
    var waiting: [GoroutineRecord] = []
    var address = scheduler.all
    while address != 0 {
      let record = goroutine(address)
      if record.state == .waiting, record.waitReason != .finalizers { waiting.append(record) }
      address = record.allNext
    }
    waiting.sort { $0.id < $1.id }
    let mainLives = waiting.contains { $0.id == 1 }
    writeError(
      mainLives
        ? "fatal error: all goroutines are asleep - deadlock!\n"
        : "fatal error: no goroutines (main called runtime.Goexit) - deadlock!\n")
    for record in waiting {
      writeError("\n")
      writeTraceback(of: record)
    }
    exitStatus = 2
    emit(.ended(status: 2))
  }
}
