import GoSyntax
import GoTypes
import MachineCode
import SourceText

extension FunctionLowering {
  // MARK: - Blocks

  /// Memory for a value that an expression creates: a backing slot of the frame if it does not escape, else a heap block
  /// whose address is put into `address`. The memory is zero unless `zeroes` is false and it is in the frame.
  func allocateBlock(
    _ type: TypeID, node: NodeID, reason: AllocReason, name: String, address: Operand, zeroes: Bool
  ) -> Place {
    let verdict = escape.expressions[node]
    if verdict?.placement == .stack {
      let slot = backing(name, .backing, type)
      slots[Int(slot.slot)].isAddressed = true
      if zeroes { zero(slot, type) }
      return .frame(slot)
    }
    emitNew(address, type, reason: reason, span: currentSpan, explanation: verdict?.explanation ?? "")
    return .memory(address, offset: 0, isChecked: true)
  }

  /// A pointer to a new value.
  func allocate(
    _ expr: Expr, _ type: TypeID, reason: AllocReason, into destination: Operand, fill: ((Place) -> Void)? = nil
  ) {
    // The fill may read what the destination holds, so the address goes there last.
    let address = fill == nil ? destination : temporary(types.pointer(to: type))
    let name =
      reason == .new ? "new(\(runtimeTypeText(types[type].type)))" : "\(runtimeTypeText(types[type].type)) literal"
    if fill != nil, case .unary(_, let literal) = expr.kind { hoist(literal) } else { hoist(expr) }
    let place = allocateBlock(type, node: expr.id, reason: reason, name: name, address: address, zeroes: true)
    fill?(place)
    if case .frame = place {
      loadAddress(of: place, type, into: destination)
    } else {
      move(address, to: destination, types.pointer(to: type))
    }
  }

  // MARK: - Composite literals

  func compositeType(_ expr: Expr) -> TypeFacts { types[type(of: expr)] }

  /// A literal's value in a slot that no element reads.
  func compositeLiteral(_ expr: Expr, into destination: Operand) {
    compositeLiteral(expr, to: .frame(destination), isFresh: false)
  }

  /// Writes a literal's value; `isFresh`: the place is zero.
  func compositeLiteral(_ expr: Expr, to place: Place, isFresh: Bool) {
    guard case .composite(_, let elements, _) = expr.kind else { return }
    let type = type(of: expr)
    switch types[type].under {
    case .structure(let structure):
      let fields = structFields(elements, structure)
      fill(place, type, fields, total: structure.fields.count, isFresh: isFresh)
    case .array(let element, let length):
      fillArray(place, type, types.id(element), length: Int(length), elements, isFresh: isFresh)
    case .slice(let element): sliceLiteral(expr, elements, types.id(element), type, to: place)
    case .map: mapLiteral(expr, elements, type, to: place)
    case .pointer(let base):
      // An elided &T in a literal of pointers.
      let pointed = types.id(base)
      let result = temporary(type)
      hoist(expr)
      let block = allocateBlock(
        pointed, node: expr.id, reason: .literal, name: "\(runtimeTypeText(base)) literal", address: result,
        zeroes: true)
      fillElided(elements, pointed, to: block)
      if case .frame = block { loadAddress(of: block, pointed, into: result) }
      store(result, type, to: place)
    default: notSupported("this literal", at: expr.span.startPosition)
    }
  }

  private func fillElided(_ elements: [KeyedElement], _ type: TypeID, to place: Place) {
    switch types[type].under {
    case .structure(let structure):
      fill(place, type, structFields(elements, structure), total: structure.fields.count, isFresh: true)
    case .array(let element, let length):
      fillArray(place, type, types.id(element), length: Int(length), elements, isFresh: true)
    default: notSupported("this literal", at: currentSpan.startPosition)
    }
  }

  private struct Part {
    var offset: Int
    var type: TypeID
    var value: Expr
  }

  private func structFields(_ elements: [KeyedElement], _ structure: StructType) -> [Part] {
    let offsets = types.offsets(of: structure)
    return elements.enumerated().compactMap { position, element in
      var index = position
      if let key = element.key {
        guard case .ident(let name) = key.kind,
          let found = structure.fields.firstIndex(where: { $0.name == name })
        else { return nil }
        index = found
      }
      return Part(offset: Int(offsets[index]), type: types.id(structure.fields[index].type), value: element.value)
    }
  }

  private func fill(_ place: Place, _ type: TypeID, _ parts: [Part], total: Int, isFresh: Bool) {
    prepare(parts.map(\.value))
    let facts = types[type]
    var isZero = isFresh
    let sum = parts.reduce(0) { $0 + types[$1.type].size }
    if !isFresh, parts.count < total || sum < facts.size || (facts.hasPointers && parts.count > 1) {
      storeZero(type, to: place)
      isZero = true
    }
    for part in parts {
      storeExpression(part.value, part.type, to: self.place(place, advancedBy: part.offset, part.type), isZero: isZero)
    }
  }

  private func arrayParts(_ elements: [KeyedElement], _ element: TypeID) -> [Part] {
    var index = 0
    return elements.map { item in
      if let key = item.key, let constant = info.constant(key)?.int64 { index = Int(constant) }
      defer { index += 1 }
      return Part(offset: index * types[element].size, type: element, value: item.value)
    }
  }

  private func fillArray(
    _ place: Place, _ type: TypeID, _ element: TypeID, length: Int, _ elements: [KeyedElement], isFresh: Bool
  ) {
    let parts = arrayParts(elements, element)
    if parts.count > 4, let bytes = constantBytes(parts, size: types[type].size) {
      let source = temporary(types.unsafePointer)
      loadAddress(.readOnly(program.readOnly.offset(ofValue: bytes)), into: source)
      if case .frame(let slot) = place {
        load(.memory(source, offset: 0, isChecked: true), type, into: slot)
      } else {
        emit(.copyMemory, address(of: place, type), source, .immediate(bytes.count))
      }
      return
    }
    fill(place, type, parts, total: length, isFresh: isFresh)
  }

  /// The bytes of an array of constants without pointers.
  private func constantBytes(_ parts: [Part], size: Int) -> [UInt8]? {
    var result = [UInt8](repeating: 0, count: size)
    for part in parts {
      guard let constant = info.constant(part.value), let bytes = ConstantBytes.bytes(constant, types[part.type])
      else { return nil }
      result.replaceSubrange(part.offset..<part.offset + bytes.count, with: bytes)
    }
    return result
  }

  private func sliceLiteral(
    _ expr: Expr, _ elements: [KeyedElement], _ element: TypeID, _ type: TypeID, to place: Place
  ) {
    if elements.contains(where: { hasCall($0.value) }) { for item in elements { hoist(item.value) } }
    var length = 0
    var index = 0
    for item in elements {
      if let key = item.key, let constant = info.constant(key)?.int64 { index = Int(constant) }
      index += 1
      length = max(length, index)
    }
    let array = types.id(.array(types[element].type, length: Int64(length)))
    let slice = temporary(type)
    if length == 0 {
      // Not nil: an address that is never read.
      loadAddress(.readOnly(program.readOnly.offset(ofValue: [0, 0, 0, 0, 0, 0, 0, 0])), into: slice)
    } else {
      let pointer = temporary(types.pointer(to: array))
      let block = allocateBlock(
        array, node: expr.id, reason: .literal, name: "\(runtimeTypeText(types[type].type)) literal",
        address: pointer, zeroes: true)
      fillArray(block, array, element, length: length, elements, isFresh: true)
      if case .frame = block { loadAddress(of: block, array, into: pointer) }
      moveBytes(pointer, to: slice, word)
    }
    loadConstant(length, into: slice.advanced(by: word), size: word)
    loadConstant(length, into: slice.advanced(by: 2 * word), size: word)
    store(slice, type, to: place)
  }

  private func mapLiteral(_ expr: Expr, _ elements: [KeyedElement], _ type: TypeID, to place: Place) {
    guard case .map(let keyType, let valueType) = types[type].under else { return }
    let (key, value) = (types.id(keyType), types.id(valueType))
    let map = temporary(type)
    let hint = constant(elements.count, types.int)
    let site = allocationSite(expr.id, type, .literal, span: expr.span)
    emit(.makeMap, map, hint, .immediate(site))
    for element in elements {
      withTemporaries {
        guard let keyExpr = element.key else { return }
        prepare([keyExpr, element.value])
        let keySlot = temporary(key)
        evaluate(keyExpr, as: key, into: keySlot)
        let valueSlot = temporary(value)
        evaluate(element.value, as: value, into: valueSlot)
        store(valueSlot, value, to: .mapElement(map: map, key: keySlot, type: type))
      }
    }
    store(map, type, to: place)
  }

  /// Stores an expression's value, converted to a type to which it is assignable; `isZero`: the place is known to be zero.
  func storeExpression(_ expr: Expr, _ type: TypeID, to place: Place, isZero: Bool = false) {
    if isZero, hoisted[expr.id] == nil {
      if isNil(expr) { return }
      if let constant = info.constant(expr), !types[type].isInterface, isZeroConstant(constant) { return }
    }
    let inner = parenless(expr)
    if case .composite = inner.kind, self.type(of: expr) == type, hoisted[expr.id] == nil {
      switch types[type].under {
      case .structure, .array:
        // In place only where nothing can read it half done.
        if isZero || isFrame(place) { return at(inner.span) { compositeLiteral(inner, to: place, isFresh: isZero) } }
      default: break
      }
    }
    if case .frame(let slot) = place { return evaluate(expr, as: type, into: slot) }
    store(operand(expr, as: type), type, to: place)
  }

  private func isFrame(_ place: Place) -> Bool {
    if case .frame = place { return true }
    return false
  }

  private func isZeroConstant(_ constant: Constant) -> Bool {
    switch constant {
    case .bool(let value): return !value
    case .string(let bytes): return bytes.isEmpty
    case .int(let value): return value == 0
    case .float(let value): return value.isZero
    case .complex(let real, let imaginary): return real.isZero && imaginary.isZero
    }
  }
}
