import SourceText

// Types (Go spec, "Types").

extension Parser {
  mutating func type() -> Expr {
    if let type = typeOrNil() { return type }
    let bad = badExpression()
    syntaxError("expected type")
    skip(to: [.comma, .colon, .semicolon, .rightParen, .rightBracket, .rightBrace])
    return bad
  }

  /// A type if one begins here. Parentheses around a type leave no node.
  mutating func typeOrNil() -> Expr? {
    let outer = enter()
    defer { leave(outer) }
    if isTooDeep() { return badExpression() }
    let from = start
    switch token {
    case .name: return qualifiedName(nil)
    case .star:
      next()
      let element = type()
      return node(.star(element), from: from)
    case .arrow:
      next()
      want(.chan)
      let element = channelElement()
      return node(.chanType(.receive, element), from: from)
    case .func:
      next()
      let signatureStart = start
      let signature = functionType(from: from, withoutTypeParameters: "function type").signature
      return node(.funcType(signature), from: from, at: signatureStart)
    case .leftBracket:
      next()
      return got(.rightBracket) ? sliceType(from: from) : arrayType(from: from, length: nil)
    case .chan:
      next()
      let direction: ChanDirection = got(.arrow) ? .send : .both
      let element = channelElement()
      return node(.chanType(direction, element), from: from)
    case .map:
      next()
      want(.leftBracket)
      let key = type()
      want(.rightBracket)
      let value = type()
      return node(.mapType(key: key, value: value), from: from)
    case .struct: return structType()
    case .interface: return interfaceType()
    case .leftParen:
      next()
      let inner = type()
      want(.rightParen)
      return inner
    default: return nil
    }
  }

  private mutating func channelElement() -> Expr {
    if let type = typeOrNil() { return type }
    let bad = badExpression()
    syntaxError("missing channel element type")
    return bad
  }

  /// `[` is consumed, and so is the length if given.
  mutating func arrayType(from: Int, length given: Expr?) -> Expr {
    var length = given
    if given == nil, !got(.ellipsis) {
      expressionDepth += 1
      length = expression()
      expressionDepth -= 1
    }
    if token == .comma {
      syntaxError("unexpected comma; expected ]")
      next()
    }
    want(.rightBracket)
    let element = type()
    return node(.arrayType(length: length, element: element), from: from)
  }

  /// `[]` is consumed.
  mutating func sliceType(from: Int) -> Expr {
    let element = type()
    return node(.sliceType(element), from: from)
  }

  /// `T`, `p.T`, `T[A, B]`; the first name may be consumed.
  mutating func qualifiedName(_ consumed: Ident?) -> Expr {
    let from = consumed.map { Int($0.span.start) } ?? start
    var result: Expr
    if let consumed {
      result = expression(consumed)
    } else if token == .name {
      result = expression(name())
    } else {
      result = badExpression()
      syntaxError("expected name")
      skip(to: [.dot, .semicolon, .rightBrace])
    }
    if token == .dot {
      let dot = start
      next()
      let selected = name()
      result = node(.selector(result, selected), from: from, at: dot)
    }
    if token == .leftBracket {
      let bracket = start
      next()
      var arguments: [Expr]
      if token == .rightBracket {
        syntaxError("expected type argument list")
        arguments = [badExpression()]
      } else {
        arguments = typeList(strict: true).list
      }
      want(.rightBracket)
      result = node(.index(result, arguments), from: from, at: bracket)
    }
    return result
  }

  /// Types with commas between and perhaps behind; unless `strict`, the first may be any expression.
  mutating func typeList(strict: Bool) -> (list: [Expr], hasComma: Bool) {
    expressionDepth += 1
    defer { expressionDepth -= 1 }
    var list = [strict ? type() : expression()]
    var hasComma = false
    while got(.comma) {
      hasComma = true
      guard let type = typeOrNil() else { break }
      list.append(type)
    }
    return (list, hasComma)
  }

  enum ArrayOrInstance {
    /// `name [n]E`: the name is not part of the type.
    case array(Expr)
    /// `name[A, B]`
    case instance(Expr)
  }

  /// Behind `name`, at `[`: an array or slice type, or type arguments.
  mutating func arrayOrTypeArguments(of name: Ident) -> ArrayOrInstance {
    let bracket = start
    want(.leftBracket)
    if got(.rightBracket) { return .array(sliceType(from: bracket)) }
    let (list, hasComma) = typeList(strict: false)
    want(.rightBracket)
    if !hasComma, let element = typeOrNil() {
      return .array(node(.arrayType(length: list[0], element: element), from: bracket))
    }
    return .instance(node(.index(expression(name), list), from: Int(name.span.start), at: bracket))
  }

  // MARK: Structs

  private mutating func structType() -> Expr {
    let from = start
    want(.struct)
    want(.leftBrace)
    var fields: [FieldDecl] = []
    _ = list("struct type", separator: .semicolon, close: .rightBrace) { parser in
      parser.fieldDeclaration(into: &fields)
      return false
    }
    return node(.structType(fields), from: from)
  }

  private mutating func fieldDeclaration(into fields: inout [FieldDecl]) {
    let from = start
    switch token {
    case .name:
      let first = name()
      if token == .dot || token == .literal || token == .semicolon || token == .rightBrace {
        return embed(qualifiedName(first), from: from, into: &fields)
      }
      let names = nameList(first)
      let fieldType: Expr
      if names.count == 1, token == .leftBracket {
        switch arrayOrTypeArguments(of: first) {
        case .instance(let type): return embed(type, from: from, into: &fields)
        case .array(let type): fieldType = type
        }
      } else {
        fieldType = type()
      }
      let tag = tag()
      for name in names {
        fields.append(
          FieldDecl(id: ids.next(), span: span(from: Int(name.span.start)), name: name, type: fieldType, tag: tag))
      }
    case .star:
      next()
      let isParenthesized = token == .leftParen
      if isParenthesized {
        syntaxError("cannot parenthesize embedded type")
        next()
      }
      let base = qualifiedName(nil)
      let pointer = node(.star(base), from: from)
      if isParenthesized { _ = got(.rightParen) }
      embed(pointer, from: from, into: &fields)
    case .leftParen:
      syntaxError("cannot parenthesize embedded type")
      next()
      let inner = start
      let embedded: Expr
      if got(.star) {
        let base = qualifiedName(nil)
        embedded = node(.star(base), from: inner)
      } else {
        embedded = qualifiedName(nil)
      }
      _ = got(.rightParen)
      embed(embedded, from: from, into: &fields)
    default:
      syntaxError("expected field name or embedded type")
      skip(to: [.semicolon, .rightBrace])
    }
  }

  private mutating func embed(_ type: Expr, from: Int, into fields: inout [FieldDecl]) {
    let tag = tag()
    fields.append(FieldDecl(id: ids.next(), span: span(from: from), name: nil, type: type, tag: tag))
  }

  private mutating func tag() -> String? {
    guard token == .literal else { return nil }
    let from = start
    let isGood = !scanner.literalIsBad
    let text = scanner.text
    let isString = scanner.literalKind == .string
    next()
    guard isGood else { return nil }
    guard isString, let value = StringLiteral.decode(text) else {
      // Go's parser takes any literal and its checker complains, so this is no syntax error.
      checkerErrors.append((from, "invalid syntax tree: incorrect tag syntax: \(GoText.quoted(text))"))
      return nil
    }
    return String(decoding: value, as: UTF8.self)
  }

  // MARK: Interfaces

  private mutating func interfaceType() -> Expr {
    let from = start
    want(.interface)
    want(.leftBrace)
    var elements: [InterfaceElement] = []
    _ = list("interface type", separator: .semicolon, close: .rightBrace) { parser in
      elements.append(parser.interfaceElement())
      return false
    }
    return node(.interfaceType(elements), from: from)
  }

  private mutating func interfaceElement() -> InterfaceElement {
    guard token == .name else { return unionElement(embeddedTerm()) }
    let from = start
    let name = name()
    let context: StaticString = "interface method"
    func method(_ parser: inout Parser) -> InterfaceElement {
      .method(name, parser.functionType(from: parser.start, withoutTypeParameters: context).signature)
    }
    switch token {
    case .leftParen: return method(&self)
    case .leftBracket: break
    default: return unionElement(qualifiedName(name))
    }
    // A method with type parameters, which Go refuses, or an embedded instance: a list of types tells.
    let bracket = start
    next()
    if token == .rightBracket {
      let close = start
      next()
      if token == .leftParen {
        error(at: close, "empty type parameter list")
        return method(&self)
      }
      error(at: close, "empty type argument list")
      return unionElement(expression(name))
    }
    let list = parameters(close: .rightBracket)
    if list.isEmpty { return token == .leftParen ? method(&self) : unionElement(expression(name)) }
    if list[0].name != nil {
      let result = method(&self)
      error(at: bracket, "interface method must have no type parameters")
      return result
    }
    return unionElement(node(.index(expression(name), list.map(\.type)), from: from, at: bracket))
  }

  /// The element that begins with the term `first`.
  private mutating func unionElement(_ first: Expr) -> InterfaceElement {
    var terms: [UnionTerm] = []
    func flatten(_ expression: Expr) {
      switch expression.kind {
      case .binary(.or, let left, let right):
        flatten(left)
        flatten(right)
      case .unary(.tilde, let type): terms.append(UnionTerm(tilde: true, type: type, pos: expression.pos))
      default: terms.append(UnionTerm(tilde: false, type: expression))
      }
    }
    flatten(union(first))
    return .union(terms)
  }

  /// `first | ...`, as nested binary expressions.
  mutating func union(_ first: Expr) -> Expr {
    var result = first
    while isOperator(.or) {
      if grow() { break }
      let bar = start
      next()
      let term = embeddedTerm()
      result = node(.binary(.or, result, term), from: Int(first.span.start), at: bar)
    }
    return result
  }

  /// `T` or `~T`.
  mutating func embeddedTerm() -> Expr {
    let from = start
    if isOperator(.tilde) {
      next()
      let operand = type()
      return node(.unary(.tilde, operand), from: from)
    }
    if let type = typeOrNil() { return type }
    let bad = badExpression()
    syntaxError("expected ~ term or type")
    skip(to: [.operator, .semicolon, .rightParen, .rightBracket, .rightBrace])
    return bad
  }
}
