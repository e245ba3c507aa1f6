import App
import Canvas
import Glibc
import Insight
import SceneKit
import Views

/// Sets a target up to be shown: what `play`, `snapshot` and `record` share.
enum Stagehand {
  /// Compiles the target and puts it on a screen of `size` cells, at its session's place if it has one.
  static func player(_ target: Target, _ common: CommonOptions, size: Size) throws -> Player {
    let (compilation, options) = try Workbench.compile(target, common)
    let given = target.options + common.given.map { [$0.name, $0.value] }
    let workspace = Workspace(
      compilation, title: target.title, options: options, given: given,
      decisions: Workbench.decisions(target.session), language: language)
    if let session = target.session {
      let problems = SessionReplay.problems(session, workspace.timeline)
      guard problems.isEmpty else {
        throw Failure("gomem: the session does not replay: \(problems[0])", status: ExitStatus.badInput)
      }
    }
    var model = Model(workspace, words: English(language: language), size: size)
    if let session = target.session { model.restore(session) }
    return Player(model)
  }

  /// The language of narration: the locale's, where a scene has it.
  static var language: String {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty else { continue }
      let code = value.prefix { $0.isASCII && $0.isLetter }.lowercased()
      return code.count == 2 ? code : "en"
    }
    return "en"
  }

  /// "120x40" in cells.
  static func size(_ text: String) throws -> Size {
    let parts = text.lowercased().split(whereSeparator: { $0 == "x" || $0 == "×" }).map { Int($0) }
    guard parts.count == 2, let width = parts[0], let height = parts[1], (1...1000).contains(width),
      (1...1000).contains(height)
    else { throw Failure("gomem: --size is WIDTHxHEIGHT in cells, such as 120x40, not \(text)") }
    return Size(width, height)
  }

  static func theme(_ name: String) throws -> Theme {
    if let theme = Theme.named(name) { return theme }
    throw Failure("gomem: no theme is called \(name); there are \(Theme.all.map(\.name).joined(separator: ", "))")
  }

  /// "n n s right" as keys. A count may stand before a name: "12*→".
  static func keys(_ text: String) throws -> [Key] {
    try text.split(separator: " ").flatMap { word -> [Key] in
      var name = String(word)
      var count = 1
      if let star = word.firstIndex(of: "*"), let number = Int(word[..<star]), (1...100_000).contains(number) {
        count = number
        name = String(word[word.index(after: star)...])
      }
      guard let key = Key(name: name) else {
        throw Failure(
          "gomem: --keys: no key is called \(name); keys are characters, right, left, home, end, tab, esc ...")
      }
      return Array(repeating: key, count: count)
    }
  }
}
