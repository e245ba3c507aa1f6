/// What a function does with the value of one parameter: for the heap, for what may be written through it, for what may
/// be called, and for each of its first five results, the least number of dereferences after which the value gets there
/// (cmd/compile/internal/escape/leaks.go, Go 1.23). One byte each: the number plus one, 0 for never.
struct Leaks: Hashable, Sendable {
  static let resultCount = 5
  private enum Slot { static let heap = 0, mutator = 1, callee = 2, results = 3 }

  private(set) var bytes = SIMD8<UInt8>()

  init() {}
  init(bytes: SIMD8<UInt8>) { self.bytes = bytes }

  /// The value itself goes to the heap, as must be assumed of an unknown function.
  static let toHeap: Leaks = {
    var leaks = Leaks()
    leaks.addHeap(0)
    return leaks
  }()

  var heap: Int? { self[Slot.heap] }
  var mutator: Int? { self[Slot.mutator] }
  var callee: Int? { self[Slot.callee] }
  func result(_ index: Int) -> Int? { self[Slot.results + index] }

  mutating func addHeap(_ derefs: Int) { add(Slot.heap, derefs) }
  mutating func addMutator(_ derefs: Int) { add(Slot.mutator, derefs) }
  mutating func addCallee(_ derefs: Int) { add(Slot.callee, derefs) }
  mutating func addResult(_ index: Int, _ derefs: Int) { add(Slot.results + index, derefs) }

  /// Forgets what is no news: where the heap is reached with no more dereferences.
  mutating func optimize() {
    guard let heap else { return }
    for slot in 1..<8 {
      if let derefs = self[slot], derefs >= heap { bytes[slot] = 0 }
    }
    // A value that is in the heap may be written and called there.
    if heap == 0 { bytes = Leaks.toHeap.bytes }
  }

  private subscript(slot: Int) -> Int? { bytes[slot] == 0 ? nil : Int(bytes[slot]) - 1 }

  private mutating func add(_ slot: Int, _ derefs: Int) {
    let byte = UInt8(min(derefs + 1, 255))
    if bytes[slot] == 0 || byte < bytes[slot] { bytes[slot] = byte }
  }
}
