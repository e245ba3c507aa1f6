package main

import "fmt"

func sum(base int, xs ...int) int {
	for _, x := range xs {
		base += x
	}
	return base
}
func change(xs ...int) {
	if len(xs) > 0 {
		xs[0] = 99
	}
}
func anys(xs ...any) string { return fmt.Sprint(len(xs), xs) }
func pass(xs ...any) string { return anys(xs...) + anys(xs) }
func nested(fs ...func(...int) int) int {
	t := 0
	for _, f := range fs {
		t += f(1, 2, 3)
	}
	return t
}
func two() (int, int) { return 4, 5 }

type T struct{}

func (T) join(sep string, parts ...string) string {
	out := ""
	for i, p := range parts {
		if i > 0 {
			out += sep
		}
		out += p
	}
	return out
}

func main() {
	s := []int{1, 2, 3}
	fmt.Println(sum(1), sum(1, 2), sum(0, s...), sum(two()), sum(1, s[1:]...))
	change(s...)
	fmt.Println(s)
	change(s[0], s[1])
	fmt.Println(s, anys(), anys(nil), anys(nil...), anys([]any{1, 2}...), anys([]int{1}), pass(1, "a"))
	fmt.Println(nested(func(xs ...int) int { return len(xs) }, func(xs ...int) int { return sum(0, xs...) }))
	fmt.Println(T{}.join("-", "a", "b"), T.join(T{}, "+", []string{"x", "y"}...))
	f := T{}.join
	fmt.Println(f(",", "p", "q"), f(""))
	fmt.Printf("%T %T\n", sum, f)
}
