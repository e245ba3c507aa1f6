/// Turns canvases into ECMA-48 escape sequences ("ANSI"), for files, pipes and asciicasts. A terminal that a person
/// sits at is driven by ncurses instead.
public struct ANSIWriter: Sendable {
  public var theme: Theme
  public var depth: ColourDepth

  public init(theme: Theme, depth: ColourDepth = .trueColour) {
    self.theme = theme
    self.depth = depth
  }

  /// The whole screen, a line to a row, each ending in a reset and a line feed.
  public func screen(_ canvas: Canvas) -> String {
    var result = ""
    for y in 0..<canvas.size.height {
      append(canvas, row: y, columns: 0..<canvas.size.width, to: &result)
      result += "\u{1b}[0m\n"
    }
    return result
  }

  /// The sequences that turn a terminal showing `old` into one showing `canvas`; from nothing, clears it first.
  public func update(from old: Canvas?, to canvas: Canvas) -> String {
    var result = ""
    if old?.size != canvas.size { result += "\u{1b}[0m\u{1b}[2J" }
    let runs = old.map { canvas.changes(since: $0) } ?? canvas.changes(since: Canvas(.zero))
    for run in runs {
      result += "\u{1b}[\(run.row + 1);\(run.columns.lowerBound + 1)H"
      append(canvas, row: run.row, columns: run.columns, to: &result)
    }
    if !runs.isEmpty { result += "\u{1b}[0m" }
    return result
  }

  private func append(_ canvas: Canvas, row: Int, columns: Range<Int>, to result: inout String) {
    var last: Look?
    canvas.forEachDrawn(row: row, columns: columns) { _, scalar, marks, _, style in
      let look = theme.look(style, depth: depth)
      if look != last {
        result += sequence(look)
        last = look
      }
      result.unicodeScalars.append(scalar)
      result.unicodeScalars.append(contentsOf: marks)
    }
  }

  /// Select Graphic Rendition for a look, from any state.
  func sequence(_ look: Look) -> String {
    var codes = ["0"]
    var attributes = look.attributes
    if depth == .eight, let ink = look.ink, ink.ansi >= 8 { attributes.insert(.bold) }
    for (attribute, code) in [
      (Attributes.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"), (.strike, "9"),
    ] where attributes.contains(attribute) { codes.append(code) }
    if let ink = look.ink { codes.append(code(ink, ground: false)) }
    if let ground = look.ground { codes.append(code(ground, ground: true)) }
    return "\u{1b}[" + codes.joined(separator: ";") + "m"
  }

  private func code(_ colour: Colour, ground: Bool) -> String {
    let base = ground ? 40 : 30
    switch depth {
    case .trueColour: return "\(base + 8);2;\(colour.red);\(colour.green);\(colour.blue)"
    case .indexed: return "\(base + 8);5;\(colour.indexed)"
    case .sixteen: return "\(colour.ansi < 8 ? base + Int(colour.ansi) : base + 60 + Int(colour.ansi) - 8)"
    case .eight, .none: return "\(base + Int(colour.ansi & 7))"
    }
  }
}
