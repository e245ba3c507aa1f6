import Canvas

/// One named piece of memory in a frame or a block: a variable, a field, an element.
struct SlotRow: Equatable {
  enum Change: Equatable { case none, changed, new, freed }

  var name: String
  var type: String = ""
  var value: String
  /// Where the value does not fit: what matters most of it.
  var shortValue: String?
  var role: Role = .value
  /// The address to the left, where the widget shows addresses.
  var address: String = ""
  /// Holds a pointer that is to be drawn from here: a `●` at the right edge.
  var isPointer = false
  var change: Change = .none

  /// Columns for a set of rows in `width` cells: what names and types would like to have. Where the values would not
  /// fit beside them, the types are left out, from all rows alike.
  static func columns(_ rows: [SlotRow], width: Int) -> (name: Int, type: Int) {
    let name = rows.map(\.name.cellWidth).max() ?? 0
    let type = rows.map(\.type.cellWidth).max() ?? 0
    let value = rows.map { ($0.shortValue ?? $0.value).cellWidth + ($0.isPointer ? 2 : 1) }.max() ?? 0
    return (name, 1 + name + 1 + type + 1 + value <= width ? type : 0)
  }

  /// Draws into one row between the borders. Names and types give way to the value.
  /// - Returns: where the pointer starts.
  @discardableResult
  func draw(
    on canvas: inout Canvas, at p: Point, width: Int, columns: (name: Int, type: Int), stale: Bool = false
  ) -> Point? {
    guard width > 0 else { return nil }
    let end = Point(p.x + width - 1, p.y)
    let ground: Role? =
      switch change {
      case .none: nil
      case .changed: .changed
      case .new: .new
      case .freed: .freed
      }
    if let ground, !stale { canvas.ground(Rect(p.x, p.y, width, 1), ground) }
    // The value must be readable: the name is cut where it is tight.
    let right = isPointer ? 2 : 1
    var nameWidth = columns.name
    let typeWidth = columns.type
    let fixed = typeWidth > 0 ? nameWidth + 1 + typeWidth + 1 : nameWidth + 1
    var value = value
    if let shortValue, 1 + fixed + value.cellWidth + right > width { value = shortValue }
    let wanted = min(value.cellWidth, width)
    if 1 + fixed + wanted + right > width {
      nameWidth = max(min(nameWidth, max(8, width / 3)), width - 2 - wanted - right)
    }
    var x = p.x + 1
    canvas.text(name, at: Point(x, p.y), stale ? .stale : .name, width: nameWidth)
    x += nameWidth + 1
    if typeWidth > 0 {
      canvas.text(type, at: Point(x, p.y), stale ? .stale : .type, width: typeWidth)
      x += typeWidth + 1
    }
    let room = p.x + width - right - x
    let style: Style =
      stale ? Style(.stale) : change == .none ? Style(role) : change == .freed ? Style(.freed) : Style(ground!)
    if room > 0 { canvas.text(value, at: Point(x, p.y), style, width: min(room, value.cellWidth)) }
    if change == .changed && !stale && !isPointer { canvas.text("•", at: end, .changed) }
    guard isPointer else { return nil }
    canvas.text("●", at: end, stale ? .stale : .pointer)
    return end
  }
}
