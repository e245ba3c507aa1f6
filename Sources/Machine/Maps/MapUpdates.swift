import MachineCode

// Making maps, assigning, deleting, clearing (runtime/map.go, Go 1.23).

extension Machine {
  typealias MapLayoutPointer = UnsafeMutablePointer<RuntimeTypes.MapLayout>

  /// A block for a map, or the fault.
  func mapBlock(_ size: Int, _ type: TypeID, site: Int32) throws(GuestFault) -> UInt64 {
    let noscan = heap.layouts[type].pointee.pointerBytes == 0
    guard let address = allocate(size, type.rawValue, noscan: noscan, zero: true, site: site) else {
      throw .outOfMemory(size)
    }
    return address
  }

  func writePointer(_ value: UInt64, to slot: UInt64) {
    if core.pointee.barrier { writeBarrier(slot: slot, new: value) }
    memory.store(value, to: slot)
  }

  /// Copies a value of a type with what the collector must be told.
  func storeValue(_ type: TypeID, to target: UInt64, from source: UnsafeRawPointer) {
    let layout = heap.layouts[type]
    let size = layout.pointee.size
    guard size > 0 else { return }
    if core.pointee.barrier, layout.pointee.pointerBytes > 0 {
      writeBarrier(target: target, source: source, type: type)
    }
    memory.pointer(target).copyMemory(from: source, byteCount: size)
    memory.markDirty(target, size)
  }

  func zeroValue(_ type: TypeID, at target: UInt64) {
    let layout = heap.layouts[type]
    if core.pointee.barrier, layout.pointee.pointerBytes > 0 { writeBarrier(target: target, source: nil, type: type) }
    memory.zero(target, layout.pointee.size)
  }

  // MARK: Making

  func makeMap(_ layout: MapLayoutPointer, hint: Int, site: Int32) throws(GuestFault) -> UInt64 {
    let map = try mapBlock(heap.layouts[layout.pointee.header].pointee.size, layout.pointee.header, site: site)
    let header = heap.header(map)
    header.hash0 = UInt32(truncatingIfNeeded: heap.random())
    var logBuckets: UInt8 = 0
    if hint > 0, heap.arraySize(layout.pointee.bucketSize, hint) != nil {
      while MapFormat.overLoadFactor(hint, logBuckets) { logBuckets += 1 }
    }
    header.logBuckets = logBuckets
    // Up to eight entries need no array: their bucket is made when the first is assigned.
    if logBuckets > 0 {
      let (buckets, spare) = try makeBuckets(layout, logBuckets, site: site)
      writePointer(buckets, to: map + UInt64(MapFormat.buckets))
      if spare != 0 { writePointer(spare, to: try extra(map, site: site) + UInt64(MapFormat.nextOverflow)) }
    }
    return map
  }

  /// An array of 2^B buckets, from B = 4 on with some spare ones behind them that serve as overflow buckets. The last spare's
  /// overflow pointer is set, which marks it as the last.
  func makeBuckets(
    _ layout: MapLayoutPointer, _ logBuckets: UInt8, site: Int32
  ) throws(GuestFault) -> (buckets: UInt64, spare: UInt64) {
    let count = 1 << Int(logBuckets)
    let size = layout.pointee.bucketSize
    let total = heap.bucketCount(layout, logBuckets)
    guard let bytes = heap.arraySize(size, total) else { throw .outOfMemory(heap.maxAlloc) }
    let buckets = try mapBlock(bytes, layout.pointee.bucket, site: site)
    return (buckets, total == count ? 0 : linkSpare(layout, buckets, count, total))
  }

  private func linkSpare(_ layout: MapLayoutPointer, _ buckets: UInt64, _ count: Int, _ total: Int) -> UInt64 {
    let size = layout.pointee.bucketSize
    let last = buckets + UInt64((total - 1) * size)
    memory.store(buckets, to: last + UInt64(layout.pointee.overflowOffset))
    return buckets + UInt64(count * size)
  }

  private func extra(_ map: UInt64, site: Int32) throws(GuestFault) -> UInt64 {
    let header = heap.header(map)
    if header.extra != 0 { return header.extra }
    let extra = try mapBlock(heap.layouts[heap.types.mapExtra].pointee.size, heap.types.mapExtra, site: site)
    writePointer(extra, to: map + UInt64(MapFormat.extra))
    return extra
  }

  /// Hangs an empty overflow bucket behind a bucket.
  func addOverflow(_ layout: MapLayoutPointer, _ map: UInt64, _ bucket: UInt64, site: Int32) throws(GuestFault)
    -> UInt64
  {
    let header = heap.header(map)
    let size = UInt64(layout.pointee.bucketSize)
    let next = header.extra == 0 ? 0 : memory.word(header.extra + UInt64(MapFormat.nextOverflow))
    let new: UInt64
    if next != 0 {
      new = next
      let link = next + UInt64(layout.pointee.overflowOffset)
      if memory.word(link) == 0 {
        writePointer(next + size, to: header.extra + UInt64(MapFormat.nextOverflow))
      } else {
        memory.store(UInt64(0), to: link)
        writePointer(0, to: header.extra + UInt64(MapFormat.nextOverflow))
      }
    } else {
      new = try mapBlock(layout.pointee.bucketSize, layout.pointee.bucket, site: site)
    }
    countOverflow(header)
    if !layout.pointee.bucketHasPointers { try keepAlive(new, map, site: site) }
    writePointer(new, to: bucket + UInt64(layout.pointee.overflowOffset))
    return new
  }

  /// The count is exact for small maps, and a sample for those of 2^16 buckets and more.
  private func countOverflow(_ header: MapHeader) {
    if header.logBuckets < 16 {
      header.overflowCount += 1
    } else {
      let mask = UInt32(1) << UInt32(header.logBuckets - 15) - 1
      if UInt32(truncatingIfNeeded: heap.random()) & mask == 0 { header.overflowCount &+= 1 }
    }
  }

  /// Buckets without pointers are not scanned, so that their overflow buckets are listed beside them.
  func overflowList(_ map: UInt64, site: Int32) throws(GuestFault) -> UInt64 {
    let listSlot = try extra(map, site: site) + UInt64(MapFormat.overflowList)
    if memory.word(listSlot) == 0 {
      writePointer(
        try mapBlock(heap.layouts[heap.types.overflowList].pointee.size, heap.types.overflowList, site: site),
        to: listSlot)
    }
    return memory.word(listSlot)
  }

  private func keepAlive(_ bucket: UInt64, _ map: UInt64, site: Int32) throws(GuestFault) {
    let list = try overflowList(map, site: site)
    let length = memory.load(list + 8, as: Int.self)
    let capacity = memory.load(list + 16, as: Int.self)
    if length == capacity {
      let wanted = Heap.grownCapacity(newLength: length + 1, oldCapacity: capacity)
      let bytes = SizeClass.roundUp(wanted * 8, noscan: false)
      let array = try mapBlock(bytes, heap.types.bucketPointer, site: site)
      memory.copy(to: array, from: memory.word(list), length * 8)
      writePointer(array, to: list)
      memory.store(bytes / 8, to: list + 16)
    }
    writePointer(bucket, to: memory.word(list) + UInt64(length * 8))
    memory.store(length + 1, to: list + 8)
  }

  // MARK: Assigning

  /// The address of the element for a key, which is entered if it is not there.
  func assign(
    _ layout: MapLayoutPointer, _ map: UInt64, _ key: UnsafeRawPointer, site: Int32
  ) throws(GuestFault) -> UInt64 {
    guard map != 0 else { throw .nilMap }
    let header = heap.header(map)
    let hash = try heap.hash(layout, header, key)
    if header.buckets == 0 {
      writePointer(
        try mapBlock(layout.pointee.bucketSize, layout.pointee.bucket, site: site), to: map + UInt64(MapFormat.buckets))
    }
    let top = MapFormat.top(hash)
    while true {
      let index = hash & header.bucketMask
      if header.isGrowing { try growWork(layout, map, Int(index), site: site) }
      var bucket = header.buckets + index * UInt64(layout.pointee.bucketSize)
      var free: (bucket: UInt64, slot: Int)?
      search: while true {
        for slot in 0..<MapFormat.slots {
          let here = heap.topHash(bucket, slot)
          guard here == top else {
            if MapFormat.isEmpty(here), free == nil { free = (bucket, slot) }
            if here == MapFormat.emptyRest { break search }
            continue
          }
          let old = heap.keyAddress(layout, bucket, slot)
          guard try heap.equal(layout.pointee.key.rawValue, key, memory.pointer(old)) else { continue }
          if layout.pointee.needsKeyUpdate { storeValue(layout.pointee.key, to: old, from: key) }
          return heap.elementAddress(layout, bucket, slot)
        }
        let next = heap.overflow(layout, bucket)
        if next == 0 { break }
        bucket = next
      }
      let logBuckets = header.logBuckets
      if !header.isGrowing,
        MapFormat.overLoadFactor(header.count + 1, logBuckets)
          || MapFormat.tooManyOverflow(header.overflowCount, logBuckets)
      {
        try beginGrowth(layout, map, site: site)
        continue
      }
      if free == nil { free = (try addOverflow(layout, map, bucket, site: site), 0) }
      guard let (target, slot) = free else { preconditionFailure() }
      return try enter(layout, map, key, target, slot, top, site: site)
    }
  }

  private func enter(
    _ layout: MapLayoutPointer, _ map: UInt64, _ key: UnsafeRawPointer, _ bucket: UInt64, _ slot: Int, _ top: UInt8,
    site: Int32
  ) throws(GuestFault) -> UInt64 {
    if layout.pointee.indirectKey {
      let block = try mapBlock(heap.layouts[layout.pointee.key].pointee.size, layout.pointee.key, site: site)
      writePointer(block, to: heap.keySlot(layout, bucket, slot))
    }
    if layout.pointee.indirectElement {
      let block = try mapBlock(heap.layouts[layout.pointee.element].pointee.size, layout.pointee.element, site: site)
      writePointer(block, to: heap.elementSlot(layout, bucket, slot))
    }
    storeValue(layout.pointee.key, to: heap.keyAddress(layout, bucket, slot), from: key)
    heap.setTopHash(bucket, slot, top)
    heap.header(map).count += 1
    return heap.elementAddress(layout, bucket, slot)
  }

  // MARK: Deleting

  func delete(_ layout: MapLayoutPointer, _ map: UInt64, _ key: UnsafeRawPointer) throws(GuestFault) {
    guard map != 0, heap.header(map).count > 0 else {
      _ = try heap.find(layout, 0, key)
      return
    }
    let header = heap.header(map)
    let hash = try heap.hash(layout, header, key)
    let index = hash & header.bucketMask
    if header.isGrowing { try growWork(layout, map, Int(index), site: heap.site(ofBlock: map)) }
    let first = header.buckets + index * UInt64(layout.pointee.bucketSize)
    let top = MapFormat.top(hash)
    var bucket = first
    while bucket != 0 {
      for slot in 0..<MapFormat.slots {
        let here = heap.topHash(bucket, slot)
        if here == MapFormat.emptyRest { return }
        guard here == top,
          try heap.equal(layout.pointee.key.rawValue, key, memory.pointer(heap.keyAddress(layout, bucket, slot)))
        else { continue }
        empty(layout, bucket, slot)
        heap.setTopHash(bucket, slot, MapFormat.emptyOne)
        trimEmptyRest(layout, first, bucket, slot)
        header.count -= 1
        // An empty map takes a new hash seed, so that nobody can prepare keys that collide.
        if header.count == 0 { header.hash0 = UInt32(truncatingIfNeeded: heap.random()) }
        return
      }
      bucket = heap.overflow(layout, bucket)
    }
  }

  private func empty(_ layout: MapLayoutPointer, _ bucket: UInt64, _ slot: Int) {
    if layout.pointee.indirectKey {
      writePointer(0, to: heap.keySlot(layout, bucket, slot))
    } else if heap.layouts[layout.pointee.key].pointee.pointerBytes > 0 {
      zeroValue(layout.pointee.key, at: heap.keySlot(layout, bucket, slot))
    }
    if layout.pointee.indirectElement {
      writePointer(0, to: heap.elementSlot(layout, bucket, slot))
    } else {
      zeroValue(layout.pointee.element, at: heap.elementSlot(layout, bucket, slot))
    }
  }

  /// Where only empty entries follow, a chain's end says so, and searches stop early.
  private func trimEmptyRest(_ layout: MapLayoutPointer, _ first: UInt64, _ bucket: UInt64, _ slot: Int) {
    var bucket = bucket
    var slot = slot
    if slot == MapFormat.slots - 1 {
      let next = heap.overflow(layout, bucket)
      if next != 0, heap.topHash(next, 0) != MapFormat.emptyRest { return }
    } else if heap.topHash(bucket, slot + 1) != MapFormat.emptyRest {
      return
    }
    while true {
      heap.setTopHash(bucket, slot, MapFormat.emptyRest)
      if slot == 0 {
        if bucket == first { return }
        var previous = first
        while heap.overflow(layout, previous) != bucket { previous = heap.overflow(layout, previous) }
        bucket = previous
        slot = MapFormat.slots - 1
      } else {
        slot -= 1
      }
      if heap.topHash(bucket, slot) != MapFormat.emptyOne { return }
    }
  }

  // MARK: Clearing

  /// Forgets all entries, and keeps the array.
  func clear(_ layout: MapLayoutPointer, _ map: UInt64) {
    guard map != 0, heap.header(map).count > 0 else { return }
    let header = heap.header(map)
    // Iterators that stand in these buckets must see that nothing is left.
    markEmpty(layout, header.buckets, 1 << Int(header.logBuckets))
    if header.isGrowing { markEmpty(layout, header.oldBuckets, header.oldBucketCount) }
    header.flags &= ~MapFormat.sameSizeGrow
    writePointer(0, to: map + UInt64(MapFormat.oldBuckets))
    header.evacuated = 0
    header.overflowCount = 0
    header.count = 0
    header.hash0 = UInt32(truncatingIfNeeded: heap.random())
    let extra = header.extra
    if extra != 0 { zeroValue(heap.types.mapExtra, at: extra) }
    let count = 1 << Int(header.logBuckets)
    let total = heap.bucketCount(layout, header.logBuckets)
    if core.pointee.barrier, layout.pointee.bucketHasPointers {
      for index in 0..<total {
        writeBarrier(
          target: header.buckets + UInt64(index * layout.pointee.bucketSize), source: nil, type: layout.pointee.bucket)
      }
    }
    memory.zero(header.buckets, total * layout.pointee.bucketSize)
    if total != count, extra != 0 {
      writePointer(linkSpare(layout, header.buckets, count, total), to: extra + UInt64(MapFormat.nextOverflow))
    }
  }

  private func markEmpty(_ layout: MapLayoutPointer, _ buckets: UInt64, _ count: Int) {
    for index in 0..<count {
      var bucket = buckets + UInt64(index * layout.pointee.bucketSize)
      while bucket != 0 {
        memory.zero(bucket, MapFormat.slots)
        bucket = heap.overflow(layout, bucket)
      }
    }
  }
}

extension Heap {
  /// Buckets in an array of 2^B: from B = 4 on one sixteenth more, and as many as the size class has room for.
  func bucketCount(_ layout: UnsafeMutablePointer<RuntimeTypes.MapLayout>, _ logBuckets: UInt8) -> Int {
    let count = 1 << Int(logBuckets)
    guard logBuckets >= 4 else { return count }
    let total = count + count >> 4
    let (bytes, overflow) = total.multipliedReportingOverflow(by: layout.pointee.bucketSize)
    if overflow { return total }
    return SizeClass.roundUp(bytes, noscan: !layout.pointee.bucketHasPointers) / layout.pointee.bucketSize
  }

  /// The allocation site of the block at an address; −1 for none.
  func site(ofBlock address: UInt64) -> Int32 {
    guard let (span, slot) = findBlock(address) else { return -1 }
    return record(span, slot).pointee.site
  }
}
