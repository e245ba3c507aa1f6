import SourceText

/// Machine code as text, for tests and for people who look under the hood.
///
/// ```
/// func main.add  frame 0, outgoing 0, arguments 24 (results at 16)
///   +16 parameter a int
///   ...
///   0  addC64      sum ← a, 1
/// ```
///
/// Slots are named by their variable, nameless ones by kind and offset (`t24`, `out8`); instructions are numbered from the function's first, and so are
/// branch targets.
public struct Disassembler {
  public var program: Program
  /// Print live ranges behind the slots.
  public var showsLiveness: Bool

  public init(_ program: Program, showsLiveness: Bool = false) {
    self.program = program
    self.showsLiveness = showsLiveness
  }

  /// The function with that name, or an empty text.
  public func function(named name: String) -> String {
    program.functions.firstIndex { $0.name == name }.map { function(FunctionID(Int32($0))) } ?? ""
  }

  public func function(_ id: FunctionID) -> String {
    let function = program.functions[Int(id.rawValue)]
    var lines = [
      "func \(function.name)  frame \(function.frameSize), outgoing \(function.outgoingSize), "
        + "arguments \(function.argumentSize) (results at \(function.resultOffset))"
        + (function.isWrapper ? " wrapper" : "")
    ]
    for slot in function.slots where slot.kind != .outgoing && (slot.kind != .temporary || !slot.live.isEmpty) {
      lines.append("  " + describe(slot, in: function))
    }
    for index in Int(function.code.start)..<Int(function.code.end) {
      let mark = program.statementStarts[index] ? "*" : " "
      let number = String(index - Int(function.code.start))
      lines.append(" \(mark)\(pad(number, 4, left: true)) \(instruction(at: index, in: function))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// All functions, in order.
  public func text() -> String {
    program.functions.indices.map { function(FunctionID(Int32($0))) }.joined(separator: "\n")
  }

  private func pad(_ text: String, _ width: Int, left: Bool = false) -> String {
    let space = String(repeating: " ", count: max(0, width - text.count))
    return left ? space + text : text + space
  }

  private func describe(_ slot: FrameSlot, in function: FunctionInfo) -> String {
    let type = program.types[Int(slot.type.rawValue)].text
    var text = "\(name(of: slot)) @\(slot.offset) \(slot.kind) \(type)"
    if showsLiveness, !slot.live.isEmpty {
      text += " live " + slot.live.map { range($0, function) }.joined(separator: " ")
    }
    return text
  }

  private func range(_ range: PCRange, _ function: FunctionInfo) -> String {
    "\(range.start - function.code.start)..<\(range.end - function.code.start)"
  }

  private func name(of slot: FrameSlot) -> String {
    switch slot.kind {
    case .outgoing: "out\(slot.offset)"
    case .temporary: "t\(slot.offset)"
    case .escaped: "&\(slot.name)"
    case .receiver, .parameter, .result, .local:
      slot.name.isEmpty || slot.name == "_" ? "\(slot.kind == .result ? "r" : "p")\(slot.offset)" : slot.name
    default: "\(slot.kind)\(slot.offset)"
    }
  }

  /// The name of a place in the frame: `s`, or `s+8` inside a slot.
  private func slotName(_ offset: Int32, at pc: Int, in function: FunctionInfo) -> String {
    func contains(_ slot: FrameSlot) -> Bool {
      let size = max(1, program.types[Int(slot.type.rawValue)].size)
      return slot.offset <= offset && Int(offset) < Int(slot.offset) + size
    }
    guard let slot = function.slots.first(where: contains) else { return "[\(offset)]" }
    let distance = offset - slot.offset
    return name(of: slot) + (distance == 0 ? "" : "+\(distance)")
  }

  private func instruction(at index: Int, in function: FunctionInfo) -> String {
    let instruction = program.code[index]
    let roles = instruction.roles(program)
    var written: [String] = []
    var read: [String] = []
    for (value, role) in [(instruction.a, roles.a), (instruction.b, roles.b), (instruction.c, roles.c)] {
      switch role {
      case .unused: break
      case .writes: written.append(slotName(value, at: index, in: function))
      case .reads, .updates, .readsElement: read.append(slotName(value, at: index, in: function))
      case .writesElement: read.append(slotName(value, at: index, in: function) + "[]")
      case .addresses: read.append("&" + slotName(value, at: index, in: function))
      case .immediate: read.append(String(value))
      case .target: read.append("→\(value - function.code.start)")
      case .function: read.append(program.functions[Int(value)].name)
      case .intrinsic: read.append(Intrinsic(rawValue: value)?.goName ?? "?\(value)")
      case .type: read.append(program.types[Int(value)].text)
      case .site: read.append(program.types[Int(program.sites[Int(value)].type.rawValue)].text)
      case .address: read.append("0x" + String(value, radix: 16))
      }
    }
    var operands = read.joined(separator: ", ")
    if !written.isEmpty { operands = written.joined(separator: ", ") + (read.isEmpty ? "" : " ← " + operands) }
    return pad(String(describing: instruction.op), 16) + operands
  }
}
