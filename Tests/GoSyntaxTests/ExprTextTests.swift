import GoSyntax
import SourceText
import Testing

/// As cmd/compile/internal/syntax prints nodes in ShortForm (Go 1.23.9).
@Suite struct ExpressionText {
  @Test(arguments: [
    "x", "a + b * c", "-x", "*p", "<-c", "f(x, y...)", "a.b[1:2:3]", "x.(T)", "x.(type)", "(a + b)", "[...]int{…}",
    "T{}", "&T{…}", "func(a, b int, c ...string) (n int, err error) {…}", "func() {}", "map[string][]int{}",
    "f[int, string](1)", "struct{a, b int; *T; p.U}{}", "interface{M(x int) string; ~int | string}", "chan<- int",
    "chan (<-chan int)", "a[:]", "a[i:]", "\"s\"", "'c'", "1e3",
  ])
  func roundTrip(text: String) {
    #expect(
      ExprText.render(expression(text.replacing("{…}", with: text.hasPrefix("func") ? "{ f() }" : "{1}"))) == text)
  }

  @Test func spacesAreGo() {
    #expect(ExprText.render(expression("a+b<<c")) == "a + b << c")
    #expect(ExprText.render(expression("f (a,b)")) == "f(a, b)")
    #expect(ExprText.render(expression("func(a int, b int) { }")) == "func(a int, b int) {}")
    #expect(ExprText.render(expression("[](*T){}")) == "[]*T{}")
  }
}
