import BigInt

/// The value of a float constant: an exact fraction as long as its parts stay small, else rounded to 512 bits.
///
/// Go's compiler does the same (go/constant: fractions up to 4096 bits, then floats of 512), so that `1e1000 / 3` is
/// exact enough and a thousand divisions stay fast. A rounded value stays rounded, since its precision is gone.
public struct Rational: Hashable, Sendable {
  enum Storage: Sendable {
    /// In lowest terms, denominator positive.
    case fraction(BigInt, BigInt)
    case rounded(BigFloat)
  }

  let storage: Storage
  /// Came from integers by whole-number arithmetic: a part of a complex constant that messages print with all digits.
  private(set) var isWhole = false

  static let maxFractionBits = 4096
  public static let zero = Rational(BigInt(0))

  public init(_ numerator: BigInt, _ denominator: BigInt = 1) {
    precondition(!denominator.isZero, "a fraction's denominator is not zero")
    if denominator == 1 {
      storage = .fraction(numerator, 1)
      return
    }
    let divisor = BigInt(numerator.magnitude.greatestCommonDivisor(with: denominator.magnitude))
    let signed = denominator.sign == .minus ? -divisor : divisor
    storage = .fraction(numerator / signed, denominator / signed)
  }

  init(rounded: BigFloat) { storage = .rounded(rounded) }

  init(whole value: BigInt) {
    storage = .fraction(value, 1)
    isWhole = true
  }

  /// The exact value of a finite `double`.
  public init(exactly double: Double) {
    precondition(double.isFinite, "infinities and NaN are no constants")
    guard double != 0 else {
      self = .zero
      return
    }
    let exponent = Int(double.exponent) - 52
    let significand = BigInt(Int64(double.significand * 0x1p52)) * (double < 0 ? -1 : 1)
    self = exponent >= 0 ? Rational(significand << exponent) : Rational(significand, BigInt(1) << -exponent)
  }

  /// Above the line, in lowest terms. A rounded value with a large exponent makes this long.
  public var numerator: BigInt {
    switch storage {
    case .fraction(let numerator, _): numerator
    case .rounded(let value): value.exponent >= 0 ? value.mantissa << value.exponent : value.mantissa
    }
  }

  /// Below the line; positive.
  public var denominator: BigInt {
    switch storage {
    case .fraction(_, let denominator): denominator
    case .rounded(let value): value.exponent >= 0 ? 1 : BigInt(1) << -value.exponent
    }
  }

  public var isZero: Bool { sign == 0 }

  /// -1, 0 or 1.
  public var sign: Int {
    let value =
      switch storage {
      case .fraction(let numerator, _): numerator
      case .rounded(let value): value.mantissa
      }
    return value.isZero ? 0 : value.sign == .minus ? -1 : 1
  }

  /// The value, if it is a whole number of less than 4096 bits.
  public var integer: BigInt? {
    switch storage {
    case .fraction(let numerator, let denominator): denominator == 1 ? numerator : nil
    case .rounded(let value): value.integer
    }
  }

  var isInteger: Bool {
    switch storage {
    case .fraction(_, let denominator): denominator == 1
    case .rounded(let value): value.exponent >= 0 || value.mantissa.isZero
    }
  }

  var bigFloat: BigFloat {
    switch storage {
    case .fraction(let numerator, let denominator): BigFloat(numerator, dividedBy: denominator)
    case .rounded(let value): value
    }
  }

  /// Keeps a fraction while it is small; `nil` on overflow.
  static func checked(_ numerator: BigInt, _ denominator: BigInt) -> Rational? {
    let fraction = Rational(numerator, denominator)
    guard case .fraction(let numerator, let denominator) = fraction.storage else { return fraction }
    if numerator.magnitude.bitWidth < maxFractionBits && denominator.magnitude.bitWidth < maxFractionBits {
      return fraction
    }
    return checked(BigFloat(numerator, dividedBy: denominator))
  }

  /// `nil` on overflow of the 32-bit exponent; underflow gives 0.
  static func checked(_ value: BigFloat) -> Rational? {
    if value.mantissa.isZero || value.magnitudeBits < Int(Int32.min) { return Rational(rounded: .zero) }
    return value.magnitudeBits > Int(Int32.max) ? nil : Rational(rounded: value)
  }

  public static prefix func - (x: Rational) -> Rational {
    switch x.storage {
    case .fraction(let numerator, let denominator):
      Rational(storage: .fraction(-numerator, denominator), isWhole: x.isWhole)
    case .rounded(let value): Rational(rounded: BigFloat(mantissa: -value.mantissa, exponent: value.exponent))
    }
  }

  private init(storage: Storage, isWhole: Bool) {
    self.storage = storage
    self.isWhole = isWhole
  }

  /// `nil` on overflow, here and below.
  static func add(_ x: Rational, _ y: Rational) -> Rational? {
    if case .fraction(let a, let b) = x.storage, case .fraction(let c, let d) = y.storage {
      if x.isWhole && y.isWhole { return Rational(whole: a + c) }
      return b == d ? checked(a + c, b) : checked(a * d + c * b, b * d)
    }
    return checked(x.bigFloat + y.bigFloat)
  }

  static func multiply(_ x: Rational, _ y: Rational) -> Rational? {
    if case .fraction(let a, let b) = x.storage, case .fraction(let c, let d) = y.storage {
      if x.isWhole && y.isWhole { return Rational(whole: a * c) }
      return checked(a * c, b * d)
    }
    return checked(x.bigFloat * y.bigFloat)
  }

  /// The divisor is not zero.
  static func divide(_ x: Rational, _ y: Rational) -> Rational? {
    if case .fraction(let a, let b) = x.storage, case .fraction(let c, let d) = y.storage {
      return checked(a * d, b * c)
    }
    return checked(x.bigFloat / y.bigFloat)
  }

  /// Negative, 0 or positive as x is less than, equal to or greater than y.
  static func compare(_ x: Rational, _ y: Rational) -> Int {
    if x.sign != y.sign { return x.sign - y.sign }
    if case .fraction(let a, let b) = x.storage, case .fraction(let c, let d) = y.storage {
      let (left, right) = b == d ? (a, c) : (a * d, c * b)
      return left < right ? -1 : left == right ? 0 : 1
    }
    // As Go does: a fraction is first rounded to the other's precision.
    let difference = x.bigFloat + BigFloat(mantissa: -y.bigFloat.mantissa, exponent: y.bigFloat.exponent)
    return difference.mantissa.isZero ? 0 : difference.mantissa.sign == .minus ? -1 : 1
  }

  public static func == (x: Rational, y: Rational) -> Bool { compare(x, y) == 0 }

  public func hash(into hasher: inout Hasher) { hasher.combine(double) }

  /// The nearest `float64`, ties to even; infinite on overflow.
  public var double: Double {
    let (mantissa, exponent) = rounded(precision: 53, minExponent: -1074)
    let value = Double(sign: .plus, exponent: exponent, significand: Double(mantissa))
    return sign < 0 ? -value : value
  }

  /// The nearest `float32`, ties to even; infinite on overflow.
  public var float: Float {
    let (mantissa, exponent) = rounded(precision: 24, minExponent: -149)
    let value = Float(sign: .plus, exponent: exponent, significand: Float(mantissa))
    return sign < 0 ? -value : value
  }

  /// The magnitude as mantissa × 2^exponent with at most `precision` bits (one more power of two after rounding up),
  /// the exponent not below `minExponent` (gradual underflow).
  private func rounded(precision: Int, minExponent: Int) -> (mantissa: UInt64, exponent: Int) {
    let numerator: BigUInt
    let denominator: BigUInt
    let scale: Int
    switch storage {
    case .fraction(let n, let d): (numerator, denominator, scale) = (n.magnitude, d.magnitude, 0)
    case .rounded(let value): (numerator, denominator, scale) = (value.mantissa.magnitude, 1, value.exponent)
    }
    if numerator.isZero { return (0, 0) }
    let bits = numerator.bitWidth - denominator.bitWidth + scale
    if bits > 2000 { return (1, 4000) }
    if bits < -2000 { return (0, 0) }
    // The quotient has `precision` or `precision + 1` bits.
    var exponent = max(bits - precision, minExponent)
    let shift = scale - exponent
    let dividend = shift > 0 ? numerator << shift : numerator
    let divisor = shift < 0 ? denominator << -shift : denominator
    let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
    var mantissa = quotient.isZero ? 0 : UInt64(quotient.words.first!)
    if mantissa >> UInt64(precision) != 0 {
      let half = mantissa & 1
      mantissa >>= 1
      exponent += 1
      if half == 1 && (!remainder.isZero || mantissa & 1 == 1) { mantissa += 1 }
    } else {
      let twice = remainder << 1
      if twice > divisor || (twice == divisor && mantissa & 1 == 1) { mantissa += 1 }
    }
    return (mantissa, exponent)
  }
}

/// mantissa × 2^exponent, the mantissa odd (or 0) and of at most 512 bits; rounds to nearest, ties to even.
struct BigFloat: Sendable {
  static let precision = 512
  static let zero = BigFloat(mantissa: 0, exponent: 0)

  let mantissa: BigInt
  let exponent: Int

  /// Rounds; `isInexact` says that the true value lies slightly farther from 0.
  init(mantissa: BigInt, exponent: Int, isInexact: Bool = false) {
    var magnitude = mantissa.magnitude
    var exponent = exponent
    let excess = magnitude.bitWidth - Self.precision
    if excess > 0 {
      let half = (magnitude >> (excess - 1)) & 1 == 1
      let isTie = !isInexact && magnitude.trailingZeroBitCount == excess - 1
      magnitude >>= excess
      exponent += excess
      if half && (!isTie || magnitude & 1 == 1) { magnitude += 1 }
    }
    if magnitude.isZero {
      self.mantissa = 0
      self.exponent = 0
      return
    }
    let zeros = magnitude.trailingZeroBitCount
    if zeros > 0 {
      magnitude >>= zeros
      exponent += zeros
    }
    self.mantissa = BigInt(sign: mantissa.sign, magnitude: magnitude)
    self.exponent = exponent
  }

  init(_ numerator: BigInt, dividedBy denominator: BigInt) {
    self = BigFloat(mantissa: numerator, exponent: 0, over: denominator, exponent: 0)
  }

  /// A quotient with two bits to spare, and whether something was left over.
  private init(mantissa n: BigInt, exponent e: Int, over d: BigInt, exponent f: Int) {
    let shift = max(0, Self.precision + 2 - (n.magnitude.bitWidth - d.magnitude.bitWidth))
    let (quotient, remainder) = (n.magnitude << shift).quotientAndRemainder(dividingBy: d.magnitude)
    let sign: BigInt.Sign = n.sign == d.sign ? .plus : .minus
    // One more bit below, so that a remainder is never taken for a tie.
    let sticky = (quotient << 1) + (remainder.isZero ? 0 : 1)
    self.init(
      mantissa: BigInt(sign: sign, magnitude: sticky), exponent: e - f - shift - 1, isInexact: !remainder.isZero)
  }

  /// The value, if it is a whole number of less than 4096 bits; also where rounding the last four bits up or down makes
  /// it one: it then was a whole number before earlier roundings (as go/constant's `ToInt` takes it).
  var integer: BigInt? {
    if mantissa.isZero { return 0 }
    guard magnitudeBits < Rational.maxFractionBits, magnitudeBits > -Rational.maxFractionBits else { return nil }
    if exponent >= 0 { return mantissa << exponent }
    let excess = mantissa.magnitude.bitWidth - (Self.precision - 4)
    guard excess > 0 else { return nil }
    let low = mantissa.magnitude >> excess
    for candidate in [low, low + 1] {
      let scale = exponent + excess
      if scale >= 0 { return BigInt(sign: mantissa.sign, magnitude: candidate << scale) }
      if candidate.trailingZeroBitCount >= -scale { return BigInt(sign: mantissa.sign, magnitude: candidate >> -scale) }
    }
    return nil
  }

  /// 10^n.
  static func powerOfTen(_ n: Int) -> BigFloat {
    var result = BigFloat(mantissa: 1, exponent: 0)
    var square = BigFloat(mantissa: 10, exponent: 0)
    var rest = n.magnitude
    while rest > 0 {
      if rest & 1 == 1 { result = result * square }
      square = square * square
      rest >>= 1
    }
    return n < 0 ? BigFloat(mantissa: 1, exponent: 0) / result : result
  }

  /// The power of two just above the magnitude: 2^(n-1) <= |x| < 2^n.
  var magnitudeBits: Int { mantissa.magnitude.bitWidth + exponent }

  static func + (x: BigFloat, y: BigFloat) -> BigFloat {
    if x.mantissa.isZero { return y }
    if y.mantissa.isZero { return x }
    let (high, low) = x.exponent >= y.exponent ? (x, y) : (y, x)
    // Far apart, the smaller can't change the rounded sum.
    if x.magnitudeBits - y.magnitudeBits > 2 * precision { return x }
    if y.magnitudeBits - x.magnitudeBits > 2 * precision { return y }
    return BigFloat(
      mantissa: (high.mantissa << (high.exponent - low.exponent)) + low.mantissa, exponent: low.exponent)
  }

  static func * (x: BigFloat, y: BigFloat) -> BigFloat {
    BigFloat(mantissa: x.mantissa * y.mantissa, exponent: x.exponent + y.exponent)
  }

  static func / (x: BigFloat, y: BigFloat) -> BigFloat {
    BigFloat(mantissa: x.mantissa, exponent: x.exponent, over: y.mantissa, exponent: y.exponent)
  }
}
