import MachineCode

/// The loop is compiled twice: `Fast` looks at the tick only where control moves (so it may run past the limit by one function's
/// length), `Careful` before each instruction, and reports events.
protocol LoopMode { static var careful: Bool { get } }
enum Fast: LoopMode { static var careful: Bool { false } }
enum Careful: LoopMode { static var careful: Bool { true } }

/// Why the loop came back to the driver.
enum LoopExit {
  /// The limit was reached, or the observer wants to stop.
  case limit
  /// Runtime work stands before the instruction at pc.
  case work
  /// `pendingPanic` was raised by the instruction at pc.
  case panicked
  /// The driver must look at the machine's state.
  case moved
}

extension Machine {
  /// Runs until the tick reaches `limit` (in `Fast`: soon after), or something other than plain instructions is to be done.
  /// Registers live in local variables; they are in `core` whenever anything else runs.
  @inline(never)
  func interpret<M: LoopMode>(_: M.Type, limit: UInt64) -> LoopExit {
    let core = self.core
    let memory = self.guest
    let code = self.code
    let stop = limit >= 1 << 59 ? Int.max : Int(limit) << 4
    // What control transfers look at: the careful loop has looked already.
    let limit = M.careful ? Int.max : stop
    var pc = core.pointee.pc
    var bias = core.pointee.bias
    var sp = core.pointee.sp

    execution: while true {
      let before = pc
      let frame = sp
      if M.careful {
        if bias &+ Int(bitPattern: pc) >= stop { break execution }
      }
      let o = Operands(frame: sp, pc: pc)
      // Whatever moves control leaves pc one instruction before its target.
      switch pc.pointee.op {
      case .ext: break
      case .move8: o.set(o.b(UInt8.self))
      case .move16: o.set(o.b(UInt16.self))
      case .move32: o.set(o.b(UInt32.self))
      case .move64: o.set(o.b(UInt64.self))
      case .move128: o.moveWords(2)
      case .move192: o.moveWords(3)
      case .moveN:
        (sp + Int(pc.pointee.a)).copyMemory(from: sp + Int(pc.pointee.b), byteCount: Int(pc.pointee.c))
      case .const8: o.set(UInt8(truncatingIfNeeded: pc.pointee.b))
      case .const16: o.set(UInt16(truncatingIfNeeded: pc.pointee.b))
      case .const32: o.set(UInt32(truncatingIfNeeded: pc.pointee.b))
      case .const64: o.set(UInt64(UInt32(bitPattern: pc.pointee.c)) << 32 | UInt64(UInt32(bitPattern: pc.pointee.b)))
      case .zeroN:
        UnsafeMutableRawBufferPointer(start: sp + Int(pc.pointee.a), count: Int(pc.pointee.c)).initializeMemory(
          as: UInt8.self, repeating: 0)
      case .signExtend8: o.set(Int64(o.b(Int8.self)))
      case .signExtend16: o.set(Int64(o.b(Int16.self)))
      case .signExtend32: o.set(Int64(o.b(Int32.self)))
      case .zeroExtend8: o.set(UInt64(o.b(UInt8.self)))
      case .zeroExtend16: o.set(UInt64(o.b(UInt16.self)))
      case .zeroExtend32: o.set(UInt64(o.b(UInt32.self)))
      case .s64ToF64: o.set(Double(o.b(Int64.self)))
      case .add8: o.set(o.b(UInt8.self) &+ o.c())
      case .add16: o.set(o.b(UInt16.self) &+ o.c())
      case .add32: o.set(o.b(UInt32.self) &+ o.c())
      case .add64: o.set(o.b(UInt64.self) &+ o.c())
      case .sub8: o.set(o.b(UInt8.self) &- o.c())
      case .sub16: o.set(o.b(UInt16.self) &- o.c())
      case .sub32: o.set(o.b(UInt32.self) &- o.c())
      case .sub64: o.set(o.b(UInt64.self) &- o.c())
      case .mul8: o.set(o.b(UInt8.self) &* o.c())
      case .mul16: o.set(o.b(UInt16.self) &* o.c())
      case .mul32: o.set(o.b(UInt32.self) &* o.c())
      case .mul64: o.set(o.b(UInt64.self) &* o.c())
      case .and8: o.set(o.b(UInt8.self) & o.c())
      case .and16: o.set(o.b(UInt16.self) & o.c())
      case .and32: o.set(o.b(UInt32.self) & o.c())
      case .and64: o.set(o.b(UInt64.self) & o.c())
      case .or8: o.set(o.b(UInt8.self) | o.c())
      case .or16: o.set(o.b(UInt16.self) | o.c())
      case .or32: o.set(o.b(UInt32.self) | o.c())
      case .or64: o.set(o.b(UInt64.self) | o.c())
      case .xor8: o.set(o.b(UInt8.self) ^ o.c())
      case .xor16: o.set(o.b(UInt16.self) ^ o.c())
      case .xor32: o.set(o.b(UInt32.self) ^ o.c())
      case .xor64: o.set(o.b(UInt64.self) ^ o.c())
      case .andNot8: o.set(o.b(UInt8.self) & ~o.c(UInt8.self))
      case .andNot16: o.set(o.b(UInt16.self) & ~o.c(UInt16.self))
      case .andNot32: o.set(o.b(UInt32.self) & ~o.c(UInt32.self))
      case .andNot64: o.set(o.b(UInt64.self) & ~o.c(UInt64.self))
      case .shl8: o.shift(UInt8.self, left: true)
      case .shl16: o.shift(UInt16.self, left: true)
      case .shl32: o.shift(UInt32.self, left: true)
      case .shl64: o.shift(UInt64.self, left: true)
      case .neg8: o.set(0 &- o.b(UInt8.self))
      case .neg16: o.set(0 &- o.b(UInt16.self))
      case .neg32: o.set(0 &- o.b(UInt32.self))
      case .neg64: o.set(0 &- o.b(UInt64.self))
      case .not8: o.set(~o.b(UInt8.self))
      case .not16: o.set(~o.b(UInt16.self))
      case .not32: o.set(~o.b(UInt32.self))
      case .not64: o.set(~o.b(UInt64.self))
      case .addC8: o.set(o.b(Int8.self) &+ o.immediateC())
      case .addC16: o.set(o.b(Int16.self) &+ o.immediateC())
      case .addC32: o.set(o.b(Int32.self) &+ o.immediateC())
      case .addC64: o.set(o.b(Int64.self) &+ o.immediateC())
      case .mulC8: o.set(o.b(Int8.self) &* o.immediateC())
      case .mulC16: o.set(o.b(Int16.self) &* o.immediateC())
      case .mulC32: o.set(o.b(Int32.self) &* o.immediateC())
      case .mulC64: o.set(o.b(Int64.self) &* o.immediateC())
      case .andC8: o.set(o.b(Int8.self) & o.immediateC())
      case .andC16: o.set(o.b(Int16.self) & o.immediateC())
      case .andC32: o.set(o.b(Int32.self) & o.immediateC())
      case .andC64: o.set(o.b(Int64.self) & o.immediateC())
      case .orC8: o.set(o.b(Int8.self) | o.immediateC())
      case .orC16: o.set(o.b(Int16.self) | o.immediateC())
      case .orC32: o.set(o.b(Int32.self) | o.immediateC())
      case .orC64: o.set(o.b(Int64.self) | o.immediateC())
      case .xorC8: o.set(o.b(Int8.self) ^ o.immediateC())
      case .xorC16: o.set(o.b(Int16.self) ^ o.immediateC())
      case .xorC32: o.set(o.b(Int32.self) ^ o.immediateC())
      case .xorC64: o.set(o.b(Int64.self) ^ o.immediateC())
      case .shlC8: o.set(o.b(UInt8.self) &<< o.immediateC())
      case .shlC16: o.set(o.b(UInt16.self) &<< o.immediateC())
      case .shlC32: o.set(o.b(UInt32.self) &<< o.immediateC())
      case .shlC64: o.set(o.b(UInt64.self) &<< o.immediateC())
      case .divS8: guard o.divide(Int8.self, remainder: false, core) else { break execution }
      case .divS16: guard o.divide(Int16.self, remainder: false, core) else { break execution }
      case .divS32: guard o.divide(Int32.self, remainder: false, core) else { break execution }
      case .divS64: guard o.divide(Int64.self, remainder: false, core) else { break execution }
      case .divU8: guard o.divide(UInt8.self, remainder: false, core) else { break execution }
      case .divU16: guard o.divide(UInt16.self, remainder: false, core) else { break execution }
      case .divU32: guard o.divide(UInt32.self, remainder: false, core) else { break execution }
      case .divU64: guard o.divide(UInt64.self, remainder: false, core) else { break execution }
      case .remS8: guard o.divide(Int8.self, remainder: true, core) else { break execution }
      case .remS16: guard o.divide(Int16.self, remainder: true, core) else { break execution }
      case .remS32: guard o.divide(Int32.self, remainder: true, core) else { break execution }
      case .remS64: guard o.divide(Int64.self, remainder: true, core) else { break execution }
      case .remU8: guard o.divide(UInt8.self, remainder: true, core) else { break execution }
      case .remU16: guard o.divide(UInt16.self, remainder: true, core) else { break execution }
      case .remU32: guard o.divide(UInt32.self, remainder: true, core) else { break execution }
      case .remU64: guard o.divide(UInt64.self, remainder: true, core) else { break execution }
      case .shrS8: o.shift(Int8.self, left: false)
      case .shrS16: o.shift(Int16.self, left: false)
      case .shrS32: o.shift(Int32.self, left: false)
      case .shrS64: o.shift(Int64.self, left: false)
      case .shrU8: o.shift(UInt8.self, left: false)
      case .shrU16: o.shift(UInt16.self, left: false)
      case .shrU32: o.shift(UInt32.self, left: false)
      case .shrU64: o.shift(UInt64.self, left: false)
      case .divCS8: o.divide(by: o.immediateC(Int8.self), remainder: false)
      case .divCS16: o.divide(by: o.immediateC(Int16.self), remainder: false)
      case .divCS32: o.divide(by: o.immediateC(Int32.self), remainder: false)
      case .divCS64: o.divide(by: o.immediateC(Int64.self), remainder: false)
      case .divCU8: o.divide(by: o.immediateC(UInt8.self), remainder: false)
      case .divCU16: o.divide(by: o.immediateC(UInt16.self), remainder: false)
      case .divCU32: o.divide(by: o.immediateC(UInt32.self), remainder: false)
      case .divCU64: o.divide(by: o.immediateC(UInt64.self), remainder: false)
      case .remCS8: o.divide(by: o.immediateC(Int8.self), remainder: true)
      case .remCS16: o.divide(by: o.immediateC(Int16.self), remainder: true)
      case .remCS32: o.divide(by: o.immediateC(Int32.self), remainder: true)
      case .remCS64: o.divide(by: o.immediateC(Int64.self), remainder: true)
      case .remCU8: o.divide(by: o.immediateC(UInt8.self), remainder: true)
      case .remCU16: o.divide(by: o.immediateC(UInt16.self), remainder: true)
      case .remCU32: o.divide(by: o.immediateC(UInt32.self), remainder: true)
      case .remCU64: o.divide(by: o.immediateC(UInt64.self), remainder: true)
      case .shrCS8: o.set(o.b(Int8.self) &>> o.immediateC())
      case .shrCS16: o.set(o.b(Int16.self) &>> o.immediateC())
      case .shrCS32: o.set(o.b(Int32.self) &>> o.immediateC())
      case .shrCS64: o.set(o.b(Int64.self) &>> o.immediateC())
      case .shrCU8: o.set(o.b(UInt8.self) &>> o.immediateC())
      case .shrCU16: o.set(o.b(UInt16.self) &>> o.immediateC())
      case .shrCU32: o.set(o.b(UInt32.self) &>> o.immediateC())
      case .shrCU64: o.set(o.b(UInt64.self) &>> o.immediateC())
      case .shiftCheck:
        if o.a(Int64.self) < 0 {
          core.pointee.trap.kind = .shift
          break execution
        }
      case .addF32: o.set(o.b(Float.self) + o.c())
      case .addF64: o.set(o.b(Double.self) + o.c())
      case .subF32: o.set(o.b(Float.self) - o.c())
      case .subF64: o.set(o.b(Double.self) - o.c())
      case .mulF32: o.set(o.b(Float.self) * o.c())
      case .mulF64: o.set(o.b(Double.self) * o.c())
      case .divF32: o.set(o.b(Float.self) / o.c())
      case .divF64: o.set(o.b(Double.self) / o.c())
      case .negF32: o.set(-o.b(Float.self))
      case .negF64: o.set(-o.b(Double.self))
      case .eq8: o.set(o.b(UInt8.self) == o.c())
      case .eq16: o.set(o.b(UInt16.self) == o.c())
      case .eq32: o.set(o.b(UInt32.self) == o.c())
      case .eq64: o.set(o.b(UInt64.self) == o.c())
      case .eqF32: o.set(o.b(Float.self) == o.c())
      case .eqF64: o.set(o.b(Double.self) == o.c())
      case .ne8: o.set(o.b(UInt8.self) != o.c())
      case .ne16: o.set(o.b(UInt16.self) != o.c())
      case .ne32: o.set(o.b(UInt32.self) != o.c())
      case .ne64: o.set(o.b(UInt64.self) != o.c())
      case .neF32: o.set(o.b(Float.self) != o.c())
      case .neF64: o.set(o.b(Double.self) != o.c())
      case .ltS8: o.set(o.b(Int8.self) < o.c())
      case .ltS16: o.set(o.b(Int16.self) < o.c())
      case .ltS32: o.set(o.b(Int32.self) < o.c())
      case .ltS64: o.set(o.b(Int64.self) < o.c())
      case .ltU8: o.set(o.b(UInt8.self) < o.c())
      case .ltU16: o.set(o.b(UInt16.self) < o.c())
      case .ltU32: o.set(o.b(UInt32.self) < o.c())
      case .ltU64: o.set(o.b(UInt64.self) < o.c())
      case .ltF32: o.set(o.b(Float.self) < o.c())
      case .ltF64: o.set(o.b(Double.self) < o.c())
      case .leS8: o.set(o.b(Int8.self) <= o.c())
      case .leS16: o.set(o.b(Int16.self) <= o.c())
      case .leS32: o.set(o.b(Int32.self) <= o.c())
      case .leS64: o.set(o.b(Int64.self) <= o.c())
      case .leU8: o.set(o.b(UInt8.self) <= o.c())
      case .leU16: o.set(o.b(UInt16.self) <= o.c())
      case .leU32: o.set(o.b(UInt32.self) <= o.c())
      case .leU64: o.set(o.b(UInt64.self) <= o.c())
      case .leF32: o.set(o.b(Float.self) <= o.c())
      case .leF64: o.set(o.b(Double.self) <= o.c())
      case .boolNot: o.set(o.b(UInt8.self) ^ 1)
      case .jump: guard branch(true, &pc, &bias, limit) else { break execution }
      case .jumpIf: guard branch(o.a(UInt8.self) != 0, &pc, &bias, limit) else { break execution }
      case .jumpIfNot: guard branch(o.a(UInt8.self) == 0, &pc, &bias, limit) else { break execution }
      case .jumpEq8: guard branch(o.a(UInt8.self) == o.b(), &pc, &bias, limit) else { break execution }
      case .jumpEq16: guard branch(o.a(UInt16.self) == o.b(), &pc, &bias, limit) else { break execution }
      case .jumpEq32: guard branch(o.a(UInt32.self) == o.b(), &pc, &bias, limit) else { break execution }
      case .jumpEq64: guard branch(o.a(UInt64.self) == o.b(), &pc, &bias, limit) else { break execution }
      case .jumpNe8: guard branch(o.a(UInt8.self) != o.b(), &pc, &bias, limit) else { break execution }
      case .jumpNe16: guard branch(o.a(UInt16.self) != o.b(), &pc, &bias, limit) else { break execution }
      case .jumpNe32: guard branch(o.a(UInt32.self) != o.b(), &pc, &bias, limit) else { break execution }
      case .jumpNe64: guard branch(o.a(UInt64.self) != o.b(), &pc, &bias, limit) else { break execution }
      case .jumpLtS8: guard branch(o.a(Int8.self) < o.b(), &pc, &bias, limit) else { break execution }
      case .jumpLtS16: guard branch(o.a(Int16.self) < o.b(), &pc, &bias, limit) else { break execution }
      case .jumpLtS32: guard branch(o.a(Int32.self) < o.b(), &pc, &bias, limit) else { break execution }
      case .jumpLtS64: guard branch(o.a(Int64.self) < o.b(), &pc, &bias, limit) else { break execution }
      case .jumpLtU8: guard branch(o.a(UInt8.self) < o.b(), &pc, &bias, limit) else { break execution }
      case .jumpLtU16: guard branch(o.a(UInt16.self) < o.b(), &pc, &bias, limit) else { break execution }
      case .jumpLtU32: guard branch(o.a(UInt32.self) < o.b(), &pc, &bias, limit) else { break execution }
      case .jumpLtU64: guard branch(o.a(UInt64.self) < o.b(), &pc, &bias, limit) else { break execution }
      case .jumpLeS8: guard branch(o.a(Int8.self) <= o.b(), &pc, &bias, limit) else { break execution }
      case .jumpLeS16: guard branch(o.a(Int16.self) <= o.b(), &pc, &bias, limit) else { break execution }
      case .jumpLeS32: guard branch(o.a(Int32.self) <= o.b(), &pc, &bias, limit) else { break execution }
      case .jumpLeS64: guard branch(o.a(Int64.self) <= o.b(), &pc, &bias, limit) else { break execution }
      case .jumpLeU8: guard branch(o.a(UInt8.self) <= o.b(), &pc, &bias, limit) else { break execution }
      case .jumpLeU16: guard branch(o.a(UInt16.self) <= o.b(), &pc, &bias, limit) else { break execution }
      case .jumpLeU32: guard branch(o.a(UInt32.self) <= o.b(), &pc, &bias, limit) else { break execution }
      case .jumpLeU64: guard branch(o.a(UInt64.self) <= o.b(), &pc, &bias, limit) else { break execution }
      case .jumpEqC8: guard branch(o.a(UInt8.self) == o.immediateB(), &pc, &bias, limit) else { break execution }
      case .jumpEqC16: guard branch(o.a(UInt16.self) == o.immediateB(), &pc, &bias, limit) else { break execution }
      case .jumpEqC32: guard branch(o.a(UInt32.self) == o.immediateB(), &pc, &bias, limit) else { break execution }
      case .jumpEqC64: guard branch(o.a(UInt64.self) == o.immediateB(), &pc, &bias, limit) else { break execution }
      case .jumpNeC8: guard branch(o.a(UInt8.self) != o.immediateB(), &pc, &bias, limit) else { break execution }
      case .jumpNeC16: guard branch(o.a(UInt16.self) != o.immediateB(), &pc, &bias, limit) else { break execution }
      case .jumpNeC32: guard branch(o.a(UInt32.self) != o.immediateB(), &pc, &bias, limit) else { break execution }
      case .jumpNeC64: guard branch(o.a(UInt64.self) != o.immediateB(), &pc, &bias, limit) else { break execution }
      case .jumpLtCS8: guard branch(o.a(Int8.self) < o.immediateB(), &pc, &bias, limit) else { break execution }
      case .jumpLtCS16: guard branch(o.a(Int16.self) < o.immediateB(), &pc, &bias, limit) else { break execution }
      case .jumpLtCS32: guard branch(o.a(Int32.self) < o.immediateB(), &pc, &bias, limit) else { break execution }
      case .jumpLtCS64: guard branch(o.a(Int64.self) < o.immediateB(), &pc, &bias, limit) else { break execution }
      case .jumpLtCU8: guard branch(o.a(UInt8.self) < o.immediateB(), &pc, &bias, limit) else { break execution }
      case .jumpLtCU16: guard branch(o.a(UInt16.self) < o.immediateB(), &pc, &bias, limit) else { break execution }
      case .jumpLtCU32: guard branch(o.a(UInt32.self) < o.immediateB(), &pc, &bias, limit) else { break execution }
      case .jumpLtCU64: guard branch(o.a(UInt64.self) < o.immediateB(), &pc, &bias, limit) else { break execution }
      case .jumpLeCS8: guard branch(o.a(Int8.self) <= o.immediateB(), &pc, &bias, limit) else { break execution }
      case .jumpLeCS16: guard branch(o.a(Int16.self) <= o.immediateB(), &pc, &bias, limit) else { break execution }
      case .jumpLeCS32: guard branch(o.a(Int32.self) <= o.immediateB(), &pc, &bias, limit) else { break execution }
      case .jumpLeCS64: guard branch(o.a(Int64.self) <= o.immediateB(), &pc, &bias, limit) else { break execution }
      case .jumpLeCU8: guard branch(o.a(UInt8.self) <= o.immediateB(), &pc, &bias, limit) else { break execution }
      case .jumpLeCU16: guard branch(o.a(UInt16.self) <= o.immediateB(), &pc, &bias, limit) else { break execution }
      case .jumpLeCU32: guard branch(o.a(UInt32.self) <= o.immediateB(), &pc, &bias, limit) else { break execution }
      case .jumpLeCU64: guard branch(o.a(UInt64.self) <= o.immediateB(), &pc, &bias, limit) else { break execution }
      case .jumpGtCS8: guard branch(o.a(Int8.self) > o.immediateB(), &pc, &bias, limit) else { break execution }
      case .jumpGtCS16: guard branch(o.a(Int16.self) > o.immediateB(), &pc, &bias, limit) else { break execution }
      case .jumpGtCS32: guard branch(o.a(Int32.self) > o.immediateB(), &pc, &bias, limit) else { break execution }
      case .jumpGtCS64: guard branch(o.a(Int64.self) > o.immediateB(), &pc, &bias, limit) else { break execution }
      case .jumpGtCU8: guard branch(o.a(UInt8.self) > o.immediateB(), &pc, &bias, limit) else { break execution }
      case .jumpGtCU16: guard branch(o.a(UInt16.self) > o.immediateB(), &pc, &bias, limit) else { break execution }
      case .jumpGtCU32: guard branch(o.a(UInt32.self) > o.immediateB(), &pc, &bias, limit) else { break execution }
      case .jumpGtCU64: guard branch(o.a(UInt64.self) > o.immediateB(), &pc, &bias, limit) else { break execution }
      case .jumpGeCS8: guard branch(o.a(Int8.self) >= o.immediateB(), &pc, &bias, limit) else { break execution }
      case .jumpGeCS16: guard branch(o.a(Int16.self) >= o.immediateB(), &pc, &bias, limit) else { break execution }
      case .jumpGeCS32: guard branch(o.a(Int32.self) >= o.immediateB(), &pc, &bias, limit) else { break execution }
      case .jumpGeCS64: guard branch(o.a(Int64.self) >= o.immediateB(), &pc, &bias, limit) else { break execution }
      case .jumpGeCU8: guard branch(o.a(UInt8.self) >= o.immediateB(), &pc, &bias, limit) else { break execution }
      case .jumpGeCU16: guard branch(o.a(UInt16.self) >= o.immediateB(), &pc, &bias, limit) else { break execution }
      case .jumpGeCU32: guard branch(o.a(UInt32.self) >= o.immediateB(), &pc, &bias, limit) else { break execution }
      case .jumpGeCU64: guard branch(o.a(UInt64.self) >= o.immediateB(), &pc, &bias, limit) else { break execution }
      case .jumpTable:
        let index = o.a(UInt64.self)
        if index < UInt64(UInt32(bitPattern: pc.pointee.b)) {
          let distance = Int(pc.pointee.c) + Int(index) * 16
          bias &-= distance
          pc = (UnsafeRawPointer(pc) + distance).assumingMemoryBound(to: Instruction.self)
        }
      case .lea: o.set(Int(bitPattern: sp) &+ Int(pc.pointee.b) &- memory.arenaDelta)
      case .nilCheck:
        if o.a(UInt64.self) == 0 {
          core.pointee.trap = Trap(kind: .memory)
          break execution
        }
      case .load8: guard load(o, UInt8.self, memory, self) else { break execution }
      case .load16: guard load(o, UInt16.self, memory, self) else { break execution }
      case .load32: guard load(o, UInt32.self, memory, self) else { break execution }
      case .load64: guard load(o, UInt64.self, memory, self) else { break execution }
      case .load128: guard load(o, UInt64.self, words: 2, memory, self) else { break execution }
      case .load192: guard load(o, UInt64.self, words: 3, memory, self) else { break execution }
      case .store8: guard store(o, UInt8.self, memory, self) else { break execution }
      case .store16: guard store(o, UInt16.self, memory, self) else { break execution }
      case .store32: guard store(o, UInt32.self, memory, self) else { break execution }
      case .store64: guard store(o, UInt64.self, memory, self) else { break execution }
      case .store128: guard store(o, UInt64.self, words: 2, memory, self) else { break execution }
      case .store192: guard store(o, UInt64.self, words: 3, memory, self) else { break execution }
      case .storePointer: guard storePointer(o, memory, self) else { break execution }
      case .loadGlobal8: loadGlobal(o, UInt8.self, memory)
      case .loadGlobal16: loadGlobal(o, UInt16.self, memory)
      case .loadGlobal32: loadGlobal(o, UInt32.self, memory)
      case .loadGlobal64: loadGlobal(o, UInt64.self, memory)
      case .storeGlobal8: storeGlobal(o, UInt8.self, memory)
      case .storeGlobal16: storeGlobal(o, UInt16.self, memory)
      case .storeGlobal32: storeGlobal(o, UInt32.self, memory)
      case .storeGlobal64: storeGlobal(o, UInt64.self, memory)
      case .storeGlobalPointer:
        if core.pointee.barrier {
          writeBarrier(slot: UInt64(UInt32(bitPattern: pc.pointee.c)), new: o.a(UInt64.self))
        }
        storeGlobal(o, UInt64.self, memory)
      case .sliceLoad8: guard loadElement(o, UInt8.self, memory, self) else { break execution }
      case .sliceLoad16: guard loadElement(o, UInt16.self, memory, self) else { break execution }
      case .sliceLoad32: guard loadElement(o, UInt32.self, memory, self) else { break execution }
      case .sliceLoad64: guard loadElement(o, UInt64.self, memory, self) else { break execution }
      case .sliceStore8: guard storeElement(o, UInt8.self, memory, self) else { break execution }
      case .sliceStore16: guard storeElement(o, UInt16.self, memory, self) else { break execution }
      case .sliceStore32: guard storeElement(o, UInt32.self, memory, self) else { break execution }
      case .sliceStore64: guard storeElement(o, UInt64.self, memory, self) else { break execution }
      case .sliceStorePointer: guard storeElement(o, UInt64.self, pointer: true, memory, self) else { break execution }
      case .stringLoad: guard loadElement(o, UInt8.self, memory, self) else { break execution }
      case .sliceAddress:
        guard let index = checkedIndex(o, slice: pc.pointee.b, index: pc.pointee.c, core) else { break execution }
        o.set(o.b(UInt64.self) &+ index &* o.elementSize)
      case .boundsCheck:
        let index = o.a(UInt64.self)
        let length = UInt64(UInt32(bitPattern: pc.pointee.b))
        if index >= length {
          core.pointee.trap = Trap(kind: .index, x: index, y: length)
          break execution
        }
      case .frameLoad8: o.frameLoad(UInt8.self)
      case .frameLoad16: o.frameLoad(UInt16.self)
      case .frameLoad32: o.frameLoad(UInt32.self)
      case .frameLoad64: o.frameLoad(UInt64.self)
      case .frameStore8: o.frameStore(UInt8.self)
      case .frameStore16: o.frameStore(UInt16.self)
      case .frameStore32: o.frameStore(UInt32.self)
      case .frameStore64: o.frameStore(UInt64.self)
      case .frameAddress:
        let base = Int(bitPattern: sp) &+ Int(pc.pointee.b) &- memory.arenaDelta
        o.set(base &+ o.c(Int.self) &* Int(o.elementSize))
      case .elementAddress:
        let base = o.b(UInt64.self)
        if base == 0 {
          core.pointee.trap = Trap(kind: .memory)
          break execution
        }
        o.set(base &+ o.c(UInt64.self) &* o.elementSize)
      case .call: guard call(&pc, &bias, &sp, core, code, memory, limit) else { break execution }
      case .callClosure:
        guard let entry = closureTarget(sp, pc) else { break execution }
        guard enter(entry, &pc, &bias, &sp, core, code, memory, limit) else { break execution }
      case .callInterface:
        guard let entry = methodTarget(sp, pc) else { break execution }
        guard enter(entry, &pc, &bias, &sp, core, code, memory, limit) else { break execution }
      case .ret: guard leave(&pc, &bias, &sp, limit) else { break execution }
      case .getClosure: o.set(core.pointee.closure)
      case .addC64ThenJumpLtCS64:
        let value = o.b(Int64.self) &+ o.immediateC()
        o.set(value)
        if !M.careful {
          let o = o.second(&pc)
          guard branch(value < o.immediateB(), &pc, &bias, limit) else { break execution }
        }
      case .addC64ThenJumpLtS64:
        let value = o.b(Int64.self) &+ o.immediateC()
        o.set(value)
        if !M.careful {
          let o = o.second(&pc)
          guard branch(value < o.b(), &pc, &bias, limit) else { break execution }
        }
      case .addC64ThenJumpLeCS64:
        let value = o.b(Int64.self) &+ o.immediateC()
        o.set(value)
        if !M.careful {
          let o = o.second(&pc)
          guard branch(value <= o.immediateB(), &pc, &bias, limit) else { break execution }
        }
      case .addC64ThenJumpLeS64:
        let value = o.b(Int64.self) &+ o.immediateC()
        o.set(value)
        if !M.careful {
          let o = o.second(&pc)
          guard branch(value <= o.b(), &pc, &bias, limit) else { break execution }
        }
      case .add64ThenJumpLtCS64:
        let value = o.b(Int64.self) &+ o.c()
        o.set(value)
        if !M.careful {
          let o = o.second(&pc)
          guard branch(value < o.immediateB(), &pc, &bias, limit) else { break execution }
        }
      case .add64ThenJumpLtS64:
        let value = o.b(Int64.self) &+ o.c()
        o.set(value)
        if !M.careful {
          let o = o.second(&pc)
          guard branch(value < o.b(), &pc, &bias, limit) else { break execution }
        }
      case .add64ThenJumpLeCS64:
        let value = o.b(Int64.self) &+ o.c()
        o.set(value)
        if !M.careful {
          let o = o.second(&pc)
          guard branch(value <= o.immediateB(), &pc, &bias, limit) else { break execution }
        }
      case .add64ThenJumpLeS64:
        let value = o.b(Int64.self) &+ o.c()
        o.set(value)
        if !M.careful {
          let o = o.second(&pc)
          guard branch(value <= o.b(), &pc, &bias, limit) else { break execution }
        }
      case .andC64ThenAdd64:
        o.set(o.b(Int64.self) & o.immediateC())
        if !M.careful {
          let o = o.second(&pc)
          o.set(o.b(UInt64.self) &+ o.c())
        }
      case .mulC64ThenAdd64:
        o.set(o.b(Int64.self) &* o.immediateC())
        if !M.careful {
          let o = o.second(&pc)
          o.set(o.b(UInt64.self) &+ o.c())
        }
      case .move64ThenAddC64:
        o.set(o.b(UInt64.self))
        if !M.careful {
          let o = o.second(&pc)
          o.set(o.b(Int64.self) &+ o.immediateC())
        }
      case .const8ThenSliceStore8:
        o.set(UInt8(truncatingIfNeeded: pc.pointee.b))
        if !M.careful {
          let o = o.second(&pc)
          guard storeElement(o, UInt8.self, memory, self) else { break execution }
        }
      case .load64ThenJumpEqC64:
        guard load(o, UInt64.self, memory, self) else { break execution }
        if !M.careful {
          let o = o.second(&pc)
          guard branch(o.a(UInt64.self) == o.immediateB(), &pc, &bias, limit) else { break execution }
        }
      case .load64ThenJumpNeC64:
        guard load(o, UInt64.self, memory, self) else { break execution }
        if !M.careful {
          let o = o.second(&pc)
          guard branch(o.a(UInt64.self) != o.immediateB(), &pc, &bias, limit) else { break execution }
        }
      case .addC64ThenCall:
        o.set(o.b(Int64.self) &+ o.immediateC())
        if !M.careful {
          pc += 1
          guard call(&pc, &bias, &sp, core, code, memory, limit) else { break execution }
        }
      case .move64ThenCall:
        o.set(o.b(UInt64.self))
        if !M.careful {
          pc += 1
          guard call(&pc, &bias, &sp, core, code, memory, limit) else { break execution }
        }
      case .load64ThenCall:
        guard load(o, UInt64.self, memory, self) else { break execution }
        if !M.careful {
          pc += 1
          guard call(&pc, &bias, &sp, core, code, memory, limit) else { break execution }
        }
      case .add64ThenRet:
        o.set(o.b(UInt64.self) &+ o.c())
        if !M.careful {
          pc += 1
          guard leave(&pc, &bias, &sp, limit) else { break execution }
        }
      case .move64ThenRet:
        o.set(o.b(UInt64.self))
        if !M.careful {
          pc += 1
          guard leave(&pc, &bias, &sp, limit) else { break execution }
        }
      // Named one by one, so that the switch is a plain table without a test of its bounds.
      case .u64ToF64, .s64ToF32, .u64ToF32, .f64ToS64, .f64ToU64, .f64ToS32, .f32ToF64, .f64ToF32, .minF32, .minF64,
        .maxF32, .maxF64, .complexAdd, .complexSub, .complexMul, .complexDiv, .complexEq, .loadN, .storeN, .storeString,
        .storeInterface, .storeSlice, .storeTyped, .zeroMemory, .zeroTyped, .copyMemory, .copyTyped, .copySlice,
        .copyString, .sliceExpression, .sliceToArray, .callIntrinsic, .go, .deferHeap, .deferStack, .deferMark,
        .deferAtMark, .runDefers, .panic, .recover, .unreachable, .new, .makeSlice, .growSlice, .box, .makeMap,
        .makeChan, .concat, .stringToBytes, .bytesToString, .stringToRunes, .runesToString, .runeToString, .eqString,
        .compareString, .decodeRune, .interfaceType, .assertInterface, .panicAssert, .eqEmptyInterface, .eqInterface,
        .eqValue, .mapGet, .mapAssign, .mapDelete, .mapClear, .mapLength, .mapIterateStart, .mapIterateNext, .send,
        .receive, .closeChan, .chanLength, .chanCapacity, .select, .print, .runtimeStub:
        core.pointee.pc = pc
        core.pointee.bias = bias
        core.pointee.sp = sp
        let outcome = executeSlow(pc, sp)
        if outcome != .done { return outcome == .work ? .work : outcome == .panicked ? .panicked : .moved }
      }
      pc += 1
      if M.careful, core.pointee.observing {
        core.pointee.pc = pc
        core.pointee.bias = bias
        core.pointee.sp = sp
        didExecute(before, frame)
        if core.pointee.stopRequested { break execution }
      }
    }
    core.pointee.pc = pc
    core.pointee.bias = bias
    core.pointee.sp = sp
    return core.pointee.trap.kind == .none ? .limit : takeTrap()
  }
}
