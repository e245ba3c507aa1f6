package main

import (
	"fmt"
	"strconv"
)

type List[T any] []T
type Fn[A, B any] func(A) B

func Apply[A, B any](x A, f Fn[A, B]) B       { return f(x) }
func Pair[A, B any](a A, b B) func() (A, B)    { return func() (A, B) { return a, b } }
func First[T any, L ~[]T](l L) (T, L)          { return l[0], l[1:] }
func Conv[To, From any](x From, f func(From) To) To { return f(x) }
func Ptr[T any](p *T) T                        { return *p }
func Chan[T any](c chan T, v T) T              { c <- v; return <-c }
func MapOf[K comparable, V any](k K, v V) map[K]V { return map[K]V{k: v} }
func Nested[T any](x [][]T) T                  { return x[0][0] }
func Func[T, R any](f func(T) (R, error), x T) R {
	r, err := f(x)
	if err != nil {
		fmt.Println("error:", err)
	}
	return r
}
func Mixed[T int | float64](a, b T) T { return a + b }
func Sum[T int | float64 | string](xs ...T) (s T) {
	for _, x := range xs {
		s += x
	}
	return
}

type Num interface{ ~int | ~float64 }

func Scale[S ~[]E, E Num](s S, c E) S {
	r := make(S, len(s))
	for i, v := range s {
		r[i] = v * c
	}
	return r
}

type Vec []float64

func (v Vec) Len() int { return len(v) }
func id[T any](x T) T  { return x }

func main() {
	fmt.Println(Apply(3, strconv.Itoa)+"!", Apply("x", func(s string) int { return len(s) }))
	a, b := Pair(1, "b")()
	fmt.Println(a, b)
	x, rest := First(List[string]{"p", "q"})
	fmt.Printf("%v %T\n", x, rest)
	fmt.Println(Conv[string](5, func(i int) string { return fmt.Sprint(i, "?") }), Ptr(new(int)))
	fmt.Println(Chan(make(chan string, 1), "c"), MapOf("k", []int{1}), Nested([][]rune{{'r'}}))
	fmt.Println(Func(strconv.Atoi, "12"), Func(strconv.Atoi, "x"))
	fmt.Println(Mixed(1, 2.5), Mixed(1, 2), Sum("a", "b"), Sum[float64](1, 2))
	fmt.Println(Scale(Vec{1, 2}, 3).Len())
	var f func(int) int = id
	g := id[string]
	fmt.Println(f(1), g("g"), Apply(2, id[int]))
	var fs []func(string) string = []func(string) string{g, g}
	fmt.Println(len(fs), fs[0]("z"))
}
