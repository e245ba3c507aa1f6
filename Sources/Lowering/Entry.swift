import GoSyntax
import GoTypes
import MachineCode
import SourceText

extension ProgramLowering {
  private var noSubstitution: Substitution { Substitution([], [], instances: checked.instances) }

  /// The function in which the main goroutine begins: initialises each package, then calls main.main.
  func lowerEntry() -> FunctionID {
    newFunction { [unowned self] id in
      let lowering = FunctionLowering(
        self, id: id, name: "runtime.main", node: NodeID(-1), span: .none, isLibrary: true,
        substitution: noSubstitution)
      lowering.openFrame(Signature(params: [], results: [], isVariadic: false))
      for package in checked.packages {
        if let initialise = packageInitialiser(package) { lowering.emit(.call, .immediate(initialise.rawValue)) }
        for function in package.initFunctions {
          let callee = self.function(function, arguments: [])
          lowering.emit(.call, .immediate(callee.rawValue))
        }
      }
      if case .function(let main)? = checked.packages.last?.members["main"] {
        lowering.emit(.call, .immediate(function(main, arguments: []).rawValue))
      }
      lowering.emitReturn()
      lowering.finish()
    }
  }

  /// `p.init`: the variables' initialisers, in their order; `nil` when none needs code.
  private func packageInitialiser(_ package: Package) -> FunctionID? {
    let pending = package.initOrder.filter { !initialiseStatically($0) }
    if pending.isEmpty { return nil }
    return newFunction { [unowned self] id in
      let lowering = FunctionLowering(
        self, id: id, name: package.path + ".init", node: NodeID(-1), span: pending[0].value.span,
        isLibrary: package.isLibrary, substitution: noSubstitution)
      lowering.openFrame(Signature(params: [], results: [], isVariadic: false))
      for initialiser in pending { lowering.initialise(initialiser) }
      lowering.emitReturn()
      lowering.finish()
    }
  }

  /// Constants need no code: they are in the data from the start.
  private func initialiseStatically(_ initialiser: Initializer) -> Bool {
    guard initialiser.variables.count == 1, let constant = checked.info.constant(initialiser.value),
      let offset = globalOffsets[ObjectIdentifier(initialiser.variables[0])]
    else { return false }
    let facts = types[types.id(initialiser.variables[0].type)]
    if let bytes = ConstantBytes.bytes(constant, facts) {
      setData(at: offset, bytes)
      return true
    }
    guard facts.isString, let string = constant.stringValue else { return false }
    if !string.isEmpty {
      dataPointers.append((offset, readOnly.offset(of: string)))
      let count = (0..<types.wordSize).map { UInt8(truncatingIfNeeded: string.count >> (8 * $0)) }
      setData(at: offset + types.wordSize, count)
    }
    return true
  }
}

extension FunctionLowering {
  fileprivate func initialise(_ initialiser: Initializer) {
    beginStatement(initialiser.value.span)
    hoisted.removeAll(keepingCapacity: true)
    withTemporaries {
      define(
        initialiser.variables.map { variable in
          program.globalOffsets[ObjectIdentifier(variable)] == nil ? .blank : .global(variable)
        }, initialiser.value)
    }
    statementIsPending = false
  }
}
