import ArgumentParser
import GoTypes
import SceneKit

/// The options that all commands which compile a program share.
struct CommonOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Target architecture: amd64 or 386.", valueName: "name"))
  var arch: String?
  @Option(help: ArgumentHelp("Heap growth in per cent before a collection, or off (GOGC).", valueName: "n"))
  var gogc: String?
  @Option(help: ArgumentHelp("Heap size below which nothing is collected, e.g. 64KiB.", valueName: "size"))
  var heapMin: String?
  @Option(help: ArgumentHelp("Seed of everything that Go leaves to chance.", valueName: "n"))
  var seed: String?
  @Option(help: ArgumentHelp("Stop after so many ticks.", valueName: "n"))
  var maxTicks: String?
  @Option(help: ArgumentHelp("Largest stack of a goroutine, e.g. 64KiB.", valueName: "size"))
  var maxStack: String?
  @Option(help: ArgumentHelp("Whether collections run beside the program: concurrent, or stop.", valueName: "mode"))
  var collector: String?
  @Option(help: ArgumentHelp("Switch off one rule of the machine.", valueName: "name"))
  var whatIf: [String] = []
  @Option(help: ArgumentHelp("Write the machine's counters to a file as JSON.", valueName: "file"))
  var stats: String?
  @Option(help: ArgumentHelp("Language version: 1.21, 1.22 or 1.23.", valueName: "version"))
  var go: String?

  /// Name and value of each option that was given.
  var given: [(name: String, value: String)] {
    let single = [
      ("arch", arch), ("gogc", gogc), ("heap-min", heapMin), ("seed", seed), ("max-ticks", maxTicks),
      ("max-stack", maxStack), ("collector", collector), ("go", go),
    ]
    return single.compactMap { name, value in value.map { (name, $0) } } + whatIf.map { ("what-if", $0) }
  }

  /// The run's options: defaults, then what the scene, the session or go.mod says, then the command line.
  func resolve(script: [Directive.Option] = [], target: Target? = nil) throws -> RunOptions {
    var options = RunOptions()
    for option in script { try set(&options, option.name, option.value, "the scene's option") }
    for option in target?.options ?? [] { try set(&options, option[0], option[1], "the session's option") }
    for option in given { try set(&options, option.name, option.value, "--\(option.name)") }
    return options
  }

  private func set(_ options: inout RunOptions, _ name: String, _ value: String, _ origin: String) throws {
    if let problem = options.set(name, value) {
      let isOurs = origin.hasPrefix("--")
      throw Failure(
        "gomem: \(origin)\(isOurs ? "" : " \(name)"): \(problem)",
        status: isOurs ? ExitStatus.usage : ExitStatus.badInput)
    }
  }
}
