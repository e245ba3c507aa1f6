import MachineCode

/// What is known of the steps around the cursor, so that going back again costs no search: the ticks at which single steps
/// stop, within the stretches that were scanned.
final class StepCache {
  let library: LibraryMap
  let lines: LineTable
  private var stretch: Range<UInt64> = 0..<0
  private var positions: [UInt64] = []
  private var lens = Lens()

  init(_ program: Program) {
    library = LibraryMap(program)
    lines = LineTable(program)
  }

  /// The last step before `tick`, when the stretch that holds both is known.
  func before(_ tick: UInt64, _ lens: Lens) -> UInt64? {
    guard lens == self.lens, stretch.contains(tick - 1) || stretch.upperBound == tick else { return nil }
    let index = positions.partitioningIndex { $0 >= tick }
    return index > 0 ? positions[index - 1] : nil
  }

  /// Notes the steps of a scanned stretch; one that ends where the known one begins is put before it.
  func remember(_ range: Range<UInt64>, _ found: [UInt64], _ lens: Lens) {
    let found = found.reduce(into: [UInt64]()) { if $0.last != $1 { $0.append($1) } }
    if lens == self.lens, range.upperBound == stretch.lowerBound, positions.count < 100_000 {
      positions = found + positions
      stretch = range.lowerBound..<stretch.upperBound
    } else {
      positions = found
      stretch = range
    }
    self.lens = lens
  }

  func forget(after tick: UInt64) {
    if stretch.upperBound > tick {
      stretch = 0..<0
      positions = []
    }
  }
}
