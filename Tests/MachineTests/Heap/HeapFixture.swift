import MachineCode

@testable import Machine

/// A machine whose heap tests drive by hand: types, a table of 64 root pointers in a package variable, and instructions executed one
/// by one in a scratch frame.
struct HeapFixture {
  let machine: Machine
  let rootsAddress = Assembler.dataBase
  static let rootCount = 64

  enum Kind: Int32, CaseIterable {
    /// 24 bytes: two pointers and a number.
    case node = 6
    /// 1024 bytes of pointers to nodes: has a header.
    case wide
    /// 40 bytes: int, string, pointer.
    case mixed
    /// 8 bytes without pointers.
    case leaf
    /// 8 bytes: a pointer.
    case cell
    /// 40,000 bytes, pointers at the beginning of each 100: large.
    case large
  }

  static func types(_ assembler: inout Assembler) {
    func field(_ name: String, _ type: Int32, _ offset: Int) -> TypeDescriptor.Field {
      .init(name: name, type: TypeID(type), offset: offset, isEmbedded: false, isExported: false)
    }
    let base = Int32(assembler.types.count)
    precondition(base == Kind.node.rawValue)
    assembler.types += [
      TypeDescriptor(
        kind: .structure, text: "main.node", size: 24, alignment: 8,
        fields: [field("next", 1, 0), field("other", 1, 8), field("value", 0, 16)], pointerBytes: 16),
      TypeDescriptor(
        kind: .array, text: "[128]*int", size: 1024, alignment: 8, element: TypeID(1), length: 128, pointerBytes: 1024),
      TypeDescriptor(
        kind: .structure, text: "main.mixed", size: 40, alignment: 8,
        fields: [field("n", 0, 0), field("s", 3, 8), field("p", 1, 24), field("m", 0, 32)], pointerBytes: 32),
      TypeDescriptor(kind: .int64, text: "int64", size: 8, alignment: 8),
      TypeDescriptor(
        kind: .pointer, text: "**int", size: 8, alignment: 8, element: TypeID(1), isDirect: true, pointerBytes: 8),
      TypeDescriptor(
        kind: .array, text: "[400]main.hundred", size: 41600, alignment: 8, element: TypeID(12), length: 400,
        pointerBytes: 41600 - 96),
      TypeDescriptor(
        kind: .structure, text: "main.hundred", size: 104, alignment: 8, fields: [field("p", 1, 0)], pointerBytes: 8),
      TypeDescriptor(
        kind: .array, text: "[64]*int", size: 512, alignment: 8, element: TypeID(1), length: 64, pointerBytes: 512),
    ]
  }

  init(options: MachineOptions = MachineOptions(), _ configure: (inout Assembler) -> Void = { _ in }) {
    var assembler = Assembler()
    Self.types(&assembler)
    assembler.data = [UInt8](repeating: 0, count: 4096)
    assembler.globals = [
      Global(name: "roots", type: TypeID(13), address: Assembler.dataBase, span: .none, isLibrary: false)
    ]
    configure(&assembler)
    // One site per type, at the type's own index.
    for type in assembler.types.indices { _ = assembler.site(TypeID(Int32(type))) }
    assembler.function("main.main", frame: 8) { $0.emit(.ret) }
    machine = Machine(assembler.program(), options: options)
  }

  func root(_ index: Int) -> UInt64 { machine.memory.word(rootsAddress + UInt64(index * 8)) }
  func setRoot(_ index: Int, _ value: UInt64) { machine.memory.store(value, to: rootsAddress + UInt64(index * 8)) }

  func new(_ kind: Kind) -> UInt64 {
    machine.heap.new(TypeID(kind.rawValue), AllocationOrigin(site: kind.rawValue, goroutine: 1, tick: machine.tick))
  }

  func allocate(_ size: Int, noscan: Bool = true, zero: Bool = true, type: Int32 = -1) -> UInt64 {
    machine.heap.allocate(
      size, type, noscan: noscan, zero: zero, AllocationOrigin(site: -1, goroutine: 1, tick: 0))
  }

  /// Runs a collection to its end, tick by tick or in one go; answers its ticks.
  @discardableResult
  func collect(stepwise: Bool = true, each: () -> Void = {}) -> Int {
    machine.requestCollection()
    let start = machine.tick
    while machine.isCollecting {
      if stepwise { machine.advanceWork() } else { machine.advanceWork(upTo: .max) }
      each()
    }
    return Int(machine.tick - start)
  }

  /// Addresses of all blocks.
  var allBlocks: Set<UInt64> {
    Set(machine.blocks(from: machine.memory.arenaBase, limit: .max).map(\.address))
  }

  // MARK: Instructions

  /// Executes an instruction in a scratch frame of words below SP, whose first words are given; answers the outcome and the frame's
  /// words afterwards.
  func execute(_ op: Opcode, w: UInt16 = 0, _ a: Int32, _ b: Int32, _ c: Int32, ext: Int32 = 0, _ words: [UInt64])
    -> (outcome: Outcome, words: [UInt64])
  {
    let frame = machine.core.pointee.sp - 1024
    for (index, word) in words.enumerated() { (frame + index * 8).storeBytes(of: word, as: UInt64.self) }
    let code: [Instruction] = [Instruction(op, w: w, a: a, b: b, c: c), Instruction(.ext, a: ext)]
    let outcome = code.withUnsafeBufferPointer { machine.executeSlow($0.baseAddress!, frame) }
    let after = (0..<128).map { (frame + $0 * 8).load(as: UInt64.self) }
    return (outcome, after)
  }

  /// A string of the program in a block of its own: pointer and length.
  func string(_ text: String) -> [UInt64] {
    let bytes = Array(text.utf8)
    guard !bytes.isEmpty else { return [0, 0] }
    let address = allocate(bytes.count, zero: false)
    machine.memory.write(bytes, to: address)
    return [address, UInt64(bytes.count)]
  }

  func text(_ address: UInt64, _ count: UInt64) -> String {
    String(decoding: machine.memory.bytes(address, Int(count)), as: UTF8.self)
  }
}
