import SourceText

// Statements (Go spec, "Statements").

extension Parser {
  /// `{ ... }`; without the brace the error says "after" `context`.
  mutating func block(context: StaticString) -> Block {
    let from = start
    if !got(.leftBrace) {
      syntaxError("expected { after \(context)")
      skip(to: [.name, .rightBrace])
      if got(.rightBrace) { return Block(id: ids.next(), span: span(from: from), statements: []) }
    }
    let statements = statementList()
    want(.rightBrace)
    return Block(id: ids.next(), span: span(from: from), statements: statements)
  }

  private mutating func statementList() -> [Stmt] {
    var list: [Stmt] = []
    while token != .endOfFile, token != .rightBrace, token != .case, token != .default {
      guard let statement = statementOrNil() else { break }
      list.append(statement)
      if !got(.semicolon), token != .rightBrace {
        syntaxError("at end of statement")
        skip(to: [.semicolon, .rightBrace, .case, .default])
        _ = got(.semicolon)
      }
    }
    return list
  }

  private mutating func statementOrNil() -> Stmt? {
    let outer = enter()
    defer { leave(outer) }
    if isTooDeep() { return nil }
    let from = start
    switch token {
    case .name:
      let list = expressionList()
      if token == .colon, list.count == 1, let label = nameOnly(list[0]) { return labeledStatement(label) }
      return simpleStatement(list, from: from)
    case .var, .const, .type:
      let declarations = genericDeclaration()
      return statement(.decl(declarations), from: from, at: from)
    case .leftBrace:
      let block = block(context: "")
      return statement(.block(block), from: from, at: from)
    case .operator:
      switch scanner.op {
      case .add, .subtract, .and, .xor, .not: return simpleStatement(from: from)
      default: return nil
      }
    case .star, .literal, .func, .leftParen, .leftBracket, .struct, .map, .chan, .interface, .arrow:
      return simpleStatement(from: from)
    case .for: return forStatement()
    case .switch: return switchStatement()
    case .select: return selectStatement()
    case .if: return ifStatement()
    case .fallthrough:
      next()
      return statement(.fallthrough, from: from, at: from)
    case .break:
      next()
      let label = token == .name ? name() : nil
      return statement(.break(label: label), from: from, at: from)
    case .continue:
      next()
      let label = token == .name ? name() : nil
      return statement(.continue(label: label), from: from, at: from)
    case .go, .defer: return callStatement()
    case .goto:
      next()
      let label = name()
      return statement(.goto(label: label), from: from, at: from)
    case .return:
      next()
      let results = token == .semicolon || token == .rightBrace ? [] : expressionList()
      return statement(.return(results), from: from, at: from)
    case .semicolon:
      let place = Span(file: scanner.log.file, start: Int32(from), end: Int32(from))
      return Stmt(id: ids.next(), span: place, pos: position(from), kind: .empty)
    default: return nil
    }
  }

  // MARK: Simple statements

  /// What a simple statement turned out to be; `range` and `guard` are allowed in headers only.
  enum SimpleStatement {
    case plain(Stmt)
    case range(RangeClause)
    /// `binding := operand.(type)`
    case typeSwitchGuard(binding: Ident, operand: Expr, pos: Position)
  }

  private mutating func simpleStatement(_ given: [Expr]? = nil, from: Int) -> Stmt {
    guard case .plain(let statement) = simpleStatement(given, from: from, keyword: nil) else {
      preconditionFailure("a range clause or type switch guard outside a header")
    }
    return statement
  }

  /// `keyword` is the `for`, `if` or `switch` in whose header the statement stands.
  private mutating func simpleStatement(_ given: [Expr]?, from: Int, keyword: Token?) -> SimpleStatement {
    if keyword == .for, token == .range { return .range(rangeClause([], isDefine: false)) }
    let left = given ?? expressionList()
    let place = start
    switch token {
    case .assign, .define:
      let isDefine = token == .define
      next()
      if keyword == .for, token == .range { return .range(rangeClause(left, isDefine: isDefine)) }
      let right = expressionList()
      if isDefine, keyword == .switch, left.count == 1, right.count == 1, let binding = nameOnly(left[0]),
        case .typeAssert(let operand, nil) = right[0].kind
      {
        return .typeSwitchGuard(binding: binding, operand: operand, pos: right[0].pos)
      }
      let kind: Stmt.Kind = isDefine ? .define(lhs: left, rhs: right) : .assign(lhs: left, rhs: right)
      return .plain(statement(kind, from: from, at: place))
    case .assignOperator where left.count == 1:
      let op = scanner.op.binary!
      next()
      let right = expression()
      return .plain(statement(.opAssign(left[0], op, right), from: from, at: place))
    case .incDec where left.count == 1:
      let isIncrement = scanner.op == .add
      next()
      return .plain(statement(.incDec(left[0], isIncrement: isIncrement), from: from, at: place))
    case .arrow where left.count == 1:
      next()
      let value = expression()
      return .plain(statement(.send(channel: left[0], value: value), from: from, at: place))
    default:
      if left.count > 1 {
        syntaxError("expected := or = or comma")
        skip(to: [.semicolon, .rightBrace])
      }
      return .plain(statement(.expr(left[0]), from: from, at: offset(left[0].pos)))
    }
  }

  /// At `range`.
  private mutating func rangeClause(_ left: [Expr], isDefine: Bool) -> RangeClause {
    next()
    let operand = expression()
    return RangeClause(
      key: left.first, value: left.count > 1 ? left[1] : nil, isDefine: isDefine, operand: operand,
      extra: left.count > 2 ? left[2] : nil)
  }

  private mutating func labeledStatement(_ label: Ident) -> Stmt? {
    let from = Int(label.span.start)
    let colon = start
    next()
    if token == .rightBrace {
      // The statement is an empty one whose semicolon may be left out before the brace.
      let place = Span(file: scanner.log.file, start: Int32(start), end: Int32(start))
      let empty = Stmt(id: ids.next(), span: place, pos: position(start), kind: .empty)
      return statement(.labeled(label, empty), from: from, at: colon)
    }
    guard let labeled = statementOrNil() else {
      syntaxError(at: colon, "missing statement after label")
      return nil
    }
    return statement(.labeled(label, labeled), from: from, at: colon)
  }

  private mutating func callStatement() -> Stmt {
    let from = start
    let isGo = token == .go
    next()
    let given = primaryExpression(nil)
    var call = given
    while case .paren(let inner) = call.kind { call = inner }
    if case .paren = given.kind {
      error(at: offset(given.pos), "expression in \(isGo ? "go" : "defer") must not be parenthesized")
    }
    return statement(isGo ? .go(call) : .defer(call), from: from, at: from)
  }

  // MARK: Headers

  /// What stands between a keyword and its block.
  private struct Header {
    var initial: Stmt?
    var condition: Expr?
    var post: Stmt?
    var range: RangeClause?
    var binding: Ident?
    var isTypeSwitch = false
  }

  private mutating func header(_ keyword: Token) -> Header {
    var header = Header()
    next()
    if token == .leftBrace {
      if keyword == .if {
        syntaxError("missing condition in if statement")
        header.condition = badExpression()
      }
      return header
    }
    let outerDepth = expressionDepth
    expressionDepth = -1
    defer { expressionDepth = outerDepth }

    var initial: SimpleStatement?
    if token != .semicolon {
      if got(.var) {
        syntaxError("var declaration not allowed in \(keyword.description) initializer")
      }
      initial = simpleStatement(nil, from: start, keyword: keyword)
      if case .range(let clause) = initial {
        header.range = clause
        return header
      }
    }

    var condition: SimpleStatement?
    var semicolon: (offset: Int, text: StaticString)?
    if token == .leftBrace {
      condition = initial
    } else {
      header.initial = initial.map { plain($0) }
      if token == .semicolon {
        semicolon = (start, scanner.semicolonText)
        next()
      } else {
        want(.leftBrace)
        if token != .leftBrace { skip(to: [.leftBrace, .rightBrace]) }
      }
      if keyword == .for {
        if token != .semicolon {
          if token == .leftBrace {
            syntaxError("expected for loop condition")
            return header
          }
          condition = simpleStatement(nil, from: start, keyword: nil)
        }
        want(.semicolon)
        if token != .leftBrace {
          let post = simpleStatement(from: start)
          if case .define = post.kind {
            syntaxError(at: offset(post.pos), "cannot declare in post statement of for loop")
          }
          header.post = post
        }
      } else if token != .leftBrace {
        condition = simpleStatement(nil, from: start, keyword: keyword)
      }
    }

    switch condition {
    case nil:
      if keyword == .if, let semicolon {
        // A line end right behind the clause is more likely a misplaced brace than a missing condition.
        syntaxError(
          at: semicolon.offset,
          "\(semicolon.text)" == "semicolon"
            ? "missing condition in if statement" : "unexpected \(semicolon.text), expected { after if clause")
        header.condition = badExpression(at: semicolon.offset)
      }
    case .typeSwitchGuard(let binding, let operand, _):
      header.binding = binding
      header.condition = operand
      header.isTypeSwitch = true
    case .range: break
    case .plain(let statement):
      switch statement.kind {
      case .expr(let expression):
        if keyword == .switch, case .typeAssert(let operand, nil) = expression.kind {
          header.condition = operand
          header.isTypeSwitch = true
        } else {
          header.condition = expression
        }
      default:
        syntaxError(at: offset(statement.pos), "cannot use \(ExprText.renderMistakenCondition(statement)) as value")
        if keyword == .if { header.condition = badExpression(at: offset(statement.pos)) }
      }
    }
    return header
  }

  /// The statement that an initial statement is. A type switch guard there is an ordinary definition, which the checker
  /// refuses.
  private mutating func plain(_ simple: SimpleStatement) -> Stmt {
    switch simple {
    case .plain(let statement): return statement
    case .range: preconditionFailure("a range clause ends its header")
    case .typeSwitchGuard(let binding, let operand, let pos):
      let from = Int(binding.span.start)
      let assertion = node(.typeAssert(operand, nil), from: Int(operand.span.start), at: offset(pos))
      return statement(.define(lhs: [expression(binding)], rhs: [assertion]), from: from, at: offset(pos))
    }
  }

  // MARK: Compound statements

  private mutating func ifStatement() -> Stmt {
    let outer = enter()
    defer { leave(outer) }
    let from = start
    if isTooDeep() { return statement(.bad, from: from, at: from) }
    let header = header(.if)
    let then = block(context: "if clause")
    var otherwise: Stmt?
    if got(.else) {
      let elseStart = start
      switch token {
      case .if: otherwise = ifStatement()
      case .leftBrace:
        let block = block(context: "")
        otherwise = statement(.block(block), from: elseStart, at: elseStart)
      default:
        syntaxError("else must be followed by if or statement block")
        skip(to: [.name, .rightBrace])
      }
    }
    let condition = header.condition ?? badExpression(at: from)
    return statement(
      .if(initial: header.initial, condition: condition, then: then, otherwise: otherwise), from: from, at: from)
  }

  private mutating func forStatement() -> Stmt {
    let from = start
    let header = header(.for)
    let body = block(context: "for clause")
    if let range = header.range { return statement(.range(range, body: body), from: from, at: from) }
    return statement(
      .for(initial: header.initial, condition: header.condition, post: header.post, body: body), from: from, at: from)
  }

  private mutating func switchStatement() -> Stmt {
    let from = start
    let header = header(.switch)
    let bodyStart = start
    if !got(.leftBrace) {
      syntaxError("missing { after switch clause")
      skip(to: [.case, .default, .rightBrace])
    }
    var cases: [SwitchCase] = []
    while token != .endOfFile, token != .rightBrace { cases.append(switchCase()) }
    want(.rightBrace)
    let bodySpan = span(from: bodyStart)
    if header.isTypeSwitch, let operand = header.condition {
      return statement(
        .typeSwitch(
          initial: header.initial, binding: header.binding, operand: operand, cases: cases, bodySpan: bodySpan),
        from: from, at: from)
    }
    return statement(
      .switch(initial: header.initial, tag: header.condition, cases: cases, bodySpan: bodySpan), from: from, at: from)
  }

  private mutating func switchCase() -> SwitchCase {
    let from = start
    var values: [Expr] = []
    let isDefault = token != .case
    if got(.case) {
      values = expressionList()
    } else {
      wantDefault()
    }
    let colon = position(start)
    want(.colon)
    let body = statementList()
    return SwitchCase(
      id: ids.next(), span: span(from: from), values: values, isDefault: isDefault, body: body, colon: colon)
  }

  private mutating func wantDefault() {
    if !got(.default) {
      syntaxError("expected case or default or }")
      skip(to: [.colon, .case, .default, .rightBrace])
    }
  }

  private mutating func selectStatement() -> Stmt {
    let from = start
    next()
    let bodyStart = start
    if !got(.leftBrace) {
      syntaxError("missing { after select clause")
      skip(to: [.case, .default, .rightBrace])
    }
    var cases: [SelectCase] = []
    while token != .endOfFile, token != .rightBrace { cases.append(selectCase()) }
    want(.rightBrace)
    return statement(.select(cases, bodySpan: span(from: bodyStart)), from: from, at: from)
  }

  private mutating func selectCase() -> SelectCase {
    let from = start
    var communication: Stmt?
    if got(.case) {
      communication = simpleStatement(from: start)
    } else {
      wantDefault()
    }
    let colon = position(start)
    want(.colon)
    let body = statementList()
    return SelectCase(
      id: ids.next(), span: span(from: from), communication: communication, body: body, colon: colon)
  }
}
