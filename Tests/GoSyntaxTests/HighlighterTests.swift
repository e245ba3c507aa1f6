import GoSyntax
import SourceText
import Testing

@Suite struct Highlighting {
  private func classes(_ text: String, line: Int) -> [String] {
    let source = SourceFile(name: "x.go", text: text)
    return Highlighter(source, id: FileID(0)).tokens(onLine: line).map { token in
      let bytes = source.bytes[Int(token.span.start)..<Int(token.span.end)]
      return "\(token.class) \(String(decoding: bytes, as: UTF8.self))"
    }
  }

  @Test func everyClass() {
    #expect(
      classes("func f(s string) { return 1 + len(`a`) } // c", line: 1) == [
        "keyword func", "identifier f", "operator (", "identifier s", "builtin string", "operator )", "operator {",
        "keyword return", "number 1", "operator +", "builtin len", "operator (", "string `a`", "operator )",
        "operator }", "comment // c",
      ])
  }

  @Test func tokensOverSeveralLinesAreCut() {
    let text = "x /* a\nb\nc */ y\r\nz"
    #expect(classes(text, line: 1) == ["identifier x", "comment /* a"])
    #expect(classes(text, line: 2) == ["comment b"])
    #expect(classes(text, line: 3) == ["comment c */", "identifier y"])
    #expect(classes(text, line: 4) == ["identifier z"])
    #expect(classes(text, line: 5) == [])
  }

  @Test func brokenTextIsColouredToo() {
    #expect(classes("var s = \"abc\n} 'x\n", line: 1) == ["keyword var", "identifier s", "operator =", "string \"abc"])
    #expect(classes("/* open\nmore", line: 2) == ["comment more"])
  }
}
