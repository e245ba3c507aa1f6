import GoSyntax
import SceneKit
import SourceText

/// The scenes that come with gomem: `Scenes/<chapter>/<name>.go`.
struct SceneLibrary {
  struct Entry {
    /// The chapter's folder without its number: "stack".
    var chapter: String
    /// The file's name without `.go`.
    var name: String
    var path: String
    var script: SceneScript
    /// The program's text.
    var source: String
  }

  /// In the order of the chapter folders, then by name.
  let entries: [Entry]

  /// Finds the folder beside the executable, below the prefix that it is installed in, or in the checkout it was built in.
  static func folder() -> String? {
    guard var folder = HostFiles.executableFolder() else { return nil }
    var candidates = [folder + "/../share/gomem/Scenes"]
    while folder.count > 1 {
      candidates.append(folder + "/Scenes")
      guard let slash = folder.lastIndex(of: "/"), slash != folder.startIndex else { break }
      folder = String(folder[..<slash])
    }
    return candidates.first { HostFiles.exists($0) && HostFiles.isFolder($0) }
  }

  init() {
    guard let root = Self.folder() else {
      entries = []
      return
    }
    var entries: [Entry] = []
    for chapter in HostFiles.entries(of: root) ?? [] where HostFiles.isFolder("\(root)/\(chapter)") {
      for file in HostFiles.entries(of: "\(root)/\(chapter)") ?? [] where file.hasSuffix(".go") {
        let path = "\(root)/\(chapter)/\(file)"
        guard let bytes = try? HostFiles.read(path) else { continue }
        var ids = NodeIDs()
        var problems: [Diagnostic] = []
        let source = SourceFile(name: file, bytes: bytes)
        let parsed = Parser.parse(source, id: FileID(0), ids: &ids, mode: .declarationsOnly)
        let script = SceneScript(file: parsed.file, diagnostics: &problems)
        entries.append(
          Entry(
            chapter: String(chapter.drop { $0.isNumber || $0 == "-" }), name: String(file.dropLast(3)), path: path,
            script: script, source: String(decoding: bytes, as: UTF8.self)))
      }
    }
    self.entries = entries
  }

  func path(of name: String) -> String? { entries.first { $0.name == name }?.path }
}
