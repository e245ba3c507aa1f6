package main

import "fmt"

type P struct{ x, y int }

func get() P { return P{1, 2} }

func main() {
	x := 5
	p := &x
	pp := &p
	**pp = 6
	fmt.Println(x, *p == **pp)
	a := []P{{1, 2}}
	q := &a[0].y
	*q = 9
	fmt.Println(a)
	r := &P{3, 4}
	r.x++
	s := &(*r)
	s.y++
	fmt.Println(*r, r == s)
	v := get()
	pv := &v
	pv.x = 100
	fmt.Println(v, get())
	arr := [3]int{1, 2, 3}
	pa := &arr[1]
	arr = [3]int{7, 8, 9}
	fmt.Println(*pa)
	var np *P
	func() {
		defer func() { fmt.Println(recover()) }()
		np.y = 1
	}()
	f := func() *int { n := 3; return &n }
	i, j := f(), f()
	*i++
	fmt.Println(*i, *j, i != j)
	m := map[string]*int{"x": i}
	*m["x"] *= 10
	fmt.Println(*i)
}
