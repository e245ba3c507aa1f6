import BigInt
import GoSyntax
import SourceText

/// Type expressions (spec, "Types"; types2's typexpr.go, Go 1.23).
extension TypeChecker {
  /// The type that `e` denotes; a generic one must be instantiated.
  func typeExpr(_ e: Expr) -> GoType { definedType(e, definition: nil) }

  /// A type that a variable can have: an interface made for constraints cannot.
  func varType(_ e: Expr) -> GoType {
    let type = definedType(e, definition: nil)
    requireVariableType(e, type)
    return type
  }

  func requireVariableType(_ e: Expr, _ type: GoType) {
    if isTypeParam(type) { return }
    // Only interfaces can fail; others need no second look.
    switch type {
    case .basic, .pointer, .slice, .map, .chan, .structure, .signature, .array, .invalid: return
    default: break
    }
    later { [self] in
      guard case .interface(let interface) = under(type), interface.isConstraintOnly else { return }
      let why =
        interface.isComparableConstraint
        ? "interface is (or embeds) comparable" : "interface contains type constraints"
      error(e, "cannot use type \(text(type)) outside a type constraint: \(why)")
    }
  }

  /// `definition` is the name that is being declared as this type, if any.
  func definedType(_ e: Expr, definition: TypeName?) -> GoType {
    var type = typeInternal(e, definition)
    if isGeneric(type) {
      error(e, "cannot use generic type \(text(type)) without instantiation")
      type = .invalid
    }
    record(e, .type, type, nil)
    return type
  }

  /// A type that must be generic, named without its arguments.
  func genericType(_ e: Expr) -> (type: GoType, cause: String?) {
    var type = typeInternal(e, nil)
    var cause: String?
    if isValid(type), !isGeneric(type) {
      cause = "\(text(type)) is not a generic type"
      type = .invalid
    }
    record(e, .type, type, nil)
    return (type, cause)
  }

  private func typeInternal(_ e: Expr, _ definition: TypeName?) -> GoType {
    switch e.kind {
    case .bad: return .invalid
    case .ident:
      return named(ident(e, wantsType: true))
    case .selector:
      return named(selector(e, definition: definition, wantsType: true))
    case .index(let x, let indices): return instantiatedType(x, indices, e)
    case .paren(let inner): return definedType(inner, definition: definition)
    case .arrayType(let length, let element):
      guard let length else {
        error(e, "invalid use of [...] array (outside a composite literal)")
        _ = varType(element)
        return .invalid
      }
      let count = arrayLength(length)
      let type = varType(element)
      if count > 1 << 16, !env.package.isLibrary { largeArrays.append((.array(type, length: count), e.span)) }
      return count >= 0 ? .array(type, length: count) : .invalid
    case .sliceType(let element): return .slice(varType(element))
    case .structType(let fields): return .structure(structType(fields, definition))
    case .star(let inner):
      let base = varType(inner)
      return isValid(base) ? .pointer(base) : .invalid
    case .funcType(let signature):
      return .signature(
        functionType(
          signature, into: Signature(params: [], results: [], isVariadic: false), receiver: nil, typeParams: [],
          owner: nil, end: e.span.endPosition
        ).signature)
    case .interfaceType(let elements):
      let interface = interfaceType(elements, definition)
      if !env.package.isLibrary { writtenInterfaces.append((interface, e.span)) }
      return .interface(interface)
    case .mapType(let key, let value):
      let keyType = varType(key)
      let valueType = varType(value)
      later { [self] in
        if !isComparable(keyType) {
          let why = isTypeParam(keyType) ? " (missing comparable constraint)" : ""
          error(key, "invalid map key type \(text(keyType))\(why)")
        }
      }
      return .map(key: keyType, value: valueType)
    case .chanType(let direction, let element): return .chan(direction, varType(element))
    default:
      error(e, "\(exprText(e)) is not a type")
      use([e])
      return .invalid
    }
  }

  private func named(_ x: Operand) -> GoType {
    switch x.mode {
    case .type: return x.type
    case .invalid: return .invalid
    case .noValue: error(x, "\(describe(x)) used as type")
    default: error(x, "\(describe(x)) is not a type")
    }
    return .invalid
  }

  private func arrayLength(_ e: Expr) -> Int64 {
    if case .ident(let name) = e.kind {
      switch env.scope.lookupParent(name)?.object {
      case nil:
        error(e, "undefined array length \(name) or missing type constraint")
        return -1
      case .constant: break
      default:
        error(e, "invalid array length \(name)")
        return -1
      }
    }
    let x = expr(e)
    if x.mode != .constant {
      if x.mode != .invalid { error(x, "array length \(describe(x)) must be constant") }
      return -1
    }
    if isUntyped(x.type) || isInteger(x.type) {
      if let value = x.constant?.integer, value >= 0, let length = Int64(exactly: value),
        represent(.int(value), .int) != nil
      {
        return length
      }
      if x.constant == nil { return -1 }
    }
    error(
      x,
      isInteger(x.type) ? "invalid array length \(describe(x))" : "array length \(describe(x)) must be integer")
    return -1
  }

  /// Types of a list; `nil` if one is wrong.
  func typeList(_ list: [Expr]) -> [GoType]? {
    var result: [GoType] = []
    var isValidList = true
    for e in list {
      let type = varType(e)
      if isValid(type) { result.append(type) } else { isValidList = false }
    }
    return isValidList ? result : nil
  }

  /// A type under declaration is known for what it is before its parts are: they may mention it.
  private func announce(_ type: GoType, as definition: TypeName?) {
    if let definition, case .named(let named) = definition.type, incompleteTypes.contains(ObjectIdentifier(named)) {
      named.underlying = type
    }
  }

  // MARK: Structs

  private func structType(_ decls: [FieldDecl], _ definition: TypeName?) -> StructType {
    let structure = StructType(fields: [], tags: [])
    announce(.structure(structure), as: definition)
    var fields: [Variable] = []
    var tags: [String] = []
    var seen: [String: Variable] = [:]
    var previous: (id: NodeID, type: GoType)?
    for decl in decls {
      let type: GoType
      if let previous, previous.id == decl.type.id {
        type = previous.type
      } else {
        type = varType(decl.type)
        previous = (decl.type.id, type)
      }
      let name: String
      let position: Position
      if let ident = decl.name {
        name = ident.name
        position = ident.span.startPosition
      } else if let embedded = embeddedName(decl.type) {
        name = embedded.name
        position = embedded.position
      } else {
        error(decl.type, "invalid embedded field type \(exprText(decl.type))")
        continue
      }
      let field = Variable(name: name, position: position, type: type, kind: .field, package: env.package.package)
      field.isEmbedded = decl.isEmbedded
      if name != "_" {
        if let other = seen[name] {
          var message = ErrorMessage(position, "\(name) redeclared")
          otherDeclaration(&message, .variable(other))
          report(message)
          if decl.isEmbedded { checkEmbedded(type, at: decl.type.startPosition) }
          continue
        }
        seen[name] = field
      }
      fields.append(field)
      tags.append(decl.tag ?? "")
      info.defs[Int((decl.name?.id ?? decl.id).rawValue)] = .variable(field)
      if decl.isEmbedded { checkEmbedded(type, at: decl.type.startPosition) }
    }
    structure.fields = fields
    structure.tags = tags
    return structure
  }

  private func checkEmbedded(_ type: GoType, at position: Position) {
    later { [self] in
      let (base, isPointer) = dereferenced(type)
      switch under(base) {
      case .basic(.unsafePointer): error(position, "embedded field type cannot be unsafe.Pointer")
      case .pointer: error(position, "embedded field type cannot be a pointer")
      case .typeParam: error(position, "embedded field type cannot be a (pointer to a) type parameter")
      case .interface:
        if isTypeParam(base) {
          error(position, "embedded field type cannot be a (pointer to a) type parameter")
        } else if isPointer {
          error(position, "embedded field type cannot be a pointer to an interface")
        }
      default: break
      }
    }
  }

  /// The name that an embedded field takes from its type.
  private func embeddedName(_ e: Expr) -> (name: String, position: Position)? {
    switch e.kind {
    case .ident(let name): return (name, e.startPosition)
    case .star(let inner):
      if case .star = inner.kind { return nil }
      return embeddedName(inner)
    case .selector(_, let name): return (name.name, name.span.startPosition)
    case .index(let x, _): return embeddedName(x)
    case .paren(let inner): return embeddedName(inner)
    default: return nil
    }
  }

  // MARK: Interfaces

  private func interfaceType(_ elements: [InterfaceElement], _ definition: TypeName?) -> InterfaceType {
    let interface = InterfaceType(explicitMethods: [], embedded: [])
    announce(.interface(interface), as: definition)
    var methods: [Function] = []
    var embedded: [[InterfaceType.Term]] = []
    var embeddedPositions: [Position] = []
    for element in elements {
      switch element {
      case .union(let terms):
        embedded.append(union(terms))
        embeddedPositions.append(terms.first?.pos ?? .none)
      case .method(let name, let signature):
        if name.isBlank {
          error(name.span.startPosition, "methods must have a unique non-blank name")
          continue
        }
        let (type, _) = functionType(
          signature, into: Signature(params: [], results: [], isVariadic: false), receiver: nil, typeParams: [],
          owner: nil, end: signature.span.endPosition)
        let method = Function(
          name: name.name, position: name.span.startPosition, signature: type, package: env.package.package,
          declaration: nil)
        method.isInterfaceMethod = true
        recordDefinition(name, .function(method))
        methods.append(method)
      }
    }
    interface.explicitMethods = methods
    interface.embedded = embedded
    if !methods.isEmpty || !embedded.isEmpty {
      later { [self] in checkInterface(interface, embeddedPositions) }
    }
    return interface
  }

  /// Methods must differ by name, embedded ones of one name must be of one type.
  private func checkInterface(_ interface: InterfaceType, _ positions: [Position]) {
    // Where an embedded method comes in, rather than where it is declared.
    var seen: [String: (method: Function, position: Position)] = [:]
    func add(_ method: Function, at position: Position, isExplicit: Bool) {
      guard let other = seen[method.name] else {
        seen[method.name] = (method, position)
        return
      }
      if !isExplicit,
        other.method === method || identical(.signature(other.method.signature), .signature(method.signature))
      {
        return
      }
      var message = ErrorMessage(position, "duplicate method \(method.name)")
      message.addLine(place(other.position), "other declaration of method \(method.name)")
      report(message)
    }
    for method in interface.explicitMethods { add(method, at: method.position, isExplicit: true) }
    for (index, terms) in interface.embedded.enumerated() {
      guard terms.count == 1, !terms[0].tilde, case .interface(let inner) = under(terms[0].type) else { continue }
      for method in inner.allMethods { add(method, at: positions[index], isExplicit: false) }
    }
  }

  /// The terms of `A | ~B`.
  func union(_ terms: [UnionTerm]) -> [InterfaceType.Term] {
    var result: [InterfaceType.Term] = []
    var isTooLong = false
    for term in terms {
      var type = typeExpr(term.type)
      if isTypeParam(type), terms.count > 1 || term.tilde {
        if term.tilde {
          error(term.type, "type in term ~\(exprText(term.type)) cannot be a type parameter")
        } else {
          error(term.type, "term cannot be a type parameter")
        }
        type = .invalid
      } else if isTypeParam(type) {
        error(term.type, "term cannot be a type parameter")
        type = .invalid
      }
      if result.count >= 100 {
        if !isTooLong {
          error(term.type, "cannot handle more than 100 union terms (implementation limitation)")
        }
        isTooLong = true
        continue
      }
      result.append(InterfaceType.Term(tilde: term.tilde, type: type))
    }
    if terms.count > 1 || terms.first?.tilde == true {
      let all = result
      later { [self] in checkTerms(all, terms) }
    }
    return result
  }

  private func checkTerms(_ terms: [InterfaceType.Term], _ sources: [UnionTerm]) {
    for (index, term) in terms.enumerated() where isValid(term.type) {
      let source = sources[index]
      let position = source.pos
      let underlying = under(term.type)
      var interface: InterfaceType?
      if case .interface(let found) = underlying { interface = found }
      if term.tilde {
        if interface != nil {
          error(position, "invalid use of ~ (\(text(term.type)) is an interface)")
          continue
        }
        if !identical(underlying, term.type) {
          error(position, "invalid use of ~ (underlying type of \(text(term.type)) is \(text(underlying)))")
          continue
        }
      }
      // Terms are written with their packages' paths.
      let name = (term.tilde ? "~" : "") + typeText(term.type, relativeTo: nil)
      if let interface {
        if !interface.allMethods.isEmpty {
          error(position, "cannot use \(name) in union (\(name) contains methods)")
        } else if identical(term.type, predeclared.comparable) {
          error(position, "cannot use comparable in union")
        } else if interface.isComparableConstraint {
          error(position, "cannot use \(name) in union (\(name) embeds comparable)")
        }
        continue
      }
      for other in terms[..<index] where isValid(other.type) && !isInterface(other.type) {
        let overlaps =
          other.tilde && identical(other.type, term.tilde ? term.type : under(term.type))
          || term.tilde && identical(under(other.type), term.type)
          || identical(other.type, term.type)
        if overlaps {
          error(
            position,
            "overlapping terms \(name) and \(other.tilde ? "~" : "")\(typeText(other.type, relativeTo: nil))")
          break
        }
      }
    }
  }
}
