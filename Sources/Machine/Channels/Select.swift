import MachineCode

extension Machine {
  /// One case: three words at the select instruction's operand.
  private struct Case {
    var channel: UInt64
    var element: UInt64
    var isSend: Bool
  }

  /// select (runtime/select.go, Go 1.23): the cases are tried in random order; when none can go on and there is no default, the
  /// goroutine waits in the queues of all.
  func select(_ i: PC, _ frame: Frame) -> Outcome {
    let count = Int(i.pointee.b)
    let cases = (0..<count).map { index -> Case in
      let base = i.pointee.a &+ Int32(index) &* 24
      return Case(
        channel: read(frame, base), element: read(frame, base &+ 8), isSend: read(frame, base &+ 16, UInt64.self) == 2)
    }
    let chosen = frame + Int(i.pointee.c)
    func finish(_ index: Int, ok: Bool) {
      chosen.storeBytes(of: index, as: Int.self)
      (chosen + 8).storeBytes(of: ok ? 1 : 0, as: UInt8.self)
    }
    for index in selectOrder(count) where cases[index].channel != 0 {
      let channel = channel(cases[index].channel)
      let isSend = cases[index].isSend
      let transfer =
        isSend ? trySend(channel, from: cases[index].element) : tryReceive(channel, to: cases[index].element)
      if transfer == .wouldBlock { continue }
      if isSend, transfer == .closed { return raise(.runtime("panicSendClosed")) }
      finish(index, ok: !isSend && transfer != .closed)
      return transfer == .woke ? complete() : .done
    }
    if i.pointee.w != 0 {
      finish(-1, ok: false)
      return .done
    }
    guard count > 0 else { return park(.selectNoCases) }
    for (index, each) in cases.enumerated() where each.channel != 0 {
      let channel = channel(each.channel)
      addWaiter(
        each.isSend ? channel.senders : channel.receivers, element: each.element, caseIndex: Int64(index),
        outcome: address(chosen), isSender: each.isSend)
    }
    return park(.select)
  }

  /// A random permutation of the cases, from the run's seed.
  private func selectOrder(_ count: Int) -> [Int] {
    var order = Array(0..<count)
    guard count > 1 else { return order }
    for index in 1..<count { order.swapAt(index, Int(heap.random() % UInt64(index + 1))) }
    return order
  }
}
