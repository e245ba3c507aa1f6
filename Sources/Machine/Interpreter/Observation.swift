import MachineCode

/// What an instruction writes, for the events of those who look. Sizes in bytes.
enum WriteEffect: Hashable, Sendable {
  /// A variable's slot, by its offset from SP.
  case slot(offset: Int32, size: Int)
  /// Element b of the array at slot a.
  case frameElement(size: Int)
  /// The memory behind the pointer in slot a, at + c.
  case pointer(size: Int)
  /// The memory behind the pointer in slot a.
  case block(size: Int)
  /// Element b of slice a.
  case sliceElement(size: Int)
  /// The package variable at address c.
  case global(size: Int)
}

/// What the careful loop asks when somebody looks. A cache: no part of the machine's state.
final class Observation {
  /// By function: where its variables are. Temporaries and arguments on their way to a call are none.
  private let variables: [[(start: Int32, end: Int32)]]
  /// By instruction of the program.
  private var writes: [[WriteEffect]] = []

  init(_ program: Program, _ functions: [FunctionInfo]) {
    variables = functions.map { function in
      function.slots.compactMap { slot in
        switch slot.kind {
        case .receiver, .parameter, .result, .local, .escaped:
          guard slot.type.rawValue >= 0 else { return nil }
          return (slot.offset, slot.offset + Int32(program.types[Int(slot.type.rawValue)].size))
        default: return nil
        }
      }
    }
    writes = Array(repeating: [], count: program.code.count)
    for (id, function) in program.functions.enumerated() {
      for pc in Int(function.code.start)..<max(Int(function.code.start), Int(function.code.end)) {
        writes[pc] = effects(of: program.code[pc], program, in: id)
      }
    }
  }

  /// What the instruction writes; nothing for the machine's own.
  func writes(at pc: Int) -> [WriteEffect] { writes.indices.contains(pc) ? writes[pc] : [] }

  /// True when the offset from SP lies in a variable of the function.
  func isVariable(_ offset: Int32, in function: Int) -> Bool {
    variables.indices.contains(function) && variables[function].contains { $0.start <= offset && offset < $0.end }
  }

  private func effects(of i: Instruction, _ program: Program, in function: Int) -> [WriteEffect] {
    let roles = i.roles(program)
    func read(_ role: OperandRole) -> Int {
      guard case .reads(let size) = role else { return 0 }
      return size
    }
    switch i.op {
    case .store8, .store16, .store32, .store64, .store128, .store192, .storePointer, .storeString, .storeInterface,
      .storeSlice:
      return [.pointer(size: read(roles.b))]
    case .storeN, .storeTyped: return [.block(size: read(roles.b))]
    case .zeroMemory, .copyMemory: return [.block(size: Int(i.c))]
    case .zeroTyped, .copyTyped: return [.block(size: program.size(of: TypeID(i.c)))]
    case .sliceStore8, .sliceStore16, .sliceStore32, .sliceStore64, .sliceStorePointer:
      return [.sliceElement(size: read(roles.c))]
    case .storeGlobal8, .storeGlobal16, .storeGlobal32, .storeGlobal64, .storeGlobalPointer:
      return [.global(size: read(roles.a))]
    case .frameStore8, .frameStore16, .frameStore32, .frameStore64:
      return isVariable(i.a, in: function) ? [.frameElement(size: read(roles.c))] : []
    default: break
    }
    return [(i.a, roles.a), (i.b, roles.b), (i.c, roles.c)].compactMap { offset, role in
      switch role {
      case .writes(let size) where size > 0, .updates(let size) where size > 0:
        isVariable(offset, in: function) ? .slot(offset: offset, size: size) : nil
      default: nil
      }
    }
  }
}

extension Machine {
  /// After an instruction was executed from `pc` with SP at `frame`; the registers in `core` are those behind it.
  func didExecute(_ pc: PC, _ frame: Frame) {
    let goroutine = current.id
    switch pc.pointee.op {
    case .call, .callClosure, .callInterface:
      let function = FunctionID(Int32(functionIndex(at: self.pc)))
      emit(.call(goroutine: goroutine, function: function, oldSP: address(frame), newSP: sp))
    case .ret:
      let function = FunctionID(Int32(functionIndex(at: index(pc))))
      emit(.return(goroutine: goroutine, function: function, oldSP: address(frame), newSP: sp))
    default: reportWrites(index(pc), frame, goroutine)
    }
    reportStatement()
  }

  /// What the program's instruction at an index wrote, with SP at `frame`.
  func reportWrites(_ index: Int, _ frame: Frame, _ goroutine: Int) {
    for effect in observation.writes(at: index) {
      let i = program.code[index]
      switch effect {
      case .slot(let offset, let size):
        emit(.slotWritten(goroutine: goroutine, address: address(frame + Int(offset)), size: size))
      case .frameElement(let size):
        let at = Int(i.a) &+ read(frame, i.b, Int.self) &* size
        emit(.slotWritten(goroutine: goroutine, address: address(frame + at), size: size))
      case .pointer(let size):
        let target = read(frame, i.a, UInt64.self) &+ UInt64(bitPattern: Int64(i.c))
        emit(.memoryWritten(goroutine: goroutine, address: target, size: size))
      case .block(let size):
        emit(.memoryWritten(goroutine: goroutine, address: read(frame, i.a, UInt64.self), size: size))
      case .sliceElement(let size):
        let target = read(frame, i.a, UInt64.self) &+ read(frame, i.b, UInt64.self) &* UInt64(size)
        emit(.memoryWritten(goroutine: goroutine, address: target, size: size))
      case .global(let size):
        emit(.memoryWritten(goroutine: goroutine, address: UInt64(UInt32(bitPattern: i.c)), size: size))
      }
    }
  }

  /// When the instruction at pc begins a statement of the learner's code. While a collection stands before it, it is not
  /// about to run yet.
  func reportStatement() {
    let pc = self.pc
    guard exitStatus == nil, !scheduler.isIdle, pc >= 0, pc < program.statementStarts.count, !isCollecting else {
      return
    }
    if program.code[pc].op == .select {
      let ready = readyCases().count
      if ready > 1 { emit(.selecting(goroutine: current.id, ready: ready)) }
    }
    guard program.statementStarts[pc], !functions[functionIndex(at: pc)].isLibrary else { return }
    emit(.statement(goroutine: current.id, pc: pc))
  }
}
