package main

import "fmt"

type Integer interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8
}
type Chars interface{ ~string | ~[]byte | ~[]rune }
type Any interface{ Integer | ~float64 | ~string }
type Level uint8

func (l Level) String() string { return [...]string{"low", "mid", "high"}[l] }

func Convert[To, From Integer | ~float64](x From) To { return To(x) }
func Size[T any](x T) string {
	switch any(x).(type) {
	case int8, uint8:
		return "1"
	case int, int64, float64:
		return "8"
	case string:
		return "string"
	}
	return fmt.Sprintf("%T", x)
}
func Count[S Chars](s S) (n int) { return len(s) }
func Sub[S ~string | ~[]byte](s S, i, j int) S { return s[i:j] }
func Bits[T Integer](x T) (n int) {
	for x != 0 {
		n++
		x &= x - 1
	}
	return
}
func Zero[T Any]() (z T) { return }
func Rev[T any, S ~[]T](s S) S {
	for i, j := 0, len(s)-1; i < j; i, j = i+1, j-1 {
		s[i], s[j] = s[j], s[i]
	}
	return s
}
func Fill[M ~map[K]V, K comparable, V any](m M, v V, ks ...K) M {
	for _, k := range ks {
		m[k] = v
	}
	return m
}
func Loop[T Integer](n T) (out []T) {
	for i := T(0); i < n; i++ {
		out = append(out, i)
	}
	return
}
func Send[C ~chan T | ~chan<- T, T any](c C, x T) { c <- x }
func Call[F ~func(A) R, A, R any](f F, a A) R     { return f(a) }
func Deref[P *T, T any](p P) T                    { return *p }

func main() {
	fmt.Println(Convert[int8](300.7), Convert[float64](7), Convert[uint8](-1), Convert[Level](2))
	fmt.Println(Size(int8(1)), Size(1), Size("s"), Size(Level(1)), Size([]int{}))
	fmt.Println(Count("héé"), Count([]rune("héé")), Sub("hello", 1, 3), string(Sub([]byte("hello"), 0, 2)))
	fmt.Println(Bits(255), Bits(int8(-1)), Bits(Level(3)), Zero[string]() == "", Zero[Level]())
	fmt.Println(Rev([]int{1, 2, 3}), Fill(map[string]int{}, 1, "a", "b"), Loop(int8(4)), Loop(Level(3)))
	c := make(chan int, 1)
	Send(c, 5)
	x := 9
	fmt.Println(<-c, Call(func(s string) int { return len(s) }, "abc"), Deref(&x))
}
