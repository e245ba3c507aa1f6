import Glibc

/// gomem against interpreters that people know, whole processes, start-up included.
enum SpeedBenchmark {
  private struct Contender {
    let name: String
    let command: (String) -> [String]
  }

  private static let rounds = 5

  static func run() throws {
    Report.heading("Speed: time of the whole process, median of \(rounds) interleaved rounds")
    let gomem = try Tool.gomem()
    var contenders = [Contender(name: "gomem") { [gomem, "run", "\($0).go"] }]
    if let lua = Tool.find("lua5.4") { contenders.append(Contender(name: "Lua 5.4") { [lua, "\($0).lua"] }) }
    if let python = Tool.find("python3") { contenders.append(Contender(name: "CPython") { [python, "\($0).py"] }) }
    if contenders.count == 1 { Report.note("neither lua5.4 nor python3 is installed: nothing to compare with") }

    for program in ["fib", "loop", "sieve"] {
      var times: [[Double]] = contenders.map { _ in [] }
      for _ in 0..<rounds {
        for (index, contender) in contenders.enumerated() {
          times[index].append(try Tool.seconds(contender.command("Benchmarks/Programs/\(program)")))
        }
      }
      let medians = times.map(Statistics.median)
      for (index, contender) in contenders.enumerated().dropFirst() {
        let isLua = contender.name.hasPrefix("Lua")
        Report.line(
          "\(program): gomem / \(contender.name)", medians[0] / medians[index], "×", floor: isLua ? 1.5 : nil,
          aim: isLua ? 0.8 : nil)
      }
      if let go = try goSeconds(program) { Report.line("\(program): gomem / real Go", medians[0] / go, "×") }
    }
  }

  /// The median time of the program that Go builds, where Go is installed.
  private static func goSeconds(_ program: String) throws -> Double? {
    guard let go = getenv("GO").map({ String(cString: $0) }) ?? Tool.find("go") else { return nil }
    let binary = "/tmp/gomem-bench-\(getpid())-\(program)"
    defer { unlink(binary) }
    _ = try Tool.seconds([go, "build", "-o", binary, "Benchmarks/Programs/\(program).go"])
    return Statistics.median(try (0..<rounds).map { _ in try Tool.seconds([binary]) })
  }
}
