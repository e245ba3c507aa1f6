import GoTypes
import SourceText

/// A call of an interface's method becomes one of a known method where the interface value can only hold one type
/// (cmd/compile/internal/devirtualize, Go 1.23). The machine makes such calls through the interface.
struct Devirtualizer {
  let trees: TreeBuilder
  let words: (Func) -> NodeWords
  private(set) var lines: [(Position, String)] = []

  init(_ trees: TreeBuilder, _ words: @escaping (Func) -> NodeWords) {
    self.trees = trees
    self.words = words
  }

  /// Changes the function's tree, not those of the literals in it.
  mutating func visit(_ function: Func) {
    for node in function.body { visit(node, function) }
  }

  private mutating func visit(_ node: Node, _ function: Func) {
    var children: [Node] = []
    node.forEachChild { children.append($0) }
    for child in children { visit(child, function) }
    if node.op == .callInterface { change(node, function) }
  }

  private mutating func change(_ call: Node, _ function: Func) {
    guard !call.isDeferred, let selector = call.x, let operand = selector.x else { return }
    let value = staticValue(operand)
    guard value.op == .convertInterface, let source = value.x?.type, !source.isInterface else { return }
    guard case .found(let member) = lookupFieldOrMethod(
      source, isAddressable: true, package: selector.package, name: selector.text), let method = member.method,
      member.path.isEmpty, !method.isInterfaceMethod
    else { return }
    lines.append((call.position, "devirtualizing \(words(function).text(selector)) to \(words(function).types.text(value.x!.writtenType ?? source))"))
    var receiver = Node(.typeAssert, selector.position, source)
    receiver.x = operand
    if !method.hasPointerReceiver, case .pointer(let base) = unalias(source) {
      let deref = Node(.deref, selector.position, base)
      deref.x = receiver
      deref.isImplicit = true
      receiver = deref
    }
    let callee = Node(.methodExpression, selector.position, selector.type)
    callee.text = selector.text
    callee.holder = receiver.type
    callee.function = trees.function(method, source.typeArgumentsOfBase)
    call.op = .call
    call.x = callee
    call.hasReceiver = true
    call.list.insert(receiver, at: 0)
  }
}

extension GoType {
  /// Of a defined type or a pointer to one.
  var typeArgumentsOfBase: [GoType] {
    var base = unalias(self)
    if case .pointer(let inner) = base { base = unalias(inner) }
    if case .named(let named) = base { return named.typeArguments }
    return []
  }
}
