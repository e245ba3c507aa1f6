package main

import (
	"errors"
	"fmt"
	"sort"
	"strings"
	"sync"
)

type Stack[T any] struct{ items []T }

func (s *Stack[T]) Push(x T)  { s.items = append(s.items, x) }
func (s *Stack[_]) Len() int  { return len(s.items) }
func (s Stack[T]) Peek() (x T, err error) {
	if len(s.items) == 0 {
		return x, errors.New("empty " + fmt.Sprintf("%T", x))
	}
	return s.items[len(s.items)-1], nil
}

type Named[T any] struct {
	Stack[T]
	Name string
}
type Guarded[K comparable, V any] struct {
	sync.RWMutex
	m map[K]V
}

func NewGuarded[K comparable, V any]() *Guarded[K, V] { return &Guarded[K, V]{m: map[K]V{}} }
func (g *Guarded[K, V]) With(k K, f func(V, bool) V) *Guarded[K, V] {
	g.Lock()
	defer g.Unlock()
	v, ok := g.m[k]
	g.m[k] = f(v, ok)
	return g
}

type Ordered interface{ ~int | ~string | ~float64 }
type SortedMap[K Ordered, V any] struct {
	keys []K
	vals map[K]V
}

func (m *SortedMap[K, V]) Set(k K, v V) {
	if m.vals == nil {
		m.vals = map[K]V{}
	}
	if _, ok := m.vals[k]; !ok {
		i := sort.Search(len(m.keys), func(i int) bool { return m.keys[i] >= k })
		m.keys = append(m.keys, k)
		copy(m.keys[i+1:], m.keys[i:])
		m.keys[i] = k
	}
	m.vals[k] = v
}
func (m *SortedMap[K, V]) Each(f func(K, V)) {
	for _, k := range m.keys {
		f(k, m.vals[k])
	}
}

type Visitor[R any] interface {
	Num(int) R
	Add(a, b Node) R
}
type Node interface{ String() string }
type num int
type add struct{ a, b Node }

func (n num) String() string { return fmt.Sprint(int(n)) }
func (a add) String() string { return "(" + a.a.String() + "+" + a.b.String() + ")" }
func Visit[R any](n Node, v Visitor[R]) R {
	switch n := n.(type) {
	case num:
		return v.Num(int(n))
	case add:
		return v.Add(n.a, n.b)
	}
	panic("node")
}

type evaluator struct{}

func (evaluator) Num(n int) int     { return n }
func (e evaluator) Add(a, b Node) int { return Visit[int](a, e) + Visit[int](b, e) }

type depth struct{}

func (depth) Num(int) string         { return "." }
func (d depth) Add(a, b Node) string { return "[" + Visit[string](a, d) + Visit[string](b, d) + "]" }

func main() {
	var n Named[float64]
	n.Push(1.5)
	n.Push(2.5)
	fmt.Println(n.Len())
	fmt.Println(n.Peek())
	fmt.Println(Stack[strings.Builder]{}.Len0())
	_, err := (&Stack[error]{}).Peek()
	fmt.Println(err)
	g := NewGuarded[string, []int]().With("a", func(v []int, ok bool) []int { return append(v, len(v)) })
	g.With("a", func(v []int, ok bool) []int { return append(v, 5) })
	fmt.Println(g.m)
	var m SortedMap[string, int]
	for i, w := range strings.Fields("the quick brown fox the end") {
		m.Set(w, i)
	}
	m.Each(func(k string, v int) { fmt.Print(k, "=", v, " ") })
	fmt.Println()
	e := add{num(1), add{num(2), num(3)}}
	fmt.Println(e, Visit[int](e, evaluator{}), Visit[string](e, depth{}))
	p := n.Peek
	q := (*Named[float64]).Len
	fmt.Println(p())
	fmt.Println(q(&n))
}

func (s Stack[T]) Len0() int { return cap(s.items) }
