import GoSyntax
import GoTypes
import SourceText

extension BodyBuilder {
  /// The value of an expression, as the checker typed it.
  func value(_ expression: Expr) -> Node {
    let e = strip(expression)
    if let constant = info.constant(e) { return literal(e, constant) }
    if info.finding(e)?.mode == .nil { return node(.nilValue, e) }
    switch e.kind {
    case .ident: return identifier(e)
    case .composite(_, let elements, _): return composite(e, elements)
    case .funcLiteral(_, let body): return functionLiteral(e, body)
    case .selector(let operand, let name): return selector(e, operand, name)
    case .index(let operand, let indices): return index(e, operand, indices)
    case .slice(let operand, let low, let high, let max, _): return slice(e, operand, [low, high, max])
    case .typeAssert(let operand, _):
      let result = node(.typeAssert, e)
      result.x = value(operand)
      return result
    case .call(let callee, let arguments, let hasEllipsis): return call(e, callee, arguments, hasEllipsis)
    case .star(let operand):
      let result = node(.deref, e)
      result.x = value(operand)
      return result
    case .unary(let op, let operand): return unary(e, op, operand)
    case .binary(let op, let left, let right): return binary(e, op, left, right)
    default: return node(.nilValue, e)
    }
  }

  private func literal(_ e: Expr, _ constant: Constant) -> Node {
    let result = node(.literal, e)
    result.constant = constant
    if case .selector = e.kind {
      result.text = ExprText.render(e)
    } else if case .ident(let name) = e.kind {
      result.text = name
    }
    return result
  }

  private func identifier(_ e: Expr) -> Node {
    switch info.use(e.id) ?? info.definition(e.id) {
    case .variable(let variable)?: return self.variable(variable, e)
    case .function(let function)?: return functionValue(function, e, arguments(of: e))
    default: return node(.nilValue, e)
    }
  }

  private func variable(_ variable: Variable, _ e: Expr) -> Node {
    if variable.kind != .package, let name = lookup(variable) {
      // A literal's captures are found on the way: each function between the use and the declaration has it.
      let result = node(.name, e)
      result.type = name.type
      result.name = name
      return result
    }
    let result = node(.name, e)
    result.text = variable.name
    result.package = variable.package
    return result
  }

  /// Type arguments of the generic function that an expression names.
  func arguments(of e: Expr) -> [GoType] { (info.instances[e.id] ?? []).map { resolve($0) } }

  func functionValue(_ function: Function, _ e: Expr, _ arguments: [GoType]) -> Node {
    let result = node(.function, e)
    result.function = trees.function(function, arguments)
    result.text = function.name
    result.arguments = arguments
    return result
  }

  // MARK: - Selectors

  private func selector(_ e: Expr, _ operand: Expr, _ name: Ident) -> Node {
    guard let selection = info.selections[e.id] else {
      switch info.use(name.id) {
      case .variable(let variable)?: return self.variable(variable, e)
      case .function(let function)?: return functionValue(function, e, arguments(of: e))
      default: return node(.nilValue, e)
      }
    }
    switch selection.kind {
    case .field: return fields(value(operand), selection.path, e)
    case .qualified:
      switch info.use(name.id) ?? selection.object {
      case .variable(let variable): return self.variable(variable, e)
      case .function(let function): return functionValue(function, e, arguments(of: e))
      default: return node(.nilValue, e)
      }
    case .method:
      let result = node(.methodValue, e)
      let (receiver, function) = method(operand, selection, e)
      result.x = receiver
      result.function = function
      result.text = name.name
      return result
    case .methodExpression:
      let result = node(.methodExpression, e)
      let receiver = resolve(selection.receiver)
      var isPointer = false
      if case .pointer = unalias(receiver) { isPointer = true }
      // A method of another receiver is called by a wrapper, of which callers know nothing.
      if case .function(let function) = selection.object, !function.isInterfaceMethod, selection.path.isEmpty,
        function.hasPointerReceiver == isPointer
      {
        result.function = target(function, of: promotedHolder(resolve(selection.receiver), selection.path))
      }
      result.holder = receiver
      result.text = name.name
      return result
    }
  }

  /// `x.a.b` along field indices.
  func fields(_ operand: Node, _ path: [Int], _ e: Expr, isImplicit: Bool = false) -> Node {
    let field = selected(operand, path, at: e.pos)
    if !isImplicit, field !== operand { field.id = e.id }
    return field
  }

  /// The type that declares a promoted method.
  func promotedHolder(_ type: GoType, _ path: [Int]) -> GoType {
    var current = type
    for index in path {
      var base = under(current)
      if case .pointer(let inner) = base { base = under(inner) }
      guard case .structure(let structure) = base, index < structure.fields.count else { return current }
      current = structure.fields[index].type
    }
    return current
  }

  /// A method's own function, for a receiver type that may be an instance.
  func target(_ method: Function, of holder: GoType) -> Func {
    var base = unalias(holder)
    if case .pointer(let inner) = base { base = unalias(inner) }
    if case .named(let named) = base, !method.signature.receiverTypeParams.isEmpty {
      return trees.function(method, named.typeArguments)
    }
    return trees.function(method)
  }

  /// The receiver of `x.m` as the method takes it, and the method if it is known.
  func method(_ operand: Expr, _ selection: Selection, _ e: Expr) -> (receiver: Node, function: Func?) {
    var receiver = fields(value(operand), selection.path, e, isImplicit: true)
    guard case .function(let function) = selection.object else { return (receiver, nil) }
    if function.isInterfaceMethod { return (receiver, nil) }
    var isPointer = false
    if case .pointer = unalias(receiver.type) { isPointer = true }
    if function.hasPointerReceiver && !isPointer {
      let address = Node(.address, e.pos, .pointer(receiver.type))
      address.x = receiver
      address.isImplicit = true
      receiver = address
    } else if !function.hasPointerReceiver && isPointer, case .pointer(let base) = unalias(receiver.type) {
      let deref = Node(.deref, e.pos, base)
      deref.x = receiver
      deref.isImplicit = true
      receiver = deref
    }
    return (receiver, target(function, of: receiver.type))
  }

  // MARK: - Operators

  private func unary(_ e: Expr, _ op: UnaryOperator, _ operand: Expr) -> Node {
    switch op {
    case .address:
      let inner = strip(operand)
      if case .composite = inner.kind {
        let result = node(.pointerLiteral, e)
        result.x = value(inner)
        return result
      }
      let result = node(.address, e)
      result.x = value(operand)
      return result
    case .receive:
      let result = node(.receive, e)
      result.x = value(operand)
      return result
    default:
      let result = node(.unary, e)
      result.text = op.rawValue
      result.x = value(operand)
      return result
    }
  }

  private func binary(_ e: Expr, _ op: BinaryOperator, _ left: Expr, _ right: Expr) -> Node {
    if op.isLogical {
      let result = node(.logical, e)
      result.text = op.rawValue
      result.x = value(left)
      result.y = value(right)
      return result
    }
    if op == .add, type(of: e).basicKind?.isString ?? false {
      let (x, y) = (value(left), value(right))
      let result = node(.concat, e)
      result.list = (x.op == .concat ? x.list : [x]) + (y.op == .concat ? y.list : [y])
      // The sums inside this one are not allocated by themselves.
      return result
    }
    let result = node(.binary, e)
    result.text = op.rawValue
    if op.isShift {
      result.x = value(left)
      result.y = value(right)
      if let count = result.y, count.op == .literal, isUntypedCount(right) { count.type = .basic(.uint) }
      return result
    }
    let (x, y) = (type(of: left), type(of: right))
    result.x = mixed(left, x, y)
    result.y = mixed(right, y, x)
    return result
  }

  private func isUntypedCount(_ e: Expr) -> Bool {
    if info.type(of: e).isUntyped { return true }
    if case .literal = strip(e).kind { return true }
    return false
  }

  /// An operand of a comparison whose other side may be an interface.
  private func mixed(_ operand: Expr, _ own: GoType, _ other: GoType) -> Node {
    if other.isInterface, !own.isInterface, info.finding(strip(operand))?.mode != .nil {
      return converted(value(operand), from: own, to: other, at: strip(operand).pos, implicit: true)
    }
    return value(operand)
  }

  private func index(_ e: Expr, _ operand: Expr, _ indices: [Expr]) -> Node {
    // An instantiation.
    let inner = strip(operand)
    if let arguments = info.instances[inner.id] ?? info.instances[e.id] {
      var used = info.use(inner.id)
      if case .selector(_, let name) = inner.kind { used = info.use(name.id) }
      if case .function(let function)? = used {
        return functionValue(function, e, arguments.map { resolve($0) })
      }
    }
    let x = value(operand)
    let base = under(x.type)
    switch base {
    case .map(let key, _):
      let result = node(.indexMap, e)
      result.x = x
      result.y = converted(indices[0], to: key)
      return result
    case .pointer(let array):
      let deref = Node(.deref, e.pos, array)
      deref.x = x
      deref.isImplicit = true
      let result = node(.index, e)
      result.x = deref
      result.y = value(indices[0])
      return result
    default:
      let result = node(.index, e)
      result.x = x
      result.y = value(indices[0])
      return result
    }
  }

  private func slice(_ e: Expr, _ operand: Expr, _ bounds: [Expr?]) -> Node {
    var x = value(operand)
    var op = Op.slice
    switch under(x.type) {
    case .array:
      let address = Node(.address, x.position, .pointer(x.type))
      address.x = x
      address.isImplicit = true
      x = address
      op = .sliceArray
    case .pointer: op = .sliceArray
    default: break
    }
    let result = node(op, e)
    result.x = x
    result.bounds = bounds.map { $0.map { value($0) } }
    result.list = result.bounds.compactMap { $0 }
    return result
  }
}

/// The field at the end of a path of indices, through embedded pointers.
func selected(_ operand: Node, _ path: [Int], at position: Position) -> Node {
  var current = operand
  for index in path {
    var base = under(current.type)
    var isPointer = false
    if case .pointer(let inner) = base {
      base = under(inner)
      isPointer = true
    }
    guard case .structure(let structure) = base, index < structure.fields.count else { return current }
    let next = Node(isPointer ? .dotPointer : .dot, position, structure.fields[index].type)
    next.x = current
    next.text = structure.fields[index].name
    next.isFirstField = index == 0
    current = next
  }
  return current
}
