import Foundation
import GoSyntax
import GoTypes
import SourceText

/// The compiler's lines on the functions of one package, batch by batch
/// (cmd/compile/internal/escape/escape.go, finish and paramTag, Go 1.23).
struct LineWriter {
  let package: Package
  private(set) var lines: [Diagnostic] = []

  init(_ package: Package) { self.package = package }

  mutating func add(_ position: Position, _ text: String) {
    lines.append(Diagnostic(.warning, at: position, text))
  }

  func words(for function: Func?) -> NodeWords {
    NodeWords(types: TypeWords(package: package, shapes: function?.shapes ?? [:]))
  }

  mutating func record(_ batch: Batch) {
    for (function, statement) in batch.selfAssignments {
      let words = words(for: function)
      add(statement.position, "\(words.name(of: function)) ignoring self-assignment in \(words.text(statement))")
    }
    for function in batch.functions where !function.isWrapper && !function.isInstance && !function.isDuplicate {
      reportParameters(function, batch)
    }
    for location in batch.graph.locations.dropFirst(4) { report(location) }
  }

  private mutating func reportParameters(_ function: Func, _ batch: Batch) {
    for (index, tag) in function.tags.enumerated() where batch.sizes.hasPointers(function.parameterTypes[index]) {
      let position = function.parameterPositions[index]
      guard function.hasBody else {
        let name = function.function.flatMap { $0.signature.parameter(index)?.name } ?? ""
        if !name.isEmpty { add(position, function.isNoEscape ? "\(name) does not escape" : "leaking param: \(name)") }
        continue
      }
      guard let name = function.parameters[index] else { continue }
      if batch.graph.locations[Int(name.location)].attributes.contains(.escapes) { continue }
      var isReported = false
      if let derefs = tag.heap {
        add(position, derefs == 0 ? "leaking param: \(name.text)" : "leaking param content: \(name.text)")
        isReported = true
      }
      for slot in 0..<Leaks.resultCount {
        guard let level = tag.result(slot), slot < function.results.count else { continue }
        add(position, "leaking param: \(name.text) to result \(function.results[slot].text) level=\(level)")
        isReported = true
      }
      if !isReported { add(position, "\(name.text) does not escape") }
    }
  }

  private mutating func report(_ location: Location) {
    let escapes = location.attributes.contains(.escapes)
    if let name = location.name {
      if escapes { add(name.position, "moved to heap: \(name.text)") }
      return
    }
    guard let node = location.node, node.function?.isWrapper != true else { return }
    let text = words(for: location.function).text(node)
    add(node.position, escapes ? "\(text) escapes to heap" : "\(text) does not escape")
    if node.op == .stringToBytes, !location.attributes.contains(.mutates) {
      add(node.position, "zero-copy string->[]byte conversion")
    }
  }
}

extension NodeWords {
  /// `f`, `T.m`, `(*T).m`.
  func name(of function: Func) -> String {
    if var parent = function.parent {
      while parent.isRangeBody, let home = parent.parent { parent = home }
      let outer = ([name(of: parent)] + function.inlinedNames).joined(separator: ".")
      let suffix: String
      if function.isRangeBody {
        suffix = "-range"
      } else if let kind = function.wrapperKind {
        suffix = kind == "go" ? ".gowrap" : ".deferwrap"
      } else {
        suffix = parent.isLiteral ? "." : ".func"
      }
      return outer + suffix + "\(function.number)"
    }
    if let instance = function.instance {
      let inside = TypeWords(package: nil, resolvesAliases: true)
      let arguments = "[" + inside.list(instance.arguments) + "]"
      return name(of: instance.callee).replacingShapes(types.instance(instance.callee), arguments)
    }
    if let known = function.known { return libraryName(known, function) }
    if let number = function.initNumber { return "init.\(number)" }
    guard let declared = function.function else { return function.text }
    guard let receiver = declared.receiverNamed else { return declared.name + types.instance(function) }
    let holder = receiver.name.name + types.instance(function)
    return declared.hasPointerReceiver ? "(*\(holder)).\(declared.name)" : "\(holder).\(declared.name)"
  }
}

extension NodeWords {
  /// As the names of literals say it that come with its body: without a package.
  func nameInLiterals(of function: Func) -> String {
    let whole = name(of: function)
    guard let known = function.known else { return whole }
    return String(whole.dropFirst(known.package.name.count + 1))
  }

  /// `sync.(*Once).Do`, `slices.Sort[go.shape.[]int,go.shape.int]`.
  private func libraryName(_ known: LibraryFacts.Entry, _ function: Func) -> String {
    let name = known.package.name + known.name.dropFirst(known.package.path.count)
    let instance = types.instance(function)
    guard !instance.isEmpty else { return name }
    if let end = name.firstIndex(of: ")") { return name[..<end] + instance + name[end...] }
    return name + instance
  }
}

extension String {
  /// One type argument list in place of another.
  fileprivate func replacingShapes(_ shapes: String, _ arguments: String) -> String {
    guard let range = range(of: shapes) else { return self }
    return replacingCharacters(in: range, with: arguments)
  }
}

extension Signature {
  /// The receiver counts as the first.
  fileprivate func parameter(_ index: Int) -> Variable? {
    guard let receiver else { return index < params.count ? params[index] : nil }
    return index == 0 ? receiver : index - 1 < params.count ? params[index - 1] : nil
  }
}
