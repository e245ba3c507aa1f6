/// A colour, with its stand-in for terminals that have only the sixteen ANSI colours.
public struct Colour: Hashable, Sendable {
  public let red: UInt8
  public let green: UInt8
  public let blue: UInt8
  /// The ANSI colour, 0...15, chosen by eye: nearest in RGB is rarely nearest in meaning. Eight-colour terminals take
  /// the lower three bits, and bold for the bright half.
  public let ansi: UInt8

  public init(_ rgb: UInt32, ansi: UInt8) {
    red = UInt8(rgb >> 16 & 0xFF)
    green = UInt8(rgb >> 8 & 0xFF)
    blue = UInt8(rgb & 0xFF)
    self.ansi = ansi
  }

  /// `#rrggbb`.
  public var hex: String {
    let value = UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
    let digits = String(value, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }

  /// The nearest of colours 16...255 of xterm's palette: a 6×6×6 cube and 24 greys.
  public var indexed: UInt8 {
    let steps: [Int] = [0, 95, 135, 175, 215, 255]
    func nearest(_ v: UInt8) -> Int { steps.indices.min { abs(steps[$0] - Int(v)) < abs(steps[$1] - Int(v)) }! }
    func distance(_ r: Int, _ g: Int, _ b: Int) -> Int {
      let (dr, dg, db) = (r - Int(red), g - Int(green), b - Int(blue))
      return 2 * dr * dr + 4 * dg * dg + 3 * db * db
    }
    let (r, g, b) = (nearest(red), nearest(green), nearest(blue))
    let cube = distance(steps[r], steps[g], steps[b])
    let mean = (Int(red) + Int(green) + Int(blue)) / 3
    let grey = min(23, max(0, (mean - 3) / 10))
    let level = 8 + 10 * grey
    return distance(level, level, level) < cube ? UInt8(232 + grey) : UInt8(16 + 36 * r + 6 * g + b)
  }

  /// Relative luminance as WCAG 2.1 defines it, 0 (black) to 1 (white).
  public var luminance: Double {
    func linear(_ v: UInt8) -> Double {
      // A cubic through the sRGB curve, good to 0.002: the standard library has no pow.
      let x = Double(v) / 255
      return x * (x * (x * 0.305306011 + 0.682171111) + 0.012522878)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// WCAG's contrast ratio, 1 (none) to 21 (black on white).
  public func contrast(with other: Colour) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }
}

/// What a terminal can show.
public enum ColourDepth: Int, Comparable, CaseIterable, Sendable {
  /// Attributes only.
  case none = 0
  case eight = 8
  case sixteen = 16
  /// xterm's 256.
  case indexed = 256
  case trueColour = 16_777_216

  public static func < (a: ColourDepth, b: ColourDepth) -> Bool { a.rawValue < b.rawValue }
}
