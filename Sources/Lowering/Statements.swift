import GoSyntax
import GoTypes
import MachineCode
import SourceText

extension FunctionLowering {
  func statements(_ list: [Stmt]) { for statement in list { self.statement(statement) } }

  func block(_ block: Block) { withScope { statements(block.statements) } }

  /// The next instruction is where the debugger stops for `span`.
  func beginStatement(_ span: Span) {
    currentSpan = span
    statementIsPending = true
  }

  func statement(_ statement: Stmt) {
    switch statement.kind {
    case .block(let inner): return block(inner)
    case .labeled(let label, let inner): return labeled(label, inner)
    case .empty, .bad: return
    default: break
    }
    beginStatement(statement.span)
    hoisted.removeAll(keepingCapacity: true)
    withTemporaries { simple(statement) }
    statementIsPending = false
  }

  private func simple(_ statement: Stmt) {
    switch statement.kind {
    case .expr(let expr): effect(expr)
    case .send(let channel, let value): send(channel, value)
    case .incDec(let operand, let isIncrement): incDec(operand, isIncrement)
    case .assign(let lhs, let rhs): assign(lhs, rhs)
    case .opAssign(let target, let op, let value): opAssign(target, op, value)
    case .define(let lhs, let rhs): define(lhs, rhs)
    case .decl(let decls):
      for decl in decls {
        if case .var(let spec) = decl {
          beginStatement(spec.span)
          declareVariables(spec)
        }
      }
    case .go(let call): goStatement(statement, call)
    case .defer(let call): deferStatement(statement, call)
    case .return(let values): returnStatement(values)
    case .break(let label): branchTarget(label, RangeExit.break) { $0.breakLabel }
    case .continue(let label): branchTarget(label, RangeExit.continue) { $0.continueLabel }
    case .goto(let label): goto(label.name)
    case .fallthrough: if let fallthroughTarget { jump(fallthroughTarget) }
    case .if(let initial, let condition, let then, let otherwise):
      ifStatement(initial, condition, then, otherwise)
    case .for(let initial, let condition, let post, let body):
      forStatement(statement, initial, condition, post, body)
    case .range(let clause, let body): rangeStatement(statement, clause, body)
    case .switch(let initial, let tag, let cases, _): switchStatement(initial, tag, cases)
    case .typeSwitch(let initial, let binding, let operand, let cases, _):
      typeSwitch(initial, binding, operand, cases)
    case .select(let cases, _): selectStatement(cases)
    case .block, .labeled, .empty, .bad: break
    }
  }

  /// An expression for its effect.
  func effect(_ expr: Expr) {
    let expr = parenless(expr)
    if case .call(let function, let arguments, let hasEllipsis) = expr.kind,
      info.finding(function)?.mode != .type
    {
      if let builtin = builtin(function) {
        at(expr.span) { evaluateBuiltin(builtin, expr, arguments, hasEllipsis, into: nil) }
      } else {
        _ = at(expr.span) { call(expr) }
      }
      return
    }
    if case .unary(.receive, let channel) = expr.kind {
      return at(expr.span) { receive(from: channel, into: temporary(type(of: expr)), ok: nil) }
    }
    _ = operand(expr)
  }

  // MARK: - Branches

  private func ifStatement(_ initial: Stmt?, _ condition: Expr, _ then: Block, _ otherwise: Stmt?) {
    withScope {
      if let initial {
        statement(initial)
        beginStatement(condition.span)
      } else {
        currentSpan = condition.span
      }
      let (elseLabel, done) = (newLabel(), newLabel())
      withTemporaries { branch(condition, to: elseLabel, when: false) }
      block(then)
      if let otherwise {
        statementIsPending = false
        jump(done)
        place(elseLabel)
        statement(otherwise)
        place(done)
      } else {
        place(elseLabel)
      }
    }
  }

  private func branchTarget(
    _ label: Ident?, _ exit: (String) -> RangeExit, _ select: (BranchTarget) -> Label?
  ) {
    for target in targets.reversed() {
      if let label {
        if target.label == label.name, let found = select(target) { return jump(found) }
      } else if let found = select(target) {
        return jump(found)
      }
    }
    exitBody(exit(label?.name ?? ""))
  }

  private func labeled(_ label: Ident, _ statement: Stmt) {
    place(gotoLabel(label.name))
    switch statement.kind {
    case .for, .range, .switch, .typeSwitch, .select: pendingLabel = label.name
    case .block(let inner):
      let done = newLabel()
      targets.append(BranchTarget(label: label.name, breakLabel: done, continueLabel: nil))
      block(inner)
      targets.removeLast()
      return place(done)
    default: break
    }
    // A goto may come back here: what is deferred inside may be deferred again.
    loopDepth += 1
    self.statement(statement)
    loopDepth -= 1
  }

  func gotoLabel(_ name: String) -> Label {
    if let known = gotoLabels[name] { return known }
    let target = newLabel()
    gotoLabels[name] = target
    return target
  }

  /// Translates the body of a statement that `break` and perhaps `continue` refer to.
  func withTarget(_ breakLabel: Label, _ continueLabel: Label?, label: String?, _ body: () -> Void) {
    targets.append(BranchTarget(label: label, breakLabel: breakLabel, continueLabel: continueLabel))
    body()
    targets.removeLast()
  }

  func takeLabel() -> String? {
    defer { pendingLabel = nil }
    return pendingLabel
  }

  // MARK: - Return

  private func returnStatement(_ values: [Expr]) {
    defer { leave() }
    guard !values.isEmpty else { return }
    if rangeBody != nil { return returnFromBody(values) }
    if values.count == 1, results.count > 1 {
      let sources = call(parenless(values[0]))
      guard case .tuple(let elements) = info.type(of: values[0]) else { return }
      let needsCopies = zip(elements, results).contains { type($0) != $1.type }
      let copies = zip(sources, elements).map { source, element -> (Operand, TypeID) in
        let type = type(element)
        guard needsCopies else { return (source, type) }
        let copy = temporary(type)
        move(source, to: copy, type)
        return (copy, type)
      }
      for ((value, source), result) in zip(copies, results) {
        writeResult(convertSlot(value, source, to: result.type), result)
      }
      return
    }
    prepare(values)
    let isNamed = results.contains { !slots[Int($0.slot.slot)].name.isEmpty }
    if values.count == 1, results.count == 1 {
      let result = results[0]
      if result.variable == nil, deferLabel == nil,
        !isNamed || isSingleInstruction(values[0]) || !reads(values[0], slot: result.slot)
      {
        evaluate(values[0], as: result.type, into: result.slot)
      } else {
        writeResult(operand(values[0], as: result.type), result)
      }
      return
    }
    if deferLabel != nil || results.contains(where: { $0.variable != nil }) || isNamed && returnsConflict(values) {
      let copies = zip(values, results).map { stableOperand($0, as: $1.type) }
      for (value, result) in zip(copies, results) { writeResult(value, result) }
    } else {
      for (value, result) in zip(values, results) where !isResult(value, result.slot) {
        evaluate(value, as: result.type, into: result.slot)
      }
    }
  }

  /// `return r` of the result r itself.
  private func isResult(_ value: Expr, _ slot: Operand) -> Bool {
    guard case .ident = value.kind, case .variable(let variable)? = info.use(value.id),
      case .frame(let other)? = storage[ObjectIdentifier(variable)]
    else { return false }
    return other == slot
  }

  /// Writing one result would change what a later value, or the same one, still reads.
  private func returnsConflict(_ values: [Expr]) -> Bool {
    for (index, value) in values.enumerated() where !isResult(value, results[index].slot) {
      if !isSingleInstruction(value), reads(value, slot: results[index].slot) { return true }
      if values[(index + 1)...].contains(where: { reads($0, slot: results[index].slot) }) { return true }
    }
    return false
  }

  /// `return` in the body of a range-over-func loop.
  private func returnFromBody(_ values: [Expr]) {
    guard let wanted = rangeBody?.resultTypes else { return }
    if values.count == 1, wanted.count > 1, case .tuple(let elements) = info.type(of: values[0]) {
      for (index, (value, source)) in spread(values[0], elements).enumerated() {
        writeRangeResult(convertSlot(value, source, to: wanted[index]), index)
      }
      return
    }
    prepare(values)
    let copies = zip(values, wanted).map { stableOperand($0, as: $1) }
    for (index, value) in copies.enumerated() { writeRangeResult(value, index) }
  }

  private func writeResult(_ value: Operand, _ result: (slot: Operand, type: TypeID, variable: Variable?)) {
    if let variable = result.variable {
      store(value, result.type, to: place(of: variable))
    } else {
      move(value, to: result.slot, result.type)
    }
  }

  // MARK: - Channels

  private func send(_ channel: Expr, _ value: Expr) {
    prepare([channel, value])
    guard case .chan(_, let element) = coreUnder(type(of: channel)) else { return }
    let target = operand(channel)
    let source = operand(value, as: types.id(element))
    emit(.send, w: Int(type(of: channel).rawValue), target, source)
  }

  func coreUnder(_ type: TypeID) -> GoType { types[type].under }

  /// `<-c`, into slots for the value and, in the comma-ok form, the boolean.
  func receive(from channel: Expr, into destination: Operand, ok: Operand?) {
    let source = operand(channel)
    emit(.receive, w: Int(type(of: channel).rawValue), destination, source, ok ?? .immediate(-1 as Int32))
  }
}
