import BigInt
import GoSyntax
import SourceText

/// `T{...}` (spec, "Composite literals").
extension TypeChecker {
  func compositeLiteral(
    _ e: Expr, _ typeSource: Expr?, _ elements: [KeyedElement], _ closeBrace: Position, _ hint: GoType?
  ) -> Operand {
    let wrong = Operand(mode: .invalid, type: .invalid, expr: e)
    var type: GoType
    var base: GoType
    var openElement: GoType?
    if let typeSource {
      if case .arrayType(nil, let element) = typeSource.kind {
        let elementType = varType(element)
        openElement = elementType
        type = .array(elementType, length: -1)
        base = type
      } else {
        type = typeExpr(typeSource)
        base = type
      }
    } else if let hint {
      type = hint
      guard let core = coreType(hint) else {
        error(e, "invalid composite literal element type \(text(hint)) (no core type)")
        return wrong
      }
      base = hint
      if case .pointer(let pointed) = core { base = pointed }
    } else {
      error(e, "missing type in composite literal")
      return wrong
    }
    if openElement != nil, case .array(let element, _) = type {
      let count = indexedElements(elements, element, -1)
      type = .array(element, length: count)
      if let typeSource { record(typeSource, .type, type, nil) }
      return Operand(mode: .value, type: type, expr: e)
    }
    if case .named(let named) = unalias(base), incompleteTypes.contains(ObjectIdentifier(named)) {
      error(e, "invalid recursive type")
      useElements(elements)
      return wrong
    }
    switch coreType(base) {
    case .structure(let structure)?: structLiteral(elements, structure, base, closeBrace)
    case .array(let element, let length)?: _ = indexedElements(elements, element, length)
    case .slice(let element)?: _ = indexedElements(elements, element, -1)
    case .map(let key, let value)?: mapLiteral(elements, key, value)
    case let other:
      useElements(elements)
      if isValid(other ?? .tuple([])) {
        error(e, "invalid composite literal type \(text(type))")
      }
      return wrong
    }
    return Operand(mode: .value, type: type, expr: e)
  }

  private func useElements(_ elements: [KeyedElement]) {
    for element in elements { use([element.value]) }
  }

  private func structLiteral(
    _ elements: [KeyedElement], _ structure: StructType, _ base: GoType, _ closeBrace: Position
  ) {
    guard let first = elements.first else { return }
    let fields = structure.fields
    if first.key != nil {
      var visited: Set<Int> = []
      for element in elements {
        guard let key = element.key else {
          error(element.value, "mixture of field:value and value elements in struct literal")
          continue
        }
        guard let name = key.identifier else {
          _ = expr(element.value)
          error(key, "invalid field name \(exprText(key)) in struct literal")
          continue
        }
        let index = fields.firstIndex { isSameName($0, name) }
        // The element's own elided type is not allowed here, so there is no hint.
        var x = expr(element.value, target: index.flatMap { target(fields[$0].type, name) })
        guard let index else {
          let near = fields.first { $0.name.lowercased() == name.lowercased() }
          error(
            key,
            lookupError(base, name, near.map { .variable($0) }, isStructLiteral: true))
          continue
        }
        let field = fields[index]
        recordUse(key.id, .variable(field))
        assign(&x, to: field.type, "struct literal")
        if !visited.insert(index).inserted { error(key, "duplicate field name \(name) in struct literal") }
      }
      return
    }
    for (index, element) in elements.enumerated() {
      if let key = element.key {
        error(key, "mixture of field:value and value elements in struct literal")
        continue
      }
      var x = expr(element.value, target: index < fields.count ? target(fields[index].type, fields[index].name) : nil)
      if index >= fields.count {
        error(x, "too many values in struct literal of type \(text(base))")
        break
      }
      let field = fields[index]
      if !isExported(field.name), field.package !== env.package.package {
        error(
          x, "implicit assignment to unexported field \(field.name) in struct literal of type \(text(base))")
        continue
      }
      assign(&x, to: field.type, "struct literal")
    }
    if elements.count < fields.count {
      error(closeBrace, "too few values in struct literal of type \(text(base))")
    }
  }

  func isSameName(_ field: Variable, _ name: String) -> Bool {
    field.name == name && name != "_" && (isExported(name) || field.package === env.package.package)
  }

  /// Elements of an array or slice literal; answers its length. `length` is -1 where it is open.
  private func indexedElements(_ elements: [KeyedElement], _ type: GoType, _ length: Int64) -> Int64 {
    var visited: Set<Int64> = []
    var index: Int64 = 0
    var count: Int64 = 0
    for element in elements {
      var isIndexValid = false
      if let key = element.key {
        let (keyType, value) = self.index(key, limit: length)
        if isValid(keyType) {
          if value >= 0 {
            index = value
            isIndexValid = true
          } else {
            error(key, "index \(exprText(key)) must be integer constant")
          }
        }
      } else if length >= 0, index >= length {
        error(element.value, "index \(index) is out of bounds (>= \(length))")
      } else {
        isIndexValid = true
      }
      if isIndexValid, !visited.insert(index).inserted {
        error(element.key ?? element.value, "duplicate index \(index) in array or slice literal")
      }
      index = index == Int64.max ? index : index + 1
      count = max(count, index)
      var x = expr(element.value, hint: type)
      assign(&x, to: type, "array or slice literal")
    }
    return count
  }

  private func mapLiteral(_ elements: [KeyedElement], _ key: GoType, _ value: GoType) {
    let isInterfaceKey = isNonTypeParamInterface(key)
    var visited: [Constant: [GoType]] = [:]
    for element in elements {
      guard let keySource = element.key else {
        error(element.value, "missing key in map literal")
        continue
      }
      var x = expr(keySource, hint: key)
      assign(&x, to: key, "map literal")
      if x.mode == .invalid { continue }
      if x.mode == .constant, let constant = x.constant {
        let canonical = canonicalKey(constant)
        let known = visited[canonical]
        let isDuplicate =
          isInterfaceKey ? known?.contains { identical($0, x.type) } ?? false : known != nil
        visited[canonical, default: []].append(x.type)
        if isDuplicate {
          error(x, "duplicate key \(constant.text) in map literal")
          continue
        }
      }
      var y = expr(element.value, hint: value)
      assign(&y, to: value, "map literal")
    }
  }

  /// Equal numbers are one key, however they are held.
  private func canonicalKey(_ constant: Constant) -> Constant {
    switch constant {
    case .float, .complex:
      if let integer = constant.integer { return .int(integer) }
      if let real = constant.real { return .float(real) }
      return constant
    default: return constant
    }
  }
}
