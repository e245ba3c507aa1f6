import GoSyntax
import GoTypes
import MachineCode
import SourceText

// A function's frame and what stands around its statements.
extension FunctionLowering {
  func lowerDeclared(_ function: Function, body: Block) {
    lowerBody(receiver: function.signature.receiver, function.signature, body)
  }

  /// Parameters and results of a signature as slots; returns the parameters, the receiver first.
  @discardableResult
  func openFrame(
    _ signature: Signature, receiver: TypeID? = nil, receiverVariable: Variable? = nil
  ) -> [(slot: Operand, type: TypeID)] {
    let layout = layout(signature, receiver: receiver ?? receiverVariable.map { type($0.type) })
    let hasReceiver = receiver != nil || receiverVariable != nil
    argumentSize = layout.size
    resultOffset = layout.resultOffset
    var incoming: [(slot: Operand, type: TypeID)] = []
    for (index, parameter) in layout.parameters.enumerated() {
      let isReceiver = hasReceiver && index == 0
      let variable = isReceiver ? receiverVariable : signature.params[index - (hasReceiver ? 1 : 0)]
      let slot = Operand(
        slot: newSlot(
          variable?.name ?? "", isReceiver ? .receiver : .parameter, parameter.type,
          span: variable.map { .at($0.position, length: max(1, $0.name.utf8.count)) } ?? span,
          fixedOffset: parameter.offset))
      beginScope(slot)
      if let variable { storage[ObjectIdentifier(variable)] = .frame(slot) }
      incoming.append((slot, parameter.type))
    }
    signatureResults = signature.results
    for (index, result) in layout.results.enumerated() {
      let variable = signature.results[index]
      let slot = Operand(
        slot: newSlot(
          variable.name, .result, result.type,
          span: .at(variable.position, length: max(1, variable.name.utf8.count)), fixedOffset: result.offset))
      results.append((slot, result.type, variable))
      storage[ObjectIdentifier(variable)] = .frame(slot)
    }
    return incoming
  }

  func lowerBody(receiver: Variable?, _ signature: Signature, _ body: Block) {
    let incoming = openFrame(signature, receiverVariable: receiver)
    currentSpan = span
    let variables = (receiver.map { [$0] } ?? []) + signature.params
    findRangeCaptures(body.statements)
    if BodyScan.hasDefer(body.statements) { deferLabel = newLabel() }
    openResults()
    for (variable, parameter) in zip(variables, incoming) { moveToHeap(variable, parameter.slot, parameter.type) }
    withScope {
      statements(body.statements)
      closeBody(body)
    }
    finish()
  }

  /// Zeroes results that can be read before they are written: named ones, and all where a recovered panic may return early.
  private func openResults() {
    for (index, result) in results.enumerated() {
      let isNamed = !(result.variable?.name ?? "").isEmpty
      if isNamed || deferLabel != nil { zero(result.slot, result.type) }
      if isNamed { beginScope(result.slot) }
      guard isNamed, let variable = result.variable, isOnHeap(variable) else {
        results[index].variable = nil
        continue
      }
      if case .escaped(let slot) = declare(variable) { beginScope(slot) }
    }
  }

  /// A parameter that escapes is copied to a block of its own.
  private func moveToHeap(_ variable: Variable, _ slot: Operand, _ type: TypeID) {
    guard isOnHeap(variable), !variable.name.isEmpty, variable.name != "_" else { return }
    guard case .escaped(let pointer) = declare(variable) else { return }
    store(slot, type, to: .memory(pointer, offset: 0, isChecked: true))
    beginScope(pointer)
  }

  /// The way out at the end of the body.
  private func closeBody(_ body: Block) {
    currentSpan = .at(body.closeBrace)
    if let deferLabel {
      place(deferLabel)
      emit(.runDefers, reads: results.map(\.slot.slot))
      statementIsPending = false
      emitReturn()
    } else if results.isEmpty || (results.contains { !slots[Int($0.slot.slot)].name.isEmpty }) {
      emitReturn()
    } else {
      emit(.unreachable)
    }
  }

  /// Results that live on the heap are copied to where the caller finds them.
  func emitReturn() {
    for result in results {
      guard let variable = result.variable, case .escaped(let pointer) = storage(of: variable) else { continue }
      load(.memory(pointer, offset: 0, isChecked: true), result.type, into: result.slot)
    }
    emit(.ret, reads: results.map(\.slot.slot))
  }

  /// Leaves the function from a `return` statement, results written.
  func leave() {
    if rangeBody != nil { return exitBody(.return) }
    if let deferLabel { jump(deferLabel) } else { emitReturn() }
  }
}

/// Questions about statements that are asked before they are translated.
enum BodyScan {
  /// A `defer` outside function literals.
  static func hasDefer(_ statements: [Stmt]) -> Bool { statements.contains(where: hasDefer) }

  private static func hasDefer(_ statement: Stmt) -> Bool {
    switch statement.kind {
    case .defer: return true
    case .block(let block): return hasDefer(block.statements)
    case .labeled(_, let inner): return hasDefer(inner)
    case .if(_, _, let then, let otherwise):
      return hasDefer(then.statements) || (otherwise.map { hasDefer($0) } ?? false)
    case .for(_, _, _, let body), .range(_, let body): return hasDefer(body.statements)
    case .switch(_, _, let cases, _), .typeSwitch(_, _, _, let cases, _):
      return cases.contains { hasDefer($0.body) }
    case .select(let cases, _): return cases.contains { hasDefer($0.body) }
    default: return false
    }
  }
}
