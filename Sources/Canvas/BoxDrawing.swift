/// The strength of a drawn line.
public enum Stroke: Sendable {
  case light, heavy
  /// Light with round corners.
  case rounded
  /// Light with gaps, for what is no longer, or not yet, there: stale frames, free blocks.
  case dashed

  var weight: UInt8 { self == .heavy ? 2 : 1 }
}

/// The four arms of a box-drawing character, each 0 (none), 1 (light) or 2 (heavy).
struct Arms: Equatable {
  var up: UInt8 = 0
  var right: UInt8 = 0
  var down: UInt8 = 0
  var left: UInt8 = 0

  /// Unicode has a character for each of the 80 combinations; here they stand in the order of the number whose
  /// digits in base 3 are up, right, down, left.
  private static let characters: [UInt32] = Array(
    (" ╴╸╷┐┑╻┒┓╶─╾┌┬┭┎┰┱╺╼━┍┮┯┏┲┳" + "╵┘┙│┤┥╽┧┪└┴┵├┼┽┟╁╅┕┶┷┝┾┿┢╆╈" + "╹┚┛╿┦┩┃┨┫┖┸┹┞╀╃┠╂╉┗┺┻┡╄╇┣╊╋")
      .unicodeScalars.map(\.value))

  /// From a character in U+2500...U+257F to its arms; curves and dashes count as the light lines that they are.
  private static let decoded: [Arms?] = {
    var table = [Arms?](repeating: nil, count: 128)
    for (n, character) in characters.enumerated() where n > 0 {
      table[Int(character) - 0x2500] = Arms(
        up: UInt8(n / 27), right: UInt8(n / 9 % 3), down: UInt8(n / 3 % 3), left: UInt8(n % 3))
    }
    for (text, plain) in [("╭", "┌"), ("╮", "┐"), ("╯", "┘"), ("╰", "└")] + [("┄", "─"), ("┈", "─"), ("╌", "─")]
      + [("┆", "│"), ("┊", "│"), ("╎", "│"), ("┅", "━"), ("┉", "━"), ("╍", "━"), ("┇", "┃"), ("┋", "┃"), ("╏", "┃")]
    {
      table[Int(text.unicodeScalars.first!.value) - 0x2500] =
        table[Int(plain.unicodeScalars.first!.value) - 0x2500]
    }
    return table
  }()

  init(up: UInt8 = 0, right: UInt8 = 0, down: UInt8 = 0, left: UInt8 = 0) {
    (self.up, self.right, self.down, self.left) = (up, right, down, left)
  }

  /// The arms of a character, or nil where it is no line.
  init?(_ code: UInt32) {
    guard code >= 0x2500 && code < 0x2580, let arms = Arms.decoded[Int(code) - 0x2500] else { return nil }
    self = arms
  }

  var code: UInt32 {
    Arms.characters[Int(up) * 27 + Int(right) * 9 + Int(down) * 3 + Int(left)]
  }

  func union(_ other: Arms) -> Arms {
    Arms(
      up: max(up, other.up), right: max(right, other.right), down: max(down, other.down), left: max(left, other.left))
  }

  func code(_ stroke: Stroke) -> UInt32 {
    switch stroke {
    case .light, .heavy:
      return code
    case .rounded:
      switch code {
      case 0x250C: return 0x256D  // ╭
      case 0x2510: return 0x256E  // ╮
      case 0x2518: return 0x256F  // ╯
      case 0x2514: return 0x2570  // ╰
      default: return code
      }
    case .dashed:
      switch code {
      case 0x2500: return 0x2508  // ┈
      case 0x2502: return 0x250A  // ┊
      default: return code
      }
    }
  }
}

extension Canvas {
  /// Adds arms to the cell, joining with a line that is already there.
  mutating func line(_ arms: Arms, _ x: Int, _ y: Int, _ style: Style, _ stroke: Stroke) {
    let p = Point(x + origin.x, y + origin.y)
    guard clip.contains(p) else { return }
    let old = cells[index(p.x, p.y)].code
    if let present = Arms(old) {
      let merged = present.union(arms)
      // Drawing a line over its like keeps the newcomer's stroke; a true junction is drawn solid.
      put(merged == arms ? arms.code(stroke) : merged == present ? old : merged.code(stroke), x, y, style)
    } else {
      put(arms.code(stroke), x, y, style)
    }
  }

  /// The outline of a rectangle. Meeting other lines, it makes junctions. Nothing is drawn below 2×2 cells.
  public mutating func box(_ rect: Rect, _ style: Style, _ stroke: Stroke = .light) {
    guard rect.width >= 2 && rect.height >= 2 else { return }
    let w = stroke.weight
    let (right, bottom) = (rect.maxX - 1, rect.maxY - 1)
    for x in (rect.x + 1)..<max(rect.x + 1, right) {
      line(Arms(right: w, left: w), x, rect.y, style, stroke)
      line(Arms(right: w, left: w), x, bottom, style, stroke)
    }
    for y in (rect.y + 1)..<max(rect.y + 1, bottom) {
      line(Arms(up: w, down: w), rect.x, y, style, stroke)
      line(Arms(up: w, down: w), right, y, style, stroke)
    }
    line(Arms(right: w, down: w), rect.x, rect.y, style, stroke)
    line(Arms(down: w, left: w), right, rect.y, style, stroke)
    line(Arms(up: w, right: w), rect.x, bottom, style, stroke)
    line(Arms(up: w, left: w), right, bottom, style, stroke)
  }

  /// A level line of `length` cells from `p` to the right. `joining` gives its ends an arm towards a line that they
  /// stand on, so that a rule across a box makes ├ and ┤.
  public mutating func horizontalRule(
    at p: Point, length: Int, _ style: Style, _ stroke: Stroke = .light, joining: Bool = false
  ) {
    guard length > 0 else { return }
    let w = stroke.weight
    for i in 0..<length {
      let first = joining && i == 0 && length > 1
      let last = joining && i == length - 1 && length > 1
      line(Arms(right: last ? 0 : w, left: first ? 0 : w), p.x + i, p.y, style, stroke)
    }
  }

  /// An upright line of `length` cells from `p` down; `joining` as for ``horizontalRule(at:length:_:_:joining:)``.
  public mutating func verticalRule(
    at p: Point, length: Int, _ style: Style, _ stroke: Stroke = .light, joining: Bool = false
  ) {
    guard length > 0 else { return }
    let w = stroke.weight
    for i in 0..<length {
      let first = joining && i == 0 && length > 1
      let last = joining && i == length - 1 && length > 1
      line(Arms(up: first ? 0 : w, down: last ? 0 : w), p.x, p.y + i, style, stroke)
    }
  }
}
