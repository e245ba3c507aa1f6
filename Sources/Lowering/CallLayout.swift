import GoTypes
import MachineCode

/// Where arguments and results lie in the caller's outgoing area; bytes from SP (the teaching ABI of MachineCode.swift).
struct CallLayout {
  var parameters: [(offset: Int, type: TypeID)] = []
  var results: [(offset: Int, type: TypeID)] = []
  var resultOffset = 0
  var size = 0

  /// `parameters` with the receiver, if there is one, first.
  init(_ types: TypeTable, parameters: [TypeID], results: [TypeID]) {
    var offset = 0
    func align(_ alignment: Int) { offset = (offset + alignment - 1) / alignment * alignment }
    for type in parameters {
      align(max(1, types[type].alignment))
      self.parameters.append((offset, type))
      offset += types[type].size
    }
    align(types.wordSize)
    resultOffset = offset
    for type in results {
      align(max(1, types[type].alignment))
      self.results.append((offset, type))
      offset += types[type].size
    }
    align(types.wordSize)
    size = offset
  }
}

/// What is called.
enum Callee {
  case function(FunctionID)
  case intrinsic(Intrinsic)
  /// A func value in a slot.
  case closure(Operand)
  /// A method, by its index, of the interface in a slot.
  case interface(Operand, method: Int)
}

extension FunctionLowering {
  /// Calls with the arguments in place; returns the slots of the results, to be read before the next call.
  func emitCall(_ callee: Callee, _ layout: CallLayout) -> [Operand] {
    outgoingSize = max(outgoingSize, layout.size)
    let skipped = if case .interface = callee { 1 } else { 0 }
    let reads = layout.parameters.dropFirst(skipped).map { outgoing($0.offset, $0.type).slot }
    let results = layout.results.map { outgoing($0.offset, $0.type) }
    let writes = results.map(\.slot)
    switch callee {
    case .function(let id): emit(.call, .immediate(id.rawValue), reads: reads, writes: writes)
    case .intrinsic(let intrinsic):
      emit(.callIntrinsic, .immediate(intrinsic.rawValue), reads: reads, writes: writes)
    case .closure(let slot): emit(.callClosure, slot, reads: reads, writes: writes)
    case .interface(let slot, let method):
      emit(.callInterface, slot, .immediate(method), reads: reads, writes: writes)
    }
    return results
  }

  /// The layout of a call by signature.
  func layout(_ signature: Signature, receiver: TypeID? = nil) -> CallLayout {
    CallLayout(
      types, parameters: (receiver.map { [$0] } ?? []) + signature.params.map { type($0.type) },
      results: signature.results.map { type($0.type) })
  }
}
