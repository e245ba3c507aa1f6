import Testing

@testable import Insight

@Suite struct QuantityTests {
  @Test(arguments: [
    (0, "0 B"), (24, "24 B"), (1023, "1023 B"), (1024, "1 KiB"), (1230, "1.2 KiB"), (2048, "2 KiB"),
    (4 << 20, "4 MiB"), (1_000_000_000, "953.7 MiB"), (-24, "-24 B"),
  ])
  func bytes(count: Int, text: String) { #expect(Quantity.bytes(count) == text) }

  @Test(arguments: [(0, "0"), (999, "999"), (1204, "1,204"), (1_234_567, "1,234,567")] as [(UInt64, String)])
  func grouped(number: UInt64, text: String) { #expect(Quantity.grouped(number) == text) }
}

@Suite struct QuotingTests {
  @Test(arguments: [
    ("plain", "\"plain\""), ("a\"b\\", "\"a\\\"b\\\\\""), ("tab\tnl\n", "\"tab\\tnl\\n\""), ("世界", "\"世界\""),
    ("\u{1b}[31m", "\"\\x1b[31m\""), ("\u{200b}", "\"\\u200b\""), ("\u{85}", "\"\\u0085\""),
  ])
  func text(text: String, quoted: String) { #expect(Quoting.quote(Array(text.utf8)) == quoted) }

  @Test func invalidBytesShowAsThemselves() {
    #expect(Quoting.quote([0x61, 0xff, 0xe4, 0xb8, 0x62]) == "\"a\\xff\\xe4\\xb8b\"")
  }
}

@Suite struct CatalogueTests {
  @Test func everyKeyHasANameAndAHelpLine() {
    let english = English()
    for key in Message.Key.allCases {
      #expect(!english.text(.key(key)).isEmpty)
      #expect(!english.text(.helpLine(key)).isEmpty)
    }
  }
}
