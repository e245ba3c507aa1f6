package main

import (
	"errors"
	"fmt"
	"slices"
	"sort"
	"strings"
)

type Stack[T any] struct{ items []T }

func (s *Stack[T]) Push(v ...T) { s.items = append(s.items, v...) }
func (s *Stack[T]) Pop() (v T, err error) {
	if len(s.items) == 0 {
		return v, errEmpty
	}
	v = s.items[len(s.items)-1]
	var zero T
	s.items[len(s.items)-1] = zero
	s.items = s.items[:len(s.items)-1]
	return v, nil
}
func (s Stack[T]) Len() int { return len(s.items) }

var errEmpty = errors.New("empty")

type Queue[T any] struct {
	in, out Stack[T]
	Stats   struct{ pushed, popped int }
}

func (q *Queue[T]) Push(v T) { q.in.Push(v); q.Stats.pushed++ }
func (q *Queue[T]) Pop() (T, error) {
	if q.out.Len() == 0 {
		for {
			v, err := q.in.Pop()
			if err != nil {
				break
			}
			q.out.Push(v)
		}
	}
	v, err := q.out.Pop()
	if err == nil {
		q.Stats.popped++
	}
	return v, err
}

type Pair[K comparable, V any] struct {
	Key K
	Val V
}

func (p Pair[K, V]) String() string { return fmt.Sprintf("<%v=%v>", p.Key, p.Val) }

type OrderedMap[K comparable, V any] struct {
	index map[K]int
	pairs []Pair[K, V]
}

func (m *OrderedMap[K, V]) Set(k K, v V) {
	if m.index == nil {
		m.index = map[K]int{}
	}
	if i, ok := m.index[k]; ok {
		m.pairs[i].Val = v
		return
	}
	m.index[k] = len(m.pairs)
	m.pairs = append(m.pairs, Pair[K, V]{k, v})
}

func (m *OrderedMap[K, V]) Each(f func(K, V)) {
	for _, p := range m.pairs {
		f(p.Key, p.Val)
	}
}

func Map[T, U any](xs []T, f func(T) U) []U {
	out := make([]U, 0, len(xs))
	for _, x := range xs {
		out = append(out, f(x))
	}
	return out
}

func Filter[S ~[]T, T any](xs S, ok func(T) bool) (out S) {
	for _, x := range xs {
		if ok(x) {
			out = append(out, x)
		}
	}
	return
}

func Reduce[T, A any](xs []T, acc A, f func(A, T) A) A {
	for _, x := range xs {
		acc = f(acc, x)
	}
	return acc
}

func GroupBy[T any, K comparable](xs []T, key func(T) K) map[K][]T {
	m := make(map[K][]T)
	for _, x := range xs {
		m[key(x)] = append(m[key(x)], x)
	}
	return m
}

type Numeric interface{ ~int | ~float64 }

func Sum[T Numeric](xs ...T) (t T) {
	for _, x := range xs {
		t += x
	}
	return
}

type Animal interface {
	Sound() string
	Name() string
}
type Base struct{ name string }

func (b Base) Name() string   { return b.name }
func (b *Base) Rename(s string) { b.name = s }

type Dog struct {
	Base
	tricks []string
}

func (d *Dog) Sound() string { return "woof" }

type Cat struct{ *Base }

func (c Cat) Sound() string { return "meow" }
func (c Cat) Name() string  { return "cat " + c.Base.Name() }

type Chorus []Animal

func (c Chorus) Sound() string {
	return strings.Join(Map(c, func(a Animal) string { return a.Name() + ":" + a.Sound() }), " ")
}
func (c Chorus) Name() string { return fmt.Sprintf("chorus of %d", len(c)) }

type Temp int

type Set[T comparable] map[T]struct{}

func SetOf[T comparable](xs ...T) Set[T] {
	s := Set[T]{}
	for _, x := range xs {
		s[x] = struct{}{}
	}
	return s
}
func (s Set[T]) Has(x T) bool { _, ok := s[x]; return ok }
func (s Set[T]) And(o Set[T]) Set[T] {
	r := Set[T]{}
	for x := range s {
		if o.Has(x) {
			r[x] = struct{}{}
		}
	}
	return r
}

type Option func(*config)
type config struct {
	size int
	name string
	tags []string
}

func WithSize(n int) Option           { return func(c *config) { c.size = n } }
func WithTags(tags ...string) Option  { return func(c *config) { c.tags = append(c.tags, tags...) } }
func NewConfig(opts ...Option) config {
	c := config{name: "default"}
	for _, o := range opts {
		o(&c)
	}
	return c
}

func main() {
	var q Queue[string]
	for _, s := range strings.Split("the quick brown fox", " ") {
		q.Push(s)
		if len(s) == 5 {
			v, _ := q.Pop()
			fmt.Print(v, " ")
		}
	}
	for {
		v, err := q.Pop()
		if errors.Is(err, errEmpty) {
			fmt.Println(err, q.Stats)
			break
		}
		fmt.Print(v, " ")
	}
	var om OrderedMap[string, []int]
	om.Set("b", []int{1})
	om.Set("a", nil)
	om.Set("b", append(om.pairs[0].Val, 2))
	om.Each(func(k string, v []int) { fmt.Print(k, v, ";") })
	fmt.Println(om.pairs)
	xs := []int{5, 2, 8, 1, 9, 4}
	evens := Filter(xs, func(x int) bool { return x%2 == 0 })
	strs := Map(evens, func(x int) string { return strings.Repeat("*", x) })
	fmt.Println(evens, strs, Reduce(strs, 0, func(n int, s string) int { return n + len(s) }))
	groups := GroupBy(strings.Fields("apple avocado bean cherry banana"), func(s string) byte { return s[0] })
	fmt.Println(groups['a'], groups['b'], len(groups))
	fmt.Println(Sum(1, 2, 3), Sum(1.5, 2), Sum[Temp](3, 4))
	d := &Dog{Base: Base{"rex"}}
	c := Cat{&Base{"tom"}}
	ch := Chorus{d, c}
	ch = append(ch, ch)
	d.Rename("max")
	c.Rename("kit")
	fmt.Println(ch[:2].Sound(), ch.Name(), ch[2].Name())
	s := SetOf(1, 2, 3).And(SetOf(2, 3, 4))
	keys := make([]int, 0)
	for k := range s {
		keys = append(keys, k)
	}
	sort.Ints(keys)
	fmt.Println(keys, s.Has(2), len(s))
	fmt.Printf("%+v\n", NewConfig(WithSize(3), WithTags("x", "y"), WithTags("z")))
	people := []struct {
		Name string
		Age  int
	}{{"A", 30}, {"B", 25}, {"C", 30}, {"D", 25}}
	sort.SliceStable(people, func(i, j int) bool { return people[i].Age < people[j].Age })
	fmt.Println(people)
	slices.SortFunc(xs, func(a, b int) int { return b - a })
	i, ok := slices.BinarySearch([]int{1, 3, 5}, 3)
	fmt.Println(xs, slices.Max(xs), slices.Contains(xs, 8), slices.Index(xs, 9), i, ok, len(slices.Clone(xs)))
}
