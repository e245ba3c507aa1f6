import Machine
import Timeline

/// A decision between its two forms: the machine's, and that of the file. The value is the goroutine's number or the case's
/// index (from 0, default left out), or who goes on beside a collection (0 both, 1 the collector, 2 the program); 0 for the rest.
extension Session.Decision {
  public init(_ decision: Decision) {
    switch decision.kind {
    case .collect: self.init(tick: decision.tick, kind: "collect")
    case .run(let id): self.init(tick: decision.tick, kind: "run", value: id)
    case .preempt: self.init(tick: decision.tick, kind: "preempt")
    case .select(let index): self.init(tick: decision.tick, kind: "select", value: index)
    case .alone(let id): self.init(tick: decision.tick, kind: "alone", value: id)
    case .together: self.init(tick: decision.tick, kind: "together")
    case .interleave(let choice): self.init(tick: decision.tick, kind: "interleave", value: Int(choice.rawValue))
    }
  }

  /// `nil` for what is no decision.
  public var decision: Decision? {
    let made: Decision.Kind? =
      switch kind {
      case "collect": .collect
      case "run": value > 0 ? .run(value) : nil
      case "preempt": .preempt
      case "select": value >= 0 ? .select(value) : nil
      case "alone": value > 0 ? .alone(value) : nil
      case "together": .together
      case "interleave": UInt8(exactly: value).flatMap(Interleaving.init).map { .interleave($0) }
      default: nil
      }
    return made.map { Decision(tick: tick, kind: $0) }
  }
}
