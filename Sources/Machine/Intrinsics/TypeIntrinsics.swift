import MachineCode

extension Machine {
  /// Facts about types, for fmt and reflect: internal/rt.Kind and its like. A type is its word in an empty interface.
  func typeIntrinsic(_ intrinsic: Intrinsic, _ call: IntrinsicCall) {
    let word: UInt64 = call.argument(0)
    if intrinsic == .rtComposite {
      call.result(4, composite(call).map { program.layout.typeWord($0) } ?? 0)
      return
    }
    if intrinsic == .rtFuncOf {
      call.result(7, functionType(call).map { program.layout.typeWord($0) } ?? 0)
      return
    }
    if intrinsic == .rtItabType {
      call.result(1, word == 0 ? 0 : self.typeWord(ofItab: word))
      return
    }
    let type = descriptor(word)
    func typeWord(_ type: TypeID?) -> UInt64 { type.map { program.layout.typeWord($0) } ?? 0 }
    func text(_ at: Int, _ text: String) {
      let string = names.string(text)
      call.result(at, string.address)
      call.result(at + 1, string.count)
    }
    switch intrinsic {
    case .rtKind: call.result(1, Int(type.kind.rawValue))
    case .rtSize: call.result(1, type.size)
    case .rtAlign, .rtFieldAlign: call.result(1, type.alignment)
    case .rtTypeString: text(1, type.text)
    case .rtName: text(1, type.name)
    case .rtPkgPath: text(1, type.packagePath)
    case .rtElem: call.result(1, typeWord(type.element))
    case .rtKey: call.result(1, typeWord(type.key))
    case .rtLen: call.result(1, type.length)
    case .rtNumField: call.result(1, type.fields.count)
    case .rtIsDirect: call.result(1, type.isDirect)
    case .rtComparable: call.result(1, type.isComparable)
    case .rtInterfaceSize: call.result(1, type.methods.count)
    case .rtPointerTo:
      let id = program.layout.type(ofWord: word)
      call.result(1, typeWord(pointerTypes[id]))
    case .rtImplements:
      let wanted = program.layout.type(ofWord: call.argument(1)).rawValue
      let isEmpty = program.types[Int(wanted)].methods.isEmpty
      let dynamic = program.layout.type(ofWord: word).rawValue
      call.result(2, isEmpty || heap.itab(interface: wanted, type: dynamic) != nil)
    case .rtChanDir: call.result(1, type.length)
    case .rtNumParameter: call.result(1, type.parameters.count)
    case .rtParameter: call.result(2, typeWord(type.parameters[call.argument(1)]))
    case .rtNumResult: call.result(1, type.results.count)
    case .rtResult: call.result(2, typeWord(type.results[call.argument(1)]))
    case .rtIsVariadic: call.result(1, type.isVariadic)
    case .rtNumMethod: call.result(1, reflectedMethods(type).count)
    case .rtMethodName: text(2, reflectedMethods(type)[call.argument(1)].name)
    case .rtMethodType: call.result(2, typeWord(reflectedMethods(type)[call.argument(1)].signature))
    case .rtMadeCode:
      let code = type.maker.map { program.layout.textAddress(Int(program.functions[Int($0.rawValue)].code.start)) }
      call.result(2, code ?? 0)
    default:
      let field = type.fields[call.argument(1)]
      switch intrinsic {
      case .rtFieldName: text(2, field.name)
      case .rtFieldType: call.result(2, typeWord(field.type))
      case .rtFieldOffset: call.result(2, field.offset)
      case .rtFieldFlags: call.result(2, (field.isExported ? 1 : 0) | (field.isEmbedded ? 2 : 0))
      case .rtFieldTag: text(2, field.tag)
      case .rtFieldPkgPath: text(2, field.packagePath)
      default: preconditionFailure("\(intrinsic) is not about types")
      }
    }
  }

  /// The type literal with this kind, element, key, and length or direction, if the program has it.
  private func composite(_ call: IntrinsicCall) -> TypeID? {
    func type(_ word: UInt64) -> TypeID? { word == 0 ? nil : program.layout.type(ofWord: word) }
    let (kind, element, key, length) =
      (call.argument(0, UInt8.self), type(call.argument(1)), type(call.argument(2)), call.argument(3, Int.self))
    return program.types.firstIndex {
      $0.kind.rawValue == kind && $0.name.isEmpty && $0.element == element && $0.key == key && $0.length == length
    }.map { TypeID(Int32($0)) }
  }

  /// The function type literal with these parameters and results (slices of type words), if the program has it.
  private func functionType(_ call: IntrinsicCall) -> TypeID? {
    func types(_ word: Int) -> [TypeID] {
      let (address, count): (UInt64, Int) = (call.argument(word), call.argument(word + 1))
      return (0..<UInt64(count)).map { program.layout.type(ofWord: memory.word(address + $0 * 8)) }
    }
    let (parameters, results, isVariadic) = (types(0), types(3), call.argument(6, UInt8.self) != 0)
    return program.types.firstIndex {
      $0.kind == .func && $0.name.isEmpty && $0.parameters == parameters && $0.results == results
        && $0.isVariadic == isVariadic
    }.map { TypeID(Int32($0)) }
  }

  /// The descriptor behind a type word.
  func descriptor(_ word: UInt64) -> TypeDescriptor {
    let id = Int(program.layout.type(ofWord: word).rawValue)
    precondition(program.types.indices.contains(id), "no type \(hex(word)) at tick \(tick), seed \(options.seed)")
    return program.types[id]
  }
}
