import SourceText

/// Why an instruction allocates (rows A3 and B8 of systems.md).
public enum AllocReason: Hashable, Sendable {
  /// `new(T)`.
  case new
  /// `&T{}`, a slice, map or func literal.
  case literal
  /// A declared variable that escapes; its name.
  case variable(String)
  case makeSlice, makeMap, makeChan
  case closure
  /// A value stored in an interface.
  case boxing
  case concatenation
  case stringToBytes, bytesToString, stringToRunes, runesToString, runeToString
  case appendGrowth
  case mapGrowth
  case deferRecord
  case methodValue
  case variadicSlice
  /// Of the machine's own: goroutine, timer.
  case runtime(String)
}

/// A place in the program that allocates.
public struct AllocSite: Sendable {
  /// Of the block's value; the element type for slices, the map or channel type for maps and channels.
  public var type: TypeID
  public var span: Span
  public var reason: AllocReason
  public var function: FunctionID
  /// The frame slot of a 32-byte buffer for short results that do not escape; −1 without.
  public var bufferSlot: Int32
  /// In a sentence part, why it is on the heap: "its address is returned by newNode". Empty when unknown.
  public var explanation: String
  public init(
    type: TypeID, span: Span, reason: AllocReason, function: FunctionID, bufferSlot: Int32 = -1,
    explanation: String = ""
  ) {
    self.type = type
    self.span = span
    self.reason = reason
    self.function = function
    self.bufferSlot = bufferSlot
    self.explanation = explanation
  }
}
