import MachineCode

/// A type as the hot paths of allocator, collector, maps and comparisons need it: plain numbers in a flat table, no reference
/// counting. Made once from the program's type descriptors.
struct TypeLayout {
  /// How values compare and hash.
  enum Comparison: UInt8 {
    /// All bytes count: integers, booleans, pointers, channels, and arrays and structs of them without padding.
    case memory
    case string, float32, float64, complex64, complex128
    /// First word a type, and first word an itab.
    case emptyInterface, interface
    case array, structure
    /// Slices, maps, functions, and what holds them.
    case none
  }

  /// Bytes.
  var size: Int
  var alignment: Int
  /// Bytes up to and including the last pointer word; 0 without pointers.
  var pointerBytes: Int
  /// Bit i: word i holds a pointer that the collector follows. Only for types of at most 64 words; type and itab words
  /// never point into the heap and are left out.
  var mask: UInt64
  var hasMask: Bool
  /// The span class of one value of the type on the heap; class 0 when large, or zero-sized.
  var spanClass: SpanClass
  /// One value takes a slot of its own: neither large, nor tiny, nor zero-sized.
  var hasOwnSlot: Bool
  /// What a block of the type is scanned as: arrays are rows of their elements' elements. `unit` is no array, `unitCount` how many of it
  /// one value holds.
  var unit: Int32
  var unitCount: Int
  var comparison: Comparison
  var kind: TypeDescriptor.Kind
  var isDirect: Bool
  /// Array element, or −1.
  var element: Int32
  /// Array length; for structs the number of fields.
  var count: Int
  /// The type itself, or what is left when arrays and structs of just one part are taken apart.
  var soleComponent: Int32
  /// Index of a struct's first field in the table of fields.
  var firstField: Int

  struct Field {
    var offset: Int
    var type: Int32
    /// Fields named _ do not take part in comparisons.
    var isBlank: Bool
  }
}

/// The layouts of all types, in memory of the host that never moves. Freed with `deallocate`.
struct TypeLayoutTable {
  let layouts: UnsafeMutablePointer<TypeLayout>
  let fields: UnsafeMutablePointer<TypeLayout.Field>
  let count: Int
  let wordSize: Int

  init(_ types: [TypeDescriptor], wordSize: Int) {
    self.wordSize = wordSize
    count = types.count
    let allFields = types.reduce(0) { $0 + $1.fields.count }
    layouts = .allocate(capacity: max(1, types.count))
    fields = .allocate(capacity: max(1, allFields))
    var nextField = 0
    for (index, type) in types.enumerated() {
      let noscan = type.pointerBytes == 0
      let header = SizeClass.hasHeader(size: type.size, noscan: noscan, wordSize: wordSize) ? SizeClass.headerSize : 0
      let isSmall = type.size > 0 && type.size <= SizeClass.largestSmallSize - SizeClass.headerSize
      let first = nextField
      for field in type.fields {
        let entry = TypeLayout.Field(offset: field.offset, type: field.type.rawValue, isBlank: field.name == "_")
        (fields + nextField).initialize(to: entry)
        nextField += 1
      }
      (layouts + index).initialize(
        to: TypeLayout(
          size: type.size, alignment: type.alignment, pointerBytes: type.pointerBytes, mask: 0,
          hasMask: type.size <= 64 * wordSize,
          spanClass: SpanClass(
            sizeClass: isSmall ? SizeClass.forSize(type.size + header) : 0, noscan: noscan),
          hasOwnSlot: isSmall && !(noscan && type.size < SizeClass.tinySize), unit: Int32(index), unitCount: 1,
          comparison: .none, kind: type.kind, isDirect: type.isDirect, element: type.element?.rawValue ?? -1,
          count: type.kind == .structure ? type.fields.count : type.length, soleComponent: Int32(index),
          firstField: first))
    }
    for index in types.indices {
      var part = types[index]
      while true {
        if part.kind == .array, part.length == 1, let element = part.element {
          layouts[index].soleComponent = element.rawValue
        } else if part.kind == .structure, part.fields.count == 1 {
          layouts[index].soleComponent = part.fields[0].type.rawValue
        } else {
          break
        }
        part = types[Int(layouts[index].soleComponent)]
      }
    }
    for index in types.indices where types[index].pointerBytes > 0 {
      while layouts[Int(layouts[index].unit)].kind == .array {
        let array = layouts[Int(layouts[index].unit)]
        layouts[index].unitCount *= array.count
        layouts[index].unit = array.element
      }
    }
    var comparisons = ComparisonKinds(types)
    for index in types.indices {
      layouts[index].comparison = comparisons.kind(of: index)
      guard layouts[index].hasMask, layouts[index].pointerBytes > 0 else { continue }
      var offset = nextPointer(in: Int32(index), from: 0)
      while let found = offset {
        layouts[index].mask |= 1 << UInt64(found / wordSize)
        offset = nextPointer(in: Int32(index), from: found + wordSize)
      }
    }
  }

  func deallocate() {
    layouts.deallocate()
    fields.deallocate()
  }

  @inline(__always)
  subscript(_ type: TypeID) -> UnsafeMutablePointer<TypeLayout> { layouts + Int(type.rawValue) }

  /// The offset of the first pointer word at or behind `from` in a value of the type, in bytes; nil when there is none.
  func nextPointer(in type: Int32, from: Int) -> Int? {
    let layout = layouts + Int(type)
    guard from < layout.pointee.pointerBytes else { return nil }
    switch layout.pointee.kind {
    case .pointer, .unsafePointer, .chan, .func, .map, .string, .slice:
      return from == 0 ? 0 : nil
    case .interface:
      return from <= wordSize ? wordSize : nil
    case .array:
      let element = layout.pointee.element
      let size = layouts[Int(element)].size
      let index = from / size
      if let within = nextPointer(in: element, from: from - index * size) { return index * size + within }
      guard index + 1 < layout.pointee.count, let first = nextPointer(in: element, from: 0) else { return nil }
      return (index + 1) * size + first
    case .structure:
      for field in layout.pointee.firstField..<layout.pointee.firstField + layout.pointee.count {
        let offset = fields[field].offset
        if let within = nextPointer(in: fields[field].type, from: max(0, from - offset)) { return offset + within }
      }
      return nil
    default:
      return nil
    }
  }
}

/// Finds how types compare; memoised, because arrays and structs share their parts.
private struct ComparisonKinds {
  private let types: [TypeDescriptor]
  private var known: [TypeLayout.Comparison?]

  init(_ types: [TypeDescriptor]) {
    self.types = types
    known = Array(repeating: nil, count: types.count)
  }

  mutating func kind(of index: Int) -> TypeLayout.Comparison {
    if let kind = known[index] { return kind }
    let kind = find(types[index])
    known[index] = kind
    return kind
  }

  private mutating func find(_ type: TypeDescriptor) -> TypeLayout.Comparison {
    switch type.kind {
    case .invalid, .slice, .map, .func: return .none
    case .string: return .string
    case .float32: return .float32
    case .float64: return .float64
    case .complex64: return .complex64
    case .complex128: return .complex128
    case .interface: return type.methods.isEmpty ? .emptyInterface : .interface
    case .array:
      guard let element = type.element else { return .none }
      let kind = kind(of: Int(element.rawValue))
      return kind == .none || kind == .memory ? kind : .array
    case .structure:
      var end = 0
      var plain = true
      for field in type.fields {
        let kind = kind(of: Int(field.type.rawValue))
        if kind == .none { return .none }
        if kind != .memory || field.offset != end || field.name == "_" { plain = false }
        end = field.offset + types[Int(field.type.rawValue)].size
      }
      return plain && end == type.size ? .memory : .structure
    default: return .memory
    }
  }
}
