import GoTypes
import SourceText

/// Finds out which functions may be inlined, and replaces calls of them by their bodies, as the compiler does before it
/// analyses escapes (cmd/compile/internal/inline and inline/interleaved, Go 1.23). It changes the trees.
final class Inliner {
  private let trees: TreeBuilder
  private var devirtualizer: Devirtualizer
  private let words: (Func) -> NodeWords
  private(set) var lines: [(Position, String)] = []
  private var labels = 0

  /// What replaces a call of a function.
  struct Body {
    var cost: Int
    /// There is one return, with values, and the results have no names.
    var canDelayResults: Bool
    /// The tree as it was before anything was inlined into it; `nil` for a function of the library, whose tree is
    /// made anew.
    var pristine: Func?
  }

  init(_ trees: TreeBuilder, _ words: @escaping (Func) -> NodeWords) {
    self.trees = trees
    self.words = words
    devirtualizer = Devirtualizer(trees, words)
  }

  private func note(_ position: Position, _ text: String) { lines.append((position, text)) }

  private func name(_ function: Func) -> String { words(function).name(of: function) }

  // MARK: - What may be inlined

  /// Looks at all functions, callees first; those that only call themselves are not inlined.
  func findInlinable(_ functions: [Func]) {
    CallGraph.visitBottomUp(functions) { [unowned self] group, isRecursive in
      let declared = group.filter { !$0.isLiteral }.count
      for function in group where !isRecursive || declared > 1 { canInline(function) }
    }
  }

  private func canInline(_ function: Func) {
    guard !function.isForeign, !function.isInlinabilityKnown else { return }
    guard function.hasBody, !function.isNoInline, !function.isPackageInit, function.function?.name != "_" else {
      return
    }
    function.isInlinabilityKnown = true
    let cost: Int?
    if function.isLibrary, function.instance == nil {
      cost = function.isLiteral ? function.literalCost : function.known?.cost
    } else {
      cost = InlineCost.of(function, self)
    }
    guard let cost else { return }
    var body = Body(cost: cost, canDelayResults: delaysResults(function), pristine: nil)
    if function.isLibrary, function.instance == nil, let known = function.known {
      body.canDelayResults = known.canDelayResults
    }
    if !function.isLibrary || function.isLiteral || function.instance != nil { body.pristine = pristine(function) }
    function.inlining = body
    note(function.declaredAt, "can inline \(name(function))")
  }

  private func delaysResults(_ function: Func) -> Bool {
    var returns = 0
    func visit(_ node: Node) {
      if node.op == .returns { returns += node.list.isEmpty ? 2 : 1 }
      node.forEachChild(visit)
    }
    function.body.forEach(visit)
    return returns == 1 && function.results.allSatisfy { $0.text.hasPrefix("~") || $0.text == "_" }
  }

  /// A copy that nothing is inlined into.
  private func pristine(_ function: Func) -> Func {
    let copy = Func(function.text, function: function.function, position: function.position)
    copy.parent = function.parent
    copy.captures = function.captures
    copy.isLibrary = function.isLibrary
    copy.isInstance = function.isInstance
    copy.shapes = function.shapes
    var treeCopy = TreeCopy(into: copy, at: nil, nil, suffix: "")
    var names: [ObjectIdentifier: Name] = [:]
    for name in function.variables { names[ObjectIdentifier(name)] = treeCopy.declare(name) }
    copy.parameters = function.parameters.map { $0.flatMap { names[ObjectIdentifier($0)] } }
    copy.results = function.results.compactMap { names[ObjectIdentifier($0)] }
    copy.body = treeCopy.nodes(function.body)
    return copy
  }

  // MARK: - Decisions

  /// The function that a call's operand is known to be (inl.go, inlCallee).
  func callee(of call: Node, in caller: Func) -> Func? {
    guard let operand = call.x else { return nil }
    let value = staticValue(operand)
    switch value.op {
    case .function, .methodExpression:
      guard let function = value.function else { return nil }
      if function.isForeign, let known = function.known, let cost = known.cost, known.body != nil,
        function.inlining == nil
      {
        function.inlining = Body(cost: cost, canDelayResults: known.canDelayResults, pristine: nil)
      }
      return function
    case .closure:
      guard let literal = value.function else { return nil }
      if !literal.captures.isEmpty, literal.parent !== caller { return nil }
      canInline(literal)
      return literal
    default: return nil
    }
  }

  func mayInline(_ call: Node, _ callee: Func, in caller: Func, isBig: Bool) -> Bool {
    guard let body = callee.inlining, body.cost <= (isBig ? 20 : InlineCost.budget), callee !== caller else {
      return false
    }
    return !(call.inlined?.contains(callee) ?? false)
  }

  // MARK: - Replacing calls

  /// Replaces calls in one function until nothing changes (interleaved.go, fixpoint).
  func inlineCalls(in function: Func) {
    let isBig = Self.isBig(function)
    var calls: [Node] = []
    var seen: Set<ObjectIdentifier> = []
    func mark(_ node: Node) {
      if node.op == .call || node.op == .callInterface, !seen.insert(ObjectIdentifier(node)).inserted { return }
      node.forEachChild(mark)
      if node.op == .call || node.op == .callInterface { calls.append(node) }
    }
    function.body.forEach(mark)
    var isDone = false
    while !isDone {
      isDone = true
      var index = 0
      while index < calls.count {
        let node = calls[index]
        index += 1
        if edit(node, function, isBig) {
          node.forEachChild(mark)
          isDone = false
        }
      }
    }
  }

  /// A package's variable that is set to a call whose body is one value holds that value from the beginning: no code
  /// makes it (cmd/compile/internal/staticinit, staticAssignInlinedCall, Go 1.23).
  func makeStatic(_ initializers: Func) {
    for statement in initializers.body where statement.op == .assign {
      guard let call = statement.y, call.op == .inlinedCall, call.rest.count == 1, call.list.count == 2,
        call.list[0].op == .block, let result = call.list[0].list.first(where: { $0.op == .assignList })
      else { continue }
      result.rest.forEach { $0.markStatic() }
    }
  }

  /// Without inlining: what is left of the pass.
  func devirtualize(_ function: Func) {
    func visit(_ node: Node) {
      node.forEachChild(visit)
      if node.op == .callInterface {
        devirtualizer.change(node, function)
        lines += devirtualizer.takeLines()
      }
    }
    function.body.forEach(visit)
  }

  private func edit(_ node: Node, _ function: Func, _ isBig: Bool) -> Bool {
    if node.op == .callInterface {
      devirtualizer.change(node, function)
      for line in devirtualizer.takeLines() { lines.append(line) }
    }
    guard node.op == .call, !node.isDeferred else { return false }
    if node.x?.op == .function, node.x?.function?.known?.isIntrinsic ?? false { return false }
    guard let callee = callee(of: node, in: function), mayInline(node, callee, in: function, isBig: isBig) else {
      return false
    }
    note(node.position, "inlining call to \(name(callee))")
    replace(node, callee, function)
    return true
  }

  private static func isBig(_ function: Func) -> Bool {
    var count = 0
    func visit(_ node: Node) {
      count += 1
      node.forEachChild(visit)
    }
    function.body.forEach(visit)
    return count >= 5000
  }

  /// Puts the callee's body in the place of the call.
  private func replace(_ call: Node, _ callee: Func, _ caller: Func) {
    let body = callee.inlining!
    let source: Func
    if let pristine = body.pristine {
      source = pristine
    } else {
      source = Func(callee.symbol, function: nil, position: .none)
      var reader = FactsReader(trees, callee.known!, callee.arguments.map(\.asShape), at: call.position)
      source.isInstance = callee.isInstance
      reader.function(into: source)
      noteReassignments(source)
    }
    labels += 1
    let inlined = InlinedBody(callee, words(callee).nameInLiterals(of: callee), in: call.inlined)
    var copy = TreeCopy(into: caller, at: call.position, inlined, suffix: ".i\(labels)")
    var names: [ObjectIdentifier: Name] = [:]
    for name in source.variables { names[ObjectIdentifier(name)] = copy.declare(name) }
    let place = call.position

    func read(_ name: Name) -> Node {
      let node = Node(.name, place, name.type)
      node.name = name
      return node
    }
    func declaration(_ name: Name) -> Node {
      let node = Node(.declare, place)
      node.name = name
      return node
    }

    var initial = call.initial
    sideEffects(of: call.x, into: &initial)
    let arguments = Node(.assignList, place)
    arguments.isDefinition = true
    for (index, parameter) in source.parameters.enumerated() {
      let name = parameter.flatMap { names[ObjectIdentifier($0)] }
      arguments.list.append(name.map(read) ?? Node(.nilValue, place))
      arguments.blanks.append(name == nil)
      if index < call.list.count { arguments.rest.append(call.list[index]) }
      if let name {
        arguments.initial.append(declaration(name))
        name.definition = arguments
      }
    }
    initial.append(arguments)
    let results = source.results.compactMap { names[ObjectIdentifier($0)] }
    if !body.canDelayResults {
      for result in results {
        let zero = Node(.assign, place)
        zero.x = read(result)
        initial += [declaration(result), zero]
      }
    }
    let end = "inlined.\(labels)"
    func replaceReturns(_ node: Node) {
      node.forEachChild(replaceReturns)
      guard node.op == .returns else { return }
      var block = node.initial
      if !node.list.isEmpty {
        let assignment = Node(.assignList, place)
        assignment.list = results.map(read)
        assignment.blanks = results.map { _ in false }
        assignment.rest = node.list
        if body.canDelayResults {
          block += results.map(declaration)
          for result in results { result.definition = assignment }
        }
        block.append(assignment)
      }
      let jump = Node(.goto, place)
      jump.text = end
      block.append(jump)
      node.op = .block
      node.initial = []
      node.list = block
    }
    let statements = copy.nodes(source.body)
    statements.forEach(replaceReturns)
    let label = Node(.label, place)
    label.text = end
    call.op = .inlinedCall
    call.initial = initial
    call.x = nil
    call.list = statements + [label]
    call.rest = results.map(read)
  }

  /// What evaluating a callee does besides (inl.go, CalleeEffects).
  private func sideEffects(of callee: Node?, into initial: inout [Node]) {
    var node = callee
    while let current = node {
      initial += current.initial
      switch current.op {
      case .convertNothing: node = current.x
      case .inlinedCall:
        initial += current.list
        node = current.rest.first
      default: return
      }
    }
  }
}
