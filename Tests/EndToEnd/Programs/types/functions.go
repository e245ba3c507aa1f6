package main

import (
	"errors"
	"fmt"
	"strings"
)

type op func(int, int) (int, error)
type middleware func(handler) handler
type handler func(string) string

func (o op) apply(a, b int) string {
	r, err := o(a, b)
	if err != nil {
		return "error: " + err.Error()
	}
	return fmt.Sprint(r)
}
func logged(h handler) handler {
	return func(s string) string { return "[" + h(s) + "]" }
}
func upper(h handler) handler {
	return func(s string) string { return strings.ToUpper(h(s)) }
}
func chain(h handler, ms ...middleware) handler {
	for i := len(ms) - 1; i >= 0; i-- {
		h = ms[i](h)
	}
	return h
}
func variadic(prefix string, xs ...int) string {
	return fmt.Sprint(prefix, len(xs), xs == nil, xs)
}
func fib() func() int {
	a, b := 0, 1
	return func() int {
		defer func() { a, b = b, a+b }()
		return a
	}
}
func named(a int) (x, y int, err error) {
	defer func() {
		if e := recover(); e != nil {
			err = fmt.Errorf("recovered: %v", e)
		}
	}()
	x = 10 / a
	y = x * 2
	return
}
func multi() (int, string) { return 1, "one" }
func take(i int, s string) string { return fmt.Sprint(i, s) }

func main() {
	var div op = func(a, b int) (int, error) {
		if b == 0 {
			return 0, errors.New("division by zero")
		}
		return a / b, nil
	}
	fmt.Println(div.apply(7, 2), div.apply(1, 0))
	fmt.Println(chain(func(s string) string { return "hi " + s }, logged, upper, logged)("bob"))
	fmt.Println(variadic("a"), variadic("b", 1), variadic("c", []int{1, 2, 3}...), variadic("d", nil...))
	f := fib()
	for range 10 {
		fmt.Print(f(), " ")
	}
	fmt.Println()
	fmt.Println(named(2))
	fmt.Println(named(0))
	fmt.Println(take(multi()))
	table := map[string]func(float64, float64) float64{
		"+": func(a, b float64) float64 { return a + b },
		"-": func(a, b float64) float64 { return a - b },
	}
	fmt.Println(table["+"](1, 2), table["-"](1, 2), table["*"] == nil)
	var rec func(int) int
	rec = func(n int) int {
		if n < 2 {
			return 1
		}
		return n * rec(n-1)
	}
	fmt.Println(rec(10))
	counters := make([]func() int, 3)
	for i := range counters {
		counters[i] = func() int { i += 10; return i }
	}
	fmt.Println(counters[0](), counters[0](), counters[1](), counters[2]())
	fmt.Println(func(xs ...string) int { return len(xs) }("a", "b"))
	compose := func(fs ...func(int) int) func(int) int {
		return func(x int) int {
			for _, f := range fs {
				x = f(x)
			}
			return x
		}
	}
	fmt.Println(compose(func(x int) int { return x + 1 }, func(x int) int { return x * x })(4))
	func(fs ...func()) {
		for _, f := range fs {
			defer f()
		}
	}(func() { fmt.Println("1") }, func() { fmt.Println("2") })
}
