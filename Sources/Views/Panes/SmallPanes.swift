import Canvas
import Insight

/// Package variables, what happened, output, timeline.
extension ScreenPainter {
  mutating func drawGlobals(in rect: Rect) {
    let title = [Styled(text(.globalsTitle), .title), Styled("  " + text(.rootsLabel), .root)]
    let inside = frame(.globals, title: title, in: rect)
    let globals = state.stage.globals
    if globals.isEmpty { canvas.text(text(.noGlobals), at: Point(inside.x + 1, inside.y), .dim) }
    let limit = max(0, globals.count - inside.height)
    let first = max(0, min(limit, state.scroll[.globals] ?? 0))
    map.scrollLimit[.globals] = limit
    let rows = globals.map { row($0, addressed: true) }
    let gutter = 10
    let width = inside.width - gutter - 2
    let columns = SlotRow.columns(rows, width: width)
    for (i, row) in rows.enumerated().dropFirst(first).prefix(inside.height) {
      let y = inside.y + i - first
      let slot = globals[i]
      canvas.text(row.address, at: Point(inside.x, y), .address, width: gutter - 1, align: .trailing)
      let start = row.draw(on: &canvas, at: Point(inside.x + gutter, y), width: width, columns: columns)
      map.slots.append(.init(rect: Rect(inside.x, y, inside.width, 1), value: slot.address))
      let entry = Point(inside.x + gutter + width, y)
      pointers.add(slot.address..<slot.address + UInt64(max(1, slot.size)), at: entry, heading: .left)
      if let start, let pointer = pointer(slot) { pointers.add(pointer, at: start, isNew: isChanged(slot)) }
    }
    canvas.scrollbar(
      at: Point(inside.maxX - 1, inside.y), length: inside.height, first: first, visible: inside.height,
      total: globals.count, Style(.dim), track: Style(.border))
    pointers.extend(inside)
  }

  mutating func drawHappened(in rect: Rect) {
    let inside = frame(.happened, in: rect).inset(1, 0)
    var y = inside.y
    for (i, message) in state.happened.enumerated() where y < inside.maxY {
      let bullet = state.happened.count > 1 ? "• " : ""
      let spans = [Styled(bullet, .accent), Styled(text(message), i == 0 ? .title : .text)]
      let lines = Paragraph(spans).lines(width: inside.width)
      let left = inside.maxY - y
      Paragraph(spans).draw(on: &canvas, in: Rect(inside.x, y, inside.width, left))
      y += min(left, lines.count)
    }
  }

  mutating func drawOutput(in rect: Rect) {
    let lines = state.output
    let inside = frame(.output, in: rect, note: lines.isEmpty ? "" : text(.outputLines(count: lines.count)))
    guard !lines.isEmpty else {
      canvas.text(text(.noOutput), at: Point(inside.x + 1, inside.y), .dim)
      return
    }
    let limit = max(0, lines.count - inside.height)
    let first = max(0, min(limit, limit + (state.scroll[.output] ?? 0)))
    map.scrollLimit[.output] = limit
    for (row, line) in lines.dropFirst(first).prefix(inside.height).enumerated() {
      let y = inside.y + row
      // Standard error has a mark of its own, not only a colour.
      let mark = line.isError ? "!" : line.isNew ? "▸" : " "
      canvas.text(mark, at: Point(inside.x, y), line.isError ? .errorOutput : .accent)
      canvas.text(
        line.text, at: Point(inside.x + 2, y), line.isError ? .errorOutput : .output,
        width: min(line.text.cellWidth, inside.width - 3))
    }
    canvas.scrollbar(
      at: Point(inside.maxX - 1, inside.y), length: inside.height, first: first, visible: inside.height,
      total: lines.count, Style(.dim), track: Style(.border))
  }

  /// The kinds of marks that are on it.
  var timelineNote: String {
    let kinds = Set(state.marks.map(\.kind))
    return TimelineMark.Kind.allCases.filter(kinds.contains).map { "\($0.glyph) \(text(.timelineKind($0.word)))" }
      .joined(separator: "  ")
  }

  mutating func drawTimeline(in rect: Rect) {
    let length = max(1, state.end ?? max(state.frontier, state.stage.tick) * 5 / 4)
    let position = { (tick: UInt64) in min(1, Double(tick) / Double(length)) }
    let marks = state.marks.sorted { ($0.kind, $0.tick) < ($1.kind, $1.tick) }.map {
      TimelineStrip.Mark(position: position($0.tick), glyph: $0.kind.glyph, role: $0.kind.role)
    }
    TimelineStrip(
      samples: state.heapOverTime, marks: marks, cursor: position(state.stage.tick),
      known: state.end != nil ? 1 : position(state.frontier)
    ).draw(on: &canvas, in: rect)
    if rect.height > 1 && state.heapOverTime.isEmpty { drawTicks(length, in: rect) }
    map.timeline = rect
  }
}

extension ScreenPainter {
  /// A scale: the beginning, quarters, the end.
  private mutating func drawTicks(_ length: UInt64, in rect: Rect) {
    for quarter in 0...4 {
      let label = Quantity.grouped(length / 4 * UInt64(quarter) + (quarter == 4 ? length % 4 : 0))
      let column = TimelineStrip.column(Double(quarter) / 4, width: rect.width)
      let x = min(max(0, column - (quarter == 0 ? 0 : label.cellWidth / 2)), rect.width - label.cellWidth)
      canvas.text(label, at: Point(rect.x + x, rect.y), .dim)
    }
  }
}

extension TimelineMark.Kind {
  var word: Message.Landmark {
    switch self {
    case .output: .output
    case .narration: .narration
    case .goroutineStart: .goroutineStart
    case .goroutineEnd: .goroutineEnd
    case .growth: .growth
    case .collection: .collection
    case .panic: .panic
    case .end: .end
    case .bookmark: .bookmark
    }
  }
}
