import Canvas
import Insight

/// A menu of what could happen next.
public struct ChoicesState: Hashable, Sendable {
  public var lines: [String]
  public var list: ListState
  public init(lines: [String], list: ListState = ListState()) {
    self.lines = lines
    self.list = list
  }
}

extension ScreenPainter {
  mutating func drawChoices(_ choices: ChoicesState) {
    let title = text(.choicesTitle)
    let hint = text(.choicesHint)
    let widest = (choices.lines + [hint, title]).map(\.cellWidth).max() ?? 0
    let area = Rect(0, 1, canvas.size.width, canvas.size.height - 2)
    let size = Size(min(canvas.size.width - 4, widest + 8), choices.lines.count + 4)
    let inside = Popup(title: title, size: size).draw(on: &canvas, in: area)
    let rows = Rect(inside.x, inside.y, inside.width, max(0, inside.height - 2))
    ScrollList(lines: choices.lines.map { [Styled($0)] }, state: choices.list).draw(on: &canvas, in: rows)
    let settled = choices.list.settled(count: choices.lines.count, visible: rows.height)
    for i in settled.first..<max(settled.first, min(choices.lines.count, settled.first + rows.height)) {
      map.choices.append(.init(rect: Rect(rows.x, rows.y + i - settled.first, rows.width, 1), value: i))
    }
    canvas.text(hint, at: Point(inside.x, inside.maxY - 1), .dim, width: inside.width)
  }

  mutating func drawDiscard(_ decisions: Int) {
    let question = text(.discardQuestion(decisions: decisions))
    let area = Rect(0, 1, canvas.size.width, canvas.size.height - 2)
    let width = min(canvas.size.width - 4, question.cellWidth + 6)
    let lines = Paragraph(question).lines(width: width - 4)
    let size = Size(width, lines.count + 4)
    let inside = Popup(title: text(.choicesTitle), size: size).draw(on: &canvas, in: area)
    Paragraph(question, .warning).draw(on: &canvas, in: Rect(inside.x, inside.y, inside.width, lines.count))
    canvas.text(text(.yesNo), at: Point(inside.x, inside.maxY - 1), .key)
  }
}
