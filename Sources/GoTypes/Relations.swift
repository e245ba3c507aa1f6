/// Whether values can be compared with `==` (spec, "Comparison operators"). Interfaces can, though it may panic.
public func isComparable(_ type: GoType) -> Bool { comparison(type, isDynamic: true).isComparable }

/// Whether `==` on values of the type can never panic.
public func isStrictlyComparable(_ type: GoType) -> Bool { comparison(type, isDynamic: false).isComparable }

/// What makes values of a type incomparable.
enum Incomparable {
  /// A struct's field of this type.
  case field(GoType)
  /// The array type itself.
  case array(GoType)
  case emptyTypeSet, incomparableTypes
  /// The type by itself: slice, map, function.
  case kind
}

/// A comparison's verdict with its reason.
struct ComparisonVerdict {
  var isComparable: Bool
  var reason: Incomparable?
  static let yes = ComparisonVerdict(isComparable: true, reason: nil)
  static func no(_ reason: Incomparable) -> ComparisonVerdict { ComparisonVerdict(isComparable: false, reason: reason) }
}

func comparison(_ type: GoType, isDynamic: Bool) -> ComparisonVerdict {
  var seen: Set<ObjectIdentifier> = []
  return comparison(type, isDynamic, &seen)
}

/// `seen` ends the recursion of types that (wrongly) contain themselves.
private func comparison(_ type: GoType, _ isDynamic: Bool, _ seen: inout Set<ObjectIdentifier>) -> ComparisonVerdict {
  switch unalias(type) {
  case .named(let named): if !seen.insert(ObjectIdentifier(named)).inserted { return .yes }
  case .typeParam(let parameter): if !seen.insert(ObjectIdentifier(parameter)).inserted { return .yes }
  default: break
  }
  switch under(type) {
  case .invalid: return .yes
  case .basic(let kind): return kind == .untypedNil ? .no(.kind) : .yes
  case .pointer, .chan: return .yes
  case .structure(let structure):
    for field in structure.fields where !comparison(field.type, isDynamic, &seen).isComparable {
      return .no(.field(field.type))
    }
    return .yes
  case .array(let element, _):
    return comparison(element, isDynamic, &seen).isComparable ? .yes : .no(.array(under(type)))
  case .interface(let interface):
    if isDynamic && !type.isTypeParam { return .yes }
    if interface.typeSetInfo.isComparable { return .yes }
    guard let terms = interface.typeSet else { return .no(.incomparableTypes) }
    if terms.isEmpty { return .no(.emptyTypeSet) }
    for term in terms where !comparison(term.type, false, &seen).isComparable { return .no(.incomparableTypes) }
    return .yes
  default: return .no(.kind)
  }
}

/// Whether `nil` is a value of the type.
public func hasNil(_ type: GoType) -> Bool {
  switch under(type) {
  case .basic(let kind): return kind == .unsafePointer || kind == .untypedNil
  case .slice, .pointer, .signature, .map, .chan: return true
  case .interface(let interface):
    return !type.isTypeParam || interface.specificTerms.map { $0.allSatisfy { hasNil($0.type) } } ?? false
  default: return false
  }
}

/// Whether a predicate of basic kinds holds for a type: for a type parameter, for each type of its type set.
public func allBasic(_ type: GoType, _ predicate: (BasicKind) -> Bool) -> Bool {
  if type.isTypeParam, case .interface(let interface) = under(type) {
    guard let terms = interface.specificTerms else { return false }
    return terms.allSatisfy { term in
      if case .basic(let kind) = under(term.type) { return predicate(kind) }
      return false
    }
  }
  if case .basic(let kind) = under(type) { return predicate(kind) }
  return false
}

/// Whether `<` is defined (spec, "Comparison operators").
public func isOrdered(_ type: GoType) -> Bool { allBasic(type) { $0.isOrdered } }

/// The one underlying type of all types of a type set (spec, "Core types"); that of any other type is its underlying
/// type.
public func coreType(_ type: GoType) -> GoType? {
  guard case .interface(let interface) = under(type) else { return under(type) }
  guard type.isTypeParam || interface.typeSet != nil else { return type.isTypeParam ? nil : under(type) }
  guard let terms = interface.specificTerms else { return nil }
  var core: GoType?
  for term in terms {
    let underlying = under(term.type)
    guard let known = core else {
      core = underlying
      continue
    }
    if identical(known, underlying) { continue }
    // Channels that differ in direction only: the one-way one decides.
    guard case .chan(let direction, let element) = known, case .chan(let other, let otherElement) = underlying,
      identical(element, otherElement)
    else { return nil }
    if direction == .both {
      core = underlying
    } else if other != .both && other != direction {
      return nil
    }
  }
  return core
}

/// As `coreType`, but a type set of strings and byte slices has core type `string` (for `append`, `copy`, slicing,
/// ranges).
public func coreString(_ type: GoType) -> GoType? {
  if let core = coreType(type) { return core }
  guard type.isTypeParam, case .interface(let interface) = under(type), let terms = interface.specificTerms else {
    return nil
  }
  for term in terms {
    switch under(term.type) {
    case .basic(.string): continue
    case .slice(let element) where element.basicKind == .uint8 && identical(element, .basic(.uint8)): continue
    default: return nil
    }
  }
  return .basic(.string)
}

/// `[]byte` or `[]rune` in its underlying type.
public func isBytesOrRunes(_ type: GoType) -> Bool {
  guard case .slice(let element) = under(type), case .basic(let kind) = under(element) else { return false }
  return kind == .uint8 || kind == .int32
}
