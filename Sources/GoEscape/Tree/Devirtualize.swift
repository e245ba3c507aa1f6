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

  /// The lines since the last time.
  mutating func takeLines() -> [(Position, String)] {
    defer { lines = [] }
    return lines
  }

  mutating func change(_ call: Node, _ function: Func) {
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
    let receiver = selected(asserted, member.path, at: selector.position)
    let callee = trees.method(method, &call.list, receiver)
    callee.type = selector.type
    call.op = .call
    call.x = callee
    call.hasReceiver = true
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
