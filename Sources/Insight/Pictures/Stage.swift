import MachineCode
import SourceText

/// All that the main screen shows of the machine at one tick.
public struct Stage: Sendable {
  public var tick: UInt64
  public var source: SourcePicture
  public var stack: StackPicture
  public var goroutines: [GoroutinePicture]
  public var channels: [ChannelPicture]
  /// The goroutine that runs alone while it can.
  public var alone: Int?
  public var heap: HeapPicture
  public var globals: [SlotPicture]
  public var collector: CollectorPicture
  /// Non-nil once the guest has ended: its exit status.
  public var exitStatus: Int32?

  public init(
    tick: UInt64, source: SourcePicture, stack: StackPicture, goroutines: [GoroutinePicture], heap: HeapPicture,
    globals: [SlotPicture], collector: CollectorPicture, exitStatus: Int32? = nil, channels: [ChannelPicture] = [],
    alone: Int? = nil
  ) {
    self.tick = tick
    self.source = source
    self.stack = stack
    self.goroutines = goroutines
    self.heap = heap
    self.globals = globals
    self.collector = collector
    self.exitStatus = exitStatus
    self.channels = channels
    self.alone = alone
  }
}

/// Where the frame in focus stands in the source.
public struct SourcePicture: Hashable, Sendable {
  public var file: FileID
  /// From 1; 0 when the frame has no source.
  public var line: Int
  /// The statement or expression under execution.
  public var span: Span
  /// The frame in focus is not the top one: the line is where it will go on.
  public var isCaller: Bool
  /// Where to look when no line is under execution.
  public var nearby: Int
  public init(file: FileID, line: Int, span: Span, isCaller: Bool, nearby: Int = 0) {
    self.file = file
    self.line = line
    self.span = span
    self.isCaller = isCaller
    self.nearby = nearby
  }
}

public struct CollectorPicture: Hashable, Sendable {
  public enum Phase: Hashable, Sendable { case off, marking, markTermination, sweeping }
  public var phase: Phase
  /// Collections begun so far.
  public var cycle: Int
  public var white: Int
  public var grey: Int
  public var black: Int
  /// Bytes.
  public var heapLive: Int
  /// Bytes at which the next collection begins; `nil` when the pacer is off.
  public var heapGoal: Int?
  public init(
    phase: Phase, cycle: Int, white: Int, grey: Int, black: Int, heapLive: Int, heapGoal: Int?
  ) {
    self.phase = phase
    self.cycle = cycle
    self.white = white
    self.grey = grey
    self.black = black
    self.heapLive = heapLive
    self.heapGoal = heapGoal
  }
}
