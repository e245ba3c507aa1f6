import MachineCode

/// What the runtime knows of a goroutine; in the metadata window, so that checkpoints and views find it there. While a
/// goroutine runs, its registers are in `Core`, and the record's are those of when it last stopped.
struct GoroutineRecord {
  enum State: UInt64, Sendable { case idle, runnable, running, waiting, dead }

  static let size = 256
  static let closureOffset: UInt64 = 48
  static let panicsOffset: UInt64 = 56
  static let defersOffset: UInt64 = 64
  let memory: Memory
  let address: UInt64

  @inline(__always)
  private func get(_ offset: UInt64) -> UInt64 { memory.word(address + offset) }
  @inline(__always)
  private func set(_ offset: UInt64, _ value: UInt64) { memory.store(value, to: address + offset) }

  /// Go's number: main is 1.
  var id: Int {
    @inline(__always) get { Int(get(0)) }
    @inline(__always) nonmutating set { set(0, UInt64(newValue)) }
  }
  var state: State {
    @inline(__always) get { State(rawValue: get(8)) ?? .dead }
    @inline(__always) nonmutating set { set(8, newValue.rawValue) }
  }
  var stackLow: UInt64 {
    @inline(__always) get { get(16) }
    @inline(__always) nonmutating set { set(16, newValue) }
  }
  var stackHigh: UInt64 {
    @inline(__always) get { get(24) }
    @inline(__always) nonmutating set { set(24, newValue) }
  }
  var sp: UInt64 {
    @inline(__always) get { get(32) }
    @inline(__always) nonmutating set { set(32, newValue) }
  }
  /// Index of the next instruction; negative in the machine's own stubs.
  var pc: Int {
    @inline(__always) get { Int(Int64(bitPattern: get(40))) }
    @inline(__always) nonmutating set { set(40, UInt64(bitPattern: Int64(newValue))) }
  }
  /// The closure register: set by a closure call until the callee has fetched it.
  var closure: UInt64 {
    @inline(__always) get { get(48) }
    @inline(__always) nonmutating set { set(48, newValue) }
  }
  /// Address of the innermost panic's record (its frame), or 0.
  var panics: UInt64 {
    @inline(__always) get { get(56) }
    @inline(__always) nonmutating set { set(56, newValue) }
  }
  /// Address of the newest deferred call's record, or 0.
  var defers: UInt64 {
    @inline(__always) get { get(64) }
    @inline(__always) nonmutating set { set(64, newValue) }
  }
  /// Next in the run queue or free list.
  var next: UInt64 {
    @inline(__always) get { get(72) }
    @inline(__always) nonmutating set { set(72, newValue) }
  }
  /// Next in the list of all goroutines.
  var allNext: UInt64 {
    @inline(__always) get { get(80) }
    @inline(__always) nonmutating set { set(80, newValue) }
  }
  var createdBy: Int {
    @inline(__always) get { Int(get(88)) }
    @inline(__always) nonmutating set { set(88, UInt64(newValue)) }
  }
  /// Instruction of the go statement.
  var createdAt: Int {
    @inline(__always) get { Int(Int64(bitPattern: get(96))) }
    @inline(__always) nonmutating set { set(96, UInt64(bitPattern: Int64(newValue))) }
  }
  var waitReason: WaitReason {
    @inline(__always) get { WaitReason(rawValue: get(104)) ?? .none }
    @inline(__always) nonmutating set { set(104, newValue.rawValue) }
  }
  /// While it waits for a channel: the first of its waiters (`Waiter`).
  var waiters: UInt64 {
    @inline(__always) get { get(136) }
    @inline(__always) nonmutating set { set(136, newValue) }
  }
  /// It waited to send when the channel was closed: panics when it goes on.
  var wokenByClose: Bool {
    @inline(__always) get { get(144) != 0 }
    @inline(__always) nonmutating set { set(144, newValue ? 1 : 0) }
  }
  /// The map that it was changing when it was preempted in the middle, or 0.
  var changing: UInt64 {
    @inline(__always) get { get(168) }
    @inline(__always) nonmutating set { set(168, newValue) }
  }
  /// While it sleeps: its timer.
  var timer: UInt64 {
    @inline(__always) get { get(160) }
    @inline(__always) nonmutating set { set(160, newValue) }
  }
  /// Does not count as a goroutine of the program's: it runs a timer's function, or finalizers.
  var isHidden: Bool {
    @inline(__always) get { get(152) != 0 }
    @inline(__always) nonmutating set { set(152, newValue ? 1 : 0) }
  }
  /// The last memory fault that became a panic: 1, its address, the text address of the instruction; for the panic's message.
  var signal: UInt64 {
    @inline(__always) get { get(112) }
    @inline(__always) nonmutating set { set(112, newValue) }
  }
  var signalAddress: UInt64 {
    @inline(__always) get { get(120) }
    @inline(__always) nonmutating set { set(120, newValue) }
  }
  var signalPC: UInt64 {
    @inline(__always) get { get(128) }
    @inline(__always) nonmutating set { set(128, newValue) }
  }
}

/// Why a goroutine waits, as tracebacks say it (runtime/runtime2.go waitReasonStrings).
enum WaitReason: UInt64, Sendable {
  case none, receive, send, receiveNil, sendNil, select, selectNoCases, sleep, mutex, readLock, writeLock, semaphore,
    condition, finalizers

  var text: String {
    switch self {
    case .none: "waiting"
    case .receive: "chan receive"
    case .send: "chan send"
    case .receiveNil: "chan receive (nil chan)"
    case .sendNil: "chan send (nil chan)"
    case .select: "select"
    case .selectNoCases: "select (no cases)"
    case .sleep: "sleep"
    case .mutex: "sync.Mutex.Lock"
    case .readLock: "sync.RWMutex.RLock"
    case .writeLock: "sync.RWMutex.Lock"
    case .semaphore: "semacquire"
    case .condition: "sync.Cond.Wait"
    case .finalizers: "finalizer wait"
    }
  }
}
