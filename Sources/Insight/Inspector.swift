import Machine
import MachineCode
import SourceText
import Timeline

/// Which part of the machine to draw.
public struct StageRequest: Hashable, Sendable {
  /// `nil`: the one that runs.
  public var goroutine: Int?
  /// 0 is the newest frame.
  public var frame = 0
  /// Blocks to skip, and to draw.
  public var firstBlock = 0
  public var blockCount = 12
  /// Work out what of each block is still in use.
  public var wantsUse = false
  /// Also blocks and package variables of library code.
  public var includesLibrary = false
  public init() {}
}

/// What a step did.
public struct Happened: Sendable {
  public var messages: [Message] = []
  /// Addresses that were written.
  public var changed: [Range<UInt64>] = []
  /// Blocks that are new or changed colour.
  public var blocks: Set<UInt64> = []
  public init() {}
}

/// Answers questions about the machine at a timeline's cursor.
public final class Inspector {
  public let timeline: Timeline
  public var lens: Lens

  public init(_ timeline: Timeline, lens: Lens = Lens()) {
    self.timeline = timeline
    self.lens = lens
  }

  private var machine: Machine { timeline.machine }
  private var program: Program { timeline.program }
  private var reader: ValueReader<MachineMemory> {
    ValueReader(program: program, types: machine.runtimeTypes, memory: MachineMemory(machine: machine))
  }

  // MARK: Pictures

  public func stage(_ request: StageRequest) -> Stage {
    let reader = self.reader
    // The runtime's own are shown while they run.
    let goroutines = machine.goroutines(most: ConcurrencyBuilder.most).filter { !$0.isHidden || $0.state != .waiting }
    let running = machine.runningGoroutine
    let focus = request.goroutine.flatMap { machine.goroutine(id: $0) } ?? running ?? goroutines.first
    let concurrency = ConcurrencyBuilder(machine, reader)
    let builder = StackBuilder(machine: machine, reader: reader)
    let stack = focus.map { builder.picture(of: $0, focus: request.frame) }
    // A picture looks through whole heaps and stacks only while that takes no time to speak of.
    let isShallow = goroutines.reduce(0) { $0 + Int($1.stackHigh - $1.sp) } <= HeapBuilder.mostStack
    let isSmall = isShallow && Int(machine.heapStatistics.heapObjects) <= HeapBuilder.mostSorted
    let uses = request.wantsUse && isSmall ? UseAnalysis.run(machine, reader) : nil
    let heap = HeapBuilder(machine: machine, reader: reader).picture(
      first: request.firstBlock, count: request.blockCount, includesLibrary: request.includesLibrary || !isShallow,
      uses: uses)
    return Stage(
      tick: timeline.position, source: source(stack, focus), stack: stack ?? emptyStack,
      goroutines: concurrency.goroutines(goroutines, focus: focus?.id), heap: heap,
      globals: globals(reader, request.includesLibrary), collector: collector, exitStatus: machine.exitStatus,
      channels: concurrency.channels(goroutines), alone: machine.aloneGoroutine)
  }

  private var emptyStack: StackPicture {
    StackPicture(goroutine: 0, low: 0, high: 0, guardAddress: 0, sp: 0, frames: [], stale: [])
  }

  /// The place of a block among those that `stage` counts: the `firstBlock` that would show it first.
  public func blockIndex(_ address: UInt64, includesLibrary: Bool = false) -> Int? {
    HeapBuilder(machine: machine, reader: reader).index(of: address, includesLibrary: includesLibrary)
  }

  private func source(_ stack: StackPicture?, _ goroutine: GoroutineInfo?) -> SourcePicture {
    let frames = (stack?.frames ?? []).reversed()
    let isSeen = { [lens] (frame: FramePicture) in !frame.isLibrary || lens.showsLibrary }
    // Library frames on top are looked through, to the learner's line that called them.
    let focus = frames.firstIndex { $0.isFocus } ?? frames.startIndex
    let shown = frames[focus...].first(where: isSeen) ?? frames[focus...].first
    // A frame that has been copied still stands in the old segment for the machine.
    let low = shown.map { frame in
      guard let growth = stack?.growth, frame.low >= growth.newLow, frame.low < growth.newHigh else { return frame.low }
      return frame.low &- (growth.newHigh &- growth.oldHigh)
    }
    guard let low, let record = record(ofFrame: low, goroutine), program.spans.indices.contains(record.site) else {
      return noSource
    }
    let isCaller = shown?.low != frames.first(where: isSeen)?.low
    // A collection belongs to the instruction that has begun it.
    let isOfLast = machine.collectionReason.map { $0 != .request } ?? false
    let span = program.spans[low == stack?.sp && isOfLast ? max(0, record.site - 1) : record.site]
    guard span.isValid else { return noSource }
    let line = program.sources[span.file].location(span.start).line
    return SourcePicture(file: span.file, line: line, span: span, isCaller: isCaller)
  }

  /// Before the first statement and after the last: where main begins, where it ends.
  private var noSource: SourcePicture {
    let main = program.functions.first { $0.name == "main.main" && $0.span.isValid }
    guard let span = main?.span else { return SourcePicture(file: FileID(0), line: 0, span: .none, isCaller: false) }
    let place = machine.hasEnded ? max(span.start, span.end - 1) : span.start
    let line = program.sources[span.file].location(place).line
    return SourcePicture(file: span.file, line: 0, span: .none, isCaller: false, nearby: line)
  }

  private func record(ofFrame sp: UInt64, _ goroutine: GoroutineInfo?) -> FrameRecord? {
    guard let goroutine else { return nil }
    let records = FrameWalker(machine).frames(
      sp: goroutine.sp, pc: goroutine.pc, high: goroutine.stackHigh, most: StackBuilder.mostFrames)
    return records.first { $0.sp == sp }
  }

  private func globals(_ reader: ValueReader<MachineMemory>, _ includesLibrary: Bool) -> [SlotPicture] {
    program.globals.filter { includesLibrary || !$0.isLibrary }.prefix(200).map { global in
      reader.row(global.name, global.type, global.address)
    }
  }

  private var collector: CollectorPicture {
    let status = machine.collectionStatus
    let phase: CollectorPicture.Phase =
      switch status.phase {
      case .off: .off
      case .mark: .marking
      case .sweep: .sweeping
      }
    return CollectorPicture(
      phase: phase, cycle: status.cycles + (phase == .off ? 0 : 1), white: status.white, grey: status.grey,
      black: status.black, heapLive: status.heapLive, heapGoal: status.goal)
  }

  // MARK: What happened

  /// What the step that led to the cursor did, in words and in places.
  public func happened() -> Happened {
    var happened = Happened()
    let events = Self.joiningOutput(timeline.lastStep(lens))
    let narrator = Narrator(machine, reader)
    if timeline.position == 0 { happened.messages.append(.programBegins) }
    if let library = librarySummary(events, narrator) { happened.messages.append(library) }
    for timed in events {
      note(timed.event, &happened)
      guard lens.isVisible(timed.event, isInLibrary: timed.isInLibrary) else { continue }
      if let message = narrator.message(timed.event) { happened.messages.append(message) }
    }
    if happened.messages.isEmpty, let next = narrator.next { happened.messages.append(next) }
    return happened
  }

  /// What one statement prints comes in several pieces; it is told as one.
  private static func joiningOutput(_ events: [TimedEvent]) -> [TimedEvent] {
    var joined: [TimedEvent] = []
    for timed in events {
      if case .output(let descriptor, let offset, let count) = timed.event,
        case .output(descriptor, let first, let before)? = joined.last?.event, first + before == offset
      {
        joined[joined.count - 1].event = .output(descriptor: descriptor, offset: first, count: before + count)
      } else {
        joined.append(timed)
      }
    }
    return joined
  }

  private func note(_ event: Event, _ happened: inout Happened) {
    switch event {
    case .slotWritten(_, let address, let size), .memoryWritten(_, let address, let size):
      happened.changed.append(address..<address + UInt64(max(1, size)))
    case .pointerRewritten(_, let address, _, _): happened.changed.append(address..<address + 8)
    case .allocated(_, let block, _, _), .shaded(let block, _, _), .blackened(let block): happened.blocks.insert(block)
    case .tinyAllocated(_, _, _, let block, _): happened.blocks.insert(block)
    default: break
    }
  }

  /// What library code did within the step, told in one sentence.
  private func librarySummary(_ events: [TimedEvent], _ narrator: Narrator) -> Message? {
    guard !lens.showsLibrary else { return nil }
    // Of nested calls the outermost gives its name: the one that the learner's code has called.
    var outermost = (level: Int.max, function: "")
    var level = 0
    var blocks = 0
    var bytes = 0
    var first: UInt64?
    var last: UInt64 = 0
    for timed in events {
      switch timed.event {
      case .call(_, let callee, _, _) where narrator.isLibrary(callee):
        if level < outermost.level { outermost = (level, narrator.name(callee)) }
        level += 1
      case .return(_, let callee, _, _) where narrator.isLibrary(callee):
        level -= 1
        if level < outermost.level { outermost = (level, narrator.name(callee)) }
      case .allocated(_, _, let size, _) where timed.isInLibrary:
        blocks += 1
        bytes += size
      default: break
      }
      if timed.isInLibrary {
        first = first ?? timed.tick
        last = timed.tick
      }
    }
    guard !outermost.function.isEmpty, let first else { return nil }
    return .ranLibrary(function: outermost.function, ticks: last - first + 1, blocks: blocks, bytes: bytes)
  }

  // MARK: Why

  /// Who keeps a block alive, from its root; and how much of it is still of use.
  public func whyAlive(block address: UInt64) -> Answer {
    let reader = self.reader
    var hops = Retention(machine: machine, reader: reader).path(to: address)
    if let block = machine.block(at: address), let used = UseAnalysis.run(machine, reader)[address] {
      let count = used.reduce(0) { $0 + $1.count }
      if count < block.requestedSize {
        hops.append(Answer.Hop(message: .pinned(used: count, total: block.requestedSize)))
      }
    } else if case .notHeld? = hops.first?.message {
    } else {
      hops.append(Answer.Hop(message: .lostOnly))
    }
    return Answer(title: .whyAlive(block: Quantity.address(address)), hops: hops + whyHere(block: address))
  }

  /// Where and why a block was allocated.
  private func whyHere(block address: UInt64) -> [Answer.Hop] {
    guard let block = machine.block(at: address), let id = block.site,
      program.sites.indices.contains(Int(id.rawValue))
    else { return [] }
    let site = program.sites[Int(id.rawValue)]
    let message = Message.whyHere(
      line: program.shortLocation(site.span), reason: Message.Reason(site.reason), explanation: site.explanation)
    return [Answer.Hop(message: message, block: address, tick: block.birth)]
  }

  /// When the bytes at an address were last written.
  public func lastWrite(address: UInt64, check: ProgressCheck? = nil) -> Answer.Hop {
    let tick = timeline.lastTick(check: check) { event in
      switch event {
      case .slotWritten(_, let start, let size), .memoryWritten(_, let start, let size):
        start <= address && address < start + UInt64(max(1, size))
      default: false
      }
    }
    guard let tick else { return Answer.Hop(message: .neverWritten) }
    return Answer.Hop(message: .lastWritten(tick: tick, line: ""), tick: tick)
  }

  // MARK: Goroutines

  /// What a goroutine does or waits for, who started it, and whether it is leaked.
  public func why(goroutine id: Int) -> Answer {
    guard let goroutine = machine.goroutine(id: id) else {
      return Answer(title: .whyGoroutine(id: id), hops: [Answer.Hop(message: .noSuchGoroutine(id: id))])
    }
    let builder = ConcurrencyBuilder(machine, reader)
    var hops: [Answer.Hop] = []
    if let leak = Stranded.find(machine).first(where: { $0.goroutine.id == id }) {
      hops.append(Answer.Hop(message: message(leak, builder), goroutine: id))
      for block in leak.blocks.prefix(8) {
        hops.append(Answer.Hop(message: .refersTo(block: Quantity.address(block)), block: block))
      }
    } else if goroutine.state == .waiting {
      let waits = builder.waits(goroutine)
      hops.append(
        Answer.Hop(message: .goroutineBlocked(id: id, reason: goroutine.reason, waits: waits), goroutine: id))
      hops.append(Answer.Hop(message: .goroutineCanBeWoken))
    } else {
      hops.append(Answer.Hop(message: .goroutineRuns, goroutine: id))
    }
    if goroutine.createdBy != 0 {
      let line = StackBuilder(machine: machine, reader: reader).location(goroutine.createdAt)
      hops.append(Answer.Hop(message: .goroutineStartedAt(line: line, by: goroutine.createdBy)))
    }
    return Answer(title: .whyGoroutine(id: id), hops: hops)
  }

  /// Goroutines that can never run again, each with the line that started it and what it holds.
  public func leakedGoroutines() -> [Message] {
    let builder = ConcurrencyBuilder(machine, reader)
    return Stranded.find(machine).filter { !$0.goroutine.isHidden }.map { message($0, builder) }
  }

  private func message(_ leak: Stranded.Leak, _ builder: ConcurrencyBuilder) -> Message {
    let goroutine = leak.goroutine
    return .leakedGoroutine(
      id: goroutine.id,
      line: goroutine.createdBy == 0
        ? "" : StackBuilder(machine: machine, reader: reader).location(goroutine.createdAt),
      reason: goroutine.reason, waits: builder.waits(goroutine),
      stack: Int(goroutine.stackHigh - goroutine.stackLow), blocks: leak.blocks.count,
      bytes: leak.blocks.reduce(0) { $0 + (machine.block(at: $1)?.size ?? 0) })
  }

  /// What could happen next in place of what the scheduler has chosen; empty where there is no choice.
  public func choices() -> [Choice] {
    guard let running = machine.runningGoroutine, !machine.hasEnded else { return [] }
    let builder = ConcurrencyBuilder(machine, reader)
    var found: [Choice] = []
    let ready = machine.readyCases()
    if ready.count > 1 {
      found += ready.map { Choice(decision: .select($0), text: .choiceCase(index: $0, what: builder.caseOfSelect($0))) }
    }
    let queue = machine.runQueue(most: 32)
    guard !queue.isEmpty else { return found }
    if found.isEmpty { found.append(Choice(decision: nil, text: .choiceGoOn(id: running.id))) }
    found += queue.map { id in
      let place = machine.goroutine(id: id).map { builder.place(of: $0) } ?? ""
      return Choice(decision: .run(id), text: .choiceRun(id: id, place: place))
    }
    found.append(Choice(decision: .preempt, text: .choicePreempt(id: running.id)))
    return found
  }

  /// Why a goroutine cannot run now; `nil` when it can, or runs.
  public func obstacle(goroutine id: Int) -> Message? {
    guard let goroutine = machine.goroutine(id: id) else { return .noSuchGoroutine(id: id) }
    guard goroutine.state == .waiting else { return nil }
    return .goroutineCannotRun(
      id: id, reason: goroutine.reason, waits: ConcurrencyBuilder(machine, reader).waits(goroutine))
  }

  // MARK: Leaks

  /// A block that the collector keeps although the program can use little or nothing of it.
  public struct Leak: Hashable, Sendable {
    public var block: UInt64
    /// Bytes.
    public var size: Int
    public var used: Int
    public var type: String
    public var location: String
  }

  /// Blocks kept needlessly: those that only unreachable slots point to, and those of which at least 256 bytes and at
  /// least half can never be used again.
  public func leaks() -> [Leak] {
    let reader = self.reader
    let uses = UseAnalysis.run(machine, reader)
    let builder = HeapBuilder(machine: machine, reader: reader)
    return machine.reachableBlocks().sorted().compactMap { address in
      guard let block = machine.block(at: address) else { return nil }
      let used = uses[address].map { $0.reduce(0) { $0 + $1.count } }
      let pinned = block.requestedSize - (used ?? 0)
      guard used == nil || pinned >= 256 && pinned * 2 >= block.requestedSize else { return nil }
      let picture = builder.picture(block)
      return Leak(
        block: address, size: block.requestedSize, used: used ?? 0, type: picture.type, location: picture.location)
    }
  }
}
