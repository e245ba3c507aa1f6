import GoSyntax
import GoTypes
import MachineCode
import SourceText

extension FunctionLowering {
  // MARK: - Declarations

  func declareVariables(_ spec: VarSpec) {
    let variables = spec.names.map { name -> Variable? in
      if case .variable(let variable)? = info.definition(name.id) { return variable }
      return nil
    }
    if spec.values.isEmpty {
      for variable in variables {
        guard let variable, variable.name != "_" else { continue }
        initialise(variable) { storage, type in
          if case .frame(let slot) = storage { self.zero(slot, type) }
        }
      }
      return
    }
    define(variables.map { $0.map { .new($0) } ?? .blank }, spec.values)
  }

  /// One left side of a definition or an assignment.
  enum Target {
    case new(Variable)
    case existing(Expr)
    /// A package variable, in its initialiser.
    case global(Variable)
    case blank
  }

  func define(_ lhs: [Expr], _ rhs: [Expr]) {
    define(
      lhs.map { target in
        if case .ident(let name) = target.kind {
          if name == "_" { return .blank }
          if case .variable(let variable)? = info.definition(target.id) { return .new(variable) }
        }
        return .existing(target)
      }, rhs)
  }

  /// Makes a variable and writes its first value, then puts its name in scope.
  private func initialise(_ variable: Variable, _ write: (Storage, TypeID) -> Void) {
    let storage = declare(variable)
    write(storage, type(variable.type))
    if let slot = slot(of: storage) { beginScope(slot) }
  }

  /// A package variable's initialiser.
  func define(_ targets: [Target], _ value: Expr) {
    guard targets.count == 1 else { return assignTuple(targets, value) }
    guard case .global(let variable) = targets[0] else { return discard(value) }
    if hasCall(value) { hoist(value) }
    storeExpression(value, type(variable.type), to: place(of: variable), isZero: true)
  }

  private func define(_ targets: [Target], _ values: [Expr]) {
    if targets.count != values.count { return assignTuple(targets, values[0]) }
    if targets.count == 1 {
      switch targets[0] {
      case .new(let variable): return defineOne(variable, values[0])
      case .global, .blank: return discard(values[0])
      case .existing(let target): return assign([target], values)
      }
    }
    assignParallel(targets, values)
  }

  /// `v := x` and `var v T = x`: straight into the new variable, which x cannot mention.
  private func defineOne(_ variable: Variable, _ value: Expr) {
    if variable.name == "_" { return discard(value) }
    let type = type(variable.type)
    if isOnHeap(variable) {
      if isComposite(value, type) {
        hoist(value)
        return initialise(variable) { storage, type in
          if case .escaped(let pointer) = storage {
            self.storeExpression(value, type, to: .memory(pointer, offset: 0, isChecked: true), isZero: true)
          }
        }
      }
      let source = operand(value, as: type)
      return initialise(variable) { storage, type in
        if case .escaped(let pointer) = storage {
          self.store(source, type, to: .memory(pointer, offset: 0, isChecked: true))
        }
      }
    }
    if hasCall(value), isComposite(value, type) { hoist(value) }
    let storage = Storage.frame(
      Operand(
        slot: newSlot(
          variable.name, .local, type, span: .at(variable.position, length: variable.name.utf8.count))))
    guard let slot = slot(of: storage) else { return }
    evaluate(value, as: type, into: slot)
    self.storage[ObjectIdentifier(variable)] = storage
    beginScope(slot)
  }

  private func isComposite(_ expr: Expr, _ type: TypeID) -> Bool {
    guard case .composite = parenless(expr).kind, self.type(of: expr) == type else { return false }
    switch types[type].under {
    case .structure, .array: return true
    default: return false
    }
  }

  private func discard(_ value: Expr) {
    if isNil(value) || info.constant(value) != nil { return }
    _ = operand(value)
  }

  // MARK: - Assignments

  func assign(_ lhs: [Expr], _ rhs: [Expr]) {
    if lhs.count == 1, rhs.count == 1 { return assignOne(lhs[0], rhs[0]) }
    let targets = lhs.map { isBlank($0) ? Target.blank : .existing($0) }
    if lhs.count != rhs.count { return assignTuple(targets, rhs[0]) }
    assignParallel(targets, rhs)
  }

  private func isBlank(_ expr: Expr) -> Bool {
    if case .ident("_") = parenless(expr).kind { return true }
    return false
  }

  private func assignOne(_ target: Expr, _ value: Expr) {
    if isBlank(target) { return discard(value) }
    let target = parenless(target)
    let type = type(of: target)
    // The calls of both sides first; then the target's operands are read, then the value's.
    let parts = operandsOfTarget(target)
    let valueHasCall = hasCall(value)
    if valueHasCall || parts.contains(where: hasCall) { takeOperands(of: target, parts) }
    if valueHasCall, !parts.allSatisfy(isStable) || isIndirect(target) {
      if isComposite(value, type) || !isHoistable(parenless(value)) { hoist(value) }
    }
    if case .index(let base, let index) = target.kind, case .map(let keyType, _) = facts(base).under {
      let early = hasCall(value) ? operand(value, as: type) : nil
      let map = operand(base)
      let key = operand(index[0], as: self.type(keyType))
      let source = early ?? operand(value, as: type)
      return store(source, type, to: .mapElement(map: map, key: key, type: self.type(of: base)))
    }
    if case .ident = target.kind, case .frame(let slot) = place(target) {
      if isSingleInstruction(value) || !reads(value, slot: slot) {
        return evaluate(value, as: type, into: slot)
      }
      return move(operand(value, as: type), to: slot, type)
    }
    if valueHasCall, hasCall(value) {
      // The call's result is in the outgoing area; evaluating the target makes no call.
      let source = operand(value, as: type)
      return store(source, type, to: place(target))
    }
    let source = operand(value, as: type)
    store(source, type, to: place(target))
  }

  /// What is taken of a left side before the calls of the right one. A map's key is, too, unless its kind of map has functions of
  /// its own that take the key by value (cmd/compile/internal/walk/order.go mapKeyTemp, Go 1.23).
  private func takeOperands(of target: Expr, _ parts: [Expr]) {
    for part in parts { hoist(part) }
    guard case .index(let base, let indices) = target.kind, case .map(let keyType, let element) = facts(base).under
    else { return }
    let (key, type) = (indices[0], type(keyType))
    let facts = types[type]
    let isWord = (facts.isInteger || facts.isDirect) && facts.size >= 4
    let isByValue = types[self.type(element)].size <= 128 && (facts.isString || isWord)
    guard !isByValue, hoisted[key.id] == nil, !isStable(key), self.type(of: key) == type else { return }
    let copy = temporary(type)
    evaluate(key, into: copy)
    hoisted[key.id] = copy
  }

  /// Assigning through a pointer, index or package variable.
  private func isIndirect(_ target: Expr) -> Bool { !isStable(target) }

  /// The expressions inside a left side that are evaluated.
  private func operandsOfTarget(_ target: Expr) -> [Expr] {
    switch target.kind {
    case .paren(let inner): operandsOfTarget(inner)
    case .index(let base, let indices): [base, indices[0]]
    case .star(let pointer): [pointer]
    case .selector(let base, _):
      if let selection = info.selections[target.id], selection.kind == .field { [base] } else { [] }
    default: []
    }
  }

  /// The value takes one instruction that reads its operands before it writes, or is built elsewhere first.
  func isSingleInstruction(_ expr: Expr) -> Bool {
    switch expr.kind {
    case .paren(let inner): return isSingleInstruction(inner)
    case .composite: return false
    case .call(let function, let arguments, _):
      if info.finding(function)?.mode == .type { return isSingleInstruction(arguments[0]) && !facts(expr).isInterface }
      return true
    case .unary, .binary: return !facts(expr).isComplex
    case .typeAssert: return false
    default: return !facts(expr).isInterface || info.constant(expr) == nil
    }
  }

  /// Evaluating the expression may read the slot.
  func reads(_ expr: Expr, slot: Operand) -> Bool {
    if slots[Int(slot.slot)].isAddressed { return true }
    switch expr.kind {
    case .ident:
      if case .variable(let variable) = info.use(expr.id) {
        if case .frame(let other)? = storage[ObjectIdentifier(variable)] { return other.slot == slot.slot }
      }
      return false
    case .composite:
      // An element's failure must leave the variable as it was.
      if let type = info.finding(expr)?.type, case .structure = under(substitution(type)) {
        return children(of: expr).contains { info.constant($0) == nil && !isStable($0) || reads($0, slot: slot) }
      }
      return true
    case .funcLiteral:
      return info.closures[expr.id]?.captures.contains { variable in
        if case .frame(let other)? = storage[ObjectIdentifier(variable)] { return other.slot == slot.slot }
        return false
      } ?? false
    default: return children(of: expr).contains { reads($0, slot: slot) }
    }
  }

  /// `a, b = x, y`: operands of the left sides, then all values, then the assignments from left to right.
  private func assignParallel(_ targets: [Target], _ values: [Expr]) {
    let parts = targets.flatMap { target -> [Expr] in
      if case .existing(let expr) = target { return operandsOfTarget(expr) }
      return []
    }
    prepare(parts + values)
    let places = targets.map { target -> Place in
      if case .existing(let expr) = target { return stablePlace(expr) }
      return .blank
    }
    var sources: [Operand?] = []
    for (target, value) in zip(targets, values) {
      guard let type = targetType(target, value) else {
        discard(value)
        sources.append(nil)
        continue
      }
      sources.append(stableOperand(value, as: type))
    }
    for (index, target) in targets.enumerated() {
      guard let source = sources[index] else { continue }
      write(source, targetType(target, values[index])!, to: target, places[index])
    }
  }

  private func targetType(_ target: Target, _ value: Expr) -> TypeID? {
    switch target {
    case .new(let variable): variable.name == "_" ? nil : type(variable.type)
    case .existing(let expr): type(of: expr)
    case .global(let variable): type(variable.type)
    case .blank: nil
    }
  }

  private func write(_ source: Operand, _ type: TypeID, to target: Target, _ place: Place) {
    switch target {
    case .blank: break
    case .existing, .global: store(source, type, to: place)
    case .new(let variable):
      initialise(variable) { storage, type in
        switch storage {
        case .frame(let slot): self.move(source, to: slot, type)
        case .escaped(let pointer): self.store(source, type, to: .memory(pointer, offset: 0, isChecked: true))
        case .global: break
        }
      }
    }
  }

  /// A place whose operands are copied, so that assignments before it leave it alone.
  func stablePlace(_ expr: Expr) -> Place {
    let expr = parenless(expr)
    if case .index(let base, let indices) = expr.kind, case .map(let keyType, _) = facts(base).under {
      let map = stableOperand(base, as: type(of: base))
      let key = stableOperand(indices[0], as: type(keyType))
      return .mapElement(map: map, key: key, type: type(of: base))
    }
    func copied(_ operand: Operand, _ type: TypeID) -> Operand {
      if slots[Int(operand.slot)].kind == .temporary { return operand }
      let copy = temporary(type)
      move(operand, to: copy, type)
      return copy
    }
    switch place(expr) {
    case .memory(let base, let offset, let isChecked):
      return .memory(copied(base, types.unsafePointer), offset: offset, isChecked: isChecked)
    case .frameElement(let array, let index, let size):
      return .frameElement(array, index: copied(index, types.int), size: size)
    case .sliceElement(let slice, let index, let size):
      // The index is checked before the values are assigned.
      guard case .index(let base, _) = expr.kind else { break }
      return .sliceElement(copied(slice, type(of: base)), index: copied(index, types.int), size: size)
    case let place: return place
    }
    return place(expr)
  }

  /// `a, b = f()`, `v, ok = m[k]` and the like.
  private func assignTuple(_ targets: [Target], _ value: Expr) {
    let value = parenless(value)
    let parts = targets.flatMap { target -> [Expr] in
      if case .existing(let expr) = target { return operandsOfTarget(expr) }
      return []
    }
    for part in parts where hasCall(part) { hoist(part) }
    var sources: [(Operand, TypeID)] = []
    if case .call = value.kind, !info.commaOK.contains(value.id) {
      guard case .tuple(let elements) = info.type(of: value) else { return }
      let results = call(value)
      // Results stay in the outgoing area unless assigning them makes calls or keeps them for long.
      sources = zip(results, elements).map { ($0, type($1)) }
    } else {
      let type = type(of: value)
      let slot = temporary(type)
      let ok = temporary(types.bool)
      switch value.kind {
      case .index(let base, let index): evaluateMapIndex(base, index[0], into: slot, ok: ok)
      case .typeAssert(let base, _): typeAssertion(base, type, into: slot, ok: ok)
      case .unary(_, let channel): receive(from: channel, into: slot, ok: ok)
      default: notSupported("this assignment", at: value.span.startPosition)
      }
      sources = [(slot, type), (ok, types.bool)]
    }
    for (target, (source, sourceType)) in zip(targets, sources) {
      switch target {
      case .blank: break
      case .new(let variable):
        let converted = convertSlot(source, sourceType, to: type(variable.type))
        if variable.name != "_" { write(converted, sourceType, to: target, .blank) }
      case .existing(let expr):
        let type = type(of: expr)
        store(convertSlot(source, sourceType, to: type), type, to: place(parenless(expr), isAssigned: true))
      case .global(let variable):
        let type = type(variable.type)
        store(convertSlot(source, sourceType, to: type), type, to: place(of: variable))
      }
    }
  }

  /// A left side's place; a map element is one too.
  func place(_ expr: Expr, isAssigned: Bool) -> Place {
    if case .index(let base, let indices) = expr.kind, case .map(let keyType, _) = facts(base).under {
      let map = operand(base)
      return .mapElement(map: map, key: operand(indices[0], as: type(keyType)), type: type(of: base))
    }
    return place(expr)
  }

  // MARK: - x op= y, x++

  func incDec(_ target: Expr, _ isIncrement: Bool) {
    let target = parenless(target)
    let type = type(of: target)
    update(target, type) { value, destination in
      let facts = self.types[type]
      if facts.isInteger {
        self.emit(
          self.member(.addC8, width: facts.size), destination, value, .immediate(isIncrement ? 1 : -1 as Int32))
      } else {
        let one = self.temporary(type)
        self.materialise(.int(1), type, into: one)
        self.arithmetic(isIncrement ? .add : .subtract, value, one, type, into: destination)
      }
    }
  }

  func opAssign(_ target: Expr, _ op: BinaryOperator, _ value: Expr) {
    let target = parenless(target)
    let type = type(of: target)
    let parts = operandsOfTarget(target)
    if hasCall(value) || parts.contains(where: hasCall) { takeOperands(of: target, parts) }
    if hasCall(value) { hoist(value) }
    update(target, type) { old, destination in
      if op.isShift { return self.shift(op, old, value, type, into: destination) }
      if op == .add, self.types[type].isString {
        let operands = self.temporary(self.types.id(.array(.basic(.string), length: 2)))
        self.zero(operands, self.slots[Int(operands.slot)].type)
        self.move(old, to: operands, type)
        self.evaluate(value, as: type, into: operands.advanced(by: 2 * self.word))
        let site = self.allocationSite(target.id, self.types.uint8, .concatenation, span: self.currentSpan)
        self.emit(.concat, w: 2, destination, operands, .immediate(site))
        return
      }
      if let constant = self.immediate(value, type) {
        return self.arithmetic(op, old, constant: constant, type, into: destination)
      }
      self.arithmetic(op, old, self.operand(value, as: type), type, into: destination)
    }
  }

  /// Reads a place, computes its new value and writes it back; the place's operands are evaluated once.
  private func update(_ target: Expr, _ type: TypeID, _ compute: (Operand, Operand) -> Void) {
    if case .index(let base, let indices) = target.kind, case .map(let keyType, _) = facts(base).under {
      let map = operand(base)
      let key = operand(indices[0], as: self.type(keyType))
      let mapType = self.type(of: base)
      let value = temporary(type)
      loadMapElement(map, key, mapType, into: value, ok: nil)
      compute(value, value)
      return store(value, type, to: .mapElement(map: map, key: key, type: mapType))
    }
    let place = place(target)
    if case .frame(let slot) = place { return compute(slot, slot) }
    let value = temporary(type)
    load(place, type, into: value)
    compute(value, value)
    store(value, type, to: place)
  }
}
