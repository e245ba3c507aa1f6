/// Every sentence and label that a person reads, by meaning rather than by wording. A `Catalogue` turns it into text of
/// one language; the compiler sees to it that each language has them all. Names, types and addresses arrive ready to
/// print.
public enum Message: Hashable, Sendable {
  // MARK: What happened: the program
  case programBegins
  case statement(location: String)
  case called(function: String, oldSP: String, newSP: String, bytes: Int)
  case returned(function: String, oldSP: String, newSP: String)
  case wrote(name: String, value: String)
  case wroteThrough(place: String, value: String)
  case ranLibrary(function: String, ticks: UInt64, blocks: Int, bytes: Int)
  case allocated(address: String, type: String, bytes: Int, sizeClass: Int, reason: Message.Reason, line: String)
  case allocatedTiny(address: String, type: String, bytes: Int, block: String, reason: Message.Reason, line: String)
  case escapes(explanation: String)
  case mapGrew(buckets: Int)
  case wroteOutput(text: String, isError: Bool)
  case ended(status: Int32)

  // MARK: What happened: stacks
  case growthBegan(oldSize: Int, newSize: Int, newLow: String)
  case frameCopied(function: String, from: String, to: String, bytes: Int)
  case pointerRewritten(place: String, old: String, new: String)
  case growthEnded
  case shrunk(oldSize: Int, newSize: Int)

  // MARK: What happened: the collector
  case collectionBegan(cycle: Int, reason: Message.Trigger)
  case globalScanned(name: String)
  case stackRootScanned(name: String, function: String)
  case runtimeRootScanned(name: String)
  case shaded(block: String, type: String, from: String)
  case shadedByBarrier(block: String, type: String, from: String)
  case bornBlack(block: String)
  case assistBegan(bytes: Int)
  case assistEnded
  case blackened(block: String, type: String)
  case markEnded(white: Int)
  case swept(block: String, bytes: Int)
  case lostBlock(block: String, type: String)
  case danglingPointer(name: String, target: String)
  case finalizerSet(block: String, type: String)
  case finalizerQueued(block: String, type: String)
  case spanSwept(base: String, freed: Int, kept: Int)
  case collectionEnded(liveBytes: Int, freedBytes: Int)

  // MARK: What happened: defer, panic, goroutines
  case deferred
  case deferredCallRan
  case panicked(value: String)
  case recovered(function: String)
  case goroutineStarted(id: Int, function: String)
  case goroutineEnded(id: Int)
  case goroutineBlocked(id: Int, reason: String, waits: [Message])
  case goroutineReady(id: Int)
  /// `others`: who could have run instead.
  case switched(to: Int, others: [Int])
  case selecting(id: Int, ready: Int)

  // MARK: What a goroutine waits for
  case waitsReceive(channel: String)
  case waitsSend(channel: String, value: String)
  case waitsLock(name: String)
  case waitsTime(time: String)
  case waitsForEver

  // MARK: Choices
  case choicesTitle, choicesHint
  case choiceGoOn(id: Int)
  case choiceRun(id: Int, place: String)
  case choicePreempt(id: Int)
  case choiceCase(index: Int, what: [Message])
  case noChoice
  case noSuchGoroutine(id: Int)
  case goroutineCannotRun(id: Int, reason: String, waits: [Message])
  case goroutineRunsAlready(id: Int)
  case notAtSelect, caseNotReady(index: Int)
  case discardQuestion(decisions: Int)
  case askingOn, askingOff
  case aloneLabel(id: Int)
  case aloneBegins(id: Int)
  case aloneBlocked(id: Int, reason: String, waits: [Message])
  case aloneEnded(id: Int)
  case together

  // MARK: Leaked goroutines
  case leakedGoroutine(id: Int, line: String, reason: String, waits: [Message], stack: Int, blocks: Int, bytes: Int)
  case whyGoroutine(id: Int)
  case goroutineStartedAt(line: String, by: Int)
  case goroutineCanBeWoken, goroutineRuns

  // MARK: Answers
  case whyAlive(block: String)
  case heldByGlobal(name: String)
  case heldByFrame(name: String, function: String)
  case heldByRuntime(name: String)
  case heldByTimer
  case heldByFinalizer(block: String)
  case heldByBlock(block: String, type: String, place: String)
  case notHeld(block: String)
  case pinned(used: Int, total: Int)
  case lostOnly
  case whyHere(line: String, reason: Message.Reason, explanation: String)
  case lastWritten(tick: UInt64, line: String)
  case neverWritten
  case staysOnStack(name: String)

  // MARK: Titles and labels
  case sourceTitle, stackTitle(goroutine: Int), heapTitle, globalsTitle, goroutinesTitle, happenedTitle, timelineTitle
  case channelsTitle, noChannels, channelClosed, channelUnbuffered, channelFill(count: Int, capacity: Int), leakedLabel
  case outputTitle, helpTitle, answerTitle, escapesTitle, scenesTitle
  case tickOf(tick: UInt64, end: UInt64?, isFinal: Bool)
  case collectorLabel(phase: Message.Phase, cycle: Int)
  case heapLabel(blocks: Int, bytes: Int)
  case goroutineLabel(id: Int, state: String)
  case shadeCounts(white: Int, grey: Int, black: Int)
  case guardLabel(free: Int)
  case stackPointerLabel
  case staleFrame(function: String)
  case staleBytes(count: Int)
  case returnsTo(String)
  case framesHidden(count: Int)
  case blocksHidden(before: Int, after: Int)
  case rowsHidden(count: Int)
  case freeBlock
  /// Nothing leads to a block any more.
  case garbageBlock
  /// Blocks that the library has made for itself, not drawn.
  case libraryBlocks(count: Int)
  case notInitialised
  case deadVariable
  case copying(frames: Int, total: Int, pointers: Int)
  case oldSegment, newSegment
  case noOutput, noBlocks, noGlobals
  case usedOfTotal(used: Int, total: Int)
  case tooSmall(width: Int, height: Int)
  /// The stack pane's short name.
  case stackTab
  /// Beside "package variables": they are roots.
  case rootsLabel
  case endedLabel(status: Int32)
  case greyQueue, greyQueueEmpty
  case blockTotal(blocks: Int, bytes: Int)
  case freeBytes(Int)
  case noSource
  case outputLines(count: Int)
  case timelineKind(Message.Landmark)

  // MARK: Keys, help, prompts
  case key(Message.Key)
  case helpLine(Message.Key)
  case commandPrompt, searchPrompt
  case quitQuestion, yesNo
  case question, chooseAnswer, rightAnswer, wrongAnswer
  case narrationNext
  case working(Message.Work)
  case escCancels
  case cancelled
  case saved(file: String)
  case notFound(text: String)
  case unknownCommand(String)
  case noCollectionBeside
  case noSuchTick, atBeginning, atEnd
  case breakpointSet(line: Int), breakpointCleared(line: Int), noCodeOnLine(line: Int)
  case bookmarkSet(name: String)
  case themeSet(name: String), unknownTheme(names: String)
  case playing, paused
  case notSupported(String)
  /// Steps a second.
  case playingAt(speed: String)
  /// The reason comes from the system, in its words.
  case failed(String)
  case fileNeeded, alreadyCollecting, oneGoroutine, chooseFirst
  case whyLine(line: Int)
  case whyValue(name: String)
  case refersTo(block: String)
  case answerHint, answerClose
  case helpGroup(Message.HelpGroup)
  case helpMouse, helpLegend, legendShades, legendStale, legendPointer, legendChanged
  case chooserHint, chooserAbout

  public enum Reason: Hashable, Sendable {
    case new, literal, variable(String), makeSlice, makeMap, makeChan, closure, boxing, concatenation
    case stringToBytes, bytesToString, stringToRunes, runesToString, runeToString
    case appendGrowth, mapGrowth, deferRecord, methodValue, variadicSlice, runtime(String)
  }

  public enum Trigger: Hashable, Sendable { case call, pacer, request, memoryLimit }
  public enum Phase: Hashable, Sendable { case off, marking, markTermination, sweeping }
  public enum Work: Hashable, Sendable { case runningAhead, seeking, searching, compiling }

  public enum Key: Hashable, Sendable, CaseIterable {
    case step, back, into, intoBack, line, lineBack, finish, finishBack, next, previous, begin, end
    case command, play, slower, faster, pane, enlarge, shrink, frameDown, frameUp, goroutine, breakpoint, bookmark
    case collect, why, find, escapes, help, quit, scroll, cancel, choose, close
  }

  public enum HelpGroup: Hashable, Sendable { case time, looking, doing }

  public enum Landmark: Hashable, Sendable {
    case output, narration, goroutineStart, goroutineEnd, growth, collection, panic, end, bookmark
  }
}

/// Turns messages into one language's text.
public protocol Catalogue: Sendable {
  /// The language's code, as in `//gomem:say[zh]`.
  var language: String { get }
  func text(_ message: Message) -> String
}
