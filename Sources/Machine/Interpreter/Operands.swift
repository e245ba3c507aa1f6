import MachineCode

// What the loop's one-line cases are made of: frame slots read and written by byte offset from SP. The compiler vouches for
// offsets; everything here is inlined into the loop. What can fail returns false (or nil) and says why in `Core.trap`.

typealias Frame = UnsafeMutableRawPointer
typealias PC = UnsafePointer<Instruction>

@inline(__always)
func read<T: BitwiseCopyable>(_ frame: Frame, _ offset: Int32, _: T.Type = T.self) -> T {
  (frame + Int(offset)).assumingMemoryBound(to: T.self).pointee
}

@inline(__always)
func write<T: BitwiseCopyable>(_ frame: Frame, _ offset: Int32, _ value: T) {
  (frame + Int(offset)).assumingMemoryBound(to: T.self).pointee = value
}

/// a ← b op c.
@inline(__always)
func binary<T: BitwiseCopyable, R: BitwiseCopyable>(_ f: Frame, _ pc: PC, _: T.Type, _ op: (T, T) -> R) {
  write(f, pc.pointee.a, op(read(f, pc.pointee.b, T.self), read(f, pc.pointee.c, T.self)))
}

/// a ← b op immediate c.
@inline(__always)
func immediate<T: FixedWidthInteger & BitwiseCopyable>(_ f: Frame, _ pc: PC, _: T.Type, _ op: (T, T) -> T) {
  write(f, pc.pointee.a, op(read(f, pc.pointee.b, T.self), T(truncatingIfNeeded: pc.pointee.c)))
}

/// a ← op b.
@inline(__always)
func unary<T: BitwiseCopyable, R: BitwiseCopyable>(_ f: Frame, _ pc: PC, _: T.Type, _ op: (T) -> R) {
  write(f, pc.pointee.a, op(read(f, pc.pointee.b, T.self)))
}

/// a ← b, `words` of 64 bits; all are read before the first is written.
@inline(__always)
func moveWords(_ f: Frame, _ pc: PC, _ words: Int) {
  let first: UInt64 = read(f, pc.pointee.b)
  let second: UInt64 = read(f, pc.pointee.b &+ 8)
  let third: UInt64 = words > 2 ? read(f, pc.pointee.b &+ 16) : 0
  write(f, pc.pointee.a, first)
  write(f, pc.pointee.a &+ 8, second)
  if words > 2 { write(f, pc.pointee.a &+ 16, third) }
}

/// a ← immediate b.
@inline(__always)
func constant<T: FixedWidthInteger & BitwiseCopyable>(_ f: Frame, _ pc: PC, _: T.Type) {
  write(f, pc.pointee.a, T(truncatingIfNeeded: pc.pointee.b))
}

/// a op b, for branches.
@inline(__always)
func compare<T: BitwiseCopyable>(_ f: Frame, _ pc: PC, _: T.Type, _ op: (T, T) -> Bool) -> Bool {
  op(read(f, pc.pointee.a, T.self), read(f, pc.pointee.b, T.self))
}

/// a op immediate b, for branches; the immediate is sign-extended to the width.
@inline(__always)
func compareC<T: FixedWidthInteger & BitwiseCopyable>(_ f: Frame, _ pc: PC, _: T.Type, _ op: (T, T) -> Bool) -> Bool {
  op(read(f, pc.pointee.a, T.self), T(truncatingIfNeeded: pc.pointee.b))
}

/// a ← b << c or b >> c, with Go's meaning for counts of the width and above.
@inline(__always)
func shift<T: FixedWidthInteger & BitwiseCopyable>(_ f: Frame, _ pc: PC, _: T.Type, left: Bool) {
  let value = read(f, pc.pointee.b, T.self)
  let count = read(f, pc.pointee.c, UInt64.self)
  let result: T
  if count < UInt64(T.bitWidth) {
    result = left ? value &<< T(truncatingIfNeeded: count) : value &>> T(truncatingIfNeeded: count)
  } else {
    result = T.isSigned && !left && value < 0 ? ~0 : 0
  }
  write(f, pc.pointee.a, result)
}

/// a ← b / divisor or b % divisor; the divisor is not 0, and the least number divided by −1 is itself.
@inline(__always)
func divide<T: FixedWidthInteger & BitwiseCopyable>(_ f: Frame, _ pc: PC, by divisor: T, remainder: Bool) {
  let value = read(f, pc.pointee.b, T.self)
  let result =
    remainder
    ? value.remainderReportingOverflow(dividingBy: divisor).partialValue
    : value.dividedReportingOverflow(by: divisor).partialValue
  write(f, pc.pointee.a, result)
}

/// The same by the slot c, and by the immediate c.
@inline(__always)
func divide<T: FixedWidthInteger & BitwiseCopyable>(
  _ f: Frame, _ pc: PC, _: T.Type, remainder: Bool, _ core: UnsafeMutablePointer<Core>
) -> Bool {
  let divisor = read(f, pc.pointee.c, T.self)
  if divisor == 0 {
    core.pointee.trap.kind = .divide
    return false
  }
  divide(f, pc, by: divisor, remainder: remainder)
  return true
}

@inline(__always)
func divideC<T: FixedWidthInteger & BitwiseCopyable>(_ f: Frame, _ pc: PC, _: T.Type, remainder: Bool) {
  divide(f, pc, by: T(truncatingIfNeeded: pc.pointee.c), remainder: remainder)
}

/// What stopped an instruction of the loop.
struct Trap {
  enum Kind { case none, divide, shift, index, memory, growth, returnPC, target }
  var kind = Kind.none
  /// Index and length, or the address.
  var x: UInt64 = 0
  var y: UInt64 = 0
}
