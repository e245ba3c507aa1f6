import MachineCode

/// The heap's small state: whatever grows lives in the metadata window.
struct Heap: Hashable, Sendable {
  /// Next free byte of the arena, until spans exist.
  var next: UInt64 = 0
}

extension Machine {
  /// Called once, before the first goroutine is made.
  func setUpHeap() {
    heap.next = memory.arenaBase
    _ = memory.extendArena(to: memory.arenaBase + 4 << 20)
  }

  /// A stack segment of `size` bytes, a power of two of at least 2048. Its bytes are not zeroed. Nil when out of memory.
  func allocateStack(_ size: Int) -> UInt64? {
    let start = (heap.next + UInt64(size) - 1) & ~(UInt64(size) - 1)
    guard memory.extendArena(to: start + UInt64(size)) else { return nil }
    heap.next = start + UInt64(size)
    return start
  }

  func freeStack(_ address: UInt64, _ size: Int) {}

  /// A zeroed block for the machine's own needs (panic values, goroutine closures); never starts a collection.
  func allocateBlock(_ size: Int, type: TypeID?, site: SiteID?) -> UInt64 {
    let start = (heap.next + 15) & ~15
    precondition(memory.extendArena(to: start + UInt64(size)), "out of simulated memory")
    heap.next = start + UInt64(size)
    return start
  }

  // Instructions of the slow path: the instruction and its frame.
  func execNew(_ i: UnsafePointer<Instruction>, _ frame: UnsafeMutableRawPointer) -> Outcome { .done }
  func execMakeSlice(_ i: UnsafePointer<Instruction>, _ frame: UnsafeMutableRawPointer) -> Outcome { .done }
  func execGrowSlice(_ i: UnsafePointer<Instruction>, _ frame: UnsafeMutableRawPointer) -> Outcome { .done }
  func execBox(_ i: UnsafePointer<Instruction>, _ frame: UnsafeMutableRawPointer) -> Outcome { .done }
  func execConcat(_ i: UnsafePointer<Instruction>, _ frame: UnsafeMutableRawPointer) -> Outcome { .done }
  /// stringToBytes ... runeToString.
  func execConvertString(_ i: UnsafePointer<Instruction>, _ frame: UnsafeMutableRawPointer) -> Outcome { .done }
}
