import SourceText

// Expressions (Go spec, "Expressions").

extension Parser {
  mutating func expression() -> Expr { measured { $0.binaryExpression(nil, above: 0) } }

  mutating func expressionList() -> [Expr] {
    var list = [expression()]
    while got(.comma) { list.append(expression()) }
    return list
  }

  /// Operators that bind tighter than `precedence`, leftmost first; the first operand may be given.
  mutating func binaryExpression(_ given: Expr?, above precedence: Int) -> Expr {
    var left = given ?? unaryExpression()
    while token == .operator || token == .star {
      let level = scanner.op.precedence
      guard level > precedence, let op = scanner.op.binary else { break }
      if grow() { break }
      let operatorStart = start
      next()
      let right = binaryExpression(nil, above: level)
      left = node(.binary(op, left, right), from: Int(left.span.start), at: operatorStart)
    }
    return left
  }

  private mutating func unaryExpression() -> Expr {
    let outer = enter()
    defer { leave(outer) }
    if isTooDeep() { return badExpression() }
    let from = start
    switch token {
    case .star:
      next()
      let operand = unaryExpression()
      return node(.star(operand), from: from)
    case .operator:
      let op: UnaryOperator
      switch scanner.op {
      case .add: op = .plus
      case .subtract: op = .minus
      case .not: op = .not
      case .xor: op = .xor
      case .tilde: op = .tilde
      case .and: op = .address
      default: return primaryExpression(nil)
      }
      next()
      var operand = unaryExpression()
      // `&(T{})` is `&T{}`: Go drops these parentheses too.
      while op == .address, case .paren(let inner) = operand.kind { operand = inner }
      return node(.unary(op, operand), from: from)
    case .arrow:
      next()
      let operand = unaryExpression()
      if case .chanType = operand.kind { return receiveOnly(operand, from: from) }
      return node(.unary(.receive, operand), from: from)
    default: return primaryExpression(nil)
    }
  }

  /// `<-chan T` was read as `<-` before `chan T`: the arrow belongs to the channel type, and in `<-chan<- T` the second
  /// arrow to its element.
  private mutating func receiveOnly(_ type: Expr, from: Int) -> Expr {
    func reassociate(_ type: Expr, from: Int32, _ parser: inout Parser) -> Expr {
      guard case .chanType(let direction, let element) = type.kind else {
        // The arrow behind `chan` has no channel to go to.
        parser.syntaxError("unexpected \(ExprText.render(type)), expected chan")
        return type
      }
      if direction == .receive { parser.syntaxError("unexpected <-, expected chan") }
      let inner = direction == .send ? reassociate(element, from: element.span.start, &parser) : element
      var result = type
      result.span.start = from
      result.kind = .chanType(.receive, inner)
      return result
    }
    return reassociate(type, from: Int32(from), &self)
  }

  private mutating func operand() -> Expr {
    let from = start
    switch token {
    case .name: return expression(name())
    case .literal:
      let kind: Expr.Kind = scanner.literalIsBad ? .bad : .literal(scanner.literalKind, scanner.text)
      next()
      return node(kind, from: from)
    case .leftParen:
      next()
      expressionDepth += 1
      let inner = expression()
      expressionDepth -= 1
      want(.rightParen)
      return node(.paren(inner), from: from)
    case .func:
      next()
      let signatureStart = start
      let signature = functionType(from: from, withoutTypeParameters: "function type").signature
      guard token == .leftBrace else { return node(.funcType(signature), from: from, at: signatureStart) }
      expressionDepth += 1
      let body = functionBody()
      expressionDepth -= 1
      return node(.funcLiteral(signature, body), from: from)
    case .leftBracket, .chan, .map, .struct, .interface: return type()
    default:
      let bad = badExpression()
      syntaxError("expected expression")
      skip(to: [.rightParen, .rightBracket, .rightBrace])
      return bad
    }
  }

  /// An operand with its selectors, indices, calls and literal braces; the operand may be given.
  mutating func primaryExpression(_ given: Expr?) -> Expr {
    var result = given ?? operand()
    let from = Int(result.span.start)
    while true {
      let place = start
      switch token {
      case .dot:
        next()
        switch token {
        case .name:
          let selected = name()
          result = node(.selector(result, selected), from: from, at: place)
        case .leftParen:
          next()
          let asserted = got(.type) ? nil : type()
          want(.rightParen)
          result = node(.typeAssert(result, asserted), from: from, at: place)
        default:
          syntaxError("expected name or (")
          skip(to: [.semicolon, .rightParen])
        }
      case .leftBracket:
        next()
        result = indexOrSlice(result, from: from, at: place)
      case .leftParen:
        next()
        let (arguments, hasEllipsis) = argumentList()
        result = node(.call(result, arguments: arguments, hasEllipsis: hasEllipsis), from: from, at: place)
      case .leftBrace:
        guard mayBeLiteralType(result) else { return result }
        if case .paren = result.kind { syntaxError("cannot parenthesize type in composite literal") }
        result = compositeLiteral(result, from: from)
      default: return result
      }
      if grow() { return result }
    }
  }

  /// True if a `{` behind the expression begins a composite literal of that type.
  private func mayBeLiteralType(_ expression: Expr) -> Bool {
    switch expression.kind {
    case .paren(let inner): mayBeLiteralType(inner)
    case .ident, .selector: expressionDepth >= 0
    case .index: expressionDepth >= 0 && !isValue(expression)
    case .arrayType, .sliceType, .structType, .mapType: true
    default: false
    }
  }

  /// True if by its syntax the expression cannot be a type.
  private func isValue(_ expression: Expr) -> Bool {
    switch expression.kind {
    case .literal, .composite, .funcLiteral, .slice, .typeAssert, .call, .unary, .binary: true
    case .paren(let inner): isValue(inner)
    case .index(let operand, let indices): isValue(operand) || indices.count == 1 && isValue(indices[0])
    default: false
    }
  }

  /// `[` is consumed; it stands at `bracket`.
  private mutating func indexOrSlice(_ operand: Expr, from: Int, at bracket: Int) -> Expr {
    var low: Expr?
    if token != .colon {
      var indices: [Expr]
      var hasComma = false
      if token == .rightBracket {
        syntaxError("expected operand")
        indices = [badExpression()]
      } else {
        (indices, hasComma) = typeList(strict: false)
      }
      if hasComma || token == .rightBracket {
        want(.rightBracket)
        return node(.index(operand, indices), from: from, at: bracket)
      }
      low = indices[0]
    }
    if !got(.colon) {
      syntaxError("expected comma, : or ]")
      skip(to: [.comma, .colon, .rightBracket])
    }
    expressionDepth += 1
    var high: Expr?
    var limit: Expr?
    var isFull = false
    if token != .colon, token != .rightBracket { high = expression() }
    if token == .colon {
      isFull = true
      if high == nil {
        error(at: start, "middle index required in 3-index slice")
        high = badExpression()
      }
      next()
      if token != .rightBracket {
        limit = expression()
      } else {
        error(at: start, "final index required in 3-index slice")
        limit = badExpression()
      }
    }
    expressionDepth -= 1
    want(.rightBracket)
    return node(.slice(operand, low: low, high: high, max: limit, isFull: isFull), from: from, at: bracket)
  }

  /// `(` is consumed.
  private mutating func argumentList() -> (arguments: [Expr], hasEllipsis: Bool) {
    expressionDepth += 1
    var arguments: [Expr] = []
    var hasEllipsis = false
    _ = list("argument list", separator: .comma, close: .rightParen) { parser in
      arguments.append(parser.expression())
      hasEllipsis = parser.got(.ellipsis)
      return hasEllipsis
    }
    expressionDepth -= 1
    return (arguments, hasEllipsis)
  }

  /// At the `{` of a literal of `type`, or of one whose type is elided.
  private mutating func compositeLiteral(_ type: Expr?, from: Int) -> Expr {
    let outer = enter()
    defer { leave(outer) }
    if isTooDeep() { return badExpression() }
    let brace = start
    expressionDepth += 1
    want(.leftBrace)
    var elements: [KeyedElement] = []
    let close = list("composite literal", separator: .comma, close: .rightBrace) { parser in
      let first = parser.literalElement()
      if parser.got(.colon) {
        elements.append(KeyedElement(key: first, value: parser.literalElement()))
      } else {
        elements.append(KeyedElement(key: nil, value: first))
      }
      return false
    }
    expressionDepth -= 1
    return node(
      .composite(type: type, elements: elements, closeBrace: position(close)), from: from, at: brace)
  }

  private mutating func literalElement() -> Expr {
    token == .leftBrace ? compositeLiteral(nil, from: start) : expression()
  }
}
