import MachineCode

/// The scheduler's small state: everything per goroutine is in the metadata window.
struct Scheduler: Hashable, Sendable {
  /// Address of the running goroutine's record.
  var current: UInt64 = 0
  /// All goroutines, newest first; and how many ids were given out.
  var all: UInt64 = 0
  var lastID = 0
  /// Records of ended goroutines for reuse.
  var free: UInt64 = 0
  /// Runs before the queue: the goroutine made ready last (runtime/proc.go runnext).
  var runNext: UInt64 = 0
  /// Goroutines that can run, first in, first out.
  var runHead: UInt64 = 0
  var runTail: UInt64 = 0
  /// Goroutines that have not ended.
  var live = 0
  /// While others wait to run: the tick at which the running goroutine is preempted.
  var sliceEnd: UInt64 = 0
  /// Goroutines that wait for semaphores: a table of queues by address, in the metadata window; 0 before the first.
  var semaphores: UInt64 = 0
  var timers = TimerQueue()
  /// Nobody can run, but timers are set: the goroutine that ran last stands for nobody.
  var isIdle = false
  /// Where a time.Time is put together; 0 before the first.
  var timeScratch: UInt64 = 0
  /// What the virtual clock is ahead of the ticks, in nanoseconds: it jumps when all wait.
  var clockLead: UInt64 = 0
  /// The goroutine that runs finalizers, or 0.
  var finalizers: UInt64 = 0
  /// Waiters for reuse.
  var freeWaiter: UInt64 = 0
  /// What a person has ordered for the next tick.
  var order: Order?
  var chosenCase: ChosenCase?
  /// The goroutine that runs alone while it can: its record, or 0.
  var alone: UInt64 = 0
  /// Bytes taken from standard input.
  var inputTaken = 0

  var hasRunnable: Bool { runNext != 0 || runHead != 0 }
}

extension Machine {
  @inline(__always)
  func goroutine(_ address: UInt64) -> GoroutineRecord { GoroutineRecord(memory: memory, address: address) }
  var current: GoroutineRecord {
    @inline(__always) get { goroutine(scheduler.current) }
  }

  /// The main goroutine, about to call the program's entry.
  func startMain() {
    guard let main = makeGoroutine(stub: stubs.main) else { preconditionFailure("no memory for the first stack") }
    resume(main)
  }

  /// A goroutine with a fresh stack that holds just the stub's frame; nil when out of memory.
  func makeGoroutine(stub: Int) -> GoroutineRecord? {
    let size = startingStackSize
    guard let low = allocateStack(size) else { return nil }
    let record: GoroutineRecord
    if scheduler.free != 0 {
      record = goroutine(scheduler.free)
      scheduler.free = record.next
      memory.zero(record.address, 80)
      memory.zero(record.address + 88, GoroutineRecord.size - 88)
    } else {
      record = goroutine(memory.reserveMetadata(GoroutineRecord.size))
      record.allNext = scheduler.all
      scheduler.all = record.address
    }
    scheduler.lastID += 1
    scheduler.live += 1
    record.id = scheduler.lastID
    record.stackLow = low
    record.stackHigh = low + UInt64(size)
    let function = stubs.functions[stub]
    let frame = UInt64(function.frameSize)
    // Room above the first frame, as runtime/proc.go newproc1 leaves it; its frame ends in zero links.
    record.sp = record.stackHigh - 32 - 16 - frame
    memory.zero(record.sp, Int(frame) + 48)
    record.pc = Int(function.code.start)
    record.state = .runnable
    return record
  }

  /// Bytes of a new goroutine's stack (runtime/stack.go startingStackSize): 2 KiB until the collector measures more.
  var startingStackSize: Int { max(Heap.smallestStack, heap.state.pointee.startingStack) }

  /// Bytes between a segment's low end and its guard (runtime/stack.go stackGuard, Go 1.23 linux/amd64).
  public static let stackGuard: UInt64 = 928

  /// Loads a goroutine's registers: it runs from here on.
  func resume(_ record: GoroutineRecord) {
    scheduler.current = record.address
    record.state = .running
    loadRegisters(record)
  }

  func loadRegisters(_ record: GoroutineRecord) {
    core.pointee.sp = arenaPointer(record.sp)
    core.pointee.stackGuard = arenaPointer(record.stackLow + Self.stackGuard)
    core.pointee.stackHigh = arenaPointer(record.stackHigh)
    core.pointee.closure = record.closure
    setPC(record.pc)
    resetStackMarks()
  }

  /// Saves the running goroutine's registers into its record and marks its stack's pages.
  func saveRegisters() {
    guard scheduler.current != 0 else { return }
    flushStackMarks()
    let record = current
    record.sp = sp
    record.pc = pc
    record.closure = core.pointee.closure
  }
}
