/// # Machine: a computer for Go programs, made to be watched
///
/// Runs a `Program` on memory that really holds its bytes, at addresses that look like linux/amd64's. Deterministic: program,
/// options and decisions determine every byte of every tick. It never sees a syntax tree, a clock, a terminal or a file.
///
/// ```
///   0x000000        page 0: faults (nil dereference)
///   0x401000        text, read-only data, type descriptors, itabs, package variables
///   0xc000000000    the arena: spans of 8 KiB pages; heap blocks by size class, and goroutine stacks
/// ```
///
/// A *tick* is one instruction, or one unit of runtime work (copy one frame of a growing stack, rewrite one pointer,
/// scan one root, shade or blacken one block, sweep one span's slot). An instruction that needs runtime work first is
/// not begun: the work is set up, advances tick by tick, and the instruction is then executed afresh. So every tick is a
/// point where the machine may be stopped, looked at, saved and restored.
///
/// Invariants: the hot loop is the same code unobserved and observed, specialised; ticks do not depend on whether
/// anybody looks. Everything that grows with the program lives in paged memory with dirty tracking, so that a checkpoint costs
/// what changed since the last one.

import MachineCode

/// One thing that a person would point at; delivered to an observer in order, several may share a tick.
public enum Event: Hashable, Sendable {
  /// A call pushed a frame: SP moved down. `goroutine` numbers are Go's (main is 1).
  case call(goroutine: Int, function: FunctionID, oldSP: UInt64, newSP: UInt64)
  case `return`(goroutine: Int, function: FunctionID, oldSP: UInt64, newSP: UInt64)
  /// A statement of the learner's code is about to begin: none of its instructions is executed at the event's tick.
  case statement(goroutine: Int, pc: Int)
  /// A variable's slot in the current frame was written (temporaries are not reported).
  case slotWritten(goroutine: Int, address: UInt64, size: Int)
  /// Memory was written through a pointer, slice, or package variable.
  case memoryWritten(goroutine: Int, address: UInt64, size: Int)
  case allocated(goroutine: Int, address: UInt64, size: Int, site: SiteID)
  case tinyAllocated(goroutine: Int, address: UInt64, size: Int, block: UInt64, site: SiteID)
  case stackGrowthBegan(goroutine: Int, oldLow: UInt64, oldHigh: UInt64, newLow: UInt64, newHigh: UInt64)
  case frameCopied(goroutine: Int, function: FunctionID, from: UInt64, to: UInt64, size: Int)
  case pointerRewritten(goroutine: Int, address: UInt64, old: UInt64, new: UInt64)
  case stackGrowthEnded(goroutine: Int)
  case stackShrunk(goroutine: Int, oldLow: UInt64, oldHigh: UInt64, newLow: UInt64, newHigh: UInt64)
  case collectionBegan(cycle: Int, reason: CollectionReason)
  case rootScanned(root: Root)
  /// White to grey; `from` is the address of the slot that holds the pointer.
  case shaded(block: UInt64, from: UInt64, reason: ShadeReason)
  /// Grey to black: all its pointers have been followed.
  case blackened(block: UInt64)
  case markEnded
  /// The program, short of credit for what it allocates, scans itself; `bytes` of blocks.
  case assistBegan(goroutine: Int, bytes: Int)
  case assistEnded(goroutine: Int)
  case swept(block: UInt64, size: Int)
  /// Not reached, but it has a finalizer: it stays for another cycle, and the finalizer will run.
  case finalizerQueued(block: UInt64)
  case finalizerSet(goroutine: Int, block: UInt64)
  case spanSwept(base: UInt64, freed: Int, kept: Int)
  case collectionEnded(cycle: Int, liveBytes: Int, freedBytes: Int)
  case deferred(goroutine: Int, record: UInt64)
  case deferredCallRan(goroutine: Int)
  case panicked(goroutine: Int)
  case recovered(goroutine: Int, function: FunctionID)
  case goroutineStarted(goroutine: Int, by: Int)
  case goroutineEnded(goroutine: Int)
  case goroutineBlocked(goroutine: Int, reason: String)
  case goroutineReady(goroutine: Int)
  case switched(from: Int, to: Int)
  /// The goroutine is about to execute a select of which several cases can go on.
  case selecting(goroutine: Int, ready: Int)
  case output(descriptor: Int, offset: Int, count: Int)
  case mapGrew(map: UInt64, buckets: Int)
  /// While a map grows: the entries of an old bucket moved to the new array.
  case mapEvacuated(map: UInt64, bucket: Int, entries: Int)
  /// A rule is switched off, and this came of it.
  case corrupted(Corruption)
  case ended(status: Int32)
}

public enum CollectionReason: Hashable, Sendable { case call, pacer, request, memoryLimit }

public enum Root: Hashable, Sendable {
  case global(Int)
  case stackSlot(goroutine: Int, address: UInt64)
  case runtime(String)
}

/// Receives events while the machine runs. `tick` is the point in time from which on the machine's state shows the event: stopping there,
/// or running until there, stands right behind it.
public protocol Observer {
  /// `true` stops the run after the tick in which the event happened.
  mutating func observe(_ event: Event, tick: UInt64) -> Bool
}

public struct MachineOptions: Hashable, Sendable {
  /// GOGC in per cent; `nil` is off.
  public var gogc: Int? = 100
  /// The heap size below which the pacer does not collect, in bytes (4 MiB in Go at GOGC=100).
  public var heapMinimum: Int = 4 << 20
  public var seed: UInt64 = 1
  /// Limit of a goroutine's stack in bytes (runtime/proc.go, Go 1.23: 1 GB on 64-bit).
  public var maxStack: Int = 1_000_000_000
  /// Bytes that the simulated heap may take before "out of memory".
  public var maxHeap: Int = 4 << 30
  /// Timers and tickers as before Go 1.23 (GODEBUG asynctimerchan=1).
  public var asynchronousTimers = false
  /// Whether the collector works beside the program.
  public var collector = CollectorMode.stop
  /// Rules that are switched off.
  public var whatIf: Set<WhatIf> = []
  /// Units of a turn of the collector, and ticks of the program between two; nil: by the size of the heap, three to one.
  public var collectorTurn: Int?
  public var programTurn: Int?
  public var arguments: [[UInt8]] = []
  /// What the program reads from standard input.
  public var input: [UInt8] = []
  public init() {}
}

/// Why a run returned.
public enum StopReason: Hashable, Sendable { case reachedTick, observer, ended }

/// The machine: a program, its memory, and the small state that is not in memory. Not for use from two threads at once.
public final class Machine {
  public let program: Program
  public let options: MachineOptions
  public let memory: Memory
  /// What the program can read from standard input, as far as it is known. It only grows, so that going back reads the same.
  var input: [UInt8]
  /// Asked for more when the program has read all of it: at most so many bytes, none at the end of the input.
  public var moreInput: ((_ room: Int) -> [UInt8])?
  /// The program's functions at their `FunctionID`s, then the machine's own (`runtime.goexit`, ...), which frames may be of.
  public let functions: [FunctionInfo]

  /// Registers, at a fixed host address.
  let core: UnsafeMutablePointer<Core>
  let stubs: Stubs
  let code: Code
  let guest: GuestMemory
  let stackMaps: StackMaps
  let names: RuntimeNames
  /// By element type: the pointer type to it.
  let pointerTypes: [TypeID: TypeID]
  /// Made when somebody first looks.
  lazy var observation = Observation(program, functions)
  let itabsBase: UInt64
  /// First address behind the low window's contents.
  let lowEnd: UInt64
  /// The program's first instruction in the loop's code.
  var codeBase: PC { code.program }

  /// All that changes in it stands in the metadata window.
  let heap: Heap
  let roots: RootTables
  var scheduler = Scheduler()
  /// Work that stands before the next instruction; the last is advanced first.
  var work: [RuntimeWork] = []
  var pendingPanic: RuntimePanic?
  var observer: (any Observer)?
  /// debug.SetMaxStack.
  var maxStack: Int
  /// What the program has written so far.
  public internal(set) var output: OutputLog
  /// Note rare events while nobody observes; see `takeJournal`.
  public var keepsJournal = false {
    didSet { core.pointee.journaling = keepsJournal }
  }
  var journal: [JournalEntry] = []
  /// The exit status once the program has ended.
  public internal(set) var exitStatus: Int32?

  /// - Parameter output: shared by all machines of one timeline.
  public init(
    _ program: Program, options: MachineOptions = MachineOptions(), output: OutputLog.Storage = OutputLog.Storage()
  ) {
    precondition(program.wordSize == 8, "not supported yet: running code for a 32-bit architecture")
    self.program = program
    self.options = options
    input = options.input
    self.output = OutputLog(output)
    maxStack = options.maxStack
    // The runtime's constants stand behind the package variables.
    var names = RuntimeNames(program)
    names.base = (program.layout.dataEnd + 63) & ~63 + UInt64(Heap.constantsSize)
    self.names = names
    lowEnd = names.base + UInt64(names.bytes.count)
    let arenaReserve = options.maxHeap + 2 << 30
    memory = Memory(
      lowEnd: lowEnd, arenaBase: program.layout.arenaBase, arenaReserve: arenaReserve,
      metadataReserve: 2 * arenaReserve + 1 << 32)
    guest = GuestMemory(memory)
    pointerTypes = Dictionary(
      program.types.enumerated().compactMap { index, type in
        type.kind == .pointer && type.name.isEmpty ? type.element.map { ($0, TypeID(Int32(index))) } : nil
      }, uniquingKeysWith: { first, _ in first })
    heap = Heap(program, memory: memory, options: options)
    itabsBase = program.layout.itabsBase
    stubs = Stubs(program)
    code = Code(program, stubs)
    functions = program.functions + stubs.functions
    roots = RootTables(program, stubs: stubs.functions, types: heap.types)
    stackMaps = StackMaps(program, functions) { [code] in Int(code.functionOf[$0 + code.stubCount]) }
    let sp = memory.host
    core = .allocate(capacity: 1)
    core.initialize(
      to: Core(
        pc: code.program, sp: sp, stackGuard: sp, stackHigh: sp, lowestSP: sp, highestSP: sp, highestEnd: sp))
    core.pointee.bias = -Int(bitPattern: code.program)
    memory.write(program.readOnlyData, to: program.layout.readOnlyBase)
    memory.write(program.data, to: program.layout.dataBase)
    memory.write(names.bytes, to: names.base)
    startMain()
  }

  deinit {
    code.release()
    memory.release()
    core.deallocate()
  }
}
