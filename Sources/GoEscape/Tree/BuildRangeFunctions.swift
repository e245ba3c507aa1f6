import GoSyntax
import GoTypes
import SourceText

/// What the bodies of a function's range-over-func loops share.
struct RangeState {
  /// Loops so far in the function; their bodies, inner ones first.
  var loops = 0
  var bodies = 0
  var depth = 0
  /// Where in the list of variables those stand that the outermost loop needs.
  var firstHidden = 0
  /// Holds where to go on, when a body leaves more than its own loop.
  var next: Name?
  /// Hold the values of `return` in a body, where the results have no names.
  var results: [Name] = []
}

/// `for x := range f` with `f` a function calls `f` with a literal made of the body; a variable for each loop
/// tells whether the literal may still be called (cmd/compile/internal/rangefunc, Go 1.23).
extension BodyBuilder {
  /// The builder of the function that the source shows around a loop body.
  private var home: BodyBuilder {
    var builder = self
    while builder.function.isRangeBody, let outer = builder.outer { builder = outer }
    return builder
  }

  func rangeFunction(
    _ statement: Stmt, _ clause: RangeClause, _ body: Block, _ label: String?, _ yield: Signature
  ) -> Node {
    let (position, home) = (statement.pos, home)
    let block = Node(.block, position)
    if home.rangeState.depth == 0 {
      home.rangeState = RangeState(
        loops: home.rangeState.loops, bodies: home.rangeState.bodies, firstHidden: home.function.variables.count)
    }
    home.rangeState.depth += 1
    home.rangeState.loops += 1
    let state = hidden("#state\(home.rangeState.loops)", .basic(.int), position)

    let closure = Node(.closure, position, .signature(yield), id: statement.id)
    let made = Func("", function: nil, position: position)
    made.isRangeBody = true
    made.isLibrary = function.isLibrary
    made.isInstance = function.isInstance
    made.shapes = function.shapes
    made.parent = function
    made.number(in: function, nil)
    made.closure = closure
    closure.function = made
    let child = BodyBuilder(trees, made, substitution, outer: self)
    child.ownLabel = label
    if let label { child.ownLabels = [label] }
    child.buildIteration(clause, yield, body, state)

    let body = hidden("#yield\(home.rangeState.bodies + 1)", closure.type, .unknown)
    home.rangeState.bodies += 1
    let named = assignment(to: body, closure, position)
    define(named, [body])
    let call = Node(.call, position)
    call.x = value(clause.operand)
    call.list = [read(body, at: position)]
    let begin = assignment(to: state, position)
    define(begin, [state])
    block.list = [begin, named, call, check(state, number(position), position), assignment(to: state, position)]
    home.rangeState.depth -= 1
    if made.returns {
      let leave = test(next(), position)
      if home.rangeState.depth > 0 {
        leave.list = [assignment(to: state, position)] + leaveBody(position)
      } else {
        let back = Node(.returns, position)
        back.list = home.rangeState.results.map { read($0, at: position) }
        leave.list = [back]
      }
      block.list.append(leave)
      function.returns = function.returns || home.rangeState.depth > 0
    }
    if home.rangeState.depth == 0, let next = home.rangeState.next {
      let declaration = assignment(to: next, nil, position)
      define(declaration, [next])
      next.definition = nil
      block.list.insert(declaration, at: 0)
    }
    return block
  }

  private func number(_ position: Position) -> Node { Node(.literal, position, .basic(.int)) }

  /// `if #next == 1 { ... }`
  private func test(_ name: Name, _ position: Position) -> Node {
    let node = Node(.ifElse, position)
    let comparison = Node(.binary, position, .basic(.bool))
    comparison.text = "=="
    (comparison.x, comparison.y) = (read(name, at: position), number(position))
    node.x = comparison
    return node
  }

  /// `if #state == 1 { panicrangestate(what) }`
  private func check(_ state: Name, _ what: Node, _ position: Position) -> Node {
    let node = test(state, position)
    let call = Node(.call, position)
    let operand = Node(.function, position)
    operand.function = trees.panicRangeState
    (call.x, call.list) = (operand, [what])
    node.list = [call]
    return node
  }

  /// `return false`, which ends the loop, or `return true`.
  private func leaveBody(_ position: Position) -> [Node] {
    let node = Node(.returns, position)
    node.list = [Node(.literal, position, .basic(.bool))]
    return [node]
  }

  func isOwnLoop(_ label: String) -> Bool { function.isRangeBody && ownLabel == label }

  /// `break` or `continue` of the loop itself.
  func leaveIteration(_ position: Position) -> [Node] {
    guard let state = ownState else { return [] }
    return [assignment(to: state, position)] + leaveBody(position)
  }

  private func hidden(_ text: String, _ type: GoType, _ position: Position) -> Name {
    let name = Name(text, .local, position, type, owner: function)
    function.variables.append(name)
    return name
  }

  /// Some number is assigned: which, has no bearing.
  private func assignment(to name: Name, _ position: Position) -> Node {
    assignment(to: name, number(position), position)
  }

  private func assignment(to name: Name, _ value: Node?, _ position: Position) -> Node {
    let node = Node(.assign, position)
    node.x = read(name)
    node.y = value
    return node
  }

  private func buildIteration(_ clause: RangeClause, _ yield: Signature, _ body: Block, _ state: Name) {
    let position = function.position
    ownState = state
    var first: [Node] = []
    let targets = [clause.key, clause.value]
    for (index, parameter) in yield.params.enumerated() {
      let type = resolve(parameter.type)
      let target = index < targets.count ? targets[index].map { strip($0) } : nil
      function.parameterTypes.append(type)
      function.parameterPositions.append(target?.pos ?? position)
      if let target, clause.isDefine, case .variable(let variable)? = info.definition(target.id), variable.name != "_" {
        function.parameters.append(declare(variable, .parameter))
        continue
      }
      let name = Name("#p\(index + 1)", .parameter, position, type, owner: function)
      function.variables.append(name)
      function.parameters.append(name)
      if let target {
        if case .ident("_") = target.kind { continue }
        let node = Node(.assign, position)
        node.x = value(target)
        node.y = converted(read(name, at: position), from: type, to: node.x!.type, at: position, implicit: true)
        first.append(node)
      }
    }
    let result = Name("#r1", .result, position, .basic(.bool), owner: function)
    result.resultIndex = 1
    function.variables.append(result)
    function.results = [result]
    noteLabels(body.statements)
    first += [check(state, read(state, at: position), position), assignment(to: state, position)]
    function.body = first + statements(body.statements) + leaveIteration(position)
    noteCaptures()
  }

  private func noteLabels(_ list: [Stmt]) {
    for statement in list {
      switch statement.kind {
      case .labeled(let name, let inner):
        ownLabels.insert(name.name)
        noteLabels([inner])
      case .block(let block): noteLabels(block.statements)
      case .if(_, _, let then, let otherwise): noteLabels(then.statements + (otherwise.map { [$0] } ?? []))
      case .for(_, _, _, let body), .range(_, let body): noteLabels(body.statements)
      case .switch(_, _, let cases, _), .typeSwitch(_, _, _, let cases, _): for part in cases { noteLabels(part.body) }
      case .select(let cases, _): for part in cases { noteLabels(part.body) }
      default: break
      }
    }
  }

  /// Variables of the functions around that the body uses, in order of first use.
  private func noteCaptures() {
    func note(_ name: Name?) {
      guard let name, name.owner !== function, !function.captures.contains(where: { $0 === name }) else { return }
      function.captures.append(name)
    }
    func visit(_ node: Node) {
      if node.op == .name { note(node.name) }
      if node.op == .closure { for name in node.function?.captures ?? [] { note(name) } }
      node.forEachChild(visit)
    }
    function.body.forEach(visit)
  }

  /// `break`, `continue` or `goto` from a body to a label outside.
  func leaveRange(by label: String, _ position: Position) -> [Node] {
    function.isRangeBody && !ownLabels.contains(label)
      ? [assignment(to: next(), position)] + leaveIteration(position) : []
  }

  private func next() -> Name {
    let home = home
    if let next = home.rangeState.next { return next }
    let name = Name("#next", .local, .unknown, .basic(.int), owner: home.function)
    home.function.variables.insert(name, at: home.rangeState.firstHidden)
    home.rangeState.next = name
    return name
  }

  /// `return` in a body: the values go to variables of the function that the source shows.
  func returnFromRange(_ values: [Expr], _ position: Position) -> [Node] {
    let home = home
    let nodes = [assignment(to: next(), position)] + leaveIteration(position)
    function.returns = true
    guard !values.isEmpty else { return nodes }
    var targets = home.function.results
    if let first = targets.first, first.text.hasPrefix("~") {
      if home.rangeState.results.isEmpty {
        let first = home.function.variables.firstIndex { $0.kind == .local || $0.kind == .temporary }
        for (index, result) in targets.enumerated() {
          let name = Name("#rv\(index + 1)", .local, result.position, result.type, owner: home.function)
          home.function.variables.insert(name, at: (first ?? home.function.variables.count) + index)
          home.rangeState.results.append(name)
          home.rangeState.firstHidden += 1
        }
      }
      targets = home.rangeState.results
    }
    let node = Node(.assignList, position)
    node.list = targets.map { read($0, at: position) }
    node.blanks = targets.map { _ in false }
    node.rest = several(values, at: position) { targets[$0].type }
    return [node] + nodes
  }
}
