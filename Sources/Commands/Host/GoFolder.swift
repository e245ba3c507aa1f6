import GoSyntax
import SourceText

/// The Go files of a folder that belong to a build for linux/amd64 (go/build, Go 1.23: file names and `//go:build` lines).
struct GoFolder {
  /// As diagnostics name it; "." for the current one.
  let path: String

  /// `a/../b` and `./` taken out of a path, as far as the text tells.
  static func normalised(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
    }
    let text = parts.joined(separator: "/")
    return path.hasPrefix("/") ? "/" + text : text.isEmpty ? "." : text
  }

  /// The name of a file of the folder in diagnostics.
  func name(of file: String) -> String { path.hasSuffix("/") ? path + file : path + "/" + file }

  /// - Parameter tests: the files that end in `_test.go` instead of the others.
  func files(tests: Bool = false, importPath: String? = nil) throws -> [SourceFile] {
    let names = (HostFiles.entries(of: path) ?? []).filter { name in
      name.hasSuffix(".go") && !name.hasPrefix("_") && name.hasSuffix("_test.go") == tests && Self.isForLinux(name)
    }
    return try names.map { name in
      SourceFile(name: self.name(of: name), bytes: try HostFiles.read(self.name(of: name)), importPath: importPath)
    }.filter { BuildLine.allows($0.bytes) }
  }

  private static let systems: Set<Substring> = [
    "aix", "android", "darwin", "dragonfly", "freebsd", "hurd", "illumos", "ios", "js", "linux", "nacl", "netbsd",
    "openbsd",
    "plan9", "solaris", "wasip1", "windows", "zos",
  ]
  private static let architectures: Set<Substring> = [
    "386", "amd64", "arm", "arm64", "loong64", "mips", "mips64", "mips64le", "mipsle", "ppc64", "ppc64le", "riscv64",
    "s390x", "wasm",
  ]

  /// Whether a file's name leaves it in: `x_windows.go` and `x_arm64.go` are for others.
  private static func isForLinux(_ name: String) -> Bool {
    var parts = name.dropLast(".go".count).split(separator: "_", omittingEmptySubsequences: false)
    if parts.last == "test" { parts.removeLast() }
    // What stands before the first underscore constrains nothing.
    parts = Array(parts.dropFirst())
    guard let last = parts.last else { return true }
    if architectures.contains(last) {
      guard last == "amd64" else { return false }
      guard let system = parts.dropLast().last, systems.contains(system) else { return true }
      return system == "linux"
    }
    return !systems.contains(last) || last == "linux"
  }
}

/// A `//go:build` line, evaluated for linux/amd64 and Go 1.23 without cgo.
private struct BuildLine {
  private var rest: Substring

  /// `false` when the file has such a line, before its package clause, and it does not hold.
  static func allows(_ bytes: [UInt8]) -> Bool {
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true) {
      let text = String(decoding: line, as: UTF8.self).drop { $0 == " " || $0 == "\t" }
      if text.hasPrefix("package ") { return true }
      guard text.hasPrefix("//go:build ") else { continue }
      var expression = BuildLine(rest: text.dropFirst("//go:build ".count))
      return expression.or(depth: 0)
    }
    return true
  }

  private mutating func take(_ text: String) -> Bool {
    rest = rest.drop { $0 == " " || $0 == "\t" || $0 == "\r" }
    guard rest.hasPrefix(text) else { return false }
    rest.removeFirst(text.count)
    return true
  }

  private mutating func or(depth: Int) -> Bool {
    var result = and(depth: depth)
    while take("||") { result = and(depth: depth) || result }
    return result
  }

  private mutating func and(depth: Int) -> Bool {
    var result = not(depth: depth)
    while take("&&") { result = not(depth: depth) && result }
    return result
  }

  private mutating func not(depth: Int) -> Bool {
    guard depth < 100 else { return false }
    if take("!") { return !not(depth: depth + 1) }
    if take("(") {
      let result = or(depth: depth + 1)
      _ = take(")")
      return result
    }
    rest = rest.drop { $0 == " " || $0 == "\t" }
    let tag = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
    rest.removeFirst(tag.count)
    if tag.hasPrefix("go1."), let minor = Int(tag.dropFirst(4)) { return minor <= 23 }
    return ["linux", "amd64", "unix", "gc"].contains(tag)
  }
}
