import SourceText

/// A type as the compiler's messages print it (go/types `TypeString`): names of other packages qualified by the
/// package's name, those of `package` bare, aliases by their own name, parameter names included. Without a package,
/// names are qualified by import path.
///
/// With `place`, a type parameter that goes by a predeclared name says where it is declared:
/// `int /* with int declared at x.go:3:8 */`.
public func typeText(
  _ type: GoType, relativeTo package: Package?, place: ((Position) -> String)? = nil
) -> String {
  var writer = TypeWriter(package: package)
  writer.place = place
  writer.write(type)
  return writer.text
}

/// Several types, separated by commas, as messages print them.
public func typeText(_ types: [GoType], relativeTo package: Package?) -> String {
  types.map { typeText($0, relativeTo: package) }.joined(separator: ", ")
}

/// `(x int) string`: parameters and results without the word `func`. Names are left out where `hasNames` is false.
public func signatureText(_ signature: Signature, relativeTo package: Package?, hasNames: Bool = true) -> String {
  var writer = TypeWriter(package: package)
  writer.hasNames = hasNames
  writer.write(signature)
  return writer.text
}

/// The terms of a type set: `~int | string`.
func termsText(_ terms: [InterfaceType.Term], relativeTo package: Package?) -> String {
  var writer = TypeWriter(package: package)
  writer.write(terms)
  return writer.text
}

/// Writes types in the compiler's notation.
private struct TypeWriter {
  var text = ""
  let package: Package?
  var hasNames = true
  var place: ((Position) -> String)?

  init(package: Package?) { self.package = package }

  mutating func write(_ type: GoType) {
    switch type {
    case .invalid: text += "invalid type"
    case .basic(let kind): text += kind.name
    case .named(let named):
      write(named.name)
      if !named.typeArguments.isEmpty {
        write(list: named.typeArguments)
      } else if !named.typeParams.isEmpty {
        write(parameters: named.typeParams)
      }
    case .alias(let alias):
      write(alias.name)
      if !alias.typeArguments.isEmpty { write(list: alias.typeArguments) }
    case .pointer(let base):
      text += "*"
      write(base)
    case .slice(let element):
      text += "[]"
      write(element)
    case .array(let element, let length):
      text += "[\(length)]"
      write(element)
    case .map(let key, let value):
      text += "map["
      write(key)
      text += "]"
      write(value)
    case .chan(let direction, let element):
      text += channelPrefix(direction)
      let isAmbiguous = channelNeedsParentheses(direction, element)
      if isAmbiguous { text += "(" }
      write(element)
      if isAmbiguous { text += ")" }
    case .structure(let structure): write(structure)
    case .tuple(let types):
      text += "("
      for (index, type) in types.enumerated() {
        if index > 0 { text += ", " }
        write(type)
      }
      text += ")"
    case .signature(let signature):
      text += "func"
      write(signature)
    case .interface(let interface): write(interface)
    case .typeParam(let parameter):
      let name = parameter.name.name
      text += name
      if let place, Universe.declares(name) {
        text += " /* with \(name) declared at \(place(parameter.name.position)) */"
      }
    }
  }

  mutating func write(_ name: TypeName) {
    if let owner = name.package, owner !== package {
      text += package == nil ? owner.path : owner.name
      text += "."
    }
    text += name.name
  }

  mutating func write(list: [GoType]) {
    text += "["
    for (index, type) in list.enumerated() {
      if index > 0 { text += ", " }
      write(type)
    }
    text += "]"
  }

  /// `[K comparable, V any]`: a constraint is written once for neighbours that share it.
  mutating func write(parameters: [TypeParam]) {
    text += "["
    for (index, parameter) in parameters.enumerated() {
      if index > 0 {
        let previous = parameters[index - 1]
        if !isSameOccurrence(previous.constraint, parameter.constraint) {
          text += " "
          write(previous.constraint)
        }
        text += ", "
      }
      text += parameter.name.name
    }
    if let last = parameters.last {
      text += " "
      write(last.constraint)
    }
    text += "]"
  }

  /// Go compares constraints by reference here: `P, Q interface{}` shares one, `P interface{}, Q interface{}` does not.
  private func isSameOccurrence(_ x: GoType, _ y: GoType) -> Bool {
    switch (x, y) {
    case (.named(let x), .named(let y)): x === y
    case (.alias(let x), .alias(let y)): x === y
    case (.interface(let x), .interface(let y)): x === y
    default: false
    }
  }

  mutating func write(_ structure: StructType) {
    text += "struct{"
    for (index, field) in structure.fields.enumerated() {
      if index > 0 { text += "; " }
      if !field.isEmbedded { text += field.name + " " }
      write(field.type)
      let tag = index < structure.tags.count ? structure.tags[index] : ""
      if !tag.isEmpty { text += " " + quoted(Array(tag.utf8)) }
    }
    text += "}"
  }

  mutating func write(_ signature: Signature) {
    if !signature.typeParams.isEmpty { write(parameters: signature.typeParams) }
    write(variables: signature.params, isVariadic: signature.isVariadic)
    guard let first = signature.results.first else { return }
    text += " "
    if signature.results.count == 1 && (first.name.isEmpty || !hasNames) {
      write(first.type)
    } else {
      write(variables: signature.results, isVariadic: false)
    }
  }

  mutating func write(variables: [Variable], isVariadic: Bool) {
    text += "("
    for (index, variable) in variables.enumerated() {
      if index > 0 { text += ", " }
      if hasNames && !variable.name.isEmpty { text += variable.name + " " }
      if isVariadic && index == variables.count - 1 {
        if case .slice(let element) = unalias(variable.type) {
          text += "..."
          write(element)
        } else {
          // append([]byte, string...) is the only such signature.
          write(variable.type)
          text += "..."
        }
      } else {
        write(variable.type)
      }
    }
    text += ")"
  }

  mutating func write(_ interface: InterfaceType) {
    if interface.isPredeclaredComparable {
      text += "interface{comparable}"
      return
    }
    if interface.isImplicit, interface.explicitMethods.isEmpty, interface.embedded.count == 1 {
      write(interface.embedded[0])
      return
    }
    text += "interface{"
    var isFirst = true
    for method in interface.explicitMethods {
      if !isFirst { text += "; " }
      isFirst = false
      text += method.name
      write(method.signature)
    }
    for terms in interface.embedded {
      if !isFirst { text += "; " }
      isFirst = false
      write(terms)
    }
    text += "}"
  }

  mutating func write(_ terms: [InterfaceType.Term]) {
    for (index, term) in terms.enumerated() {
      if index > 0 { text += " | " }
      if term.tilde { text += "~" }
      write(term.type)
    }
  }
}
