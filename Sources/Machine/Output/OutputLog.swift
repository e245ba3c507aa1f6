/// What the program wrote, in order. Part of the machine's state: going back in time takes output back.
public struct OutputLog: Sendable {
  /// One write: `descriptor` 1 or 2 and its bytes' range in `bytes`.
  public struct Entry: Hashable, Sendable {
    public var descriptor: Int32
    public var start: Int
    public var end: Int
  }

  public private(set) var bytes: [UInt8] = []
  public private(set) var entries: [Entry] = []

  public init() {}

  mutating func append(_ descriptor: Int32, _ new: some Sequence<UInt8>) {
    let start = bytes.count
    bytes.append(contentsOf: new)
    if let last = entries.last, last.descriptor == descriptor, last.end == start {
      entries[entries.count - 1].end = bytes.count
    } else if bytes.count > start {
      entries.append(Entry(descriptor: descriptor, start: start, end: bytes.count))
    }
  }

  /// Everything written to a descriptor.
  public func bytes(to descriptor: Int32) -> [UInt8] {
    entries.filter { $0.descriptor == descriptor }.flatMap { bytes[$0.start..<$0.end] }
  }

  public func text(to descriptor: Int32) -> String { String(decoding: bytes(to: descriptor), as: UTF8.self) }

  /// Goes back to an earlier length in bytes.
  mutating func truncate(to count: Int) {
    bytes.removeSubrange(count...)
    while let last = entries.last, last.end > count {
      if last.start >= count {
        entries.removeLast()
      } else {
        entries[entries.count - 1].end = count
      }
    }
  }
}

extension Machine {
  /// Writes to a descriptor of the program's.
  func writeOutput(_ descriptor: Int32, _ bytes: some Collection<UInt8>) {
    let offset = output.bytes.count
    output.append(descriptor, bytes)
    emit(.output(descriptor: Int(descriptor), offset: offset, count: bytes.count))
  }

  func writeError(_ text: String) { writeOutput(2, Array(text.utf8)) }
}
