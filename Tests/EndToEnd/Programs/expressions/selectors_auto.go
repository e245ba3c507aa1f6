package main

import "fmt"

type T0 struct{ x int }

func (*T0) M0() string { return "M0" }

type T1 struct{ y int }

func (T1) M1() string { return "M1" }

type T2 struct {
	z int
	T1
	*T0
}

func (*T2) M2() string { return "M2" }

type Q *T2

func main() {
	t := T2{3, T1{2}, &T0{1}}
	p := &t
	var q Q = p
	fmt.Println(t.z, p.z, t.y, p.y, p.x, q.x, (*q).x, (*p.T0).x)
	fmt.Println(p.M0(), p.M1(), p.M2(), t.M2(), (*q).M0())
	p.T0.x = 9
	q.y = 8
	fmt.Println(t.x, t.y)
}
