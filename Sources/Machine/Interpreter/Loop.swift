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
    let limit = limit >= 1 << 59 ? Int.max : Int(limit) << 4
    var pc = core.pointee.pc
    var bias = core.pointee.bias
    var sp = core.pointee.sp
    var exit = LoopExit.limit

    execution: while true {
      let before = pc
      let frame = sp
      if M.careful {
        if bias &+ Int(bitPattern: pc) >= limit { break execution }
        if core.pointee.observing {
          core.pointee.pc = pc
          core.pointee.bias = bias
          core.pointee.sp = sp
          willExecute(pc)
        }
      }
      moved: do {
        straight: do {
          switch pc.pointee.op {
          case .ext: break
          case .move8: unary(sp, pc, UInt8.self) { $0 }
          case .move16: unary(sp, pc, UInt16.self) { $0 }
          case .move32: unary(sp, pc, UInt32.self) { $0 }
          case .move64: unary(sp, pc, UInt64.self) { $0 }
          case .move128: moveWords(sp, pc, 2)
          case .move192: moveWords(sp, pc, 3)
          case .const8: constant(sp, pc, UInt8.self)
          case .const16: constant(sp, pc, UInt16.self)
          case .const32: constant(sp, pc, UInt32.self)
          case .const64:
            let high = UInt64(UInt32(bitPattern: pc.pointee.c)) << 32
            write(sp, pc.pointee.a, high | UInt64(UInt32(bitPattern: pc.pointee.b)))
          case .signExtend8: unary(sp, pc, Int8.self) { Int64($0) }
          case .signExtend16: unary(sp, pc, Int16.self) { Int64($0) }
          case .signExtend32: unary(sp, pc, Int32.self) { Int64($0) }
          case .zeroExtend8: unary(sp, pc, UInt8.self) { UInt64($0) }
          case .zeroExtend16: unary(sp, pc, UInt16.self) { UInt64($0) }
          case .zeroExtend32: unary(sp, pc, UInt32.self) { UInt64($0) }
          case .s64ToF64: unary(sp, pc, Int64.self) { Double($0) }
          case .add8: binary(sp, pc, UInt8.self, &+)
          case .add16: binary(sp, pc, UInt16.self, &+)
          case .add32: binary(sp, pc, UInt32.self, &+)
          case .add64: binary(sp, pc, UInt64.self, &+)
          case .sub8: binary(sp, pc, UInt8.self, &-)
          case .sub16: binary(sp, pc, UInt16.self, &-)
          case .sub32: binary(sp, pc, UInt32.self, &-)
          case .sub64: binary(sp, pc, UInt64.self, &-)
          case .mul8: binary(sp, pc, UInt8.self, &*)
          case .mul16: binary(sp, pc, UInt16.self, &*)
          case .mul32: binary(sp, pc, UInt32.self, &*)
          case .mul64: binary(sp, pc, UInt64.self, &*)
          case .and8: binary(sp, pc, UInt8.self, &)
          case .and16: binary(sp, pc, UInt16.self, &)
          case .and32: binary(sp, pc, UInt32.self, &)
          case .and64: binary(sp, pc, UInt64.self, &)
          case .or8: binary(sp, pc, UInt8.self, |)
          case .or16: binary(sp, pc, UInt16.self, |)
          case .or32: binary(sp, pc, UInt32.self, |)
          case .or64: binary(sp, pc, UInt64.self, |)
          case .xor8: binary(sp, pc, UInt8.self, ^)
          case .xor16: binary(sp, pc, UInt16.self, ^)
          case .xor32: binary(sp, pc, UInt32.self, ^)
          case .xor64: binary(sp, pc, UInt64.self, ^)
          case .andNot8: binary(sp, pc, UInt8.self) { $0 & ~$1 }
          case .andNot16: binary(sp, pc, UInt16.self) { $0 & ~$1 }
          case .andNot32: binary(sp, pc, UInt32.self) { $0 & ~$1 }
          case .andNot64: binary(sp, pc, UInt64.self) { $0 & ~$1 }
          case .shl8: shift(sp, pc, UInt8.self, left: true)
          case .shl16: shift(sp, pc, UInt16.self, left: true)
          case .shl32: shift(sp, pc, UInt32.self, left: true)
          case .shl64: shift(sp, pc, UInt64.self, left: true)
          case .neg8: unary(sp, pc, UInt8.self) { 0 &- $0 }
          case .neg16: unary(sp, pc, UInt16.self) { 0 &- $0 }
          case .neg32: unary(sp, pc, UInt32.self) { 0 &- $0 }
          case .neg64: unary(sp, pc, UInt64.self) { 0 &- $0 }
          case .not8: unary(sp, pc, UInt8.self) { ~$0 }
          case .not16: unary(sp, pc, UInt16.self) { ~$0 }
          case .not32: unary(sp, pc, UInt32.self) { ~$0 }
          case .not64: unary(sp, pc, UInt64.self) { ~$0 }
          case .addC8: immediate(sp, pc, Int8.self, &+)
          case .addC16: immediate(sp, pc, Int16.self, &+)
          case .addC32: immediate(sp, pc, Int32.self, &+)
          case .addC64: immediate(sp, pc, Int64.self, &+)
          case .mulC8: immediate(sp, pc, Int8.self, &*)
          case .mulC16: immediate(sp, pc, Int16.self, &*)
          case .mulC32: immediate(sp, pc, Int32.self, &*)
          case .mulC64: immediate(sp, pc, Int64.self, &*)
          case .andC8: immediate(sp, pc, Int8.self, &)
          case .andC16: immediate(sp, pc, Int16.self, &)
          case .andC32: immediate(sp, pc, Int32.self, &)
          case .andC64: immediate(sp, pc, Int64.self, &)
          case .orC8: immediate(sp, pc, Int8.self, |)
          case .orC16: immediate(sp, pc, Int16.self, |)
          case .orC32: immediate(sp, pc, Int32.self, |)
          case .orC64: immediate(sp, pc, Int64.self, |)
          case .xorC8: immediate(sp, pc, Int8.self, ^)
          case .xorC16: immediate(sp, pc, Int16.self, ^)
          case .xorC32: immediate(sp, pc, Int32.self, ^)
          case .xorC64: immediate(sp, pc, Int64.self, ^)
          case .shlC8: immediate(sp, pc, UInt8.self, &<<)
          case .shlC16: immediate(sp, pc, UInt16.self, &<<)
          case .shlC32: immediate(sp, pc, UInt32.self, &<<)
          case .shlC64: immediate(sp, pc, UInt64.self, &<<)
          case .divS8: guard divide(sp, pc, Int8.self, remainder: false, core) else { break execution }
          case .divS16: guard divide(sp, pc, Int16.self, remainder: false, core) else { break execution }
          case .divS32: guard divide(sp, pc, Int32.self, remainder: false, core) else { break execution }
          case .divS64: guard divide(sp, pc, Int64.self, remainder: false, core) else { break execution }
          case .divU8: guard divide(sp, pc, UInt8.self, remainder: false, core) else { break execution }
          case .divU16: guard divide(sp, pc, UInt16.self, remainder: false, core) else { break execution }
          case .divU32: guard divide(sp, pc, UInt32.self, remainder: false, core) else { break execution }
          case .divU64: guard divide(sp, pc, UInt64.self, remainder: false, core) else { break execution }
          case .remS8: guard divide(sp, pc, Int8.self, remainder: true, core) else { break execution }
          case .remS16: guard divide(sp, pc, Int16.self, remainder: true, core) else { break execution }
          case .remS32: guard divide(sp, pc, Int32.self, remainder: true, core) else { break execution }
          case .remS64: guard divide(sp, pc, Int64.self, remainder: true, core) else { break execution }
          case .remU8: guard divide(sp, pc, UInt8.self, remainder: true, core) else { break execution }
          case .remU16: guard divide(sp, pc, UInt16.self, remainder: true, core) else { break execution }
          case .remU32: guard divide(sp, pc, UInt32.self, remainder: true, core) else { break execution }
          case .remU64: guard divide(sp, pc, UInt64.self, remainder: true, core) else { break execution }
          case .shrS8: shift(sp, pc, Int8.self, left: false)
          case .shrS16: shift(sp, pc, Int16.self, left: false)
          case .shrS32: shift(sp, pc, Int32.self, left: false)
          case .shrS64: shift(sp, pc, Int64.self, left: false)
          case .shrU8: shift(sp, pc, UInt8.self, left: false)
          case .shrU16: shift(sp, pc, UInt16.self, left: false)
          case .shrU32: shift(sp, pc, UInt32.self, left: false)
          case .shrU64: shift(sp, pc, UInt64.self, left: false)
          case .divCS8: divideC(sp, pc, Int8.self, remainder: false)
          case .divCS16: divideC(sp, pc, Int16.self, remainder: false)
          case .divCS32: divideC(sp, pc, Int32.self, remainder: false)
          case .divCS64: divideC(sp, pc, Int64.self, remainder: false)
          case .divCU8: divideC(sp, pc, UInt8.self, remainder: false)
          case .divCU16: divideC(sp, pc, UInt16.self, remainder: false)
          case .divCU32: divideC(sp, pc, UInt32.self, remainder: false)
          case .divCU64: divideC(sp, pc, UInt64.self, remainder: false)
          case .remCS8: divideC(sp, pc, Int8.self, remainder: true)
          case .remCS16: divideC(sp, pc, Int16.self, remainder: true)
          case .remCS32: divideC(sp, pc, Int32.self, remainder: true)
          case .remCS64: divideC(sp, pc, Int64.self, remainder: true)
          case .remCU8: divideC(sp, pc, UInt8.self, remainder: true)
          case .remCU16: divideC(sp, pc, UInt16.self, remainder: true)
          case .remCU32: divideC(sp, pc, UInt32.self, remainder: true)
          case .remCU64: divideC(sp, pc, UInt64.self, remainder: true)
          case .shrCS8: immediate(sp, pc, Int8.self, &>>)
          case .shrCS16: immediate(sp, pc, Int16.self, &>>)
          case .shrCS32: immediate(sp, pc, Int32.self, &>>)
          case .shrCS64: immediate(sp, pc, Int64.self, &>>)
          case .shrCU8: immediate(sp, pc, UInt8.self, &>>)
          case .shrCU16: immediate(sp, pc, UInt16.self, &>>)
          case .shrCU32: immediate(sp, pc, UInt32.self, &>>)
          case .shrCU64: immediate(sp, pc, UInt64.self, &>>)
          case .shiftCheck:
            if read(sp, pc.pointee.a, Int64.self) < 0 {
              core.pointee.trap.kind = .shift
              break execution
            }
          case .addF32: binary(sp, pc, Float.self, +)
          case .addF64: binary(sp, pc, Double.self, +)
          case .subF32: binary(sp, pc, Float.self, -)
          case .subF64: binary(sp, pc, Double.self, -)
          case .mulF32: binary(sp, pc, Float.self, *)
          case .mulF64: binary(sp, pc, Double.self, *)
          case .divF32: binary(sp, pc, Float.self, /)
          case .divF64: binary(sp, pc, Double.self, /)
          case .negF32: unary(sp, pc, Float.self) { -$0 }
          case .negF64: unary(sp, pc, Double.self) { -$0 }
          case .eq8: binary(sp, pc, UInt8.self, ==)
          case .eq16: binary(sp, pc, UInt16.self, ==)
          case .eq32: binary(sp, pc, UInt32.self, ==)
          case .eq64: binary(sp, pc, UInt64.self, ==)
          case .eqF32: binary(sp, pc, Float.self, ==)
          case .eqF64: binary(sp, pc, Double.self, ==)
          case .ne8: binary(sp, pc, UInt8.self, !=)
          case .ne16: binary(sp, pc, UInt16.self, !=)
          case .ne32: binary(sp, pc, UInt32.self, !=)
          case .ne64: binary(sp, pc, UInt64.self, !=)
          case .neF32: binary(sp, pc, Float.self, !=)
          case .neF64: binary(sp, pc, Double.self, !=)
          case .ltS8: binary(sp, pc, Int8.self, <)
          case .ltS16: binary(sp, pc, Int16.self, <)
          case .ltS32: binary(sp, pc, Int32.self, <)
          case .ltS64: binary(sp, pc, Int64.self, <)
          case .ltU8: binary(sp, pc, UInt8.self, <)
          case .ltU16: binary(sp, pc, UInt16.self, <)
          case .ltU32: binary(sp, pc, UInt32.self, <)
          case .ltU64: binary(sp, pc, UInt64.self, <)
          case .ltF32: binary(sp, pc, Float.self, <)
          case .ltF64: binary(sp, pc, Double.self, <)
          case .leS8: binary(sp, pc, Int8.self, <=)
          case .leS16: binary(sp, pc, Int16.self, <=)
          case .leS32: binary(sp, pc, Int32.self, <=)
          case .leS64: binary(sp, pc, Int64.self, <=)
          case .leU8: binary(sp, pc, UInt8.self, <=)
          case .leU16: binary(sp, pc, UInt16.self, <=)
          case .leU32: binary(sp, pc, UInt32.self, <=)
          case .leU64: binary(sp, pc, UInt64.self, <=)
          case .leF32: binary(sp, pc, Float.self, <=)
          case .leF64: binary(sp, pc, Double.self, <=)
          case .boolNot: unary(sp, pc, UInt8.self) { $0 ^ 1 }
          case .jump: break straight
          case .jumpIf: if read(sp, pc.pointee.a, UInt8.self) != 0 { break straight }
          case .jumpIfNot: if read(sp, pc.pointee.a, UInt8.self) == 0 { break straight }
          case .jumpEq8: if compare(sp, pc, UInt8.self, ==) { break straight }
          case .jumpEq16: if compare(sp, pc, UInt16.self, ==) { break straight }
          case .jumpEq32: if compare(sp, pc, UInt32.self, ==) { break straight }
          case .jumpEq64: if compare(sp, pc, UInt64.self, ==) { break straight }
          case .jumpNe8: if compare(sp, pc, UInt8.self, !=) { break straight }
          case .jumpNe16: if compare(sp, pc, UInt16.self, !=) { break straight }
          case .jumpNe32: if compare(sp, pc, UInt32.self, !=) { break straight }
          case .jumpNe64: if compare(sp, pc, UInt64.self, !=) { break straight }
          case .jumpLtS8: if compare(sp, pc, Int8.self, <) { break straight }
          case .jumpLtS16: if compare(sp, pc, Int16.self, <) { break straight }
          case .jumpLtS32: if compare(sp, pc, Int32.self, <) { break straight }
          case .jumpLtS64: if compare(sp, pc, Int64.self, <) { break straight }
          case .jumpLtU8: if compare(sp, pc, UInt8.self, <) { break straight }
          case .jumpLtU16: if compare(sp, pc, UInt16.self, <) { break straight }
          case .jumpLtU32: if compare(sp, pc, UInt32.self, <) { break straight }
          case .jumpLtU64: if compare(sp, pc, UInt64.self, <) { break straight }
          case .jumpLeS8: if compare(sp, pc, Int8.self, <=) { break straight }
          case .jumpLeS16: if compare(sp, pc, Int16.self, <=) { break straight }
          case .jumpLeS32: if compare(sp, pc, Int32.self, <=) { break straight }
          case .jumpLeS64: if compare(sp, pc, Int64.self, <=) { break straight }
          case .jumpLeU8: if compare(sp, pc, UInt8.self, <=) { break straight }
          case .jumpLeU16: if compare(sp, pc, UInt16.self, <=) { break straight }
          case .jumpLeU32: if compare(sp, pc, UInt32.self, <=) { break straight }
          case .jumpLeU64: if compare(sp, pc, UInt64.self, <=) { break straight }
          case .jumpEqC8: if compareC(sp, pc, UInt8.self, ==) { break straight }
          case .jumpEqC16: if compareC(sp, pc, UInt16.self, ==) { break straight }
          case .jumpEqC32: if compareC(sp, pc, UInt32.self, ==) { break straight }
          case .jumpEqC64: if compareC(sp, pc, UInt64.self, ==) { break straight }
          case .jumpNeC8: if compareC(sp, pc, UInt8.self, !=) { break straight }
          case .jumpNeC16: if compareC(sp, pc, UInt16.self, !=) { break straight }
          case .jumpNeC32: if compareC(sp, pc, UInt32.self, !=) { break straight }
          case .jumpNeC64: if compareC(sp, pc, UInt64.self, !=) { break straight }
          case .jumpLtCS8: if compareC(sp, pc, Int8.self, <) { break straight }
          case .jumpLtCS16: if compareC(sp, pc, Int16.self, <) { break straight }
          case .jumpLtCS32: if compareC(sp, pc, Int32.self, <) { break straight }
          case .jumpLtCS64: if compareC(sp, pc, Int64.self, <) { break straight }
          case .jumpLtCU8: if compareC(sp, pc, UInt8.self, <) { break straight }
          case .jumpLtCU16: if compareC(sp, pc, UInt16.self, <) { break straight }
          case .jumpLtCU32: if compareC(sp, pc, UInt32.self, <) { break straight }
          case .jumpLtCU64: if compareC(sp, pc, UInt64.self, <) { break straight }
          case .jumpLeCS8: if compareC(sp, pc, Int8.self, <=) { break straight }
          case .jumpLeCS16: if compareC(sp, pc, Int16.self, <=) { break straight }
          case .jumpLeCS32: if compareC(sp, pc, Int32.self, <=) { break straight }
          case .jumpLeCS64: if compareC(sp, pc, Int64.self, <=) { break straight }
          case .jumpLeCU8: if compareC(sp, pc, UInt8.self, <=) { break straight }
          case .jumpLeCU16: if compareC(sp, pc, UInt16.self, <=) { break straight }
          case .jumpLeCU32: if compareC(sp, pc, UInt32.self, <=) { break straight }
          case .jumpLeCU64: if compareC(sp, pc, UInt64.self, <=) { break straight }
          case .jumpGtCS8: if compareC(sp, pc, Int8.self, >) { break straight }
          case .jumpGtCS16: if compareC(sp, pc, Int16.self, >) { break straight }
          case .jumpGtCS32: if compareC(sp, pc, Int32.self, >) { break straight }
          case .jumpGtCS64: if compareC(sp, pc, Int64.self, >) { break straight }
          case .jumpGtCU8: if compareC(sp, pc, UInt8.self, >) { break straight }
          case .jumpGtCU16: if compareC(sp, pc, UInt16.self, >) { break straight }
          case .jumpGtCU32: if compareC(sp, pc, UInt32.self, >) { break straight }
          case .jumpGtCU64: if compareC(sp, pc, UInt64.self, >) { break straight }
          case .jumpGeCS8: if compareC(sp, pc, Int8.self, >=) { break straight }
          case .jumpGeCS16: if compareC(sp, pc, Int16.self, >=) { break straight }
          case .jumpGeCS32: if compareC(sp, pc, Int32.self, >=) { break straight }
          case .jumpGeCS64: if compareC(sp, pc, Int64.self, >=) { break straight }
          case .jumpGeCU8: if compareC(sp, pc, UInt8.self, >=) { break straight }
          case .jumpGeCU16: if compareC(sp, pc, UInt16.self, >=) { break straight }
          case .jumpGeCU32: if compareC(sp, pc, UInt32.self, >=) { break straight }
          case .jumpGeCU64: if compareC(sp, pc, UInt64.self, >=) { break straight }
          case .jumpTable:
            let index = read(sp, pc.pointee.a, UInt64.self)
            if index < UInt64(UInt32(bitPattern: pc.pointee.b)) {
              let distance = Int(pc.pointee.c) + Int(index) * 16
              bias &-= distance
              pc = (UnsafeRawPointer(pc + 1) + distance).assumingMemoryBound(to: Instruction.self)
              break moved
            }
          case .lea:
            write(sp, pc.pointee.a, Int(bitPattern: sp) &+ Int(pc.pointee.b) &- memory.arenaDelta)
          case .nilCheck:
            if read(sp, pc.pointee.a, UInt64.self) == 0 {
              core.pointee.trap = Trap(kind: .memory)
              break execution
            }
          case .load8: guard load(sp, pc, UInt8.self, memory, self, core) else { break execution }
          case .load16: guard load(sp, pc, UInt16.self, memory, self, core) else { break execution }
          case .load32: guard load(sp, pc, UInt32.self, memory, self, core) else { break execution }
          case .load64: guard load(sp, pc, UInt64.self, memory, self, core) else { break execution }
          case .load128: guard load(sp, pc, UInt64.self, words: 2, memory, self, core) else { break execution }
          case .load192: guard load(sp, pc, UInt64.self, words: 3, memory, self, core) else { break execution }
          case .store8: guard store(sp, pc, UInt8.self, memory, self, core) else { break execution }
          case .store16: guard store(sp, pc, UInt16.self, memory, self, core) else { break execution }
          case .store32: guard store(sp, pc, UInt32.self, memory, self, core) else { break execution }
          case .store64: guard store(sp, pc, UInt64.self, memory, self, core) else { break execution }
          case .store128: guard store(sp, pc, UInt64.self, words: 2, memory, self, core) else { break execution }
          case .store192: guard store(sp, pc, UInt64.self, words: 3, memory, self, core) else { break execution }
          case .storePointer: guard storePointer(sp, pc, memory, self, core) else { break execution }
          case .loadGlobal8: loadGlobal(sp, pc, UInt8.self, memory)
          case .loadGlobal16: loadGlobal(sp, pc, UInt16.self, memory)
          case .loadGlobal32: loadGlobal(sp, pc, UInt32.self, memory)
          case .loadGlobal64: loadGlobal(sp, pc, UInt64.self, memory)
          case .storeGlobal8: storeGlobal(sp, pc, UInt8.self, memory)
          case .storeGlobal16: storeGlobal(sp, pc, UInt16.self, memory)
          case .storeGlobal32: storeGlobal(sp, pc, UInt32.self, memory)
          case .storeGlobal64: storeGlobal(sp, pc, UInt64.self, memory)
          case .storeGlobalPointer:
            if core.pointee.barrier {
              writeBarrier(slot: UInt64(UInt32(bitPattern: pc.pointee.c)), new: read(sp, pc.pointee.a, UInt64.self))
            }
            storeGlobal(sp, pc, UInt64.self, memory)
          case .sliceLoad8: guard loadElement(sp, pc, UInt8.self, memory, self, core) else { break execution }
          case .sliceLoad16: guard loadElement(sp, pc, UInt16.self, memory, self, core) else { break execution }
          case .sliceLoad32: guard loadElement(sp, pc, UInt32.self, memory, self, core) else { break execution }
          case .sliceLoad64: guard loadElement(sp, pc, UInt64.self, memory, self, core) else { break execution }
          case .sliceStore8: guard storeElement(sp, pc, UInt8.self, memory, self, core) else { break execution }
          case .sliceStore16: guard storeElement(sp, pc, UInt16.self, memory, self, core) else { break execution }
          case .sliceStore32: guard storeElement(sp, pc, UInt32.self, memory, self, core) else { break execution }
          case .sliceStore64: guard storeElement(sp, pc, UInt64.self, memory, self, core) else { break execution }
          case .sliceStorePointer: guard storeElement(sp, pc, UInt64.self, pointer: true, memory, self, core) else { break execution }
          case .stringLoad: guard loadElement(sp, pc, UInt8.self, memory, self, core) else { break execution }
          case .sliceAddress:
            guard let index = checkedIndex(sp, slice: pc.pointee.b, index: pc.pointee.c, core) else { break execution }
            write(sp, pc.pointee.a, read(sp, pc.pointee.b, UInt64.self) &+ index &* elementSize(pc))
          case .boundsCheck:
            let index = read(sp, pc.pointee.a, UInt64.self)
            let length = UInt64(UInt32(bitPattern: pc.pointee.b))
            if index >= length {
              core.pointee.trap = Trap(kind: .index, x: index, y: length)
              break execution
            }
          case .frameLoad8: frameLoad(sp, pc, UInt8.self)
          case .frameLoad16: frameLoad(sp, pc, UInt16.self)
          case .frameLoad32: frameLoad(sp, pc, UInt32.self)
          case .frameLoad64: frameLoad(sp, pc, UInt64.self)
          case .frameStore8: frameStore(sp, pc, UInt8.self)
          case .frameStore16: frameStore(sp, pc, UInt16.self)
          case .frameStore32: frameStore(sp, pc, UInt32.self)
          case .frameStore64: frameStore(sp, pc, UInt64.self)
          case .frameAddress:
            let base = Int(bitPattern: sp) &+ Int(pc.pointee.b) &- memory.arenaDelta
            write(sp, pc.pointee.a, base &+ read(sp, pc.pointee.c, Int.self) &* Int(elementSize(pc)))
          case .elementAddress:
            let base = read(sp, pc.pointee.b, UInt64.self)
            if base == 0 {
              core.pointee.trap = Trap(kind: .memory)
              break execution
            }
            write(sp, pc.pointee.a, base &+ read(sp, pc.pointee.c, UInt64.self) &* elementSize(pc))
          case .call:
            let target = (UnsafeRawPointer(pc + 1) + Int(pc.pointee.a)).assumingMemoryBound(to: Instruction.self)
            guard enter(FunctionEntry(pc: target, size: Int(pc.pointee.b)), &pc, &bias, &sp, core, code, memory)
            else { break execution }
            break moved
          case .callClosure:
            guard let entry = closureTarget(sp, pc) else { break execution }
            guard enter(entry, &pc, &bias, &sp, core, code, memory) else { break execution }
            break moved
          case .callInterface:
            guard let entry = methodTarget(sp, pc) else { break execution }
            guard enter(entry, &pc, &bias, &sp, core, code, memory) else { break execution }
            break moved
          case .ret:
            let link = sp + Int(pc.pointee.a)
            let text = UInt(bitPattern: (link + 8).assumingMemoryBound(to: Int.self).pointee &- code.text)
            // Rotated, so that one comparison refuses what lies outside of the text or between instructions.
            if text >> 2 | text << 62 >= code.count {
              core.pointee.trap = Trap(kind: .returnPC, x: UInt64(text &+ UInt(bitPattern: code.text)))
              break execution
            }
            if link + 16 > core.pointee.highestSP, !raiseHighestSP(link + 16, Int(bitPattern: text >> 2)) {
              core.pointee.trap = Trap(kind: .returnPC, x: UInt64(text &+ UInt(bitPattern: code.text)))
              break execution
            }
            sp = link + 16
            let next = PC(bitPattern: code.base &+ Int(bitPattern: text) &<< 2).unsafelyUnwrapped
            bias &+= Int(bitPattern: pc + 1) &- Int(bitPattern: next)
            pc = next
            break moved
          case .getClosure:
            write(sp, pc.pointee.a, core.pointee.closure)
          default:
            core.pointee.pc = pc
            core.pointee.bias = bias
            core.pointee.sp = sp
            let outcome = executeSlow(pc, sp)
            if outcome != .done {
              exit = outcome == .work ? .work : outcome == .panicked ? .panicked : .moved
              return exit
            }
          }
          pc += 1
          if M.careful { break moved }
          continue execution
        }
        // A branch is taken. Straight-line code counts ticks by pc alone, so the bias takes up the distance.
        let distance = Int(pc.pointee.c)
        bias &-= distance
        pc = (UnsafeRawPointer(pc + 1) + distance).assumingMemoryBound(to: Instruction.self)
      }
      if !M.careful {
        if bias &+ Int(bitPattern: pc) >= limit { break execution }
      } else if core.pointee.observing {
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
    if core.pointee.trap.kind != .none { exit = takeTrap() }
    return exit
  }
}
