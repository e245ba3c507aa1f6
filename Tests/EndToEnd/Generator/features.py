"""What random programs use beyond expressions and loops: generics, interfaces, method values, iterators, goroutines with
channels, and deferred calls in all their combinations with panics.

Each function writes one statement into a `generate.Program`, whose output does not depend on the order in which
goroutines run.
"""

SCALARS = ["int", "int8", "uint16", "int64", "float64", "string", "bool"]
COUNTED = ["int", "int8", "uint16", "int64", "string"]

# Used by the statements below; part of every program.
DECLARATIONS = """
type Num interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~float32 | ~float64
}
type Box[T any] struct {
	v    T
	n    int
	next *Box[T]
}

func (b *Box[T]) Put(v T) *Box[T] { return &Box[T]{v, b.len() + 1, b} }
func (b *Box[T]) len() int {
	if b == nil {
		return 0
	}
	return b.n
}
func (b Box[T]) Get() T { return b.v }
func (b *Box[T]) All(yield func(int, T) bool) {
	for i := 0; b != nil; b, i = b.next, i+1 {
		if !yield(i, b.v) {
			return
		}
	}
}

type Pair[K comparable, V any] struct {
	k K
	v V
}

func pairOf[K comparable, V any](k K, v V) Pair[K, V] { return Pair[K, V]{k, v} }
func (p Pair[K, V]) swap(o Pair[K, V]) (Pair[K, V], Pair[K, V]) { return o, p }
func mapped[T, U any](s []T, f func(T) U) (r []U) {
	for _, x := range s {
		r = append(r, f(x))
	}
	return
}
func folded[T, A any](s []T, a A, f func(A, T) A) A {
	for _, x := range s {
		a = f(a, x)
	}
	return a
}
func total[T Num](xs ...T) (t T) {
	for _, x := range xs {
		t += x
	}
	return
}
func count[T any](n int, x T) func(func(int, T) bool) {
	return func(yield func(int, T) bool) {
		defer func() { trace = append(trace, n) }()
		for i := range n {
			if !yield(i, x) {
				return
			}
		}
	}
}

var trace []int

type Shape interface {
	Area() int
	Name() string
}
type Sq struct{ s int }
type Rc struct {
	Sq
	h int
}
type Fn func(int) int

func (q Sq) Area() int     { return q.s * q.s }
func (q Sq) Name() string  { return fmt.Sprint("sq", q.s) }
func (r *Rc) Area() int    { return r.s * r.h }
func (f Fn) Area() int     { return f(3) }
func (f Fn) Name() string  { return "fn" }
func (q *Sq) Grow(n int) int { q.s += n; return q.s }
func shapes(a, b int) []Shape {
	return []Shape{Sq{a}, &Sq{b}, &Rc{Sq{a}, b}, Fn(func(n int) int { return n*a - b })}
}

type Fault struct{ code int }

func (f *Fault) Error() string { return fmt.Sprint("fault ", f.code) }
"""


def generics(p):
    t, u = p.r.choice(SCALARS), p.r.choice(SCALARS)
    x = p.fresh("g")
    lists = [(n, vt[2:]) for s in p.scopes for n, vt in s if vt.startswith("[]") and n[0] == "v"]
    kinds = [
        lambda: p.line(f"{x} := (*Box[{t}])(nil).Put({p.expr(t, 2)}).Put({p.expr(t, 1)}); fmt.Println({x}.Get(), {x}.len(), {x}.next.v)"),
        lambda: p.line(f"for i, {x} := range new(Box[{t}]).Put({p.expr(t, 1)}).All {{ fmt.Println(i, {x}) }}"),
        lambda: p.line(f"fmt.Println(pairOf({typed(p, t)}, {typed(p, u)}).swap(pairOf({typed(p, t)}, {typed(p, u)})))"),
        lambda: p.line(f"{x} := pairOf({typed(p, t)}, []{u}{{{p.expr(u, 1)}}}); fmt.Printf(\"%v %T\\n\", {x}, {x})"),
        lambda: p.line(f"fmt.Println(total({', '.join(typed(p, 'int64') for _ in range(3))}), total[float64](), total(uint8(200), {typed(p, 'uint8')}))"),
    ]
    if lists:
        name, e = p.r.choice(lists)
        calls, p.calls = p.calls, False
        p.scopes.append([("x", e), ("n", "int")])
        f = p.expr(u, 2)
        a = p.expr("int", 2)
        p.scopes.pop()
        p.calls = calls
        kinds += [
            lambda: p.line(f"fmt.Println(mapped(part({name}, 0, 6), func(x {e}) {u} {{ n := 1; _, _ = x, n; return {f} }}))"),
            lambda: p.line(f"fmt.Println(folded(part({name}, 1, 5), 7, func(n int, x {e}) int {{ _, _ = x, n; return n*3 + {a} }}))"),
        ]
    p.r.choice(kinds)()


def typed(p, t):
    return f"{t}({p.expr(t, 1)})" if t != "string" else f"string({p.expr(t, 1)})"


def interfaces(p):
    s = p.fresh("h")
    p.line(f"for i, {s} := range shapes({p.expr('int', 1)} & 15, {p.expr('int', 1)} & 7) {{")
    p.indent += 1
    p.line(f"switch x := {s}.(type) {{")
    p.line(f"case Sq: fmt.Println(i, x.s, x.Area() {p.pick('+', '^', '*')} {p.expr('int', 1)})")
    if p.chance(0.7):
        p.line("case *Rc: x.Grow(2); f := x.Area; x.h++; fmt.Println(i, x.Name(), f(), x.Area(), x.Sq == Sq{x.s})")
    if p.chance(0.5):
        p.line("case interface{ Grow(int) int }: g := x.Grow; fmt.Println(i, g(1), g(2))")
    p.line(f"default: fmt.Println(i, x.Name(), x.Area(), {s} == shapes(1, 2)[0])")
    p.line("}")
    if p.chance(0.4):
        p.line(f"if y, ok := {s}.(*Sq); ok {{ f := (*Sq).Grow; fmt.Println(f(y, i), Sq.Area(*y), Shape.Name(y)) }}")
    p.indent -= 1
    p.line("}")


def iterators(p):
    t = p.r.choice(COUNTED)
    i, x = p.fresh("i"), p.fresh("x")
    r = p.fresh("v")
    p.line(f"fmt.Println(func() ({r} {t}) {{")
    p.indent += 1
    if p.chance(0.5):
        p.line('defer func() { if e := recover(); e != nil { fmt.Println("recovered", e) } }()')
    label = p.fresh("L") if p.chance(0.5) else ""
    if label:
        p.line(f"{label}:")
    p.line(f"for {i}, {x} := range count({p.r.randint(0, 6)}, {typed(p, t)}) {{")
    p.indent += 1
    p.line(f"{r} = {r} + {x}")
    inner = p.chance(0.4)
    if inner:
        p.line(f"for j := range count({p.r.randint(1, 4)}, 0) {{")
        p.indent += 1
        p.line(f"if j == {p.r.randint(0, 3)} {{ {p.pick('break', 'continue', *( [f'break {label}', f'continue {label}'] if label else []), f'return {r}')} }}")
        if p.chance(0.5):
            p.line(f'defer fmt.Println("inner deferred", {i}, j)')
        p.indent -= 1
        p.line("}")
    if label:
        p.line(f"if len(trace) > 1000 {{ break {label} }}")
    ways = ["break", "continue", f"return {r} + {x}", f"panic(fmt.Sprint({i}))"]
    p.line(f"if {i} == {p.r.randint(0, 5)} {{ {p.r.choice(ways)} }}")
    if p.chance(0.5):
        p.line(f"defer func() {{ {r} = {r} + {r}; fmt.Println(\"deferred\", {i}) }}()")
    p.indent -= 1
    p.line("}")
    p.line(f"return {r}")
    p.indent -= 1
    p.line("}(), trace)")
    p.line("trace = nil")


def goroutines(p):
    t = p.r.choice(COUNTED)
    c, n = p.fresh("c"), p.r.randint(1, 6)
    size = p.pick("", ", 1", ", 3")

    def pipeline():
        p.line(f"{c} := make(chan {t}{size})")
        p.line(f"go func() {{ defer close({c}); for i := range {n} {{ if i%2 == 0 {{ {c} <- {typed(p, t)} }} else {{ {c} <- {typed(p, t)} }} }} }}()")
        p.line(f"for x := range {c} {{ fmt.Println(x) }}")

    def workers():
        p.line(f"{c} := func() (t int64) {{")
        p.indent += 1
        p.line("var wg sync.WaitGroup; var mu sync.Mutex")
        p.line(f"for i := range {n} {{ wg.Add(1); go func() {{ defer wg.Done(); x := int64(i) * {typed(p, 'int64')}; mu.Lock(); defer mu.Unlock(); t += x }}() }}")
        p.line("wg.Wait(); return")
        p.indent -= 1
        p.line("}()")
        p.line(f"fmt.Println({c})")

    def result():
        p.line(f"{c} := make(chan Pair[int, {t}]{size})")
        p.line(f"for i := range {n} {{ go func() {{ {c} <- pairOf(i, {typed(p, t)}) }}() }}")
        p.line(f"m := map[int]{t}{{}}; for range {n} {{ r := <-{c}; m[r.k] = r.v }}; fmt.Println(m)")

    def select():
        p.line(f"{c}, done := make(chan {t}{size}), make(chan bool)")
        p.line(f"go func() {{ for range {n} {{ {c} <- {typed(p, t)} }}; close(done) }}()")
        p.line(f"for k := 0; k < {n}; {{ select {{ case x := <-{c}: fmt.Println(x); k++; case <-done: done = nil }} }}")

    def fails():
        p.line(f"{c} := make(chan string)")
        p.line(f"go func() {{ defer func() {{ {c} <- fmt.Sprint(recover()) }}(); var s []{t}; fmt.Println(s[{p.expr('int', 1)} & 3]) }}()")
        p.line(f"fmt.Println(<-{c})")

    p.line("{")
    p.indent += 1
    p.r.choice([pipeline, workers, result, select, fails])()
    p.indent -= 1
    p.line("}")


def panics(p):
    t = p.r.choice(COUNTED)
    r = p.fresh("v")
    p.line(f"fmt.Println(func() ({r} {t}, err error) {{")
    p.indent += 1
    for _ in range(p.r.randint(1, 4)):
        p.line(p.r.choice([
            f"defer func() {{ {r} = {r} + {typed(p, t)} }}()",
            'defer func() { if e := recover(); e != nil { err = fmt.Errorf("got %v", e) } }()',
            "defer func() { if e, ok := recover().(error); ok { err = e } }()",
            f'defer fmt.Println("deferred", {typed(p, t)})',
            f"defer func() {{ defer func() {{ fmt.Println(\"inner\", recover()) }}(); panic({typed(p, t)}) }}()",
            f"for i := range {p.r.randint(1, 3)} {{ defer func(n int) {{ fmt.Println(\"loop\", n, i) }}(i * 2) }}",
            "defer func() { func() { fmt.Println(\"indirect\", recover()) }() }()",
            f"if {p.bool_expr(1)} {{ defer func() {{ panic(&Fault{{7}}) }}() }}",
        ]))
    p.line('defer func() { if e := recover(); e != nil { fmt.Println("last", e) ; panic(e) } }()' if p.chance(0.3)
           else f"{r} = {typed(p, t)}")
    p.line(p.r.choice([
        f"if {p.bool_expr(1)} {{ panic({typed(p, t)}) }}", "panic(&Fault{3})", "var f *Fault; fmt.Println(f.code)",
        f"return {r}, nil", "panic(fmt.Errorf(\"wrapped: %w\", &Fault{1}))", "var m map[int]int; m[1]++",
        "func() { defer func() { recover() }(); panic(1) }()"]))
    p.line(f"return {r}, nil")
    p.indent -= 1
    p.line("}())")


ALL = [generics, interfaces, iterators, goroutines, panics]


def statement(p):
    """One statement; whatever escapes as a panic is printed."""
    calls = p.calls
    p.line("func() {")
    p.indent += 1
    p.line('defer func() { if r := recover(); r != nil { fmt.Println("outer recovered:", r) } }()')
    p.scopes.append([])
    p.r.choice(ALL)(p)
    p.scopes.pop()
    p.indent -= 1
    p.line("}()")
    p.calls = calls
