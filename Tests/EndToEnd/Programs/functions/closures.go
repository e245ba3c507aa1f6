package main

import (
	"fmt"
	"sort"
)

func counter() (inc func() int, get func() int) {
	n := 0
	inc = func() int { n++; return n }
	get = func() int { return n }
	return
}

func accumulator(start float64) func(float64) float64 {
	return func(x float64) float64 { start += x; return start }
}

type Handler func(string) string

func (h Handler) Twice(s string) string { return h(h(s)) }

func middleware(h Handler, names ...string) Handler {
	for _, n := range names {
		next := h
		h = func(s string) string { return n + "(" + next(s) + ")" }
	}
	return h
}

func memo(f func(int) int) func(int) int {
	cache := map[int]int{}
	calls := 0
	return func(n int) int {
		if v, ok := cache[n]; ok {
			return v
		}
		calls++
		v := f(n)
		cache[n] = v
		return v*1000 + calls
	}
}

func gen(n int) []func() int {
	var fs []func() int
	for i := 0; i < n; i++ {
		fs = append(fs, func() int { i += 10; return i })
	}
	return fs
}

type Acc struct{ total int }

func (a *Acc) Add(n int)   { a.total += n }
func (a Acc) Show() string { return fmt.Sprint("total ", a.total) }

func main() {
	inc, get := counter()
	inc()
	inc()
	inc2, get2 := counter()
	inc2()
	fmt.Println(get(), get2(), inc(), get())
	acc := accumulator(1.5)
	acc(1)
	fmt.Println(acc(2))
	h := middleware(func(s string) string { return "<" + s + ">" }, "a", "b", "c")
	fmt.Println(h("x"), Handler(h).Twice("y"))
	m := memo(func(n int) int { return n * n })
	fmt.Println(m(3), m(4), m(3))
	for _, f := range gen(3) {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println()
	// A loop variable changed in the body counts for the loop, too.
	var fs []func() int
	for i := 0; i < 6; i++ {
		fs = append(fs, func() int { return i })
		i++
	}
	for _, f := range fs {
		fmt.Print(f(), " ")
	}
	fmt.Println(len(fs))
	var prints []func()
	for k, v := range []string{"a", "b", "c"} {
		prints = append(prints, func() { fmt.Print(k, v, " ") })
	}
	for i := range 3 {
		prints = append(prints, func() { i *= 2; fmt.Print(i, " ") })
	}
	for _, p := range prints {
		p()
		p()
	}
	fmt.Println()
	var a Acc
	add := a.Add
	show := a.Show
	add(5)
	a.Add(2)
	fmt.Println(show(), a.Show(), Acc.Show(a))
	(*Acc).Add(&a, 10)
	bound := (&a).Show
	a.total = 0
	fmt.Println(bound(), a.total)
	x := 1
	func() {
		x := x + 1
		func() { x++; fmt.Println("inner", x) }()
	}()
	fmt.Println("outer", x)
	words := []string{"banana", "fig", "apple", "kiwi"}
	byLen := func(i, j int) bool { return len(words[i]) < len(words[j]) }
	sort.Slice(words, byLen)
	fmt.Println(words)
	var fact func(int) int
	fact = func(n int) int {
		if n <= 1 {
			return 1
		}
		return n * fact(n-1)
	}
	fmt.Println(fact(10))
	funcs := map[string]func(...int) int{
		"sum": func(ns ...int) (t int) {
			for _, n := range ns {
				t += n
			}
			return
		},
		"len": func(ns ...int) int { return len(ns) },
	}
	fmt.Println(funcs["sum"](1, 2, 3), funcs["len"](1, 2))
	fib := func() func() int {
		a, b := 0, 1
		return func() (r int) {
			r = a
			a, b = b, a+b
			return
		}
	}()
	for range 10 {
		fmt.Print(fib(), " ")
	}
	fmt.Println()
	type node struct {
		v    int
		next func() *node
	}
	var mk func(int) *node
	mk = func(v int) *node { return &node{v, func() *node { return mk(v * 2) }} }
	n := mk(1)
	for range 5 {
		n = n.next()
	}
	fmt.Println(n.v)
	y, z := 1, "z"
	set := func(ny int, nz string) { y, z = ny, nz }
	set(5, "five")
	fmt.Println(y, z)
	arr := [3]int{1, 2, 3}
	chg := func() { arr[1] = 20 }
	chg()
	fmt.Println(arr)
}
