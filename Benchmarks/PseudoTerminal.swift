import Glibc

/// A program on a terminal of its own, whose bytes are read as they come.
final class PseudoTerminal {
  let started: Double
  private let master: Int32
  private let child: pid_t
  // Linux's request numbers (asm-generic/ioctls.h, spawn.h), which the Swift overlay lacks.
  private static let setLock: UInt = 0x4004_5431
  private static let getNumber: UInt = 0x8004_5430
  private static let newSession: Int16 = 0x80

  init(command: [String], width: UInt16, height: UInt16) throws {
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var unlocked: Int32 = 0
    var number: Int32 = 0
    guard master >= 0, ioctl(master, Self.setLock, &unlocked) == 0, ioctl(master, Self.getNumber, &number) == 0 else {
      throw BenchmarkError("no pseudo-terminal")
    }
    let slave = "/dev/pts/\(number)"
    var size = winsize(ws_row: height, ws_col: width, ws_xpixel: 0, ws_ypixel: 0)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The first terminal that a session leader opens becomes its controlling terminal.
    posix_spawn_file_actions_addopen(&actions, 0, slave, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    posix_spawnattr_setflags(&attributes, Self.newSession)
    defer { posix_spawnattr_destroy(&attributes) }
    let keep = open(slave, O_RDWR | O_NOCTTY)
    _ = ioctl(keep, UInt(TIOCSWINSZ), &size)
    var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) }
    arguments.append(nil)
    let settings: [String] = ["TERM=xterm-256color", "LANG=C.UTF-8", "PATH=/usr/bin:/bin", "HOME=/tmp"]
    var environment: [UnsafeMutablePointer<CChar>?] = settings.map { strdup($0) }
    environment.append(nil)
    defer { (arguments + environment).forEach { free($0) } }
    var pid: pid_t = 0
    started = Clock.now()
    let result = posix_spawn(&pid, command[0], &actions, &attributes, arguments, environment)
    Glibc.close(keep)
    guard result == 0 else { throw BenchmarkError("cannot start \(command[0])") }
    child = pid
  }

  /// Seconds from sending a key to the last byte of the answer.
  func response(to key: String) throws -> Double {
    let start = Clock.now()
    var bytes = Array(key.utf8)
    write(master, &bytes, bytes.count)
    return try untilQuiet(from: start)
  }

  /// Seconds from `start` to the last byte before the program falls silent for 60 ms.
  func untilQuiet(from start: Double) throws -> Double {
    var last = start
    var any = false
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      var descriptor = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      let ready = poll(&descriptor, 1, any ? 60 : 3000)
      if ready <= 0 {
        guard any else { throw BenchmarkError("the program wrote nothing for 3 seconds") }
        return last - start
      }
      guard read(master, &buffer, buffer.count) > 0 else {
        if any { return last - start }
        throw BenchmarkError("the program ended")
      }
      last = Clock.now()
      any = true
    }
  }

  func close() {
    kill(child, SIGTERM)
    var status: Int32 = 0
    waitpid(child, &status, 0)
    Glibc.close(master)
  }
}
