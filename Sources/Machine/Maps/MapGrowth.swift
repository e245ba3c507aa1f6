import MachineCode

// Growth of maps: a new array at once, the entries little by little (runtime/map.go, Go 1.23).

extension Machine {
  /// Makes the new array; the entries stay in the old one for now.
  func beginGrowth(_ layout: MapLayoutPointer, _ map: UInt64, site: Int32) throws(GuestFault) {
    let header = heap.header(map)
    let isLarger = MapFormat.overLoadFactor(header.count + 1, header.logBuckets)
    let logBuckets = header.logBuckets + (isLarger ? 1 : 0)
    let (buckets, spare) = try makeBuckets(layout, logBuckets, site: site)
    var flags = header.flags & ~(MapFormat.iterator | MapFormat.oldIterator)
    if header.flags & MapFormat.iterator != 0 { flags |= MapFormat.oldIterator }
    if !isLarger { flags |= MapFormat.sameSizeGrow }
    header.logBuckets = logBuckets
    header.flags = flags
    writePointer(header.buckets, to: map + UInt64(MapFormat.oldBuckets))
    writePointer(buckets, to: map + UInt64(MapFormat.buckets))
    header.evacuated = 0
    header.overflowCount = 0
    let extra = header.extra
    if extra != 0 {
      let list = memory.word(extra + UInt64(MapFormat.overflowList))
      if list != 0 {
        writePointer(list, to: extra + UInt64(MapFormat.oldOverflowList))
        writePointer(0, to: extra + UInt64(MapFormat.overflowList))
      }
    }
    if spare != 0 {
      var target = extra
      if target == 0 {
        target = try mapBlock(heap.layouts[heap.types.mapExtra].pointee.size, heap.types.mapExtra, site: site)
        writePointer(target, to: map + UInt64(MapFormat.extra))
      }
      writePointer(spare, to: target + UInt64(MapFormat.nextOverflow))
    }
    emit(.mapGrew(map: map, buckets: 1 << Int(logBuckets)))
  }

  /// Moves the old bucket that belongs to `bucket`, and one more so that growth comes to an end.
  func growWork(_ layout: MapLayoutPointer, _ map: UInt64, _ bucket: Int, site: Int32) throws(GuestFault) {
    let header = heap.header(map)
    try evacuate(layout, map, bucket & (header.oldBucketCount - 1), site: site)
    if header.isGrowing { try evacuate(layout, map, header.evacuated, site: site) }
  }

  /// Where the next entry of a half of the new array goes.
  private struct Destination {
    var bucket: UInt64
    var slot = 0
  }

  private func evacuate(_ layout: MapLayoutPointer, _ map: UInt64, _ index: Int, site: Int32) throws(GuestFault) {
    let header = heap.header(map)
    let size = layout.pointee.bucketSize
    let old = header.oldBuckets + UInt64(index * size)
    let oldCount = header.oldBucketCount
    if !heap.isEvacuated(old) {
      let isSameSize = header.isSameSize
      var low = Destination(bucket: header.buckets + UInt64(index * size))
      var high = Destination(bucket: isSameSize ? 0 : header.buckets + UInt64((index + oldCount) * size))
      var moved = 0
      var bucket = old
      while bucket != 0 {
        for slot in 0..<MapFormat.slots {
          var top = heap.topHash(bucket, slot)
          if MapFormat.isEmpty(top) {
            heap.setTopHash(bucket, slot, MapFormat.evacuatedEmpty)
            continue
          }
          var goesHigh = false
          if !isSameSize {
            let key = memory.pointer(heap.keyAddress(layout, bucket, slot))
            let hash = try heap.hash(layout, header, key)
            if header.flags & MapFormat.iterator != 0, !layout.pointee.reflexiveKey,
              try !heap.equal(layout.pointee.key.rawValue, key, key)
            {
              // A NaN's hash is another each time. So that iterators can tell where it went, the old top hash decides, and a
              // new one gives the next growth a new choice.
              goesHigh = top & 1 != 0
              top = MapFormat.top(hash)
            } else {
              goesHigh = hash & UInt64(oldCount) != 0
            }
          }
          heap.setTopHash(bucket, slot, goesHigh ? MapFormat.evacuatedHigh : MapFormat.evacuatedLow)
          var target = goesHigh ? high : low
          if target.slot == MapFormat.slots {
            target = Destination(bucket: try addOverflow(layout, map, target.bucket, site: site))
          }
          move(layout, from: bucket, slot, to: target.bucket, target.slot)
          heap.setTopHash(target.bucket, target.slot, top)
          target.slot += 1
          if goesHigh { high = target } else { low = target }
          moved += 1
        }
        bucket = heap.overflow(layout, bucket)
      }
      // Nobody iterates over the old bucket: let go of what it refers to, overflow buckets included.
      if header.flags & MapFormat.oldIterator == 0, layout.pointee.bucketHasPointers {
        if core.pointee.barrier { writeBarrier(target: old, source: nil, type: layout.pointee.bucket) }
        memory.zero(old + UInt64(MapFormat.dataOffset), size - MapFormat.dataOffset)
      }
      emit(.mapEvacuated(map: map, bucket: index, entries: moved))
    }
    if index == header.evacuated { advanceEvacuation(layout, map, oldCount) }
  }

  private func move(
    _ layout: MapLayoutPointer, from source: UInt64, _ sourceSlot: Int, to target: UInt64, _ targetSlot: Int
  ) {
    let keys = (heap.keySlot(layout, source, sourceSlot), heap.keySlot(layout, target, targetSlot))
    if layout.pointee.indirectKey {
      writePointer(memory.word(keys.0), to: keys.1)
    } else {
      storeValue(layout.pointee.key, to: keys.1, from: memory.pointer(keys.0))
    }
    let elements = (heap.elementSlot(layout, source, sourceSlot), heap.elementSlot(layout, target, targetSlot))
    if layout.pointee.indirectElement {
      writePointer(memory.word(elements.0), to: elements.1)
    } else {
      storeValue(layout.pointee.element, to: elements.1, from: memory.pointer(elements.0))
    }
  }

  private func advanceEvacuation(_ layout: MapLayoutPointer, _ map: UInt64, _ oldCount: Int) {
    let header = heap.header(map)
    var next = header.evacuated + 1
    // Looking far ahead would make a single assignment slow.
    let stop = min(next + 1024, oldCount)
    while next != stop, heap.isEvacuated(header.oldBuckets + UInt64(next * layout.pointee.bucketSize)) { next += 1 }
    header.evacuated = next
    guard next == oldCount else { return }
    writePointer(0, to: map + UInt64(MapFormat.oldBuckets))
    if header.extra != 0 { writePointer(0, to: header.extra + UInt64(MapFormat.oldOverflowList)) }
    header.flags &= ~MapFormat.sameSizeGrow
  }
}
