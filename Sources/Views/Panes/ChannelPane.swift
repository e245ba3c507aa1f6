import Canvas
import Insight

/// Channels, each as a pipe: who waits to send, the buffer, who waits to receive, from left to right in the order in which they
/// will be served.
///
/// ```
///   jobs  chan int  2 of 3
///     g4:7 ▶ ┃ 5 │ 6 │   ┃ ▶ g2 g3
/// ```
extension ScreenPainter {
  static let rowsOfChannel = 2

  mutating func drawChannels(in rect: Rect) {
    let channels = state.stage.channels
    let inside = frame(.channels, in: rect, note: "\(channels.count)")
    guard !channels.isEmpty else {
      canvas.text(text(.noChannels), at: Point(inside.x + 1, inside.y), .dim)
      return
    }
    let visible = max(1, inside.height / Self.rowsOfChannel)
    let selected = channels.firstIndex { $0.address == state.selectedBlock } ?? busiest(channels)
    let list = ListState(selected: selected).settled(count: channels.count, visible: visible)
    for (i, channel) in channels.enumerated().dropFirst(list.first).prefix(visible) {
      let y = inside.y + (i - list.first) * Self.rowsOfChannel
      let place = Rect(inside.x, y, inside.width - 1, min(Self.rowsOfChannel, inside.maxY - y))
      draw(channel, isSelected: channel.address == state.selectedBlock, in: place)
      map.channels.append(.init(rect: place, value: channel.address))
    }
    canvas.scrollbar(
      at: Point(inside.maxX - 1, inside.y), length: inside.height, first: list.first, visible: visible,
      total: channels.count, Style(.dim), track: Style(.border))
  }

  /// Where the step that led here changed something, else where somebody waits.
  private func busiest(_ channels: [ChannelPicture]) -> Int {
    channels.firstIndex { channel in state.changed.contains { $0.lowerBound == channel.address } }
      ?? channels.firstIndex { !$0.receivers.isEmpty || !$0.senders.isEmpty } ?? 0
  }

  private mutating func draw(_ channel: ChannelPicture, isSelected: Bool, in rect: Rect) {
    if isSelected { canvas.fill(rect, Style(.selection, on: .selection)) }
    var title = [
      Styled(isSelected ? "▸" : " ", .accent), Styled(channel.name, .name), Styled("  \(channel.type)  ", .type),
    ]
    let fill: Message =
      channel.capacity == 0 ? .channelUnbuffered : .channelFill(count: channel.count, capacity: channel.capacity)
    title.append(Styled(text(fill), .dim))
    if channel.isClosed { title.append(Styled("  ■ " + text(.channelClosed), .warning)) }
    canvas.spans(title, at: rect.origin, width: min(title.cellWidth, rect.width))
    guard rect.height > 1 else { return }
    let pipe = pipe(channel, width: rect.width - 2)
    canvas.spans(pipe, at: Point(rect.x + 2, rect.y + 1), width: min(pipe.cellWidth, rect.width - 2))
  }

  /// Senders, buffer, receivers. Of many, those served first are shown.
  private func pipe(_ channel: ChannelPicture, width: Int) -> [Styled] {
    let senders = channel.senders.prefix(3).reversed().map { sender in
      let value = sender.value.isEmpty ? "" : ":\(short(sender.value))"
      return Styled("g\(sender.goroutine)\(value)\(sender.isSelecting ? "?" : "") ", .goroutine)
    }
    var left = channel.senders.count > 3 ? [Styled("… ", .dim)] : []
    left += senders + [Styled(channel.senders.isEmpty ? "  " : "▶ ", .accent), Styled("┃", .border)]
    var right = [Styled(channel.isClosed ? "■" : "┃", channel.isClosed ? .warning : .border)]
    if !channel.receivers.isEmpty { right.append(Styled(" ▶", .accent)) }
    for receiver in channel.receivers.prefix(4) {
      right.append(Styled(" g\(receiver.goroutine)\(receiver.isSelecting ? "?" : "")", .goroutine))
    }
    if channel.receivers.count > 4 { right.append(Styled(" …", .dim)) }
    return left + buffer(channel, width: width - left.cellWidth - right.cellWidth) + right
  }

  /// The next to be received stands at the right, where receivers are. Where not all slots fit, those are shown.
  private func buffer(_ channel: ChannelPicture, width: Int) -> [Styled] {
    let values = channel.buffered.map { short($0) }
    let cell = max(1, values.map(\.cellWidth).max() ?? 1) + 3
    let slots = min(channel.capacity, max(1, (width - 1) / cell))
    var spans = channel.capacity > slots ? [Styled("…", .dim), Styled("│", .border)] : []
    for slot in (0..<slots).reversed() {
      let value = slot < values.count ? values[slot] : ""
      let text = " " + value.padded(to: cell - 3) + " "
      spans.append(Styled(text, value.isEmpty ? .free : .value))
      if slot > 0 { spans.append(Styled("│", .border)) }
    }
    return spans
  }

  private func short(_ value: String) -> String { value.count > 10 ? value.prefix(9) + "…" : value }
}
