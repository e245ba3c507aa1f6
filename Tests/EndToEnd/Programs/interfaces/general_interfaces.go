package main

import "fmt"

type Signed interface{ ~int | ~int32 | ~int64 }
type Float interface{ ~float32 | ~float64 }
type Num interface {
	Signed | Float
}
type IntStr interface {
	~int
	String() string
}
type My int

func (m My) String() string { return fmt.Sprintf("My(%d)", int(m)) }
func abs[T Num](x T) T {
	if x < 0 {
		return -x
	}
	return x
}
func both[T IntStr](x T) string { return x.String() + fmt.Sprint(int(x)+1) }
func eq[T comparable](a, b T) bool { return a == b }

func main() {
	fmt.Println(abs(-3), abs(-2.5), abs(My(-1)), both(My(4)))
	fmt.Println(eq("a", "a"), eq(1.5, 2), eq[any](1, "x"), eq(struct{ a int }{1}, struct{ a int }{1}))
	func() {
		defer func() { fmt.Println(recover()) }()
		fmt.Println(eq[any]([]int{}, []int{}))
	}()
}
