import Foundation

/// The built gomem, run as a person or a script would.
enum Program {
  struct Result {
    var output: String
    var errors: String
    var status: Int32
  }

  /// The folder of the test runner holds the executable as well.
  static let folder: URL = {
    let runner = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    let candidates = [runner, Bundle.main.bundleURL.deletingLastPathComponent(), Bundle.main.bundleURL]
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0.appendingPathComponent("gomem").path) }
      ?? runner
  }()

  static var path: String { folder.appendingPathComponent("gomem").path }

  static func run(_ arguments: [String], input: String = "", environment: [String: String] = [:]) throws -> Result {
    try command(path, arguments, environment: environment)
  }

  /// Starts something that goes on by itself. What it inherits it would hold open for ever, also the socket by which
  /// Foundation learns of the end, so every descriptor but the standard ones is closed first.
  static func start(_ path: String, _ arguments: [String], environment: [String: String] = [:]) throws {
    let closing = """
      for f in /proc/$$/fd/*; do n=${f##*/}; case $n in 0|1|2) ;; *) eval "exec $n>&-";; esac; done; exec "$@"
      """
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", closing, "bash", path] + arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
  }

  static func command(_ path: String, _ arguments: [String], environment: [String: String] = [:]) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    let problems = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Result(
      output: String(decoding: text, as: UTF8.self), errors: String(decoding: problems, as: UTF8.self),
      status: process.terminationStatus)
  }

  /// A file in a folder of its own, gone when the test process ends.
  static func file(_ name: String, _ text: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gomem-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appendingPathComponent(name)
    try text.write(to: file, atomically: true, encoding: .utf8)
    return file.path
  }
}
