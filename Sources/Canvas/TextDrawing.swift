/// Where text shorter than its field goes.
public enum Alignment: Sendable { case leading, centre, trailing }

extension Canvas {
  /// Draws text on one row.
  ///
  /// Without `width` the text goes on to the edge of the clip. With it, text that is too wide ends in `…`, and text
  /// that is narrower is padded with blanks in the same style, so that the field is always `width` cells.
  /// - Returns: the number of cells from `p.x` that were used.
  @discardableResult
  public mutating func text(
    _ text: String, at p: Point, _ style: Style = Style(.text), width: Int? = nil, align: Alignment = .leading
  ) -> Int {
    guard let width else {
      return run(text.unicodeScalars, p.x, p.y, style, limit: Int.max)
    }
    guard width > 0 else { return 0 }
    let natural = text.cellWidth
    let slack = max(0, width - natural)
    let before = align == .leading ? 0 : align == .trailing ? slack : slack / 2
    for x in 0..<before { put(0x20, p.x + x, p.y, style) }
    var used = before
    if natural <= width {
      used += run(text.unicodeScalars, p.x + used, p.y, style, limit: width)
    } else {
      used += run(text.unicodeScalars, p.x, p.y, style, limit: width - 1)
      put(0x2026, p.x + used, p.y, style)
      used += 1
    }
    while used < width {
      put(0x20, p.x + used, p.y, style)
      used += 1
    }
    return width
  }

  /// Draws text of a role. A shorthand for `text(_:at:_:)` with `Style(role)`.
  @discardableResult
  public mutating func text(
    _ text: String, at p: Point, _ role: Role, width: Int? = nil, align: Alignment = .leading
  ) -> Int {
    self.text(text, at: p, Style(role), width: width, align: align)
  }

  /// Draws a line of mixed styles. With `width` it is cut with `…` or padded with blanks of role `.text`.
  @discardableResult
  public mutating func spans(_ spans: [Span], at p: Point, width: Int? = nil, align: Alignment = .leading) -> Int {
    guard let width else {
      var x = p.x
      for span in spans { x += run(span.text.unicodeScalars, x, p.y, span.style, limit: Int.max) }
      return x - p.x
    }
    guard width > 0 else { return 0 }
    let natural = spans.cellWidth
    let slack = max(0, width - natural)
    var used = align == .leading ? 0 : align == .trailing ? slack : slack / 2
    for x in 0..<used { put(0x20, p.x + x, p.y, Style(.text)) }
    let limit = natural <= width ? width : width - 1
    var last = Style(.text)
    for span in spans {
      guard used < limit else { break }
      let cells = span.text.cellWidth
      last = span.style
      used += run(span.text.unicodeScalars, p.x + used, p.y, span.style, limit: limit - used)
      if cells > limit - used && natural > width && used >= limit { break }
    }
    if natural > width {
      put(0x2026, p.x + used, p.y, last)
      used += 1
    }
    while used < width {
      put(0x20, p.x + used, p.y, Style(.text))
      used += 1
    }
    return width
  }

  /// Draws glyphs while they fit into `limit` cells; returns the cells used.
  private mutating func run(
    _ scalars: String.UnicodeScalarView, _ x: Int, _ y: Int, _ style: Style, limit: Int
  ) -> Int {
    let row = y + origin.y
    guard row >= clip.y && row < clip.maxY else { return min(String(scalars).cellWidth, limit) }
    var used = 0
    forEachGlyph(in: scalars) { glyph in
      guard used + glyph.width <= limit else { return false }
      put(glyph, x + used, y, style)
      used += glyph.width
      return true
    }
    return used
  }
}

extension String {
  /// The text cut to at most `width` cells, ending in `…` where it was cut.
  public func truncated(to width: Int) -> String {
    guard cellWidth > width else { return self }
    guard width > 0 else { return "" }
    return prefix(cells: width - 1) + "…"
  }

  /// The text padded with blanks, or cut, to exactly `width` cells.
  public func padded(to width: Int, _ align: Alignment = .leading) -> String {
    let text = truncated(to: width)
    let slack = max(0, width - text.cellWidth)
    let before = align == .leading ? 0 : align == .trailing ? slack : slack / 2
    return String(repeating: " ", count: before) + text + String(repeating: " ", count: slack - before)
  }

  private func prefix(cells limit: Int) -> String {
    var used = 0
    var end = unicodeScalars.startIndex
    while end < unicodeScalars.endIndex {
      let next = unicodeScalars.index(after: end)
      let width = self[end..<next].cellWidth
      let isMark = GlyphWidth.kind(of: unicodeScalars[end].value) == .mark
      guard isMark || used + width <= limit else { break }
      used += isMark ? 0 : width
      end = next
    }
    return String(self[..<end])
  }
}
