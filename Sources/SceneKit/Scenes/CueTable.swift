import MachineCode
import SourceText

/// Which instructions begin the statements that a scene's cues are bound to.
public struct CueTable: Sendable {
  /// Index into `SceneScript.cues`, by instruction.
  public let cueAt: [Int: Int]

  public init(_ script: SceneScript, _ program: Program) {
    guard !script.cues.isEmpty else {
      cueAt = [:]
      return
    }
    var cueOf: [Position: Int] = [:]
    for (index, cue) in script.cues.enumerated() { cueOf[cue.position] = index }
    var found: [Int: Int] = [:]
    // A statement's code may begin with a part of it: what counts is the statement that the part stands in. Of each
    // function the first such instruction is taken, so that a loop's cue comes once and not with every test.
    for function in program.functions where !function.isLibrary {
      var seen: Set<Int> = []
      for pc in Int(function.code.start)..<max(Int(function.code.start), Int(function.code.end))
      where program.statementStarts[pc] && program.spans[pc].isValid {
        guard let start = script.statementStart(before: program.spans[pc].startPosition), let cue = cueOf[start],
          seen.insert(cue).inserted
        else { continue }
        found[pc] = cue
      }
    }
    cueAt = found
  }
}
