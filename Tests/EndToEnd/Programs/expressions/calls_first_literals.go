package main

import "fmt"

var g = "go"
var n = 1

func f() uint16  { g = "longer text"; n = 50; return 7 }
func h(a, b any) { fmt.Println(a, b) }

type S struct{ a, b uint16 }

func main() {
	s := []uint16{uint16(len(g)), f(), 3}
	fmt.Println(s)
	g, n = "go", 1
	a := [3]uint16{uint16(len(g)), f(), 3}
	fmt.Println(a)
	g, n = "go", 1
	st := S{uint16(len(g)), f()}
	fmt.Println(st)
	g, n = "go", 1
	fmt.Println(len(g), f(), len(g))
	g, n = "go", 1
	x := uint16(len(g)) + f()
	fmt.Println(x)
	g, n = "go", 1
	m := map[int]uint16{n: f(), 5: uint16(n)}
	fmt.Println(m)
	g, n = "go", 1
	si := []int{n, int(f()), n}
	fmt.Println(si)
	g, n = "go", 1
	sp := &S{uint16(n), f()}
	fmt.Println(*sp)
	g, n = "go", 1
	h(n, f())
	g, n = "go", 1
	ss := []string{g, fmt.Sprint(f()), g}
	fmt.Println(ss)
	g, n = "go", 1
	y, z := n, f()
	fmt.Println(y, z)
	g, n = "go", 1
	ss = append(ss, g, fmt.Sprint(f()))
	fmt.Println(ss)
	loc := 1
	fl := func() int { loc = 9; return 5 }
	fmt.Println(loc, fl(), loc)
	loc = 1
	sl := []int{loc, fl(), loc}
	fmt.Println(sl)
	loc = 1
	sa := [3]int{loc, fl(), loc}
	fmt.Println(sa)
	loc = 1
	w := loc + fl()
	fmt.Println(w)
	nest := [][]uint16{{uint16(n), f()}, {uint16(n)}}
	fmt.Println(nest)
	g, n = "go", 1
	nest2 := []S{{uint16(n), f()}, {uint16(n), f()}}
	fmt.Println(nest2)
	g, n = "go", 1
	var ifs = []any{n, f(), n}
	fmt.Println(ifs...)
	g, n = "go", 1
	b := uint16(n)*2 == f() || n == 1
	fmt.Println(b)
}
