import Foundation
import SourceText
import Testing

/// A program of `Programs/` with what real Go made of it.
struct Recording: Sendable, CustomTestStringConvertible {
  /// "chapter/name".
  let name: String
  let files: [SourceFile]
  /// What it reads from standard input.
  let input: [UInt8]
  /// The language version of its go.mod.
  let goVersion: String?
  let expected: Outcome
  let isRecorded: Bool
  /// Why the program is not run as by Go yet: what gomem says about it.
  let known: String?

  var testDescription: String { name }

  static let all: [Recording] = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Programs")
    return folders(root).flatMap { chapter in
      entries(chapter).filter { $0.pathExtension == "go" || isFolder($0) }.map { Recording($0, chapter) }
    }
  }()

  /// - Parameter place: a Go file, or a folder of them.
  private init(_ place: URL, _ chapter: URL) {
    files = Self.sources(place)
    goVersion = Self.bytes(place.appendingPathComponent("go.mod")).flatMap { text in
      String(decoding: text, as: UTF8.self).split(separator: "\n").last?.dropFirst("go ".count).description
    }
    input = Self.bytes(place.deletingPathExtension().appendingPathExtension("in")) ?? []
    name = chapter.lastPathComponent + "/" + place.deletingPathExtension().lastPathComponent
    let stem = place.deletingPathExtension()
    let output = Self.bytes(stem.appendingPathExtension("out"))
    isRecorded = output != nil
    known = Self.bytes(stem.appendingPathExtension("known")).map { String(decoding: $0.dropLast(), as: UTF8.self) }
    let errors = Self.bytes(stem.appendingPathExtension("err")) ?? []
    let status = Self.bytes(stem.appendingPathExtension("exit")).map { String(decoding: $0.dropLast(), as: UTF8.self) }
    expected = Outcome(
      output: String(decoding: output ?? [], as: UTF8.self), errors: String(decoding: errors, as: UTF8.self),
      status: status.flatMap { Int32($0) } ?? 0)
  }

  /// A file; a folder's files; or those of a module, each with its package's import path.
  private static func sources(_ place: URL) -> [SourceFile] {
    guard isFolder(place) else { return [SourceFile(name: place.lastPathComponent, bytes: bytes(place) ?? [])] }
    let module = bytes(place.appendingPathComponent("go.mod")).map { text in
      String(decoding: text, as: UTF8.self).split(separator: "\n")[0].dropFirst("module ".count)
    }
    var result: [SourceFile] = []
    func add(_ folder: URL, _ names: [String]) {
      for entry in entries(folder) {
        let path = names + [entry.lastPathComponent]
        if isFolder(entry), module != nil { add(entry, path) }
        guard entry.pathExtension == "go" else { continue }
        result.append(
          SourceFile(
            name: path.joined(separator: "/"), bytes: bytes(entry) ?? [],
            importPath: module.map { ([String($0)] + names).joined(separator: "/") }))
      }
    }
    add(place, [])
    return result.sorted { ($0.importPath ?? "").utf8.count < ($1.importPath ?? "").utf8.count }
  }

  private static func entries(_ folder: URL) -> [URL] {
    let found = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    return (found ?? []).sorted { $0.path < $1.path }
  }

  private static func folders(_ folder: URL) -> [URL] { entries(folder).filter(isFolder) }

  private static func isFolder(_ place: URL) -> Bool {
    (try? place.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) ?? false
  }

  private static func bytes(_ file: URL) -> [UInt8]? { (try? Data(contentsOf: file)).map { Array($0) } }
}
