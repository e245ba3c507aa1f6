import Canvas
import Insight

extension ScreenPainter {
  mutating func drawPopup() {
    switch state.popup {
    case .help(let scroll): drawHelp(scroll)
    case .answer(let answer): drawAnswer(answer)
    case .question(let question): drawQuestion(question)
    case .goroutines(let list): drawGoroutineChooser(list)
    case .choices(let choices): drawChoices(choices)
    case .discard(let decisions): drawDiscard(decisions)
    case .quit: drawQuit()
    case nil: break
    }
  }

  /// Between the title bar and the keys.
  private var popupArea: Rect { Rect(0, 1, canvas.size.width, canvas.size.height - 2) }

  private mutating func drawAnswer(_ answer: AnswerState) {
    let width = min(78, canvas.size.width - 4)
    var rows: [(line: Int, isFirst: Bool, spans: [Styled])] = []
    for (i, line) in answer.lines.enumerated() {
      let arrow = i == 0 ? "" : "↳ "
      let indent = min(2 * max(0, i - 1), width / 3)
      for (j, spans) in Paragraph(line).lines(width: width - 8 - indent).enumerated() {
        let lead = String(repeating: " ", count: indent) + (j == 0 ? arrow : arrow.isEmpty ? "" : "  ")
        rows.append((i, j == 0, [Styled(lead, .accent)] + spans))
      }
    }
    let inside = Popup(title: answer.title, size: Size(width, rows.count + 4)).draw(on: &canvas, in: popupArea)
    let list = ListState(selected: rows.firstIndex { $0.line == answer.list.selected } ?? 0)
      .settled(count: rows.count, visible: inside.height - 2)
    for (row, item) in rows.enumerated().dropFirst(list.first).prefix(max(0, inside.height - 2)) {
      let strip = Rect(inside.x, inside.y + row - list.first, inside.width, 1)
      if item.line == answer.list.selected { canvas.fill(strip, Style(.selection, on: .selection)) }
      let isTarget = answer.targets.contains(item.line)
      if item.isFirst {
        canvas.text(item.line == answer.list.selected ? "▸" : isTarget ? "·" : " ", at: strip.origin, .accent)
      }
      canvas.spans(item.spans, at: Point(strip.x + 2, strip.y))
      map.choices.append(.init(rect: strip, value: item.line))
    }
    canvas.text(
      text(answer.targets.isEmpty ? .answerClose : .answerHint), at: Point(inside.x, inside.maxY - 1), .dim,
      width: inside.width)
  }

  private mutating func drawQuestion(_ question: QuestionState) {
    let width = min(70, canvas.size.width - 4)
    let ask = Paragraph(question.text, .narration).lines(width: width - 6)
    let answers = question.answers.map { Paragraph($0).lines(width: width - 12) }
    let height = ask.count + answers.reduce(0) { $0 + $1.count } + 5
    let inside = Popup(title: text(.question), size: Size(width, height)).draw(on: &canvas, in: popupArea)
    Paragraph(question.text, .narration).draw(on: &canvas, in: Rect(inside.x, inside.y, inside.width, ask.count))
    var y = inside.y + ask.count + 1
    for (i, lines) in answers.enumerated() where y < inside.maxY {
      let mark: (String, Role) =
        question.chosen == nil
        ? (" ", .text)
        : i == question.right ? ("✓", .right) : i == question.chosen ? ("✗", .wrong) : (" ", .dim)
      canvas.text(mark.0, at: Point(inside.x, y), mark.1)
      canvas.text("\(i + 1)", at: Point(inside.x + 2, y), .key)
      let role: Role = question.chosen == nil ? .text : mark.0 == " " ? .dim : mark.1
      Paragraph(question.answers[i], role).draw(
        on: &canvas, in: Rect(inside.x + 5, y, inside.width - 5, lines.count))
      map.choices.append(.init(rect: Rect(inside.x, y, inside.width, lines.count), value: i))
      y += lines.count
    }
    guard y < inside.maxY else { return }
    if let chosen = question.chosen {
      let isRight = chosen == question.right
      canvas.text(
        text(isRight ? .rightAnswer : .wrongAnswer), at: Point(inside.x, inside.maxY - 1), isRight ? .right : .wrong)
    } else {
      canvas.text(text(.chooseAnswer), at: Point(inside.x, inside.maxY - 1), .dim)
    }
  }

  private mutating func drawGoroutineChooser(_ list: ListState) {
    let lines = state.stage.goroutines.map { [Styled($0.isFocus ? "▶ " : "  ")] + goroutineLine($0).dropFirst() }
    let width = min(canvas.size.width - 4, max(40, (lines.map(\.cellWidth).max() ?? 0) + 8))
    let popup = Popup(title: text(.goroutinesTitle), size: Size(width, lines.count + 2))
    let inside = popup.draw(on: &canvas, in: popupArea)
    ScrollList(lines: lines, state: list).draw(on: &canvas, in: inside)
    let settled = list.settled(count: lines.count, visible: inside.height)
    for i in settled.first..<min(lines.count, settled.first + inside.height) {
      map.choices.append(.init(rect: Rect(inside.x, inside.y + i - settled.first, inside.width, 1), value: i))
    }
  }

  private mutating func drawQuit() {
    let question = text(.quitQuestion)
    let width = min(canvas.size.width - 4, question.cellWidth + 6)
    let lines = Paragraph(question).lines(width: width - 4)
    let inside = Popup(title: text(.key(.quit)), size: Size(width, lines.count + 4)).draw(on: &canvas, in: popupArea)
    Paragraph(question, .warning).draw(on: &canvas, in: Rect(inside.x, inside.y, inside.width, lines.count))
    canvas.text(text(.yesNo), at: Point(inside.x, inside.maxY - 1), .key)
  }
}
