import GoSyntax
import GoTypes
import SourceText

extension BodyBuilder {
  func composite(_ e: Expr, _ elements: [KeyedElement]) -> Node {
    let whole = type(of: e)
    var core = under(whole)
    var isPointer = false
    var elementType = whole
    // `{...}` for `&T{...}` in a list of pointers.
    if case .pointer(let base) = core {
      isPointer = true
      elementType = base
      core = under(base)
    }
    let result: Node
    switch core {
    case .structure(let structure): result = structLiteral(e, structure, elements)
    case .map(let key, let value): result = mapLiteral(e, key, value, elements)
    case .slice(let element): result = list(.sliceLiteral, e, element, elements)
    case .array(let element, _): result = list(.arrayLiteral, e, element, elements)
    default: return node(.nilValue, e)
    }
    result.type = elementType
    guard isPointer else { return result }
    let pointer = node(.pointerLiteral, e)
    pointer.x = result
    result.id = .noSource
    return pointer
  }

  private func structLiteral(_ e: Expr, _ structure: StructType, _ elements: [KeyedElement]) -> Node {
    let result = node(.structLiteral, e)
    for (position, element) in elements.enumerated() {
      var index = position
      if let key = element.key, case .ident(let name) = strip(key).kind {
        index = structure.fields.firstIndex { $0.name == name } ?? 0
      }
      guard index < structure.fields.count else { continue }
      result.list.append(converted(element.value, to: structure.fields[index].type))
    }
    return result
  }

  private func list(_ op: Op, _ e: Expr, _ type: GoType, _ elements: [KeyedElement]) -> Node {
    let result = node(op, e)
    var next: Int64 = 0
    for element in elements {
      if element.key != nil { result.keyedElements += 1 }
      if let key = element.key, let index = info.constant(strip(key))?.int64 { next = index }
      result.list.append(converted(element.value, to: type))
      next += 1
      result.length = max(result.length, next)
    }
    return result
  }

  private func mapLiteral(_ e: Expr, _ key: GoType, _ value: GoType, _ elements: [KeyedElement]) -> Node {
    let result = node(.mapLiteral, e)
    for element in elements {
      let pair = Node(.keyed, e.pos)
      if let written = element.key { pair.x = converted(written, to: key) }
      pair.y = converted(element.value, to: value)
      result.list.append(pair)
    }
    return result
  }

  func functionLiteral(_ e: Expr, _ body: Block) -> Node {
    let result = node(.closure, e)
    let made = Func("", function: nil, position: e.pos)
    made.isLibrary = function.isLibrary
    made.isInstance = function.isInstance
    made.shapes = function.shapes
    made.parent = function
    made.number(in: function, nil)
    made.closure = result
    result.function = made
    for variable in info.closures[e.id]?.captures ?? [] where variable.kind != .package {
      if let name = lookup(variable) { made.captures.append(name) }
    }
    let builder = BodyBuilder(trees, made, substitution, outer: self)
    // The written signature: its parameters are the variables that the body uses.
    if case .signature(let signature) = under(info.type(of: e)) { builder.build(signature, body) }
    return result
  }
}
