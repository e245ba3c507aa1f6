import MachineCode

/// Conversions, minimum and maximum, complex numbers: too rare for the loop.
enum SlowArithmetic {
  /// False when the opcode is none of these.
  static func execute(_ i: PC, _ frame: Frame) -> Bool {
    let o = Operands(frame: frame, pc: i)
    switch i.pointee.op {
    case .u64ToF64: o.set(Double(o.b(UInt64.self)))
    case .s64ToF32: o.set(Float(o.b(Int64.self)))
    case .u64ToF32: o.set(Float(o.b(UInt64.self)))
    case .f64ToS64: o.set(signed64(o.b()))
    case .f64ToU64: o.set(unsigned64(o.b()))
    case .f64ToS32: o.set(signed32(o.b()))
    case .f32ToF64: o.set(Double(o.b(Float.self)))
    case .f64ToF32: o.set(Float(o.b(Double.self)))
    case .minF32: o.set(minimum(o.b(Float.self), o.c()))
    case .minF64: o.set(minimum(o.b(Double.self), o.c()))
    case .maxF32: o.set(-minimum(-o.b(Float.self), -o.c(Float.self)))
    case .maxF64: o.set(-minimum(-o.b(Double.self), -o.c(Double.self)))
    case .complexAdd, .complexSub, .complexMul, .complexDiv, .complexEq:
      if i.pointee.w == 64 { complex(o, Float.self) } else { complex(o, Double.self) }
    default: return false
    }
    return true
  }

  /// CVTTSD2SQ: out of range and NaN give the least number.
  static func signed64(_ x: Double) -> Int64 {
    x >= -0x1p63 && x < 0x1p63 ? Int64(x) : .min
  }

  static func signed32(_ x: Double) -> Int32 {
    x > -0x1.00000002p31 && x < 0x1p31 ? Int32(x) : .min
  }

  /// As Go's amd64 code: through the signed conversion, above 2⁶³ less 2⁶³.
  static func unsigned64(_ x: Double) -> UInt64 {
    if x < 0x1p63 { return UInt64(bitPattern: signed64(x)) }
    return UInt64(bitPattern: signed64(x - 0x1p63)) ^ 1 << 63
  }

  /// The built-in min: NaN if either is NaN, −0 below +0.
  static func minimum<T: BinaryFloatingPoint>(_ x: T, _ y: T) -> T {
    if x.isNaN || y.isNaN { return T.nan }
    if x == y { return x.sign == .minus ? x : y }
    return x < y ? x : y
  }

  private static func complex<T: BinaryFloatingPoint & BitwiseCopyable>(_ o: Operands, _: T.Type) {
    let size = Int32(MemoryLayout<T>.size)
    let i = o.pc.pointee
    let (a, b): (T, T) = (read(o.frame, i.b), read(o.frame, i.b &+ size))
    let (c, d): (T, T) = (read(o.frame, i.c), read(o.frame, i.c &+ size))
    var result: (T, T)
    switch i.op {
    case .complexAdd: result = (a + c, b + d)
    case .complexSub: result = (a - c, b - d)
    case .complexMul: result = (a * c - b * d, a * d + b * c)
    case .complexDiv:
      let quotient = divide(Double(a), Double(b), Double(c), Double(d))
      result = (T(quotient.0), T(quotient.1))
    default:
      write(o.frame, i.a, a == c && b == d)
      return
    }
    write(o.frame, i.a, result.0)
    write(o.frame, i.a &+ size, result.1)
  }

  /// runtime/complex.go complex128div: infinities and NaNs are sorted out first, then the larger part of the divisor
  /// scales.
  private static func divide(_ nr: Double, _ ni: Double, _ mr: Double, _ mi: Double) -> (Double, Double) {
    var e: Double
    var f: Double
    if abs(mr) >= abs(mi) {
      let ratio = mi / mr
      let denominator = mr + ratio * mi
      e = (nr + ni * ratio) / denominator
      f = (ni - nr * ratio) / denominator
    } else {
      let ratio = mr / mi
      let denominator = mi + ratio * mr
      e = (nr * ratio + ni) / denominator
      f = (ni * ratio - nr) / denominator
    }
    guard e.isNaN && f.isNaN else { return (e, f) }
    var (a, b, c, d) = (nr, ni, mr, mi)
    func sign(_ x: Double, _ to: Double) -> Double { Double(signOf: to, magnitudeOf: x) }
    if c == 0 && d == 0 && (!a.isNaN || !b.isNaN) {
      e = sign(.infinity, c) * a
      f = sign(.infinity, c) * b
    } else if (a.isInfinite || b.isInfinite) && c.isFinite && d.isFinite {
      a = sign(a.isInfinite ? 1 : 0, a)
      b = sign(b.isInfinite ? 1 : 0, b)
      e = .infinity * (a * c + b * d)
      f = .infinity * (b * c - a * d)
    } else if (c.isInfinite || d.isInfinite) && a.isFinite && b.isFinite {
      c = sign(c.isInfinite ? 1 : 0, c)
      d = sign(d.isInfinite ? 1 : 0, d)
      e = 0 * (a * c + b * d)
      f = 0 * (b * c - a * d)
    }
    return (e, f)
  }
}
