import GoSyntax

/// Types that contain themselves have no finite size (types2's validtype.go).
extension TypeChecker {
  func checkFiniteSize(_ named: Named) { _ = isFinite(.named(named), nest: [], path: []) }

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
          reportCycle(path[start...].map { .typeName($0.name) }, start: 0)
        }
        return false
      }
      guard let right = declaredRight[ObjectIdentifier(origin)] else { return true }
      let isFine = isFinite(right, nest: nest + [named], path: path + [named])
      // What was found for a type by itself holds wherever it stands; arguments make instances depend on their place.
      if isFine, nest.isEmpty, named.typeArguments.isEmpty, named.typeParams.isEmpty {
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
