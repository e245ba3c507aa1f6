import GoSyntax
import GoTypes
import SourceText

/// Decides where every variable and value of a checked program lives. The program must have no errors.
///
/// - Parameter inlining: whether `lines` are those of `-gcflags=-m`; without, those of `-gcflags='-m -l'`. Verdicts are
///   always those without inlining.
public func analyzeEscapes(_ program: CheckedProgram, inlining: Bool = false) -> EscapeResult {
  let trees = TreeBuilder(program)
  var functions: [Func] = []
  var generic: [Function] = []
  for body in program.functions {
    let signature = body.function.signature
    if signature.typeParams.isEmpty && signature.receiverTypeParams.isEmpty {
      functions.append(trees.function(body.function))
    } else {
      generic.append(body.function)
    }
  }
  for package in program.packages {
    if let initializers = trees.initializers(of: package) { functions.append(initializers) }
  }
  // Methods of generic types may be called through interfaces for instances that no tree names: what holds for any
  // type argument holds for those.
  for function in generic {
    let parameters = function.signature.receiverTypeParams + function.signature.typeParams
    functions.append(trees.function(function, parameters.map { GoType.typeParam($0) }))
  }
  trees.complete()
  for function in trees.made where !function.isLiteral { noteReassignments(function) }
  for function in functions where function.function == nil { noteReassignments(function) }

  var findings = Findings()
  CallGraph.visitBottomUp(functions) { group in
    let batch = Batch(group, program.sizes) { _ in nil }
    batch.run()
    findings.record(batch)
  }
  return findings.result
}
