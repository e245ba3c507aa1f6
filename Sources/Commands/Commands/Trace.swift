import ArgumentParser
import Machine
import MachineCode
import SceneKit
import SourceText

struct TraceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace", abstract: "Print the machine's events as JSON lines.")

  @Argument(help: "Go files, a folder, a scene's name or a session.")
  var files: [String]
  @Flag(help: "Also what happens inside of library code.")
  var library = false
  @OptionGroup var common: CommonOptions

  func run() throws {
    try Process.guarding {
      let (compilation, options) = try Workbench.compile(Target.resolve(files), common)
      let machine = Machine(compilation.program, options: options.machine)
      var writer = TraceWriter(machine, includesLibrary: library)
      machine.run(until: options.maxTicks ?? .max, observer: &writer)
      writer.flush()
    }
  }
}

/// One JSON object per line: `{"tick":12,"event":"call","goroutine":1,...}`.
private struct TraceWriter: Observer {
  private let machine: Machine
  private let includesLibrary: Bool
  private let isLibraryPC: [Bool]
  private var buffer: [UInt8] = []

  init(_ machine: Machine, includesLibrary: Bool) {
    self.machine = machine
    self.includesLibrary = includesLibrary
    var map = [Bool](repeating: true, count: machine.program.code.count)
    for function in machine.program.functions where !function.isLibrary {
      for pc in function.code.start..<function.code.end { map[Int(pc)] = false }
    }
    isLibraryPC = map
  }

  mutating func observe(_ event: Event, tick: UInt64) -> Bool {
    let pc = machine.pc
    guard includesLibrary || (isLibraryPC.indices.contains(pc) && !isLibraryPC[pc]) || TraceRecord.isRuntime(event)
    else {
      return false
    }
    let record = TraceRecord.json(event, tick: tick, machine)
    buffer += Array((record.text() + "\n").utf8)
    if buffer.count > 1 << 16 { flush() }
    return false
  }

  mutating func flush() {
    HostFiles.writeAll(buffer, to: 1)
    buffer.removeAll(keepingCapacity: true)
  }
}
