import Glibc

/// What the simulated runtime does against what Go's own does: switching goroutines, starting, marking, growing a stack.
enum RuntimeBenchmark {
  private static let rounds = 7

  static func run() throws {
    Report.heading("Runtime: gomem against real Go, median of \(rounds) interleaved rounds")
    let gomem = try Tool.gomem()
    guard let hello = try GoProgram("hello"), let pingpong = try GoProgram("pingpong"),
      let list = try GoProgram("list"), let deep = try GoProgram("deep")
    else { return Report.note("Go is not installed (GO=/path/to/go names it): nothing to compare with") }
    func source(_ name: String) -> [String] { [gomem, "run", "Benchmarks/Programs/\(name).go"] }

    let start = try Tool.medians(of: [source("hello"), [hello.binary]], rounds: 3 * rounds).map { $0 * 1000 }
    Report.note("hello, world as real Go builds it: \(Report.short(start[1])) ms")
    Report.line("gomem run hello.go (at most 3 × Go's + 20 ms)", start[0], " ms", floor: 3 * start[1] + 20)

    let switches = try Tool.medians(of: [source("pingpong"), [pingpong.binary]], rounds: rounds)
    Report.line("unbuffered ping-pong: gomem / real Go", switches[0] / switches[1], "×", aim: 1)

    // What many collections take more than none.
    let collections = 20
    let each = [String](repeating: "collect", count: collections)
    let times = try Tool.medians(
      of: [source("list"), source("list") + ["--"] + each, [list.binary], [list.binary] + each], rounds: rounds)
    let (ours, theirs) = ((times[1] - times[0]) / Double(collections), (times[3] - times[2]) / Double(collections))
    Report.note("runtime.GC() over a million linked blocks in real Go: \(Report.short(theirs * 1000)) ms")
    Report.line("marking a million linked blocks: gomem / real Go", ours / theirs, "×")

    let growth = try Tool.medians(of: [source("deep"), [deep.binary]], rounds: 3)
    Report.line("stack of 512 MiB grown: gomem / real Go", growth[0] / growth[1], "×")
  }
}
