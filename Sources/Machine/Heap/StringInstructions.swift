#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import MachineCode

// Strings: concatenation and conversions (runtime/string.go, Go 1.23). A result that does not escape lies in its site's buffer of 32
// bytes when it fits.

/// A string header of the program.
struct GuestString {
  var address: UInt64
  var count: Int
}

extension Machine {
  @inline(__always)
  func string(_ frame: UnsafeMutableRawPointer, _ offset: Int32) -> GuestString {
    GuestString(address: word(frame, offset), count: signedWord(frame, offset &+ words(1)))
  }

  @inline(__always)
  func setString(_ frame: UnsafeMutableRawPointer, _ offset: Int32, _ address: UInt64, _ count: Int) {
    setWord(frame, offset, address)
    setWord(frame, offset &+ words(1), UInt64(bitPattern: Int64(count)))
  }

  /// The bytes of a string or slice; nil when a program made up a pointer to where nothing is.
  @inline(__always)
  func guestBytes(_ address: UInt64, _ count: Int) -> UnsafeRawBufferPointer? {
    guard count > 0 else { return count == 0 ? UnsafeRawBufferPointer(start: nil, count: 0) : nil }
    let offset = memory.guestOffset(address, count)
    return offset < 0 ? nil : UnsafeRawBufferPointer(start: memory.host + offset, count: count)
  }

  /// Where `count` bytes of a result go: the site's buffer, or a new block.
  private func room(_ count: Int, _ frame: UnsafeMutableRawPointer, site: Int32) -> UInt64? {
    let buffer = heap.siteBuffers[Int(site)]
    if buffer >= 0, count <= RuntimeLayout.stringBufferBytes { return address(frame + Int(buffer)) }
    return allocate(count, -1, noscan: true, zero: false, site: site)
  }

  // MARK: +

  func execConcat(_ i: UnsafePointer<Instruction>, _ frame: UnsafeMutableRawPointer) -> Outcome {
    if heap.state.pointee.collectionDue { return collectFirst() }
    let parts = Int32(i.pointee.w)
    var total = 0
    var filled: Int32 = 0
    var only = GuestString(address: 0, count: 0)
    for part in 0..<parts {
      let text = string(frame, i.pointee.b &+ part &* words(2))
      guard text.count > 0 else { continue }
      let (sum, overflow) = total.addingReportingOverflow(text.count)
      guard !overflow else { return fatal("string concatenation too long") }
      total = sum
      filled += 1
      only = text
    }
    if filled == 0 {
      setString(frame, i.pointee.a, 0, 0)
      return .done
    }
    // One text alone is the result itself, unless its bytes lie on the stack and the result may outlive them.
    if filled == 1, heap.siteBuffers[Int(i.pointee.c)] >= 0 || !heap.isStack(only.address) {
      setString(frame, i.pointee.a, only.address, only.count)
      return .done
    }
    guard let target = room(total, frame, site: i.pointee.c) else { return outOfMemory(total) }
    var next = target
    for part in 0..<parts {
      let text = string(frame, i.pointee.b &+ part &* words(2))
      guard text.count > 0 else { continue }
      guard guestBytes(text.address, text.count) != nil else { return raise(.memory(text.address)) }
      memory.copy(to: next, from: text.address, text.count)
      next += UInt64(text.count)
    }
    setString(frame, i.pointee.a, target, total)
    return .done
  }

  // MARK: Conversions

  func execConvertString(_ i: UnsafePointer<Instruction>, _ frame: UnsafeMutableRawPointer) -> Outcome {
    if heap.state.pointee.collectionDue { return collectFirst() }
    switch i.pointee.op {
    case .stringToBytes: return stringToBytes(i, frame)
    case .bytesToString: return bytesToString(i, frame)
    case .stringToRunes: return stringToRunes(i, frame)
    case .runesToString: return runesToString(i, frame)
    default: return runeToString(i, frame)
    }
  }

  private func stringToBytes(_ i: UnsafePointer<Instruction>, _ frame: UnsafeMutableRawPointer) -> Outcome {
    let text = string(frame, i.pointee.b)
    guard guestBytes(text.address, text.count) != nil else { return raise(.memory(text.address)) }
    let buffer = heap.siteBuffers[Int(i.pointee.c)]
    let target: UInt64
    let capacity: Int
    if buffer >= 0, text.count <= RuntimeLayout.stringBufferBytes {
      target = address(frame + Int(buffer))
      capacity = RuntimeLayout.stringBufferBytes
    } else {
      capacity = SizeClass.roundUp(text.count, noscan: true)
      guard let block = allocate(capacity, -1, noscan: true, zero: false, site: i.pointee.c) else {
        return outOfMemory(capacity)
      }
      target = block
    }
    memory.copy(to: target, from: text.address, text.count)
    memory.zero(target + UInt64(text.count), capacity - text.count)
    setSlice(frame, i.pointee.a, target, text.count, capacity)
    return .done
  }

  private func bytesToString(_ i: UnsafePointer<Instruction>, _ frame: UnsafeMutableRawPointer) -> Outcome {
    let bytes = string(frame, i.pointee.b)
    guard let source = guestBytes(bytes.address, bytes.count) else { return raise(.memory(bytes.address)) }
    switch bytes.count {
    case 0:
      setString(frame, i.pointee.a, 0, 0)
    case 1:
      setString(frame, i.pointee.a, heap.smallIntegers + UInt64(source[0]) * 8, 1)
    default:
      guard let target = room(bytes.count, frame, site: i.pointee.c) else { return outOfMemory(bytes.count) }
      memory.copy(to: target, from: bytes.address, bytes.count)
      setString(frame, i.pointee.a, target, bytes.count)
    }
    return .done
  }

  private func stringToRunes(_ i: UnsafePointer<Instruction>, _ frame: UnsafeMutableRawPointer) -> Outcome {
    let text = string(frame, i.pointee.b)
    guard let source = guestBytes(text.address, text.count) else { return raise(.memory(text.address)) }
    var count = 0
    var at = 0
    while at < source.count {
      at += UTF8Decoding.decode(source, at).width
      count += 1
    }
    let bytes = SizeClass.roundUp(count * 4, noscan: true)
    guard let target = allocate(bytes, heap.types.rune.rawValue, noscan: true, zero: false, site: i.pointee.c) else {
      return outOfMemory(bytes)
    }
    at = 0
    var next = target
    while at < source.count {
      let (rune, width) = UTF8Decoding.decode(source, at)
      memory.store(rune, to: next)
      next += 4
      at += width
    }
    memory.zero(next, bytes - count * 4)
    setSlice(frame, i.pointee.a, target, count, bytes / 4)
    return .done
  }

  private func runesToString(_ i: UnsafePointer<Instruction>, _ frame: UnsafeMutableRawPointer) -> Outcome {
    let runes = string(frame, i.pointee.b)
    let (size, overflow) = runes.count.multipliedReportingOverflow(by: 4)
    guard !overflow, let source = guestBytes(runes.address, size) else { return raise(.memory(runes.address)) }
    var text: [UInt8] = []
    text.reserveCapacity(runes.count)
    for index in 0..<runes.count {
      UTF8Decoding.append(source.loadUnaligned(fromByteOffset: index * 4, as: Int32.self), to: &text)
    }
    // Go asks for three bytes more than needed, so that its last rune may be written without a test.
    guard let target = room(text.count + 3, frame, site: i.pointee.c) else { return outOfMemory(text.count + 3) }
    memory.write(text, to: target)
    setString(frame, i.pointee.a, target, text.count)
    return .done
  }

  private func runeToString(_ i: UnsafePointer<Instruction>, _ frame: UnsafeMutableRawPointer) -> Outcome {
    let value = (frame + Int(i.pointee.b)).loadUnaligned(as: Int64.self)
    var text: [UInt8] = []
    UTF8Decoding.append(Int32(exactly: value) ?? UTF8Decoding.replacement, to: &text)
    guard let target = room(4, frame, site: i.pointee.c) else { return outOfMemory(4) }
    memory.write(text, to: target)
    setString(frame, i.pointee.a, target, text.count)
    return .done
  }

  // MARK: Comparison

  func execCompareString(_ i: UnsafePointer<Instruction>, _ frame: UnsafeMutableRawPointer) -> Outcome {
    let left = string(frame, i.pointee.b)
    let right = string(frame, i.pointee.c)
    if i.pointee.op == .eqString {
      var equal = left.count == right.count
      if equal, left.count > 0, left.address != right.address {
        guard let a = guestBytes(left.address, left.count) else { return raise(.memory(left.address)) }
        guard let b = guestBytes(right.address, right.count) else { return raise(.memory(right.address)) }
        equal = memcmp(a.baseAddress!, b.baseAddress!, left.count) == 0
      }
      (frame + Int(i.pointee.a)).storeBytes(of: equal ? 1 : 0, as: UInt8.self)
      return .done
    }
    guard let a = guestBytes(left.address, left.count) else { return raise(.memory(left.address)) }
    guard let b = guestBytes(right.address, right.count) else { return raise(.memory(right.address)) }
    let common = min(a.count, b.count)
    let order = common == 0 ? 0 : Int(memcmp(a.baseAddress!, b.baseAddress!, common))
    let result = order != 0 ? order.signum() : (left.count - right.count).signum()
    (frame + Int(i.pointee.a)).storeBytes(of: result, as: Int.self)
    return .done
  }

  /// decodeRune: a ← rune, a + 8 ← next index, from string b at the index in c.
  func execDecodeRune(_ i: UnsafePointer<Instruction>, _ frame: UnsafeMutableRawPointer) -> Outcome {
    let text = string(frame, i.pointee.b)
    let index = signedWord(frame, i.pointee.c)
    guard let source = guestBytes(text.address, text.count) else { return raise(.memory(text.address)) }
    guard index >= 0, index < source.count else {
      return raise(.bounds(x: Int64(index), signed: true, y: Int64(text.count), code: .index))
    }
    let (rune, width) = UTF8Decoding.decode(source, index)
    (frame + Int(i.pointee.a)).storeBytes(of: rune, as: Int32.self)
    setWord(frame, i.pointee.a &+ 8, UInt64(index + width))
    return .done
  }

  // MARK: Fatal errors

  /// Ends the program as Go does when the heap cannot grow.
  @inline(never)
  func outOfMemory(_ bytes: Int) -> Outcome {
    let pages = (bytes + SizeClass.pageSize - 1) >> SizeClass.pageShift
    let ask = align(max(1, pages), to: Heap.growthPages) << SizeClass.pageShift
    let used = heap.state.pointee.arenaPages << SizeClass.pageShift
    writeError("runtime: out of memory: cannot allocate \(ask)-byte block (\(used) in use)\n")
    return fatal("out of memory")
  }

  func fatal(_ message: String) -> Outcome {
    fatalError(guest: message)
    return .moved
  }
}
