import MachineCode

extension Machine {
  /// Values by type, blocks, maps, bytes, and pointers accessed atomically.
  func memoryIntrinsic(_ intrinsic: Intrinsic, _ call: IntrinsicCall) -> Outcome {
    switch intrinsic {
    case .rtStoreInterface: return storeInterface(call)
    case .rtTypedMove:
      let type = program.layout.type(ofWord: call.argument(0))
      return typedMove(type, to: call.argument(1), from: call.argument(2))
    case .rtNewObject:
      if heap.state.pointee.collectionDue { return collectFirst() }
      let type = program.layout.type(ofWord: call.argument(0))
      let size = program.types[Int(type.rawValue)].size
      guard let block = allocateBlock(size, type: type, site: nil) else { return outOfMemory(size) }
      call.result(1, block)
    case .rtMapLen:
      let map: UInt64 = call.argument(0)
      call.result(1, map == 0 ? 0 : heap.header(map).count)
    case .rtMapNext: return mapNext(call)
    case .rtIndexByte:
      let (address, count): (UInt64, Int) = (call.argument(0), call.argument(1))
      guard count == 0 || memory.isReadable(address, count) else { return raise(.memory(address)) }
      let bytes = UnsafeRawBufferPointer(start: count == 0 ? nil : memory.pointer(address), count: count)
      call.result(3, bytes.firstIndex(of: call.argument(2)) ?? -1)
    case .rtMakeNoZero:
      if heap.state.pointee.collectionDue { return collectFirst() }
      let size: Int = call.argument(0)
      guard size >= 0, size <= options.maxHeap else { return raise(.runtime("panicMakeSliceLen")) }
      guard let block = allocateBlock(size, type: nil, site: nil) else { return outOfMemory(size) }
      call.result(1, block)
      call.result(2, size)
      call.result(3, SizeClass.roundUp(size, noscan: true))
    case .rtArgs: return arguments(call)
    default: return atomicIntrinsic(intrinsic, call)
    }
    return .done
  }

  /// `*dst = v.(i)`: (dst, i, v any) bool.
  private func storeInterface(_ call: IntrinsicCall) -> Outcome {
    let target: UInt64 = call.argument(0)
    let wanted = program.layout.type(ofWord: call.argument(1))
    let (word, data): (UInt64, UInt64) = (call.argument(2), call.argument(3))
    var first = word
    if !program.types[Int(wanted.rawValue)].methods.isEmpty {
      let itab =
        word == 0
        ? nil : heap.itab(interface: wanted.rawValue, type: program.layout.type(ofWord: word).rawValue)
      guard let itab else {
        call.result(4, false)
        return .done
      }
      first = program.layout.itabWord(itab)
    }
    guard isWritable(target, 16) else { return raise(.memory(target)) }
    if core.pointee.barrier { writeBarrier(slot: target + 8, new: data) }
    memory.store(first, to: target)
    memory.store(data, to: target + 8)
    call.result(4, true)
    return .done
  }

  private func typedMove(_ type: TypeID, to target: UInt64, from source: UInt64) -> Outcome {
    let size = program.types[Int(type.rawValue)].size
    guard size > 0 else { return .done }
    guard memory.isReadable(source, size) else { return raise(.memory(source)) }
    guard isWritable(target, size) else { return raise(.memory(target)) }
    if core.pointee.barrier { writeBarrier(target: target, source: memory.pointer(source), type: type) }
    memory.copy(to: target, from: source, size)
    return .done
  }

  /// The iterator in the program's memory begins with the words of the machine's own.
  private func mapNext(_ call: IntrinsicCall) -> Outcome {
    let type = program.layout.type(ofWord: call.argument(0))
    let (map, address): (UInt64, UInt64) = (call.argument(1), call.argument(2))
    guard let slot = writablePointer(address, MapIterator.size) else { return raise(.memory(address)) }
    let iterator = MapIterator(slot: slot)
    do throws(GuestFault) {
      let layout = heap.mapLayout(UInt16(truncatingIfNeeded: type.rawValue))
      if iterator.map == 0 {
        try beginIteration(layout, map, iterator, site: map == 0 ? -1 : heap.site(ofBlock: map))
      } else {
        try continueIteration(layout, iterator)
      }
    } catch {
      return raiseFault(error)
    }
    call.result(3, iterator.key != 0)
    return .done
  }

  /// os.Args: a slice of strings in fresh blocks.
  private func arguments(_ call: IntrinsicCall) -> Outcome {
    if heap.state.pointee.collectionDue { return collectFirst() }
    let texts = options.arguments
    let stringType = program.types.firstIndex { $0.kind == .string }.map { TypeID(Int32($0)) }
    guard let slice = allocateBlock(max(1, texts.count) * 16, type: stringType, site: nil) else {
      return outOfMemory(texts.count * 16)
    }
    for (index, text) in texts.enumerated() {
      guard let bytes = allocateBlock(text.count, type: nil, site: nil) else { return outOfMemory(text.count) }
      memory.write(text, to: bytes)
      memory.store(bytes, to: slice + UInt64(index) * 16)
      memory.store(UInt64(text.count), to: slice + UInt64(index) * 16 + 8)
    }
    call.result(0, slice)
    call.result(1, texts.count)
    call.result(2, texts.count)
    return .done
  }

  private func atomicIntrinsic(_ intrinsic: Intrinsic, _ call: IntrinsicCall) -> Outcome {
    let address: UInt64 = call.argument(0)
    guard isWritable(address, 8) else { return raise(.memory(address)) }
    let old = memory.word(address)
    func replace(_ new: UInt64) {
      if core.pointee.barrier { writeBarrier(slot: address, new: new) }
      memory.store(new, to: address)
    }
    switch intrinsic {
    case .atomicLoadPointer: call.result(1, old)
    case .atomicStorePointer: replace(call.argument(1))
    case .atomicSwapPointer:
      replace(call.argument(1))
      call.result(2, old)
    default:
      let swaps = old == call.argument(1, UInt64.self)
      if swaps { replace(call.argument(2)) }
      call.result(3, swaps)
    }
    return .done
  }

  /// sync/atomic on integers: between two instructions nothing else happens, so each is atomic.
  func atomicIntrinsic<T: FixedWidthInteger & BitwiseCopyable>(
    _ intrinsic: Intrinsic, _ call: IntrinsicCall, _: T.Type
  ) -> Outcome {
    let size = MemoryLayout<T>.size
    let address: UInt64 = call.argument(0)
    guard isWritable(address, size) else { return raise(.memory(address)) }
    let old = memory.load(address, as: T.self)
    let operand = call.argument(1, T.self)
    switch intrinsic {
    case .atomicLoadInt32, .atomicLoadInt64: call.result(1, old)
    case .atomicStoreInt32, .atomicStoreInt64: memory.store(operand, to: address)
    case .atomicCompareAndSwapInt32, .atomicCompareAndSwapInt64:
      // The second of two operands follows the first at its own alignment.
      let new = (call.frame + 8 + size).loadUnaligned(as: T.self)
      let swaps = old == operand
      if swaps { memory.store(new, to: address) }
      call.result(size == 8 ? 3 : 2, swaps)
    case .atomicAddInt32, .atomicAddInt64:
      memory.store(old &+ operand, to: address)
      call.result(2, old &+ operand)
    case .atomicAndInt32, .atomicAndInt64:
      memory.store(old & operand, to: address)
      call.result(2, old)
    case .atomicOrInt32, .atomicOrInt64:
      memory.store(old | operand, to: address)
      call.result(2, old)
    default:
      memory.store(operand, to: address)
      call.result(2, old)
    }
    return .done
  }
}
