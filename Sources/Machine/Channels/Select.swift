import MachineCode

/// One case of a select statement: three words.
struct SelectCase {
  var channel: UInt64
  /// Where the value to send is, or where the received one goes.
  var element: UInt64
  var isSend: Bool

  init(_ channel: UInt64, _ element: UInt64, direction: UInt64) {
    (self.channel, self.element, isSend) = (channel, element, direction == 2)
  }
}

extension Machine {
  /// select (runtime/select.go, Go 1.23): the cases are tried in random order; when none can go on and there is no default, the
  /// goroutine waits in the queues of all.
  func select(_ i: PC, _ frame: Frame) -> Outcome {
    let cases = (0..<i.pointee.b).map { index in
      let base = i.pointee.a &+ index &* 24
      return SelectCase(read(frame, base), read(frame, base &+ 8), direction: read(frame, base &+ 16))
    }
    return select(cases, isBlocking: i.pointee.w == 0, chosen: frame + Int(i.pointee.c))
  }

  /// The number of the case goes to `chosen`, and behind it whether a value was received.
  func select(_ cases: [SelectCase], isBlocking: Bool, chosen: Frame) -> Outcome {
    func finish(_ index: Int, ok: Bool) {
      chosen.storeBytes(of: index, as: Int.self)
      (chosen + 8).storeBytes(of: ok ? 1 : 0, as: UInt8.self)
    }
    for index in selectOrder(cases.count) where cases[index].channel != 0 {
      let channel = channel(cases[index].channel)
      let isSend = cases[index].isSend
      let transfer =
        isSend ? trySend(channel, from: cases[index].element) : tryReceive(channel, to: cases[index].element)
      if transfer == .wouldBlock { continue }
      if isSend, transfer == .closed { return raise(.runtime("panicSendClosed")) }
      finish(index, ok: !isSend && transfer != .closed)
      return transfer == .woke ? complete() : .done
    }
    if !isBlocking {
      finish(-1, ok: false)
      return .done
    }
    guard !cases.isEmpty else { return park(.selectNoCases) }
    for (index, each) in cases.enumerated() where each.channel != 0 {
      let channel = channel(each.channel)
      addWaiter(
        each.isSend ? channel.senders : channel.receivers, element: each.element, caseIndex: Int64(index),
        outcome: address(chosen), isSender: each.isSend)
      if !each.isSend { timerIsAwaited(channel) }
    }
    return park(.select)
  }

  /// The cases of the select about to be executed that can go on, in source order; empty where something else comes next.
  public func readyCases() -> [Int] {
    guard exitStatus == nil, work.isEmpty, pc >= 0, pc < program.code.count, program.code[pc].op == .select else {
      return []
    }
    let frame = core.pointee.sp
    let i = program.code[pc]
    return (0..<Int(i.b)).filter { index in
      let base = i.a &+ Int32(index) &* 24
      let address: UInt64 = read(frame, base)
      guard address != 0 else { return false }
      let channel = channel(address)
      if channel.isClosed { return true }
      if channel.timer != 0, guestTimer(channel.timer).isSet, guestTimer(channel.timer).when <= now { return true }
      return read(frame, base &+ 16, UInt64.self) == 2
        ? channel.receivers.first != 0 || channel.count < channel.capacity
        : channel.senders.first != 0 || channel.count > 0
    }
  }

  /// A case of the select that the running goroutine is about to execute.
  public func selectCase(_ index: Int) -> WaitInfo? {
    guard pc >= 0, pc < program.code.count, program.code[pc].op == .select else { return nil }
    let i = program.code[pc]
    guard index >= 0, index < Int(i.b) else { return nil }
    let frame = core.pointee.sp
    let base = i.a &+ Int32(index) &* 24
    return .channel(
      read(frame, base), isSender: read(frame, base &+ 16, UInt64.self) == 2, element: read(frame, base &+ 8),
      caseIndex: index)
  }

  /// A random permutation of the cases, from the run's seed.
  private func selectOrder(_ count: Int) -> [Int] {
    var order = Array(0..<count)
    guard count > 1 else { return order }
    for index in 1..<count { order.swapAt(index, Int(heap.random() % UInt64(index + 1))) }
    // A person's choice is tried first.
    if let chosen = scheduler.chosenCase {
      scheduler.chosenCase = nil
      if chosen.goroutine == current.id, let at = order.firstIndex(of: chosen.index) {
        order.remove(at: at)
        order.insert(chosen.index, at: 0)
      }
    }
    return order
  }
}
