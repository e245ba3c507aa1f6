import GoTypes

/// Assignments that store nothing new: `b.buf = b.buf[n:m]`, `v.x = v.y`
/// (cmd/compile/internal/escape/utils.go, isSelfAssign, Go 1.23).
func isSelfAssignment(_ target: Node, _ source: Node) -> Bool {
  if isSliceOfItself(target, source) { return true }
  guard target.op == source.op, let x = target.x, let y = source.x else { return false }
  switch target.op {
  case .dot, .dotPointer: return isSameSafe(x, y)
  case .index:
    guard let i = target.y, let j = source.y, !mayAffectMemory(i), !mayAffectMemory(j) else { return false }
    return isSameSafe(x, y)
  default: return false
  }
}

private func isSliceOfItself(_ target: Node, _ source: Node) -> Bool {
  guard target.op == .deref || target.op == .dotPointer, let base = target.x, base.op == .name else { return false }
  guard source.op == .slice || source.op == .sliceArray, let operand = source.x else { return false }
  // Slicing an array that is part of the value makes a pointer to it, which is news.
  if source.op == .sliceArray && operand.op == .address { return false }
  guard operand.op == .deref || operand.op == .dotPointer, let other = operand.x, other.op == .name else {
    return false
  }
  return base.name != nil && base.name === other.name
}

/// Equal expressions whose evaluation changes nothing.
private func isSameSafe(_ x: Node, _ y: Node) -> Bool {
  guard x.op == y.op else { return false }
  switch x.op {
  case .name: return x.name === y.name && (x.name != nil || x.text == y.text)
  case .dot, .dotPointer: return x.text == y.text && isSameSafe(x.x!, y.x!)
  case .deref, .convertNothing, .convert: return isSameSafe(x.x!, y.x!) && identical(x.type, y.type)
  case .unary: return x.text == y.text && isSameSafe(x.x!, y.x!)
  case .index, .indexMap: return isSameSafe(x.x!, y.x!) && isSameSafe(x.y!, y.y!)
  case .literal: return x.constant == y.constant && identical(x.type, y.type)
  default: return false
  }
}

private func mayAffectMemory(_ node: Node) -> Bool {
  switch node.op {
  case .name, .literal, .nilValue: false
  case .binary, .index: mayAffectMemory(node.x!) || mayAffectMemory(node.y!)
  case .convert, .convertNothing, .unary, .dot, .dotPointer, .deref: mayAffectMemory(node.x!)
  case .length: node.text == "len" || node.text == "cap" ? mayAffectMemory(node.x!) : true
  default: true
  }
}
