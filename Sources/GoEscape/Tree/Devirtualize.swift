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
    guard
      case .found(let member) = lookupFieldOrMethod(
        source, isAddressable: true, package: selector.package, name: selector.text), let method = member.method,
      !method.isInterfaceMethod
    else { return }
    let words = words(function)
    let target = words.types.text(value.x!.writtenType ?? source)
    lines.append((call.position, "devirtualizing \(words.text(selector)) to \(target)"))
    let asserted = Node(.typeAssert, selector.position, source)
    asserted.x = operand
    var receiver = selected(asserted, member.path, at: selector.position)
    if !method.hasPointerReceiver, case .pointer(let base) = unalias(receiver.type) {
      let deref = Node(.deref, selector.position, base)
      deref.x = receiver
      deref.isImplicit = true
      receiver = deref
    }
    var isPointer = false
    if case .pointer = unalias(receiver.type) { isPointer = true }
    if method.hasPointerReceiver, !isPointer {
      let address = Node(.address, selector.position, .pointer(receiver.type))
      address.x = receiver
      address.isImplicit = true
      receiver = address
    }
    let callee = Node(.methodExpression, selector.position, selector.type)
    callee.text = selector.text
    callee.holder = receiver.type
    callee.function = trees.function(method, receiver.type.typeArgumentsOfBase)
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
