import BigInt

/// The exact value of a constant expression (spec, "Constants").
///
/// The case follows the value's form, not the type: the untyped float constant of `1 << 3 / 2.0` may be held as
/// `.float`, and `float64(3)` too. Operations bring both operands to the wider form first. Integers are exact without
/// bound (the checker limits untyped ones to 512 bits); see `Rational` for floats.
public enum Constant: Hashable, Sendable {
  case bool(Bool)
  /// Bytes, since constants may hold invalid UTF-8.
  case string([UInt8])
  // Boxed, because tables hold an entry for every node and few are constants.
  indirect case int(BigInt)
  indirect case float(Rational)
  indirect case complex(Rational, Rational)
}

extension Constant {
  public static func int(_ value: Int) -> Constant { .int(BigInt(value)) }

  public static func string(_ text: String) -> Constant { .string(Array(text.utf8)) }

  public var boolValue: Bool? {
    if case .bool(let value) = self { return value }
    return nil
  }

  public var stringValue: [UInt8]? {
    if case .string(let bytes) = self { return bytes }
    return nil
  }

  /// The value of an integer constant, or of a float or complex one whose value is an integer.
  public var integer: BigInt? {
    switch self {
    case .int(let value): value
    case .float(let value): value.integer
    case .complex(let real, let imaginary): imaginary.isZero ? real.integer : nil
    default: nil
    }
  }

  /// `nil` where the value is no integer or needs more than 64 bits.
  public var int64: Int64? { integer?.int64 }

  /// `nil` where the value is no integer, is negative, or needs more than 64 bits.
  public var uint64: UInt64? { integer?.uint64 }

  /// The nearest `float64`; infinite where it overflows; `nil` unless numeric with no imaginary part.
  public var double: Double? { real?.double }

  /// The nearest `float32`; infinite where it overflows; `nil` unless numeric with no imaginary part.
  public var float: Float? { real?.float }

  /// An integer or float as a fraction; a complex one where its imaginary part is 0.
  public var real: Rational? {
    switch self {
    case .int(let value): Rational(value)
    case .float(let value): value
    case .complex(let real, let imaginary): imaginary.isZero ? real : nil
    default: nil
    }
  }

  /// Both parts of any number.
  public var parts: (real: Rational, imaginary: Rational)? {
    switch self {
    case .complex(let real, let imaginary): return (real, imaginary)
    case .int(let value): return (Rational(whole: value), Rational(whole: 0))
    default:
      guard let real else { return nil }
      return (real, Rational(whole: 0))
    }
  }

  /// -1, 0 or 1; for complex numbers 0 only for zero.
  public var sign: Int {
    switch self {
    case .int(let value): value.isZero ? 0 : value.sign == .minus ? -1 : 1
    case .float(let value): value.sign
    case .complex(let real, let imaginary): real.isZero && imaginary.isZero ? 0 : 1
    default: 1
    }
  }

  /// Bits of an integer's magnitude; 0 for others.
  public var bitLength: Int {
    if case .int(let value) = self { return value.magnitude.bitWidth }
    return 0
  }
}

extension BigInt {
  /// The value, where it fits.
  var int64: Int64? {
    let width = magnitude.bitWidth
    if width == 0 { return 0 }
    guard width <= 64 else { return nil }
    let word = UInt64(magnitude.words.first!)
    if sign == .minus { return word <= 1 << 63 ? Int64(truncatingIfNeeded: 0 &- word) : nil }
    return word < 1 << 63 ? Int64(word) : nil
  }

  /// The value, where it fits.
  var uint64: UInt64? {
    let width = magnitude.bitWidth
    if width == 0 { return 0 }
    return width <= 64 && sign == .plus ? UInt64(magnitude.words.first!) : nil
  }
}
