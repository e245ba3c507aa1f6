package main

import (
	"cmp"
	"errors"
	"fmt"
	"sort"
	"strings"
)

type Number interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~float32 | ~float64
}

func Sum[T Number](xs ...T) (t T) {
	for _, x := range xs {
		t += x
	}
	return
}
func Map[T, U any](xs []T, f func(T) U) []U {
	out := make([]U, 0, len(xs))
	for _, x := range xs {
		out = append(out, f(x))
	}
	return out
}
func Filter[S ~[]E, E any](s S, keep func(E) bool) S {
	var out S
	for _, x := range s {
		if keep(x) {
			out = append(out, x)
		}
	}
	return out
}
func Reduce[T, A any](xs []T, init A, f func(A, T) A) A {
	for _, x := range xs {
		init = f(init, x)
	}
	return init
}
func Keys[M ~map[K]V, K cmp.Ordered, V any](m M) []K {
	var ks []K
	for k := range m {
		ks = append(ks, k)
	}
	sort.Slice(ks, func(i, j int) bool { return ks[i] < ks[j] })
	return ks
}
func MaxOf[T cmp.Ordered](a, b T) T {
	if a > b {
		return a
	}
	return b
}

type Stack[T any] struct{ items []T }

func (s *Stack[T]) Push(x T) { s.items = append(s.items, x) }
func (s *Stack[T]) Pop() (T, error) {
	var zero T
	if len(s.items) == 0 {
		return zero, errors.New("empty")
	}
	x := s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return x, nil
}

type Pair[K comparable, V any] struct {
	Key K
	Val V
}

func (p Pair[K, V]) String() string { return fmt.Sprintf("(%v -> %v)", p.Key, p.Val) }

type List[T any] struct {
	head *node[T]
	size int
}
type node[T any] struct {
	v    T
	next *node[T]
}

func (l *List[T]) Add(v T) *List[T] {
	l.head = &node[T]{v, l.head}
	l.size++
	return l
}
func (l *List[T]) Each(f func(T)) {
	for n := l.head; n != nil; n = n.next {
		f(n.v)
	}
}

type Tree[T any] struct {
	root *tnode[T]
	cmp  func(a, b T) int
}
type tnode[T any] struct {
	l, r *tnode[T]
	v    T
}

func (t *Tree[T]) Insert(v T) bool {
	p := &t.root
	for *p != nil {
		switch c := t.cmp(v, (*p).v); {
		case c < 0:
			p = &(*p).l
		case c > 0:
			p = &(*p).r
		default:
			return false
		}
	}
	*p = &tnode[T]{v: v}
	return true
}
func (t *Tree[T]) Walk(f func(T)) { walk(t.root, f) }
func walk[T any](n *tnode[T], f func(T)) {
	if n != nil {
		walk(n.l, f)
		f(n.v)
		walk(n.r, f)
	}
}

type Set[T comparable] map[T]struct{}

func (s Set[T]) Add(xs ...T) Set[T] {
	for _, x := range xs {
		s[x] = struct{}{}
	}
	return s
}
func (s Set[T]) Has(x T) bool { _, ok := s[x]; return ok }

type MyInt int

func (m MyInt) String() string { return fmt.Sprintf("MyInt(%d)", int(m)) }

func Strs[T fmt.Stringer](xs []T) string {
	var parts []string
	for _, x := range xs {
		parts = append(parts, x.String())
	}
	return strings.Join(parts, ",")
}

type Setter[T any] interface {
	*T
	Set(string)
}
type Conf struct{ v string }

func (c *Conf) Set(s string) { c.v = "set:" + s }
func Make[T any, P Setter[T]](s string) T {
	var t T
	P(&t).Set(s)
	return t
}
func Ptr[T any](v T) *T { return &v }
func Zero[T any]() T    { var z T; return z }
func TypeName[T any](v T) string {
	switch any(v).(type) {
	case int:
		return "int"
	case string:
		return "string"
	case []T:
		return "slice of T"
	}
	return fmt.Sprintf("%T", v)
}

type Opt[T any] func(*T)
type Num2[T Number] struct{ a, b T }

func (n Num2[T]) Add() T { return n.a + n.b }
func Memo[K comparable, V any](f func(K) V) func(K) V {
	m := map[K]V{}
	return func(k K) V {
		if v, ok := m[k]; ok {
			return v
		}
		m[k] = f(k)
		return m[k]
	}
}

func main() {
	fmt.Println(Sum(1, 2, 3), Sum(1.5, 2.5), Sum[int8](100, 27, 1), Sum[MyInt](1, 2))
	fmt.Println(Map([]int{1, 2, 3}, func(i int) string { return strings.Repeat("x", i) }))
	fmt.Println(Filter([]int{1, 2, 3, 4}, func(i int) bool { return i%2 == 0 }), Reduce([]string{"a", "b"}, 0, func(a int, s string) int { return a + len(s) }))
	fmt.Println(Keys(map[string]int{"b": 1, "a": 2}), MaxOf("a", "b"), MaxOf(2.5, 1))
	var s Stack[string]
	s.Push("a")
	s.Push("b")
	fmt.Println(s.Pop())
	fmt.Println(s.Pop())
	fmt.Println(s.Pop())
	fmt.Println(Pair[string, int]{"k", 1}, Pair[int, []string]{1, []string{"x"}})
	fmt.Printf("%T %T %T\n", Pair[string, int]{}, &List[float64]{}, Stack[Pair[int, bool]]{})
	l := (&List[int]{}).Add(1).Add(2).Add(3)
	l.Each(func(i int) { fmt.Print(i, " ") })
	fmt.Println(l.size)
	t := Tree[string]{cmp: strings.Compare}
	for _, w := range strings.Fields("m c x a d z m") {
		fmt.Print(t.Insert(w), " ")
	}
	t.Walk(func(s string) { fmt.Print(s, " ") })
	fmt.Println()
	set := Set[int]{}.Add(1, 2, 3)
	fmt.Println(set.Has(2), set.Has(5), len(set))
	fmt.Println(Strs([]MyInt{1, 2}), Make[Conf]("x").v, *Ptr(5), Zero[string]() == "", Zero[*int]() == nil)
	fmt.Println(TypeName(1), TypeName("s"), TypeName(2.5), TypeName(MyInt(1)))
	fmt.Println(Num2[float64]{1, 2.5}.Add(), Num2[int]{3, 4}.Add())
	calls := 0
	sq := Memo(func(n int) int { calls++; return n * n })
	fmt.Println(sq(4), sq(4), calls)
	f := Sum[float64]
	fmt.Println(f(1, 2))
}
