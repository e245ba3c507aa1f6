/// The English catalogue.
public struct English: Catalogue {
  public let language: String

  /// - Parameter language: the language of narration, which scenes may have before the catalogue does.
  public init(language: String = "en") { self.language = language }

  public func text(_ message: Message) -> String {
    happened(message) ?? wait(message) ?? choice(message) ?? answer(message) ?? label(message) ?? prompt(message)
  }
}

extension English {
  fileprivate func happened(_ message: Message) -> String? {
    switch message {
    case .programBegins: "The program has not begun yet. Press → to take the first step."
    case .statement(let location): "Next: \(location)."
    case .called(let function, let oldSP, let newSP, let bytes):
      "call \(function): SP \(oldSP) → \(newSP). Its frame takes \(size(bytes))."
    case .returned(let function, let oldSP, let newSP):
      "return from \(function): SP \(oldSP) → \(newSP). The frame's bytes stay behind, stale."
    case .wrote(let name, let value): "\(name) ← \(value)"
    case .wroteThrough(let place, let value): "\(place) ← \(value), through a pointer"
    case .ranLibrary(let function, let ticks, let blocks, let bytes):
      blocks == 0
        ? "\(function) ran: \(count(ticks)) ticks, no allocation."
        : "\(function) ran: \(count(ticks)) ticks, \(plural(blocks, "block")) allocated (\(size(bytes)))."
    case .allocated(let address, let type, let bytes, let sizeClass, let reason, let line):
      "\(size(bytes)) for \(type) on the heap at \(address)\(rounded(bytes, sizeClass)): \(self.reason(reason)), \(line)."
    case .allocatedTiny(let address, let type, let bytes, let block, let reason, let line):
      "\(size(bytes)) for \(type) at \(address), in the shared tiny block \(block): \(self.reason(reason)), \(line)."
    case .escapes(let explanation): "It escapes: \(explanation)."
    case .mapGrew(let buckets): "The map grew to \(plural(buckets, "bucket")); entries move over bit by bit."
    case .wroteOutput(let text, let isError): "wrote \(isError ? "to standard error" : "to standard output"): \(text)"
    case .ended(let status): status == 0 ? "The program ended." : "The program ended with exit status \(status)."

    case .growthBegan(let oldSize, let newSize, let newLow):
      "The stack is too small: \(size(oldSize)) → \(size(newSize)). A new segment at \(newLow); the frames move there."
    case .frameCopied(let function, let from, let to, let bytes):
      "The frame of \(function) is copied: \(from) → \(to), \(size(bytes))."
    case .pointerRewritten(let place, let old, let new):
      "\(place) pointed into the old segment: \(old) → \(new)."
    case .growthEnded: "The old segment is given back. Every pointer into the stack is right again."
    case .shrunk(let oldSize, let newSize):
      "Less than a quarter of the stack was in use: \(size(oldSize)) → \(size(newSize))."

    case .collectionBegan(let cycle, let trigger):
      "Collection \(cycle) begins, \(self.trigger(trigger)). Every block is white: not seen yet."
    case .globalScanned(let name): "Root: the package variable \(name) is scanned."
    case .stackRootScanned(let name, let function): "Root: \(name) in the frame of \(function) is scanned."
    case .runtimeRootScanned(let name): "Root: \(name) is scanned."
    case .shaded(let block, let type, let from):
      "\(block) (\(type)) turns grey: \(from) points to it. It waits in the grey queue."
    case .shadedByBarrier(let block, let type, let from):
      "The write barrier shades \(block) (\(type)): a pointer to it is overwritten or stored in \(from)."
    case .bornBlack(let block): "\(block) is black from birth: the collector is marking."
    case .assistBegan(let bytes):
      "The program allocates while the collector marks: it pays by scanning \(size(bytes)) of blocks itself."
    case .assistEnded: "The program has scanned its share and goes on."
    case .blackened(let block, let type): "\(block) (\(type)) turns black: all its pointers have been followed."
    case .markEnded(let white): "Nothing is grey any more. \(plural(white, "block")) still white: garbage."
    case .swept(let block, let bytes): "\(block) is swept: \(size(bytes)) are free for the next allocation."
    case .lostBlock(let block, let type):
      "\(block) (\(type)) is lost: the program can reach it, but its only pointer moved behind the collector's back, which would free it now."
    case .danglingPointer(let name, let target):
      "\(name) is not rewritten: it still points to \(target), in the old segment, which is free after the move."
    case .finalizerSet(let block, let type):
      "\(block) (\(type)) has a finalizer now: once nothing reaches it, the finalizer runs before it is freed."
    case .finalizerQueued(let block, let type):
      "Nothing reaches \(block) (\(type)), but it has a finalizer: that is queued, and the block stays for one more cycle."
    case .spanSwept(let base, let freed, 0):
      "The span at \(base) is swept: \(plural(freed, "block")) freed, none left. Its pages are free for any use."
    case .spanSwept(let base, let freed, let kept):
      "The span at \(base) is swept: \(plural(freed, "block")) freed, \(kept) kept."
    case .collectionEnded(let live, let freed):
      "The collection is over: \(size(freed)) freed, \(size(live)) live. Nothing moved."

    case .deferred: "A call is deferred: its record waits until this function ends."
    case .deferredCallRan: "A deferred call runs."
    case .panicked(let value):
      value.isEmpty
        ? "A panic: deferred calls run, innermost frame first."
        : "A panic with the value \(value): deferred calls run, innermost frame first."
    case .recovered(let function): "recover stopped the panic: \(function) returns to its caller as usual."
    case .goroutineStarted(let id, let function):
      "g\(id) starts\(function.isEmpty ? "" : " with \(function)"), on a stack of its own. It may run from now on."
    case .goroutineEnded(let id): "g\(id) is done; its whole stack goes at once."
    case .goroutineBlocked(let id, let reason, let waits):
      "g\(id) waits (\(reason))\(waits.isEmpty ? "" : " for \(either(waits))")."
    case .goroutineReady(let id): "g\(id) may run again."
    case .switched(let to, let others):
      others.isEmpty
        ? "g\(to) runs."
        : "g\(to) runs. It could have been \(others.map { "g\($0)" }.joined(separator: " or ")) (:choose)."
    case .selecting(let id, let ready):
      "g\(id) selects: \(ready) cases can go on, and chance takes one of them (:choose)."
    default: nil
    }
  }

  /// What is waited for: short, as it stands in a list.
  fileprivate func wait(_ message: Message) -> String? {
    switch message {
    case .waitsReceive(let channel): "a value from \(channel)"
    case .waitsSend(let channel, let value): "a receiver\(value.isEmpty ? "" : " of \(value)") on \(channel)"
    case .waitsLock(let name): name
    case .waitsTime(let time): "the clock to reach \(time)"
    case .waitsForEver: "nothing that could ever come"
    default: nil
    }
  }

  private func either(_ messages: [Message]) -> String { messages.map(text).joined(separator: ", or ") }

  fileprivate func choice(_ message: Message) -> String? {
    switch message {
    case .choicesTitle: "What happens next?"
    case .choicesHint: "Enter takes it; Esc leaves it as it is."
    case .choiceGoOn(let id): "g\(id) goes on"
    case .choiceRun(let id, let place): "g\(id) runs\(place.isEmpty ? "" : ", at \(place)")"
    case .choicePreempt(let id): "g\(id) is preempted: to the end of the queue"
    case .choiceCase(let index, let what): "case \(index + 1): \(what.map(caseText).joined())"
    case .noChoice: "There is nothing to choose here: nobody else can run."
    case .noSuchGoroutine(let id): "There is no g\(id)."
    case .goroutineCannotRun(let id, let reason, let waits):
      "g\(id) cannot run: it waits (\(reason))\(waits.isEmpty ? "" : " for \(either(waits))")."
    case .goroutineRunsAlready(let id): "g\(id) is running."
    case .notAtSelect: "No select with a choice comes next. :ask stops at the next one."
    case .caseNotReady(let index): "Case \(index) cannot go on now."
    case .discardQuestion(let decisions):
      "This makes another future: \(plural(decisions, "later decision")) will be discarded. Go on?"
    case .askingOn: "Stops wherever something is chosen. :ask again ends that."
    case .askingOff: "Choices are made by the scheduler again."
    case .aloneLabel(let id): "only g\(id)"
    case .aloneBegins(let id): "Only g\(id) runs now; all others stand still. :together lets them run again."
    case .aloneBlocked(let id, let reason, let waits):
      "g\(id) cannot go on alone: it waits (\(reason))\(waits.isEmpty ? "" : " for \(either(waits))"). :together lets the others run."
    case .aloneEnded(let id): "g\(id) has ended; the others run again."
    case .together: "All goroutines run again."
    default: nil
    }
  }

  private func caseText(_ message: Message) -> String {
    switch message {
    case .waitsReceive(let channel): "receive from \(channel)"
    case .waitsSend(let channel, let value): "send\(value.isEmpty ? "" : " \(value)") to \(channel)"
    default: text(message)
    }
  }

  fileprivate func answer(_ message: Message) -> String? {
    switch message {
    case .leakedGoroutine(let id, let line, let reason, let waits, let stack, let blocks, let bytes):
      "g\(id)\(line.isEmpty ? "" : ", started at \(line),") is leaked: it waits (\(reason)) for "
        + "\(waits.isEmpty ? "nothing" : either(waits)), and nobody who can run is able to wake it. It holds its stack of "
        + "\(size(stack))\(blocks == 0 ? "" : " and \(plural(blocks, "block")) of its own (\(size(bytes)))")."
    case .whyGoroutine(let id): "What is g\(id) doing?"
    case .goroutineStartedAt(let line, let by): "It was started by g\(by) at \(line)."
    case .goroutineCanBeWoken: "Somebody who can run is able to wake it."
    case .goroutineRuns: "It can run."
    case .whyAlive(let block): "Why is \(block) alive?"
    case .heldByGlobal(let name): "The package variable \(name) refers to it: a root."
    case .heldByFrame(let name, let function):
      "\(name.isEmpty ? "A temporary value" : name) in the frame of \(function) refers to it: a root."
    case .heldByTimer: "The runtime's queue of timers holds it: a root. It goes on firing until it is stopped."
    case .heldByFinalizer(let block): "The runtime keeps what \(block) refers to, for its finalizer: a root."
    case .heldByRuntime(let name): "The runtime holds it, for \(name): a root."
    case .heldByBlock(_, _, let place): "\(place) refers to it."
    case .notHeld(let block): "Nothing refers to \(block) any more. The next collection frees it."
    case .pinned(let used, let total):
      "\(size(used)) of \(size(total)) can still be used; \(size(total - used)) are pinned with it."
    case .lostOnly: "Only a slot that the program itself can never reach again refers to it: a leak."
    case .whyHere(let line, let reason, let explanation):
      explanation.isEmpty
        ? "Allocated at \(line): \(self.reason(reason))."
        : "Allocated at \(line): \(self.reason(reason)); \(explanation)."
    case .lastWritten(let tick, let line): "Last written at tick \(count(tick)), \(line)."
    case .neverWritten: "Not written since the program began."
    case .staysOnStack(let name): "\(name) stays in its frame: nothing that outlives the frame refers to it."
    default: nil
    }
  }

  fileprivate func label(_ message: Message) -> String? {
    switch message {
    case .sourceTitle: "source"
    case .stackTitle(let goroutine): "stack of g\(goroutine)"
    case .heapTitle: "heap"
    case .globalsTitle: "package variables"
    case .goroutinesTitle: "goroutines"
    case .happenedTitle: "what happened"
    case .timelineTitle: "timeline"
    case .outputTitle: "output"
    case .helpTitle: "help"
    case .answerTitle: "why?"
    case .escapesTitle: "escape verdicts"
    case .scenesTitle: "scenes"
    case .tickOf(let tick, let end, let isFinal):
      end.map { "tick \(count(tick)) of \(count($0))\(isFinal ? "" : "…")" } ?? "tick \(count(tick))"
    case .collectorLabel(let phase, let cycle):
      switch phase {
      case .off: cycle == 0 ? "GC idle" : "GC idle (\(cycle) done)"
      case .marking: "GC \(cycle) marking"
      case .markTermination: "GC \(cycle) mark end"
      case .sweeping: "GC \(cycle) sweeping"
      }
    case .heapLabel(let blocks, let bytes): "heap \(plural(blocks, "block")) \(size(bytes))"
    case .goroutineLabel(let id, let state): "g\(id) \(state)"
    case .shadeCounts(let white, let grey, let black): "white \(white)  grey \(grey)  black \(black)"
    case .guardLabel(let free): "guard — \(size(free)) free above it"
    case .stackPointerLabel: "SP"
    case .staleFrame(let function): "\(function) (stale)"
    case .staleBytes(let bytes): "\(size(bytes)) stale"
    case .returnsTo(let place): "returns to \(place)"
    case .framesHidden(let frames): "… \(plural(frames, "frame")) not shown"
    case .blocksHidden(let before, let after):
      before == 0 ? "\(after) more below" : after == 0 ? "\(before) more above" : "\(before) above, \(after) below"
    case .rowsHidden(let rows): "… \(rows) more"
    case .freeBlock: "free"
    case .garbageBlock: "unreachable"
    case .libraryBlocks(let blocks): "+\(blocks) of the library"
    case .notInitialised: "not yet"
    case .deadVariable: "dead"
    case .copying(let frames, let total, let pointers):
      "moving: \(frames) of \(plural(total, "frame")) copied, \(plural(pointers, "pointer")) rewritten"
    case .oldSegment: "old segment"
    case .newSegment: "new segment"
    case .noOutput: "nothing printed yet"
    case .noBlocks: "no blocks"
    case .noGlobals: "none"
    case .usedOfTotal(let used, let total): "\(size(used)) of \(size(total)) in use"
    case .tooSmall(let width, let height): "gomem needs at least \(width)×\(height) cells. Please enlarge the window."
    case .stackTab: "stack"
    case .channelsTitle: "channels"
    case .noChannels: "no channels"
    case .channelClosed: "closed"
    case .channelUnbuffered: "unbuffered"
    case .channelFill(let count, let capacity): "\(count) of \(capacity)"
    case .leakedLabel: "leaked"
    case .rootsLabel: "roots"
    case .endedLabel(let status): "ended, exit status \(status)"
    case .greyQueue: "grey queue:"
    case .greyQueueEmpty: "empty"
    case .blockTotal(let blocks, let bytes): "\(plural(blocks, "block")), \(size(bytes))"
    case .freeBytes(let bytes): "\(size(bytes)) free"
    case .noSource: "No source: this is gomem's own code."
    case .outputLines(let lines): plural(lines, "line")
    case .timelineKind(let kind): landmark(kind)
    default: nil
    }
  }

  fileprivate func prompt(_ message: Message) -> String {
    switch message {
    case .key(let key): shortName(key)
    case .helpLine(let key): helpLine(key)
    case .commandPrompt: ":"
    case .searchPrompt: "/"
    case .quitQuestion: "Some choices are not saved. Quit all the same?"
    case .yesNo: "y yes   n no"
    case .question: "What do you think?"
    case .chooseAnswer: "Press a number; → goes on."
    case .rightAnswer: "Right."
    case .wrongAnswer: "Not quite. Step on and see."
    case .narrationNext: "→ goes on"
    case .working(let work):
      switch work {
      case .runningAhead: "running ahead"
      case .seeking: "going there"
      case .searching: "searching back"
      case .compiling: "compiling"
      }
    case .escCancels: "Esc cancels"
    case .cancelled: "Cancelled."
    case .saved(let file): "Saved \(file)."
    case .notFound(let text): "Not found: \(text)"
    case .noCollectionBeside: "No collection works beside the program now (option collector=concurrent, then x)."
    case .unknownCommand(let command):
      "Unknown command: \(command). Try a tick, line N, choose, run gN, alone gN, w FILE, theme NAME or q."
    case .noSuchTick: "The program does not run that long."
    case .atBeginning: "This is the beginning."
    case .atEnd: "The program has ended."
    case .breakpointSet(let line): "Breakpoint on line \(line)."
    case .breakpointCleared(let line): "No breakpoint on line \(line) any more."
    case .noCodeOnLine(let line): "No statement begins on line \(line)."
    case .bookmarkSet(let name): "Bookmark \(name)."
    case .themeSet(let name): "Theme \(name)."
    case .unknownTheme(let names): "Themes: \(names)."
    case .playing: "playing"
    case .paused: "paused"
    case .notSupported(let what): "not supported yet: \(what)"
    case .playingAt(let speed): "playing, \(speed) a second"
    case .failed(let reason): reason
    case .fileNeeded: "Name a file: w FILE"
    case .alreadyCollecting: "A collection is under way already."
    case .oneGoroutine: "There is only one goroutine."
    case .chooseFirst: "Choose a block or a variable first: Tab to its pane, then j and k."
    case .whyLine(let line): "What the compiler says of line \(line)"
    case .whyValue(let name): "Why does \(name) hold this value?"
    case .refersTo(let block): "It refers to the block \(block)."
    case .answerHint: "Enter goes there; Esc closes."
    case .answerClose: "Esc closes."
    case .helpGroup(let group):
      switch group {
      case .time: "Going through time (upper case goes backwards)"
      case .looking: "Looking around"
      case .doing: "Doing"
      }
    case .helpMouse: "Mouse: a click selects, the wheel scrolls, a click on the timeline goes there."
    case .helpLegend: "Signs"
    case .legendShades: "white: not seen yet; grey: seen, waiting; black: done, stays alive"
    case .legendStale: "a frame that is gone; its bytes lie there until the next call"
    case .legendPointer: "a pointer; where there is no room for the arrow, two equal letters"
    case .legendChanged: "changed in this step"
    case .chooserAbout: "Go's memory, step by step"
    case .chooserHint: "↑ ↓ choose   Enter opens   / find   q quits"
    default: ""
    }
  }

  private func shortName(_ key: Message.Key) -> String {
    switch key {
    case .step: "step"
    case .back: "back"
    case .into: "into"
    case .intoBack: "into back"
    case .line: "line"
    case .lineBack: "line back"
    case .finish: "finish"
    case .finishBack: "to call"
    case .next: "continue"
    case .previous: "back to stop"
    case .begin: "begin"
    case .end: "end"
    case .command: "go to"
    case .play: "play"
    case .slower: "slower"
    case .faster: "faster"
    case .pane: "pane"
    case .enlarge: "enlarge"
    case .shrink: "shrink"
    case .frameDown: "frame down"
    case .frameUp: "frame up"
    case .goroutine: "goroutine"
    case .breakpoint: "breakpoint"
    case .bookmark: "bookmark"
    case .collect: "collect"
    case .why: "why"
    case .find: "find"
    case .escapes: "escapes"
    case .help: "help"
    case .quit: "quit"
    case .scroll: "scroll"
    case .cancel: "cancel"
    case .choose: "choose"
    case .close: "close"
    }
  }

  private func helpLine(_ key: Message.Key) -> String {
    switch key {
    case .step: "one event forwards: whatever can be seen to change"
    case .back: "one event backwards"
    case .into: "to the next source line, into calls"
    case .intoBack: "to the line before, into calls"
    case .line: "to the next line of this function, over calls"
    case .lineBack: "to the line before in this function"
    case .finish: "until this function returns"
    case .finishBack: "back to the call of this function"
    case .next: "to the next stop: breakpoint or landmark"
    case .previous: "to the stop before"
    case .begin: "to the program's beginning"
    case .end: "to the program's end"
    case .command:
      "a tick, line N, a landmark's name, w FILE, theme NAME, q; who runs: choose, run gN, case N, preempt, alone gN, together, ask"
    case .play: "play by itself, or pause"
    case .slower: "play slower"
    case .faster: "play faster"
    case .pane: "next pane"
    case .enlarge: "enlarge the pane"
    case .shrink: "all panes again"
    case .frameDown: "look at the frame that this one called"
    case .frameUp: "look at the frame that called this one"
    case .goroutine: "next goroutine"
    case .breakpoint: "set or clear a breakpoint on the selected line"
    case .bookmark: "remember this tick"
    case .collect: "collect garbage now"
    case .why: "why is this here, alive, this colour?"
    case .find: "find text in the pane"
    case .escapes: "show the compiler's escape verdicts in the source"
    case .help: "this help"
    case .quit: "quit"
    case .scroll: "scroll in the pane with the focus"
    case .cancel: "cancel what takes long; close what is open"
    case .choose: "take what is chosen"
    case .close: "close what is open"
    }
  }
}

extension English {
  private func landmark(_ kind: Message.Landmark) -> String {
    switch kind {
    case .output: "output"
    case .narration: "narration"
    case .goroutineStart: "goroutine starts"
    case .goroutineEnd: "ends"
    case .growth: "stack grows"
    case .collection: "collection"
    case .panic: "panic"
    case .end: "end"
    case .bookmark: "bookmark"
    }
  }

  private func reason(_ reason: Message.Reason) -> String {
    switch reason {
    case .new: "new"
    case .literal: "a literal"
    case .variable(let name): "the variable \(name) escapes"
    case .makeSlice: "make of a slice"
    case .makeMap: "make of a map"
    case .makeChan: "make of a channel"
    case .closure: "a closure with its captured variables"
    case .boxing: "a value stored in an interface"
    case .concatenation: "strings put together"
    case .stringToBytes: "string to []byte"
    case .bytesToString: "[]byte to string"
    case .stringToRunes: "string to []rune"
    case .runesToString: "[]rune to string"
    case .runeToString: "rune to string"
    case .appendGrowth: "append past the capacity"
    case .mapGrowth: "the map grows"
    case .deferRecord: "the record of a deferred call"
    case .methodValue: "a method bound to its receiver"
    case .variadicSlice: "the slice of variadic arguments"
    case .runtime(let what): what
    }
  }

  private func trigger(_ trigger: Message.Trigger) -> String {
    switch trigger {
    case .call: "asked for by runtime.GC"
    case .pacer: "because the heap has reached its goal"
    case .request: "asked for with a key"
    case .memoryLimit: "because of the memory limit"
    }
  }

  private func rounded(_ bytes: Int, _ sizeClass: Int) -> String {
    sizeClass > bytes ? " (size class \(sizeClass))" : ""
  }

  /// Bytes as people read them: "24 B", "2 KiB", "1.2 MiB".
  private func size(_ bytes: Int) -> String { Quantity.bytes(bytes) }
  private func count(_ number: UInt64) -> String { Quantity.grouped(number) }
  private func plural(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(Quantity.grouped(UInt64(max(0, number)))) \(noun)s"
  }
}
