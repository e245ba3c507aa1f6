package main

import "fmt"

func info(name string, s []int) { fmt.Println(name, s, len(s), cap(s), s == nil) }

func main() {
	a := [6]int{0, 1, 2, 3, 4, 5}
	s := a[1:4]
	info("s", s)
	info("s[:5]", s[:5])
	info("s[1:2:3]", s[1:2:3])
	t := append(s, 100)
	info("t", t)
	fmt.Println(a)
	u := append(s[:1:1], 7, 8)
	info("u", u)
	fmt.Println(a)
	var n []int
	info("n", n)
	info("n[:]", n[:])
	info("empty", []int{})
	n = append(n, s...)
	info("n", n)
	info("made", make([]int, 2, 10))
	copy(n, []int{9, 9})
	info("n", n)
	fmt.Println(copy(n[1:], n), n)
	b := []byte("hello")
	b = append(b, " world"...)
	fmt.Println(string(b), copy(b, "JELLY"), string(b))
	ss := [][]int{{1}, {2, 3}, {}}
	ss[0] = append(ss[0], 4)
	fmt.Println(ss, len(ss[2]))
	clear(ss[1])
	fmt.Println(ss)
	clear(ss)
	fmt.Println(ss, ss[0] == nil)
	var stack []string
	for _, w := range []string{"a", "b", "c"} {
		stack = append(stack, w)
	}
	for len(stack) > 0 {
		top := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		fmt.Print(top)
	}
	fmt.Println()
	x := []int{1, 2, 3, 4, 5}
	x = append(x[:1], x[2:]...)
	fmt.Println(x)
	x = append(x, 0)
	copy(x[2:], x[1:])
	x[1] = 42
	fmt.Println(x)
	for i, j := 0, len(x)-1; i < j; i, j = i+1, j-1 {
		x[i], x[j] = x[j], x[i]
	}
	fmt.Println(x)
	caps := []int{}
	last := -1
	var g []int
	for i := 0; i < 2000; i++ {
		g = append(g, i)
		if cap(g) != last {
			last = cap(g)
			caps = append(caps, last)
		}
	}
	fmt.Println(caps)
	q := append([]int(nil), make([]int, 5)...)
	fmt.Println(len(q), cap(q))
	r := append([]string{}, "a", "b", "c")
	fmt.Println(len(r), cap(r))
	y := x[:0]
	for _, v := range x {
		if v%2 == 0 {
			y = append(y, v)
		}
	}
	fmt.Println(y, x)
}
