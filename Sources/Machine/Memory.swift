#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The simulated memory: three windows of the simulated address space in one reserved host region.
///
/// ```
///   address            offset                   window
///   0x0      ...       0        ...             low: page 0 (faults), text, constants, descriptors, package variables
///   arenaBase ...      lowSize  ...             arena: heap blocks and goroutine stacks
///   metadataBase ...   lowSize + arenaReserve   metadata: span tables, block records, mark bits, goroutine records
/// ```
///
/// Programs reach the low window and the arena; the metadata window holds the runtime's own tables, which real Go keeps
/// outside its heap as well. A page is 4 KiB; writing marks its page dirty, so that a checkpoint saves what changed. The host gives
/// memory to a page when it is first touched, and fresh pages read as zero: reserving much costs nothing.
///
/// Owned by `Machine`, which calls `release()`.
public struct Memory: @unchecked Sendable {
  public static let pageSize = 4096
  public static let pageShift = 12
  /// Simulated address of the metadata window; above every address a program can hold a block at.
  public static let metadataBase: UInt64 = 0x7000_0000_0000
  /// Host bytes between two windows, never handed out: an access of a few bytes at a window's end stays harmless.
  static let gap = 1 << 16

  /// How far the growing windows are in use, in bytes from their beginnings. Part of a checkpoint.
  public struct Extents: Hashable, Sendable {
    public var arena = 0
    public var metadata = 0
  }

  public let host: UnsafeMutableRawPointer
  public let lowSize: Int
  public let arenaBase: UInt64
  public let arenaReserve: Int
  public let metadataReserve: Int
  /// One byte per page of all windows, by offset >> pageShift: 1 when written since the last `clearDirty`.
  let dirty: UnsafeMutablePointer<UInt8>
  let extentsPointer: UnsafeMutablePointer<Extents>
  let reserved: Int

  /// Offsets at which the arena and the metadata window begin.
  let arenaOffset: Int
  let metadataOffset: Int
  /// Host address minus simulated address, for the arena.
  let arenaDelta: Int

  /// - Parameters:
  ///   - lowEnd: the first address behind the package variables.
  ///   - arenaReserve: bytes of simulated arena; reserved, not committed.
  public init(lowEnd: UInt64, arenaBase: UInt64, arenaReserve: Int, metadataReserve: Int = 1 << 32) {
    func round(_ n: Int) -> Int { (n + (1 << 21) - 1) & ~((1 << 21) - 1) }
    lowSize = round(Int(lowEnd))
    self.arenaBase = arenaBase
    self.arenaReserve = round(arenaReserve)
    self.metadataReserve = round(metadataReserve)
    arenaOffset = lowSize + Self.gap
    metadataOffset = arenaOffset + self.arenaReserve + Self.gap
    reserved = metadataOffset + self.metadataReserve + Self.gap
    host = Self.reserve(reserved)
    dirty = Self.reserve(reserved >> Self.pageShift + 64).assumingMemoryBound(to: UInt8.self)
    extentsPointer = .allocate(capacity: 1)
    extentsPointer.initialize(to: Extents())
    arenaDelta = Int(bitPattern: host) + arenaOffset - Int(arenaBase)
  }

  private static func reserve(_ size: Int) -> UnsafeMutableRawPointer {
    let flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE
    guard let pointer = mmap(nil, size, PROT_READ | PROT_WRITE, Int32(flags), -1, 0), pointer != MAP_FAILED else {
      fatalError("cannot reserve \(size) bytes of address space for the simulated memory (errno \(errno))")
    }
    return pointer
  }

  /// Gives the host region back. No access may follow.
  func release() {
    munmap(host, reserved)
    munmap(dirty, reserved >> Self.pageShift + 64)
    extentsPointer.deallocate()
  }

  // MARK: Windows

  public var extents: Extents {
    get { extentsPointer.pointee }
    nonmutating set { extentsPointer.pointee = newValue }
  }

  /// The first simulated address behind the part of the arena in use.
  public var arenaEnd: UInt64 { arenaBase + UInt64(extentsPointer.pointee.arena) }

  /// Takes more of the arena into use; `end` is the first address behind it. `false` when the reserve does not suffice.
  public func extendArena(to end: UInt64) -> Bool {
    let size = Int(end - arenaBase)
    guard size <= arenaReserve else { return false }
    if size > extentsPointer.pointee.arena { extentsPointer.pointee.arena = size }
    return true
  }

  /// A fresh, zeroed piece of the metadata window; never given back. `alignment` is a power of two.
  public func reserveMetadata(_ bytes: Int, alignment: Int = 64) -> UInt64 {
    let start = (extentsPointer.pointee.metadata + alignment - 1) & ~(alignment - 1)
    precondition(start + bytes <= metadataReserve, "the metadata window is full")
    extentsPointer.pointee.metadata = start + bytes
    return Self.metadataBase + UInt64(start)
  }

  /// Offset of an address of any window; the caller vouches for the address.
  @inline(__always)
  func offset(_ address: UInt64) -> Int {
    let inArena = Int(bitPattern: UInt(truncatingIfNeeded: address &- arenaBase))
    if UInt(bitPattern: inArena) < UInt(bitPattern: arenaReserve) { return inArena &+ arenaOffset }
    if address < UInt64(lowSize) { return Int(address) }
    return metadataOffset &+ Int(bitPattern: UInt(truncatingIfNeeded: address &- Self.metadataBase))
  }

  /// Offset of `size` bytes that a program may read, or −1.
  @inline(__always)
  func guestOffset(_ address: UInt64, _ size: Int) -> Int {
    let inArena = UInt(truncatingIfNeeded: address &- arenaBase)
    let end = UInt(bitPattern: extentsPointer.pointee.arena)
    if inArena < end, UInt(bitPattern: size) <= end &- inArena { return Int(bitPattern: inArena) &+ arenaOffset }
    let limit = UInt64(lowSize)
    if address >= UInt64(Self.pageSize), address < limit, UInt64(UInt(bitPattern: size)) <= limit &- address {
      return Int(address)
    }
    return -1
  }

  /// True when a program may read `size` bytes at the address.
  public func isReadable(_ address: UInt64, _ size: Int) -> Bool { guestOffset(address, size) >= 0 }

  // MARK: Access (any window; the caller vouches for the address)

  /// Host pointer to the bytes at a simulated address. Writing through it needs `markDirty`.
  @inline(__always)
  public func pointer(_ address: UInt64) -> UnsafeMutableRawPointer { host + offset(address) }

  @inline(__always)
  public func load<T: BitwiseCopyable>(_ address: UInt64, as type: T.Type) -> T {
    (host + offset(address)).loadUnaligned(as: type)
  }

  /// The 64-bit word at the address.
  @inline(__always)
  public func word(_ address: UInt64) -> UInt64 { load(address, as: UInt64.self) }

  @inline(__always)
  public func store<T: BitwiseCopyable>(_ value: T, to address: UInt64) {
    let offset = offset(address)
    (host + offset).storeBytes(of: value, as: T.self)
    mark(offset: offset, MemoryLayout<T>.size)
  }

  public func zero(_ address: UInt64, _ count: Int) {
    guard count > 0 else { return }
    let offset = offset(address)
    memset(host + offset, 0, count)
    mark(offset: offset, count)
  }

  /// Zeroes whole pages by giving their memory back to the host.
  func discard(_ address: UInt64, _ count: Int) {
    let offset = offset(address)
    precondition(offset % Self.pageSize == 0 && count % Self.pageSize == 0, "discarding parts of pages")
    if madvise(host + offset, count, Int32(MADV_DONTNEED)) != 0 { memset(host + offset, 0, count) }
    mark(offset: offset, count)
  }

  /// Zeroes pages by their numbers; a long run by giving its memory back to the host. Marks nothing.
  func zeroPages(_ pages: Range<Int>) {
    guard !pages.isEmpty else { return }
    let start = host + pages.lowerBound << Self.pageShift
    let count = pages.count << Self.pageShift
    if pages.count < 8 || madvise(start, count, Int32(MADV_DONTNEED)) != 0 { memset(start, 0, count) }
  }

  /// Zeroes all that is in use, and gives it back to the host.
  func releasePages() {
    for (start, size) in [(0, lowSize), (arenaOffset, extents.arena), (metadataOffset, extents.metadata)] {
      zeroPages(start >> Self.pageShift..<(start + size + Self.pageSize - 1) >> Self.pageShift)
    }
    clearDirty()
  }

  /// Copies `count` bytes; the ranges may overlap.
  public func copy(to target: UInt64, from source: UInt64, _ count: Int) {
    guard count > 0 else { return }
    let offset = offset(target)
    memmove(host + offset, pointer(source), count)
    mark(offset: offset, count)
  }

  public func write(_ bytes: some Collection<UInt8>, to address: UInt64) {
    guard !bytes.isEmpty else { return }
    let offset = offset(address)
    UnsafeMutableRawBufferPointer(start: host + offset, count: bytes.count).copyBytes(from: bytes)
    mark(offset: offset, bytes.count)
  }

  public func bytes(_ address: UInt64, _ count: Int) -> [UInt8] {
    count > 0 ? [UInt8](UnsafeRawBufferPointer(start: pointer(address), count: count)) : []
  }

  // MARK: Dirty pages

  @inline(__always)
  public func markDirty(_ address: UInt64, _ count: Int) { mark(offset: offset(address), count) }

  @inline(__always)
  func mark(offset: Int, _ count: Int) {
    let first = offset >> Self.pageShift
    let last = (offset &+ count &- 1) >> Self.pageShift
    dirty[first] = 1
    if last > first { markRange(first, last) }
  }

  @inline(never)
  private func markRange(_ first: Int, _ last: Int) {
    memset(dirty + first, 1, last - first + 1)
  }

  /// Calls `body` with the offset of each dirty page, lowest first.
  func forEachDirtyPage(_ body: (Int) -> Void) {
    let pageMask = Self.pageSize - 1
    for (start, size) in [(0, lowSize), (arenaOffset, extents.arena), (metadataOffset, extents.metadata)] {
      var page = start >> Self.pageShift
      let end = (start + size + pageMask) >> Self.pageShift
      while page < end {
        if page & 7 == 0, page + 8 <= end,
          UnsafeRawPointer(dirty + page).load(as: UInt64.self) == 0
        {
          page += 8
          continue
        }
        if dirty[page] != 0 { body(page << Self.pageShift) }
        page += 1
      }
    }
  }

  func clearDirty() {
    for (start, size) in [(0, lowSize), (arenaOffset, extents.arena), (metadataOffset, extents.metadata)] {
      let first = start >> Self.pageShift
      let end = (start + size + Self.pageSize - 1) >> Self.pageShift
      memset(dirty + first, 0, end - first)
    }
  }
}
