import Canvas

/// What came to lie where, for the mouse and for scrolling. In cells of the whole screen.
public struct ScreenMap: Sendable {
  public struct Item<Value: Sendable>: Sendable {
    public var rect: Rect
    public var value: Value
  }

  public var panes: [Item<PaneKind>] = []
  public var tabs: [Item<PaneKind>] = []
  public var sourceLines: [Item<Int>] = []
  /// By base address.
  public var blocks: [Item<UInt64>] = []
  /// Stack slots and package variables, by address.
  public var slots: [Item<UInt64>] = []
  /// Goroutines of the list, by number.
  public var goroutines: [Item<Int>] = []
  /// Channels of the list, by address.
  public var channels: [Item<UInt64>] = []
  /// The timeline's columns.
  public var timeline: Rect?
  /// Lines of the open popup that can be chosen, by index.
  public var choices: [Item<Int>] = []
  /// How far a popup, or a pane, could be scrolled at most.
  public var scrollLimit: [PaneKind: Int] = [:]
  public var popupScrollLimit = 0

  public init() {}

  func item<Value>(_ items: [Item<Value>], at point: Point) -> Value? {
    items.last { $0.rect.contains(point) }?.value
  }

  public func pane(at point: Point) -> PaneKind? { item(panes, at: point) }
  public func tab(at point: Point) -> PaneKind? { item(tabs, at: point) }
  public func sourceLine(at point: Point) -> Int? { item(sourceLines, at: point) }
  public func block(at point: Point) -> UInt64? { item(blocks, at: point) }
  public func slot(at point: Point) -> UInt64? { item(slots, at: point) }
  public func goroutine(at point: Point) -> Int? { item(goroutines, at: point) }
  public func channel(at point: Point) -> UInt64? { item(channels, at: point) }
  public func choice(at point: Point) -> Int? { item(choices, at: point) }

  /// The part of the run, 0...1, that a click on the timeline means; `nil` when it is not on it.
  public func timelinePosition(at point: Point) -> Double? {
    guard let timeline, timeline.contains(point) else { return nil }
    return TimelineStrip.position(column: point.x - timeline.x, width: timeline.width)
  }
}
