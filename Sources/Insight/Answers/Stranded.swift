import Machine
import MachineCode

/// Goroutines that can never run again: each waits for something that nobody who can run is able to reach.
///
/// Reachability begins with those that can still run (or sleep), package variables and timers. A goroutine that waits for
/// something which has been reached may be woken: its stack is reached too, and so on until nothing changes. Who is left
/// over is leaked, and with it its stack and the blocks that only it holds. Once nobody can run any more, package
/// variables reach nothing either: the leak is complete.
///
/// ```
///   main ──▶ results          results is reached: g2, which sends to it, may go on
///   g3 waits for c  ╌╌╌╌▶ c   nobody but g3 itself has c: g3 is leaked, with its stack, c and what they refer to
/// ```
struct Stranded {
  /// A goroutine that is leaked.
  struct Leak {
    var goroutine: GoroutineInfo
    var waits: [WaitInfo]
    /// Blocks that nothing else holds.
    var blocks: [UInt64]
  }

  private let machine: Machine
  private var reached: Set<UInt64> = []

  private init(_ machine: Machine) { self.machine = machine }

  static func find(_ machine: Machine) -> [Leak] {
    var search = Stranded(machine)
    return search.run()
  }

  private mutating func run() -> [Leak] {
    let goroutines = machine.goroutines()
    let hasEnded = machine.hasEnded
    // After the end the main goroutine is gone; one that panicked or exited took all others with it.
    let canRun = goroutines.filter { goroutine in
      if hasEnded, goroutine.state == .running { return false }
      return goroutine.state != .waiting || sleeps(goroutine)
    }
    let timers = machine.timerPointers()
    var waiting = goroutines.filter { $0.state == .waiting && !$0.isHidden && !sleeps($0) }
    guard !waiting.isEmpty else { return [] }
    if !canRun.isEmpty || !timers.isEmpty { mark(machine.globalPointers()) }
    for goroutine in canRun { mark(machine.rootPointers(of: goroutine)) }
    if !hasEnded { mark(timers) }
    var live = Set(canRun.map(\.id))
    let anyoneRuns = !canRun.isEmpty || !timers.isEmpty && !hasEnded
    while true {
      let woken = waiting.filter { goroutine in
        machine.waits(of: goroutine).contains { canHappen($0, live, anyoneRuns) }
      }
      if woken.isEmpty { break }
      for goroutine in woken {
        live.insert(goroutine.id)
        mark(machine.rootPointers(of: goroutine))
      }
      waiting.removeAll { live.contains($0.id) }
    }
    return waiting.map { goroutine in
      var own = machine.rootPointers(of: goroutine)
      let waits = machine.waits(of: goroutine)
      for case .channel(let address, _, _, _) in waits { own.append(address) }
      return Leak(goroutine: goroutine, waits: waits, blocks: held(own))
    }
  }

  private func sleeps(_ goroutine: GoroutineInfo) -> Bool {
    machine.waits(of: goroutine).contains { if case .time = $0 { true } else { false } }
  }

  private func canHappen(_ wait: WaitInfo, _ live: Set<Int>, _ anyoneRuns: Bool) -> Bool {
    switch wait {
    case .time: return true
    case .channel(let address, _, _, _): return isReached(address, live, anyoneRuns)
    case .semaphore(let address): return isReached(address, live, anyoneRuns)
    }
  }

  private func isReached(_ address: UInt64, _ live: Set<Int>, _ anyoneRuns: Bool) -> Bool {
    if let block = machine.block(at: address) { return reached.contains(block.address) }
    if let owner = machine.goroutine(ofStackAt: address) { return live.contains(owner.id) }
    return anyoneRuns
  }

  private mutating func mark(_ pointers: [UInt64]) {
    var pending = pointers
    while let pointer = pending.popLast() {
      guard let block = machine.block(at: pointer), reached.insert(block.address).inserted else { continue }
      if !block.isNoscan { pending += machine.pointers(in: block).map(\.target) }
    }
  }

  /// What can be reached from the leaked goroutine and from nowhere else that is alive.
  private func held(_ pointers: [UInt64]) -> [UInt64] {
    var found: Set<UInt64> = []
    var pending = pointers
    while let pointer = pending.popLast() {
      guard let block = machine.block(at: pointer), !reached.contains(block.address),
        found.insert(block.address).inserted
      else { continue }
      if !block.isNoscan { pending += machine.pointers(in: block).map(\.target) }
    }
    return found.sorted()
  }
}
