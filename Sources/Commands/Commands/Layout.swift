import ArgumentParser
import SceneKit

struct LayoutCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "layout", abstract: "Show every struct: offset, size, alignment, padding, pointer bytes.")

  @Argument(help: "Go files, a folder, or a scene's name.")
  var files: [String]
  @Flag(help: "Print JSON.")
  var json = false
  @OptionGroup var common: CommonOptions

  func run() throws {
    try Process.guarding {
      let target = try Target.resolve(files)
      let checked = Compilation.check(target.files, try common.resolve(target: target))
      guard checked.diagnostics.isEmpty else {
        throw Compilation.Errors(diagnostics: checked.diagnostics, sources: checked.sources)
      }
      let report = LayoutReport(checked)
      Process.write(json ? report.json().text(isPretty: true) + "\n" : report.text())
    }
  }
}
