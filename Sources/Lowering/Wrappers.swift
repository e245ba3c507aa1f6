import GoSyntax
import GoTypes
import MachineCode
import SourceText

// Functions that no source declares: they pass a call on with a receiver in another form.
extension ProgramLowering {
  private func wrapper(_ id: FunctionID, name: String, at position: Position, isLibrary: Bool) -> FunctionLowering {
    FunctionLowering(
      self, id: id, name: name, node: NodeID(-1), span: .at(position), isLibrary: isLibrary, isWrapper: true,
      substitution: Substitution([], [], instances: checked.instances))
  }

  /// The function that an itab names for a method: it takes the interface's data word as its receiver.
  func dataWordMethod(_ type: TypeID, _ entry: MethodEntry) -> FunctionID {
    let method = ResolvedMethod(
      function: entry.function, path: entry.path, holder: types.id(base(of: entry.holder)),
      signature: entry.signature)
    if !types[method.holder].isInterface, bodies[ObjectIdentifier(method.function)] == nil {
      // No call in the program can reach it, so the checker left its body out.
      return unreachableMethod
    }
    if entry.path.isEmpty, !types[method.holder].isInterface, types[type].isDirect {
      // The data word is the receiver that the method itself takes.
      if case .pointer = types[type].type {
        if method.function.hasPointerReceiver { return declared(method, for: type) }
      } else {
        return declared(method, for: type)
      }
    }
    // A boxed value is passed by its address, as through a pointer.
    let receiver = types[type].isDirect ? type : types.pointer(to: type)
    let id = methodWrapper(receiver, method)
    functionIDs[.dataWordMethod(type, ObjectIdentifier(method.function))] = id
    return id
  }

  /// Stands in itabs for methods that nothing calls.
  private var unreachableMethod: FunctionID {
    function(.unreachable) { [unowned self] id in placeholder(id, name: "unreachable method") }
  }

  private func declared(_ method: ResolvedMethod, for type: TypeID) -> FunctionID {
    let id = function(method.function, arguments: arguments(method.holder))
    functionIDs[.dataWordMethod(type, ObjectIdentifier(method.function))] = id
    return id
  }

  func base(of type: GoType) -> GoType {
    if case .pointer(let base) = unalias(type) { return unalias(base) }
    return unalias(type)
  }

  private func arguments(_ holder: TypeID) -> [GoType] {
    if case .named(let named) = types[holder].type { return named.typeArguments }
    return []
  }

  /// The function that `T.m` stands for: the method itself, or one that finds it.
  func methodExpression(_ receiver: TypeID, _ method: ResolvedMethod) -> FunctionID {
    if method.path.isEmpty, !types[method.holder].isInterface {
      let isPointer = if case .pointer = types[receiver].type { true } else { false }
      if isPointer == method.function.hasPointerReceiver {
        return function(method.function, arguments: arguments(method.holder))
      }
    }
    return methodWrapper(receiver, method)
  }

  /// `func (r receiver) m(args)` that follows the path to the method's holder and calls it there.
  private func methodWrapper(_ receiver: TypeID, _ method: ResolvedMethod) -> FunctionID {
    function(.methodExpression(receiver, ObjectIdentifier(method.function))) { [unowned self] id in
      let name = wrapperName(receiver, method.function.name)
      let lowering = wrapper(
        id, name: name, at: method.function.position, isLibrary: method.function.package?.isLibrary ?? true)
      lowering.lowerForwarding(receiver: receiver, method)
    }
  }

  private func wrapperName(_ receiver: TypeID, _ method: String) -> String {
    var type = types[receiver].type
    var isPointer = false
    if case .pointer(let base) = type { (type, isPointer) = (unalias(base), true) }
    guard case .named(let named) = type else { return runtimeTypeText(types[receiver].type) + "." + method }
    let text = named.name.name + (named.typeArguments.isEmpty ? "" : "[...]")
    let prefix = named.name.package.map { $0.path + "." } ?? ""
    return isPointer ? "\(prefix)(*\(text)).\(method)" : "\(prefix)\(text).\(method)"
  }

  /// The code of the closure `x.m`: `main.T.m-fm`.
  func boundMethod(_ method: ResolvedMethod, _ captured: [CapturedValue], _ maker: FunctionLowering) -> FunctionID {
    let receiver = captured[0].type
    let (block, offsets) = maker.closureBlock(captured)
    return function(.boundMethod(receiver, ObjectIdentifier(method.function))) { [unowned self] id in
      let lowering = wrapper(
        id, name: wrapperName(receiver, method.function.name) + "-fm", at: method.function.position,
        isLibrary: method.function.package?.isLibrary ?? false)
      lowering.openClosure(captured, block, offsets)
      lowering.lowerForwarding(
        receiver: nil,
        ResolvedMethod(
          function: method.function, path: [], holder: method.holder, signature: method.signature))
    }
  }

  /// A function that does nothing but perform an intrinsic, for its use as a value.
  func intrinsicWrapper(_ function: Function) -> FunctionID? {
    guard let intrinsic = intrinsics[function.qualifiedName] else { return nil }
    return self.function(.intrinsic(ObjectIdentifier(function))) { [unowned self] id in
      let lowering = wrapper(id, name: function.qualifiedName, at: function.position, isLibrary: true)
      lowering.lowerForwarding(function.signature, to: .intrinsic(intrinsic))
    }
  }
}

extension FunctionLowering {
  /// Parameters as they came, passed on to a method of `receiver`, or of the captured receiver.
  func lowerForwarding(receiver: TypeID?, _ method: ResolvedMethod) {
    let incoming = openFrame(method.signature, receiver: receiver)
    let start: Place
    let startType: TypeID
    if let receiver {
      (start, startType) = (.frame(incoming[0].slot), receiver)
    } else {
      let slot = openedValues[0]
      (start, startType) = (.frame(slot), slots[Int(slot.slot)].type)
    }
    let rest = receiver == nil ? incoming[...] : incoming.dropFirst()
    let found = fieldPlace(from: start, startType, method.path)
    if types[method.holder].isInterface {
      var (value, type) = (read(found.place, found.type), found.type)
      if case .pointer(let pointed) = types[type].under, !types[type].isInterface {
        type = types.id(pointed)
        value = read(.memory(value, offset: 0, isChecked: false), type)
      }
      let layout = layout(method.signature, receiver: types.unsafePointer)
      forward(rest, layout, first: 1)
      finishForwarding(emitCall(.interface(value, method: methodIndex(method)), layout))
    } else {
      let receiverType = receiverType(method)
      let layout = layout(method.signature, receiver: receiverType)
      loadReceiver(found.place, found.type, method, into: outgoing(0, receiverType))
      forward(rest, layout, first: 1)
      finishForwarding(
        emitCall(.function(program.function(method.function, arguments: receiverArguments(method.holder))), layout))
    }
    finish()
  }

  func lowerForwarding(_ signature: Signature, to callee: Callee) {
    let incoming = openFrame(signature, receiver: nil)
    let layout = layout(signature)
    forward(incoming[...], layout, first: 0)
    finishForwarding(emitCall(callee, layout))
    finish()
  }

  private func forward(_ incoming: ArraySlice<(slot: Operand, type: TypeID)>, _ layout: CallLayout, first: Int) {
    for (source, target) in zip(incoming, layout.parameters.dropFirst(first)) {
      move(source.slot, to: outgoing(target.offset, target.type), target.type)
    }
  }

  private func finishForwarding(_ values: [Operand]) {
    for (value, result) in zip(values, results) { move(value, to: result.slot, result.type) }
    emitReturn()
  }
}
