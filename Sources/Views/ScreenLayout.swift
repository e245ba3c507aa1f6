import Canvas

/// Which pane lies where. Neighbouring panes share the line between them.
struct ScreenLayout {
  static let minimum = Size(60, 16)

  var title: Rect
  /// Keys, prompt, progress.
  var keys: Rect
  /// The panes that are shown.
  var panes: [PaneKind: Rect] = [:]
  /// The timeline as a single row without a frame.
  var bareTimeline: Rect?
  /// The panes that take turns beside the source, and where the row of their names goes.
  var tabs: [PaneKind] = []
  var tabRow: Rect?

  /// What decides on the layout besides the size.
  struct Wishes {
    var focus: PaneKind = .source
    var side: PaneKind = .stack
    var isEnlarged = false
    var globals = 0
    var goroutines = 1
    var channels = 0
    /// Two segments are to be seen side by side.
    var isGrowing = false
  }

  init(_ size: Size, _ wishes: Wishes) {
    title = Rect(0, 0, size.width, 1)
    keys = Rect(0, size.height - 1, size.width, 1)
    var area = Rect(0, 1, size.width, size.height - 2)
    if wishes.isEnlarged {
      let (rest, line) = area.splitBottom(1)
      if wishes.focus != .timeline {
        bareTimeline = line
        area = rest
      }
      panes[wishes.focus] = area
      return
    }
    let isWide = size.width >= 110
    let top = placeBottom(&area, isWide: isWide, wishes)
    if isWide { placeThree(top, wishes) } else { placeTwo(top, wishes) }
  }

  /// What happened, output and timeline; returns what is left above, including the shared line.
  private mutating func placeBottom(_ area: inout Rect, isWide: Bool, _ wishes: Wishes) -> Rect {
    let height = area.height
    if height >= 30 {
      let (rest, timeline) = area.splitBottom(4)
      panes[.timeline] = timeline
      area = Rect(rest.x, rest.y, rest.width, rest.height + 1)
    } else {
      let (rest, line) = area.splitBottom(1)
      bareTimeline = line
      area = rest
    }
    let lines = height >= 48 ? 7 : height >= 36 ? 5 : height >= 20 ? 4 : 3
    let (rest, row) = area.splitBottom(lines + 2)
    if isWide {
      let left = row.width * 58 / 100
      panes[.happened] = Rect(row.x, row.y, left, row.height)
      panes[.output] = Rect(row.x + left - 1, row.y, row.width - left + 1, row.height)
    } else {
      panes[.happened] = row
    }
    return Rect(rest.x, rest.y, rest.width, rest.height + 1)
  }

  private mutating func placeThree(_ top: Rect, _ wishes: Wishes) {
    let extra = top.width - 120
    let sourceWidth = min(70, 38 + (extra * 28) / 100)
    let stackWidth = min(60, 44 + (extra * 20) / 100)
    var (left, rest) = top.splitLeft(sourceWidth)
    rest = Rect(rest.x - 1, rest.y, rest.width + 1, rest.height)
    if wishes.goroutines > 1 && left.height >= 16 {
      let (upper, lower) = left.splitBottom(min(wishes.goroutines, left.height / 4) + 2)
      panes[.goroutines] = lower
      left = Rect(upper.x, upper.y, upper.width, upper.height + 1)
    }
    panes[.source] = left
    let heapWidth = rest.width - stackWidth + 1
    if wishes.isGrowing && heapWidth < 76 {
      panes[.stack] = rest
    } else {
      let split = wishes.isGrowing ? rest.width - 40 : stackWidth
      var middle = Rect(rest.x, rest.y, split, rest.height)
      var right = Rect(rest.x + split - 1, rest.y, rest.width - split + 1, rest.height)
      if wishes.channels > 0 && right.height >= 16 {
        let rows = ScreenPainter.rowsOfChannel * min(wishes.channels, max(2, right.height / 6))
        let (upper, lower) = right.splitBottom(rows + 2)
        panes[.channels] = lower
        right = Rect(upper.x, upper.y, upper.width, upper.height + 1)
      }
      panes[.heap] = right
      if wishes.globals > 0 && middle.height >= 14 {
        let (upper, lower) = middle.splitBottom(min(wishes.globals, middle.height / 4) + 2)
        panes[.globals] = lower
        middle = Rect(upper.x, upper.y, upper.width, upper.height + 1)
      }
      panes[.stack] = middle
    }
    // A pane that has no place of its own is shown in the heap's while it has the focus.
    if panes[wishes.focus] == nil, let place = panes.removeValue(forKey: .heap) ?? panes.removeValue(forKey: .stack) {
      panes[wishes.focus] = place
    }
  }

  private mutating func placeTwo(_ top: Rect, _ wishes: Wishes) {
    tabs = [.stack, .heap, .output]
    if wishes.globals > 0 { tabs.insert(.globals, at: 1) }
    if wishes.goroutines > 1 { tabs.append(.goroutines) }
    if wishes.channels > 0 { tabs.append(.channels) }
    let side = tabs.contains(wishes.side) ? wishes.side : .stack
    if wishes.isGrowing && side == .stack {
      panes[.stack] = top
      tabs = []
      return
    }
    let sourceWidth = max(26, top.width * 44 / 100)
    panes[.source] = Rect(top.x, top.y, sourceWidth, top.height)
    let right = Rect(top.x + sourceWidth - 1, top.y, top.width - sourceWidth + 1, top.height)
    panes[side] = right
    tabRow = Rect(right.x + 1, right.y + 1, right.width - 2, 1)
  }
}
