import MachineCode

extension Machine {
  // MARK: Running

  /// Runs until exactly `tick` ticks are done, or the program has ended.
  @discardableResult
  public func run(until tick: UInt64 = .max) -> StopReason {
    core.pointee.observing = false
    return drive(until: tick)
  }

  /// The same, reporting events; stops after the tick in which `observer` says so. Ticks and bytes are the same as unobserved.
  @discardableResult
  public func run<O: Observer>(until tick: UInt64 = .max, observer: inout O) -> StopReason {
    self.observer = observer
    core.pointee.observing = true
    core.pointee.stopRequested = false
    defer {
      core.pointee.observing = false
      observer = self.observer as! O
      self.observer = nil
    }
    return drive(until: tick)
  }

  public var hasEnded: Bool { exitStatus != nil }

  private func drive(until limit: UInt64) -> StopReason {
    let margin = UInt64(code.longestFunction + 16)
    while exitStatus == nil {
      let now = tick
      if now >= limit { return .reachedTick }
      if core.pointee.stopRequested, core.pointee.observing { return .observer }
      if !work.isEmpty {
        let isCollecting = core.pointee.observing && self.isCollecting
        advanceWork(upTo: limit - now)
        if isCollecting { reportStatement() }
        continue
      }
      if scheduler.isIdle {
        idle()
        if core.pointee.observing { reportStatement() }
        continue
      }
      if let order = scheduler.order {
        scheduler.order = nil
        carryOut(order)
        if core.pointee.observing { reportStatement() }
        continue
      }
      let turn = nextCollectorTick
      if let turn, now >= turn {
        beginTurn()
        continue
      }
      if scheduler.hasRunnable, now >= scheduler.sliceEnd {
        preempt()
        if core.pointee.observing { reportStatement() }
        continue
      }
      var end = scheduler.hasRunnable ? min(limit, scheduler.sliceEnd) : limit
      if let turn { end = min(end, turn) }
      if scheduler.timers.count > 0 {
        if now >= nextTimerTick {
          fireTimers(jumping: false)
          continue
        }
        end = min(end, nextTimerTick)
      }
      let exit =
        core.pointee.observing || end - now <= margin
        ? interpret(Careful.self, limit: end) : interpret(Fast.self, limit: end - margin)
      if exit == .panicked { beginPanic() }
      if exit != .limit, exit != .work, core.pointee.observing { reportStatement() }
    }
    return .ended
  }

  // MARK: Registers, from outside of the loop

  /// Simulated address in SP of the running goroutine.
  public var sp: UInt64 { address(core.pointee.sp) }

  /// Index of the next instruction; negative in the machine's own stubs.
  public var pc: Int { core.pointee.pc - code.program }

  /// Moves pc without a tick passing.
  func setPC(_ index: Int) {
    let target = code.program + index
    core.pointee.bias &+= Int(bitPattern: core.pointee.pc) &- Int(bitPattern: target)
    core.pointee.pc = target
  }

  /// Lets a tick pass without an instruction of the loop.
  func countTick() {
    core.pointee.bias &+= 16
    core.pointee.midTick = 0
  }

  /// The function of an instruction, by its index.
  func functionIndex(at pc: Int) -> Int { Int(code.functionOf[pc + code.stubCount]) }

  // MARK: Traps of the loop's own instructions

  /// Turns a trap into runtime work, a panic or the end.
  func takeTrap() -> LoopExit {
    let trap = core.pointee.trap
    core.pointee.trap.kind = .none
    switch trap.kind {
    case .none: return .limit
    case .growth:
      beginGrowth(frame: Int(trap.x))
      return exitStatus == nil ? .work : .moved
    case .divide: pendingPanic = .runtime("panicDivide")
    case .shift: pendingPanic = .runtime("panicShift")
    case .index:
      pendingPanic = .bounds(x: Int64(bitPattern: trap.x), signed: true, y: Int64(bitPattern: trap.y), code: .index)
    case .memory: pendingPanic = .memory(trap.x)
    case .returnPC:
      fatalError(guest: "return to \(hex(trap.x)), which is no instruction: the frame was overwritten")
      return .moved
    case .target:
      fatalError(guest: "call of \(hex(trap.x)), which is no function: the func or interface value was overwritten")
      return .moved
    }
    return .panicked
  }
}

/// As the runtime prints addresses.
func hex(_ value: UInt64) -> String { "0x" + String(value, radix: 16) }
