import Canvas

/// Running text in mixed styles, broken into lines: between words, and between any two wide (CJK) glyphs, except that
/// closing punctuation never begins a line and opening punctuation never ends one.
struct Paragraph {
  var spans: [Span]

  init(_ spans: [Span]) { self.spans = spans }
  init(_ text: String, _ role: Role = .text) { spans = [Span(text, role)] }

  private static let closing: Set<Character> = Set("，。、；：？！）》」』】’”…·,.;:?!)]}%")
  private static let opening: Set<Character> = Set("（《「『【‘“([{")

  /// One unbreakable piece.
  private struct Piece {
    var characters: [(Character, Style)] = []
    var width = 0
    /// Cells of blank before it when it does not begin a line.
    var gap = 0
    var startsLine = false
  }

  func lines(width: Int) -> [[Span]] {
    guard width > 0 else { return [] }
    var lines: [[(Character, Style)]] = [[]]
    var used = 0
    for piece in pieces() {
      if piece.startsLine {
        lines.append([])
        used = 0
      }
      if used > 0 && used + piece.gap + piece.width > width {
        lines.append([])
        used = 0
      } else if used > 0 && piece.gap > 0, let style = lines.last?.last?.1 {
        for _ in 0..<piece.gap { lines[lines.count - 1].append((" ", style)) }
        used += piece.gap
      }
      for (character, style) in piece.characters {
        let cells = String(character).cellWidth
        if used + cells > width && used > 0 {  // a word longer than a line
          lines.append([])
          used = 0
        }
        lines[lines.count - 1].append((character, style))
        used += cells
      }
    }
    return lines.map(merged)
  }

  func draw(on canvas: inout Canvas, in rect: Rect) {
    let lines = lines(width: rect.width)
    for (i, line) in lines.prefix(rect.height).enumerated() {
      let cut = i == rect.height - 1 && lines.count > rect.height
      let p = Point(rect.x, rect.y + i)
      if cut {
        canvas.spans(line + [Span(" " + lines[i + 1].plainText)], at: p, width: rect.width)
      } else {
        canvas.spans(line, at: p)
      }
    }
  }

  private func pieces() -> [Piece] {
    var result: [Piece] = []
    var current = Piece()
    var previous: Character?
    func flush() {
      if !current.characters.isEmpty { result.append(current) }
      current = Piece()
    }
    for span in spans {
      for character in span.text {
        if character == "\n" || character == "\r\n" {
          let isEmptyLine = current.startsLine && current.characters.isEmpty
          flush()
          if isEmptyLine { result.append(Piece(startsLine: true)) }
          current.startsLine = true
          previous = nil
          continue
        }
        if character == " " {
          let startsLine = current.startsLine && current.characters.isEmpty
          flush()
          current.startsLine = startsLine
          current.gap = min(current.gap + 1, 8)
          previous = character
          continue
        }
        let wide = String(character).cellWidth == 2
        let breakable =
          (wide || previous.map { String($0).cellWidth == 2 } ?? false) && !Paragraph.closing.contains(character)
          && !(previous.map(Paragraph.opening.contains) ?? false)
        if breakable && !current.characters.isEmpty { flush() }
        current.characters.append((character, span.style))
        current.width += String(character).cellWidth
        previous = character
      }
    }
    flush()
    return result
  }

  private func merged(_ characters: [(Character, Style)]) -> [Span] {
    var spans: [Span] = []
    for (character, style) in characters {
      if spans.last?.style == style {
        spans[spans.count - 1].text.append(character)
      } else {
        spans.append(Span(String(character), style))
      }
    }
    return spans
  }
}
