/// Go's UTF-8 (unicode/utf8, runtime/utf8.go): an invalid byte is U+FFFD of width 1; surrogates, overlong forms and values
/// above U+10FFFF are invalid.
enum UTF8Decoding {
  static let replacement: Int32 = 0xfffd

  /// The rune at an index within the text, and its width in bytes, 1 ... 4.
  @inline(__always)
  static func decode(_ text: UnsafeRawBufferPointer, _ index: Int) -> (rune: Int32, width: Int) {
    let first = text[index]
    if first < 0x80 { return (Int32(first), 1) }
    return decodeLong(text, index, first)
  }

  private static func decodeLong(_ text: UnsafeRawBufferPointer, _ index: Int, _ first: UInt8) -> (Int32, Int) {
    func tail(_ offset: Int) -> Int32? {
      guard index + offset < text.count else { return nil }
      let byte = text[index + offset]
      return byte & 0xc0 == 0x80 ? Int32(byte & 0x3f) : nil
    }
    switch first {
    case 0xc2...0xdf:
      if let b = tail(1) { return (Int32(first & 0x1f) << 6 | b, 2) }
    case 0xe0...0xef:
      if let b = tail(1), let c = tail(2) {
        let rune = Int32(first & 0x0f) << 12 | b << 6 | c
        if rune >= 0x800, !(0xd800...0xdfff).contains(rune) { return (rune, 3) }
      }
    case 0xf0...0xf4:
      if let b = tail(1), let c = tail(2), let d = tail(3) {
        let rune = Int32(first & 0x07) << 18 | b << 12 | c << 6 | d
        if (0x10000...0x10ffff).contains(rune) { return (rune, 4) }
      }
    default: break
    }
    return (replacement, 1)
  }

  /// Appends the bytes of a rune; of U+FFFD for what is no rune.
  static func append(_ rune: Int32, to bytes: inout [UInt8]) {
    switch rune {
    case 0..<0x80:
      bytes.append(UInt8(rune))
    case 0x80..<0x800:
      bytes += [0xc0 | UInt8(rune >> 6), 0x80 | UInt8(rune & 0x3f)]
    case 0x800..<0xd800, 0xe000..<0x10000:
      bytes += [0xe0 | UInt8(rune >> 12), 0x80 | UInt8(rune >> 6 & 0x3f), 0x80 | UInt8(rune & 0x3f)]
    case 0x10000...0x10ffff:
      bytes += [
        0xf0 | UInt8(rune >> 18), 0x80 | UInt8(rune >> 12 & 0x3f), 0x80 | UInt8(rune >> 6 & 0x3f),
        0x80 | UInt8(rune & 0x3f),
      ]
    default:
      append(replacement, to: &bytes)
    }
  }
}
