/// A run of pages of the arena and what it is used for. The table of spans has one entry per page of the arena; a span's data stands
/// in the entry of its first page, and the entries of its other pages say where that is. So entries, and with them spans and
/// blocks, stand in address order.
///
/// ```
///   pages   │ 0    │ 1    │ 2    │ 3 ...
///   entries │ span │ span │ head=1 │ free
///             │
///             ▼ chunk (metadata window)
///           [alloc bits][mark bits][grey bits][held bits][finalizers][a record per slot]
/// ```
///
/// A slot holds a block if it is below `freeIndex` or its alloc bit is set (runtime/mheap.go mspan): allocating moves
/// `freeIndex` on, and only sweeping writes alloc bits. A held bit says that the slot held a block at some sweep: such a slot
/// without a block is free to be used again, and its bytes and its record are still those of its last block.
struct Span {
  enum State: UInt8 {
    case free, inUse
    /// Goroutine stacks: not scanned as blocks, not swept.
    case stack
    /// A page within a span.
    case interior
  }

  /// Bytes of a slot; of a large block, of all pages.
  var slotSize: Int
  /// The complement of the alloc bits from `freeIndex` on, shifted so that bit 0 stands for `freeIndex`. For stacks: bit i set
  /// where segment i is free.
  var allocCache: UInt64
  /// Where bitmaps and records stand, in bytes from the beginning of the metadata window.
  var chunk: Int
  var pages: UInt32
  /// Index of the span's first page.
  var head: UInt32
  /// Neighbours in the span's list, as page index + 1; 0 at the ends.
  var next: UInt32
  var previous: UInt32
  /// 2³² / slotSize, rounded up: makes a division a multiplication (as runtime/mheap.go divMagic); 0 for one slot.
  var magic: UInt32
  /// The collection after which the span was last swept.
  var sweepGeneration: UInt32
  var slots: UInt16
  var freeIndex: UInt16
  var allocCount: UInt16
  /// 64-bit words of each bitmap.
  var words: UInt16
  private var stateByte: UInt8
  var spanClassByte: UInt8
  /// Slots may hold stale bytes.
  var needsZero: Bool
  /// In the allocator's hand for its class.
  var isCached: Bool
  /// The list that holds the span, + 1; 0 for none.
  var list: UInt16
  /// KiB of the chunk.
  var chunkUnits: UInt16

  var state: State {
    get { State(rawValue: stateByte).unsafelyUnwrapped }
    set { stateByte = newValue.rawValue }
  }

  @inline(__always)
  var isInUse: Bool { stateByte == State.inUse.rawValue }

  var spanClass: SpanClass { SpanClass(rawValue: spanClassByte) }

  @inline(__always)
  var isNoscan: Bool { spanClassByte & 1 != 0 }

  @inline(__always)
  var isLarge: Bool { spanClassByte < 2 }

  /// The slot that an offset from the span's base lies in; may be behind the last slot (tail waste).
  @inline(__always)
  func slot(at offset: Int) -> Int {
    Int(truncatingIfNeeded: (UInt64(UInt32(truncatingIfNeeded: offset)) &* UInt64(magic)) >> 32)
  }

  /// Where mark bits, grey bits, held bits and records begin behind `chunk`, in bytes.
  var markOffset: Int { Int(words) * 8 }
  var greyOffset: Int { Int(words) * 16 }
  var heldOffset: Int { Int(words) * 24 }
  /// The first finalizer of a block in this span, as an offset in the metadata window; 0 for none.
  var finalizerOffset: Int { Int(words) * 32 }
  var recordOffset: Int { Int(words) * 32 + 8 }
}

/// What is remembered of a block.
struct BlockRecord {
  /// Index of the block's type; −1 for bytes.
  var type: Int32
  /// −1 for the machine's own.
  var site: Int32
  /// Bytes asked for. A slot shared by tiny blocks: bytes used in bits 0-7, and bit 16 + i set where a value begins at byte i.
  var size: UInt32
  var goroutine: UInt32
  /// The tick at which it was allocated.
  var tick: UInt64
}
