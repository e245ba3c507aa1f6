import BigInt

/// Why a constant has no value of a basic type; the checker words it.
public enum RepresentationFailure: Error, Sendable {
  /// `%s truncated to %s`
  case truncated
  /// `%s overflows %s`
  case overflows
  /// `cannot convert %s to type %s`, or "cannot use" where it is assigned.
  case mismatch
}

extension Constant {
  /// The value in type `kind` (spec, "Representability"): floats rounded to the type, whole numbers made integers for
  /// integer types. `from` is the basic kind of the constant's own type; it decides between the three failures.
  public func represented(as kind: BasicKind, from source: BasicKind, sizes: Sizes) -> Result<
    Constant, RepresentationFailure
  > {
    if let value = represented(as: kind, sizes: sizes) { return .success(value) }
    guard source.isNumeric && kind.isNumeric else { return .failure(.mismatch) }
    return .failure(!source.isInteger && kind.isInteger ? .truncated : .overflows)
  }

  /// The value in type `kind`, or `nil` where it is not representable.
  public func represented(as kind: BasicKind, sizes: Sizes) -> Constant? {
    if kind.isInteger { return integerRepresentation(kind, sizes) }
    if kind.isFloat {
      guard let value = real else { return nil }
      switch kind {
      case .float32: return Self.finite(Double(value.float)).map { .float($0) }
      case .float64: return Self.finite(value.double).map { .float($0) }
      default: return .float(value)
      }
    }
    if kind.isComplex {
      guard let parts else { return nil }
      switch kind {
      case .complex64:
        guard let real = Self.finite(Double(parts.real.float)),
          let imaginary = Self.finite(Double(parts.imaginary.float))
        else { return nil }
        return .complex(real, imaginary)
      case .complex128:
        guard let real = Self.finite(parts.real.double), let imaginary = Self.finite(parts.imaginary.double)
        else { return nil }
        return .complex(real, imaginary)
      default: return .complex(parts.real, parts.imaginary)
      }
    }
    switch self {
    case .string: return kind.isString ? self : nil
    case .bool: return kind.isBoolean ? self : nil
    default: return nil
    }
  }

  private static func finite(_ value: Double) -> Rational? { value.isFinite ? Rational(exactly: value) : nil }

  private func integerRepresentation(_ kind: BasicKind, _ sizes: Sizes) -> Constant? {
    guard let value = integer else { return nil }
    if kind.isUntyped { return .int(value) }
    let bits = sizes.integerBits(kind)
    if kind.isUnsigned {
      guard let small = value.uint64 else { return nil }
      return bits == 64 || small >> UInt64(bits) == 0 ? .int(value) : nil
    }
    guard let small = value.int64 else { return nil }
    let spare = Int64(64 - bits)
    return (small << spare) >> spare == small ? .int(value) : nil
  }
}

extension Sizes {
  /// The width of an integer type, in bits.
  public func integerBits(_ kind: BasicKind) -> Int {
    switch kind {
    case .int8, .uint8: 8
    case .int16, .uint16: 16
    case .int32, .uint32: 32
    case .int64, .uint64: 64
    default: architecture.wordSize * 8
    }
  }
}
