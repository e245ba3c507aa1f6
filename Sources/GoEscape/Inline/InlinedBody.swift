/// Into which bodies a call came by inlining, innermost first.
final class InlinedBody {
  let function: Func
  /// As the names of literals in it say it.
  let name: String
  let outer: InlinedBody?

  init(_ function: Func, _ name: String, in outer: InlinedBody?) {
    self.function = function
    self.name = name
    self.outer = outer
  }

  /// Whether a function's body is among them, so that inlining it again would never end.
  func contains(_ other: Func) -> Bool {
    var current: InlinedBody? = self
    while let body = current {
      if body.function === other { return true }
      current = body.outer
    }
    return false
  }
}
