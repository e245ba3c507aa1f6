/// A goroutine, for those who look.
public struct GoroutineInfo: Hashable, Sendable {
  /// Go's number: main is 1.
  public var id: Int
  public var state: State
  public var stackLow: UInt64
  public var stackHigh: UInt64
  public var sp: UInt64
  /// Index of the next instruction; negative in the machine's own stubs.
  public var pc: Int
  public var createdBy: Int

  public enum State: Hashable, Sendable { case runnable, running, waiting, dead }
}

extension Machine {
  /// All goroutines that have not ended, oldest first, at most `most` of them.
  public func goroutines(most: Int = .max) -> [GoroutineInfo] {
    var found: [GoroutineInfo] = []
    var address = scheduler.all
    while address != 0 {
      let record = goroutine(address)
      if record.state != .dead, record.state != .idle { found.append(info(record)) }
      address = record.allNext
    }
    found.sort { $0.id < $1.id }
    return most < found.count ? Array(found[..<most]) : found
  }

  /// The running goroutine; `nil` before the first and after the end.
  public var runningGoroutine: GoroutineInfo? { scheduler.current == 0 ? nil : info(current) }

  private func info(_ record: GoroutineRecord) -> GoroutineInfo {
    let isRunning = record.address == scheduler.current
    let state: GoroutineInfo.State =
      switch record.state {
      case .running: .running
      case .runnable, .idle: .runnable
      case .waiting: .waiting
      case .dead: .dead
      }
    return GoroutineInfo(
      id: record.id, state: state, stackLow: record.stackLow, stackHigh: record.stackHigh,
      sp: isRunning ? sp : record.sp, pc: isRunning ? pc : record.pc, createdBy: record.createdBy)
  }
}

extension Machine {
  /// What the collector starts from: every pointer in package variables, live frame slots and the runtime's own records.
  public func rootPointers() -> [UInt64] {
    var found: [UInt64] = []
    forEachRootPointer { found.append($0) }
    return found
  }
}
