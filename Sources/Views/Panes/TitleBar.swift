import Canvas
import Insight

extension ScreenPainter {
  /// Scene, goroutine and place, then, as far as there is room: tick, collector, heap.
  mutating func drawTitle(in rect: Rect) {
    let stage = state.stage
    var left = [Styled("gomem ", .accent), Styled(state.title, .title), Styled("  ")]
    if let status = stage.exitStatus {
      left.append(Styled(text(.endedLabel(status: status)), status == 0 ? .right : .error))
    } else if let goroutine = stage.goroutines.first(where: \.isFocus) {
      left.append(Styled(text(.goroutineLabel(id: goroutine.id, state: goroutine.state)), .goroutine))
    } else {
      left.append(Styled(text(.goroutineLabel(id: stage.stack.goroutine, state: "")), .goroutine))
    }
    if let alone = stage.alone { left.append(Styled("  " + text(.aloneLabel(id: alone)) + " ", .warning)) }
    var right: [[Styled]] = []
    let end = state.end ?? (state.frontier > stage.tick ? state.frontier : nil)
    right.append([Styled(text(.tickOf(tick: stage.tick, end: end, isFinal: state.end != nil)), .header)])
    let collector = stage.collector
    let isCollecting = collector.phase != .off
    let phase = text(.collectorLabel(phase: collector.phase.message, cycle: collector.cycle))
    right.append([Styled(phase, isCollecting ? .key : .label)])
    right.append([Styled(text(.heapLabel(blocks: stage.heap.inUse, bytes: stage.heap.bytes)), .label)])
    if let play = state.play { left.append(Styled("  ▶ " + text(.playingAt(speed: play.speed.short)), .key)) }
    StatusBar(left: left, right: right).draw(on: &canvas, at: rect.origin, width: rect.width)
  }
}

extension CollectorPicture.Phase {
  var message: Message.Phase {
    switch self {
    case .off: .off
    case .marking: .marking
    case .markTermination: .markTermination
    case .sweeping: .sweeping
    }
  }
}

extension Double {
  /// "4" or "0.5".
  var short: String { self == rounded() ? String(Int(self)) : "\((self * 10).rounded() / 10)" }
}
