import GoTypes
import MachineCode

/// What the translation needs of a type again and again.
final class TypeFacts {
  /// Without aliases around it.
  let type: GoType
  let under: GoType
  /// Bytes.
  let size: Int
  let alignment: Int
  /// Bytes up to the end of the last pointer word.
  let pointerBytes: Int
  /// An interface's data word holds the value itself.
  let isDirect: Bool
  private(set) lazy var shape = Shape(under)

  init(type: GoType, under: GoType, size: Int, alignment: Int, pointerBytes: Int, isDirect: Bool) {
    self.type = type
    self.under = under
    self.size = size
    self.alignment = alignment
    self.pointerBytes = pointerBytes
    self.isDirect = isDirect
  }

  var hasPointers: Bool { pointerBytes > 0 }
}

/// Numbers types: identical types have one `TypeID`, in the order in which they are first met.
final class TypeTable {
  let sizes: Sizes
  private var ids: [TypeKey: TypeID] = [:]
  private var facts: [TypeFacts] = []
  /// By basic kind, once it has been met.
  private var basics = [TypeID?](repeating: nil, count: BasicKind.allCases.count)

  private var fieldOffsets: [ObjectIdentifier: [Int]] = [:]
  private var structures: [StructType] = []

  init(sizes: Sizes) { self.sizes = sizes }

  var count: Int { facts.count }
  var wordSize: Int { sizes.architecture.wordSize }

  subscript(id: TypeID) -> TypeFacts { facts[Int(id.rawValue)] }

  func id(_ type: GoType) -> TypeID {
    guard case .basic(let kind) = type else { return newOrKnown(type) }
    if let known = basics[kind.rawValue] { return known }
    let id = newOrKnown(type)
    basics[kind.rawValue] = id
    return id
  }

  private func newOrKnown(_ type: GoType) -> TypeID {
    let key = TypeKey(type)
    if let id = ids[key] { return id }
    let id = TypeID(Int32(facts.count))
    ids[key] = id
    let plain = unalias(type)
    let size = Int(sizes.size(of: plain) ?? 0)
    let pointerBytes = Int(sizes.pointerBytes(of: plain) ?? 0)
    facts.append(
      TypeFacts(
        type: plain, under: GoTypes.under(plain), size: size, alignment: Int(sizes.alignment(of: plain)),
        pointerBytes: pointerBytes, isDirect: isDirect(plain)))
    return id
  }

  /// Bytes from a struct's beginning to each field.
  func offsets(of structure: StructType) -> [Int] {
    if let known = fieldOffsets[ObjectIdentifier(structure)] { return known }
    let offsets = (sizes.offsets(of: structure) ?? []).map { Int($0) }
    fieldOffsets[ObjectIdentifier(structure)] = offsets
    // The table is keyed by the struct's address: it must not become another's.
    structures.append(structure)
    return offsets
  }

  /// Pointer-shaped: a pointer, channel, map, function, or a struct or array of just one (cmd/compile/internal/types
  /// IsDirectIface, Go 1.23).
  private func isDirect(_ type: GoType) -> Bool {
    switch GoTypes.under(type) {
    case .pointer, .chan, .map, .signature: true
    case .basic(let kind): kind == .unsafePointer
    case .array(let element, let length): length == 1 && isDirect(element)
    case .structure(let structure): structure.fields.count == 1 && isDirect(structure.fields[0].type)
    default: false
    }
  }
}

extension TypeTable {
  var bool: TypeID { id(.basic(.bool)) }
  var int: TypeID { id(.basic(.int)) }
  var uint8: TypeID { id(.basic(.uint8)) }
  var int64: TypeID { id(.basic(.int64)) }
  var uint64: TypeID { id(.basic(.uint64)) }
  var int32: TypeID { id(.basic(.int32)) }
  var float64: TypeID { id(.basic(.float64)) }
  var uintptr: TypeID { id(.basic(.uintptr)) }
  var string: TypeID { id(.basic(.string)) }
  var unsafePointer: TypeID { id(.basic(.unsafePointer)) }
  func pointer(to type: TypeID) -> TypeID { id(.pointer(self[type].type)) }
  func slice(of type: TypeID) -> TypeID { id(.slice(self[type].type)) }
  /// `[n]T` of words, for operands that an instruction wants side by side.
  func words(_ count: Int) -> TypeID { id(.array(.basic(.uintptr), length: Int64(count))) }
}

extension TypeFacts {
  /// What a value is made of, from the point of view of instruction selection.
  enum Shape {
    case integer(isSigned: Bool)
    case bool
    case float
    case complex
    case string
    /// Pointer, map, channel, function, unsafe.Pointer: one word that holds an address.
    case pointer
    case slice
    case emptyInterface, interface
    case array(element: GoType, length: Int)
    case structure(StructType)
    case other

    init(_ under: GoType) {
      switch under {
      case .basic(let kind):
        self =
          if kind.isBoolean {
            .bool
          } else if kind.isInteger {
            .integer(isSigned: !kind.isUnsigned)
          } else if kind.isFloat {
            .float
          } else if kind.isComplex {
            .complex
          } else if kind.isString {
            .string
          } else {
            kind == .unsafePointer ? .pointer : .other
          }
      case .pointer, .map, .chan, .signature: self = .pointer
      case .slice: self = .slice
      case .interface(let interface): self = interface.allMethods.isEmpty ? .emptyInterface : .interface
      case .array(let element, let length): self = .array(element: element, length: Int(length))
      case .structure(let structure): self = .structure(structure)
      default: self = .other
      }
    }
  }

  var isInterface: Bool {
    if case .interface = under { return true }
    return false
  }
  var isInteger: Bool {
    if case .integer = shape { return true }
    return false
  }
  var isString: Bool {
    if case .string = shape { return true }
    return false
  }
  var isSigned: Bool {
    if case .integer(let isSigned) = shape { return isSigned }
    return false
  }
  var isFloat: Bool {
    if case .float = shape { return true }
    return false
  }
  var isComplex: Bool {
    if case .complex = shape { return true }
    return false
  }
}
