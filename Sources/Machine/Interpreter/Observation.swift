import MachineCode

/// What an instruction writes, for the events of those who look.
enum WriteEffect: UInt8 {
  case none
  /// Slot a.
  case slot
  /// Element b of the array at slot a.
  case frameElement
  /// The memory behind the pointer in slot a, at + c.
  case pointer
  /// The memory behind the pointer in slot a; c bytes, or a value of type c.
  case pointerBytes, pointerTyped
  /// Element b of slice a.
  case sliceElement
  /// The package variable at address c.
  case global
}

/// What each opcode writes, and how many bytes.
struct EffectTable {
  private var effects: [(effect: WriteEffect, size: UInt8)] = []

  init() {
    effects = Opcode.allCases.map { op in
      let name = String(describing: op)
      let digits = name.reversed().prefix { $0.isNumber }.reversed()
      let bytes = (Int(String(digits)) ?? 64) / 8
      return (Self.effect(op, name), UInt8(min(255, bytes)))
    }
  }

  private static func effect(_ op: Opcode, _ name: String) -> WriteEffect {
    switch op {
    case .storePointer, .storeString, .storeInterface, .storeSlice: return .pointer
    case .storeN, .zeroMemory, .copyMemory: return .pointerBytes
    case .storeTyped, .zeroTyped, .copyTyped: return .pointerTyped
    case .ext, .shiftCheck, .nilCheck, .boundsCheck, .call, .callClosure, .callInterface, .callIntrinsic, .ret, .go,
      .deferHeap, .deferStack, .runDefers, .panic, .unreachable, .panicAssert, .mapDelete, .mapClear, .mapIterateStart,
      .mapIterateNext, .send, .closeChan, .select, .print, .runtimeStub, .copySlice, .copyString:
      return .none
    default: break
    }
    if name.hasPrefix("jump") { return .none }
    if name.hasPrefix("storeGlobal") { return .global }
    if name.hasPrefix("store") { return .pointer }
    if name.hasPrefix("sliceStore") { return .sliceElement }
    if name.hasPrefix("frameStore") { return .frameElement }
    return .slot
  }

  subscript(op: Opcode) -> (effect: WriteEffect, size: Int) {
    let entry = effects[Int(op.rawValue)]
    let words: Int =
      switch op {
      case .storeString, .storeInterface: 16
      case .storeSlice: 24
      default: Int(entry.size)
      }
    return (entry.effect, words)
  }
}

/// What the careful loop asks when somebody looks. A cache: no part of the machine's state.
final class Observation {
  let effects = EffectTable()
  private var slots: [[(start: Int32, end: Int32)]] = []

  init(_ program: Program, _ functions: [FunctionInfo]) {
    slots = functions.map { function in
      function.slots.compactMap { slot in
        switch slot.kind {
        case .receiver, .parameter, .result, .local, .escaped:
          guard slot.type.rawValue >= 0 else { return nil }
          return (slot.offset, slot.offset + Int32(program.types[Int(slot.type.rawValue)].size))
        default: return nil
        }
      }
    }
  }

  /// True when the offset from SP lies in a variable of the function.
  func isVariable(_ offset: Int32, in function: Int) -> Bool {
    slots[function].contains { $0.start <= offset && offset < $0.end }
  }
}

extension Machine {
  /// After an instruction was executed from `pc` with SP at `frame`; the registers in `core` are those behind it.
  func didExecute(_ pc: PC, _ frame: Frame) {
    let i = pc.pointee
    let goroutine = current.id
    switch i.op {
    case .call, .callClosure, .callInterface:
      let function = FunctionID(Int32(functionIndex(at: self.pc)))
      emit(.call(goroutine: goroutine, function: function, oldSP: address(frame), newSP: sp))
    case .ret:
      let function = FunctionID(Int32(functionIndex(at: index(pc))))
      emit(.return(goroutine: goroutine, function: function, oldSP: address(frame), newSP: sp))
    default: reportWrite(i, index(pc), frame, goroutine)
    }
    reportStatement()
  }

  func reportWrite(_ i: Instruction, _ index: Int, _ frame: Frame, _ goroutine: Int) {
    let (effect, size) = observation.effects[i.op]
    switch effect {
    case .none: break
    case .slot:
      guard observation.isVariable(i.a, in: functionIndex(at: index)) else { return }
      let bytes = i.op == .moveN || i.op == .zeroN || i.op == .loadN ? Int(i.c) : size
      emit(.slotWritten(goroutine: goroutine, address: address(frame + Int(i.a)), size: bytes))
    case .frameElement:
      guard observation.isVariable(i.a, in: functionIndex(at: index)) else { return }
      let at = Int(i.a) &+ read(frame, i.b, Int.self) &* size
      emit(.slotWritten(goroutine: goroutine, address: address(frame + at), size: size))
    case .pointer:
      let target = read(frame, i.a, UInt64.self) &+ UInt64(bitPattern: Int64(i.c))
      emit(.memoryWritten(goroutine: goroutine, address: target, size: size))
    case .pointerBytes:
      emit(.memoryWritten(goroutine: goroutine, address: read(frame, i.a, UInt64.self), size: Int(i.c)))
    case .pointerTyped:
      let size = program.types[Int(i.c)].size
      emit(.memoryWritten(goroutine: goroutine, address: read(frame, i.a, UInt64.self), size: size))
    case .sliceElement:
      let target = read(frame, i.a, UInt64.self) &+ read(frame, i.b, UInt64.self) &* UInt64(size)
      emit(.memoryWritten(goroutine: goroutine, address: target, size: size))
    case .global:
      let target = UInt64(UInt32(bitPattern: i.c))
      emit(.memoryWritten(goroutine: goroutine, address: target, size: size))
    }
  }

  /// When the instruction at pc begins a statement of the learner's code.
  func reportStatement() {
    let pc = self.pc
    guard exitStatus == nil, pc >= 0, pc < program.statementStarts.count, program.statementStarts[pc],
      !functions[functionIndex(at: pc)].isLibrary
    else { return }
    emit(.statement(goroutine: current.id, pc: pc))
  }
}
