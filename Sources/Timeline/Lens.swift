import Machine
import MachineCode

/// Which events a step stops at.
///
/// Library code counts as one step unless asked for: what happens while it runs is passed over, except what the runtime does
/// meanwhile (a stack that grows, a collection), what it prints, and the program's end.
public struct Lens: Hashable, Sendable {
  public var showsLibrary = false
  /// Stop wherever something is chosen: who runs next, or which case of a select goes on.
  public var stopsAtChoices = false
  /// Stop where this goroutine, which runs alone, has to wait or ends.
  public var stopsWhenBlocked: Int?
  /// Statements (by instruction index) that carry narration or a breakpoint.
  public var marks: Set<Int> = []
  /// Those of them at which every motion halts, however it would pass over them.
  public var breakpoints: Set<Int> = []
  public init() {}

  /// Whether a step by one event stops here. `isInLibrary` tells where the instruction under execution belongs.
  public func isVisible(_ event: Event, isInLibrary: Bool) -> Bool {
    switch event {
    case .statement(_, let pc): marks.contains(pc)
    case .finalizerSet, .call, .return, .slotWritten, .memoryWritten, .allocated, .tinyAllocated, .mapGrew,
      .mapEvacuated, .deferred,
      .deferredCallRan:
      showsLibrary || !isInLibrary
    case .stackGrowthBegan, .frameCopied, .pointerRewritten, .stackGrowthEnded, .stackShrunk, .collectionBegan,
      .rootScanned, .shaded, .blackened, .markEnded, .assistBegan, .assistEnded, .swept, .finalizerQueued, .spanSwept,
      .collectionEnded, .panicked,
      .recovered,
      .goroutineStarted, .goroutineEnded, .goroutineBlocked, .goroutineReady, .switched, .output, .corrupted, .ended:
      true
    // A choice that is made by chance changes nothing to be seen; who wants to make it stops there.
    case .selecting: stopsAtChoices
    }
  }
}

/// Tells for each instruction whether it belongs to gomem's library.
struct LibraryMap {
  private let isLibrary: [Bool]
  private let entry: PCRange

  init(_ program: Program) {
    entry = program.functions[Int(program.entry.rawValue)].code
    var map = [Bool](repeating: true, count: program.code.count)
    for function in program.functions where !function.isLibrary && !function.isWrapper {
      for pc in function.code.start..<max(function.code.start, function.code.end) { map[Int(pc)] = false }
    }
    isLibrary = map
  }

  /// Whether an instruction is of what runs below the learner's functions: the program's entry, which calls initialisers and
  /// main, or one of the machine's own.
  func isFloor(_ pc: Int) -> Bool { pc < 0 || entry.contains(pc) }

  /// Instructions outside of the program (the machine's own stubs) count as library.
  func contains(_ pc: Int) -> Bool { isLibrary.indices.contains(pc) ? isLibrary[pc] : true }
}
