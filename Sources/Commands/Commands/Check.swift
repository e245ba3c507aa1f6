import ArgumentParser
import Machine
import SceneKit
import SourceText
import Timeline

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Verify scenes and sessions: directives, narration, expectations, digests.")

  @Argument(help: "Scenes, folders of scenes (searched through), or sessions.")
  var targets: [String]
  @OptionGroup var common: CommonOptions

  func run() throws {
    try Process.guarding {
      var failed = 0
      let all = targets.flatMap { Self.expand($0) }
      for name in all {
        let problems = Self.problems(name, common)
        if problems.isEmpty {
          Process.write("ok    \(name)\n")
        } else {
          failed += 1
          Process.write("FAIL  \(name)\n" + problems.map { "      \($0)\n" }.joined())
        }
      }
      Process.write("\(all.count - failed) of \(all.count) good\n")
      if failed > 0 { throw ExitCode(ExitStatus.badInput) }
    }
  }

  /// A folder stands for every scene and session below it.
  private static func expand(_ name: String) -> [String] {
    guard HostFiles.isFolder(name) else { return [name] }
    let base = name.hasSuffix("/") ? String(name.dropLast()) : name
    return (HostFiles.entries(of: name) ?? []).flatMap { entry -> [String] in
      let path = "\(base)/\(entry)"
      if HostFiles.isFolder(path) { return expand(path) }
      return entry.hasSuffix(".go") || entry.hasSuffix(".gomem") ? [path] : []
    }
  }

  private static func problems(_ name: String, _ common: CommonOptions) -> [String] {
    do {
      let target = try Target.resolve([name])
      let (compilation, options) = try Workbench.compile(target, common)
      if let session = target.session { return sessionProblems(session, compilation, options) }
      guard compilation.script.isScene else { return ["no //gomem:scene directive"] }
      return SceneCheck.problems(compilation, options.machine).map { compilation.checked.sources.render($0) }
    } catch let failure as Failure {
      return [failure.message]
    } catch let errors as Compilation.Errors {
      return errors.text.split(separator: "\n").map(String.init)
    } catch {
      return ["\(error)"]
    }
  }

  private static func sessionProblems(
    _ session: Session, _ compilation: Compilation, _ options: RunOptions
  ) -> [String] {
    let timeline = Timeline(
      compilation.program, options: options.machine, decisions: Workbench.decisions(session))
    return SessionReplay.problems(session, timeline)
  }
}
