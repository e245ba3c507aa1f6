import Machine
import MachineCode

/// A frame as it lies on a stack.
public struct FrameRecord: Hashable, Sendable {
  /// Index into the machine's functions: the program's and, behind them, the runtime's own.
  public var function: FunctionID
  /// Where it goes on: the next instruction of the top frame, the one behind the call of the others.
  public var pc: Int
  /// The instruction under execution: of the top frame the next one, of the others the one that left for the frame on top.
  public var site: Int
  /// SP while it is the top frame.
  public var sp: UInt64
  /// Where the saved frame pointer lies; the return PC is one word above.
  public var base: UInt64

  /// The same frame's copy in another segment.
  public func moved(by distance: UInt64) -> FrameRecord {
    var copy = self
    copy.sp &+= distance
    copy.base &+= distance
    return copy
  }
}

/// Walks a goroutine's frames by their return PCs.
public struct FrameWalker {
  let machine: Machine
  private var program: Program { machine.program }
  private var word: UInt64 { UInt64(program.wordSize) }

  public init(_ machine: Machine) { self.machine = machine }

  /// Newest first; ends at the machine's own first frame, or after `most` frames. Between a panic and the functions
  /// deferred to run then stand the frames of the runtime that calls them.
  public func frames(sp: UInt64, pc: Int, high: UInt64, most: Int) -> [FrameRecord] {
    var found: [FrameRecord] = []
    var sp = sp
    var pc = pc
    // Whether the frame goes on with the very instruction that it is at.
    var isAtSite = true
    while found.count < most, let function = function(at: pc), !isFirst(function) {
      let base = sp + UInt64(machine.functions[function].frameSize)
      guard base + 2 * word <= high else { break }
      found.append(
        FrameRecord(
          function: FunctionID(Int32(function)), pc: pc, site: isAtSite ? pc : max(0, pc - 1), sp: sp, base: base))
      guard let next = returnPC(at: base + word) else { break }
      isAtSite = function >= program.functions.count || isRunningDefers(next)
      pc = next
      sp = base + 2 * word
    }
    return found
  }

  /// The function that runs deferred calls at its end comes back to the same instruction after each.
  private func isRunningDefers(_ pc: Int) -> Bool {
    program.code.indices.contains(pc) && program.code[pc].op == .runDefers
  }

  /// Also of the runtime's own code, which lies before the program's.
  private func function(at pc: Int) -> Int? {
    if pc >= 0 { return functions.index(at: pc) }
    let own = program.functions.count..<machine.functions.count
    return own.first { machine.functions[$0].code.contains(pc) }
  }

  /// The frame with which a goroutine's stack begins.
  private func isFirst(_ function: Int) -> Bool {
    function >= program.functions.count
      && ["runtime.main", "runtime.goexit"].contains(machine.functions[function].name)
  }

  /// What calls left below `frame`: frames whose return PC still stands where the frame's last call put it. Nearest
  /// first.
  ///
  /// Nobody records them; they are read out of the bytes. A word counts as a return PC if it is the instruction behind
  /// a call in the function that would have made it; the call tells the callee, and the callee's frame size tells where
  /// its own last call's return PC would lie.
  public func staleFrames(below frame: FrameRecord, low: UInt64, most: Int) -> [FrameRecord] {
    var found: [FrameRecord] = []
    var caller = frame
    while found.count < most, caller.sp >= low + 2 * word, let resume = returnPC(at: caller.sp - word),
      let callee = callee(ofCallBefore: resume, in: Int(caller.function.rawValue))
    {
      let info = program.functions[callee]
      let base = caller.sp - 2 * word
      guard base >= low + UInt64(info.frameSize) else { break }
      // Its own PC is unknown: it had returned.
      let last = Int(info.code.end) - 1
      let stale = FrameRecord(
        function: FunctionID(Int32(callee)), pc: last, site: last, sp: base - UInt64(info.frameSize), base: base)
      found.append(stale)
      caller = stale
    }
    return found
  }

  private var functions: FunctionTable { FunctionTable(program) }

  private func returnPC(at address: UInt64) -> Int? {
    guard machine.memory.isReadable(address, program.wordSize) else { return nil }
    let text =
      program.wordSize == 8 ? machine.memory.word(address) : UInt64(machine.memory.load(address, as: UInt32.self))
    let layout = program.layout
    // The runtime's own code lies before the program's.
    let distance = Int(truncatingIfNeeded: text) - Int(layout.textBase)
    guard distance % Int(MemoryLayoutMap.textStride) == 0 else { return nil }
    let pc = distance / Int(MemoryLayoutMap.textStride)
    return pc < program.code.count && function(at: pc) != nil ? pc : nil
  }

  /// The function that the call before `resume` would have entered, when the instruction says so itself.
  private func callee(ofCallBefore resume: Int, in caller: Int) -> Int? {
    guard resume > 0, caller < program.functions.count,
      program.functions[caller].code.contains(resume) || caller == functions.index(at: resume - 1)
    else {
      return nil
    }
    let call = program.code[resume - 1]
    return call.op == .call ? Int(call.a) : nil
  }
}

/// Finds the function of an instruction.
public struct FunctionTable {
  private let program: Program
  public init(_ program: Program) { self.program = program }

  /// Functions lie in the order of their code.
  public func index(at pc: Int) -> Int? {
    guard pc >= 0, pc < program.code.count else { return nil }
    var low = 0
    var high = program.functions.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(program.functions[middle].code.start) <= pc { low = middle } else { high = middle }
    }
    return low < program.functions.count && program.functions[low].code.contains(pc) ? low : nil
  }
}
