/// What runtime.ReadMemStats says of the heap (runtime/mstats.go MemStats). Counts of blocks, sizes in bytes.
public struct HeapStatistics: Hashable, Sendable {
  public var alloc: UInt64
  public var totalAlloc: UInt64
  public var mallocs: UInt64
  public var frees: UInt64
  public var heapSys: UInt64
  public var heapIdle: UInt64
  public var heapInuse: UInt64
  public var heapObjects: UInt64
  public var stackInuse: UInt64
  public var nextGC: UInt64
  public var numGC: UInt64
  public var numForcedGC: UInt64
}

extension Heap {
  var statistics: HeapStatistics {
    let state = state.pointee
    let pageSize = UInt64(SizeClass.pageSize)
    let mapped = UInt64(state.arenaPages) * pageSize
    let inUse = UInt64(state.spanPages) * pageSize
    let stacks = UInt64(state.stackPages) * pageSize
    let off = state.gogc < 0
    return HeapStatistics(
      alloc: state.allocatedBytes - state.freedBytes, totalAlloc: state.allocatedBytes,
      mallocs: state.mallocs + state.tinyMallocs, frees: state.frees + state.tinyMallocs, heapSys: mapped - stacks,
      heapIdle: mapped - stacks - inUse, heapInuse: inUse, heapObjects: state.mallocs - state.frees,
      stackInuse: stacks, nextGC: off ? .max : UInt64(state.goal), numGC: UInt64(state.cycles),
      numForcedGC: UInt64(state.forcedCycles))
  }
}
