import MachineCode

/// Shortens a function's code without a change of what it does: jumps to jumps go straight to the end, code that nothing
/// reaches and jumps to the next instruction go.
struct Peephole {
  var nodes: [Node]
  var labels: [Int]
  /// Nodes of jump tables, which stay where they are.
  private var isPinned: [Bool]

  init(nodes: [Node], labels: [Int]) {
    self.nodes = nodes
    self.labels = labels
    isPinned = Array(repeating: false, count: nodes.count)
    for node in nodes where node.op == .jumpTable {
      let start = labels[Int(node.c.label.rawValue)]
      for index in start..<start + Int(node.b.offset) { isPinned[index] = true }
    }
  }

  /// The old node index of each new one's beginning: `map[old]` is the new index, with one more for the end.
  mutating func run(roots: [Label]) -> [Int] {
    threadJumps()
    var keep = reachable(from: [0] + roots.map { labels[Int($0.rawValue)] })
    removeIdleJumps(&keep)
    return compact(keep)
  }

  private func target(_ operand: Operand) -> Int { labels[Int(operand.label.rawValue)] }

  private mutating func threadJumps() {
    for (index, label) in labels.enumerated() where label >= 0 {
      var end = label
      var steps = 0
      while end < nodes.count, nodes[end].op == .jump, steps < 32 {
        end = target(nodes[end].c)
        steps += 1
      }
      if !(label < isPinned.count && isPinned[label]) { labels[index] = end }
    }
  }

  private func reachable(from roots: [Int]) -> [Bool] {
    var seen = [Bool](repeating: false, count: nodes.count)
    var pending = roots
    while let start = pending.popLast() {
      var index = start
      while index < nodes.count, !seen[index] {
        seen[index] = true
        let node = nodes[index]
        if node.op == .jumpTable {
          let table = target(node.c)
          for entry in table..<table + Int(node.b.offset) { pending.append(entry) }
        } else if node.c.isLabel {
          pending.append(target(node.c))
        }
        if Instruction(node.op).endsBlock { break }
        index += 1
      }
    }
    return seen
  }

  private func removeIdleJumps(_ keep: inout [Bool]) {
    for index in nodes.indices.reversed() where keep[index] && nodes[index].op == .jump && !isPinned[index] {
      let target = target(nodes[index].c)
      guard target > index else { continue }
      if keep[(index + 1)..<target].allSatisfy({ !$0 }) { keep[index] = false }
    }
  }

  private mutating func compact(_ keep: [Bool]) -> [Int] {
    var map = [Int](repeating: 0, count: nodes.count + 1)
    var result: [Node] = []
    for (index, node) in nodes.enumerated() {
      map[index] = result.count
      if keep[index] { result.append(node) }
    }
    map[nodes.count] = result.count
    for (index, label) in labels.enumerated() where label >= 0 { labels[index] = map[label] }
    nodes = result
    return map
  }
}
