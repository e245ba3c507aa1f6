/// A goroutine, for those who look.
public struct GoroutineInfo: Hashable, Sendable {
  /// Go's number: main is 1.
  public var id: Int
  public var state: State
  /// Why it waits, as tracebacks say it ("chan receive"); empty where it does not.
  public var reason: String
  public var stackLow: UInt64
  public var stackHigh: UInt64
  public var sp: UInt64
  /// Index of the next instruction; negative in the machine's own stubs.
  public var pc: Int
  public var createdBy: Int
  /// Instruction of its go statement; meaningless where `createdBy` is 0.
  public var createdAt: Int
  /// It runs the function of a timer that Go's runtime calls by itself: not one of the program's goroutines.
  public var isHidden: Bool
  /// Its record: finds it without a search.
  let record: UInt64

  public enum State: Hashable, Sendable { case runnable, running, waiting, dead }
}

/// What a waiting goroutine waits for.
public enum WaitInfo: Hashable, Sendable {
  /// `element`: where the value lies, or is to go (0 for nowhere); `caseIndex`: of a select.
  case channel(UInt64, isSender: Bool, element: UInt64, caseIndex: Int?)
  /// The count of a semaphore in a Mutex, WaitGroup, ...
  case semaphore(UInt64)
  /// Nanoseconds of the virtual clock.
  case time(UInt64)
}

extension Machine {
  /// All goroutines that have not ended, oldest first, at most `most` of them.
  public func goroutines(most: Int = .max) -> [GoroutineInfo] {
    var found: [(id: Int, address: UInt64)] = []
    var address = scheduler.all
    while address != 0 {
      let record = goroutine(address)
      if record.state != .dead, record.state != .idle { found.append((record.id, address)) }
      address = record.allNext
    }
    found.sort { $0.id < $1.id }
    return found.prefix(most).map { info(goroutine($0.address)) }
  }

  /// Goroutines that have not ended, the runtime's own left out (runtime.NumGoroutine).
  public var goroutineCount: Int { scheduler.live }

  /// The running goroutine; `nil` before the first and after the end.
  public var runningGoroutine: GoroutineInfo? { scheduler.current == 0 ? nil : info(current) }

  public func goroutine(id: Int) -> GoroutineInfo? { goroutine(numbered: id).map { info($0) } }

  /// The goroutine in whose stack segment an address lies.
  public func goroutine(ofStackAt address: UInt64) -> GoroutineInfo? {
    guard address >= program.layout.arenaBase else { return nil }
    var next = scheduler.all
    while next != 0 {
      let record = goroutine(next)
      if record.stackLow <= address, address < record.stackHigh, record.state != .dead, record.state != .idle {
        return info(record)
      }
      next = record.allNext
    }
    return nil
  }

  /// Those that could run now, the one that is to run next first; at most `most`.
  public func runQueue(most: Int) -> [Int] {
    var found: [Int] = []
    if scheduler.runNext != 0 { found.append(goroutine(scheduler.runNext).id) }
    var address = scheduler.runHead
    while address != 0, found.count < most {
      found.append(goroutine(address).id)
      address = goroutine(address).next
    }
    return found
  }

  /// What a goroutine waits for, the cases of a select in source order; empty where nothing can ever wake it, or it does not wait.
  public func waits(of goroutine: GoroutineInfo) -> [WaitInfo] {
    let record = self.goroutine(goroutine.record)
    guard record.state == .waiting else { return [] }
    if record.waitReason == .sleep { return record.timer == 0 ? [] : [.time(timerRecord(record.timer).when)] }
    var found: [WaitInfo] = []
    var address = record.waiters
    while address != 0 {
      let waiter = Waiter(memory: memory, address: address)
      found.append(wait(waiter, record.waitReason))
      address = waiter.sibling
    }
    return found.reversed()
  }

  private func wait(_ waiter: Waiter, _ reason: WaitReason) -> WaitInfo {
    switch reason {
    case .receive, .send, .select:
      .channel(
        waiter.queue - (waiter.isSender ? ChannelRecord.sendersOffset : ChannelRecord.receiversOffset),
        isSender: waiter.isSender, element: waiter.element,
        caseIndex: waiter.caseIndex < 0 ? nil : Int(waiter.caseIndex))
    default: .semaphore(waiter.element)
    }
  }

  private func info(_ record: GoroutineRecord) -> GoroutineInfo {
    let isRunning = record.address == scheduler.current
    let state: GoroutineInfo.State =
      switch record.state {
      case .running: .running
      case .runnable, .idle: .runnable
      case .waiting: .waiting
      case .dead: .dead
      }
    return GoroutineInfo(
      id: record.id, state: state, reason: record.state == .waiting ? record.waitReason.text : "",
      stackLow: record.stackLow, stackHigh: record.stackHigh, sp: isRunning ? sp : record.sp,
      pc: isRunning ? pc : record.pc, createdBy: record.createdBy, createdAt: record.createdAt,
      isHidden: record.isHidden, record: record.address)
  }
}

extension Machine {
  /// What the collector starts from: every pointer in package variables, live frame slots and the runtime's own records.
  public func rootPointers() -> [UInt64] {
    var found: [UInt64] = []
    forEachRootPointer { found.append($0) }
    return found
  }

  /// The part of the roots that package variables are.
  public func globalPointers() -> [UInt64] {
    var found: [UInt64] = []
    forEachGlobalPointer { found.append($0) }
    return found
  }

  /// The part of the roots that belongs to one goroutine: its live frame slots and its deferred calls.
  public func rootPointers(of goroutine: GoroutineInfo) -> [UInt64] {
    var found: [UInt64] = []
    forEachRootPointer(of: self.goroutine(goroutine.record)) { found.append($0) }
    return found
  }

  /// The part of the roots that timers are: those that are set.
  public func timerPointers() -> [UInt64] {
    var found: [UInt64] = []
    forEachTimer { found.append($0) }
    return found.filter { $0 != 0 }
  }
}
