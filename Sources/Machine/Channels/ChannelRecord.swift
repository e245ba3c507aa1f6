import MachineCode

/// A channel's block (runtime/chan.go hchan, Go 1.23):
///
/// ```
///   0 count  8 capacity  16 buffer  24 element size  28 closed  32 timer  40 element type
///   48 send index  56 receive index  64 receivers: first, last  80 senders: first, last  96 lock
/// ```
///
/// The buffer follows in the same block when the elements hold no pointers, else it is a block of its own. The queues
/// of those who wait are `Waiter`s.
struct ChannelRecord {
  static let size = 104
  static let timerOffset: UInt64 = 32
  static let receiversOffset: UInt64 = 64
  static let sendersOffset: UInt64 = 80
  let memory: Memory
  let address: UInt64

  @inline(__always)
  private func get(_ offset: UInt64) -> UInt64 { memory.word(address + offset) }
  @inline(__always)
  private func set(_ offset: UInt64, _ value: UInt64) { memory.store(value, to: address + offset) }

  var count: UInt64 {
    @inline(__always) get { get(0) }
    @inline(__always) nonmutating set { set(0, newValue) }
  }
  var capacity: UInt64 {
    @inline(__always) get { get(8) }
    @inline(__always) nonmutating set { set(8, newValue) }
  }
  var buffer: UInt64 {
    @inline(__always) get { get(16) }
    @inline(__always) nonmutating set { set(16, newValue) }
  }
  var elementSize: Int { Int(memory.load(address + 24, as: UInt16.self)) }
  var isClosed: Bool { memory.load(address + 28, as: UInt32.self) != 0 }
  func close() { memory.store(1 as UInt32, to: address + 28) }
  var elementType: UInt64 {
    @inline(__always) get { get(40) }
    @inline(__always) nonmutating set { set(40, newValue) }
  }
  var sendIndex: UInt64 {
    @inline(__always) get { get(48) }
    @inline(__always) nonmutating set { set(48, newValue) }
  }
  var receiveIndex: UInt64 {
    @inline(__always) get { get(56) }
    @inline(__always) nonmutating set { set(56, newValue) }
  }
  /// The timer that sends on it (since Go 1.23), or 0.
  var timer: UInt64 {
    @inline(__always) get { get(Self.timerOffset) }
    @inline(__always) nonmutating set { set(Self.timerOffset, newValue) }
  }
  var receivers: WaitQueue { WaitQueue(memory: memory, address: address + Self.receiversOffset) }
  var senders: WaitQueue { WaitQueue(memory: memory, address: address + Self.sendersOffset) }

  func setElementSize(_ size: Int) { memory.store(UInt16(truncatingIfNeeded: size), to: address + 24) }
  @inline(__always)
  func element(_ index: UInt64) -> UInt64 { buffer + index * UInt64(elementSize) }
}

/// A goroutine's place in a queue (runtime/runtime2.go sudog); in the metadata window. One that selects has a waiter for each case.
struct Waiter {
  static let size = 80
  /// The words that may point into the goroutine's stack.
  static let stackWords: [UInt64] = [24, 56]
  let memory: Memory
  let address: UInt64

  @inline(__always)
  private func get(_ offset: UInt64) -> UInt64 { memory.word(address + offset) }
  @inline(__always)
  private func set(_ offset: UInt64, _ value: UInt64) { memory.store(value, to: address + offset) }

  var goroutine: UInt64 {
    @inline(__always) get { get(0) }
    @inline(__always) nonmutating set { set(0, newValue) }
  }
  var next: UInt64 {
    @inline(__always) get { get(8) }
    @inline(__always) nonmutating set { set(8, newValue) }
  }
  var previous: UInt64 {
    @inline(__always) get { get(16) }
    @inline(__always) nonmutating set { set(16, newValue) }
  }
  /// Where the element is, or is to go.
  var element: UInt64 {
    @inline(__always) get { get(24) }
    @inline(__always) nonmutating set { set(24, newValue) }
  }
  /// The queue's address.
  var queue: UInt64 {
    @inline(__always) get { get(32) }
    @inline(__always) nonmutating set { set(32, newValue) }
  }
  /// The goroutine's next waiter.
  var sibling: UInt64 {
    @inline(__always) get { get(40) }
    @inline(__always) nonmutating set { set(40, newValue) }
  }
  /// The case's index; −1 outside of a select.
  var caseIndex: Int64 {
    @inline(__always) get { Int64(bitPattern: get(48)) }
    @inline(__always) nonmutating set { set(48, UInt64(bitPattern: newValue)) }
  }
  /// Where to tell what happened: the bool ok of a receive; the chosen index and ok of a select. 0 for nowhere.
  var outcome: UInt64 {
    @inline(__always) get { get(56) }
    @inline(__always) nonmutating set { set(56, newValue) }
  }
  var isSender: Bool {
    @inline(__always) get { get(64) != 0 }
    @inline(__always) nonmutating set { set(64, newValue ? 1 : 0) }
  }
}

/// First and last of a queue of waiters.
struct WaitQueue {
  let memory: Memory
  let address: UInt64

  var first: UInt64 {
    @inline(__always) get { memory.word(address) }
    @inline(__always) nonmutating set { memory.store(newValue, to: address) }
  }
  var last: UInt64 {
    @inline(__always) get { memory.word(address + 8) }
    @inline(__always) nonmutating set { memory.store(newValue, to: address + 8) }
  }

  @inline(__always)
  func append(_ waiter: Waiter) {
    waiter.queue = address
    waiter.next = 0
    waiter.previous = last
    if last == 0 { first = waiter.address } else { Waiter(memory: memory, address: last).next = waiter.address }
    last = waiter.address
  }

  @inline(__always)
  func remove(_ waiter: Waiter) {
    if waiter.previous == 0 {
      first = waiter.next
    } else {
      Waiter(memory: memory, address: waiter.previous).next = waiter.next
    }
    if waiter.next == 0 {
      last = waiter.previous
    } else {
      Waiter(memory: memory, address: waiter.next).previous = waiter.previous
    }
  }
}
