// The Go library: our own Go sources of the standard packages.
//
// A program that imports "fmt" gets *these* files, compiled by the same front end and run on the same machine as the
// program's own, so that their frames and allocations are as real as its own. Only the floor is not Go: functions
// without a body, which the machine supplies. `go/intrinsics.txt` lists them all, `go/internal/rt` documents most.
//
//     program ──▶ fmt ──────▶ strconv ──▶ internal/ucd
//                  │             │
//                  ▼             ▼
//       internal/standard ─▶ internal/rt ──▶ the machine
//                  ▲             ▲
//                  └──── os ─────┘      (files in memory; fmt does without, so that a program that prints loads little)
//
// The question this target answers: which files make up the package with this import path? It reads folders and files
// and knows nothing of Go but that `_GOARCH` suffixes choose an architecture.
//
// Where it simplifies Go: the packages hold what Go 1.23 documents, in files of another division, and what is absent
// is absent: the checker reports it by name.

import Glibc

/// Reads our sources of Go's standard packages from the folder that they were installed in.
public struct GoLibrary: Sendable {
  /// The folder that holds one folder per import path; nil if it was not found, which leaves the library empty.
  public let root: String?

  private let architecture: String

  /// Finds the library's folder. `architecture` is a GOARCH, "amd64" or "386".
  public init(architecture: String = "amd64") {
    self.init(root: GoLibrary.folder(), architecture: architecture)
  }

  /// A library in a given folder.
  public init(root: String?, architecture: String = "amd64") {
    self.root = root
    self.architecture = architecture
  }

  /// The import paths of all packages, in alphabetical order.
  public func packagePaths() -> [String] {
    guard let root else { return [] }
    var found: [String] = []
    var pending = [""]
    while let path = pending.popLast() {
      guard let names = entries(of: root + "/" + path) else { continue }
      if !path.isEmpty && names.contains(where: { $0.hasSuffix(".go") }) { found.append(path) }
      for name in names where !name.contains(".") { pending.append(path.isEmpty ? name : path + "/" + name) }
    }
    return found.sorted()
  }

  /// The files of a package, by name in alphabetical order; nil if there is no such package.
  public func sources(of importPath: String) -> [(name: String, text: [UInt8])]? {
    guard let root, !importPath.isEmpty, !importPath.hasPrefix("/"), !importPath.contains("..") else { return nil }
    let folder = root + "/" + importPath
    guard let names = entries(of: folder) else { return nil }
    var files: [(name: String, text: [UInt8])] = []
    for name in names.sorted() where name.hasSuffix(".go") && isChosen(name) {
      guard let text = bytes(of: folder + "/" + name) else { return nil }
      files.append((name, text))
    }
    return files.isEmpty ? nil : files
  }

  /// What Go's compiler knows of a package's functions: Sources/GoLibrary/facts, extracted from real Go by
  /// Tools/gofacts; nil if there is nothing on this package.
  public func facts(of importPath: String) -> [UInt8]? {
    guard let root, !importPath.contains("..") else { return nil }
    let name = importPath.split(separator: "/").joined(separator: ".")
    return bytes(of: "\(Self.parent(of: root))/facts/\(name).facts")
  }

  /// Whether a file is for this architecture: `x_386.go` is for one, `x.go` for all.
  private func isChosen(_ name: String) -> Bool {
    for other in ["386", "amd64"] where name.hasSuffix("_\(other).go") { return other == architecture }
    return true
  }

  /// The folder with the sources: beside the executable, below the prefix that it is installed in, in the bundle of
  /// resources that the build lays beside it, or, in a checkout, where the sources are.
  private static func folder() -> String? {
    guard let executable = executablePath() else { return nil }
    var folder = parent(of: executable)
    var candidates = [
      folder + "/gomem_GoLibrary.resources/go",
      parent(of: folder) + "/share/gomem/go",
      folder + "/go",
    ]
    // Test runners live elsewhere in the build folder, or outside of it: look in every folder above, and in those
    // above the current folder.
    for start in [folder, currentFolder()] {
      folder = start
      while folder.count > 1 {
        candidates.append(folder + "/gomem_GoLibrary.resources/go")
        candidates.append(folder + "/Sources/GoLibrary/go")
        folder = parent(of: folder)
      }
    }
    return candidates.first { isFile($0 + "/internal/rt/rt.go") }
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
    return String(path[..<slash])
  }
}

// MARK: - The file system, by plain system calls: Foundation's are slow to start.

private func executablePath() -> String? {
  var buffer = [CChar](repeating: 0, count: 4096)
  let length = readlink("/proc/self/exe", &buffer, buffer.count)
  guard length > 0 else { return nil }
  return String(decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
}

private func isFile(_ path: String) -> Bool { access(path, R_OK) == 0 }

private func entries(of folder: String) -> [String]? {
  guard let stream = opendir(folder) else { return nil }
  defer { closedir(stream) }
  var names: [String] = []
  while let entry = readdir(stream) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if !name.hasPrefix(".") { names.append(name) }
  }
  return names
}

private func bytes(of path: String) -> [UInt8]? {
  let file = open(path, O_RDONLY)
  guard file >= 0 else { return nil }
  defer { close(file) }
  let size = Int(lseek(file, 0, Int32(SEEK_END)))
  guard size >= 0, lseek(file, 0, Int32(SEEK_SET)) == 0 else { return nil }
  return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
    while count < size {
      let got = read(file, buffer.baseAddress! + count, size - count)
      guard got > 0 else { break }
      count += got
    }
  }
}

private func currentFolder() -> String {
  var buffer = [CChar](repeating: 0, count: 4096)
  guard getcwd(&buffer, buffer.count) != nil else { return "/" }
  return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
}
