import MachineCode

/// Concurrent use of a map (runtime/map.go: the flag hashWriting).
///
/// Go notices when a goroutine finds a map in the middle of another one's change, which takes two processors, or a preemption
/// at that very place. Here a goroutine that is about to change a map while others wait to run is, now and then, preempted in
/// the middle: the map's flag is set, and the change goes on when its turn comes. With locks that shows as nothing but one
/// more switch; without, whoever comes to the map meanwhile dies as under Go. When depends on tick and seed alone.
extension Machine {
  /// Of changes made while others could run, one in so many is interrupted.
  private static let interruptions: UInt64 = 64

  /// Before a change. Nil: go on.
  func beginChange(of map: UInt64) -> Outcome? {
    guard map != 0 else { return nil }
    let header = heap.header(map)
    let goroutine = current
    if goroutine.changing == map {
      // The change that was interrupted goes on.
      goroutine.changing = 0
      header.flags &= ~MapFormat.writing
      return nil
    }
    if header.flags & MapFormat.writing != 0 { return failMap("concurrent map writes") }
    guard scheduler.hasRunnable, scheduler.alone != scheduler.current else { return nil }
    let chance = ((tick ^ options.seed) &* 0x9e37_79b9_7f4a_7c15) >> 32
    guard chance % Self.interruptions == 0 else { return nil }
    header.flags |= MapFormat.writing
    goroutine.changing = map
    countTick()
    preempt()
    return .moved
  }

  /// Before a look at a map. Nil: go on.
  func beginReading(of map: UInt64, iterating: Bool = false) -> Outcome? {
    guard map != 0, heap.header(map).flags & MapFormat.writing != 0 else { return nil }
    return failMap(iterating ? "concurrent map iteration and map write" : "concurrent map read and map write")
  }

  private func failMap(_ text: String) -> Outcome {
    countTick()
    fatalError(guest: text)
    return .moved
  }
}
