import GoSyntax
import GoTypes
import MachineCode
import SourceText

/// What the program can do by reflection, as far as it asks more of the compiler than descriptors.
struct ReflectionNeeds {
  /// Signatures of internal/rt's Call, CallMethod and MadeCode, once the program reaches them.
  var call: Signature?
  var callMethod: Signature?
  var made: Signature?
  var pointers = false
  var slices = false
  /// Function types with the receiver first are asked for.
  var methodTypes = false
  /// So many of the boxed types have been provided for.
  var done = 0
  /// Pointer and slice types that exist for reflection's sake alone: no further ones are made of them.
  var derived: Set<TypeID> = []

  var isNeeded: Bool { pointers || slices || call != nil || callMethod != nil || made != nil }
}

/// Functions that stand between reflection and compiled code. A call by reflection knows its arguments by their
/// addresses; compiled code wants them in the outgoing area. For each function type an adaptor moves them:
///
/// ```
///   call    func(t, f, args, results)            → f(*args[0], *args[1], …)
///   method  func(t, i, receiver, args, results)  → receiver.m(*args[0], …)
///   made    func(a, b) c, a closure              → its function(&a, &b; &c)
/// ```
///
/// So that frames and stack maps are as everywhere, and the machine needs no frame whose size only it knows.
extension ProgramLowering {
  /// The program reaches a function that the machine supplies.
  func note(_ intrinsic: Intrinsic, _ function: Function) {
    switch intrinsic {
    case .rtCall: reflection.call = function.signature
    case .rtCallMethod: reflection.callMethod = function.signature
    case .rtMadeCode: reflection.made = function.signature
    case .rtPointerTo: reflection.pointers = true
    case .rtComposite: reflection.slices = true
    case .rtFuncOf: reflection.methodTypes = true
    default: return
    }
    reflection.done = 0
  }

  /// Provides for the types that have been boxed since the last time.
  func completeReflection() {
    guard reflection.isNeeded else { return }
    while reflection.done < itabCandidates.concrete.count {
      let type = itabCandidates.concrete[reflection.done]
      reflection.done += 1
      if !reflection.derived.contains(type) { derive(type) }
      if case .signature(let signature) = types[type].under { provide(signature, type) }
      if let adaptor = reflection.callMethod { provideMethods(type, adaptor) }
    }
  }

  private func derive(_ type: TypeID) {
    func add(_ derived: TypeID) {
      if itabCandidates.contains(derived) { return }
      reflection.derived.insert(derived)
      noteBoxed(derived)
    }
    if reflection.pointers { add(types.pointer(to: type)) }
    if reflection.slices { add(types.slice(of: type)) }
  }

  private func provide(_ signature: Signature, _ type: TypeID) {
    for variable in signature.params + signature.results { noteBoxed(types.id(variable.type)) }
    if let adaptor = reflection.call {
      _ = function(.reflectCall(type)) { [unowned self] id in
        self.adaptor(id).lowerReflectCall(adaptor, to: signature)
      }
    }
    if let inner = reflection.made?.params[1].type, case .signature(let called) = under(inner) {
      _ = function(.reflectMade(type)) { [unowned self] id in
        self.adaptor(id).lowerReflectMade(signature, calling: called, types.id(inner))
      }
    }
  }

  private func provideMethods(_ type: TypeID, _ adaptor: Signature) {
    for entry in methods(of: type) where isExported(entry.function.name) {
      noteBoxed(types.id(.signature(entry.signature)))
      if reflection.methodTypes { noteBoxed(methodType(type, entry.signature)) }
      let isReached =
        types[types.id(base(of: entry.holder))].isInterface || bodies[ObjectIdentifier(entry.function)] != nil
      guard isReached else { continue }
      let target = dataWordMethod(type, entry)
      _ = function(.reflectMethod(type, ObjectIdentifier(entry.function))) { [unowned self] id in
        self.adaptor(id).lowerReflectMethod(adaptor, of: type, target, entry.signature)
      }
    }
  }

  /// `func(T, parameters) results`.
  private func methodType(_ type: TypeID, _ signature: Signature) -> TypeID {
    let receiver = Variable(
      name: "", position: Position(file: FileID(0), offset: 0), type: types[type].type, kind: .parameter, package: nil)
    return types.id(
      .signature(
        Signature(
          params: [receiver] + signature.params, results: signature.results, isVariadic: signature.isVariadic)))
  }

  private func adaptor(_ id: FunctionID) -> FunctionLowering {
    FunctionLowering(
      self, id: id, name: "reflect.call", node: NodeID(-1), span: .none, isLibrary: true, isWrapper: true,
      substitution: Substitution([], [], instances: checked.instances))
  }
}

extension FunctionLowering {
  /// `func(t, f, args, results)`.
  fileprivate func lowerReflectCall(_ adaptor: Signature, to signature: Signature) {
    let incoming = openFrame(adaptor).map(\.slot)
    let layout = layout(signature)
    passReflected(incoming[2], layout.parameters[...])
    returnReflected(emitCall(.closure(incoming[1]), layout), layout, to: incoming[3])
  }

  /// `func(t, i, receiver, args, results)`.
  fileprivate func lowerReflectMethod(
    _ adaptor: Signature, of type: TypeID, _ target: FunctionID, _ signature: Signature
  ) {
    let incoming = openFrame(adaptor).map(\.slot)
    let layout = layout(signature, receiver: types.unsafePointer)
    passReflected(incoming[3], layout.parameters.dropFirst())
    let word = outgoing(0, types.unsafePointer)
    if types[type].isDirect {
      load(.memory(incoming[2], offset: 0, isChecked: true), types.unsafePointer, into: word)
    } else {
      move(incoming[2], to: word, types.unsafePointer)
    }
    returnReflected(emitCall(.function(target), layout), layout, to: incoming[4])
  }

  /// The values at the addresses in a slice become arguments.
  private func passReflected(_ arguments: Operand, _ parameters: ArraySlice<(offset: Int, type: TypeID)>) {
    for (index, parameter) in parameters.enumerated() {
      let address = read(.memory(arguments, offset: index * word, isChecked: true), types.unsafePointer)
      load(
        .memory(address, offset: 0, isChecked: true), parameter.type, into: outgoing(parameter.offset, parameter.type))
    }
  }

  private func returnReflected(_ values: [Operand], _ layout: CallLayout, to results: Operand) {
    // The outgoing area is free for others once its values are stored.
    let kept = zip(values, layout.results).map { value, result in
      let copy = temporary(result.type)
      move(value, to: copy, result.type)
      return copy
    }
    for (index, (value, result)) in zip(kept, layout.results).enumerated() {
      let address = read(.memory(results, offset: index * word, isChecked: true), types.unsafePointer)
      store(value, result.type, to: .memory(address, offset: 0, isChecked: true))
    }
    emitReturn()
    finish()
  }

  /// A function of the given type that hands the addresses of its arguments and results to the function in its closure,
  /// a `func(args, results []unsafe.Pointer)`.
  fileprivate func lowerReflectMade(_ signature: Signature, calling inner: Signature, _ function: TypeID) {
    let pointers = types.slice(of: types.unsafePointer)
    let incoming = openFrame(signature)
    let outcome = results
    // The closure's block: the code's address, then the function.
    let closure = Operand(slot: newSlot("closure", .closure, types.unsafePointer, span: span))
    emit(.getClosure, closure)
    let target = temporary(function)
    load(.memory(closure, offset: word, isChecked: true), function, into: target)
    let arguments = boxed(incoming.map { ($0.type, $0.slot) })
    let answers = boxed(outcome.map { ($0.type, nil) })
    let layout = layout(inner)
    for (index, (array, count)) in [(arguments, incoming.count), (answers, outcome.count)].enumerated() {
      let slice = outgoing(layout.parameters[index].offset, pointers)
      move(array, to: slice, types.unsafePointer)
      loadConstant(count, into: slice.advanced(by: word), size: word)
      loadConstant(count, into: slice.advanced(by: 2 * word), size: word)
    }
    _ = emitCall(.closure(target), layout)
    for (index, result) in outcome.enumerated() {
      let address = read(.memory(answers, offset: index * word, isChecked: true), types.unsafePointer)
      load(.memory(address, offset: 0, isChecked: true), result.type, into: result.slot)
    }
    emitReturn()
    finish()
  }

  /// The address of an array of the addresses of new variables.
  private func boxed(_ values: [(type: TypeID, value: Operand?)]) -> Operand {
    let array = temporary(types.unsafePointer)
    let type = types.id(.array(.basic(.unsafePointer), length: Int64(max(1, values.count))))
    emitNew(array, type, reason: .runtime("reflect.MakeFunc"), span: span, explanation: "")
    for (index, (type, value)) in values.enumerated() {
      let box = temporary(types.unsafePointer)
      emitNew(box, type, reason: .runtime("reflect.MakeFunc"), span: span, explanation: "")
      if let value { store(value, type, to: .memory(box, offset: 0, isChecked: true)) }
      store(box, types.unsafePointer, to: .memory(array, offset: index * word, isChecked: true))
    }
    return array
  }
}
