import ArgumentParser
import GoEscape
import Lowering
import SceneKit

struct EscapeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "escape", abstract: "Print the compiler's escape verdicts: the lines of `go build -gcflags=-m`.")

  @Flag(name: .customShort("l"), help: "Without inlining, as -gcflags='-m -l'.")
  var withoutInlining = false
  @Argument(help: "Go files, a folder, or a scene's name.")
  var files: [String]
  @OptionGroup var common: CommonOptions

  func run() throws {
    try Process.guarding {
      let target = try Target.resolve(files)
      let checked = Compilation.check(target.files, try common.resolve(target: target))
      guard checked.diagnostics.isEmpty else {
        throw Compilation.Errors(diagnostics: checked.diagnostics, sources: checked.sources)
      }
      Process.write(Compilation.escapes(checked, inlining: !withoutInlining).text(in: checked.sources))
    }
  }
}
