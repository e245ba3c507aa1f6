import Machine
import MachineCode

/// A frame as it lies on a stack.
public struct FrameRecord: Hashable, Sendable {
  public var function: FunctionID
  /// Where it goes on: the next instruction of the top frame, the one behind the call of the others.
  public var pc: Int
  /// SP while it is the top frame.
  public var sp: UInt64
  /// Where the saved frame pointer lies; the return PC is one word above.
  public var base: UInt64

  /// The same frame's copy in another segment.
  func moved(by distance: UInt64) -> FrameRecord {
    var copy = self
    copy.sp &+= distance
    copy.base &+= distance
    return copy
  }
}

/// Walks a goroutine's frames by their return PCs.
struct FrameWalker {
  let machine: Machine
  private var program: Program { machine.program }
  private var word: UInt64 { UInt64(program.wordSize) }

  init(_ machine: Machine) { self.machine = machine }

  /// Newest first; ends at the machine's own first frame, or after `most` frames.
  func frames(sp: UInt64, pc: Int, high: UInt64, most: Int) -> [FrameRecord] {
    var found: [FrameRecord] = []
    var sp = sp
    var pc = pc
    while found.count < most, let function = functions.index(at: pc) {
      let base = sp + UInt64(program.functions[function].frameSize)
      guard base + 2 * word <= high else { break }
      found.append(FrameRecord(function: FunctionID(Int32(function)), pc: pc, sp: sp, base: base))
      guard let next = returnPC(at: base + word) else { break }
      pc = next
      sp = base + 2 * word
    }
    return found
  }

  /// What calls left below `frame`: frames whose return PC still stands where the frame's last call put it. Nearest
  /// first.
  ///
  /// Nobody records them; they are read out of the bytes. A word counts as a return PC if it is the instruction behind
  /// a call in the function that would have made it; the call tells the callee, and the callee's frame size tells where
  /// its own last call's return PC would lie.
  func staleFrames(below frame: FrameRecord, low: UInt64, most: Int) -> [FrameRecord] {
    var found: [FrameRecord] = []
    var caller = frame
    while found.count < most, caller.sp >= low + 2 * word, let resume = returnPC(at: caller.sp - word),
      let callee = callee(ofCallBefore: resume, in: Int(caller.function.rawValue))
    {
      let info = program.functions[callee]
      let base = caller.sp - 2 * word
      guard base >= low + UInt64(info.frameSize) else { break }
      // Its own PC is unknown: it had returned.
      let stale = FrameRecord(
        function: FunctionID(Int32(callee)), pc: Int(info.code.end) - 1, sp: base - UInt64(info.frameSize), base: base)
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
    guard text > layout.textBase, (text - layout.textBase) % MemoryLayoutMap.textStride == 0 else { return nil }
    let pc = layout.instruction(at: text)
    return pc < program.code.count ? pc : nil
  }

  /// The function that the call before `resume` would have entered, when the instruction says so itself.
  private func callee(ofCallBefore resume: Int, in caller: Int) -> Int? {
    guard resume > 0, program.functions[caller].code.contains(resume) || caller == functions.index(at: resume - 1)
    else {
      return nil
    }
    let call = program.code[resume - 1]
    return call.op == .call ? Int(call.a) : nil
  }
}

/// Finds the function of an instruction.
struct FunctionTable {
  private let program: Program
  init(_ program: Program) { self.program = program }

  /// Functions lie in the order of their code.
  func index(at pc: Int) -> Int? {
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
