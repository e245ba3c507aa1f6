import ArgumentParser
import Glibc
import Machine
import SceneKit
import SourceText

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run headless: output and exit status as the program built by Go gives.",
    usage: "gomem run FILE... [-- ARGS]")

  @Argument(help: "Go files, a folder, a scene's name or a session; behind --, the program's own arguments.")
  var words: [String] = []
  @Flag(help: "Run the tests of a folder or of _test.go files, and print what `go test -v` prints.")
  var test = false
  @OptionGroup var common: CommonOptions

  func run() throws {
    try Process.guarding {
      let (files, arguments) = Self.split(words, CommandLine.arguments)
      if test { return try runTests(files, arguments) }
      let target = try Target.resolve(files)
      var options = try common.resolve(target: target)
      options.machine.arguments = [Array(target.title.utf8)] + arguments.map { Array($0.utf8) }
      let compilation = try Compilation(files: target.files, options: options)
      let machine = Machine(compilation.program, options: options.machine)
      let status = HeadlessRun(machine, maxTicks: options.maxTicks).finish()
      if let path = common.stats { try HostFiles.write(Statistics.bytes(machine), to: path) }
      if status != 0 { throw ExitCode(status) }
    }
  }

  /// The test program's own output, then the line by which the go command sums up. Seconds are the machine's.
  private func runTests(_ names: [String], _ arguments: [String]) throws {
    let target = try TestTarget(names)
    if target.isEmpty { return Process.write("?   \t\(target.importPath)\t[no test files]\n") }
    var options = try common.resolve(target: Target(files: [], title: "", options: target.options))
    options.machine.arguments = ([target.importPath + ".test"] + arguments).map { Array($0.utf8) }
    let machine = Machine(try Compilation(files: target.files, options: options).program, options: options.machine)
    let status = HeadlessRun(machine, maxTicks: options.maxTicks).finish()
    let thousandths = String(machine.now / 1_000_000)
    let padded = String(repeating: "0", count: max(0, 4 - thousandths.count)) + thousandths
    let seconds = padded.dropLast(3) + "." + padded.suffix(3) + "s"
    guard status != 0 else { return Process.write("ok  \t\(target.importPath)\t\(seconds)\n") }
    // The go command tells the status where the test program did not end by itself.
    if status != 1 { Process.write("exit status \(status)\n") }
    Process.write("FAIL\t\(target.importPath)\t\(seconds)\nFAIL\n")
    throw ExitCode(1)
  }
}

extension RunCommand {
  /// The parser hands over everything in one list; what stood behind `--` is its end.
  static func split(_ words: [String], _ line: [String]) -> (files: [String], arguments: [String]) {
    guard let terminator = line.firstIndex(of: "--") else { return (words, []) }
    let count = line.count - terminator - 1
    return (Array(words.dropLast(count)), Array(words.suffix(count)))
  }
}

/// Runs a machine to its end, handing on what it writes.
struct HeadlessRun {
  private let machine: Machine
  private let maxTicks: UInt64
  /// Ticks between two looks at output and signals: some milliseconds.
  private static let slice: UInt64 = 4 << 20

  init(_ machine: Machine, maxTicks: UInt64?) {
    self.machine = machine
    self.maxTicks = maxTicks ?? .max
  }

  /// Ctrl-C, and a reader of the output that has gone away, end this process by their signals as they do one of Go's.
  /// - Returns: the exit status: the guest's; 1 when the ticks ran out.
  func finish() -> Int32 {
    // What started us may have blocked signals, and its mask is inherited: Ctrl-C must end an endless loop all the same.
    var none = sigset_t()
    sigemptyset(&none)
    sigprocmask(SIG_SETMASK, &none, nil)
    // The program's standard input is ours, read when it reads; what it has written shows before that.
    machine.moreInput = { room in
      flush()
      return HostFiles.readSome(0, room)
    }
    defer { machine.moreInput = nil }
    while true {
      let reason = machine.run(until: min(maxTicks, machine.tick + Self.slice))
      flush()
      if reason == .ended { return machine.exitStatus ?? 0 }
      if machine.tick >= maxTicks {
        HostFiles.writeAll(Array("gomem: stopped after \(maxTicks) ticks (--max-ticks)\n".utf8), to: 2)
        return 1
      }
    }
  }

  private func flush() {
    for (descriptor, bytes) in machine.drainOutput() { HostFiles.writeAll(bytes, to: descriptor) }
  }
}
