import MachineCode

/// One frame of a goroutine's stack.
///
/// ```
///   base + 16 + k   arguments and results
///   base + 8        return PC
///   base            saved frame pointer
///   sp              bottom of the outgoing area
/// ```
public struct StackFrame: Hashable, Sendable {
  /// Index into `Machine.functions`.
  public var function: Int
  /// The instruction at which the frame goes on; negative in the machine's own stubs.
  public var pc: Int
  public var sp: UInt64
  /// SP + frame size: where the saved frame pointer is.
  public var base: UInt64
  /// First address behind return PC and saved frame pointer: the caller's SP.
  public var end: UInt64 { base + 16 }
}

extension Machine {
  /// The frame at a pc and SP.
  func frame(pc: Int, sp: UInt64) -> StackFrame? {
    guard pc >= -code.stubCount, pc < program.code.count else { return nil }
    let function = functionIndex(at: pc)
    guard function >= 0 else { return nil }
    return StackFrame(function: function, pc: pc, sp: sp, base: sp + UInt64(functions[function].frameSize))
  }

  /// The frame's caller; nil for the bottom frame, and where a damaged frame leads nowhere.
  func caller(of frame: StackFrame, below high: UInt64) -> StackFrame? {
    guard !isBottom(frame), frame.end < high else { return nil }
    let text = memory.word(frame.base + 8)
    let low = UInt64(code.text)
    guard text >= low, (text - low) % MemoryLayoutMap.textStride == 0 else { return nil }
    return self.frame(pc: Int((text - low) / MemoryLayoutMap.textStride) - code.stubCount, sp: frame.end)
  }

  /// The frame with which a goroutine's stack begins.
  func isBottom(_ frame: StackFrame) -> Bool {
    let stub = frame.function - program.functions.count
    return stub == stubs.main || stub == stubs.goexit
  }
}
