import Machine
import MachineCode
import Timeline

/// Gives an address the name that the program has for it: a variable, a field of a block, an element.
struct PlaceNamer {
  struct Place {
    var name: String
    var value: String
  }

  private let machine: Machine
  private let reader: ValueReader<MachineMemory>
  private var program: Program { machine.program }

  init(_ machine: Machine, _ reader: ValueReader<MachineMemory>) {
    self.machine = machine
    self.reader = reader
  }

  /// The variable of the running goroutine's frames that covers an address.
  func slot(at address: UInt64) -> SlotPicture? {
    guard let (record, slot) = frameSlot(at: address), !slot.name.isEmpty else { return nil }
    return reader.row(slot.name, slot.type, slotAddress(slot, record))
  }

  /// The function in whose frame an address lies.
  func function(at address: UInt64) -> String? {
    frameSlot(at: address).map { machine.functions[Int($0.record.function.rawValue)].name }
  }

  /// A name for any address; the address itself when nothing covers it.
  func place(at address: UInt64) -> Place {
    if let (record, slot) = frameSlot(at: address), !slot.name.isEmpty {
      return inside(slot.type, slotAddress(slot, record), slot.name, address)
    }
    if let global = global(at: address) { return inside(global.type, global.address, global.name, address) }
    if let block = machine.block(at: address) { return inside(block, address) }
    return Place(name: Quantity.address(address), value: "")
  }

  /// `[3]main.node` for a block of three, `main.node` for one.
  func blockType(_ address: UInt64) -> String? { machine.block(at: address).map { blockType($0) } }

  func blockType(_ block: BlockInfo) -> String { BlockTypes(program).text(block, reader) }

  func global(at address: UInt64) -> Global? {
    program.globals.first { global in
      address >= global.address && address < global.address + UInt64(max(1, reader.descriptor(global.type).size))
    }
  }

  // MARK: Inside of values

  /// Goes down into fields and elements as far as the address tells: `list.next`, `numbers[2]`.
  private func inside(_ type: TypeID, _ base: UInt64, _ name: String, _ address: UInt64) -> Place {
    let descriptor = reader.descriptor(type)
    let offset = Int(address - base)
    switch descriptor.kind {
    case .structure:
      let field = descriptor.fields.last { field in
        field.offset <= offset && offset < field.offset + max(1, reader.descriptor(field.type).size)
      }
      guard let field else { break }
      return inside(field.type, base + UInt64(field.offset), "\(name).\(field.name)", address)
    case .array:
      guard let element = descriptor.element, reader.descriptor(element).size > 0 else { break }
      let size = reader.descriptor(element).size
      let index = offset / size
      return inside(element, base + UInt64(index * size), "\(name)[\(index)]", address)
    default: break
    }
    return Place(name: name, value: reader.text(of: type, at: base))
  }

  private func inside(_ block: BlockInfo, _ address: UInt64) -> Place {
    guard let id = block.type else { return Place(name: Quantity.address(address), value: "") }
    let type = reader.descriptor(id)
    let name = "(\(blockType(block)) at \(Quantity.address(block.address)))"
    guard type.size > 0 else { return Place(name: name, value: "") }
    if block.count == 1 { return inside(id, block.address, name, address) }
    let index = Int(address - block.address) / type.size
    guard index < block.count else { return Place(name: name, value: "") }
    return inside(id, block.address + UInt64(index * type.size), "\(name)[\(index)]", address)
  }

  // MARK: Frames

  private func slotAddress(_ slot: FrameSlot, _ record: FrameRecord) -> UInt64 {
    UInt64(Int64(record.sp) + Int64(slot.offset))
  }

  private func frameSlot(at address: UInt64) -> (record: FrameRecord, slot: FrameSlot)? {
    guard let goroutine = machine.goroutine(ofStackAt: address) else { return nil }
    let records = FrameWalker(machine).frames(
      sp: goroutine.sp, pc: goroutine.pc, high: goroutine.stackHigh, most: 100_000)
    // Arguments lie in the caller's outgoing area: the callee's name for them comes first.
    for record in records where program.functions.indices.contains(Int(record.function.rawValue)) {
      let info = machine.functions[Int(record.function.rawValue)]
      guard address >= record.sp, address < record.base + 16 + UInt64(info.argumentSize) else { continue }
      let offset = Int64(address) - Int64(record.sp)
      let slot = info.slots.first { slot in
        let size = max(1, reader.descriptor(slot.type).size)
        return slot.kind != .temporary && slot.kind != .outgoing && Int64(slot.offset) <= offset
          && offset < Int64(slot.offset) + Int64(size)
      }
      if let slot { return (record, slot) }
    }
    return nil
  }
}

/// How the type of a block is called.
struct BlockTypes {
  private let program: Program
  init(_ program: Program) { self.program = program }

  /// `[3]main.node` for a block of three. What the compiler makes up itself goes by Go's keyword for it: `func` with
  /// its captured variables, the record of a `defer`.
  func text<Memory>(_ block: BlockInfo, _ reader: ValueReader<Memory>) -> String {
    if let id = block.site, program.sites.indices.contains(Int(id.rawValue)) {
      switch program.sites[Int(id.rawValue)].reason {
      case .closure, .methodValue: return "func"
      case .deferRecord: return "defer"
      default: break
      }
    }
    guard let type = block.type else { return "[\(block.requestedSize)]byte" }
    let text = reader.descriptor(type).text
    return block.count == 1 ? text : "[\(block.count)]\(text)"
  }
}
