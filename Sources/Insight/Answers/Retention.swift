import Machine
import MachineCode

/// The answer to a question, step by step.
public struct Answer: Sendable {
  public struct Hop: Sendable {
    public var message: Message
    /// Where one can jump to.
    public var block: UInt64?
    public var goroutine: Int?
    public var tick: UInt64?
    public init(message: Message, block: UInt64? = nil, goroutine: Int? = nil, tick: UInt64? = nil) {
      self.message = message
      self.block = block
      self.goroutine = goroutine
      self.tick = tick
    }
  }

  public var title: Message
  public var hops: [Hop]
  public init(title: Message, hops: [Hop]) {
    self.title = title
    self.hops = hops
  }
}

/// Finds the shortest way from a root to a block.
struct Retention {
  let machine: Machine
  let reader: ValueReader<MachineMemory>

  private struct Link {
    /// The block that refers to this one; `nil` for a root.
    var from: UInt64?
    /// Where the reference lies.
    var slot: UInt64
    var root: Int
  }

  /// The hops from the root to the block; a single `.notHeld` when nothing holds it.
  func path(to block: UInt64) -> [Answer.Hop] {
    let finder = RootFinder(machine, reader)
    let roots = finder.roots()
    var links: [UInt64: Link] = [:]
    var queue: [BlockInfo] = []
    for (index, root) in roots.enumerated() {
      for pointer in finder.pointers(of: root) {
        guard let target = machine.block(at: pointer), links[target.address] == nil else { continue }
        links[target.address] = Link(from: nil, slot: root.address, root: index)
        queue.append(target)
      }
    }
    var next = 0
    while next < queue.count, links[block] == nil {
      let current = queue[next]
      next += 1
      guard let root = links[current.address]?.root else { continue }
      for pointer in machine.pointers(in: current) {
        guard let target = machine.block(at: pointer.target), links[target.address] == nil else { continue }
        links[target.address] = Link(
          from: current.address, slot: current.address + UInt64(pointer.offset), root: root)
        queue.append(target)
      }
    }
    guard links[block] != nil else { return [Answer.Hop(message: .notHeld(block: Quantity.address(block)))] }
    return hops(to: block, links, roots)
  }

  private func hops(to block: UInt64, _ links: [UInt64: Link], _ roots: [RootFinder.Root]) -> [Answer.Hop] {
    let namer = PlaceNamer(machine, reader)
    var hops: [Answer.Hop] = []
    var current = block
    while let link = links[current] {
      guard let from = link.from else {
        let root = roots[link.root]
        hops.append(Answer.Hop(message: root.label, block: current, goroutine: root.goroutine))
        break
      }
      let message = Message.heldByBlock(
        block: Quantity.address(from), type: namer.blockType(from) ?? "?", place: namer.place(at: link.slot).name)
      hops.append(Answer.Hop(message: message, block: current))
      current = from
    }
    return hops.reversed()
  }
}
