import GoSyntax
import GoTypes
import SourceText

/// Makes the trees of a program's functions, each when it is first named.
///
/// A generic function has one tree for each *shape* of type arguments: underlying types, all pointers alike
/// (cmd/compile/internal/noder/reader.go, shapify, Go 1.23).
final class TreeBuilder {
  let program: CheckedProgram
  var info: Info { program.info }
  let sizes: Sizes
  private var bodies: [ObjectIdentifier: FunctionBody] = [:]
  private var functions: [ObjectIdentifier: Func] = [:]
  private var instances: [String: Func] = [:]
  /// Functions whose trees are still to be made.
  private var pending: [(Func, FunctionBody, [GoType])] = []
  let emptyInterface = GoType.interface(InterfaceType(explicitMethods: [], embedded: []))

  init(_ program: CheckedProgram) {
    self.program = program
    sizes = program.sizes
    for body in program.functions { bodies[ObjectIdentifier(body.function)] = body }
  }

  /// Functions with trees, in the order in which they were first named.
  private(set) var made: [Func] = []

  /// The tree of a function. Its body is complete when the outermost call returns.
  func function(_ function: Function, _ arguments: [GoType] = []) -> Func {
    let id = ObjectIdentifier(function)
    if arguments.isEmpty {
      if let known = functions[id] { return known }
      let made = make(function, [])
      functions[id] = made
      return made
    }
    let parameters = function.signature.receiverTypeParams + function.signature.typeParams
    let shapes = arguments.enumerated().map { shape($1, of: $0 < parameters.count ? parameters[$0] : nil) }
    let key = "\(function.position.file.rawValue):\(function.position.offset)" + typeText(shapes, relativeTo: nil)
    if let known = instances[key] { return known }
    let made = make(function, shapes)
    instances[key] = made
    return made
  }

  /// The name under which all type arguments of one shape go.
  private func shape(_ argument: GoType, of parameter: TypeParam?) -> GoType {
    let underlying = under(argument)
    if case .pointer = underlying, parameter.map({ !$0.constraintInterface.isConstraintOnly }) ?? true {
      return .pointer(.basic(.uint8))
    }
    return underlying
  }

  private func make(_ function: Function, _ arguments: [GoType]) -> Func {
    let made = Func(function.name, function: function, position: function.position)
    made.isInstance = !arguments.isEmpty
    made.arguments = arguments
    made.isLibrary = function.package?.isLibrary ?? true
    let parameters = function.signature.receiverTypeParams + function.signature.typeParams
    for (parameter, argument) in zip(parameters, arguments) { made.shapes[ObjectIdentifier(parameter)] = argument }
    made.signatureHasReceiver = function.signature.receiver != nil
    guard let body = bodies[ObjectIdentifier(function)] else {
      made.hasBody = false
      let signature = function.signature
      for variable in (signature.receiver.map { [$0] } ?? []) + signature.params {
        made.parameters.append(nil)
        made.parameterTypes.append(variable.type)
        made.parameterPositions.append(variable.position)
      }
      for (index, result) in signature.results.enumerated() {
        let name = Name("~r\(index)", .result, result.position, result.type, owner: made)
        name.resultIndex = index + 1
        made.results.append(name)
      }
      return made
    }
    self.made.append(made)
    made.isNoEscape = body.decl.directives.contains("go:noescape")
    pending.append((made, body, arguments))
    return made
  }

  /// Makes the bodies of all functions named so far, and of those that they name. Those that are not wanted are foreign:
  /// only their tags matter.
  func complete(_ isWanted: (Function) -> Bool = { _ in true }) {
    while let (function, body, arguments) = pending.popLast() {
      guard isWanted(function.function!) else {
        function.isForeign = true
        continue
      }
      let signature = function.function!.signature
      let parameters = signature.receiverTypeParams + signature.typeParams
      let builder = BodyBuilder(
        self, function, Substitution(parameters, arguments, instances: program.instances), outer: nil)
      builder.build(signature, body.body)
    }
  }

  /// The initialisers of a package as the function that runs them.
  func initializers(of package: Package) -> Func? {
    guard !package.initOrder.isEmpty else { return nil }
    let made = Func("init", function: nil, position: .none)
    made.isLibrary = package.isLibrary
    self.made.append(made)
    let builder = BodyBuilder(self, made, Substitution([], [], instances: program.instances), outer: nil)
    for initializer in package.initOrder {
      made.body.append(contentsOf: builder.packageInitializer(initializer))
    }
    return made
  }
}
