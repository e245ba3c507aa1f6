import MachineCode

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

/// An instruction's operands in its frame: what the loop's one-line cases are made of. The compiler of the program vouches for
/// offsets; everything here is inlined. What can fail returns false (or nil) and says why in `Core.trap`.
struct Operands {
  let frame: Frame
  let pc: PC

  /// The slots a, b and c.
  @inline(__always) func a<T: BitwiseCopyable>(_: T.Type = T.self) -> T { read(frame, pc.pointee.a) }
  @inline(__always) func b<T: BitwiseCopyable>(_: T.Type = T.self) -> T { read(frame, pc.pointee.b) }
  @inline(__always) func c<T: BitwiseCopyable>(_: T.Type = T.self) -> T { read(frame, pc.pointee.c) }

  /// The operands themselves, sign-extended to the width.
  @inline(__always)
  func immediateB<T: FixedWidthInteger>(_: T.Type = T.self) -> T { T(truncatingIfNeeded: pc.pointee.b) }
  @inline(__always)
  func immediateC<T: FixedWidthInteger>(_: T.Type = T.self) -> T { T(truncatingIfNeeded: pc.pointee.c) }

  /// Slot a ← value.
  @inline(__always) func set<T: BitwiseCopyable>(_ value: T) { write(frame, pc.pointee.a, value) }

  /// Goes on to the second instruction of a fused pair.
  @inline(__always)
  func second(_ pc: inout PC) -> Operands {
    pc += 1
    return Operands(frame: frame, pc: pc)
  }

  /// a ← b, `words` of 64 bits; all are read before the first is written.
  @inline(__always)
  func moveWords(_ words: Int) {
    let first: UInt64 = b()
    let second: UInt64 = read(frame, pc.pointee.b &+ 8)
    let third: UInt64 = words > 2 ? read(frame, pc.pointee.b &+ 16) : 0
    set(first)
    write(frame, pc.pointee.a &+ 8, second)
    if words > 2 { write(frame, pc.pointee.a &+ 16, third) }
  }

  /// a ← b << c or b >> c, with Go's meaning for counts of the width and above.
  @inline(__always)
  func shift<T: FixedWidthInteger & BitwiseCopyable>(_: T.Type, left: Bool) {
    let value = b(T.self)
    let count = c(UInt64.self)
    if count < UInt64(T.bitWidth) {
      set(left ? value &<< T(truncatingIfNeeded: count) : value &>> T(truncatingIfNeeded: count))
    } else {
      set(T.isSigned && !left && value < 0 ? ~0 as T : 0)
    }
  }

  /// a ← b / divisor or b % divisor; the divisor is not 0, and the least number divided by −1 is itself.
  @inline(__always)
  func divide<T: FixedWidthInteger & BitwiseCopyable>(by divisor: T, remainder: Bool) {
    let value = b(T.self)
    set(
      remainder
        ? value.remainderReportingOverflow(dividingBy: divisor).partialValue
        : value.dividedReportingOverflow(by: divisor).partialValue)
  }

  /// The same by slot c, which may be 0.
  @inline(__always)
  func divide<T: FixedWidthInteger & BitwiseCopyable>(
    _: T.Type, remainder: Bool, _ core: UnsafeMutablePointer<Core>
  ) -> Bool {
    let divisor = c(T.self)
    if divisor == 0 {
      core.pointee.trap.kind = .divide
      return false
    }
    divide(by: divisor, remainder: remainder)
    return true
  }

  /// The element size of an address computation: `w`, or in the `ext` behind it.
  @inline(__always)
  var elementSize: UInt64 { pc.pointee.w != 0 ? UInt64(pc.pointee.w) : UInt64(UInt32(bitPattern: pc[1].a)) }

  /// a ← element c of the array in the frame at b.
  @inline(__always)
  func frameLoad<T: BitwiseCopyable>(_: T.Type) {
    let from = frame + (Int(pc.pointee.b) &+ c(Int.self) &* MemoryLayout<T>.size)
    set(from.assumingMemoryBound(to: T.self).pointee)
  }

  /// Element b of the array in the frame at a ← c.
  @inline(__always)
  func frameStore<T: BitwiseCopyable>(_: T.Type) {
    let to = frame + (Int(pc.pointee.a) &+ b(Int.self) &* MemoryLayout<T>.size)
    to.assumingMemoryBound(to: T.self).pointee = c()
  }
}

/// Moves control. Straight-line code counts its ticks by pc alone, so the bias takes up the distance. pc is left one
/// instruction before the target, where the loop's common end takes it on. False, with pc at the target, when the limit is reached.
@inline(__always)
func branch(_ taken: Bool, _ pc: inout PC, _ bias: inout Int, _ limit: Int) -> Bool {
  if taken {
    let distance = Int(pc.pointee.c)
    bias &-= distance
    pc = (UnsafeRawPointer(pc) + distance).assumingMemoryBound(to: Instruction.self)
    return isBelow(limit, &pc, bias)
  }
  return true
}

@inline(__always)
func go(to target: PC, _ pc: inout PC, _ bias: inout Int, _ limit: Int) -> Bool {
  bias &+= Int(bitPattern: pc + 1) &- Int(bitPattern: target)
  pc = target - 1
  return isBelow(limit, &pc, bias)
}

@inline(__always)
private func isBelow(_ limit: Int, _ pc: inout PC, _ bias: Int) -> Bool {
  if bias &+ Int(bitPattern: pc) &+ 16 < limit { return true }
  pc += 1
  return false
}

/// What stopped an instruction of the loop.
struct Trap {
  enum Kind { case none, divide, shift, index, memory, growth, returnPC, target }
  var kind = Kind.none
  /// Index and length, or the address.
  var x: UInt64 = 0
  var y: UInt64 = 0
}
