import GoSyntax
import GoTypes
import MachineCode
import SourceText

// `for x := range f` with f a function (spec, "For statements with range clause"; Go 1.23): the loop's body becomes a function that f
// calls for each iteration.
//
// ```
//   outer:  block := new(struct{ state, exit int });  f(body closure);  state check;  go where `exit` says
//   body:   state check;  x := parameter;  ...;  state = ready;  return true        (continue)
//           state = done;  exit = n;  return false                                  (break, return, goto, outer labels)
// ```
//
// The states and their checks are those of the runtime (internal/abi/rangefuncconsts.go, Go 1.23).

/// Where the body of a range-over-func loop leaves to, other than to the loop itself.
enum RangeExit: Hashable {
  case `return`
  case `break`(String)
  case `continue`(String)
  case goto(String)
}

/// What the function of a loop body knows of the loop.
final class RangeBody {
  /// The slot with the address of the loop's block.
  var block: Operand
  /// The slot with the address of the results' block of the function that the source shows, if `return` has values.
  var results: Operand?
  /// The slot with the mark of the frame that `defer` in the body is for.
  var deferMark: Operand?
  let resultTypes: [TypeID]
  let resultBlock: TypeID?
  let namedResults: [Variable]
  /// Labels that stand in the body itself.
  let ownLabels: Set<String>
  private(set) var exits: [RangeExit] = []

  init(
    block: Operand, results: Operand?, deferMark: Operand?, resultTypes: [TypeID], resultBlock: TypeID?,
    namedResults: [Variable], ownLabels: Set<String>
  ) {
    self.block = block
    self.results = results
    self.deferMark = deferMark
    self.resultTypes = resultTypes
    self.resultBlock = resultBlock
    self.namedResults = namedResults
    self.ownLabels = ownLabels
  }

  /// The number of an exit; 0 is the loop's own end.
  func code(_ exit: RangeExit) -> Int {
    if let index = exits.firstIndex(of: exit) { return index + 1 }
    exits.append(exit)
    return exits.count
  }
}

private enum RangeState {
  static let done = 0, ready = 1, panicking = 2, exhausted = 3, missingPanic = 4
}

extension FunctionLowering {
  // MARK: - Which variables loop bodies share

  /// Variables that bodies of range-over-func loops use and somebody assigns: they live on the heap, since the iterator may keep
  /// the body's function for longer than the loop.
  func findRangeCaptures(_ body: [Stmt]) {
    var walk = SyntaxWalk()
    walk.statement = { [unowned self] statement in
      guard case .range(let clause, let body) = statement.kind, isRangeFunction(clause.operand) else { return }
      for variable in rangeCaptures(clause, body) where isSharedByReference(variable) {
        heapVariables.insert(ObjectIdentifier(variable))
      }
    }
    // Expressions hold statements only in function literals, which are functions of their own.
    walk.expression = { _ in false }
    walk.visit(body)
    // Named results are written by `return` in a body.
  }

  func isRangeFunction(_ operand: Expr) -> Bool {
    if case .signature = facts(operand).under { return true }
    return false
  }

  private func isSharedByReference(_ variable: Variable) -> Bool {
    variable.isReassigned || variable.isAddressTaken || variable.kind == .result
      || types[type(variable.type)].size > 128
  }

  /// Local variables of enclosing functions that a loop's body (and left sides) use, in order of first use.
  private func rangeCaptures(_ clause: RangeClause, _ body: Block) -> [Variable] {
    var inner: Set<ObjectIdentifier> = []
    var used: [Variable] = []
    var seen: Set<ObjectIdentifier> = []
    let bodySpan =
      clause.isDefine ? Span(file: body.span.file, start: clauseStart(clause), end: body.span.end) : body.span
    func isInside(_ variable: Variable) -> Bool {
      let position = variable.position
      return position.file == bodySpan.file && position.offset >= bodySpan.start && position.offset < bodySpan.end
    }
    var walk = SyntaxWalk()
    walk.expression = { [unowned self] expr in
      if case .ident = expr.kind, case .variable(let variable)? = info.use(expr.id), variable.kind != .field,
        variable.kind != .package, !isInside(variable), !inner.contains(ObjectIdentifier(variable)),
        seen.insert(ObjectIdentifier(variable)).inserted
      {
        used.append(variable)
      }
      return true
    }
    walk.statement = { [unowned self] statement in
      if case .return = statement.kind {
        for variable in namedResultVariables where seen.insert(ObjectIdentifier(variable)).inserted {
          used.append(variable)
        }
      }
    }
    if !clause.isDefine {
      walk.visit(clause.key)
      walk.visit(clause.value)
    }
    walk.visit(body.statements)
    inner = []
    return used
  }

  private func clauseStart(_ clause: RangeClause) -> Int32 {
    (clause.key ?? clause.operand).span.start
  }

  /// The named results of the function that the source shows.
  private var namedResultVariables: [Variable] {
    rangeBody?.namedResults ?? signatureResults.filter { !$0.name.isEmpty && $0.name != "_" }
  }

  // MARK: - The loop

  func rangeFunction(_ statement: Stmt, _ clause: RangeClause, _ body: Block, _ label: String?) {
    guard case .signature(let iterator) = facts(clause.operand).under,
      case .signature(let yield)? = iterator.params.first.map({ under($0.type) })
    else { return }
    prepare([clause.operand])
    let function = stableOperand(clause.operand, as: type(of: clause.operand))
    let stateType = structure([.basic(.int), .basic(.int)], names: ["state", "exit"])
    let block = temporary(types.pointer(to: stateType))
    emitNew(
      block, stateType, reason: .runtime("range-over-func state"), span: clause.operand.span,
      explanation: "the iterator may keep the loop body")
    storeState(RangeState.ready, block)

    // Results of a return inside the body.
    var resultsPointer: Operand?
    let resultTypes = rangeBody?.resultTypes ?? results.map(\.type)
    let resultBlock =
      rangeBody?.resultBlock ?? (resultTypes.isEmpty ? nil : structure(resultTypes.map { types[$0].type }))
    let hasReturn = BodyScan.hasReturnValue(body.statements)
    if namedResultVariables.isEmpty, hasReturn, let resultBlock {
      if let outer = rangeBody?.results {
        resultsPointer = outer
      } else {
        let pointer = temporary(types.pointer(to: resultBlock))
        emitNew(
          pointer, resultBlock, reason: .runtime("results of a range-over-func loop"), span: clause.operand.span,
          explanation: "the loop body writes them")
        resultsPointer = pointer
      }
    }

    var captured = rangeCaptures(clause, body).map { variable in
      CapturedValue(
        name: variable.name, type: type(variable.type),
        source: .variable(variable, byReference: isSharedByReference(variable)))
    }
    captured.append(
      CapturedValue(name: "loop state", type: types.pointer(to: stateType), source: .value(block)))
    if let resultsPointer, let resultBlock {
      captured.append(
        CapturedValue(name: "results", type: types.pointer(to: resultBlock), source: .value(resultsPointer)))
    }
    let hasDefer = BodyScan.hasDefer(body.statements)
    if hasDefer {
      let mark = rangeBody?.deferMark ?? deferMark(clause.operand.span)
      captured.append(CapturedValue(name: "deferred calls", type: deferMarkType, source: .value(mark)))
    }
    let (id, context) = lowerRangeBody(
      clause, body, label, yield, captured, resultTypes: resultTypes, resultBlock: resultBlock,
      hasResults: resultsPointer != nil, hasDefer: hasDefer)

    let closure = temporary(type(iterator.params[0].type))
    makeClosureValue(
      id, captured, node: statement.id, reason: .closure,
      verdict: escape.expressions[statement.id]?.placement ?? .heap,
      explanation: "the iterator may keep the loop body", name: "loop body", into: closure)
    let layout = layout(iterator)
    move(closure, to: outgoing(0, layout.parameters[0].type), layout.parameters[0].type)
    _ = emitCall(.closure(function), layout)

    // A body that panicked must not have been silenced by the iterator.
    let fine = newLabel()
    let state = temporary(types.int)
    load(.memory(block, offset: 0, isChecked: true), types.int, into: state)
    emit(member(.jumpNeC8, width: word), state, .immediate(RangeState.panicking), .label(fine))
    loadConstant(RangeState.missingPanic, into: state, size: word)
    callStatePanic(state)
    place(fine)
    storeState(RangeState.exhausted, block)
    guard !context.exits.isEmpty else { return }
    let exit = temporary(types.int)
    load(.memory(block, offset: word, isChecked: true), types.int, into: exit)
    for (index, target) in context.exits.enumerated() {
      let next = newLabel()
      emit(member(.jumpNeC8, width: word), exit, .immediate(index + 1), .label(next))
      follow(target, resultsPointer, resultBlock)
      place(next)
    }
  }

  /// Goes on in the outer function where the body wanted to go.
  private func follow(_ exit: RangeExit, _ resultsPointer: Operand?, _ resultBlock: TypeID?) {
    switch exit {
    case .return:
      if rangeBody != nil { return leave() }
      if let resultsPointer, let resultBlock, case .structure(let structure) = types[resultBlock].under {
        let offsets = types.offsets(of: structure)
        for (result, offset) in zip(results, offsets) {
          load(.memory(resultsPointer, offset: Int(offset), isChecked: true), result.type, into: result.slot)
        }
      }
      leave()
    case .break(let label): leaveLoop(label, isBreak: true)
    case .continue(let label): leaveLoop(label, isBreak: false)
    case .goto(let label): goto(label)
    }
  }

  private func leaveLoop(_ label: String, isBreak: Bool) {
    for target in targets.reversed() where target.label == label {
      if let found = isBreak ? target.breakLabel : target.continueLabel { return jump(found) }
    }
    exitBody(isBreak ? .break(label) : .continue(label))
  }

  func goto(_ name: String) {
    if let rangeBody, !rangeBody.ownLabels.contains(name) { return exitBody(.goto(name)) }
    jump(gotoLabel(name))
  }

  private func storeState(_ state: Int, _ block: Operand, offset: Int = 0) {
    withTemporaries {
      store(constant(state, types.int), types.int, to: .memory(block, offset: offset, isChecked: true))
    }
  }

  private func callStatePanic(_ state: Operand) {
    guard let id = program.runtimeFunctions["runtime.panicRangeState"] else {
      emit(.unreachable)
      return
    }
    move(state, to: outgoing(0, types.int), types.int)
    _ = emitCall(.function(id), CallLayout(types, parameters: [types.int], results: []))
    emit(.unreachable)
  }

  // MARK: - The body's function

  private func lowerRangeBody(
    _ clause: RangeClause, _ body: Block, _ label: String?, _ yield: Signature, _ captured: [CapturedValue],
    resultTypes: [TypeID], resultBlock: TypeID?, hasResults: Bool, hasDefer: Bool
  ) -> (FunctionID, RangeBody) {
    // Bodies inside bodies are numbered with their function.
    let root = rangeRoot ?? self
    root.rangeCount += 1
    let id = program.newFunction { _ in }
    let child = FunctionLowering(
      program, id: id, name: "\(root.name)-range\(root.rangeCount)", node: node, span: body.span,
      isLibrary: isLibrary, substitution: substitution)
    child.rangeRoot = root
    child.heapVariables = heapVariables
    let (block, offsets) = closureBlock(captured)
    child.openClosure(captured, block, offsets)
    var labels: Set<String> = []
    var walk = SyntaxWalk()
    walk.statement = { if case .labeled(let name, _) = $0.kind { labels.insert(name.name) } }
    walk.expression = { _ in false }
    walk.visit(body.statements)
    let values = child.openedValues
    let context = RangeBody(
      block: values[0], results: hasResults ? values[1] : nil, deferMark: hasDefer ? values.last : nil,
      resultTypes: resultTypes, resultBlock: resultBlock, namedResults: namedResultVariables, ownLabels: labels)
    child.rangeBody = context
    child.lowerRangeIteration(clause, body, label, yield)
    return (id, context)
  }

  private func lowerRangeIteration(_ clause: RangeClause, _ body: Block, _ label: String?, _ yield: Signature) {
    let incoming = openFrame(yield)
    currentSpan = body.span
    guard let rangeBody else { return }
    let state = temporary(types.int)
    load(.memory(rangeBody.block, offset: 0, isChecked: true), types.int, into: state)
    let ready = newLabel()
    emit(member(.jumpEqC8, width: word), state, .immediate(RangeState.ready), .label(ready))
    callStatePanic(state)
    place(ready)
    storeState(RangeState.panicking, rangeBody.block)
    let (next, stop) = (newLabel(), newLabel())
    withScope {
      withTemporaries {
        keepIndex(clause)
        for (target, parameter) in zip([clause.key, clause.value], incoming) {
          bind(target, isDefine: clause.isDefine, parameter.type) { move(parameter.slot, to: $0, parameter.type) }
        }
      }
      withTarget(stop, next, label: label) { statements(body.statements) }
    }
    currentSpan = .at(body.closeBrace)
    place(next)
    storeState(RangeState.ready, rangeBody.block)
    finishIteration(goesOn: true)
    place(stop)
    storeState(RangeState.done, rangeBody.block)
    finishIteration(goesOn: false)
    finish()
  }

  private func finishIteration(goesOn: Bool) {
    loadConstant(goesOn ? 1 : 0, into: results[0].slot, size: 1)
    emit(.ret, reads: [results[0].slot.slot])
  }

  /// Leaves the loop from its body for a place outside.
  func exitBody(_ exit: RangeExit) {
    guard let rangeBody else { return notSupported("this branch", at: currentSpan.startPosition) }
    let code = rangeBody.code(exit)
    storeState(code, rangeBody.block, offset: word)
    storeState(RangeState.done, rangeBody.block)
    finishIteration(goesOn: false)
  }

  /// `return` with values inside a body; the caller leaves.
  func writeRangeResult(_ value: Operand, _ index: Int) {
    guard let rangeBody else { return }
    let type = rangeBody.resultTypes[index]
    if !rangeBody.namedResults.isEmpty {
      // All results have names then, blank ones aside.
      let all = (rangeRoot ?? self).signatureResults
      let variable = all[index]
      if variable.name != "_" { store(value, type, to: place(of: variable)) }
      return
    }
    guard let pointer = rangeBody.results, let block = rangeBody.resultBlock,
      case .structure(let structure) = types[block].under
    else { return }
    let offset = types.offsets(of: structure)[index]
    store(value, type, to: .memory(pointer, offset: offset, isChecked: true))
  }
}

extension BodyScan {
  /// A `return` with values outside function literals.
  static func hasReturnValue(_ statements: [Stmt]) -> Bool {
    var found = false
    var walk = SyntaxWalk()
    walk.statement = { if case .return(let values) = $0.kind, !values.isEmpty { found = true } }
    walk.expression = { _ in false }
    walk.visit(statements)
    return found
  }
}
