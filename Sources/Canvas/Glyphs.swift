/// The symbols of the screen, each with its stand-in for a terminal whose locale has only ASCII.
///
/// Views draw in Unicode and need not think of it: an ASCII screen is ``Canvas/inASCII()`` of the finished canvas,
/// which keeps every cell where it is. So each stand-in is as wide as what it stands for.
public struct Glyphs: Sendable {
  public let unicode: String
  public let ascii: String

  public static let currentLine = Glyphs(unicode: "▶", ascii: ">")
  public static let breakpoint = Glyphs(unicode: "●", ascii: "*")
  public static let pointer = Glyphs(unicode: "●", ascii: "*")
  public static let nilPointer = Glyphs(unicode: "∅", ascii: "0")
  public static let headRight = Glyphs(unicode: "▶", ascii: ">")
  public static let headLeft = Glyphs(unicode: "◀", ascii: "<")
  public static let headUp = Glyphs(unicode: "▲", ascii: "^")
  public static let headDown = Glyphs(unicode: "▼", ascii: "v")
  public static let white = Glyphs(unicode: "○", ascii: "o")
  public static let grey = Glyphs(unicode: "◐", ascii: "%")
  public static let black = Glyphs(unicode: "●", ascii: "*")
  public static let ellipsis = Glyphs(unicode: "…", ascii: "~")
  public static let cursor = Glyphs(unicode: "▏", ascii: "|")
  public static let padding = Glyphs(unicode: "░", ascii: ".")
  public static let landmark = Glyphs(unicode: "◆", ascii: "+")
  public static let right = Glyphs(unicode: "✓", ascii: "y")
  public static let wrong = Glyphs(unicode: "✗", ascii: "x")
  public static let changed = Glyphs(unicode: "•", ascii: "*")

  /// Stand-ins by character, for everything but lines, which are worked out from their arms.
  private static let table: [UInt32: UInt32] = {
    var table: [UInt32: UInt32] = [:]
    let pairs =
      "▶>◀<▲^▼v►>◄<→>←<↑^↓v↔-↵<⏎<○o◐%◑%●*◌o◍%◉*◯o◆+◇o■#□o▪#▫.…~·.•*∅0✓y✗x×x÷/≤<≥>≠!≈~−-–-—-‘'’'“\"”\"«<»>"
      + "░.▒:▓%█#▌#▐#▀#▄#▁.▂.▃-▄-▅=▆=▇#▏|▎|▍|▋#▊#▉#⋮:⋯~⟨<⟩>⌈[⌊[∞8µu√v★*☆*⚑!⚠!⟳@↻@↺@⇒>⇐<⏵>⏸|◁<▷>△^▽v⊘0⌁~⊥_"
    var iterator = pairs.unicodeScalars.makeIterator()
    while let from = iterator.next(), let to = iterator.next() { table[from.value] = to.value }
    return table
  }()

  /// The ASCII character for a one-cell scalar; `?` where there is none.
  static func ascii(for code: UInt32) -> UInt32 {
    if code < 0x7F { return code }
    if let arms = Arms(code) {
      let upright = arms.up + arms.down
      let level = arms.left + arms.right
      if upright == 0 { return arms.left == 2 ? 0x3D : 0x2D }  // = -
      if level == 0 { return 0x7C }  // |
      return 0x2B  // +
    }
    if code >= 0x2400 && code <= 0x2421 { return 0x5E }  // ^ for the picture of a control
    return table[code] ?? 0x3F
  }
}

extension Canvas {
  /// The same screen in ASCII, cell by cell. Characters without a stand-in become `?`, one for each cell.
  public func inASCII() -> Canvas {
    var result = self
    for i in result.cells.indices {
      let cell = result.cells[i]
      if cell.isCluster {
        let base = text(of: cell).unicodeScalars.first!
        result.cells[i].code = base.isASCII ? base.value : 0x3F
      } else {
        result.cells[i].code = cell.span == 1 ? Glyphs.ascii(for: cell.code) : 0x3F
      }
      result.cells[i].span = 1
    }
    return result
  }
}
