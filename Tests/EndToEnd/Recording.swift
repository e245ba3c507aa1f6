import Foundation
import SourceText
import Testing

/// A program of `Programs/` with what real Go made of it.
struct Recording: Sendable, CustomTestStringConvertible {
  /// "chapter/name".
  let name: String
  let files: [SourceFile]
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
    let sources = Self.isFolder(place) ? Self.entries(place).filter { $0.pathExtension == "go" } : [place]
    files = sources.map { SourceFile(name: $0.lastPathComponent, bytes: Self.bytes($0) ?? []) }
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
