import Canvas
import Insight
import SceneKit
import SourceText
import Timeline
import Views

/// Where a person is, and what they see.
public struct Model {
  public let workspace: Workspace
  public let words: any Catalogue
  public var size: Size

  // What the machine looks like at the cursor.
  var stage: Stage
  var happened = Happened()
  var changed: [Range<UInt64>] = []
  var touchedBlocks: Set<UInt64> = []
  var spMoved = false
  /// Bytes printed before the last motion.
  var outputBefore = 0

  // Where the person looks.
  var focus: PaneKind = .source
  var side: PaneKind = .stack
  var isEnlarged = false
  var scroll: [PaneKind: Int] = [:]
  var selectedLine: Int?
  var selectedBlock: UInt64?
  var selectedSlot: UInt64?
  /// `nil` follows the one that runs.
  var goroutine: Int?
  /// 0 is the newest frame.
  var frame = 0
  var firstBlock = 0
  var showsVerdicts = false
  /// Escape on a narration hides it until the next motion.
  var hidesNarration = false

  // What lies on top.
  var popup: PopupState?
  /// What the open menu of choices offers, and a decision that waits for a yes.
  var choices: [Choice] = []
  var pendingDecision: Decision.Kind?
  /// Stop at each choice and offer it.
  var isAsking: Bool { inspector.lens.stopsAtChoices }
  var answer: Answer?
  var prompt: PromptLine?
  var notice: Message?
  var commandHistory: [String] = []
  var searchHistory: [String] = []
  var lastSearch = ""

  // What is kept.
  public internal(set) var breakpoints: Set<SourceLine> = []
  public internal(set) var bookmarks: [Session.Mark] = []
  /// Decisions were made that no file holds.
  public internal(set) var isUnsaved = false
  /// Cues whose question has been asked.
  var asked: Set<Int> = []
  /// Where narration has been met.
  var narrated: Set<UInt64> = []

  var play: Playing?
  /// What lay where in the last screen: for the mouse and for scrolling.
  var map = ScreenMap()

  public init(_ workspace: Workspace, words: any Catalogue, size: Size) {
    self.workspace = workspace
    self.words = words
    self.size = size
    stage = workspace.inspector.stage(StageRequest())
    refresh()
  }

  var timeline: Timeline { workspace.timeline }
  var inspector: Inspector { workspace.inspector }
  var lens: Lens {
    var lens = workspace.inspector.lens
    lens.stopsWhenBlocked = timeline.machine.aloneGoroutine
    return lens
  }

  // MARK: Looking at the machine

  private var request: StageRequest {
    var request = StageRequest()
    request.goroutine = goroutine
    request.frame = frame
    request.firstBlock = firstBlock
    request.blockCount = Screen.blockCapacity(size)
    // Looking through the whole heap for what is still of use is worth its time while the heap is small.
    request.wantsUse = stage.heap.total <= 2_000
    return request
  }

  /// Takes the picture of the machine anew.
  mutating func restage() {
    stage = inspector.stage(request)
    if stage.heap.blocks.isEmpty, stage.heap.total > 0, firstBlock > 0 {
      firstBlock = 0
      stage = inspector.stage(request)
    }
  }

  /// After the cursor has moved. `before` is what was seen, to tell what has changed since.
  mutating func refresh(since before: Stage? = nil) {
    restage()
    happened = inspector.happened()
    // That it ended matters more than its last words.
    if let at = happened.messages.lastIndex(where: { if case .ended = $0 { true } else { false } }) {
      happened.messages.insert(happened.messages.remove(at: at), at: 0)
    }
    if hasEnded { happened.messages += inspector.leakedGoroutines().prefix(8) }
    changed = happened.changed
    touchedBlocks = happened.blocks
    if let before, before.tick < stage.tick { noteChanges(since: before) }
    spMoved = before.map { $0.stack.goroutine == stage.stack.goroutine && $0.stack.sp != stage.stack.sp } ?? false
    followTouched()
    if workspace.cue != nil { narrated.insert(stage.tick) }
  }

  /// A motion over several events: whatever reads otherwise than before has changed.
  private mutating func noteChanges(since before: Stage) {
    var old: [UInt64: String] = [:]
    for slot in before.slots where slot.liveness != .notYet { old[slot.address] = slot.value }
    for slot in stage.slots where slot.liveness == .live {
      if let value = old[slot.address], value != slot.value {
        changed.append(slot.address..<slot.address + UInt64(max(1, slot.size)))
      }
    }
    guard before.heap.skipped == stage.heap.skipped, before.heap.blocks.count == before.heap.total else { return }
    let known = Set(before.heap.blocks.map(\.address))
    touchedBlocks.formUnion(stage.heap.blocks.map(\.address).filter { !known.contains($0) })
  }

  /// Brings a block that something happened to into the window on the heap.
  private mutating func followTouched() {
    let shown = map.blocks.count
    let isVisible = { (model: Model, address: UInt64) in
      guard let index = model.stage.heap.blocks.firstIndex(where: { $0.address == address }) else { return false }
      return shown == 0 || index < shown
    }
    guard let block = touchedBlocks.min(), !touchedBlocks.contains(where: { isVisible(self, $0) }) else { return }
    bringIntoView(block)
  }

  mutating func bringIntoView(_ block: UInt64) {
    guard let index = inspector.blockIndex(block) else { return }
    firstBlock = max(0, index - max(0, map.blocks.count / 2))
    restage()
  }

  // MARK: The screen

  var hasEnded: Bool { stage.exitStatus != nil }

  /// The narration of the statement about to run.
  var narration: Narration? {
    guard !hidesNarration, let cue = workspace.cue else { return nil }
    let text = SceneScript.pick(workspace.compilation.script.cues[cue].says, words.language)
    return text.isEmpty ? nil : Narration(text: text)
  }

  public func screen(work: WorkState? = nil) -> ScreenState {
    let isAsking = if case .question(let question) = popup { question.chosen == nil } else { false }
    var state = ScreenState(
      title: workspace.title, words: words, stage: isAsking ? stage.withoutHints : stage, source: workspace.document)
    state.happened = happened.messages
    state.changed = changed
    state.touchedBlocks = touchedBlocks
    state.spMoved = spMoved
    state.end = timeline.end
    state.frontier = timeline.frontier
    let length = state.end ?? timeline.frontier
    state.marks = workspace.marks(length: length)
    state.marks += narrated.map { TimelineMark(tick: $0, kind: .narration) }
    state.marks += bookmarks.map { TimelineMark(tick: $0.tick, kind: .bookmark) }
    state.output = OutputLines.last(of: timeline.machine.output, newFrom: outputBefore)
    state.breakpoints = breakpoints
    if showsVerdicts { state.verdicts = workspace.verdicts }
    state.showsVerdicts = showsVerdicts
    state.narration = popup == nil ? narration : nil
    state.focus = focus
    state.side = side
    state.isEnlarged = isEnlarged
    state.scroll = scroll
    state.selectedLine = selectedLine
    state.selectedBlock = selectedBlock
    state.selectedSlot = selectedSlot
    state.popup = popup
    state.prompt = prompt
    state.notice = notice
    state.work = work
    state.play = play.map { PlayState(speed: $0.speed) }
    return state
  }

  /// Draws, and remembers what lies where.
  public mutating func render() -> Canvas {
    let rendered = Screen.render(screen(), size)
    map = rendered.map
    return rendered.canvas
  }
}

extension Stage {
  /// Without what would give a question's answer away: which variables and blocks are of no more use.
  var withoutHints: Stage {
    var copy = self
    for f in copy.stack.frames.indices {
      for s in copy.stack.frames[f].slots.indices where copy.stack.frames[f].slots[s].liveness == .dead {
        copy.stack.frames[f].slots[s].liveness = .live
      }
    }
    for b in copy.heap.blocks.indices {
      copy.heap.blocks[b].isGarbage = false
      copy.heap.blocks[b].used = nil
    }
    return copy
  }

  /// Every named place on it.
  var slots: [SlotPicture] { stack.frames.flatMap(\.slots) + globals + heap.blocks.flatMap(\.rows) }
}
