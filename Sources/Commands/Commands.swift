/// # Commands: the command line
///
/// The only target that touches files, the clock and the environment. Each command reads what it is given, hands it to the
/// pure targets, and writes what they answer.
///
/// ```
///   arguments ──ArgumentParser──▶ command ──Target──▶ sources ──Compilation──▶ machine ──▶ output, exit status
/// ```
///
/// Exit status: the guest's own where it ran; 1 for a program that does not compile; 64 for wrong usage; 65 for a bad
/// scene or session; 70 for a fault of gomem itself.

import ArgumentParser

public enum ExitStatus {
  public static let compileError: Int32 = 1
  public static let usage: Int32 = 64
  public static let badInput: Int32 = 65
  public static let fault: Int32 = 70
}

/// A message for standard error and the status to end with.
struct Failure: Error {
  var message: String
  var status: Int32
  init(_ message: String, status: Int32 = ExitStatus.usage) {
    self.message = message
    self.status = status
  }
}
