import Canvas

/// Program text with its line numbers and marks. The caller says which words have which role.
struct SourceListing {
  struct Line {
    var number: Int
    var code: [Span]
    var isCurrent = false
    /// Where another frame's call is under way: a hollow mark.
    var isCaller = false
    var hasBreakpoint = false
    /// At the right edge, where there is room for it: an escape verdict, a count.
    var annotation: Span?
  }

  var lines: [Line]

  /// Tabs become blanks up to the next multiple of four columns.
  static func expandingTabs(_ spans: [Span]) -> [Span] {
    guard spans.contains(where: { $0.text.utf8.contains(9) }) else { return spans }
    var column = 0
    return spans.map { span in
      var text = ""
      for character in span.text {
        if character == "\t" {
          let blanks = 4 - column % 4
          text += String(repeating: " ", count: blanks)
          column += blanks
        } else {
          text.append(character)
          column += String(character).cellWidth
        }
      }
      return Span(text, span.style)
    }
  }

  func draw(on canvas: inout Canvas, in rect: Rect) {
    let digits = max(2, lines.map { String($0.number).count }.max() ?? 2)
    for (row, line) in lines.prefix(rect.height).enumerated() {
      let y = rect.y + row
      if line.isCurrent { canvas.fill(Rect(rect.x, y, rect.width, 1), Style(.text, on: .currentLine)) }
      if line.isCurrent {
        canvas.text("▶", at: Point(rect.x, y), .currentLine)
      } else if line.isCaller {
        canvas.text("▷", at: Point(rect.x, y), .dim)
      }
      if line.hasBreakpoint { canvas.text("●", at: Point(rect.x + 1, y), .breakpoint) }
      let number = String(line.number).padded(to: digits, .trailing)
      canvas.text(number, at: Point(rect.x + 2, y), line.isCurrent ? .currentLine : .gutter)
      let start = rect.x + 2 + digits + 1
      let room = rect.maxX - start
      let code = SourceListing.expandingTabs(line.code)
      canvas.within(Rect(start, y, room, 1)) { canvas in
        if code.cellWidth > room {
          canvas.spans(code, at: .zero, width: room)
        } else {
          canvas.spans(code, at: .zero)
        }
      }
      if let note = line.annotation, code.cellWidth + 2 + note.text.cellWidth <= room {
        canvas.text(note.text, at: Point(rect.maxX - note.text.cellWidth, y), note.style)
      }
    }
  }
}
