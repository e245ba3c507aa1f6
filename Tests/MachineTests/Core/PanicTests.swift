import MachineCode
import Testing

@testable import Machine

@Suite struct PanicTests {
  func run(_ program: Program) -> (output: String, status: Int32?) {
    let machine = Machine(program)
    machine.run()
    return (machine.output.text(to: 2), machine.exitStatus)
  }

  /// Functions that print a number and return.
  static func printing(_ asm: inout Assembler, _ name: String, _ number: Int32) -> Int32 {
    asm.function(name, frame: 16) { f in
      f.emit(.const64, 0, number)
      f.emit(.print, w: PrintKind.int64.rawValue, 0)
      f.emit(.print, w: PrintKind.newline.rawValue)
      f.emit(.ret)
    }
  }

  /// Pushes a deferred call of a static func value, with the record at a frame slot.
  static func deferring(_ f: inout Assembler.Function, _ value: Int32, slot: Int32, record: Int32) {
    f.emit(.const64, slot, value)
    f.emit(.deferStack, slot, record)
  }

  @Test func deferredCallsRunNewestFirst() {
    var asm = Assembler()
    let one = asm.funcValue(1)
    let two = asm.funcValue(2)
    asm.function("main.main", frame: 128) { f in
      Self.deferring(&f, one, slot: 0, record: 16)
      Self.deferring(&f, two, slot: 0, record: 64)
      f.emit(.runDefers)
      f.emit(.ret)
    }
    _ = Self.printing(&asm, "main.one", 1)
    _ = Self.printing(&asm, "main.two", 2)
    #expect(run(asm.program()) == ("2\n1\n", 0))
  }

  /// An empty interface in slot a that holds the int constant at an address of read-only data.
  static func box(_ f: inout Assembler.Function, _ slot: Int32, _ address: Int32) {
    f.emit(.const64, slot, Int32(Assembler.typesBase) + 64 * Assembler.int.rawValue)
    f.emit(.const64, slot + 8, address)
  }

  @Test func recoverStopsThePanicAndTheFrameReturns() {
    var asm = Assembler()
    let value = asm.constant([42, 0, 0, 0, 0, 0, 0, 0])
    let handler = asm.funcValue(2)
    asm.function("main.main", frame: 16) { f in
      f.emit(.call, 1)
      f.emit(.const64, 0, 7)
      f.emit(.print, w: PrintKind.int64.rawValue, 0)
      f.emit(.ret)
    }
    asm.function("main.f", frame: 96) { f in
      let end = f.label()
      Self.deferring(&f, handler, slot: 0, record: 16)
      Self.box(&f, 64, value)
      f.emit(.panic, 64)
      f.place(end)
      f.deferReturn = end
      f.emit(.runDefers)
      f.emit(.ret)
    }
    asm.function("main.handler", frame: 32) { f in
      f.emit(.recover, 0)
      f.emit(.load64, 16, 8, 0)
      f.emit(.print, w: PrintKind.int64.rawValue, 16)
      f.emit(.print, w: PrintKind.newline.rawValue)
      f.emit(.ret)
    }
    #expect(run(asm.program()) == ("42\n7", 0))
  }

  @Test func recoverWorksOnlyInTheDeferredFunctionItself() {
    var asm = Assembler()
    let value = asm.constant([42, 0, 0, 0, 0, 0, 0, 0])
    let handler = asm.funcValue(1)
    asm.function("main.main", frame: 96) { f in
      let end = f.label()
      Self.deferring(&f, handler, slot: 0, record: 16)
      Self.box(&f, 64, value)
      f.emit(.panic, 64)
      f.place(end)
      f.deferReturn = end
      f.emit(.runDefers)
      f.emit(.ret)
    }
    asm.function("main.handler", frame: 16) { f in
      f.emit(.call, 2)
      f.emit(.ret)
    }
    asm.function("main.helper", frame: 16) { f in
      f.emit(.recover, 0)
      f.emit(.print, w: PrintKind.hex.rawValue, 0)
      f.emit(.print, w: PrintKind.newline.rawValue)
      f.emit(.ret)
    }
    let (output, status) = run(asm.program())
    #expect(output.hasPrefix("0x0\npanic: 42\n\ngoroutine 1 [running]:\nmain.main()\n\t"))
    #expect(status == 2)
  }

  @Test func aPanicWhilePanickingNamesBoth() {
    var asm = Assembler()
    let first = asm.constant([1, 0, 0, 0, 0, 0, 0, 0])
    let second = asm.constant([2, 0, 0, 0, 0, 0, 0, 0])
    let handler = asm.funcValue(1)
    asm.function("main.main", frame: 96) { f in
      Self.deferring(&f, handler, slot: 0, record: 16)
      Self.box(&f, 64, first)
      f.emit(.panic, 64)
    }
    asm.function("main.handler", frame: 32) { f in
      f.emit(.recover, 0)
      Self.box(&f, 16, second)
      f.emit(.panic, 16)
    }
    let (output, status) = run(asm.program())
    #expect(output.hasPrefix("panic: 1 [recovered]\n\tpanic: 2\n\ngoroutine 1 [running]:\n"))
    #expect(status == 2)
  }

  @Test func anUnknownFaultAddressIsFatal() {
    var asm = Assembler()
    asm.function("main.main", frame: 16) { f in
      f.emit(.const64, 0, 0, 0x1234)
      f.emit(.load64, 8, 0, 0)
      f.emit(.ret)
    }
    let (output, status) = run(asm.program())
    #expect(output.hasPrefix("unexpected fault address 0x123400000000\nfatal error: fault\n[signal SIGSEGV"))
    #expect(status == 2)
  }
}
