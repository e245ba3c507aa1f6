import MachineCode

// Slicing, and copying and clearing by value: what needs bounds, overlap or barriers.

extension Machine {
  /// s[low:high:max] over a slice, string or array; the order of the checks and their messages are Go's
  /// (cmd/compile/internal/ssagen/ssa.go slice, runtime/error.go).
  func execSliceExpression(_ i: UnsafePointer<Instruction>, _ frame: UnsafeMutableRawPointer) -> Outcome {
    let flags = SliceFlags(rawValue: i.pointee.w)
    let base = i.pointee.b
    let pointer = word(frame, base)
    let length = signedWord(frame, base &+ words(1))
    let isString = flags.contains(.string)
    let capacity = isString ? length : signedWord(frame, base &+ words(2))
    if flags.contains(.array), pointer == 0 { return raise(.memory(0)) }

    let low = flags.contains(.low) ? signedWord(frame, base &+ words(3)) : 0
    let high = flags.contains(.high) ? signedWord(frame, base &+ words(4)) : length
    func bounds(_ x: Int, _ y: Int, _ code: BoundsCode) -> Outcome {
      raise(.bounds(x: Int64(x), signed: true, y: Int64(y), code: code))
    }
    var limit = capacity
    if flags.contains(.max) {
      limit = signedWord(frame, base &+ words(5))
      guard UInt(bitPattern: limit) <= UInt(bitPattern: capacity) else {
        return bounds(limit, capacity, flags.contains(.array) ? .slice3ALength : .slice3ACapacity)
      }
      guard UInt(bitPattern: high) <= UInt(bitPattern: limit) else { return bounds(high, limit, .slice3B) }
      guard UInt(bitPattern: low) <= UInt(bitPattern: high) else { return bounds(low, high, .slice3C) }
    } else {
      guard UInt(bitPattern: high) <= UInt(bitPattern: capacity) else {
        return bounds(high, capacity, isString || flags.contains(.array) ? .sliceALength : .sliceACapacity)
      }
      guard UInt(bitPattern: low) <= UInt(bitPattern: high) else { return bounds(low, high, .sliceB) }
    }
    let newLength = high - low
    let room = isString ? newLength : limit - low
    // With no room left the pointer stays where it is: behind the block it would hold its neighbour alive.
    let moved = room == 0 ? pointer : pointer &+ UInt64(bitPattern: Int64(low &* (isString ? 1 : Int(i.pointee.c))))
    if isString {
      setString(frame, i.pointee.a, moved, newLength)
    } else {
      setSlice(frame, i.pointee.a, moved, newLength, room)
    }
    return .done
  }

  /// a ← pointer of slice b, which must have at least c elements.
  func execSliceToArray(_ i: UnsafePointer<Instruction>, _ frame: UnsafeMutableRawPointer) -> Outcome {
    let length = signedWord(frame, i.pointee.b &+ words(1))
    guard length >= Int(i.pointee.c) else {
      return raise(.bounds(x: Int64(length), signed: true, y: Int64(i.pointee.c), code: .convert))
    }
    setWord(frame, i.pointee.a, word(frame, i.pointee.b))
    return .done
  }

  /// copySlice and copyString: a is the target slice, b the source, c takes the count.
  func execCopy(_ i: UnsafePointer<Instruction>, _ frame: UnsafeMutableRawPointer) -> Outcome {
    let target = word(frame, i.pointee.a)
    let source = word(frame, i.pointee.b)
    let count = min(signedWord(frame, i.pointee.a &+ words(1)), signedWord(frame, i.pointee.b &+ words(1)))
    let isString = i.pointee.op == .copyString
    let layout = heap.layouts.layouts + Int(isString ? 0 : i.pointee.w)
    let size = isString ? 1 : layout.pointee.size
    setWord(frame, i.pointee.c, UInt64(bitPattern: Int64(count)))
    let (bytes, overflow) = count.multipliedReportingOverflow(by: size)
    guard bytes > 0 || overflow, source != target else { return .done }
    guard !overflow, memory.isReadable(source, bytes) else { return raise(.memory(source)) }
    guard isWritable(target, bytes) else { return raise(.memory(target)) }
    if core.pointee.barrier, !isString, layout.pointee.pointerBytes > 0 {
      for index in 0..<UInt64(count) {
        writeBarrier(
          target: target + index * UInt64(size), source: memory.pointer(source + index * UInt64(size)),
          type: TypeID(Int32(i.pointee.w)))
      }
    }
    memory.copy(to: target, from: source, bytes)
    emit(.memoryWritten(goroutine: currentGoroutineID, address: target, size: bytes))
    return .done
  }

  /// True when a program may write there: the arena and the package variables, but no constants.
  func isWritable(_ address: UInt64, _ size: Int) -> Bool {
    guard memory.isReadable(address, size) else { return false }
    if address >= memory.arenaBase { return true }
    return address >= program.layout.dataBase
  }
}
