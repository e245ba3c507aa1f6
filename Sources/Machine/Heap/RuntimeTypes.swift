import MachineCode

/// The program's types, and behind them those that only the runtime knows: map headers and buckets (runtime/map.go), so that
/// blocks of maps are seen, named and scanned like any other.
///
/// ```
///   map.header[string]int { count flags B noverflow hash0 buckets oldbuckets nevacuate extra }
///   map.bucket[string]int { topbits [8]uint8; keys [8]string; elems [8]int; overflow }
/// ```
///
/// Keys and elements above 128 bytes stand behind pointers. A bucket without pointers keeps its overflow address as a plain
/// number, so that the collector need not look into it; `extra` keeps such buckets alive.
struct RuntimeTypes {
  /// What a map type's blocks look like. Offsets in bytes from the beginning of a bucket.
  struct MapLayout {
    var map: TypeID
    var key: TypeID
    var element: TypeID
    var header: TypeID
    var bucket: TypeID
    var keySlotSize: Int
    var elementSlotSize: Int
    var elementsOffset: Int
    var overflowOffset: Int
    var bucketSize: Int
    var indirectKey: Bool
    var indirectElement: Bool
    var bucketHasPointers: Bool
    /// k == k for all keys: no floats, no interfaces.
    var reflexiveKey: Bool
    /// Equal keys may differ in bytes (+0 and −0, strings at other addresses), so an assignment also writes the key.
    var needsKeyUpdate: Bool
  }

  /// Keys and elements above this size stand in blocks of their own (internal/abi/map.go).
  static let largestInlineSize = 128
  static let slotsPerBucket = 8

  private(set) var types: [TypeDescriptor]
  /// One pointer to anything, for the runtime's own roots.
  private(set) var pointerWord = TypeID(-1)
  /// An element of a []rune.
  private(set) var rune = TypeID(-1)
  private(set) var maps: [TypeID: MapLayout] = [:]
  /// `runtime.mapextra`, `[]*bmap` and what belongs to them; made only for programs with maps.
  private(set) var mapExtra = TypeID(-1)
  private(set) var overflowList = TypeID(-1)
  private(set) var bucketPointer = TypeID(-1)
  /// The slot of an iterator over a map: its first eight words are pointers.
  private(set) var mapIterator = TypeID(-1)
  /// `runtime.hchan`, whose buffer is a block of its own; made only for programs with channels.
  private(set) var channel = TypeID(-1)
  let wordSize: Int

  init(_ program: Program) {
    types = program.types
    wordSize = program.wordSize
    pointerWord = add(pointer("unsafe.Pointer", kind: .unsafePointer, to: nil))
    rune = add(.init(kind: .int32, text: "int32", size: 4, alignment: 4))
    addChannel(program)
    let mapTypes = program.types.indices.filter { program.types[$0].kind == .map }
    guard !mapTypes.isEmpty else { return }
    let uint8 = add(.init(kind: .uint8, text: "uint8", size: 1, alignment: 1))
    let uint16 = add(.init(kind: .uint16, text: "uint16", size: 2, alignment: 2))
    let uint32 = add(.init(kind: .uint32, text: "uint32", size: 4, alignment: 4))
    let int = add(.init(kind: .int, text: "int", size: wordSize, alignment: wordSize))
    let uintptr = add(.init(kind: .uintptr, text: "uintptr", size: wordSize, alignment: wordSize))
    bucketPointer = pointerWord
    overflowList = add(
      .init(
        kind: .slice, text: "[]*runtime.bmap", size: 3 * wordSize, alignment: wordSize, element: bucketPointer,
        isComparable: false, pointerBytes: wordSize))
    let listPointer = add(pointer("*[]*runtime.bmap", to: overflowList))
    mapExtra = add(
      structure(
        "runtime.mapextra",
        [("overflow", listPointer), ("oldoverflow", listPointer), ("nextOverflow", bucketPointer)]))
    let extraPointer = add(pointer("*runtime.mapextra", to: mapExtra))
    mapIterator = add(
      structure(
        "runtime.hiter",
        ["key", "elem", "t", "h", "buckets", "bptr", "overflow", "oldoverflow"].map { ($0, bucketPointer) }
          + ["startBucket", "position", "bucket", "checkBucket"].map { ($0, uintptr) }))
    let topBits = add(array(of: uint8))
    for index in mapTypes {
      let map = types[index]
      guard let key = map.key, let element = map.element else { continue }
      let suffix = map.text.hasPrefix("map") ? String(map.text.dropFirst(3)) : "[\(types[Int(key.rawValue)].text)]…"
      let keySlot = stored(key)
      let elementSlot = stored(element)
      let keys = add(array(of: keySlot))
      let elements = add(array(of: elementSlot))
      let hasPointers = types[Int(keys.rawValue)].pointerBytes + types[Int(elements.rawValue)].pointerBytes > 0
      let bucket = add(
        structure(
          "map.bucket" + suffix,
          [
            ("topbits", topBits), ("keys", keys), ("elems", elements),
            ("overflow", hasPointers ? bucketPointer : uintptr),
          ]))
      let toBucket = add(pointer("*map.bucket" + suffix, to: bucket))
      let header = add(
        structure(
          "map.header" + suffix,
          [
            ("count", int), ("flags", uint8), ("B", uint8), ("noverflow", uint16), ("hash0", uint32),
            ("buckets", toBucket), ("oldbuckets", toBucket), ("nevacuate", uintptr), ("extra", extraPointer),
          ]))
      let bucketSize = types[Int(bucket.rawValue)].size
      maps[TypeID(Int32(index))] = MapLayout(
        map: TypeID(Int32(index)), key: key, element: element, header: header, bucket: bucket,
        keySlotSize: types[Int(keySlot.rawValue)].size, elementSlotSize: types[Int(elementSlot.rawValue)].size,
        elementsOffset: types[Int(bucket.rawValue)].fields[2].offset, overflowOffset: bucketSize - wordSize,
        bucketSize: bucketSize, indirectKey: keySlot != key, indirectElement: elementSlot != element,
        bucketHasPointers: hasPointers, reflexiveKey: isReflexive(key), needsKeyUpdate: needsUpdate(key))
    }
  }

  private mutating func addChannel(_ program: Program) {
    guard program.types.contains(where: { $0.kind == .chan }) else { return }
    let uint = add(.init(kind: .uint, text: "uint", size: wordSize, alignment: wordSize))
    let uint16 = add(.init(kind: .uint16, text: "uint16", size: 2, alignment: 2))
    let uint32 = add(.init(kind: .uint32, text: "uint32", size: 4, alignment: 4))
    channel = add(
      structure(
        "runtime.hchan",
        [
          ("qcount", uint), ("dataqsiz", uint), ("buf", pointerWord), ("elemsize", uint16), ("closed", uint32),
          ("timer", pointerWord), ("elemtype", uint), ("sendx", uint), ("recvx", uint), ("recvq.first", uint),
          ("recvq.last", uint), ("sendq.first", uint), ("sendq.last", uint), ("lock", uint),
        ]))
  }

  private mutating func add(_ type: TypeDescriptor) -> TypeID {
    types.append(type)
    return TypeID(Int32(types.count - 1))
  }

  private func pointer(_ text: String, kind: TypeDescriptor.Kind = .pointer, to element: TypeID?) -> TypeDescriptor {
    .init(
      kind: kind, text: text, size: wordSize, alignment: wordSize, element: element, isDirect: true,
      pointerBytes: wordSize)
  }

  private func array(of element: TypeID) -> TypeDescriptor {
    let type = types[Int(element.rawValue)]
    let count = Self.slotsPerBucket
    return .init(
      kind: .array, text: "[\(count)]\(type.text)", size: count * type.size, alignment: type.alignment,
      element: element, length: count, isComparable: type.isComparable,
      pointerBytes: type.pointerBytes == 0 ? 0 : (count - 1) * type.size + type.pointerBytes)
  }

  private func structure(_ text: String, _ members: [(name: String, type: TypeID)]) -> TypeDescriptor {
    var fields: [TypeDescriptor.Field] = []
    var offset = 0
    var alignment = 1
    var pointerBytes = 0
    for member in members {
      let type = types[Int(member.type.rawValue)]
      offset = align(offset, to: max(1, type.alignment))
      alignment = max(alignment, type.alignment)
      if type.pointerBytes > 0 { pointerBytes = offset + type.pointerBytes }
      fields.append(.init(name: member.name, type: member.type, offset: offset, isEmbedded: false, isExported: false))
      offset += type.size
    }
    return .init(
      kind: .structure, text: text, size: align(offset, to: alignment), alignment: alignment, fields: fields,
      isComparable: false, pointerBytes: pointerBytes)
  }

  /// What a bucket holds for a key or element type: itself, or a pointer when it is large.
  private mutating func stored(_ type: TypeID) -> TypeID {
    let descriptor = types[Int(type.rawValue)]
    guard descriptor.size > Self.largestInlineSize else { return type }
    return add(pointer("*" + descriptor.text, to: type))
  }

  private func isReflexive(_ id: TypeID) -> Bool {
    let type = types[Int(id.rawValue)]
    switch type.kind {
    case .float32, .float64, .complex64, .complex128, .interface: return false
    case .array: return type.element.map(isReflexive) ?? true
    case .structure: return type.fields.allSatisfy { isReflexive($0.type) }
    default: return true
    }
  }

  private func needsUpdate(_ id: TypeID) -> Bool {
    let type = types[Int(id.rawValue)]
    switch type.kind {
    case .float32, .float64, .complex64, .complex128, .interface, .string: return true
    case .array: return type.element.map(needsUpdate) ?? false
    case .structure: return type.fields.contains { needsUpdate($0.type) }
    default: return false
    }
  }
}

/// `value` rounded up to a multiple of `alignment`, a power of two.
@inline(__always)
func align(_ value: Int, to alignment: Int) -> Int { (value + alignment - 1) & ~(alignment - 1) }
