package main

import "fmt"

type In struct {
	a [2]int
	s string
}
type Out struct {
	in In
	p  *int
	f  float64
}

func main() {
	n := 1
	x := Out{In{[2]int{1, 2}, "s"}, &n, 1.5}
	y := x
	fmt.Println(x == y, x.in == y.in)
	y.in.a[1] = 3
	fmt.Println(x == y, x != y)
	y = x
	m := 1
	y.p = &m
	fmt.Println(x == y, *x.p == *y.p)
	set := map[Out]int{x: 1}
	set[x]++
	set[y]++
	fmt.Println(len(set), set[x], set[Out{}])
	type bs struct {
		a bool
		b int64
		c bool
	}
	fmt.Println(bs{true, 1, false} == bs{true, 1, false}, bs{c: true} == bs{})
}
