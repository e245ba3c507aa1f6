import Canvas
import Insight
import SceneKit
import Timeline
import Views

extension Model {
  /// Changes the model by one event.
  /// - Parameter pulse: called from long work; see ``Pulse``.
  public mutating func update(_ event: AppEvent, pulse: Pulse? = nil) -> [Effect] {
    switch event {
    case .key(let key): return press(key, pulse)
    case .mouse(let mouse): return point(mouse, pulse)
    case .resize(let size):
      self.size = size
      restage()
    case .time(let seconds): return pass(seconds, pulse)
    case .saved(let file):
      isUnsaved = false
      notice = .saved(file: file)
    case .failed(let reason): notice = .failed(reason)
    }
    return []
  }

  // MARK: Keys

  private mutating func press(_ key: Key, _ pulse: Pulse?) -> [Effect] {
    notice = nil
    if prompt != nil { return type(key, pulse) }
    if let popup, let effects = press(key, in: popup, pulse) { return effects }
    guard let action = KeyMap.action(key) else { return [] }
    // What is playing by itself stops when a hand is put on it.
    if action != .slower, action != .faster, action != .playPause { play = nil }
    return perform(action, pulse)
  }

  mutating func perform(_ action: Action, _ pulse: Pulse?) -> [Effect] {
    switch action {
    case .forward(let motion): go(motion, isForward: true, pulse)
    case .backward(let motion): go(motion, isForward: false, pulse)
    case .beginning: seek(to: 0, pulse)
    case .end: seekEnd(pulse)
    case .command: prompt = PromptLine(kind: .command, state: PromptState(history: commandHistory))
    case .search: prompt = PromptLine(kind: .search, state: PromptState(history: searchHistory))
    case .playPause: togglePlay()
    case .slower: changeSpeed(by: 0.5)
    case .faster: changeSpeed(by: 2)
    case .nextPane: turn(by: 1)
    case .previousPane: turn(by: -1)
    case .enlarge: isEnlarged = true
    case .shrink: isEnlarged = false
    case .move(let lines): moveSelection(by: lines, pulse)
    case .page(let pages): moveSelection(by: pages * 10, pulse)
    case .choose: choose(pulse)
    case .frameUp: moveFrame(by: 1)
    case .frameDown: moveFrame(by: -1)
    case .goroutine: openGoroutines()
    case .breakpoint: toggleBreakpoint()
    case .bookmark: setBookmark()
    case .collect: collect(pulse)
    case .why: ask(pulse)
    case .verdicts: showsVerdicts.toggle()
    case .help: popup = .help(scroll: 0)
    case .close: close()
    case .quit: return quit()
    case .suspend: return [.suspend]
    case .repaint: return [.repaint]
    }
    return []
  }

  private mutating func quit() -> [Effect] {
    guard isUnsaved else { return [.quit] }
    popup = .quit
    return []
  }

  /// Escape: what is open goes first, then the narration, then what is chosen.
  private mutating func close() {
    if isEnlarged {
      isEnlarged = false
    } else if narration != nil {
      hidesNarration = true
    } else {
      selectedLine = nil
      selectedBlock = nil
      selectedSlot = nil
      scroll = [:]
    }
  }

  // MARK: Popups

  /// - Returns: `nil` when the key closes the popup and then does what it always does.
  private mutating func press(_ key: Key, in popup: PopupState, _ pulse: Pulse?) -> [Effect]? {
    let action = KeyMap.action(key)
    if action == .close {
      self.popup = nil
      return []
    }
    switch popup {
    case .help(let scroll):
      let by: Int? =
        switch action {
        case .move(let lines): lines
        case .page(let pages): pages * 10
        case .choose: 10
        default: nil
        }
      if let by {
        self.popup = .help(scroll: max(0, min(map.popupScrollLimit, scroll + by)))
        return []
      }
      self.popup = nil
      return action == .help || action == .quit ? [] : nil
    case .answer(var state):
      if case .move(let lines) = action {
        state.list.move(by: lines, count: state.lines.count)
        self.popup = .answer(state)
        return []
      }
      self.popup = nil
      if action == .choose {
        follow(state.list.selected, pulse)
        return []
      }
      return action == .quit ? [] : nil
    case .question(let state): return press(key, in: state)
    case .choices(var state):
      if case .move(let lines) = action {
        state.list.move(by: lines, count: state.lines.count)
        self.popup = .choices(state)
        return []
      }
      self.popup = nil
      if action == .choose {
        takeChoice(state.list.selected, pulse)
        return []
      }
      return action == .quit ? [] : nil
    case .discard:
      self.popup = nil
      if key == .character("y") || key == .character("Y"), let kind = pendingDecision { carryOut(kind, pulse) }
      pendingDecision = nil
      return []
    case .goroutines(var list):
      if case .move(let lines) = action {
        list.move(by: lines, count: stage.goroutines.count)
        self.popup = .goroutines(list)
        return []
      }
      self.popup = nil
      if action == .choose || action == .goroutine {
        if stage.goroutines.indices.contains(list.selected) { focusGoroutine(stage.goroutines[list.selected].id) }
        return []
      }
      return action == .quit ? [] : nil
    case .quit:
      self.popup = nil
      let isYes = key == .character("y") || key == .character("Y")
      return isYes ? [.quit] : []
    }
  }

  private mutating func press(_ key: Key, in question: QuestionState) -> [Effect]? {
    if question.chosen == nil, case .character(let character) = key, let number = character.wholeNumberValue,
      (1...question.answers.count).contains(number)
    {
      var answered = question
      answered.chosen = number - 1
      popup = .question(answered)
      return []
    }
    popup = nil
    return nil
  }

  // MARK: Mouse

  private mutating func point(_ mouse: MouseEvent, _ pulse: Pulse?) -> [Effect] {
    notice = nil
    switch mouse.action {
    case .wheelUp, .wheelDown:
      let lines = mouse.action == .wheelUp ? -3 : 3
      if popup != nil { return press(lines < 0 ? .up : .down, pulse) }
      if let pane = map.pane(at: mouse.position) { scrollPane(pane, by: lines) }
    case .press:
      if popup != nil {
        if let choice = map.choice(at: mouse.position) { pick(choice, pulse) } else { popup = nil }
      } else {
        select(at: mouse.position, pulse)
      }
    }
    return []
  }

  private mutating func pick(_ choice: Int, _ pulse: Pulse?) {
    switch popup {
    case .answer(var state):
      if state.list.selected == choice, state.targets.contains(choice) {
        popup = nil
        follow(choice, pulse)
      } else {
        state.list.selected = choice
        popup = .answer(state)
      }
    case .choices: takeChoice(choice, pulse)
    case .question(var state) where state.chosen == nil:
      state.chosen = choice
      popup = .question(state)
    case .goroutines:
      popup = nil
      if stage.goroutines.indices.contains(choice) { focusGoroutine(stage.goroutines[choice].id) }
    default: popup = nil
    }
  }

  private mutating func select(at position: Point, _ pulse: Pulse?) {
    if let part = map.timelinePosition(at: position) {
      let length = timeline.end ?? timeline.frontier
      seek(to: UInt64(part * Double(length)), pulse)
      return
    }
    if let tab = map.tab(at: position) {
      focus = tab
      side = tab
      return
    }
    guard let pane = map.pane(at: position) else { return }
    setFocus(pane)
    if let line = map.sourceLine(at: position) { selectedLine = line }
    if let block = map.block(at: position) { selectedBlock = block }
    if let slot = map.slot(at: position) { selectedSlot = slot }
    if let id = map.goroutine(at: position) { focusGoroutine(id) }
    if let channel = map.channel(at: position) { selectedBlock = channel }
  }
}
