import GoSyntax
import GoTypes
import SourceText

/// Collects the verdicts of all batches. What is analysed more than once (a generic function's instances) is in the heap
/// if it is in any of them.
struct Findings {
  private(set) var result = EscapeResult()
  private var byReference: Set<ObjectIdentifier> = []

  mutating func record(_ batch: Batch) {
    let keptCalls = keptCalls(batch)
    for index in 4..<batch.graph.locations.count {
      let location = batch.graph.locations[index]
      var escapes = location.attributes.contains(.escapes)
      // What a deferred call's operands make, the machine makes when the statement runs.
      if let function = location.function, keptCalls.contains(ObjectIdentifier(function)) { escapes = true }
      if let variable = location.name?.variable {
        if escapes {
          let verdict = heapVerdict(batch, Int32(index))
          note(&result.variables[ObjectIdentifier(variable)], verdict)
          if result.ways[variable.position] == nil { result.ways[variable.position] = verdict.path }
        }
      } else if let node = location.node, node.id != .noSource {
        let verdict = escapes ? heapVerdict(batch, Int32(index)) : Verdict(placement: .stack)
        if node.function?.isWrapper == true {
          note(&result.deferred[node.id], verdict)
        } else if node.op == .convertInterface && node.isImplicit {
          note(&result.boxings[node.id], verdict)
        } else {
          note(&result.expressions[node.id], verdict)
        }
      }
    }
    for name in batch.capturedByReference {
      guard let variable = name.variable else { continue }
      byReference.insert(ObjectIdentifier(variable))
      result.capturedByValue.remove(ObjectIdentifier(variable))
    }
    for name in batch.capturedByValue {
      guard let variable = name.variable, !byReference.contains(ObjectIdentifier(variable)) else { continue }
      result.capturedByValue.insert(ObjectIdentifier(variable))
    }
  }

  /// The calls of `go` statements, and of `defer` statements in loops.
  private func keptCalls(_ batch: Batch) -> Set<ObjectIdentifier> {
    var kept: Set<ObjectIdentifier> = []
    for location in batch.graph.locations.dropFirst(4) where location.attributes.contains(.escapes) {
      if let function = location.node?.function, function.isWrapper { kept.insert(ObjectIdentifier(function)) }
    }
    return kept
  }

  mutating func setLines(_ lines: [Diagnostic], _ libraryFiles: [String]) {
    result.lines = lines
    result.libraryFiles = libraryFiles
  }

  /// Puts into the heap what the compiler does, given what Go's own library does with it. What only our library keeps stays
  /// in the heap as well, or the machine would not be sound.
  mutating func merge(_ compilers: Findings) {
    for (id, verdict) in compilers.result.variables { note(&result.variables[id], verdict) }
    for (id, verdict) in compilers.result.expressions where verdict.placement == .heap {
      note(&result.expressions[id], verdict)
    }
    for (id, verdict) in compilers.result.boxings where verdict.placement == .heap {
      note(&result.boxings[id], verdict)
    }
    for (id, verdict) in compilers.result.deferred where verdict.placement == .heap {
      note(&result.deferred[id], verdict)
    }
  }

  private func note(_ slot: inout Verdict?, _ verdict: Verdict) {
    if slot?.placement != .heap { slot = verdict }
  }

  private func heapVerdict(_ batch: Batch, _ index: Int32) -> Verdict {
    let explanation = Explanation(batch.graph, index)
    return Verdict(placement: .heap, explanation: explanation.words, path: explanation.steps)
  }
}
