import Canvas

/// Where a person is in a list: the chosen line, and the first that is shown.
public struct ListState: Hashable, Sendable {
  public var selected: Int
  public var first: Int

  public init(selected: Int = 0, first: Int = 0) {
    self.selected = selected
    self.first = first
  }

  /// Moves the choice within `count` lines, stopping at the ends.
  public mutating func move(by delta: Int, count: Int) {
    selected = max(0, min(count - 1, selected + delta))
  }

  /// The same place with the choice inside the window of `visible` lines, one line of context kept where there is.
  public func settled(count: Int, visible: Int) -> ListState {
    var state = self
    state.selected = max(0, min(count - 1, selected))
    guard visible > 0 else { return state }
    let margin = visible > 2 ? 1 : 0
    state.first = min(state.first, max(0, state.selected - margin))
    state.first = max(state.first, state.selected - visible + 1 + margin)
    state.first = max(0, min(state.first, count - visible))
    return state
  }
}

/// Lines of which one may be chosen. The choice has a `▸` as well as its ground.
struct ScrollList {
  var lines: [[Span]]
  var state: ListState
  var isFocused = true

  func draw(on canvas: inout Canvas, in rect: Rect) {
    let state = state.settled(count: lines.count, visible: rect.height)
    let overflow = lines.count > rect.height
    let width = rect.width - (overflow ? 1 : 0)
    for row in 0..<min(rect.height, lines.count - state.first) {
      let i = state.first + row
      let p = Point(rect.x, rect.y + row)
      if i == state.selected && isFocused {
        canvas.fill(Rect(p.x, p.y, width, 1), Style(.selection, on: .selection))
        canvas.text("▸", at: p, .selection)
      }
      canvas.spans(lines[i], at: Point(p.x + 2, p.y), width: width - 2)
    }
    if overflow {
      canvas.scrollbar(
        at: Point(rect.maxX - 1, rect.y), length: rect.height, first: state.first, visible: rect.height,
        total: lines.count, Style(.focus), track: Style(.border))
    }
  }
}

/// Columns under headings. Columns are as wide as their widest cell; the elastic one gives way when there is no room.
struct Table {
  struct Column {
    var title: String
    var align: Alignment = .leading
    var isElastic = false
  }

  var columns: [Column]
  var rows: [[Span]]
  var state: ListState?

  func widths(in available: Int) -> [Int] {
    var widths = columns.indices.map { i in
      rows.reduce(columns[i].title.cellWidth) { max($0, i < $1.count ? $1[i].text.cellWidth : 0) }
    }
    let gaps = 2 * max(0, columns.count - 1)
    var excess = widths.reduce(gaps, +) - available
    let order =
      columns.indices.filter { columns[$0].isElastic } + columns.indices.reversed().filter { !columns[$0].isElastic }
    for i in order where excess > 0 {
      let give = min(excess, max(0, widths[i] - 4))
      widths[i] -= give
      excess -= give
    }
    return widths
  }

  func draw(on canvas: inout Canvas, in rect: Rect) {
    let indent = state == nil ? 0 : 2
    let widths = widths(in: rect.width - indent)
    var x = rect.x + indent
    for (i, column) in columns.enumerated() {
      canvas.text(column.title, at: Point(x, rect.y), .heading, width: widths[i], align: column.align)
      x += widths[i] + 2
    }
    let visible = rect.height - 1
    let settled = (state ?? ListState()).settled(count: rows.count, visible: visible)
    for row in 0..<max(0, min(visible, rows.count - settled.first)) {
      let i = settled.first + row
      let y = rect.y + 1 + row
      if state != nil && i == settled.selected {
        canvas.fill(Rect(rect.x, y, rect.width, 1), Style(.selection, on: .selection))
        canvas.text("▸", at: Point(rect.x, y), .selection)
      }
      x = rect.x + indent
      for (c, span) in rows[i].prefix(columns.count).enumerated() {
        canvas.text(span.text, at: Point(x, y), span.style, width: widths[c], align: columns[c].align)
        x += widths[c] + 2
      }
    }
  }
}
