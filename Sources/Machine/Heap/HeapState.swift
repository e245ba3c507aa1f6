/// The heap's small state. It stands in the metadata window like the tables, so a checkpoint has it without knowing it.
struct HeapState {
  // Pages.
  /// Pages of the arena taken into use, from its beginning.
  var arenaPages: Int
  /// Pages below this index may have been used before; above, memory still reads as zero.
  var usedPages: Int
  /// No page below this index is free.
  var firstFreePage: Int
  /// Head of the free pieces of the metadata window by size in KiB is kept in a table; this is the current bump piece.
  var chunkNext: Int
  var chunkEnd: Int

  // The tiny allocator: the current 16-byte slot and the bytes used in it; 0 for none.
  var tiny: UInt64
  var tinyOffset: Int

  /// State of the machine's own random numbers.
  var random: UInt64

  // Statistics, in blocks and bytes (runtime/mstats.go).
  var mallocs: UInt64
  var tinyMallocs: UInt64
  var frees: UInt64
  var allocatedBytes: UInt64
  var freedBytes: UInt64
  var spanPages: Int
  var stackPages: Int

  // Pacing, in bytes (runtime/mgcpacer.go).
  /// Allocated since the last collection plus what that one marked; grows by whole spans.
  var heapLive: Int
  var heapMarked: Int
  var lastStackScan: Int
  var globalsScan: Int
  var heapMinimum: Int
  /// The minimum follows GOGC, as in Go; false when an option set it.
  var heapMinimumIsScaled: Bool
  /// −1: off.
  var gogc: Int
  var trigger: Int
  var goal: Int
  /// The trigger was reached: the next allocating instruction collects first.
  var collectionDue: Bool

  // Collection.
  var phaseByte: UInt8
  var reasonByte: UInt8
  /// Sweeping finds the current span at `sweepSlot`.
  var sweepInSpan: Bool
  var sweepGeneration: UInt32
  var cycles: Int
  // A collection beside the program.
  /// The collection under way takes turns with the program, instead of standing before its next instruction.
  var isConcurrent: Bool
  /// Who goes on while a collection is under way (`Interleaving`).
  var interleaving: UInt8
  /// The tick at which the collector's next turn begins, the units of a turn of its, and the program's ticks between two.
  var turnBegins: UInt64
  var collectorTurn: Int
  var programTurn: Int
  /// Bytes that the program may allocate before it has to help, and how much of `scanWork` earlier allocations have paid with.
  var assistCredit: Int
  var claimedWork: Int
  /// Bytes scanned in this collection, and in the one before it.
  var scanWork: Int
  var lastScanWork: Int
  /// Bytes that counted as live when marking began, and how much the program allocated a byte scanned, of the processor's time that each had.
  var liveAtMark: Int
  var consMark: Double
  /// Ticks in which the program marked, in this collection; and when marking began.
  var assistTicks: Int
  var markBegan: UInt64
  /// Collections that the program asked for (runtime.GC).
  var forcedCycles: Int
  var markedBytes: Int
  var markedBlocks: Int
  var freedBeforeSweep: UInt64

  // Roots: the next global; then the goroutine (its record's address), what of it comes next, and within its stack frame and slot.
  var rootsDone: Bool
  var rootGlobal: Int
  var rootGoroutine: UInt64
  /// The timer whose turn it is next (`TimerRecord`).
  var rootTimer: UInt64
  /// The runtime's own roots, scanned before the program goes on.
  var runtimeRootsDone: Bool
  var rootStage: Int
  /// Whether the goroutine's stack shall shrink has been decided.
  var rootEntered: Bool
  var rootPC: Int
  var rootSP: UInt64
  var rootSlot: Int
  var stackScan: Int
  /// Stacks scanned in this collection, and bytes of them in use: new stacks are as large as these are on average.
  var scannedStacks: Int
  var scannedStackBytes: Int
  /// Bytes of a new goroutine's stack; 0 for the smallest.
  var startingStack: Int

  // The value being scanned: elements of one type in a row.
  /// The grey block that is being scanned, or 0 for a root.
  var scanBlock: UInt64
  var scanElement: UInt64
  /// Elements not finished, the current one included; 0 when nothing is being scanned.
  var scanRemaining: Int
  var scanType: Int32
  /// The grey block's span, by page index, and slot.
  var scanSpan: UInt32
  var scanSlot: UInt32
  /// Bits of `scanMask` are pointer words still to be followed; used for types with a mask.
  var scanMask: UInt64
  /// For types without: bytes of the current element already scanned.
  var scanOffset: Int

  // Finalizers, as offsets in the metadata window; 0 for none.
  /// All that are set, newest first; those that the last sweeps queued; those about to run; the one that runs; records for reuse.
  var finalizers: Int
  var finalizerQueue: Int
  var finalizerBatch: Int
  var finalizerRunning: Int
  var freeFinalizer: Int
  /// The finalizer whose turn as a root it is next, and whether its object is done and its function comes next.
  var rootFinalizer: Int
  var rootFunction: Bool
  /// The queued finalizer whose turn as a root it is next, and the list that it is in.
  var rootQueued: Int
  var rootQueue: Int

  // The grey queue: a stack of buffers in the metadata window.
  var greyBuffer: Int
  var greyCount: Int
  var greyTotal: Int

  // Sweeping.
  var sweepPage: Int
  var sweepSlot: Int
  var sweepFreed: Int
}
