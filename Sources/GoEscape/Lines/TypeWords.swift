import GoSyntax
import GoTypes

extension GoType {
  /// A type argument inside an instance: the type itself under the name that messages have for it.
  var asShape: GoType {
    if case .alias(let alias) = self, alias.name.name.hasPrefix("go.shape.") { return self }
    let text = "go.shape." + TypeWords(package: nil, resolvesAliases: true).text(self)
    return .alias(Alias(name: TypeName(name: text, position: .none, package: nil), actual: self))
  }
}

extension GoType {
  /// A type of which nothing is known but its name in messages.
  static func named(_ text: String) -> GoType {
    let name = TypeName(name: "\u{1}" + text, position: .none, package: nil)
    return .alias(Alias(name: name, actual: .array(.basic(.unsafePointer), length: 2)))
  }

  /// The type itself.
  var withoutShape: GoType {
    if case .alias(let alias) = self, alias.name.name.hasPrefix("go.shape.") { return alias.actual }
    return self
  }
}

/// Types in the compiler's messages: as Go source, with the names of one's own package bare
/// (cmd/compile/internal/types/fmt.go, Go 1.23).
struct TypeWords {
  /// The package that is compiled.
  let package: Package?
  /// Type parameters by their shapes, inside instances of generic functions.
  var shapes: [ObjectIdentifier: GoType] = [:]
  /// `uint8` for `byte`.
  var resolvesAliases = false

  func text(_ type: GoType) -> String {
    switch type {
    case .invalid: return "<T>"
    case .basic(let kind): return kind.isUntyped ? kind.name : kind == .unsafePointer ? "unsafe.Pointer" : kind.name
    case .alias(let alias) where alias.name.name.hasPrefix("go.shape."): return alias.name.name
    case .alias(let alias) where alias.name.name.hasPrefix("\u{1}"): return String(alias.name.name.dropFirst())
    case .alias(let alias):
      // Of the aliases only the predeclared ones keep their names.
      return alias.name.package == nil && !resolvesAliases ? alias.name.name : text(alias.actual)
    case .named(let named): return text(named)
    case .pointer(let base): return "*" + text(base)
    case .slice(let element): return "[]" + text(element)
    case .array(let element, let length): return "[\(length)]" + text(element)
    case .map(let key, let value): return "map[\(text(key))]\(text(value))"
    case .chan(let direction, let element):
      switch direction {
      case .receive: return "<-chan " + text(element)
      case .send: return "chan<- " + text(element)
      case .both:
        if case .chan(.receive, _) = unalias(element) { return "chan (\(text(element)))" }
        return "chan " + text(element)
      }
    case .structure(let structure): return text(structure)
    case .tuple(let types): return types.map { text($0) }.joined(separator: ",")
    case .signature(let signature): return "func" + text(signature)
    case .interface(let interface): return text(interface)
    case .typeParam(let parameter):
      guard let shape = shapes[ObjectIdentifier(parameter)] else { return parameter.name.name }
      return "go.shape." + TypeWords(package: package, resolvesAliases: true).text(shape)
    }
  }

  func list(_ types: [GoType]) -> String { types.map { text($0) }.joined(separator: ",") }

  /// `[go.shape.int]` behind the name of an instance.
  func instance(_ function: Func) -> String {
    if function.arguments.isEmpty { return "" }
    let inside = TypeWords(package: nil, resolvesAliases: true)
    return "[" + function.arguments.map { "go.shape." + inside.text($0) }.joined(separator: ",") + "]"
  }

  private func text(_ named: Named) -> String {
    var result = named.name.name
    if package == nil, named.name.localIndex > 0 { result += "·\(named.name.localIndex)" }
    if !named.typeArguments.isEmpty {
      let inside = TypeWords(package: nil, shapes: shapes, resolvesAliases: true)
      result += "[" + named.typeArguments.map { inside.text($0) }.joined(separator: ",") + "]"
    }
    guard let owner = named.name.package, owner !== package else { return result }
    return (package == nil ? owner.path : owner.name) + "." + result
  }

  private func text(_ structure: StructType) -> String {
    if structure.fields.isEmpty { return "struct {}" }
    let fields = structure.fields.enumerated().map { index, field in
      let tag = index < structure.tags.count ? structure.tags[index] : ""
      let isHidden = package == nil && field.name.first.map { !$0.isUppercase } ?? false
      let owner = isHidden ? field.package.map { $0.path + "." } ?? "" : ""
      let name = field.isEmbedded ? "" : owner + field.name + " "
      return name + text(field.type) + (tag.isEmpty ? "" : " " + quoted(Array(tag.utf8)))
    }
    return "struct { " + fields.joined(separator: "; ") + " }"
  }

  private func text(_ signature: Signature) -> String {
    func list(_ variables: [Variable], _ isVariadic: Bool) -> String {
      let parts = variables.enumerated().map { index, variable in
        if isVariadic, index == variables.count - 1, case .slice(let element) = unalias(variable.type) {
          return "..." + text(element)
        }
        return text(variable.type)
      }
      return "(" + parts.joined(separator: ", ") + ")"
    }
    let parameters = list(signature.params, signature.isVariadic)
    switch signature.results.count {
    case 0: return parameters
    case 1: return parameters + " " + text(signature.results[0].type)
    default: return parameters + " " + list(signature.results, false)
    }
  }

  private func text(_ interface: InterfaceType) -> String {
    let methods = interface.allMethods
    if methods.isEmpty { return "interface {}" }
    return "interface { " + methods.map { $0.name + text($0.signature) }.joined(separator: "; ") + " }"
  }
}
