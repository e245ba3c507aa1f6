import MachineCode

/// runtime.SetFinalizer (runtime/mfinal.go, Go 1.23): misuse ends the program with Go's words; else the block's finalizer is entered,
/// and the goroutine that runs finalizers exists from the first one on.
extension Machine {
  /// (obj any, finalizer any, run func()).
  func setFinalizer(_ call: IntrinsicCall) -> Outcome {
    let (pointerType, object): (UInt64, UInt64) = (call.argument(0), call.argument(1))
    let (functionType, function): (UInt64, UInt64) = (call.argument(2), call.argument(3))
    func misuse(_ text: String) -> Outcome {
      countTick()
      fatalError(guest: "runtime.SetFinalizer: " + text, isThrown: true)
      return .moved
    }
    guard pointerType != 0 else { return misuse("first argument is nil") }
    let pointer = descriptor(pointerType)
    guard pointer.kind == .pointer, let element = pointer.element else {
      return misuse("first argument is \(pointer.text), not pointer")
    }
    guard let (span, slot) = heap.findBlock(object) else {
      // Package variables, and where blocks of no size stand, are never freed.
      if object >= program.layout.textBase, object < lowEnd { return .done }
      return misuse("pointer not in allocated block")
    }
    if object != heap.blockAddress(span, slot) {
      // Blocks without pointers of less than 16 bytes may share a slot.
      let type = program.types[Int(element.rawValue)]
      guard type.pointerBytes == 0, type.size < SizeClass.tinySize else {
        return misuse("pointer not at beginning of allocated block")
      }
    }
    guard functionType != 0 else {
      heap.removeFinalizer(span, object: object)
      return .done
    }
    let type = descriptor(functionType)
    guard type.kind == .func else { return misuse("second argument is \(type.text), not a function") }
    let refusal = "cannot pass \(pointer.text) to finalizer \(type.text)"
    if type.isVariadic { return misuse(refusal + " because dotdotdot") }
    guard type.parameters.count == 1, let accepts = acceptance(type.parameters[0], pointerType) else {
      return misuse(refusal)
    }
    let results = type.results.reduce(0) { sum, result in
      let result = program.types[Int(result.rawValue)]
      return align(sum, to: result.alignment) + result.size
    }
    guard startFinalizers(call.argument(4)) else { return outOfMemory(startingStackSize) }
    guard let record = heap.addFinalizer(span, object: object) else { return misuse("finalizer already set") }
    record.function = function
    record.pointerType = pointerType
    record.interfaceType = accepts == .interface ? program.layout.typeWord(type.parameters[0]) : 0
    record.resultBytes = align(results, to: program.wordSize)
    if heap.phase == .mark { shadeNewFinalizer(span, slot, function) }
    emit(.finalizerSet(goroutine: current.id, block: heap.blockAddress(span, slot)))
    return .done
  }

  private enum Acceptance { case pointer, interface }

  /// How a parameter takes a pointer of a type; nil when it does not.
  private func acceptance(_ parameter: TypeID, _ pointerType: UInt64) -> Acceptance? {
    let wanted = program.types[Int(parameter.rawValue)]
    let given = program.layout.type(ofWord: pointerType)
    if parameter == given { return .pointer }
    let pointer = program.types[Int(given.rawValue)]
    switch wanted.kind {
    case .pointer:
      return wanted.element == pointer.element && (wanted.name.isEmpty || pointer.name.isEmpty) ? .pointer : nil
    case .interface:
      return wanted.methods.isEmpty || heap.itab(interface: parameter.rawValue, type: given.rawValue) != nil
        ? .interface : nil
    default: return nil
    }
  }

  /// The goroutine that runs finalizers, hidden from the program's counts; made once. False when out of memory.
  private func startFinalizers(_ function: UInt64) -> Bool {
    guard scheduler.finalizers == 0 else { return true }
    guard let started = makeGoroutine(stub: stubs.goexit) else { return false }
    memory.store(function, to: started.sp)
    started.createdBy = current.id
    started.isHidden = true
    scheduler.live -= 1
    scheduler.finalizers = started.address
    emit(.goroutineStarted(goroutine: started.id, by: current.id))
    started.state = .runnable
    if !scheduler.hasRunnable { scheduler.sliceEnd = tick + Self.timeSlice }
    enqueue(started)
    return true
  }

  /// () (fn, arg unsafe.Pointer, typ, iface Type, results uintptr): waits, and then answers nil, when no finalizer is queued.
  func nextFinalizer(_ call: IntrinsicCall) -> Outcome {
    for word in 0..<5 { call.result(word, 0 as UInt64) }
    guard let record = heap.takeFinalizer() else { return park(.finalizers) }
    call.result(0, record.function)
    call.result(1, record.object)
    call.result(2, record.pointerType)
    call.result(3, record.interfaceType)
    call.result(4, record.resultBytes)
    return .done
  }

  /// Finalizers were queued: their goroutine goes on, if it waits for them.
  func wakeFinalizers() {
    guard scheduler.finalizers != 0, heap.state.pointee.finalizerQueue != 0 else { return }
    let record = goroutine(scheduler.finalizers)
    if record.state == .waiting, record.waitReason == .finalizers { wake(record) }
  }

  /// What a finalizer that is set while a collection marks keeps alive is shaded at once: the roots may have been scanned already.
  private func shadeNewFinalizer(_ span: UnsafeMutablePointer<Span>, _ slot: Int, _ function: UInt64) {
    let block = heap.info(span, slot)
    for pointer in pointers(in: block) {
      shadeForBarrier(pointer.target, from: block.address + UInt64(pointer.offset))
    }
    shadeForBarrier(function, from: block.address)
  }
}
