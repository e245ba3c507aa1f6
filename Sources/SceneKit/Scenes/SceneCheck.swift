import GoEscape
import GoTypes
import Insight
import Machine
import MachineCode
import SourceText
import Timeline

/// Runs a scene and compares it with what its directives promise.
public struct SceneCheck {
  /// More ticks than any lesson needs; a scene that runs longer is reported rather than waited for.
  public static let mostTicks: UInt64 = 500_000_000

  /// What is wrong; empty for a good scene.
  public static func problems(_ compilation: Compilation, _ options: MachineOptions) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    let script = compilation.script
    let timeline = Timeline(compilation.program, options: options)
    while timeline.runAhead() {
      if timeline.frontier > mostTicks { break }
    }
    let start = script.cues.first?.position ?? Position(file: FileID(0), offset: 0)
    guard let end = timeline.end else {
      return [Diagnostic(at: start, "the scene runs for more than \(mostTicks) ticks")]
    }

    var watcher = CueWatcher(CueTable(script, compilation.program), script)
    let machine = Machine(compilation.program, options: options)
    machine.run(until: end, observer: &watcher)
    for (index, cue) in script.cues.enumerated() where !watcher.reached.contains(index) {
      problems.append(
        Diagnostic(at: cue.span.startPosition, "the run never comes to the statement behind this directive"))
    }
    if let expected = script.expectedLeaks {
      timeline.seek(to: watcher.lastStop ?? end)
      let inspector = Inspector(timeline)
      let leaks = inspector.leaks()
      let goroutines = inspector.leakedGoroutines()
      if leaks.count + goroutines.count != expected {
        var found = leaks.map { "\($0.type) from \($0.location), \($0.used) of \($0.size) bytes in use" }
        found += goroutines.map { English().text($0) }
        problems.append(
          Diagnostic(
            at: start,
            "expected \(expected) leaks, found "
              + ([String(leaks.count + goroutines.count)] + found).joined(separator: "; ")))
      }
    }
    for expected in script.expectedEscapes where !escapes(expected.name, compilation) {
      problems.append(Diagnostic(at: expected.span.startPosition, "\(expected.name) does not escape"))
    }
    return problems
  }

  private static func escapes(_ name: String, _ compilation: Compilation) -> Bool {
    compilation.checked.info.defs.contains { object in
      guard case .variable(let variable)? = object, variable.name == name, variable.package?.isLibrary != true else {
        return false
      }
      return compilation.escape.verdict(on: variable).placement == .heap
    }
  }
}

/// Notes which cues a run passes.
private struct CueWatcher: Observer {
  let table: CueTable
  let script: SceneScript
  var reached: Set<Int> = []
  var lastStop: UInt64?

  init(_ table: CueTable, _ script: SceneScript) {
    self.table = table
    self.script = script
  }

  mutating func observe(_ event: Event, tick: UInt64) -> Bool {
    if case .statement(_, let pc) = event, let cue = table.cueAt[pc] {
      reached.insert(cue)
      if script.cues[cue].isStop { lastStop = tick }
    }
    return false
  }
}
