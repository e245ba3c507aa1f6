import GoTypes
import SourceText

/// Why a location escapes, in words: from the chain of assignments that carried its address away.
struct Explanation {
  var words = ""
  var steps: [Verdict.Step] = []

  init(_ graph: LocationGraph, _ index: Int32) {
    let location = graph.locations[Int(index)]
    let causes = location.cause >= 0 ? graph.causes[Int(location.cause)] : []
    for cause in causes {
      guard let node = cause.node else { continue }
      steps.append(Verdict.Step(position: node.position, text: Self.text(cause)))
    }
    words = causes.last.map { Self.text($0) } ?? "its address leaves the function"
  }

  private static func text(_ cause: LocationGraph.Cause) -> String {
    switch cause.why {
    case .none, .assigned, .spilled, .addressOf: "its address is assigned"
    case .stored: "it is stored where it can outlive the function"
    case .returned: "its address is returned"
    case .passed: "it is passed to a function that keeps it"
    case .unknownCall: "it is passed to a function that is not known when compiling"
    case .receiver: "it is the receiver of a method that is not known when compiling"
    case .captured, .capturedByReference: "it is captured by a closure that outlives the function"
    case .sent: "it is sent into a channel"
    case .boxed: "it is stored in an interface"
    case .sized: "its size is not known when compiling"
    case .huge: "it is too large for the stack"
    case .mapKey: "it is a key of a map"
    case .mapValue: "it is a value of a map"
    case .rangeOver: "it is ranged over"
    case .deferred: "a deferred call in a loop keeps it"
    case .started: "a goroutine uses it"
    case .element: "it is an element of a value that escapes"
    case .appended: "it is appended to a slice"
    case .panicked: "it is the value of a panic"
    }
  }
}
