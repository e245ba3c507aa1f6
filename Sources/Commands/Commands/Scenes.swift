import ArgumentParser
import SceneKit

struct ScenesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "scenes", abstract: "List the scenes, by chapter.")

  func run() throws {
    try Process.guarding {
      let library = SceneLibrary()
      guard !library.entries.isEmpty else {
        throw Failure(
          "gomem: the Scenes folder is missing beside the program and in its share/gomem", status: ExitStatus.fault)
      }
      let width = library.entries.map(\.name.count).max() ?? 0
      var chapter = ""
      var text = ""
      for entry in library.entries {
        if entry.chapter != chapter {
          text += (chapter.isEmpty ? "" : "\n") + entry.chapter + "\n"
          chapter = entry.chapter
        }
        let title = SceneScript.pick(entry.script.titles, "en")
        text += "  \(entry.name)\(String(repeating: " ", count: width - entry.name.count))  \(title)\n"
      }
      Process.write(text)
    }
  }
}
