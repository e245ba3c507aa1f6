import MachineCode

/// Where the program is: runtime.Callers and its like.
extension Machine {
  func placeIntrinsic(_ intrinsic: Intrinsic, _ call: IntrinsicCall) -> Outcome {
    if intrinsic == .rtCallers { return callers(call) }
    let address: UInt64 = call.argument(0)
    let known = program.layout.textBase..<program.layout.textAddress(program.code.count)
    let pc = known.contains(address) ? program.layout.instruction(at: address) : -1
    func text(_ at: Int, _ text: String) {
      let string = names.string(text)
      call.result(at, string.address)
      call.result(at + 1, string.count)
    }
    if intrinsic == .rtFunctionAt {
      let function = pc < 0 ? nil : functions[functionIndex(at: pc)]
      text(1, function?.name ?? "")
      call.result(3, function.map { program.layout.textAddress(Int($0.code.start)) } ?? 0)
      return .done
    }
    let span = pc < 0 ? nil : program.spans[pc]
    guard let span, span.isValid else {
      text(1, "")
      call.result(3, 0)
      return .done
    }
    text(1, program.sources[span.file].name)
    call.result(3, program.sources.location(span.startPosition).line)
    return .done
  }

  /// (skip int, pcs []uintptr) int: the return addresses on the stack, without wrappers and the machine's own frames; 0 stands for
  /// the caller of this function itself.
  private func callers(_ call: IntrinsicCall) -> Outcome {
    var skip: Int = call.argument(0)
    let (target, room): (UInt64, Int) = (call.argument(1), call.argument(2))
    guard room == 0 || isWritable(target, room * 8) else { return raise(.memory(target)) }
    var count = 0
    var frame = frame(pc: pc + 1, sp: sp)
    while let this = frame, count < room {
      if this.function < program.functions.count, !functions[this.function].isWrapper {
        if skip > 0 {
          skip -= 1
        } else {
          memory.store(program.layout.textAddress(this.pc), to: target + UInt64(count * 8))
          count += 1
        }
      }
      frame = caller(of: this, below: current.stackHigh)
    }
    call.result(4, count)
    return .done
  }
}
