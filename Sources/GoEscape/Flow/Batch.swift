import GoSyntax
import GoTypes
import SourceText

/// The analysis of functions that call each other, with the literals in them.
final class Batch {
  let functions: [Func]
  let sizes: Sizes
  var graph = LocationGraph()
  /// Literals and the holes of what they capture, until all assignments are known.
  private var closures: [(Hole, Node)] = []
  /// What library functions are known to do with their parameters, in place of what their bodies here do.
  let knownTags: (Func) -> [Leaks]?
  private(set) var capturedByValue: [Name] = []
  private(set) var capturedByReference: [Name] = []

  /// `go` and `defer` statements whose record is in the heap.
  var heapDeferred: [Node] = []
  /// Assignments that store nothing new, with their functions.
  var selfAssignments: [(Func, Node)] = []

  init(_ functions: [Func], _ sizes: Sizes, knownTags: @escaping (Func) -> [Leaks]?) {
    self.functions = functions
    self.sizes = sizes
    self.knownTags = knownTags
  }

  func run() {
    for function in functions { declare(function) }
    for function in functions where !function.isLiteral { Walker(self, function).walkBody() }
    for (hole, closure) in closures { capture(hole, closure) }
    closures = []
    for index in Int32(4)..<Int32(graph.locations.count) {
      guard let reason = sizeReason(graph.locations[Int(index)]) else { continue }
      var hole = Hole(LocationGraph.heap).shifted(-1)
      hole.why = reason
      let isTaken = graph.locations[Int(index)].isAddressTaken
      graph.flow(hole, from: index)
      graph.locations[Int(index)].isAddressTaken = isTaken
    }
    graph.solve { [unowned self] function in
      guard function.progress != .tagged, !function.areResultsLost else { return [] }
      function.areResultsLost = true
      _ = self
      return function.results.map { $0.location }
    }
    for function in functions { tag(function) }
  }

  private func declare(_ function: Func) {
    function.progress = .planned
    for name in function.variables {
      var location = Location(.variable, .persists)
      location.function = function
      location.name = name
      name.location = graph.add(location)
    }
    if !function.hasBody {
      for name in function.results {
        var location = Location(.variable, .persists)
        location.function = function
        location.name = name
        name.location = graph.add(location)
      }
    }
  }

  func addClosure(_ hole: Hole, _ node: Node) { closures.append((hole, node)) }

  /// Never reassigned after its capture, its address not taken, and at most 128 bytes: the literal holds a copy.
  private func capture(_ hole: Hole, _ closure: Node) {
    for name in closure.function!.captures {
      let location = graph.locations[Int(name.location)]
      let isByValue =
        !location.isAddressTaken && !location.isReassigned && (sizes.size(of: name.type) ?? .max) <= 128
      if isByValue { capturedByValue.append(name) } else { capturedByReference.append(name) }
      var target = hole
      if !isByValue { target = target.shifted(-1) }
      target.why = isByValue ? .captured : .capturedByReference
      target.node = closure
      // Being captured is not having one's address taken, for the next literal.
      target.takesAddress = false
      graph.flow(target, from: name.location)
    }
  }

  /// Why memory cannot be in a frame whatever happens to its address (cmd/compile/internal/escape/utils.go, Go 1.23).
  private func sizeReason(_ location: Location) -> Why? {
    let (maxVariable, maxImplicit): (Int64, Int64) = (10 << 20, 64 << 10)
    if location.kind == .variable {
      let name = location.name!
      if name.kind == .parameter || name.kind == .result { return nil }
      return (sizes.size(of: name.type) ?? .max) > maxVariable ? .huge : nil
    }
    guard location.kind == .expression, let node = location.node else { return nil }
    switch node.op {
    case .new, .pointerLiteral:
      guard case .pointer(let base) = under(node.type) else { return nil }
      return (sizes.size(of: base) ?? .max) > maxImplicit ? .huge : nil
    case .makeSlice:
      guard case .slice(let element) = under(node.type) else { return nil }
      guard let count = (node.y ?? node.x)?.constant?.int64 else { return .sized }
      let size = sizes.size(of: element) ?? .max
      return size != 0 && count > maxImplicit / size ? .huge : nil
    case .closure:
      let size = node.function!.captures.reduce(8) { $0 + min(sizes.size(of: $1.type) ?? .max, 128) }
      return size > maxImplicit ? .huge : nil
    default:
      if case .array = under(node.type) { return (sizes.size(of: node.type) ?? .max) > maxVariable ? .huge : nil }
      if case .structure = under(node.type) { return (sizes.size(of: node.type) ?? .max) > maxVariable ? .huge : nil }
      return nil
    }
  }

  /// Records what callers must know.
  private func tag(_ function: Func) {
    function.progress = .tagged
    for (index, type) in function.parameterTypes.enumerated() {
      guard function.hasBody else {
        function.tags.append(bodylessTag(function, type))
        continue
      }
      guard let name = function.parameters[index], sizes.hasPointers(type) else {
        function.tags.append(Leaks())
        continue
      }
      var leaks = graph.locations[Int(name.location)].leaks
      leaks.optimize()
      function.tags.append(leaks)
    }
  }

  private func bodylessTag(_ function: Func, _ type: GoType) -> Leaks {
    guard sizes.hasPointers(type) else { return Leaks() }
    guard function.isNoEscape else { return .toHeap }
    var leaks = Leaks()
    leaks.addMutator(0)
    leaks.addCallee(0)
    return leaks
  }
}
