import Canvas

/// A titled frame. Panes that share an edge are drawn over each other's border, which joins them; the pane in focus
/// is drawn last and has a heavy frame, so that it stands out without colour too.
struct Pane {
  var title: [Span]
  /// At the right end of the top edge.
  var note: [Span] = []
  var isFocused = false

  init(_ title: String, note: String = "", isFocused: Bool = false) {
    self.init([Span(title, .title)], note: note.isEmpty ? [] : [Span(note, .dim)], isFocused: isFocused)
  }

  init(_ title: [Span], note: [Span] = [], isFocused: Bool = false) {
    self.title = title
    self.note = note
    self.isFocused = isFocused
  }

  /// Draws the frame and returns what is inside of it.
  @discardableResult
  func draw(on canvas: inout Canvas, in rect: Rect) -> Rect {
    let style = Style(isFocused ? .focus : .border)
    canvas.box(rect, style, isFocused ? .heavy : .light)
    drawTitle(on: &canvas, in: rect)
    return rect.inset(1, 1)
  }

  /// The title alone, for when another pane's border was drawn over it.
  func drawTitle(on canvas: inout Canvas, in rect: Rect) {
    var title = title
    if isFocused, let first = title.first { title[0] = Span(first.text, .focus) }
    let room = rect.width - 4
    guard room > 2 else { return }
    let padded = [Span(" ")] + title + [Span(" ")]
    let used = min(padded.cellWidth, room)
    if !title.isEmpty { canvas.spans(padded, at: Point(rect.x + 2, rect.y), width: used) }
    let left = room - used
    let padding = [Span(" ")] + note + [Span(" ")]
    if !note.isEmpty && left > padding.cellWidth {
      canvas.spans(padding, at: Point(rect.maxX - 2 - padding.cellWidth, rect.y))
    }
  }
}

/// A row of names of which one is chosen; where not all fit, a window around the chosen one.
struct TabStrip {
  var names: [String]
  var selected: Int

  /// Draws on one row of `width` cells. Returns the columns of each name that is shown, for the mouse.
  @discardableResult
  func draw(on canvas: inout Canvas, at p: Point, width: Int) -> [Range<Int>?] {
    var columns = [Range<Int>?](repeating: nil, count: names.count)
    guard names.indices.contains(selected) else { return columns }
    var shown = selected..<(selected + 1)
    func cells(_ range: Range<Int>) -> Int { range.reduce(0) { $0 + names[$1].cellWidth + 2 } + range.count - 1 }
    while true {
      if shown.upperBound < names.count, cells(shown.lowerBound..<(shown.upperBound + 1)) <= width {
        shown = shown.lowerBound..<(shown.upperBound + 1)
      } else if shown.lowerBound > 0, cells((shown.lowerBound - 1)..<shown.upperBound) <= width {
        shown = (shown.lowerBound - 1)..<shown.upperBound
      } else {
        break
      }
    }
    var x = p.x
    for i in shown {
      if i > shown.lowerBound {
        canvas.text("│", at: Point(x, p.y), .border)
        x += 1
      }
      let chosen = i == selected
      let text = chosen ? "[\(names[i])]" : " \(names[i]) "
      let cells = min(text.cellWidth, p.x + width - x)
      canvas.text(text, at: Point(x, p.y), chosen ? .selection : .dim, width: cells)
      columns[i] = x..<(x + cells)
      x += cells
    }
    return columns
  }
}

/// A box on top of everything else, cleared, with a border of its own.
struct Popup {
  var title: String
  var size: Size

  /// Centres itself in `area`, no larger than it; returns the inside.
  func draw(on canvas: inout Canvas, in area: Rect) -> Rect {
    let width = min(size.width, area.width)
    let height = min(size.height, area.height)
    let rect = Rect(area.x + (area.width - width) / 2, area.y + (area.height - height) / 2, width, height)
    canvas.clear(Rect(rect.x - 1, rect.y, rect.width + 2, rect.height).intersection(area))
    canvas.box(rect, Style(.focus), .rounded)
    if !title.isEmpty && width > 6 {
      let text = " \(title) "
      canvas.text(text, at: Point(rect.x + 2, rect.y), .title, width: min(text.cellWidth, width - 4))
    }
    return rect.inset(2, 1)
  }
}

/// The keys that matter now, most important first; those that don't fit are left out.
struct KeyBar {
  struct Item: Equatable {
    var key: String
    var label: String
    init(_ key: String, _ label: String) {
      self.key = key
      self.label = label
    }
  }

  var items: [Item]

  func draw(on canvas: inout Canvas, at p: Point, width: Int) {
    canvas.fill(Rect(p.x, p.y, width, 1), Style(.label, on: .header))
    var x = p.x + 1
    for item in items {
      let cells = item.key.cellWidth + 1 + item.label.cellWidth
      guard x + cells + 1 <= p.x + width else { continue }
      x += canvas.text(item.key, at: Point(x, p.y), .key) + 1
      x += canvas.text(item.label, at: Point(x, p.y), .label) + 2
    }
  }
}

/// Long work that a person may stop.
struct ProgressBar {
  var label: String
  /// 0...1
  var fraction: Double
  var cancel: String

  func draw(on canvas: inout Canvas, at p: Point, width: Int) {
    let percent = "\(Int((min(max(fraction, 0), 1) * 100).rounded(.down)))%".padded(to: 4, .trailing)
    let fixed = label.cellWidth + 1 + percent.cellWidth + 2 + cancel.cellWidth + 1
    let length = max(4, min(40, width - fixed))
    var x = p.x + canvas.text(label, at: p, .text) + 1
    canvas.bar(fraction, at: Point(x, p.y), width: length, Style(.focus), rest: Style(.free))
    x += length
    x += canvas.text(percent, at: Point(x, p.y), .value) + 2
    canvas.text(cancel, at: Point(x, p.y), .dim)
  }
}

/// One line across the screen: `left` from the left, then as many groups of `right` as fit, the first ones first.
struct StatusBar {
  var left: [Span]
  /// The most important first; they are shown with the first at the far right.
  var right: [[Span]] = []

  func draw(on canvas: inout Canvas, at p: Point, width: Int) {
    canvas.fill(Rect(p.x, p.y, width, 1), Style(.header, on: .header))
    canvas.within(Rect(p.x, p.y, width, 1)) { canvas in
      let used = min(left.cellWidth, width - 2)
      if left.cellWidth > width - 2 {
        canvas.spans(left, at: Point(1, 0), width: used)
      } else {
        canvas.spans(left, at: Point(1, 0))
      }
      var end = width - 1
      for group in right {
        let cells = group.cellWidth
        guard end - cells >= used + 3 else { break }
        canvas.spans(group, at: Point(end - cells, 0))
        end -= cells + 3
      }
    }
  }
}
