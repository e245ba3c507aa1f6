import Canvas
import Insight
import SceneKit
import SourceText
import Timeline
import Views

/// Why? And the scene's own questions.
extension Model {
  mutating func ask(_ pulse: Pulse?) {
    switch focus {
    case .stack, .globals:
      if let slot = subject { return answerValue(slot, pulse) }
    case .source:
      let line = SourceLine(file: stage.source.file, line: selectedLine ?? stage.source.line)
      if selectedBlock == nil, let verdicts = workspace.verdicts[line] {
        popup = .answer(
          AnswerState(
            title: words.text(.whyLine(line: line.line)), lines: verdicts.flatMap { [$0.text] + $0.way }, targets: []))
        return
      }
    case .goroutines:
      if let id = stage.goroutines.first(where: \.isFocus)?.id { return show(inspector.why(goroutine: id)) }
    default: break
    }
    let known = Set(stage.heap.blocks.map(\.address))
    guard let block = selectedBlock ?? touchedBlocks.filter(known.contains).min() ?? firstShown else {
      notice = .chooseFirst
      return
    }
    selectedBlock = block
    show(inspector.whyAlive(block: block))
  }

  private var firstShown: UInt64? { focus == .heap ? stage.heap.blocks.first?.address : nil }

  /// The slot that is chosen, else one that has just changed.
  private var subject: SlotPicture? {
    let slots = focus == .globals ? stage.globals : stage.stack.frames.flatMap(\.slots)
    if let selectedSlot, let slot = slots.first(where: { $0.address == selectedSlot }) { return slot }
    return slots.first { slot in changed.contains { $0.contains(slot.address) } } ?? slots.last
  }

  private mutating func answerValue(_ slot: SlotPicture, _ pulse: Pulse?) {
    selectedSlot = slot.address
    var hop = inspector.lastWrite(address: slot.address, check: check(.searching, pulse))
    if case .lastWritten(let tick, let line) = hop.message, line.isEmpty {
      // Where it was written, in the source.
      hop.message = .lastWritten(tick: tick, line: lineOfWrite(at: tick))
      hop.tick = tick
    }
    var hops = [hop]
    if slot.kind != .escaped, focus == .stack { hops.append(Answer.Hop(message: .staysOnStack(name: slot.name))) }
    let blocks = slot.pointers.compactMap { if case .block(let block) = $0.target { block } else { nil } }
    if let block = blocks.first {
      hops.append(Answer.Hop(message: .refersTo(block: Quantity.address(block)), block: block))
    }
    show(Answer(title: .whyValue(name: slot.name), hops: hops))
  }

  /// Looks at the instruction that ran in that tick and comes back; the cursor is where it was.
  private func lineOfWrite(at tick: UInt64) -> String {
    let here = timeline.position
    timeline.seek(to: tick - min(tick, 1))
    let source = inspector.stage(StageRequest()).source
    timeline.seek(to: here)
    guard source.line > 0, source.file.rawValue >= 0 else { return "" }
    return "\(workspace.document.name(source.file)):\(source.line)"
  }

  private mutating func show(_ answer: Answer) {
    self.answer = answer
    let targets = answer.hops.indices.filter { i in
      let hop = answer.hops[i]
      return hop.block != nil || hop.tick != nil || hop.goroutine != nil
    }
    popup = .answer(
      AnswerState(
        title: words.text(answer.title), lines: answer.hops.map { words.text($0.message) }, targets: Set(targets)))
  }

  /// Jumps to where a hop points.
  mutating func follow(_ index: Int, _ pulse: Pulse?) {
    guard let answer, answer.hops.indices.contains(index) else { return }
    let hop = answer.hops[index]
    if let tick = hop.tick { seek(to: tick, pulse) }
    if let goroutine = hop.goroutine { focusGoroutine(goroutine) }
    if let block = hop.block, inspector.blockIndex(block) != nil {
      setFocus(.heap)
      selectedBlock = block
      bringIntoView(block)
    }
  }

  // MARK: The scene's questions

  /// Asks before the statement runs, once.
  mutating func meetQuestion() {
    guard let cue = workspace.cue, !asked.contains(cue) else { return }
    let questions = workspace.compilation.script.cues[cue].questions
    guard let question = questions[words.language] ?? questions["en"] ?? questions.min(by: { $0.key < $1.key })?.value
    else { return }
    asked.insert(cue)
    popup = .question(QuestionState(text: question.text, answers: question.answers, right: question.right))
  }
}
