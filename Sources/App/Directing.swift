import Insight
import Timeline
import Views

/// In the scheduler's place: who runs next, which case a select takes, who runs alone.
extension Model {
  /// Carries out a command about goroutines. `false` when the word is none.
  mutating func direct(_ word: String, _ rest: String, _ pulse: Pulse?) -> Bool {
    switch word {
    case "choose": openChoices()
    case "ask":
      inspector.lens.stopsAtChoices.toggle()
      notice = isAsking ? .askingOn : .askingOff
    case "run":
      if let id = goroutineNumber(rest) { run(goroutine: id, pulse) }
    case "case":
      guard let number = Int(rest), number > 0 else { return false }
      take(caseNumber: number, pulse)
    case "preempt": decide(timeline.machine.hasRunnable ? .preempt : nil, pulse)
    case "alone":
      if let id = rest.isEmpty ? stage.goroutines.first(where: \.isFocus)?.id : goroutineNumber(rest) {
        alone(goroutine: id, pulse)
      }
    case "together":
      if stage.alone == nil { notice = .together } else { decide(.together, pulse) }
    default: return false
    }
    return true
  }

  /// "g3" or "3".
  private mutating func goroutineNumber(_ text: String) -> Int? {
    let digits = text.hasPrefix("g") ? text.dropFirst() : text[...]
    guard let id = Int(digits), id > 0 else {
      notice = .unknownCommand(text)
      return nil
    }
    return id
  }

  private mutating func run(goroutine id: Int, _ pulse: Pulse?) {
    if let obstacle = inspector.obstacle(goroutine: id) {
      notice = obstacle
    } else if id == timeline.machine.currentGoroutine {
      notice = .goroutineRunsAlready(id: id)
    } else {
      decide(.run(id), pulse)
    }
  }

  /// Cases count from 1, as a person does.
  private mutating func take(caseNumber number: Int, _ pulse: Pulse?) {
    let ready = timeline.machine.readyCases()
    if ready.isEmpty {
      notice = .notAtSelect
    } else if !ready.contains(number - 1) {
      notice = .caseNotReady(index: number)
    } else {
      decide(.select(number - 1), pulse)
    }
  }

  private mutating func alone(goroutine id: Int, _ pulse: Pulse?) {
    guard timeline.machine.goroutine(id: id) != nil else {
      notice = .noSuchGoroutine(id: id)
      return
    }
    decide(.alone(id), pulse)
  }

  // MARK: The menu

  mutating func openChoices() {
    choices = hasEnded ? [] : inspector.choices()
    if choices.isEmpty { notice = hasEnded ? .atEnd : .noChoice } else { popup = .choices(choiceList()) }
  }

  private func choiceList(_ list: ListState = ListState()) -> ChoicesState {
    ChoicesState(lines: choices.map { words.text($0.text) }, list: list)
  }

  /// After a motion, where choices are asked for: the menu, if something is chosen here.
  mutating func meetChoice(since before: Int) {
    guard isAsking, !hasEnded, popup == nil else { return }
    let machine = timeline.machine
    let isSwitch = machine.currentGoroutine != before && machine.hasRunnable
    if isSwitch || machine.readyCases().count > 1 { openChoices() }
  }

  mutating func takeChoice(_ index: Int, _ pulse: Pulse?) {
    popup = nil
    guard choices.indices.contains(index), let decision = choices[index].decision else { return }
    decide(decision, pulse)
  }

  // MARK: Deciding

  /// Makes a decision at the cursor, after asking where it discards others.
  mutating func decide(_ kind: Decision.Kind?, _ pulse: Pulse?) {
    guard !hasEnded else {
      notice = .atEnd
      return
    }
    guard let kind else {
      notice = .noChoice
      return
    }
    let discarded = timeline.discarded(by: kind).count
    if discarded > 0 {
      pendingDecision = kind
      popup = .discard(decisions: discarded)
    } else {
      carryOut(kind, pulse)
    }
  }

  mutating func carryOut(_ kind: Decision.Kind, _ pulse: Pulse?) {
    pendingDecision = nil
    timeline.decide(kind)
    isUnsaved = true
    narrated = narrated.filter { $0 <= timeline.position }
    switch kind {
    case .collect, .run, .preempt, .select, .interleave:
      goroutine = nil
      go(.event, isForward: true, pulse)
    case .alone(let id):
      goroutine = nil
      if id != timeline.machine.currentGoroutine, inspector.obstacle(goroutine: id) == nil {
        go(.event, isForward: true, pulse)
      } else {
        refresh()
      }
      notice = notice ?? .aloneBegins(id: id)
    case .together:
      refresh()
      notice = .together
    }
  }

  // MARK: Alone

  /// Why the goroutine that runs alone cannot go on; `nil` when it can.
  var aloneObstacle: Message? {
    guard let id = timeline.machine.aloneGoroutine, !hasEnded,
      case .goroutineCannotRun(let id, let reason, let waits)? = inspector.obstacle(goroutine: id)
    else { return nil }
    return .aloneBlocked(id: id, reason: reason, waits: waits)
  }
}
