import BigInt
import GoSyntax

extension Constant {
  /// `op x`. For `^` of an unsigned type, `unsignedBits` is its width: the result is then cut to it.
  ///
  /// `nil` where the operator does not apply to such a value.
  public static func unary(_ op: UnaryOperator, _ x: Constant, unsignedBits: Int? = nil) -> Constant? {
    switch (op, x) {
    case (.plus, .int), (.plus, .float), (.plus, .complex): return x
    case (.minus, .int(let value)): return .int(-value)
    case (.minus, .float(let value)): return .float(-value)
    case (.minus, .complex(let real, let imaginary)): return .complex(-real, -imaginary)
    case (.not, .bool(let value)): return .bool(!value)
    case (.xor, .int(let value)):
      let flipped = -value - 1
      guard let bits = unsignedBits else { return .int(flipped) }
      return .int(and(flipped, (BigInt(1) << bits) - 1))
    default: return nil
    }
  }

  /// `x op y` of two constants of one kind (`==` and its like: see `compare`; shifts: see `shift`).
  ///
  /// `isInteger` says that the operands' type is an integer type, so that `/` truncates. `nil` where the result
  /// overflows the exponent of a float ("constant result is not representable") or the operator does not apply. The
  /// divisor of `/` and `%` must not be zero.
  public static func binary(_ op: BinaryOperator, _ x: Constant, _ y: Constant, isInteger: Bool) -> Constant? {
    switch (x, y) {
    case (.bool(let x), .bool(let y)):
      switch op {
      case .logicalAnd: return .bool(x && y)
      case .logicalOr: return .bool(x || y)
      default: return nil
      }
    case (.string(let x), .string(let y)):
      return op == .add ? .string(x + y) : nil
    case (.int(let x), .int(let y)):
      return binary(op, x, y, isInteger: isInteger)
    default:
      break
    }
    if isInteger, let x = x.integer, let y = y.integer { return binary(op, x, y, isInteger: true) }
    if let x = x.realOfRealForm, let y = y.realOfRealForm { return binary(op, x, y).map { .float($0) } }
    guard let x = x.parts, let y = y.parts else { return nil }
    return binary(op, x, y)
  }

  /// The value where it is held as an integer or float.
  private var realOfRealForm: Rational? {
    if case .complex = self { return nil }
    return real
  }

  private static func binary(_ op: BinaryOperator, _ x: BigInt, _ y: BigInt, isInteger: Bool) -> Constant? {
    switch op {
    case .add: return .int(x + y)
    case .subtract: return .int(x - y)
    case .multiply: return .int(x * y)
    case .divide: return isInteger ? .int(x / y) : Rational.checked(x, y).map { .float($0) }
    case .remainder: return .int(x % y)
    case .and: return .int(and(x, y))
    case .or: return .int(complement(and(complement(x), complement(y))))
    case .xor: return .int(xor(x, y))
    case .andNot: return .int(and(x, complement(y)))
    default: return nil
    }
  }

  // BigInt's own operators lose the sign of results that fill their words, so these work on what is not negative.

  private static func complement(_ x: BigInt) -> BigInt { -x - 1 }

  private static func and(_ x: BigInt, _ y: BigInt) -> BigInt {
    switch (x.sign, y.sign) {
    case (.plus, .plus): x & y
    case (.plus, .minus): x - (x & complement(y))
    case (.minus, .plus): y - (y & complement(x))
    case (.minus, .minus): complement(complement(x) | complement(y))
    }
  }

  private static func xor(_ x: BigInt, _ y: BigInt) -> BigInt {
    switch (x.sign, y.sign) {
    case (.plus, .plus): x ^ y
    case (.plus, .minus): complement(x ^ complement(y))
    case (.minus, .plus): complement(complement(x) ^ y)
    case (.minus, .minus): complement(x) ^ complement(y)
    }
  }

  private static func binary(_ op: BinaryOperator, _ x: Rational, _ y: Rational) -> Rational? {
    switch op {
    case .add: .add(x, y)
    case .subtract: .add(x, -y)
    case .multiply: .multiply(x, y)
    case .divide: .divide(x, y)
    default: nil
    }
  }

  private static func binary(
    _ op: BinaryOperator, _ x: (real: Rational, imaginary: Rational), _ y: (real: Rational, imaginary: Rational)
  ) -> Constant? {
    let (a, b, c, d) = (x.real, x.imaginary, y.real, y.imaginary)
    switch op {
    case .add, .subtract:
      guard let real = binary(op, a, c), let imaginary = binary(op, b, d) else { return nil }
      return .complex(real, imaginary)
    case .multiply:
      // (a+bi)(c+di) = (ac-bd) + (bc+ad)i
      guard let ac = Rational.multiply(a, c), let bd = Rational.multiply(b, d), let bc = Rational.multiply(b, c),
        let ad = Rational.multiply(a, d), let real = Rational.add(ac, -bd), let imaginary = Rational.add(bc, ad)
      else { return nil }
      return .complex(real, imaginary)
    case .divide:
      // (a+bi)/(c+di) = ((ac+bd) + (bc-ad)i) / (cc+dd)
      guard let ac = Rational.multiply(a, c), let bd = Rational.multiply(b, d), let bc = Rational.multiply(b, c),
        let ad = Rational.multiply(a, d), let cc = Rational.multiply(c, c), let dd = Rational.multiply(d, d),
        let norm = Rational.add(cc, dd), !norm.isZero, let top = Rational.add(ac, bd),
        let side = Rational.add(bc, -ad), let real = Rational.divide(top, norm),
        let imaginary = Rational.divide(side, norm)
      else { return nil }
      return .complex(real, imaginary)
    default:
      return nil
    }
  }

  /// `x << count` or `x >> count` of a whole number. The caller limits the count (Go: 1023 - 1 + 52 for constants).
  public static func shift(_ op: BinaryOperator, _ x: Constant, count: Int) -> Constant? {
    guard let value = x.integer else { return nil }
    switch op {
    case .shiftLeft: return .int(value << count)
    case .shiftRight: return .int(value.sign == .minus ? -((-value - 1) >> count) - 1 : value >> count)
    default: return nil
    }
  }

  /// The verdict of a comparison. Strings compare by bytes; complex numbers and booleans only by `==` and `!=`.
  public static func compare(_ op: BinaryOperator, _ x: Constant, _ y: Constant) -> Bool {
    switch (x, y) {
    case (.bool(let x), .bool(let y)): return op == .equal ? x == y : x != y
    case (.string(let x), .string(let y)):
      return verdict(op, x == y ? 0 : x.lexicographicallyPrecedes(y) ? -1 : 1)
    case (.int(let x), .int(let y)): return verdict(op, x < y ? -1 : x == y ? 0 : 1)
    default: break
    }
    if let x = x.realOfRealForm, let y = y.realOfRealForm { return verdict(op, Rational.compare(x, y)) }
    guard let x = x.parts, let y = y.parts else { return false }
    return verdict(op, x.real == y.real && x.imaginary == y.imaginary ? 0 : 1)
  }

  private static func verdict(_ op: BinaryOperator, _ order: Int) -> Bool {
    switch op {
    case .equal: order == 0
    case .notEqual: order != 0
    case .less: order < 0
    case .lessEqual: order <= 0
    case .greater: order > 0
    case .greaterEqual: order >= 0
    default: false
    }
  }
}
