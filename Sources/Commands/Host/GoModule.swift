import GoSyntax
import SourceText

/// The module around a program: where its `go.mod` stands, and what that says (https://go.dev/ref/mod).
struct GoModule {
  /// The folder with `go.mod`, as diagnostics name it.
  let root: String
  /// The module's import path.
  let path: String
  /// The minor language version of its `go` line; Go takes 1.16 where there is none.
  let minorVersion: Int

  /// The options that the `go` line implies: older languages than 1.21 are not told from it.
  var options: [[String]] { minorVersion >= 23 ? [] : [["go", "1.\(max(21, minorVersion))"]] }

  /// Looks for `go.mod` in a folder and those around it.
  static func around(_ folder: String) throws -> GoModule? {
    var place = GoFolder.normalised(folder)
    while let real = HostFiles.realPath(place) {
      let file = place == "." ? "go.mod" : place + "/go.mod"
      if HostFiles.exists(file) { return try GoModule(root: place, text: HostFiles.read(file), file: file) }
      if real == "/" { return nil }
      place = GoFolder.normalised(place + "/..")
    }
    return nil
  }

  private init(root: String, text: [UInt8], file: String) throws {
    self.root = root
    var path: String?
    var minor = 16
    for line in String(decoding: text, as: UTF8.self).split(whereSeparator: \.isNewline) {
      let words = Self.words(line)
      guard words.count >= 2 else { continue }
      if words[0] == "module" { path = words[1] }
      if words[0] == "go" {
        let parts = words[1].split(separator: ".")
        guard parts.count >= 2, parts[0] == "1", let number = Int(parts[1].prefix { $0.isNumber }) else {
          throw Failure("gomem: \(file): the go line's version \(words[1]) is no version")
        }
        minor = number
      }
    }
    guard let path else { throw Failure("gomem: \(file): no module line") }
    self.path = path
    minorVersion = minor
  }

  /// A line's words without comment and quotes.
  private static func words(_ line: Substring) -> [String] {
    var words: [String] = []
    for word in line.split(whereSeparator: \.isWhitespace) {
      if word.hasPrefix("//") { break }
      let isQuoted = word.count >= 2 && (word.first == "\"" || word.first == "`") && word.last == word.first
      words.append(String(isQuoted ? word.dropFirst().dropLast() : word))
    }
    return words
  }

  /// The import path of a folder of the module.
  func importPath(of folder: String) -> String? {
    guard let top = HostFiles.realPath(root), let place = HostFiles.realPath(folder) else { return nil }
    if place == top { return path }
    guard place.hasPrefix(top == "/" ? top : top + "/") else { return nil }
    return path + "/" + place.dropFirst(top == "/" ? 1 : top.count + 1)
  }

  /// The folder of a package of the module; `nil` for other modules' packages.
  func folder(of importPath: String) -> GoFolder? {
    if importPath == path { return GoFolder(path: root) }
    guard importPath.hasPrefix(path + "/") else { return nil }
    return GoFolder(path: GoFolder.normalised(root + "/" + importPath.dropFirst(path.count + 1)))
  }

  /// The files of all packages of the module that some files import, directly or through others; each says its import
  /// path.
  func packages(importedBy files: [SourceFile]) throws -> [SourceFile] {
    var seen: Set<String> = []
    var result: [SourceFile] = []
    var pending = files
    while let file = pending.popLast() {
      for importPath in Self.imports(of: file) where seen.insert(importPath).inserted {
        guard let found = try folder(of: importPath)?.files(importPath: importPath) else { continue }
        result += found
        pending += found
      }
    }
    return result.sorted { ($0.importPath ?? "", $0.name) < ($1.importPath ?? "", $1.name) }
  }

  private static func imports(of file: SourceFile) -> [String] {
    var ids = NodeIDs()
    return Parser.parse(file, id: FileID(0), ids: &ids, mode: .declarationsOnly).file.imports.map(\.path)
  }
}
