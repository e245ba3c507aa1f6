import SourceText
import Testing

@testable import GoTypes

@Suite struct TypeTextTests {
  let notation = TypeNotation()

  init() {
    let list = Package(path: "container/list", name: "list", isLibrary: true)
    notation.declare("List", "struct{n int}", in: list)
    notation.declare("T", "struct{}")
    notation.declareGeneric("G", [("A", "any")], "struct{x A}")
    notation.declareGeneric("P", [("K", "comparable"), ("V", "any")], "map[K]V")
  }

  /// As types2 words them in messages.
  @Test(arguments: [
    ("struct{X int; y *T; T}", "struct{X int; y *T; T}"),
    ("interface{M(); m(a int) string}", "interface{M(); m(a int) string}"),
    ("interface{error; N()}", "interface{N(); error}"),
    ("func(a int, b ...string) (x int, e error)", "func(a int, b ...string) (x int, e error)"),
    ("func(int) T", "func(int) T"),
    ("chan (<-chan int)", "chan (<-chan int)"),
    ("<-chan chan<- byte", "<-chan chan<- byte"),
    ("map[string][]rune", "map[string][]rune"),
    ("[3]any", "[3]any"),
    ("interface{}", "interface{}"),
    ("list.List", "list.List"),
    ("P[string, G[int]]", "P[string, G[int]]"),
    ("G", "G[A any]"),
    ("P", "P[K comparable, V any]"),
    ("unsafe.Pointer", "unsafe.Pointer"),
    ("interface{~int | ~string; M()}", "interface{M(); ~int | ~string}"),
  ])
  func messages(_ source: String, _ text: String) {
    #expect(typeText(notation.parse(source), relativeTo: notation.main) == text)
  }

  /// As `%T` prints them in a program built by Go 1.23.
  @Test(arguments: [
    ("struct{X int; y list.List; T}", "struct { X int; y list.List; main.T }"),
    ("struct{}", "struct {}"),
    ("interface{M(); m(a int) string}", "interface { M(); main.m(int) string }"),
    ("any", "interface {}"),
    ("error", "error"),
    ("func(a int, b ...string) (x int, e error)", "func(int, ...string) (int, error)"),
    ("func(func(int) int) func()", "func(func(int) int) func()"),
    ("chan (<-chan int)", "chan (<-chan int)"),
    ("[3]map[string][]byte", "[3]map[string][]uint8"),
    ("G[int]", "main.G[int]"),
    ("P[int, G[T]]", "main.P[int,main.G[main.T]]"),
    ("G[*list.List]", "main.G[*container/list.List]"),
    ("G[struct{x int}]", "main.G[struct { main.x int }]"),
    ("G[func(a int, s string) (int, error)]", "main.G[func(int, string) (int, error)]"),
    ("G[any]", "main.G[interface {}]"),
  ])
  func running(_ source: String, _ text: String) {
    #expect(runtimeTypeText(notation.parse(source)) == text)
  }

  @Test func localTypesAreNumberedInsideInstancesOnly() {
    let local = notation.declare("L", "int")
    local.name.localIndex = 2
    #expect(runtimeTypeText(.named(local)) == "main.L")
    #expect(runtimeTypeText(notation.parse("G[L]")) == "main.G[main.L·2]")
  }

  @Test func aParameterNamedAsAPredeclaredTypeSaysSo() {
    let parameter = notation.declareParameters([("int", "any")])[0]
    #expect(typeText(.typeParam(parameter), relativeTo: notation.main) == "int")
    #expect(
      typeText(.typeParam(parameter), relativeTo: notation.main, place: { _ in "x.go:3:8" })
        == "int /* with int declared at x.go:3:8 */")
  }

  @Test func withoutAPackageNamesAreQualifiedByPath() {
    #expect(typeText(notation.parse("*list.List"), relativeTo: nil) == "*container/list.List")
    #expect(typeText(notation.parse("T"), relativeTo: nil) == "main.T")
  }
}
