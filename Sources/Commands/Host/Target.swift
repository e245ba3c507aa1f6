import SceneKit
import SourceText

/// What a command works on: Go files, or a session with the files inside.
struct Target {
  var files: [SourceFile]
  var session: Session?
  /// For the title bar: the scene's name or the file's.
  var title: String
  /// What the session, or the module's `go.mod`, says of options, as name and value.
  var options: [[String]] = []

  /// - Parameter names: one or more `.go` files, a folder, a `.gomem` session, or the name of a scene.
  /// - Throws: `Failure` that says what is wrong with which name.
  static func resolve(_ names: [String]) throws -> Target {
    guard let first = names.first else { throw Failure("gomem: name a .go file, a folder, a scene or a session") }
    guard Compilation.hasLibrary else {
      throw Failure(
        "gomem: its Go library is missing: it stands in ../share/gomem beside the program's folder (make install)",
        status: ExitStatus.fault)
    }
    if names.count == 1, first.hasSuffix(".gomem") { return try session(first) }
    if names.count == 1, HostFiles.isFolder(first) { return try folder(first) }
    if names.count == 1, !first.hasSuffix(".go") {
      guard let path = SceneLibrary().path(of: first) else {
        throw Failure("gomem: no scene is called \(first); `gomem scenes` lists them")
      }
      return Target(
        files: [SourceFile(name: HostFiles.lastComponent(path), bytes: try HostFiles.read(path))], title: first)
    }
    let folder = HostFiles.folder(of: first)
    let module = try GoModule.around(folder)
    let importPath = module?.importPath(of: folder)
    let files = try names.map { name in
      guard name.hasSuffix(".go") else { throw Failure("gomem: \(name) is not a .go file") }
      return SourceFile(name: name, bytes: try HostFiles.read(name), importPath: importPath)
    }
    return Target(
      files: files + (try module?.packages(importedBy: files) ?? []), title: HostFiles.lastComponent(first),
      options: module?.options ?? [])
  }

  private static func session(_ path: String) throws -> Target {
    do {
      let session = try Session.decode(HostFiles.read(path))
      let files = session.sources.map {
        SourceFile(name: $0.name, bytes: Array($0.text.utf8), importPath: $0.package)
      }
      return Target(files: files, session: session, title: session.title, options: session.options)
    } catch let error as SessionError {
      throw Failure("gomem: \(path): \(error.message)", status: ExitStatus.badInput)
    }
  }

  private static func folder(_ path: String) throws -> Target {
    let module = try GoModule.around(path)
    let files = try GoFolder(path: path).files(importPath: module?.importPath(of: path))
    guard !files.isEmpty else { throw Failure("gomem: no Go files in \(path)") }
    return Target(
      files: files + (try module?.packages(importedBy: files) ?? []),
      title: HostFiles.lastComponent(HostFiles.realPath(path) ?? path), options: module?.options ?? [])
  }
}
