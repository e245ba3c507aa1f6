import GoSyntax
import SourceText
import Testing

/// Parses `text` whole.
func parse(_ text: String, _ mode: ParseMode = .full) -> (file: File, diagnostics: [Diagnostic], source: SourceFile) {
  let source = SourceFile(name: "x.go", text: text)
  var ids = NodeIDs()
  let (file, diagnostics) = Parser.parse(source, id: FileID(0), ids: &ids, mode: mode)
  return (file, diagnostics, source)
}

/// `line:column: message` for each diagnostic.
func messages(_ text: String, _ mode: ParseMode = .full) -> [String] {
  let (_, diagnostics, source) = parse(text, mode)
  return diagnostics.map { diagnostic in
    let location = source.location(diagnostic.position.offset)
    return "\(location.line):\(location.column): \(diagnostic.message)"
  }
}

/// The statements of a function whose body is `text`, dumped.
func body(_ text: String) -> String {
  let (file, diagnostics, _) = parse("package p; func f() { \(text) }")
  #expect(diagnostics.isEmpty, "\(text)")
  guard case .func(let function)? = file.decls.first, let body = function.body else { return "no function" }
  return String(TreeDump.block(body).dropFirst().dropLast())
}

func expression(_ text: String) -> Expr {
  var ids = NodeIDs()
  let (result, diagnostics) = Parser.parseExpression(
    SourceFile(name: "x", text: text), id: FileID(0), ids: &ids)
  #expect(diagnostics.isEmpty, "\(text)")
  return result
}

@Suite struct ExpressionTrees {
  @Test(arguments: [
    ("a + b*c - d<<1", "(- (+ a (* b c)) (<< d 1))"),
    ("a || b && c == d+e", "(|| a (&& b (== c (+ d e))))"),
    ("-x.y[1](2, z...)", "(u- (call (index (. x y) 1) 2 z ...))"),
    ("*p.x", "(* (. p x))"),
    ("&(T{1, 2})", "(u& (lit T 1 2))"),
    ("(a)", "(paren a)"),
    ("x.(T)", "(assert x T)"),
    ("x.(type)", "(assert x type)"),
    ("a[i:j]", "(slice a i j _)"),
    ("a[:]", "(slice a _ _ _)"),
    ("a[:j:k]", "(slice3 a _ j k)"),
    ("f[int, []string](x)", "(call (index f int ([] string)) x)"),
    ("<-c", "(u<- c)"),
    ("(<-chan int)(c)", "(call (paren (<-chan int)) c)"),
    ("chan<- (chan int)(nil)", "(call (chan<- (chan int)) nil)"),
    ("[]int{0: 1, 2}", "(lit ([] int) 0:1 2)"),
    ("[...]P{{1}, {x: 2}}", "(lit (array ... P) (lit _ 1) (lit _ x:2))"),
    ("map[string][]int{`a`: {1}}", "(lit (map string ([] int)) `a`:(lit _ 1))"),
    ("p.T[int]{}", "(lit (index (. p T) int))"),
    ("struct{ a, b int; *T; p.U `tag` }{}", "(lit (struct a:int b:int :(* T) :(. p U)`tag`))"),
    ("func(a int, b ...string) (x, y error) { return }", "(closure [a:int b:...string]->[x:error y:error] {(return)})"),
    ("func(int, ...p.T) func()", "(functype [int ...(. p T)]->[(functype [])])"),
    ("interface{ M(int) string; ~int | []T; error }", "(interface M[int]->[string] ~int|([] T) error)"),
    ("^a &^ !b", "(&^ (u^ a) (u! b))"),
  ])
  func shape(text: String, tree: String) {
    #expect(TreeDump.expression(expression(text)) == tree)
  }

  /// `<-` before a channel type belongs to the type wherever a conversion does not call it away.
  @Test func receiveOnlyChannels() {
    #expect(TreeDump.expression(expression("[]<-chan int{}")) == "(lit ([] (<-chan int)))")
    #expect(TreeDump.expression(expression("f(<-chan int)")) == "(call f (<-chan int))")
    #expect(TreeDump.expression(expression("f(<-chan<- chan int)")) == "(call f (<-chan (<-chan int)))")
    #expect(TreeDump.expression(expression("<-chan int(c)")) == "(u<- (call (chan int) c))")
  }
}

@Suite struct StatementTrees {
  @Test(arguments: [
    ("x, y := 1, f()", "(:= [x y] [1 (call f)])"),
    ("x.y, a[0] = b, c", "(= [(. x y) (index a 0)] [b c])"),
    ("x <<= 2; x++; y--", "(<<= x 2); (++ x); (-- y)"),
    ("c <- <-d", "(send c (u<- d))"),
    (
      "if x := f(); x > 0 { } else if y { g() } else { }",
      "(if (:= [x] [(call f)]) (> x 0) {} (if _ y {(call g)} {}))"
    ),
    ("for { break }", "(for _ _ _ {(break)})"),
    ("for x < 3 { }", "(for _ (< x 3) _ {})"),
    ("for i := 0; i < n; i++ { continue }", "(for (:= [i] [0]) (< i n) (++ i) {(continue)})"),
    ("for ; ; { }", "(for _ _ _ {})"),
    ("for range 10 { }", "(range _ _ 10 {})"),
    ("for i := range 10 { }", "(range:= i _ 10 {})"),
    ("for k, v = range m { }", "(range k v m {})"),
    ("for range func(yield func() bool) {} { }", "(range _ _ (closure [yield:(functype []->[bool])] {}) {})"),
    ("switch { }", "(switch _ _)"),
    (
      "switch x := f(); x { case 1, 2: fallthrough; default: g() }",
      "(switch (:= [x] [(call f)]) x (case 1 2 {fallthrough}) (default {(call g)}))"
    ),
    (
      "switch y := x.(type) { case int, []T: ; case nil: }",
      "(typeswitch _ y x (case int ([] T) {empty}) (case nil {}))"
    ),
    ("switch z(); x.(type) { }", "(typeswitch (call z) _ x)"),
    (
      "select { case x := <-c: ; case d <- 1: return; default: }",
      "(select (case (:= [x] [(u<- c)]) {empty}) (case (send d 1) {(return)}) (default {}))"
    ),
    ("L: for { for { break L; continue L } }", "(label L (for _ _ _ {(for _ _ _ {(break L); (continue L)})}))"),
    ("goto E; { }; E:", "(goto E); {}; (label E empty)"),
    ("go f(1); defer func() { recover() }()", "(go (call f 1)); (defer (call (closure [] {(call recover)})))"),
    (
      "var a, b int = 1, 2; const c = iota; type T = []int",
      "(var [a b] int 1 2); (const 0 [c] _ iota); (alias T ([] int))"
    ),
    ("if (T{}) == x { }", "(if _ (== (paren (lit T)) x) {})"),
    ("if f(T{}) { }", "(if _ (call f (lit T)) {})"),
    ("return x, y", "(return x y)"),
  ])
  func shape(text: String, tree: String) { #expect(body(text) == tree) }
}

@Suite struct DeclarationTrees {
  private func dump(_ text: String) -> String {
    let (file, diagnostics, _) = parse("package p\n" + text)
    #expect(diagnostics.isEmpty)
    return TreeDump.file(file)
  }

  @Test(arguments: [
    (
      "import (\n\t\"fmt\"\n\tm \"math\"\n\t. \"os\"\n\t_ `a/b`\n)",
      "(import fmt)\n(import m math)\n(import . os)\n(import _ a/b)"
    ),
    (
      "const (\n\tA, B = iota, 1\n\tC, D\n\tE T = 2\n\tF, _\n)",
      "(const 0 [A B] _ iota 1)\n(const* 1 [C D] _ iota 1)\n(const 2 [E] T 2)\n(const* 3 [F _] T 2)"
    ),
    ("var x, y T", "(var [x y] T)"),
    ("var (\n\ta = 1\n\tb []int\n)", "(var [a] _ 1)\n(var [b] ([] int))"),
    ("type A [N]int", "(type A (array N int))"),
    ("type A [N * 2]int", "(type A (array (* N 2) int))"),
    ("type A [N]int", "(type A (array N int))"),
    ("type S []int", "(type S ([] int))"),
    ("type L[T any] struct{ next *L[T] }", "(type L [T:any] (struct next:(* (index L T))))"),
    ("type P[T *int,] struct{}", "(type P [T:(* int)] (struct))"),
    ("type P[T *[]int] struct{}", "(type P [T:(* ([] int))] (struct))"),
    ("type P[T interface{ *int }] struct{}", "(type P [T:(interface (* int))] (struct))"),
    (
      "type P[K comparable, V int | ~string] map[K]V",
      "(type P [K:comparable V:(| int (u~ string))] (map K V))"
    ),
    ("type P[A, B any] struct{ A; b B }", "(type P [A:any B:any] (struct :A b:B))"),
    ("type P[T []int] int", "(type P [T:([] int)] int)"),
    ("type V[T any] = []T", "(alias V [T:any] ([] T))"),
    (
      "func (r *T[K]) m(a, b int, c ...string) (n int, err error)",
      "(func (recv r:(* (index T K))) m [a:int b:int c:...string]->[n:int err:error])"
    ),
    ("func (T) m(int, string) bool { return true }", "(func (recv T) m [int string]->[bool] {(return true)})"),
    (
      "func Map[T, U any](s []T, f func(T) U) []U",
      "(func Map [T:any U:any] [s:([] T) f:(functype [T]->[U])]->[([] U)])"
    ),
    ("//go:noinline\n// words\n//gomem:stop\nfunc f() {}", "(func #go:noinline #gomem:stop f [] {})"),
    ("//go:noinline\n\nfunc f() {}", "(func f [] {})"),
    ("var x int //go:noinline\nfunc f() {}", "(var [x] int)\n(func f [] {})"),
  ])
  func shape(text: String, tree: String) { #expect(dump(text) == tree) }

  /// A length that is a single name and a type parameter without constraint look alike up to the `]`.
  @Test func arrayOrTypeParameter() {
    #expect(messages("package p; type A [N any]int") == [])
    #expect(messages("package p; type A [N,]int") == ["1:22: syntax error: missing type constraint"])
    #expect(dump("type A [f(x)]int") == "(type A (array (call f x) int))")
    #expect(dump("type A [P(int),]int") == "(type A [P:int] int)")
  }

  @Test func skippedBodies() throws {
    let text = """
      package p
      func a() { s := "}"; r := '}'; q := '\\''; _ = `}{`; /* } */ if x { } // }
      }
      func b() {}; var z = func() { y }
      func c(
      """
    let (file, diagnostics, source) = parse(text, .declarationsOnly)
    #expect(diagnostics.count == 1)
    #expect(TreeDump.file(file).hasPrefix("(func a [] deferred)\n(func b [] deferred)\n(var [z] _ (closure"))
    guard case .func(let a) = file.decls[0] else { return }
    var ids = NodeIDs()
    let (block, problems) = Parser.parseBody(of: a, in: source, id: FileID(0), ids: &ids)
    #expect(problems.isEmpty)
    #expect(block.statements.count == 5)
    #expect(source.bytes[Int(block.span.end) - 1] == UInt8(ascii: "}"))
    #expect(block.span == a.deferredBody)
  }

  @Test func bodyErrorsShowWhenTheBodyIsParsed() {
    let (file, diagnostics, source) = parse("package p\nfunc f() { x := }\n", .declarationsOnly)
    #expect(diagnostics.isEmpty)
    guard case .func(let function) = file.decls[0] else { return }
    var ids = NodeIDs()
    let (_, problems) = Parser.parseBody(of: function, in: source, id: FileID(0), ids: &ids)
    #expect(problems.map(\.message) == ["syntax error: unexpected }, expected expression"])
  }

  @Test func languageVersion() {
    #expect(parse("//go:build go1.21\n\npackage p").file.goVersion == "go1.21")
    #expect(parse("//go:build linux && (go1.20 || go1.22)\npackage p").file.goVersion == "go1.20")
    #expect(parse("//go:build !go1.20\npackage p").file.goVersion == nil)
    #expect(parse("// +build go1.20\npackage p").file.goVersion == nil)
    #expect(parse("//go:build (go1.20\npackage p").file.goVersion == nil)
  }

  @Test func commentsAreKept() {
    let (file, _, _) = parse("// a\r\npackage p /* b\n c */\nvar x = 1 // d")
    #expect(file.comments.map(\.text) == ["// a", "/* b\n c */", "// d"])
  }
}
