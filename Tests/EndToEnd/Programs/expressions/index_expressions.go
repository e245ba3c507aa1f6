package main

import "fmt"

type M map[string]int
type PA *[3]int

func main() {
	a := [3]int{1, 2, 3}
	p := &a
	var pa PA = p
	s := a[:]
	fmt.Println(a[1], p[1], pa[2], s[0], "str"[1], string("str"[1]))
	p[0] = 10
	(*pa)[1] = 20
	fmt.Println(a, s)
	m := M{"a": 1}
	fmt.Println(m["a"], m["zz"], M(nil)["q"])
	var i8 int8 = 2
	var u64 uint64 = 1
	fmt.Println(a[i8], a[u64], s['\x01'], a[2.0])
	ss := [][]string{{"a", "b"}, {"c"}}
	fmt.Println(ss[0][1], ss[1][0][0])
	f := map[string][]func(int) int{"x": {func(i int) int { return i * 3 }}}
	fmt.Println(f["x"][0](5))
}
