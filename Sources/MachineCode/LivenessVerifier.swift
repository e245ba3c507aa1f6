/// Checks that what the collector scans was written: wherever a slot is live, every path from the function's entry has
/// written all words up to its last pointer. A stack map that promises more would let the collector follow a stale word.
///
/// A forward data flow over basic blocks; the compiler's own liveness runs backward, so the two can hardly share a mistake.
/// Arguments come written, and the outgoing area is left out: calls write it.
struct LivenessVerifier {
  private struct Tracked {
    var slot: FrameSlot
    /// The slot's words, as bits of the state.
    var bits: Range<Int>
  }

  private let program: Program
  private let function: FunctionInfo
  private let word: Int
  private var tracked: [Tracked] = []
  /// The bit of each word of the frame, −1 where nothing is tracked.
  private var bitOfWord: [Int]
  private var bitCount = 0

  init(_ program: Program, _ function: FunctionInfo) {
    self.program = program
    self.function = function
    word = program.wordSize
    let top = Int(function.frameSize) + 2 * word + Int(function.argumentSize)
    bitOfWord = Array(repeating: -1, count: top / word + 1)
    for slot in function.slots where !slot.live.isEmpty {
      switch slot.kind {
      case .parameter, .receiver, .outgoing: continue
      default: break
      }
      let count = (program.types[Int(slot.type.rawValue)].pointerBytes + word - 1) / word
      for index in 0..<count { bitOfWord[Int(slot.offset) / word + index] = bitCount + index }
      tracked.append(Tracked(slot: slot, bits: bitCount..<bitCount + count))
      bitCount += count
    }
  }

  /// One line for each slot that is live where it may be unwritten.
  func problems() -> [String] {
    if tracked.isEmpty { return [] }
    let blocks = blocks()
    var blockAt: [Int: Int] = [:]
    for (index, block) in blocks.enumerated() { blockAt[block.lowerBound] = index }
    // What is written at each block's entry, on all paths seen so far; nil: not reached yet.
    var written = [Set<Int>?](repeating: nil, count: blocks.count)
    written[0] = []
    var pending = [0]
    while let index = pending.popLast() {
      guard var state = written[index] else { continue }
      for pc in blocks[index] {
        apply(program.code[pc], to: &state)
        for next in leaving(pc, isLast: pc == blocks[index].upperBound - 1) {
          guard let target = blockAt[next] else { continue }
          let merged = written[target].map { $0.intersection(state) } ?? state
          if merged != written[target] {
            written[target] = merged
            pending.append(target)
          }
        }
      }
    }
    var found: [String] = []
    var reported: Set<Int> = []
    for (index, block) in blocks.enumerated() {
      guard var state = written[index] else { continue }
      for pc in block {
        for (number, item) in tracked.enumerated() where !reported.contains(number) {
          guard item.slot.live.contains(where: { $0.contains(pc) }), !item.bits.allSatisfy(state.contains) else {
            continue
          }
          reported.insert(number)
          found.append(
            "\(function.name)+\(pc - Int(function.code.start)): \(item.slot.kind) \(item.slot.name) at "
              + "\(item.slot.offset) is live but may be unwritten")
        }
        apply(program.code[pc], to: &state)
      }
    }
    return found
  }

  private func blocks() -> [Range<Int>] {
    let (start, end) = (Int(function.code.start), Int(function.code.end))
    var leaders: Set<Int> = [start]
    for pc in start..<end {
      let targets = leaving(pc, isLast: true)
      if targets != [pc + 1] { leaders.formUnion(targets + [pc + 1]) }
    }
    let sorted = leaders.filter { $0 < end }.sorted()
    return zip(sorted, sorted.dropFirst() + [end]).map { $0..<$1 }
  }

  /// Where control may go from an instruction, other than to the next one of its block.
  private func leaving(_ pc: Int, isLast: Bool) -> [Int] {
    let instruction = program.code[pc]
    var result: [Int] = []
    if instruction.op == .jumpTable {
      result += (0..<Int(instruction.b)).map { Int(instruction.c) + $0 }
    } else if case .target = instruction.roles(program).c {
      result.append(Int(instruction.c))
    }
    // A recovered panic goes on where the deferred calls are run, from anywhere behind the defer statement.
    if [.deferStack, .deferHeap, .deferMark].contains(instruction.op), function.deferReturn >= 0 {
      result.append(Int(function.deferReturn))
    }
    if isLast, !instruction.endsBlock { result.append(pc + 1) }
    return result
  }

  private func apply(_ instruction: Instruction, to state: inout Set<Int>) {
    let roles = instruction.roles(program)
    for (value, role) in [(instruction.a, roles.a), (instruction.b, roles.b), (instruction.c, roles.c)] {
      if case .writes(let size) = role { mark(Int(value), size, &state) }
    }
    if instruction.op == .deferStack { mark(Int(instruction.b), RuntimeLayout.deferRecordWords * 8, &state) }
  }

  /// Words that lie within the bytes as a whole.
  private func mark(_ offset: Int, _ size: Int, _ state: inout Set<Int>) {
    var at = (offset + word - 1) / word
    while (at + 1) * word <= offset + size, at < bitOfWord.count {
      if bitOfWord[at] >= 0 { state.insert(bitOfWord[at]) }
      at += 1
    }
  }
}
