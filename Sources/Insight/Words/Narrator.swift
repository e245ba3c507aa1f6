import Machine
import MachineCode
import SourceText
import Timeline

/// Turns events into messages, in terms of the program: names of variables and functions instead of addresses.
///
/// Events are told after the step in which they happened, so values are read from the memory as it is then.
struct Narrator {
  let machine: Machine
  let reader: ValueReader<MachineMemory>
  private let places: PlaceNamer

  private var program: Program { machine.program }

  init(_ machine: Machine, _ reader: ValueReader<MachineMemory>) {
    self.machine = machine
    self.reader = reader
    places = PlaceNamer(machine, reader)
  }

  /// What to say of an event; `nil` for those that another one tells already.
  func message(_ event: Event) -> Message? {
    switch event {
    case .call(_, let function, let oldSP, let newSP):
      .called(
        function: name(function), oldSP: address(oldSP), newSP: address(newSP), bytes: Int(oldSP) - Int(newSP))
    case .return(_, let function, let oldSP, let newSP):
      .returned(function: name(function), oldSP: address(oldSP), newSP: address(newSP))
    case .statement(_, let pc): .statement(location: location(pc))
    case .slotWritten(_, let address, _): written(address)
    case .memoryWritten(_, let address, _): writtenThrough(address)
    case .allocated(_, let block, let size, let site): allocated(block, size, site)
    case .tinyAllocated(_, let place, let size, let block, let site): allocatedTiny(place, size, block, site)
    case .mapGrew(_, let buckets): .mapGrew(buckets: buckets)
    case .mapEvacuated: nil
    case .output(let descriptor, let offset, let count): output(descriptor, offset, count)
    case .ended(let status): .ended(status: status)
    case .corrupted(let what) where what.kind == .lostBlock:
      .lostBlock(block: address(what.address), type: places.blockType(what.address) ?? "")
    case .corrupted(let what):
      .danglingPointer(name: places.place(at: what.address).name, target: address(what.target))
    case .stackGrowthBegan, .frameCopied, .pointerRewritten, .stackGrowthEnded, .stackShrunk: stack(event)
    case .assistBegan, .assistEnded, .collectionBegan, .rootScanned, .shaded, .blackened, .markEnded, .swept,
      .finalizerQueued, .spanSwept,
      .collectionEnded:
      collector(event)
    case .finalizerSet(_, let block): .finalizerSet(block: address(block), type: places.blockType(block) ?? "")
    case .deferred: .deferred
    case .deferredCallRan: .deferredCallRan
    case .panicked(let id): .panicked(value: panicValue(of: id))
    case .recovered(_, let function): .recovered(function: name(function))
    case .goroutineStarted, .goroutineEnded, .goroutineBlocked, .goroutineReady, .switched, .selecting:
      scheduling(event)
    }
  }

  /// The value of a goroutine's newest panic, out of the frame of the runtime that carries it out; empty when it is over.
  private func panicValue(of id: Int) -> String {
    guard let goroutine = machine.goroutine(id: id),
      let type = reader.types.firstIndex(where: { $0.kind == .interface && $0.text == "interface {}" })
    else { return "" }
    let frames = FrameWalker(machine).frames(
      sp: goroutine.sp, pc: goroutine.pc, high: goroutine.stackHigh, most: 100)
    let frame = frames.first { machine.functions[Int($0.function.rawValue)].name == "runtime.gopanic" }
    return frame.map { reader.text(of: TypeID(Int32(type)), at: $0.sp + Self.panicValueOffset) } ?? ""
  }

  /// Where the value lies in that frame.
  private static let panicValueOffset: UInt64 = 32

  // MARK: Goroutines

  private func scheduling(_ event: Event) -> Message? {
    switch event {
    case .goroutineStarted(let id, _):
      let goroutine = machine.goroutine(id: id)
      return .goroutineStarted(
        id: id, function: goroutine.map { ConcurrencyBuilder(machine, reader).startFunction($0) } ?? "")
    case .goroutineEnded(let id): return .goroutineEnded(id: id)
    case .goroutineBlocked(let id, let reason):
      // Told in the state behind the step: it may go on already.
      let waits = machine.goroutine(id: id).map { ConcurrencyBuilder(machine, reader).waits($0) } ?? []
      return .goroutineBlocked(id: id, reason: reason, waits: waits.contains(.waitsForEver) ? [] : waits)
    case .goroutineReady(let id): return .goroutineReady(id: id)
    case .switched(_, let to): return .switched(to: to, others: machine.runQueue(most: 4).filter { $0 != to })
    case .selecting(let id, let ready): return .selecting(id: id, ready: ready)
    default: return nil
    }
  }

  // MARK: The program

  private func written(_ address: UInt64) -> Message? {
    guard let slot = places.slot(at: address) else { return nil }
    return .wrote(name: slot.name, value: slot.value)
  }

  private func writtenThrough(_ address: UInt64) -> Message {
    let place = places.place(at: address)
    return .wroteThrough(place: place.name, value: place.value)
  }

  private func allocated(_ block: UInt64, _ size: Int, _ site: SiteID) -> Message {
    let site = self.site(site)
    return .allocated(
      address: address(block), type: places.blockType(block) ?? type(site.type), bytes: size,
      sizeClass: machine.block(at: block)?.size ?? size, reason: Message.Reason(site.reason),
      line: location(site.span))
  }

  private func allocatedTiny(_ place: UInt64, _ size: Int, _ block: UInt64, _ site: SiteID) -> Message {
    let site = self.site(site)
    return .allocatedTiny(
      address: address(place), type: type(site.type), bytes: size, block: address(block),
      reason: Message.Reason(site.reason), line: location(site.span))
  }

  private func output(_ descriptor: Int, _ offset: Int, _ count: Int) -> Message {
    // Of a traceback the first line says it.
    var bytes = Array(machine.output.bytes.dropFirst(offset).prefix(min(count, 120)))
    if descriptor == 2, let end = bytes.firstIndex(of: 0x0a) { bytes.removeSubrange((end + 1)...) }
    return .wroteOutput(text: Quoting.quote(bytes, isCut: count > bytes.count), isError: descriptor == 2)
  }

  // MARK: Stacks

  private func stack(_ event: Event) -> Message? {
    switch event {
    case .stackGrowthBegan(_, let oldLow, let oldHigh, let newLow, let newHigh):
      .growthBegan(oldSize: Int(oldHigh - oldLow), newSize: Int(newHigh - newLow), newLow: address(newLow))
    case .frameCopied(_, let function, let from, let to, let size):
      .frameCopied(function: name(function), from: address(from), to: address(to), bytes: size)
    case .pointerRewritten(_, let place, let old, let new):
      .pointerRewritten(place: places.place(at: place).name, old: address(old), new: address(new))
    case .stackGrowthEnded: .growthEnded
    case .stackShrunk(_, let oldLow, let oldHigh, let newLow, let newHigh):
      .shrunk(oldSize: Int(oldHigh - oldLow), newSize: Int(newHigh - newLow))
    default: nil
    }
  }

  // MARK: The collector

  private func collector(_ event: Event) -> Message? {
    switch event {
    case .collectionBegan(let cycle, let reason): .collectionBegan(cycle: cycle, reason: Message.Trigger(reason))
    case .rootScanned(.global(let index)):
      .globalScanned(name: program.globals.indices.contains(index) ? program.globals[index].name : "")
    case .rootScanned(.stackSlot(_, let slot)):
      .stackRootScanned(name: places.place(at: slot).name, function: Self.short(places.function(at: slot) ?? ""))
    case .rootScanned(.runtime(let name)): .runtimeRootScanned(name: name)
    case .shaded(let block, _, .new): .bornBlack(block: address(block))
    case .shaded(let block, let from, .barrier):
      .shadedByBarrier(block: address(block), type: places.blockType(block) ?? "", from: places.place(at: from).name)
    case .assistBegan(_, let bytes): .assistBegan(bytes: bytes)
    case .assistEnded: .assistEnded
    case .shaded(let block, let from, _):
      .shaded(block: address(block), type: places.blockType(block) ?? "", from: places.place(at: from).name)
    case .blackened(let block): .blackened(block: address(block), type: places.blockType(block) ?? "")
    case .markEnded: .markEnded(white: machine.collectionStatus.white)
    case .swept(let block, let size): .swept(block: address(block), bytes: size)
    case .finalizerQueued(let block): .finalizerQueued(block: address(block), type: places.blockType(block) ?? "")
    case .spanSwept(let base, let freed, let kept): .spanSwept(base: address(base), freed: freed, kept: kept)
    case .collectionEnded(_, let live, let freed): .collectionEnded(liveBytes: live, freedBytes: freed)
    default: nil
    }
  }

  // MARK: Names

  private func address(_ address: UInt64) -> String { Quantity.address(address) }
  private func type(_ id: TypeID) -> String { reader.descriptor(id).text }
  private func site(_ id: SiteID) -> AllocSite { program.sites[Int(id.rawValue)] }

  /// The statement about to run; `nil` outside of the program's own code.
  var next: Message? {
    let place = machine.hasEnded ? "" : location(machine.pc)
    return place.isEmpty ? nil : .statement(location: place)
  }

  func isLibrary(_ function: FunctionID) -> Bool {
    let index = Int(function.rawValue)
    return machine.functions.indices.contains(index) && machine.functions[index].isLibrary
  }

  func name(_ function: FunctionID) -> String {
    let index = Int(function.rawValue)
    return machine.functions.indices.contains(index) ? Self.short(machine.functions[index].name) : "?"
  }

  /// A learner calls `main.f` just `f`.
  static func short(_ name: String) -> String { name.hasPrefix("main.") ? String(name.dropFirst(5)) : name }

  private func location(_ pc: Int) -> String {
    program.spans.indices.contains(pc) ? location(program.spans[pc]) : ""
  }

  private func location(_ span: Span) -> String { program.shortLocation(span) }
}

extension Program {
  /// `main.go:12`: the file's last path component and the line.
  func shortLocation(_ span: Span) -> String {
    guard span.isValid else { return "" }
    let file = sources[span.file]
    let name = file.name.split(separator: "/").last.map(String.init) ?? file.name
    return "\(name):\(file.location(span.start).line)"
  }
}

extension Message.Reason {
  init(_ reason: AllocReason) {
    self =
      switch reason {
      case .new: .new
      case .literal: .literal
      case .variable(let name): .variable(name)
      case .makeSlice: .makeSlice
      case .makeMap: .makeMap
      case .makeChan: .makeChan
      case .closure: .closure
      case .boxing: .boxing
      case .concatenation: .concatenation
      case .stringToBytes: .stringToBytes
      case .bytesToString: .bytesToString
      case .stringToRunes: .stringToRunes
      case .runesToString: .runesToString
      case .runeToString: .runeToString
      case .appendGrowth: .appendGrowth
      case .mapGrowth: .mapGrowth
      case .deferRecord: .deferRecord
      case .methodValue: .methodValue
      case .variadicSlice: .variadicSlice
      case .runtime(let what): .runtime(what)
      }
  }
}

extension Message.Trigger {
  init(_ reason: CollectionReason) {
    self =
      switch reason {
      case .call: .call
      case .pacer: .pacer
      case .request: .request
      case .memoryLimit: .memoryLimit
      }
  }
}
