/// A rule of the machine that is switched off, so that one can see what it was for.
public enum WhatIf: String, Hashable, Sendable, CaseIterable {
  /// Stores of pointers do not report to a collector that works beside the program: it may lose blocks. The program ends where it does.
  case noWriteBarrier = "no-write-barrier"
  /// A stack that moves takes its pointers into itself along as they are: they point into the old segment, which is free.
  case noPointerRewrite = "no-pointer-rewrite"
  /// Frame slots count as roots for as long as their names are in scope.
  case noLiveness = "no-liveness"
}

/// What a rule that is switched off led to.
public struct Corruption: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable {
    /// `address` is a block that the program can reach and the collector did not find.
    case lostBlock
    /// The slot at `address` points to `target`, in a stack segment that is no more.
    case danglingPointer
  }

  public var kind: Kind
  public var goroutine: Int
  public var address: UInt64
  public var target: UInt64
}

extension Machine {
  /// At the end of marking without a barrier: names what was lost, and ends the program, which would go on with freed blocks. True when it did.
  func reportLostBlocks() -> Bool {
    guard options.whatIf.contains(.noWriteBarrier), heap.state.pointee.isConcurrent else { return false }
    let lost = reachableBlocks().filter { address in
      heap.findBlock(address).map { !heap.isMarked($0.span, $0.slot) } ?? false
    }.sorted()
    guard let first = lost.first else { return false }
    for block in lost.prefix(16) {
      emit(.corrupted(Corruption(kind: .lostBlock, goroutine: currentGoroutineID, address: block, target: 0)))
    }
    fatalError(
      guest: "lost block \(hex(first)): the program can reach it, the collector did not (what-if no-write-barrier)")
    return true
  }
}
