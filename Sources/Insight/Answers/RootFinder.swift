import Machine
import MachineCode
import Timeline

/// Where reachability begins: package variables, live slots of every frame, and what the runtime itself holds.
struct RootFinder {
  struct Root {
    enum Value {
      case typed(TypeID)
      /// The runtime's: only the pointer is known.
      case pointer(UInt64)
    }

    /// Where the root's value lies; 0 for the runtime's.
    var address: UInt64
    var value: Value
    /// How a person would call it.
    var label: Message
    var goroutine: Int?
    /// What it refers to may still be used by somebody, not just kept.
    var isOfUse = true
    /// It belongs to library code.
    var isLibrary = false
  }

  private let machine: Machine
  private let reader: ValueReader<MachineMemory>
  private var program: Program { machine.program }

  init(_ machine: Machine, _ reader: ValueReader<MachineMemory>) {
    self.machine = machine
    self.reader = reader
  }

  func roots() -> [Root] {
    var found = globals()
    for goroutine in machine.goroutines() { found += frames(goroutine) }
    let known = Set(found.flatMap { pointers(of: $0) })
    return found + machine.runtimeRoots().filter { !known.contains($0.pointer) }.map(runtimeRoot)
  }

  private func runtimeRoot(_ root: RuntimeRoot) -> Root {
    var found = Root(
      address: 0, value: .pointer(root.pointer), label: .heldByRuntime(name: "a deferred call"), isLibrary: true)
    switch root.kind {
    case .goroutine(let id): found.goroutine = id
    case .timer(let isChannel):
      found.label = .heldByTimer
      // Who listens holds the channel, which leads to the timer.
      found.isOfUse = !isChannel
    case .finalizer(let object):
      found.label = .heldByFinalizer(block: Quantity.address(object))
      found.isOfUse = !reaches(root.pointer, object)
    case .queuedFinalizer: found.label = .heldByRuntime(name: "a finalizer")
    }
    return found
  }

  /// Whether one can get from a pointer to a block.
  private func reaches(_ pointer: UInt64, _ block: UInt64) -> Bool {
    var seen: Set<UInt64> = []
    var pending = [pointer]
    while let next = pending.popLast() {
      guard let found = machine.block(at: next), seen.insert(found.address).inserted else { continue }
      if found.address == block { return true }
      pending += machine.pointers(in: found).map(\.target)
    }
    return false
  }

  /// The learner's own roots, and those of library code.
  func rootsByOwner() -> (own: [Root], library: [Root]) {
    let all = roots()
    return (all.filter { !$0.isLibrary }, all.filter { $0.isLibrary && $0.isOfUse })
  }

  /// The pointers that a root holds.
  func pointers(of root: Root) -> [UInt64] {
    switch root.value {
    case .pointer(let pointer): [pointer]
    case .typed(let type): reader.pointers(of: type, at: root.address, most: .max).map(\.address)
    }
  }

  private func globals() -> [Root] {
    program.globals.filter { reader.descriptor($0.type).pointerBytes > 0 }.map { global in
      Root(
        address: global.address, value: .typed(global.type), label: .heldByGlobal(name: global.name),
        isLibrary: global.isLibrary)
    }
  }

  private func frames(_ goroutine: GoroutineInfo) -> [Root] {
    let records = FrameWalker(machine).frames(
      sp: goroutine.sp, pc: goroutine.pc, high: goroutine.stackHigh, most: .max)
    return records.enumerated().flatMap { index, record -> [Root] in
      // Slots of the machine's own functions have types that the program's descriptors do not hold.
      guard program.functions.indices.contains(Int(record.function.rawValue)) else { return [] }
      let info = machine.functions[Int(record.function.rawValue)]
      return info.slots.compactMap { slot in
        // A caller's outgoing area belongs to the callee, whose own slots describe it.
        guard index == 0 || slot.kind != .outgoing, slot.live.contains(where: { $0.contains(record.pc) }) else {
          return nil
        }
        return Root(
          address: UInt64(Int64(record.sp) + Int64(slot.offset)), value: .typed(slot.type),
          label: .heldByFrame(name: slot.name, function: Narrator.short(info.name)),
          goroutine: goroutine.id, isLibrary: info.isLibrary)
      }
    }
  }
}
