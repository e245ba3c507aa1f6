import Canvas
import Insight

/// All keys, by what they are for.
enum HelpPage {
  struct Group {
    var title: Message.HelpGroup
    /// Where the two directions need words of their own, both.
    var keys: [(String, [Message.Key])]
  }

  static let groups: [Group] = [
    Group(
      title: .time,
      keys: [
        ("→  ←", [.step]), ("s  S", [.into]), ("n  N", [.line]), ("f  F", [.finish]), ("c  C", [.next]),
        ("Home End", [.begin, .end]),
        ("space", [.play]), ("<  >", [.slower, .faster]), (":", [.command]), ("m", [.bookmark]),
      ]),
    Group(
      title: .looking,
      keys: [
        ("Tab", [.pane]), ("+  _", [.enlarge, .shrink]), ("↑ ↓ j k", [.scroll]), ("d  u", [.frameDown, .frameUp]),
        ("t", [.goroutine]),
        ("w", [.why]), ("e", [.escapes]), ("/", [.find]),
      ]),
    Group(
      title: .doing,
      keys: [("b", [.breakpoint]), ("x", [.collect]), ("Esc", [.cancel]), ("?", [.help]), ("q", [.quit])]),
  ]
}

extension ScreenPainter {
  mutating func drawHelp(_ scroll: Int) {
    let width = min(92, canvas.size.width - 4)
    let keyWidth = 10
    var lines: [[Styled]] = []
    for group in HelpPage.groups {
      if !lines.isEmpty { lines.append([]) }
      lines.append([Styled(text(.helpGroup(group.title)), .heading)])
      for (keys, what) in group.keys {
        let words = what.map { text(.helpLine($0)) }.joined(separator: "; ")
        let texts = Paragraph(words).lines(width: width - 6 - keyWidth)
        for (i, spans) in texts.enumerated() {
          lines.append([Styled("  " + (i == 0 ? keys : "").padded(to: keyWidth), .accent)] + spans)
        }
      }
    }
    lines.append([])
    for spans in Paragraph(text(.helpMouse), .dim).lines(width: width - 6) { lines.append(spans) }
    lines.append([])
    lines.append([Styled(text(.helpLegend), .heading)])
    lines += legend(width: width - 6)
    let area = Rect(0, 1, canvas.size.width, canvas.size.height - 2)
    let inside = Popup(title: text(.helpTitle), size: Size(width, lines.count + 2)).draw(on: &canvas, in: area)
    let limit = max(0, lines.count - inside.height)
    map.popupScrollLimit = limit
    let first = max(0, min(limit, scroll))
    for (row, line) in lines.dropFirst(first).prefix(inside.height).enumerated() {
      canvas.spans(line, at: Point(inside.x, inside.y + row), width: min(line.cellWidth, inside.width - 1))
    }
    canvas.scrollbar(
      at: Point(inside.maxX, inside.y), length: inside.height, first: first, visible: inside.height,
      total: lines.count, Style(.focus), track: Style(.border))
  }

  /// What the signs mean.
  private func legend(width: Int) -> [[Styled]] {
    let items: [([Styled], Message)] = [
      (
        [Styled(" ○ W ", .white), Styled(" "), Styled(" ◐ G ", .grey), Styled(" "), Styled(" ● B ", .black)],
        .legendShades
      ),
      ([Styled("┊ f ┊", .stale)], .legendStale),
      ([Styled("●──▶", .pointer)], .legendPointer),
      ([Styled(" • ", .changed)], .legendChanged),
    ]
    return items.flatMap { sign, meaning -> [[Styled]] in
      let pad = String(repeating: " ", count: max(1, 20 - sign.cellWidth))
      return Paragraph(text(meaning)).lines(width: width - 22).enumerated().map { i, spans in
        i == 0 ? [Styled("  ")] + sign + [Styled(pad)] + spans : [Styled(String(repeating: " ", count: 22))] + spans
      }
    }
  }
}
