/// What the program wrote, in order. Going back in time takes output back: `count` is part of the machine's state, while the
/// bytes stand in a storage that all machines of one timeline share, since they write the same.
public struct OutputLog {
  /// One write: `descriptor` 1 or 2 and its bytes' range in `bytes`.
  public struct Entry: Hashable, Sendable {
    public var descriptor: Int32
    public var start: Int
    public var end: Int
  }

  public final class Storage {
    fileprivate(set) var bytes: [UInt8] = []
    fileprivate(set) var entries: [Entry] = []
    /// Bytes drained and forgotten; `bytes` begins behind them.
    fileprivate(set) var forgotten = 0
    public init() {}
  }

  private let storage: Storage
  /// Bytes written so far, to all descriptors.
  public internal(set) var count = 0

  public init(_ storage: Storage = Storage()) { self.storage = storage }

  /// What is kept: everything, unless it was drained.
  public var bytes: ArraySlice<UInt8> { storage.bytes[..<(count - storage.forgotten)] }

  /// Hands over what is kept, write by write, and forgets it: for a run that never goes back, however much it writes.
  mutating func drain() -> [(descriptor: Int32, bytes: ArraySlice<UInt8>)] {
    let writes = entries.map { ($0.descriptor, storage.bytes[index($0.start)..<index($0.end)]) }
    storage.bytes = []
    storage.entries = []
    storage.forgotten = count
    return writes
  }

  public var entries: [Entry] { entries(from: 0) }

  /// The writes behind the first `start` bytes.
  public func entries(from start: Int) -> [Entry] {
    var found: [Entry] = []
    for entry in storage.entries.reversed() where entry.start < count {
      guard entry.end > start else { break }
      found.append(
        Entry(descriptor: entry.descriptor, start: max(entry.start, start), end: min(entry.end, count)))
    }
    return found.reversed()
  }

  /// Writes at `count`. What stands there already is the same when a stretch is run again, and is replaced when a
  /// decision has made another future.
  mutating func append(_ descriptor: Int32, _ new: some Collection<UInt8>) {
    let end = count + new.count
    if index(end) <= storage.bytes.count, storage.bytes[index(count)..<index(end)].elementsEqual(new) {
      count = end
      return
    }
    truncate()
    storage.bytes.append(contentsOf: new)
    if let last = storage.entries.last, last.descriptor == descriptor {
      storage.entries[storage.entries.count - 1].end = end
    } else if end > count {
      storage.entries.append(Entry(descriptor: descriptor, start: count, end: end))
    }
    count = end
  }

  /// Where the byte at `offset` of all output stands in the storage.
  private func index(_ offset: Int) -> Int { offset - storage.forgotten }

  private func truncate() {
    storage.bytes.removeSubrange(index(count)...)
    while let last = storage.entries.last, last.end > count {
      if last.start >= count {
        storage.entries.removeLast()
      } else {
        storage.entries[storage.entries.count - 1].end = count
      }
    }
  }

  /// Everything written to a descriptor.
  public func bytes(to descriptor: Int32) -> [UInt8] {
    entries.filter { $0.descriptor == descriptor }.flatMap { storage.bytes[index($0.start)..<index($0.end)] }
  }

  public func text(to descriptor: Int32) -> String { String(decoding: bytes(to: descriptor), as: UTF8.self) }
}

extension Machine {
  /// What the program wrote since the last call, write by write. It is forgotten here, so that a run that never goes back
  /// needs no more memory however much it writes.
  public func drainOutput() -> [(descriptor: Int32, bytes: ArraySlice<UInt8>)] { output.drain() }

  /// Writes to a descriptor of the program's.
  func writeOutput(_ descriptor: Int32, _ bytes: some Collection<UInt8>) {
    let offset = output.count
    output.append(descriptor, bytes)
    emit(.output(descriptor: Int(descriptor), offset: offset, count: bytes.count))
  }

  func writeError(_ text: String) { writeOutput(2, Array(text.utf8)) }
}
