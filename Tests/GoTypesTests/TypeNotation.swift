import GoSyntax
import SourceText

@testable import GoTypes

/// Reads types in Go's syntax, so that tests can write them down; names are those of the universe and those declared
/// here.
final class TypeNotation {
  let universe = Universe()
  let instances = Instances()
  let main = Package(path: "main", name: "main", isLibrary: false)
  var names: [String: GoType] = [:]
  private var text: [Character] = []
  private var index = 0

  init() {
    names["unsafe.Pointer"] = .basic(.unsafePointer)
    for (name, object) in universe.scope {
      if case .typeName(let typeName) = object { names[name] = typeName.type }
    }
    let atomic = Package(path: "sync/atomic", name: "atomic", isLibrary: true)
    let align = declare("align64", "struct{}", in: atomic)
    names["atomic.align64"] = .named(align)
    for (name, type) in [("Int64", "int64"), ("Uint64", "uint64")] {
      names["atomic." + name] = .named(declare(name, "struct{_ struct{}; _ atomic.align64; v \(type)}", in: atomic))
    }
    names["atomic.Int32"] = .named(declare("Int32", "struct{_ struct{}; v int32}", in: atomic))
  }

  /// `type name underlying`, with methods such as `M(int) string` or `*M()` for a pointer receiver.
  @discardableResult
  func declare(_ name: String, _ underlying: String, methods: [String] = [], in package: Package? = nil) -> Named {
    let owner = package ?? main
    let typeName = TypeName(name: name, position: .none, package: owner)
    let named = Named(name: typeName)
    typeName.type = .named(named)
    names[package == nil ? name : "\(owner.name).\(name)"] = .named(named)
    named.underlying = under(parse(underlying))
    for method in methods {
      let isPointer = method.hasPrefix("*")
      let declaration = isPointer ? String(method.dropFirst()) : method
      let open = declaration.firstIndex(of: "(")!
      guard case .signature(let signature) = parse("func" + declaration[open...]) else { fatalError(method) }
      let function = Function(
        name: String(declaration[..<open]), position: .none, signature: signature, package: owner, declaration: nil)
      function.receiverNamed = named
      function.hasPointerReceiver = isPointer
      named.methods.append(function)
    }
    return named
  }

  /// `type name[parameters] underlying`.
  @discardableResult
  func declareGeneric(_ name: String, _ parameters: [(String, String)], _ underlying: String) -> Named {
    let typeName = TypeName(name: name, position: .none, package: main)
    let named = Named(name: typeName)
    typeName.type = .named(named)
    names[name] = .named(named)
    named.typeParams = declareParameters(parameters)
    named.underlying = under(parse(underlying))
    return named
  }

  func declareParameters(_ parameters: [(String, String)]) -> [TypeParam] {
    let result = parameters.enumerated().map { index, parameter in
      TypeParam(name: TypeName(name: parameter.0, position: .none, package: main), index: index)
    }
    for parameter in result { names[parameter.name.name] = .typeParam(parameter) }
    for (parameter, (_, constraint)) in zip(result, parameters) {
      let isUnion = constraint.contains("~") || constraint.contains("|")
      parameter.constraint = parse(isUnion ? "interface{\(constraint)}" : constraint)
      if isUnion, case .interface(let interface) = parameter.constraint { interface.isImplicit = true }
    }
    return result
  }

  func parse(_ source: some StringProtocol) -> GoType {
    let outer = (text, index)
    defer { (text, index) = outer }
    text = Array(source)
    index = 0
    let type = parseType()
    precondition(index == text.count, "rest of type: \(String(text[index...]))")
    return type
  }

  private func skipSpace() { while index < text.count, text[index] == " " { index += 1 } }

  private func accept(_ token: String) -> Bool {
    skipSpace()
    let characters = Array(token)
    guard index + characters.count <= text.count, Array(text[index..<index + characters.count]) == characters else {
      return false
    }
    if characters.last!.isLetter, index + characters.count < text.count {
      let next = text[index + characters.count]
      if next.isLetter || next.isNumber || next == "_" { return false }
    }
    index += characters.count
    return true
  }

  private func expect(_ token: String) { precondition(accept(token), "\(token) wanted: \(String(text[index...]))") }

  private func word() -> String {
    skipSpace()
    let start = index
    while index < text.count, text[index].isLetter || text[index].isNumber || "_.".contains(text[index]) { index += 1 }
    return String(text[start..<index])
  }

  private func parseType() -> GoType {
    if accept("*") { return .pointer(parseType()) }
    if accept("[]") { return .slice(parseType()) }
    if accept("[") {
      let length = Int64(word())!
      expect("]")
      return .array(parseType(), length: length)
    }
    if accept("(") {
      let type = parseType()
      expect(")")
      return type
    }
    if accept("map[") {
      let key = parseType()
      expect("]")
      return .map(key: key, value: parseType())
    }
    if accept("<-chan") { return .chan(.receive, parseType()) }
    if accept("chan<-") { return .chan(.send, parseType()) }
    if accept("chan") { return .chan(.both, parseType()) }
    if accept("func") { return .signature(parseSignature()) }
    if accept("struct") { return parseStruct() }
    if accept("interface") { return parseInterface() }
    let name = word()
    guard let type = names[name] else { fatalError("unknown type \(name)") }
    guard case .named(let generic) = type, !generic.typeParams.isEmpty, accept("[") else { return type }
    var arguments: [GoType] = []
    repeat { arguments.append(parseType()) } while accept(",")
    expect("]")
    return .named(instances.instance(of: generic, arguments))
  }

  private func parseStruct() -> GoType {
    expect("{")
    var fields: [Variable] = []
    while !accept("}") {
      let isPointer = accept("*")
      let start = index
      let name = word()
      if isPointer || [";", "}"].contains(text[index]) {
        index = start
        let base = parseType()
        let short = name.split(separator: ".").last.map(String.init)!
        let field = Variable(
          name: short, position: .none, type: isPointer ? .pointer(base) : base, kind: .field, package: main)
        field.isEmbedded = true
        fields.append(field)
      } else {
        fields.append(Variable(name: name, position: .none, type: parseType(), kind: .field, package: main))
      }
      _ = accept(";")
    }
    return .structure(StructType(fields: fields, tags: []))
  }

  private func parseInterface() -> GoType {
    expect("{")
    var methods: [Function] = []
    var embedded: [[InterfaceType.Term]] = []
    while !accept("}") {
      let start = index
      let name = word()
      if !name.isEmpty, index < text.count, text[index] == "(" {
        let method = Function(
          name: name, position: .none, signature: parseSignature(), package: main, declaration: nil)
        method.isInterfaceMethod = true
        methods.append(method)
      } else {
        index = start
        var terms: [InterfaceType.Term] = []
        repeat {
          let tilde = accept("~")
          terms.append(InterfaceType.Term(tilde: tilde, type: parseType()))
        } while accept("|")
        embedded.append(terms)
      }
      _ = accept(";")
    }
    return .interface(InterfaceType(explicitMethods: methods, embedded: embedded))
  }

  private func parseSignature() -> Signature {
    expect("(")
    var params: [Variable] = []
    var isVariadic = false
    while !accept(")") {
      let (parameter, isLast) = parseParameter(.parameter)
      params.append(parameter)
      isVariadic = isVariadic || isLast
      _ = accept(",")
    }
    var results: [Variable] = []
    skipSpace()
    if accept("(") {
      while !accept(")") {
        results.append(parseParameter(.result).0)
        _ = accept(",")
      }
    } else if index < text.count, !",;)}]|".contains(text[index]) {
      results.append(Variable(name: "", position: .none, type: parseType(), kind: .result, package: main))
    }
    return Signature(params: params, results: results, isVariadic: isVariadic)
  }

  /// `T`, `...T`, or a one-letter lower-case name and a type.
  private func parseParameter(_ kind: Variable.Kind) -> (Variable, isVariadic: Bool) {
    var name = ""
    skipSpace()
    if index + 1 < text.count, text[index].isLowercase, text[index + 1] == " " {
      name = String(text[index])
      index += 1
    }
    let isVariadic = accept("...")
    let type = parseType()
    return (
      Variable(name: name, position: .none, type: isVariadic ? .slice(type) : type, kind: kind, package: main),
      isVariadic
    )
  }
}
