import App
import ArgumentParser
import Canvas
import Glibc
import Insight
import SceneKit
import Terminal
import Views

struct PlayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "play", abstract: "Step through a program; without a target, choose a scene.")

  @Argument(help: "A scene's name, Go files, a folder, or a session.")
  var target: [String] = []
  @Flag(help: "Play by itself, hands-free.")
  var auto = false
  @Option(help: "dark, light, okabe-ito or mono.")
  var theme = "dark"
  @OptionGroup var common: CommonOptions

  func run() throws {
    try Process.guarding {
      let theme = try Stagehand.theme(theme)
      if target.isEmpty { return try chooseAndPlay(theme) }
      let resolved = try Target.resolve(target)
      try TerminalSession.checkTerminal()
      let player = try Stagehand.player(resolved, common, size: Size(80, 24))
      try TerminalSession.show(player, theme: theme, auto: auto)
    }
  }

  /// Scene after scene, until one quits the chooser.
  private func chooseAndPlay(_ theme: Theme) throws {
    try TerminalSession.checkTerminal()
    let library = SceneLibrary()
    guard !library.entries.isEmpty else {
      throw Failure("gomem: the Scenes folder is missing; name a .go file instead", status: ExitStatus.fault)
    }
    var selected = 0
    while let name = try TerminalSession.choose(library, theme: theme, selected: &selected) {
      let player = try Stagehand.player(try Target.resolve([name]), common, size: Size(80, 24))
      try TerminalSession.show(player, theme: theme, auto: auto)
    }
  }
}

/// From entering the screen to giving the terminal back.
enum TerminalSession {
  /// Without a terminal there is nothing to play on: says what to use instead.
  static func checkTerminal() throws {
    let term = getenv("TERM").map { String(cString: $0) } ?? ""
    guard isatty(0) != 0, isatty(1) != 0, !term.isEmpty, term != "dumb" else {
      let why = isatty(0) == 0 || isatty(1) == 0 ? "this is not a terminal" : "this terminal cannot show a screen"
      throw Failure(
        "gomem: \(why); use `gomem run FILE` to run a program or `gomem snapshot TARGET` to print one screen")
    }
  }

  static func show(_ player: Player, theme: Theme, auto: Bool) throws {
    let terminal = try enter(theme)
    _ = player.handle(.resize(terminal.size))
    if auto { _ = player.press([.character(" ")]) }
    let end = TerminalLoop(terminal, player).run()
    terminal.leave()
    if case .signal(let signal) = end { throw ExitCode(128 + signal) }
  }

  /// - Returns: the chosen scene's name; `nil` to quit.
  static func choose(_ library: SceneLibrary, theme: Theme, selected: inout Int) throws -> String? {
    let terminal = try enter(theme)
    defer { terminal.leave() }
    var state = ChooserState(chapters: chapters(library), words: English())
    state.selected = selected
    var chooser = Chooser(state, size: terminal.size)
    while true {
      terminal.draw(chooser.canvas)
      guard let event = terminal.nextEvent(timeout: -1) else { continue }
      let outcome: Chooser.Outcome
      switch event {
      case .key(let key): outcome = chooser.handle(.key(key))
      case .mouse(let mouse): outcome = chooser.handle(.mouse(mouse))
      case .resize(let size): outcome = chooser.handle(.resize(size))
      case .terminate(let signal):
        terminal.leave()
        throw ExitCode(128 + signal)
      }
      selected = chooser.state.selected
      switch outcome {
      case .choosing: continue
      case .open(let name): return name
      case .quit: return nil
      }
    }
  }

  private static func enter(_ theme: Theme) throws -> Terminal {
    do {
      return try Terminal(theme: theme)
    } catch {
      throw Failure("gomem: \(error); use `gomem run FILE` or `gomem snapshot TARGET`")
    }
  }

  private static func chapters(_ library: SceneLibrary) -> [ChooserState.Chapter] {
    var chapters: [ChooserState.Chapter] = []
    let language = Stagehand.language
    for entry in library.entries {
      let scene = ChooserState.Scene(
        name: entry.name, title: SceneScript.pick(entry.script.titles, language),
        about: SceneScript.pick(entry.script.abouts, language), source: entry.source)
      if chapters.last?.title == entry.chapter {
        chapters[chapters.count - 1].scenes.append(scene)
      } else {
        chapters.append(ChooserState.Chapter(title: entry.chapter, scenes: [scene]))
      }
    }
    return chapters
  }
}
