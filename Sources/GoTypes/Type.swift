import GoSyntax
import SourceText

/// A Go type. Cases with a class payload have identity or are completed late; the others are plain structure.
public enum GoType: @unchecked Sendable {
  case invalid
  /// Also the untyped kinds and `unsafe.Pointer`.
  case basic(BasicKind)
  case named(Named)
  /// A declared alias; `Alias.actual` is what it stands for.
  case alias(Alias)
  indirect case pointer(GoType)
  indirect case slice(GoType)
  indirect case array(GoType, length: Int64)
  indirect case map(key: GoType, value: GoType)
  indirect case chan(ChanDirection, GoType)
  case structure(StructType)
  /// Results of a call with several values, or none.
  case tuple([GoType])
  case signature(Signature)
  case interface(InterfaceType)
  case typeParam(TypeParam)
}

/// Predeclared kinds. `byte` and `rune` are `uint8` and `int32`; messages that must say `byte` use `Universe` objects.
public enum BasicKind: Int, Sendable, CaseIterable {
  case bool
  case int, int8, int16, int32, int64
  case uint, uint8, uint16, uint32, uint64, uintptr
  case float32, float64, complex64, complex128
  case string, unsafePointer
  case untypedBool, untypedInt, untypedRune, untypedFloat, untypedComplex, untypedString, untypedNil
}

/// A defined type, possibly an instance of a generic one.
public final class Named: @unchecked Sendable {
  public let name: TypeName
  /// Complete once the declaration has been checked; never itself `.named`. An instance's is substituted on first use.
  public internal(set) var underlying: GoType {
    get {
      guard let expand = expansion, let type = expand() else { return storedUnderlying }
      // What is not complete yet is not kept.
      if origin?.isUnderDeclaration ?? false { return type }
      storedUnderlying = type
      expansion = nil
      return type
    }
    set {
      storedUnderlying = newValue
      expansion = nil
    }
  }
  private var storedUnderlying: GoType = .invalid
  /// The checker is at its declaration: fields and methods may be missing.
  var isUnderDeclaration = false
  /// Makes an instance's underlying type; `nil` while the origin's is not known yet.
  var expansion: (() -> GoType?)?
  /// For a type declared inside a generic function: that function's type parameters. `Substitution` then makes one
  /// instance of the type for each instance of the function.
  public internal(set) var implicitTypeParams: [TypeParam] = []
  /// The table that an instance belongs to.
  var instances: Instances?
  /// An instance's methods' signatures, as they are asked for.
  var substitutedSignatures: [ObjectIdentifier: Signature] = [:]
  /// Declared methods in source order (of the origin, for an instance).
  public internal(set) var methods: [Function] = []
  public internal(set) var typeParams: [TypeParam] = []
  /// For an instance: the generic type and its arguments.
  public internal(set) var origin: Named?
  public internal(set) var typeArguments: [GoType] = []
  public init(name: TypeName) { self.name = name }
}

public final class Alias: @unchecked Sendable {
  public let name: TypeName
  public internal(set) var actual: GoType = .invalid
  public internal(set) var typeParams: [TypeParam] = []
  public internal(set) var typeArguments: [GoType] = []
  public init(name: TypeName) { self.name = name }
  /// Another name for a type.
  public convenience init(name: TypeName, actual: GoType) {
    self.init(name: name)
    self.actual = actual
  }
}

public final class TypeParam: @unchecked Sendable {
  public let name: TypeName
  public internal(set) var index: Int
  public internal(set) var constraint: GoType = .invalid
  public init(name: TypeName, index: Int) {
    self.name = name
    self.index = index
  }
}

public final class StructType: @unchecked Sendable {
  public internal(set) var fields: [Variable]
  /// One per field; empty where there is none.
  public internal(set) var tags: [String]
  public init(fields: [Variable], tags: [String]) {
    self.fields = fields
    self.tags = tags
  }
}

public final class Signature: @unchecked Sendable {
  public internal(set) var receiver: Variable?
  public internal(set) var params: [Variable]
  public internal(set) var results: [Variable]
  /// The last parameter's type is then a slice.
  public internal(set) var isVariadic: Bool
  public internal(set) var typeParams: [TypeParam] = []
  public internal(set) var receiverTypeParams: [TypeParam] = []
  public init(receiver: Variable? = nil, params: [Variable], results: [Variable], isVariadic: Bool) {
    self.receiver = receiver
    self.params = params
    self.results = results
    self.isVariadic = isVariadic
  }
}

public final class InterfaceType: @unchecked Sendable {
  public struct Term: Sendable {
    public var tilde: Bool
    public var type: GoType
    public init(tilde: Bool, type: GoType) {
      self.tilde = tilde
      self.type = type
    }
  }

  /// Methods as written, in source order.
  public internal(set) var explicitMethods: [Function] { didSet { computedTypeSet = nil } }
  /// Embedded interfaces and unions as written; one list of terms per line.
  public internal(set) var embedded: [[Term]] { didSet { computedTypeSet = nil } }
  /// Written without `interface{}` in a constraint, as `~int | ~string` is.
  public internal(set) var isImplicit = false
  /// All methods, embedded ones included, sorted by name (unexported ones by package too): the order of an itab.
  public var allMethods: [Function] { typeSetInfo.methods }
  /// `nil`: every type; else the union of these terms.
  public var typeSet: [Term]? { typeSetInfo.terms }
  /// The type set is restricted by more than methods (or `comparable`): usable as a constraint only.
  public var isConstraintOnly: Bool { typeSetInfo.terms != nil || typeSetInfo.isComparable }
  /// Only strictly comparable types belong, and nothing else restricts the types.
  public var isComparableConstraint: Bool { typeSetInfo.isComparable }
  /// The predeclared `comparable` itself.
  var isPredeclaredComparable = false
  /// Computed on first use; forgotten when the interface is changed (see TypeSets.swift).
  var computedTypeSet: TypeSetInfo?
  public init(explicitMethods: [Function], embedded: [[Term]]) {
    self.explicitMethods = explicitMethods
    self.embedded = embedded
  }
}
