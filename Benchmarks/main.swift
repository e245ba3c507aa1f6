/// # Benchmarks: ratios, measured side by side in one run
///
/// Every figure is a ratio of two things measured in the same run, in interleaved rounds, by medians: a slow or busy
/// computer slows both. The floor must be reached; the aim stands in brackets.
///
///     make bench                 all groups
///     make bench ARGS="speed"    one: speed, runtime, travel, heap, screen

import Glibc

let wanted = Set(CommandLine.arguments.dropFirst())
let groups: [(name: String, run: () throws -> Void)] = [
  ("speed", SpeedBenchmark.run),
  ("runtime", RuntimeBenchmark.run),
  ("travel", TravelBenchmark.run),
  ("heap", HeapBenchmark.run),
  ("screen", ScreenBenchmark.run),
]
for group in groups where wanted.isEmpty || wanted.contains(group.name) {
  do {
    try group.run()
  } catch {
    print("  \(group.name): \(error)")
    exit(1)
  }
}
