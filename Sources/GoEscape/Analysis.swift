import GoSyntax
import GoTypes
import SourceText

/// Decides where every variable and value of a checked program lives. The program must have no errors.
///
/// - Parameters:
///   - inlining: whether `lines` are those of `-gcflags=-m`; without, those of `-gcflags='-m -l'`. Verdicts are
///     always those without inlining.
///   - withLines: the machine needs the verdicts alone; `lines` is then empty.
public func analyzeEscapes(
  _ program: CheckedProgram, inlining: Bool = false, withLines: Bool = true, facts: LibraryFacts = LibraryFacts()
) -> EscapeResult {
  var analysis = EscapeAnalysis(program, facts)
  analysis.run()
  if withLines { analysis.writeLines(inlining: inlining) }
  return analysis.findings.result
}

private struct EscapeAnalysis {
  let program: CheckedProgram
  let trees: TreeBuilder
  let facts: LibraryFacts
  var findings = Findings()

  init(_ program: CheckedProgram, _ facts: LibraryFacts) {
    self.program = program
    self.facts = facts
    trees = TreeBuilder(program)
  }

  private static func isGeneric(_ function: Function) -> Bool {
    !function.signature.typeParams.isEmpty || !function.signature.receiverTypeParams.isEmpty
  }

  mutating func run() {
    var roots: [Func] = []
    for package in program.packages {
      if let initializers = trees.initializers(of: package) { roots.append(initializers) }
    }
    for body in program.functions where !Self.isGeneric(body.function) { roots.append(trees.function(body.function)) }
    // Methods of generic types may be called through interfaces for instances that no tree names: what holds for any
    // type argument holds for those.
    for body in program.functions where Self.isGeneric(body.function) {
      let signature = body.function.signature
      let parameters = signature.receiverTypeParams + signature.typeParams
      roots.append(trees.function(body.function, parameters.map { GoType.typeParam($0) }))
    }
    trees.complete()
    Self.prepare(trees.made)
    var findings = findings
    let sizes = program.sizes
    CallGraph.visitBottomUp(roots) { group, _ in
      let batch = Batch(group, sizes) { _ in nil }
      batch.run()
      findings.record(batch)
    }
    self.findings = findings
  }

  /// What happens to trees between inlining and the analysis.
  private static func prepare(_ functions: [Func]) {
    for function in functions { noteReassignments(function) }
    for function in functions {
      LoopVariables.separate(in: function)
      function.forEachLiteral { LoopVariables.separate(in: $0) }
    }
    for function in functions { noteReassignments(function) }
  }

  /// What the compiler prints on the learner's packages: those functions once more, with what real Go's library does in
  /// place of ours, and as the compiler changes them first.
  mutating func writeLines(inlining: Bool) {
    var lines: [Diagnostic] = []
    var compilers = Findings()
    for package in program.packages where !package.isLibrary {
      var declared: [Func] = []
      let trees = TreeBuilder(program, facts: facts)
      if let initializers = trees.initializers(of: package) { declared.append(initializers) }
      for body in program.functions where body.function.package === package && !Self.isGeneric(body.function) {
        declared.append(trees.function(body.function))
      }
      trees.complete { $0.package === package }
      var functions = CompiledFunctions.order(declared, trees) { $0.package === package }
      for function in functions where !function.isLiteral { noteReassignments(function) }
      var writer = LineWriter(package)
      let inliner = Inliner(trees) { LineWriter(package).words(for: $0) }
      if inlining {
        inliner.findInlinable(functions)
        for function in functions { inliner.inlineCalls(in: function) }
        for function in functions where function.isPackageInit { inliner.makeStatic(function) }
        let wrappers = MethodWrappers.make(for: package, functions, trees)
        trees.complete { $0.package === package }
        for wrapper in wrappers { inliner.inlineCalls(in: wrapper) }
        functions += wrappers
      } else {
        for function in functions { inliner.devirtualize(function) }
      }
      for (position, text) in inliner.lines { writer.add(position, text) }
      trees.complete { $0.package === package }
      Self.prepare(functions.filter { !$0.isLiteral })
      let (ours, sizes) = (self.trees, program.sizes)
      CallGraph.visitBottomUp(functions) { group, _ in
        if let first = group.first, first.isForeign { return }
        let batch = Batch(group, sizes) { callee in
          guard callee.isForeign, let function = callee.function else { return nil }
          return ours.function(function, callee.arguments).tags
        }
        batch.run()
        writer.record(batch)
        if !inlining { compilers.record(batch) }
      }
      lines += writer.lines
    }
    if !inlining { findings.merge(compilers) }
    findings.setLines(lines, facts.files)
  }
}
