import Insight
import Timeline

/// Replays a session and compares the machine's digests with the saved ones.
public struct SessionReplay {
  /// What differs; empty when every digest agrees.
  public static func problems(_ session: Session, _ timeline: Timeline) -> [String] {
    var problems: [String] = []
    for digest in session.digests.sorted(by: { $0.tick < $1.tick }) {
      timeline.seek(to: digest.tick)
      guard timeline.position == digest.tick else {
        problems.append("the program ends at tick \(timeline.position), before the saved tick \(digest.tick)")
        break
      }
      let found = hex(timeline.machine.digest())
      if found != digest.hash {
        problems.append("at tick \(digest.tick) the machine's digest is \(found), saved was \(digest.hash)")
        break
      }
    }
    return problems
  }

  /// Sixteen hexadecimal digits.
  public static func hex(_ digest: UInt64) -> String {
    let digits = String(digest, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
