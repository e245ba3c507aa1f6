import MachineCode

/// How an instruction of the slow path ended.
enum Outcome: UInt8 {
  /// Executed; the loop goes on with the next instruction (behind the `ext` words that belong to it).
  case done
  /// Not begun: `beginWork` was called, and the instruction is executed afresh when the work is over.
  case work
  /// `pendingPanic` is set; the driver makes the panic value and unwinds.
  case panicked
  /// The machine itself moved pc or SP, switched goroutines, or ended; the loop reads its registers again.
  case moved
}

/// The registers and what the hot loop needs at hand, at a fixed host address. Host pointers stand for arena addresses here;
/// whoever looks from outside goes through `Machine.sp`, `Machine.pc` and so on.
struct Core {
  /// The instruction to execute next.
  var pc: UnsafePointer<Instruction>
  /// tick × 16 = bias + address of pc: straight-line code counts its ticks by moving pc alone.
  var bias: Int = 0
  var sp: UnsafeMutableRawPointer
  /// A call whose frame would reach below (frames above 128 bytes: by more than 128 bytes) grows the stack first.
  var stackGuard: UnsafeMutableRawPointer
  var stackHigh: UnsafeMutableRawPointer
  /// The part of the stack that frames of this goroutine have written since the pages were last marked dirty.
  var lowestSP: UnsafeMutableRawPointer
  var highestSP: UnsafeMutableRawPointer
  /// First address behind the highest frame that was current.
  var highestEnd: UnsafeMutableRawPointer
  /// Set by an instruction of the loop that cannot be executed.
  var trap = Trap()
  /// The write barrier is on: pointer stores report to the collector.
  var barrier = false
  /// Events are wanted: the careful loop runs.
  var observing = false
  /// The closure with which the current function was called, until it has fetched it.
  var closure: UInt64 = 0
  /// The observer asked to stop after this tick.
  var stopRequested = false
  /// 1 while an instruction of the slow path executes: its tick is not counted yet.
  var midTick: UInt64 = 0
  /// Rare events are noted even when nobody observes.
  var journaling = false
}

/// Work of the runtime that stands before the program's next instruction, one unit a tick. Small values: their lists and
/// tables live in the metadata window.
enum RuntimeWork: Hashable, Sendable {
  case copyStack(StackCopy)
  case heap(HeapWork)
}

extension Machine {
  // MARK: Time

  /// Ticks since the machine was made: the number of instructions and units of runtime work done.
  @inline(__always)
  public var tick: UInt64 {
    UInt64(bitPattern: Int64((core.pointee.bias &+ Int(bitPattern: core.pointee.pc)) >> 4))
  }

  // MARK: Work

  /// Puts work before the program's next instruction, and before work begun earlier.
  func beginWork(_ item: RuntimeWork) { work.append(item) }

  /// One unit of the topmost work; costs one tick. Work begun meanwhile goes first.
  func advanceWork() {
    guard let item = work.last else { return }
    let level = work.count - 1
    core.pointee.bias &+= 16
    let next: RuntimeWork?
    switch item {
    case .copyStack(var copy): next = advance(&copy) ? .copyStack(copy) : nil
    case .heap(let heapWork): next = advance(heapWork).map { .heap($0) }
    }
    if let next { work[level] = next } else { work.remove(at: level) }
  }

  /// Up to `limit` units of the topmost work at once where nobody looks; else one.
  func advanceWork(upTo limit: UInt64) {
    guard !core.pointee.observing, let item = work.last else { return advanceWork() }
    let level = work.count - 1
    switch item {
    case .heap(let heapWork):
      if let next = advanceMany(heapWork, limit: Int(clamping: limit)) {
        work[level] = .heap(next)
      } else {
        work.remove(at: level)
      }
    case .copyStack(var copy):
      var steps: UInt64 = 0
      var isOver = false
      while steps < limit, !isOver {
        core.pointee.bias &+= 16
        steps += 1
        isOver = !advance(&copy)
      }
      if isOver { work.remove(at: level) } else { work[level] = .copyStack(copy) }
    }
  }

  // MARK: Panics

  /// For `return raise(.…)` in an instruction of the slow path.
  func raise(_ panic: RuntimePanic) -> Outcome {
    pendingPanic = panic
    return .panicked
  }

  // MARK: Events

  /// Delivers an event when somebody looks; else costs a test.
  @inline(__always)
  func emit(_ event: @autoclosure () -> Event) {
    if core.pointee.observing || core.pointee.journaling { deliver(event()) }
  }

  @inline(never)
  private func deliver(_ event: Event) {
    if core.pointee.journaling { note(event) }
    guard core.pointee.observing else { return }
    if observer?.observe(event, tick: tick + core.pointee.midTick) == true { core.pointee.stopRequested = true }
  }

  // MARK: Frame access for the slow path

  /// Simulated address of a host pointer into the arena (a frame slot).
  @inline(__always)
  func address(_ pointer: UnsafeRawPointer) -> UInt64 {
    UInt64(bitPattern: Int64(Int(bitPattern: pointer) &- memory.arenaDelta))
  }

  /// Host pointer of an arena address.
  @inline(__always)
  func arenaPointer(_ address: UInt64) -> UnsafeMutableRawPointer {
    UnsafeMutableRawPointer(bitPattern: Int(bitPattern: UInt(address)) &+ memory.arenaDelta).unsafelyUnwrapped
  }

  /// Index in the program of an instruction of the loop's code; negative for the machine's own stubs.
  @inline(__always)
  func index(_ instruction: UnsafePointer<Instruction>) -> Int { instruction - codeBase }
}

/// A panic that the runtime itself raises. The library's function of that purpose (Sources/GoLibrary/go/runtime/raise.go) is called
/// in the program's name and makes the value.
enum RuntimePanic: Hashable, Sendable {
  /// An index or slice expression out of bounds.
  case bounds(x: Int64, signed: Bool, y: Int64, code: BoundsCode)
  /// Nil dereference, or an access outside of memory: the address.
  case memory(UInt64)
  /// runtime.TypeAssertionError; `concrete` is nil for a nil interface, `missingMethod` empty where the type is simply another.
  case typeAssertion(interface: TypeID?, concrete: TypeID?, asserted: TypeID, missingMethod: String)
  /// `runtime.NAME` with these argument words: `panicDivide`, `panicUnhashable`, ...
  case runtime(String, [UInt64] = [])
}

/// runtime/error.go boundsErrorCode.
enum BoundsCode: UInt8, Sendable {
  case index, sliceALength, sliceACapacity, sliceB, slice3ALength, slice3ACapacity, slice3B, slice3C, convert
}
