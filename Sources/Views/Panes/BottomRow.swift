import Canvas
import Insight

extension ScreenPainter {
  /// The last row: a prompt being typed, progress, a remark, or the keys.
  mutating func drawBottomRow(in rect: Rect) {
    if let work = state.work {
      canvas.fill(rect, Style(.text, on: .header))
      if let fraction = work.fraction {
        ProgressBar(label: " " + text(.working(work.kind)), fraction: fraction, cancel: text(.escCancels))
          .draw(on: &canvas, at: rect.origin, width: rect.width)
      } else {
        canvas.spans(
          [Styled(" \(text(.working(work.kind))) …  ", .text), Styled(text(.escCancels), .dim)], at: rect.origin)
      }
      return
    }
    if let prompt = state.prompt {
      let isCommand = prompt.kind == .command
      Prompt(
        sign: text(isCommand ? .commandPrompt : .searchPrompt), state: prompt.state,
        hint: isCommand ? text(.helpLine(.command)) : text(.helpLine(.find))
      ).draw(on: &canvas, at: rect.origin, width: rect.width)
      return
    }
    if let notice = state.notice {
      canvas.fill(rect, Style(.text, on: .header))
      canvas.spans([Styled(" " + text(notice), .key)], at: rect.origin, width: rect.width)
      return
    }
    KeyBar(items: keyItems).draw(on: &canvas, at: rect.origin, width: rect.width)
  }

  private var keyItems: [KeyBar.Item] {
    let item = { (keys: String, what: Message.Key) in KeyBar.Item(keys, text(.key(what))) }
    return switch state.popup {
    case .help, .answer, .goroutines, .choices:
      [item("↑↓", .scroll), item("Enter", .choose), item("Esc", .close)]
    case .question(let question):
      question.chosen == nil
        ? [KeyBar.Item("1…\(question.answers.count)", text(.key(.choose))), KeyBar.Item("Esc", text(.key(.close)))]
        : [item("→", .step)]
    case .quit, .discard: [KeyBar.Item("y n", text(.yesNo))]
    case nil:
      [
        item("→", .step), item("←", .back), item("n", .line), item("c", .next), item("?", .help),
        item("q", .quit), item("w", .why), item("Tab", .pane), item("space", .play), item("f", .finish),
        item("s", .into), item("x", .collect), item("e", .escapes), item("b", .breakpoint), item(":", .command),
        item("/", .find),
      ]
    }
  }
}
