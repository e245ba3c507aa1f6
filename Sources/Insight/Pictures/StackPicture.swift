import MachineCode
import SourceText

/// One goroutine's stack, from its high end (the oldest frame) down to the guard.
public struct StackPicture: Sendable {
  public var goroutine: Int
  /// The segment `[low, high)`.
  public var low: UInt64
  public var high: UInt64
  /// Below this address a call must grow the stack first.
  public var guardAddress: UInt64
  public var sp: UInt64
  /// Oldest first: as they lie from high to low addresses.
  public var frames: [FramePicture]
  /// Frames of calls that have returned, recognised by what is left of them below SP; nearest first.
  public var stale: [FramePicture]
  /// While the stack is being moved.
  public var growth: GrowthPicture?

  public init(
    goroutine: Int, low: UInt64, high: UInt64, guardAddress: UInt64, sp: UInt64, frames: [FramePicture],
    stale: [FramePicture], growth: GrowthPicture? = nil
  ) {
    self.goroutine = goroutine
    self.low = low
    self.high = high
    self.guardAddress = guardAddress
    self.sp = sp
    self.frames = frames
    self.stale = stale
    self.growth = growth
  }
}

/// The old and the new segment side by side.
public struct GrowthPicture: Hashable, Sendable {
  public var oldLow: UInt64
  public var oldHigh: UInt64
  public var newLow: UInt64
  public var newHigh: UInt64
  public var copiedFrames: Int
  public var totalFrames: Int
  public var rewrittenPointers: Int
  public init(
    oldLow: UInt64, oldHigh: UInt64, newLow: UInt64, newHigh: UInt64, copiedFrames: Int, totalFrames: Int,
    rewrittenPointers: Int
  ) {
    self.oldLow = oldLow
    self.oldHigh = oldHigh
    self.newLow = newLow
    self.newHigh = newHigh
    self.copiedFrames = copiedFrames
    self.totalFrames = totalFrames
    self.rewrittenPointers = rewrittenPointers
  }
}

public struct FramePicture: Sendable {
  public var function: String
  public var functionID: FunctionID
  /// SP while this frame is (or was) the top one.
  public var low: UInt64
  /// Behind its return PC and its arguments.
  public var high: UInt64
  /// Variables first in order of declaration, then hidden and backing slots.
  public var slots: [SlotPicture]
  /// `file:line` to which it returns; empty for the goroutine's first frame.
  public var returnsTo: String
  /// `file:line` where it is executing.
  public var location: String
  public var isFocus: Bool
  public var isLibrary: Bool
  public var isStale: Bool
  public init(
    function: String, functionID: FunctionID, low: UInt64, high: UInt64, slots: [SlotPicture], returnsTo: String,
    location: String, isFocus: Bool = false, isLibrary: Bool = false, isStale: Bool = false
  ) {
    self.function = function
    self.functionID = functionID
    self.low = low
    self.high = high
    self.slots = slots
    self.returnsTo = returnsTo
    self.location = location
    self.isFocus = isFocus
    self.isLibrary = isLibrary
    self.isStale = isStale
  }
}

/// A named place in memory: a frame slot, a package variable, a field or element of a block.
public struct SlotPicture: Hashable, Sendable {
  public enum Liveness: Hashable, Sendable {
    /// Holds a value that may still be used.
    case live
    /// In scope, but its pointers are no longer needed: the collector does not look here.
    case dead
    /// In scope soon; not initialised yet.
    case notYet
    case stale
  }

  public var name: String
  public var kind: FrameSlot.Kind
  public var type: String
  public var address: UInt64
  /// Bytes.
  public var size: Int
  public var value: String
  /// Pointers inside, by the byte offset at which they lie.
  public var pointers: [PointerPicture]
  public var liveness: Liveness
  public init(
    name: String, kind: FrameSlot.Kind = .local, type: String, address: UInt64, size: Int, value: String,
    pointers: [PointerPicture] = [], liveness: Liveness = .live
  ) {
    self.name = name
    self.kind = kind
    self.type = type
    self.address = address
    self.size = size
    self.value = value
    self.pointers = pointers
    self.liveness = liveness
  }
}

/// A pointer that lies in memory.
public struct PointerPicture: Hashable, Sendable {
  public enum Target: Hashable, Sendable {
    case `nil`
    /// The heap block's base address.
    case block(UInt64)
    /// A goroutine's stack.
    case stack(goroutine: Int)
    case global
    /// Literals, descriptors, code: never collected.
    case readOnly
    /// Memory that belongs to nobody: a dangling pointer.
    case dangling
  }
  /// Where the pointer itself lies.
  public var source: UInt64
  /// What it holds.
  public var address: UInt64
  public var target: Target
  public init(source: UInt64, address: UInt64, target: Target) {
    self.source = source
    self.address = address
    self.target = target
  }
}
