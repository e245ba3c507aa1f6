import MachineCode

/// A channel, for those who look.
public struct ChannelInfo: Hashable, Sendable {
  public var address: UInt64
  public var element: TypeID
  /// Bytes.
  public var elementSize: Int
  public var capacity: Int
  public var count: Int
  public var isClosed: Bool
  /// When the timer that sends on it is due, in nanoseconds of the virtual clock; `nil` for other channels, or when it is stopped.
  public var timer: UInt64?
  /// Where the buffered values lie, the next to be received first; cut at what was asked for.
  public var buffered: [UInt64]
  /// Those who wait, in their order; cut likewise.
  public var receivers: [Waiting]
  public var senders: [Waiting]

  public struct Waiting: Hashable, Sendable {
    public var goroutine: Int
    /// Where the value lies, or is to go; 0 for nowhere.
    public var element: UInt64
    /// It selects: the case.
    public var caseIndex: Int?
  }
}

extension Machine {
  /// The type that the blocks of channels have.
  public var channelType: TypeID { heap.types.channel }

  /// The channel whose block begins at an address; `most` limits each of its lists.
  public func channel(at address: UInt64, most: Int) -> ChannelInfo? {
    guard let block = block(at: address), block.address == address, block.type == channelType else { return nil }
    let record: ChannelRecord = channel(address)
    // Being made: the instruction fills the fields in at once, so a block without an element type is none yet.
    guard record.elementType >= program.layout.typesBase else { return nil }
    let capacity = max(1, record.capacity)
    return ChannelInfo(
      address: address, element: program.layout.type(ofWord: record.elementType), elementSize: record.elementSize,
      capacity: Int(record.capacity), count: Int(record.count), isClosed: record.isClosed, timer: dueTime(record),
      buffered: (0..<min(record.count, UInt64(most))).map { record.element((record.receiveIndex + $0) % capacity) },
      receivers: waiting(record.receivers, most), senders: waiting(record.senders, most))
  }

  private func dueTime(_ channel: ChannelRecord) -> UInt64? {
    guard channel.timer != 0, guestTimer(channel.timer).isSet else { return nil }
    return guestTimer(channel.timer).when
  }

  private func waiting(_ queue: WaitQueue, _ most: Int) -> [ChannelInfo.Waiting] {
    var found: [ChannelInfo.Waiting] = []
    var address = queue.first
    while address != 0, found.count < most {
      let waiter = Waiter(memory: memory, address: address)
      found.append(
        ChannelInfo.Waiting(
          goroutine: goroutine(waiter.goroutine).id, element: waiter.element,
          caseIndex: waiter.caseIndex < 0 ? nil : Int(waiter.caseIndex)))
      address = waiter.next
    }
    return found
  }
}
