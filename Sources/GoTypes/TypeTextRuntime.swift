import GoSyntax

/// A type as the running program prints it (`%T`, panics, reflect's `String`): `main.T`, `[]uint8`, `struct { X int }`.
///
/// Names are qualified by the package's name; inside the brackets of an instance by its path, as in the linker's
/// symbols, and there unexported fields carry their package and local types their number.
public func runtimeTypeText(_ type: GoType) -> String {
  var writer = RuntimeTypeWriter()
  writer.write(type)
  return writer.text
}

/// `chan `, `chan<- ` or `<-chan `.
func channelPrefix(_ direction: ChanDirection) -> String {
  switch direction {
  case .both: "chan "
  case .send: "chan<- "
  case .receive: "<-chan "
  }
}

/// `chan <-chan T` would read as `chan<- chan T`.
func channelNeedsParentheses(_ direction: ChanDirection, _ element: GoType) -> Bool {
  if direction == .both, case .chan(.receive, _) = unalias(element) { return true }
  return false
}

private struct RuntimeTypeWriter {
  var text = ""
  /// Inside the brackets of an instance.
  var isLinkName = false

  mutating func write(_ type: GoType) {
    switch type {
    case .invalid: text += "invalid type"
    case .basic(let kind): text += kind.name
    case .alias(let alias): write(alias.actual)
    case .named(let named): write(named)
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
    case .interface(let interface):
      text += "interface {"
      for (index, method) in interface.allMethods.enumerated() {
        text += index > 0 ? "; " : " "
        if !isExported(method.name), let package = method.package { text += qualifier(package) }
        text += method.name
        write(method.signature)
      }
      text += interface.allMethods.isEmpty ? "}" : " }"
    case .typeParam(let parameter): text += parameter.name.name
    }
  }

  func qualifier(_ package: Package) -> String { (isLinkName ? package.path : package.name) + "." }

  mutating func write(_ named: Named) {
    if let package = named.name.package { text += qualifier(package) }
    text += named.name.name
    defer { if isLinkName && named.name.localIndex > 0 { text += "·\(named.name.localIndex)" } }
    guard !named.typeArguments.isEmpty else { return }
    let wasLinkName = isLinkName
    isLinkName = true
    text += "["
    for (index, argument) in named.typeArguments.enumerated() {
      if index > 0 { text += "," }
      write(argument)
    }
    text += "]"
    isLinkName = wasLinkName
  }

  mutating func write(_ structure: StructType) {
    text += "struct {"
    for (index, field) in structure.fields.enumerated() {
      text += index > 0 ? "; " : " "
      if !field.isEmbedded {
        if isLinkName, !isExported(field.name), let package = field.package { text += qualifier(package) }
        text += field.name + " "
      }
      write(field.type)
      let tag = index < structure.tags.count ? structure.tags[index] : ""
      if !tag.isEmpty { text += " " + quoted(Array(tag.utf8)) }
    }
    text += structure.fields.isEmpty ? "}" : " }"
  }

  mutating func write(_ signature: Signature) {
    text += "("
    for (index, parameter) in signature.params.enumerated() {
      if index > 0 { text += ", " }
      if signature.isVariadic, index == signature.params.count - 1, case .slice(let element) = unalias(parameter.type) {
        text += "..."
        write(element)
      } else {
        write(parameter.type)
      }
    }
    text += ")"
    guard let first = signature.results.first else { return }
    text += " "
    if signature.results.count == 1 {
      write(first.type)
    } else {
      text += "("
      for (index, result) in signature.results.enumerated() {
        if index > 0 { text += ", " }
        write(result.type)
      }
      text += ")"
    }
  }
}
