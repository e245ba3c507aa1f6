/// Checks what must hold of every program (see MachineCode.swift), so that a fault of the compiler shows where it was made.
public struct ProgramVerifier {
  private let program: Program
  private var problems: [String] = []

  private init(_ program: Program) { self.program = program }

  /// What is wrong, in order; empty for a sound program.
  public static func problems(in program: Program) -> [String] {
    var verifier = ProgramVerifier(program)
    verifier.verify()
    return verifier.problems
  }

  private mutating func verify() {
    if program.spans.count != program.code.count { problems.append("spans are not parallel to code") }
    if program.statementStarts.count != program.code.count {
      problems.append("statementStarts are not parallel to code")
    }
    var covered = 0
    for function in program.functions {
      if function.code.start < 0 || Int(function.code.end) > program.code.count
        || function.code.start >= function.code.end
      {
        problems.append("\(function.name): code \(function.code) out of range")
        continue
      }
      covered += Int(function.code.end - function.code.start)
      verify(function)
    }
    if covered != program.code.count {
      problems.append("functions cover \(covered) of \(program.code.count) instructions")
    }
    for itab in program.itabs where itab.functions.count != program.types[Int(itab.interface.rawValue)].methods.count {
      problems.append("itab of \(program.types[Int(itab.type.rawValue)].text) has \(itab.functions.count) methods")
    }
  }

  private mutating func verify(_ function: FunctionInfo) {
    let word = Int32(program.wordSize)
    if function.frameSize % word != 0 { problems.append("\(function.name): frame size \(function.frameSize)") }
    if function.outgoingSize > function.frameSize { problems.append("\(function.name): outgoing area too large") }
    let top = function.frameSize + 2 * word + function.argumentSize
    for slot in function.slots {
      let size = Int32(program.types[Int(slot.type.rawValue)].size)
      let isIncoming = slot.kind == .parameter || slot.kind == .receiver || slot.kind == .result
      let end = isIncoming ? top : function.frameSize
      let start = isIncoming ? function.frameSize + 2 * word : slot.kind == .outgoing ? 0 : function.outgoingSize
      if slot.offset < start || slot.offset + size > end {
        problems.append("\(function.name): slot \(slot.name) at \(slot.offset) of \(size) bytes")
      }
      verify(slot.live, "live", slot, function)
      verify(slot.visible, "visible", slot, function)
    }
    for index in Int(function.code.start)..<Int(function.code.end) { verify(index, function, top) }
    problems += LivenessVerifier(program, function).problems()
    let last = program.code[Int(function.code.end) - 1]
    if !last.endsBlock { problems.append("\(function.name): control runs over the end") }
  }

  private mutating func verify(_ ranges: [PCRange], _ what: String, _ slot: FrameSlot, _ function: FunctionInfo) {
    var previous = function.code.start - 1
    for range in ranges {
      if range.start >= range.end || range.start < previous || range.end > function.code.end
        || range.start < function.code.start
      {
        problems.append("\(function.name): \(what) range \(range.start)..<\(range.end) of \(slot.name)")
      }
      previous = range.end
    }
  }

  private mutating func verify(_ index: Int, _ function: FunctionInfo, _ top: Int32) {
    let instruction = program.code[index]
    let roles = instruction.roles(program)
    for (value, role) in [(instruction.a, roles.a), (instruction.b, roles.b), (instruction.c, roles.c)] {
      let place = "\(function.name)+\(index - Int(function.code.start)) \(instruction.op)"
      switch role {
      case .reads(let size), .writes(let size), .updates(let size):
        if value < 0 || Int(value) + size > Int(top) { problems.append("\(place): slot \(value) of \(size) bytes") }
      case .readsElement, .writesElement, .addresses:
        if value < 0 || value > top { problems.append("\(place): slot \(value)") }
      case .target:
        if !function.code.contains(Int(value)) { problems.append("\(place): target \(value)") }
      case .function:
        if !program.functions.indices.contains(Int(value)) { problems.append("\(place): function \(value)") }
      case .type:
        if !program.types.indices.contains(Int(value)) { problems.append("\(place): type \(value)") }
      case .site:
        if !program.sites.indices.contains(Int(value)) { problems.append("\(place): site \(value)") }
      default: break
      }
    }
  }
}
