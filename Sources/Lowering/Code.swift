import MachineCode
import SourceText

/// An operand before the frame is laid out and addresses are known.
struct Operand: Hashable {
  /// A slot's index, or one of the negative codes below.
  var slot: Int32
  /// Bytes from the slot's beginning, or the value.
  var offset: Int32

  init(slot: Int32, offset: Int32 = 0) {
    self.slot = slot
    self.offset = offset
  }

  private enum Code: Int32 {
    case immediate = -1, label = -2, typeWord = -3, itab = -4, readOnly = -5, data = -6, code = -7
  }

  private init(_ code: Code, _ value: Int32) { self.init(slot: code.rawValue, offset: value) }

  static let none = Operand(.immediate, 0)
  static func immediate(_ value: Int32) -> Operand { Operand(.immediate, value) }
  static func immediate(_ value: Int) -> Operand { Operand(.immediate, Int32(truncatingIfNeeded: value)) }
  static func label(_ label: Label) -> Operand { Operand(.label, label.rawValue) }
  static func typeWord(_ type: TypeID) -> Operand { Operand(.typeWord, type.rawValue) }
  static func itab(_ index: Int) -> Operand { Operand(.itab, Int32(index)) }
  static func readOnly(_ offset: Int) -> Operand { Operand(.readOnly, Int32(offset)) }
  /// The text address of a function's first instruction.
  static func code(_ function: FunctionID) -> Operand { Operand(.code, function.rawValue) }
  static func data(_ offset: Int) -> Operand { Operand(.data, Int32(offset)) }

  var isSlot: Bool { slot >= 0 }
  var isLabel: Bool { slot == Code.label.rawValue }
  var isImmediate: Bool { slot == Code.immediate.rawValue }
  var label: Label { Label(rawValue: offset) }

  /// What the linker must add the address of, if anything.
  var relocation: Relocation? {
    switch Code(rawValue: slot) {
    case .typeWord: .typeWord
    case .itab: .itab
    case .readOnly: .readOnly
    case .data: .data
    case .code: .code
    default: nil
    }
  }

  func advanced(by bytes: Int) -> Operand { Operand(slot: slot, offset: offset + Int32(bytes)) }
}

/// An address that is known once all functions have been translated.
enum Relocation: Hashable { case typeWord, itab, readOnly, data, code }

/// A place in a function's code, known once the code before it is final.
struct Label: Hashable { let rawValue: Int32 }

/// An instruction before the frame is laid out.
struct Node {
  var op: Opcode
  var w: UInt16 = 0
  var a: Operand
  var b: Operand
  var c: Operand
  var span: Span
  var startsStatement = false
  /// Slots that the instruction reads or writes beyond its operands: arguments and results of a call, results at a return.
  var reads: [Int32] = []
  var writes: [Int32] = []
}

/// A frame slot before it has an offset.
struct Slot {
  var name: String
  var kind: FrameSlot.Kind
  var type: TypeID
  var size: Int
  var alignment: Int
  var pointerBytes: Int
  var span: Span
  /// For outgoing slots: bytes from SP. For parameters and results: bytes from the beginning of the incoming area.
  var fixedOffset: Int?
  /// Its address is taken, so it is live for as long as its name is (see Liveness).
  var isAddressed = false
  /// Node indices between which the name is in scope and initialised; for an addressed temporary, between which it is used.
  var scopeStart = -1
  var scopeEnd = -1
}
