import Machine
import MachineCode
import SourceText
import Timeline

/// How the program calls its channels and locks: by the variables and fields that hold them.
struct ChannelNames {
  private let machine: Machine
  private let reader: ValueReader<MachineMemory>
  private var names: [UInt64: String] = [:]
  private var program: Program { machine.program }

  /// Goroutines, and frames of each, in which names are looked for.
  private static let most = (goroutines: 64, frames: 16)

  /// A channel goes by the variable to which its `make` was assigned; where there is none, by the first that holds it now:
  /// package variables, frames from the oldest goroutine on, fields of blocks.
  init(_ machine: Machine, _ reader: ValueReader<MachineMemory>) {
    self.machine = machine
    self.reader = reader
    guard machine.channelType.rawValue >= 0 else { return }
    nameByOrigin()
    for global in program.globals where !global.isLibrary { note(global.type, global.address, global.name) }
    for goroutine in machine.goroutines(most: Self.most.goroutines) { noteFrames(goroutine) }
    guard Int(machine.heapStatistics.heapObjects) <= HeapBuilder.mostSorted else { return }
    for block in machine.blocks(from: program.layout.arenaBase, limit: HeapBuilder.mostSorted) where !block.isNoscan {
      guard let type = block.type, isOwn(block), block.count == 1 else { continue }
      note(type, block.address, own(block))
    }
  }

  private static let named: [FrameSlot.Kind] = [.receiver, .parameter, .result, .local, .escaped]

  /// Of several channels from one place the first made keeps the plain name; the others are numbered.
  private mutating func nameByOrigin() {
    guard Int(machine.heapStatistics.heapObjects) <= HeapBuilder.mostSorted else { return }
    let blocks = machine.blocks(from: program.layout.arenaBase, limit: HeapBuilder.mostSorted)
      .filter { $0.type == machine.channelType && isOwn($0) }.sorted { $0.birth < $1.birth }
    var count: [String: Int] = [:]
    for block in blocks {
      guard let site = site(block), let name = assigned(site.span) else { continue }
      count[name, default: 0] += 1
      names[block.address] = count[name] == 1 ? name : "\(name)#\(count[name] ?? 0)"
    }
  }

  /// `jobs` of `jobs := make(chan int)`, also of `a, b := make(chan int), make(chan int)`: read in the source line.
  private func assigned(_ span: Span) -> String? {
    guard span.isValid else { return nil }
    let bytes = program.sources[span.file].bytes
    let start = Int(span.start)
    guard start < bytes.count else { return nil }
    // From the line's beginning to the make.
    let line = bytes[..<start].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let text = String(decoding: bytes[line..<start], as: UTF8.self)
    guard let sign = text.firstIndex(of: "=") else { return nil }
    var left = text[..<sign]
    if left.last == ":" { left.removeLast() }
    let words = left.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "," }).filter { $0 != "var" }
    let names = words.filter { $0.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } }
    // `var c chan int = ...` has a type behind the name.
    let before = text[sign...]
    var depth = 0
    var index = 0
    for character in before {
      if character == "(" { depth += 1 } else if character == ")" { depth -= 1 }
      if character == ",", depth == 0 { index += 1 }
    }
    guard !before.contains("{"), !before.contains("func"),
      let name = words.count == names.count ? names[safe: index] : names.first
    else { return nil }
    return String(name)
  }

  private mutating func noteFrames(_ goroutine: GoroutineInfo) {
    let records = FrameWalker(machine).frames(
      sp: goroutine.sp, pc: goroutine.pc, high: goroutine.stackHigh, most: Self.most.frames)
    for record in records.reversed() {
      let info = machine.functions[Int(record.function.rawValue)]
      guard !info.isLibrary else { continue }
      for slot in info.slots where !slot.name.isEmpty && Self.named.contains(slot.kind) {
        guard slot.type.rawValue >= 0, slot.visible.isEmpty || slot.visible.contains(where: { $0.contains(record.pc) })
        else { continue }
        note(slot.type, UInt64(Int64(record.sp) + Int64(slot.offset)), slot.name)
      }
    }
  }

  /// Channels in a value: itself, its fields, and what it points to.
  private mutating func note(_ type: TypeID, _ address: UInt64, _ name: String, depth: Int = 0) {
    let descriptor = reader.descriptor(type)
    guard descriptor.pointerBytes > 0, depth < 3, machine.memory.isReadable(address, max(1, descriptor.size)) else {
      return
    }
    switch descriptor.kind {
    case .chan:
      let channel = machine.memory.word(address)
      if channel != 0, names[channel] == nil, !name.isEmpty { names[channel] = name }
    case .structure:
      for field in descriptor.fields.prefix(32) {
        // A captured variable goes by its own name.
        note(
          field.type, address + UInt64(field.offset), name.isEmpty ? field.name : "\(name).\(field.name)",
          depth: depth + 1)
      }
    case .array:
      guard let element = descriptor.element else { return }
      let size = UInt64(reader.descriptor(element).size)
      for index in 0..<UInt64(min(16, descriptor.length)) {
        note(element, address + index * size, "\(name)[\(index)]", depth: depth + 1)
      }
    case .slice:
      guard let element = descriptor.element else { return }
      let size = UInt64(reader.descriptor(element).size)
      let base = machine.memory.word(address)
      for index in 0..<min(16, machine.memory.word(address + 8)) {
        note(element, base + index * size, "\(name)[\(index)]", depth: depth + 1)
      }
    case .pointer:
      let target = machine.memory.word(address)
      if let element = descriptor.element, target != 0 { note(element, target, name, depth: depth + 1) }
    default: break
    }
  }

  private func isOwn(_ block: BlockInfo) -> Bool {
    guard let site = site(block) else { return false }
    return !program.functions[Int(site.function.rawValue)].isLibrary
  }

  private func site(_ block: BlockInfo) -> AllocSite? {
    guard let id = block.site, program.sites.indices.contains(Int(id.rawValue)) else { return nil }
    return program.sites[Int(id.rawValue)]
  }

  /// The name of the variable that a block is; empty for others.
  private func own(_ block: BlockInfo) -> String {
    if case .variable(let name)? = site(block)?.reason { return name }
    return ""
  }

  // MARK: Names

  /// It is the learner's own: a variable of the program's holds it, or the program made it.
  func isHeld(_ channel: UInt64) -> Bool {
    if names[channel] != nil { return true }
    return machine.block(at: channel).map(isOwn) ?? false
  }

  /// `jobs`, `s.done`; without a variable, the place where it was made: `chan@main.go:12`.
  func name(of channel: UInt64) -> String {
    if let name = names[channel] { return name }
    guard let block = machine.block(at: channel), let site = site(block) else { return Quantity.address(channel) }
    return "chan@\(program.shortLocation(site.span))"
  }

  /// The variable whose lock a semaphore belongs to.
  func lock(at address: UInt64) -> String {
    let namer = PlaceNamer(machine, reader)
    var name = namer.place(at: address).name
    if let block = machine.block(at: address) {
      let own = own(block)
      let typed = "(\(namer.blockType(block)) at \(Quantity.address(block.address)))"
      if name.hasPrefix(typed) { name = (own.isEmpty ? typed : own) + name.dropFirst(typed.count) }
    }
    // The semaphore is a field of the lock.
    for field in [".sema", ".readerSem", ".writerSem", ".w"] where name.hasSuffix(field) {
      name.removeLast(field.count)
    }
    return name
  }
}

extension Array {
  fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
