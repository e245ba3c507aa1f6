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
    var bytes: [UInt8] = []
    for y in 0..<canvas.size.height {
      append(canvas, row: y, columns: 0..<canvas.size.width, to: &bytes)
      bytes += "\u{1b}[0m\n".utf8
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The sequences that turn a terminal showing `old` into one showing `canvas`; from nothing, clears it first.
  public func update(from old: Canvas?, to canvas: Canvas) -> String {
    var bytes: [UInt8] = []
    if old?.size != canvas.size { bytes += "\u{1b}[0m\u{1b}[2J".utf8 }
    let runs = old.map { canvas.changes(since: $0) } ?? canvas.changes(since: Canvas(.zero))
    for run in runs {
      bytes += "\u{1b}[\(run.row + 1);\(run.columns.lowerBound + 1)H".utf8
      append(canvas, row: run.row, columns: run.columns, to: &bytes)
    }
    if !runs.isEmpty { bytes += "\u{1b}[0m".utf8 }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func append(_ canvas: Canvas, row: Int, columns: Range<Int>, to bytes: inout [UInt8]) {
    var last: Style?
    canvas.forEachDrawn(row: row, columns: columns) { _, scalar, marks, _, style in
      if style != last {
        let look = theme.look(style, depth: depth)
        if last.map({ theme.look($0, depth: depth) != look }) ?? true { bytes += sequence(look).utf8 }
        last = style
      }
      bytes += UTF8.encode(scalar)!
      for mark in marks { bytes += UTF8.encode(mark)! }
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
