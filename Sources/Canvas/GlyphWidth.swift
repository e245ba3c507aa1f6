/// How many cells a character takes, and which characters must not reach a terminal as they are.
enum GlyphWidth {
  enum Kind: Equatable {
    /// Takes one or two cells.
    case glyph(Int)
    /// Joins the character before it.
    case mark
    /// Takes no cell and is left out: a presentation selector, or the joiner inside an emoji sequence. Terminals
    /// disagree on the width of such sequences, so their parts are drawn one by one.
    case ignored
    /// Never sent raw: controls, separators, bidirectional overrides, private use, unassigned.
    case escaped
  }

  static func kind(of scalar: UInt32) -> Kind {
    if scalar < 0x7F { return scalar >= 0x20 ? .glyph(1) : .escaped }
    if scalar < 0xA0 { return .escaped }
    if scalar == 0xAD { return .escaped }
    if scalar < 0x300 { return .glyph(1) }
    if scalar >= 0x2500 && scalar < 0x25FD { return .glyph(1) }
    if scalar >= 0x4E00 && scalar <= 0x9FFF { return .glyph(2) }
    if scalar == 0x200D || (scalar >= 0xFE00 && scalar <= 0xFE0F) { return .ignored }
    if contains(GlyphWidthTable.marks, scalar) { return .mark }
    if contains(GlyphWidthTable.wide, scalar) { return .glyph(2) }
    guard let u = Unicode.Scalar(scalar) else { return .escaped }
    switch u.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate:
      return .escaped
    default:
      return .glyph(1)
    }
  }

  private static func contains(_ table: [ClosedRange<UInt32>], _ scalar: UInt32) -> Bool {
    var low = 0
    var high = table.count
    while low < high {
      let middle = (low + high) / 2
      if scalar > table[middle].upperBound {
        low = middle + 1
      } else if scalar < table[middle].lowerBound {
        high = middle
      } else {
        return true
      }
    }
    return false
  }
}

/// One thing to draw: a scalar with the marks on it.
struct Glyph {
  var base: UInt32
  var marks: [UInt32]
  var width: Int
}

/// Walks a string glyph by glyph, as it is to be drawn. Calls `body` until it returns false.
///
/// Controls of the ASCII range become their pictures (␛, ␀, ␊), everything else that must not be sent raw becomes
/// `\u{202e}`-like escapes in Go's notation (`\u202e`, `\U000e0001`).
@inline(__always)
func forEachGlyph(in text: some Sequence<Unicode.Scalar>, _ body: (Glyph) -> Bool) {
  // A mark can follow, so a glyph is held back until the next one begins.
  var held: Glyph?
  for scalar in text {
    let value = scalar.value
    switch GlyphWidth.kind(of: value) {
    case .glyph(let width):
      if let glyph = held, !body(glyph) { return }
      held = Glyph(base: value, marks: [], width: width)
    case .mark:
      if held == nil {
        held = Glyph(base: 0x25CC, marks: [value], width: 1)  // ◌ carries a mark that has nothing to sit on
      } else if held!.marks.count < 4 {  // ncurses holds at most four marks to a cell
        held!.marks.append(value)
      }
    case .ignored:
      continue
    case .escaped:
      if let glyph = held, !body(glyph) { return }
      held = nil
      if value < 0x20 || value == 0x7F {
        held = Glyph(base: value == 0x7F ? 0x2421 : 0x2400 + value, marks: [], width: 1)
      } else {
        for escape in VisibleText.escape(scalar: value).unicodeScalars {
          if !body(Glyph(base: escape.value, marks: [], width: 1)) { return }
        }
      }
    }
  }
  if let glyph = held { _ = body(glyph) }
}

extension StringProtocol {
  /// The width in cells of this text as ``Canvas`` draws it.
  public var cellWidth: Int {
    var width = 0
    forEachGlyph(in: unicodeScalars) {
      width += $0.width
      return true
    }
    return width
  }
}

/// Text from a guest program, made safe and honest to look at.
public enum VisibleText {
  /// Bytes as a Go string literal would show them, without the quotes: valid UTF-8 stays, invalid bytes become
  /// `\xff`, controls become `\n`, `\t`, `\x1b`, other unprintable characters `\u202e`.
  public static func escaping(_ bytes: some Sequence<UInt8>) -> String {
    var result = ""
    var rest = Array(bytes)[...]
    while !rest.isEmpty {
      var parser = UTF8.ForwardParser()
      var iterator = rest.makeIterator()
      switch parser.parseScalar(from: &iterator) {
      case .emptyInput:
        return result
      case .valid(let encoded):
        append(UTF8.decode(encoded), to: &result)
        rest = rest.dropFirst(encoded.count)
      case .error:
        result += "\\x" + hex(UInt32(rest.first!), digits: 2)  // one byte at a time, as Go's %q does
        rest = rest.dropFirst()
      }
    }
    return result
  }

  private static func append(_ scalar: Unicode.Scalar, to result: inout String) {
    switch scalar {
    case "\n": result += "\\n"
    case "\t": result += "\\t"
    case "\r": result += "\\r"
    default:
      if GlyphWidth.kind(of: scalar.value) == .escaped {
        result += escape(scalar: scalar.value)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
  }

  static func escape(scalar: UInt32) -> String {
    if scalar < 0x80 { return "\\x" + hex(scalar, digits: 2) }
    if scalar < 0x10000 { return "\\u" + hex(scalar, digits: 4) }
    return "\\U" + hex(scalar, digits: 8)
  }

  private static func hex(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
