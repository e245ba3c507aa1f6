import Foundation
import MachineCode
import Testing

@testable import Machine

@Suite struct MapTests {
  /// Map types over the fixture: type ids by name, and their sites.
  struct Maps {
    let fixture: HeapFixture
    let ids: [String: Int32]

    init(seed: UInt64 = 1) {
      var options = MachineOptions()
      options.gogc = nil
      options.seed = seed
      var ids: [String: Int32] = [:]
      fixture = HeapFixture(options: options) { assembler in
        func add(_ type: TypeDescriptor) -> TypeID {
          assembler.types.append(type)
          return TypeID(Int32(assembler.types.count - 1))
        }
        let float = add(TypeDescriptor(kind: .float64, text: "float64", size: 8, alignment: 8))
        let huge = add(
          TypeDescriptor(kind: .array, text: "[20]int", size: 160, alignment: 8, element: TypeID(0), length: 20))
        let pairs: [(TypeID, TypeID)] = [
          (Assembler.int, Assembler.int), (Assembler.string, Assembler.int), (float, Assembler.int), (huge, huge),
          (Assembler.any, Assembler.string), (Assembler.int, Assembler.pointer),
        ]
        for (key, element) in pairs {
          let text = "map[\(assembler.types[Int(key.rawValue)].text)]\(assembler.types[Int(element.rawValue)].text)"
          ids[text] =
            add(
              TypeDescriptor(
                kind: .map, text: text, size: 8, alignment: 8, element: element, key: key, isComparable: false,
                isDirect: true,
                pointerBytes: 8)
            ).rawValue
        }
      }
      self.ids = ids
    }

    func make(_ type: String, hint: Int = 0) -> TestMap {
      let id = ids[type]!
      let address = fixture.execute(.makeMap, 640, 0, id, [UInt64(bitPattern: Int64(hint))]).words[80]
      return TestMap(fixture: fixture, type: id, address: address)
    }
  }

  struct TestMap {
    let fixture: HeapFixture
    let type: Int32
    let address: UInt64
    var header: MapHeader { fixture.machine.heap.header(address) }

    /// Word 0 of the frame is the map; keys stand from word 1 on.
    func assign(_ key: [UInt64]) -> UInt64 {
      let result = fixture.execute(.mapAssign, w: UInt16(type), 640, 0, 8, ext: type, [address] + key)
      return result.outcome == .done ? result.words[80] : 0
    }
    func set(_ key: [UInt64], _ value: UInt64) { fixture.machine.memory.store(value, to: assign(key)) }
    func get(_ key: [UInt64]) -> UInt64? {
      let element = fixture.execute(.mapGet, w: UInt16(type), 640, 0, 8, [address] + key).words[80]
      return element == 0 ? nil : fixture.machine.memory.word(element)
    }
    func delete(_ key: [UInt64]) { _ = fixture.execute(.mapDelete, w: UInt16(type), 0, 8, 0, [address] + key) }
    func clear() { _ = fixture.execute(.mapClear, w: UInt16(type), 0, 0, 0, [address]) }
    var count: Int { Int(fixture.execute(.mapLength, w: UInt16(type), 640, 0, 0, [address]).words[80]) }

    /// Iterates; the body may change the map. The iterator lies outside of the scratch frame.
    func forEach(_ body: (_ key: UInt64, _ element: UInt64) -> Void) {
      let storage = UnsafeMutableRawPointer.allocate(byteCount: 96, alignment: 8)
      defer { storage.deallocate() }
      let iterator = MapIterator(slot: storage)
      let machine = fixture.machine
      let layout = machine.heap.mapLayout(UInt16(type))
      try! machine.beginIteration(layout, address, iterator, site: -1)
      while iterator.key != 0 {
        body(iterator.key, iterator.element)
        try! machine.continueIteration(layout, iterator)
      }
    }
    var keys: [UInt64] {
      var keys: [UInt64] = []
      forEach { key, _ in keys.append(fixture.machine.memory.word(key)) }
      return keys
    }
  }

  @Test(arguments: [0, 5, 100, 1000]) func agreesWithADictionary(hint: Int) {
    let map = Maps().make("map[int]int", hint: hint)
    var model: [UInt64: UInt64] = [:]
    var random = Random(seed: UInt64(hint + 1))
    for step in 0..<6000 {
      let key = UInt64(random.next(step < 3000 ? 2000 : 300))
      switch random.next(10) {
      case 0..<6:
        map.set([key], UInt64(step))
        model[key] = UInt64(step)
      case 6..<9:
        map.delete([key])
        model[key] = nil
      default:
        #expect(map.get([key]) == model[key])
      }
      if step % 1500 == 1499 {
        #expect(map.count == model.count)
        #expect(map.keys.sorted() == model.keys.sorted())
      }
      if step == 4500 {
        map.clear()
        model = [:]
        #expect(map.count == 0 && map.keys == [])
      }
    }
    for key: UInt64 in 0..<2000 { #expect(map.get([key]) == model[key]) }
  }

  /// 6.5 entries a bucket (runtime/map.go): the map grows when the 9th, 14th, 27th, 53rd ... entry comes.
  @Test func growsAtGosLoadFactor() {
    let map = Maps().make("map[int]int")
    #expect(map.header.buckets == 0)
    var grewAt: [Int] = []
    for entry in 1...1000 {
      let before = map.header.logBuckets
      map.set([UInt64(entry)], 1)
      if map.header.logBuckets != before { grewAt.append(entry) }
    }
    #expect(grewAt == [9, 14, 27, 53, 105, 209, 417, 833])
  }

  @Test func hintsReserveBuckets() {
    let maps = Maps()
    for (hint, log) in [(0, 0), (8, 0), (9, 1), (13, 1), (14, 2), (100, 4), (1000, 8), (-5, 0), (1 << 60, 0)] {
      #expect(maps.make("map[int]int", hint: hint).header.logBuckets == UInt8(log), "hint \(hint)")
    }
  }

  /// 8 top hashes, 8 keys, 8 elements, one overflow pointer; large ones behind pointers.
  @Test func bucketsHaveGosLayout() throws {
    let maps = Maps()
    func layout(_ name: String) -> RuntimeTypes.MapLayout {
      maps.fixture.machine.heap.mapLayout(UInt16(maps.ids[name]!)).pointee
    }
    #expect(layout("map[int]int").bucketSize == 144)
    #expect(layout("map[string]int").bucketSize == 208)
    #expect(layout("map[[20]int][20]int").bucketSize == 144)
    #expect(layout("map[int]int").bucketHasPointers == false)
    let map = maps.make("map[string]int")
    _ = map.assign(maps.fixture.string("key"))
    let bucket = try #require(maps.fixture.machine.block(at: map.header.buckets))
    #expect(maps.fixture.machine.runtimeTypes[Int(bucket.type!.rawValue)].text == "map.bucket[string]int")
    #expect(maps.fixture.machine.block(at: map.address)?.requestedSize == 48)
    #expect(maps.fixture.machine.pointers(in: bucket).count == 1)
  }

  @Test func largeKeysAndElementsStandBehindPointers() {
    let maps = Maps()
    let map = maps.make("map[[20]int][20]int")
    for value: UInt64 in 0..<40 { map.set([value] + [UInt64](repeating: 7, count: 19), value * 3) }
    for value: UInt64 in 0..<40 { #expect(map.get([value] + [UInt64](repeating: 7, count: 19)) == value * 3) }
    map.delete([3] + [UInt64](repeating: 7, count: 19))
    #expect(map.count == 39)
  }

  @Test func stringKeysCompareByContent() {
    let maps = Maps()
    let map = maps.make("map[string]int")
    for value in 0..<200 { map.set(maps.fixture.string("key \(value)"), UInt64(value)) }
    for value in 0..<200 { #expect(map.get(maps.fixture.string("key \(value)")) == UInt64(value)) }
    #expect(map.get(maps.fixture.string("key 200")) == nil)
  }

  @Test func zerosAreOneKeyAndNaNsAreMany() {
    let map = Maps().make("map[float64]int")
    map.set([(0.0).bitPattern], 1)
    map.set([(-0.0).bitPattern], 2)
    #expect(map.count == 1 && map.get([(0.0).bitPattern]) == 2)
    for value: UInt64 in 0..<50 { map.set([Double.nan.bitPattern], value) }
    #expect(map.count == 51 && map.get([Double.nan.bitPattern]) == nil)
    #expect(map.keys.count == 51)
    // The map grows under the iterator: every NaN still comes once.
    var seen = 0
    map.forEach { key, _ in
      if Double(bitPattern: map.fixture.machine.memory.word(key)).isNaN { seen += 1 }
      if seen < 30 { for extra in 0..<20 { map.set([UInt64(seen * 100 + extra)], 1) } }
    }
    #expect(seen == 50)
    map.clear()
    #expect(map.count == 0 && map.keys == [])
  }

  /// The Go specification: what is removed before it was reached is not produced; nothing is produced twice; what stays is produced.
  @Test(arguments: 1...20) func changesDuringIteration(seed: Int) {
    let map = Maps(seed: UInt64(seed)).make("map[int]int")
    var random = Random(seed: UInt64(seed))
    let initial = 5 + random.next(60)
    for key in 0..<initial { map.set([UInt64(key)], 1) }
    var produced: Set<UInt64> = []
    var deleted: Set<UInt64> = []
    var next = 1000
    map.forEach { key, _ in
      let value = map.fixture.machine.memory.word(key)
      #expect(produced.insert(value).inserted && !deleted.contains(value))
      if random.next(3) == 0 {
        let victim = UInt64(random.next(initial))
        if !produced.contains(victim) { deleted.insert(victim) }
        map.delete([victim])
      }
      if random.next(2) == 0, next < 1300 {
        for _ in 0..<random.next(12) {
          map.set([UInt64(next)], 1)
          next += 1
        }
      }
    }
    for key in 0..<UInt64(initial) where !deleted.contains(key) { #expect(produced.contains(key)) }
  }

  @Test func iterationOrderDependsOnTheSeedAlone() {
    func order(_ seed: UInt64) -> [[UInt64]] {
      let map = Maps(seed: seed).make("map[int]int")
      for key: UInt64 in 0..<20 { map.set([key], 1) }
      return (0..<5).map { _ in map.keys }
    }
    #expect(order(1) == order(1))
    #expect(order(1) != order(2))
    #expect(Set(order(1)).count > 1)
  }

  @Test func sparseMapsAreMadeAnewInTheSameSize() {
    let map = Maps().make("map[int]int", hint: 52)
    let log = map.header.logBuckets
    // Each filling makes other buckets overflow; emptying does not take overflow buckets away.
    var next: UInt64 = 0
    var grew = false
    for _ in 0..<300 where !grew {
      for key in next..<next + 50 where !grew {
        map.set([key], key)
        grew = map.header.isGrowing
        #expect(!grew || map.header.isSameSize)
      }
      next += 50
      if !grew { for key in map.keys { map.delete([key]) } }
    }
    #expect(grew && map.header.logBuckets == log)
    for key in map.keys { #expect(map.get([key]) == key) }
  }

  @Test func unhashableKeysPanicAndNilMapsAreEmpty() {
    let maps = Maps()
    let map = maps.make("map[interface {}]string")
    let machine = maps.fixture.machine
    let slice = machine.program.layout.typeWord(Assembler.slice)
    let result = maps.fixture.execute(.mapGet, w: UInt16(map.type), 640, 0, 8, [map.address, slice, 0])
    #expect(result.outcome == .panicked)
    #expect(machine.pendingPanic == .runtime("panicUnhashable", [slice]))
    let int = machine.program.layout.typeWord(Assembler.int)
    let small = machine.heap.smallIntegers
    map.set([int, small + 8], 5)
    #expect(map.get([int, small + 8]) == 5 && map.get([int, small + 16]) == nil)

    let none = TestMap(fixture: maps.fixture, type: maps.ids["map[int]int"]!, address: 0)
    #expect(none.get([1]) == nil && none.count == 0 && none.keys == [])
    none.delete([1])
    none.clear()
    let assigned = maps.fixture.execute(.mapAssign, w: UInt16(none.type), 640, 0, 8, ext: none.type, [0, 1])
    #expect(assigned.outcome == .panicked && machine.pendingPanic == .runtime("panicNilMap"))
  }

  /// A map in a root keeps its buckets, overflow buckets and what they point to; nothing else of it stays.
  @Test(arguments: ["map[int]int", "map[int]*int"]) func mapsSurviveCollections(name: String) {
    let maps = Maps()
    let map = maps.make(name)
    maps.fixture.setRoot(0, map.address)
    for key in 0..<400 {
      let value = name == "map[int]int" ? UInt64(key) : maps.fixture.new(.node)
      map.set([UInt64(key)], value)
      if key % 37 == 0 {
        let reachable = maps.fixture.machine.reachableBlocks()
        maps.fixture.collect(stepwise: key % 2 == 0)
        #expect(maps.fixture.allBlocks == reachable)
      }
    }
    for key in 0..<400 {
      let value = map.get([UInt64(key)])
      #expect(
        name == "map[int]int" ? value == UInt64(key) : maps.fixture.machine.block(at: value ?? 0)?.address == value)
    }
    #expect(map.keys.sorted() == (0..<400).map { UInt64($0) })
  }
}
