import ArgumentParser

/// `gomem`: the command line as design.md fixes it.
public struct Gomem: ParsableCommand {
  public init() {}
  public static let configuration = CommandConfiguration(
    commandName: "gomem",
    abstract: "Watch a Go program's memory: stack, heap, collector; forwards and backwards.",
    version: "gomem 0.1.0",
    subcommands: [
      PlayCommand.self, RunCommand.self, EscapeCommand.self, LayoutCommand.self, SnapshotCommand.self,
      RecordCommand.self, TraceCommand.self, ScenesCommand.self, CheckCommand.self,
    ],
    defaultSubcommand: PlayCommand.self)
}
