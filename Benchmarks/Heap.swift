import App
import Canvas
import Glibc
import Insight
import SceneKit
import SourceText

/// A heap that is much larger than the screen must not make the screen slow.
enum HeapBenchmark {
  private static let steps = 60

  static func run() throws {
    Report.heading("Heap: a million live blocks on a screen of 200×60 cells")
    let path = "Benchmarks/Programs/million.go"
    guard let text = Tool.read(path) else { throw BenchmarkError("\(path) is missing: run from the project's folder") }
    let compilation: Compilation
    do {
      compilation = try Compilation(files: [SourceFile(name: "main.go", text: text)], options: RunOptions())
    } catch { throw BenchmarkError(error.text) }
    let workspace = Workspace(compilation, title: "million", options: RunOptions())
    let player = Player(Model(workspace, words: English(), size: Size(200, 60)))
    while player.idle(hasTime: { true }) {}
    _ = player.press([.end])
    var times: [Double] = []
    var longest = 0.0
    for step in 0..<steps {
      let key: Key = step % 2 == 0 ? .left : .right
      let time = Clock.seconds {
        _ = player.press([key])
        _ = player.canvas
      }
      times.append(time * 1000)
      longest = max(longest, time * 1000)
    }
    Report.line("a step and its screen, median", Statistics.median(times), " ms")
    Report.line("a step and its screen, longest", longest, " ms", floor: 16)
  }
}
