// What type inference and constraint checks say. The compiler's answers are in inference.txt:
//
//	go build -gcflags=-e inference.go 2>&1 | sed -E 's,\(/.*/,(./,; /^#/d' > inference.txt
package main

type Number interface {
	~int | ~int64 | ~float64
}

type Stringer interface{ String() string }

type ID int

func (ID) String() string { return "" }

type Pointed struct{}

func (*Pointed) String() string { return "" }

type Names []string

type Pair[K comparable, V any] struct {
	key   K
	value V
}

type List[T any] struct{ next *List[T] }

func (l *List[T]) Push(x T) {}

func one[T any](x T) T                                  { panic(0) }
func two[T any](x, y T) T                               { panic(0) }
func slice[S ~[]E, E any](s S) E                        { panic(0) }
func mapped[S ~[]E, E, R any](s S, f func(E) R) []R     { panic(0) }
func pair[K comparable, V any](k K, v V) Pair[K, V]     { panic(0) }
func sum[T Number](x ...T) T                            { panic(0) }
func text[T Stringer](x T) string                       { panic(0) }
func fresh[T any]() T                                   { panic(0) }
func keys[M ~map[K]V, K comparable, V any](m M) []K     { panic(0) }
func pointer[T any, P interface{ *T; String() string }](x T) {}
func list[T any](l *List[T], x T)                       {}
func channel[T any](c <-chan T) T                       { panic(0) }
func apply[T any](f func(T), x T)                       {}
func three[A, B, C any](a A, f func(B) C)               {}
func exactly[T int](x T)                                {}

func good() {
	var names Names
	var id ID
	_ = one(1) + 2
	_ = two(1, 2.5) + 0.5
	_ = two('a', 1)
	_ = slice(names) + "x"
	_ = mapped(names, func(s string) int { return len(s) })[0] + 1
	_ = mapped([]int{1}, one[int])
	_ = mapped(names, one)
	_ = pair("a", id).value.String()
	_ = sum(1, 2.5, 3)
	_ = sum(id)
	_ = text(id)
	_ = text(&Pointed{})
	var n int = fresh[int]()
	_ = n
	_ = keys(map[string]bool{})
	pointer(Pointed{})
	list(&List[int]{}, 3)
	var c chan string
	_ = channel(c) + "x"
	apply(func(x float64) {}, 1)
	exactly(3)
	var f func(int) int = one
	var g func([]string) string = slice
	_, _ = f, g
}

func bad() {
	var names Names
	var id ID
	_ = two(1, "a")
	_ = two(names, id)
	_ = two(id, 2.5)
	_ = slice(id)
	_ = slice[[]int](names)
	_ = mapped(names, func(n int) int { return n })
	_ = pair(names, 1)
	_ = pair([]int{}, 1)
	_ = sum("a")
	_ = sum(id, 1.5)
	_ = text(1)
	_ = text(Pointed{})
	_ = fresh()
	_ = keys([]int{})
	pointer(id)
	list(&List[int]{}, "x")
	list(List[int]{}, 1)
	apply(func(x float64) {}, "x")
	apply(nil, nil)
	three(1, nil)
	three[int](1, 2)
	exactly(id)
	exactly("x")
	var f func(string) int = one
	var g func(int) = sum
	_, _ = f, g
	_ = one[int, int](1)
	_ = Pair[[]int, int]{}
	_ = Pair[int]{}
	_ = sum[string]
	_ = one
	_ = two[int](1, "x")
	var l List[int]
	l.Push("x")
	_ = mapped(names, pair)
}

func recursive[T any](n int, x T) {
	if n > 0 {
		recursive(n-1, x)
	}
}

func typeSets[T Number, P *int, E interface{}](x T, p P, e E) {
	_ = x + 1
	_ = x + 1.5
	_ = *p
	_ = e == e
	_ = x == x
	var s string = x
	_ = s
	_ = text(x)
	_ = sum(x)
	_ = slice(x)
}

func main() {}
