/// Finds what flows where: from each location backwards along the assignments, with the least number of dereferences, until
/// nothing new is learned (cmd/compile/internal/escape/solve.go, Go 1.23).
///
/// A location whose address flows to one that outlives it escapes. That can happen once to each, as can the other attributes,
/// so the number of walks is bounded by a small multiple of the number of locations.
extension LocationGraph {
  /// `resultsLost` is told literals whose results are not followed, and gives their results' locations.
  mutating func solve(resultsLost: (Func) -> [Int32]) {
    var queue: [Int32] = []
    queue.reserveCapacity(locations.count)
    for index in Int32(4)..<Int32(locations.count) { enqueue(index, &queue) }
    enqueue(Self.mutator, &queue)
    enqueue(Self.callee, &queue)
    enqueue(Self.heap, &queue)
    var walk: UInt32 = 0
    var work: [Int32] = []
    while let root = queue.popLast() {
      locations[Int(root)].isQueued = false
      walk += 1
      self.walk(root, walk, &work, &queue, resultsLost)
    }
  }

  private mutating func enqueue(_ index: Int32, _ queue: inout [Int32]) {
    if locations[Int(index)].isQueued { return }
    locations[Int(index)].isQueued = true
    queue.append(index)
  }

  private mutating func walk(
    _ root: Int32, _ number: UInt32, _ work: inout [Int32], _ queue: inout [Int32], _ resultsLost: (Func) -> [Int32]
  ) {
    locations[Int(root)].walk = number
    locations[Int(root)].derefs = 0
    locations[Int(root)].towards = -1
    if locations[Int(root)].attributes.contains(.calls), let node = locations[Int(root)].node, node.op == .closure,
      let function = node.function
    {
      for result in resultsLost(function) { enqueue(result, &queue) }
    }
    work.append(root)
    while let current = work.popLast() {
      var derefs = locations[Int(current)].derefs
      var gained: Location.Attributes = []
      let rootAttributes = locations[Int(root)].attributes
      if derefs < 0 {
        // "root = &l; l = x" makes l's address flow to root, but not x's.
        derefs = 0
        if outlives(root, current) {
          gained.formUnion(.heap)
        } else if rootAttributes.contains(.persists) {
          gained.insert(.persists)
        }
      }
      if derefs == 0 { gained.formUnion(rootAttributes.intersection([.mutates, .calls])) }
      if isParameter(current) {
        if outlives(root, current) { leak(current, to: root, Int(derefs)) }
        if rootAttributes.contains(.mutates) { locations[Int(current)].leaks.addMutator(Int(derefs)) }
        if rootAttributes.contains(.calls) { locations[Int(current)].leaks.addCallee(Int(derefs)) }
      }
      if !gained.isSubset(of: locations[Int(current)].attributes) {
        if gained.contains(.escapes), !locations[Int(current)].attributes.contains(.escapes) {
          recordCause(of: current, root)
        }
        locations[Int(current)].attributes.formUnion(gained)
        enqueue(current, &queue)
        if locations[Int(current)].attributes.contains(.escapes) { continue }
      }
      var next = locations[Int(current)].firstEdge
      while next >= 0 {
        let edge = edges[Int(next)]
        let source = Int(edge.source)
        if !locations[source].attributes.contains(.escapes) {
          let sum = derefs + edge.derefs
          if locations[source].walk != number || locations[source].derefs > sum {
            locations[source].walk = number
            locations[source].derefs = sum
            locations[source].towards = current
            locations[source].towardsEdge = next
            work.append(edge.source)
          }
        }
        next = edge.next
      }
    }
  }

  private func isParameter(_ index: Int32) -> Bool {
    locations[Int(index)].kind == .variable && locations[Int(index)].name!.kind == .parameter
  }

  private func isResult(_ index: Int32) -> Bool {
    locations[Int(index)].kind == .variable && locations[Int(index)].name!.kind == .result
  }

  private mutating func leak(_ parameter: Int32, to sink: Int32, _ derefs: Int) {
    let target = locations[Int(sink)]
    if !target.attributes.contains(.escapes), isResult(sink), target.function === locations[Int(parameter)].function {
      let index = target.name!.resultIndex - 1
      if index < Leaks.resultCount {
        locations[Int(parameter)].leaks.addResult(index, derefs)
        return
      }
    }
    locations[Int(parameter)].leaks.addHeap(derefs)
  }

  /// Whether a value stored in `a` may be used when `b`, on the stack, is gone.
  private func outlives(_ a: Int32, _ b: Int32) -> Bool {
    let x = locations[Int(a)]
    if x.attributes.contains(.escapes) { return true }
    if x.kind == .mutator || x.kind == .callee { return false }
    let y = locations[Int(b)]
    guard let xf = x.function, let yf = y.function else { return false }
    if isResult(a) {
      // A literal all of whose calls are known may return what belongs to the functions around it.
      return !(yf.contains(xf) && !xf.areResultsLost)
    }
    if xf === yf { return x.loopDepth < y.loopDepth }
    return xf.contains(yf)
  }

  /// Remembers the way by which a location's address got to the root.
  private mutating func recordCause(of index: Int32, _ root: Int32) {
    var path: [Cause] = []
    var current = index
    while current != root, path.count < 64 {
      let towards = locations[Int(current)].towards
      guard towards >= 0 else { break }
      let edge = edges[Int(locations[Int(current)].towardsEdge)]
      path.append(Cause(destination: towards, derefs: edge.derefs, why: edge.why, node: edge.node))
      current = towards
    }
    locations[Int(index)].cause = Int32(causes.count)
    causes.append(path)
  }
}
