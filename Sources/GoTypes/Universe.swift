import GoSyntax
import SourceText

/// What is declared before any program: the universe scope and package `unsafe` (spec, "Predeclared identifiers").
///
/// An instance rather than globals, so that two compilations share nothing. `byte` and `rune` are aliases of `uint8`
/// and `int32`: a message says `byte` exactly where the source (or the language, as for an indexed string) said `byte`.
public struct Universe: Sendable {
  /// Predeclared names.
  public let scope: [String: Object]
  public let unsafe: Package
  /// The interface type `error`.
  public let error: GoType
  /// The alias `any`.
  public let any: GoType
  /// The constraint `comparable`.
  public let comparable: GoType
  public let byte: GoType
  public let rune: GoType
  public let emptyInterface: GoType

  public init() {
    var scope: [String: Object] = [:]
    func declare(_ name: String, _ type: GoType) {
      let object = TypeName(name: name, position: .none, package: nil)
      object.type = type
      scope[name] = .typeName(object)
    }
    func alias(_ name: String, _ actual: GoType) -> GoType {
      let object = TypeName(name: name, position: .none, package: nil)
      let alias = Alias(name: object)
      alias.actual = actual
      object.type = .alias(alias)
      scope[name] = .typeName(object)
      return object.type
    }
    func define(_ name: String, _ underlying: InterfaceType) -> GoType {
      let object = TypeName(name: name, position: .none, package: nil)
      let named = Named(name: object)
      named.underlying = .interface(underlying)
      object.type = .named(named)
      scope[name] = .typeName(object)
      return object.type
    }

    for kind in BasicKind.allCases where !kind.isUntyped && kind != .unsafePointer {
      declare(kind.name, .basic(kind))
    }
    byte = alias("byte", .basic(.uint8))
    rune = alias("rune", .basic(.int32))
    let empty = InterfaceType(explicitMethods: [], embedded: [])
    emptyInterface = .interface(empty)
    any = alias("any", .interface(empty))

    let message = Variable(name: "", position: .none, type: .basic(.string), kind: .result, package: nil)
    let errorMethod = Function(
      name: "Error", position: .none, signature: Signature(params: [], results: [message], isVariadic: false),
      package: nil, declaration: nil)
    errorMethod.isInterfaceMethod = true
    error = define("error", InterfaceType(explicitMethods: [errorMethod], embedded: []))
    let comparableInterface = InterfaceType(explicitMethods: [], embedded: [])
    comparableInterface.isPredeclaredComparable = true
    comparable = define("comparable", comparableInterface)

    for (name, value) in [("true", true), ("false", false)] {
      scope[name] = .constant(
        ConstantObject(name: name, position: .none, type: .basic(.untypedBool), value: .bool(value), package: nil))
    }
    scope["iota"] = .constant(
      ConstantObject(name: "iota", position: .none, type: .basic(.untypedInt), value: .int(0), package: nil))
    scope["nil"] = .nil

    unsafe = Package(path: "unsafe", name: "unsafe", isLibrary: true)
    let pointer = TypeName(name: "Pointer", position: .none, package: unsafe)
    pointer.type = .basic(.unsafePointer)
    unsafe.members["Pointer"] = .typeName(pointer)
    for builtin in Builtin.allCases {
      if builtin.rawValue.first!.isUppercase {
        unsafe.members[builtin.rawValue] = .builtin(builtin)
      } else {
        scope[builtin.rawValue] = .builtin(builtin)
      }
    }
    self.scope = scope
  }

  /// Whether a name is predeclared, without making a universe.
  static func declares(_ name: String) -> Bool {
    switch name {
    case "byte", "rune", "any", "error", "comparable", "true", "false", "iota", "nil": true
    default:
      BasicKind.allCases.contains { !$0.isUntyped && $0.name == name }
        || !isExported(name) && Builtin(rawValue: name) != nil
    }
  }

  /// The type that an untyped value takes where none is asked for (spec, "Constants"); typed ones stay as they are.
  public func defaultType(_ type: GoType) -> GoType {
    guard case .basic(let kind) = type else { return type }
    switch kind {
    case .untypedBool: return .basic(.bool)
    case .untypedInt: return .basic(.int)
    case .untypedRune: return rune
    case .untypedFloat: return .basic(.float64)
    case .untypedComplex: return .basic(.complex128)
    case .untypedString: return .basic(.string)
    default: return type
    }
  }
}

extension BasicKind {
  /// As the source spells it (`unsafe.Pointer` with its package).
  public var name: String {
    switch self {
    case .bool: "bool"
    case .int: "int"
    case .int8: "int8"
    case .int16: "int16"
    case .int32: "int32"
    case .int64: "int64"
    case .uint: "uint"
    case .uint8: "uint8"
    case .uint16: "uint16"
    case .uint32: "uint32"
    case .uint64: "uint64"
    case .uintptr: "uintptr"
    case .float32: "float32"
    case .float64: "float64"
    case .complex64: "complex64"
    case .complex128: "complex128"
    case .string: "string"
    case .unsafePointer: "unsafe.Pointer"
    case .untypedBool: "untyped bool"
    case .untypedInt: "untyped int"
    case .untypedRune: "untyped rune"
    case .untypedFloat: "untyped float"
    case .untypedComplex: "untyped complex"
    case .untypedString: "untyped string"
    case .untypedNil: "untyped nil"
    }
  }

  public var isUntyped: Bool { rawValue >= BasicKind.untypedBool.rawValue }
  public var isBoolean: Bool { self == .bool || self == .untypedBool }
  public var isString: Bool { self == .string || self == .untypedString }
  public var isInteger: Bool {
    (BasicKind.int.rawValue...BasicKind.uintptr.rawValue).contains(rawValue) || self == .untypedInt
      || self == .untypedRune
  }
  public var isUnsigned: Bool { (BasicKind.uint.rawValue...BasicKind.uintptr.rawValue).contains(rawValue) }
  public var isFloat: Bool { self == .float32 || self == .float64 || self == .untypedFloat }
  public var isComplex: Bool { self == .complex64 || self == .complex128 || self == .untypedComplex }
  public var isNumeric: Bool { isInteger || isFloat || isComplex }
  /// `<` and its like are defined.
  public var isOrdered: Bool { isInteger || isFloat || isString }
  /// Constants can have this type.
  public var isConstantType: Bool { isBoolean || isNumeric || isString }
}
