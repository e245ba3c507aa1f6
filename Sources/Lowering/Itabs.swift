import GoTypes
import MachineCode

struct ItabKey: Hashable {
  var interface: TypeID
  var type: TypeID
}

/// Interface types that a value may be asserted to, and concrete types that an interface may hold, in the order met.
///
/// Every pair of them that fits gets an itab, so that an assertion need only look whether there is one. What a held value is made
/// of counts as held too: package fmt reaches it through the type descriptors.
struct ItabCandidates {
  private(set) var interfaces: [TypeID] = []
  private(set) var concrete: [TypeID] = []
  private var seenInterfaces: Set<TypeID> = []
  private var seenConcrete: Set<TypeID> = []
  /// Pairs of the first so many of each have been looked at.
  var doneInterfaces = 0
  var doneConcrete = 0

  mutating func addInterface(_ type: TypeID) {
    if seenInterfaces.insert(type).inserted { interfaces.append(type) }
  }

  func contains(_ type: TypeID) -> Bool { seenConcrete.contains(type) }

  /// `false` when known already.
  mutating func addConcrete(_ type: TypeID) -> Bool {
    guard seenConcrete.insert(type).inserted else { return false }
    concrete.append(type)
    return true
  }
}

extension ProgramLowering {
  /// Notes that an interface may come to hold a value of the type.
  func noteBoxed(_ type: TypeID) {
    let facts = types[type]
    if case .interface(let interface) = facts.under {
      if !interface.allMethods.isEmpty { itabCandidates.addInterface(type) }
      return
    }
    guard itabCandidates.addConcrete(type) else { return }
    switch facts.under {
    case .pointer(let element), .slice(let element), .array(let element, _), .chan(_, let element):
      noteBoxed(types.id(element))
    case .map(let key, let value):
      noteBoxed(types.id(key))
      noteBoxed(types.id(value))
    case .structure(let structure): for field in structure.fields { noteBoxed(types.id(field.type)) }
    case .signature(let signature):
      // runtime.SetFinalizer calls a func value with what fits its parameter.
      for parameter in signature.params.map({ types.id($0.type) }) {
        if case .interface = types[parameter].under { noteBoxed(parameter) }
      }
    default: break
    }
  }

  /// The itab of a pair that fits.
  func itab(_ interface: TypeID, _ type: TypeID) -> Int {
    let key = ItabKey(interface: interface, type: type)
    if let index = itabIndices[key] { return index }
    let index = itabs.count
    itabIndices[key] = index
    itabs.append((interface, type, []))
    guard case .interface(let demanded) = types[interface].under else { return index }
    let methods = methods(of: type)
    itabs[index].functions = demanded.allMethods.map { wanted in
      let entry = methods.first { isSame($0.function, wanted) }
      precondition(entry != nil, "\(runtimeTypeText(types[type].type)) lacks \(wanted.name)")
      return dataWordMethod(type, entry!)
    }
    return index
  }

  /// The method set of a type, in itab order.
  func methods(of type: TypeID) -> [MethodEntry] {
    if let known = methodSets[type] { return known }
    let methods = methodSet(of: types[type].type)
    methodSets[type] = methods
    return methods
  }

  private func isSame(_ a: Function, _ b: Function) -> Bool {
    a.name == b.name && (isExported(a.name) || a.package === b.package)
  }

  func implements(_ type: TypeID, _ interface: TypeID) -> Bool {
    guard case .interface(let demanded) = types[interface].under else { return false }
    let methods = methods(of: type)
    return demanded.allMethods.allSatisfy { wanted in
      methods.contains { entry in
        isSame(entry.function, wanted)
          && types.id(.signature(entry.signature)) == types.id(.signature(wanted.signature))
      }
    }
  }

  /// Makes the itabs of all pairs of candidates that have come up since the last time.
  func completeItabs() {
    let (interfaces, concrete) = (itabCandidates.interfaces, itabCandidates.concrete)
    for (i, interface) in interfaces.enumerated() {
      let start = i < itabCandidates.doneInterfaces ? itabCandidates.doneConcrete : 0
      for type in concrete[start...] where implements(type, interface) { _ = itab(interface, type) }
    }
    itabCandidates.doneInterfaces = interfaces.count
    itabCandidates.doneConcrete = concrete.count
  }
}
