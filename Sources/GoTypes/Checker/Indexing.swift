import BigInt
import GoSyntax
import SourceText

/// Index and slice expressions (spec, "Index expressions", "Slice expressions"; types2's index.go).
extension TypeChecker {
  /// Checks `x[i]`; true when it instantiates a generic function, which is then left to the caller.
  func indexExpr(_ x: inout Operand, _ e: Expr) -> Bool {
    guard case .index(let base, let indices) = e.kind else { return false }
    x = exprOrType(base, allowsGeneric: true)
    switch x.mode {
    case .invalid:
      use(indices)
      return false
    case .type:
      let type = varType(e)
      x = Operand(mode: isValid(type) ? .type : .invalid, type: type, expr: e)
      return false
    case .value:
      if case .signature(let signature) = under(x.type), !signature.typeParams.isEmpty { return true }
    default: break
    }
    requireInstantiated(&x, nil)
    if x.mode == .invalid { return false }
    let indexed = indexed(&x)
    switch indexed {
    case .none:
      error(e.pos, "invalid operation: cannot index \(describe(x))")
      use(indices)
      x.mode = .invalid
      return false
    case .map(let key, let value):
      guard let index = singleIndex(indices) else {
        x.mode = .invalid
        return false
      }
      var k = expr(index)
      assign(&k, to: key, "map index")
      x.mode = .mapIndex
      x.type = value
      x.expr = e
      return false
    case .sequence(let mode, let element, let length):
      guard let index = singleIndex(indices) else {
        x.mode = .invalid
        return false
      }
      x.mode = mode
      x.type = element
      x.constant = nil
      _ = self.index(index, limit: length)
      return false
    }
  }

  private enum Indexed {
    case none
    case map(GoType, GoType)
    case sequence(ExprMode, GoType, length: Int64)
  }

  private func indexed(_ x: inout Operand) -> Indexed {
    if x.type.isTypeParam { return indexedParameter(x) }
    switch under(x.type) {
    case .basic(let kind) where kind.isString:
      var length: Int64 = -1
      if x.mode == .constant, let bytes = x.constant?.stringValue { length = Int64(bytes.count) }
      if isUntyped(x.type) { updateType(x.expr, .basic(.string), isFinal: true) }
      return .sequence(.value, predeclared.byte, length: length)
    case .array(let element, let length):
      return .sequence(x.mode == .variable ? .variable : .value, element, length: length)
    case .pointer(let base):
      if case .array(let element, let length) = under(base) { return .sequence(.variable, element, length: length) }
      return .none
    case .slice(let element): return .sequence(.variable, element, length: -1)
    case .map(let key, let value): return .map(key, value)
    default: return .none
    }
  }

  /// A type parameter can be indexed if all its types can, with the same elements.
  private func indexedParameter(_ x: Operand) -> Indexed {
    var key: GoType?
    var element: GoType?
    var length: Int64 = -1
    var mode = ExprMode.variable
    let isFine = underIs(x.type) { underlying in
      var k: GoType?
      var e: GoType?
      var l: Int64 = -1
      switch underlying {
      case .basic(let kind)? where kind.isString:
        e = predeclared.byte
        mode = .value
      case .array(let of, let count)?:
        (e, l) = (of, count)
        if x.mode != .variable { mode = .value }
      case .pointer(let base)?:
        if case .array(let of, let count) = under(base) { (e, l) = (of, count) }
      case .slice(let of)?: e = of
      case .map(let of, let to)?: (k, e) = (of, to)
      default: break
      }
      guard let e else { return false }
      guard let known = element else {
        (length, key, element) = (l, k, e)
        return true
      }
      if (key == nil) != (k == nil) { return false }
      if let key, let k, !identical(key, k) { return false }
      if !identical(known, e) { return false }
      if l >= 0, l < length { length = l }
      return true
    }
    guard isFine, let element else { return .none }
    if let key { return .map(key, element) }
    return .sequence(mode, element, length: length)
  }

  private func singleIndex(_ indices: [Expr]) -> Expr? {
    if indices.count > 1 { error(indices[1], "invalid operation: more than one index") }
    return indices.first
  }

  /// Checks an index that must be below `limit` if constant (-1: no limit); answers its type, and its value or -1.
  @discardableResult
  func index(_ e: Expr, limit: Int64) -> (type: GoType, value: Int64) {
    var x = expr(e)
    if !isValidIndex(&x, "index", allowsNegative: false) { return (.invalid, -1) }
    if x.mode != .constant { return (x.type, -1) }
    guard let constant = x.constant, let value = constant.int64 else { return (.invalid, -1) }
    if limit >= 0, value >= limit {
      error(x, "invalid argument: index \(constant.text) out of bounds [0:\(limit)]")
      return (.invalid, -1)
    }
    return (x.type, value)
  }

  func isValidIndex(_ x: inout Operand, _ what: String, allowsNegative: Bool) -> Bool {
    if x.mode == .invalid { return false }
    convertUntyped(&x, .basic(.int))
    if x.mode == .invalid { return false }
    if !isAllInteger(x.type) {
      error(x, "invalid argument: \(what) \(describe(x)) must be integer")
      return false
    }
    if x.mode == .constant, let constant = x.constant {
      if !allowsNegative, constant.sign < 0 {
        error(x, "invalid argument: \(what) \(describe(x)) must not be negative")
        return false
      }
      guard let value = represent(constant, .int) else {
        error(x, "invalid argument: \(what) \(describe(x)) overflows int")
        return false
      }
      x.constant = value
    }
    return true
  }

  func sliceExpr(_ e: Expr) -> Operand {
    guard case .slice(let base, let low, let high, let max, let isFull) = e.kind else { return Operand() }
    var x = expr(base)
    if x.mode == .invalid {
      use([low, high, max].compactMap { $0 })
      return x
    }
    func fail(_ message: String) -> Operand {
      error(x, message)
      x.mode = .invalid
      return x
    }
    var length: Int64 = -1
    guard let core = coreString(x.type) else {
      return fail("invalid operation: cannot slice \(describe(x)): \(text(x.type)) has no core type")
    }
    switch core {
    case .basic(let kind) where kind.isString:
      if isFull {
        error(max ?? e, "invalid operation: 3-index slice of string")
        x.mode = .invalid
        return x
      }
      if x.mode == .constant, let bytes = x.constant?.stringValue { length = Int64(bytes.count) }
      if isUntyped(x.type) {
        updateType(x.expr, .basic(.string), isFinal: true)
        x.type = .basic(.string)
      }
    case .array(let element, let count):
      length = count
      if x.mode != .variable { return fail("invalid operation: \(describe(x)) (slice of unaddressable value)") }
      markAddressTaken(base)
      x.type = .slice(element)
    case .pointer(let pointed):
      guard case .array(let element, let count) = under(pointed) else {
        return fail("invalid operation: cannot slice \(describe(x))")
      }
      length = count
      x.type = .slice(element)
    case .slice: break
    default: return fail("invalid operation: cannot slice \(describe(x))")
    }
    x.mode = .value
    x.constant = nil
    let sources = [low, high, max]
    var values: [Int64] = []
    for (position, source) in sources.enumerated() {
      var value: Int64 = -1
      if let source {
        let found = index(source, limit: length >= 0 ? length + 1 : -1).value
        if found >= 0 { value = found }
      } else if position == 0 {
        value = 0
      } else if length >= 0 {
        value = length
      }
      values.append(value)
    }
    check: for (i, a) in values.dropLast().enumerated() where a > 0 {
      for j in (i + 1)..<values.count where values[j] >= 0 && values[j] < a {
        if let at = sources[j] ?? sources[i] { error(at, "invalid slice indices: \(values[j]) < \(a)") }
        break check
      }
    }
    return x
  }
}
