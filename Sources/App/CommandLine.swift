import Canvas
import Insight
import Machine
import SourceText
import Timeline
import Views

/// The `:` line and the `/` line.
extension Model {
  mutating func type(_ key: Key, _ pulse: Pulse?) -> [Effect] {
    guard var line = prompt else { return [] }
    switch line.state.handle(key) {
    case .editing: prompt = line
    case .cancelled: prompt = nil
    case .submitted(let text):
      prompt = nil
      switch line.kind {
      case .command:
        commandHistory = line.state.historyAfterSubmit
        return run(text, pulse)
      case .search:
        searchHistory = line.state.historyAfterSubmit
        find(text.isEmpty ? lastSearch : text)
      }
    }
    return []
  }

  /// `step gc`, `step program`, `step both`: who goes on while a collection works beside the program.
  private static let interleavings: [String: Interleaving] = ["gc": .collector, "program": .program, "both": .both]

  /// Lets one of the two go on alone, or both, and goes one event on.
  private mutating func step(_ who: Interleaving, _ pulse: Pulse?) {
    guard !hasEnded else {
      notice = .atEnd
      return
    }
    guard timeline.machine.isCollectingBesides else {
      notice = .noCollectionBeside
      return
    }
    if timeline.machine.interleaving != who {
      carryOut(.interleave(who), pulse)
    } else {
      go(.event, isForward: true, pulse)
    }
  }

  /// Carries out a command line.
  mutating func run(_ line: String, _ pulse: Pulse?) -> [Effect] {
    let text = line.trimmed
    let words = text.split(separator: " ", maxSplits: 1).map(String.init)
    guard let first = words.first else { return [] }
    let rest = words.count > 1 ? words[1].trimmed : ""
    switch first {
    case "q", "quit": return perform(.quit, pulse)
    case "q!": return [.quit]
    case "w", "write":
      guard !rest.isEmpty else {
        notice = .fileNeeded
        return []
      }
      return [.save(file: rest.hasSuffix(".gomem") ? rest : rest + ".gomem")]
    case "theme":
      guard let theme = Theme.named(rest) else {
        notice = .unknownTheme(names: Theme.all.map(\.name).joined(separator: ", "))
        return []
      }
      notice = .themeSet(name: theme.name)
      return [.theme(theme.name)]
    case "line":
      if let number = Int(rest), number > 0 { goToLine(number, pulse) } else { notice = .unknownCommand(text) }
    case "help": popup = .help(scroll: 0)
    case "step" where Self.interleavings[rest] != nil: step(Self.interleavings[rest] ?? .both, pulse)
    case _ where direct(first, rest, pulse): break
    default:
      let digits = text.filter { $0 != "," && $0 != "_" }
      if let tick = UInt64(digits) {
        seek(to: tick, pulse)
      } else if !goToLandmark(first, rest, pulse) {
        notice = .unknownCommand(text)
      }
    }
    return []
  }

  /// To the next time that a line is about to run; where there is none, stays.
  private mutating func goToLine(_ number: Int, _ pulse: Pulse?) {
    let file = stage.source.file.rawValue >= 0 ? stage.source.file : FileID(0)
    let pcs = Set(workspace.statements(on: SourceLine(file: file, line: number)))
    guard !pcs.isEmpty else {
      notice = .noCodeOnLine(line: number)
      return
    }
    let origin = timeline.position
    var lens = Lens()
    lens.marks = pcs
    var isThere = false
    travel(.seeking, pulse) { timeline, check in
      repeat {
        if !timeline.forward(.stop, lens: lens, check: check) {
          timeline.seek(to: origin)
          return false
        }
        let machine = timeline.machine
        isThere = !machine.hasEnded && !machine.isCollecting && pcs.contains(machine.pc)
      } while !isThere && !timeline.machine.hasEnded
      if !isThere { timeline.seek(to: origin) }
      return true
    }
    if !isThere, notice == nil { notice = .notFound(text: ":line \(number)") }
  }

  /// `growth`, `collection 2`, `m1`, `start`: the one with that number, else the next one after the cursor.
  private mutating func goToLandmark(_ name: String, _ number: String, _ pulse: Pulse?) -> Bool {
    if let bookmark = bookmarks.first(where: { $0.text == name }) {
      seek(to: bookmark.tick, pulse)
      return true
    }
    let names: [(String, (Landmark.Kind) -> Bool)] = [
      ("start", { _ in false }), ("end", { $0 == .end }), ("output", { $0 == .output }), ("panic", { $0 == .panic }),
      ("growth", { if case .stackGrowth = $0 { true } else { false } }),
      ("collection", { if case .collection = $0 { true } else { false } }),
      ("gc", { if case .collection = $0 { true } else { false } }),
      ("goroutine", { if case .goroutineStart = $0 { true } else { false } }),
    ]
    guard name.count >= 2, let (full, matches) = names.first(where: { $0.0.hasPrefix(name.lowercased()) }) else {
      return false
    }
    if full == "start" {
      seek(to: 0, pulse)
      return true
    }
    if full == "end" {
      seekEnd(pulse)
      return true
    }
    // Landmarks are known as far as the program has been run.
    let here = timeline.position
    let wanted = Int(number)
    let found = {
      (timeline: Timeline) -> Landmark? in
      let all = timeline.landmarks.filter { matches($0.kind) }
      if let wanted { return wanted >= 1 && wanted <= all.count ? all[wanted - 1] : nil }
      return all.first { $0.tick >= here }
    }
    let check = self.check(.runningAhead, pulse)
    let limit = workspace.options.maxTicks ?? .max
    while found(timeline) == nil, timeline.frontier < limit, timeline.runAhead() {
      if let check, !check(Progress(done: timeline.frontier, total: nil)) { break }
    }
    let all = timeline.landmarks.filter { matches($0.kind) }
    guard let landmark = found(timeline) ?? (wanted == nil ? all.first : nil) else {
      notice = .notFound(text: number.isEmpty ? name : "\(name) \(number)")
      return true
    }
    seek(to: landmark.tick + 1, pulse)
    return true
  }

  // MARK: Find

  mutating func find(_ text: String) {
    guard !text.isEmpty else { return }
    lastSearch = text
    let isFound = focus == .heap ? findBlock(text) : findLine(text)
    if !isFound { notice = .notFound(text: text) }
  }

  private mutating func findLine(_ text: String) -> Bool {
    let file = stage.source.file
    let count = workspace.document.lineCount(file)
    guard count > 0 else { return false }
    let start = selectedLine ?? stage.source.line
    for step in 1...count {
      let number = (start + step - 1) % count + 1
      if workspace.document.isDirective(file, number) { continue }
      if workspace.document.text(file, number).lowercased().contains(text.lowercased()) {
        selectedLine = number
        setFocus(.source)
        return true
      }
    }
    return false
  }

  /// By address, type, or a value inside; first among the blocks of the window, then by address in the whole heap.
  private mutating func findBlock(_ text: String) -> Bool {
    let blocks = stage.heap.blocks
    let after = selectedBlock.flatMap { block in blocks.firstIndex { $0.address == block } }.map { $0 + 1 } ?? 0
    for block in blocks[after...] + blocks[..<after] {
      let texts =
        [Quantity.address(block.address), block.type, block.location] + block.rows.flatMap { [$0.name, $0.value] }
      if texts.contains(where: { $0.contains(text) }) {
        selectedBlock = block.address
        bringIntoView(block.address)
        return true
      }
    }
    let digits = text.hasPrefix("0x") ? String(text.dropFirst(2)) : text
    guard let address = UInt64(digits, radix: 16), inspector.blockIndex(address) != nil else { return false }
    selectedBlock = address
    bringIntoView(address)
    return true
  }
}

extension String {
  /// Without blanks at either end.
  var trimmed: String {
    var rest = Substring(self)
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
