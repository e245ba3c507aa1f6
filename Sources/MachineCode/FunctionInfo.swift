import SourceText

/// A half-open range of instruction indices of the whole program.
public struct PCRange: Hashable, Sendable {
  public var start: Int32
  public var end: Int32
  public init(_ start: Int32, _ end: Int32) {
    self.start = start
    self.end = end
  }
  public func contains(_ pc: Int) -> Bool { start <= pc && pc < end }
}

/// A compiled function and its frame.
public struct FunctionInfo: Sendable {
  /// As the runtime prints it: `main.f`, `main.(*T).m`, `main.main.func1`.
  public var name: String
  public var span: Span
  public var code: PCRange
  /// Bytes from SP to the saved frame pointer; a multiple of the word size.
  public var frameSize: Int32
  /// Bytes at the bottom of the frame for the arguments and results of calls; part of `frameSize`.
  public var outgoingSize: Int32
  /// Bytes of arguments and results in the caller's outgoing area.
  public var argumentSize: Int32
  /// Where results begin within those bytes.
  public var resultOffset: Int32
  /// Parameters first, then results, then locals in order of declaration, then temporaries.
  public var slots: [FrameSlot]
  /// The `runDefers` to continue at when a panic of this frame was recovered; −1 for a function without defer.
  public var deferReturn: Int32
  public var isLibrary: Bool
  /// Generated: forwards to another function (method wrappers, deferred and started calls with arguments). Hidden from
  /// tracebacks, and transparent to `recover`.
  public var isWrapper: Bool
  /// For a function literal: what its closure block holds behind the code word.
  public var captures: [Capture]

  public init(
    name: String, span: Span, code: PCRange, frameSize: Int32, outgoingSize: Int32, argumentSize: Int32,
    resultOffset: Int32, slots: [FrameSlot], deferReturn: Int32 = -1, isLibrary: Bool, isWrapper: Bool = false,
    captures: [Capture] = []
  ) {
    self.name = name
    self.span = span
    self.code = code
    self.frameSize = frameSize
    self.outgoingSize = outgoingSize
    self.argumentSize = argumentSize
    self.resultOffset = resultOffset
    self.slots = slots
    self.deferReturn = deferReturn
    self.isLibrary = isLibrary
    self.isWrapper = isWrapper
    self.captures = captures
  }
}

public struct Capture: Hashable, Sendable {
  public var name: String
  /// The variable's type.
  public var type: TypeID
  /// The closure holds the variable's address rather than a copy of its value.
  public var byReference: Bool
  /// Bytes from the beginning of the closure block.
  public var offset: Int32
  public init(name: String, type: TypeID, byReference: Bool, offset: Int32) {
    self.name = name
    self.type = type
    self.byReference = byReference
    self.offset = offset
  }
}

/// A place in a frame. Every variable has one of its own; temporaries share theirs over time.
public struct FrameSlot: Sendable {
  public enum Kind: Hashable, Sendable {
    case receiver, parameter, result, local
    /// The hidden pointer to a variable that escaped: `type` is the pointer type, `name` the variable's.
    case escaped
    case temporary
    /// In the outgoing area, between being written and the call, or between the call and being read. Its live ranges
    /// count in the topmost frame only: in a frame that waits for a call, those bytes are the callee's parameters and
    /// results, and the callee's own live ranges describe them.
    case outgoing
    /// The closure with which the function was called.
    case closure
    case deferRecord, mapIterator, stringBuffer
    /// The backing store of a value that does not escape: `new(T)`, a literal, `make` with a small constant size,
    /// a boxed value, a closure (A9 of systems.md).
    case backing
  }

  /// The variable's name; for other kinds a short description (`new(T)`, `[]int literal`), or empty.
  public var name: String
  public var kind: Kind
  public var type: TypeID
  /// Bytes from this function's SP; at least `frameSize` + 2 words for parameters and results.
  public var offset: Int32
  /// Where it was declared or made.
  public var span: Span
  /// Where the name is in scope and initialised: what the views list.
  public var visible: [PCRange]
  /// Where its pointers are needed later: what the collector scans and what growth rewrites. Sorted, disjoint. A call
  /// is looked up by the instruction behind it. Empty when the type holds no pointers.
  public var live: [PCRange]

  public init(
    name: String, kind: Kind, type: TypeID, offset: Int32, span: Span, visible: [PCRange], live: [PCRange]
  ) {
    self.name = name
    self.kind = kind
    self.type = type
    self.offset = offset
    self.span = span
    self.visible = visible
    self.live = live
  }
}
