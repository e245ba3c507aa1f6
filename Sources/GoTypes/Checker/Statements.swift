import GoSyntax
import SourceText

/// Statements (spec, "Statements"; types2's stmt.go, Go 1.23).
extension TypeChecker {
  /// Checks the body of a function or a literal.
  func checkBody(
    _ declaration: DeclInfo?, _ signature: Signature, _ body: Block, _ scope: Scope, _ context: FunctionContext,
    iota: Int?
  ) {
    let saved = env
    defer { env = saved }
    env.declaration = declaration
    env.scope = scope
    env.iota = iota
    env.errorPosition = nil
    env.signature = signature
    env.function = context
    context.typeParams = context.outer?.typeParams ?? signature.typeParams + signature.receiverTypeParams
    env.hasCallOrReceive = false
    env.inTypeParamList = false
    bindLabels(body)
    statements(body.statements)
    if !signature.results.isEmpty, !isTerminating(body) { error(body.closeBrace, "missing return") }
    reportUnused(scope)
  }

  private func reportUnused(_ scope: Scope) {
    if env.package.isLibrary { return }
    var unused: [Variable] = []
    for object in scope.objects {
      if case .variable(let variable) = object, variable.kind == .local, !variable.isUsed { unused.append(variable) }
    }
    unused.sort { $0.position < $1.position }
    for variable in unused { error(variable.position, "declared and not used: \(variable.name)") }
    for child in scope.children where !child.isFunction { reportUnused(child) }
  }

  func statements(_ list: [Stmt]) {
    for s in list { statement(s) }
  }

  func statement(_ s: Stmt) {
    depth += 1
    defer { depth -= 1 }
    if depth > 2000 {
      if !isTooDeep { error(s.span.startPosition, "statement nested too deeply") }
      isTooDeep = true
      return
    }
    let start = delayed.count
    statementInternal(s)
    processDelayed(from: start)
  }

  private func statementInternal(_ s: Stmt) {
    switch s.kind {
    case .bad, .empty: break
    case .decl(let decls): declarationStatement(decls)
    case .labeled(_, let statement): self.statement(statement)
    case .expr(let e): expressionStatement(e)
    case .send(let channel, let value): send(s, channel, value)
    case .incDec(let e, let isIncrement):
      var x = expr(e)
      if x.mode == .invalid { return }
      if !isAllNumeric(x.type) {
        let op = isIncrement ? "++" : "--"
        error(e, "invalid operation: \(exprText(e))\(op) (non-numeric type \(text(x.type)))")
        return
      }
      // The operand is read as well as written.
      assignVariable(e, value: &x, "assignment")
    case .assign(let lhs, let rhs): assignVariables(lhs, rhs)
    case .opAssign(let lhs, let op, let rhs):
      var x = binary(nil, lhs, rhs, op)
      assignVariable(lhs, value: &x, "assignment")
    case .define(let lhs, let rhs): shortDeclaration(s.pos, lhs, rhs)
    case .go(let call): suspendedCall("go", call)
    case .defer(let call): suspendedCall("defer", call)
    case .return(let results): returnStatement(s, results)
    // Their errors are found beforehand: see Branches.swift.
    case .break, .continue, .goto, .fallthrough: break
    case .block(let block):
      openScope(endingAt: block.span.endPosition)
      statements(block.statements)
      closeScope()
    case .if(let initial, let condition, let then, let otherwise):
      openScope(endingAt: s.span.endPosition)
      if let initial { statement(initial) }
      let x = expr(condition)
      if x.mode != .invalid, !isAllBoolean(x.type) { error(condition, "non-boolean condition in if statement") }
      self.block(then)
      if let otherwise { statement(otherwise) }
      closeScope()
    case .for(let initial, let condition, let post, let body):
      forStatement(s, initial, condition, post, body)
    case .range(let clause, let body):
      rangeStatement(s, clause, body)
    case .switch(let initial, let tag, let cases, let span):
      openScope(endingAt: s.span.endPosition)
      if let initial { statement(initial) }
      switchStatement(tag, cases, span)
      closeScope()
    case .typeSwitch(let initial, let binding, let operand, let cases, let span):
      openScope(endingAt: s.span.endPosition)
      if let initial { statement(initial) }
      typeSwitchStatement(binding, operand, cases, span)
      closeScope()
    case .select(let cases, let span): selectStatement(cases, span)
    }
  }

  func block(_ block: Block) {
    let start = delayed.count
    openScope(endingAt: block.span.endPosition)
    statements(block.statements)
    closeScope()
    processDelayed(from: start)
  }

  private func expressionStatement(_ e: Expr) {
    let (x, kind) = raw(e)
    switch x.mode {
    case .builtin: error(x, "\(describe(x)) must be called")
    case .type: error(x, "\(describe(x)) is not an expression")
    default:
      if kind == .statement { return }
      error(x, "\(describe(x)) is not used")
    }
  }

  private func send(_ s: Stmt, _ channel: Expr, _ value: Expr) {
    let x = expr(channel)
    var y = expr(value)
    if x.isInvalid || y.isInvalid { return }
    guard let core = coreType(x.type) else {
      error(x, "invalid operation: cannot send to \(describe(x)): no core type")
      return
    }
    guard case .chan(let direction, let element) = core else {
      error(x, "invalid operation: cannot send to non-channel \(describe(x))")
      return
    }
    if direction == .receive {
      error(x, "invalid operation: cannot send to receive-only channel \(describe(x))")
      return
    }
    assign(&y, to: element, "send")
  }

  private func suspendedCall(_ keyword: String, _ call: Expr) {
    guard case .call = call.kind else {
      error(call, "expression in \(keyword) must be function call")
      use([call])
      return
    }
    let (x, kind) = raw(call)
    switch kind {
    case .statement: break
    case .conversion: error(x, "\(keyword) requires function call, not conversion \(describe(x))")
    case .expression: error(x, "\(keyword) discards result of \(describe(x))")
    }
  }

  private func returnStatement(_ s: Stmt, _ values: [Expr]) {
    let results = env.signature?.results ?? []
    if values.isEmpty, let first = results.first, !first.name.isEmpty {
      for result in results {
        guard let found = env.scope.lookupParent(result.name)?.object, found.identity != ObjectIdentifier(result) else {
          continue
        }
        var message = ErrorMessage(s.pos, "result parameter \(result.name) not in scope at return")
        message.addLine(
          place(found.position), "inner declaration of var \(result.name) \(text(result.type))")
        report(message)
      }
    } else {
      initVariables(results.map { ($0, $0.type) }, values, returnStatement: s)
      // A deferred literal sees what `return x` puts into a named result.
      for result in results where !values.isEmpty { result.isReassigned = true }
    }
  }

  private func forStatement(
    _ s: Stmt, _ initial: Stmt?, _ condition: Expr?, _ post: Stmt?, _ body: Block
  ) {
    openScope(endingAt: s.span.endPosition)
    if let initial {
      if case .define(let lhs, let rhs) = initial.kind {
        let start = delayed.count
        shortDeclaration(initial.pos, lhs, rhs, isLoop: true)
        processDelayed(from: start)
      } else {
        statement(initial)
      }
    }
    if let condition {
      let x = expr(condition)
      if x.mode != .invalid, !isAllBoolean(x.type) { error(condition, "non-boolean condition in for statement") }
    }
    if let post {
      statement(post)
      if case .define(let lhs, _) = post.kind { use(lhs) }
    }
    block(body)
    closeScope()
  }

  // MARK: Declarations in functions

  private func declarationStatement(_ decls: [Decl]) {
    for decl in decls {
      let start = delayed.count
      switch decl {
      case .const(let spec):
        var constants: [ConstantObject] = []
        for (index, name) in spec.names.enumerated() {
          let constant = ConstantObject(
            name: name.name, position: name.span.startPosition, type: .invalid, value: nil,
            package: env.package.package)
          constants.append(constant)
          declareConstant(
            constant, type: spec.type, value: index < spec.values.count ? spec.values[index] : nil, iota: spec.iota,
            isInherited: spec.inherited)
        }
        checkArity(
          spec.span.startPosition, names: spec.names, values: spec.values, isConstant: true,
          isInherited: spec.inherited)
        processDelayed(from: start)
        for (name, constant) in zip(spec.names, constants) {
          declare(env.scope, name, .constant(constant), from: spec.span.endPosition)
        }
      case .var(let spec):
        let variables = spec.names.map { localVariable($0.name, $0.span.startPosition) }
        for (index, variable) in variables.enumerated() {
          if spec.values.count == 1, variables.count > 1 {
            declareVariable(variable, leftSides: variables, type: spec.type, value: spec.values[0])
            break
          }
          declareVariable(
            variable, leftSides: nil, type: spec.type, value: index < spec.values.count ? spec.values[index] : nil)
        }
        if spec.type == nil || !spec.values.isEmpty {
          checkArity(
            spec.span.startPosition, names: spec.names, values: spec.values, isConstant: false, isInherited: false)
        }
        processDelayed(from: start)
        for (name, variable) in zip(spec.names, variables) {
          declare(env.scope, name, .variable(variable), from: spec.span.endPosition)
        }
      case .type(let spec):
        let object = TypeName(
          name: spec.name.name, position: spec.name.span.startPosition, package: env.package.package)
        if !spec.isAlias {
          env.package.localTypeCount += 1
          object.localIndex = env.package.localTypeCount
        }
        declare(env.scope, spec.name, .typeName(object), from: spec.name.span.startPosition)
        localProgress[ObjectIdentifier(object)] = objectPath.count
        objectPath.append(.typeName(object))
        declareType(object, spec)
        objectPath.removeLast()
        localProgress[ObjectIdentifier(object)] = nil
      default: break
      }
    }
  }
}
