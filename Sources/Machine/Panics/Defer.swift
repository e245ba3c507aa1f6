import MachineCode

extension Machine {
  /// defer: a record at the head of the goroutine's list.
  func execDefer(_ i: PC, _ frame: Frame) -> Outcome {
    let record: UInt64
    if i.pointee.op == .deferHeap {
      guard let block = newDeferRecord(i) else { return outOfMemory(DeferRecord.size) }
      record = block
    } else {
      record = address(frame + Int(i.pointee.b))
    }
    push(
      record, [current.defers, read(frame, i.pointee.a), address(frame), program.layout.textAddress(index(i)), 0, 0])
    emit(.deferred(goroutine: current.id, record: record))
    return .done
  }

  /// A record without a call at the head of the list: it stands for this frame while others defer for it.
  func execDeferMark(_ i: PC, _ frame: Frame) -> Outcome {
    guard let record = newDeferRecord(i) else { return outOfMemory(DeferRecord.size) }
    let pc = program.layout.textAddress(index(i))
    push(record, [current.defers, 0, address(frame), pc, DeferRecord.isMark, 0])
    write(frame, i.pointee.a, record)
    return .done
  }

  /// defer in the body of a range-over-func loop, for the frame of the function around it. Records are in the order of
  /// their frames, so that the new one goes in front of the oldest frames' that are not younger than the mark's.
  func execDeferAtMark(_ i: PC, _ frame: Frame) -> Outcome {
    let mark = read(frame, i.pointee.b, UInt64.self)
    guard memory.isReadable(mark, DeferRecord.size) else { return raise(.memory(mark)) }
    guard let record = newDeferRecord(i) else { return outOfMemory(DeferRecord.size) }
    let sp = memory.word(mark + DeferRecord.sp)
    // Mostly the goroutine at hand; an iterator may also have its body called by another one.
    var goroutine = current
    var place = firstDeferred(of: goroutine, forFrame: sp)
    var other = scheduler.all
    while place == nil, other != 0 {
      goroutine = self.goroutine(other)
      place = firstDeferred(of: goroutine, forFrame: sp)
      other = goroutine.allNext
    }
    guard let place else { preconditionFailure("no frame to defer for at tick \(tick), seed \(options.seed)") }
    push(
      record, at: place,
      [memory.word(place), read(frame, i.pointee.a), sp, memory.word(mark + DeferRecord.pc), 0, 0])
    emit(.deferred(goroutine: goroutine.id, record: record))
    return .done
  }

  private func newDeferRecord(_ i: PC) -> UInt64? {
    allocateBlock(DeferRecord.size, type: program.sites[Int(i.pointee.c)].type, site: SiteID(i.pointee.c))
  }

  /// The word that links to the newest record of a frame; nil when the goroutine has no such frame.
  private func firstDeferred(of goroutine: GoroutineRecord, forFrame sp: UInt64) -> UInt64? {
    guard sp >= goroutine.stackLow, sp < goroutine.stackHigh else { return nil }
    var place = goroutine.address + GoroutineRecord.defersOffset
    while memory.word(place) != 0 {
      let record = memory.word(place)
      if memory.word(record + DeferRecord.sp) == sp { return place }
      place = record + DeferRecord.link
    }
    return nil
  }

  /// Fills a record and links it in, by default at the head of the list. While marking, what a new (black) record hides
  /// from the collector is shaded.
  private func push(_ record: UInt64, at place: UInt64? = nil, _ words: [UInt64]) {
    // The record may be black already, and the func value nowhere but on a stack that was not scanned.
    if core.pointee.barrier { shadeForBarrier(words[1], from: record + DeferRecord.closure) }
    for (index, word) in words.enumerated() { memory.store(word, to: record + UInt64(index) * 8) }
    let place = place ?? current.address + GoroutineRecord.defersOffset
    if core.pointee.barrier { writeBarrier(slot: place, new: record) }
    memory.store(record, to: place)
  }

  /// Calls the newest of this frame's deferred functions and comes back to this instruction; without any goes on.
  func execRunDefers(_ i: PC, _ frame: Frame) -> Outcome {
    let goroutine = current
    dropMarks(goroutine, of: address(frame))
    let record = goroutine.defers
    guard record != 0, memory.word(record + DeferRecord.sp) == address(frame) else { return .done }
    if dropIfNil(record, of: goroutine) { return raise(.memory(0)) }
    let outcome = pushCall(closure: memory.word(record + DeferRecord.closure), returningTo: pc)
    if outcome == .moved {
      goroutine.defers = memory.word(record + DeferRecord.link)
      emit(.deferredCallRan(goroutine: goroutine.id))
    }
    return outcome
  }

  /// A deferred nil function faults when its turn comes, once.
  func dropIfNil(_ record: UInt64, of goroutine: GoroutineRecord) -> Bool {
    guard memory.word(record + DeferRecord.closure) == 0 else { return false }
    goroutine.defers = memory.word(record + DeferRecord.link)
    return true
  }

  /// Marks at the head of the list have served: those of a frame that ends, or all in a panic's way.
  func dropMarks(_ goroutine: GoroutineRecord, of frame: UInt64? = nil) {
    while goroutine.defers != 0, memory.word(goroutine.defers + DeferRecord.flags) == DeferRecord.isMark,
      frame == nil || memory.word(goroutine.defers + DeferRecord.sp) == frame
    {
      goroutine.defers = memory.word(goroutine.defers + DeferRecord.link)
    }
  }

  /// Calls a func() value from the current frame, in one tick; it returns to the instruction given.
  func pushCall(closure: UInt64, returningTo index: Int) -> Outcome {
    guard closure != 0 else { return raise(.memory(0)) }
    guard memory.isReadable(closure, 8), let entry = entry(memory.word(closure)) else {
      core.pointee.trap.kind = .none
      fatalError(guest: "call of \(hex(closure)), which is no func value")
      return .moved
    }
    let outcome = pushCall(entry, returningTo: index)
    if outcome == .moved, exitStatus == nil { core.pointee.closure = closure }
    return outcome
  }

  /// Calls a function from the current frame, in one tick; it returns to the instruction given.
  func pushCall(_ entry: FunctionEntry, returningTo index: Int) -> Outcome {
    let sp = core.pointee.sp
    if sp - 8 - max(0, entry.size - Code.smallFrame) <= core.pointee.stackGuard {
      beginGrowth(frame: entry.size)
      return exitStatus == nil ? .work : .moved
    }
    pushFrame(size: entry.size, returningTo: index)
    countTick()
    setPC(entry.pc - code.program)
    let old = address(sp)
    emit(
      .call(
        goroutine: current.id, function: FunctionID(Int32(functionIndex(at: pc))), oldSP: old, newSP: self.sp))
    return .moved
  }

  /// Links a frame below the current one: return PC, saved frame pointer, SP.
  func pushFrame(size: Int, returningTo index: Int) {
    let sp = core.pointee.sp
    let frameSize = Int(functions[functionIndex(at: pc)].frameSize)
    (sp - 8).storeBytes(of: program.layout.textBase &+ UInt64(bitPattern: Int64(index * 4)), as: UInt64.self)
    (sp - 16).storeBytes(of: address(sp + frameSize), as: UInt64.self)
    core.pointee.sp = sp - size
    core.pointee.lowestSP = min(core.pointee.lowestSP, core.pointee.sp)
  }
}
