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
type Stringish interface{ ~string | ~[]byte }
type StringerNum interface {
	Number
	fmt.Stringer
}
type Meters float64

func (m Meters) String() string { return fmt.Sprintf("%.1fm", float64(m)) }

func Sum[T Number](xs ...T) (s T) {
	for _, x := range xs {
		s += x
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
	for _, e := range s {
		if keep(e) {
			out = append(out, e)
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
	ks := make([]K, 0, len(m))
	for k := range m {
		ks = append(ks, k)
	}
	sort.Slice(ks, func(i, j int) bool { return ks[i] < ks[j] })
	return ks
}
func Len[T Stringish](s T) int { return len(s) }
func MaxOf[T cmp.Ordered](a T, rest ...T) T {
	for _, r := range rest {
		a = max(a, r)
	}
	return a
}
func Show[T StringerNum](xs []T) string {
	var b strings.Builder
	for _, x := range xs {
		b.WriteString(x.String())
	}
	return b.String() + fmt.Sprint(Sum(xs...))
}
func Ptr[T any](v T) *T { return &v }
func Zero[T any]() (z T) { return }
func Index[T comparable](xs []T, x T) int {
	for i, v := range xs {
		if v == x {
			return i
		}
	}
	return -1
}
func Must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

type Set[T comparable] map[T]struct{}

func (s Set[T]) Add(vs ...T) Set[T] {
	for _, v := range vs {
		s[v] = struct{}{}
	}
	return s
}
func (s Set[T]) Has(v T) bool { _, ok := s[v]; return ok }

type setter[T any] interface {
	*T
	Set(string)
}
type cfg struct{ v string }

func (c *cfg) Set(s string) { c.v = s }
func FromStrings[T any, PT setter[T]](ss []string) []T {
	out := make([]T, len(ss))
	for i, s := range ss {
		PT(&out[i]).Set(s)
	}
	return out
}

type IDs []int

func main() {
	fmt.Println(Sum(1, 2, 3), Sum(1.5, 2), Sum[Meters](1, 2), Sum[int8]())
	fmt.Println(Map([]int{1, 2}, func(i int) string { return fmt.Sprint(i, "!") }))
	odd := Filter(IDs{1, 2, 3}, func(i int) bool { return i%2 == 1 })
	fmt.Printf("%T %v\n", odd, odd)
	fmt.Println(Reduce([]string{"a", "bb"}, 0, func(n int, s string) int { return n + len(s) }))
	fmt.Println(Keys(map[string]bool{"z": true, "a": false}), Len("abc"), Len([]byte{1}))
	fmt.Println(MaxOf(3, 9, 2), MaxOf("a", "c", "b"), Show([]Meters{1, 2.5}))
	fmt.Println(*Ptr(5), Zero[string]() == "", Zero[*int]() == nil, Index([]any{1, "x"}, any("x")))
	s := Set[string]{}.Add("a", "b")
	fmt.Println(s.Has("a"), s.Has("q"), len(s))
	fmt.Println(FromStrings[cfg]([]string{"x", "y"}))
	fmt.Println(Must(1, nil))
	func() {
		defer func() { fmt.Println(recover()) }()
		Must(0, errors.New("bad"))
	}()
	f := Map[int, float64]
	fmt.Printf("%T %v\n", f, f([]int{1}, func(i int) float64 { return float64(i) / 2 }))
	var g func(...int) int = Sum
	fmt.Println(g(4, 5))
}
