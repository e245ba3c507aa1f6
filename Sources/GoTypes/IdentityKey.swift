import GoSyntax

/// A type's identity as a value: equal for identical types and only for them, so that tables can be keyed by types.
///
/// The bytes spell the type's structure; defined types and type parameters stand in it by their object's address, so a
/// key lives no longer than the types that it was made of.
public struct TypeKey: Hashable, Sendable {
  private enum Form: Equatable {
    /// Most types that are asked for: a basic kind or a defined type, or a pointer to one, or a slice of one. One word spells them:
    /// the kind or the object's address, and in the low bits, which addresses leave free, which of the three.
    case word(UInt)
    case bytes([UInt8])
  }
  private let form: Form

  public init(_ type: GoType) {
    if let word = Self.word(type) {
      form = .word(word)
    } else {
      var writer = KeyWriter()
      writer.write(type)
      form = .bytes(writer.bytes)
    }
  }

  /// Several types in order, as the arguments of an instance.
  public init(_ types: [GoType]) {
    var writer = KeyWriter()
    for type in types { writer.write(type) }
    form = .bytes(writer.bytes)
  }

  public func hash(into hasher: inout Hasher) {
    switch form {
    case .word(let word): hasher.combine(word)
    case .bytes(let bytes): bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
  }

  private static func word(_ type: GoType) -> UInt? {
    switch type {
    case .alias(let alias): word(alias.actual)
    case .pointer(let base): baseWord(base).map { $0 | 1 }
    case .slice(let element): baseWord(element).map { $0 | 2 }
    default: baseWord(type)
    }
  }

  private static func baseWord(_ type: GoType) -> UInt? {
    switch type {
    case .alias(let alias): baseWord(alias.actual)
    case .basic(let kind): UInt(kind.rawValue) << 2
    case .named(let named) where named.origin == nil: UInt(bitPattern: ObjectIdentifier(named))
    default: nil
    }
  }
}

private struct KeyWriter {
  var bytes: [UInt8] = []
  /// Type parameters of the signatures around, numbered by their order.
  private var bound: [ObjectIdentifier] = []
  private var open: [InterfaceType] = []

  private enum Tag: UInt8 {
    // 0..<64 are the basic kinds.
    case noType = 64
    case named, instance, pointer, slice, array, map, chan, structure, tuple, signature, interface, typeParam
    case boundParam, openInterface, field, embedded, term, tildeTerm, all, end
  }

  private mutating func write(_ tag: Tag) { bytes.append(tag.rawValue) }

  private mutating func write(number: UInt64) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  private mutating func write(text: String) {
    write(number: UInt64(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func write(object: AnyObject) {
    write(number: UInt64(UInt(bitPattern: ObjectIdentifier(object))))
  }

  private mutating func write(name: String, package: Package?) {
    write(text: name)
    if !isExported(name), let package { write(object: package) }
  }

  mutating func write(_ type: GoType) {
    switch type {
    case .invalid: write(.noType)
    case .basic(let kind): bytes.append(UInt8(kind.rawValue))
    case .alias(let alias): write(alias.actual)
    case .named(let named):
      if let origin = named.origin {
        write(.instance)
        write(object: origin)
        for argument in named.typeArguments { write(argument) }
        write(.end)
      } else {
        write(.named)
        write(object: named)
      }
    case .pointer(let base):
      write(.pointer)
      write(base)
    case .slice(let element):
      write(.slice)
      write(element)
    case .array(let element, let length):
      write(.array)
      write(number: UInt64(bitPattern: length))
      write(element)
    case .map(let key, let value):
      write(.map)
      write(key)
      write(value)
    case .chan(let direction, let element):
      write(.chan)
      bytes.append(direction == .both ? 0 : direction == .send ? 1 : 2)
      write(element)
    case .structure(let structure):
      write(.structure)
      for (index, field) in structure.fields.enumerated() {
        write(field.isEmbedded ? .embedded : .field)
        write(name: field.name, package: field.package)
        write(text: structure.tag(index))
        write(field.type)
      }
      write(.end)
    case .tuple(let types):
      write(.tuple)
      for type in types { write(type) }
      write(.end)
    case .signature(let signature): write(signature)
    case .interface(let interface): write(interface)
    case .typeParam(let parameter):
      if let index = bound.lastIndex(of: ObjectIdentifier(parameter)) {
        write(.boundParam)
        write(number: UInt64(index))
      } else {
        write(.typeParam)
        write(object: parameter)
      }
    }
  }

  private mutating func write(_ signature: Signature) {
    write(.signature)
    let depth = bound.count
    bound.append(contentsOf: signature.typeParams.map { ObjectIdentifier($0) })
    for parameter in signature.typeParams { write(.interface(parameter.constraintInterface)) }
    bytes.append(signature.isVariadic ? 1 : 0)
    for parameter in signature.params { write(parameter.type) }
    write(.end)
    for result in signature.results { write(result.type) }
    write(.end)
    bound.removeLast(bound.count - depth)
  }

  private mutating func write(_ interface: InterfaceType) {
    if let index = open.lastIndex(where: { $0 === interface }) {
      write(.openInterface)
      write(number: UInt64(open.count - index))
      return
    }
    open.append(interface)
    defer { open.removeLast() }
    let info = interface.typeSetInfo
    write(.interface)
    bytes.append(info.isComparable ? 1 : 0)
    for method in info.methods {
      write(name: method.name, package: method.package)
      write(method.signature)
    }
    guard let terms = info.terms else {
      write(.all)
      return
    }
    // A union has no order.
    let keys = terms.map { term in
      var writer = self
      writer.bytes = []
      writer.write(term.tilde ? .tildeTerm : .term)
      writer.write(term.type)
      return writer.bytes
    }
    for key in keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) { bytes.append(contentsOf: key) }
    write(.end)
  }
}
