import Machine
import MachineCode

/// A machine's memory as `ValueReader` wants it.
struct MachineMemory: GuestMemory {
  let machine: Machine

  func bytes(at address: UInt64, count: Int) -> [UInt8]? {
    guard count > 0, machine.memory.isReadable(address, count) else { return count == 0 ? [] : nil }
    return machine.memory.bytes(address, count)
  }

  func target(of address: UInt64) -> PointerPicture.Target {
    let layout = machine.program.layout
    if address == 0 { return .nil }
    if address >= layout.arenaBase {
      if let block = machine.block(at: address) { return .block(block.address) }
      if let owner = stackOwner(address) { return .stack(goroutine: owner) }
      return .dangling
    }
    if address >= layout.dataBase, address < layout.dataEnd { return .global }
    return address >= layout.textBase && address < layout.dataBase ? .readOnly : zeroOrDangling(address)
  }

  /// The runtime's constants (the zero value, small integers) stand behind the package variables.
  private func zeroOrDangling(_ address: UInt64) -> PointerPicture.Target {
    machine.memory.isReadable(address, 1) ? .readOnly : .dangling
  }

  private func stackOwner(_ address: UInt64) -> Int? {
    machine.goroutine(ofStackAt: address)?.id
  }
}
