import Machine
import MachineCode
import Timeline

/// Draws goroutines and channels.
struct ConcurrencyBuilder {
  let machine: Machine
  let reader: ValueReader<MachineMemory>
  let names: ChannelNames
  /// Goroutines and channels at most: more than any screen shows at once.
  static let most = 1_000
  /// Values of a buffer, and waiting goroutines, that are read.
  private static let mostInRow = 32
  /// Above these numbers, who is leaked is not worked out at each step.
  private static let mostJudged = (goroutines: 2_000, blocks: 5_000)

  private var program: Program { machine.program }

  init(_ machine: Machine, _ reader: ValueReader<MachineMemory>) {
    self.machine = machine
    self.reader = reader
    names = ChannelNames(machine, reader)
  }

  /// The function that a goroutine was started with, while it has not begun: its closure stands in its first frame.
  func startFunction(_ goroutine: GoroutineInfo) -> String {
    guard goroutine.pc < 0, goroutine.createdBy != 0, goroutine.state == .runnable,
      machine.memory.isReadable(goroutine.sp, 8)
    else { return "" }
    let closure = machine.memory.word(goroutine.sp)
    guard closure != 0, machine.memory.isReadable(closure, 8) else { return "" }
    let text = machine.memory.word(closure)
    guard text >= program.layout.textBase, text < program.layout.readOnlyBase else { return "" }
    let pc = program.layout.instruction(at: text)
    guard let index = FunctionTable(program).index(at: pc) else { return "" }
    let function = program.functions[index]
    guard function.isWrapper else { return Narrator.short(function.name) }
    // go f(x) goes through a wrapper that brings the arguments: what it calls is meant.
    let code = Int(function.code.start)..<Int(function.code.end)
    let call = code.map { program.code[$0] }.last { $0.op == .call }
    return call.map { Narrator.short(machine.functions[Int($0.a)].name) } ?? ""
  }

  // MARK: Goroutines

  func goroutines(_ all: [GoroutineInfo], focus: Int?) -> [GoroutinePicture] {
    let leaked = leakedGoroutines(all)
    return all.map { picture($0, isFocus: $0.id == focus, isLeaked: leaked.contains($0.id)) }
  }

  private func leakedGoroutines(_ all: [GoroutineInfo]) -> Set<Int> {
    guard all.contains(where: { $0.state == .waiting }), machine.goroutineCount <= Self.mostJudged.goroutines,
      Int(machine.heapStatistics.heapObjects) <= Self.mostJudged.blocks
    else { return [] }
    return Set(Stranded.find(machine).map(\.goroutine.id))
  }

  private func picture(_ goroutine: GoroutineInfo, isFocus: Bool, isLeaked: Bool) -> GoroutinePicture {
    let state =
      switch goroutine.state {
      case .running: "running"
      case .runnable: "runnable"
      case .waiting: goroutine.reason
      case .dead: "dead"
      }
    let records = FrameWalker(machine).frames(
      sp: goroutine.sp, pc: goroutine.pc, high: goroutine.stackHigh, most: 20)
    let own = records.first { record in
      // A frame may be one of the machine's own functions.
      let function = machine.functions[Int(record.function.rawValue)]
      return !function.isLibrary && !function.isWrapper
    }
    let builder = StackBuilder(machine: machine, reader: reader)
    let isTop = own?.sp == goroutine.sp
    return GoroutinePicture(
      id: goroutine.id, state: state,
      function: own.map { Narrator.short(machine.functions[Int($0.function.rawValue)].name) }
        ?? startFunction(goroutine),
      location: own.map { builder.location(isTop ? $0.pc : $0.pc - 1) } ?? "",
      stackSize: Int(goroutine.stackHigh - goroutine.stackLow), isFocus: isFocus,
      isWaiting: goroutine.state == .waiting, waits: waits(goroutine),
      startedAt: goroutine.createdBy == 0 ? "" : builder.location(goroutine.createdAt), isLeaked: isLeaked)
  }

  /// Function and line where a goroutine goes on.
  func place(of goroutine: GoroutineInfo) -> String {
    let picture = picture(goroutine, isFocus: false, isLeaked: false)
    return [picture.function, picture.location].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// A case of the select that is about to be executed.
  func caseOfSelect(_ index: Int) -> [Message] {
    guard case .channel(let address, let isSender, let element, _)? = machine.selectCase(index) else { return [] }
    return [
      isSender
        ? .waitsSend(channel: names.name(of: address), value: value(channel: address, at: element))
        : .waitsReceive(channel: names.name(of: address))
    ]
  }

  /// What a goroutine waits for, in words.
  func waits(_ goroutine: GoroutineInfo) -> [Message] {
    guard goroutine.state == .waiting else { return [] }
    let waits = machine.waits(of: goroutine)
    if waits.isEmpty { return [.waitsForEver] }
    return waits.map { wait in
      switch wait {
      case .channel(let address, let isSender, let element, _):
        if let due = machine.channel(at: address, most: 0)?.timer {
          return .waitsTime(time: Quantity.seconds(nanoseconds: due))
        }
        return isSender
          ? .waitsSend(channel: names.name(of: address), value: value(channel: address, at: element))
          : .waitsReceive(channel: names.name(of: address))
      case .semaphore(let address): return .waitsLock(name: names.lock(at: address))
      case .time(let when): return .waitsTime(time: Quantity.seconds(nanoseconds: when))
      }
    }
  }

  func value(channel address: UInt64, at element: UInt64) -> String {
    guard element != 0, let channel = machine.channel(at: address, most: 0) else { return "" }
    return reader.text(of: channel.element, at: element)
  }

  // MARK: Channels

  /// The channels that the learner's program has made, in the order of their making; those for which somebody waits even in a large heap.
  func channels(_ goroutines: [GoroutineInfo]) -> [ChannelPicture] {
    var addresses: Set<UInt64> = []
    for goroutine in goroutines where goroutine.state == .waiting {
      for case .channel(let address, _, _, _) in machine.waits(of: goroutine) { addresses.insert(address) }
      if addresses.count >= Self.most { break }
    }
    if Int(machine.heapStatistics.heapObjects) <= HeapBuilder.mostSorted, machine.channelType.rawValue >= 0 {
      for block in machine.blocks(from: program.layout.arenaBase, limit: HeapBuilder.mostSorted)
      where block.type == machine.channelType && names.isHeld(block.address) {
        addresses.insert(block.address)
      }
    }
    let age = { (address: UInt64) in machine.block(at: address)?.birth ?? 0 }
    return addresses.map { (age($0), $0) }.sorted { $0 < $1 }.prefix(Self.most).compactMap { picture($0.1) }
  }

  private func picture(_ address: UInt64) -> ChannelPicture? {
    guard let channel = machine.channel(at: address, most: Self.mostInRow) else { return nil }
    func waiting(_ all: [ChannelInfo.Waiting], isSender: Bool) -> [ChannelPicture.Waiting] {
      all.map {
        ChannelPicture.Waiting(
          goroutine: $0.goroutine,
          value: isSender && $0.element != 0 ? reader.text(of: channel.element, at: $0.element) : "",
          isSelecting: $0.caseIndex != nil)
      }
    }
    return ChannelPicture(
      address: address, name: names.name(of: address), type: "chan \(reader.descriptor(channel.element).text)",
      capacity: channel.capacity, count: channel.count, isClosed: channel.isClosed,
      buffered: channel.buffered.map { reader.text(of: channel.element, at: $0) },
      receivers: waiting(channel.receivers, isSender: false), senders: waiting(channel.senders, isSender: true))
  }
}
