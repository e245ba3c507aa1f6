import Canvas

/// A run from its first tick to the last known one: how much was going on, what happened where, and where we are.
struct TimelineStrip {
  struct Mark {
    /// 0...1 along the whole.
    var position: Double
    var glyph: String
    var role: Role
  }

  /// Any number of samples, evenly spread over the known part.
  var samples: [Double]
  var marks: [Mark]
  /// 0...1
  var cursor: Double
  /// The part of the whole that has been run so far, 0...1; what lies beyond is dotted.
  var known = 1.0

  /// The column of a position.
  static func column(_ position: Double, width: Int) -> Int {
    max(0, min(width - 1, Int(position * Double(width))))
  }

  /// The position that a click on a column means.
  static func position(column: Int, width: Int) -> Double {
    width > 1 ? min(1, max(0, Double(column) / Double(width - 1))) : 0
  }

  /// The greatest sample that falls into each column, so that no peak is lost.
  private func resampled(to width: Int) -> [Double] {
    guard !samples.isEmpty, width > 0 else { return [] }
    return (0..<width).map { column in
      let low = column * samples.count / width
      let high = max(low + 1, (column + 1) * samples.count / width)
      return samples[low..<min(high, samples.count)].max() ?? 0
    }
  }

  /// Two rows: the samples, and below them a rule with the marks, heavy as far as the cursor. With one row, the rule.
  func draw(on canvas: inout Canvas, in rect: Rect) {
    guard rect.width > 0 && rect.height > 0 else { return }
    let at = TimelineStrip.column(cursor, width: rect.width)
    let reached = max(1, min(rect.width, Int((known * Double(rect.width)).rounded(.up))))
    let rule = rect.height > 1 ? rect.y + 1 : rect.y
    if rect.height > 1 {
      let values = resampled(to: reached)
      canvas.sparkline(values, at: rect.origin, Style(.accent))
      if at + 1 < reached { canvas.restyle(Rect(rect.x + at + 1, rect.y, reached - at - 1, 1), Style(.free)) }
    }
    for x in 0..<rect.width {
      let glyph = x < at ? "━" : x < reached ? "─" : "┈"
      canvas.text(glyph, at: Point(rect.x + x, rule), x < at ? .focus : .border)
    }
    for mark in marks {
      canvas.text(
        mark.glyph, at: Point(rect.x + TimelineStrip.column(mark.position, width: rect.width), rule), mark.role)
    }
    canvas.text("●", at: Point(rect.x + at, rule), .focus)
  }
}
