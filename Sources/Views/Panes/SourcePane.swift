import Canvas
import Insight
import SourceText

extension ScreenPainter {
  private var file: FileID { state.stage.source.file }

  /// The lines of the file that are listed: gomem's own directives speak through the narration instead.
  private var listed: [Int] {
    let count = state.source.lineCount(file)
    guard count > 0 else { return [] }
    return (1...count).filter { !state.source.isDirective(file, $0) }
  }

  mutating func drawSource(in rect: Rect) {
    let name = file.rawValue >= 0 ? state.source.name(file) : ""
    let title = name.isEmpty ? text(.sourceTitle) : name
    let note = state.showsVerdicts ? text(.escapesTitle) : ""
    let inside = frame(.source, title: [Styled(title, .title)], in: rect, note: note)
    let listed = listed
    guard !listed.isEmpty else {
      Paragraph(text(.noSource), .dim).draw(on: &canvas, in: inside.inset(1, 0))
      return
    }
    let current = state.stage.source.line
    let chosen = state.selectedLine ?? (current > 0 ? current : state.stage.source.nearby)
    let at = listed.firstIndex { $0 >= chosen } ?? listed.count - 1
    let limit = max(0, listed.count - inside.height)
    let first = max(0, min(limit, at - inside.height * 2 / 5))
    let shown = Array(listed[first..<min(listed.count, first + inside.height)])
    let lines = shown.map { number in
      var line = SourceListing.Line(number: number, code: state.source.spans(file, number))
      line.isCurrent = number == current && !state.stage.source.isCaller
      line.isCaller = number == current && state.stage.source.isCaller
      line.hasBreakpoint = state.breakpoints.contains(SourceLine(file: file, line: number))
      return line
    }
    let isScrolled = listed.count > inside.height
    SourceListing(lines: lines).draw(
      on: &canvas, in: Rect(inside.x, inside.y, inside.width - (isScrolled ? 1 : 0), inside.height))
    for (row, number) in shown.enumerated() {
      let strip = Rect(inside.x, inside.y + row, inside.width, 1)
      map.sourceLines.append(.init(rect: strip, value: number))
      if number == state.selectedLine { canvas.ground(strip, .selection) }
      drawVerdicts(of: number, in: strip, code: lines[row].code)
    }
    canvas.scrollbar(
      at: Point(inside.maxX - 1, inside.y), length: inside.height, first: first, visible: inside.height,
      total: listed.count, Style(.dim), track: Style(.border))
  }

  /// Behind the code where it fits, else over its end: while the overlay is on, the verdict matters more.
  private mutating func drawVerdicts(of number: Int, in strip: Rect, code: [Styled]) {
    guard state.showsVerdicts, let verdicts = state.verdicts[SourceLine(file: file, line: number)],
      let first = verdicts.first(where: \.escapes) ?? verdicts.first
    else { return }
    let escapes = first.escapes
    let more = verdicts.count > 1 ? " +\(verdicts.count - 1)" : ""
    let note = (escapes ? "↑ " : "↓ ") + first.text + more
    let digits = 6
    let used = digits + SourceListing.expandingTabs(code).cellWidth + 1
    let width = min(note.cellWidth, max(strip.width - 1 - used, min(strip.width - 8, max(16, strip.width * 3 / 5))))
    canvas.text(
      note, at: Point(strip.maxX - 1 - width, strip.y), Style(escapes ? .escapes : .stays), width: width)
  }

  /// A bubble at the statement about to run.
  mutating func drawNarration() {
    guard let narration = state.narration else { return }
    let pane = layout.panes[.source] ?? layout.panes.values.min { ($0.y, $0.x) < ($1.y, $1.x) } ?? canvas.bounds
    let current = state.stage.source.line
    let row = map.sourceLines.first { $0.value == current }?.rect.y ?? pane.y + pane.height / 2
    // At least so wide that a sentence reads well, even where the source pane is narrow.
    let width = min(max(pane.width - 3, 28), canvas.size.width - 4)
    let lines = Paragraph(narration.text, .narration).lines(width: width - 4)
    let height = min(lines.count + 2, pane.height - 2)
    let below = row + 1
    let isBelow = below + height <= pane.maxY - 1 || row - height < pane.y + 1
    let y = isBelow ? min(below, pane.maxY - 1 - height) : row - height
    let rect = Rect(pane.x + 2, y, width, height)
    canvas.clear(rect)
    canvas.box(rect, Style(.accent), .rounded)
    canvas.text(isBelow ? "▲" : "▼", at: Point(rect.x + 4, isBelow ? rect.y : rect.maxY - 1), .accent)
    let hint = " " + text(.narrationNext) + " "
    canvas.text(hint, at: Point(rect.maxX - 2 - hint.cellWidth, rect.maxY - 1), .dim)
    Paragraph([Styled(narration.text, .narration)]).draw(on: &canvas, in: rect.inset(2, 1))
  }
}
