import SourceText

// Parameters, type parameters and function types (Go spec, "Function types", "Type parameter declarations").

extension Parser {
  /// A parameter while it is not known yet whether a single identifier is its name or its type.
  private struct Field {
    var start: Int
    var end: Int
    var name: Ident?
    var type: Expr?
    /// Where `...` stands.
    var ellipsis: Int?
  }

  /// Value parameters or results; the opening parenthesis is consumed.
  mutating func parameters(close: Token) -> [Param] {
    fields(close: close, first: nil, isTypeParameters: false).map { field in
      Param(
        name: field.name, type: field.type!, isVariadic: field.ellipsis != nil,
        span: Span(file: scanner.log.file, start: Int32(field.start), end: Int32(field.end)),
        ellipsis: field.ellipsis.map(position))
    }
  }

  /// Type parameters; `[` and perhaps the first name and constraint are consumed.
  mutating func typeParameters(first: Ident? = nil, constraint: Expr? = nil) -> [TypeParamDecl] {
    let firstField = first.map { name in
      Field(start: Int(name.span.start), end: scanner.previousEnd, name: name, type: constraint)
    }
    return fields(close: .rightBracket, first: firstField, isTypeParameters: true).map { field in
      if let ellipsis = field.ellipsis { checkerErrors.append((ellipsis, "invalid use of '...'")) }
      return TypeParamDecl(name: field.name!, constraint: field.type!)
    }
  }

  /// `[T P]` or `(T)`: afterwards either all fields have names or none has.
  private mutating func fields(close: Token, first: Field?, isTypeParameters: Bool) -> [Field] {
    // A complete first field with nothing behind it leaves no element for `list`.
    if let first, first.type != nil, token == close {
      next()
      return [first]
    }
    var pending = first
    var fields: [Field] = []
    var named = 0
    var typed = 0
    let end = list("parameter list", separator: .comma, close: close) { parser in
      let field: Field?
      if let complete = pending, complete.type != nil {
        field = complete
      } else {
        field = parser.field(pending?.name, follow: close)
      }
      pending = nil
      guard let field else { return false }
      if field.type != nil {
        typed += 1
        if field.name != nil { named += 1 }
      }
      fields.append(field)
      return false
    }
    guard !fields.isEmpty else { return [] }
    if named == 0, !isTypeParameters {
      // Nothing has a name: what looked like names are types.
      for index in fields.indices {
        if let name = fields[index].name {
          fields[index].type = expression(name)
          fields[index].name = nil
        }
      }
    } else if named != fields.count {
      distributeTypes(&fields, end: end, isTypeParameters: isTypeParameters, allTypedAreNamed: named == typed)
    }
    return fields
  }

  /// From right to left, a name without type takes the type that follows. What cannot be completed is an error at the
  /// leftmost place.
  private mutating func distributeTypes(
    _ fields: inout [Field], end: Int, isTypeParameters: Bool, allTypedAreNamed: Bool
  ) {
    var errorOffset: Int?
    var following: (type: Expr, ellipsis: Int?)?
    for index in fields.indices.reversed() {
      if let type = fields[index].type {
        following = (type, fields[index].ellipsis)
        if fields[index].name == nil {
          let place = fields[index].ellipsis ?? offset(type.errorPosition)
          errorOffset = place
          let span = Span(file: scanner.log.file, start: Int32(place), end: Int32(place))
          fields[index].name = Ident(id: ids.next(), span: span, name: "_")
        }
      } else if let following {
        (fields[index].type, fields[index].ellipsis) = following
      } else {
        let place = Int(fields[index].name!.span.start)
        errorOffset = place
        fields[index].type = badExpression(at: place)
      }
    }
    guard let errorOffset else { return }
    if !isTypeParameters {
      syntaxError(at: errorOffset, "mixed named and unnamed parameters")
    } else if allTypedAreNamed {
      syntaxError(at: end, "missing type constraint")
    } else {
      let orLength = fields.count == 1 ? " or invalid array length" : ""
      syntaxError(at: errorOffset, "missing type parameter name" + orLength)
    }
  }

  /// One field; `name` is its name or type if consumed already. Only type parameters (closed by `]`) have unions.
  private mutating func field(_ consumed: Ident?, follow: Token) -> Field? {
    let allowsUnions = follow == .rightBracket
    let from = consumed.map { Int($0.span.start) } ?? start
    var field = Field(start: from, end: from)

    func finished(_ parser: inout Parser, _ field: Field) -> Field {
      var field = field
      if allowsUnions, parser.isOperator(.or), let type = field.type { field.type = parser.union(type) }
      field.end = parser.scanner.previousEnd
      return field
    }

    if consumed == nil, allowsUnions, isOperator(.tilde) {
      field.type = union(embeddedTerm())
      return finished(&self, field)
    }
    if consumed != nil || token == .name {
      let name = consumed ?? self.name()
      switch token {
      case .leftBracket:
        switch arrayOrTypeArguments(of: name) {
        case .array(let type): (field.name, field.type) = (name, type)
        case .instance(let type): field.type = type
        }
        return finished(&self, field)
      case .dot:
        field.type = qualifiedName(name)
        return finished(&self, field)
      case .operator where allowsUnions && scanner.op == .or:
        field.type = expression(name)
        return finished(&self, field)
      default: field.name = name
      }
    }
    if token == .ellipsis {
      field.ellipsis = start
      next()
      field.type = typeOrNil()
      if field.type == nil {
        field.type = badExpression()
        syntaxError("... is missing type")
      }
      field.end = scanner.previousEnd
      return field
    }
    if allowsUnions, isOperator(.tilde) {
      field.type = union(embeddedTerm())
      return finished(&self, field)
    }
    field.type = typeOrNil()
    if field.name != nil || field.type != nil { return finished(&self, field) }
    syntaxError("expected \(follow.description)")
    var stops: TokenSet = [.comma]
    stops.insert(follow)
    skip(to: stops)
    return nil
  }

  /// The name of a type parameter and perhaps its constraint, when `expression`, read as an array length, can be split
  /// so: `P *[]int` was read as a product, `P (T)` as a call. Where it could be either, `force` decides.
  func splitTypeParameter(_ expression: Expr, force: Bool) -> (name: Ident, constraint: Expr?)? {
    switch expression.kind {
    case .ident: return nameOnly(expression).map { ($0, nil) }
    case .binary(.multiply, let left, let right):
      guard let name = nameOnly(left), force || isTypeElement(right) else { return nil }
      let span = Span(file: expression.span.file, start: expression.pos.offset, end: expression.span.end)
      return (name, Expr(id: expression.id, span: span, pos: expression.pos, kind: .star(right)))
    case .binary(.or, let left, let right):
      guard let (name, constraint) = splitTypeParameter(left, force: force || isTypeElement(right)),
        let first = constraint
      else { return nil }
      let span = Span(file: expression.span.file, start: first.span.start, end: expression.span.end)
      return (name, Expr(id: expression.id, span: span, pos: expression.pos, kind: .binary(.or, first, right)))
    case .call(let callee, let arguments, false):
      guard let name = nameOnly(callee), arguments.count == 1, force || isTypeElement(arguments[0]) else { return nil }
      return (name, arguments[0])
    default: return nil
    }
  }

  /// True if the expression can only be a type or a union of types.
  private func isTypeElement(_ expression: Expr) -> Bool {
    switch expression.kind {
    case .arrayType, .sliceType, .structType, .funcType, .interfaceType, .mapType, .chanType: true
    case .binary(_, let left, let right): isTypeElement(left) || isTypeElement(right)
    case .unary(let op, let operand): op == .tilde || isTypeElement(operand)
    case .star(let operand), .paren(let operand): isTypeElement(operand)
    default: false
    }
  }

  /// A signature from its `(` or `[` on, with type parameters where `withoutTypeParameters` is `nil`; else they are an
  /// error that begins with that text.
  mutating func functionType(
    from: Int, withoutTypeParameters context: StaticString?
  ) -> (typeParams: [TypeParamDecl], signature: FuncTypeExpr) {
    var typeParams: [TypeParamDecl] = []
    let bracket = start
    if got(.leftBracket) {
      if let context { syntaxError(at: bracket, "\(context) must have no type parameters") }
      if token == .rightBracket {
        syntaxError("empty type parameter list")
        next()
      } else {
        typeParams = typeParameters()
      }
    }
    want(.leftParen)
    let params = parameters(close: .rightParen)
    let results = results()
    return (typeParams, FuncTypeExpr(span: span(from: from), params: params, results: results))
  }

  private mutating func results() -> [Param] {
    if got(.leftParen) { return parameters(close: .rightParen) }
    let from = start
    guard let type = typeOrNil() else { return [] }
    return [Param(name: nil, type: type, isVariadic: false, span: span(from: from))]
  }
}
