package main

import "fmt"

type inner struct {
	a [2]string
	m map[string]int
}
type all struct {
	i  int
	f  float64
	s  string
	b  bool
	p  *int
	sl []int
	fn func()
	e  error
	c  chan int
	in inner
	c1 complex128
	r  rune
	any
}

func main() {
	var v all
	fmt.Printf("%v\n%+v\n", v, v)
	fmt.Println(v.p == nil, v.sl == nil, v.fn == nil, v.e == nil, v.c == nil, v.in.m == nil, v.any == nil)
	fmt.Println(len(v.sl), cap(v.sl), len(v.in.m), len(v.c), cap(v.c), v.in.m["x"])
	var arr [3][2]int
	fmt.Println(arr)
	for range v.sl {
		panic("never")
	}
	for range v.in.m {
		panic("never")
	}
	delete(v.in.m, "x")
	v.sl = append(v.sl, 1)
	fmt.Println(v.sl)
	x, y := 1, "two"
	x, z := 3, x
	fmt.Println(x, y, z)
	var a, b = 1, 2.5
	var c, d int
	c, d = d, c
	a, b = int(b), float64(a)
	fmt.Println(a, b, c, d)
	if x, w := 10, x; w == 3 {
		fmt.Println(x, w)
	}
	fmt.Println(x)
}
