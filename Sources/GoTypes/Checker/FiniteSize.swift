import GoSyntax
import SourceText

/// Types that contain themselves have no finite size (types2's validtype.go).
extension TypeChecker {
  func checkFiniteSize(_ named: Named) {
    if let cycle = unreportedCycles[ObjectIdentifier(named)] {
      for (key, other) in unreportedCycles where other.first === cycle.first { unreportedCycles[key] = nil }
      let members = cycle.map(cycleMember)
      reportCycle(members, start: firstInSource(members))
      return
    }
    _ = isFinite(.named(named), nest: [], path: [])
  }

  private func isFinite(_ type: GoType, nest: [Named], path: [Named]) -> Bool {
    switch unalias(type) {
    case .array(let element, _): return isFinite(element, nest: nest, path: path)
    case .structure(let structure):
      return structure.fields.allSatisfy { isFinite($0.type, nest: nest, path: path) }
    case .interface(let interface):
      return interface.embedded.allSatisfy { line in line.allSatisfy { isFinite($0.type, nest: nest, path: path) } }
    case .named(let named):
      let origin = named.origin ?? named
      if finiteTypes.contains(ObjectIdentifier(named)) { return true }
      if !isValid(under(.named(named))) { return false }
      if nest.contains(where: { identical(.named($0), .named(named)) }) {
        origin.underlying = .invalid
        named.underlying = .invalid
        if let start = path.firstIndex(where: { identical(.named($0), .named(named)) }) {
          reportCycle(path[start...].map(cycleMember), start: 0)
        }
        return false
      }
      guard let right = declaredRight[ObjectIdentifier(origin)] else { return true }
      let isFine = isFinite(right, nest: nest + [named], path: path + [named])
      // What was found for a type by itself holds wherever it stands; arguments make instances depend on their place.
      if isFine, named.typeArguments.isEmpty, named.typeParams.isEmpty {
        finiteTypes.insert(ObjectIdentifier(named))
      }
      return isFine
    case .typeParam(let parameter):
      // A parameter stands for the argument of the innermost instance around it.
      guard let instance = nest.last, let origin = instance.origin,
        let index = origin.typeParams.firstIndex(where: { $0 === parameter }), index < instance.typeArguments.count
      else { return true }
      return isFinite(instance.typeArguments[index], nest: Array(nest.dropLast()), path: path)
    default: return true
    }
  }
}

/// Interfaces without a name whose methods lead back to them (cmd/compile/internal/noder/irgen.go, Go 1.23): the
/// runtime could not describe them.
extension TypeChecker {
  func anonymousInterfaceCycles() -> [Position] {
    var search = InterfaceCycles()
    var result: [Position] = []
    // Outermost ones only: what an interface contains is looked at with it.
    var previous = Span.none
    for (interface, span) in writtenInterfaces.sorted(by: { $0.span.startPosition < $1.span.startPosition }) {
      if span.file == previous.file, span.start < previous.end { continue }
      previous = span
      if search.hasCycle(interface) {
        result.append(span.startPosition)
        search.forget()
      }
    }
    writtenInterfaces = []
    return result
  }
}

private struct InterfaceCycles {
  /// True while an interface is being looked at; false when it has been and is fine.
  var states: [ObjectIdentifier: Bool] = [:]

  /// What has been reported is not reported again.
  mutating func forget() {
    for key in states.keys { states[key] = false }
  }

  mutating func hasCycle(_ interface: InterfaceType) -> Bool {
    for method in interface.allMethods where visit(.signature(method.signature)) { return true }
    return false
  }

  private mutating func visit(_ type: GoType) -> Bool {
    switch unalias(type) {
    case .pointer(let base), .slice(let base), .array(let base, _), .chan(_, let base): return visit(base)
    case .map(let key, let value): return visit(key) || visit(value)
    case .structure(let structure):
      for field in structure.fields where visit(field.type) { return true }
      return false
    case .signature(let signature):
      for variable in signature.params + signature.results where visit(variable.type) { return true }
      return false
    case .interface(let interface):
      if interface.explicitMethods.isEmpty, interface.embedded.isEmpty { return false }
      if let state = states[ObjectIdentifier(interface)] { return state }
      states[ObjectIdentifier(interface)] = true
      if hasCycle(interface) { return true }
      states[ObjectIdentifier(interface)] = false
      return false
    default: return false
    }
  }
}
