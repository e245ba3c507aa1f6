import SourceText

/// What an interface's methods and embedded elements come to (spec, "Interface types").
struct TypeSetInfo {
  /// Sorted as `precedesInItab` says.
  var methods: [Function] = []
  /// `nil`: all types. No term includes another.
  var terms: [InterfaceType.Term]?
  /// Strictly comparable types only. Folded into `terms` where those are given.
  var isComparable = false
  /// Methods that stand twice in one interface, or differ where embedded interfaces overlap.
  var duplicates: [DuplicateMethod] = []
}

/// `duplicate method m`, at `position`; the other stands at `other`.
public struct DuplicateMethod: Sendable {
  public var name: String
  public var method: Function
  public var other: Function
  /// The second one is written in the interface itself rather than embedded.
  public var isExplicit: Bool
}

extension InterfaceType {
  /// Methods that the interface may not have, in the order in which they were met.
  public var duplicateMethods: [DuplicateMethod] { typeSetInfo.duplicates }

  /// No type belongs.
  public var hasEmptyTypeSet: Bool { typeSetInfo.terms?.isEmpty ?? false }

  /// Every type implements it.
  public var isEmpty: Bool {
    let info = typeSetInfo
    return info.methods.isEmpty && info.terms == nil && !info.isComparable
  }

  /// Non-empty and not all types.
  var specificTerms: [Term]? {
    guard let terms = typeSetInfo.terms, !terms.isEmpty else { return nil }
    return terms
  }

  /// Computed on first use, then kept, unless a type that it needs has not been declared yet.
  var typeSetInfo: TypeSetInfo {
    if let computedTypeSet { return computedTypeSet }
    // A cyclic embedding (reported by the checker) sees the set of all types.
    computedTypeSet = TypeSetInfo()
    let (info, isComplete) = computeTypeSet()
    computedTypeSet = isComplete ? info : nil
    return info
  }

  private func computeTypeSet() -> (TypeSetInfo, isComplete: Bool) {
    var info = TypeSetInfo()
    if isPredeclaredComparable {
      info.isComparable = true
      return (info, true)
    }
    var isComplete = true
    var seen: [String: [Function]] = [:]

    func add(_ method: Function, isExplicit: Bool) {
      let others = seen[method.name] ?? []
      if let other = others.first(where: {
        isSameIdentifier($0.name, $0.package, method.name, method.package)
      }) {
        // Overlapping embedded interfaces may share a method.
        if isExplicit || (other !== method && !identical(.signature(other.signature), .signature(method.signature))) {
          info.duplicates.append(
            DuplicateMethod(name: method.name, method: method, other: other, isExplicit: isExplicit))
        }
        return
      }
      seen[method.name, default: []].append(method)
      info.methods.append(method)
    }

    for method in explicitMethods { add(method, isExplicit: true) }
    for line in embedded {
      var terms: [Term]?
      var isComparable = false
      if line.count == 1, !line[0].tilde, case .interface(let interface) = under(line[0].type) {
        let inner = interface.typeSetInfo
        if interface.computedTypeSet == nil { isComplete = false }
        for method in inner.methods { add(method, isExplicit: false) }
        terms = inner.terms
        isComparable = inner.isComparable
      } else {
        guard let union = unionTerms(line, &isComplete) else { continue }
        terms = union
      }
      intersect(&info, terms, isComparable)
    }
    info.methods.sort(by: precedesInItab)
    return (info, isComplete)
  }

  /// `nil` where every type belongs.
  private func unionTerms(_ line: [Term], _ isComplete: inout Bool) -> [Term]? {
    var result: [Term] = []
    for term in line {
      switch under(term.type) {
      case .invalid: isComplete = false
      case .interface(let interface):
        guard let inner = interface.typeSetInfo.terms else { return nil }
        for term in inner { result.insertTerm(term) }
      case let underlying:
        // `~T` with T not its own underlying type holds nothing.
        if term.tilde && !identical(term.type, underlying) { continue }
        result.insertTerm(term)
      }
    }
    return result.isEmpty && !isComplete ? nil : result
  }

  private func intersect(_ info: inout TypeSetInfo, _ terms: [Term]?, _ isComparable: Bool) {
    switch (info.terms, terms) {
    case (_, nil): break
    case (nil, let terms?): info.terms = terms
    case (let mine?, let terms?):
      var common: [Term] = []
      for x in mine {
        for y in terms {
          if let term = x.intersection(y) { common.insertTerm(term) }
        }
      }
      info.terms = common
    }
    info.isComparable = info.isComparable || isComparable
    if info.isComparable, let terms = info.terms {
      info.terms = terms.filter { isStrictlyComparable($0.type) }
      info.isComparable = false
    }
  }
}

/// The order of methods in an itab and of `allMethods`: exported ones first, by name, then by package.
func precedesInItab(_ x: Function, _ y: Function) -> Bool {
  let (isFirst, isSecond) = (isExported(x.name), isExported(y.name))
  if isFirst != isSecond { return isFirst }
  if x.name != y.name { return x.name.utf8.lexicographicallyPrecedes(y.name.utf8) }
  return (x.package?.path ?? "") < (y.package?.path ?? "")
}

extension InterfaceType.Term {
  /// Whether a type belongs to the term's set.
  func includes(_ candidate: GoType) -> Bool {
    tilde ? identical(type, under(candidate)) : identical(type, candidate)
  }

  /// Whether every type of the other term belongs.
  func includes(_ other: InterfaceType.Term) -> Bool {
    if tilde { return identical(type, under(other.type)) }
    return !other.tilde && identical(type, other.type)
  }

  func intersection(_ other: InterfaceType.Term) -> InterfaceType.Term? {
    if includes(other) { return other }
    return other.includes(self) ? self : nil
  }
}

extension [InterfaceType.Term] {
  /// Adds a term, keeping none that another includes.
  mutating func insertTerm(_ term: InterfaceType.Term) {
    if contains(where: { $0.includes(term) }) { return }
    removeAll { term.includes($0) }
    append(term)
  }
}

/// Whether two unions (`nil`: all types) hold the same types.
func haveSameTypes(_ x: [InterfaceType.Term]?, _ y: [InterfaceType.Term]?) -> Bool {
  isSubset(x, of: y) && isSubset(y, of: x)
}

/// Whether each type of x belongs to y (`nil`: all types).
func isSubset(_ x: [InterfaceType.Term]?, of y: [InterfaceType.Term]?) -> Bool {
  guard let y else { return true }
  guard let x else { return false }
  return x.allSatisfy { term in y.contains { $0.includes(term) } }
}
