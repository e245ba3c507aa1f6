import GoSyntax
import SourceText
import Testing

@testable import GoTypes

/// What the tables say about correct programs.
@Suite struct CheckerFindingsTests {
  private func checked(_ body: String, _ declarations: String = "") -> CheckedProgram {
    let program = check("package main\n\n\(declarations)\nfunc main() {\n\(body)\n}\n")
    #expect(program.errors == "")
    return program
  }

  @Test func capturedVariables() throws {
    let program = checked(
      """
      a, b, c := 1, 2, 3
      f := func(p int) func() int {
        d := p + b
        return func() int { return a + d + b }
      }
      _ = f(c)
      """)
    let captures = program.info.closures.values.map(\.captures).filter { $0.contains { program.isOwn($0.position) } }
      .map { $0.map(\.name) }
    // The inner literal is numbered before or after the outer one; both orders name the same sets.
    #expect(Set(captures) == [["b", "a"], ["a", "d", "b"]])
    for name in ["a", "b", "d"] { #expect(try #require(program.variable(name)).isCaptured) }
    #expect(try #require(program.variable("c")).isCaptured == false)
    #expect(try #require(program.variable("p")).kind == .parameter)
  }

  @Test func reassignedAndAddressed() throws {
    let program = checked(
      """
      kept, set, grown, part, addressed, sliced, called := 1, 1, 1, T{}, 1, [3]int{}, T{}
      set = 2
      grown++
      part.x = 3
      p := &addressed
      q := sliced[:]
      called.grow()
      for i := 0; i < kept; i++ { _ = i }
      var late int
      _, late = set, grown
      m := map[string]T{}
      m["a"] = part
      _, _, _ = p, q, late
      """, "type T struct{ x int }\n\nfunc (t *T) grow() { t.x++ }")
    let reassigned = ["set", "grown", "part", "i", "late"]
    let addressed = ["addressed", "sliced", "called"]
    for name in ["kept", "set", "grown", "part", "addressed", "sliced", "called", "p", "i", "late", "m", "t"] {
      let variable = try #require(program.variable(name))
      #expect(variable.isReassigned == reassigned.contains(name), "\(name) reassigned")
      #expect(variable.isAddressTaken == addressed.contains(name), "\(name) addressed")
    }
  }

  @Test func resultsAndSharedLoopVariablesAreReassigned() throws {
    let text = """
      package main

      func f() (err error, kept int) {
        defer func() { _, _ = err, kept }()
        return nil, 1
      }

      func main() { for i, v := range []int{1} { _, _ = i, v } }
      """
    let program = check(text)
    #expect(try #require(program.variable("err")).isReassigned)
    #expect(try #require(program.variable("v")).isReassigned == false)
    let old = check(text, options: CheckOptions(goVersion: .go1_21))
    #expect(try #require(old.variable("v")).isReassigned)
  }

  @Test func loopVariablesAndScopes() throws {
    let program = checked(
      """
      for i := 0; i < 3; i++ {
        inner := i
        _ = inner
      }
      for k, v := range []int{1} { _, _ = k, v }
      after := 1
      _ = after
      """)
    for name in ["i", "k", "v"] { #expect(try #require(program.variable(name)).isLoopVariable) }
    let inner = try #require(program.variable("inner"))
    #expect(!inner.isLoopVariable)
    let text = program.sources.text(inner.scope)
    #expect(text.hasPrefix("\n  _ = inner"))
    #expect(text.hasSuffix("}"))
    #expect(inner.owner != nil && inner.owner == program.functions.first?.decl.id)
  }

  @Test func untypedValuesGetTheirFinalType() throws {
    let program = checked(
      """
      var s uint = 3
      var a float64 = 2
      var b int64 = 1 << s
      var c any = 'x'
      println(a > 1, b, c == nil, 1.0*s)
      """)
    var texts: [String] = []
    for finding in program.ownFindings {
      guard case .basic(let kind) = finding.type, kind.isUntyped else { continue }
      // Parts of constant expressions may stay untyped, values may not.
      if finding.mode != .constant { texts.append(kind.name) }
    }
    #expect(texts == [])
  }

  @Test func selectionsThroughEmbeddedFields() throws {
    let program = checked(
      """
      var d D
      _ = d.x
      d.m()
      f := (*D).m
      g := B.m
      _, _ = f, g
      """, "type B struct{ x int }\n\nfunc (B) m() {}\n\ntype C struct{ *B }\n\ntype D struct {\n\tn int\n\tC\n}")
    let selections = program.info.selections.values.filter { program.isOwn($0.object.position) }
    let field = try #require(selections.first { $0.kind == .field })
    #expect(field.path == [1, 0, 0] && field.isIndirect)
    let method = try #require(selections.first { $0.kind == .method })
    #expect(method.path == [1, 0] && method.isIndirect)
    #expect(selections.filter { $0.kind == .methodExpression }.count == 2)
  }

  @Test func commaOKAndClauseVariables() {
    let program = checked(
      """
      m := map[string]int{}
      v, ok := m["a"]
      w := m["b"]
      var i any = v
      n, ok := i.(int)
      switch x := i.(type) {
      case int: _ = x
      case string, error: _ = x
      default: _ = x
      }
      _, _, _ = ok, w, n
      """)
    let own = program.functions.first { $0.function.name == "main" }!.decl
    #expect(program.info.commaOK.filter { $0 < own.id }.count == 2)
    let clauses = program.info.implicits.values.filter { program.isOwn($0.position) }
    #expect(clauses.map { typeText($0.type, relativeTo: nil) }.sorted() == ["any", "any", "int"])
  }

  @Test func initialisationOrder() throws {
    let program = check(
      """
      package main

      var (
        a = c + b
        b = f()
        c = 1
        x, y = two()
        _ = println
      )

      func f() int { return d + T{}.m() }

      type T struct{}

      func (T) m() int { return e }

      var d = 3
      var e = y

      func two() (int, int) { return 1, 2 }

      func main() {}
      """.replacingOccurrences(of: "  _ = println\n", with: ""))
    #expect(program.errors == "")
    let order = try #require(program.packages.last).initOrder.map { $0.variables.map(\.name).joined(separator: ",") }
    #expect(order == ["c", "x,y", "d", "e", "b", "a"])
  }

  @Test func labels() {
    let program = checked(
      """
      outer:
      for { for { continue outer } }
      """)
    let labels = program.info.defs.filter { if case .label? = $0 { true } else { false } }
    let uses = program.info.uses.filter { if case .label? = $0 { true } else { false } }
    #expect(labels.count == 1 && uses.count == 1)
  }

  @Test func instancesOfGenericCode() throws {
    let program = checked(
      """
      var l List[string]
      l.push("a")
      _ = apply(l.all, func(s string) int { return len(s) })
      _ = max2[float64](1, 2)
      var f func(int, int) int = max2
      _ = f
      """,
      """
      type List[T any] struct{ all []T }

      func (l *List[T]) push(v T) { l.all = append(l.all, v) }

      func apply[A, B any](xs []A, f func(A) B) (out []B) {
        for _, x := range xs { out = append(out, f(x)) }
        return
      }

      func max2[T int | float64](a, b T) T { if a > b { return a }; return b }
      """)
    let arguments = program.info.instances.sorted { $0.key < $1.key }
      .map { typeText($0.value, relativeTo: nil) }
    #expect(
      Set(arguments) == ["T", "string", "string, int", "float64", "int"]
        || Set(arguments) == ["string", "string, int", "float64", "int"])
  }

  @Test func localPackagesAreCheckedWhole() {
    let source = "package main\n\nimport \"example/geometry\"\n\nfunc main() { geometry.Area(2) }\n"
    let good = "package geometry\n\nfunc Area(r float64) float64 { return r * r }\n\nvar Unused = 1\n"
    #expect(check(source, packages: ["example/geometry": good]).errors == "")
    let bad = "package geometry\n\nfunc Area(r float64) float64 { return r * r }\n\nfunc g() { x := 1 }\n"
    #expect(
      check(source, packages: ["example/geometry": bad]).errors
        == "example/geometry.go:5:12: declared and not used: x\n")
  }
}
