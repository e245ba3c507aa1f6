import Machine
import MachineCode
import SourceText

/// A window on the heap: as many blocks as the screen has room for.
public struct HeapPicture: Sendable {
  /// In address order.
  public var blocks: [BlockPicture]
  /// Blocks before the window, and in all; free slots that are shown count as blocks here.
  public var skipped: Int
  public var total: Int
  /// Of all: slots that were swept and not used again.
  public var free: Int
  /// Bytes in use by blocks, rounded to their size classes.
  public var bytes: Int
  /// Blocks in use that are not among them: the library's own.
  public var library: Int
  /// Blocks in use.
  public var inUse: Int { total - free }
  public init(blocks: [BlockPicture], skipped: Int, total: Int, free: Int = 0, library: Int = 0, bytes: Int) {
    self.blocks = blocks
    self.skipped = skipped
    self.total = total
    self.bytes = bytes
    self.free = free
    self.library = library
  }
}

public struct BlockPicture: Sendable {
  public var address: UInt64
  /// Bytes of its size class.
  public var size: Int
  /// Bytes asked for.
  public var requested: Int
  public var type: String
  /// `nil` while no collection has given it a colour worth showing.
  public var shade: Shade?
  public var isFree: Bool
  /// Fields, elements, or captured variables; long arrays are cut, see `hiddenRows`.
  public var rows: [SlotPicture]
  public var hiddenRows: Int
  public var site: SiteID?
  /// `main.go:12`.
  public var location: String
  public var reason: AllocReason?
  public var birthTick: UInt64
  public var goroutine: Int
  /// The bytes that the program can still reach, as offsets; `nil` when not asked for. The rest is pinned needlessly.
  public var used: [Range<Int>]?
  /// Nothing leads to it any more: the next collection frees it.
  public var isGarbage = false

  public init(
    address: UInt64, size: Int, requested: Int, type: String, shade: Shade? = nil, isFree: Bool = false,
    rows: [SlotPicture], hiddenRows: Int = 0, site: SiteID? = nil, location: String = "", reason: AllocReason? = nil,
    birthTick: UInt64 = 0, goroutine: Int = 1, used: [Range<Int>]? = nil
  ) {
    self.address = address
    self.size = size
    self.requested = requested
    self.type = type
    self.shade = shade
    self.isFree = isFree
    self.rows = rows
    self.hiddenRows = hiddenRows
    self.site = site
    self.location = location
    self.reason = reason
    self.birthTick = birthTick
    self.goroutine = goroutine
    self.used = used
  }
}
