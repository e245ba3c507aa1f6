import GoSyntax
import GoTypes
import MachineCode

/// Writes the descriptors of all types that were asked for, and of what those are made of.
struct DescriptorWriter {
  let types: TypeTable
  /// Of the methods and adaptors that were demanded.
  let functionIDs: [FunctionKey: FunctionID]

  /// Descriptors in the order of `TypeID`; the table may grow on the way.
  func descriptors() -> [TypeDescriptor] {
    var result: [TypeDescriptor] = []
    while result.count < types.count { result.append(descriptor(TypeID(Int32(result.count)))) }
    return result
  }

  private func descriptor(_ id: TypeID) -> TypeDescriptor {
    let facts = types[id]
    var descriptor = TypeDescriptor(
      kind: .invalid, text: runtimeTypeText(facts.type), size: facts.size, alignment: facts.alignment,
      isComparable: isComparable(facts.type), isDirect: facts.isDirect, pointerBytes: facts.pointerBytes)
    switch facts.type {
    case .named(let named):
      // With type arguments, without package: the text behind the package's name.
      descriptor.packagePath = named.name.package?.path ?? ""
      let prefix = named.name.package.map { $0.name + "." } ?? ""
      descriptor.name = String(descriptor.text.dropFirst(prefix.count))
    case .basic(let kind) where kind != .unsafePointer: descriptor.name = kind.name
    case .basic: (descriptor.name, descriptor.packagePath) = ("Pointer", "unsafe")
    default: break
    }
    describe(facts.under, &descriptor)
    descriptor.caller = functionIDs[.reflectCall(id)]
    descriptor.maker = functionIDs[.reflectMade(id)]
    if case .interface = facts.under { return descriptor }
    descriptor.methods = methodSet(of: facts.type).map { entry in
      TypeDescriptor.Method(
        name: entry.function.name,
        packagePath: isExported(entry.function.name) ? "" : entry.function.package?.path ?? "",
        signature: types.id(.signature(entry.signature)),
        function: functionIDs[.dataWordMethod(id, ObjectIdentifier(entry.function))],
        caller: functionIDs[.reflectMethod(id, ObjectIdentifier(entry.function))])
    }
    return descriptor
  }

  private func describe(_ under: GoType, _ descriptor: inout TypeDescriptor) {
    switch under {
    case .basic(let kind): descriptor.kind = Self.kind(of: kind)
    case .pointer(let base):
      descriptor.kind = .pointer
      descriptor.element = types.id(base)
    case .slice(let element):
      descriptor.kind = .slice
      descriptor.element = types.id(element)
    case .array(let element, let length):
      descriptor.kind = .array
      descriptor.element = types.id(element)
      descriptor.length = Int(length)
    case .map(let key, let value):
      descriptor.kind = .map
      descriptor.key = types.id(key)
      descriptor.element = types.id(value)
    case .chan(let direction, let element):
      descriptor.kind = .chan
      descriptor.element = types.id(element)
      descriptor.length = direction == .receive ? 1 : direction == .send ? 2 : 3
    case .structure(let structure):
      descriptor.kind = .structure
      let offsets = types.offsets(of: structure)
      for (index, field) in structure.fields.enumerated() where index < offsets.count {
        descriptor.fields.append(
          TypeDescriptor.Field(
            name: field.name, type: types.id(field.type), offset: Int(offsets[index]), isEmbedded: field.isEmbedded,
            isExported: isExported(field.name),
            tag: index < structure.tags.count ? structure.tags[index] : "",
            packagePath: isExported(field.name) ? "" : field.package?.path ?? ""))
      }
    case .signature(let signature):
      descriptor.kind = .func
      descriptor.parameters = signature.params.map { types.id($0.type) }
      descriptor.results = signature.results.map { types.id($0.type) }
      descriptor.isVariadic = signature.isVariadic
    case .interface(let interface):
      descriptor.kind = .interface
      descriptor.methods = interface.allMethods.map { method in
        TypeDescriptor.Method(
          name: method.name, packagePath: isExported(method.name) ? "" : method.package?.path ?? "",
          signature: types.id(.signature(method.signature)), function: nil)
      }
    default: break
    }
  }

  private static func kind(of kind: BasicKind) -> TypeDescriptor.Kind {
    switch kind {
    case .bool, .untypedBool: .bool
    case .int, .untypedInt: .int
    case .int8: .int8
    case .int16: .int16
    case .int32, .untypedRune: .int32
    case .int64: .int64
    case .uint: .uint
    case .uint8: .uint8
    case .uint16: .uint16
    case .uint32: .uint32
    case .uint64: .uint64
    case .uintptr: .uintptr
    case .float32: .float32
    case .float64, .untypedFloat: .float64
    case .complex64: .complex64
    case .complex128, .untypedComplex: .complex128
    case .string, .untypedString: .string
    case .unsafePointer, .untypedNil: .unsafePointer
    }
  }
}
