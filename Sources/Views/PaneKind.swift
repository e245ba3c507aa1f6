import Insight

/// The panes of the main screen, in the order in which Tab goes through them.
public enum PaneKind: Int, CaseIterable, Hashable, Sendable {
  case source, stack, globals, heap, goroutines, channels, happened, output, timeline

  var title: Message {
    switch self {
    case .source: .sourceTitle
    case .stack: .stackTab
    case .globals: .globalsTitle
    case .heap: .heapTitle
    case .goroutines: .goroutinesTitle
    case .channels: .channelsTitle
    case .happened: .happenedTitle
    case .output: .outputTitle
    case .timeline: .timelineTitle
    }
  }
}
