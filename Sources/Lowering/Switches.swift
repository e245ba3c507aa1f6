import GoSyntax
import GoTypes
import MachineCode
import SourceText

extension FunctionLowering {
  func switchStatement(_ initial: Stmt?, _ tag: Expr?, _ cases: [SwitchCase]) {
    let label = takeLabel()
    withScope {
      if let initial { statement(initial) }
      var tagValue: Operand?
      if let tag, info.constant(tag) == nil {
        beginStatement(tag.span)
        if isStable(tag), !hasCall(tag), case .ident = parenless(tag).kind {
          tagValue = operand(tag)
        } else {
          let copy = temporary(type(of: tag))
          evaluate(tag, into: copy)
          tagValue = copy
        }
      }
      let bodies = cases.map { _ in newLabel() }
      let done = newLabel()
      if let tag, let tagValue, jumpTable(tag, tagValue, cases, bodies, done) {
        // Dispatched.
      } else {
        for (clause, body) in zip(cases, bodies) {
          for value in clause.values {
            beginStatement(value.span)
            withTemporaries {
              if let tag {
                if let tagValue { hoisted[tag.id] = tagValue }
                at(value.span) { branchOnComparison(.equal, tag, value, to: body, when: true) }
                hoisted.removeValue(forKey: tag.id)
              } else {
                branch(value, to: body, when: true)
              }
            }
            statementIsPending = false
          }
        }
        jump(cases.firstIndex(where: \.isDefault).map { bodies[$0] } ?? done)
      }
      for (index, clause) in cases.enumerated() {
        place(bodies[index])
        let saved = fallthroughTarget
        fallthroughTarget = index + 1 < bodies.count ? bodies[index + 1] : nil
        withTarget(done, nil, label: label) { withScope { statements(clause.body) } }
        fallthroughTarget = saved
        statementIsPending = false
        currentSpan = clause.span
        jump(done)
      }
      place(done)
    }
  }

  /// Dense integer cases go through a table (walk/switch.go, Go 1.23: from 8 cases on).
  private func jumpTable(
    _ tag: Expr, _ value: Operand, _ cases: [SwitchCase], _ bodies: [Label], _ done: Label
  ) -> Bool {
    let tagType = type(of: tag)
    guard types[tagType].isInteger else { return false }
    var entries: [Int: Label] = [:]
    for (clause, body) in zip(cases, bodies) {
      for expr in clause.values {
        guard let constant = immediate(expr, tagType) else { return false }
        if entries[constant] == nil { entries[constant] = body }
      }
    }
    guard entries.count >= 8, let low = entries.keys.min(), let high = entries.keys.max(),
      (high - low) / 4 <= entries.count
    else { return false }
    var index = value
    if types[tagType].size < 8 {
      index = temporary(types.int64)
      emit(
        member(types[tagType].isSigned ? .signExtend8 : .zeroExtend8, width: types[tagType].size), index, value)
    }
    if low != 0 {
      let shifted = temporary(types.int64)
      emit(.addC64, shifted, index, .immediate(-low))
      index = shifted
    }
    let otherwise = cases.firstIndex(where: \.isDefault).map { bodies[$0] } ?? done
    let table = newLabel()
    emit(.jumpTable, index, .immediate(high - low + 1), .label(table))
    jump(otherwise)
    place(table)
    for value in low...high { jump(entries[value] ?? otherwise) }
    return true
  }

  func typeSwitch(_ initial: Stmt?, _ binding: Ident?, _ operandExpr: Expr, _ cases: [SwitchCase]) {
    let label = takeLabel()
    withScope {
      if let initial {
        statement(initial)
        beginStatement(operandExpr.span)
      }
      let source = type(of: operandExpr)
      let value = temporary(source)
      evaluate(operandExpr, into: value)
      let bodies = cases.map { _ in newLabel() }
      let done = newLabel()
      // For a clause with one interface type: the value as that type.
      var asserted: [Int: Operand] = [:]
      for (index, clause) in cases.enumerated() {
        for expr in clause.values {
          currentSpan = expr.span
          if isNil(expr) {
            emit(member(.jumpEqC8, width: word), value, .immediate(0 as Int32), .label(bodies[index]))
            continue
          }
          let target = type(of: expr)
          if types[target].isInterface {
            if !isEmptyInterface(target) { program.itabCandidates.addInterface(target) }
            let flags = assertFlags(source, target).union(.commaOK)
            let result = temporary(structure([types[target].type, .basic(.bool)]))
            emit(
              .assertInterface, w: Int(flags.rawValue), result, value, .immediate(target.rawValue),
              writes: [result.slot])
            if clause.values.count == 1 { asserted[index] = result }
            emit(.jumpIf, result.advanced(by: 2 * word), .none, .label(bodies[index]))
          } else {
            withTemporaries {
              let next = newLabel()
              branchUnlessHolds(value, source, target, to: next)
              jump(bodies[index])
              place(next)
            }
          }
        }
      }
      jump(cases.firstIndex(where: \.isDefault).map { bodies[$0] } ?? done)
      for (index, clause) in cases.enumerated() {
        place(bodies[index])
        withTarget(done, nil, label: label) {
          withScope {
            if let variable = info.implicits[clause.id] {
              currentSpan = clause.span
              bindClause(variable, clause, value, source, asserted[index])
            }
            statements(clause.body)
          }
        }
        statementIsPending = false
        currentSpan = clause.span
        jump(done)
      }
      place(done)
    }
  }

  private func bindClause(
    _ variable: Variable, _ clause: SwitchCase, _ value: Operand, _ source: TypeID, _ asserted: Operand?
  ) {
    let type = type(variable.type)
    let storage = declare(variable)
    func write(_ destination: Operand) {
      if let asserted {
        move(asserted, to: destination, type)
      } else if types[type].isInterface {
        convertSlotToInterface(value, source, type, into: destination)
      } else {
        loadHeldValue(value, type, into: destination)
      }
    }
    switch storage {
    case .frame(let slot):
      write(slot)
      beginScope(slot)
    case .escaped(let pointer):
      withTemporaries {
        let copy = temporary(type)
        write(copy)
        store(copy, type, to: .memory(pointer, offset: 0, isChecked: true))
      }
      beginScope(pointer)
    case .global: break
    }
  }

  // MARK: - select

  func selectStatement(_ cases: [SelectCase]) {
    let label = takeLabel()
    // Each case's operands: channel, address of the element, direction.
    let communications = cases.enumerated().filter { $0.element.communication != nil }
    let hasDefault = communications.count < cases.count
    let count = communications.count
    withScope {
      let words = structure(
        (0..<max(1, count)).flatMap { _ -> [GoType] in
          [.basic(.unsafePointer), .basic(.unsafePointer), .basic(.uintptr)]
        })
      let operands = backing("select cases", .temporary, words)
      zero(operands, words)
      var values: [Int: (Operand, TypeID)] = [:]
      for (position, (index, clause)) in communications.enumerated() {
        guard let statement = clause.communication else { continue }
        let base = operands.advanced(by: 3 * word * position)
        let (channelExpr, sent) = Self.communication(statement)
        guard let channelExpr else { continue }
        currentSpan = statement.span
        prepare([channelExpr, sent].compactMap { $0 })
        moveBytes(operand(channelExpr), to: base, word)
        guard case .chan(_, let elementType) = types[type(of: channelExpr)].under else { continue }
        let element = types.id(elementType)
        let slot = backing("select value", .temporary, element)
        if let sent {
          evaluate(sent, as: element, into: slot)
          loadConstant(2, into: base.advanced(by: 2 * word), size: word)
        } else {
          zero(slot, element)
          values[index] = (slot, element)
          loadConstant(1, into: base.advanced(by: 2 * word), size: word)
        }
        if types[element].size > 0 { loadAddress(of: .frame(slot), element, into: base.advanced(by: word)) }
      }
      let chosen = temporary(structure([.basic(.int), .basic(.bool)]))
      slots[Int(operands.slot)].isAddressed = true
      emit(.select, w: hasDefault ? 1 : 0, operands, .immediate(count), chosen)
      let bodies = cases.map { _ in newLabel() }
      let done = newLabel()
      for (position, (index, _)) in communications.enumerated() {
        emit(member(.jumpEqC8, width: word), chosen, .immediate(position), .label(bodies[index]))
      }
      if let index = cases.firstIndex(where: { $0.communication == nil }) {
        jump(bodies[index])
      } else {
        emit(.unreachable)
      }
      for (index, clause) in cases.enumerated() {
        place(bodies[index])
        withTarget(done, nil, label: label) {
          withScope {
            if let (slot, element) = values[index], let statement = clause.communication {
              beginStatement(statement.span)
              withTemporaries { receiveInto(statement, slot, element, chosen.advanced(by: word)) }
              statementIsPending = false
            }
            statements(clause.body)
          }
        }
        statementIsPending = false
        currentSpan = clause.span
        jump(done)
      }
      place(done)
    }
  }

  /// The channel of a select case, and the value for a send.
  private static func communication(_ statement: Stmt) -> (channel: Expr?, sent: Expr?) {
    func channel(_ expr: Expr) -> Expr? {
      switch expr.kind {
      case .paren(let inner): return channel(inner)
      case .unary(.receive, let channel): return channel
      default: return nil
      }
    }
    switch statement.kind {
    case .send(let channel, let value): return (channel, value)
    case .expr(let expr): return (channel(expr), nil)
    case .assign(_, let rhs), .define(_, let rhs): return (rhs.first.flatMap { channel($0) }, nil)
    default: return (nil, nil)
    }
  }

  /// Assigns what a select case received.
  private func receiveInto(_ statement: Stmt, _ value: Operand, _ element: TypeID, _ ok: Operand) {
    let sources = [(value, element), (ok, types.bool)]
    switch statement.kind {
    case .define(let lhs, _):
      for (target, (source, type)) in zip(lhs, sources) {
        guard case .variable(let variable)? = info.definition(target.id), variable.name != "_" else { continue }
        let storage = declare(variable)
        switch storage {
        case .frame(let slot): move(source, to: slot, type)
        case .escaped(let pointer): store(source, type, to: .memory(pointer, offset: 0, isChecked: true))
        case .global: break
        }
        if let slot = slot(of: storage) { beginScope(slot) }
      }
    case .assign(let lhs, _):
      for (target, (source, type)) in zip(lhs, sources) {
        if case .ident("_") = parenless(target).kind { continue }
        let targetType = self.type(of: target)
        store(convertSlot(source, type, to: targetType), targetType, to: place(parenless(target), isAssigned: true))
      }
    default: break
    }
  }
}
