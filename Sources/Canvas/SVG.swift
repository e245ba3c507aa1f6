/// Draws a canvas as a self-contained SVG picture: every glyph at its exact place in the grid, lines and blocks as
/// shapes so that they join in any font.
public struct SVGWriter: Sendable {
  public var theme: Theme
  /// The text in the window's title bar; nil draws the bare grid.
  public var title: String?

  public init(theme: Theme, title: String? = nil) {
    self.theme = theme
    self.title = title
  }

  // A cell in user units. 0.6 em is the advance of nearly all monospaced faces.
  static let cellWidth = 8.4
  static let cellHeight = 18.0
  static let fontSize = 14.0
  static let baseline = 13.2
  private static let fonts =
    "'JetBrains Mono','SF Mono',Menlo,'DejaVu Sans Mono',Consolas,'Noto Sans Mono CJK SC','Noto Sans CJK SC',monospace"

  public func picture(_ canvas: Canvas) -> String {
    let grid = (Double(canvas.size.width) * Self.cellWidth, Double(canvas.size.height) * Self.cellHeight)
    let margin = title == nil ? 0.0 : 14.0
    let bar = title == nil ? 0.0 : 34.0
    let (width, height) = (grid.0 + 2 * margin, grid.1 + bar + margin)
    let ground = theme.ground ?? Colour(0xFFFFFF, ansi: 15)
    let ink = theme.ink ?? Colour(0x000000, ansi: 0)
    var out = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(units(width))\" height=\"\(units(height))\" "
    out +=
      "viewBox=\"0 0 \(units(width)) \(units(height))\" font-family=\"\(Self.fonts)\" font-size=\"\(units(Self.fontSize))\">\n"
    if let title {
      out += "<rect width=\"\(units(width))\" height=\"\(units(height))\" rx=\"10\" fill=\"\(ground.hex)\"/>\n"
      out += "<path d=\"M0.5 \(units(bar - 4))H\(units(width - 0.5))\" stroke=\"\(ink.hex)\" stroke-opacity=\".12\"/>\n"
      for (i, colour) in ["#ff6159", "#ffbd2e", "#28c941"].enumerated() {
        out += "<circle cx=\"\(units(20 + Double(i) * 20))\" cy=\"15\" r=\"6\" fill=\"\(colour)\"/>\n"
      }
      out += "<text x=\"\(units(width / 2))\" y=\"20\" text-anchor=\"middle\" fill=\"\(ink.hex)\" fill-opacity=\".7\" "
      out += "font-size=\"13\">\(escape(title))</text>\n"
      out +=
        "<rect x=\".5\" y=\".5\" width=\"\(units(width - 1))\" height=\"\(units(height - 1))\" rx=\"10\" fill=\"none\" "
      out += "stroke=\"\(ink.hex)\" stroke-opacity=\".2\"/>\n"
    } else {
      out += "<rect width=\"\(units(width))\" height=\"\(units(height))\" fill=\"\(ground.hex)\"/>\n"
    }
    out += "<g transform=\"translate(\(units(margin)) \(units(bar)))\">\n"
    out += grounds(canvas, ground) + glyphs(canvas, ink: ink, ground: ground)
    return out + "</g>\n</svg>\n"
  }

  private func colours(_ style: Style, _ ink: Colour, _ ground: Colour) -> (ink: Colour, ground: Colour, Attributes) {
    let look = theme.look(style)
    let (front, back) = (look.ink ?? ink, look.ground ?? ground)
    return look.attributes.contains(.reverse) ? (back, front, look.attributes) : (front, back, look.attributes)
  }

  /// The grounds that differ from the screen's, one rectangle to a run.
  private func grounds(_ canvas: Canvas, _ ground: Colour) -> String {
    var out = ""
    let ink = theme.ink ?? Colour(0x000000, ansi: 0)
    for y in 0..<canvas.size.height {
      var run: (start: Int, end: Int, colour: Colour)?
      func flush() {
        guard let run, run.colour != ground else { return }
        out += "<rect x=\"\(units(Double(run.start) * Self.cellWidth))\" y=\"\(units(Double(y) * Self.cellHeight))\" "
        out += "width=\"\(units(Double(run.end - run.start) * Self.cellWidth))\" height=\"\(units(Self.cellHeight))\" "
        out += "fill=\"\(run.colour.hex)\"/>\n"
      }
      canvas.forEachDrawn(row: y, columns: 0..<canvas.size.width) { x, _, _, span, style in
        let colour = colours(style, ink, ground).ground
        if let current = run, current.colour == colour, current.end == x {
          run!.end = x + span
        } else {
          flush()
          run = (x, x + span, colour)
        }
      }
      flush()
    }
    return out
  }

  private func glyphs(_ canvas: Canvas, ink: Colour, ground: Colour) -> String {
    var out = ""
    var shapes: [(key: ShapeKey, paths: String)] = []  // in order of appearance, so that the file is stable
    for y in 0..<canvas.size.height {
      var word: (x: Int, cells: Int, text: String, style: Style)?
      func flush() {
        if let word { out += text(word.text, word.x, y, word.cells, colours(word.style, ink, ground)) }
        word = nil
      }
      canvas.forEachDrawn(row: y, columns: 0..<canvas.size.width) { x, scalar, marks, span, style in
        let look = colours(style, ink, ground)
        let underlined = look.2.contains(.underline) || look.2.contains(.strike)
        if scalar == " " && !underlined { return flush() }
        let left = Double(x) * Self.cellWidth
        let top = Double(y) * Self.cellHeight
        let parts = CellShape.parts(scalar.value, left, top)
        if !parts.isEmpty {
          flush()
          for part in parts {
            let key = ShapeKey(kind: part.kind, colour: look.ink, faint: look.2.contains(.dim))
            if let i = shapes.firstIndex(where: { $0.key == key }) {
              shapes[i].paths += part.path
            } else {
              shapes.append((key, part.path))
            }
          }
          return
        }
        if span == 2 || !marks.isEmpty {
          flush()
          var cluster = String.UnicodeScalarView([scalar])
          cluster.append(contentsOf: marks)
          out += text(String(cluster), x, y, span, look)
        } else if let current = word, current.x + current.cells == x, current.style == style {
          word!.cells += 1
          word!.text.unicodeScalars.append(scalar)
        } else {
          flush()
          word = (x, 1, String(scalar), style)
        }
      }
      flush()
    }
    for (key, paths) in shapes { out += key.element(paths) }
    return out
  }

  private func text(_ text: String, _ x: Int, _ y: Int, _ cells: Int, _ look: (ink: Colour, Colour, Attributes))
    -> String
  {
    let attributes = look.2
    var out =
      "<text x=\"\(units(Double(x) * Self.cellWidth))\" y=\"\(units(Double(y) * Self.cellHeight + Self.baseline))\" "
    out +=
      "textLength=\"\(units(Double(cells) * Self.cellWidth))\" lengthAdjust=\"spacingAndGlyphs\" fill=\"\(look.ink.hex)\""
    if attributes.contains(.bold) { out += " font-weight=\"bold\"" }
    if attributes.contains(.italic) { out += " font-style=\"italic\"" }
    if attributes.contains(.dim) { out += " fill-opacity=\".6\"" }
    let lines = [(Attributes.underline, "underline"), (.strike, "line-through")].filter { attributes.contains($0.0) }
    if !lines.isEmpty { out += " text-decoration=\"\(lines.map(\.1).joined(separator: " "))\"" }
    return out + " xml:space=\"preserve\">\(escape(text))</text>\n"
  }

  private func escape(_ text: String) -> String {
    var result = ""
    for character in VisibleText.escaping(text.utf8) {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      default: result.append(character)
      }
    }
    return result
  }
}

/// Two decimals at most, without an exponent or a trailing nought.
func units(_ value: Double) -> String {
  let hundredths = Int((value * 100).rounded())
  let (whole, part) = (abs(hundredths) / 100, abs(hundredths) % 100)
  let sign = hundredths < 0 ? "-" : ""
  if part == 0 { return sign + String(whole) }
  if part % 10 == 0 { return sign + "\(whole).\(part / 10)" }
  return sign + "\(whole)." + (part < 10 ? "0\(part)" : "\(part)")
}
