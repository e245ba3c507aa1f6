import BigInt
import GoSyntax
import SourceText

/// The functions of package unsafe (spec, "Package unsafe").
extension TypeChecker {
  func unsafeCall(_ e: Expr, _ builtin: Builtin, _ args: [Operand], _ sources: [Expr]) -> Operand? {
    var result = Operand(mode: .value, type: .basic(.uintptr), expr: e)
    func constantSize(_ value: Int64) -> Operand {
      Operand(mode: .constant, type: .basic(.uintptr), expr: e, constant: .int(BigInt(value)))
    }
    switch builtin {
    case .sizeof, .alignof:
      var x = args[0]
      assign(&x, to: nil, "argument to unsafe.\(builtin.rawValue)")
      if x.isInvalid { return nil }
      if hasVariableSize(x.type) { return result }
      if builtin == .alignof { return constantSize(sizes.alignment(of: x.type)) }
      guard let size = sizes.size(of: x.type) else {
        if containsInvalid(x.type) { return result }
        error(x, "\(describe(x)) is too large")
        return nil
      }
      return constantSize(size)
    case .offsetof: return offset(e, sources[0])
    case .unsafeAdd:
      var (x, y) = (args[0], args[1])
      assign(&x, to: .basic(.unsafePointer), "argument to unsafe.Add")
      if x.isInvalid || !isValidIndex(&y, "length", allowsNegative: true) { return nil }
      result.type = .basic(.unsafePointer)
    case .unsafeSlice:
      let x = args[0]
      var y = args[1]
      guard case .pointer(let base)? = coreType(x.type) else {
        error(x, "invalid argument: \(describe(x)) is not a pointer")
        return nil
      }
      if !isValidIndex(&y, "length", allowsNegative: false) { return nil }
      result.type = .slice(base)
    case .unsafeSliceData:
      guard case .slice(let element)? = coreType(args[0].type) else {
        error(args[0], "invalid argument: \(describe(args[0])) is not a slice")
        return nil
      }
      result.type = .pointer(element)
    case .unsafeString:
      var (x, y) = (args[0], args[1])
      assign(&x, to: .pointer(predeclared.byte), "argument to unsafe.String")
      if x.isInvalid || !isValidIndex(&y, "length", allowsNegative: false) { return nil }
      result.type = .basic(.string)
    case .unsafeStringData:
      var x = args[0]
      assign(&x, to: .basic(.string), "argument to unsafe.StringData")
      if x.isInvalid { return nil }
      result.type = .pointer(predeclared.byte)
    default: return nil
    }
    return result
  }

  private func offset(_ e: Expr, _ source: Expr) -> Operand? {
    guard case .selector(let base, let name) = source.unparenthesized.kind else {
      error(source, "invalid argument: \(exprText(source)) is not a selector expression")
      use([source])
      return nil
    }
    let x = expr(base)
    if x.isInvalid { return nil }
    var type = x.type
    if case .pointer(let pointed) = under(type), case .structure = under(pointed) { type = pointed }
    let found = lookup(name.name, in: type, isAddressable: false)
    guard let object = found.object else {
      error(x, "invalid argument: \(text(type)) has no single field \(name.name)")
      return nil
    }
    guard case .variable(let field) = object else {
      error(source, "invalid argument: \(exprText(source)) is a method value")
      return nil
    }
    if found.isIndirect {
      error(
        x, "invalid argument: field \(name.name) is embedded via a pointer in \(text(type))")
      return nil
    }
    let selector = source.unparenthesized
    recordUse(name.id, object)
    info.selections[selector.id] = Selection(
      kind: .field, receiver: type, path: found.path, object: object, type: field.type, isIndirect: false)
    record(selector, x.mode == .variable ? .variable : .value, field.type, nil)
    if hasVariableSize(type) { return Operand(mode: .value, type: .basic(.uintptr), expr: e) }
    guard let offset = fieldOffset(in: type, found.path) else {
      error(x, "\(describe(x)) is too large")
      return nil
    }
    return Operand(mode: .constant, type: .basic(.uintptr), expr: e, constant: .int(BigInt(offset)))
  }

  /// The offset in bytes of a field from the start of its outermost struct.
  private func fieldOffset(in type: GoType, _ path: [Int]) -> Int64? {
    var total: Int64 = 0
    var current = type
    for index in path {
      guard case .structure(let structure) = under(current), let offsets = sizes.offsets(of: structure) else {
        return nil
      }
      total += offsets[index]
      current = structure.fields[index].type
    }
    return total
  }

  /// Whether an error in the type's declaration keeps its size from being known: it is unknown, or contains itself.
  private func containsInvalid(_ type: GoType) -> Bool {
    var isInvalid = false
    var entered: [ObjectIdentifier: Bool] = [:]
    visitParts(type, &entered) { part, isInsideItself in
      if isInsideItself || part.isInvalid || under(part).isInvalid { isInvalid = true }
      return !isInvalid
    }
    return isInvalid
  }

  /// Whether the size depends on a type parameter.
  func hasVariableSize(_ type: GoType) -> Bool {
    var isVariable = false
    var entered: [ObjectIdentifier: Bool] = [:]
    visitParts(type, &entered) { part, _ in
      if part.isTypeParam { isVariable = true }
      return !isVariable
    }
    return isVariable
  }

  /// Visits a type and what it holds in place, until `visit` says no. Types that were entered before (true: and not left)
  /// are not entered again; inside themselves they are visited once more.
  private func visitParts(
    _ type: GoType, _ entered: inout [ObjectIdentifier: Bool], _ visit: (GoType, _ isInsideItself: Bool) -> Bool
  ) {
    if case .named(let named) = unalias(type) {
      if let isOpen = entered[ObjectIdentifier(named)] {
        if isOpen { _ = visit(type, true) }
        return
      }
      entered[ObjectIdentifier(named)] = true
      defer { entered[ObjectIdentifier(named)] = false }
      visitInside(type, &entered, visit)
    } else {
      visitInside(type, &entered, visit)
    }
  }

  private func visitInside(
    _ type: GoType, _ entered: inout [ObjectIdentifier: Bool], _ visit: (GoType, _ isInsideItself: Bool) -> Bool
  ) {
    guard visit(type, false), !type.isTypeParam else { return }
    switch under(type) {
    case .array(let element, _): visitParts(element, &entered, visit)
    case .structure(let structure):
      for field in structure.fields { visitParts(field.type, &entered, visit) }
    default: break
    }
  }
}
