#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import MachineCode

/// What can go wrong within an operation on values; becomes a panic of the program or a fatal error.
enum GuestFault: Error {
  /// A type that cannot be compared, or hashed.
  case uncomparable(Int32), unhashable(Int32)
  /// An address that cannot be read.
  case memory(UInt64)
  /// So many bytes were not to be had.
  case outOfMemory(Int)
  /// Assignment to an entry of a nil map.
  case nilMap
}

// Equality and hashes of values in memory, by type (runtime/alg.go, Go 1.23).

extension Heap {
  // MARK: Equality

  /// Whether two values of a type are equal. Throws where an interface holds what cannot be compared.
  func equal(_ type: Int32, _ a: UnsafeRawPointer, _ b: UnsafeRawPointer) throws(GuestFault) -> Bool {
    let layout = layouts.layouts + Int(type)
    switch layout.pointee.comparison {
    case .memory:
      return memcmp(a, b, layout.pointee.size) == 0
    case .string:
      return try equalStrings(a, b)
    case .float32:
      return a.loadUnaligned(as: Float.self) == b.loadUnaligned(as: Float.self)
    case .float64:
      return a.loadUnaligned(as: Double.self) == b.loadUnaligned(as: Double.self)
    case .complex64:
      return a.loadUnaligned(as: Float.self) == b.loadUnaligned(as: Float.self)
        && (a + 4).loadUnaligned(as: Float.self) == (b + 4).loadUnaligned(as: Float.self)
    case .complex128:
      return a.loadUnaligned(as: Double.self) == b.loadUnaligned(as: Double.self)
        && (a + 8).loadUnaligned(as: Double.self) == (b + 8).loadUnaligned(as: Double.self)
    case .emptyInterface, .interface:
      return try equalInterfaces(a, b, isEmpty: layout.pointee.comparison == .emptyInterface)
    case .array:
      let element = layout.pointee.element
      let size = layouts.layouts[Int(element)].size
      for index in 0..<layout.pointee.count {
        guard try equal(element, a + index * size, b + index * size) else { return false }
      }
      return true
    case .structure:
      for index in layout.pointee.firstField..<layout.pointee.firstField + layout.pointee.count {
        let field = layouts.fields[index]
        guard !field.isBlank else { continue }
        guard try equal(field.type, a + field.offset, b + field.offset) else { return false }
      }
      return true
    case .none:
      throw GuestFault.uncomparable(type)
    }
  }

  @inline(__always)
  func pointerWord(_ at: UnsafeRawPointer) -> UInt64 {
    layouts.wordSize == 8 ? at.loadUnaligned(as: UInt64.self) : UInt64(at.loadUnaligned(as: UInt32.self))
  }

  private func equalStrings(_ a: UnsafeRawPointer, _ b: UnsafeRawPointer) throws(GuestFault) -> Bool {
    let count = pointerWord(a + layouts.wordSize)
    guard count == pointerWord(b + layouts.wordSize) else { return false }
    let (left, right) = (pointerWord(a), pointerWord(b))
    if count == 0 || left == right { return true }
    return memcmp(try bytes(left, Int(count)), try bytes(right, Int(count)), Int(count)) == 0
  }

  @inline(__always)
  func bytes(_ address: UInt64, _ count: Int) throws(GuestFault) -> UnsafeRawPointer {
    let offset = memory.guestOffset(address, count)
    guard offset >= 0 else { throw GuestFault.memory(address) }
    return UnsafeRawPointer(memory.host + offset)
  }

  /// The dynamic type behind an interface's first word, or nil for a nil interface.
  @inline(__always)
  func dynamicType(_ word: UInt64, isEmpty: Bool) -> Int32? {
    if word == 0 { return nil }
    return isEmpty ? programLayout.type(ofWord: word).rawValue : itabTypes[programLayout.itab(ofWord: word)]
  }

  /// Two interfaces of the same kind, with methods or without.
  func equalInterfaces(
    _ a: UnsafeRawPointer, _ b: UnsafeRawPointer, isEmpty: Bool
  ) throws(GuestFault) -> Bool {
    let (word, other) = (pointerWord(a), pointerWord(b))
    if word != other {
      // Interface types with the same methods have itabs of their own.
      guard !isEmpty, word != 0, other != 0, dynamicType(word, isEmpty: false) == dynamicType(other, isEmpty: false)
      else { return false }
    }
    guard let type = dynamicType(word, isEmpty: isEmpty) else { return true }
    return try equalDynamic(type, a + layouts.wordSize, b + layouts.wordSize)
  }

  /// Two data words of interfaces with the same dynamic type.
  private func equalDynamic(_ type: Int32, _ a: UnsafeRawPointer, _ b: UnsafeRawPointer) throws(GuestFault) -> Bool {
    let layout = layouts.layouts + Int(type)
    if layout.pointee.comparison == .none { throw GuestFault.uncomparable(type) }
    let (left, right) = (pointerWord(a), pointerWord(b))
    if layout.pointee.isDirect { return left == right }
    if left == right, layout.pointee.size == 0 { return true }
    return try equal(type, bytes(left, layout.pointee.size), bytes(right, layout.pointee.size))
  }

  // MARK: Hashes

  /// A hash of a value of the type; equal values have equal hashes, whatever the seed. NaN hashes to something else each time.
  func hash(_ type: Int32, _ value: UnsafeRawPointer, seed: UInt64) throws(GuestFault) -> UInt64 {
    let layout = layouts.layouts + Int(type)
    switch layout.pointee.comparison {
    case .memory:
      return Self.hash(value, layout.pointee.size, seed: seed)
    case .string:
      let count = Int(truncatingIfNeeded: pointerWord(value + layouts.wordSize))
      return count == 0
        ? Self.hash(value, 0, seed: seed) : Self.hash(try bytes(pointerWord(value), count), count, seed: seed)
    case .float32: return hash(Double(value.loadUnaligned(as: Float.self)), seed: seed)
    case .float64: return hash(value.loadUnaligned(as: Double.self), seed: seed)
    case .complex64:
      return hash(
        Double((value + 4).loadUnaligned(as: Float.self)),
        seed: hash(Double(value.loadUnaligned(as: Float.self)), seed: seed))
    case .complex128:
      return hash(
        (value + 8).loadUnaligned(as: Double.self), seed: hash(value.loadUnaligned(as: Double.self), seed: seed))
    case .emptyInterface, .interface:
      let isEmpty = layout.pointee.comparison == .emptyInterface
      guard let dynamic = dynamicType(pointerWord(value), isEmpty: isEmpty) else { return seed }
      let inner = layouts.layouts + Int(dynamic)
      guard inner.pointee.comparison != .none else {
        throw GuestFault.unhashable(dynamic)
      }
      if inner.pointee.isDirect { return Self.hash(value + layouts.wordSize, layouts.wordSize, seed: seed) }
      return try hash(dynamic, bytes(pointerWord(value + layouts.wordSize), inner.pointee.size), seed: seed)
    case .array:
      var result = seed
      let size = layouts.layouts[Int(layout.pointee.element)].size
      for index in 0..<layout.pointee.count {
        result = try hash(layout.pointee.element, value + index * size, seed: result)
      }
      return result
    case .structure:
      var result = seed
      for index in layout.pointee.firstField..<layout.pointee.firstField + layout.pointee.count {
        let field = layouts.fields[index]
        if !field.isBlank { result = try hash(field.type, value + field.offset, seed: result) }
      }
      return result
    case .none:
      throw GuestFault.unhashable(type)
    }
  }

  private func hash(_ value: Double, seed: UInt64) -> UInt64 {
    if value == 0 { return Self.mix(seed ^ 0x9e37_79b9_7f4a_7c15, 0xe703_7ed1_a0b4_28db) }
    if value.isNaN { return Self.mix(seed ^ random(), 0x8ebc_6af0_9c88_c6e3) }
    return Self.mix(seed ^ value.bitPattern, 0xe703_7ed1_a0b4_28db)
  }

  /// Folds the 128-bit product of two words.
  @inline(__always)
  private static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }

  /// A hash of bytes: words folded in by wide multiplication.
  @inline(__always)
  static func hash(_ bytes: UnsafeRawPointer, _ count: Int, seed: UInt64) -> UInt64 {
    var state = mix(seed ^ 0xa076_1d64_78bd_642f, UInt64(truncatingIfNeeded: count) ^ 0xe703_7ed1_a0b4_28db)
    var at = 0
    while count &- at >= 8 {
      state = mix(state ^ (bytes + at).loadUnaligned(as: UInt64.self), 0x8ebc_6af0_9c88_c6e3)
      at &+= 8
    }
    if at < count {
      var tail: UInt64 = 0
      var shift: UInt64 = 0
      while at < count {
        tail |= UInt64((bytes + at).load(as: UInt8.self)) &<< shift
        shift &+= 8
        at &+= 1
      }
      state = mix(state ^ tail, 0x5899_65cc_7537_4cc3)
    }
    return mix(state, 0x1d8e_4e27_c47d_124f)
  }

  // MARK: Random numbers

  /// The machine's own random numbers, from its seed: hash seeds, where map iteration begins (SplitMix64).
  func random() -> UInt64 {
    state.pointee.random &+= 0x9e37_79b9_7f4a_7c15
    markStateDirty()
    var z = state.pointee.random
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}

extension Machine {
  /// The panic or fatal error for a fault.
  func raiseFault(_ fault: GuestFault) -> Outcome {
    switch fault {
    case .memory(let address): return raise(.memory(address))
    case .uncomparable(let type): return raise(.runtime("panicUncomparable", [program.layout.typeWord(TypeID(type))]))
    case .unhashable(let type): return raise(.runtime("panicUnhashable", [program.layout.typeWord(TypeID(type))]))
    case .outOfMemory(let bytes): return outOfMemory(bytes)
    case .nilMap: return raise(.runtime("panicNilMap"))
    }
  }

  /// eqValue, eqEmptyInterface, eqInterface.
  func execEqual(_ i: UnsafePointer<Instruction>, _ frame: UnsafeMutableRawPointer) -> Outcome {
    do throws(GuestFault) {
      let equal: Bool
      if i.pointee.op == .eqValue {
        let size = heap.layouts.layouts[Int(i.pointee.w)].size
        let (left, right) = (word(frame, i.pointee.b), word(frame, i.pointee.c))
        guard size == 0 || memory.isReadable(left, size) else { return raise(.memory(left)) }
        guard size == 0 || memory.isReadable(right, size) else { return raise(.memory(right)) }
        equal = size == 0 ? true : try heap.equal(Int32(i.pointee.w), memory.pointer(left), memory.pointer(right))
      } else {
        equal = try heap.equalInterfaces(
          frame + Int(i.pointee.b), frame + Int(i.pointee.c), isEmpty: i.pointee.op == .eqEmptyInterface)
      }
      (frame + Int(i.pointee.a)).storeBytes(of: equal ? 1 : 0, as: UInt8.self)
      return .done
    } catch {
      return raiseFault(error)
    }
  }

  /// assertInterface: whether the dynamic type satisfies the wanted interface was settled when the program was compiled: by an itab
  /// that is there or not.
  func execAssertInterface(_ i: UnsafePointer<Instruction>, _ frame: UnsafeMutableRawPointer) -> Outcome {
    let flags = AssertFlags(rawValue: i.pointee.w)
    let first = word(frame, i.pointee.b)
    let data = word(frame, i.pointee.b &+ words(1))
    let wanted = i.pointee.c
    let dynamic = heap.dynamicType(first, isEmpty: flags.contains(.fromEmpty))
    var result: UInt64? = nil
    if let dynamic {
      if flags.contains(.toEmpty) {
        result = program.layout.typeWord(TypeID(dynamic))
      } else if let itab = heap.itab(interface: wanted, type: dynamic) {
        result = program.layout.itabWord(itab)
      }
    } else if flags.contains(.convert) {
      result = 0
    }
    guard result != nil || flags.contains(.commaOK) else {
      return raise(
        .typeAssertion(
          interface: nil, concrete: dynamic.map { TypeID($0) }, asserted: TypeID(wanted),
          missingMethod: dynamic.map { heap.missingMethod(of: $0, in: wanted) } ?? ""))
    }
    setWord(frame, i.pointee.a, result ?? 0)
    setWord(frame, i.pointee.a &+ words(1), result == nil || result == 0 ? 0 : data)
    if flags.contains(.commaOK) {
      (frame + Int(i.pointee.a &+ words(2))).storeBytes(of: result == nil ? 0 : 1, as: UInt8.self)
    }
    return .done
  }
}

extension Heap {
  /// The itab of a pair, if the compiler made one.
  func itab(interface: Int32, type: Int32) -> Int? { itabIndex[Int64(interface) << 32 | Int64(type)] }

  /// The first method in the interface's order that a type lacks.
  func missingMethod(of type: Int32, in interface: Int32) -> String {
    let have = Set(types.types[Int(type)].methods.map { $0.packagePath + "." + $0.name })
    return types.types[Int(interface)].methods.first { !have.contains($0.packagePath + "." + $0.name) }?.name ?? ""
  }
}
