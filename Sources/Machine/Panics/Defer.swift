import MachineCode

extension Machine {
  /// defer: a record at the head of the goroutine's list.
  func execDefer(_ i: PC, _ frame: Frame) -> Outcome {
    let record: UInt64
    if i.pointee.op == .deferHeap {
      let site = program.sites[Int(i.pointee.c)]
      let size = RuntimeLayout.deferRecordWords * 8
      guard let block = allocateBlock(size, type: site.type, site: SiteID(i.pointee.c)) else {
        return outOfMemory(size)
      }
      record = block
    } else {
      record = address(frame + Int(i.pointee.b))
    }
    let goroutine = current
    let words: [UInt64] = [
      goroutine.defers, read(frame, i.pointee.a), address(frame), program.layout.textAddress(index(i)), 0, 0,
    ]
    for (index, word) in words.enumerated() { memory.store(word, to: record + UInt64(index) * 8) }
    goroutine.defers = record
    emit(.deferred(goroutine: goroutine.id, record: record))
    return .done
  }

  /// Calls the newest of this frame's deferred functions and comes back to this instruction; without any goes on.
  func execRunDefers(_ i: PC, _ frame: Frame) -> Outcome {
    let goroutine = current
    let record = goroutine.defers
    guard record != 0, memory.word(record + DeferRecord.sp) == address(frame) else { return .done }
    let outcome = pushCall(closure: memory.word(record + DeferRecord.closure), returningTo: pc)
    if outcome == .moved {
      goroutine.defers = memory.word(record + DeferRecord.link)
      emit(.deferredCallRan(goroutine: goroutine.id))
    }
    return outcome
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
