import Machine
import SceneKit
import Timeline

/// From a target to something that runs.
enum Workbench {
  /// Compiles a target with the options of the command line, its session and its own `option` directives.
  static func compile(_ target: Target, _ common: CommonOptions) throws -> (Compilation, RunOptions) {
    let first = try common.resolve(target: target)
    let compilation = try Compilation(files: target.files, options: first)
    let directives = compilation.script.options.map(\.option)
    guard !directives.isEmpty else { return (compilation, first) }
    let options = try common.resolve(script: directives, target: target)
    // Directives that change the compilation itself need another one.
    guard
      options.architecture != first.architecture || options.goVersion != first.goVersion
        || options.machine.whatIf != first.machine.whatIf
    else {
      return (compilation, options)
    }
    return (try Compilation(files: target.files, options: options), options)
  }

  /// A session's decisions as the machine takes them.
  static func decisions(_ session: Session?) -> [Decision] {
    (session?.decisions ?? []).compactMap(\.decision)
  }
}
