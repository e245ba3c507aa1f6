import Glibc
import Machine
import MachineCode
import SceneKit
import SourceText
import Timeline

/// What going back in time costs, in this process, against the same machine running straight on.
enum TravelBenchmark {
  private static let rounds = 5

  static func run() throws {
    Report.heading("Travel: checkpoints, seeking, stepping back")
    try checkpoints()
    try seeking()
    try steppingBack()
  }

  private static func program(_ name: String) throws -> Program {
    let path = "Benchmarks/Programs/\(name).go"
    guard let text = Tool.read(path) else { throw BenchmarkError("\(path) is missing: run from the project's folder") }
    return try compile(text)
  }

  private static func compile(_ text: String) throws -> Program {
    do {
      return try Compilation(files: [SourceFile(name: "main.go", text: text)], options: RunOptions()).program
    } catch { throw BenchmarkError(error.text) }
  }

  private static func checkpoints() throws {
    for (name, floor) in [("loop", 0.1), ("sieve", 3.0)] {
      let program = try program(name)
      var plain: [Double] = []
      var recorded: [Double] = []
      var bytesPerTick = 0.0
      for _ in 0..<rounds {
        plain.append(
          Clock.seconds {
            let machine = Machine(program)
            machine.run()
          })
        recorded.append(
          Clock.seconds {
            let timeline = Timeline(program)
            while timeline.runAhead() {}
            bytesPerTick = Double(timeline.storedBytes) / Double(timeline.end ?? 1)
          })
      }
      Report.line(
        "\(name): with checkpoints / without", Statistics.median(recorded) / Statistics.median(plain), "×", floor: 2,
        aim: 1.3)
      Report.line("\(name): checkpoint storage", bytesPerTick, " B/tick", floor: floor)
    }
  }

  private static func seeking() throws {
    let program = try program("long")
    let timeline = Timeline(program)
    while timeline.frontier < 100_000_000, timeline.runAhead() {}
    guard timeline.frontier >= 100_000_000 else { throw BenchmarkError("long.go ends too soon") }
    var state: UInt64 = 42
    var times: [Double] = []
    for _ in 0..<300 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let target = (state >> 20) % timeline.frontier
      times.append(Clock.seconds { timeline.seek(to: target) } * 1000)
    }
    Report.note("random seeks in a run of \(timeline.frontier) ticks")
    Report.line("random seek, median", Statistics.median(times), " ms")
    Report.line("random seek, 99th percentile", Statistics.percentile(times, 0.99), " ms", floor: 16, aim: 4)
  }

  /// One step back, with few and with many live blocks.
  private static func steppingBack() throws {
    var medians: [Double] = []
    for blocks in [10, 5000] {
      let program = try compile(
        """
        package main

        type node struct {
        	value int
        	next  *node
        }

        var head *node

        func touch(n *node, i int) int {
        	n.value += i
        	return n.value
        }

        func main() {
        	for i := 0; i < \(blocks); i++ {
        		head = &node{i, head}
        	}
        	sum := 0
        	for i := 0; i < 100000; i++ {
        		sum += touch(head, i)
        	}
        	println(sum)
        }
        """)
      let timeline = Timeline(program)
      let lens = Lens()
      timeline.runAhead(by: 4 << 20)
      timeline.seek(to: 600_000)
      var times: [Double] = []
      for _ in 0..<2000 { times.append(Clock.seconds { timeline.backward(.event, lens: lens) } * 1e6) }
      medians.append(Statistics.median(times))
      Report.line("step back, \(blocks) live blocks, median", medians.last!, " µs", floor: 10, aim: 1)
      Report.line("step back, \(blocks) live blocks, mean", times.reduce(0, +) / Double(times.count), " µs")
    }
    Report.line("step back, 5000 blocks / 10 blocks", medians[1] / medians[0], "×", floor: 2, aim: 1.2)
  }
}
