import MachineCode

extension Machine {
  /// panic(v).
  func execPanic(_ i: PC, _ frame: Frame) -> Outcome {
    let type = read(frame, i.pointee.a, UInt64.self)
    let data = read(frame, i.pointee.a &+ 8, UInt64.self)
    if type == 0, let stub = stubs.raises["runtime.nilPanicValue"] {
      countTick()
      pushStub(stub, returningTo: pc)
      return .moved
    }
    countTick()
    beginGopanic(type: type, data: data, flags: [])
    return .moved
  }

  /// Pushes the frame of runtime.gopanic with a fresh record.
  func beginGopanic(type: UInt64, data: UInt64, flags: PanicRecord.Flags) {
    let goroutine = current
    if goroutine.panics != 0, panicRecord(goroutine.panics).flags.contains(.printing) {
      fatalError(guest: "panic while printing panic value")
      return
    }
    pushStub(stubs.gopanic, returningTo: pc)
    let record = panicRecord(sp)
    record.value = (type, data)
    record.link = goroutine.panics
    record.flags = flags
    goroutine.panics = record.address
    if flags.isEmpty { emit(.panicked(goroutine: goroutine.id)) }
  }

  func panicRecord(_ address: UInt64) -> PanicRecord { PanicRecord(memory: memory, address: address) }

  /// Calls one of the machine's own functions from the current frame. Its frame is zeroed and fits into the room below the
  /// guard.
  func pushStub(_ stub: Int, returningTo index: Int) {
    let function = stubs.functions[stub]
    pushFrame(size: Int(function.frameSize) + 16, returningTo: index)
    memory.zero(sp, Int(function.frameSize))
    setPC(Int(function.code.start))
  }

  /// The instruction at pc raised `pendingPanic`: calls the library's function that panics with the right value.
  func beginPanic() {
    guard let panic = pendingPanic else { preconditionFailure("no panic at tick \(tick), seed \(options.seed)") }
    pendingPanic = nil
    countTick()
    let name: String
    var arguments: [UInt64] = []
    switch panic {
    case .bounds(let x, let signed, let y, let code):
      name = code == .index ? "runtime.panicIndex" : "runtime.panicSlice"
      arguments = [UInt64(bitPattern: x), signed ? 1 : 0, UInt64(bitPattern: y)]
      if code != .index { arguments.append(UInt64(code.rawValue)) }
    case .memory(let address):
      guard address < UInt64(Memory.pageSize) else {
        saveRegisters()
        writeError("unexpected fault address \(hex(address))\nfatal error: fault\n")
        writeError(signalLine(address, program.layout.textAddress(pc)) + "\n")
        writeTraceback(of: current)
        end(status: 2)
        return
      }
      let goroutine = current
      goroutine.signal = 1
      goroutine.signalAddress = address
      goroutine.signalPC = program.layout.textAddress(pc)
      name = "runtime.panicMemory"
    case .typeAssertion(let interface, let concrete, let asserted, let missing):
      name = "runtime.panicAssert"
      let method = names.string(missing)
      arguments = [interface, concrete, asserted].map { $0.map { program.layout.typeWord($0) } ?? 0 }
      arguments += [method.address, method.count]
    case .runtime(let function, let words):
      name = "runtime." + function
      arguments = words
    }
    guard let stub = stubs.raises[name] else {
      // A program without the library's runtime package: there is no error value to make.
      saveRegisters()
      writeError("panic: \(name)\(arguments)\n\n")
      writeTraceback(of: current)
      end(status: 2)
      return
    }
    pushStub(stub, returningTo: pc)
    for (index, word) in arguments.enumerated() { memory.store(word, to: sp + UInt64(index) * 8) }
  }

  /// One step of the machine's own functions.
  func execStub(_ step: Stubs.Step, _ frame: Frame) -> Outcome {
    let start = Int(stubs.functions[stubs.gopanic].code.start)
    switch step {
    case .endProgram:
      countTick()
      end(status: 0)
    case .endGoroutine:
      countTick()
      endGoroutine()
    case .runDeferred: return runDeferred(panicRecord(address(frame)), start)
    case .deferredReturned:
      countTick()
      let record = panicRecord(address(frame))
      if record.flags.contains(.recovered) { finishRecovery(record) } else { setPC(start) }
    case .prepareValue:
      countTick()
      prepareValue(panicRecord(address(frame)), start)
    case .keepValue:
      countTick()
      let record = panicRecord(address(frame))
      let shown = panicRecord(record.cursor)
      shown.value = (memory.word(record.result), memory.word(record.result + 8))
      record.cursor = shown.link
      setPC(start + 2)
    }
    return .moved
  }

  /// Calls the goroutine's newest deferred function, whichever frame deferred it.
  private func runDeferred(_ panic: PanicRecord, _ start: Int) -> Outcome {
    let goroutine = current
    dropMarks(goroutine)
    let record = goroutine.defers
    guard record != 0 else {
      countTick()
      if panic.flags.contains(.goexit) {
        endGoroutine()
      } else {
        panic.cursor = panic.address
        panic.flags.insert(.printing)
        setPC(start + 2)
      }
      return .moved
    }
    if dropIfNil(record, of: goroutine) { return raise(.memory(0)) }
    let outcome = pushCall(closure: memory.word(record + DeferRecord.closure), returningTo: start + 1)
    if outcome == .moved {
      goroutine.defers = memory.word(record + DeferRecord.link)
      panic.frameSP = memory.word(record + DeferRecord.sp)
      panic.framePC = program.layout.instruction(at: memory.word(record + DeferRecord.pc))
      emit(.deferredCallRan(goroutine: goroutine.id))
    }
    return outcome
  }

  /// recover(): the value of the panic that is running the function which called it, else nil. Generated wrappers between
  /// the two don't count.
  func execRecover(_ i: PC, _ frame: Frame) -> Outcome {
    write(frame, i.pointee.a, 0 as UInt64)
    write(frame, i.pointee.a &+ 8, 0 as UInt64)
    let goroutine = current
    guard goroutine.panics != 0 else { return .done }
    let panic = panicRecord(goroutine.panics)
    guard panic.flags.isEmpty, let own = self.frame(pc: pc, sp: sp) else { return .done }
    // `defer recover()`: nobody that was deferred calls it.
    if functions[own.function].isWrapper { return .done }
    var caller = self.caller(of: own, below: goroutine.stackHigh)
    while let wrapper = caller, functions[wrapper.function].isWrapper {
      caller = self.caller(of: wrapper, below: goroutine.stackHigh)
    }
    guard let caller, caller.sp == panic.address else { return .done }
    panic.flags.insert(.recovered)
    write(frame, i.pointee.a, panic.value.type)
    write(frame, i.pointee.a &+ 8, panic.value.data)
    return .done
  }

  /// The deferred call that recovered came back: everything above its frame goes, and the frame runs its other deferred calls and
  /// returns to its caller.
  private func finishRecovery(_ panic: PanicRecord) {
    let goroutine = current
    let target = panic.frameSP
    let function = functionIndex(at: panic.framePC)
    // Older panics whose frames go with it are over as well; an interrupted Goexit goes on.
    var older = panic.link
    var goexit = false
    while older != 0, older < target {
      goexit = goexit || panicRecord(older).flags.contains(.goexit)
      older = panicRecord(older).link
    }
    goroutine.panics = older
    goroutine.signal = 0
    flushStackMarks()
    core.pointee.sp = arenaPointer(target)
    setPC(Int(functions[function].deferReturn))
    resetStackMarks()
    emit(.recovered(goroutine: goroutine.id, function: FunctionID(Int32(function))))
    if goexit { beginGopanic(type: 0, data: 0, flags: .goexit) }
  }

  /// Before the message: an error's text and a Stringer's replace their values, newest panic first. Then prints and ends.
  private func prepareValue(_ panic: PanicRecord, _ start: Int) {
    if panic.cursor != 0 {
      let shown = panicRecord(panic.cursor)
      memory.store(shown.value.type, to: panic.argument)
      memory.store(shown.value.data, to: panic.argument + 8)
      setPC(start + 3)
      return
    }
    saveRegisters()
    printPanics(panic)
    let goroutine = current
    if goroutine.signal != 0 { writeError(signalLine(goroutine.signalAddress, goroutine.signalPC)) }
    writeError("\n")
    writeTraceback(of: goroutine)
    end(status: 2)
  }

  private func signalLine(_ address: UInt64, _ pc: UInt64) -> String {
    "[signal SIGSEGV: segmentation violation code=0x1 addr=\(hex(address)) pc=\(hex(pc))]\n"
  }

  /// runtime/panic.go printpanics: the oldest first.
  private func printPanics(_ panic: PanicRecord) {
    var chain = [panic]
    while let last = chain.last, last.link != 0 { chain.append(panicRecord(last.link)) }
    var isFirst = true
    for item in chain.reversed() where !item.flags.contains(.goexit) {
      writeError(isFirst ? "panic: " : "\tpanic: ")
      writeOutput(2, panicText(item.value.type, item.value.data))
      writeError(item.flags.contains(.recovered) ? " [recovered]\n" : "\n")
      isFirst = false
    }
  }
}
