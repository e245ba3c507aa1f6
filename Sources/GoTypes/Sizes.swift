import SourceText

/// How types lie in memory for one architecture (cmd/compile/internal/types/size.go and go/types/sizes.go, Go 1.23).
///
/// ```
///   type T struct { a byte; p *int; s string }      amd64
///   0  a . . . . . . .     pointer words: 1 and 2 (s is pointer + length)
///   8  p p p p p p p p     size 32, align 8
///   16 s s s s s s s s     pointer bytes 24: beyond them the collector need not look
///   24 s s s s s s s s
/// ```
///
/// A type that does not fit into the address space has no size: `nil`, never a trap. Types must be complete and hold no
/// type parameters.
public struct Sizes: Sendable {
  public let architecture: Architecture
  public init(_ architecture: Architecture) { self.architecture = architecture }

  /// Bytes in a pointer.
  public var wordSize: Int64 { Int64(architecture.wordSize) }

  /// The largest offset plus one that a field may have, and the largest size of a type.
  var limit: Int64 { architecture == .amd64 ? 1 << 50 : 1 << 31 - 1 }

  /// Bytes; `nil` where the type is too large (`type T too large`).
  public func size(of type: GoType) -> Int64? { measure(type, depth: 0, Memo())?.size }

  /// Bytes, at least 1. That of a type too large is the one it would have.
  public func alignment(of type: GoType) -> Int64 { alignment(type, depth: 0, Memo()) }

  /// Each field's offset in bytes; `nil` where the struct is too large.
  public func offsets(of structure: StructType) -> [Int64]? {
    measure(structure, isAligned8: false, depth: 0, Memo())?.offsets
  }

  /// Bytes from the start up to the end of the last pointer: 0 for a type without pointers. `nil` where it is too
  /// large.
  public func pointerBytes(of type: GoType) -> Int64? { pointerBytes(type, depth: 0, Memo()) }

  public func hasPointers(_ type: GoType) -> Bool { (pointerBytes(of: type) ?? 0) > 0 }

  /// The offsets, in words, at which pointers into the heap may stand, ascending: of an interface only its data word.
  /// `nil` where the type is too large, or the list would be longer than `maxWords`.
  public func pointerWords(of type: GoType, maxWords: Int = 1 << 24) -> [Int]? {
    guard let bytes = pointerBytes(of: type), bytes / wordSize <= Int64(maxWords) else { return nil }
    var words: [Int] = []
    appendPointerWords(of: type, at: 0, to: &words)
    return words
  }

  // MARK: - Size and alignment

  struct Measure {
    var size: Int64
    var offsets: [Int64] = []
  }

  /// More nesting than this is a type that contains itself (an error elsewhere).
  private static let maxDepth = 250

  /// What is known of structs while one question is answered: a struct that stands many times is measured once.
  private final class Memo {
    var measures: [ObjectIdentifier: Measure?] = [:]
    var alignments: [ObjectIdentifier: Int64] = [:]
    var pointerBytes: [ObjectIdentifier: Int64?] = [:]
  }

  private func measure(_ type: GoType, depth: Int, _ memo: Memo) -> Measure? {
    guard depth < Self.maxDepth else { return nil }
    switch under(type) {
    case .basic(let kind): return Measure(size: basicSize(kind))
    case .array(let element, let length):
      guard let size = measure(element, depth: depth + 1, memo)?.size else { return nil }
      if length <= 0 || size == 0 { return Measure(size: 0) }
      let (total, overflows) = size.multipliedReportingOverflow(by: length)
      return overflows || total >= limit ? nil : Measure(size: total)
    case .slice: return Measure(size: 3 * wordSize)
    case .interface: return Measure(size: 2 * wordSize)
    case .structure(let structure): return measure(structure, isAligned8: isAlign64(type), depth: depth, memo)
    case .tuple: return nil
    default: return Measure(size: wordSize)
    }
  }

  private func measure(_ structure: StructType, isAligned8: Bool, depth: Int, _ memo: Memo) -> Measure? {
    let key = ObjectIdentifier(structure)
    if !isAligned8, let known = memo.measures[key] { return known }
    let result = measureFields(structure, isAligned8: isAligned8, depth: depth, memo)
    if !isAligned8 { memo.measures[key] = .some(result) }
    return result
  }

  private func measureFields(_ structure: StructType, isAligned8: Bool, depth: Int, _ memo: Memo) -> Measure? {
    var offsets: [Int64] = []
    offsets.reserveCapacity(structure.fields.count)
    var offset: Int64 = 0
    var maxAlignment: Int64 = isAligned8 ? 8 : 1
    var lastSize: Int64 = 1
    for field in structure.fields {
      guard let size = measure(field.type, depth: depth + 1, memo)?.size else { return nil }
      let alignment = alignment(field.type, depth: depth + 1, memo)
      offset = roundUp(offset, alignment)
      offsets.append(offset)
      offset += size
      if offset >= limit { return nil }
      maxAlignment = max(maxAlignment, alignment)
      lastSize = size
    }
    // The address of a trailing field without size must not be that of the next block in the heap (issue 9401).
    if offset > 0 && lastSize == 0 { offset += 1 }
    let size = roundUp(offset, maxAlignment)
    return size >= limit ? nil : Measure(size: size, offsets: offsets)
  }

  private func alignment(_ type: GoType, depth: Int, _ memo: Memo) -> Int64 {
    guard depth < Self.maxDepth else { return 1 }
    switch under(type) {
    case .basic(let kind):
      switch kind {
      case .complex64: return 4
      case .complex128, .string: return wordSize
      default: return max(1, min(basicSize(kind), wordSize))
      }
    case .array(let element, _): return alignment(element, depth: depth + 1, memo)
    case .structure(let structure):
      if isAlign64(type) { return 8 }
      if let known = memo.alignments[ObjectIdentifier(structure)] { return known }
      let result = structure.fields.reduce(1) { max($0, alignment($1.type, depth: depth + 1, memo)) }
      memo.alignments[ObjectIdentifier(structure)] = result
      return result
    default: return wordSize
    }
  }

  /// The marker inside `atomic.Int64` and `atomic.Uint64` that asks for 8-byte alignment on 32-bit machines.
  private func isAlign64(_ type: GoType) -> Bool {
    guard let name = type.asNamed?.name, name.name == "align64" else { return false }
    return name.package?.path == "sync/atomic" || name.package?.path == "internal/runtime/atomic"
  }

  private func basicSize(_ kind: BasicKind) -> Int64 {
    switch kind {
    case .bool, .int8, .uint8, .untypedBool: 1
    case .int16, .uint16: 2
    case .int32, .uint32, .float32, .untypedRune: 4
    case .int64, .uint64, .float64, .complex64, .untypedFloat: 8
    case .complex128, .untypedComplex: 16
    case .string, .untypedString: 2 * wordSize
    case .int, .uint, .uintptr, .unsafePointer, .untypedInt, .untypedNil: wordSize
    }
  }

  // MARK: - Pointers

  private func pointerBytes(_ type: GoType, depth: Int, _ memo: Memo) -> Int64? {
    guard depth < Self.maxDepth else { return nil }
    switch under(type) {
    case .basic(let kind): return kind == .string || kind == .unsafePointer ? wordSize : 0
    case .interface: return 2 * wordSize
    case .array(let element, let length):
      guard let inner = pointerBytes(element, depth: depth + 1, memo),
        let size = measure(element, depth: depth + 1, memo)?.size, measure(type, depth: depth, memo) != nil
      else { return nil }
      return inner == 0 || length <= 0 ? 0 : size * (length - 1) + inner
    case .structure(let structure):
      let key = ObjectIdentifier(structure)
      if let known = memo.pointerBytes[key] { return known }
      let result = pointerBytes(structure, depth: depth, memo)
      memo.pointerBytes[key] = .some(result)
      return result
    default: return wordSize
    }
  }

  private func pointerBytes(_ structure: StructType, depth: Int, _ memo: Memo) -> Int64? {
    guard let offsets = measure(structure, isAligned8: false, depth: depth, memo)?.offsets else { return nil }
    for (field, offset) in zip(structure.fields, offsets).reversed() {
      guard let inner = pointerBytes(field.type, depth: depth + 1, memo) else { return nil }
      if inner > 0 { return offset + inner }
    }
    return 0
  }

  private func appendPointerWords(of type: GoType, at offset: Int64, to words: inout [Int]) {
    let word = Int(offset / wordSize)
    switch under(type) {
    case .basic(let kind): if kind == .string || kind == .unsafePointer { words.append(word) }
    // The first word points to the type or its methods, never to the heap.
    case .interface: words.append(word + 1)
    case .array(let element, let length):
      guard length > 0, let size = size(of: element), hasPointers(element) else { return }
      let start = words.count
      appendPointerWords(of: element, at: offset, to: &words)
      let pattern = words[start...]
      for index in 1..<max(1, length) {
        let shift = Int(index * size / wordSize)
        words.append(contentsOf: pattern.map { $0 + shift })
      }
    case .structure(let structure):
      for (field, fieldOffset) in zip(structure.fields, offsets(of: structure) ?? []) {
        appendPointerWords(of: field.type, at: offset + fieldOffset, to: &words)
      }
    default: words.append(word)
    }
  }
}

/// The next multiple of a power of two.
func roundUp(_ offset: Int64, _ alignment: Int64) -> Int64 { (offset + alignment - 1) & ~(alignment - 1) }
