/// A function of the library that the machine supplies. Its number is the operand of `callIntrinsic`; its name is the Go function's
/// (`math.Sqrt`, `internal/rt.Kind`). A bodyless library function that is not listed here is a compile-time "not supported yet".
public enum Intrinsic: Int32, Sendable, CaseIterable {
  case runtimeGC
  case runtimeNumGoroutine
  case runtimeGosched
  case debugSetMaxStack
  case debugSetGCPercent

  /// The Go function, `import/path.Name`.
  public var goName: String {
    switch self {
    case .runtimeGC: "runtime.GC"
    case .runtimeNumGoroutine: "runtime.NumGoroutine"
    case .runtimeGosched: "runtime.Gosched"
    case .debugSetMaxStack: "runtime/debug.SetMaxStack"
    case .debugSetGCPercent: "runtime/debug.SetGCPercent"
    }
  }
}
