#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import MachineCode

/// Go's allocator on simulated memory (runtime/malloc.go, Go 1.23): which span, which slot, which bytes are zeroed.
///
/// ```
///   new(T) ─▶ size class, with or without pointers ─▶ the span at hand for that class ─▶ its next free slot
///                                                       │ full
///                                                       ▼
///                              a swept span with free slots ─▶ else fresh pages ─▶ else a larger arena ─▶ else out of memory
/// ```
///
/// All that changes stands in the metadata window; this object holds only pointers to it and tables that never change, so a
/// checkpoint of memory is a checkpoint of the heap.
final class Heap {
  let memory: Memory
  let types: RuntimeTypes
  let layouts: TypeLayoutTable
  let maxHeap: Int
  /// Host address minus simulated address in the arena.
  let arenaDelta: Int
  let arenaBase: UInt64
  /// Host addresses of memory and of its metadata window, whose offset is `metadataOffset`; and the dirty bytes of pages.
  let hostBase: UnsafeMutableRawPointer
  let metadata: UnsafeMutableRawPointer
  let metadataOffset: Int
  let dirty: UnsafeMutablePointer<UInt8>
  /// Bytes of address space reserved for the arena.
  let arenaReserve: UInt64

  let state: UnsafeMutablePointer<HeapState>
  /// The span at hand for each span class, by page index; `pageCapacity` (an entry that is always full) for none.
  let caches: UnsafeMutablePointer<UInt32>
  /// Heads and tails of the lists of spans, as page index + 1.
  let listHeads: UnsafeMutablePointer<UInt32>
  let listTails: UnsafeMutablePointer<UInt32>
  /// Free pieces of the metadata window by size in KiB; each begins with the offset of the next; 0 for none.
  let freeChunks: UnsafeMutablePointer<Int>
  let pageBits: UnsafeMutablePointer<UInt64>
  let spans: UnsafeMutablePointer<Span>
  let pageCapacity: Int

  let programLayout: MemoryLayoutMap
  /// The concrete type of each itab, and the itabs by interface << 32 | type.
  let itabTypes: UnsafeMutablePointer<Int32>
  let itabIndex: [Int64: Int]
  /// Layouts of map types, by type index; −1 in `mapIndex` for other types.
  let mapLayouts: UnsafeMutablePointer<RuntimeTypes.MapLayout>
  let mapIndex: UnsafeMutablePointer<Int32>
  /// By allocation site: the type, and the slot of its buffer or −1.
  let siteTypes: UnsafeMutablePointer<Int32>
  let siteBuffers: UnsafeMutablePointer<Int32>
  /// Size class by (bytes + 7) / 8.
  let classOfSize: UnsafeMutablePointer<UInt8>

  /// Offsets in memory, for marking dirty. State, caches and the table of free pieces share one page.
  let stateOffset: Int
  private let listsOffset: Int
  private let listsSize: Int
  let pageBitsOffset: Int
  private let spansOffset: Int

  /// Addresses of the runtime's constants: 1024 zero bytes, the values 0 ... 255 as words, and where blocks of no size stand.
  let zeroValues: UInt64
  let smallIntegers: UInt64
  let zeroBase: UInt64

  /// Bytes that the constants take.
  static let constantsSize = 1024 + 256 * 8 + 16
  static let largestChunkUnits = 32

  init(_ program: Program, memory: Memory, options: MachineOptions) {
    self.memory = memory
    types = RuntimeTypes(program)
    layouts = TypeLayoutTable(types.types, wordSize: program.wordSize)
    maxHeap = min(options.maxHeap, memory.arenaReserve)
    arenaDelta = memory.arenaDelta
    arenaBase = memory.arenaBase
    pageCapacity = memory.arenaReserve >> SizeClass.pageShift
    hostBase = memory.host
    metadata = memory.host + memory.metadataOffset
    metadataOffset = memory.metadataOffset
    dirty = memory.dirty
    arenaReserve = UInt64(memory.arenaReserve)

    var next = 0
    func piece(_ size: Int) -> Int {
      defer { next += align(size, to: 64) }
      return next
    }
    let lists = 4 * SpanClass.count * 4
    let stateAt = piece(MemoryLayout<HeapState>.stride)
    let cachesAt = piece(SpanClass.count * 4)
    let chunksAt = piece((Self.largestChunkUnits + 1) * 8)
    precondition(next <= Memory.pageSize)
    next = Memory.pageSize
    let headsAt = piece(lists + 4 * Heap.stackListCount)
    let tailsAt = piece(lists + 4 * Heap.stackListCount)
    listsSize = next - headsAt
    next = align(next, to: Memory.pageSize)
    let bitsAt = piece((pageCapacity + 63) / 64 * 8)
    let spansAt = piece((pageCapacity + 1) * MemoryLayout<Span>.stride)
    let base = memory.pointer(memory.reserveMetadata(next, alignment: Memory.pageSize))
    state = (base + stateAt).bindMemory(to: HeapState.self, capacity: 1)
    caches = (base + cachesAt).bindMemory(to: UInt32.self, capacity: SpanClass.count)
    listHeads = (base + headsAt).bindMemory(to: UInt32.self, capacity: lists / 4)
    listTails = (base + tailsAt).bindMemory(to: UInt32.self, capacity: lists / 4)
    freeChunks = (base + chunksAt).bindMemory(to: Int.self, capacity: Self.largestChunkUnits + 1)
    pageBits = (base + bitsAt).bindMemory(to: UInt64.self, capacity: (pageCapacity + 63) / 64)
    spans = (base + spansAt).bindMemory(to: Span.self, capacity: pageCapacity + 1)
    stateOffset = base - memory.host
    listsOffset = stateOffset + headsAt
    pageBitsOffset = stateOffset + bitsAt
    spansOffset = stateOffset + spansAt

    classOfSize = .allocate(capacity: SizeClass.largestSmallSize / 8 + 1)
    for eighth in 0...SizeClass.largestSmallSize / 8 {
      (classOfSize + eighth).initialize(to: UInt8(SizeClass.forSize(eighth * 8)))
    }

    siteTypes = .allocate(capacity: max(1, program.sites.count))
    siteBuffers = .allocate(capacity: max(1, program.sites.count))
    for (index, site) in program.sites.enumerated() {
      (siteTypes + index).initialize(to: site.type.rawValue)
      (siteBuffers + index).initialize(to: site.bufferSlot)
    }

    programLayout = program.layout
    itabTypes = .allocate(capacity: max(1, program.itabs.count))
    for (index, itab) in program.itabs.enumerated() { (itabTypes + index).initialize(to: itab.type.rawValue) }
    itabIndex = Dictionary(
      program.itabs.enumerated().map { (Int64($1.interface.rawValue) << 32 | Int64($1.type.rawValue), $0) },
      uniquingKeysWith: { first, _ in first })
    mapLayouts = .allocate(capacity: max(1, types.maps.count))
    mapIndex = .allocate(capacity: max(1, program.types.count))
    mapIndex.initialize(repeating: -1, count: max(1, program.types.count))
    for (index, map) in types.maps.values.sorted(by: { $0.map < $1.map }).enumerated() {
      (mapLayouts + index).initialize(to: map)
      mapIndex[Int(map.map.rawValue)] = Int32(index)
    }

    let constants = (program.layout.dataEnd + 63) & ~63
    zeroValues = constants
    smallIntegers = constants + 1024
    zeroBase = constants + 1024 + 256 * 8
    for value in 0..<256 { memory.store(UInt64(value), to: smallIntegers + UInt64(value) * 8) }

    for spanClass in 0..<SpanClass.count { caches[spanClass] = UInt32(pageCapacity) }
    state.pointee.globalsScan = program.globals.reduce(0) { $0 + program.types[Int($1.type.rawValue)].pointerBytes }
    let percent = options.gogc ?? -1
    state.pointee.heapMinimumIsScaled = options.heapMinimum == Self.defaultHeapMinimum
    state.pointee.heapMinimum =
      state.pointee.heapMinimumIsScaled ? options.heapMinimum * max(0, percent) / 100 : options.heapMinimum
    state.pointee.gogc = percent
    state.pointee.random = options.seed
    updatePace()
    memory.mark(offset: stateOffset, Memory.pageSize)
  }

  deinit {
    layouts.deallocate()
    classOfSize.deallocate()
    siteTypes.deallocate()
    siteBuffers.deallocate()
    itabTypes.deallocate()
    mapLayouts.deallocate()
    mapIndex.deallocate()
  }

  // MARK: Addresses

  /// Host pointer to an address in the arena.
  @inline(__always)
  func host(_ address: UInt64) -> UnsafeMutableRawPointer {
    UnsafeMutableRawPointer(bitPattern: Int(bitPattern: UInt(address)) &+ arenaDelta).unsafelyUnwrapped
  }

  /// Offset in memory of a span's entry.
  @inline(__always)
  func spanOffset(_ page: Int) -> Int { spansOffset &+ page &* MemoryLayout<Span>.stride }

  @inline(__always)
  func markDirty(_ span: UnsafeMutablePointer<Span>) {
    mark(offset: spanOffset(span - spans), MemoryLayout<Span>.stride)
  }

  @inline(__always)
  func markStateDirty() { dirty[stateOffset >> Memory.pageShift] = 1 }

  func markListsDirty() { memory.mark(offset: listsOffset, listsSize) }

  @inline(__always)
  func base(of span: UnsafeMutablePointer<Span>) -> UInt64 {
    arenaBase &+ UInt64(bitPattern: Int64(span - spans)) &<< UInt64(SizeClass.pageShift)
  }

  /// Marks a piece of the metadata window dirty, given from its beginning.
  @inline(__always)
  func markMetadata(_ offset: Int, _ count: Int) { mark(offset: metadataOffset &+ offset, count) }

  /// Marks at most a page's bytes dirty, given by their offset in memory.
  @inline(__always)
  func mark(offset: Int, _ count: Int) {
    dirty[offset >> Memory.pageShift] = 1
    dirty[(offset &+ count &- 1) >> Memory.pageShift] = 1
  }

  /// The same for a record.
  @inline(__always)
  func markRecord(_ record: UnsafeMutablePointer<BlockRecord>) {
    mark(offset: UnsafeMutableRawPointer(record) - hostBase, MemoryLayout<BlockRecord>.stride)
  }

  @inline(__always)
  func record(_ span: UnsafeMutablePointer<Span>, _ slot: Int) -> UnsafeMutablePointer<BlockRecord> {
    let offset = span.pointee.chunk &+ span.pointee.recordOffset &+ slot &* MemoryLayout<BlockRecord>.stride
    return (metadata + offset).assumingMemoryBound(to: BlockRecord.self)
  }

  @inline(__always)
  func allocBits(_ span: UnsafeMutablePointer<Span>) -> UnsafeMutablePointer<UInt64> {
    (metadata + span.pointee.chunk).assumingMemoryBound(to: UInt64.self)
  }

  @inline(__always)
  func markBits(_ span: UnsafeMutablePointer<Span>) -> UnsafeMutablePointer<UInt64> {
    (metadata + span.pointee.chunk + span.pointee.markOffset).assumingMemoryBound(to: UInt64.self)
  }

  @inline(__always)
  func heldBits(_ span: UnsafeMutablePointer<Span>) -> UnsafeMutablePointer<UInt64> {
    (metadata + span.pointee.chunk + span.pointee.heldOffset).assumingMemoryBound(to: UInt64.self)
  }

  @inline(__always)
  func greyBits(_ span: UnsafeMutablePointer<Span>) -> UnsafeMutablePointer<UInt64> {
    (metadata + span.pointee.chunk + span.pointee.greyOffset).assumingMemoryBound(to: UInt64.self)
  }
}

/// What an allocation is recorded with.
struct AllocationOrigin {
  var site: Int32
  var goroutine: UInt32
  var tick: UInt64
}
