import Canvas

/// A heap block: its shade as glyph and letter, what it is, its fields, its address; where it is a leak, how many of
/// its bytes are used and how many are only pinned.
///
///     ╭ ◐ G ─ Node ────── 24 B ╮
///     │ value  int    1        │
///     │ next   *Node  …010020 ●│
///     ╰ 0xc000010008 ──────────╯
struct BlockCard {
  enum Shade: Equatable {
    /// No collection is under way.
    case none
    case white, grey, black
    /// Swept: a free slot of its span.
    case free
    /// Nothing leads to it, and no collection is under way.
    case garbage

    var isFaint: Bool { self == .free || self == .garbage }

    var glyph: String {
      switch self {
      case .none, .garbage: ""
      case .white: "○ W"
      case .grey: "◐ G"
      case .black: "● B"
      case .free: "free"
      }
    }

    var label: Role {
      switch self {
      case .none: .title
      case .garbage: .stale
      case .white: .white
      case .grey: .grey
      case .black: .black
      case .free: .stale
      }
    }

    var frame: Role {
      switch self {
      case .none: .border
      case .white: .whiteFrame
      case .grey: .greyFrame
      case .black: .blackFrame
      case .free, .garbage: .stale
      }
    }
  }

  var title: String
  /// The size.
  var note: String
  /// Where there is no room for the note.
  var shortNote: String = ""
  var address: String
  /// Where it was allocated; left out where it does not fit.
  var place: String = ""
  var shade: Shade = .none
  var rows: [SlotRow]
  /// Bytes in use, of `pinnedBytes` that the block keeps alive.
  var usedBytes: Int?
  var pinnedBytes: Int?
  var isSelected = false
  /// New, or of another shade than before this step: its frame is heavy.
  var isNew = false

  /// Where arrows start and end, in the coordinates of the drawing.
  struct Anchors {
    /// The cell left of the first row: a head here, pointing right, points at the block.
    var entry = Point.zero
    /// The cell left of each row, for pointers into the middle of the block.
    var rowEntries: [Point] = []
    /// The `●` of each row that holds a pointer.
    var pointers: [Int: Point] = [:]
  }

  private var hasBar: Bool { usedBytes != nil && (pinnedBytes ?? 0) > 0 }
  var height: Int { rows.count + 2 + (hasBar ? 1 : 0) }

  /// Draws at the top of `rect`; rows that don't fit are counted in the last one (`⋯ 12 more`).
  @discardableResult
  func draw(on canvas: inout Canvas, in rect: Rect) -> Anchors {
    var anchors = Anchors()
    let rect = Rect(rect.x, rect.y, rect.width, min(rect.height, height))
    guard rect.width >= 8 && rect.height >= 2 else { return anchors }
    let frame: Role = isSelected ? .focus : isNew && shade == .none ? .newFrame : shade.frame
    let stroke: Stroke = isSelected || isNew ? .heavy : shade.isFaint ? .dashed : .rounded
    canvas.clear(rect)
    canvas.box(rect, Style(frame), stroke)
    head(rect, &canvas)
    let columns = SlotRow.columns(rows, width: rect.width - 2)
    let inside = rect.height - 2 - (hasBar ? 1 : 0)
    let shown = rows.count <= inside ? rows.count : max(0, inside - 1)
    for (i, row) in rows.prefix(shown).enumerated() {
      let p = Point(rect.x + 1, rect.y + 1 + i)
      if let start = row.draw(on: &canvas, at: p, width: rect.width - 2, columns: columns, stale: shade.isFaint) {
        anchors.pointers[i] = start
      }
    }
    for i in rows.indices {
      anchors.rowEntries.append(Point(rect.x - 1, min(rect.y + 1 + i, rect.maxY - 2)))
    }
    anchors.entry = Point(rect.x - 1, rect.height > 2 ? rect.y + 1 : rect.y)
    if shown < rows.count && inside > 0 {
      canvas.text(
        "⋯ \(rows.count - shown)", at: Point(rect.x + 2, rect.y + inside), .dim, width: rect.width - 4)
    }
    if hasBar { bar(Point(rect.x + 2, rect.maxY - 2), rect.width - 4, &canvas) }
    foot(rect, &canvas)
    return anchors
  }

  private func head(_ rect: Rect, _ canvas: inout Canvas) {
    var x = rect.x + 1
    let limit = rect.maxX - 2
    if !shade.glyph.isEmpty {
      let label = " \(shade.glyph) "
      if label.cellWidth <= limit - x { x += canvas.text(label, at: Point(x, rect.y), shade.label) }
    }
    let name = " \(title) "
    let room = limit - x
    guard room > 2 else { return }
    let used = min(name.cellWidth, room)
    let note = " " + (used + note.cellWidth + 2 < room + 1 ? note : shortNote) + " "
    canvas.text(name, at: Point(x, rect.y), isSelected ? .focus : shade.isFaint ? .stale : .title, width: used)
    if note != "  " && used + note.cellWidth < room + 1 {
      canvas.text(note, at: Point(rect.maxX - 1 - note.cellWidth, rect.y), .dim)
    }
  }

  private func foot(_ rect: Rect, _ canvas: inout Canvas) {
    let room = rect.width - 3
    for text in [place.isEmpty ? address : "\(address) · \(place)", address]
    where !text.isEmpty && text.cellWidth + 2 <= room {
      canvas.text(" \(text) ", at: Point(rect.x + 1, rect.maxY - 1), .address)
      return
    }
  }

  private func bar(_ p: Point, _ width: Int, _ canvas: inout Canvas) {
    guard let used = usedBytes, let pinned = pinnedBytes, pinned > 0 else { return }
    let label = "\(used)/\(pinned) B"
    let length = max(4, width - label.cellWidth - 1)
    canvas.bar(Double(used) / Double(pinned), at: p, width: length, Style(.used), rest: Style(.pinned))
    canvas.text(label, at: Point(p.x + length + 1, p.y), .pinned)
  }
}
