package main

import "fmt"

type A struct {
	X int
	y string
}

func main() {
	var s struct {
		X int
		y string
	}
	var a A = s
	s = A{1, "q"}
	a = A(s)
	fmt.Println(a, s, a == s)
	p := &struct{ X int }{5}
	q := (*struct{ X int })(p)
	q.X = 6
	fmt.Println(p.X)
	f := func(s struct{ A, B int }) int { return s.A * s.B }
	type pair struct{ A, B int }
	fmt.Println(f(pair{3, 4}))
}
