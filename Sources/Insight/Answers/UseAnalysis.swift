import Machine
import MachineCode

/// Which bytes of each block the program can still get at; the collector keeps whole blocks.
///
/// The collector follows every pointer in a block that anything points to. A program can reach less: through a string
/// just its bytes, through a slice its elements up to the capacity, through a `*T` one T. This walk follows only those.
/// What is left over in a block that the collector keeps is pinned; a block that only left-over bytes point to is lost:
///
/// ```
///   window = s[1:3:3]     block of s   │ p0 │ p1 │ p2 │ p3 │      in use: p1, p2
///                                        ▼              ▼
///                                      lost            lost       kept by the collector all the same
/// ```
struct UseAnalysis {
  private let machine: Machine
  private let reader: ValueReader<MachineMemory>
  private var ranges: [UInt64: [Range<Int>]] = [:]
  private var visited: Set<Region> = []
  private var pending: [Region] = []

  private struct Region: Hashable {
    var address: UInt64
    var type: TypeID
    var count: Int
  }

  private init(_ machine: Machine, _ reader: ValueReader<MachineMemory>) {
    self.machine = machine
    self.reader = reader
  }

  /// By block address: the used byte ranges, sorted and disjoint. Blocks that cannot be reached at all are absent.
  static func run(_ machine: Machine, _ reader: ValueReader<MachineMemory>) -> [UInt64: [Range<Int>]] {
    var analysis = UseAnalysis(machine, reader)
    for root in RootFinder(machine, reader).roots() where root.isOfUse {
      switch root.value {
      case .typed(let type): analysis.visit(Region(address: root.address, type: type, count: 1))
      case .pointer(let pointer): analysis.useWholeBlock(at: pointer)
      }
    }
    while let region = analysis.pending.popLast() { analysis.follow(region) }
    return analysis.ranges.mapValues(merge)
  }

  private mutating func visit(_ region: Region) {
    guard region.address != 0, region.count > 0, visited.insert(region).inserted else { return }
    let size = reader.descriptor(region.type).size * region.count
    if size > 0, let block = machine.block(at: region.address) {
      let start = Int(region.address - block.address)
      ranges[block.address, default: []].append(start..<min(start + size, block.size))
    }
    if reader.descriptor(region.type).pointerBytes > 0 { pending.append(region) }
  }

  private mutating func follow(_ region: Region) {
    let size = UInt64(reader.descriptor(region.type).size)
    for index in 0..<UInt64(region.count) { follow(region.type, region.address + index * size) }
  }

  private mutating func follow(_ type: TypeID, _ address: UInt64) {
    let descriptor = reader.descriptor(type)
    guard descriptor.pointerBytes > 0 else { return }
    switch descriptor.kind {
    case .structure:
      for field in descriptor.fields { follow(field.type, address + UInt64(field.offset)) }
    case .array:
      guard let element = descriptor.element else { return }
      let size = UInt64(reader.descriptor(element).size)
      for index in 0..<UInt64(descriptor.length) { follow(element, address + index * size) }
    case .pointer:
      guard let element = descriptor.element else { return useWholeBlock(at: word(address)) }
      visit(Region(address: word(address), type: element, count: 1))
    case .string: useBytes(word(address), Int(truncatingIfNeeded: word(address + 8)))
    case .slice:
      guard let element = descriptor.element else { return }
      visit(Region(address: word(address), type: element, count: Int(truncatingIfNeeded: word(address + 16))))
    case .interface: followInterface(descriptor, address)
    case .unsafePointer, .map, .chan, .func: useWholeBlock(at: word(address))
    default: break
    }
  }

  private mutating func followInterface(_ interface: TypeDescriptor, _ address: UInt64) {
    let first = word(address)
    guard first != 0, let dynamic = reader.dynamicType(interface, first) else { return }
    if reader.descriptor(dynamic).isDirect {
      follow(dynamic, address + 8)
    } else {
      visit(Region(address: word(address + 8), type: dynamic, count: 1))
    }
  }

  private mutating func useBytes(_ address: UInt64, _ count: Int) {
    guard count > 0, let block = machine.block(at: address) else { return }
    let start = Int(address - block.address)
    ranges[block.address, default: []].append(start..<min(start + count, block.size))
  }

  /// Where the type does not say how much can be reached: all of the block.
  private mutating func useWholeBlock(at address: UInt64) {
    guard address != 0, let block = machine.block(at: address), let type = block.type else { return }
    // The elements of a channel's buffer may stand behind its head.
    if type == machine.channelType { ranges[block.address, default: []].append(0..<block.size) }
    visit(Region(address: block.address, type: type, count: block.count))
  }

  private func word(_ address: UInt64) -> UInt64 {
    machine.memory.isReadable(address, 8) ? machine.memory.word(address) : 0
  }

  private static func merge(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var merged: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, range.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }
}
