import GoTypes
import SourceText

/// The functions that a package is compiled to, in the compiler's order: first those declared; then, as bodies are read from
/// the last function to the first, the literals in each and what it instantiates. An instance is a pair: the function for
/// all type arguments of one shape, and one for these very arguments, which calls it with a dictionary of them
/// (cmd/compile/internal/noder/unified.go, readBodies, Go 1.23).
struct CompiledFunctions {
  private(set) var all: [Func]
  private var toRead: [Func]
  /// Methods of instantiated types for their shapes, which are come to when a body is read to its end.
  private var shapes: [[Func]] = []
  private var known: Set<ObjectIdentifier> = []
  private var wrapped: Set<String> = []
  private var seenTypes: Set<TypeKey> = []
  private let trees: TreeBuilder
  private let isWanted: (Function) -> Bool

  /// - Parameter isWanted: whose trees are made.
  static func order(_ declared: [Func], _ trees: TreeBuilder, _ isWanted: @escaping (Function) -> Bool) -> [Func] {
    var order = CompiledFunctions(declared, trees, isWanted)
    order.readAll()
    return order.all
  }

  private init(_ declared: [Func], _ trees: TreeBuilder, _ isWanted: @escaping (Function) -> Bool) {
    all = declared
    toRead = declared
    self.trees = trees
    self.isWanted = isWanted
  }

  private mutating func readAll() {
    while true {
      while let methods = shapes.popLast() { for method in methods { reach(method) } }
      guard let function = toRead.popLast() else { return }
      if function.isInstance || function.instance != nil, !function.isLiteral { all.append(function) }
      for node in function.body { read(node, function) }
    }
  }

  private mutating func read(_ node: Node, _ function: Func) {
    // What a shape's own types are made of comes with the types that it stands for.
    if !function.isLibrary, !function.isInstance {
      reach(node.type)
      if let name = node.name { reach(name.type) }
    }
    switch node.op {
    case .closure:
      if let literal = node.function {
        all.append(literal)
        for inner in literal.body { read(inner, literal) }
      }
    case .function, .methodExpression, .methodValue:
      if let callee = node.function, callee.isInstance, !callee.isForeign { instance(callee, node, function) }
    default: break
    }
    node.forEachChild { read($0, function) }
  }

  private mutating func reach(_ function: Func) {
    guard known.insert(ObjectIdentifier(function)).inserted else { return }
    toRead.append(function)
  }

  /// Methods of an instantiated type are compiled with it.
  private mutating func reach(_ type: GoType) {
    switch type {
    case .named(let named):
      guard seenTypes.insert(TypeKey(type)).inserted else { return }
      if named.typeArguments.isEmpty {
        guard named.typeParams.isEmpty else { return }
        if named.name.package?.isLibrary ?? true {
          reachPointers(in: named)
        } else {
          reach(named.underlying)
        }
        return
      }
      for argument in named.typeArguments { reach(argument) }
      guard !containsParameter(type) else { return }
      var methods: [Func] = []
      for method in named.declaredMethods {
        let callee = trees.function(method, named.typeArguments)
        guard !callee.isForeign else { continue }
        methods.append(callee)
        let key = "\(ObjectIdentifier(callee))" + typeText(named.typeArguments, relativeTo: nil)
        if wrapped.insert(key).inserted { toRead.append(unread(callee, named.typeArguments)) }
      }
      trees.complete(isWanted)
      if !methods.isEmpty { shapes.append(methods) }
      reach(named.underlying)
    case .alias(let alias): reach(alias.actual)
    case .pointer(let base), .slice(let base), .array(let base, _), .chan(_, let base): reach(base)
    case .map(let key, let value):
      reach(key)
      reach(value)
    case .structure(let structure): for field in structure.fields { reach(field.type) }
    default: break
    }
  }

  /// The instances of atomic.Pointer that a type of the library is made with.
  private mutating func reachPointers(in named: Named) {
    guard let path = named.name.package?.path, let facts = trees.facts else { return }
    for (argument, shape) in facts.pointers(in: "\(path).\(named.name.name)") {
      let type = GoType.named(argument), shapeType = GoType.named(shape)
      var methods: [Func] = []
      for name in ["Load", "Store", "Swap", "CompareAndSwap"] {
        let callee = trees.libraryFunction("sync/atomic.(*Pointer).\(name)", [shapeType])
        trees.complete(isWanted)
        methods.append(callee)
        toRead.append(InstanceWrapper.make(callee, [type]))
      }
      shapes.append(methods)
    }
  }

  private func containsParameter(_ type: GoType) -> Bool {
    switch type {
    case .typeParam: true
    case .named(let named): named.typeArguments.contains { containsParameter($0) }
    case .pointer(let base), .slice(let base), .array(let base, _), .chan(_, let base): containsParameter(base)
    case .map(let key, let value): containsParameter(key) || containsParameter(value)
    default: false
    }
  }

  /// The wrapper of an instance whose tree may still have to be made.
  private mutating func unread(_ callee: Func, _ arguments: [GoType]) -> Func {
    trees.complete(isWanted)
    return InstanceWrapper.make(callee, arguments)
  }

  private mutating func instance(_ callee: Func, _ node: Node, _ function: Func) {
    // Inside functions for a shape there is no other type argument than shapes.
    if !function.isInstance {
      let arguments = node.op == .function ? node.arguments : node.holder?.typeArgumentsOfBase ?? []
      let key = "\(ObjectIdentifier(callee))" + typeText(arguments, relativeTo: nil)
      if !arguments.isEmpty, wrapped.insert(key).inserted {
        toRead.append(InstanceWrapper.make(callee, arguments))
      }
    }
    reach(callee)
  }
}

/// The function for an instance's very type arguments.
struct InstanceWrapper {
  let callee: Func
  /// As the instance's name says them.
  let arguments: [GoType]

  static func make(_ callee: Func, _ arguments: [GoType]) -> Func {
    let made = Func(callee.text, function: callee.function, position: callee.position)
    made.place = callee.place
    made.known = callee.known
    made.symbol = callee.symbol
    made.isLibrary = callee.isLibrary
    made.isDuplicate = true
    made.instance = InstanceWrapper(callee: callee, arguments: arguments)
    let call = Node(.call, made.declaredAt)
    let operand = Node(callee.function?.receiverNamed == nil ? .function : .methodExpression, made.declaredAt)
    operand.function = callee
    operand.text = callee.text
    call.x = operand
    for (index, type) in callee.parameterTypes.enumerated() {
      let name = Name(
        callee.parameters[index]?.text ?? "_", .parameter, made.declaredAt, type, owner: made)
      made.variables.append(name)
      made.parameters.append(name)
      made.parameterTypes.append(type)
      made.parameterPositions.append(made.declaredAt)
      let read = Node(.name, made.declaredAt, type)
      read.name = name
      call.list.append(read)
    }
    for result in callee.results {
      let name = Name(result.text, .result, made.declaredAt, result.type, owner: made)
      name.resultIndex = result.resultIndex
      made.variables.append(name)
      made.results.append(name)
    }
    if callee.results.isEmpty {
      made.body = [call]
    } else {
      call.type = callee.results[0].type
      let back = Node(.returns, made.declaredAt)
      if callee.results.count == 1 {
        back.list = [call]
      } else {
        back.list = made.spread(call)
      }
      made.body = [back]
    }
    return made
  }
}

extension Func {
  /// The values of a call with several results, by way of variables.
  func spread(_ call: Node) -> [Node] {
    let assignment = Node(.assignCall, call.position)
    assignment.x = call
    assignment.isDefinition = true
    var values: [Node] = []
    for result in results {
      let name = Name(".autotmp_\(variables.count)", .temporary, call.position, result.type, owner: self)
      variables.append(name)
      let declaration = Node(.declare, call.position)
      declaration.name = name
      assignment.initial.append(declaration)
      func read() -> Node {
        let node = Node(.name, call.position, name.type)
        node.name = name
        return node
      }
      assignment.list.append(read())
      values.append(read())
    }
    let first = Node(.convertNothing, call.position, values[0].type)
    first.x = values[0]
    first.initial = [assignment]
    values[0] = first
    return values
  }
}
