extension Canvas {
  private static let rising: [UInt32] = Array(" ▁▂▃▄▅▆▇█".unicodeScalars.map(\.value))
  private static let growing: [UInt32] = Array(" ▏▎▍▌▋▊▉█".unicodeScalars.map(\.value))

  /// One column to a value, on one row, in eighths of a cell; the tallest is `maximum` (default: the greatest value).
  /// A value above 0 always shows.
  public mutating func sparkline(_ values: [Double], at p: Point, maximum: Double? = nil, _ style: Style) {
    let top = max(maximum ?? values.max() ?? 0, .leastNonzeroMagnitude)
    for (i, value) in values.enumerated() {
      let eighths = Int((min(max(value / top, 0), 1) * 8).rounded())
      put(Canvas.rising[value > 0 ? max(1, eighths) : 0], p.x + i, p.y, style)
    }
  }

  /// A level bar in eighths of a cell, `fraction` (0...1) of `width` cells long, on a track of `rest`.
  public mutating func bar(_ fraction: Double, at p: Point, width: Int, _ style: Style, rest: Style? = nil) {
    let eighths = Int((min(max(fraction, 0), 1) * Double(width) * 8).rounded())
    for i in 0..<max(0, width) {
      let part = min(max(eighths - i * 8, 0), 8)
      if part > 0 {
        put(Canvas.growing[part], p.x + i, p.y, style)
      } else if let rest {
        put(0x2591, p.x + i, p.y, rest)
      }
    }
  }

  /// An upright scrollbar for `total` lines of which `visible` from `first` are shown; nothing where all fit.
  public mutating func scrollbar(
    at p: Point, length: Int, first: Int, visible: Int, total: Int, _ style: Style, track: Style
  ) {
    guard total > visible, length > 0, visible > 0 else { return }
    let thumb = max(1, min(length, length * visible / total))
    let room = length - thumb
    let top = total == visible ? 0 : min(room, (first * room + (total - visible) / 2) / (total - visible))
    for i in 0..<length {
      let inside = i >= top && i < top + thumb
      put(inside ? 0x2588 : 0x2502, p.x, p.y + i, inside ? style : track)
    }
  }
}
