import GoTypes
import SourceText

/// How each struct that a program declares lies in memory: what `gomem layout` prints.
public struct LayoutReport {
  public struct Entry {
    public var name: String
    /// `file:line:col` of the declaration.
    public var place: String
    public var layout: StructLayout
  }

  public let entries: [Entry]
  private let package: Package?
  private let architecture: Architecture

  /// Every struct type declared in the learner's packages, in source order; generic ones have no size of their own.
  public init(_ checked: CheckedProgram) {
    architecture = checked.sizes.architecture
    package = checked.packages.last
    var found: [(Position, Entry)] = []
    for object in checked.info.defs {
      guard case .typeName(let name)? = object, case .named(let named) = name.type, named.typeParams.isEmpty,
        case .structure = named.underlying, name.package?.isLibrary == false,
        let layout = checked.sizes.layout(of: name.type)
      else { continue }
      found.append(
        (name.position, Entry(name: name.name, place: checked.sources.describe(name.position), layout: layout)))
    }
    entries = found.sorted { $0.0 < $1.0 }.map(\.1)
  }

  // MARK: Text

  /// A table per struct, and its bytes drawn one by one.
  public func text() -> String {
    entries.map { text($0) }.joined(separator: "\n")
  }

  private func text(_ entry: Entry) -> String {
    let layout = entry.layout
    var lines = [
      "\(entry.place): type \(entry.name) struct: \(count(layout.size, "byte")), aligned to \(layout.alignment), "
        + "\(architecture.rawValue)"
    ]
    let names = layout.fields.map(\.name)
    let types = layout.fields.map { typeText($0.type, relativeTo: package) }
    let nameWidth = max(5, names.map(\.count).max() ?? 0)
    let typeWidth = max(4, types.map(\.count).max() ?? 0)
    func row(_ offset: String, _ size: String, _ alignment: String, _ name: String, _ type: String, _ note: String) {
      let line = "  \(left(offset, 7))\(left(size, 6))\(left(alignment, 6))  \(pad(name, nameWidth))  "
      lines.append(trimmed(line + pad(type, typeWidth) + "  " + note))
    }
    row("offset", "size", "align", "field", "type", "")
    for (index, field) in layout.fields.enumerated() {
      if field.paddingBefore > 0 {
        row("\(field.offset - field.paddingBefore)", "\(field.paddingBefore)", "", "-", "padding", "")
      }
      row("\(field.offset)", "\(field.size)", "\(field.alignment)", names[index], types[index], "")
    }
    if layout.tailPadding > 0 {
      row("\(layout.size - layout.tailPadding)", "\(layout.tailPadding)", "", "-", "padding", "at the end")
    }
    lines.append(contentsOf: drawing(layout))
    lines.append("  the collector scans \(layout.pointerBytes) of \(count(layout.size, "byte"))")
    if layout.bytesSaved > 0 {
      let order = layout.bestOrder.map { names[$0] }.joined(separator: ", ")
      lines.append("  reordered as \(order): \(count(layout.bestSize, "byte")), saves \(layout.bytesSaved)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// One letter a byte, a word a group, padding as dots: `a.......bbbbbbbb cc......`.
  private func drawing(_ layout: StructLayout) -> [String] {
    guard layout.size > 0, layout.size <= 512 else { return [] }
    var bytes = [Character](repeating: ".", count: Int(layout.size))
    let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
    for (index, field) in layout.fields.enumerated() {
      for offset in field.offset..<field.offset + field.size { bytes[Int(offset)] = letters[index % letters.count] }
    }
    let word = architecture.wordSize
    let words = stride(from: 0, to: bytes.count, by: word).map { String(bytes[$0..<min($0 + word, bytes.count)]) }
    let perLine = 64 / word
    return stride(from: 0, to: words.count, by: perLine).map { start in
      "  \(left("\(start * word)", 5))  " + words[start..<min(start + perLine, words.count)].joined(separator: " ")
    }
  }

  private func count(_ number: Int64, _ noun: String) -> String { number == 1 ? "1 \(noun)" : "\(number) \(noun)s" }
  private func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
  private func left(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
  private func trimmed(_ text: String) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return text
  }

  // MARK: JSON

  public func json() -> JSONText {
    .array(
      entries.map { entry in
        let layout = entry.layout
        return .object([
          ("name", .string(entry.name)), ("place", .string(entry.place)), ("arch", .string(architecture.rawValue)),
          ("size", .int(layout.size)), ("align", .int(layout.alignment)), ("padding", .int(layout.padding)),
          ("pointerBytes", .int(layout.pointerBytes)),
          (
            "fields",
            .array(
              layout.fields.map { field in
                .object([
                  ("name", .string(field.name)), ("type", .string(typeText(field.type, relativeTo: package))),
                  ("offset", .int(field.offset)), ("size", .int(field.size)), ("align", .int(field.alignment)),
                  ("paddingBefore", .int(field.paddingBefore)), ("pointerBytes", .int(field.pointerBytes)),
                ])
              })
          ),
          ("tailPadding", .int(layout.tailPadding)),
          (
            "best",
            .object([
              ("order", .array(layout.bestOrder.map { .string(layout.fields[$0].name) })),
              ("size", .int(layout.bestSize)), ("pointerBytes", .int(layout.bestPointerBytes)),
            ])
          ),
        ])
      })
  }
}
