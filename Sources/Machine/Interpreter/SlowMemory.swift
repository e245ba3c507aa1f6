import MachineCode

extension Machine {
  /// Host pointer for writing `size` bytes at an address, with its pages marked; nil outside of what programs may write.
  func writablePointer(_ address: UInt64, _ size: Int) -> UnsafeMutableRawPointer? {
    guard size >= 0, isWritable(address, size) else { return nil }
    memory.markDirty(address, max(1, size))
    return memory.pointer(address)
  }

  /// Moves of more than three words, and stores and copies of values with pointers.
  func execMemory(_ i: PC, _ frame: Frame) -> Outcome {
    let a = i.pointee.a
    let b = i.pointee.b
    let c = i.pointee.c
    switch i.pointee.op {
    case .loadN:
      let source = read(frame, b, UInt64.self)
      guard source != 0, memory.isReadable(source, Int(c)) else { return raise(.memory(source)) }
      (frame + Int(a)).copyMemory(from: memory.pointer(source), byteCount: Int(c))
    case .storeN: return store(frame, to: read(frame, a), from: frame + Int(b), Int(c), nil)
    case .storeString, .storeInterface, .storeSlice:
      let target = read(frame, a, UInt64.self) &+ UInt64(bitPattern: Int64(c))
      let size = i.pointee.op == .storeSlice ? 24 : 16
      guard let to = writablePointer(target, size), read(frame, a, UInt64.self) != 0 else {
        return raise(.memory(target))
      }
      if core.pointee.barrier {
        let word: Int32 = i.pointee.op == .storeInterface ? 8 : 0
        writeBarrier(slot: target + UInt64(word), new: read(frame, b &+ word))
      }
      to.copyMemory(from: frame + Int(b), byteCount: size)
    case .storeTyped:
      return store(frame, to: read(frame, a), from: frame + Int(b), program.types[Int(c)].size, TypeID(c))
    case .zeroMemory: return store(frame, to: read(frame, a), from: nil, Int(c), nil)
    case .zeroTyped: return store(frame, to: read(frame, a), from: nil, program.types[Int(c)].size, TypeID(c))
    case .copyMemory, .copyTyped:
      let isTyped = i.pointee.op == .copyTyped
      let size = isTyped ? program.types[Int(c)].size : Int(c)
      let source = read(frame, b, UInt64.self)
      guard source != 0, memory.isReadable(source, size) else { return raise(.memory(source)) }
      return store(frame, to: read(frame, a), from: memory.pointer(source), size, isTyped ? TypeID(c) : nil)
    default: preconditionFailure("\(i.pointee.op) is no memory instruction")
    }
    return .done
  }

  /// memory[target] ← `size` bytes from the host pointer, or zeros; with the barrier for a type.
  private func store(
    _ frame: Frame, to target: UInt64, from source: UnsafeRawPointer?, _ size: Int, _ type: TypeID?
  ) -> Outcome {
    guard target != 0, let to = writablePointer(target, size) else { return raise(.memory(target)) }
    if let type, core.pointee.barrier { writeBarrier(target: target, source: source, type: type) }
    if let source {
      to.copyMemory(from: source, byteCount: size)
    } else {
      UnsafeMutableRawBufferPointer(start: to, count: size).initializeMemory(as: UInt8.self, repeating: 0)
    }
    return .done
  }
}
