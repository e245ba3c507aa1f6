import MachineCode

/// Programs that several tests run.
enum Samples {
  /// println(fib(n)) with fib(n) recursive.
  static func fib(_ n: Int32) -> Program {
    var asm = Assembler()
    asm.function("main.main", frame: 24, outgoing: 16) { f in
      f.emit(.const64, 0, n, 0)
      f.emit(.call, 1)
      f.emit(.print, w: PrintKind.int64.rawValue, 8)
      f.emit(.print, w: PrintKind.newline.rawValue)
      f.emit(.ret)
    }
    // Frame: 0 argument, 8 result of calls; 16 partial sum; own argument at 24 + 16, result at 24 + 24.
    asm.function("main.fib", frame: 24, outgoing: 16, arguments: 16) { f in
      let recurse = f.label()
      f.emit(.jumpGeCS64, 40, 2, recurse)
      f.emit(.move64, 48, 40)
      f.emit(.ret)
      f.place(recurse)
      f.emit(.addC64, 0, 40, -1)
      f.emit(.call, 1)
      f.emit(.move64, 16, 8)
      f.emit(.addC64, 0, 40, -2)
      f.emit(.call, 1)
      f.emit(.add64, 48, 16, 8)
      f.emit(.ret)
    }
    return asm.program()
  }

  /// s := 0; for i := 0; i < n; i++ { s += i & 3 }; println(s)
  static func loop(_ n: Int32) -> Program {
    var asm = Assembler()
    asm.function("main.main", frame: 24) { f in
      let head = f.label()
      let test = f.label()
      f.emit(.const64, 0, 0)
      f.emit(.const64, 8, 0)
      f.emit(.jump, 0, 0, test)
      f.place(head)
      f.emit(.andC64, 16, 8, 3)
      f.emit(.add64, 0, 0, 16)
      f.emit(.addC64, 8, 8, 1)
      f.place(test)
      f.emit(.jumpLtCS64, 8, n, head)
      f.emit(.print, w: PrintKind.int64.rawValue, 0)
      f.emit(.print, w: PrintKind.newline.rawValue)
      f.emit(.ret)
    }
    return asm.program()
  }

  /// Sieve of Eratosthenes over n bytes of package variables; prints the number of primes.
  static func sieve(_ n: Int32) -> Program {
    var asm = Assembler()
    asm.data = [UInt8](repeating: 0, count: Int(n))
    asm.function("main.main", frame: 64) { f in
      // 0 slice (24), 24 i, 32 j, 40 count, 48 flag
      let outer = f.label()
      let inner = f.label()
      let innerTest = f.label()
      let next = f.label()
      let test = f.label()
      f.emit(.const64, 0, Int32(Assembler.dataBase))
      f.emit(.const64, 8, n)
      f.emit(.const64, 16, n)
      f.emit(.const64, 24, 2)
      f.emit(.const64, 40, 0)
      f.emit(.const8, 56, 1)
      f.emit(.jump, 0, 0, test)
      f.place(outer)
      f.emit(.sliceLoad8, 48, 0, 24)
      f.emit(.jumpIf, 48, 0, next)
      f.emit(.addC64, 40, 40, 1)
      f.emit(.mul64, 32, 24, 24)
      f.emit(.jump, 0, 0, innerTest)
      f.place(inner)
      f.emit(.sliceStore8, 0, 32, 56)
      f.emit(.add64, 32, 32, 24)
      f.place(innerTest)
      f.emit(.jumpLtS64, 32, 8, inner)
      f.place(next)
      f.emit(.addC64, 24, 24, 1)
      f.place(test)
      f.emit(.jumpLtS64, 24, 8, outer)
      f.emit(.print, w: PrintKind.int64.rawValue, 40)
      f.emit(.print, w: PrintKind.newline.rawValue)
      f.emit(.ret)
    }
    return asm.program()
  }
}
