/// An iterator over a map, in a frame slot of twelve words laid out as Go's (runtime/map.go hiter).
///
/// Iteration begins at a random bucket and a random entry within each bucket. Entries may be deleted and added meanwhile: what is deleted
/// before it was reached does not come, and nothing comes twice. When the map grows meanwhile, the iterator goes on over the
/// buckets of its own array, and looks entries up where they went.
struct MapIterator {
  let slot: UnsafeMutableRawPointer

  private func get<T: BitwiseCopyable>(_ offset: Int, _: T.Type = T.self) -> T {
    (slot + offset).loadUnaligned(as: T.self)
  }
  private func set<T: BitwiseCopyable>(_ offset: Int, _ value: T) { (slot + offset).storeBytes(of: value, as: T.self) }

  var key: UInt64 {
    get { get(0) }
    nonmutating set { set(0, newValue) }
  }
  var element: UInt64 {
    get { get(8) }
    nonmutating set { set(8, newValue) }
  }
  var typeWord: UInt64 {
    get { get(16) }
    nonmutating set { set(16, newValue) }
  }
  var map: UInt64 {
    get { get(24) }
    nonmutating set { set(24, newValue) }
  }
  var buckets: UInt64 {
    get { get(32) }
    nonmutating set { set(32, newValue) }
  }
  /// The current bucket; 0 before a chain begins.
  var current: UInt64 {
    get { get(40) }
    nonmutating set { set(40, newValue) }
  }
  /// Keep overflow buckets without pointers alive.
  var overflow: UInt64 {
    get { get(48) }
    nonmutating set { set(48, newValue) }
  }
  var oldOverflow: UInt64 {
    get { get(56) }
    nonmutating set { set(56, newValue) }
  }
  var startBucket: Int {
    get { get(64) }
    nonmutating set { set(64, newValue) }
  }
  /// Where iteration begins within each bucket.
  var offset: UInt8 {
    get { get(72) }
    nonmutating set { set(72, newValue) }
  }
  var wrapped: Bool {
    get { get(73, UInt8.self) != 0 }
    nonmutating set { set(73, UInt8(newValue ? 1 : 0)) }
  }
  var logBuckets: UInt8 {
    get { get(74) }
    nonmutating set { set(74, newValue) }
  }
  /// Entries of the current bucket already seen.
  var entry: UInt8 {
    get { get(75) }
    nonmutating set { set(75, newValue) }
  }
  /// The next chain.
  var bucket: Int {
    get { get(80) }
    nonmutating set { set(80, newValue) }
  }
  /// While reading an old bucket that was not moved yet: only entries that will go to this bucket count. −1 else.
  var check: Int {
    get { get(88) }
    nonmutating set { set(88, newValue) }
  }

  static let size = 96
}

extension Machine {
  func beginIteration(
    _ layout: MapLayoutPointer, _ map: UInt64, _ iterator: MapIterator, site: Int32
  ) throws(GuestFault) {
    iterator.slot.initializeMemory(as: UInt8.self, repeating: 0, count: MapIterator.size)
    iterator.typeWord = program.layout.typeWord(layout.pointee.map)
    guard map != 0, heap.header(map).count > 0 else { return }
    let header = heap.header(map)
    iterator.map = map
    iterator.logBuckets = header.logBuckets
    iterator.buckets = header.buckets
    if !layout.pointee.bucketHasPointers {
      iterator.overflow = try overflowList(map, site: site)
      iterator.oldOverflow = memory.word(header.extra + UInt64(MapFormat.oldOverflowList))
    }
    let random = heap.random()
    iterator.startBucket = Int(random & header.bucketMask)
    iterator.offset = UInt8(truncatingIfNeeded: random >> UInt64(header.logBuckets) & UInt64(MapFormat.slots - 1))
    iterator.bucket = iterator.startBucket
    iterator.check = -1
    header.flags |= MapFormat.iterator | MapFormat.oldIterator
    try continueIteration(layout, iterator)
  }

  func continueIteration(_ layout: MapLayoutPointer, _ iterator: MapIterator) throws(GuestFault) {
    guard iterator.map != 0 else { return }
    let header = heap.header(iterator.map)
    let mask = 1 << Int(iterator.logBuckets) - 1
    while true {
      if iterator.current == 0, !beginChain(layout, header, iterator) {
        iterator.key = 0
        iterator.element = 0
        return
      }
      let bucket = iterator.current
      while Int(iterator.entry) < MapFormat.slots {
        let slot = Int(iterator.entry + iterator.offset) & (MapFormat.slots - 1)
        iterator.entry += 1
        let top = heap.topHash(bucket, slot)
        if MapFormat.isEmpty(top) || top == MapFormat.evacuatedEmpty { continue }
        let keyAddress = heap.keyAddress(layout, bucket, slot)
        let key = memory.pointer(keyAddress)
        let equalsItself =
          layout.pointee.reflexiveKey ? true : try heap.equal(layout.pointee.key.rawValue, key, key)
        if iterator.check >= 0, !header.isSameSize {
          if equalsItself {
            let hash = try heap.hash(layout, header, key)
            if Int(truncatingIfNeeded: hash) & mask != iterator.check { continue }
          } else if iterator.check >> (Int(iterator.logBuckets) - 1) != Int(top & 1) {
            continue
          }
        }
        if top != MapFormat.evacuatedLow && top != MapFormat.evacuatedHigh || !equalsItself {
          iterator.key = keyAddress
          iterator.element = heap.elementAddress(layout, bucket, slot)
          return
        }
        // The map grew and the entry moved: it may have been changed or deleted since.
        guard let (newBucket, newSlot) = try heap.find(layout, iterator.map, key) else { continue }
        iterator.key = heap.keyAddress(layout, newBucket, newSlot)
        iterator.element = heap.elementAddress(layout, newBucket, newSlot)
        return
      }
      iterator.current = heap.overflow(layout, bucket)
      iterator.entry = 0
    }
  }

  /// Goes to the first bucket of the next chain; false when all have been.
  private func beginChain(_ layout: MapLayoutPointer, _ header: MapHeader, _ iterator: MapIterator) -> Bool {
    let index = iterator.bucket
    if index == iterator.startBucket, iterator.wrapped { return false }
    let size = layout.pointee.bucketSize
    iterator.current = iterator.buckets + UInt64(index * size)
    iterator.check = -1
    if header.isGrowing, iterator.logBuckets == header.logBuckets {
      // The chain may still be in the old array, together with one that belongs elsewhere.
      let old = header.oldBuckets + UInt64((index & (header.oldBucketCount - 1)) * size)
      if !heap.isEvacuated(old) {
        iterator.current = old
        iterator.check = index
      }
    }
    iterator.bucket = index + 1
    if iterator.bucket == 1 << Int(iterator.logBuckets) {
      iterator.bucket = 0
      iterator.wrapped = true
    }
    iterator.entry = 0
    return true
  }
}
