import MachineCode
import Testing

@testable import Machine

@Suite struct SliceTests {
  /// The element types of the record, and a fixture without collections.
  func fixture() -> (HeapFixture, [String: Int32]) {
    var options = MachineOptions()
    options.gogc = nil
    var ids: [String: Int32] = [:]
    let fixture = HeapFixture(options: options) { assembler in
      func add(_ name: String, _ kind: TypeDescriptor.Kind, _ size: Int, _ alignment: Int, pointers: Int) {
        ids[name] = Int32(assembler.types.count)
        var type = TypeDescriptor(kind: kind, text: name, size: size, alignment: alignment, pointerBytes: pointers)
        if kind == .structure, pointers > 0 {
          type.fields = stride(from: 0, to: pointers, by: 8).map {
            .init(name: "p", type: Assembler.pointer, offset: $0, isEmbedded: false, isExported: false)
          }
        }
        assembler.types.append(type)
      }
      add("byte", .uint8, 1, 1, pointers: 0)
      add("int16", .int16, 2, 2, pointers: 0)
      add("int32", .int32, 4, 4, pointers: 0)
      add("int64", .int64, 8, 8, pointers: 0)
      add("*int", .pointer, 8, 8, pointers: 8)
      add("string", .string, 16, 8, pointers: 8)
      add("five", .structure, 5, 1, pointers: 0)
      add("three", .structure, 24, 8, pointers: 0)
      add("pair", .structure, 24, 8, pointers: 8)
      add("big", .structure, 560, 8, pointers: 560)
    }
    return (fixture, ids)
  }

  @Test(arguments: GrowthRecord.all.indices) func appendGrowsAsInGo(index: Int) throws {
    let record = GrowthRecord.all[index]
    let (fixture, ids) = fixture()
    let site = try #require(ids[record.type])
    func append(_ slice: [UInt64], _ count: Int) -> [UInt64] {
      let result = fixture.execute(.growSlice, 32, 0, site, slice + [UInt64(count)])
      #expect(result.outcome == .done)
      return Array(result.words[4..<7])
    }
    var slice: [UInt64] = [0, 0, 0]
    var capacities: [Int] = []
    while slice[1] < 6000 {
      if slice[1] < slice[2] {
        slice[1] += 1
        continue
      }
      slice = append(slice, 1)
      capacities.append(Int(slice[2]))
    }
    #expect(capacities == record.capacities)
    var jumps: [Int] = []
    for old in GrowthRecord.oldCapacities {
      for added in GrowthRecord.added {
        let made = fixture.execute(.makeSlice, 32, 0, site, [UInt64(old), UInt64(old)])
        jumps.append(Int(append(Array(made.words[4..<7]), added)[2]))
      }
    }
    #expect(jumps == record.jumps)
  }

  @Test func appendCopiesAndClears() {
    let (fixture, ids) = fixture()
    // A slot with stale bytes comes back.
    let stale = fixture.allocate(16)
    fixture.machine.memory.store(UInt64.max, to: stale)
    fixture.machine.memory.store(UInt64.max, to: stale + 8)
    fixture.collect()
    let made = fixture.execute(.makeSlice, 32, 0, ids["byte"]!, [9, 9]).words[4..<7]
    fixture.machine.memory.write(Array("abcdefghi".utf8), to: made.first!)
    let grown = fixture.execute(.growSlice, 32, 0, ids["byte"]!, Array(made) + [1]).words[4..<7]
    #expect(Array(grown)[1...] == [10, 24])
    var bytes = fixture.machine.memory.bytes(grown.first!, 24)
    bytes[9] = 0
    #expect(bytes == Array("abcdefghi".utf8) + [UInt8](repeating: 0, count: 15))
  }

  @Test func makeSliceChecksAsGo() {
    let (fixture, ids) = fixture()
    func make(_ length: Int, _ capacity: Int, _ type: String = "int64") -> RuntimePanic? {
      fixture.machine.pendingPanic = nil
      let outcome = fixture.execute(
        .makeSlice, 32, 0, ids[type]!, [UInt64(bitPattern: Int64(length)), UInt64(bitPattern: Int64(capacity))])
      return outcome.outcome == .panicked ? fixture.machine.pendingPanic : nil
    }
    #expect(make(5, 9) == nil)
    #expect(make(0, 0) == nil)
    #expect(make(-1, -1) == .runtime("panicMakeSliceLen"))
    #expect(make(1 << 60, 1 << 60) == .runtime("panicMakeSliceLen"))
    #expect(make(2, 1) == .runtime("panicMakeSliceCap"))
    #expect(make(0, 1 << 60) == .runtime("panicMakeSliceCap"))
    #expect(make(1 << 46, 1 << 46) == .runtime("panicMakeSliceLen"))
  }

  /// s[low:high:max] against Go's rules, over all small operands.
  @Test func sliceExpressionsCheckInGosOrder() {
    let (fixture, _) = fixture()
    let base: UInt64 = 0xc0_0000_2000
    for low in -1...5 {
      for high in -1...5 {
        for max in -1...5 {
          for flags: SliceFlags in [[.low, .high], [.low, .high, .max], [.low], [.high], []] {
            fixture.machine.pendingPanic = nil
            let words = [base, 3, 4] + [low, high, max].map { UInt64(bitPattern: Int64($0)) }
            let result = fixture.execute(.sliceExpression, w: flags.rawValue, 64, 0, 8, words)
            let l = flags.contains(.low) ? low : 0
            let h = flags.contains(.high) ? high : 3
            let m = flags.contains(.max) ? max : 4
            let expected: (Int, Int, BoundsCode)? =
              m < 0 || m > 4
              ? (m, 4, .slice3ACapacity)
              : h < 0 || h > m
                ? (h, m, flags.contains(.max) ? .slice3B : .sliceACapacity)
                : l < 0 || l > h ? (l, h, flags.contains(.max) ? .slice3C : .sliceB) : nil
            if let (x, y, code) = expected {
              #expect(fixture.machine.pendingPanic == .bounds(x: Int64(x), signed: true, y: Int64(y), code: code))
            } else {
              #expect(result.outcome == .done)
              let pointer = m == l ? base : base + UInt64(l * 8)
              #expect(Array(result.words[8..<11]) == [pointer, UInt64(h - l), UInt64(m - l)])
            }
          }
        }
      }
    }
  }

  @Test func boxingKeepsSmallValuesOutOfTheHeap() {
    let (fixture, ids) = fixture()
    func box(_ type: String, _ words: [UInt64]) -> UInt64 {
      fixture.execute(.box, 64, 0, ids[type]!, words).words[8]
    }
    let before = fixture.machine.heapStatistics.mallocs
    for value: UInt64 in [0, 7, 255] {
      for type in ["byte", "int16", "int32", "int64"] {
        let address = box(type, [value])
        #expect(fixture.machine.memory.load(address, as: UInt8.self) == UInt8(value))
        #expect(address == fixture.machine.heap.smallIntegers + value * 8)
      }
    }
    #expect(fixture.machine.memory.word(box("string", [0, 0])) == 0)
    #expect(fixture.machine.heapStatistics.mallocs == before)
    let number = box("int64", [256])
    #expect(fixture.machine.memory.word(number) == 256)
    let pair = box("pair", [0, 1, 2])
    #expect(fixture.machine.block(at: pair)?.type == TypeID(ids["pair"]!))
    #expect(fixture.machine.memory.word(pair + 16) == 2)
  }
}
