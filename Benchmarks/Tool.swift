import Glibc

struct BenchmarkError: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// Other programs, run and timed.
enum Tool {
  /// The release binary beside this one.
  static func gomem() throws -> String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let length = readlink("/proc/self/exe", &buffer, buffer.count)
    let path = String(decoding: buffer[..<max(0, length)].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let gomem =
      path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/") + "/gomem"
    guard access(gomem, X_OK) == 0 else { throw BenchmarkError("\(gomem) is not there: run `make bench`") }
    return gomem
  }

  /// A text file; `nil` when it cannot be read.
  static func read(_ path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return String(decoding: bytes, as: UTF8.self)
  }

  static func find(_ name: String) -> String? {
    guard let path = getenv("PATH").map({ String(cString: $0) }) else { return nil }
    return path.split(separator: ":").map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
  }

  /// The median time of each command, run in turns.
  static func medians(of commands: [[String]], rounds: Int) throws -> [Double] {
    var times: [[Double]] = commands.map { _ in [] }
    for _ in 0..<rounds {
      for (index, command) in commands.enumerated() { times[index].append(try seconds(command)) }
    }
    return times.map(Statistics.median)
  }

  /// Runs a command with its output thrown away. - Throws: when it fails.
  static func seconds(_ command: [String]) throws -> Double {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor: Int32 in [1, 2] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
    }
    var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) }
    arguments.append(nil)
    defer { arguments.forEach { free($0) } }
    var child: pid_t = 0
    let start = Clock.now()
    guard posix_spawn(&child, command[0], &actions, nil, arguments, environ) == 0 else {
      throw BenchmarkError("cannot start \(command[0])")
    }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    let elapsed = Clock.now() - start
    guard status == 0 else { throw BenchmarkError("\(command.joined(separator: " ")) failed (status \(status))") }
    return elapsed
  }
}

enum Clock {
  /// The time that `body` takes.
  static func seconds(_ body: () throws -> Void) rethrows -> Double {
    let start = now()
    try body()
    return now() - start
  }

  /// Seconds of the monotonic clock.
  static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
