/// # MachineCode: what the simulated machine runs
///
/// The contract between the compiler (Lowering) and the machine: instructions, functions with their frames and
/// liveness, type descriptors, allocation sites, initial memory. The machine never sees a syntax tree; the compiler never
/// sees a running machine.
///
/// A frame, addresses growing upwards, every operand a byte offset from SP:
///
/// ```
///   SP + frameSize + 2 words + k   arguments and results (in the caller's outgoing area)
///   SP + frameSize + 1 word        return PC (a text address)
///   SP + frameSize                 saved frame pointer (the caller's; of this very slot in the caller's frame)
///   SP + outgoingSize ...          locals and temporaries, one slot each
///   SP + 0 ...                     outgoing area: arguments and results of the calls that this function makes
///   ───────────────────────        below SP: stale bytes of earlier calls, left as they are
/// ```
///
/// This is a teaching ABI: like Go's ABI0, everything passes in memory, so that everything can be seen; real Go 1.23
/// passes the first arguments in registers.
///
/// Invariants: `code`, `spans` and `statementStarts` are parallel; a function's code is contiguous; branch targets stay inside
/// their function; at every instruction the live ranges of the slots name every slot that holds a pointer which is
/// still needed (so every instruction can be a safepoint).

import SourceText

/// One instruction, 16 bytes.
public struct Instruction: Hashable, Sendable {
  public var op: Opcode
  /// A small operand: a size, a count, a type, flags.
  public var w: UInt16
  public var a: Int32
  public var b: Int32
  public var c: Int32

  public init(_ op: Opcode, w: UInt16 = 0, a: Int32 = 0, b: Int32 = 0, c: Int32 = 0) {
    self.op = op
    self.w = w
    self.a = a
    self.b = b
    self.c = c
  }
}

/// Index into `Program.functions`.
public struct FunctionID: Hashable, Comparable, Sendable {
  public let rawValue: Int32
  public init(_ rawValue: Int32) { self.rawValue = rawValue }
  public static func < (a: FunctionID, b: FunctionID) -> Bool { a.rawValue < b.rawValue }
}

/// Index into `Program.types`.
public struct TypeID: Hashable, Comparable, Sendable {
  public let rawValue: Int32
  public init(_ rawValue: Int32) { self.rawValue = rawValue }
  public static func < (a: TypeID, b: TypeID) -> Bool { a.rawValue < b.rawValue }
}

/// Index into `Program.sites`.
public struct SiteID: Hashable, Comparable, Sendable {
  public let rawValue: Int32
  public init(_ rawValue: Int32) { self.rawValue = rawValue }
  public static func < (a: SiteID, b: SiteID) -> Bool { a.rawValue < b.rawValue }
}

/// Flags of `Opcode.sliceExpression` in `w`.
public struct SliceFlags: OptionSet, Sendable {
  public let rawValue: UInt16
  public init(rawValue: UInt16) { self.rawValue = rawValue }
  /// The operand was given; otherwise low is 0, high the length, max the capacity.
  public static let low = SliceFlags(rawValue: 1)
  public static let high = SliceFlags(rawValue: 2)
  public static let max = SliceFlags(rawValue: 4)
  /// Over a string: the capacity operand is unused and the result has two words.
  public static let string = SliceFlags(rawValue: 8)
  /// Over a pointer to an array (nil panics): length and capacity are the array's, and messages say so.
  public static let array = SliceFlags(rawValue: 16)
}

/// Flags of `Opcode.assertInterface` in `w`.
public struct AssertFlags: OptionSet, Sendable {
  public let rawValue: UInt16
  public init(rawValue: UInt16) { self.rawValue = rawValue }
  public static let commaOK = AssertFlags(rawValue: 1)
  /// The operand is an empty interface (type word) rather than a non-empty one (itab word).
  public static let fromEmpty = AssertFlags(rawValue: 2)
  /// The target is an empty interface.
  public static let toEmpty = AssertFlags(rawValue: 4)
  /// A conversion between interface types: a nil operand gives nil instead of a panic.
  public static let convert = AssertFlags(rawValue: 8)
}

/// What `Opcode.print` prints (runtime/print.go, Go 1.23).
public enum PrintKind: UInt16, Sendable {
  case bool, int64, uint64, float64, complex128, string, pointer, emptyInterface, interface, slice, space, newline
  /// uintptr-sized values printed in hexadecimal: pointers, channels, maps, funcs are `.pointer`.
  case hex
}

/// The size in bytes of the frame slots of runtime structures, in words where a pointer is meant.
public enum RuntimeLayout {
  /// Words of a map iterator's slot (`Opcode.mapIterateStart`).
  public static let mapIteratorWords = 12
  /// Words of a deferred call's record (`Opcode.deferStack`): link, closure, SP, PC, flags, spare.
  public static let deferRecordWords = 6
  /// Bytes of the buffer for short strings that do not escape (runtime/string.go tmpStringBufSize).
  public static let stringBufferBytes = 32
}
