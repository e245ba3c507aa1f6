import MachineCode

extension Machine {
  /// A panic's value in its message (runtime/error.go printpanicval, Go 1.23).
  func panicText(_ typeWord: UInt64, _ data: UInt64) -> [UInt8] {
    guard typeWord != 0 else { return Array("nil".utf8) }
    let type = program.types[Int(program.layout.type(ofWord: typeWord).rawValue)]
    let isPlain = type.packagePath.isEmpty && !type.text.contains(".")
    guard let text = scalarText(type, data) else { return Array("(\(type.text)) \(hex(data))".utf8) }
    if isPlain { return text }
    if type.kind == .complex64 || type.kind == .complex128 { return Array(type.text.utf8) + text }
    let quote: [UInt8] = type.kind == .string ? [UInt8(ascii: "\"")] : []
    return Array(type.text.utf8) + [UInt8(ascii: "(")] + quote + text + quote + [UInt8(ascii: ")")]
  }

  /// The value at `data` as print shows it; nil for kinds that print does not show.
  private func scalarText(_ type: TypeDescriptor, _ data: UInt64) -> [UInt8]? {
    func integer<T: FixedWidthInteger & BitwiseCopyable>(_: T.Type) -> [UInt8] {
      Array(String(memory.load(data, as: T.self)).utf8)
    }
    switch type.kind {
    case .bool: return Array((memory.load(data, as: UInt8.self) != 0 ? "true" : "false").utf8)
    case .int, .int64: return integer(Int64.self)
    case .int8: return integer(Int8.self)
    case .int16: return integer(Int16.self)
    case .int32: return integer(Int32.self)
    case .uint, .uint64, .uintptr: return integer(UInt64.self)
    case .uint8: return integer(UInt8.self)
    case .uint16: return integer(UInt16.self)
    case .uint32: return integer(UInt32.self)
    case .float32: return Array(runtimeFloat(Double(memory.load(data, as: Float.self))).utf8)
    case .float64: return Array(runtimeFloat(memory.load(data, as: Double.self)).utf8)
    case .complex64:
      let real = runtimeFloat(Double(memory.load(data, as: Float.self)))
      return Array("(\(real)\(runtimeFloat(Double(memory.load(data + 4, as: Float.self))))i)".utf8)
    case .complex128:
      let real = runtimeFloat(memory.load(data, as: Double.self))
      return Array("(\(real)\(runtimeFloat(memory.load(data + 8, as: Double.self)))i)".utf8)
    case .string:
      let bytes = memory.bytes(memory.word(data), Int(memory.word(data + 8)))
      // A tab after each line break, so that no line of it can be taken for one of the runtime's own.
      return bytes.flatMap { $0 == UInt8(ascii: "\n") ? [$0, UInt8(ascii: "\t")] : [$0] }
    default: return nil
    }
  }
}
