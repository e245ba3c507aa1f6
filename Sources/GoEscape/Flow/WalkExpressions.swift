import GoTypes
import SourceText

extension Walker {
  func discard(_ node: Node?) { if let node { expression(Self.discarded, node) } }

  /// Evaluates an expression whose value goes to the hole.
  func expression(_ hole: Hole, _ node: Node) {
    if !node.initial.isEmpty { statements(node.initial) }
    expressionAfterInitial(hole, node)
  }

  func expressionAfterInitial(_ wanted: Hole, _ node: Node) {
    var hole = wanted
    // A value without pointers keeps nothing alive.
    if hole.derefs >= 0, hole.destination != LocationGraph.blank, !node.type.isUntyped, !hasPointers(node.type) {
      hole.destination = LocationGraph.blank
    }
    switch node.op {
    case .literal, .nilValue, .methodExpression, .function: break
    case .name: if let name = node.name { flow(hole, from: name.location) }
    case .unary, .receive, .length: discard(node.x)
    case .binary, .logical:
      discard(node.x)
      discard(node.y)
    case .address: expression(hole.shifted(-1).noting(.addressOf, node), node.x!)
    case .deref, .dotPointer, .sliceToArray: expression(hole.dereferenced(), node.x!)
    case .convertNothing where isUnsafePointer(node.type) && isWord(node.x!.type):
      // unsafe.Pointer(uintptr(p)): the pointer may have come all the way through arithmetic.
      unsafeValue(hole, node.x!)
    case .dot, .dotInterface, .convert, .convertNothing, .sliceToArrayPointer: expression(hole, node.x!)
    case .typeAssert: expression(asserted(hole, node.type), node.x!)
    case .index:
      if case .array = under(node.x!.type) {
        expression(hole, node.x!)
      } else {
        expression(hole.dereferenced(), node.x!)
      }
      discard(node.y)
    case .indexMap:
      discard(node.x)
      discard(node.y)
    case .slice, .sliceArray:
      expression(hole, node.x!)
      for bound in node.list { discard(bound) }
    case .convertInterface:
      let source = node.x!.type
      if !source.isInterface && !isDirect(source) { hole = spill(hole.noting(.boxed, node), node) }
      expression(hole, node.x!)
    case .new: spill(hole, node)
    case .makeSlice, .makeMap:
      spill(hole, node)
      discard(node.x)
      discard(node.y)
    case .makeChan: discard(node.x)
    case .methodValue: methodValue(hole, node)
    case .pointerLiteral: expression(spill(hole, node), node.x!)
    case .arrayLiteral, .structLiteral:
      for element in node.list { expression(hole.noting(.element, node), element) }
    case .sliceLiteral:
      let inside = spill(hole, node)
      for element in node.list { expression(inside.noting(.element, node), element) }
    case .mapLiteral:
      spill(hole, node)
      for pair in node.list {
        if let key = pair.x { expression(Self.heap.noting(.mapKey, node), key) }
        if let value = pair.y { expression(Self.heap.noting(.mapValue, node), value) }
      }
    case .closure: closure(hole, node)
    case .runesToString, .bytesToString, .stringToRunes, .stringToBytes, .runeToString:
      spill(hole, node)
      discard(node.x)
    case .concat:
      spill(hole, node)
      for part in node.list { discard(part) }
    case .unsafe:
      if let first = node.list.first { expression(hole, first) }
      for other in node.list.dropFirst() { discard(other) }
    default:
      call([hole], node)
    }
  }

  private func isUnsafePointer(_ type: GoType) -> Bool {
    if case .basic(.unsafePointer) = under(type) { return true }
    return false
  }

  private func isWord(_ type: GoType) -> Bool {
    if case .basic(.uintptr) = under(type) { return true }
    return false
  }

  /// Follows a pointer through the arithmetic on it that package unsafe allows (escape/expr.go, unsafeValue, Go 1.23).
  private func unsafeValue(_ hole: Hole, _ node: Node) {
    if !node.initial.isEmpty { statements(node.initial) }
    switch node.op {
    case .convert, .convertNothing:
      if isUnsafePointer(node.x!.type) { expression(hole, node.x!) } else { discard(node.x) }
    case .unary: unsafeValue(hole, node.x!)
    case .binary where node.text == "<<" || node.text == ">>":
      unsafeValue(hole, node.x!)
      discard(node.y)
    case .binary where isWord(node.x!.type) && isWord(node.y!.type):
      unsafeValue(hole, node.x!)
      unsafeValue(hole, node.y!)
    default: expressionAfterInitial(Self.discarded, node)
    }
  }

  func hasPointers(_ type: GoType) -> Bool {
    switch type {
    case .invalid: true
    case .tuple: true
    case .basic(let kind): kind == .string || kind == .unsafePointer || kind.isUntyped
    case .pointer, .slice, .map, .chan, .signature, .interface, .typeParam: true
    default: batch.sizes.hasPointers(type)
    }
  }

  /// Held in an interface's data word itself: one pointer.
  func isDirect(_ type: GoType) -> Bool {
    switch under(type) {
    case .pointer, .chan, .map, .signature: true
    case .basic(let kind): kind == .unsafePointer
    case .structure(let structure): structure.fields.count == 1 && isDirect(structure.fields[0].type)
    case .array(let element, let length): length == 1 && isDirect(element)
    default: false
    }
  }

  private func methodValue(_ hole: Hole, _ node: Node) {
    let inside = spill(hole, node)
    // Nobody knows who will call it: the results go anywhere.
    var results: [Hole] = []
    if case .signature(let signature) = under(node.type) { results = signature.results.map { _ in Self.heap } }
    let parameter = parameterHole(results, node.function, 0)
    expression(tee([parameter, inside]), node.x!)
  }

  private func closure(_ hole: Hole, _ node: Node) {
    let inside = spill(hole, node)
    batch.addClosure(inside, node)
    guard let literal = node.function else { return }
    for name in literal.captures {
      let index = Int(name.location)
      if !batch.graph.locations[index].isCaptured {
        batch.graph.locations[index].isCaptured = true
        // What was assigned before the first capture, on the straight way to it, does not matter.
        if batch.graph.locations[index].loopDepth == loopDepth { batch.graph.locations[index].isReassigned = false }
      }
    }
    Walker(batch, literal).walkBody()
  }
}

extension Node {
  var isCall: Bool {
    switch op {
    case .call, .callInterface, .append, .copy, .panic, .print, .recover, .delete, .clear, .close, .length, .minMax,
      .complex, .inlinedCall:
      true
    default: false
    }
  }
}
