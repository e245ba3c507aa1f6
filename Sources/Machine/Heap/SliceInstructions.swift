import MachineCode

// new, make, append, interface boxing: what the program's allocating instructions do (runtime/slice.go, runtime/iface.go).
// Each first gives way to a collection that is due, and is then executed afresh.

extension Machine {
  /// A pointer-sized word of a frame.
  @inline(__always)
  func word(_ frame: UnsafeMutableRawPointer, _ offset: Int32) -> UInt64 {
    heap.layouts.wordSize == 8
      ? (frame + Int(offset)).loadUnaligned(as: UInt64.self)
      : UInt64((frame + Int(offset)).loadUnaligned(as: UInt32.self))
  }

  /// The same as a signed number.
  @inline(__always)
  func signedWord(_ frame: UnsafeMutableRawPointer, _ offset: Int32) -> Int {
    heap.layouts.wordSize == 8
      ? (frame + Int(offset)).loadUnaligned(as: Int.self) : Int((frame + Int(offset)).loadUnaligned(as: Int32.self))
  }

  @inline(__always)
  func setWord(_ frame: UnsafeMutableRawPointer, _ offset: Int32, _ value: UInt64) {
    if heap.layouts.wordSize == 8 {
      (frame + Int(offset)).storeBytes(of: value, as: UInt64.self)
    } else {
      (frame + Int(offset)).storeBytes(of: UInt32(truncatingIfNeeded: value), as: UInt32.self)
    }
  }

  /// Bytes of `count` words, as the offset of the word behind them.
  @inline(__always)
  func words(_ count: Int32) -> Int32 { count &* Int32(truncatingIfNeeded: heap.layouts.wordSize) }

  @inline(__always)
  func setSlice(_ frame: UnsafeMutableRawPointer, _ offset: Int32, _ pointer: UInt64, _ length: Int, _ capacity: Int) {
    setWord(frame, offset, pointer)
    setWord(frame, offset &+ words(1), UInt64(bitPattern: Int64(length)))
    setWord(frame, offset &+ words(2), UInt64(bitPattern: Int64(capacity)))
  }

  @inline(__always)
  func origin(_ site: Int32) -> AllocationOrigin {
    AllocationOrigin(site: site, goroutine: UInt32(truncatingIfNeeded: currentGoroutineID), tick: tick)
  }

  /// Puts the collection before the instruction that is about to allocate.
  @inline(never)
  func collectFirst() -> Outcome {
    if heap.phase == .mark {
      _ = beginAssist()
    } else {
      begin(.pacer)
    }
    return .work
  }

  /// Puts a collection before the next instruction, and before it what is left of the last one.
  func begin(_ reason: CollectionReason) {
    beginWork(.heap(.collect(reason)))
    if heap.phase != .off { beginWork(.heap(.finish)) }
  }

  /// Tells of a block that `allocate` gave.
  @inline(__always)
  func emitAllocated(_ address: UInt64, _ size: Int, noscan: Bool, site: Int32) {
    if core.pointee.observing { deliverAllocated(address, size, noscan: noscan, site: site) }
  }

  @inline(never)
  private func deliverAllocated(_ address: UInt64, _ size: Int, noscan: Bool, site: Int32) {
    guard size > 0 else { return }
    let goroutine = currentGoroutineID
    if noscan, size < SizeClass.tinySize {
      let block = address & ~UInt64(SizeClass.tinySize - 1)
      emit(.tinyAllocated(goroutine: goroutine, address: address, size: size, block: block, site: SiteID(site)))
    } else {
      emit(.allocated(goroutine: goroutine, address: address, size: size, site: SiteID(site)))
      guard heap.phase == .mark, heap.findBlock(address) != nil else { return }
      emit(.shaded(block: address, from: 0, reason: .new))
      emit(.blackened(block: address))
    }
  }

  /// A block for an instruction; nil when there is no room, and the fatal error is under way.
  @inline(__always)
  func allocate(_ size: Int, _ type: Int32, noscan: Bool, zero: Bool, site: Int32) -> UInt64? {
    let address = heap.allocate(size, type, noscan: noscan, zero: zero, origin(site))
    guard address != 0 else { return nil }
    emitAllocated(address, size, noscan: noscan, site: site)
    return address
  }

  // MARK: new, make

  func execNew(_ i: UnsafePointer<Instruction>, _ frame: UnsafeMutableRawPointer) -> Outcome {
    if heap.state.pointee.collectionDue { return collectFirst() }
    let type = heap.siteTypes[Int(i.pointee.c)]
    let address = heap.new(TypeID(type), origin(i.pointee.c))
    let layout = heap.layouts.layouts + Int(type)
    guard address != 0 else { return outOfMemory(layout.pointee.size) }
    setWord(frame, i.pointee.a, address)
    emitAllocated(address, layout.pointee.size, noscan: layout.pointee.pointerBytes == 0, site: i.pointee.c)
    return .done
  }

  func execMakeSlice(_ i: UnsafePointer<Instruction>, _ frame: UnsafeMutableRawPointer) -> Outcome {
    if heap.state.pointee.collectionDue { return collectFirst() }
    let type = heap.siteTypes[Int(i.pointee.c)]
    let layout = heap.layouts.layouts + Int(type)
    let length = signedWord(frame, i.pointee.b)
    let capacity = signedWord(frame, i.pointee.b &+ words(1))
    guard let size = heap.arraySize(layout.pointee.size, capacity), length >= 0, length <= capacity else {
      // As Go, blame the length where it alone is too much: make([]T, n) has no capacity of its own.
      let lengthFits = length >= 0 && heap.arraySize(layout.pointee.size, length) != nil
      return raise(.runtime(lengthFits ? "panicMakeSliceCap" : "panicMakeSliceLen"))
    }
    let noscan = layout.pointee.pointerBytes == 0
    guard let address = allocate(size, type, noscan: noscan, zero: true, site: i.pointee.c) else {
      return outOfMemory(size)
    }
    setSlice(frame, i.pointee.a, address, length, capacity)
    return .done
  }

  // MARK: append

  func execGrowSlice(_ i: UnsafePointer<Instruction>, _ frame: UnsafeMutableRawPointer) -> Outcome {
    if heap.state.pointee.collectionDue { return collectFirst() }
    let site = i.pointee.c
    let type = heap.siteTypes[Int(site)]
    let layout = heap.layouts.layouts + Int(type)
    let old = word(frame, i.pointee.b)
    let oldLength = signedWord(frame, i.pointee.b &+ words(1))
    let oldCapacity = signedWord(frame, i.pointee.b &+ words(2))
    let newLength = oldLength &+ signedWord(frame, i.pointee.b &+ words(3))
    guard newLength >= oldLength else { return raise(.runtime("panicGrowSlice")) }
    if newLength <= oldCapacity {
      setSlice(frame, i.pointee.a, old, newLength, oldCapacity)
      return .done
    }
    let size = layout.pointee.size
    if size == 0 {
      setSlice(frame, i.pointee.a, heap.zeroBase, newLength, newLength)
      return .done
    }
    let noscan = layout.pointee.pointerBytes == 0
    let wanted = Heap.grownCapacity(newLength: newLength, oldCapacity: oldCapacity)
    guard let bytes = heap.arraySize(size, wanted) else { return raise(.runtime("panicGrowSlice")) }
    let capacity = SizeClass.roundUp(bytes, noscan: noscan, wordSize: heap.layouts.wordSize) / size
    guard let address = allocate(capacity * size, type, noscan: noscan, zero: !noscan, site: site) else {
      return outOfMemory(capacity * size)
    }
    let used = oldLength * size
    if used > 0 {
      guard memory.isReadable(old, used) else { return raise(.memory(old)) }
      if core.pointee.barrier, !noscan { shadeCopied(old, type: type, count: oldLength) }
      memory.copy(to: address, from: old, used)
    }
    // The appended elements are about to be written; only what lies behind them would stay stale.
    if noscan { memory.zero(address + UInt64(newLength * size), (capacity - newLength) * size) }
    setSlice(frame, i.pointee.a, address, newLength, capacity)
    return .done
  }

  /// Shades what the elements point to that a barrier would not see being copied into a new block.
  private func shadeCopied(_ address: UInt64, type: Int32, count: Int) {
    for index in 0..<count {
      let element = address + UInt64(index * heap.layouts.layouts[Int(type)].size)
      var offset = heap.layouts.nextPointer(in: type, from: 0)
      while let at = offset {
        shadeForBarrier(heap.loadWord(element + UInt64(at)), from: element + UInt64(at))
        offset = heap.layouts.nextPointer(in: type, from: at + heap.layouts.wordSize)
      }
    }
  }

  // MARK: Interfaces

  /// The data word of an interface; which values need no block is in cmd/compile/internal/walk/convert.go and runtime/iface.go.
  func execBox(_ i: UnsafePointer<Instruction>, _ frame: UnsafeMutableRawPointer) -> Outcome {
    if heap.state.pointee.collectionDue { return collectFirst() }
    let type = heap.siteTypes[Int(i.pointee.c)]
    let layout = heap.layouts.layouts + Int(type)
    let value = frame + Int(i.pointee.b)
    let size = layout.pointee.size
    if let constant = sharedValue(layout, value) {
      setWord(frame, i.pointee.a, constant)
      return .done
    }
    let noscan = layout.pointee.pointerBytes == 0
    guard let address = allocate(size, type, noscan: noscan, zero: false, site: i.pointee.c) else {
      return outOfMemory(size)
    }
    if core.pointee.barrier, !noscan { writeBarrier(target: heap.zeroValues, source: value, type: TypeID(type)) }
    memory.pointer(address).copyMemory(from: value, byteCount: size)
    memory.markDirty(address, size)
    setWord(frame, i.pointee.a, address)
    return .done
  }

  /// The address of a constant that holds the value: nothing, a byte, a small number, an empty string, a nil slice.
  private func sharedValue(_ layout: UnsafeMutablePointer<TypeLayout>, _ value: UnsafeMutableRawPointer) -> UInt64? {
    let size = layout.pointee.size
    if size == 0 { return heap.zeroBase }
    let integer: UInt64
    switch (size, layout.pointee.kind) {
    case (1, .bool), (1, .int8), (1, .uint8): integer = UInt64(value.load(as: UInt8.self))
    case (2, _) where layout.pointee.alignment == 2: integer = UInt64(value.load(as: UInt16.self))
    case (4, _) where layout.pointee.alignment == 4 && layout.pointee.pointerBytes == 0:
      integer = UInt64(value.loadUnaligned(as: UInt32.self))
    case (8, _) where layout.pointee.alignment == heap.layouts.wordSize && layout.pointee.pointerBytes == 0:
      integer = value.loadUnaligned(as: UInt64.self)
    default:
      switch heap.layouts.layouts[Int(layout.pointee.soleComponent)].kind {
      case .string:
        let length = (value + heap.layouts.wordSize).loadUnaligned(as: UInt32.self)
        return length == 0 && isEmptyString(value) ? heap.zeroValues : nil
      case .slice:
        return heap.layouts.wordSize == 8
          ? (value.loadUnaligned(as: UInt64.self) == 0 ? heap.zeroValues : nil)
          : (value.loadUnaligned(as: UInt32.self) == 0 ? heap.zeroValues : nil)
      default: return nil
      }
    }
    return integer < 256 ? heap.smallIntegers + integer * 8 : nil
  }

  private func isEmptyString(_ value: UnsafeMutableRawPointer) -> Bool {
    heap.layouts.wordSize == 4 || (value + 8).loadUnaligned(as: UInt64.self) == 0
  }
}

extension Heap {
  /// The largest block that Go would even try to allocate, in bytes (runtime/malloc.go maxAlloc).
  var maxAlloc: Int { layouts.wordSize == 8 ? 1 << 48 : 1 << 32 - 1 }

  /// Bytes of `count` elements; nil when that is more than any block may have.
  func arraySize(_ elementSize: Int, _ count: Int) -> Int? {
    guard count >= 0 else { return nil }
    let (size, overflow) = elementSize.multipliedReportingOverflow(by: count)
    return overflow || size > maxAlloc ? nil : size
  }

  /// What append asks for before rounding up to a size class: double up to 256 elements, then gently towards 1.25 times
  /// (runtime/slice.go nextslicecap, Go 1.23).
  static func grownCapacity(newLength: Int, oldCapacity: Int) -> Int {
    let threshold = 256
    let (double, overflow) = oldCapacity.addingReportingOverflow(oldCapacity)
    if overflow || newLength > double { return newLength }
    if oldCapacity < threshold { return double }
    var capacity = oldCapacity
    while capacity < newLength {
      let (next, overflow) = capacity.addingReportingOverflow((capacity &+ 3 * threshold) >> 2)
      if overflow { return newLength }
      capacity = next
    }
    return capacity
  }

}
