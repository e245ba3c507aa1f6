/// A time at which something happens: a sleeping goroutine goes on, or a timer's function is called. In the metadata window; all
/// stand in a list (where the collector finds them), and in a heap by time.
struct TimerRecord {
  static let size = 56
  static let timerOffset: UInt64 = 24
  let memory: Memory
  let address: UInt64

  private func get(_ offset: UInt64) -> UInt64 { memory.word(address + offset) }
  private func set(_ offset: UInt64, _ value: UInt64) { memory.store(value, to: address + offset) }

  /// Nanoseconds of the virtual clock.
  var when: UInt64 {
    get { get(0) }
    nonmutating set { set(0, newValue) }
  }
  /// In the list of all, or of those for reuse.
  var next: UInt64 {
    get { get(8) }
    nonmutating set { set(8, newValue) }
  }
  /// The goroutine that sleeps, or 0.
  var sleeper: UInt64 {
    get { get(16) }
    nonmutating set { set(16, newValue) }
  }
  /// The program's timer (internal/rt.Timer), or 0. Kept alive by the collector.
  var timer: UInt64 {
    get { get(24) }
    nonmutating set { set(24, newValue) }
  }
  var previous: UInt64 {
    get { get(32) }
    nonmutating set { set(32, newValue) }
  }
  /// In the heap.
  var place: Int {
    get { Int(get(40)) }
    nonmutating set { set(40, UInt64(newValue)) }
  }
  /// Of those set for the same time, the one set first fires first.
  var order: UInt64 {
    get { get(48) }
    nonmutating set { set(48, newValue) }
  }

  func isBefore(_ other: TimerRecord) -> Bool { (when, order) < (other.when, other.order) }
}

/// The timers that are set: small state, the rest is in the metadata window.
struct TimerQueue: Hashable, Sendable {
  /// The list of all, newest first; and records for reuse.
  var all: UInt64 = 0
  var free: UInt64 = 0
  /// The heap: an array of records' addresses, each before the four at 4i + 1 and behind.
  var heap: UInt64 = 0
  var capacity = 0
  var count = 0
  var lastOrder: UInt64 = 0
}

extension Machine {
  func timerRecord(_ address: UInt64) -> TimerRecord { TimerRecord(memory: memory, address: address) }

  /// The one that is due first.
  var firstTimer: TimerRecord? { scheduler.timers.count == 0 ? nil : timer(at: 0) }

  /// Sets a timer for a sleeping goroutine or for the program's own timer.
  func addTimer(when: UInt64, sleeper: UInt64, timer: UInt64) -> TimerRecord {
    let address: UInt64
    if scheduler.timers.free != 0 {
      address = scheduler.timers.free
      scheduler.timers.free = timerRecord(address).next
    } else {
      address = memory.reserveMetadata(TimerRecord.size)
    }
    let record = timerRecord(address)
    record.when = when
    record.sleeper = sleeper
    record.timer = timer
    record.previous = 0
    record.next = scheduler.timers.all
    if record.next != 0 { timerRecord(record.next).previous = address }
    scheduler.timers.all = address
    // Roots are scanned from the list's old head on.
    if timer != 0, core.pointee.barrier { shadeForBarrier(timer, from: address + TimerRecord.timerOffset) }
    insert(record)
    return record
  }

  /// Takes a timer out of the queue; its record may be used again.
  func removeTimer(_ record: TimerRecord) {
    takeOut(record)
    if heap.state.pointee.rootTimer == record.address {
      heap.state.pointee.rootTimer = record.next
      heap.markStateDirty()
    }
    if record.previous == 0 {
      scheduler.timers.all = record.next
    } else {
      timerRecord(record.previous).next = record.next
    }
    if record.next != 0 { timerRecord(record.next).previous = record.previous }
    memory.zero(record.address, TimerRecord.size)
    record.next = scheduler.timers.free
    scheduler.timers.free = record.address
  }

  /// Sets a timer that is in the queue for another time.
  func moveTimer(_ record: TimerRecord, to when: UInt64) {
    takeOut(record)
    record.when = when
    insert(record)
  }

  // MARK: The heap

  private func timer(at place: Int) -> TimerRecord {
    timerRecord(memory.word(scheduler.timers.heap + UInt64(place) * 8))
  }

  private func put(_ record: TimerRecord, at place: Int) {
    memory.store(record.address, to: scheduler.timers.heap + UInt64(place) * 8)
    record.place = place
  }

  private func insert(_ record: TimerRecord) {
    if scheduler.timers.count == scheduler.timers.capacity { growTimerHeap() }
    scheduler.timers.lastOrder += 1
    record.order = scheduler.timers.lastOrder
    put(record, at: scheduler.timers.count)
    scheduler.timers.count += 1
    rise(record)
  }

  private func takeOut(_ record: TimerRecord) {
    let place = record.place
    scheduler.timers.count -= 1
    guard place < scheduler.timers.count else { return }
    let last = timer(at: scheduler.timers.count)
    put(last, at: place)
    rise(last)
    sink(last)
  }

  private func rise(_ record: TimerRecord) {
    while record.place > 0 {
      let place = record.place
      let parent = timer(at: (place - 1) / 4)
      guard record.isBefore(parent) else { return }
      put(record, at: parent.place)
      put(parent, at: place)
    }
  }

  private func sink(_ record: TimerRecord) {
    while true {
      let place = record.place
      let children = (4 * place + 1..<max(4 * place + 1, min(4 * place + 5, scheduler.timers.count)))
      guard let first = children.map({ timer(at: $0) }).min(by: { $0.isBefore($1) }), first.isBefore(record) else {
        return
      }
      put(record, at: first.place)
      put(first, at: place)
    }
  }

  private func growTimerHeap() {
    let old = scheduler.timers
    scheduler.timers.capacity = max(16, old.capacity * 2)
    scheduler.timers.heap = memory.reserveMetadata(scheduler.timers.capacity * 8)
    if old.count > 0 { memory.copy(to: scheduler.timers.heap, from: old.heap, old.count * 8) }
  }
}
