import App
import ArgumentParser
import Canvas

struct SnapshotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snapshot", abstract: "Draw one screen without a terminal.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, ansi, svg }

  @Argument(help: "A scene's name, Go files, a folder, or a session.")
  var target: [String]
  @Option(help: "Go to this tick first.")
  var at: UInt64?
  @Option(help: "Then press these keys, e.g. \"n n s\", \"12*right w\".")
  var keys = ""
  @Option(help: "Cells.")
  var size = "120x40"
  @Option(help: "dark, light, okabe-ito or mono.")
  var theme = "dark"
  @Option(help: "text, ansi or svg.")
  var format = Format.text
  @Option(name: [.customShort("o"), .long], help: "Write to a file instead of standard output.")
  var output: String?
  @OptionGroup var common: CommonOptions

  func run() throws {
    try Process.guarding {
      let theme = try Stagehand.theme(theme)
      let keys = try Stagehand.keys(keys)
      let player = try Stagehand.player(try Target.resolve(target), common, size: try Stagehand.size(size))
      while player.idle(hasTime: { true }) {}
      if let at { _ = player.press([.character(":")] + String(at).map { Key.character($0) } + [.enter]) }
      _ = player.press(keys)
      _ = player.idle(hasTime: { false })
      let text = Self.text(player.canvas, format, theme, title: player.model.workspace.title)
      if let output { try HostFiles.write(Array(text.utf8), to: output) } else { Process.write(text) }
    }
  }

  private static func text(_ canvas: Canvas, _ format: Format, _ theme: Theme, title: String) -> String {
    switch format {
    case .text: canvas.plainText() + "\n"
    case .ansi: ANSIWriter(theme: theme).screen(canvas) + "\n"
    case .svg: SVGWriter(theme: theme, title: title).picture(canvas)
    }
  }
}

struct RecordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record", abstract: "Record a replay as an asciicast (version 2).")

  @Argument(help: "A scene's name, Go files, a folder, or a session.")
  var target: [String]
  @Option(help: "Keys to press, e.g. \"20*right\"; without them, steps to the end (at most 500).")
  var keys = ""
  @Option(help: "Seconds between two keys.")
  var delay = 0.8
  @Option(help: "Cells.")
  var size = "120x40"
  @Option(help: "dark, light, okabe-ito or mono.")
  var theme = "dark"
  @Option(name: [.customShort("o"), .long], help: "The file to write.")
  var output: String
  @OptionGroup var common: CommonOptions

  /// Steps of a recording for which no keys were given.
  private static let mostSteps = 500

  func run() throws {
    try Process.guarding {
      guard delay > 0, delay < 3600 else { throw Failure("gomem: --delay is a number of seconds above 0") }
      let theme = try Stagehand.theme(theme)
      let pressed = try Stagehand.keys(keys)
      let player = try Stagehand.player(try Target.resolve(target), common, size: try Stagehand.size(size))
      while player.idle(hasTime: { true }) {}
      var cast = Asciicast(theme: theme, title: player.model.workspace.title)
      cast.frame(player.canvas, at: 0)
      var time = 0.0
      for key in pressed.isEmpty ? Array(repeating: Key.right, count: Self.mostSteps) : pressed {
        let before = player.model.workspace.timeline.position
        _ = player.press([key])
        time += delay
        cast.frame(player.canvas, at: time)
        if pressed.isEmpty, player.model.workspace.timeline.position == before { break }
      }
      try HostFiles.write(Array(cast.text.utf8), to: output)
    }
  }
}
