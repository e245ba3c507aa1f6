import Machine

/// Something that a person may choose in the scheduler's place.
public struct Choice: Hashable, Sendable {
  /// `nil`: what happens anyway.
  public var decision: Machine.Decision.Kind?
  public var text: Message
  public init(decision: Machine.Decision.Kind?, text: Message) {
    self.decision = decision
    self.text = text
  }
}

/// A goroutine in the list of all.
public struct GoroutinePicture: Hashable, Sendable {
  public var id: Int
  /// "running", "runnable", "chan receive", ... as the runtime's tracebacks say it.
  public var state: String
  public var isWaiting: Bool
  /// The innermost function of the learner's own.
  public var function: String
  public var location: String
  /// Bytes.
  public var stackSize: Int
  public var isFocus: Bool
  /// What it waits for: one message, or one for each case of a select.
  public var waits: [Message]
  /// `file:line` of its go statement; empty for main.
  public var startedAt: String
  /// Nothing can ever wake it.
  public var isLeaked: Bool

  public init(
    id: Int, state: String, function: String, location: String, stackSize: Int, isFocus: Bool, isWaiting: Bool = false,
    waits: [Message] = [], startedAt: String = "", isLeaked: Bool = false
  ) {
    self.id = id
    self.state = state
    self.isWaiting = isWaiting
    self.function = function
    self.location = location
    self.stackSize = stackSize
    self.isFocus = isFocus
    self.waits = waits
    self.startedAt = startedAt
    self.isLeaked = isLeaked
  }
}

/// A channel: what is in it, and who waits at either end.
public struct ChannelPicture: Hashable, Sendable {
  public var address: UInt64
  /// The variable or field that holds it; its type and place where none does.
  public var name: String
  public var type: String
  public var capacity: Int
  public var count: Int
  public var isClosed: Bool
  /// Values in the buffer, the next to be received first; as many as a row could show.
  public var buffered: [String]
  public var receivers: [Waiting]
  public var senders: [Waiting]

  public struct Waiting: Hashable, Sendable {
    public var goroutine: Int
    /// What it wants to send; empty for receivers.
    public var value: String
    /// It waits in a select, for other things too.
    public var isSelecting: Bool
    public init(goroutine: Int, value: String = "", isSelecting: Bool = false) {
      self.goroutine = goroutine
      self.value = value
      self.isSelecting = isSelecting
    }
  }

  public init(
    address: UInt64, name: String, type: String, capacity: Int, count: Int, isClosed: Bool, buffered: [String],
    receivers: [Waiting], senders: [Waiting]
  ) {
    self.address = address
    self.name = name
    self.type = type
    self.capacity = capacity
    self.count = count
    self.isClosed = isClosed
    self.buffered = buffered
    self.receivers = receivers
    self.senders = senders
  }
}
