import BigInt
import GoSyntax
import SourceText

/// Calls of predeclared functions and those of package unsafe (spec, "Built-in functions"; types2's builtins.go).
extension TypeChecker {
  /// `nil` after an error.
  func builtinCall(
    _ e: Expr, _ builtin: Builtin, _ function: Expr, _ sources: [Expr], _ hasEllipsis: Bool
  ) -> Operand? {
    record(function, .builtin, .invalid, nil)
    let name = builtin.fullName
    if hasEllipsis, builtin != .append {
      error(e, "invalid operation: invalid use of ... with built-in \(name)")
      use(sources)
      return nil
    }
    // `len(a)` of an array is constant unless its evaluation calls something.
    let outerCalls = env.hasCallOrReceive
    if builtin == .len || builtin == .cap { env.hasCallOrReceive = false }
    defer { if builtin == .len || builtin == .cap { env.hasCallOrReceive = outerCalls } }

    var args: [Operand] = []
    var count = sources.count
    switch builtin {
    case .make, .new, .offsetof: break
    default:
      args = exprList(sources)
      count = args.count
      if args.contains(where: \.isInvalid) { return nil }
    }
    let (minimum, isVariadic) = builtin.arity
    if count < minimum || !isVariadic && count > minimum {
      let qualifier = count < minimum ? "not enough" : "too many"
      error(
        e,
        "invalid operation: \(qualifier) arguments for \(exprText(e)) (expected \(minimum), found \(count))")
      return nil
    }
    switch builtin {
    case .append: return append(e, function, args, sources, hasEllipsis)
    case .len, .cap: return length(e, builtin, args[0])
    case .clear: return clear(function, args[0])
    case .close: return close(args[0])
    case .complex: return complex(e, args)
    case .copy: return copy(args)
    case .delete: return delete(args)
    case .real, .imag: return part(builtin, args[0])
    case .make: return make(e, sources)
    case .min, .max: return extremum(e, builtin, args)
    case .new:
      let type = varType(sources[0])
      return isValid(type) ? Operand(mode: .value, type: .pointer(type), expr: e) : nil
    case .panic:
      if let function = env.function, env.signature.map({ !$0.results.isEmpty }) ?? false {
        function.panics.insert(e.id)
      }
      var x = args[0]
      assign(&x, to: predeclared.emptyInterface, "argument to panic")
      return x.isInvalid ? nil : Operand(mode: .noValue, type: .tuple([]), expr: e)
    case .print, .println:
      for index in args.indices {
        // The compiler prints no space there.
        assign(&args[index], to: nil, "argument to built-in" + name)
        if args[index].isInvalid { return nil }
      }
      return Operand(mode: .noValue, type: .tuple([]), expr: e)
    case .recover: return Operand(mode: .value, type: predeclared.emptyInterface, expr: e)
    default: return unsafeCall(e, builtin, args, sources)
    }
  }

  private func append(
    _ e: Expr, _ function: Expr, _ args: [Operand], _ sources: [Expr], _ hasEllipsis: Bool
  ) -> Operand? {
    let x = args[0]
    guard case .slice(let element)? = coreType(x.type) else {
      let cause: String
      if x.isNil {
        cause = "have untyped nil"
      } else if x.type.isTypeParam {
        cause = coreType(x.type).map { "\(describe(x)) has core type \(text($0))" } ?? "\(describe(x)) has no core type"
      } else {
        cause = "have \(describe(x))"
      }
      error(x, "first argument to append must be a slice; \(cause)")
      return nil
    }
    let result = Operand(mode: .value, type: x.type, expr: e)
    if args.count == 2, hasEllipsis, isAssignable(x, to: .slice(predeclared.byte)).isAssignable,
      case .basic(let kind)? = coreString(args[1].type), kind.isString
    {
      if isUntyped(args[1].type) {
        var y = args[1]
        convertUntyped(&y, .basic(.string))
      }
      return result
    }
    func parameter(_ type: GoType) -> Variable {
      Variable(name: "", position: .none, type: type, kind: .parameter, package: nil)
    }
    let signature = Signature(
      params: [parameter(x.type), parameter(.slice(element))], results: [parameter(x.type)], isVariadic: true)
    var values = args
    _ = checkArguments(e, function, signature, [], [], &values, sources, hasEllipsis)
    return result
  }

  private func arrayBehindPointer(_ type: GoType) -> GoType {
    if case .pointer(let base) = unalias(type), case .array = under(base) { return under(base) }
    return type
  }

  private func length(_ e: Expr, _ builtin: Builtin, _ x: Operand) -> Operand? {
    let isLen = builtin == .len
    func hasLength(_ type: GoType?) -> Bool {
      guard let type else { return false }
      switch arrayBehindPointer(type) {
      case .basic(let kind): return kind.isString && isLen
      case .array, .slice, .chan: return true
      case .map: return isLen
      default: return false
      }
    }
    var result = Operand(mode: .value, type: .basic(.int), expr: e)
    if x.type.isTypeParam {
      if underIs(x.type, hasLength) { return result }
    } else {
      let type = arrayBehindPointer(under(x.type))
      if case .basic = type, hasLength(type), x.mode == .constant {
        result.mode = .constant
        result.constant = x.constant?.stringValue.map { .int($0.count) }
        return result
      }
      if case .array(_, let length) = type, !env.hasCallOrReceive {
        result.mode = .constant
        result.constant = length >= 0 ? .int(BigInt(length)) : nil
        return result
      }
      if hasLength(type) {
        if isUntyped(x.type) { updateType(x.expr, .basic(.string), isFinal: true) }
        return result
      }
    }
    if isValid(under(x.type)) {
      error(x, "invalid argument: \(describe(x)) for built-in \(builtin.rawValue)")
    }
    return nil
  }

  private func clear(_ function: Expr, _ x: Operand) -> Operand? {
    _ = requires(.go1_21, at: function.startPosition, "clear")
    let isFine = underIs(x.type) { underlying in
      switch underlying {
      case .map?, .slice?: return true
      default:
        error(
          x,
          "invalid argument: cannot clear \(describe(x)): argument must be (or constrained by) map or slice")
        return false
      }
    }
    return isFine ? Operand(mode: .noValue, type: .tuple([]), expr: nil) : nil
  }

  private func close(_ x: Operand) -> Operand? {
    let isFine = underIs(x.type) { underlying in
      guard case .chan(let direction, _)? = underlying else {
        error(x, "invalid operation: cannot close non-channel \(describe(x))")
        return false
      }
      if direction == .receive {
        error(x, "invalid operation: cannot close receive-only channel \(describe(x))")
        return false
      }
      return true
    }
    return isFine ? Operand(mode: .noValue, type: .tuple([]), expr: nil) : nil
  }

  private func complex(_ e: Expr, _ args: [Operand]) -> Operand? {
    var (x, y) = (args[0], args[1])
    switch (isUntyped(x.type), isUntyped(y.type)) {
    case (false, false): break
    case (true, false): convertUntyped(&x, y.type)
    case (false, true): convertUntyped(&y, x.type)
    case (true, true):
      if x.mode == .constant, y.mode == .constant {
        func toFloat(_ x: inout Operand) {
          guard case .basic(let kind) = x.type, kind.isNumeric, x.constant?.real != nil else { return }
          x.type = .basic(.untypedFloat)
        }
        toFloat(&x)
        toFloat(&y)
      } else {
        convertUntyped(&x, .basic(.float64))
        convertUntyped(&y, .basic(.float64))
      }
    }
    if x.isInvalid || y.isInvalid { return nil }
    if !identical(x.type, y.type) {
      error(
        x, "invalid operation: \(exprText(e)) (mismatched types \(text(x.type)) and \(text(y.type)))")
      return nil
    }
    var result = Operand(mode: .value, type: .invalid, expr: e)
    switch under(x.type) {
    case .basic(.float32): result.type = .basic(.complex64)
    case .basic(.float64): result.type = .basic(.complex128)
    case .basic(.untypedFloat): result.type = .basic(.untypedComplex)
    default:
      if unsupportedParameter(x, builtin: "complex", { $0.isFloat }) { return nil }
      error(x, "invalid argument: arguments have type \(text(x.type)), expected floating-point")
      return nil
    }
    if x.mode == .constant, y.mode == .constant {
      result.mode = .constant
      if let re = x.constant?.real, let im = y.constant?.real { result.constant = .complex(re, im) }
    }
    return result
  }

  private func part(_ builtin: Builtin, _ operand: Operand) -> Operand? {
    var x = operand
    if isUntyped(x.type) {
      if x.mode == .constant {
        if case .basic(let kind) = x.type, kind.isNumeric { x.type = .basic(.untypedComplex) }
      } else {
        convertUntyped(&x, .basic(.complex128))
        if x.isInvalid { return nil }
      }
    }
    var result = Operand(mode: .value, type: .invalid, expr: x.expr)
    switch under(x.type) {
    case .basic(.complex64): result.type = .basic(.float32)
    case .basic(.complex128): result.type = .basic(.float64)
    case .basic(.untypedComplex): result.type = .basic(.untypedFloat)
    default:
      if unsupportedParameter(x, builtin: builtin.rawValue, { $0.isComplex }) { return nil }
      error(x, "invalid argument: argument has type \(text(x.type)), expected complex type")
      return nil
    }
    if x.mode == .constant {
      result.mode = .constant
      if let parts = x.constant?.parts { result.constant = .float(builtin == .real ? parts.real : parts.imaginary) }
    }
    return result
  }

  /// Type parameters are not taken by these functions, though each of their types would be.
  private func unsupportedParameter(_ x: Operand, builtin: String, _ fits: (BasicKind) -> Bool) -> Bool {
    guard x.type.isTypeParam, allBasic(x.type, fits) else { return false }
    error(x, "\(describe(x)) not supported as argument to built-in \(builtin) for go1.18 (see go.dev/issue/50937)")
    return true
  }

  private func copy(_ args: [Operand]) -> Operand? {
    let (x, y) = (args[0], args[1])
    var source = coreString(y.type)
    if case .basic(let kind)? = source, kind.isString {
      source = .slice(predeclared.byte)
      if isUntyped(y.type) { updateType(y.expr, .basic(.string), isFinal: true) }
    }
    guard case .slice(let to)? = coreType(x.type), case .slice(let from)? = source else {
      error(x, "invalid argument: copy expects slice arguments; found \(describe(x)) and \(describe(y))")
      return nil
    }
    if !identical(to, from) {
      error(
        x,
        "invalid argument: arguments to copy \(describe(x)) and \(describe(y)) have different element types "
          + "\(text(to)) and \(text(from))")
      return nil
    }
    return Operand(mode: .value, type: .basic(.int), expr: nil)
  }

  private func delete(_ args: [Operand]) -> Operand? {
    let x = args[0]
    var key: GoType?
    let isFine = underIs(x.type) { underlying in
      guard case .map(let found, _)? = underlying else {
        error(x, "invalid argument: \(describe(x)) is not a map")
        return false
      }
      if let key, !identical(found, key) {
        error(x, "invalid argument: maps of \(describe(x)) must have identical key types")
        return false
      }
      key = found
      return true
    }
    guard isFine, let key else { return nil }
    var y = args[1]
    assign(&y, to: key, "argument to delete")
    return y.isInvalid ? nil : Operand(mode: .noValue, type: .tuple([]), expr: nil)
  }

  private func make(_ e: Expr, _ sources: [Expr]) -> Operand? {
    let type = varType(sources[0])
    if !isValid(type) { return nil }
    let minimum: Int
    switch coreType(type) {
    case .slice?: minimum = 2
    case .map?, .chan?: minimum = 1
    case nil:
      error(sources[0], "invalid argument: cannot make \(exprText(sources[0])): no core type")
      return nil
    default:
      error(
        sources[0],
        "invalid argument: cannot make \(exprText(sources[0])); type must be slice, map, or channel")
      return nil
    }
    if sources.count < minimum || minimum + 1 < sources.count {
      error(
        e,
        "invalid operation: \(exprText(e)) expects \(minimum) or \(minimum + 1) arguments; found \(sources.count)")
      return nil
    }
    var sizes: [Int64] = []
    for source in sources.dropFirst() {
      let (_, size) = index(source, limit: -1)
      if size >= 0 { sizes.append(size) }
    }
    if sizes.count == 2, sizes[0] > sizes[1] {
      error(sources[1], "invalid argument: length and capacity swapped")
    }
    return Operand(mode: .value, type: type, expr: e)
  }

  private func extremum(_ e: Expr, _ builtin: Builtin, _ args: [Operand]) -> Operand? {
    _ = requires(.go1_21, at: e.startPosition, "built-in \(builtin.rawValue)")
    var x = args[0]
    for (index, argument) in args.enumerated() {
      var a = argument
      if !isAllOrdered(a.type) {
        error(a, "invalid argument: \(describe(a)) cannot be ordered")
        return nil
      }
      if index == 0 { continue }
      matchTypes(&x, &a)
      if x.isInvalid { return nil }
      if !identical(x.type, a.type) {
        error(
          a,
          "invalid argument: mismatched types \(text(x.type)) (previous argument) and \(text(a.type)) (type of "
            + "\(a.expr.map { exprText($0) } ?? ""))")
        return nil
      }
      if x.mode == .constant, a.mode == .constant {
        if let p = a.constant, let q = x.constant, Constant.compare(builtin == .max ? .greater : .less, p, q) { x = a }
      } else {
        x.mode = .value
      }
    }
    if x.mode != .constant {
      x.mode = .value
      x.constant = nil
      assign(&x, to: predeclared.emptyInterface, "argument to built-in \(builtin.rawValue)")
      if x.isInvalid { return nil }
    }
    for argument in args { updateType(argument.expr, x.type, isFinal: true) }
    return x
  }
}

extension Builtin {
  /// The fewest arguments, and whether there may be more.
  var arity: (minimum: Int, isVariadic: Bool) {
    switch self {
    case .append, .make, .max, .min, .panic: (1, self != .panic)
    case .cap, .clear, .close, .imag, .len, .new, .real: (1, false)
    case .complex, .copy, .delete: (2, false)
    case .print, .println: (0, true)
    case .recover: (0, false)
    case .alignof, .offsetof, .sizeof, .unsafeSliceData, .unsafeStringData: (1, false)
    case .unsafeAdd, .unsafeSlice, .unsafeString: (2, false)
    }
  }

  /// As messages name it: the bare name, also for those of package unsafe.
  var fullName: String { rawValue }
}
