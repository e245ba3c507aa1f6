/// A recording in asciicast v2 (one JSON header line, then one JSON array to a line: time, "o", data).
/// Times are given, never read from a clock, so a recording is the same each time.
public struct Asciicast: Sendable {
  private let writer: ANSIWriter
  private let title: String?
  private var last: Canvas?
  private var size: Size?
  private var events: [String] = []

  public init(theme: Theme, depth: ColourDepth = .trueColour, title: String? = nil) {
    writer = ANSIWriter(theme: theme, depth: depth)
    self.title = title
  }

  /// Adds a frame, `time` seconds from the start. Only what changed is written.
  public mutating func frame(_ canvas: Canvas, at time: Double) {
    if size == nil { size = canvas.size }
    let prologue = last == nil ? "\u{1b}[?25l" : ""
    let data = prologue + writer.update(from: last, to: canvas)
    last = canvas
    guard !data.isEmpty else { return }
    events.append("[\(Asciicast.seconds(time)), \"o\", \(Asciicast.quoted(data))]\n")
  }

  /// The file so far.
  public var text: String {
    let size = size ?? Size(80, 24)
    let name = title.map { ", \"title\": \(Asciicast.quoted($0))" } ?? ""
    return "{\"version\": 2, \"width\": \(size.width), \"height\": \(size.height)\(name)}\n" + events.joined()
  }

  /// Microseconds, in decimal without an exponent.
  private static func seconds(_ time: Double) -> String {
    let micros = Int((max(0, time) * 1_000_000).rounded())
    let fraction = String(micros % 1_000_000)
    return "\(micros / 1_000_000)." + String(repeating: "0", count: 6 - fraction.count) + fraction
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      default:
        if scalar.value < 0x20 || scalar.value == 0x7F {
          let digits = String(scalar.value, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}
