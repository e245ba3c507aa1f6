import SourceText

/// Finds generic code that would need instances without end: `func f[T any]() { f[*T]() }`.
///
/// ```
///   f[*T] inside f:   T ◀──1── T      T flows into T, wrapped: each round makes a new type
///   f[T]  inside f:   T ◀──0── T      the same instance again: harmless
/// ```
///
/// Vertices are type parameters and types declared inside generic functions; an edge says that one flows into another
/// by an instantiation, with weight 1 if something is wrapped around it. A cycle of positive weight never ends
/// (cmd/compile/internal/types2/mono.go, Go 1.23). It lies within one package, since a parameter is instantiated by
/// others only with types that they know.
struct InstantiationGraph {
  struct Edge {
    var target: Int
    var source: Int
    var weight: Int
    var position: Position
    /// The type argument.
    var type: GoType
  }

  struct Vertex {
    var name: TypeName
    var isTypeParam: Bool
    /// Of the heaviest way known to it.
    var weight = 0
    var previous: Edge?
    var length = 0
  }

  private var vertices: [Vertex] = []
  private var edges: [Edge] = []
  private var indices: [ObjectIdentifier: Int] = [:]
  /// A method's receiver parameters stand for those of the type.
  private var declared: [ObjectIdentifier: TypeParam] = [:]

  mutating func identify(_ receiverParameter: TypeParam, with parameter: TypeParam) {
    declared[ObjectIdentifier(receiverParameter)] = parameter
  }

  /// Notes that parameters of `package` were instantiated, each argument at its position.
  mutating func record(
    _ parameters: [TypeParam], _ arguments: [GoType], in package: Package, position: (Int) -> Position
  ) {
    for (index, parameter) in parameters.enumerated() where parameter.name.package === package {
      flow(arguments[index], into: parameter, arguments[index], position(index), isWhole: true)
    }
  }

  private mutating func flow(
    _ type: GoType, into parameter: TypeParam, _ argument: GoType, _ position: Position, isWhole: Bool
  ) {
    func add(_ source: Int) {
      edges.append(
        Edge(
          target: vertex(parameter), source: source, weight: isWhole ? 0 : 1, position: position, type: argument))
    }
    func inside(_ types: [GoType]) {
      for type in types { flow(type, into: parameter, argument, position, isWhole: false) }
    }
    switch type {
    case .invalid, .basic: break
    case .alias(let alias): flow(alias.actual, into: parameter, argument, position, isWhole: isWhole)
    case .typeParam(let source): add(vertex(source))
    case .named(let named):
      let origin = named.origin ?? named
      if !origin.implicitTypeParams.isEmpty { add(vertex(origin)) }
      inside(named.typeArguments)
    case .pointer(let base), .slice(let base), .array(let base, _), .chan(_, let base): inside([base])
    case .map(let key, let value): inside([key, value])
    case .tuple(let types): inside(types)
    case .structure(let structure): inside(structure.fields.map(\.type))
    case .signature(let signature):
      inside(signature.params.map(\.type))
      inside(signature.results.map(\.type))
    case .interface(let interface):
      for method in interface.allMethods {
        inside(method.signature.params.map(\.type))
        inside(method.signature.results.map(\.type))
      }
    }
  }

  private mutating func vertex(_ parameter: TypeParam) -> Int {
    let name = (declared[ObjectIdentifier(parameter)] ?? parameter).name
    if let index = indices[ObjectIdentifier(name)] { return index }
    indices[ObjectIdentifier(name)] = vertices.count
    vertices.append(Vertex(name: name, isTypeParam: true))
    return vertices.count - 1
  }

  /// A local type, which depends on the parameters of the function around it.
  private mutating func vertex(_ local: Named) -> Int {
    if let index = indices[ObjectIdentifier(local.name)] { return index }
    let index = vertices.count
    indices[ObjectIdentifier(local.name)] = index
    vertices.append(Vertex(name: local.name, isTypeParam: false))
    for parameter in local.implicitTypeParams {
      let source = vertex(parameter)
      edges.append(
        Edge(
          target: index, source: source, weight: 1, position: local.name.position, type: .typeParam(parameter)))
    }
    return index
  }

  /// The edges of a cycle of positive weight, each leading from the next one's target; `nil` where there is none.
  ///
  /// The longest ways are relaxed until nothing changes (as Bellman and Ford do for shortest ones) or one is as long as
  /// there are vertices, and so runs in a circle.
  mutating func endlessCycle() -> [Edge]? {
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for edge in edges {
        let source = vertices[edge.source]
        let weight = source.weight + edge.weight
        if weight <= vertices[edge.target].weight { continue }
        vertices[edge.target].previous = edge
        vertices[edge.target].length = source.length + 1
        if source.length + 1 == vertices.count { return cycle(before: edge.target) }
        vertices[edge.target].weight = weight
        hasChanged = true
      }
    }
    return nil
  }

  private func cycle(before end: Int) -> [Edge] {
    var way: [Int] = []
    var index = end
    while !way.contains(index) {
      way.append(index)
      index = vertices[index].previous!.source
    }
    return way[way.firstIndex(of: index)!...].map { vertices[$0].previous! }
  }

  func name(_ vertex: Int) -> TypeName { vertices[vertex].name }

  func isTypeParam(_ vertex: Int) -> Bool { vertices[vertex].isTypeParam }
}
