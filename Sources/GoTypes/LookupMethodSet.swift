/// A method that a type has, declared or promoted.
public struct MethodEntry: Sendable {
  public var function: Function
  /// The embedded fields to pass.
  public var path: [Int]
  /// A pointer was followed on the way, the receiver included.
  public var isIndirect: Bool
  /// The method takes a pointer, and the last step of the way reaches its holder by value: the address is to be taken.
  public var needsAddress: Bool
  /// The type that declares it (or the embedded interface).
  public var holder: GoType
  /// With the holder's type arguments in place.
  public var signature: Signature
}

/// The method set of a type (spec, "Method sets"), sorted as an itab is.
public func methodSet(of type: GoType) -> [MethodEntry] {
  var candidates: [MethodName: Function] = [:]
  var seen: Set<TypeKey> = []
  let (base, isPointer) = dereferenced(type)
  if isPointer && base.isInterface { return [] }
  collectMethods(base, &candidates, &seen)
  var entries: [MethodEntry] = []
  for (name, function) in candidates {
    guard
      case .found(let member) = lookupFieldOrMethod(
        type, isAddressable: false, package: function.package, name: name.name), let method = member.method,
      let signature = member.signature
    else { continue }
    entries.append(
      MethodEntry(
        function: method, path: member.path, isIndirect: member.isIndirect,
        needsAddress: method.hasPointerReceiver && !reachesPointer(type, member.path), holder: member.holder,
        signature: signature))
  }
  entries.sort { precedesInItab($0.function, $1.function) }
  return entries
}

private struct MethodName: Hashable {
  let name: String
  /// For unexported names.
  let package: ObjectIdentifier?
}

/// Names of all methods of a type and of what it embeds, hidden ones too.
private func collectMethods(_ type: GoType, _ names: inout [MethodName: Function], _ seen: inout Set<TypeKey>) {
  func add(_ method: Function) {
    let package = isExported(method.name) ? nil : method.package.map { ObjectIdentifier($0) }
    names[MethodName(name: method.name, package: package)] = method
  }
  if case .named(let named) = unalias(type) {
    guard seen.insert(TypeKey(type)).inserted else { return }
    for method in named.declaredMethods where method.name != "_" { add(method) }
  }
  switch under(type) {
  case .structure(let structure):
    for field in structure.fields where field.isEmbedded {
      collectMethods(dereferenced(field.type).base, &names, &seen)
    }
  case .interface(let interface):
    for method in interface.allMethods { add(method) }
  default: break
  }
}

/// Whether the last step of the way is through a pointer.
private func reachesPointer(_ type: GoType, _ path: [Int]) -> Bool {
  var (current, isPointer) = dereferenced(type)
  for index in path {
    guard case .structure(let structure) = under(current) else { return false }
    (current, isPointer) = dereferenced(structure.fields[index].type)
  }
  return isPointer
}
