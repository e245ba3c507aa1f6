import GoSyntax
import SourceText
import Testing

/// Columns of nodes as Go's compiler counts them; recorded from cmd/compile/internal/syntax of Go 1.23.9.
@Suite struct NodePositions {
  /// Columns (from 1) of `pos`, of `errorPosition`, of the span's two ends.
  private func columns(_ text: String) -> [Int] {
    let node = expression(text)
    return [node.pos.offset, node.errorPosition.offset, node.span.start, node.span.end].map { Int($0) + 1 }
  }

  @Test(arguments: [
    ("a + b", [3, 1, 1, 6]),
    ("f(x)", [2, 1, 1, 5]),
    ("a.b", [2, 1, 1, 4]),
    ("a[1:2]", [2, 2, 1, 7]),
    ("a[1]", [2, 1, 1, 5]),
    ("a.(T)", [2, 1, 1, 6]),
    ("T{1}", [2, 1, 1, 5]),
    ("[]int{}", [6, 1, 1, 8]),
    ("(a + b)", [1, 1, 1, 8]),
    ("-x", [1, 1, 1, 3]),
    ("func() {}", [1, 1, 1, 10]),
    ("func() int", [5, 5, 1, 11]),
    ("a.b(c)[1:].d", [11, 7, 1, 13]),
    ("x*y + z", [5, 1, 1, 8]),
    ("&T{}", [1, 1, 1, 5]),
  ])
  func expressions(text: String, expected: [Int]) { #expect(columns(text) == expected) }

  @Test(arguments: [
    ("x = 1", 3), ("x := 1", 3), ("x += 1", 3), ("x++", 2), ("c <- 1", 3), ("f(x)", 2), ("L: x()", 2), ("return", 1),
    ("for {}", 1), ("if x {}", 1), ("{}", 1), ("var x int", 1), ("go f()", 1),
  ])
  func statements(text: String, column: Int) {
    let prefix = "package p; func f() { "
    let (file, _, _) = parse(prefix + text + " }")
    guard case .func(let function)? = file.decls.first, let statement = function.body?.statements.first else {
      Issue.record("no statement")
      return
    }
    #expect(Int(statement.pos.offset) - prefix.utf8.count + 1 == column)
    #expect(Int(statement.span.start) == prefix.utf8.count)
    #expect(Int(statement.span.end) == prefix.utf8.count + text.utf8.count)
  }

  /// Every id of a parse is given once, and the trees of two files share none.
  @Test func identifiersAreDense() {
    var ids = NodeIDs()
    let source = SourceFile(name: "a.go", text: "package p\nfunc f(a, b int) { x := a + b; _ = x }\n")
    _ = Parser.parse(source, id: FileID(0), ids: &ids, mode: .full)
    let first = ids.count
    _ = Parser.parse(source, id: FileID(1), ids: &ids, mode: .full)
    #expect(ids.count == 2 * first)
  }
}
