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
  /// What the body of a range-over-func loop calls when it may not be called.
  let panicRangeState: Func = {
    let made = Func("panicrangestate", function: nil, position: .none)
    made.symbol = "go.runtime.panicrangestate"
    made.isLibrary = true
    made.isForeign = true
    made.progress = .tagged
    return made
  }()
  let emptyInterface = GoType.interface(InterfaceType(explicitMethods: [], embedded: []))

  /// What real Go's library does, in place of ours.
  let facts: LibraryFacts?
  private var library: [String: Func] = [:]
  private var pendingLibrary: [Func] = []

  /// - Parameter facts: on the library's functions; without, the trees are made of our library's.
  init(_ program: CheckedProgram, facts: LibraryFacts? = nil) {
    self.program = program
    self.facts = facts
    sizes = program.sizes
    for body in program.functions { bodies[ObjectIdentifier(body.function)] = body }
  }

  /// Functions with trees, in the order in which they were first named.
  private(set) var made: [Func] = []

  /// The tree of a function. Its body is complete when the outermost call returns.
  func function(_ function: Function, _ arguments: [GoType] = []) -> Func {
    if let facts, function.package?.isLibrary ?? false, facts[function.symbol] != nil {
      return libraryFunction(function.symbol, shapes(function, arguments))
    }
    let id = ObjectIdentifier(function)
    if arguments.isEmpty {
      if let known = functions[id] { return known }
      let made = make(function, [])
      functions[id] = made
      return made
    }
    let shapes = shapes(function, arguments)
    let key = "\(function.position.file.rawValue):\(function.position.offset)" + typeText(shapes, relativeTo: nil)
    if let known = instances[key] { return known }
    let made = make(function, shapes)
    instances[key] = made
    return made
  }

  private func shapes(_ function: Function, _ arguments: [GoType]) -> [GoType] {
    let parameters = function.signature.receiverTypeParams + function.signature.typeParams
    return arguments.enumerated().map { shape($1, of: $0 < parameters.count ? parameters[$0] : nil) }
  }

  /// A function of the library as Go's compiler knows it: by how its parameters leak; an instance of a generic function by
  /// its tree, since it is compiled with the program.
  func libraryFunction(_ symbol: String, _ shapes: [GoType]) -> Func {
    let shapes = shapes.map(\.withoutShape)
    let key = shapes.isEmpty ? symbol : symbol + TypeWords(package: nil, resolvesAliases: true).list(shapes)
    if let known = library[key] { return known }
    let made = Func(symbol, function: nil, position: .none)
    library[key] = made
    made.symbol = symbol
    made.isLibrary = true
    made.arguments = shapes
    made.isInstance = !shapes.isEmpty
    made.known = facts?[symbol]
    if made.isInstance, made.known?.body != nil {
      self.made.append(made)
      pendingLibrary.append(made)
    } else {
      made.isForeign = true
      made.progress = .tagged
      made.tags = made.known?.tags ?? []
    }
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
    // The compiler says of a function that it stands behind the word `func`.
    let decl = body.decl
    let text = program.sources[decl.span.file].bytes
    var offset = Int(decl.span.start) + 4
    while offset < text.count, text[offset] == UInt8(ascii: " ") || text[offset] == UInt8(ascii: "\t") { offset += 1 }
    made.place = Position(file: decl.span.file, offset: Int32(offset))
    if function.name == "init", function.signature.receiver == nil, let package = function.package,
      let index = package.initFunctions.firstIndex(where: { $0 === function })
    {
      made.initNumber = index
    }
    made.isNoEscape = body.decl.directives.contains("go:noescape")
    made.isNoInline = body.decl.directives.contains("go:noinline")
    pending.append((made, body, arguments))
    return made
  }

  /// Makes the bodies of all functions named so far, and of those that they name. Those that are not wanted are foreign:
  /// only their tags matter.
  func complete(_ isWanted: (Function) -> Bool = { _ in true }) {
    while true {
      if let function = pendingLibrary.popLast() {
        var reader = FactsReader(self, function.known!, function.arguments.map(\.asShape), at: nil)
        reader.function(into: function)
        continue
      }
      guard let (function, body, arguments) = pending.popLast() else { break }
      guard isWanted(function.function!) else {
        function.isForeign = true
        continue
      }
      let signature = function.function!.signature
      let parameters = signature.receiverTypeParams + signature.typeParams
      let builder = BodyBuilder(
        self, function, Substitution(parameters, arguments.map(\.asShape), instances: program.instances), outer: nil)
      builder.build(signature, body.body)
    }
  }

  /// The initialisers of a package as the function that runs them.
  func initializers(of package: Package) -> Func? {
    guard !package.initOrder.isEmpty else { return nil }
    let made = Func("init", function: nil, position: .none)
    made.isLibrary = package.isLibrary
    made.isPackageInit = true
    self.made.append(made)
    let builder = BodyBuilder(self, made, Substitution([], [], instances: program.instances), outer: nil)
    for initializer in package.initOrder {
      made.body.append(contentsOf: builder.packageInitializer(initializer))
    }
    return made
  }
}
