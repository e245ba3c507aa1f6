import Canvas
import Insight
import Views

/// The scene chooser: what `gomem` shows without a target.
public struct Chooser {
  public enum Outcome: Hashable, Sendable {
    case choosing
    /// The scene with this name.
    case open(String)
    case quit
  }

  public private(set) var state: ChooserState
  public private(set) var size: Size
  public private(set) var canvas: Canvas
  private var map = ScreenMap()

  public init(_ state: ChooserState, size: Size) {
    self.state = state
    self.size = size
    canvas = Canvas(size)
    draw()
  }

  private mutating func draw() {
    let rendered = Screen.render(state, size)
    canvas = rendered.canvas
    map = rendered.map
  }

  public mutating func handle(_ event: AppEvent) -> Outcome {
    defer { draw() }
    state.notice = nil
    switch event {
    case .key(let key): return press(key)
    case .mouse(let mouse): return point(mouse)
    case .resize(let size):
      self.size = size
      return .choosing
    case .failed(let reason):
      state.notice = .failed(reason)
      return .choosing
    case .time, .saved: return .choosing
    }
  }

  private mutating func press(_ key: Key) -> Outcome {
    if var search = state.search {
      switch search.handle(key) {
      case .editing: state.search = search
      case .cancelled: state.search = nil
      case .submitted(let text):
        state.search = nil
        find(text)
      }
      return .choosing
    }
    switch key {
    case .enter, .right: return state.scene.map { .open($0.name) } ?? .choosing
    case .escape: return .quit
    case .character("/"): state.search = PromptState()
    case .home: state.selected = 0
    case .end: state.selected = max(0, state.scenes.count - 1)
    case .tab: nextChapter()
    default:
      switch KeyMap.action(key) {
      case .move(let lines): move(by: lines)
      case .page(let pages): move(by: pages * 8)
      case .quit: return .quit
      default: break
      }
    }
    return .choosing
  }

  private mutating func point(_ mouse: MouseEvent) -> Outcome {
    switch mouse.action {
    case .wheelUp: move(by: -1)
    case .wheelDown: move(by: 1)
    case .press:
      guard let choice = map.choice(at: mouse.position) else { return .choosing }
      if choice == state.selected, let scene = state.scene { return .open(scene.name) }
      state.selected = choice
    }
    return .choosing
  }

  private mutating func move(by lines: Int) {
    state.selected = max(0, min(state.scenes.count - 1, state.selected + lines))
  }

  private mutating func nextChapter() {
    var first = 0
    for chapter in state.chapters {
      if first > state.selected {
        state.selected = first
        return
      }
      first += chapter.scenes.count
    }
    state.selected = 0
  }

  private mutating func find(_ text: String) {
    let scenes = state.scenes
    guard !text.isEmpty, !scenes.isEmpty else { return }
    let wanted = text.lowercased()
    for step in 1...scenes.count {
      let index = (state.selected + step) % scenes.count
      let scene = scenes[index]
      if [scene.title, scene.name, scene.about].contains(where: { $0.lowercased().contains(wanted) }) {
        state.selected = index
        return
      }
    }
    state.notice = .notFound(text: text)
  }
}
