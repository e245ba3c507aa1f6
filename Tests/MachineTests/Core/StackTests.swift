import MachineCode
import Testing

@testable import Machine

/// Collects every event.
struct Recorder: Observer {
  var events: [(event: Event, tick: UInt64)] = []
  mutating func observe(_ event: Event, tick: UInt64) -> Bool {
    events.append((event, tick))
    return false
  }
}

@Suite struct StackTests {
  /// main: x := 7; p := &x; deep(100, p); println(*p). deep(n, p) recurses n times and adds 1 to *p at the bottom.
  static let pointerDown: Program = {
    var asm = Assembler()
    asm.function("main.main", frame: 32, outgoing: 16) { f in
      f.pointerSlot("p", 24, Assembler.pointer)
      f.pointerSlot("", 8, Assembler.pointer, kind: .outgoing)
      f.emit(.const64, 16, 7)
      f.emit(.lea, 24, 16)
      f.emit(.const64, 0, 100)
      f.emit(.move64, 8, 24)
      f.emit(.call, 1)
      f.emit(.load64, 0, 24, 0)
      f.emit(.print, w: PrintKind.int64.rawValue, 0)
      f.emit(.print, w: PrintKind.newline.rawValue)
      f.emit(.ret)
    }
    asm.function("main.deep", frame: 64, outgoing: 16, arguments: 16) { f in
      f.pointerSlot("p", 64 + 16 + 8, Assembler.pointer, kind: .parameter)
      f.pointerSlot("", 8, Assembler.pointer, kind: .outgoing)
      let more = f.label()
      f.emit(.jumpGtCS64, 80, 0, more)
      f.emit(.load64, 16, 88, 0)
      f.emit(.addC64, 16, 16, 1)
      f.emit(.store64, 88, 16, 0)
      f.emit(.ret)
      f.place(more)
      f.emit(.addC64, 0, 80, -1)
      f.emit(.move64, 8, 88)
      f.emit(.call, 1)
      f.emit(.ret)
    }
    return asm.program()
  }()

  @Test func pointersFollowTheStack() {
    let machine = Machine(Self.pointerDown)
    machine.run()
    #expect(machine.output.text(to: 2) == "8\n")
    #expect(machine.exitStatus == 0)
  }

  /// runtime/stack.go shrinkstack: a collection halves a segment of which less than a quarter is in use, 800 bytes included.
  @Test func collectionsHalveWhatIsHardlyUsed() throws {
    let machine = Machine(Self.pointerDown)
    while machine.output.text(to: 2).isEmpty, machine.pc != 7 { machine.run(until: machine.tick + 1) }
    func size() -> Int { Int(machine.stackHigh - machine.stackLow) }
    #expect(size() == 16384)
    var sizes: [Int] = []
    var recorder = Recorder()
    for _ in 0..<5 {
      machine.requestCollection()
      while machine.isCollecting { machine.run(until: machine.tick + 1, observer: &recorder) }
      sizes.append(size())
      #expect(machine.heapStatistics.stackInuse == 32768)
    }
    #expect(sizes == [8192, 4096, 2048, 2048, 2048])
    let shrunk = recorder.events.compactMap { entry -> (old: Range<UInt64>, new: Range<UInt64>)? in
      guard case .stackShrunk(1, let a, let b, let c, let d) = entry.event else { return nil }
      return (a..<b, c..<d)
    }
    #expect(shrunk.map { $0.old.count } == [16384, 8192, 4096] && shrunk.map { $0.new.count } == [8192, 4096, 2048])
    // p follows x each time.
    let rewritten = recorder.events.filter { if case .pointerRewritten = $0.event { true } else { false } }
    #expect(rewritten.count >= 3)
    machine.run()
    #expect(machine.output.text(to: 2) == "8\n")
  }

  /// A collection asked for while a stack grows leaves that stack alone.
  @Test func noStackShrinksWhileItGrows() {
    var before = UInt64(0)
    for stop in stride(from: UInt64(50), to: 900, by: 37) {
      let machine = Machine(Self.pointerDown)
      machine.run(until: stop)
      machine.requestCollection()
      machine.run()
      #expect(machine.output.text(to: 2) == "8\n" && machine.exitStatus == 0)
      before += machine.tick
    }
    #expect(before > 0)
  }

  @Test func growthCopiesEachFrameAndRewritesEachPointer() throws {
    let machine = Machine(Self.pointerDown)
    var recorder = Recorder()
    machine.run(observer: &recorder)
    let began = recorder.events.compactMap { entry in
      if case .stackGrowthBegan(_, let oldLow, let oldHigh, let newLow, let newHigh) = entry.event {
        return (old: oldLow..<oldHigh, new: newLow..<newHigh)
      }
      return nil
    }
    #expect(began.map { $0.old.count } == [2048, 4096, 8192])
    #expect(began.map { $0.new.count } == [4096, 8192, 16384])
    var current: (old: Range<UInt64>, new: Range<UInt64>)?
    var ticks: Set<UInt64> = []
    for (event, tick) in recorder.events {
      switch event {
      case .stackGrowthBegan(_, let oldLow, let oldHigh, let newLow, let newHigh):
        current = (oldLow..<oldHigh, newLow..<newHigh)
      case .frameCopied(_, _, let from, let to, let size):
        let now = try #require(current)
        #expect(now.old.contains(from) && now.old.upperBound >= from + UInt64(size))
        #expect(now.old.upperBound - from == now.new.upperBound - to)
        #expect(ticks.insert(tick).inserted)
      case .pointerRewritten(_, let address, let old, let new):
        let now = try #require(current)
        #expect(now.old.contains(old) && now.new.contains(new))
        #expect(now.new.contains(address) || address >= Memory.metadataBase)
        #expect(now.old.upperBound - old == now.new.upperBound - new)
        #expect(ticks.insert(tick).inserted)
      default: break
      }
    }
  }

  @Test func observingChangesNothing() {
    let plain = Machine(Self.pointerDown)
    plain.run()
    let watched = Machine(Self.pointerDown)
    var recorder = Recorder()
    watched.run(observer: &recorder)
    #expect(plain.tick == watched.tick)
    #expect(plain.digest() == watched.digest())
    #expect(recorder.events.last?.event == .ended(status: 0))
  }

  @Test func stoppingAnywhereChangesNothing() {
    let whole = Machine(Self.pointerDown)
    whole.run()
    let stepped = Machine(Self.pointerDown)
    for tick in 1...whole.tick { stepped.run(until: tick) }
    #expect(stepped.tick == whole.tick)
    #expect(stepped.digest() == whole.digest())
  }

  @Test func overflowEndsWithGoLines() {
    var asm = Assembler()
    asm.function("main.main", frame: 0) { f in f.emit(.call, 0) }
    var options = MachineOptions()
    options.maxStack = 100_000
    let machine = Machine(asm.program(), options: options)
    machine.run()
    let lines = machine.output.text(to: 2).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0] == "runtime: goroutine stack exceeds 100000-byte limit")
    #expect(lines[1].wholeMatch(of: /runtime: sp=0xc[0-9a-f]+ stack=\[0xc[0-9a-f]+, 0xc[0-9a-f]+\]/) != nil)
    #expect(lines[2] == "fatal error: stack overflow")
    #expect(lines.contains("goroutine 1 [running]:"))
    #expect(machine.exitStatus == 2)
    #expect(machine.goroutines().first.map { $0.stackHigh - $0.stackLow } == 65536)
  }

  @Test func aBigFrameGrowsAtOnce() {
    var asm = Assembler()
    asm.function("main.main", frame: 0) { f in
      f.emit(.call, 1)
      f.emit(.ret)
    }
    asm.function("main.big", frame: 100_000) { f in f.emit(.ret) }
    let machine = Machine(asm.program())
    var recorder = Recorder()
    machine.run(observer: &recorder)
    let sizes = recorder.events.compactMap { entry in
      if case .stackGrowthBegan(_, _, _, let low, let high) = entry.event { return high - low }
      return nil
    }
    #expect(sizes == [131072])
    #expect(machine.exitStatus == 0)
  }

  @Test func aDamagedReturnAddressIsNamed() {
    var asm = Assembler()
    asm.function("main.main", frame: 16) { f in
      f.emit(.call, 1)
      f.emit(.ret)
    }
    asm.function("main.smash", frame: 16) { f in
      f.emit(.const64, 24, 0x1234)
      f.emit(.ret)
    }
    let machine = Machine(asm.program())
    machine.run()
    #expect(machine.output.text(to: 2).hasPrefix("fatal error: return to 0x1234, which is no instruction"))
    #expect(machine.exitStatus == 2)
  }
}
