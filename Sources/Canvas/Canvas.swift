// Canvas answers: what does the screen look like, before anybody knows what kind of screen it is?
//
// A canvas is a value: a grid of cells, each a glyph and a style. Views draw on it, and that is all that they do;
// a terminal, an SVG file, an asciicast or a golden test file are made from the finished grid.
//
//      views ──draw──▶  ┌─┬─┬─┬─┬─┬─┐  ──▶ Terminal   (only what changed)
//                       │S│P│ │▶│ │x│  ──▶ plain text, text + style layer
//                       └─┴─┴─┴─┴─┴─┘  ──▶ ANSI, asciicast, SVG
//                        Style(.stackPointer)        a Theme turns roles into colours
//
// Invariants:
//   * Every cell is covered exactly once: a double-width glyph owns its cell and the one to its right, and when
//     half of it is overwritten the other half becomes a blank.
//   * No control character and no invalid sequence is ever in a cell; they are drawn as visible escapes.
//   * A style names a role, never a colour (see Role.swift, Theme.swift).
//   * Drawing outside the clip is cut off, never an error, so that views need no arithmetic of despair.
//   * Glyphs are chosen in Unicode; an ASCII screen is a mapping of the finished grid, cell by cell (Glyphs.swift).

/// A grid of styled cells, with a drawing position: `origin` and the clip move in ``within(_:_:)``.
public struct Canvas: Sendable {
  public let size: Size
  /// Where the current drawing's (0, 0) lies on the whole grid.
  public private(set) var origin: Point
  var clip: Rect
  var cells: [Cell]
  var clusters: [String] = []
  private var clusterIndex: [String: UInt32] = [:]

  /// An empty canvas of `size` cells.
  public init(_ size: Size) {
    self.size = size
    extent = size
    origin = .zero
    clip = Rect(.zero, size)
    cells = Array(repeating: .blank, count: size.width * size.height)
  }

  public init(width: Int, height: Int) { self.init(Size(width, height)) }

  /// The whole area of the current drawing, in its own coordinates.
  public var bounds: Rect { Rect(.zero, extent) }
  private var extent: Size

  // MARK: Sub-views

  /// Draws in a part: inside `body`, (0, 0) is the part's top left corner, `bounds` is its size, and nothing is
  /// drawn outside it.
  @discardableResult
  public mutating func within<R>(_ rect: Rect, _ body: (inout Canvas) throws -> R) rethrows -> R {
    let saved = (origin, clip, extent)
    defer { (origin, clip, extent) = saved }
    let absolute = rect.offset(by: origin)
    clip = clip.intersection(absolute)
    origin = absolute.origin
    extent = rect.size
    return try body(&self)
  }

  /// A point of the current drawing in coordinates of the whole grid.
  public func absolute(_ p: Point) -> Point { p + origin }

  // MARK: Cells

  @inline(__always)
  func index(_ x: Int, _ y: Int) -> Int { y &* size.width &+ x }

  /// The text of the cell at a point of the whole grid: empty for the right half of a wide glyph.
  public func glyph(at p: Point) -> String {
    guard Rect(.zero, size).contains(p) else { return "" }
    return text(of: cells[index(p.x, p.y)])
  }

  /// The style of the cell at a point of the whole grid.
  public func style(at p: Point) -> Style {
    guard Rect(.zero, size).contains(p) else { return Style(.text) }
    return cells[index(p.x, p.y)].style
  }

  func text(of cell: Cell) -> String {
    if cell.span == 0 { return "" }
    if cell.isCluster { return clusters[Int(cell.code & ~Cell.clusterBit)] }
    return String(Character(Unicode.Scalar(cell.code)!))
  }

  /// Puts a glyph at a point of the current drawing. Cut to a blank where only half of it is inside the clip.
  mutating func put(_ glyph: Glyph, _ x: Int, _ y: Int, _ style: Style) {
    put(glyph.marks.isEmpty ? glyph.base : intern(glyph), span: glyph.width, x, y, style)
  }

  mutating func put(_ code: UInt32, span: Int = 1, _ x: Int, _ y: Int, _ style: Style) {
    let x = x &+ origin.x
    let y = y &+ origin.y
    guard y >= clip.y && y < clip.maxY else { return }
    if span == 1 {
      guard x >= clip.x && x < clip.maxX else { return }
      set(code, 1, x, y, style)
      return
    }
    let left = x >= clip.x && x < clip.maxX
    let right = x + 1 >= clip.x && x + 1 < clip.maxX
    if left && right {
      set(code, 1, x, y, style)
      set(0, 0, x + 1, y, style)
      cells[index(x, y)].span = 2
    } else if left {
      set(0x20, 1, x, y, style)
    } else if right {
      set(0x20, 1, x + 1, y, style)
    }
  }

  /// Overwrites one cell of the grid, mending a wide glyph that loses a half.
  @inline(__always)
  private mutating func set(_ code: UInt32, _ span: UInt8, _ x: Int, _ y: Int, _ style: Style) {
    let i = index(x, y)
    let old = cells[i]
    if old.span != 1 {
      if old.span == 2 {
        blankKeepingStyle(i + 1)
      } else if x > 0 {
        blankKeepingStyle(i - 1)
      }
    }
    var style = style
    if style.ground == nil { style.ground = old.style.ground }
    cells[i] = Cell(code: code, style: style, span: span)
  }

  private mutating func blankKeepingStyle(_ i: Int) {
    cells[i].code = 0x20
    cells[i].span = 1
  }

  private mutating func intern(_ glyph: Glyph) -> UInt32 {
    var scalars = String.UnicodeScalarView()
    for value in [glyph.base] + glyph.marks {
      if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
    }
    let text = String(scalars)
    if let known = clusterIndex[text] { return known }
    let code = Cell.clusterBit | UInt32(clusters.count)
    clusters.append(text)
    clusterIndex[text] = code
    return code
  }

  // MARK: Fills

  /// Makes the rectangle blank: no glyphs, no ground.
  public mutating func clear(_ rect: Rect) {
    forEachCell(in: rect) { canvas, x, y in
      canvas.put(0x20, x, y, Style(.text))
      let i = canvas.index(x + canvas.origin.x, y + canvas.origin.y)
      canvas.cells[i].style = Style(.text)
    }
  }

  /// Fills with one single-width character.
  public mutating func fill(_ rect: Rect, _ style: Style, _ character: Unicode.Scalar = " ") {
    forEachCell(in: rect) { canvas, x, y in canvas.put(character.value, x, y, style) }
  }

  /// Lays a ground under what is drawn, leaving glyphs and roles; `nil` takes the ground away.
  public mutating func ground(_ rect: Rect, _ ground: Role?) {
    forEachCell(in: rect) { canvas, x, y in
      canvas.cells[canvas.index(x + canvas.origin.x, y + canvas.origin.y)].style.ground = ground
    }
  }

  /// Changes the style of what is drawn, leaving the glyphs (and the ground, where `style` has none).
  public mutating func restyle(_ rect: Rect, _ style: Style) {
    forEachCell(in: rect) { canvas, x, y in
      let i = canvas.index(x + canvas.origin.x, y + canvas.origin.y)
      let ground = style.ground ?? canvas.cells[i].style.ground
      canvas.cells[i].style = style.on(ground)
    }
  }

  /// Visits the cells of the rectangle that are inside the clip, in coordinates of the current drawing.
  private mutating func forEachCell(in rect: Rect, _ body: (inout Canvas, Int, Int) -> Void) {
    let visible = rect.offset(by: origin).intersection(clip)
    guard !visible.isEmpty else { return }
    for y in visible.y..<visible.maxY {
      for x in visible.x..<visible.maxX { body(&self, x - origin.x, y - origin.y) }
    }
  }
}

extension Canvas: Equatable {
  /// Equal when they look equal: same size, glyphs and styles.
  public static func == (a: Canvas, b: Canvas) -> Bool {
    a.size == b.size && a.cells.indices.allSatisfy { a.sameCell($0, b) }
  }

  @inline(__always)
  func sameCell(_ i: Int, _ other: Canvas) -> Bool {
    let a = cells[i]
    let b = other.cells[i]
    if a.isCluster && b.isCluster {
      return a.style == b.style && a.span == b.span && text(of: a) == other.text(of: b)
    }
    return a.sameBits(b)
  }
}
