package main

import (
	"cmp"
	"fmt"
	"iter"
	"strings"
)

type List[T any] struct {
	head, tail *node[T]
	size       int
}
type node[T any] struct {
	val  T
	next *node[T]
}

func (l *List[T]) Push(v T) *List[T] {
	n := &node[T]{val: v}
	if l.tail == nil {
		l.head, l.tail = n, n
	} else {
		l.tail.next = n
		l.tail = n
	}
	l.size++
	return l
}
func (l *List[T]) Each(f func(int, T)) {
	i := 0
	for n := l.head; n != nil; n = n.next {
		f(i, n.val)
		i++
	}
}
func (l *List[T]) All() iter.Seq2[int, T] {
	return func(yield func(int, T) bool) {
		i := 0
		for n := l.head; n != nil; n = n.next {
			if !yield(i, n.val) {
				return
			}
			i++
		}
	}
}

type Pair[K comparable, V any] struct {
	Key K
	Val V
}

func (p Pair[K, V]) String() string { return fmt.Sprintf("<%v=%v>", p.Key, p.Val) }
func MakePair[K comparable, V any](k K, v V) Pair[K, V] { return Pair[K, V]{k, v} }

type Tree[T any] struct {
	cmp  func(a, b T) int
	root *tnode[T]
}
type tnode[T any] struct {
	v    T
	l, r *tnode[T]
}

func NewTree[T cmp.Ordered]() *Tree[T] { return &Tree[T]{cmp: cmp.Compare[T]} }
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
func (t *Tree[T]) Walk(yield func(T) bool) { t.root.walk(yield) }
func (n *tnode[T]) walk(yield func(T) bool) bool {
	return n == nil || (n.l.walk(yield) && yield(n.v) && n.r.walk(yield))
}

type Container[T any] interface {
	Push(T) *List[T]
	All() iter.Seq2[int, T]
}
type Option[T any] struct {
	v  *T
}

func Some[T any](v T) Option[T] { return Option[T]{&v} }
func None[T any]() Option[T]    { return Option[T]{} }
func (o Option[T]) OrElse(d T) T {
	if o.v == nil {
		return d
	}
	return *o.v
}

type Num interface{ ~int | ~float64 }
type Matrix[T Num] [][]T

func (m Matrix[T]) Mul(o Matrix[T]) Matrix[T] {
	r := make(Matrix[T], len(m))
	for i := range m {
		r[i] = make([]T, len(o[0]))
		for j := range o[0] {
			for k := range o {
				r[i][j] += m[i][k] * o[k][j]
			}
		}
	}
	return r
}

type Cache[K comparable, V any] struct {
	data map[K]V
	miss func(K) (V, error)
	hits int
}

func (c *Cache[K, V]) Get(k K) (V, error) {
	if v, ok := c.data[k]; ok {
		c.hits++
		return v, nil
	}
	v, err := c.miss(k)
	if err != nil {
		var zero V
		return zero, err
	}
	if c.data == nil {
		c.data = make(map[K]V)
	}
	c.data[k] = v
	return v, nil
}

type Embedded[T any] struct {
	*List[T]
	Pair[string, T]
}
type Rec[T any] struct {
	kids map[string]*Rec[T]
	val  T
}
type Fn[A, B any] func(A) B

func (f Fn[A, B]) Apply(a A) B { return f(a) }
func Compose[A, B, C any](f Fn[A, B], g Fn[B, C]) Fn[A, C] {
	return func(a A) C { return g(f(a)) }
}

func main() {
	var l List[string]
	l.Push("a").Push("b").Push("c")
	l.Each(func(i int, s string) { fmt.Print(i, s, " ") })
	for i, v := range l.All() {
		fmt.Print(v, i, " ")
	}
	fmt.Println(l.size)
	fmt.Println(MakePair("x", 1), MakePair(2, []int{3}))
	fmt.Printf("%T %T %v\n", MakePair("x", 1.5), l, Pair[int, Pair[string, bool]]{1, MakePair("in", true)})
	t := NewTree[int]()
	for _, v := range []int{5, 3, 8, 3, 1} {
		fmt.Print(t.Insert(v), " ")
	}
	for v := range t.Walk {
		fmt.Print(v, " ")
	}
	fmt.Println()
	var c Container[int] = &List[int]{}
	c.Push(7)
	for _, v := range c.All() {
		fmt.Println(v)
	}
	fmt.Println(Some(3).OrElse(4), None[string]().OrElse("default"))
	fmt.Println(Matrix[int]{{1, 2}, {3, 4}}.Mul(Matrix[int]{{0, 1}, {1, 0}}))
	cache := Cache[string, int]{miss: func(s string) (int, error) {
		if s == "" {
			return 0, fmt.Errorf("empty")
		}
		return len(s), nil
	}}
	fmt.Println(cache.Get("abc"))
	fmt.Println(cache.Get("abc"))
	fmt.Println(cache.Get(""))
	fmt.Println(cache.hits)
	e := Embedded[float64]{&List[float64]{}, MakePair("k", 2.5)}
	e.Push(1.5)
	fmt.Println(e.size, e.Key, e.Val, e)
	r := Rec[int]{val: 1, kids: map[string]*Rec[int]{"x": {val: 2}}}
	fmt.Println(r.kids["x"].val)
	up := Fn[string, string](strings.ToUpper)
	fmt.Println(Compose(up, Fn[string, int](func(s string) int { return len(s) })).Apply("abcd"))
	var x any = l
	switch x.(type) {
	case List[int]:
		fmt.Println("ints")
	case List[string]:
		fmt.Println("strings")
	}
}
