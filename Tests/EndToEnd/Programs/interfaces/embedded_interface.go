package main

import (
	"fmt"
	"sort"
)

type reverse struct{ sort.Interface }

func (r reverse) Less(i, j int) bool { return r.Interface.Less(j, i) }

type A interface{ M1() string }
type B interface {
	A
	M2() string
}
type C interface {
	A
	B
	interface{ M3() string }
}
type T struct{}

func (T) M1() string { return "m1" }
func (T) M2() string { return "m2" }
func (T) M3() string { return "m3" }

func main() {
	xs := []int{3, 1, 2}
	sort.Sort(reverse{sort.IntSlice(xs)})
	fmt.Println(xs)
	var c C = T{}
	var b B = c
	var a A = b
	fmt.Println(a.M1(), b.M2(), c.M3(), a.(C).M2())
}
