import Canvas

/// A goroutine's stack: its frames as boxes, the highest address at the top, growing downwards to SP; below SP the
/// bytes of frames that are gone, and the guard.
///
///            ┌ main ────────────── 64 B ┐
///     …4007e8│ x     int    3           │
///     …4007e0│ p     *int   …4007e8    ●│
///            ├ f ───────────────── 40 B ┤
///     …4007a0│ q     *int   …4007e8    ●│
///     SP ▶   └──────────────────────────┘ …4007a0
///            ┊ g (stale)                ┊
///     guard  ╌╌╌╌╌╌╌╌ 928 B free ╌╌╌╌╌╌╌╌
struct FrameStack {
  struct Frame: Equatable {
    var title: String
    /// At the right end of the top edge: the size.
    var note: String = ""
    var rows: [SlotRow]
    /// Below SP: returned from, its bytes not yet overwritten.
    var isStale = false
    /// Chosen by the person (`d`, `u`).
    var isSelected = false
    /// Copied to another segment: only its bytes are left here.
    var isLeftBehind = false
    var isFaint: Bool { isStale || isLeftBehind }
  }

  var frames: [Frame]
  /// Beside the SP marker.
  var stackPointer: String
  /// SP moved in this step: its marker stands out.
  var stackPointerMoved = false
  /// On the guard line; nil draws none.
  var free: String?
  /// Rows scrolled off the top.
  var scroll = 0

  /// Where things came to lie, in the coordinates of the drawing. Only what is visible.
  struct Anchors {
    /// The `●` of a row, by frame and row.
    var pointers: [SlotID: Point] = [:]
    /// The row of a slot: the cell just outside of the box at its right, for heads that point at it.
    var slots: [SlotID: Point] = [:]
    /// The box's columns, to route beside.
    var box = Rect(0, 0, 0, 0)
  }

  struct SlotID: Hashable {
    var frame: Int
    var row: Int
  }

  private var live: Int { frames.firstIndex(where: \.isStale) ?? frames.count }

  /// Rows that the whole stack takes.
  var height: Int {
    let liveRows = frames[..<live].reduce(0) { $0 + 1 + $1.rows.count } + 1
    let staleRows = frames[live...].reduce(0) { $0 + 1 + $1.rows.count }
    return liveRows + staleRows + (frames.count > live ? 1 : 0) + (free == nil ? 0 : 1)
  }

  /// Scrolled so that SP is on the screen, where it does not all fit.
  func scrollShowingStackPointer(height available: Int) -> Int {
    let sp = frames[..<live].reduce(0) { $0 + 1 + $1.rows.count }
    return max(0, min(height - available, sp - available + 3))
  }

  @discardableResult
  func draw(on canvas: inout Canvas, in rect: Rect) -> Anchors {
    var anchors = Anchors()
    let addresses = frames.flatMap(\.rows).map(\.address.cellWidth).max() ?? 0
    let gutter = min(max(addresses, "guard".cellWidth, "SP ▶ ".cellWidth + stackPointer.cellWidth), rect.width * 2 / 5)
    let left = gutter + 1
    let width = rect.width - left - 1
    guard width >= 8 else { return anchors }
    let columns = SlotRow.columns(frames.flatMap(\.rows), width: width - 2)
    anchors.box = Rect(rect.x + left, rect.y, width, rect.height)
    canvas.within(rect) { canvas in
      var y = -scroll
      for (i, frame) in frames.enumerated() where !frame.isStale {
        let box = Rect(left, y, width, frame.rows.count + 2)
        canvas.box(
          box, Style(frame.isLeftBehind ? .stale : frame.isSelected ? .focus : .border),
          frame.isLeftBehind ? .dashed : .light)
        title(frame, at: Point(left, y), width, &canvas)
        rows(frame, i, Point(left, y + 1), width, gutter, columns, rect, &canvas, &anchors)
        y += frame.rows.count + 1
      }
      canvas.text("SP ▶", at: Point(max(0, gutter - stackPointer.cellWidth - 5), y), .stackPointer)
      canvas.text(
        stackPointer, at: Point(max(5, gutter - stackPointer.cellWidth), y),
        Style(.stackPointer, stackPointerMoved ? [.reverse] : []))
      if live == 0 { canvas.horizontalRule(at: Point(left, y), length: width, Style(.stackPointer)) }
      canvas.restyle(Rect(left, y, width, 1), Style(.stackPointer))
      y += 1
      for (i, frame) in frames.enumerated() where frame.isStale {
        let below = i > live ? 1 : 0
        if below == 1 {
          canvas.horizontalRule(at: Point(left + 1, y), length: width - 2, Style(.stale), .dashed)
        }
        canvas.verticalRule(at: Point(left, y), length: frame.rows.count + 1, Style(.stale), .dashed)
        canvas.verticalRule(at: Point(left + width - 1, y), length: frame.rows.count + 1, Style(.stale), .dashed)
        title(frame, at: Point(left, y), width, &canvas)
        rows(frame, i, Point(left, y + 1), width, gutter, columns, rect, &canvas, &anchors)
        y += frame.rows.count + 1
      }
      if live < frames.count {
        canvas.horizontalRule(at: Point(left, y), length: width, Style(.stale), .dashed)
        y += 1
      }
      if let free {
        canvas.text("guard", at: Point(gutter - 5, y), .guardLine)
        canvas.horizontalRule(at: Point(left, y), length: width, Style(.guardLine), .dashed)
        let label = " \(free) "
        canvas.text(label, at: Point(left + max(1, (width - label.cellWidth) / 2), y), .dim)
      }
    }
    return anchors
  }

  private func title(_ frame: Frame, at p: Point, _ width: Int, _ canvas: inout Canvas) {
    let role: Role = frame.isFaint ? .stale : frame.isSelected ? .focus : .title
    let room = width - 4
    let used = canvas.text(
      " \(frame.title) ", at: Point(p.x + 1, p.y), role, width: min(frame.title.cellWidth + 2, room))
    let note = " \(frame.note) "
    if !frame.note.isEmpty && used + note.cellWidth < room {
      canvas.text(note, at: Point(p.x + width - 1 - note.cellWidth, p.y), frame.isFaint ? .stale : .dim)
    }
  }

  private func rows(
    _ frame: Frame, _ index: Int, _ p: Point, _ width: Int, _ gutter: Int, _ columns: (name: Int, type: Int),
    _ rect: Rect, _ canvas: inout Canvas, _ anchors: inout Anchors
  ) {
    for (r, row) in frame.rows.enumerated() {
      let y = p.y + r
      canvas.text(
        row.address, at: Point(0, y), frame.isFaint ? .stale : .address, width: gutter, align: .trailing)
      let start = row.draw(
        on: &canvas, at: Point(p.x + 1, y), width: width - 2, columns: columns, stale: frame.isFaint)
      guard y >= 0 && y < rect.height else { continue }
      let id = SlotID(frame: index, row: r)
      if let start { anchors.pointers[id] = start + rect.origin }
      anchors.slots[id] = Point(p.x + width + rect.x, y + rect.y)
    }
  }
}
