import MachineCode

/// The collector's small state.
struct Collector: Hashable, Sendable {}

/// Runtime work of heap and maps: a collection, the evacuation of a map.
enum HeapWork: Hashable, Sendable {
  case collect(CollectionReason)
}

extension Machine {
  /// One unit of work; nil when it is over.
  func advance(_ work: HeapWork) -> HeapWork? { nil }

  /// Called before each pointer store while `core.pointee.barrier` is on: the slot's address and the pointer to be stored.
  func writeBarrier(slot: UInt64, new: UInt64) {}

  /// The same before a value of a type with pointers is stored at `target`: from host bytes (a frame slot or memory); zeroed when nil.
  func writeBarrier(target: UInt64, source: UnsafeRawPointer?, type: TypeID) {}
}
