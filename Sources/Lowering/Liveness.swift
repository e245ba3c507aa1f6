import MachineCode

/// Which slots hold a pointer that is needed later, before each instruction: a backward data flow over the function's nodes.
///
/// A slot is killed by an instruction that writes all its pointer words, or that completes such a write (`Node.writes`); it is
/// used by any that reads a part of it. Slots whose address is taken are not followed: see `FrameBuilder`.
struct Liveness {
  /// For each tracked slot, sorted disjoint ranges of node indices.
  private(set) var ranges: [Int32: [Range<Int>]] = [:]
  /// Tracked slots that are live before the first node.
  private(set) var liveAtEntry: [Int32] = []

  private let nodes: [Node]
  private let tracked: [Int32]
  private var words: Int { (tracked.count + 63) / 64 }

  init(
    nodes: [Node], labels: [Int], slots: [Slot], roles: (Node) -> OperandRoles, isTracked: (Int) -> Bool
  ) {
    self.nodes = nodes
    tracked = slots.indices.filter(isTracked).map { Int32($0) }
    guard !tracked.isEmpty, !nodes.isEmpty else { return }
    var number = [Int](repeating: -1, count: slots.count)
    for (index, slot) in tracked.enumerated() { number[Int(slot)] = index }

    // What each node uses and kills.
    var uses: [[Int]] = []
    var kills: [[Int]] = []
    uses.reserveCapacity(nodes.count)
    kills.reserveCapacity(nodes.count)
    for node in nodes {
      var (used, killed) = ([Int](), [Int]())
      let roles = roles(node)
      for (operand, role) in [(node.a, roles.a), (node.b, roles.b), (node.c, roles.c)] where operand.isSlot {
        let index = number[Int(operand.slot)]
        if index < 0 { continue }
        switch role {
        case .reads, .updates, .readsElement, .addresses: used.append(index)
        case .writes(let bytes):
          if operand.offset == 0, bytes >= slots[Int(operand.slot)].pointerBytes { killed.append(index) }
        default: break
        }
      }
      for slot in node.reads where number[Int(slot)] >= 0 { used.append(number[Int(slot)]) }
      for slot in node.writes where number[Int(slot)] >= 0 { killed.append(number[Int(slot)]) }
      uses.append(used)
      kills.append(killed)
    }

    // Blocks.
    var isLeader = [Bool](repeating: false, count: nodes.count + 1)
    isLeader[0] = true
    for label in labels where label >= 0 { isLeader[label] = true }
    for (index, node) in nodes.enumerated() where node.c.isLabel || Instruction(node.op).endsBlock {
      isLeader[index + 1] = true
    }
    var starts: [Int] = []
    var blockOf = [Int](repeating: 0, count: nodes.count)
    for index in nodes.indices {
      if isLeader[index] { starts.append(index) }
      blockOf[index] = starts.count - 1
    }
    let ends = starts.dropFirst() + [nodes.count]
    var successors: [[Int]] = []
    for (start, end) in zip(starts, ends) {
      let last = nodes[end - 1]
      var next: [Int] = []
      if last.op == .jumpTable {
        let table = labels[Int(last.c.label.rawValue)]
        for entry in table..<table + Int(last.b.offset) { next.append(blockOf[entry]) }
      } else if last.c.isLabel {
        let target = labels[Int(last.c.label.rawValue)]
        if target < nodes.count { next.append(blockOf[target]) }
      }
      if !Instruction(last.op).endsBlock, end < nodes.count { next.append(blockOf[end]) }
      successors.append(next)
      _ = start
    }

    let words = (tracked.count + 63) / 64
    var liveIn = [[UInt64]](repeating: [UInt64](repeating: 0, count: words), count: starts.count)
    func transfer(_ live: inout [UInt64], _ index: Int) {
      for slot in kills[index] { live[slot >> 6] &= ~(1 << UInt64(slot & 63)) }
      for slot in uses[index] { live[slot >> 6] |= 1 << UInt64(slot & 63) }
    }
    func liveOut(_ block: Int) -> [UInt64] {
      var live = [UInt64](repeating: 0, count: words)
      for next in successors[block] { for word in 0..<words { live[word] |= liveIn[next][word] } }
      return live
    }
    var changed = true
    while changed {
      changed = false
      for block in starts.indices.reversed() {
        var live = liveOut(block)
        for index in (starts[block]..<ends[ends.startIndex + block]).reversed() { transfer(&live, index) }
        if live != liveIn[block] {
          liveIn[block] = live
          changed = true
        }
      }
    }

    // Ranges, from the last node to the first.
    var open = [Range<Int>?](repeating: nil, count: tracked.count)
    var collected = [[Range<Int>]](repeating: [], count: tracked.count)
    for block in starts.indices.reversed() {
      var live = liveOut(block)
      for index in (starts[block]..<ends[ends.startIndex + block]).reversed() {
        transfer(&live, index)
        for word in 0..<words {
          var bits = live[word]
          while bits != 0 {
            let slot = word << 6 + bits.trailingZeroBitCount
            bits &= bits - 1
            if let range = open[slot], range.lowerBound == index + 1 {
              open[slot] = index..<range.upperBound
            } else {
              if let range = open[slot] { collected[slot].append(range) }
              open[slot] = index..<index + 1
            }
          }
        }
      }
    }
    for (index, slot) in tracked.enumerated() {
      if let range = open[index] { collected[index].append(range) }
      ranges[slot] = collected[index].reversed()
      if liveIn[0][index >> 6] & (1 << UInt64(index & 63)) != 0 { liveAtEntry.append(slot) }
    }
  }
}
