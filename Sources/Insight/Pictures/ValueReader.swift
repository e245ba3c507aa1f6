import MachineCode

/// Read access to the guest's memory. Reading never faults: what is not mapped is `nil`.
public protocol GuestMemory {
  /// `count` bytes at `address`, or `nil` when any of them is not mapped.
  func bytes(at address: UInt64, count: Int) -> [UInt8]?
  /// What lies at an address.
  func target(of address: UInt64) -> PointerPicture.Target
}

/// Turns the bytes of a typed place into text and pointers, as a person would write the value down.
///
/// Long values are cut: a value's text is at most about `limit` characters. Strings are quoted, with everything that a
/// terminal must not see escaped, as Go's %q does.
public struct ValueReader<Memory: GuestMemory> {
  public let program: Program
  public let memory: Memory
  /// The program's types and, behind them, the runtime's own.
  public let types: [TypeDescriptor]
  public var limit = 60

  public init(program: Program, types: [TypeDescriptor]? = nil, memory: Memory) {
    self.program = program
    self.memory = memory
    self.types = types ?? program.types
  }

  /// The value's text, "?" where its memory is gone.
  public func text(of type: TypeID, at address: UInt64) -> String {
    let descriptor = self.descriptor(type)
    if descriptor.size == 0 { return emptyText(descriptor) }
    guard let bytes = memory.bytes(at: address, count: min(descriptor.size, 4096)) else { return "?" }
    return text(descriptor, bytes[...], depth: 0)
  }

  /// Every pointer inside a value, in address order, at most `most` of them.
  public func pointers(of type: TypeID, at address: UInt64, most: Int = 16) -> [PointerPicture] {
    var found: [PointerPicture] = []
    collectPointers(type, address, most, &found)
    return found
  }

  /// The named parts of a value: fields of a struct, elements of an array; `nil` for what has none.
  /// - Returns: at most `most` parts from the `skip`th on, with how many were left out behind them.
  public func parts(of type: TypeID, at address: UInt64, skip: Int = 0, most: Int) -> (
    rows: [SlotPicture], hidden: Int
  )? {
    let descriptor = self.descriptor(type)
    switch descriptor.kind {
    case .structure:
      let shown = descriptor.fields.dropFirst(skip).prefix(most)
      let rows = shown.map { row($0.name, $0.type, address + UInt64($0.offset)) }
      return (rows, max(0, descriptor.fields.count - skip - rows.count))
    case .array:
      guard let element = descriptor.element else { return nil }
      return elements(element, count: descriptor.length, at: address, skip: skip, most: most)
    default:
      return nil
    }
  }

  /// `count` values of one type behind each other, as rows `[0]`, `[1]`, ...
  public func elements(_ element: TypeID, count: Int, at address: UInt64, skip: Int = 0, most: Int)
    -> (rows: [SlotPicture], hidden: Int)
  {
    let size = UInt64(descriptor(element).size)
    let end = min(count, skip + most)
    guard skip < end else { return ([], max(0, count - skip)) }
    let rows = (skip..<end).map { row("[\($0)]", element, address + UInt64($0) * size) }
    return (rows, count - end)
  }

  public func row(_ name: String, _ type: TypeID, _ address: UInt64) -> SlotPicture {
    let descriptor = self.descriptor(type)
    return SlotPicture(
      name: name, type: descriptor.text, address: address, size: descriptor.size, value: text(of: type, at: address),
      pointers: pointers(of: type, at: address))
  }

  public func descriptor(_ type: TypeID) -> TypeDescriptor { types[Int(type.rawValue)] }
}

// MARK: - Text by kind

extension ValueReader {
  private var wordSize: Int { program.wordSize }

  private func emptyText(_ descriptor: TypeDescriptor) -> String { descriptor.kind == .array ? "[]" : "{}" }

  private func word(_ bytes: ArraySlice<UInt8>, _ index: Int) -> UInt64 {
    let start = bytes.startIndex + index * wordSize
    guard start + wordSize <= bytes.endIndex else { return 0 }
    return unsigned(bytes[start..<start + wordSize])
  }

  private func unsigned(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  private func signed(_ bytes: ArraySlice<UInt8>) -> Int64 {
    let shift = UInt64(64 - 8 * bytes.count)
    return Int64(bitPattern: unsigned(bytes) << shift) >> Int64(shift)
  }

  private func text(_ descriptor: TypeDescriptor, _ all: ArraySlice<UInt8>, depth: Int) -> String {
    let bytes = all.prefix(descriptor.size)
    switch descriptor.kind {
    case .invalid: return "?"
    case .bool: return bytes.first == 0 ? "false" : "true"
    case .int, .int8, .int16, .int32, .int64: return String(signed(bytes))
    case .uint, .uint8, .uint16, .uint32, .uint64: return String(unsigned(bytes))
    case .uintptr: return Quantity.address(unsigned(bytes))
    case .float32: return float(Double(Float(bitPattern: UInt32(truncatingIfNeeded: unsigned(bytes)))))
    case .float64: return float(Double(bitPattern: unsigned(bytes)))
    case .complex64, .complex128: return complex(bytes)
    case .pointer, .unsafePointer, .chan, .map, .func: return pointer(descriptor, word(bytes, 0))
    case .string: return string(address: word(bytes, 0), length: Int(bitPattern: UInt(word(bytes, 1))))
    case .slice:
      if word(bytes, 0) == 0 { return "nil" }
      return "len \(word(bytes, 1)) cap \(word(bytes, 2)) @\(Quantity.address(word(bytes, 0)))"
    case .interface: return interface(descriptor, bytes, depth)
    case .structure: return structure(descriptor, bytes, depth)
    case .array: return array(descriptor, bytes, depth)
    }
  }

  private func float(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private func complex(_ bytes: ArraySlice<UInt8>) -> String {
    let half = bytes.count / 2
    let parts = [bytes.prefix(half), bytes.dropFirst(half)].map { part in
      half == 4
        ? Double(Float(bitPattern: UInt32(truncatingIfNeeded: unsigned(part)))) : Double(bitPattern: unsigned(part))
    }
    return "(\(float(parts[0]))\(parts[1] < 0 ? "" : "+")\(float(parts[1]))i)"
  }

  private func pointer(_ descriptor: TypeDescriptor, _ address: UInt64) -> String {
    guard address != 0 else { return "nil" }
    if descriptor.kind == .func, let name = functionName(address) { return name }
    return Quantity.address(address)
  }

  /// The function behind a func value: its block's first word is a text address.
  private func functionName(_ closure: UInt64) -> String? {
    guard let bytes = memory.bytes(at: closure, count: wordSize) else { return nil }
    let text = unsigned(bytes[...])
    guard text >= program.layout.textBase, text < program.layout.readOnlyBase else { return nil }
    let pc = program.layout.instruction(at: text)
    return program.functions.first { $0.code.contains(pc) }?.name
  }

  private func string(address: UInt64, length: Int) -> String {
    guard length > 0 else { return "\"\"" }
    let shown = min(length, limit)
    guard let bytes = memory.bytes(at: address, count: shown) else { return "?" }
    return Quoting.quote(bytes, isCut: shown < length)
  }

  private func interface(_ descriptor: TypeDescriptor, _ bytes: ArraySlice<UInt8>, _ depth: Int) -> String {
    let first = word(bytes, 0)
    guard first != 0 else { return "nil" }
    guard let type = dynamicType(descriptor, first) else { return "?" }
    let dynamic = self.descriptor(type)
    let data = word(bytes, 1)
    if dynamic.isDirect { return "\(dynamic.text) \(pointer(dynamic, data))" }
    guard depth < 3, let boxed = memory.bytes(at: data, count: min(dynamic.size, 4096)) else { return dynamic.text }
    return "\(dynamic.text) \(text(dynamic, boxed[...], depth: depth + 1))"
  }

  func dynamicType(_ interface: TypeDescriptor, _ first: UInt64) -> TypeID? {
    let layout = program.layout
    if interface.methods.isEmpty {
      guard first >= layout.typesBase, layout.type(ofWord: first).rawValue < program.types.count else { return nil }
      return layout.type(ofWord: first)
    }
    guard first >= layout.itabsBase, layout.itab(ofWord: first) < program.itabs.count else { return nil }
    return program.itabs[layout.itab(ofWord: first)].type
  }

  private func structure(_ descriptor: TypeDescriptor, _ bytes: ArraySlice<UInt8>, _ depth: Int) -> String {
    list(descriptor.fields.count) { index in
      let field = descriptor.fields[index]
      let part = bytes.dropFirst(field.offset)
      guard depth < 4, part.count >= self.descriptor(field.type).size else { return "…" }
      return "\(field.name):\(text(self.descriptor(field.type), part, depth: depth + 1))"
    }
  }

  private func array(_ descriptor: TypeDescriptor, _ bytes: ArraySlice<UInt8>, _ depth: Int) -> String {
    guard let element = descriptor.element.map(self.descriptor) else { return "?" }
    return list(descriptor.length) { index in
      let part = bytes.dropFirst(index * element.size)
      guard depth < 4, part.count >= element.size else { return "…" }
      return text(element, part, depth: depth + 1)
    }
  }

  /// `{a b c …}`, cut when it grows beyond the limit.
  private func list(_ count: Int, _ item: (Int) -> String) -> String {
    var text = "{"
    for index in 0..<count {
      if index > 0 { text += " " }
      if text.utf8.count > limit { return text + "…}" }
      text += item(index)
    }
    return text + "}"
  }
}

// MARK: - Pointers

extension ValueReader {
  private func collectPointers(_ type: TypeID, _ address: UInt64, _ most: Int, _ found: inout [PointerPicture]) {
    let descriptor = self.descriptor(type)
    guard descriptor.pointerBytes > 0, found.count < most else { return }
    switch descriptor.kind {
    case .pointer, .unsafePointer, .chan, .map, .func, .string, .slice:
      add(address, &found)
    case .interface:
      add(address + UInt64(wordSize), &found)
    case .structure:
      for field in descriptor.fields { collectPointers(field.type, address + UInt64(field.offset), most, &found) }
    case .array:
      guard let element = descriptor.element else { return }
      let size = UInt64(self.descriptor(element).size)
      for index in 0..<UInt64(descriptor.length) where found.count < most {
        collectPointers(element, address + index * size, most, &found)
      }
    default: break
    }
  }

  private func add(_ source: UInt64, _ found: inout [PointerPicture]) {
    guard let bytes = memory.bytes(at: source, count: wordSize) else { return }
    let address = unsigned(bytes[...])
    found.append(
      PointerPicture(source: source, address: address, target: address == 0 ? .nil : memory.target(of: address)))
  }
}
