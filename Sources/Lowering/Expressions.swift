import BigInt
import GoSyntax
import GoTypes
import MachineCode
import SourceText

extension FunctionLowering {
  // MARK: - Values where they are wanted

  /// The slot that holds the expression's value: a variable's own, where it is one. To be used at once: an assignment to the
  /// variable, or the next call, may change it.
  func operand(_ expr: Expr) -> Operand {
    if let known = hoisted.removeValue(forKey: expr.id) { return known }
    if info.constant(expr) == nil {
      switch expr.kind {
      case .paren(let inner): return operand(inner)
      case .ident, .selector, .index, .star:
        if isPlace(expr) {
          let place = place(expr)
          return at(expr.span) { read(place, type(of: expr)) }
        }
      case .call(let function, _, _):
        if info.finding(function)?.mode == .type, let source = transparentConversion(expr) { return operand(source) }
        if info.finding(function)?.mode != .type, builtin(function) == nil {
          let results = at(expr.span) { call(expr) }
          if let first = results.first { return first }
        }
      default: break
      }
    }
    let destination = temporary(type(of: expr))
    evaluate(expr, into: destination)
    return destination
  }

  /// The value as the given type, to which it is assignable.
  func operand(_ expr: Expr, as target: TypeID) -> Operand {
    if !needsConversion(expr, to: target) { return operand(expr) }
    let destination = temporary(target)
    evaluate(expr, as: target, into: destination)
    return destination
  }

  /// An operand that stays as it is while others are evaluated: what a later call or assignment could change is copied.
  func stableOperand(_ expr: Expr, as target: TypeID) -> Operand {
    let value = operand(expr, as: target)
    switch slots[Int(value.slot)].kind {
    case .temporary: return value
    default:
      let copy = temporary(target)
      move(value, to: copy, target)
      return copy
    }
  }

  func needsConversion(_ expr: Expr, to target: TypeID) -> Bool {
    guard let finding = info.finding(expr) else { return false }
    if finding.mode == .nil || finding.constant != nil { return true }
    return types[target].isInterface && type(of: expr) != target
  }

  /// Writes the value, converted to a type to which it is assignable, to a slot.
  func evaluate(_ expr: Expr, as target: TypeID, into destination: Operand) {
    let finding = info.finding(expr)
    if finding?.mode == .nil { return at(expr.span) { zero(destination, target) } }
    if let constant = finding?.constant, !types[target].isInterface {
      return at(expr.span) { materialise(constant, target, into: destination) }
    }
    if types[target].isInterface, type(of: expr) != target {
      return at(expr.span) { convertToInterface(expr, target, into: destination) }
    }
    evaluate(expr, into: destination)
  }

  /// Writes the value to a slot.
  func evaluate(_ expr: Expr, into destination: Operand) {
    let type = type(of: expr)
    if let known = hoisted.removeValue(forKey: expr.id) { return move(known, to: destination, type) }
    if let constant = info.constant(expr) {
      return at(expr.span) { materialise(constant, type, into: destination) }
    }
    if case .paren(let inner) = expr.kind { return evaluate(inner, into: destination) }
    at(expr.span) { evaluateUnparenthesized(expr, type, into: destination) }
  }

  private func evaluateUnparenthesized(_ expr: Expr, _ type: TypeID, into destination: Operand) {
    switch expr.kind {
    case .ident:
      switch info.use(expr.id) {
      case .variable: load(place(expr), type, into: destination)
      case .function(let function): loadFunction(function, expr, into: destination)
      case .nil: zero(destination, type)
      default: notSupported("this use of a name", at: expr.span.startPosition)
      }
    case .funcLiteral(_, let body): makeClosure(expr, body, into: destination)
    case .composite: compositeLiteral(expr, into: destination)
    case .selector(let base, _): evaluateSelector(expr, base, type, into: destination)
    case .index(let base, let indices):
      if info.instances[base.id] != nil || info.instances[expr.id] != nil {
        if case .function(let function)? = object(base) { loadFunction(function, expr, into: destination) }
        return
      }
      evaluateIndex(expr, base, indices[0], type, into: destination)
    case .slice(let base, let low, let high, let max, _):
      sliceExpression(base, low, high, max, into: destination)
    case .typeAssert(let base, _): typeAssertion(base, type, into: destination, ok: nil)
    case .call: evaluateCall(expr, type, into: destination)
    case .star: load(place(expr), type, into: destination)
    case .unary(let op, let x): evaluateUnary(expr, op, x, type, into: destination)
    case .binary(let op, let x, let y): evaluateBinary(expr, op, x, y, type, into: destination)
    default: notSupported("this expression", at: expr.span.startPosition)
    }
  }

  // MARK: - Places

  /// Reading the expression is reading a place.
  private func isPlace(_ expr: Expr) -> Bool {
    switch expr.kind {
    case .ident:
      if case .variable = info.use(expr.id) { return true }
      return false
    case .paren(let inner): return isPlace(inner)
    case .selector:
      if let selection = info.selections[expr.id] {
        if selection.kind == .field { return true }
        guard selection.kind == .qualified else { return false }
      }
      if case .variable = object(expr) { return true }
      return false
    case .star: return true
    case .index(let base, _):
      if info.instances[base.id] != nil || info.instances[expr.id] != nil { return false }
      switch facts(base).under {
      case .map, .basic: return false
      default: return true
      }
    default: return false
    }
  }

  /// Where an operand stands; a value that is nowhere is put into a temporary.
  func place(_ expr: Expr) -> Place {
    if hoisted[expr.id] != nil { return .frame(operand(expr)) }
    return at(expr.span) {
      switch expr.kind {
      case .paren(let inner): return place(inner)
      case .ident:
        if case .variable(let variable) = info.use(expr.id) { return place(of: variable) }
      case .selector(let base, _):
        if let selection = info.selections[expr.id] {
          if selection.kind == .field { return fieldPlace(base, selection.path).place }
          if case .variable(let variable) = selection.object { return place(of: variable) }
        } else if case .variable(let variable)? = object(expr) {
          return place(of: variable)
        }
      case .star(let pointer): return .memory(operand(pointer), offset: 0, isChecked: false)
      case .index(let base, let indices):
        if isPlace(expr) { return indexPlace(base, indices[0]) }
      default: break
      }
      return .frame(operand(expr))
    }
  }

  func place(of variable: Variable) -> Place {
    switch storage(of: variable) {
    case .frame(let slot): .frame(slot)
    case .escaped(let pointer): .memory(pointer, offset: 0, isChecked: true)
    case .global(let offset): .global(offset)
    }
  }

  /// The field at the end of a path from `base`, embedded pointers followed.
  func fieldPlace(_ base: Expr, _ path: [Int]) -> (place: Place, type: TypeID) {
    fieldPlace(from: place(base), type(of: base), path)
  }

  func fieldPlace(from start: Place, _ type: TypeID, _ path: [Int]) -> (place: Place, type: TypeID) {
    var (current, currentType) = (start, type)
    for index in path {
      if case .pointer(let base) = types[currentType].under {
        current = .memory(read(current, currentType), offset: 0, isChecked: false)
        currentType = types.id(base)
      }
      guard case .structure(let structure) = types[currentType].under else { break }
      let offset = types.offsets(of: structure)[index]
      current = place(current, advancedBy: offset, currentType)
      currentType = types.id(structure.fields[index].type)
    }
    return (current, currentType)
  }

  private func indexPlace(_ base: Expr, _ index: Expr) -> Place {
    prepare([base, index])
    var under = facts(base).under
    var arrayPlace: Place?
    if case .pointer(let pointed) = under {
      under = GoTypes.under(pointed)
      arrayPlace = .memory(operand(base), offset: 0, isChecked: false)
    }
    if case .array(let element, let length) = under {
      let array = arrayPlace ?? place(base)
      return elementPlace(array, types.id(element), length: Int(length), index)
    }
    guard case .slice(let element) = under else { return .frame(operand(base)) }
    let elementType = types.id(element)
    let slice = operand(base)
    let position = indexOperand(index)
    let size = types[elementType].size
    if isRegisterWidth(size) { return .sliceElement(slice, index: position, size: size) }
    let address = temporary(types.pointer(to: elementType))
    emitSized(.sliceAddress, size: types[elementType].size, address, slice, position)
    return .memory(address, offset: 0, isChecked: true)
  }

  private func elementPlace(_ array: Place, _ element: TypeID, length: Int, _ index: Expr) -> Place {
    let size = types[element].size
    if let constant = info.constant(index)?.int64 {
      return place(array, advancedBy: Int(constant) * size, element)
    }
    let position = indexOperand(index)
    emit(.boundsCheck, position, .immediate(length))
    switch array {
    case .frame(let slot):
      if isRegisterWidth(size) { return .frameElement(slot, index: position, size: size) }
      slots[Int(slot.slot)].isAddressed = true
      let address = temporary(types.pointer(to: element))
      emitSized(.frameAddress, size: size, address, slot, position)
      return .memory(address, offset: 0, isChecked: true)
    default:
      // The instruction tests the pointer itself.
      let base: Operand
      if case .memory(let pointer, 0, _) = array { base = pointer } else { base = self.address(of: array, element) }
      let address = temporary(types.pointer(to: element))
      emitSized(.elementAddress, size: size, address, base, position)
      return .memory(address, offset: 0, isChecked: true)
    }
  }

  /// An index, length or capacity as a word.
  func indexOperand(_ expr: Expr) -> Operand {
    if let constant = info.constant(expr) {
      return constant.int64.map { self.constant(Int($0), types.int) } ?? self.constant(-1, types.int)
    }
    return wordOperand(operand(expr), type(of: expr))
  }

  /// An integer extended to a word, by its own signedness.
  func wordOperand(_ value: Operand, _ type: TypeID) -> Operand {
    let facts = types[type]
    guard facts.size != word else { return value }
    if facts.size > word { return value }  // 386: the low word; range was checked by the caller.
    let extended = temporary(types.int64)
    emit(member(facts.isSigned ? .signExtend8 : .zeroExtend8, width: facts.size), extended, value)
    return extended
  }

  // MARK: - Selectors, indexes

  private func evaluateSelector(_ expr: Expr, _ base: Expr, _ type: TypeID, into destination: Operand) {
    guard let selection = info.selections[expr.id] else {
      if case .function(let function)? = object(expr) { return loadFunction(function, expr, into: destination) }
      return load(place(expr), type, into: destination)
    }
    switch selection.kind {
    case .field: load(place(expr), type, into: destination)
    case .qualified:
      switch selection.object {
      case .function(let function): loadFunction(function, expr, into: destination)
      case .variable(let variable): load(place(of: variable), type, into: destination)
      default: notSupported("this use of a name", at: expr.span.startPosition)
      }
    case .method: methodValue(expr, base, selection, into: destination)
    case .methodExpression: methodExpression(expr, selection, into: destination)
    }
  }

  private func evaluateIndex(
    _ expr: Expr, _ base: Expr, _ index: Expr, _ type: TypeID, into destination: Operand
  ) {
    switch facts(base).under {
    case .map: evaluateMapIndex(base, index, into: destination, ok: nil)
    case .basic:
      prepare([base, index])
      let string = operand(base, as: types.string)
      let position = indexOperand(index)
      emit(.stringLoad, destination, string, position)
    default: load(place(expr), type, into: destination)
    }
  }

  func evaluateMapIndex(_ base: Expr, _ index: Expr, into destination: Operand, ok: Operand?) {
    guard case .map(let keyType, _) = facts(base).under else { return }
    prepare([base, index])
    let map = operand(base)
    let key = operand(index, as: type(keyType))
    loadMapElement(map, key, type(of: base), into: destination, ok: ok)
  }

  /// `m[k]`: the element, or the zero value.
  func loadMapElement(
    _ map: Operand, _ key: Operand, _ mapType: TypeID, into destination: Operand, ok: Operand?
  ) {
    guard case .map(_, let value) = types[mapType].under else { return }
    let element = types.id(value)
    let address = temporary(types.unsafePointer)
    emit(.mapGet, w: Int(mapType.rawValue), address, map, key)
    let (missing, done) = (newLabel(), newLabel())
    emit(member(.jumpEqC8, width: word), address, .immediate(0 as Int32), .label(missing))
    load(.memory(address, offset: 0, isChecked: true), element, into: destination)
    if let ok { emit(.const8, ok, .immediate(1 as Int32)) }
    jump(done)
    place(missing)
    zero(destination, element)
    if let ok { emit(.const8, ok, .immediate(0 as Int32)) }
    place(done)
  }

  /// The address of `m[k]` for writing; inserts the key.
  func mapElementAddress(_ map: Operand, _ key: Operand, _ mapType: TypeID) -> Operand {
    let address = temporary(types.unsafePointer)
    let site = program.site(
      AllocSite(type: mapType, span: currentSpan, reason: .mapGrowth, function: id))
    emit(.mapAssign, w: Int(mapType.rawValue), address, map, key)
    emit(.ext, .immediate(site))
    return address
  }

  // MARK: - Slicing

  private func sliceExpression(_ base: Expr, _ low: Expr?, _ high: Expr?, _ max: Expr?, into destination: Operand) {
    let indices = [low, high, max].compactMap { $0 }
    prepare([base] + indices)
    // Operands side by side: pointer, length, capacity, low, high, max.
    let operands = temporary(sliceOperands)
    var flags = SliceFlags()
    var element = types.uint8
    var baseFacts = facts(base)
    switch baseFacts.under {
    case .basic:
      flags.insert(.string)
      moveBytes(operand(base, as: types.string), to: operands, 2 * word)
    case .slice(let type):
      element = types.id(type)
      moveBytes(operand(base), to: operands, 3 * word)
    default:
      flags.insert(.array)
      var pointer: Operand
      if case .pointer(let pointed) = baseFacts.under {
        baseFacts = types[type(pointed)]
        pointer = operand(base)
      } else {
        pointer = address(of: place(base), type(of: base))
      }
      guard case .array(let type, let length) = baseFacts.under else { return }
      element = types.id(type)
      moveBytes(pointer, to: operands, word)
      loadConstant(Int(length), into: operands.advanced(by: word), size: word)
      loadConstant(Int(length), into: operands.advanced(by: 2 * word), size: word)
    }
    for (index, (bound, flag)) in [(low, SliceFlags.low), (high, .high), (max, .max)].enumerated() {
      guard let bound else { continue }
      flags.insert(flag)
      let target = operands.advanced(by: (3 + index) * word)
      if let constant = info.constant(bound)?.int64 {
        loadConstant(Int(constant), into: target, size: word)
      } else {
        moveBytes(indexOperand(bound), to: target, word)
      }
    }
    emit(.sliceExpression, w: Int(flags.rawValue), destination, operands, .immediate(types[element].size))
  }

  /// A pointer and five words.
  private var sliceOperands: TypeID {
    let fields = [GoType.basic(.unsafePointer)] + Array(repeating: GoType.basic(.uintptr), count: 5)
    return structure(fields)
  }

  /// An unnamed struct of these fields, for blocks and operands that no Go source declares.
  func structure(_ fields: [GoType], names: [String] = []) -> TypeID {
    let variables = fields.enumerated().map { index, type in
      Variable(
        name: index < names.count ? names[index] : "f\(index)", position: .none, type: type, kind: .field,
        package: nil)
    }
    return types.id(.structure(StructType(fields: variables, tags: Array(repeating: "", count: fields.count))))
  }
}
