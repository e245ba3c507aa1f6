/// Strings for the screen: quoted as Go's %q quotes them, so that no control character of the guest reaches a terminal.
public enum Quoting {
  /// The bytes in double quotes; `…` behind them when they were cut off.
  public static func quote(_ bytes: [UInt8], isCut: Bool = false) -> String {
    "\"" + escape(bytes) + "\"" + (isCut ? "…" : "")
  }

  /// The same without quotes.
  public static func escape(_ bytes: [UInt8]) -> String {
    var text = ""
    var rest = bytes[...]
    while let first = rest.first {
      if first < 0x80 {
        text += escape(Unicode.Scalar(first))
        rest = rest.dropFirst()
        continue
      }
      // A wrong byte is shown as itself; a right sequence is taken whole.
      let length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2
      let sequence = rest.prefix(length)
      if let scalar = decode(sequence) {
        text += scalar.properties.isDefaultIgnorableCodePoint || isControl(scalar) ? hex(scalar) : String(scalar)
        rest = rest.dropFirst(length)
      } else {
        text += "\\x" + padded(String(first, radix: 16), 2)
        rest = rest.dropFirst()
      }
    }
    return text
  }

  private static func decode(_ bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
    guard let text = String(validating: bytes, as: UTF8.self), text.unicodeScalars.count == 1 else { return nil }
    return text.unicodeScalars.first
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: true
    default: false
    }
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\n": "\\n"
    case "\t": "\\t"
    case "\r": "\\r"
    case "\"": "\\\""
    case "\\": "\\\\"
    default:
      scalar.value < 0x20 || scalar.value == 0x7f ? "\\x" + padded(String(scalar.value, radix: 16), 2) : String(scalar)
    }
  }

  private static func hex(_ scalar: Unicode.Scalar) -> String {
    scalar.value > 0xffff
      ? "\\U" + padded(String(scalar.value, radix: 16), 8) : "\\u" + padded(String(scalar.value, radix: 16), 4)
  }

  private static func padded(_ digits: String, _ width: Int) -> String {
    String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
