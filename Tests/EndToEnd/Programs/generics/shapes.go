package main

import "fmt"

type A struct{ B }
type B struct{ *C }
type C struct{ n int }

func (c *C) Inc() int     { c.n++; return c.n }
func (c C) Get() int      { return c.n }
func (b B) Twice() int    { return b.Get() * 2 }

type Getter interface{ Get() int }
type Incer interface {
	Getter
	Inc() int
}
type Both struct {
	Incer
	extra int
}
type Fn func(int) Fn
type M map[string]M
type L []L
type P *P
type Ch chan Ch
type R struct {
	self *R
	m    map[string]*R
	f    func(*R) *R
}
type E1 struct{ error }
type Gen[T any] struct {
	val  T
	kids []Gen[T]
}

func (g Gen[T]) Walk(f func(T, int), d int) {
	f(g.val, d)
	for _, k := range g.kids {
		k.Walk(f, d+1)
	}
}

type Num interface{ ~int | ~float64 }

func SumMap[K comparable, V Num](m map[K]V) (s V) {
	for _, v := range m {
		s += v
	}
	return
}

type Ord[T any] interface{ Less(T) bool }
type Age int

func (a Age) Less(b Age) bool { return a < b }
func Min[T Ord[T]](xs ...T) T {
	m := xs[0]
	for _, x := range xs[1:] {
		if x.Less(m) {
			m = x
		}
	}
	return m
}
func Apply[T any, R any](x T, fs ...func(T) R) (rs []R) {
	for _, f := range fs {
		rs = append(rs, f(x))
	}
	return
}
func Curry[A, B, C any](f func(A, B) C) func(A) func(B) C {
	return func(a A) func(B) C { return func(b B) C { return f(a, b) } }
}

type Opt[T any] struct {
	v  T
	ok bool
}

func Some[T any](v T) Opt[T] { return Opt[T]{v, true} }
func None[T any]() (o Opt[T]) { return }
func (o Opt[T]) OrElse(d T) T {
	if o.ok {
		return o.v
	}
	return d
}
func (o Opt[T]) String() string {
	if !o.ok {
		return "None"
	}
	return fmt.Sprintf("Some(%v)", o.v)
}

const (
	c0 = 1 << (iota * 3)
	c1
	c2 = "s"
	c3
	c4, c5 = iota, -iota
)

func named() (a, b int, err error) {
	defer func() {
		if r := recover(); r != nil {
			a, err = -a, fmt.Errorf("%v after %d", r, b)
		}
	}()
	a, b = 1, 2
	b = a / (b - 2)
	return 9, 9, nil
}

func sw(x any) string {
	switch v := x.(type) {
	case interface{ Get() int }:
		return fmt.Sprint("getter ", v.Get())
	case []any:
		return fmt.Sprint("list of ", len(v))
	case map[string]any:
		return fmt.Sprint("map of ", len(v))
	case func():
		v()
		return "func"
	case *int, *string:
		return fmt.Sprintf("ptr %T", v)
	case error:
		return "error " + v.Error()
	case Opt[int]:
		return "opt " + v.String()
	case nil:
		return "nil"
	}
	return fmt.Sprintf("%T", x)
}

func main() {
	a := A{B{&C{1}}}
	a.Inc()
	a.B.C.Inc()
	var in Incer = a
	both := &Both{Incer: in}
	both.Inc()
	f := both.Inc
	g := Incer.Inc
	h := (*Both).Inc
	k := A.Twice
	fmt.Println(f(), g(both), h(both), k(a), a.Twice(), both.Get(), in.Get())
	var fn Fn
	cnt := 0
	fn = func(i int) Fn { cnt += i; return fn }
	fn(1)(2)(3)
	m := M{"a": {"b": nil}}
	m["a"]["c"] = M{}
	l := L{{}, {{}, {}}}
	fmt.Println(cnt, m, l, len(l[1]))
	r := &R{m: map[string]*R{}}
	r.self, r.m["x"] = r, r
	r.f = func(x *R) *R { return x.self.m["x"] }
	fmt.Println(r.f(r) == r)
	tree := Gen[string]{"root", []Gen[string]{{"a", nil}, {"b", []Gen[string]{{val: "c"}}}}}
	tree.Walk(func(s string, d int) { fmt.Print(d, s, " ") }, 0)
	fmt.Println(SumMap(map[string]float64{"a": 1.5, "b": 2}), SumMap(map[Age]Age{1: 2}), Min(Age(3), 1, 2))
	fmt.Println(Apply(3, func(i int) string { return fmt.Sprint(i) }, func(i int) string { return "x" }))
	fmt.Println(Curry(func(a int, b string) string { return b + fmt.Sprint(a) })(5)("n"))
	fmt.Println(Some(1), None[string](), Some([]int{1}).OrElse(nil), None[int]().OrElse(7))
	fmt.Printf("%v %T %T %+v\n", Some("x"), Some(1.5), tree, struct{ O Opt[bool] }{})
	fmt.Println(c0, c1, c2, c3, c4, c5)
	fmt.Println(named())
	s := "p"
	for _, x := range []any{a, []any{1}, map[string]any{"x": 1}, func() { fmt.Print("called ") }, &s, E1{fmt.Errorf("wrapped")}, Some(2), Some("s"), nil, 3i, [2]int{}, struct{}{}, (*int)(nil), C{5}, &C{6}} {
		fmt.Println(sw(x))
	}
	type key struct {
		a any
		b [2]string
	}
	km := map[key]int{{1, [2]string{"x"}}: 1, {"1", [2]string{}}: 2, {nil, [2]string{"", "y"}}: 3}
	km[key{a: 1, b: [2]string{"x"}}] += 10
	fmt.Println(km[key{1, [2]string{"x", ""}}], km[key{1.0, [2]string{"x"}}], km[key{nil, [2]string{"", "y"}}], len(km))
	x, y := 1, 2
	px, py := &x, &y
	*px, *py = *py, *px
	px, py = py, px
	fmt.Println(x, y, *px, *py)
	var i8 int8 = -128
	var u8 = uint8(i8)
	fmt.Println(i8/-1, -i8, u8, u8<<1, ^u8, int16(u8), int8(u8)>>1, u8>>1, i8>>7, uint32(i8), i8%-1)
	lbl := 0
outer:
	for i := 0; i < 3; i++ {
		switch {
		case i == 1:
			continue outer
		default:
			for j := range 3 {
				if j == i {
					lbl += 10*i + j
					continue outer
				}
			}
		}
	}
	fmt.Println(lbl)
	bs := []byte("hello")
	cp := bs[1:3]
	cp = append(cp, 'X')
	fmt.Println(string(bs), string(cp), cap(cp) >= 4, string(append([]byte(nil), bs[:2]...)))
	var e error = E1{nil}
	defer func() { fmt.Println("end:", recover()) }()
	fmt.Println(e.Error())
}
