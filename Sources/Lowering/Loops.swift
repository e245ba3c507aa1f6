import GoSyntax
import GoTypes
import MachineCode
import SourceText

extension FunctionLowering {
  // MARK: - for

  func forStatement(_ statement: Stmt, _ initial: Stmt?, _ condition: Expr?, _ post: Stmt?, _ body: Block) {
    let label = takeLabel()
    withScope {
      if let initial { self.statement(initial) }
      let (top, next, test, done) = (newLabel(), newLabel(), newLabel(), newLabel())
      // The test stands at the bottom, so that an iteration takes one jump.
      if condition != nil { jump(test) }
      place(top)
      loopDepth += 1
      withTarget(done, next, label: label) { block(body) }
      loopDepth -= 1
      place(next)
      statementIsPending = false
      copyLoopVariables(initial)
      if let post { self.statement(post) }
      if let condition {
        beginStatement(condition.span)
        place(test)
        withTemporaries { branch(condition, to: top, when: true) }
        statementIsPending = false
      } else {
        currentSpan = .at(statement.span.startPosition)
        jump(top)
      }
      place(done)
    }
  }

  /// Since Go 1.22 each iteration has variables of its own: a copy is made before the post statement, where somebody may hold
  /// on to the old ones (they are on the heap).
  private func copyLoopVariables(_ initial: Stmt?) {
    guard hasVariablesPerIteration, case .define(let lhs, _)? = initial?.kind else { return }
    for name in lhs {
      guard case .variable(let variable)? = info.definition(name.id),
        case .escaped(let pointer)? = storage[ObjectIdentifier(variable)]
      else { continue }
      withTemporaries {
        let id = type(variable.type)
        let value = temporary(id)
        load(.memory(pointer, offset: 0, isChecked: true), id, into: value)
        emitNew(
          pointer, id, reason: .variable(variable.name), span: .at(variable.position, length: variable.name.utf8.count),
          explanation: escape.verdict(on: variable).explanation)
        store(value, id, to: .memory(pointer, offset: 0, isChecked: true))
      }
    }
  }

  /// The library is always written in today's language.
  private var hasVariablesPerIteration: Bool { isLibrary || program.checked.loopVariablesPerIteration }

  // MARK: - range

  /// Before Go 1.22 the variables of a clause are made once; where they stand in the frame, that makes no difference.
  private func declareOnce(_ clause: RangeClause) {
    guard !hasVariablesPerIteration, clause.isDefine else { return }
    for target in [clause.key, clause.value] {
      guard let target, isUsed(target), case .variable(let variable)? = info.definition(target.id), isOnHeap(variable),
        case .escaped(let pointer) = declare(variable)
      else { continue }
      beginScope(pointer)
    }
  }

  func rangeStatement(_ statement: Stmt, _ clause: RangeClause, _ body: Block) {
    let label = takeLabel()
    var under = facts(clause.operand).under
    if case .pointer(let base) = under { under = GoTypes.under(base) }
    withScope {
      declareOnce(clause)
      switch under {
      case .basic(let kind) where kind.isString: rangeString(statement, clause, body, label)
      case .basic: rangeInteger(statement, clause, body, label)
      case .slice(let element): rangeSlice(statement, clause, body, label, types.id(element))
      case .array(let element, let length):
        rangeArray(statement, clause, body, label, types.id(element), Int(length))
      case .map(let key, let value): rangeMap(statement, clause, body, label, types.id(key), types.id(value))
      case .chan(_, let element): rangeChannel(statement, clause, body, label, types.id(element))
      case .signature: rangeFunction(statement, clause, body, label)
      default: notSupported("range over this type", at: clause.operand.span.startPosition)
      }
    }
  }

  /// A variable of the clause that nobody but the loop changes can count by itself.
  private func counter(_ target: Expr?, isDefine: Bool, type: TypeID) -> (slot: Operand, isVariable: Bool) {
    if isDefine, let target, case .variable(let variable)? = info.definition(target.id), !variable.isReassigned,
      !variable.isAddressTaken, variable.name != "_", !isOnHeap(variable)
    {
      let slot = Operand(
        slot: newSlot(
          variable.name, .local, type, span: .at(variable.position, length: variable.name.utf8.count)))
      storage[ObjectIdentifier(variable)] = .frame(slot)
      return (slot, true)
    }
    return (temporary(type), false)
  }

  private func isUsed(_ target: Expr?) -> Bool {
    guard let target else { return false }
    if case .ident("_") = parenless(target).kind { return false }
    return true
  }

  /// Gives a variable of the clause its value for this iteration.
  func bind(_ target: Expr?, isDefine: Bool, _ type: TypeID, _ load: (Operand) -> Void) {
    guard let target, isUsed(target) else { return }
    if isDefine, case .variable(let variable)? = info.definition(target.id) {
      if !hasVariablesPerIteration, isOnHeap(variable) {
        let value = temporary(type)
        load(value)
        return store(value, type, to: place(of: variable))
      }
      let storage = declare(variable)
      switch storage {
      case .frame(let slot):
        load(slot)
        beginScope(slot)
      case .escaped(let pointer):
        let value = temporary(type)
        load(value)
        store(value, type, to: .memory(pointer, offset: 0, isChecked: true))
        beginScope(pointer)
      case .global: break
      }
      return
    }
    let value = temporary(type)
    load(value)
    let assigned = parenless(target)
    let targetType = self.type(of: assigned)
    let converted = convertSlot(value, type, to: targetType)
    store(converted, targetType, to: place(assigned, isAssigned: true))
  }

  /// In `for i, a[i] = range x` the second left side's index is taken before the first is assigned (spec, "Assignment
  /// statements").
  func keepIndex(_ clause: RangeClause) {
    guard !clause.isDefine, isUsed(clause.key), let target = clause.value,
      case .index(_, let indices) = parenless(target).kind, info.constant(indices[0]) == nil
    else { return }
    let index = temporary(type(of: indices[0]))
    evaluate(indices[0], into: index)
    hoisted[indices[0].id] = index
  }

  /// The frame of a counting loop: from 0 while below `limit`.
  private func countingLoop(
    _ statement: Stmt, _ clause: RangeClause, _ body: Block, _ label: String?, type: TypeID,
    branchBack: (Operand, Label) -> Void, advance: ((Operand) -> Void)? = nil,
    bindKey: Bool = true, perIteration: (Operand) -> Void
  ) {
    let (index, isVariable) =
      bindKey ? counter(clause.key, isDefine: clause.isDefine, type: type) : (temporary(type), false)
    zero(index, type)
    if isVariable { beginScope(index) }
    let (top, next, test, done) = (newLabel(), newLabel(), newLabel(), newLabel())
    jump(test)
    place(top)
    withScope {
      withTemporaries {
        keepIndex(clause)
        if bindKey && !isVariable {
          bind(clause.key, isDefine: clause.isDefine, type) { self.move(index, to: $0, type) }
        }
        perIteration(index)
      }
      loopDepth += 1
      withTarget(done, next, label: label) { block(body) }
      loopDepth -= 1
    }
    place(next)
    beginStatement(clauseSpan(statement, clause))
    if let advance {
      advance(index)
    } else {
      emit(member(.addC8, width: types[type].size), index, index, .immediate(1 as Int32))
    }
    statementIsPending = false
    place(test)
    branchBack(index, top)
    place(done)
  }

  /// What a debugger shows when the loop goes round.
  private func clauseSpan(_ statement: Stmt, _ clause: RangeClause) -> Span {
    Span(file: statement.span.file, start: statement.span.start, end: clause.operand.span.end)
  }

  private func rangeInteger(_ statement: Stmt, _ clause: RangeClause, _ body: Block, _ label: String?) {
    var type = type(of: clause.operand)
    if let key = clause.key, info.constant(clause.operand) != nil {
      if clause.isDefine, case .variable(let variable)? = info.definition(key.id) {
        type = self.type(variable.type)
      } else if !clause.isDefine, isUsed(key) {
        type = self.type(of: key)
      }
    }
    let isSigned = types[type].isSigned
    let size = types[type].size
    let limit: Operand?
    let constant = info.constant(clause.operand) == nil ? nil : immediate(clause.operand, type)
    if constant == nil {
      let copy = temporary(type)
      evaluate(clause.operand, as: type, into: copy)
      limit = copy
    } else {
      limit = nil
    }
    countingLoop(
      statement, clause, body, label, type: type,
      branchBack: { index, top in
        if let constant {
          self.emit(
            self.member(isSigned ? .jumpLtCS8 : .jumpLtCU8, width: size), index, .immediate(constant), .label(top))
        } else {
          self.emit(self.member(isSigned ? .jumpLtS8 : .jumpLtU8, width: size), index, limit!, .label(top))
        }
      }, perIteration: { _ in })
  }

  private func lessThan(_ limit: Operand) -> (Operand, Label) -> Void {
    { index, top in self.emit(self.member(.jumpLtS8, width: self.word), index, limit, .label(top)) }
  }

  private func rangeSlice(
    _ statement: Stmt, _ clause: RangeClause, _ body: Block, _ label: String?, _ element: TypeID
  ) {
    let sliceType = type(of: clause.operand)
    let slice: Operand
    if isUnchanging(clause.operand) {
      slice = operand(clause.operand)
    } else {
      slice = temporary(sliceType)
      evaluate(clause.operand, into: slice)
    }
    countingLoop(
      statement, clause, body, label, type: types.int, branchBack: lessThan(slice.advanced(by: word)),
      perIteration: { index in
        self.bind(clause.value, isDefine: clause.isDefine, element) { destination in
          if self.isRegisterWidth(self.types[element].size) {
            self.load(.sliceElement(slice, index: index, size: self.types[element].size), element, into: destination)
          } else {
            let address = self.temporary(self.types.pointer(to: element))
            self.emitSized(.sliceAddress, size: self.types[element].size, address, slice, index)
            self.load(.memory(address, offset: 0, isChecked: true), element, into: destination)
          }
        }
      })
  }

  /// A variable that is never assigned after its declaration, nor reachable by address.
  private func isUnchanging(_ expr: Expr) -> Bool {
    guard case .ident = expr.kind, case .variable(let variable) = info.use(expr.id),
      case .frame = storage(of: variable)
    else { return false }
    return !variable.isReassigned && !variable.isAddressTaken
  }

  private func rangeArray(
    _ statement: Stmt, _ clause: RangeClause, _ body: Block, _ label: String?, _ element: TypeID, _ length: Int
  ) {
    let size = types[element].size
    var array: Place?
    if isUsed(clause.value) {
      if case .pointer = facts(clause.operand).under {
        let pointer = temporary(type(of: clause.operand))
        evaluate(clause.operand, into: pointer)
        array = .memory(pointer, offset: 0, isChecked: false)
      } else if isUnchanging(clause.operand) {
        array = place(clause.operand)
      } else {
        // The loop ranges over a copy (spec, "For statements with range clause").
        let copy = temporary(type(of: clause.operand))
        evaluate(clause.operand, into: copy)
        array = .frame(copy)
      }
    } else if hasCall(clause.operand) {
      _ = operand(clause.operand)
    }
    countingLoop(
      statement, clause, body, label, type: types.int,
      branchBack: { index, top in
        self.emit(self.member(.jumpLtCS8, width: self.word), index, .immediate(length), .label(top))
      },
      perIteration: { index in
        guard let array else { return }
        self.bind(clause.value, isDefine: clause.isDefine, element) { destination in
          if case .frame(let slot) = array, self.isRegisterWidth(size) {
            return self.load(
              .frameElement(slot, index: index, size: self.types[element].size), element, into: destination)
          }
          let address = self.temporary(self.types.pointer(to: element))
          if case .frame(let slot) = array {
            self.slots[Int(slot.slot)].isAddressed = true
            self.emitSized(.frameAddress, size: size, address, slot, index)
          } else {
            let base = self.address(of: array, element)
            self.emitSized(.elementAddress, size: size, address, base, index)
          }
          self.load(.memory(address, offset: 0, isChecked: true), element, into: destination)
        }
      })
  }

  private func rangeString(_ statement: Stmt, _ clause: RangeClause, _ body: Block, _ label: String?) {
    let string = temporary(types.string)
    evaluate(clause.operand, as: types.string, into: string)
    // The rune and the index behind it, side by side.
    let decoded = temporary(structure([.basic(.int64), .basic(.int)]))
    countingLoop(
      statement, clause, body, label, type: types.int, branchBack: lessThan(string.advanced(by: word)),
      advance: { index in self.moveBytes(decoded.advanced(by: 8), to: index, self.word) },
      perIteration: { index in
        self.emit(.decodeRune, decoded, string, index)
        self.bind(clause.value, isDefine: clause.isDefine, self.types.int32) {
          self.move(decoded, to: $0, self.types.int32)
        }
      })
  }

  private func rangeMap(
    _ statement: Stmt, _ clause: RangeClause, _ body: Block, _ label: String?, _ key: TypeID, _ value: TypeID
  ) {
    let mapType = type(of: clause.operand)
    let map = operand(clause.operand)
    let words = types.id(.array(.basic(.unsafePointer), length: Int64(RuntimeLayout.mapIteratorWords)))
    let iterator = backing("map iterator", .mapIterator, words)
    emit(.mapIterateStart, w: Int(mapType.rawValue), iterator, map)
    let (top, next, test, done) = (newLabel(), newLabel(), newLabel(), newLabel())
    jump(test)
    place(top)
    withScope {
      withTemporaries {
        keepIndex(clause)
        for (target, type, offset) in [(clause.key, key, 0), (clause.value, value, word)] {
          bind(target, isDefine: clause.isDefine, type) {
            self.load(.memory(iterator.advanced(by: offset), offset: 0, isChecked: true), type, into: $0)
          }
        }
      }
      loopDepth += 1
      withTarget(done, next, label: label) { block(body) }
      loopDepth -= 1
    }
    place(next)
    beginStatement(clauseSpan(statement, clause))
    emit(.mapIterateNext, w: Int(mapType.rawValue), iterator)
    place(test)
    emit(member(.jumpNeC8, width: word), iterator, .immediate(0 as Int32), .label(top))
    place(done)
  }

  private func rangeChannel(
    _ statement: Stmt, _ clause: RangeClause, _ body: Block, _ label: String?, _ element: TypeID
  ) {
    let channelType = type(of: clause.operand)
    let channel = temporary(channelType)
    evaluate(clause.operand, into: channel)
    let (top, done) = (newLabel(), newLabel())
    let value = temporary(element)
    let ok = temporary(types.bool)
    place(top)
    beginStatement(clauseSpan(statement, clause))
    emit(.receive, w: Int(channelType.rawValue), value, channel, ok)
    emit(.jumpIfNot, ok, .none, .label(done))
    withScope {
      withTemporaries {
        bind(clause.key, isDefine: clause.isDefine, element) { self.move(value, to: $0, element) }
      }
      loopDepth += 1
      withTarget(done, top, label: label) { block(body) }
      loopDepth -= 1
    }
    statementIsPending = false
    jump(top)
    place(done)
  }
}
