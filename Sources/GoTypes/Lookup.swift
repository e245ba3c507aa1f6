import SourceText

/// A field or method as a selector found it.
public struct Member: Sendable {
  /// `.variable` or `.function`.
  public var object: Object
  /// Field indices: for a field all (the field's last), for a method the embedded fields to pass.
  public var path: [Int]
  /// A pointer was followed on the way, the receiver included.
  public var isIndirect: Bool
  /// The type that has it: a defined type, a struct or an interface. For a method the receiver's base type.
  public var holder: GoType

  public var field: Variable? {
    if case .variable(let field) = object { return field }
    return nil
  }

  public var method: Function? {
    if case .function(let method) = object { return method }
    return nil
  }

  /// A method's signature, with the holder's type arguments in place.
  public var signature: Signature? {
    guard let method else { return nil }
    if !method.isInterfaceMethod, case .named(let named) = unalias(holder) { return named.signature(of: method) }
    return method.signature
  }
}

/// The outcome of looking for a member.
public enum LookupResult: Sendable {
  case found(Member)
  /// Two at the same depth.
  case ambiguous
  /// There is a method, but it has a pointer receiver and the value is no pointer and not addressable.
  case needsPointerReceiver(Function)
  case notFound

  public var member: Member? {
    if case .found(let member) = self { return member }
    return nil
  }
}

/// Finds the field or method `x.name` (spec, "Selectors"): the one at the shallowest depth of embedding.
///
/// - Parameters:
///   - type: x's type. A pointer is followed once; `*I` of an interface has no members, and a defined pointer type has
///     fields but no methods.
///   - isAddressable: whether x is a variable, so that `&x` is at hand.
///   - package: where the selector stands; unexported names of other packages are not found.
///   - foldsCase: find names that differ in case only (for hints).
public func lookupFieldOrMethod(
  _ type: GoType, isAddressable: Bool, package: Package?, name: String, foldsCase: Bool = false
) -> LookupResult {
  if name == "_" { return .notFound }
  // A defined pointer type has no methods of its own; its base's fields only.
  if case .named(let named) = unalias(type), case .pointer = named.underlying {
    let result = MemberSearch(package: package, name: name, foldsCase: foldsCase)
      .find(in: named.underlying, isAddressable: false)
    if case .found(let member) = result, member.field != nil { return result }
    return .notFound
  }
  return MemberSearch(package: package, name: name, foldsCase: foldsCase).find(in: type, isAddressable: isAddressable)
}

private struct MemberSearch {
  let package: Package?
  let name: String
  let foldsCase: Bool

  struct Embedded {
    var type: GoType
    var path: [Int]
    var isIndirect: Bool
    /// The type stands here more than once, so whatever it has is ambiguous.
    var isMultiple: Bool
  }

  func matches(_ name: String, _ package: Package?) -> Bool {
    if foldsCase, name.lowercased() == self.name.lowercased() { return true }
    return name == self.name && (isExported(name) || package === self.package)
  }

  func find(in type: GoType, isAddressable: Bool) -> LookupResult {
    let (base, isPointer) = dereferenced(type)
    if isPointer && base.isInterface { return .notFound }
    var current = [Embedded(type: base, path: [], isIndirect: isPointer, isMultiple: false)]
    var seen: Set<TypeKey> = []
    var isFirst = true

    while !current.isEmpty {
      var next: [Embedded] = []
      var found: Member?
      for entry in current {
        if case .named(let named) = unalias(entry.type) {
          guard isFirst || seen.insert(TypeKey(entry.type)).inserted else { continue }
          if let method = named.declaredMethods.first(where: { matches($0.name, $0.package) }) {
            if found != nil || entry.isMultiple { return .ambiguous }
            found = Member(
              object: .function(method), path: entry.path, isIndirect: entry.isIndirect, holder: .named(named))
            continue
          }
        }
        switch under(entry.type) {
        case .structure(let structure):
          for (index, field) in structure.fields.enumerated() {
            if matches(field.name, field.package) {
              if found != nil || entry.isMultiple { return .ambiguous }
              found = Member(
                object: .variable(field), path: entry.path + [index], isIndirect: entry.isIndirect, holder: entry.type)
            } else if found == nil && field.isEmbedded {
              let (base, isPointer) = dereferenced(field.type)
              next.append(
                Embedded(
                  type: base, path: entry.path + [index], isIndirect: entry.isIndirect || isPointer,
                  isMultiple: entry.isMultiple))
            }
          }
        case .interface(let interface):
          if let method = interface.allMethods.first(where: { matches($0.name, $0.package) }) {
            if found != nil || entry.isMultiple { return .ambiguous }
            found = Member(
              object: .function(method), path: entry.path, isIndirect: entry.isIndirect, holder: entry.type)
          }
        default: break
        }
      }
      if let found {
        if let method = found.method, method.hasPointerReceiver, !found.isIndirect, !isAddressable {
          return .needsPointerReceiver(method)
        }
        return .found(found)
      }
      // The type itself counts as seen, too: one that embeds a pointer to itself is met again.
      if isFirst, !next.isEmpty, case .named = unalias(base) { seen.insert(TypeKey(base)) }
      isFirst = false
      current = merged(next)
    }
    return .notFound
  }

  /// Equal types of one depth become one entry.
  private func merged(_ list: [Embedded]) -> [Embedded] {
    if list.count <= 1 { return list }
    var indices: [TypeKey: Int] = [:]
    var result: [Embedded] = []
    for entry in list {
      let key = TypeKey(entry.type)
      if let index = indices[key] {
        result[index].isMultiple = true
      } else {
        indices[key] = result.count
        result.append(entry)
      }
    }
    return result
  }
}

/// The base of an unnamed pointer type, or the type itself.
func dereferenced(_ type: GoType) -> (base: GoType, isPointer: Bool) {
  if case .pointer(let base) = unalias(type) { return (base, true) }
  return (type, false)
}
