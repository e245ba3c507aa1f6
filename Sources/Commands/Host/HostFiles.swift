import Glibc

/// Files by plain system calls: Foundation's are slow to start, and start-up is counted in milliseconds.
enum HostFiles {
  /// The whole file. - Throws: `Failure` with the file's name and the system's reason.
  static func read(_ path: String) throws -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw Failure("gomem: \(path): \(reason())") }
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(file, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Failure("gomem: \(path): \(reason())") }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }

  /// What one read of a descriptor gives, at most `count` bytes; nothing at the end or on an error.
  static func readSome(_ descriptor: Int32, _ count: Int) -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: min(count, 1 << 16))
    var got = Glibc.read(descriptor, &buffer, buffer.count)
    while got < 0, errno == EINTR { got = Glibc.read(descriptor, &buffer, buffer.count) }
    return Array(buffer.prefix(max(0, got)))
  }

  /// Writes beside the file, syncs, and renames, so that a reader sees the old bytes or the new ones, never a part.
  static func write(_ bytes: [UInt8], to path: String) throws {
    let temporary = "\(path).\(getpid()).tmp"
    let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw Failure("gomem: cannot write \(path): \(reason())", status: ExitStatus.badInput) }
    var isWhole = writeAll(bytes, to: file) && fsync(file) == 0
    isWhole = close(file) == 0 && isWhole
    guard isWhole, rename(temporary, path) == 0 else {
      let why = reason()
      unlink(temporary)
      throw Failure("gomem: cannot write \(path): \(why)", status: ExitStatus.badInput)
    }
  }

  /// All of the bytes to a descriptor, whatever the pieces that the system takes. `false` on an error (see errno).
  @discardableResult
  static func writeAll(_ bytes: some Collection<UInt8>, to descriptor: Int32) -> Bool {
    let contiguous = Array(bytes)
    var done = 0
    while done < contiguous.count {
      let count = contiguous.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress! + done, contiguous.count - done)
      }
      if count < 0 {
        if errno == EINTR { continue }
        return false
      }
      done += count
    }
    return true
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Names in a folder in alphabetical order, without those that begin with a dot; `nil` when it cannot be read.
  static func entries(of folder: String) -> [String]? {
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// The path from the root, links followed; `nil` when there is no such file.
  static func realPath(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }

  static func lastComponent(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// What stands before a path's last component; "." for a plain name.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The folder of the running executable, links followed.
  static func executableFolder() -> String? {
    var buffer = [CChar](repeating: 0, count: 4096)
    let length = readlink("/proc/self/exe", &buffer, buffer.count)
    guard length > 0 else { return nil }
    let path = String(decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard let slash = path.lastIndex(of: "/") else { return nil }
    return String(path[..<slash])
  }

  private static func reason() -> String { String(cString: strerror(errno)) }
}
