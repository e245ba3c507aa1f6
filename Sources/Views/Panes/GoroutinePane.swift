import Canvas
import Insight

/// All goroutines: state, what each waits for, where it is.
extension ScreenPainter {
  mutating func drawGoroutines(in rect: Rect) {
    let all = state.stage.goroutines
    let inside = frame(.goroutines, in: rect, note: "\(all.count)")
    let focused = all.firstIndex(where: \.isFocus) ?? 0
    let list = ListState(selected: focused).settled(count: all.count, visible: inside.height)
    let hasScrollbar = all.count > inside.height
    let width = inside.width - (hasScrollbar ? 1 : 0)
    for (i, goroutine) in all.enumerated().dropFirst(list.first).prefix(inside.height) {
      let y = inside.y + i - list.first
      let line = goroutineLine(goroutine, isBrief: inside.width < 60)
      canvas.spans(line, at: Point(inside.x, y), width: min(line.cellWidth, width))
      map.goroutines.append(.init(rect: Rect(inside.x, y, inside.width, 1), value: goroutine.id))
    }
    canvas.scrollbar(
      at: Point(inside.maxX - 1, inside.y), length: inside.height, first: list.first, visible: inside.height,
      total: all.count, Style(.dim), track: Style(.border))
  }

  /// One line; brief, a waiting goroutine's function is left out before what it waits for.
  func goroutineLine(_ goroutine: GoroutinePicture, isBrief: Bool = false) -> [Styled] {
    let glyph = goroutine.isFocus ? "▶ " : "  "
    var line = [Styled(glyph, .goroutine), Styled("g\(goroutine.id) ", .goroutine)]
    if goroutine.isLeaked { line.append(Styled("✗ " + text(.leakedLabel) + " ", .error)) }
    let isStill = state.stage.alone.map { $0 != goroutine.id } ?? false
    line.append(Styled(goroutine.state, goroutine.isWaiting ? .warning : isStill ? .dim : .value))
    let waits = waitText(goroutine)
    if !waits.isEmpty { line.append(Styled(" " + waits, .value)) }
    line.append(Styled("  "))
    if !isBrief || waits.isEmpty { line.append(Styled(goroutine.function + " ", .name)) }
    line.append(Styled(goroutine.location, .dim))
    if !isBrief, !goroutine.startedAt.isEmpty { line.append(Styled("  go@\(goroutine.startedAt)", .dim)) }
    return line
  }

  /// What it waits for, as signs: `◀ jobs`, `7 ▶ results`.
  private func waitText(_ goroutine: GoroutinePicture) -> String {
    goroutine.waits.map { wait in
      switch wait {
      case .waitsReceive(let channel): "◀ \(channel)"
      case .waitsSend(let channel, let value): value.isEmpty ? "▶ \(channel)" : "\(value) ▶ \(channel)"
      case .waitsLock(let name): name
      case .waitsTime(let time): time
      default: ""
      }
    }.filter { !$0.isEmpty }.joined(separator: " | ")
  }
}
