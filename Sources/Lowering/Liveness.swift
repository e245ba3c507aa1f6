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

  init(
    nodes: [Node], labels: [Int], slots: [Slot], roles: (Node) -> OperandRoles, isTracked: (Int) -> Bool
  ) {
    let tracked = slots.indices.filter(isTracked)
    guard !tracked.isEmpty, !nodes.isEmpty else { return }
    var number = [Int](repeating: -1, count: slots.count)
    for (index, slot) in tracked.enumerated() { number[slot] = index }
    let effects = Effects(nodes, slots, number, roles)
    let blocks = Blocks(nodes, labels)
    let flow = Flow(effects, blocks, words: (tracked.count + 63) / 64)

    // Ranges, from the last node to the first: a slot's begins where it stops being live on the way up.
    let words = flow.words
    var live = [UInt64](repeating: 0, count: words)
    var below = live
    var ends = [Int](repeating: 0, count: tracked.count)
    var found = [[Range<Int>]](repeating: [], count: tracked.count)
    for block in blocks.starts.indices.reversed() {
      flow.readOut(of: block, into: &live)
      for index in blocks.range(block).reversed() {
        effects.apply(index, to: &live)
        for word in 0..<words {
          var changed = live[word] ^ below[word]
          while changed != 0 {
            let bit = changed.trailingZeroBitCount
            changed &= changed - 1
            let slot = word << 6 + bit
            if live[word] & 1 << UInt64(bit) != 0 {
              ends[slot] = index + 1
            } else {
              found[slot].append(index + 1..<ends[slot])
            }
          }
          below[word] = live[word]
        }
      }
    }
    for (index, slot) in tracked.enumerated() {
      if live[index >> 6] & 1 << UInt64(index & 63) != 0 {
        found[index].append(0..<ends[index])
        liveAtEntry.append(Int32(slot))
      }
      ranges[Int32(slot)] = found[index].reversed()
    }
  }
}

/// What each node does to the tracked slots: first it kills some, then it uses some (on the way up).
private struct Effects {
  /// The slot's number, doubled; odd for a kill.
  private var list: [Int32] = []
  private var starts: [Int32] = [0]

  init(_ nodes: [Node], _ slots: [Slot], _ number: [Int], _ roles: (Node) -> OperandRoles) {
    list.reserveCapacity(2 * nodes.count)
    starts.reserveCapacity(nodes.count + 1)
    var used: [Int32] = []
    func isTracked(_ operand: Operand) -> Bool { operand.isSlot && number[Int(operand.slot)] >= 0 }
    for index in nodes.indices {
      used.removeAll(keepingCapacity: true)
      let (a, b, c) = (nodes[index].a, nodes[index].b, nodes[index].c)
      if isTracked(a) || isTracked(b) || isTracked(c) {
        let roles = roles(nodes[index])
        note(a, roles.a, slots, number, &used)
        note(b, roles.b, slots, number, &used)
        note(c, roles.c, slots, number, &used)
      }
      for slot in nodes[index].reads where number[Int(slot)] >= 0 { used.append(Int32(number[Int(slot)] << 1)) }
      for slot in nodes[index].writes where number[Int(slot)] >= 0 {
        list.append(Int32(number[Int(slot)] << 1 | 1))
      }
      list += used
      starts.append(Int32(list.count))
    }
  }

  private mutating func note(
    _ operand: Operand, _ role: OperandRole, _ slots: [Slot], _ number: [Int], _ used: inout [Int32]
  ) {
    guard operand.isSlot, number[Int(operand.slot)] >= 0 else { return }
    let index = Int32(number[Int(operand.slot)] << 1)
    switch role {
    case .reads, .updates, .readsElement, .addresses: used.append(index)
    case .writes(let bytes):
      if operand.offset == 0, bytes >= slots[Int(operand.slot)].pointerBytes { list.append(index | 1) }
    default: break
    }
  }

  /// - Parameter live: a bit for each tracked slot.
  func apply(_ node: Int, to live: inout [UInt64]) {
    for index in Int(starts[node])..<Int(starts[node + 1]) {
      let slot = Int(list[index] >> 1)
      if list[index] & 1 == 1 {
        live[slot >> 6] &= ~(1 << UInt64(slot & 63))
      } else {
        live[slot >> 6] |= 1 << UInt64(slot & 63)
      }
    }
  }
}

/// Straight pieces of code, and where each may go on.
private struct Blocks {
  private(set) var starts: [Int] = []
  /// Those of block b are at `firstSuccessor[b]` ..< `firstSuccessor[b + 1]`.
  private(set) var successors: [Int] = []
  private(set) var firstSuccessor: [Int] = [0]
  private let count: Int

  func range(_ block: Int) -> Range<Int> {
    starts[block]..<(block + 1 < starts.count ? starts[block + 1] : count)
  }

  init(_ nodes: [Node], _ labels: [Int]) {
    count = nodes.count
    var isLeader = [Bool](repeating: false, count: nodes.count + 1)
    isLeader[0] = true
    for label in labels where label >= 0 { isLeader[label] = true }
    for index in nodes.indices where nodes[index].c.isLabel || Instruction(nodes[index].op).endsBlock {
      isLeader[index + 1] = true
    }
    var blockOf = [Int](repeating: 0, count: nodes.count)
    for index in nodes.indices {
      if isLeader[index] { starts.append(index) }
      blockOf[index] = starts.count - 1
    }
    for block in starts.indices {
      let end = range(block).upperBound
      let (op, operand) = (nodes[end - 1].op, nodes[end - 1].c)
      if op == .jumpTable {
        let table = labels[Int(operand.label.rawValue)]
        for entry in table..<table + Int(nodes[end - 1].b.offset) { successors.append(blockOf[entry]) }
      } else if operand.isLabel {
        let target = labels[Int(operand.label.rawValue)]
        if target < nodes.count { successors.append(blockOf[target]) }
      }
      if !Instruction(op).endsBlock, end < nodes.count { successors.append(blockOf[end]) }
      firstSuccessor.append(successors.count)
    }
  }
}

/// What is live at each block's beginning: the least solution.
private struct Flow {
  /// Of 64 tracked slots each.
  let words: Int
  /// Block by block.
  private var liveIn: [UInt64]
  private let blocks: Blocks

  init(_ effects: Effects, _ blocks: Blocks, words: Int) {
    self.words = words
    self.blocks = blocks
    liveIn = Array(repeating: 0, count: words * blocks.starts.count)
    var live = [UInt64](repeating: 0, count: words)
    var changed = true
    while changed {
      changed = false
      for block in blocks.starts.indices.reversed() {
        readOut(of: block, into: &live)
        for index in blocks.range(block).reversed() { effects.apply(index, to: &live) }
        for word in 0..<words where liveIn[block * words + word] != live[word] {
          liveIn[block * words + word] = live[word]
          changed = true
        }
      }
    }
  }

  /// What is live behind a block.
  func readOut(of block: Int, into live: inout [UInt64]) {
    for word in 0..<words {
      var bits: UInt64 = 0
      for index in blocks.firstSuccessor[block]..<blocks.firstSuccessor[block + 1] {
        bits |= liveIn[blocks.successors[index] * words + word]
      }
      live[word] = bits
    }
  }
}
