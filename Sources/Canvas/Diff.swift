/// Cells of one row that changed: columns `columns` of row `row`, on the whole grid.
public struct ChangedRun: Hashable, Sendable {
  public var row: Int
  public var columns: Range<Int>

  public init(row: Int, columns: Range<Int>) {
    self.row = row
    self.columns = columns
  }
}

extension Canvas {
  /// The runs of cells in which this canvas differs from `old`, row by row, left to right. Wide glyphs are never cut.
  /// All rows where the sizes differ.
  public func changes(since old: Canvas) -> [ChangedRun] {
    guard old.size == size else {
      return size.width == 0 ? [] : (0..<size.height).map { ChangedRun(row: $0, columns: 0..<size.width) }
    }
    var runs: [ChangedRun] = []
    let clustered = !clusters.isEmpty && !old.clusters.isEmpty
    cells.withUnsafeBufferPointer { new in
      old.cells.withUnsafeBufferPointer { old_ in
        for row in 0..<size.height {
          let base = row &* size.width
          var x = 0
          while x < size.width {
            if clustered ? sameCell(base &+ x, old) : new[base &+ x].sameBits(old_[base &+ x]) {
              x &+= 1
              continue
            }
            var start = x
            var end = x + 1
            while end < size.width, clustered ? !sameCell(base + end, old) : !new[base + end].sameBits(old_[base + end])
            {
              end += 1
            }
            if new[base + start].span == 0 || old_[base + start].span == 0 { start -= 1 }
            while end < size.width, new[base + end].span == 0 || old_[base + end].span == 0 { end += 1 }
            if let last = runs.last, last.row == row, last.columns.upperBound >= start {
              runs[runs.count - 1].columns = last.columns.lowerBound..<end
            } else {
              runs.append(ChangedRun(row: row, columns: start..<end))
            }
            x = end
          }
        }
      }
    }
    return runs
  }

  /// Calls `body` for each glyph of a row in a range of columns: its column, scalars, cells covered, and style.
  /// The scalars are a single value for all but clusters with combining marks.
  public func forEachDrawn(
    row: Int, columns: Range<Int>,
    _ body: (_ x: Int, _ scalar: Unicode.Scalar, _ marks: Substring.UnicodeScalarView, _ span: Int, _ style: Style)
      -> Void
  ) {
    let none = Substring("").unicodeScalars
    for x in columns.clamped(to: 0..<size.width) {
      let cell = cells[index(x, row)]
      if cell.span == 0 { continue }
      if cell.isCluster {
        let scalars = clusters[Int(cell.code & ~Cell.clusterBit)][...].unicodeScalars
        body(x, scalars.first!, scalars.dropFirst(), Int(cell.span), cell.style)
      } else {
        body(x, Unicode.Scalar(cell.code)!, none, Int(cell.span), cell.style)
      }
    }
  }
}
