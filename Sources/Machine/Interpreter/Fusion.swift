import MachineCode

/// Pairs of instructions that the fast loop executes in one go, since what an instruction costs is mostly finding its case: the
/// end of a counting loop.
///
/// ```
///   before                      after
///   addC64      i ← i, 1        addC64ThenJumpLtCS64  i ← i, 1    executes both
///   jumpLtCS64  i, 100, →3      jumpLtCS64            i, 100, →3  stands where it stood: for jumps to it, and as operands
/// ```
///
/// A tick is still one instruction: pc moves over two, and counts two. The careful loop executes the first alone.
enum Fusion {
  /// The pair's opcode, where the second takes what the first has worked out.
  static func fused(_ first: Instruction, _ second: Instruction) -> Opcode? {
    guard second.a == first.a else { return nil }
    switch (first.op, second.op) {
    case (.addC64, .jumpLtCS64): return .addC64ThenJumpLtCS64
    case (.addC64, .jumpLtS64): return .addC64ThenJumpLtS64
    default: return nil
    }
  }

  /// Fuses the pairs in a function's code, whose branches are linked already.
  static func fuse(_ code: UnsafeMutableBufferPointer<Instruction>) {
    guard code.count > 1 else { return }
    for index in 0..<code.count - 1 {
      if let op = fused(code[index], code[index + 1]) { code[index].op = op }
    }
  }
}
