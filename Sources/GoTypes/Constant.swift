import BigInt

/// The exact value of a constant expression (spec, "Constants").
public enum Constant: Hashable, Sendable {
  case bool(Bool)
  /// Bytes, since constants may hold invalid UTF-8.
  case string([UInt8])
  case int(BigInt)
  case float(Rational)
  case complex(Rational, Rational)
}

/// An exact fraction in lowest terms, denominator positive.
public struct Rational: Hashable, Sendable {
  public let numerator: BigInt
  public let denominator: BigInt

  public init(_ numerator: BigInt, _ denominator: BigInt = 1) {
    precondition(!denominator.isZero, "a fraction's denominator is not zero")
    let divisor = numerator.greatestCommonDivisor(with: denominator)
    let sign: BigInt = denominator.sign == .minus ? -1 : 1
    self.numerator = sign * (divisor.isZero ? numerator : numerator / divisor)
    self.denominator = sign * (divisor.isZero ? denominator : denominator / divisor)
  }
}
