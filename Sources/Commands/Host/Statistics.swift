import Machine
import SceneKit

/// The machine's counters for `--stats`.
enum Statistics {
  static func bytes(_ machine: Machine) -> [UInt8] {
    let heap = machine.heapStatistics
    let json = JSONText.object([
      ("ticks", .unsigned(machine.tick)),
      ("exitStatus", machine.exitStatus.map { .int(Int64($0)) } ?? .null),
      ("outputBytes", .int(Int64(machine.output.count))),
      ("mallocs", .unsigned(heap.mallocs)), ("frees", .unsigned(heap.frees)),
      ("totalAlloc", .unsigned(heap.totalAlloc)), ("heapAlloc", .unsigned(heap.alloc)),
      ("heapObjects", .unsigned(heap.heapObjects)), ("heapSys", .unsigned(heap.heapSys)),
      ("stackInuse", .unsigned(heap.stackInuse)), ("numGC", .unsigned(heap.numGC)),
      ("numForcedGC", .unsigned(heap.numForcedGC)),
    ])
    return Array((json.text(isPretty: true) + "\n").utf8)
  }
}
