/// One cell of the grid: eight bytes, no reference counting.
///
/// `code` is a Unicode scalar value, or, with the top bit set, an index into the canvas's table of clusters (a base
/// character with combining marks). A double-width glyph lies in its left cell; its right cell has `code` 0 and
/// `span` 0.
struct Cell: Sendable {
  static let clusterBit: UInt32 = 0x8000_0000

  var code: UInt32
  var style: Style
  /// Cells that the glyph covers: 1 or 2, and 0 for the right half of a wide glyph.
  var span: UInt8

  static let blank = Cell(code: 0x20, style: Style(.text), span: 1)

  var isBlank: Bool { code == 0x20 }
  var isCluster: Bool { code & Cell.clusterBit != 0 }

  /// Same bits; cells with clusters of different canvases need ``Canvas/sameCell``.
  @inline(__always)
  func sameBits(_ other: Cell) -> Bool {
    code == other.code && style == other.style && span == other.span
  }
}
