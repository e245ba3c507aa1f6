import MachineCode

/// Where a call of a function goes on, and how far it moves SP.
struct FunctionEntry {
  var pc: PC
  /// Bytes of the frame with return PC and saved frame pointer.
  var size: Int
}

/// The code as the loop runs it: the machine's own stubs, then the program's instructions at the same indices as in
/// `Program.code`. Some operands are worked out beforehand:
///
/// ```
///   jump…          c   bytes from the next instruction to the target
///   call           a   likewise     b  bytes that SP moves down     c  this function's frame size
///   callClosure, callInterface                                     c  this function's frame size
///   ret            a   this function's frame size
/// ```
struct Code {
  /// Bytes of a frame that need no room above the guard (internal/abi StackSmall, Go 1.23).
  static let smallFrame = 128

  /// Host address of the first stub, and its text address.
  let base: Int
  let text: Int
  /// Number of instructions, stubs included.
  let count: UInt
  /// Host address of the program's first instruction.
  let program: PC
  let stubCount: Int
  /// By instruction, stubs first: index into `Machine.functions`.
  let functionOf: UnsafeMutablePointer<Int32>
  /// By index into `Machine.functions`.
  let entries: UnsafeMutablePointer<FunctionEntry>
  /// By itab: index into `methods` of its first method; one more at the end.
  let firstMethod: UnsafeMutablePointer<Int32>
  let itabCount: Int
  let methods: UnsafeMutablePointer<FunctionEntry>
  /// Instructions of the longest function: how far `Fast` may run past its limit.
  let longestFunction: Int

  init(_ source: Program, _ stubs: Stubs) {
    stubCount = stubs.code.count
    let total = stubCount + source.code.count
    let code = UnsafeMutablePointer<Instruction>.allocate(capacity: total + 1)
    code.initialize(from: stubs.code, count: stubCount)
    (code + stubCount).initialize(from: source.code, count: source.code.count)
    (code + total).initialize(to: Instruction(.unreachable))
    program = PC(code) + stubCount
    base = Int(bitPattern: code)
    text = Int(source.layout.textBase) - stubCount * Int(MemoryLayoutMap.textStride)
    count = UInt(total)

    let functions = source.functions + stubs.functions
    functionOf = .allocate(capacity: total + 1)
    functionOf.initialize(repeating: -1, count: total + 1)
    entries = .allocate(capacity: functions.count)
    var longest = 0
    for (id, function) in functions.enumerated() {
      let entry = FunctionEntry(pc: program + Int(function.code.start), size: Int(function.frameSize) + 16)
      (entries + id).initialize(to: entry)
      longest = max(longest, Int(function.code.end - function.code.start))
      for index in Int(function.code.start)..<max(Int(function.code.start), Int(function.code.end)) {
        functionOf[index + stubCount] = Int32(id)
        Self.link(&code[index + stubCount], at: index, in: function, functions)
      }
      Fusion.fuse(
        UnsafeMutableBufferPointer(
          start: code + stubCount + Int(function.code.start),
          count: max(0, Int(function.code.end - function.code.start))))
    }
    longestFunction = longest

    itabCount = source.itabs.count
    firstMethod = .allocate(capacity: itabCount + 1)
    methods = .allocate(capacity: max(1, source.itabs.reduce(0) { $0 + $1.functions.count }))
    var next = 0
    for (index, itab) in source.itabs.enumerated() {
      (firstMethod + index).initialize(to: Int32(next))
      for function in itab.functions {
        (methods + next).initialize(to: entries[Int(function.rawValue)])
        next += 1
      }
    }
    (firstMethod + itabCount).initialize(to: Int32(next))
  }

  private static func link(
    _ instruction: inout Instruction, at index: Int, in function: FunctionInfo, _ functions: [FunctionInfo]
  ) {
    func distance(_ target: Int32) -> Int32 { (target - Int32(index) - 1) * 16 }
    switch instruction.op {
    case .call:
      let callee = functions[Int(instruction.a)]
      instruction.a = distance(callee.code.start)
      instruction.b = callee.frameSize + 16
      instruction.c = function.frameSize
    case .callClosure, .callInterface: instruction.c = function.frameSize
    case .ret: instruction.a = function.frameSize
    case let op where op.isBranch: instruction.c = distance(instruction.c)
    default: break
    }
  }

  /// Bytes of text from the first instruction to the return PC that stands there.
  @inline(__always)
  func textOffset(returnPCAt place: UnsafeRawPointer) -> UInt {
    UInt(bitPattern: place.assumingMemoryBound(to: Int.self).pointee &- text)
  }

  /// The instruction at that offset, stubs first; at least `count` for what lies outside of the text or between instructions.
  @inline(__always)
  func index(_ textOffset: UInt) -> UInt { textOffset >> 2 | textOffset << 62 }

  func release() {
    UnsafeMutablePointer(mutating: program - stubCount).deallocate()
    functionOf.deallocate()
    entries.deallocate()
    firstMethod.deallocate()
    methods.deallocate()
  }
}

extension Opcode {
  /// Its operand `c` is a branch target.
  var isBranch: Bool { rawValue >= Opcode.jump.rawValue && rawValue <= Opcode.jumpTable.rawValue }
}
