import MachineCode

/// Pairs of instructions that the fast loop executes in one go, since what an instruction costs is mostly finding its case: at the
/// end of a counting loop, before a call, at a return.
///
/// ```
///   before                      after
///   addC64      i ← i, 1        addC64ThenJumpLtCS64  i ← i, 1    executes both
///   jumpLtCS64  i, 100, →3      jumpLtCS64            i, 100, →3  stands where it stood: for jumps to it, and as operands
/// ```
///
/// A tick is still one instruction: pc moves over two, and counts two. The careful loop executes the first alone.
enum Fusion {
  /// The pair's opcode, for the pairs that programs execute most: in loops, around calls, in walks along pointers.
  static func fused(_ first: Instruction, _ second: Instruction) -> Opcode? {
    switch (first.op, second.op) {
    case (.andC64, .add64): return .andC64ThenAdd64
    case (.mulC64, .add64): return .mulC64ThenAdd64
    case (.move64, .addC64): return .move64ThenAddC64
    case (.const8, .sliceStore8): return .const8ThenSliceStore8
    case (.addC64, .call): return .addC64ThenCall
    case (.move64, .call): return .move64ThenCall
    case (.load64, .call): return .load64ThenCall
    case (.add64, .ret): return .add64ThenRet
    case (.move64, .ret): return .move64ThenRet
    default: break
    }
    // Those whose branch tests what the first has just worked out.
    guard second.a == first.a else { return nil }
    switch (first.op, second.op) {
    case (.addC64, .jumpLtCS64): return .addC64ThenJumpLtCS64
    case (.addC64, .jumpLtS64): return .addC64ThenJumpLtS64
    case (.addC64, .jumpLeCS64): return .addC64ThenJumpLeCS64
    case (.addC64, .jumpLeS64): return .addC64ThenJumpLeS64
    case (.add64, .jumpLtCS64): return .add64ThenJumpLtCS64
    case (.add64, .jumpLtS64): return .add64ThenJumpLtS64
    case (.add64, .jumpLeCS64): return .add64ThenJumpLeCS64
    case (.add64, .jumpLeS64): return .add64ThenJumpLeS64
    case (.load64, .jumpEqC64): return .load64ThenJumpEqC64
    case (.load64, .jumpNeC64): return .load64ThenJumpNeC64
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
