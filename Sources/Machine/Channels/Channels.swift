import MachineCode

/// Channels (runtime/chan.go, Go 1.23): whoever comes second does the work of both, copying the element straight between the stacks
/// where no buffer is between them.
extension Machine {
  @inline(__always)
  func channel(_ address: UInt64) -> ChannelRecord { ChannelRecord(memory: memory, address: address) }

  func execChannel(_ i: PC, _ frame: Frame) -> Outcome {
    let a = i.pointee.a
    let b = i.pointee.b
    switch i.pointee.op {
    case .makeChan:
      return makeChannel(
        program.sites[Int(i.pointee.c)].type, capacity: read(frame, b), site: i.pointee.c, into: frame + Int(a))
    case .send: return send(read(frame, a), from: address(frame + Int(b)))
    case .receive:
      let ok = i.pointee.c < 0 ? 0 : address(frame + Int(i.pointee.c))
      return receive(read(frame, b), to: address(frame + Int(a)), ok: ok, writing: (index(i), frame))
    case .closeChan: return close(read(frame, a))
    case .select: return select(i, frame)
    default:
      let channel = read(frame, b, UInt64.self)
      write(frame, a, visibleCount(channel, capacity: i.pointee.op == .chanCapacity))
      return .done
    }
  }

  /// len or cap. A timer's channel seems to have no buffer.
  func visibleCount(_ address: UInt64, capacity: Bool) -> UInt64 {
    guard address != 0 else { return 0 }
    let record = channel(address)
    return record.timer != 0 ? 0 : capacity ? record.capacity : record.count
  }

  func makeChannel(_ type: TypeID, capacity: Int, site: Int32, into result: Frame) -> Outcome {
    if heap.state.pointee.collectionDue { return collectFirst() }
    let type = program.types[Int(type.rawValue)]
    guard let element = type.element else { preconditionFailure("\(type.text) is no channel type") }
    let descriptor = program.types[Int(element.rawValue)]
    let (bytes, overflow) = capacity.multipliedReportingOverflow(by: descriptor.size)
    guard capacity >= 0, !overflow, bytes <= 1 << 47 else { return raise(.runtime("panicMakeChan")) }
    let hasPointers = descriptor.pointerBytes > 0
    let headSize = ChannelRecord.size + (hasPointers ? 0 : bytes)
    let headType = heap.types.channel.rawValue
    guard let head = allocate(headSize, headType, noscan: !hasPointers, zero: true, site: site) else {
      return outOfMemory(headSize)
    }
    let record = channel(head)
    record.buffer = head + UInt64(ChannelRecord.size)
    if hasPointers, bytes > 0 {
      // The head is not yet in any slot: no collection begins before this instruction is over.
      guard let buffer = allocate(bytes, element.rawValue, noscan: false, zero: true, site: site) else {
        return outOfMemory(bytes)
      }
      record.buffer = buffer
    }
    record.capacity = UInt64(capacity)
    record.setElementSize(descriptor.size)
    record.elementType = program.layout.typeWord(element)
    result.storeBytes(of: head, as: UInt64.self)
    return .done
  }

  // MARK: Elements

  @inline(__always)
  private func copyElement(_ channel: ChannelRecord, to target: UInt64, from source: UInt64) {
    let size = channel.elementSize
    guard size > 0, target != 0 else { return }
    if core.pointee.barrier {
      let type = program.layout.type(ofWord: channel.elementType)
      // What stood in a slot of a stack may be stale (runtime/mbarrier.go: only blocks and package variables lose what they held).
      let old = heap.isStack(target) ? heap.zeroValues : target
      writeBarrier(target: old, source: memory.pointer(source), type: type)
    }
    memory.copy(to: target, from: source, size)
  }

  private func zeroElement(_ channel: ChannelRecord, at target: UInt64) {
    guard channel.elementSize > 0, target != 0 else { return }
    if core.pointee.barrier, !heap.isStack(target) {
      writeBarrier(target: target, source: nil, type: program.layout.type(ofWord: channel.elementType))
    }
    memory.zero(target, channel.elementSize)
  }

  /// An element of the buffer.
  private func fill(_ channel: ChannelRecord, _ slot: UInt64, from source: UInt64) {
    copyElement(channel, to: slot, from: source)
    if channel.elementSize > 0 {
      emit(.memoryWritten(goroutine: currentGoroutineID, address: slot, size: channel.elementSize))
    }
  }

  /// For those who look: the variable that another goroutine receives into was written.
  private func reportArrival(_ waiter: Waiter, _ size: Int) {
    guard core.pointee.observing, waiter.element != 0, size > 0 else { return }
    let record = goroutine(waiter.goroutine)
    let offset = Int32(truncatingIfNeeded: waiter.element &- record.sp)
    guard observation.isVariable(offset, in: functionIndex(at: record.pc)) else { return }
    emit(.slotWritten(goroutine: record.id, address: waiter.element, size: size))
  }

  // MARK: Sending and receiving at once

  /// What came of an attempt that does not wait.
  enum Transfer { case wouldBlock, done, woke, closed }

  func trySend(_ channel: ChannelRecord, from source: UInt64) -> Transfer {
    if channel.isClosed { return .closed }
    if let waiter = firstWaiter(channel.receivers) {
      copyElement(channel, to: waiter.element, from: source)
      reportArrival(waiter, channel.elementSize)
      release(waiter, ok: true)
      return .woke
    }
    guard channel.count < channel.capacity else { return .wouldBlock }
    fill(channel, channel.element(channel.sendIndex), from: source)
    channel.sendIndex += 1
    if channel.sendIndex == channel.capacity { channel.sendIndex = 0 }
    channel.count += 1
    return .done
  }

  /// `.closed` leaves zero in the target.
  func tryReceive(_ channel: ChannelRecord, to target: UInt64) -> Transfer {
    if channel.timer != 0 { settle(guestTimer(channel.timer)) }
    if channel.count > 0 { return takeOldest(channel, to: target) }
    if let waiter = firstWaiter(channel.senders) {
      copyElement(channel, to: target, from: waiter.element)
      release(waiter, ok: true)
      return .woke
    }
    guard channel.isClosed else { return .wouldBlock }
    zeroElement(channel, at: target)
    return .closed
  }

  /// Out of the buffer, which is not empty.
  func takeOldest(_ channel: ChannelRecord, to target: UInt64) -> Transfer {
    let slot = channel.element(channel.receiveIndex)
    copyElement(channel, to: target, from: slot)
    channel.receiveIndex += 1
    if channel.receiveIndex == channel.capacity { channel.receiveIndex = 0 }
    if let waiter = firstWaiter(channel.senders) {
      // The buffer is full: the oldest element goes, the sender's takes its place at the end.
      fill(channel, slot, from: waiter.element)
      channel.sendIndex = channel.receiveIndex
      release(waiter, ok: true)
      return .woke
    }
    zeroElement(channel, at: slot)
    channel.count -= 1
    return .done
  }

  // MARK: Instructions

  func send(_ address: UInt64, from source: UInt64) -> Outcome {
    guard address != 0 else { return park(.sendNil) }
    let channel = channel(address)
    switch trySend(channel, from: source) {
    case .closed: return raise(.runtime("panicSendClosed"))
    case .done: return .done
    case .woke: return complete()
    case .wouldBlock:
      addWaiter(channel.senders, element: source, caseIndex: -1, outcome: 0, isSender: true)
      return park(.send)
    }
  }

  /// `ok` is the address of the bool that tells a value from a closed channel's zero; 0 where nobody asks.
  func receive(
    _ address: UInt64, to target: UInt64, ok: UInt64, writing: (index: Int, frame: Frame)? = nil
  ) -> Outcome {
    guard address != 0 else { return park(.receiveNil) }
    let channel = channel(address)
    let transfer = tryReceive(channel, to: target)
    if transfer == .wouldBlock {
      addWaiter(channel.receivers, element: target, caseIndex: -1, outcome: ok, isSender: false)
      timerIsAwaited(channel)
      return park(.receive)
    }
    if ok != 0 { memory.store(UInt8(transfer == .closed ? 0 : 1), to: ok) }
    guard transfer == .woke else { return .done }
    if core.pointee.observing, let writing { reportWrites(writing.index, writing.frame, current.id) }
    return complete()
  }

  func close(_ address: UInt64) -> Outcome {
    guard address != 0 else { return raise(.runtime("panicCloseNil")) }
    let channel = channel(address)
    if channel.isClosed { return raise(.runtime("panicCloseClosed")) }
    channel.close()
    var woke = false
    while let waiter = firstWaiter(channel.receivers) {
      zeroElement(channel, at: waiter.element)
      reportArrival(waiter, channel.elementSize)
      release(waiter, ok: false)
      woke = true
    }
    while let waiter = firstWaiter(channel.senders) {
      goroutine(waiter.goroutine).wokenByClose = true
      release(waiter, ok: false)
      woke = true
    }
    return woke ? complete() : .done
  }

  // MARK: Waiting

  @inline(__always)
  private func firstWaiter(_ queue: WaitQueue) -> Waiter? {
    queue.first == 0 ? nil : Waiter(memory: memory, address: queue.first)
  }

  /// The running goroutine joins a queue.
  func addWaiter(_ queue: WaitQueue, element: UInt64, caseIndex: Int64, outcome: UInt64, isSender: Bool) {
    let address: UInt64
    if scheduler.freeWaiter != 0 {
      address = scheduler.freeWaiter
      scheduler.freeWaiter = memory.word(address + 8)
    } else {
      address = memory.reserveMetadata(Waiter.size)
    }
    let waiter = Waiter(memory: memory, address: address)
    waiter.goroutine = scheduler.current
    waiter.element = element
    waiter.caseIndex = caseIndex
    waiter.outcome = outcome
    waiter.isSender = isSender
    waiter.sibling = current.waiters
    current.waiters = address
    queue.append(waiter)
  }

  /// A waiter's turn has come: tells its goroutine what happened, takes its other waiters out of their queues, and lets it run.
  func release(_ waiter: Waiter, ok: Bool) {
    if waiter.outcome != 0 {
      var place = waiter.outcome
      if waiter.caseIndex >= 0 {
        memory.store(waiter.caseIndex, to: place)
        place += 8
      }
      memory.store(UInt8(ok && !waiter.isSender ? 1 : 0), to: place)
    }
    let record = goroutine(waiter.goroutine)
    var next = record.waiters
    while next != 0 {
      let each = Waiter(memory: memory, address: next)
      next = each.sibling
      let queue = WaitQueue(memory: memory, address: each.queue)
      queue.remove(each)
      if queue.first == 0, !each.isSender, record.waitReason == .receive || record.waitReason == .select {
        timerIsAbandoned(channel(each.queue - ChannelRecord.receiversOffset))
      }
      each.next = scheduler.freeWaiter
      scheduler.freeWaiter = each.address
    }
    wake(record)
  }
}
