import GoEscape
import GoSyntax
import GoTypes

/// Verdicts that are sound without analysis: whatever has its address taken, or is captured by reference, is on the heap, and so
/// is every value that an expression allocates.
public func conservativeEscape(_ program: CheckedProgram) -> EscapeResult {
  var result = EscapeResult()
  var captured: Set<ObjectIdentifier> = []
  for closure in program.info.closures.values {
    for variable in closure.captures { captured.insert(ObjectIdentifier(variable)) }
  }
  for case .variable(let variable)? in program.info.defs + program.info.implicits.values.map({ Object.variable($0) }) {
    guard variable.kind != .field, variable.kind != .package else { continue }
    let id = ObjectIdentifier(variable)
    let isCaptured = captured.contains(id)
    if isCaptured, !variable.isReassigned, !variable.isAddressTaken,
      program.sizes.size(of: variable.type).map({ $0 <= 128 }) ?? false, !mentionsTypeParameter(variable.type)
    {
      result.capturedByValue.insert(id)
      continue
    }
    if isCaptured || variable.isAddressTaken {
      result.variables[id] = Verdict(
        placement: .heap, explanation: isCaptured ? "a closure captures it by reference" : "its address is taken")
    }
  }
  return result
}

/// A size that depends on the instance.
private func mentionsTypeParameter(_ type: GoType) -> Bool {
  switch unalias(type) {
  case .typeParam: true
  case .array(let element, _): mentionsTypeParameter(element)
  case .structure(let structure): structure.fields.contains { mentionsTypeParameter($0.type) }
  case .named(let named): named.typeArguments.contains { mentionsTypeParameter($0) }
  default: false
  }
}
