import GoSyntax

/// A type without the aliases around it.
public func unalias(_ type: GoType) -> GoType {
  var type = type
  while case .alias(let alias) = type { type = alias.actual }
  return type
}

/// The underlying type (spec, "Underlying types"); of a type parameter its constraint, as an interface.
public func under(_ type: GoType) -> GoType {
  switch type {
  case .named(let named):
    let underlying = named.underlying
    if case .alias = underlying { return under(underlying) }
    return underlying
  case .alias(let alias): return under(alias.actual)
  case .typeParam(let parameter): return .interface(parameter.constraintInterface)
  default: return type
  }
}

/// Declared, predeclared or type parameter: a type with a name (spec, "Types").
public func hasName(_ type: GoType) -> Bool {
  switch unalias(type) {
  case .basic, .named, .typeParam: true
  default: false
  }
}

/// A capital letter begins it (spec, "Exported identifiers").
public func isExported(_ name: String) -> Bool {
  guard let first = name.utf8.first else { return false }
  if first < 0x80 { return first >= UInt8(ascii: "A") && first <= UInt8(ascii: "Z") }
  return name.unicodeScalars.first!.properties.generalCategory == .uppercaseLetter
}

/// Same name, and same package unless exported (spec, "Uniqueness of identifiers").
func isSameIdentifier(_ name: String, _ package: Package?, _ other: String, _ otherPackage: Package?) -> Bool {
  name == other && (isExported(name) || package === otherPackage)
}

extension GoType {
  /// The basic kind of the underlying type.
  public var basicKind: BasicKind? {
    if case .basic(let kind) = under(self) { return kind }
    return nil
  }

  public var isInvalid: Bool {
    if case .invalid = unalias(self) { return true }
    return false
  }

  public var isTypeParam: Bool {
    if case .typeParam = unalias(self) { return true }
    return false
  }

  /// An interface, or a type parameter (whose underlying type is one).
  public var isInterface: Bool {
    if case .interface = under(self) { return true }
    return false
  }

  /// An interface whose values hold a dynamic type.
  public var isValueInterface: Bool { isInterface && !isTypeParam }

  public var isUntyped: Bool {
    if case .basic(let kind) = self { return kind.isUntyped }
    return false
  }

  /// The defined type that this is, through aliases.
  public var asNamed: Named? {
    if case .named(let named) = unalias(self) { return named }
    return nil
  }
}

extension TypeParam {
  /// The constraint as an interface: `[T int]` stands for `[T interface{ int }]`.
  public var constraintInterface: InterfaceType {
    switch under(constraint) {
    case .interface(let interface) where !constraint.isTypeParam: return interface
    case .invalid: return InterfaceType(explicitMethods: [], embedded: [])
    default:
      let interface = InterfaceType(
        explicitMethods: [], embedded: [[InterfaceType.Term(tilde: false, type: constraint)]])
      interface.isImplicit = true
      constraint = .interface(interface)
      return interface
    }
  }

  /// The constraint as it is written, or the interface that stands for it where it is none.
  public var bound: GoType {
    _ = constraintInterface
    return constraint
  }
}

/// Whether two types are the same (spec, "Type identity").
public func identical(_ x: GoType, _ y: GoType) -> Bool {
  var comparer = Comparer()
  return comparer.identical(x, y)
}

/// As `identical`, but struct tags don't matter (for conversions).
public func identicalIgnoringTags(_ x: GoType, _ y: GoType) -> Bool {
  var comparer = Comparer()
  comparer.ignoresTags = true
  return comparer.identical(x, y)
}

private struct Comparer {
  var ignoresTags = false
  /// Interfaces under comparison, to end the recursion of `interface { m() interface { T } }`.
  var open: [(InterfaceType, InterfaceType)] = []

  mutating func identical(_ x: GoType, _ y: GoType) -> Bool {
    switch (x, y) {
    case (.alias(let alias), _): return identical(alias.actual, y)
    case (_, .alias(let alias)): return identical(x, alias.actual)
    case (.invalid, .invalid): return true
    case (.basic(let x), .basic(let y)): return x == y
    case (.named(let x), .named(let y)): return identical(x, y)
    case (.pointer(let x), .pointer(let y)), (.slice(let x), .slice(let y)): return identical(x, y)
    case (.array(let x, let length), .array(let y, let otherLength)):
      return length == otherLength && identical(x, y)
    case (.map(let key, let value), .map(let otherKey, let otherValue)):
      return identical(key, otherKey) && identical(value, otherValue)
    case (.chan(let direction, let x), .chan(let otherDirection, let y)):
      return direction == otherDirection && identical(x, y)
    case (.structure(let x), .structure(let y)): return x === y || identical(x, y)
    case (.tuple(let x), .tuple(let y)): return identical(x, y)
    case (.signature(let x), .signature(let y)): return x === y || identical(x, y)
    case (.interface(let x), .interface(let y)): return x === y || identical(x, y)
    case (.typeParam(let x), .typeParam(let y)): return x === y
    default: return false
    }
  }

  private mutating func identical(_ x: [GoType], _ y: [GoType]) -> Bool {
    guard x.count == y.count else { return false }
    for index in x.indices where !identical(x[index], y[index]) { return false }
    return true
  }

  private mutating func identical(_ x: Named, _ y: Named) -> Bool {
    if x === y { return true }
    guard let origin = x.origin, let other = y.origin, origin === other else { return false }
    return identical(x.typeArguments, y.typeArguments)
  }

  private mutating func identical(_ x: StructType, _ y: StructType) -> Bool {
    guard x.fields.count == y.fields.count else { return false }
    for index in x.fields.indices {
      let (field, other) = (x.fields[index], y.fields[index])
      guard field.isEmbedded == other.isEmbedded,
        isSameIdentifier(field.name, field.package, other.name, other.package),
        ignoresTags || x.tag(index) == y.tag(index), identical(field.type, other.type)
      else { return false }
    }
    return true
  }

  private mutating func identical(_ x: Signature, _ y: Signature) -> Bool {
    guard x.isVariadic == y.isVariadic, x.params.count == y.params.count, x.results.count == y.results.count,
      x.typeParams.count == y.typeParams.count
    else { return false }
    // Type parameters correspond by position; the key numbers them.
    if !x.typeParams.isEmpty { return TypeKey(.signature(x)) == TypeKey(.signature(y)) }
    for index in x.params.indices where !identical(x.params[index].type, y.params[index].type) { return false }
    for index in x.results.indices where !identical(x.results[index].type, y.results[index].type) { return false }
    return true
  }

  private mutating func identical(_ x: InterfaceType, _ y: InterfaceType) -> Bool {
    let (info, other) = (x.typeSetInfo, y.typeSetInfo)
    guard info.isComparable == other.isComparable, info.methods.count == other.methods.count,
      haveSameTypes(info.terms, other.terms)
    else { return false }
    for index in info.methods.indices {
      let (method, candidate) = (info.methods[index], other.methods[index])
      guard isSameIdentifier(method.name, method.package, candidate.name, candidate.package) else { return false }
    }
    if open.contains(where: { $0.0 === x && $0.1 === y || $0.0 === y && $0.1 === x }) { return true }
    open.append((x, y))
    defer { open.removeLast() }
    for index in info.methods.indices {
      let (method, candidate) = (info.methods[index], other.methods[index])
      guard method === candidate || identical(method.signature, candidate.signature) else { return false }
    }
    return true
  }
}

extension StructType {
  /// The tag of a field; empty where there is none.
  public func tag(_ index: Int) -> String { index < tags.count ? tags[index] : "" }
}
