import GoSyntax
import GoTypes
import SourceText

/// The methods that the compiler makes so that a value in an interface can be called through a pointer or through what it
/// embeds: `(*T).M` for `T.M`, and `S.M`, `(*S).M` where S embeds what has M. They are made after inlining, and calls in
/// them are inlined (cmd/compile/internal/noder/reader.go, MakeWrappers, Go 1.23).
struct MethodWrappers {
  private let trees: TreeBuilder
  private let package: Package
  private var seen: Set<TypeKey> = []
  private var wrappedValues: Set<ObjectIdentifier> = []
  /// Defined types in the order in which the compiler comes to them: what a type is made of before it.
  private var types: [GoType] = []

  static func make(for package: Package, _ functions: [Func], _ trees: TreeBuilder) -> [Func] {
    var search = MethodWrappers(trees: trees, package: package)
    for file in package.files { for declaration in file.decls { search.visit(declaration, package) } }
    for function in functions where !function.isLibrary { search.visit(function) }
    var made: [Func] = []
    var values: [Func] = []
    for function in functions { search.methodValues(in: function, &values) }
    for type in search.types {
      for method in methodSet(of: .pointer(type)) {
        if let wrapper = search.wrapper(type, method) { made.append(wrapper) }
        if let wrapper = search.wrapper(.pointer(type), method) { made.append(wrapper) }
      }
    }
    return made + values
  }

  /// What a method value calls: the method, with the receiver that it holds.
  private mutating func methodValues(in function: Func, _ made: inout [Func]) {
    func visit(_ node: Node) {
      node.forEachChild(visit)
      guard node.op == .methodValue, let method = node.function, let receiver = node.x?.type,
        wrappedValues.insert(ObjectIdentifier(method)).inserted, !function.isInstance
      else { return }
      let wrapper = Func(node.text, function: nil, position: .none)
      wrapper.isDuplicate = true
      wrapper.isMethodWrapper = true
      let this = Name(".this", .parameter, .none, receiver, owner: wrapper)
      wrapper.variables.append(this)
      let operand = Node(.methodExpression, .none)
      operand.function = method
      operand.text = node.text
      operand.holder = receiver
      let call = Node(.call, .none)
      call.x = operand
      call.hasReceiver = true
      call.list = [read(this)]
      for (index, type) in method.parameterTypes.dropFirst().enumerated() {
        let name = Name(method.parameters[index + 1]?.text ?? "_", .parameter, .none, type, owner: wrapper)
        add(name, to: wrapper)
        call.list.append(read(name))
      }
      for result in method.results {
        let name = Name("~r\(result.resultIndex - 1)", .result, .none, result.type, owner: wrapper)
        name.resultIndex = result.resultIndex
        wrapper.variables.append(name)
        wrapper.results.append(name)
      }
      if let first = wrapper.results.first {
        call.type = first.type
        let back = Node(.returns, .none)
        back.list = wrapper.results.count == 1 ? [call] : wrapper.spread(call)
        wrapper.body = [back]
      } else {
        wrapper.body = [call]
      }
      made.append(wrapper)
    }
    for node in function.body { visit(node) }
  }

  private init(trees: TreeBuilder, package: Package) {
    self.trees = trees
    self.package = package
  }

  // MARK: - Types

  private mutating func visit(_ declaration: Decl, _ package: Package) {
    switch declaration {
    case .type(let spec):
      if case .typeName(let name)? = package.members[spec.name.name] { visit(name.type) }
    case .func(let function):
      if case .function(let declared)? = package.members[function.name.name], function.receiver == nil {
        visit(.signature(declared.signature))
      }
    case .var(let spec):
      for name in spec.names { if case .variable(let variable)? = package.members[name.name] { visit(variable.type) } }
    default: break
    }
  }

  private mutating func visit(_ function: Func) {
    for name in function.variables { visit(name.type) }
    func visitNode(_ node: Node) {
      visit(node.type)
      node.forEachChild { visitNode($0) }
    }
    for node in function.body { visitNode(node) }
  }

  private mutating func visit(_ type: GoType) {
    switch type {
    case .named(let named):
      guard named.typeParams.isEmpty || !named.typeArguments.isEmpty, seen.insert(TypeKey(type)).inserted else {
        return
      }
      if named.name.package?.isLibrary ?? true, named.typeArguments.isEmpty { return }
      for argument in named.typeArguments {
        if case .typeParam = argument { return }
        visit(argument)
      }
      visit(named.underlying)
      for method in named.methods where named.typeArguments.isEmpty { visit(.signature(method.signature)) }
      if !type.isInterface { types.append(type) }
    case .alias(let alias): visit(alias.actual)
    case .pointer(let base), .slice(let base), .array(let base, _), .chan(_, let base): visit(base)
    case .map(let key, let value):
      visit(key)
      visit(value)
    case .structure(let structure): for field in structure.fields { visit(field.type) }
    case .signature(let signature): for variable in signature.params + signature.results { visit(variable.type) }
    case .tuple(let types): for type in types { visit(type) }
    default: break
    }
  }

  // MARK: - Functions

  /// `nil` where the method's own function takes such a receiver, or none does.
  private func wrapper(_ receiver: GoType, _ method: MethodEntry) -> Func? {
    var isPointer = false
    if case .pointer = receiver { isPointer = true }
    if method.path.isEmpty && method.function.hasPointerReceiver == isPointer && !method.function.isInterfaceMethod {
      return nil
    }
    guard
      case .found(let member) = lookupFieldOrMethod(
        receiver, isAddressable: false, package: method.function.package, name: method.function.name),
      let called = member.method
    else { return nil }
    let holder = TypeWords(package: package).text(receiver)
    let made = Func((isPointer ? "(\(holder))." : "\(holder).") + called.name, function: nil, position: .none)
    made.isDuplicate = true
    made.isMethodWrapper = true
    let this = Name(".this", .parameter, .none, receiver, owner: made)
    add(this, to: made)
    let signature = member.signature ?? called.signature
    var arguments: [Node] = []
    for parameter in signature.params {
      let name = Name(parameter.name, .parameter, .none, parameter.type, owner: made)
      add(name, to: made)
      arguments.append(read(name))
    }
    for (index, result) in signature.results.enumerated() {
      let name = Name("~r\(index)", .result, .none, result.type, owner: made)
      name.resultIndex = index + 1
      made.variables.append(name)
      made.results.append(name)
    }
    let call = Node(.call, .none, signature.results.count == 1 ? signature.results[0].type : .tuple([]))
    call.isSpread = signature.isVariadic
    let operand = selected(read(this), member.path, at: .none)
    if called.isInterfaceMethod {
      call.op = .callInterface
      let selector = Node(.dotInterface, .none)
      selector.x = operand
      selector.text = called.name
      selector.package = called.package
      call.x = selector
      call.list = arguments
    } else {
      call.x = trees.method(called, &call.list, operand)
      call.hasReceiver = true
      call.list += arguments
    }
    if made.results.isEmpty {
      made.body = [call]
    } else {
      let back = Node(.returns, .none)
      back.list = made.results.count == 1 ? [call] : made.spread(call)
      made.body = [back]
    }
    return made
  }

  private func add(_ name: Name, to made: Func) {
    made.variables.append(name)
    made.parameters.append(name)
    made.parameterTypes.append(name.type)
    made.parameterPositions.append(.none)
  }

  private func read(_ name: Name) -> Node {
    let node = Node(.name, .none, name.type)
    node.name = name
    return node
  }
}

extension TreeBuilder {
  /// The operand of a call of a known method; the receiver, as the method takes it, becomes the first argument.
  func method(_ method: Function, _ arguments: inout [Node], _ operand: Node) -> Node {
    var receiver = operand
    var isPointer = false
    if case .pointer = unalias(receiver.type) { isPointer = true }
    if !method.hasPointerReceiver, case .pointer(let base) = unalias(receiver.type) {
      let deref = Node(.deref, operand.position, base)
      deref.x = receiver
      deref.isImplicit = true
      receiver = deref
    } else if method.hasPointerReceiver, !isPointer {
      let address = Node(.address, operand.position, .pointer(receiver.type))
      address.x = receiver
      address.isImplicit = true
      receiver = address
    }
    let callee = Node(.methodExpression, operand.position)
    callee.text = method.name
    callee.holder = receiver.type
    callee.function = function(method, receiver.type.typeArgumentsOfBase)
    arguments.insert(receiver, at: 0)
    return callee
  }
}
