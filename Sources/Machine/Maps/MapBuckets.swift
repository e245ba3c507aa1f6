/// Maps as Go 1.23 lays them out (runtime/map.go): a header and an array of 2^B buckets of eight entries each, all of them blocks in
/// simulated memory.
///
/// ```
///   header  count │ flags B noverflow hash0 │ buckets │ oldbuckets │ nevacuate │ extra
///                                              │
///   bucket  ◀──────────────────────────────────┘  chosen by the low bits of a key's hash
///           tophash ×8 │ key ×8 │ elem ×8 │ overflow ─▶ a further bucket when eight are not enough
/// ```
///
/// `tophash` holds the high byte of each hash, or why an entry is empty. At more than 6.5 entries a bucket the array doubles;
/// with many overflow buckets it is made anew in the same size. Either way each assignment and deletion moves one or two old
/// buckets over ("evacuates" them) until all are.
enum MapFormat {
  static let slots = RuntimeTypes.slotsPerBucket

  // Values of tophash.
  /// Empty, and so are all later entries of the bucket and its overflow buckets.
  static let emptyRest: UInt8 = 0
  static let emptyOne: UInt8 = 1
  /// Moved to the lower or the upper half of the larger array.
  static let evacuatedLow: UInt8 = 2
  static let evacuatedHigh: UInt8 = 3
  static let evacuatedEmpty: UInt8 = 4
  static let minTopHash: UInt8 = 5

  // Flags of the header.
  static let iterator: UInt8 = 1
  static let oldIterator: UInt8 = 2
  /// A goroutine is in the middle of changing the map.
  static let writing: UInt8 = 4
  static let sameSizeGrow: UInt8 = 8

  // Offsets in the header (64 bits).
  static let flags = 8
  static let logBuckets = 9
  static let overflowCount = 10
  static let hash0 = 12
  static let buckets = 16
  static let oldBuckets = 24
  static let evacuated = 32
  static let extra = 40

  // Offsets in runtime.mapextra.
  static let overflowList = 0
  static let oldOverflowList = 8
  static let nextOverflow = 16

  static let dataOffset = 8

  @inline(__always)
  static func top(_ hash: UInt64) -> UInt8 {
    let top = UInt8(truncatingIfNeeded: hash >> 56)
    return top < minTopHash ? top &+ minTopHash : top
  }

  @inline(__always)
  static func isEmpty(_ top: UInt8) -> Bool { top <= emptyOne }

  static func overLoadFactor(_ count: Int, _ logBuckets: UInt8) -> Bool {
    count > slots && count > 13 * (1 << Int(logBuckets) / 2)
  }

  /// As many overflow buckets as buckets, roughly: then the map is sparse, and is made anew.
  static func tooManyOverflow(_ overflow: UInt16, _ logBuckets: UInt8) -> Bool {
    overflow >= 1 << UInt16(min(logBuckets, 15))
  }
}

/// A map's header in memory. Reading and writing, no policy.
struct MapHeader {
  let memory: Memory
  let address: UInt64

  @inline(__always)
  private func load<T: BitwiseCopyable>(_ offset: Int, _: T.Type = T.self) -> T {
    memory.load(address &+ UInt64(truncatingIfNeeded: offset), as: T.self)
  }
  @inline(__always)
  private func store<T: BitwiseCopyable>(_ offset: Int, _ value: T) {
    memory.store(value, to: address &+ UInt64(truncatingIfNeeded: offset))
  }

  var count: Int {
    @inline(__always) get { load(0) }
    @inline(__always) nonmutating set { store(0, newValue) }
  }
  var flags: UInt8 {
    @inline(__always) get { load(MapFormat.flags) }
    @inline(__always) nonmutating set { store(MapFormat.flags, newValue) }
  }
  var logBuckets: UInt8 {
    @inline(__always) get { load(MapFormat.logBuckets) }
    @inline(__always) nonmutating set { store(MapFormat.logBuckets, newValue) }
  }
  var overflowCount: UInt16 {
    @inline(__always) get { load(MapFormat.overflowCount) }
    @inline(__always) nonmutating set { store(MapFormat.overflowCount, newValue) }
  }
  var hash0: UInt32 {
    @inline(__always) get { load(MapFormat.hash0) }
    @inline(__always) nonmutating set { store(MapFormat.hash0, newValue) }
  }
  /// Pointers are set through the machine, which tells the collector.
  var buckets: UInt64 { load(MapFormat.buckets) }
  var oldBuckets: UInt64 { load(MapFormat.oldBuckets) }
  var evacuated: Int {
    @inline(__always) get { load(MapFormat.evacuated) }
    @inline(__always) nonmutating set { store(MapFormat.evacuated, newValue) }
  }
  var extra: UInt64 { load(MapFormat.extra) }

  var bucketMask: UInt64 { 1 << UInt64(logBuckets) - 1 }
  var isGrowing: Bool { oldBuckets != 0 }
  var isSameSize: Bool { flags & MapFormat.sameSizeGrow != 0 }
  /// Number of old buckets while growing.
  var oldBucketCount: Int { 1 << Int(isSameSize ? logBuckets : logBuckets - 1) }
}

extension Heap {
  @inline(__always)
  func mapLayout(_ type: UInt16) -> UnsafeMutablePointer<RuntimeTypes.MapLayout> {
    mapLayouts + Int(mapIndex[Int(type)])
  }

  @inline(__always)
  func header(_ address: UInt64) -> MapHeader { MapHeader(memory: memory, address: address) }

  @inline(__always)
  func overflow(_ layout: UnsafeMutablePointer<RuntimeTypes.MapLayout>, _ bucket: UInt64) -> UInt64 {
    memory.word(bucket &+ UInt64(truncatingIfNeeded: layout.pointee.overflowOffset))
  }

  @inline(__always)
  func topHash(_ bucket: UInt64, _ slot: Int) -> UInt8 {
    memory.load(bucket &+ UInt64(truncatingIfNeeded: slot), as: UInt8.self)
  }

  @inline(__always)
  func setTopHash(_ bucket: UInt64, _ slot: Int, _ top: UInt8) {
    memory.store(top, to: bucket &+ UInt64(truncatingIfNeeded: slot))
  }

  func isEvacuated(_ bucket: UInt64) -> Bool {
    let top = topHash(bucket, 0)
    return top > MapFormat.emptyOne && top < MapFormat.minTopHash
  }

  /// Where a key stands, in the bucket or in the block that the bucket points to.
  @inline(__always)
  func keyAddress(_ layout: UnsafeMutablePointer<RuntimeTypes.MapLayout>, _ bucket: UInt64, _ slot: Int) -> UInt64 {
    let at = keySlot(layout, bucket, slot)
    return layout.pointee.indirectKey ? memory.word(at) : at
  }

  @inline(__always)
  func keySlot(_ layout: UnsafeMutablePointer<RuntimeTypes.MapLayout>, _ bucket: UInt64, _ slot: Int) -> UInt64 {
    bucket &+ UInt64(truncatingIfNeeded: MapFormat.dataOffset &+ slot &* layout.pointee.keySlotSize)
  }

  @inline(__always)
  func elementAddress(
    _ layout: UnsafeMutablePointer<RuntimeTypes.MapLayout>, _ bucket: UInt64, _ slot: Int
  ) -> UInt64 {
    let at = elementSlot(layout, bucket, slot)
    return layout.pointee.indirectElement ? memory.word(at) : at
  }

  @inline(__always)
  func elementSlot(_ layout: UnsafeMutablePointer<RuntimeTypes.MapLayout>, _ bucket: UInt64, _ slot: Int) -> UInt64 {
    bucket &+ UInt64(truncatingIfNeeded: layout.pointee.elementsOffset &+ slot &* layout.pointee.elementSlotSize)
  }

  @inline(__always)
  func hash(
    _ layout: UnsafeMutablePointer<RuntimeTypes.MapLayout>, _ header: MapHeader, _ key: UnsafeRawPointer
  ) throws(GuestFault) -> UInt64 {
    try hash(layout.pointee.key.rawValue, key, seed: UInt64(header.hash0))
  }

  /// The bucket in which to look a hash up: the old one while it was not moved over.
  @inline(__always)
  func bucketToSearch(
    _ layout: UnsafeMutablePointer<RuntimeTypes.MapLayout>, _ header: MapHeader, _ hash: UInt64
  ) -> UInt64 {
    let size = UInt64(truncatingIfNeeded: layout.pointee.bucketSize)
    let mask = header.bucketMask
    if header.isGrowing {
      let old = header.oldBuckets &+ (hash & (header.isSameSize ? mask : mask >> 1)) &* size
      if !isEvacuated(old) { return old }
    }
    return header.buckets &+ (hash & mask) &* size
  }

  /// The entry of a key; nil when it is not in the map.
  func find(
    _ layout: UnsafeMutablePointer<RuntimeTypes.MapLayout>, _ map: UInt64, _ key: UnsafeRawPointer
  ) throws(GuestFault) -> (bucket: UInt64, slot: Int)? {
    guard map != 0, header(map).count > 0 else {
      // An unhashable key panics even when there is nothing to find.
      if !layout.pointee.reflexiveKey { _ = try hash(layout.pointee.key.rawValue, key, seed: 0) }
      return nil
    }
    let header = header(map)
    let hash = try hash(layout, header, key)
    let top = MapFormat.top(hash)
    var bucket = bucketToSearch(layout, header, hash)
    while bucket != 0 {
      // The eight hashes of a bucket are one word.
      let tops = memory.word(bucket)
      var matches = Self.bytes(of: tops, equalTo: top)
      while matches != 0 {
        let slot = matches.trailingZeroBitCount >> 3
        matches &= matches - 1
        if try isKey(layout, key, at: memory.pointer(keyAddress(layout, bucket, slot))) { return (bucket, slot) }
      }
      if Self.bytes(of: tops, equalTo: MapFormat.emptyRest) != 0 { return nil }
      bucket = overflow(layout, bucket)
    }
    return nil
  }

  /// Bit 7 of each byte of the word that has the value.
  @inline(__always)
  private static func bytes(of word: UInt64, equalTo value: UInt8) -> UInt64 {
    let low: UInt64 = 0x7f7f_7f7f_7f7f_7f7f
    let difference = word ^ UInt64(value) &* 0x0101_0101_0101_0101
    return ~((difference & low) &+ low | difference | low)
  }

  @inline(__always)
  private func isKey(
    _ layout: UnsafeMutablePointer<RuntimeTypes.MapLayout>, _ key: UnsafeRawPointer, at place: UnsafeRawPointer
  ) throws(GuestFault) -> Bool {
    let type = layouts.layouts + Int(layout.pointee.key.rawValue)
    if type.pointee.size == 8, type.pointee.comparison == .memory {
      return key.loadUnaligned(as: UInt64.self) == place.loadUnaligned(as: UInt64.self)
    }
    return try equal(layout.pointee.key.rawValue, key, place)
  }
}
