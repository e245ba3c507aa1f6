import Glibc

/// Runs `body` on a thread of its own whose stack is large enough for the deepest tree that the parser lets through, and
/// waits for it. Compiler stages recurse along the tree; the threads that a test or a screen runs on may have half a
/// megabyte only.
///
/// - Parameter bytes: the size of the stack; memory is taken as it is used.
public func withDeepStack<Result>(bytes: Int = 512 << 20, _ body: () -> Result) -> Result {
  withoutActuallyEscaping(body) { body in
    let job = Job(body)
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, bytes)
    var thread = pthread_t()
    let status = pthread_create(
      &thread, &attributes,
      { pointer in
        Unmanaged<AnyJob>.fromOpaque(pointer!).takeUnretainedValue().run()
        return nil
      }, Unmanaged.passUnretained(job as AnyJob).toOpaque())
    guard status == 0 else { return job.body() }
    pthread_join(thread, nil)
    return job.result!
  }
}

private class AnyJob {
  func run() {}
}

private final class Job<Result>: AnyJob {
  let body: () -> Result
  var result: Result?
  init(_ body: @escaping () -> Result) { self.body = body }
  override func run() { result = body() }
}
