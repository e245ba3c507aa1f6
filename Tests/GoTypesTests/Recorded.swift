import Foundation

/// Lines of a file of `Tests/Recorded/GoTypes`: what real Go 1.23 answered, made by the program beside it. Set
/// `GOMEM_RECORDED` to a folder with larger files to check more.
func recorded(_ name: String) throws -> [Substring] { try recordedText(name).split(separator: "\n") }

/// The whole of such a file.
func recordedText(_ name: String) throws -> String {
  let folder =
    ProcessInfo.processInfo.environment["GOMEM_RECORDED"].map { URL(fileURLWithPath: $0) }
    ?? URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Recorded/GoTypes")
  return try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
}
