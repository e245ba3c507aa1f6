/// Shapes that share a colour and a manner of drawing go into one path element.
struct ShapeKey: Equatable {
  enum Kind: Equatable { case light, heavy, solid, shade(Double) }
  var kind: Kind
  var colour: Colour
  var faint: Bool

  func element(_ path: String) -> String {
    let opacity = faint ? 0.6 : 1.0
    switch kind {
    case .light: return stroked(path, 1.3, opacity)
    case .heavy: return stroked(path, 2.6, opacity)
    case .solid: return filled(path, opacity)
    case .shade(let density): return filled(path, density * opacity)
    }
  }

  private func stroked(_ path: String, _ width: Double, _ opacity: Double) -> String {
    let faint = opacity < 1 ? " stroke-opacity=\"\(units(opacity))\"" : ""
    return "<path d=\"\(path)\" fill=\"none\" stroke=\"\(colour.hex)\" stroke-width=\"\(units(width))\"\(faint)/>\n"
  }

  private func filled(_ path: String, _ opacity: Double) -> String {
    let faint = opacity < 1 ? " fill-opacity=\"\(units(opacity))\"" : ""
    return "<path d=\"\(path)\" fill=\"\(colour.hex)\"\(faint)/>\n"
  }
}

/// A character that is drawn rather than written: lines, blocks, arrow heads and the circles of the shades.
struct CellShape {
  var kind: ShapeKey.Kind
  var path: String

  /// The shapes of a character; none where it is to be written in a font. `left` and `top` are the cell's corner in
  /// user units.
  static func parts(_ code: UInt32, _ left: Double, _ top: Double) -> [CellShape] {
    if let shape = CellShape(code, left, top) { return [shape] }
    guard let arms = Arms(code) else { return [] }
    return [(UInt8(1), ShapeKey.Kind.light), (2, .heavy)].compactMap { weight, kind in
      let path = lines(arms, weight, left, top)
      return path.isEmpty ? nil : CellShape(kind, path)
    }
  }

  /// The arms of one weight; each reaches a little past the middle, so that corners close.
  private static func lines(_ arms: Arms, _ weight: UInt8, _ left: Double, _ top: Double) -> String {
    let (cx, cy) = (left + SVGWriter.cellWidth / 2, top + SVGWriter.cellHeight / 2)
    let (right, bottom) = (left + SVGWriter.cellWidth, top + SVGWriter.cellHeight)
    let past = weight == 2 ? 1.3 : 0.65
    var path = ""
    if arms.left == weight || arms.right == weight {
      let from = arms.left == weight ? left : cx - past
      let to = arms.right == weight ? right : cx + past
      path += "M\(units(from)) \(units(cy))H\(units(to))"
    }
    if arms.up == weight || arms.down == weight {
      let from = arms.up == weight ? top : cy
      let to = arms.down == weight ? bottom : cy
      path += "M\(units(cx)) \(units(from))V\(units(to))"
    }
    return path
  }

  init?(_ code: UInt32, _ left: Double, _ top: Double) {
    let w = SVGWriter.cellWidth
    let h = SVGWriter.cellHeight
    let (cx, cy) = (left + w / 2, top + h / 2)
    let (right, bottom) = (left + w, top + h)
    func rect(_ x: Double, _ y: Double, _ w: Double, _ h: Double) -> String {
      "M\(units(x)) \(units(y))h\(units(w))v\(units(h))h\(units(-w))z"
    }
    func polygon(_ points: [(Double, Double)]) -> String {
      "M" + points.map { "\(units($0.0)) \(units($0.1))" }.joined(separator: "L") + "z"
    }
    func circle(_ r: Double) -> String {
      "M\(units(cx - r)) \(units(cy))a\(units(r)) \(units(r)) 0 1 0 \(units(2 * r)) 0"
        + "a\(units(r)) \(units(r)) 0 1 0 \(units(-2 * r)) 0z"
    }
    switch code {
    case 0x256D, 0x256E, 0x256F, 0x2570:  // ╭ ╮ ╯ ╰
      let toRight = code == 0x256D || code == 0x2570
      let down = code == 0x256D || code == 0x256E
      let (x, y) = (toRight ? right : left, down ? bottom : top)
      let r = toRight ? 4.0 : -4.0
      let s = down ? 4.0 : -4.0
      self.init(
        .light,
        "M\(units(x)) \(units(cy))L\(units(cx + r)) \(units(cy))Q\(units(cx)) \(units(cy)) \(units(cx)) \(units(cy + s))"
          + "L\(units(cx)) \(units(y))")
    case 0x2508, 0x2504, 0x254C:  // ┈ ┄ ╌
      let dash = w / 4
      self.init(.light, "M\(units(left + dash / 2)) \(units(cy))h\(units(dash))m\(units(dash)) 0h\(units(dash))")
    case 0x250A, 0x2506, 0x254E:  // ┊ ┆ ╎
      let dash = h / 6
      self.init(
        .light,
        "M\(units(cx)) \(units(top + dash / 2))" + "v\(units(dash))m0 \(units(dash))v\(units(dash))m0 \(units(dash))"
          + "v\(units(dash))")
    case 0x2581...0x2588:  // ▁ … █
      let part = h * Double(code - 0x2580) / 8
      self.init(.solid, rect(left, bottom - part, w, part))
    case 0x2589...0x258F:  // ▉ … ▏
      self.init(.solid, rect(left, top, w * Double(0x2590 - code) / 8, h))
    case 0x2580: self.init(.solid, rect(left, top, w, h / 2))
    case 0x2590: self.init(.solid, rect(cx, top, w / 2, h))
    case 0x2591...0x2593: self.init(.shade(0.25 * Double(code - 0x2590)), rect(left, top, w, h))
    case 0x25B6, 0x25BA:  // ▶
      self.init(.solid, polygon([(left + 0.6, cy - 4.2), (right - 0.2, cy), (left + 0.6, cy + 4.2)]))
    case 0x25C0, 0x25C4:  // ◀
      self.init(.solid, polygon([(right - 0.6, cy - 4.2), (left + 0.2, cy), (right - 0.6, cy + 4.2)]))
    case 0x25B2: self.init(.solid, polygon([(left + 0.4, cy + 3.6), (cx, cy - 4), (right - 0.4, cy + 3.6)]))
    case 0x25BC: self.init(.solid, polygon([(left + 0.4, cy - 3.6), (cx, cy + 4), (right - 0.4, cy - 3.6)]))
    case 0x25CF: self.init(.solid, circle(3.4))  // ●
    case 0x25CB: self.init(.light, circle(3.2))  // ○
    case 0x25D0:  // ◐: a ring, its left half filled
      let r = 3.2
      // The half disc is drawn as a thick arc's area by stroking nested arcs, so that one stroked path serves.
      var path = circle(r)
      for inner in [2.2, 1.2, 0.4] {
        path +=
          "M\(units(cx)) \(units(cy - inner))A\(units(inner)) \(units(inner)) 0 0 0 \(units(cx)) \(units(cy + inner))"
      }
      self.init(.light, path + "M\(units(cx - 0.4)) \(units(cy - r))V\(units(cy + r))")
    case 0x25C6: self.init(.solid, polygon([(cx, cy - 4.4), (right - 0.2, cy), (cx, cy + 4.4), (left + 0.2, cy)]))  // ◆
    default: return nil
    }
  }

  private init(_ kind: ShapeKey.Kind, _ path: String) {
    self.kind = kind
    self.path = path
  }
}
