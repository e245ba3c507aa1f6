import Canvas
import Insight
import Timeline
import Views

/// Moving through time.
extension Model {
  mutating func go(_ motion: Motion, isForward: Bool, _ pulse: Pulse?) {
    if isForward, hasEnded {
      notice = .atEnd
      return
    }
    if !isForward, timeline.position == 0 {
      notice = .atBeginning
      return
    }
    if isForward, let obstacle = aloneObstacle {
      notice = obstacle
      return
    }
    let lens = self.lens
    let goroutine = self.goroutine
    let running = timeline.machine.currentGoroutine
    travel(isForward ? .seeking : .searching, pulse) { timeline, check in
      isForward
        ? timeline.forward(motion, lens: lens, of: goroutine, check: check)
        : timeline.backward(motion, lens: lens, of: goroutine, check: check)
    }
    guard isForward else { return }
    if let alone = lens.stopsWhenBlocked {
      notice = timeline.machine.aloneGoroutine == nil && !hasEnded ? .aloneEnded(id: alone) : aloneObstacle ?? notice
    }
    meetQuestion()
    meetChoice(since: running)
  }

  mutating func seek(to tick: UInt64, _ pulse: Pulse?) {
    if let end = timeline.end, tick > end { notice = .noSuchTick }
    travel(.seeking, pulse) { timeline, check in timeline.seek(to: tick, check: check) }
    if tick < .max, timeline.position < tick { notice = .noSuchTick }
  }

  /// The end, or the last tick that the options allow.
  mutating func seekEnd(_ pulse: Pulse?) {
    let limit = workspace.options.maxTicks ?? .max
    travel(.seeking, pulse) { timeline, check in timeline.seek(to: timeline.end ?? limit, check: check) }
  }

  /// Moves the cursor and looks at what is there.
  mutating func travel(_ work: Message.Work, _ pulse: Pulse?, _ body: (Timeline, ProgressCheck?) -> Bool) {
    let before = stage
    outputBefore = timeline.machine.output.count
    let origin = timeline.position
    if !body(timeline, check(work, pulse)) { notice = .cancelled }
    if timeline.position != origin {
      frame = 0
      selectedLine = nil
      selectedSlot = nil
      hidesNarration = false
      scroll[.stack] = nil
      scroll[.output] = nil
    }
    if timeline.position < origin { outputBefore = .max }
    refresh(since: before)
  }

  /// Turns a pulse into what the timeline calls.
  func check(_ work: Message.Work, _ pulse: Pulse?) -> ProgressCheck? {
    guard let pulse else { return nil }
    let frozen = self
    return { progress in
      pulse {
        let total = progress.total.flatMap { $0 < UInt64.max / 2 ? $0 : nil }
        let fraction = total.map { $0 == 0 ? 1 : min(1, Double(progress.done) / Double($0)) }
        return Screen.render(frozen.screen(work: WorkState(kind: work, fraction: fraction)), frozen.size).canvas
      }
    }
  }

  /// To the first statement of the learner's own: what comes before is the runtime's beginning.
  public mutating func begin() {
    let lens = self.lens
    travel(.seeking, nil) { timeline, check in timeline.forward(.into, lens: lens, check: check) }
    meetQuestion()
  }

  public mutating func goTo(_ tick: UInt64, pulse: Pulse? = nil) { seek(to: tick, pulse) }

  // MARK: Decisions

  mutating func collect(_ pulse: Pulse?) {
    guard !hasEnded else {
      notice = .atEnd
      return
    }
    guard stage.collector.phase == .off else {
      notice = .alreadyCollecting
      return
    }
    decide(.collect, pulse)
  }

  // MARK: Playing

  mutating func togglePlay() {
    if play == nil, hasEnded {
      notice = .atEnd
      return
    }
    play = play == nil ? Playing() : nil
    notice = play == nil ? .paused : nil
    if case .question = popup { popup = nil }
  }

  mutating func changeSpeed(by factor: Double) {
    var playing = play ?? Playing()
    playing.speed = max(0.25, min(64, playing.speed * factor))
    play = playing
  }

  /// Begins to play by itself, through narration and questions too (`--auto`).
  public mutating func playHandsFree() { play = Playing(isHandsFree: true) }

  mutating func pass(_ seconds: Double, _ pulse: Pulse?) -> [Effect] {
    guard var playing = play else { return [] }
    let steps = playing.steps(after: seconds)
    play = playing
    for _ in 0..<steps {
      if case .question(var question) = popup {
        // Hands-free, a question is answered after a while, and the answer may be read.
        if question.chosen == nil {
          question.chosen = question.right
          popup = .question(question)
          play?.pause(for: 2.5)
        } else {
          popup = nil
        }
        break
      }
      go(.event, isForward: true, pulse)
      if hasEnded {
        play = nil
        break
      }
      if case .question(let question) = popup {
        if play?.isHandsFree == true {
          play?.pause(toRead: question.text + question.answers.joined())
        } else {
          play = nil
        }
        break
      }
      if let narration {
        play?.pause(toRead: narration.text)
        break
      }
    }
    return []
  }
}

/// Playing by itself.
struct Playing: Hashable, Sendable {
  /// Steps a second.
  var speed = 4.0
  /// Nobody is there to answer a question.
  var isHandsFree = false
  /// Steps due but not taken; negative while something is being read.
  private var due = 0.0

  init(speed: Double = 4, isHandsFree: Bool = false) {
    self.speed = speed
    self.isHandsFree = isHandsFree
  }

  /// Whole steps that are due after some more seconds; at most a screen's worth, so that a slow screen does not pile
  /// them up.
  mutating func steps(after seconds: Double) -> Int {
    due += seconds * speed
    let whole = max(0, due.rounded(.down))
    due = min(due - whole, 1)
    return Int(min(whole, 16))
  }

  mutating func pause(for seconds: Double) { due = -seconds * speed }

  /// About fifteen characters a second (five of Chinese), at least a moment.
  mutating func pause(toRead text: String) {
    let effort = text.unicodeScalars.reduce(0.0) { $0 + ($1.value >= 0x2e80 ? 0.2 : 0.065) }
    pause(for: max(1.5, effort))
  }
}
