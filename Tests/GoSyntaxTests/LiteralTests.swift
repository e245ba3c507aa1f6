import GoSyntax
import SourceText
import Testing

@Suite struct Literals {
  @Test(arguments: [
    (#""a\tb\"\\""#, Array("a\tb\"\\".utf8)),
    (#""\x00\xff\377\u00e9\U0001F600""#, [0, 0xff, 0xff, 0xc3, 0xa9, 0xf0, 0x9f, 0x98, 0x80]),
    ("`a\\n\r\n\"`", Array("a\\n\n\"".utf8)),
    ("\"世\"", Array("世".utf8)),
    (#""\a\b\f\n\r\v""#, [7, 8, 12, 10, 13, 11]),
    ("\"\"", []),
  ])
  func strings(literal: String, bytes: [UInt8]) { #expect(StringLiteral.decode(literal) == bytes) }

  @Test(arguments: [
    "\"", "\"a", #""\q""#, #""\'""#, #""\400""#, #""\xg0""#, #""\ud800""#, #""\U00110000""#, #""\""#, "\"\n\"", "abc",
    "``` `", #""\x1""#,
  ])
  func malformedStrings(literal: String) { #expect(StringLiteral.decode(literal) == nil) }

  @Test(arguments: [
    ("'a'", 97), (#"'\''"#, 39), (#"'\n'"#, 10), (#"'\x7f'"#, 127), (#"'\377'"#, 255), ("'世'", 0x4e16),
    (#"'\U0010FFFF'"#, 0x10ffff), (#"'"'"#, 34), ("'\u{301}'", 0x301),
  ])
  func runes(literal: String, value: UInt32) { #expect(StringLiteral.rune(literal) == value) }

  @Test(arguments: ["''", "'ab'", #"'\"'"#, "'", "'''", #"'\400'"#])
  func malformedRunes(literal: String) { #expect(StringLiteral.rune(literal) == nil) }

  @Test(
    arguments: [
      ("1_000", LiteralKind.int, 10, "1000", nil), ("0x_FFp", .int, 16, "FF", ""), ("0b101", .int, 2, "101", nil),
      ("0o17", .int, 8, "17", nil), ("017", .int, 8, "17", nil), ("0", .int, 10, "0", nil),
      ("08.5", .float, 10, "08.5", nil), ("1e-9", .float, 10, "1", "-9"), ("0x1.8p+3", .float, 16, "1.8", "+3"),
      ("010i", .imaginary, 10, "010", nil), ("0x10i", .imaginary, 16, "10", nil), (".5E3i", .imaginary, 10, ".5", "3"),
    ] as [(String, LiteralKind, Int, String, String?)])
  func numbers(literal: String, kind: LiteralKind, base: Int, mantissa: String, exponent: String?) {
    let number = NumberLiteral(literal, kind: kind)
    #expect(number.base == base)
    #expect(number.mantissa == mantissa)
    #expect(number.exponent == exponent)
  }

  /// Recorded from the compiler of Go 1.23.9, for `var x = LITERAL`.
  @Test(arguments: [
    ("08", "10: invalid digit '8' in octal literal"),
    ("0b12", "12: invalid digit '2' in binary literal"),
    ("0o18", "12: invalid digit '8' in octal literal"),
    ("1__0", "11: '_' must separate successive digits"),
    ("1_", "10: '_' must separate successive digits"),
    ("0_", "10: '_' must separate successive digits"),
    ("0x", "11: hexadecimal literal has no digits"),
    ("0b.1", "11: invalid radix point in binary literal"),
    ("1e", "11: exponent has no digits"),
    ("0x1.0", "14: hexadecimal mantissa requires a 'p' exponent"),
    ("1p3", "10: 'p' exponent requires hexadecimal mantissa"),
    ("0b1e3", "12: 'e' exponent requires decimal mantissa"),
    ("''", "10: empty rune literal or unescaped '"),
    ("'ab'", "9: more than one character in rune literal"),
    ("'a", "11: newline in rune literal"),
    ("\"a", "11: newline in string"),
    ("`a", "9: string not terminated"),
    (#""\q""#, "11: unknown escape"),
    (#""\'""#, "11: unknown escape"),
    (#""\xg""#, "12: invalid character 'g' in hexadecimal escape"),
    (#""\08""#, "12: invalid character '8' in octal escape"),
    (#""\400""#, "14: octal escape value 256 > 255"),
    (#""\ud800""#, "16: escape is invalid Unicode code point U+D800"),
    (#"'\U00110000'"#, "20: escape is invalid Unicode code point U+110000"),
    ("1 /*", "11: comment not terminated"),
  ])
  func errors(literal: String, message: String) {
    #expect(messages("package p\nvar x = \(literal)\n") == ["2:" + message])
  }

  @Test func charactersThatGoDrops() {
    func messages(_ bytes: [UInt8]) -> [String] {
      var ids = NodeIDs()
      let source = SourceFile(name: "x.go", bytes: bytes)
      return Parser.parse(source, id: FileID(0), ids: &ids, mode: .full).diagnostics.map {
        "\($0.position.offset): \($0.message)"
      }
    }
    let bom: [UInt8] = [0xef, 0xbb, 0xbf]
    #expect(messages(bom + Array("package p\n".utf8)) == [])
    #expect(messages(Array("package p\n".utf8) + bom) == ["10: invalid BOM in the middle of the file"])
    #expect(messages(Array("package p\n\0var x int\n".utf8)) == ["10: invalid NUL character"])
    #expect(
      messages(Array("package p\nvar x\u{0}y = \"".utf8) + [0xff, 0x22]) == [
        "15: invalid NUL character", "21: invalid UTF-8 encoding",
      ])
    #expect(
      messages(Array("package p // ".utf8) + [0xc0, 0x80, 0x0a]) == [
        "13: invalid UTF-8 encoding"
      ])
    #expect(
      messages(Array("package p\nvar “x” = 1\n".utf8)) == [
        "14: invalid character U+201C '“' in identifier", "18: invalid character U+201D '”' in identifier",
      ])
    #expect(
      messages(Array("package p\nvar ٣x = 1 # 2\n".utf8)) == [
        "14: identifier cannot begin with digit U+0663 '٣'", "22: invalid character U+0023 '#'",
        "24: syntax error: unexpected literal 2 after top level declaration",
      ])
  }
}
