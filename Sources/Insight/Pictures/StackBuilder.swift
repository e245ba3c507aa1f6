import Machine
import MachineCode
import SourceText
import Timeline

/// Draws a goroutine's stack out of its memory.
struct StackBuilder {
  let machine: Machine
  let reader: ValueReader<MachineMemory>
  /// Frames at most: more than any screen shows.
  static let mostFrames = 200

  private var program: Program { machine.program }
  private var word: UInt64 { UInt64(program.wordSize) }

  func picture(of goroutine: GoroutineInfo, focus: Int) -> StackPicture {
    let walker = FrameWalker(machine)
    let records = walker.frames(
      sp: goroutine.sp, pc: goroutine.pc, high: goroutine.stackHigh, most: Self.mostFrames)
    let move = machine.stackMove(ofGoroutine: goroutine.id)
    let copied = move.map { move in records.prefix { $0.sp < move.nextFrame ?? .max }.count } ?? 0
    let frames = records.enumerated().map { index, record in
      // What has been copied is read where it will go on.
      let place = index < copied ? record.moved(by: move?.distance ?? 0) : record
      return picture(of: place, caller: records.dropFirst(index + 1).first, isFocus: index == focus, isStale: false)
    }
    let stale =
      move != nil ? [] : records.first.map { walker.staleFrames(below: $0, low: goroutine.stackLow, most: 16) } ?? []
    return StackPicture(
      goroutine: goroutine.id, low: goroutine.stackLow, high: goroutine.stackHigh,
      guardAddress: goroutine.stackLow + Machine.stackGuard, sp: goroutine.sp, frames: frames.reversed(),
      stale: stale.map { picture(of: $0, caller: nil, isFocus: false, isStale: true) },
      growth: move.map { move in
        GrowthPicture(
          oldLow: move.oldLow, oldHigh: move.oldHigh, newLow: move.newLow, newHigh: move.newHigh, copiedFrames: copied,
          totalFrames: records.count, rewrittenPointers: move.rewrittenPointers)
      })
  }

  private func picture(of record: FrameRecord, caller: FrameRecord?, isFocus: Bool, isStale: Bool) -> FramePicture {
    let info = machine.functions[Int(record.function.rawValue)]
    // The runtime's own frames hold nothing that the program has a name or a type for.
    let isProgram = program.functions.indices.contains(Int(record.function.rawValue))
    let slots = isProgram ? info.slots.compactMap { slot($0, record, isStale) } : []
    return FramePicture(
      function: info.name, functionID: record.function, low: record.sp,
      high: record.base + 2 * word + UInt64(info.argumentSize), slots: slots,
      returnsTo: caller.map { location($0.site) } ?? "", location: isStale ? "" : location(record.site),
      isFocus: isFocus, isLibrary: info.isLibrary, isStale: isStale)
  }

  private func slot(_ slot: FrameSlot, _ record: FrameRecord, _ isStale: Bool) -> SlotPicture? {
    switch slot.kind {
    case .temporary, .outgoing, .stringBuffer, .mapIterator: return nil
    case .deferRecord, .backing, .closure:
      guard contains(slot.visible.isEmpty ? slot.live : slot.visible, record.pc) else { return nil }
    case .receiver, .parameter, .result, .local, .escaped: break
    }
    guard !slot.name.isEmpty, slot.name != "_" else { return nil }
    var row = reader.row(slot.name, slot.type, UInt64(Int64(record.sp) + Int64(slot.offset)))
    row.kind = slot.kind
    row.liveness = isStale ? .stale : liveness(slot, record.pc)
    if row.liveness == .notYet { row.pointers = [] }
    return row
  }

  private func liveness(_ slot: FrameSlot, _ pc: Int) -> SlotPicture.Liveness {
    guard contains(slot.visible, pc) || slot.visible.isEmpty else {
      let begins = slot.visible.first.map { Int($0.start) } ?? 0
      return pc < begins ? .notYet : .dead
    }
    if reader.descriptor(slot.type).pointerBytes > 0, !contains(slot.live, pc) { return .dead }
    return .live
  }

  private func contains(_ ranges: [PCRange], _ pc: Int) -> Bool { ranges.contains { $0.contains(pc) } }

  func location(_ pc: Int) -> String {
    guard program.spans.indices.contains(pc), program.spans[pc].isValid else { return "" }
    let span = program.spans[pc]
    let file = program.sources[span.file]
    let name = file.name.split(separator: "/").last.map(String.init) ?? file.name
    return "\(name):\(file.location(span.start).line)"
  }
}
