import Canvas

/// Memory byte by byte: each byte in two hexadecimal digits and the role of what it belongs to, padding hatched.
struct ByteGrid {
  struct Byte {
    /// Nil for padding.
    var value: UInt8?
    var role: Role
    /// Starts a field: a line is drawn before it.
    var startsField = false
  }

  var bytes: [Byte]
  /// Bytes to a row: a multiple of the machine's word.
  var perRow = 8
  /// The label of a row, from the offset of its first byte.
  var label: (Int) -> String = { "+\($0)" }

  /// Cells that the grid takes without the labels.
  var gridWidth: Int { perRow * 3 + 1 }
  var rows: Int { (bytes.count + perRow - 1) / max(1, perRow) }

  func draw(on canvas: inout Canvas, in rect: Rect) {
    let labels = (0..<rows).map { label($0 * perRow) }
    let gutter = (labels.map(\.cellWidth).max() ?? 0) + 1
    for row in 0..<min(rows, rect.height) {
      let y = rect.y + row
      canvas.text(labels[row], at: Point(rect.x, y), .address, width: gutter - 1, align: .trailing)
      for column in 0..<perRow {
        let i = row * perRow + column
        let x = rect.x + gutter + column * 3
        guard i < bytes.count else { break }
        let byte = bytes[i]
        let before = byte.startsField || column == 0
        if before { canvas.text("│", at: Point(x, y), .border) }
        if let value = byte.value {
          let digits = String(value, radix: 16)
          canvas.text(digits.count == 1 ? "0" + digits : digits, at: Point(x + 1, y), byte.role)
        } else {
          canvas.text("░░", at: Point(x + 1, y), .padding)
        }
        if column == perRow - 1 || i == bytes.count - 1 { canvas.text("│", at: Point(x + 3, y), .border) }
      }
    }
  }
}
