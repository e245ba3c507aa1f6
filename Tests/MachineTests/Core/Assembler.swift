import MachineCode
import SourceText

/// Makes small programs by hand: functions of instructions with labels, types, globals and constants.
///
/// Function 0 is the entry. Branch targets are written as labels (negative numbers from `label()`), placed by `place`.
struct Assembler {
  struct Function {
    var name: String
    var frame: Int32
    var outgoing: Int32
    var arguments: Int32
    var slots: [FrameSlot] = []
    var deferReturn: Int32 = -1
    var isLibrary = false
    var isWrapper = false
    var code: [Instruction] = []
    /// Label (counted from 0) to index in `code`.
    var labels: [Int32] = []

    mutating func emit(_ op: Opcode, w: UInt16 = 0, _ a: Int32 = 0, _ b: Int32 = 0, _ c: Int32 = 0) {
      code.append(Instruction(op, w: w, a: a, b: b, c: c))
    }

    /// A name for a place, to be used as operand c of branches.
    mutating func label() -> Int32 {
      labels.append(-1)
      return Int32(labels.count - 1)
    }

    mutating func place(_ label: Int32) { labels[Int(label)] = Int32(code.count) }

    /// A pointer variable that is live everywhere.
    mutating func pointerSlot(_ name: String, _ offset: Int32, _ type: TypeID, kind: FrameSlot.Kind = .local) {
      slots.append(
        FrameSlot(
          name: name, kind: kind, type: type, offset: offset, span: .none, visible: [PCRange(0, Int32.max)],
          live: [PCRange(0, Int32.max)]))
    }
  }

  var functions: [Function] = []
  var types: [TypeDescriptor] = [
    TypeDescriptor(kind: .int, text: "int", name: "int", size: 8, alignment: 8),
    TypeDescriptor(
      kind: .pointer, text: "*int", size: 8, alignment: 8, element: TypeID(0), isDirect: true, pointerBytes: 8),
    TypeDescriptor(
      kind: .func, text: "func()", size: 8, alignment: 8, isComparable: false, isDirect: true, pointerBytes: 8),
    TypeDescriptor(kind: .string, text: "string", name: "string", size: 16, alignment: 8, pointerBytes: 8),
    TypeDescriptor(kind: .interface, text: "interface {}", size: 16, alignment: 8, pointerBytes: 16),
    TypeDescriptor(
      kind: .slice, text: "[]int", size: 24, alignment: 8, element: TypeID(0), isComparable: false, pointerBytes: 8),
  ]
  static let int = TypeID(0)
  static let pointer = TypeID(1)
  static let function = TypeID(2)
  static let string = TypeID(3)
  static let any = TypeID(4)
  static let slice = TypeID(5)

  var itabs: [Itab] = []
  var sites: [AllocSite] = []
  var readOnly: [UInt8] = []
  var globals: [Global] = []
  var data: [UInt8] = []
  /// Functions whose static func value stands in the constants: by function, its offset there.
  var funcValues: [Int32: Int] = [:]

  static let readOnlyBase: UInt64 = 0x48_0000
  static let typesBase: UInt64 = 0x4a_0000
  static let itabsBase: UInt64 = 0x4c_0000
  static let dataBase: UInt64 = 0x50_0000

  /// Adds a function; the body gets it for emitting.
  @discardableResult
  mutating func function(
    _ name: String, frame: Int32, outgoing: Int32 = 0, arguments: Int32 = 0, _ body: (inout Function) -> Void
  ) -> Int32 {
    var function = Function(name: name, frame: frame, outgoing: outgoing, arguments: arguments)
    body(&function)
    functions.append(function)
    return Int32(functions.count - 1)
  }

  /// Bytes in read-only data; returns their address.
  mutating func constant(_ bytes: [UInt8]) -> Int32 {
    while readOnly.count % 8 != 0 { readOnly.append(0) }
    readOnly += bytes
    return Int32(Self.readOnlyBase) + Int32(readOnly.count - bytes.count)
  }

  /// A static func value for a function (which may be added later); returns its address.
  mutating func funcValue(_ function: Int32) -> Int32 {
    let address = constant([UInt8](repeating: 0, count: 8))
    funcValues[function] = Int(address) - Int(Self.readOnlyBase)
    return address
  }

  mutating func site(_ type: TypeID) -> Int32 {
    sites.append(AllocSite(type: type, span: .none, reason: .new, function: FunctionID(0)))
    return Int32(sites.count - 1)
  }

  func program() -> Program {
    var code: [Instruction] = []
    var infos: [FunctionInfo] = []
    for function in functions {
      let start = Int32(code.count)
      for instruction in function.code {
        var linked = instruction
        if linked.op.rawValue >= Opcode.jump.rawValue && linked.op.rawValue <= Opcode.jumpTable.rawValue {
          linked.c = start + function.labels[Int(linked.c)]
        }
        code.append(linked)
      }
      infos.append(
        FunctionInfo(
          name: function.name, span: .none, code: PCRange(start, Int32(code.count)), frameSize: function.frame,
          outgoingSize: function.outgoing, argumentSize: function.arguments, resultOffset: 0, slots: function.slots,
          deferReturn: function.deferReturn < 0 ? -1 : start + function.labels[Int(function.deferReturn)],
          isLibrary: function.isLibrary, isWrapper: function.isWrapper))
    }
    let layout = MemoryLayoutMap(
      readOnlyBase: Self.readOnlyBase, typesBase: Self.typesBase, itabsBase: Self.itabsBase, dataBase: Self.dataBase,
      dataEnd: Self.dataBase + UInt64(max(8, data.count)))
    var readOnly = readOnly
    for (function, offset) in funcValues {
      let address = layout.textAddress(Int(infos[Int(function)].code.start))
      for byte in 0..<8 { readOnly[offset + byte] = UInt8(truncatingIfNeeded: address >> UInt64(byte * 8)) }
    }
    return Program(
      wordSize: 8, code: code, spans: Array(repeating: .none, count: code.count),
      statementStarts: Array(repeating: false, count: code.count), functions: infos, types: types, itabs: itabs,
      sites: sites, globals: globals, sources: SourceMap(), layout: layout, readOnlyData: readOnly, data: data,
      entry: FunctionID(0))
  }
}
