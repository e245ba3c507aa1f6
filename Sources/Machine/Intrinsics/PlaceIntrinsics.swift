import MachineCode

/// Where the program is: runtime.Callers and its like.
extension Machine {
  func placeIntrinsic(_ intrinsic: Intrinsic, _ call: IntrinsicCall) -> Outcome {
    if intrinsic == .rtCallers { return callers(call) }
    let address: UInt64 = call.argument(0)
    // The machine's own functions stand before the program's.
    let index = Int(bitPattern: UInt(address &- UInt64(code.text))) >> 2 - code.stubCount
    let pc = (-code.stubCount..<program.code.count).contains(index) ? index : nil
    func text(_ at: Int, _ text: String) {
      let string = names.string(text)
      call.result(at, string.address)
      call.result(at + 1, string.count)
    }
    if intrinsic == .rtFunctionAt {
      let function = pc.map { functions[functionIndex(at: $0)] }
      text(1, function?.name ?? "")
      call.result(3, function.map { textAddress(Int($0.code.start)) } ?? 0)
      return .done
    }
    guard let pc, pc >= 0, program.spans[pc].isValid else {
      text(1, "")
      call.result(3, 0)
      return .done
    }
    let span = program.spans[pc]
    text(1, program.sources[span.file].name)
    call.result(3, program.sources.location(span.startPosition).line)
    return .done
  }

  private func textAddress(_ index: Int) -> UInt64 {
    UInt64(code.text) &+ UInt64(bitPattern: Int64((index + code.stubCount) * 4))
  }

  /// The instruction of a frame that calls: the one before it goes on, but that which runs deferred calls is returned to.
  func callingPC(of frame: StackFrame) -> Int {
    program.code.indices.contains(frame.pc) && program.code[frame.pc].op == .runDefers ? frame.pc : frame.pc - 1
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
      let function = functions[this.function]
      let isShown = isBottom(this) || !function.isWrapper && !isRuntimeInternal(function)
      if isShown, skip > 0 {
        skip -= 1
      } else if isShown {
        // An address behind the call, also where the call comes back to itself.
        let behind = isBottom(this) ? this.pc : callingPC(of: this) + 1
        memory.store(textAddress(behind), to: target + UInt64(count * 8))
        count += 1
      }
      frame = caller(of: this, below: current.stackHigh)
      if frame == nil, this.function - program.functions.count == stubs.main {
        // Below runtime.main Go has runtime.goexit.
        let goexit = Int(stubs.functions[stubs.goexit].code.start)
        frame = StackFrame(function: program.functions.count + stubs.goexit, pc: goexit + 1, sp: 0, base: 0)
      }
    }
    call.result(4, count)
    return .done
  }
}
