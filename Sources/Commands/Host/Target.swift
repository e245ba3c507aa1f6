import SceneKit
import SourceText

/// What a command works on: Go files, or a session with the files inside.
struct Target {
  var files: [SourceFile]
  var session: Session?
  /// For the title bar: the scene's name or the file's.
  var title: String

  /// - Parameter names: one or more `.go` files, a folder, a `.gomem` session, or the name of a scene.
  /// - Throws: `Failure` that says what is wrong with which name.
  static func resolve(_ names: [String]) throws -> Target {
    guard let first = names.first else { throw Failure("gomem: name a .go file, a folder, a scene or a session") }
    if names.count == 1, first.hasSuffix(".gomem") { return try session(first) }
    if names.count == 1, HostFiles.isFolder(first) { return try folder(first) }
    if names.count == 1, !first.hasSuffix(".go") {
      guard let path = SceneLibrary().path(of: first) else {
        throw Failure("gomem: no scene is called \(first); `gomem scenes` lists them")
      }
      return Target(
        files: [SourceFile(name: HostFiles.lastComponent(path), bytes: try HostFiles.read(path))], title: first)
    }
    let files = try names.map { name in
      guard name.hasSuffix(".go") else { throw Failure("gomem: \(name) is not a .go file") }
      return SourceFile(name: name, bytes: try HostFiles.read(name))
    }
    return Target(files: files, title: HostFiles.lastComponent(first))
  }

  private static func session(_ path: String) throws -> Target {
    do {
      let session = try Session.decode(HostFiles.read(path))
      let files = session.sources.map { SourceFile(name: $0.name, bytes: Array($0.text.utf8)) }
      return Target(files: files, session: session, title: session.title)
    } catch let error as SessionError {
      throw Failure("gomem: \(path): \(error.message)", status: ExitStatus.badInput)
    }
  }

  private static func folder(_ path: String) throws -> Target {
    let names = (HostFiles.entries(of: path) ?? []).filter { $0.hasSuffix(".go") && !$0.hasSuffix("_test.go") }
    guard !names.isEmpty else { throw Failure("gomem: no Go files in \(path)") }
    let base = path.hasSuffix("/") ? String(path.dropLast()) : path
    let files = try names.map { SourceFile(name: "\(base)/\($0)", bytes: try HostFiles.read("\(base)/\($0)")) }
    return Target(files: files, title: HostFiles.lastComponent(path))
  }
}
