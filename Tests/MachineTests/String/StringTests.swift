import MachineCode
import Testing

@testable import Machine

@Suite struct StringTests {
  let fixture: HeapFixture
  /// Sites without and with a buffer (at word 100 of the scratch frame).
  let plain: Int32 = 0
  let buffered: Int32 = 1

  init() {
    fixture = HeapFixture { assembler in
      _ = assembler.site(Assembler.string)
      _ = assembler.site(Assembler.string)
      assembler.sites[1].bufferSlot = 800
    }
  }

  func concat(_ parts: [String], site: Int32) -> (text: String, address: UInt64) {
    let words = parts.flatMap { fixture.string($0) }
    let result = fixture.execute(.concat, w: UInt16(parts.count), 640, 0, site, words).words
    return (fixture.text(result[80], result[81]), result[80])
  }

  @Test func concatenates() {
    #expect(concat(["ab", "", "c", "défg"], site: plain).text == "abcdéfg")
    #expect(concat(["", ""], site: plain).address == 0)
    let long = String(repeating: "x", count: 100)
    #expect(concat([long, long], site: buffered).text == long + long)
    // A single text is its own result.
    let words = fixture.string("alone") + [0, 0]
    #expect(fixture.execute(.concat, w: 2, 640, 0, plain, words).words[80] == words[0])
    // Up to 32 bytes that do not escape lie in the frame.
    let short = concat(["hello, ", "world"], site: buffered)
    #expect(short.text == "hello, world" && fixture.machine.heap.isStack(short.address))
    #expect(fixture.machine.block(at: concat(["hello, ", "world"], site: plain).address)?.type == nil)
  }

  @Test func aTextOnTheStackIsCopiedWhenItEscapes() {
    let short = concat(["on ", "stack"], site: buffered)
    let result = fixture.execute(.concat, w: 2, 640, 0, plain, [short.address, 8, 0, 0]).words
    #expect(fixture.text(result[80], result[81]) == "on stack" && !fixture.machine.heap.isStack(result[80]))
  }

  @Test func byteSlicesHaveGosCapacities() {
    for (length, capacity) in GrowthRecord.byteCapacities {
      let result = fixture.execute(
        .stringToBytes, 640, 0, plain, fixture.string(String(repeating: "q", count: length))
      ).words
      #expect(result[81] == UInt64(length) && result[82] == UInt64(capacity), "length \(length)")
      let bytes = fixture.machine.memory.bytes(result[80], capacity)
      #expect(bytes == (0..<capacity).map { $0 < length ? UInt8(ascii: "q") : 0 })
    }
    let short = fixture.execute(.stringToBytes, 640, 0, buffered, fixture.string("abc")).words
    #expect(short[81...82] == [3, 32])
  }

  @Test func runeSlicesHaveGosCapacities() {
    for (length, capacity) in GrowthRecord.runeCapacities {
      let result = fixture.execute(
        .stringToRunes, 640, 0, plain, fixture.string(String(repeating: "q", count: length))
      ).words
      #expect(result[81] == UInt64(length) && result[82] == UInt64(capacity), "length \(length)")
    }
  }

  @Test func runesGoThereAndBack() {
    let text = "aé世🙂\u{0}z"
    let runes = fixture.execute(.stringToRunes, 640, 0, plain, fixture.string(text)).words
    let values = (0..<runes[81]).map { fixture.machine.memory.load(runes[80] + $0 * 4, as: UInt32.self) }
    #expect(values == text.unicodeScalars.map(\.value))
    let back = fixture.execute(.runesToString, 640, 0, plain, Array(runes[80...82])).words
    #expect(fixture.text(back[80], back[81]) == text)
  }

  /// Go's answer for each is U+FFFD, one per byte.
  @Test(arguments: [
    [0x80], [0xc0, 0x80], [0xc1, 0xbf], [0xe0, 0x80, 0x80], [0xed, 0xa0, 0x80], [0xf0, 0x80, 0x80, 0x80],
    [0xf4, 0x90, 0x80, 0x80], [0xf5, 0x80], [0xe4, 0xb8], [0xff],
  ]) func invalidBytesAreReplacedOneByOne(bytes: [UInt8]) {
    bytes.withUnsafeBytes { text in
      var at = 0
      while at < text.count {
        let (rune, width) = UTF8Decoding.decode(text, at)
        #expect(rune == 0xfffd && width == 1)
        at += width
      }
    }
  }

  @Test func everyScalarDecodesAsItWasEncoded() {
    for value in stride(from: Int32(0), through: 0x10ffff, by: 17) where !(0xd800...0xdfff).contains(value) {
      var bytes: [UInt8] = []
      UTF8Decoding.append(value, to: &bytes)
      let (rune, width) = bytes.withUnsafeBytes { UTF8Decoding.decode($0, 0) }
      #expect(rune == value && width == bytes.count)
      #expect(bytes == Array(String(Unicode.Scalar(UInt32(value))!).utf8))
    }
  }

  @Test func runeToStringReplacesWhatIsNoRune() {
    for (value, expected) in [
      (65, "A"), (0x4e16, "世"), (-1, "\u{fffd}"), (0x110000, "\u{fffd}"), (1 << 40, "\u{fffd}"),
    ] {
      let words = fixture.execute(.runeToString, 640, 0, plain, [UInt64(bitPattern: Int64(value))]).words
      #expect(fixture.text(words[80], words[81]) == expected)
    }
  }

  @Test func comparesBytewise() {
    let texts = ["", "a", "ab", "abc", "b", "é", "世", "ab\u{0}"]
    for left in texts {
      for right in texts {
        let words = fixture.string(left) + fixture.string(right)
        let order = Int64(bitPattern: fixture.execute(.compareString, 640, 0, 16, words).words[80])
        let expected = Array(left.utf8).lexicographicallyPrecedes(Array(right.utf8)) ? -1 : left == right ? 0 : 1
        #expect(order == expected)
        #expect(fixture.execute(.eqString, 640, 0, 16, words).words[80] & 1 == (left == right ? 1 : 0))
      }
    }
  }
}
