import MachineCode

/// A stack moving to another segment, growing or shrinking, one unit a tick (runtime/stack.go copystack, Go 1.23):
///
/// ```
///   allocate ─▶ copy frame by frame ─▶ rewrite frame by frame, pointer by pointer ─▶ rewrite records ─▶ switch
///                (newest first)         (into the old segment: + distance)           (defers, panics)
/// ```
///
/// Until the switch the goroutine's registers still name the old segment, whose bytes stay as they were.
struct StackCopy: Hashable, Sendable {
  enum Phase: UInt8, Hashable, Sendable { case allocate, copy, rewrite, records, finish }

  var phase = Phase.allocate
  var isGrowth: Bool
  /// Address of the goroutine's record.
  var goroutine: UInt64
  var oldLow: UInt64
  var oldHigh: UInt64
  var newLow: UInt64 = 0
  var newSize: Int
  /// The frame at hand, in the old segment.
  var pc: Int = 0
  var sp: UInt64 = 0
  /// Pointers rewritten so far.
  var rewritten = 0
  /// Next of the frame's live pointers; −1 stands for the saved frame pointer.
  var pointer: Int = -1
  /// In phase `records`: the step, and the record at hand (its new address): of a deferred call, then of a waiter.
  var step = 0
  var record: UInt64 = 0

  var newHigh: UInt64 { newLow + UInt64(newSize) }
  /// What is added to an address in the old segment.
  var distance: UInt64 { newHigh &- oldHigh }
  func isOld(_ address: UInt64) -> Bool { address >= oldLow && address < oldHigh }
}

/// How far a stack's move to another segment has come.
public struct StackMove: Hashable, Sendable {
  public var oldLow: UInt64
  public var oldHigh: UInt64
  public var newLow: UInt64
  public var newHigh: UInt64
  /// SP of the newest frame that has not been copied, in the old segment; `nil` when all have been.
  public var nextFrame: UInt64?
  public var rewrittenPointers: Int

  /// What is added to an address in the old segment to get its copy's.
  public var distance: UInt64 { newHigh &- oldHigh }
}

extension Machine {
  /// The move of a goroutine's stack that is under way; `nil` when there is none, or the new segment is not allocated yet.
  public func stackMove(ofGoroutine id: Int) -> StackMove? {
    for case .copyStack(let copy) in work.reversed() where copy.phase != .allocate && goroutine(copy.goroutine).id == id
    {
      return StackMove(
        oldLow: copy.oldLow, oldHigh: copy.oldHigh, newLow: copy.newLow, newHigh: copy.newHigh,
        nextFrame: copy.phase == .copy ? copy.sp : nil, rewrittenPointers: copy.rewritten)
    }
    return nil
  }

  /// The next call's frame does not fit: doubles the segment, or more for a big frame; at the limit ends the program
  /// (runtime/stack.go newstack).
  func beginGrowth(frame: Int) {
    saveRegisters()
    let record = current
    let old = Int(record.stackHigh - record.stackLow)
    let used = Int(record.stackHigh - record.sp)
    var size = old * 2
    while size - used < frame + Int(Self.stackGuard) { size *= 2 }
    if size > maxStack || size > 2 * options.maxStack {
      stackOverflow(limit: min(maxStack, 2 * options.maxStack))
      return
    }
    beginWork(
      .copyStack(
        StackCopy(
          isGrowth: true, goroutine: record.address, oldLow: record.stackLow, oldHigh: record.stackHigh, newSize: size))
    )
  }

  /// Some stack is on its way to another segment.
  var isCopyingStack: Bool {
    for case .copyStack in work { return true }
    return false
  }

  /// For the collector: a goroutine that uses less than a quarter of its segment gets one of half the size
  /// (runtime/stack.go shrinkstack). False when there is nothing to do. The work is begun, not done.
  func beginShrink(_ address: UInt64) -> Bool {
    // A collection asked for with a key may stand before a growth that has begun.
    guard !isCopyingStack else { return false }
    if address == scheduler.current { saveRegisters() }
    let record = goroutine(address)
    let size = Int(record.stackHigh - record.stackLow)
    let used = Int(record.stackHigh - record.sp) + Self.stackNosplit
    guard size / 2 >= Heap.smallestStack, used < size / 4 else { return false }
    beginWork(
      .copyStack(
        StackCopy(
          isGrowth: false, goroutine: address, oldLow: record.stackLow, oldHigh: record.stackHigh, newSize: size / 2)))
    return true
  }

  /// Bytes below SP that functions without a check may use (internal/abi StackNosplitBase).
  private static let stackNosplit = 800

  /// After marking: new goroutines get stacks of the average size in use and the guard's (runtime/stack.go
  /// gcComputeStartingStackSize). Go's own goroutines, five that wait and use some 170 bytes each, count as well.
  func setStartingStackSize() {
    let state = heap.state
    let own = (count: 5, bytes: 5 * 170)
    let average =
      (state.pointee.scannedStackBytes + own.bytes) / (state.pointee.scannedStacks + own.count) + Int(Self.stackGuard)
    var size = Heap.smallestStack
    while size < min(average, maxStack) { size *= 2 }
    state.pointee.startingStack = size
  }

  /// One unit of the copy; false when it is over.
  func advance(_ copy: inout StackCopy) -> Bool {
    switch copy.phase {
    case .allocate: return allocateTarget(&copy)
    case .copy: copyFrame(&copy)
    case .rewrite: rewriteInFrame(&copy)
    case .records: rewriteInRecords(&copy)
    case .finish:
      finish(copy)
      return false
    }
    return true
  }

  private func allocateTarget(_ copy: inout StackCopy) -> Bool {
    guard let low = allocateStack(copy.newSize) else {
      fatalError(guest: "out of memory (stack allocation)")
      return false
    }
    copy.newLow = low
    emit(
      copy.isGrowth
        ? .stackGrowthBegan(
          goroutine: goroutine(copy.goroutine).id, oldLow: copy.oldLow, oldHigh: copy.oldHigh, newLow: low,
          newHigh: copy.newHigh)
        : .stackShrunk(
          goroutine: goroutine(copy.goroutine).id, oldLow: copy.oldLow, oldHigh: copy.oldHigh, newLow: low,
          newHigh: copy.newHigh))
    startAtTop(&copy)
    copy.phase = .copy
    return true
  }

  private func startAtTop(_ copy: inout StackCopy) {
    let record = goroutine(copy.goroutine)
    copy.pc = record.pc
    copy.sp = record.sp
    copy.pointer = -1
  }

  /// The frame at hand, and its caller.
  private func frames(_ copy: StackCopy) -> (StackFrame, StackFrame?) {
    guard let frame = frame(pc: copy.pc, sp: copy.sp) else {
      preconditionFailure("no frame at pc \(copy.pc), SP \(hex(copy.sp)), tick \(tick), seed \(options.seed)")
    }
    return (frame, caller(of: frame, below: copy.oldHigh))
  }

  private func copyFrame(_ copy: inout StackCopy) {
    let (frame, caller) = frames(copy)
    // The bottom frame takes along what lies above it.
    let end = caller == nil ? copy.oldHigh : frame.end
    let size = Int(end - frame.sp)
    memory.copy(to: frame.sp &+ copy.distance, from: frame.sp, size)
    emit(
      .frameCopied(
        goroutine: goroutine(copy.goroutine).id, function: FunctionID(Int32(frame.function)), from: frame.sp,
        to: frame.sp &+ copy.distance, size: size))
    if let caller {
      copy.pc = caller.pc
      copy.sp = caller.sp
    } else {
      startAtTop(&copy)
      copy.phase = .rewrite
    }
  }

  /// Goes on to the next pointer into the old segment and rewrites it.
  private func rewriteInFrame(_ copy: inout StackCopy) {
    let top = goroutine(copy.goroutine).sp
    while true {
      let (frame, caller) = frames(copy)
      let live = stackMaps.livePointers(at: copy.pc, isTop: frame.sp == top)
      while copy.pointer < live.count {
        let offset = copy.pointer < 0 ? Int(frame.base - frame.sp) : Int(live[copy.pointer])
        let isPointer = copy.pointer >= 0
        copy.pointer += 1
        if isPointer, options.whatIf.contains(.noPointerRewrite) {
          if leave(frame.sp &+ UInt64(offset) &+ copy.distance, copy) { return }
          continue
        }
        if rewrite(frame.sp &+ UInt64(offset) &+ copy.distance, &copy) { return }
      }
      guard let caller else {
        copy.phase = .records
        return
      }
      copy.pc = caller.pc
      copy.sp = caller.sp
      copy.pointer = -1
    }
  }

  /// What if pointers are not rewritten: tells of the one at the address if it points into the old segment, which is about to be freed.
  private func leave(_ address: UInt64, _ copy: StackCopy) -> Bool {
    let target = memory.word(address)
    guard copy.isOld(target) else { return false }
    let id = goroutine(copy.goroutine).id
    emit(.corrupted(Corruption(kind: .danglingPointer, goroutine: id, address: address, target: target)))
    return true
  }

  /// Rewrites the word at the address if it points into the old segment.
  private func rewrite(_ address: UInt64, _ copy: inout StackCopy) -> Bool {
    let old = memory.word(address)
    guard copy.isOld(old) else { return false }
    copy.rewritten += 1
    memory.store(old &+ copy.distance, to: address)
    emit(
      .pointerRewritten(
        goroutine: goroutine(copy.goroutine).id, address: address, old: old, new: old &+ copy.distance))
    return true
  }

  /// Pointers into the stack that are not in frames' slots: the goroutine's lists, the records of deferred calls, and where
  /// others will put what it waits for.
  private func rewriteInRecords(_ copy: inout StackCopy) {
    let record = goroutine(copy.goroutine)
    while true {
      let address: UInt64
      switch copy.step {
      case 0: address = record.address + GoroutineRecord.closureOffset
      case 1: address = record.address + GoroutineRecord.panicsOffset
      case 2: address = record.address + GoroutineRecord.defersOffset
      case 3:
        copy.record = record.defers
        copy.step = 4
        continue
      case 4...6:
        guard copy.record != 0 else {
          copy.step = 8
          copy.record = record.waiters
          continue
        }
        address = copy.record + [DeferRecord.link, DeferRecord.closure, DeferRecord.sp][copy.step - 4]
      case 7:
        copy.record = memory.word(copy.record + DeferRecord.link)
        copy.step = 4
        continue
      case 8, 9:
        guard copy.record != 0 else {
          copy.phase = .finish
          return
        }
        address = copy.record + Waiter.stackWords[copy.step - 8]
      default:
        copy.record = Waiter(memory: memory, address: copy.record).sibling
        copy.step = 8
        continue
      }
      copy.step += 1
      if rewrite(address, &copy) { return }
    }
  }

  private func finish(_ copy: StackCopy) {
    let record = goroutine(copy.goroutine)
    record.stackLow = copy.newLow
    record.stackHigh = copy.newHigh
    record.sp = record.sp &+ copy.distance
    if copy.goroutine == scheduler.current { loadRegisters(record) }
    freeStack(copy.oldLow, Int(copy.oldHigh - copy.oldLow))
    if copy.isGrowth { emit(.stackGrowthEnded(goroutine: record.id)) }
  }

  private func stackOverflow(limit: Int) {
    let record = current
    writeError("runtime: goroutine stack exceeds \(limit)-byte limit\n")
    writeError(
      "runtime: sp=\(hex(record.sp - 8)) stack=[\(hex(record.stackLow)), \(hex(record.stackHigh))]\n")
    writeError("fatal error: stack overflow\n\nruntime stack:\nruntime.throw({0x0?, 0x0?})\n")
    writeError("runtime.newstack()\nruntime.morestack()\n\n")
    writeTraceback(of: record)
    end(status: 2)
  }
}
