package main

import (
	"errors"
	"fmt"
)

type T struct {
	a int
	b string
	c [2]float64
	d any
}
type E struct{}

func (E) Error() string { return "E" }

func try(name string, f func() bool) {
	defer func() {
		if r := recover(); r != nil {
			err, ok := r.(error)
			fmt.Println(name, "panic:", r, ok && err != nil)
		}
	}()
	fmt.Println(name, f())
}

func main() {
	x, y := T{1, "a", [2]float64{1, 2}, 5}, T{1, "a", [2]float64{1, 2}, 5}
	fmt.Println(x == y, x != y)
	y.d = "5"
	fmt.Println(x == y)
	y.d = []int{1}
	x.d = []int{1}
	try("struct", func() bool { return x == y })
	x.a = 2
	try("different first", func() bool { return x == y })
	var a, b any = map[int]int{}, func() {}
	try("maps", func() bool { return a == a })
	try("funcs", func() bool { return b == b })
	try("mixed", func() bool { return a == b })
	try("nil", func() bool { return a == nil })
	m := map[any]int{}
	try("key", func() bool { m[[]int{1}] = 2; return true })
	try("lookup", func() bool { return m[a] == 0 })
	try("struct key", func() bool { m[T{d: a}] = 2; return true })
	try("array key", func() bool { m[[1]any{b}] = 2; return true })
	try("delete", func() bool { delete(m, b); return true })
	p, q := new(int), new(int)
	fmt.Println(p == p, p == q, *p == *q)
	c1, c2 := make(chan int), make(chan int)
	fmt.Println(c1 == c1, c1 == c2)
	var e1, e2 error = E{}, E{}
	fmt.Println(e1 == e2, e1 == error(E{}), errors.New("x") == errors.New("x"))
	var pe error = &E{}
	fmt.Println(pe == e1, pe == nil)
	fmt.Println([2]any{1, "a"} == [2]any{1, "a"}, [2]string{"a"} == [...]string{"a", ""})
	nan := 0.0
	nan /= nan
	fmt.Println(nan == nan, nan != nan, nan < 1, nan > 1, [1]float64{nan} == [1]float64{nan})
	fmt.Println("abc" < "abd", "Z" < "a", "" == "", "a" >= "b", 'a' < 'b', true != false)
	var i8 any = int8(1)
	fmt.Println(i8 == int8(1), i8 == 1, i8 == any(1))
	var zero struct{}
	fmt.Println(zero == struct{}{})
	var iface interface{ Error() string } = E{}
	fmt.Println(iface == e1, E{} == iface)
	fmt.Println(0.0 == -0.0, 1i == complex(0, 1))
}
