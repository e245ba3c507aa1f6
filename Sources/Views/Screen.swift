import Canvas
import Insight

/// The whole screen, drawn from a state.
public enum Screen {
  /// Below this many cells nothing sensible can be shown.
  public static let minimum = ScreenLayout.minimum

  public struct Rendered: Sendable {
    public var canvas: Canvas
    public var map: ScreenMap
  }

  public static func render(_ state: ScreenState, _ size: Size) -> Rendered {
    guard size.width >= minimum.width, size.height >= minimum.height else {
      return Rendered(canvas: tooSmall(size, state.words), map: ScreenMap())
    }
    var painter = ScreenPainter(state, size)
    painter.paint()
    return Rendered(canvas: painter.canvas, map: painter.map)
  }

  /// As many blocks as could be visible at once on a screen of this size: what a stage should hold.
  public static func blockCapacity(_ size: Size) -> Int { max(8, (size.width / 30) * (size.height / 3)) }

  static func tooSmall(_ size: Size, _ words: any Catalogue) -> Canvas {
    var canvas = Canvas(size)
    let text = words.text(.tooSmall(width: minimum.width, height: minimum.height))
    let lines = Paragraph(text).lines(width: size.width)
    let top = max(0, (size.height - lines.count) / 2)
    for (row, line) in lines.prefix(size.height).enumerated() {
      canvas.spans(line, at: Point(max(0, (size.width - line.cellWidth) / 2), top + row))
    }
    return canvas
  }
}

/// Draws one screen. Each pane's part stands in a file of its own.
struct ScreenPainter {
  let state: ScreenState
  let layout: ScreenLayout
  var canvas: Canvas
  var map = ScreenMap()
  var pointers = PointerPlan()
  private var frames: [(pane: Pane, rect: Rect)] = []

  init(_ state: ScreenState, _ size: Size) {
    self.state = state
    canvas = Canvas(size)
    layout = ScreenLayout(
      size,
      ScreenLayout.Wishes(
        focus: state.focus, side: state.side, isEnlarged: state.isEnlarged, globals: state.stage.globals.count,
        goroutines: state.stage.goroutines.count, channels: state.stage.channels.count,
        isGrowing: state.stage.stack.growth != nil))
  }

  func text(_ message: Message) -> String { state.words.text(message) }
  func isFocused(_ kind: PaneKind) -> Bool { state.focus == kind }

  mutating func paint() {
    drawTitle(in: layout.title)
    // The pane in focus comes last, so that its heavy frame lies on top.
    for kind in PaneKind.allCases where kind != state.focus { drawPane(kind) }
    drawPane(state.focus)
    for frame in frames { frame.pane.drawTitle(on: &canvas, in: frame.rect) }
    if let row = layout.bareTimeline { drawTimeline(in: row) }
    pointers.draw(on: &canvas)
    if let tabs = layout.tabRow { drawTabs(in: tabs) }
    drawNarration()
    drawBottomRow(in: layout.keys)
    drawPopup()
  }

  private mutating func drawPane(_ kind: PaneKind) {
    guard let rect = layout.panes[kind] else { return }
    map.panes.append(.init(rect: rect, value: kind))
    switch kind {
    case .source: drawSource(in: rect)
    case .stack: drawStack(in: rect)
    case .globals: drawGlobals(in: rect)
    case .heap: drawHeap(in: rect)
    case .goroutines: drawGoroutines(in: rect)
    case .channels: drawChannels(in: rect)
    case .happened: drawHappened(in: rect)
    case .output: drawOutput(in: rect)
    case .timeline:
      let inside = frame(kind, in: rect, note: timelineNote)
      drawTimeline(in: inside.inset(1, 0))
    }
  }

  /// Draws a pane's frame and gives its inside, below the row of tabs where it has one.
  mutating func frame(_ kind: PaneKind, title: [Styled]? = nil, in rect: Rect, note: String = "") -> Rect {
    let title = title ?? [Styled(text(kind.title), .title)]
    let pane = Pane(title, note: note.isEmpty ? [] : [Styled(note, .dim)], isFocused: isFocused(kind))
    frames.append((pane, rect))
    let inside = pane.draw(on: &canvas, in: rect)
    guard let tabs = layout.tabRow, tabs.intersection(inside) == tabs else { return inside }
    return inside.splitTop(1).rest
  }

  private mutating func drawTabs(in row: Rect) {
    let names = layout.tabs.map { text($0.title) }
    let selected = layout.tabs.firstIndex { layout.panes[$0] != nil } ?? 0
    let columns = TabStrip(names: names, selected: selected).draw(on: &canvas, at: row.origin, width: row.width)
    for (kind, range) in zip(layout.tabs, columns) {
      if let range { map.tabs.append(.init(rect: Rect(range.lowerBound, row.y, range.count, 1), value: kind)) }
    }
  }
}
