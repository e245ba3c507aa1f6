import MachineCode

extension Machine {
  /// The process, the scheduler, the collector.
  func processIntrinsic(_ intrinsic: Intrinsic, _ call: IntrinsicCall) -> Outcome {
    switch intrinsic {
    case .rtExit:
      countTick()
      end(status: Int32(truncatingIfNeeded: call.argument(0, Int.self)))
      return .moved
    case .rtWrite:
      let (descriptor, address, count): (Int, UInt64, Int) = (call.argument(0), call.argument(1), call.argument(2))
      guard count >= 0, count == 0 || memory.isReadable(address, count) else { return raise(.memory(address)) }
      let isKnown = descriptor == 1 || descriptor == 2
      if isKnown { writeOutput(Int32(descriptor), memory.bytes(address, count)) }
      call.result(4, isKnown ? count : -1)
    case .rtRead:
      let (address, room): (UInt64, Int) = (call.argument(0), call.argument(1))
      if scheduler.inputTaken >= input.count, room > 0, let moreInput { input += moreInput(room) }
      let bytes = input.dropFirst(scheduler.inputTaken).prefix(max(0, room))
      guard bytes.isEmpty || isWritable(address, bytes.count) else { return raise(.memory(address)) }
      memory.write(bytes, to: address)
      scheduler.inputTaken += bytes.count
      call.result(3, bytes.count)
    case .runtimeGC, .debugFreeOSMemory:
      begin(.call)
      return complete()
    case .runtimeNumGoroutine: call.result(0, scheduler.live)
    case .runtimeNumCPU: call.result(0, 1)
    case .runtimeGOMAXPROCS: call.result(1, 1)
    case .runtimeGosched:
      let outcome = complete()
      yieldGoroutine()
      return outcome
    case .runtimeGoexit:
      countTick()
      beginGopanic(type: 0, data: 0, flags: .goexit)
      return .moved
    case .runtimeReadMemStats: return readMemStats(call.argument(0))
    case .runtimeStack:
      let (address, room): (UInt64, Int) = (call.argument(0), call.argument(1))
      saveRegisters()
      var text = tracebackText(of: current)
      if call.argument(3, UInt8.self) != 0 { text += otherTracebacks() }
      let bytes = text.utf8.prefix(max(0, room))
      guard bytes.isEmpty || isWritable(address, bytes.count) else { return raise(.memory(address)) }
      memory.write(Array(bytes), to: address)
      call.result(4, bytes.count)
    case .runtimeCaller: caller(call)
    case .debugSetGCPercent: call.result(1, heap.setGCPercent(call.argument(0)))
    case .debugSetMaxStack:
      let old = maxStack
      maxStack = call.argument(0)
      call.result(1, old)
    case .debugSetMemoryLimit: call.result(1, Int64.max)
    default: preconditionFailure("\(intrinsic) is not about the process")
    }
    return .done
  }

  /// The traces of all goroutines but the running one, newest first.
  private func otherTracebacks() -> String {
    var text = ""
    var address = scheduler.all
    while address != 0 {
      let record = goroutine(address)
      if address != scheduler.current, record.state != .dead, record.state != .idle {
        text += "\n" + tracebackText(of: record)
      }
      address = record.allNext
    }
    return text
  }

  /// Fills the fields of runtime.MemStats that the machine knows, by name.
  private func readMemStats(_ address: UInt64) -> Outcome {
    guard let type = program.types.first(where: { $0.text == "runtime.MemStats" }) else { return .done }
    guard isWritable(address, type.size) else { return raise(.memory(address)) }
    memory.zero(address, type.size)
    let known = heap.statistics
    let values: [String: UInt64] = [
      "Alloc": known.alloc, "TotalAlloc": known.totalAlloc, "Sys": known.heapSys + known.stackInuse,
      "Mallocs": known.mallocs, "Frees": known.frees, "HeapAlloc": known.alloc, "HeapSys": known.heapSys,
      "HeapIdle": known.heapIdle, "HeapInuse": known.heapInuse, "HeapObjects": known.heapObjects,
      "StackInuse": known.stackInuse, "StackSys": known.stackInuse, "NextGC": known.nextGC, "NumGC": known.numGC,
      "NumForcedGC": known.numForcedGC, "EnableGC": 1,
    ]
    for field in type.fields {
      guard let value = values[field.name] else { continue }
      let target = address + UInt64(field.offset)
      switch program.types[Int(field.type.rawValue)].size {
      case 1: memory.store(UInt8(truncatingIfNeeded: value), to: target)
      case 4: memory.store(UInt32(truncatingIfNeeded: value), to: target)
      default: memory.store(value, to: target)
      }
    }
    return .done
  }

  /// runtime.Caller: (skip int) (pc uintptr, file string, line int, ok bool). Frame 0 is the caller of runtime.Caller.
  private func caller(_ call: IntrinsicCall) {
    var frame = frame(pc: pc, sp: sp)
    var skip: Int = call.argument(0)
    var isTop = true
    while skip > 0, let this = frame {
      frame = caller(of: this, below: current.stackHigh)
      isTop = false
      if let next = frame, !functions[next.function].isWrapper { skip -= 1 }
    }
    for word in 1...5 { call.result(word, 0 as UInt64) }
    guard let frame, frame.function < program.functions.count else { return }
    let pc = isTop ? frame.pc : callingPC(of: frame)
    let span = program.spans[pc]
    guard span.isValid else { return }
    call.result(1, program.layout.textAddress(pc))
    let file = names.string(program.sources[span.file].name)
    call.result(2, file.address)
    call.result(3, file.count)
    call.result(4, program.sources.location(span.startPosition).line)
    call.result(5, true)
  }
}
