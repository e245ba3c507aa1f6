import MachineCode

/// Where the collector begins: what the runtime itself holds, package variables, then every goroutine's stack, frame by frame through
/// the live slots of each. Made once from the program.
final class RootTables {
  struct GlobalRoot {
    var index: Int
    var address: UInt64
    var type: Int32
  }

  struct FrameRoot {
    var offset: Int
    var type: Int32
    var live: [PCRange]
    @inline(__always)
    func isLive(_ pc: Int) -> Bool { live.contains { $0.contains(pc) } }
  }

  /// Package variables with pointers.
  let globals: [GlobalRoot]
  /// Slots with pointers, by function.
  let frames: [[FrameRoot]]
  /// By function: the instruction that fetches the closure register, or −1. Until then it holds what the function was called with.
  private let closureFetch: [Int32]
  private let functionOrder: [(start: Int32, end: Int32, index: Int32)]
  private let frameSizes: [Int32]
  private let layout: MemoryLayoutMap
  private let codeCount: Int
  private let stubCount: Int32

  /// - Parameters:
  ///   - stubs: the machine's own functions; their code stands before the program's, at negative indices.
  ///   - types: a slot of type −1 is one pointer; iterators over maps are the runtime's to know.
  init(_ program: Program, stubs: [FunctionInfo] = [], types: RuntimeTypes) {
    let functions = program.functions + stubs
    globals = program.globals.enumerated().compactMap { index, global in
      program.types[Int(global.type.rawValue)].pointerBytes > 0
        ? GlobalRoot(index: index, address: global.address, type: global.type.rawValue) : nil
    }
    frames = functions.map { function in
      function.slots.compactMap { slot in
        let type =
          slot.kind == .mapIterator ? types.mapIterator : slot.type.rawValue < 0 ? types.pointerWord : slot.type
        guard !slot.live.isEmpty, types.types[Int(type.rawValue)].pointerBytes > 0 else { return nil }
        return FrameRoot(offset: Int(slot.offset), type: type.rawValue, live: slot.live)
      }
    }
    closureFetch = functions.map { function in
      let range = Int(function.code.start)..<max(Int(function.code.start), Int(function.code.end))
      guard range.lowerBound >= 0 else { return -1 }
      return range.first { program.code[$0].op == .getClosure }.map { Int32($0) } ?? -1
    }
    functionOrder = functions.enumerated().map { ($1.code.start, $1.code.end, Int32($0)) }
      .sorted { $0.0 < $1.0 }
    frameSizes = functions.map(\.frameSize)
    layout = program.layout
    codeCount = program.code.count
    stubCount = stubs.reduce(0) { $0 + $1.code.end - $1.code.start }
  }

  /// The function that an instruction belongs to.
  func function(at pc: Int) -> Int? {
    var low = 0
    var high = functionOrder.count
    while low < high {
      let middle = (low + high) / 2
      if functionOrder[middle].start <= pc { low = middle + 1 } else { high = middle }
    }
    guard low > 0, pc < functionOrder[low - 1].end else { return nil }
    return Int(functionOrder[low - 1].index)
  }

  /// Whether the closure register is still needed at an instruction.
  func needsClosure(at pc: Int) -> Bool {
    guard pc >= 0, let function = function(at: pc) else { return false }
    return pc <= Int(closureFetch[function])
  }

  /// The caller's instruction behind the call, and its SP; nil at the bottom of the stack, where the return PC is none of the program's.
  func caller(of function: Int, sp: UInt64, memory: Memory, wordSize: Int) -> (pc: Int, sp: UInt64)? {
    let frameEnd = sp + UInt64(frameSizes[function])
    let word = UInt64(wordSize)
    let address = wordSize == 8 ? memory.word(frameEnd + word) : UInt64(memory.load(frameEnd + word, as: UInt32.self))
    let index = (Int(truncatingIfNeeded: address) - Int(layout.textBase)) >> 2
    guard index >= -Int(stubCount), index < codeCount else { return nil }
    return (index, frameEnd + 2 * word)
  }
}

extension Machine {
  /// What `nextRoot` did.
  enum RootStep {
    /// Began to scan a root.
    case root(Root)
    /// Began to move a goroutine's stack to a smaller segment, which comes first.
    case shrinking
    /// A goroutine's stack is scanned to its end.
    case stackDone
    case finished
  }

  /// Begins to scan the next root.
  func nextRoot() -> RootStep {
    let state = heap.state
    if !state.pointee.runtimeRootsDone {
      if let root = nextRuntimeRoot() { return .root(root) }
      state.pointee.runtimeRootsDone = true
    }
    if state.pointee.rootGlobal < roots.globals.count {
      let global = roots.globals[state.pointee.rootGlobal]
      state.pointee.rootGlobal += 1
      heap.beginScan(global.address, type: global.type, count: 1, block: 0)
      return .root(.global(global.index))
    }
    while state.pointee.rootGoroutine != 0 {
      let record = goroutine(state.pointee.rootGoroutine)
      let wasAlive = record.state != .dead && record.state != .idle
      if wasAlive {
        if !state.pointee.rootEntered {
          state.pointee.rootEntered = true
          if beginShrink(record.address) { return .shrinking }
        }
        if let root = nextRoot(of: record) { return .root(root) }
      }
      state.pointee.rootGoroutine = record.allNext
      state.pointee.rootStage = 0
      state.pointee.rootEntered = false
      if wasAlive { return .stackDone }
    }
    state.pointee.rootsDone = true
    return .finished
  }

  /// What the runtime itself holds: finalizers and timers.
  private func nextRuntimeRoot() -> Root? {
    if let root = nextFinalizerRoot() { return root }
    let state = heap.state
    while state.pointee.rootTimer != 0 {
      let record = timerRecord(state.pointee.rootTimer)
      state.pointee.rootTimer = record.next
      guard record.timer != 0 else { continue }
      heap.beginScan(
        record.address + TimerRecord.timerOffset, type: heap.types.pointerWord.rawValue, count: 1, block: 0)
      return .runtime("timer")
    }
    return nil
  }

  /// A goroutine's stack was begun and not finished: until it is, nothing else runs.
  var isInStack: Bool { heap.state.pointee.rootEntered || heap.isScanning && heap.state.pointee.scanBlock == 0 }

  /// Blocks and functions of queued finalizers; then, of those that are set, what the block refers to (but not the block itself) and the
  /// function (runtime/mgcmark.go markrootSpans).
  private func nextFinalizerRoot() -> Root? {
    let state = heap.state
    let word = heap.types.pointerWord.rawValue
    while state.pointee.rootQueue < 3 || state.pointee.rootQueued != 0 {
      guard state.pointee.rootQueued != 0 else {
        state.pointee.rootQueued =
          [state.pointee.finalizerRunning, state.pointee.finalizerBatch, state.pointee.finalizerQueue][
            state.pointee.rootQueue]
        state.pointee.rootQueue += 1
        continue
      }
      let record = Memory.metadataBase + UInt64(state.pointee.rootQueued)
      let isFunction = state.pointee.rootFunction
      let offset = isFunction ? FinalizerRecord.functionOffset : FinalizerRecord.objectOffset
      heap.beginScan(record + UInt64(offset), type: word, count: 1, block: 0)
      state.pointee.rootFunction = !isFunction
      if isFunction {
        let isRunning = state.pointee.rootQueue == 1
        state.pointee.rootQueued = isRunning ? 0 : heap.finalizer(state.pointee.rootQueued).next
      }
      return .runtime("finalizer")
    }
    while state.pointee.rootFinalizer != 0 {
      let record = heap.finalizer(state.pointee.rootFinalizer)
      let isFunction = state.pointee.rootFunction
      state.pointee.rootFunction = !isFunction
      if isFunction {
        let address = Memory.metadataBase + UInt64(state.pointee.rootFinalizer)
        state.pointee.rootFinalizer = record.allNext
        heap.beginScan(address + UInt64(FinalizerRecord.functionOffset), type: word, count: 1, block: 0)
        return .runtime("finalizer")
      }
      guard let (span, slot) = heap.findBlock(record.object) else {
        preconditionFailure("a finalizer without a block at tick \(tick), seed \(options.seed)")
      }
      let info = heap.info(span, slot)
      guard let type = info.type, !info.isNoscan else { continue }
      heap.beginScan(info.address, type: type.rawValue, count: info.count, block: 0)
      return .runtime("finalizer")
    }
    return nil
  }

  /// A goroutine's roots: what its record refers to, then the live slots of its frames.
  private func nextRoot(of record: GoroutineRecord) -> Root? {
    let state = heap.state
    while state.pointee.rootStage < GoroutineRecord.roots.count {
      let root = GoroutineRecord.roots[state.pointee.rootStage]
      let isClosure = state.pointee.rootStage == 0
      state.pointee.rootStage += 1
      if isClosure {
        let isRunning = record.address == scheduler.current
        if isRunning { record.closure = core.pointee.closure }
        guard roots.needsClosure(at: isRunning ? pc : record.pc) else { continue }
      }
      let slot = record.address + root.offset
      guard memory.word(slot) != 0 else { continue }
      heap.beginScan(slot, type: heap.types.pointerWord.rawValue, count: 1, block: 0)
      return .runtime("g\(record.id) \(root.name)")
    }
    if state.pointee.rootStage == GoroutineRecord.roots.count {
      let isRunning = record.address == scheduler.current
      state.pointee.rootStage += 1
      state.pointee.rootPC = isRunning ? pc : record.pc
      state.pointee.rootSP = isRunning ? sp : record.sp
      state.pointee.rootSlot = 0
      state.pointee.scannedStacks += 1
      state.pointee.scannedStackBytes += Int(record.stackHigh - state.pointee.rootSP)
    }
    return nextStackRoot(record.id)
  }

  /// The next live slot of the stack being scanned; nil at its end.
  private func nextStackRoot(_ goroutine: Int) -> Root? {
    let state = heap.state
    while let function = roots.function(at: state.pointee.rootPC) {
      let slots = roots.frames[function]
      while state.pointee.rootSlot < slots.count {
        let slot = slots[state.pointee.rootSlot]
        state.pointee.rootSlot += 1
        guard slot.isLive(state.pointee.rootPC) else { continue }
        let address = state.pointee.rootSP + UInt64(slot.offset)
        heap.beginScan(address, type: slot.type, count: 1, block: 0)
        return .stackSlot(goroutine: goroutine, address: address)
      }
      let caller = roots.caller(
        of: function, sp: state.pointee.rootSP, memory: memory, wordSize: program.wordSize)
      guard let caller else { return nil }
      state.pointee.stackScan += Int(caller.sp - state.pointee.rootSP)
      state.pointee.rootPC = caller.pc
      state.pointee.rootSP = caller.sp
      state.pointee.rootSlot = 0
    }
    return nil
  }
}

extension Machine {
  /// Calls `body` with every pointer that stands in a root, as the collector would find them; changes nothing.
  func forEachRootPointer(_ body: (UInt64) -> Void) {
    forEachGlobalPointer(body)
    var address = scheduler.all
    while address != 0 {
      let record = goroutine(address)
      address = record.allNext
      if record.state != .dead, record.state != .idle { forEachRootPointer(of: record, body) }
    }
    heap.forEachQueuedFinalizer { record in
      body(record.object)
      body(record.function)
    }
    var finalizer = heap.state.pointee.finalizers
    while finalizer != 0 {
      let record = heap.finalizer(finalizer)
      if let block = block(at: record.object) { for pointer in pointers(in: block) { body(pointer.target) } }
      body(record.function)
      finalizer = record.allNext
    }
    forEachTimer(body)
  }

  private func scan(_ address: UInt64, _ type: Int32, _ body: (UInt64) -> Void) {
    var next = heap.layouts.nextPointer(in: type, from: 0)
    while let offset = next {
      body(heap.loadWord(address + UInt64(offset)))
      next = heap.layouts.nextPointer(in: type, from: offset + program.wordSize)
    }
  }

  /// The pointers in package variables.
  func forEachGlobalPointer(_ body: (UInt64) -> Void) {
    for global in roots.globals { scan(global.address, global.type, body) }
  }

  /// The pointers that one goroutine's record and frames hold.
  func forEachRootPointer(of record: GoroutineRecord, _ body: (UInt64) -> Void) {
    let isRunning = record.address == scheduler.current
    if roots.needsClosure(at: isRunning ? pc : record.pc) {
      body(isRunning ? core.pointee.closure : record.closure)
    }
    for root in GoroutineRecord.roots.dropFirst() { body(memory.word(record.address + root.offset)) }
    var frame: (pc: Int, sp: UInt64)? = isRunning ? (pc, sp) : (record.pc, record.sp)
    while let (pc, sp) = frame, let function = roots.function(at: pc) {
      for slot in roots.frames[function] where slot.isLive(pc) { scan(sp + UInt64(slot.offset), slot.type, body) }
      frame = roots.caller(of: function, sp: sp, memory: memory, wordSize: program.wordSize)
    }
  }

  /// The program's timers that are set.
  func forEachTimer(_ body: (UInt64) -> Void) {
    var timer = scheduler.timers.all
    while timer != 0 {
      body(timerRecord(timer).timer)
      timer = timerRecord(timer).next
    }
  }
}

extension GoroutineRecord {
  /// Words of the record that may hold a pointer to a block; the closure register comes first.
  static let roots: [(offset: UInt64, name: String)] = [(48, "closure"), (64, "deferred calls")]
}
