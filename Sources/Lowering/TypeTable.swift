import GoTypes
import MachineCode

/// What the translation needs of a type again and again.
struct TypeFacts {
  /// Without aliases around it.
  var type: GoType
  var under: GoType
  /// Bytes.
  var size: Int
  var alignment: Int
  /// Bytes up to the end of the last pointer word.
  var pointerBytes: Int
  /// An interface's data word holds the value itself.
  var isDirect: Bool

  var hasPointers: Bool { pointerBytes > 0 }
}

/// Numbers types: identical types have one `TypeID`, in the order in which they are first met.
final class TypeTable {
  let sizes: Sizes
  private var ids: [TypeKey: TypeID] = [:]
  private var facts: [TypeFacts] = []

  init(sizes: Sizes) { self.sizes = sizes }

  var count: Int { facts.count }
  var wordSize: Int { sizes.architecture.wordSize }

  subscript(id: TypeID) -> TypeFacts { facts[Int(id.rawValue)] }

  func id(_ type: GoType) -> TypeID {
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
  }

  var shape: Shape {
    switch under {
    case .basic(let kind):
      if kind.isBoolean { return .bool }
      if kind.isInteger { return .integer(isSigned: !kind.isUnsigned) }
      if kind.isFloat { return .float }
      if kind.isComplex { return .complex }
      if kind.isString { return .string }
      if kind == .unsafePointer { return .pointer }
      return .other
    case .pointer, .map, .chan, .signature: return .pointer
    case .slice: return .slice
    case .interface(let interface): return interface.allMethods.isEmpty ? .emptyInterface : .interface
    case .array(let element, let length): return .array(element: element, length: Int(length))
    case .structure(let structure): return .structure(structure)
    default: return .other
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
