/// All of a machine's state that is not in its memory; with the pages it is a checkpoint. Simulated addresses and indices
/// only, so that one machine's state fits another machine of the same program and options.
public struct MachineState: Sendable {
  let tick: UInt64
  let pc: Int
  let sp: UInt64
  let stackLow: UInt64
  let stackHigh: UInt64
  let closure: UInt64
  let barrier: Bool
  let extents: Memory.Extents
  let scheduler: Scheduler
  let work: [RuntimeWork]
  let pendingPanic: RuntimePanic?
  let maxStack: Int
  let outputCount: Int
  let exitStatus: Int32?
}

/// What Timeline needs for going back in time: pages that changed, and the rest of the state.
extension Machine {
  public func saveState() -> MachineState {
    let core = core.pointee
    return MachineState(
      tick: tick, pc: pc, sp: sp, stackLow: address(core.stackGuard) - Self.stackGuard,
      stackHigh: address(core.stackHigh), closure: core.closure, barrier: core.barrier, extents: memory.extents,
      scheduler: scheduler, work: work, pendingPanic: pendingPanic, maxStack: maxStack,
      outputCount: output.count, exitStatus: exitStatus)
  }

  /// Puts the state back; the memory must already be that of the same checkpoint.
  public func restoreState(_ state: MachineState) {
    memory.extents = state.extents
    scheduler = state.scheduler
    work = state.work
    pendingPanic = state.pendingPanic
    maxStack = state.maxStack
    output.count = state.outputCount
    exitStatus = state.exitStatus
    core.pointee.sp = arenaPointer(state.sp)
    core.pointee.stackGuard = arenaPointer(state.stackLow + Self.stackGuard)
    core.pointee.stackHigh = arenaPointer(state.stackHigh)
    core.pointee.closure = state.closure
    core.pointee.barrier = state.barrier
    core.pointee.stopRequested = false
    core.pointee.pc = code.program + state.pc
    core.pointee.bias = Int(state.tick) << 4 - Int(bitPattern: core.pointee.pc)
    resetStackMarks()
    journal.removeAll()
  }

  /// Calls `body` with the number and the bytes of each page written since the last `clearDirtyPages`, lowest first. Page
  /// numbers are the same for every machine of the same program and options.
  public func forEachDirtyPage(_ body: (_ page: Int, _ bytes: UnsafeRawPointer) -> Void) {
    flushStackMarks()
    memory.forEachDirtyPage { offset in
      body(offset >> Memory.pageShift, UnsafeRawPointer(memory.host + offset))
    }
  }

  public func clearDirtyPages() { memory.clearDirty() }

  /// Replaces a page.
  public func setPage(_ page: Int, _ bytes: UnsafeRawPointer) {
    (memory.host + page << Memory.pageShift).copyMemory(from: bytes, byteCount: Memory.pageSize)
  }

  /// Makes pages zero. Many at once give their memory back to the host.
  public func zeroPages(_ pages: Range<Int>) { memory.zeroPages(pages) }

  /// Counts a page among those written since the last `clearDirtyPages`.
  public func markPageDirty(_ page: Int) { memory.dirty[page] = 1 }

  /// Gives the host back all memory: every page reads as zero. Nothing may run until each page and the state were put back.
  public func releasePages() { memory.releasePages() }

  /// A hash of everything that a program's future depends on: memory, registers, output so far. Equal states have equal
  /// digests on every computer (FNV-1a over 64-bit words, pages of zeros left out).
  public func digest() -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func mix(_ word: UInt64) { hash = (hash ^ word) &* 0x100_0000_01b3 }
    for word in [tick, UInt64(bitPattern: Int64(pc)), sp, closureRegister, UInt64(output.count)] { mix(word) }
    memory.forEachPageInUse { offset in
      let words = UnsafeRawPointer(memory.host + offset)
      var page: UInt64 = 0xcbf2_9ce4_8422_2325
      var any: UInt64 = 0
      for index in stride(from: 0, to: Memory.pageSize, by: 8) {
        let word = words.load(fromByteOffset: index, as: UInt64.self)
        any |= word
        page = (page ^ word) &* 0x100_0000_01b3
      }
      if any != 0 {
        mix(UInt64(offset))
        mix(page)
      }
    }
    return hash
  }

  private var closureRegister: UInt64 { core.pointee.closure }
}

extension Memory {
  /// Calls `body` with the offset of each page of the windows' parts in use.
  func forEachPageInUse(_ body: (Int) -> Void) {
    for (start, size) in [(0, lowSize), (arenaOffset, extents.arena), (metadataOffset, extents.metadata)] {
      for offset in stride(from: start, to: start + size, by: Self.pageSize) { body(offset) }
    }
  }
}
