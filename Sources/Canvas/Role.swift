/// What a cell *means*. Views name roles, themes turn roles into colours and attributes.
///
/// `letter` stands for the role in the style layer of a golden file (see ``Canvas/styleLayer()``).
public enum Role: UInt8, CaseIterable, Sendable {
  // Text and furniture.
  case text, dim, title, heading, border, focus, header, gutter, key, label, selection, link, accent
  // Stack.
  case address, name, type, value, stale, free, guardLine, stackPointer, goroutine
  // Heap: the three shades as labels on their own ground, and as the colour of a block's frame.
  case white, grey, black, whiteFrame, greyFrame, blackFrame, newFrame, root, pinned, used, padding
  // Change and relation.
  case pointer, newPointer, changed, new, freed
  // Source.
  case keyword, typeName, string, number, comment, currentLine, breakpoint, escapes, stays
  // Speech.
  case narration, warning, error, landmark, output, errorOutput, right, wrong

  /// One ASCII character, different for each role; `.text` is a full stop.
  public var letter: Character {
    switch self {
    case .text: "."
    case .dim: "d"
    case .title: "T"
    case .heading: "H"
    case .border: "b"
    case .focus: "F"
    case .header: "h"
    case .gutter: "l"
    case .key: "k"
    case .label: "x"
    case .selection: "="
    case .link: "@"
    case .accent: "^"
    case .address: "a"
    case .name: "m"
    case .type: "t"
    case .value: "v"
    case .stale: "s"
    case .free: "f"
    case .guardLine: "!"
    case .stackPointer: "S"
    case .goroutine: "j"
    case .white: "W"
    case .grey: "G"
    case .black: "B"
    case .whiteFrame: "1"
    case .greyFrame: "2"
    case .blackFrame: "3"
    case .newFrame: "4"
    case .root: "r"
    case .pinned: "P"
    case .used: "u"
    case .padding: "_"
    case .pointer: "p"
    case .newPointer: "5"
    case .changed: "c"
    case .new: "n"
    case .freed: "-"
    case .keyword: "K"
    case .typeName: "Y"
    case .string: "q"
    case .number: "#"
    case .comment: "/"
    case .currentLine: ">"
    case .breakpoint: "*"
    case .escapes: "e"
    case .stays: "y"
    case .narration: "N"
    case .warning: "w"
    case .error: "E"
    case .landmark: "L"
    case .output: "o"
    case .errorOutput: "O"
    case .right: "R"
    case .wrong: "X"
    }
  }
}

/// Attributes that are added to whatever the theme gives the role.
public struct Attributes: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let bold = Attributes(rawValue: 1)
  public static let dim = Attributes(rawValue: 2)
  public static let italic = Attributes(rawValue: 4)
  public static let underline = Attributes(rawValue: 8)
  public static let reverse = Attributes(rawValue: 16)
  public static let strike = Attributes(rawValue: 32)
}

/// How a cell is to look: the role of its glyph, and perhaps another role whose background lies under it
/// (a keyword on the current line, a value that is selected).
public struct Style: Hashable, Sendable {
  public var role: Role
  /// `nil` draws over whatever ground the cell already has.
  public var ground: Role?
  public var attributes: Attributes

  public init(_ role: Role, on ground: Role? = nil, _ attributes: Attributes = []) {
    self.role = role
    self.ground = ground
    self.attributes = attributes
  }

  public func with(_ more: Attributes) -> Style { Style(role, on: ground, attributes.union(more)) }
  public func on(_ ground: Role?) -> Style { Style(role, on: ground, attributes) }
}

/// A piece of text in one style; a line of mixed styles is an array of these.
public struct Span: Hashable, Sendable {
  public var text: String
  public var style: Style

  public init(_ text: String, _ style: Style) {
    self.text = text
    self.style = style
  }

  public init(_ text: String, _ role: Role = .text, _ attributes: Attributes = []) {
    self.init(text, Style(role, attributes))
  }
}

extension [Span] {
  /// The width of the whole line in cells.
  public var cellWidth: Int { reduce(0) { $0 + $1.text.cellWidth } }
  /// The characters alone.
  public var plainText: String { map(\.text).joined() }
}
