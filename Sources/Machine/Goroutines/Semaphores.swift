import MachineCode

/// Semaphores for package sync (runtime/sema.go, Go 1.23): a table of queues, in which each waiter's `element` is the address of
/// the count that it waits for.
extension Machine {
  /// The queue in which those wait who wait for the count at an address.
  private func semaphoreQueue(_ address: UInt64) -> WaitQueue {
    let queues: UInt64 = 251
    if scheduler.semaphores == 0 { scheduler.semaphores = memory.reserveMetadata(Int(queues) * 16) }
    return WaitQueue(memory: memory, address: scheduler.semaphores + (address >> 3) % queues * 16)
  }

  /// (addr *uint32, lifo bool, reason int) (handed bool).
  func acquire(_ call: IntrinsicCall) -> Outcome {
    let address: UInt64 = call.argument(0)
    guard isWritable(address, 4) else { return raise(.memory(address)) }
    let handed = self.address(call.frame + 24)
    let count = memory.load(address, as: UInt32.self)
    guard count == 0 else {
      memory.store(count - 1, to: address)
      call.result(3, false)
      return .done
    }
    let queue = semaphoreQueue(address)
    addWaiter(queue, element: address, caseIndex: -1, outcome: handed, isSender: false)
    if call.argument(1, UInt8.self) != 0, queue.first != queue.last {
      let waiter = Waiter(memory: memory, address: queue.last)
      queue.remove(waiter)
      waiter.previous = 0
      waiter.next = queue.first
      Waiter(memory: memory, address: queue.first).previous = waiter.address
      queue.first = waiter.address
    }
    let reasons: [WaitReason] = [.mutex, .readLock, .writeLock, .semaphore, .condition]
    let reason: Int = call.argument(2)
    return park(reasons.indices.contains(reason) ? reasons[reason] : .semaphore)
  }

  /// (addr *uint32, handoff bool): the count, or at once the first waiter.
  func releaseSemaphore(_ call: IntrinsicCall) -> Outcome {
    let address: UInt64 = call.argument(0)
    guard isWritable(address, 4) else { return raise(.memory(address)) }
    var next = semaphoreQueue(address).first
    while next != 0 {
      let waiter = Waiter(memory: memory, address: next)
      if waiter.element == address {
        let handoff = call.argument(1, UInt8.self) != 0
        let outcome = complete()
        release(waiter, ok: handoff)
        if handoff { yieldGoroutine() }
        return outcome
      }
      next = waiter.next
    }
    memory.store(memory.load(address, as: UInt32.self) &+ 1, to: address)
    return .done
  }
}
