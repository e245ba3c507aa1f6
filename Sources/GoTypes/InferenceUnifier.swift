import GoSyntax

/// Makes types equal by choosing types for type parameters (spec, "Type unification").
///
/// Parameters that were found to be the same share a slot, so that what is inferred for one holds for the other.
final class Unifier {
  /// How closely two types must match.
  struct Mode: OptionSet {
    let rawValue: Int
    /// As in an assignment: loosely at the top, exactly below.
    static let assign = Mode(rawValue: 1)
    /// Identical but for parameters. Otherwise a defined type matches a literal with its underlying type, the direction
    /// of channels doesn't matter, and an interface matches what implements it.
    static let exact = Mode(rawValue: 2)
  }

  private let parameters: [TypeParam]
  private var slotOf: [ObjectIdentifier: Int] = [:]
  private var slots: [GoType?]
  private var depth = 0
  /// Interfaces being compared, to end recursion.
  private var open: [(InterfaceType, InterfaceType)] = []
  /// The method that a type has, its signature known.
  private let member: (GoType, Function) -> Member?

  /// As in Go: deeper than this, inference gives up.
  private static let maxDepth = 100

  init(_ parameters: [TypeParam], _ known: [GoType?], member: @escaping (GoType, Function) -> Member?) {
    self.parameters = parameters
    self.member = member
    slots = parameters.indices.map { $0 < known.count ? known[$0] : nil }
    for (index, parameter) in parameters.enumerated() { slotOf[ObjectIdentifier(parameter)] = index }
  }

  subscript(_ parameter: TypeParam) -> GoType? {
    get { slots[slotOf[ObjectIdentifier(parameter)]!] }
    set { slots[slotOf[ObjectIdentifier(parameter)]!] = newValue }
  }

  /// What is known by now, one entry per parameter.
  var inferred: [GoType?] { parameters.map { self[$0] } }

  var unknownCount: Int { inferred.count { $0 == nil } }

  func unify(_ x: GoType, _ y: GoType, _ mode: Mode) -> Bool {
    depth += 1
    defer { depth -= 1 }
    if isSame(x, y) { return true }
    guard depth <= Self.maxDepth else { return false }
    var (x, y) = (x, y)
    // A parameter of ours goes to the left, a defined type to the right.
    if x.asNamed != nil || bound(y) != nil { swap(&x, &y) }
    if !mode.contains(.exact), let named = y.asNamed, isLiteral(x), !x.isInterface {
      y = under(.named(named))
      if isSame(x, y) { return true }
    }
    if let parameter = bound(x) { return unify(parameter, y, mode) }
    if !mode.contains(.exact), let verdict = unifyInterfaces(x, y) { return verdict }
    if y.isTypeParam { swap(&x, &y) }
    return unifyStructure(x, y, mode)
  }

  // MARK: - Parameters

  private func bound(_ type: GoType) -> TypeParam? {
    if case .typeParam(let parameter) = unalias(type), slotOf[ObjectIdentifier(parameter)] != nil { return parameter }
    return nil
  }

  private func isLiteral(_ type: GoType) -> Bool {
    switch unalias(type) {
    case .named, .typeParam: false
    default: true
    }
  }

  private func isSame(_ x: GoType, _ y: GoType) -> Bool {
    switch (unalias(x), unalias(y)) {
    case (.basic(let x), .basic(let y)): x == y
    case (.named(let x), .named(let y)): x === y
    case (.typeParam(let x), .typeParam(let y)): x === y
    case (.signature(let x), .signature(let y)): x === y
    case (.structure(let x), .structure(let y)): x === y
    case (.interface(let x), .interface(let y)): x === y
    default: false
    }
  }

  private func unify(_ parameter: TypeParam, _ y: GoType, _ mode: Mode) -> Bool {
    if let other = bound(y) {
      if join(parameter, other) { return true }
      return unify(self[parameter]!, self[other]!, mode)
    }
    guard let x = self[parameter] else {
      self[parameter] = y
      return true
    }
    guard unify(x, y, mode) else { return false }
    let (isNamed, isOtherNamed) = (x.asNamed != nil, y.asNamed != nil)
    switch (valueInterface(x), valueInterface(y)) {
    case (let xi?, let yi?):
      // Which of two names would be right is open.
      if isNamed && isOtherNamed { return identical(x, y) }
      if xi.allMethods.count != yi.allMethods.count { return false }
    case (nil, nil): break
    default:
      // Either might be meant, depending on the order.
      return false
    }
    if !mode.contains(.exact) && !isNamed {
      // A name is never lost, and a directed channel is the more special one.
      if isOtherNamed {
        self[parameter] = y
      } else if case .chan(let direction, _) = under(y), direction != .both {
        self[parameter] = y
      }
    }
    return true
  }

  /// Whether two parameters can be one: not both have a type already.
  private func join(_ x: TypeParam, _ y: TypeParam) -> Bool {
    let (slot, other) = (slotOf[ObjectIdentifier(x)]!, slotOf[ObjectIdentifier(y)]!)
    if slot == other { return true }
    if slots[slot] != nil && slots[other] != nil { return false }
    let (from, to) = slots[slot] != nil ? (other, slot) : (slot, other)
    for (key, value) in slotOf where value == from { slotOf[key] = to }
    return true
  }

  // MARK: - Interfaces

  private func valueInterface(_ type: GoType) -> InterfaceType? {
    guard !type.isTypeParam, case .interface(let interface) = under(type) else { return nil }
    return interface
  }

  /// The verdict where one of the types is an interface; `nil` where none is.
  private func unifyInterfaces(_ x: GoType, _ y: GoType) -> Bool? {
    switch (valueInterface(x), valueInterface(y)) {
    case (nil, nil): return nil
    case (let xi?, let yi?):
      let (info, other) = (xi.typeSetInfo, yi.typeSetInfo)
      guard info.isComparable == other.isComparable, haveSameTypes(info.terms, other.terms) else { return false }
      if isOpen(xi, yi) { return true }
      open.append((xi, yi))
      defer { open.removeLast() }
      let (few, many) =
        info.methods.count <= other.methods.count ? (info.methods, other.methods) : (other.methods, info.methods)
      return few.allSatisfy { method in
        guard
          let match = many.first(where: { isSameIdentifier($0.name, $0.package, method.name, method.package) })
        else { return false }
        return unify(.signature(method.signature), .signature(match.signature), .exact)
      }
    case (let interface?, nil): return implements(y, interface)
    case (nil, let interface?): return implements(x, interface)
    }
  }

  private func implements(_ type: GoType, _ interface: InterfaceType) -> Bool {
    interface.allMethods.allSatisfy { method in
      guard let signature = member(type, method)?.signature else { return false }
      return unify(.signature(method.signature), .signature(signature), .exact)
    }
  }

  private func isOpen(_ x: InterfaceType, _ y: InterfaceType) -> Bool {
    open.contains { $0.0 === x && $0.1 === y || $0.0 === y && $0.1 === x }
  }

  // MARK: - Structure

  private func unifyStructure(_ x: GoType, _ y: GoType, _ mode: Mode) -> Bool {
    let inner = mode.contains(.assign) ? mode.union(.exact) : mode
    switch (unalias(x), unalias(y)) {
    case (.basic(let x), .basic(let y)): return x == y
    case (.array(let x, let length), .array(let y, let other)): return length == other && unify(x, y, inner)
    case (.slice(let x), .slice(let y)), (.pointer(let x), .pointer(let y)): return unify(x, y, inner)
    case (.map(let key, let value), .map(let otherKey, let otherValue)):
      return unify(key, otherKey, inner) && unify(value, otherValue, inner)
    case (.chan(let direction, let x), .chan(let other, let y)):
      return (!mode.contains(.exact) || direction == other) && unify(x, y, inner)
    case (.structure(let x), .structure(let y)):
      guard x.fields.count == y.fields.count else { return false }
      return x.fields.indices.allSatisfy { index in
        let (field, other) = (x.fields[index], y.fields[index])
        return field.isEmbedded == other.isEmbedded && x.tag(index) == y.tag(index)
          && isSameIdentifier(field.name, field.package, other.name, other.package)
          && unify(field.type, other.type, inner)
      }
    case (.tuple(let x), .tuple(let y)): return unify(x, y, mode)
    case (.signature(let x), .signature(let y)):
      return x.isVariadic == y.isVariadic && unify(x.params.map(\.type), y.params.map(\.type), inner)
        && unify(x.results.map(\.type), y.results.map(\.type), inner)
    case (.interface(let x), .interface(let y)):
      let (info, other) = (x.typeSetInfo, y.typeSetInfo)
      guard info.isComparable == other.isComparable, haveSameTypes(info.terms, other.terms),
        info.methods.count == other.methods.count
      else { return false }
      if isOpen(x, y) { return true }
      open.append((x, y))
      defer { open.removeLast() }
      return zip(info.methods, other.methods).allSatisfy { method, match in
        isSameIdentifier(method.name, method.package, match.name, match.package)
          && unify(.signature(method.signature), .signature(match.signature), .exact)
      }
    case (.named(let x), .named(let y)):
      return unify(x.typeArguments, y.typeArguments, mode) && (x.origin ?? x) === (y.origin ?? y)
    case (.typeParam, _):
      // Not one of ours: its core type tells what its types look like.
      guard let core = coreType(x) else { return false }
      return unify(core, y, .assign)
    default: return false
    }
  }

  private func unify(_ x: [GoType], _ y: [GoType], _ mode: Mode) -> Bool {
    x.count == y.count && x.indices.allSatisfy { unify(x[$0], y[$0], mode) }
  }
}
