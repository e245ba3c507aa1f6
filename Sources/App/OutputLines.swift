import Machine
import Views

/// What the program has written, as lines of either stream.
enum OutputLines {
  /// Bytes that are looked at: many more lines than a screen has, and a bound however much was printed.
  private static let most = 16 << 10

  /// The last lines. A line goes on until its stream writes a line end, whatever the other stream writes meanwhile.
  /// - Parameter newFrom: lines with bytes from this offset on are new.
  static func last(of log: OutputLog, newFrom: Int) -> [OutputLine] {
    struct Open {
      var bytes: [UInt8] = []
      var start = 0
      var isNew = false
    }
    let from = max(0, log.count - most)
    var lines: [(start: Int, line: OutputLine)] = []
    var open: [Int32: Open] = [:]
    let bytes = log.bytes
    for entry in log.entries(from: from) {
      var line = open[entry.descriptor] ?? Open()
      for offset in max(from, entry.start)..<entry.end {
        if line.bytes.isEmpty { line.start = offset }
        if offset >= newFrom { line.isNew = true }
        if bytes[offset] == 0x0a {
          lines.append((line.start, text(line.bytes, entry.descriptor, line.isNew)))
          line = Open(start: offset + 1)
        } else {
          line.bytes.append(bytes[offset])
        }
      }
      open[entry.descriptor] = line
    }
    for descriptor in open.keys.sorted() {
      if let line = open[descriptor], !line.bytes.isEmpty {
        lines.append((line.start, text(line.bytes, descriptor, line.isNew)))
      }
    }
    return lines.sorted { $0.start < $1.start }.map(\.line)
  }

  private static func text(_ bytes: [UInt8], _ descriptor: Int32, _ isNew: Bool) -> OutputLine {
    var expanded: [UInt8] = []
    for byte in bytes.prefix(4_096) {
      if byte == 0x09 {
        repeat { expanded.append(0x20) } while expanded.count % 8 != 0
      } else {
        expanded.append(byte)
      }
    }
    return OutputLine(text: String(decoding: expanded, as: UTF8.self), isError: descriptor == 2, isNew: isNew)
  }
}
