import MachineCode
import SourceText

/// The machine's own functions: what stands at the bottom of each goroutine's stack, and what the runtime calls in the program's name.
/// They have frames, stack maps and text addresses like any other function; their instructions stand before the program's.
///
/// ```
///   runtime.main     call the program's entry; end the program
///   runtime.goexit   call the goroutine's func value; end the goroutine
///   runtime.gopanic  the panic record; runs the deferred calls one after the other (PanicRecord)
///   runtime.raise    one per runtime panic: call runtime.panicIndex and its like
/// ```
struct Stubs {
  /// Operand a of `Opcode.runtimeStub`.
  enum Step: Int32 {
    case endProgram, endGoroutine, runDeferred, deferredReturned, prepareValue, keepValue
  }

  var code: [Instruction] = []
  var functions: [FunctionInfo] = []
  /// Indices into `functions`.
  private(set) var main = 0
  private(set) var goexit = 0
  private(set) var gopanic = 0
  /// By name of the library's function: which stub calls it.
  private(set) var raises: [String: Int] = [:]

  /// Bytes of `runtime.raise`'s frame: the arguments of the functions of the library's runtime/raise.go.
  static let raiseFrame: Int32 = 64

  init(_ program: Program) {
    var bodies: [(name: String, frame: Int32, slots: [FrameSlot], body: [Instruction])] = []
    main = bodies.count
    bodies.append(
      (
        "runtime.main", 0, [],
        [Instruction(.call, a: program.entry.rawValue), Instruction(.runtimeStub, a: Step.endProgram.rawValue)]
      ))
    goexit = bodies.count
    bodies.append(
      (
        "runtime.goexit", 16, [.machinePointer("fn", 0)],
        [Instruction(.callClosure, a: 0), Instruction(.runtimeStub, a: Step.endGoroutine.rawValue)]
      ))
    gopanic = bodies.count
    bodies.append(("runtime.gopanic", PanicRecord.frameSize, PanicRecord.slots, PanicRecord.code(program)))
    for (index, function) in program.functions.enumerated()
    where function.name.hasPrefix("runtime.panic") && function.isLibrary {
      raises[function.name] = bodies.count
      bodies.append(
        (
          "runtime.raise", Self.raiseFrame, [],
          [Instruction(.call, a: Int32(index)), Instruction(.unreachable)]
        ))
    }
    if let index = program.functions.firstIndex(where: { $0.name == "runtime.nilPanicValue" && $0.isLibrary }) {
      raises[program.functions[index].name] = bodies.count
      bodies.append(
        ("runtime.raise", Self.raiseFrame, [], [Instruction(.call, a: Int32(index)), Instruction(.panic, a: 0)]))
    }
    let total = Int32(bodies.reduce(0) { $0 + $1.body.count })
    var next = -total
    for item in bodies {
      let end = next + Int32(item.body.count)
      code += item.body
      functions.append(
        FunctionInfo(
          name: item.name, span: .none, code: PCRange(next, end), frameSize: item.frame, outgoingSize: 0,
          argumentSize: 0, resultOffset: 0, slots: item.slots, isLibrary: true))
      next = end
    }
  }
}

extension TypeID {
  /// A pointer word of the machine's own frames, whatever it points at.
  static let machinePointer = TypeID(-1)
}

extension FrameSlot {
  /// A pointer in a frame of the machine's own, live throughout.
  static func machinePointer(_ name: String, _ offset: Int32) -> FrameSlot {
    FrameSlot(
      name: name, kind: .local, type: .machinePointer, offset: offset, span: .none, visible: [],
      live: [PCRange(Int32.min, Int32.max)])
  }
}
