import ArgumentParser
import Glibc
import SceneKit

/// How commands speak to the world and end.
enum Process {
  /// Runs a command's body; what it throws becomes a message on standard error and an exit status.
  static func guarding(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch let failure as Failure {
      HostFiles.writeAll(Array((failure.message + "\n").utf8), to: 2)
      throw ExitCode(failure.status)
    } catch let errors as Compilation.Errors {
      HostFiles.writeAll(Array(errors.text.utf8), to: 2)
      throw ExitCode(ExitStatus.compileError)
    }
  }

  /// To standard output. A reader that has gone away (`gomem … | head`) ends the program quietly, as for other tools.
  static func write(_ text: String) { HostFiles.writeAll(Array(text.utf8), to: 1) }
}
