import Machine
import MachineCode

/// A moment that one would want to find again.
public struct Landmark: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case collection(cycle: Int)
    case stackGrowth(goroutine: Int, newSize: Int)
    case goroutineStart(Int)
    case goroutineEnd(Int)
    case panic
    case output
    case end
    /// A statement with narration, or the learner's breakpoint.
    case mark(pc: Int)
  }

  public var tick: UInt64
  public var kind: Kind
  public init(tick: UInt64, kind: Kind) {
    self.tick = tick
    self.kind = kind
  }

  /// What an event is a landmark of, if any.
  init?(_ event: Event, tick: UInt64) {
    self.tick = tick
    switch event {
    case .collectionBegan(let cycle, _): kind = .collection(cycle: cycle)
    case .stackGrowthBegan(let goroutine, _, _, let low, let high):
      kind = .stackGrowth(goroutine: goroutine, newSize: Int(high - low))
    case .goroutineStarted(let id, _): kind = .goroutineStart(id)
    case .goroutineEnded(let id): kind = .goroutineEnd(id)
    case .panicked, .corrupted: kind = .panic
    case .output: kind = .output
    case .ended: kind = .end
    default: return nil
    }
  }
}
