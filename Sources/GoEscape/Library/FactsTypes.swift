import GoTypes

/// The types of a package's facts, for one instance. They tell what matters to where values may live: named types are
/// known by what their memory is, structs by their size and whether they hold pointers.
final class FactsTypes {
  private let package: FactsPackage
  private let arguments: [GoType]
  private var made: [Int: GoType] = [:]

  init(_ package: FactsPackage, _ arguments: [GoType]) {
    self.package = package
    self.arguments = arguments
  }

  subscript(index: Int) -> GoType {
    guard index >= 0, index < package.types.count else { return .tuple([]) }
    if let known = made[index] { return known }
    // A type that leads back to itself does so by way of its name, which stands for what is behind it.
    made[index] = .pointer(.basic(.uint8))
    let type = parse(package.types[index].split(separator: " ")[...])
    made[index] = type
    return type
  }

  private func parse(_ words: ArraySlice<Substring>) -> GoType {
    guard let kind = words.first else { return .invalid }
    let rest = words.dropFirst()
    func type(_ offset: Int) -> GoType {
      rest.count > offset ? self[Int(rest[rest.startIndex + offset]) ?? -1] : .invalid
    }
    func number(_ offset: Int) -> Int64 { rest.count > offset ? Int64(rest[rest.startIndex + offset]) ?? 0 : 0 }
    switch kind {
    case "N": return parse(rest.dropFirst())
    case "P":
      if let first = rest.first, first == "N" || first.hasPrefix("$") { return .pointer(parse(rest)) }
      return .pointer(type(0))
    case "S": return .slice(type(0))
    case "A": return .array(type(1), length: number(0))
    case "M": return .map(key: type(0), value: type(1))
    case "C": return .chan(.both, type(0))
    case "F": return .signature(Signature(params: [], results: [], isVariadic: false))
    case "E", "I": return .interface(InterfaceType(explicitMethods: [], embedded: []))
    case "V": return .tuple([])
    case "O":
      let size = number(0)
      switch number(1) {
      case 0: return .array(.basic(.uint8), length: size)
      case 1: return .array(.basic(.unsafePointer), length: max(2, size / 8))
      default: return .array(.basic(.unsafePointer), length: 1)
      }
    case "b": return .basic(basic(rest.first ?? ""))
    default:
      if kind.hasPrefix("$"), let index = Int(kind.dropFirst()), index < arguments.count { return arguments[index] }
      return .invalid
    }
  }

  private func basic(_ name: Substring) -> BasicKind {
    switch name {
    case "BOOL": .bool
    case "INT": .int
    case "INT8": .int8
    case "INT16": .int16
    case "INT32": .int32
    case "INT64": .int64
    case "UINT": .uint
    case "UINT8": .uint8
    case "UINT16": .uint16
    case "UINT32": .uint32
    case "UINT64": .uint64
    case "UINTPTR": .uintptr
    case "FLOAT32": .float32
    case "FLOAT64": .float64
    case "COMPLEX64": .complex64
    case "COMPLEX128": .complex128
    case "STRING": .string
    case "UNSAFEPTR": .unsafePointer
    case "NIL": .untypedNil
    default: .untypedInt
    }
  }
}
