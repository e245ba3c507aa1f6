import SourceText

// Files and declarations (Go spec, "Source file organization", "Declarations and scope").

extension Parser {
  private static let declarationStarts: TokenSet = [.import, .const, .type, .var, .func]

  mutating func parseFile() -> File {
    next()
    let packageComments = scanner.comments.count
    var file = File(
      id: scanner.log.file, packageName: Ident(id: ids.next(), span: span(from: start), name: "_"), imports: [],
      decls: [], comments: [])
    file.goVersion = Directives.goVersion(scanner.comments.prefix(packageComments))
    parsePackage(&file)
    file.comments = scanner.comments
    Directives.attach(to: &file, in: scanner)
    return file
  }

  private mutating func parsePackage(_ file: inout File) {
    guard got(.package) else {
      if scanner.log.count == 0 { headerError(at: start, "expected 'package', found \(foundText)") }
      syntaxError("package statement must be first")
      return
    }
    if token != .name { headerError(at: start, "expected 'IDENT', found \(foundText)") }
    file.packageName = name()
    checkHeaderEnd()
    want(.semicolon)
    // An error so far makes everything behind it doubtful.
    if scanner.log.count > 0 { return }

    var previous = Token.import
    while token != .endOfFile {
      if token == .import, previous != .import { syntaxError("imports must appear before other declarations") }
      previous = token
      guard declaration(into: &file) else {
        if token == .leftBrace, case .func(let function)? = file.decls.last, function.body == nil,
          function.deferredBody == nil
        {
          syntaxError("unexpected semicolon or newline before {")
        } else {
          syntaxError("non-declaration statement outside function body")
        }
        skip(to: Parser.declarationStarts)
        continue
      }
      if previous == .import { checkHeaderEnd() }
      if token != .endOfFile, !got(.semicolon) {
        syntaxError("after top level declaration")
        skip(to: Parser.declarationStarts)
      }
    }
  }

  /// Behind the package clause and each import the go command reads on only where an `i` promises an import.
  private mutating func checkHeaderEnd() {
    if token != .semicolon, token != .endOfFile, scanner.byte(at: start) == UInt8(ascii: "i") {
      headerError(at: start, "expected ';', found \(foundText)")
    }
  }

  /// One top-level declaration or group; false if none begins here.
  private mutating func declaration(into file: inout File) -> Bool {
    let from = start
    switch token {
    case .import:
      next()
      // Imports behind other declarations are beyond what the go command reads.
      let isInHeader = file.decls.count == file.imports.count
      group { parser, _ in
        guard let spec = parser.importSpec(isInHeader: isInHeader) else { return nil }
        return .import(spec)
      }.forEach { declaration in
        file.decls.append(declaration)
        if case .import(let spec) = declaration { file.imports.append(spec) }
      }
    case .const, .type, .var: file.decls += genericDeclaration()
    case .func:
      next()
      file.decls.append(.func(functionDeclaration(from: from)))
    default: return false
    }
    return true
  }

  /// A `const`, `type` or `var` declaration, at top level or in a function.
  mutating func genericDeclaration() -> [Decl] {
    let keyword = token
    next()
    switch keyword {
    case .const:
      var last: ConstSpec?
      return group { parser, index in
        var spec = parser.constSpec(iota: index)
        if spec.type != nil || !spec.values.isEmpty {
          last = spec
        } else if let last {
          (spec.type, spec.values, spec.inherited) = (last.type, last.values, true)
        }
        return .const(spec)
      }
    case .type: return group { parser, _ in .type(parser.typeSpec()) }
    default: return group { parser, _ in .var(parser.varSpec()) }
    }
  }

  /// One spec, or several in parentheses; `spec` gets the line's index.
  private mutating func group(_ spec: (inout Parser, Int) -> Decl?) -> [Decl] {
    isInGroup = got(.leftParen)
    defer { isInGroup = false }
    guard isInGroup else { return spec(&self, 0).map { [$0] } ?? [] }
    var result: [Decl] = []
    var index = 0
    _ = list("grouped declaration", separator: .semicolon, close: .rightParen) { parser in
      if let declaration = spec(&parser, index) { result.append(declaration) }
      index += 1
      return false
    }
    return result
  }

  /// `nil` after an error that leaves nothing to import.
  private mutating func importSpec(isInHeader: Bool) -> ImportSpec? {
    let from = start
    defer {
      if isInHeader, token != .semicolon, token != .rightParen, token != .endOfFile, isInGroup {
        headerError(at: start, "expected ';', found \(foundText)")
      }
    }
    var local: Ident?
    if token == .name {
      local = name()
    } else if token == .dot {
      next()
      local = Ident(id: ids.next(), span: span(from: from), name: ".")
    }
    guard token == .literal else {
      if isInHeader {
        headerError(at: start, token == .name ? "import path must be a string" : "missing import path")
      }
      syntaxError("missing import path")
      skip(to: [.semicolon, .rightParen])
      return nil
    }
    let pathStart = start
    let isString = scanner.literalKind == .string
    let isBad = scanner.literalIsBad
    let text = scanner.text
    next()
    if isBad {
      if isInHeader { headerError(inPath: text, at: pathStart) }
      return nil
    }
    guard isString else {
      if isInHeader { headerError(at: pathStart, "import path must be a string") }
      syntaxError(at: pathStart, "import path must be a string")
      return nil
    }
    return ImportSpec(
      id: ids.next(), span: span(from: from), name: local,
      path: String(decoding: StringLiteral.decode(text) ?? [], as: UTF8.self), pathSpan: span(from: pathStart))
  }

  /// A malformed literal that was to be a path.
  private mutating func headerError(inPath text: String, at offset: Int) {
    guard let quote = text.first, quote == "\"" || quote == "`" else {
      return headerError(at: offset, "import path must be a string")
    }
    if text.count == 1 || text.last != quote {
      headerError(at: offset, (quote == "`" ? "raw " : "") + "string literal not terminated")
    } else if let error = scanner.log.diagnostics.last, error.position.offset > Int32(offset) {
      headerError(
        at: self.offset(error.position), error.message == "unknown escape" ? "unknown escape sequence" : error.message)
    }
  }

  private mutating func constSpec(iota: Int) -> ConstSpec {
    let from = start
    let names = nameList(name())
    var type: Expr?
    var values: [Expr] = []
    if token != .endOfFile, token != .semicolon, token != .rightParen {
      type = typeOrNil()
      if gotAssign() { values = expressionList() }
    }
    return ConstSpec(
      id: ids.next(), span: span(from: from), names: names, type: type, values: values, iota: iota, inherited: false)
  }

  private mutating func varSpec() -> VarSpec {
    let from = start
    let names = nameList(name())
    var type: Expr?
    var values: [Expr] = []
    if gotAssign() {
      values = expressionList()
    } else {
      type = self.type()
      if gotAssign() { values = expressionList() }
    }
    return VarSpec(id: ids.next(), span: span(from: from), names: names, type: type, values: values)
  }

  private mutating func typeSpec() -> TypeSpec {
    let from = start
    let name = name()
    var typeParams: [TypeParamDecl] = []
    var isAlias = false
    var type: Expr?
    if token == .leftBracket {
      let bracket = start
      next()
      switch token {
      case .name:
        // An array length or the first type parameter: both are read as an expression that is taken apart afterwards.
        // A `[` behind the name can only begin a constraint, for no constant expression continues so.
        var length = expression(self.name())
        if token != .leftBracket {
          expressionDepth += 1
          length = binaryExpression(primaryExpression(length), above: 0)
          expressionDepth -= 1
        }
        if let split = splitTypeParameter(length, force: token == .comma),
          split.constraint != nil || token != .rightBracket
        {
          typeParams = typeParameters(first: split.name, constraint: split.constraint)
          isAlias = gotAssign()
          type = typeOrNil()
        } else {
          type = arrayType(from: bracket, length: length)
        }
      case .rightBracket:
        next()
        type = sliceType(from: bracket)
      default:
        type = arrayType(from: bracket, length: nil)
      }
    } else {
      isAlias = gotAssign()
      type = typeOrNil()
    }
    if type == nil {
      type = badExpression()
      syntaxError("in type declaration")
      skip(to: [.semicolon, .rightParen])
    }
    return TypeSpec(
      id: ids.next(), span: span(from: from), name: name, typeParams: typeParams, isAlias: isAlias, type: type!)
  }

  /// `func` is consumed; it stands at `from`.
  private mutating func functionDeclaration(from: Int) -> FuncDecl {
    var receiver: Param?
    var context: StaticString?
    if got(.leftParen) {
      context = "method"
      let receivers = parameters(close: .rightParen)
      if receivers.isEmpty { error(at: start, "method has no receiver") }
      if receivers.count > 1 { error(at: start, "method has multiple receivers") }
      receiver = receivers.first
    }
    let functionName: Ident
    var typeParams: [TypeParamDecl] = []
    let signature: FuncTypeExpr
    if token == .name {
      functionName = name()
      (typeParams, signature) = functionType(from: start, withoutTypeParameters: context)
    } else {
      functionName = Ident(id: ids.next(), span: span(from: start), name: "_")
      signature = FuncTypeExpr(span: span(from: start), params: [], results: [])
      syntaxError(context == nil ? "expected name or (" : "expected name")
      skip(to: [.leftBrace, .semicolon])
    }
    var body: Block?
    var deferredBody: Span?
    if token == .leftBrace {
      if mode == .declarationsOnly {
        deferredBody = skippedBody()
      } else {
        body = functionBody()
      }
    }
    return FuncDecl(
      id: ids.next(), span: span(from: from), name: functionName, receiver: receiver, typeParams: typeParams,
      signature: signature, body: body, deferredBody: deferredBody)
  }

  /// A function's block with its labels and branches checked, which Go does where the block itself has no error.
  mutating func functionBody() -> Block {
    functionDepth += 1
    let errors = scanner.log.count
    let block = block(context: "")
    functionDepth -= 1
    if scanner.log.count == errors { BranchChecker.check(block, &scanner.log) }
    return block
  }

  /// Steps over a body by matching braces.
  private mutating func skippedBody() -> Span {
    let from = start
    scanner.skipBraces()
    return span(from: from)
  }
}
