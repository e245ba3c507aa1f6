import CNcurses

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Catches the signals that concern a full-screen program and hands them out one by one.
struct SignalCatcher {
  private static let caught = [SIGINT, SIGTERM, SIGHUP, SIGTSTP, SIGCONT, SIGWINCH]
  private static let crashes = [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE]

  /// The end of the pipe to watch with poll.
  let reader: Int32
  private var previous: [(Int32, sigaction)] = []
  private var isOpen = true

  init() {
    reader = gomem_open_signal_pipe()
    for number in SignalCatcher.caught {
      var old = sigaction()
      gomem_catch_signal(number, &old)
      previous.append((number, old))
    }
    for number in SignalCatcher.crashes { gomem_catch_crash(number) }
  }

  /// The number of a signal that came since, or nil.
  func next() -> Int32? {
    var byte: UInt8 = 0
    guard isOpen, read(reader, &byte, 1) == 1 else { return nil }
    let number = Int32(byte)
    if number == SIGINT || number == SIGTERM || number == SIGHUP { gomem_termination_seen() }
    return number
  }

  /// Puts back what was there before.
  mutating func close() {
    guard isOpen else { return }
    isOpen = false
    for (number, old) in previous {
      var old = old
      gomem_restore_signal(number, &old)
    }
    for number in SignalCatcher.crashes { signal(number, SIG_DFL) }
    gomem_close_signal_pipe(reader)
  }
}
