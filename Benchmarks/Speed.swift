import Glibc

/// gomem against interpreters that people know, and against the program that Go builds: whole processes, start-up included.
enum SpeedBenchmark {
  private struct Contender {
    let name: String
    /// The ending of its programs' names.
    let language: String
    let command: (String) -> [String]
    var floor: Double?
    var aim: Double?
  }

  private static let rounds = 5
  private static let programs = ["fib", "loop", "sieve", "trees", "maps", "text", "garbage"]
  /// Those with a floor and an aim; the others are there to be watched.
  private static let bounded: Set = ["fib", "loop", "sieve", "trees"]

  static func run() throws {
    Report.heading("Speed: time of the whole process, median of \(rounds) interleaved rounds")
    let gomem = try Tool.gomem()
    var contenders = [Contender(name: "gomem", language: "go") { [gomem, "run", "\($0).go"] }]
    if let lua = Tool.find("lua5.4") {
      contenders.append(
        Contender(name: "Lua 5.4", language: "lua", command: { [lua, "\($0).lua"] }, floor: 1.5, aim: 0.8))
    }
    if let python = Tool.find("python3") {
      contenders.append(Contender(name: "CPython", language: "py") { [python, "\($0).py"] })
    }
    if contenders.count == 1 { Report.note("neither lua5.4 nor python3 is installed: nothing to compare with") }
    for program in programs {
      let path = "Benchmarks/Programs/\(program)"
      var present = contenders.filter { access("\(path).\($0.language)", R_OK) == 0 }
      let native = try GoProgram(program)
      if let native { present.append(Contender(name: "real Go", language: "go") { _ in [native.binary] }) }
      let medians = try Tool.medians(of: present.map { $0.command(path) }, rounds: rounds)
      for (contender, median) in zip(present, medians).dropFirst() {
        Report.line(
          "\(program): gomem / \(contender.name)", medians[0] / median, "×",
          floor: bounded.contains(program) ? contender.floor : nil,
          aim: bounded.contains(program) ? contender.aim : nil)
      }
    }
  }
}

/// A benchmark's program as real Go builds it; its binary goes when nobody holds it any more.
final class GoProgram {
  let binary: String

  /// `nil` where Go is not installed (`GO` names it, or the search path has it).
  init?(_ name: String) throws {
    guard let go = getenv("GO").map({ String(cString: $0) }) ?? Tool.find("go") else { return nil }
    binary = "/tmp/gomem-bench-\(getpid())-\(name)"
    _ = try Tool.seconds([go, "build", "-o", binary, "Benchmarks/Programs/\(name).go"])
  }

  deinit { unlink(binary) }
}
