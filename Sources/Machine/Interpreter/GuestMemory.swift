import MachineCode

/// What the loop needs to reach the memory behind a program's pointers: the arena in a subtraction, a test and an addition.
struct GuestMemory {
  let arenaBase: UInt64
  let arenaDelta: Int
  let extents: UnsafeMutablePointer<Memory.Extents>
  /// Dirty bytes of the arena's pages.
  let arenaDirty: UnsafeMutablePointer<UInt8>
  /// The low window, where package variables are.
  let low: UnsafeMutableRawPointer
  let lowDirty: UnsafeMutablePointer<UInt8>

  init(_ memory: Memory) {
    arenaBase = memory.arenaBase
    arenaDelta = memory.arenaDelta
    extents = memory.extentsPointer
    arenaDirty = memory.dirty + memory.arenaOffset >> Memory.pageShift
    low = memory.host
    lowDirty = memory.dirty
  }

  /// Host pointer of an arena address; nil for any other, which the slow path looks at. A scalar may reach some bytes beyond
  /// the part in use.
  @inline(__always)
  func readable(_ address: UInt64) -> UnsafeMutableRawPointer? {
    let inArena = address &- arenaBase
    if inArena < UInt64(UInt(bitPattern: extents.pointee.arena)) {
      return UnsafeMutableRawPointer(bitPattern: Int(bitPattern: UInt(address)) &+ arenaDelta).unsafelyUnwrapped
    }
    return nil
  }

  /// The same for writing `size` bytes (at most a page); marks their pages.
  @inline(__always)
  func writable(_ address: UInt64, _ size: Int) -> UnsafeMutableRawPointer? {
    let inArena = address &- arenaBase
    if inArena < UInt64(UInt(bitPattern: extents.pointee.arena)) {
      let page = Int(bitPattern: UInt(inArena)) >> Memory.pageShift
      arenaDirty[page] = 1
      if size > 1 {
        if size > 8 {
          arenaDirty[(Int(bitPattern: UInt(inArena)) &+ size &- 1) >> Memory.pageShift] = 1
        } else if inArena & UInt64(Memory.pageSize - 1) > UInt64(Memory.pageSize - size) {
          arenaDirty[page &+ 1] = 1
        }
      }
      return UnsafeMutableRawPointer(bitPattern: Int(bitPattern: UInt(address)) &+ arenaDelta).unsafelyUnwrapped
    }
    return nil
  }

  /// Host pointer for reading at the address; false for what lies outside of memory.
  @inline(__always)
  func read(_ address: UInt64, _ size: Int, _ machine: Machine) -> UnsafeMutableRawPointer? {
    if let pointer = readable(address) { return pointer }
    if let pointer = machine.lowPointer(address, size, writing: false) { return pointer }
    machine.core.pointee.trap = Trap(kind: .memory, x: address)
    return nil
  }

  @inline(__always)
  func write(_ address: UInt64, _ size: Int, _ machine: Machine) -> UnsafeMutableRawPointer? {
    if let pointer = writable(address, size) { return pointer }
    if let pointer = machine.lowPointer(address, size, writing: true) { return pointer }
    machine.core.pointee.trap = Trap(kind: .memory, x: address)
    return nil
  }
}

extension Machine {
  /// Host pointer of an address of the low window: constants, and package variables; nil for page 0 and other gaps, and for writing
  /// what is read-only. Marks pages when writing.
  @inline(never)
  func lowPointer(_ address: UInt64, _ size: Int, writing: Bool) -> UnsafeMutableRawPointer? {
    let layout = program.layout
    let start = writing ? layout.dataBase : layout.textBase
    let end = writing ? layout.dataEnd : lowEnd
    guard address >= start, address < end, UInt64(size) <= end - address else { return nil }
    if writing { memory.mark(offset: Int(address), size) }
    return memory.host + Int(address)
  }
}

// Loads and stores of the loop.

/// a ← memory[pointer in b + c], `words` of type T.
@inline(__always)
func load<T: BitwiseCopyable>(
  _ o: Operands, _: T.Type, words: Int = 1, _ memory: GuestMemory, _ machine: Machine
) -> Bool {
  let address = o.b(UInt64.self) &+ UInt64(bitPattern: Int64(o.pc.pointee.c))
  guard let from = memory.read(address, MemoryLayout<T>.size * words, machine) else { return false }
  let first = from.loadUnaligned(as: T.self)
  if words > 1 {
    let second = from.loadUnaligned(fromByteOffset: 8, as: T.self)
    if words > 2 { write(o.frame, o.pc.pointee.a &+ 16, from.loadUnaligned(fromByteOffset: 16, as: T.self)) }
    write(o.frame, o.pc.pointee.a &+ 8, second)
  }
  o.set(first)
  return true
}

/// memory[pointer in a + c] ← b.
@inline(__always)
func store<T: BitwiseCopyable>(
  _ o: Operands, _: T.Type, words: Int = 1, _ memory: GuestMemory, _ machine: Machine
) -> Bool {
  let address = o.a(UInt64.self) &+ UInt64(bitPattern: Int64(o.pc.pointee.c))
  guard let to = memory.write(address, MemoryLayout<T>.size * words, machine) else { return false }
  let first = o.b(T.self)
  if words > 1 {
    let second = read(o.frame, o.pc.pointee.b &+ 8, T.self)
    if words > 2 {
      let third = read(o.frame, o.pc.pointee.b &+ 16, T.self)
      to.storeBytes(of: third, toByteOffset: 16, as: T.self)
    }
    to.storeBytes(of: second, toByteOffset: 8, as: T.self)
  }
  to.storeBytes(of: first, as: T.self)
  return true
}

/// The index in slot `index` when it is below the length of the slice or string at slot `slice`.
@inline(__always)
func checkedIndex(_ o: Operands, slice: Int32, index: Int32, _ core: UnsafeMutablePointer<Core>) -> UInt64? {
  let value = read(o.frame, index, UInt64.self)
  let length = read(o.frame, slice &+ 8, UInt64.self)
  if value < length { return value }
  core.pointee.trap = Trap(kind: .index, x: value, y: length)
  return nil
}

/// a ← element c of the slice or string b.
@inline(__always)
func loadElement<T: BitwiseCopyable>(
  _ o: Operands, _: T.Type, _ memory: GuestMemory, _ machine: Machine
) -> Bool {
  guard let index = checkedIndex(o, slice: o.pc.pointee.b, index: o.pc.pointee.c, machine.core) else { return false }
  let address = o.b(UInt64.self) &+ index &* UInt64(MemoryLayout<T>.size)
  guard let from = memory.read(address, MemoryLayout<T>.size, machine) else { return false }
  o.set(from.loadUnaligned(as: T.self))
  return true
}

/// element b of slice a ← c; `pointer` elements report to the collector.
@inline(__always)
func storeElement<T: BitwiseCopyable>(
  _ o: Operands, _: T.Type, pointer: Bool = false, _ memory: GuestMemory, _ machine: Machine
) -> Bool {
  guard let index = checkedIndex(o, slice: o.pc.pointee.a, index: o.pc.pointee.b, machine.core) else { return false }
  let address = o.a(UInt64.self) &+ index &* UInt64(MemoryLayout<T>.size)
  guard let to = memory.write(address, MemoryLayout<T>.size, machine) else { return false }
  let value = o.c(T.self)
  if pointer, machine.core.pointee.barrier {
    machine.writeBarrier(slot: address, new: o.c(UInt64.self))
  }
  to.storeBytes(of: value, as: T.self)
  return true
}

/// memory[pointer in a + c] ← pointer b.
@inline(__always)
func storePointer(
  _ o: Operands, _ memory: GuestMemory, _ machine: Machine
) -> Bool {
  if machine.core.pointee.barrier {
    let address = o.a(UInt64.self) &+ UInt64(bitPattern: Int64(o.pc.pointee.c))
    guard memory.write(address, 8, machine) != nil else { return false }
    machine.writeBarrier(slot: address, new: o.b(UInt64.self))
  }
  return store(o, UInt64.self, memory, machine)
}

/// Package variables: a ← memory[address c], and memory[address c] ← a.
@inline(__always)
func loadGlobal<T: BitwiseCopyable>(_ o: Operands, _: T.Type, _ memory: GuestMemory) {
  o.set((memory.low + Int(o.pc.pointee.c)).assumingMemoryBound(to: T.self).pointee)
}

@inline(__always)
func storeGlobal<T: BitwiseCopyable>(_ o: Operands, _: T.Type, _ memory: GuestMemory) {
  memory.lowDirty[Int(o.pc.pointee.c) >> Memory.pageShift] = 1
  (memory.low + Int(o.pc.pointee.c)).assumingMemoryBound(to: T.self).pointee = o.a()
}
