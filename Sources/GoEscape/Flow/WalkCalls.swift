import GoTypes
import SourceText

extension Walker {
  /// Walks a call whose results go to the holes; `nil` where they are not used.
  func call(_ results: [Hole]?, _ node: Node) {
    switch node.op {
    case .call, .callInterface: functionCall(results, node)
    case .append: append(results?.first ?? Self.discarded, node)
    case .copy:
      expression(Self.mutator, node.x!)
      let source = node.y!
      if case .slice(let element) = under(source.type), hasPointers(element) {
        expression(Self.heap.shifted(1).noting(.appended, node), source)
      } else {
        discard(source)
      }
    case .panic: expression(Self.heap.noting(.panicked, node), node.x!)
    case .complex, .print, .recover, .delete: for argument in node.list { discard(argument) }
    case .minMax: for argument in node.list { expression(results?.first ?? Self.discarded, argument) }
    case .clear: expression(Self.mutator, node.x!)
    case .length, .close: discard(node.x)
    case .inlinedCall:
      statements(node.list)
      for (index, result) in node.rest.enumerated() { expression(results?[index] ?? Self.discarded, result) }
    default: preconditionFailure("not a call: \(node.op)")
    }
  }

  private func functionCall(_ results: [Hole]?, _ node: Node) {
    let callee = node.op == .call ? staticCallee(node.x!) : nil
    if let results, let callee, isInBatch(callee) {
      for (index, name) in callee.results.enumerated() where index < results.count {
        var hole = results[index]
        if hole.derefs >= 0, !hasPointers(name.type) { hole.destination = LocationGraph.blank }
        flow(hole, from: name.location)
      }
    }
    var arguments = node.list[...]
    var index = 0
    if node.op == .call {
      var hole = Self.discarded
      // A literal that comes here may return anything to where the results go.
      if callee == nil, let results, results.contains(where: { $0.destination != LocationGraph.blank }) {
        hole = Self.callee
      }
      expression(hole, node.x!)
    } else {
      expression(Self.heap.noting(.receiver, node), node.x!.x!)
    }
    while let argument = arguments.popFirst() {
      let hole = node.op == .call ? parameterHole(results, callee, index) : Self.heap
      expression(hole.noting(callee == nil ? .unknownCall : .passed, node), argument)
      index += 1
    }
  }

  /// The function that a call's operand names or makes, also by way of a variable that is assigned once.
  func staticCallee(_ node: Node) -> Func? {
    let value = staticValue(node)
    switch value.op {
    case .function, .methodExpression, .closure: return value.function
    default: return nil
    }
  }

  private func isInBatch(_ function: Func) -> Bool { function.progress == .planned }

  /// Where an argument for parameter `index` goes.
  func parameterHole(_ results: [Hole]?, _ callee: Func?, _ index: Int) -> Hole {
    guard let callee else { return Self.heap }
    if isInBatch(callee) {
      guard index < callee.parameters.count, let name = callee.parameters[index] else { return Self.discarded }
      return Hole(name.location)
    }
    let tags = batch.knownTags(callee) ?? (callee.progress == .tagged ? callee.tags : [])
    guard index < tags.count else { return Self.heap }
    let leaks = tags[index]
    var holes: [Hole] = []
    if let derefs = leaks.heap { holes.append(Self.heap.shifted(Int32(derefs))) }
    if let derefs = leaks.mutator { holes.append(Self.mutator.shifted(Int32(derefs))) }
    if let derefs = leaks.callee { holes.append(Self.callee.shifted(Int32(derefs))) }
    if let results {
      for slot in 0..<min(Leaks.resultCount, results.count) {
        if let derefs = leaks.result(slot) { holes.append(results[slot].shifted(Int32(derefs))) }
      }
    }
    return tee(holes)
  }

  private func append(_ result: Hole, _ node: Node) {
    let slice = node.list[0]
    // The elements may stay where they are, or be copied to a new place in the heap.
    var hole = tee([result, Self.mutator])
    if case .slice(let element) = under(slice.type), hasPointers(element) {
      hole = tee([hole, Self.heap.shifted(1)])
    }
    expression(hole, slice)
    if node.isSpread {
      guard node.list.count > 1 else { return }
      let source = node.list[1]
      if case .slice(let element) = under(source.type), hasPointers(element) {
        expression(Self.heap.shifted(1).noting(.appended, node), source)
      } else {
        discard(source)
      }
    } else {
      for value in node.list.dropFirst() { expression(Self.heap.noting(.appended, node), value) }
    }
  }
}

/// What a variable that is assigned only where it is declared stands for.
func staticValue(_ node: Node) -> Node {
  var node = node
  while true {
    switch node.op {
    case .convertNothing:
      guard let x = node.x else { return node }
      node = x
    case .inlinedCall where node.rest.count == 1: node = node.rest[0]
    case .name:
      guard let name = node.name, name.kind == .local || name.kind == .temporary, let definition = name.definition,
        !name.isReassigned, !name.isAddressTaken
      else { return node }
      switch definition.op {
      case .assign:
        guard let value = definition.y else { return node }
        node = value
      case .assignList:
        guard let index = definition.list.firstIndex(where: { $0.op == .name && $0.name === name }),
          index < definition.rest.count
        else { return node }
        node = definition.rest[index]
      default: return node
      }
    default: return node
    }
  }
}
