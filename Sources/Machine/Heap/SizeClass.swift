/// Go 1.23's size classes (runtime/sizeclasses.go): a small block gets a slot of the next larger of 67 sizes, in a span
/// that holds slots of that size only.
///
/// ```
///   request 33 bytes ─▶ class 5 (48 bytes) ─▶ a span of 1 page = 8192 bytes = 170 slots and 32 bytes of tail waste
/// ```
///
/// Class 0 stands for large blocks, which have a span of their own.
public enum SizeClass {
  /// Number of classes, class 0 for large blocks included.
  public static let count = 68
  /// Bytes of a page of the arena.
  public static let pageSize = 8192
  public static let pageShift = 13
  /// Bytes of the largest slot.
  public static let largestSmallSize = 32768
  /// No span has more slots (runtime/sizeclasses.go maxObjsPerSpan).
  public static let maxSlotsPerSpan = 1024
  /// Blocks without pointers below this size share 16-byte slots (runtime/malloc.go maxTinySize).
  public static let tinySize = 16
  public static let tinyClass = 2
  /// Bytes of the type word before a block with pointers whose span has no pointer bitmap (runtime/mbitmap.go).
  public static let headerSize = 8

  /// Slot size in bytes and pages of a span, by class.
  static let table: [(size: Int, pages: Int)] = [
    (0, 0), (8, 1), (16, 1), (24, 1), (32, 1), (48, 1), (64, 1), (80, 1), (96, 1), (112, 1), (128, 1), (144, 1),
    (160, 1), (176, 1), (192, 1), (208, 1), (224, 1), (240, 1), (256, 1), (288, 1), (320, 1), (352, 1), (384, 1),
    (416, 1), (448, 1), (480, 1), (512, 1), (576, 1), (640, 1), (704, 1), (768, 1), (896, 1), (1024, 1), (1152, 1),
    (1280, 1), (1408, 2), (1536, 1), (1792, 2), (2048, 1), (2304, 2), (2688, 1), (3072, 3), (3200, 2), (3456, 3),
    (4096, 1), (4864, 3), (5376, 2), (6144, 3), (6528, 4), (6784, 5), (6912, 6), (8192, 1), (9472, 7), (9728, 6),
    (10240, 5), (10880, 4), (12288, 3), (13568, 5), (14336, 7), (16384, 2), (18432, 9), (19072, 7), (20480, 5),
    (21760, 8), (24576, 3), (27264, 10), (28672, 7), (32768, 4),
  ]

  /// Bytes of a slot of the class; 0 for class 0.
  public static func slotSize(_ sizeClass: Int) -> Int { table[sizeClass].size }
  /// Pages of a span of the class; 0 for class 0.
  public static func pages(_ sizeClass: Int) -> Int { table[sizeClass].pages }
  /// Slots in a span of the class; 0 for class 0.
  public static func slots(_ sizeClass: Int) -> Int {
    sizeClass == 0 ? 0 : table[sizeClass].pages * pageSize / table[sizeClass].size
  }

  /// The smallest class whose slots hold `size` bytes, 1 ... 32768.
  public static func forSize(_ size: Int) -> Int {
    precondition(size >= 0 && size <= largestSmallSize, "no size class for \(size) bytes")
    var low = 1
    var high = count - 1
    while low < high {
      let middle = (low + high) / 2
      if table[middle].size < size { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// True when a block with pointers of this size carries an 8-byte type word before it, which counts for its class: spans of
  /// larger blocks have no room for a pointer bitmap (runtime/mbitmap.go heapBitsInSpan, since Go 1.22).
  @inline(__always)
  public static func hasHeader(size: Int, noscan: Bool, wordSize: Int = 8) -> Bool {
    !noscan && size > wordSize * wordSize * 8 && size <= largestSmallSize - headerSize
  }

  /// The bytes that a block of `size` bytes really has to use: what `append` and `[]byte(s)` take as capacity
  /// (runtime/msize.go roundupsize).
  public static func roundUp(_ size: Int, noscan: Bool, wordSize: Int = 8) -> Int {
    guard size > 0 else { return 0 }
    guard size <= largestSmallSize - headerSize else {
      let rounded = size &+ (pageSize - 1)
      return rounded < size ? size : rounded & ~(pageSize - 1)
    }
    let header = hasHeader(size: size, noscan: noscan, wordSize: wordSize) ? headerSize : 0
    return slotSize(forSize(size + header)) - header
  }
}

/// A size class, and whether its blocks hold no pointers: such spans are never scanned (runtime/mheap.go spanClass).
public struct SpanClass: Hashable, Sendable {
  public static let count = SizeClass.count * 2
  /// The class of the tiny allocator's slots.
  public static let tiny = SpanClass(sizeClass: SizeClass.tinyClass, noscan: true)
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }
  public init(sizeClass: Int, noscan: Bool) { rawValue = UInt8(sizeClass << 1 | (noscan ? 1 : 0)) }
  @inline(__always)
  public var sizeClass: Int { Int(rawValue >> 1) }
  @inline(__always)
  public var isNoscan: Bool { rawValue & 1 != 0 }
}
