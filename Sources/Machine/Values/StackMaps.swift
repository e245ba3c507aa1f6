import MachineCode

/// Where pointers are, worked out from types and liveness when first asked for. A cache: no part of the machine's state.
final class StackMaps {
  private let program: Program
  private let functions: [FunctionInfo]
  private let functionOf: (Int) -> Int
  private var byType: [TypeID: [Int32]] = [:]
  private var bySafepoint: [Int: [Int32]] = [:]
  /// The last answer: deep recursion asks for the same again and again.
  private var last: (key: Int, offsets: [Int32]) = (Int.max, [])

  init(_ program: Program, _ functions: [FunctionInfo], functionOf: @escaping (Int) -> Int) {
    self.program = program
    self.functions = functions
    self.functionOf = functionOf
  }

  /// Byte offsets of the pointer words in a value of the type, ascending.
  func pointers(of type: TypeID) -> [Int32] {
    if type == .machinePointer { return [0] }
    if let known = byType[type] { return known }
    var found: [Int32] = []
    collect(type, at: 0, &found)
    byType[type] = found
    return found
  }

  private func collect(_ type: TypeID, at offset: Int, _ found: inout [Int32]) {
    let descriptor = program.types[Int(type.rawValue)]
    guard descriptor.pointerBytes > 0 else { return }
    switch descriptor.kind {
    case .array:
      guard let element = descriptor.element else { return }
      let inElement = pointers(of: element)
      let size = program.types[Int(element.rawValue)].size
      for index in 0..<descriptor.length {
        for pointer in inElement { found.append(Int32(offset + index * size) + pointer) }
      }
    case .structure:
      for field in descriptor.fields { collect(field.type, at: offset + field.offset, &found) }
    case .interface:
      // The first word points at a descriptor or itab, which does not move and is not collected.
      found.append(Int32(offset + program.wordSize))
    default: found.append(Int32(offset))
    }
  }

  /// Byte offsets from SP of the live pointer words of a frame. `pc` is the instruction at which the frame goes on; in a frame that waits
  /// for a call (`isTop` false) the outgoing area belongs to the callee.
  func livePointers(at pc: Int, isTop: Bool) -> [Int32] {
    let key = pc * 2 + (isTop ? 1 : 0)
    if last.key == key { return last.offsets }
    if let known = bySafepoint[key] {
      last = (key, known)
      return known
    }
    let id = functionOf(pc)
    var found: Set<Int32> = []
    if id >= 0 {
      for slot in functions[id].slots where isTop || slot.kind != .outgoing {
        guard slot.live.contains(where: { $0.contains(pc) }) else { continue }
        for pointer in pointers(of: slot.type) { found.insert(slot.offset + pointer) }
      }
    }
    let offsets = found.sorted()
    bySafepoint[key] = offsets
    last = (key, offsets)
    return offsets
  }
}
