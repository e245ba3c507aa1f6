import Foundation
import GoSyntax
import SourceText
import Testing

/// Wrong programs under Errors/, each with what the compiler of Go 1.23.9 reports.
@Suite struct RecordedErrors {
  struct Case: CustomTestStringConvertible {
    var file: String
    var number: Int
    var program: String
    var expected: [String]
    var testDescription: String { "\(file) \(number)" }
  }

  static func load(_ file: String) throws -> [Case] {
    let url = try #require(Bundle.module.url(forResource: file, withExtension: "txt", subdirectory: "Errors"))
    let text = try String(contentsOf: url, encoding: .utf8)
    return text.components(separatedBy: "====\n").dropFirst().enumerated().map { index, part in
      let halves = part.components(separatedBy: "----\n")
      return Case(
        file: file, number: index + 1, program: halves[0].replacing("\n∎\n", with: ""),
        expected: halves[1].split(separator: "\n").map(String.init))
    }
  }

  @Test(arguments: ["headers", "declarations", "statements", "mutants"])
  func asTheCompilerReports(file: String) throws {
    let cases = try RecordedErrors.load(file)
    #expect(cases.count > 30)
    for wrong in cases {
      #expect(messages(wrong.program) == wrong.expected, "\(wrong.testDescription):\n\(wrong.program)")
    }
  }

  /// What Go's parser lets pass and its checker refuses, where the tree has no place for it.
  @Test func checkerErrors() {
    #expect(
      messages("package p\ntype T struct { x int 3; y int 'c' }\nfunc f[P ...int]() {}\n")
        == [
          "2:23: invalid syntax tree: incorrect tag syntax: \"3\"",
          "2:32: invalid syntax tree: incorrect tag syntax: \"'c'\"",
          "3:10: invalid use of '...'",
        ])
    #expect(
      messages("package p\ntype T struct { x int 3 }\nvar x\n") == [
        "3:6: syntax error: unexpected newline, expected type"
      ])
  }

  @Test func oneSyntaxErrorPerLine() {
    #expect(
      messages("package p\nvar x = ) ; var y = )\nvar z = )\n") == [
        "2:9: syntax error: unexpected ), expected expression",
        "3:9: syntax error: unexpected ), expected expression",
      ])
  }
}

@Suite struct HostileInput {
  /// Deep nesting of every kind ends in one clear error at the place where it goes too deep.
  @Test(arguments: [
    ("var x = ", "(", "", ")"), ("var x = ", "[]int{", "", "}"), ("var x = ", "- ", "1", ""),
    ("var x = ", "f(", "", ")"),
    ("var x = ", "a[", "", "]"), ("var x = ", "func() { _ = ", "1", "}"), ("var x ", "*", "int", ""),
    ("var x ", "[]", "int", ""), ("var x ", "func(", "", ")"), ("var x ", "struct{ a ", "int", "}"),
    ("var x ", "interface{ a(", "", ")}"), ("var x ", "map[", "int", "]int"), ("var x = 1", " + 1", "", ""),
    ("var x = a", ".b", "", ""), ("var x = a", "()", "", ""), ("var x = ", "T{{", "", "}}"),
    ("var x = ", "<-", "c", ""),
    ("func f() {", "{", "", "}"), ("func f() {", "if x {", "", "}"), ("func f() {", "for {", "", "}"),
    ("func f() {", "switch { case x: ", "", "}"), ("func f() {", "L: ", "", ""),
    ("func f() {", "if x {} else ", "", ""),
    ("func f() {", "select { case <-c: ", "", "}"), ("type T[P ", "int|", "int", ""),
    ("type T interface {", "int|", "int", ""),
  ])
  func depth(prefix: String, open: String, middle: String, close: String) {
    for count in [Parser.maximumHeight + 1, 100_000] {
      let text =
        "package p\n" + prefix + String(repeating: open, count: count) + middle + String(repeating: close, count: count)
      let found = messages(text)
      #expect(found.count == 1)
      #expect(found.first?.contains("not supported yet: nesting deeper than ") == true)
    }
  }

  /// A chain at the bottom of which another stands, and so on, is as high as all of them.
  @Test func heightsAddUp() {
    let chain = String(repeating: " + 1", count: 100)
    let text = String(repeating: "(", count: 20) + "1" + String(repeating: "\(chain))", count: 20)
    #expect(messages("package p\nvar x = \(text)\n").count == 1)
    #expect(messages("package p\nvar x = []int{\(String(repeating: "1\(chain), ", count: 100))}\n") == [])
  }

  @Test func whatIsBelowTheLimitIsFine() {
    let count = Parser.maximumNesting - 10
    let text = "package p\nvar x = \(String(repeating: "(", count: count))1\(String(repeating: ")", count: count))\n"
    #expect(messages(text) == [])
    #expect(messages("package p\nvar x = 1\(String(repeating: " + 1", count: Parser.maximumHeight - 10))\n") == [])
  }

  @Test func hugeLines() {
    let name = String(repeating: "x", count: 5_000_000)
    #expect(messages("package p; var \(name) = \"\(name)\" // \(name)\n") == [])
    let many = String(repeating: "1, ", count: 100_000)
    #expect(messages("package p\nvar s = []int{\(many)}\n") == [])
    #expect(messages("package p\nvar s = []int{\(many)") != [])
  }

  @Test func anyBytesEndInATree() {
    for byte in UInt8.min...UInt8.max {
      for prefix in ["", "package p\nfunc f() { ", "package p\nvar x = \"", "package p\nvar x = 1"] {
        var ids = NodeIDs()
        let source = SourceFile(name: "x.go", bytes: Array(prefix.utf8) + [byte])
        for mode in [ParseMode.full, .declarationsOnly] {
          _ = Parser.parse(source, id: FileID(0), ids: &ids, mode: mode)
        }
      }
    }
  }
}
