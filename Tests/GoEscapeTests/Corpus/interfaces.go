package main

import (
	"errors"
	"fmt"
	"os"
	"strings"
)

type shape interface{ area() float64 }

type square struct{ side float64 }

type circle struct{ radius float64 }

func (s square) area() float64 { return s.side * s.side }

func (c *circle) area() float64 { return 3 * c.radius * c.radius }

type failure struct{ code int }

func (f *failure) Error() string { return fmt.Sprintf("code %d", f.code) }

func total(shapes ...shape) (sum float64) {
	for _, s := range shapes {
		sum += s.area()
	}
	return
}

func fail(n int) error {
	if n == 0 {
		return errors.New("zero")
	}
	return fmt.Errorf("wrapped: %w", &failure{n})
}

func kind(v any) string {
	switch v := v.(type) {
	case int:
		return "int"
	case string:
		return v
	case error:
		return v.Error()
	case []int:
		return fmt.Sprint(len(v))
	}
	return "other"
}

func compare(a, b any) bool { return a == b }

func main() {
	var s shape = square{2}
	fmt.Println(s.area(), total(square{1}, &circle{2}))
	err := fail(3)
	var f *failure
	if errors.As(err, &f) {
		fmt.Fprintln(os.Stderr, f.code)
	}
	fmt.Println(kind(1), kind("a"), kind(err), kind([]int{1}), compare(1, "x"))
	var b strings.Builder
	b.WriteString("text")
	fmt.Fprintf(&b, "%d", 4)
	fmt.Println(b.String(), strings.Repeat("ab", 2), map[any]int{1: 2})
	i := 7
	var any interface{} = i
	fmt.Println(any.(int) + 1)
}
