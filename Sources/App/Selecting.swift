import Canvas
import Insight
import SceneKit
import SourceText
import Views

/// Focus, scrolling, choosing.
extension Model {
  /// The panes that there is something in, in the order of Tab.
  private var cycle: [PaneKind] {
    PaneKind.allCases.filter { kind in
      switch kind {
      case .globals: !stage.globals.isEmpty
      case .goroutines: stage.goroutines.count > 1
      case .channels: !stage.channels.isEmpty
      case .happened, .timeline: false
      default: true
      }
    }
  }

  mutating func turn(by step: Int) {
    let cycle = self.cycle
    let at = cycle.firstIndex(of: focus) ?? 0
    setFocus(cycle[(at + step + cycle.count) % cycle.count])
  }

  mutating func setFocus(_ pane: PaneKind) {
    focus = pane
    if pane != .source, pane != .happened, pane != .timeline { side = pane }
  }

  mutating func moveSelection(by lines: Int, _ pulse: Pulse?) {
    switch focus {
    case .source: moveLine(by: lines)
    case .heap: moveBlock(by: lines)
    case .stack: moveSlot(by: lines, among: stage.stack.frames.flatMap(\.slots).map(\.address))
    case .globals:
      moveSlot(by: lines, among: stage.globals.map(\.address))
      if let slot = selectedSlot, let at = stage.globals.firstIndex(where: { $0.address == slot }) {
        scroll[.globals] = max(0, min(map.scrollLimit[.globals] ?? 0, at - 1))
      }
    case .goroutines:
      let at = stage.goroutines.firstIndex(where: \.isFocus) ?? 0
      let next = max(0, min(stage.goroutines.count - 1, at + lines))
      if stage.goroutines.indices.contains(next) { focusGoroutine(stage.goroutines[next].id) }
    case .channels: moveChannel(by: lines)
    case .output: scrollPane(.output, by: lines)
    case .happened, .timeline: break
    }
  }

  private mutating func moveChannel(by lines: Int) {
    guard !stage.channels.isEmpty else { return }
    let at = stage.channels.firstIndex { $0.address == selectedBlock }
    let next = at.map { max(0, min(stage.channels.count - 1, $0 + lines)) } ?? 0
    selectedBlock = stage.channels[next].address
  }

  private mutating func moveLine(by lines: Int) {
    let file = stage.source.file
    let document = workspace.document
    let count = document.lineCount(file)
    guard count > 0 else { return }
    var line = selectedLine ?? max(1, stage.source.line)
    for _ in 0..<abs(lines) {
      var next = line
      repeat { next += lines.signum() } while next >= 1 && next <= count && document.isDirective(file, next)
      guard next >= 1, next <= count else { break }
      line = next
    }
    selectedLine = line
  }

  private mutating func moveBlock(by lines: Int) {
    let blocks = stage.heap.blocks
    guard !blocks.isEmpty else { return }
    let shown = max(1, map.blocks.count)
    let at = selectedBlock.flatMap { block in blocks.firstIndex { $0.address == block } }
    let wanted = stage.heap.skipped + (at.map { $0 + lines } ?? 0)
    let target = max(0, min(stage.heap.total - 1, wanted))
    if target < stage.heap.skipped || target >= stage.heap.skipped + min(shown, blocks.count) {
      firstBlock = lines < 0 ? target : max(0, target - shown + 1)
      restage()
    }
    let index = target - stage.heap.skipped
    if stage.heap.blocks.indices.contains(index) { selectedBlock = stage.heap.blocks[index].address }
  }

  private mutating func moveSlot(by lines: Int, among slots: [UInt64]) {
    guard !slots.isEmpty else { return }
    guard let slot = selectedSlot, let at = slots.firstIndex(of: slot) else {
      selectedSlot = lines > 0 ? slots.first : slots.last
      return
    }
    selectedSlot = slots[max(0, min(slots.count - 1, at + lines))]
  }

  mutating func scrollPane(_ pane: PaneKind, by lines: Int) {
    switch pane {
    case .source: moveLine(by: lines)
    case .heap:
      firstBlock = max(0, min(stage.heap.total - 1, firstBlock + lines.signum()))
      restage()
    case .stack, .globals, .output:
      let limit = map.scrollLimit[pane] ?? 0
      let range = pane == .globals ? 0...limit : -limit...limit
      scroll[pane] = max(range.lowerBound, min(range.upperBound, (scroll[pane] ?? 0) + lines))
    case .channels: moveChannel(by: lines.signum())
    case .goroutines, .happened, .timeline: break
    }
  }

  /// Enter: what is chosen, looked at more closely.
  mutating func choose(_ pulse: Pulse?) {
    switch focus {
    case .source: toggleBreakpoint()
    case .heap, .stack, .globals, .goroutines, .channels: ask(pulse)
    case .output, .happened, .timeline: break
    }
  }

  // MARK: Frames and goroutines

  /// Up is towards the caller.
  mutating func moveFrame(by step: Int) {
    frame = max(0, min(stage.stack.frames.count - 1, frame + step))
    selectedLine = nil
    restage()
  }

  mutating func openGoroutines() {
    guard stage.goroutines.count > 1 else {
      notice = .oneGoroutine
      return
    }
    let at = stage.goroutines.firstIndex(where: \.isFocus) ?? 0
    popup = .goroutines(ListState(selected: (at + 1) % stage.goroutines.count))
  }

  mutating func focusGoroutine(_ id: Int) {
    goroutine = id == timeline.machine.currentGoroutine ? nil : id
    frame = 0
    selectedLine = nil
    restage()
  }

  // MARK: Breakpoints and bookmarks

  mutating func toggleBreakpoint() {
    let number = selectedLine ?? stage.source.line
    let line = SourceLine(file: stage.source.file, line: number)
    if breakpoints.remove(line) != nil {
      notice = .breakpointCleared(line: number)
    } else if workspace.statements(on: line).isEmpty {
      notice = .noCodeOnLine(line: number)
    } else {
      breakpoints.insert(line)
      notice = .breakpointSet(line: number)
    }
    workspace.setBreakpoints(breakpoints)
  }

  mutating func setBookmark() {
    if let known = bookmarks.first(where: { $0.tick == stage.tick }) {
      notice = .bookmarkSet(name: known.text)
      return
    }
    let used = Set(bookmarks.map(\.text))
    let name = (1...).lazy.map { "m\($0)" }.first { !used.contains($0) } ?? "m"
    bookmarks.append(Session.Mark(tick: stage.tick, text: name))
    bookmarks.sort { $0.tick < $1.tick }
    notice = .bookmarkSet(name: name)
  }

  // MARK: Sessions

  public var session: Session { workspace.session(breakpoints: breakpoints, bookmarks: bookmarks) }

  /// Takes over where a saved session was; the workspace already has its decisions.
  public mutating func restore(_ session: Session, pulse: Pulse? = nil) {
    breakpoints = workspace.breakpoints(session.breakpoints)
    workspace.setBreakpoints(breakpoints)
    bookmarks = session.bookmarks
    seek(to: session.position, pulse)
  }
}
