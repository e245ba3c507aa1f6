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
  public var indexed: UInt8 { nearestIndex { _ in true } ?? 16 }

  /// The nearest of those colours of which `isFree`; the lowest of equals. Nil where none is.
  public func nearestIndex(where isFree: (UInt8) -> Bool) -> UInt8? {
    var best: (distance: Int, index: UInt8)?
    for index in UInt8(16)...255 where isFree(index) {
      let (r, g, b) = Colour.xterm(index)
      let (dr, dg, db) = (r - Int(red), g - Int(green), b - Int(blue))
      let distance = 2 * dr * dr + 4 * dg * dg + 3 * db * db
      if best == nil || distance < best!.distance { best = (distance, index) }
    }
    return best?.index
  }

  /// What xterm shows for 16...255.
  private static func xterm(_ index: UInt8) -> (Int, Int, Int) {
    if index >= 232 {
      let level = 8 + 10 * (Int(index) - 232)
      return (level, level, level)
    }
    func step(_ n: Int) -> Int { n == 0 ? 0 : 55 + 40 * n }
    let n = Int(index) - 16
    return (step(n / 36), step(n / 6 % 6), step(n % 6))
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
