package main

import "fmt"

func show(name string, s []int) { fmt.Println(name, len(s), cap(s), s, s == nil) }

func grow() {
	var s []int
	last := -1
	for i := 0; i < 2000; i++ {
		s = append(s, i)
		if cap(s) != last {
			last = cap(s)
			fmt.Print(last, " ")
		}
	}
	fmt.Println()
	var b []byte
	last = -1
	for i := 0; i < 3000; i++ {
		b = append(b, byte(i))
		if cap(b) != last {
			last = cap(b)
			fmt.Print(last, " ")
		}
	}
	fmt.Println()
	type S struct{ a, b, c string }
	var t []S
	last = -1
	for i := 0; i < 300; i++ {
		t = append(t, S{})
		if cap(t) != last {
			last = cap(t)
			fmt.Print(last, " ")
		}
	}
	fmt.Println()
	var strs []string
	for _, n := range []int{5, 1, 7, 100} {
		strs = append(strs, make([]string, n)...)
		fmt.Print(len(strs), "/", cap(strs), " ")
	}
	fmt.Println()
}

func remove(s []int, i int) []int { return append(s[:i], s[i+1:]...) }
func insert(s []int, i, v int) []int {
	s = append(s, 0)
	copy(s[i+1:], s[i:])
	s[i] = v
	return s
}

func main() {
	a := [10]int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}
	s := a[2:5]
	show("a[2:5]", s)
	show("s[1:]", s[1:])
	show("s[:6]", s[:6])
	show("s[3:]", s[3:])
	show("a[:]", a[:])
	show("a[2:5:7]", a[2:5:7])
	show("a[2:2:2]", a[2:2:2])
	s = append(s, 100)
	fmt.Println(a, s)
	t := a[2:5:5]
	t = append(t, 200)
	t[0] = -1
	fmt.Println(a, t)
	var n []int
	show("nil", n)
	show("nil[:]", n[:])
	show("nil[0:0]", n[0:0])
	e := []int{}
	show("empty", e)
	show("make", make([]int, 3))
	show("make cap", make([]int, 2, 10))
	n = append(n, 1, 2, 3)
	n = append(n, n...)
	n = append(n, n[1:3]...)
	fmt.Println(n)
	show("append none", append([]int(nil)))
	fmt.Println(copy(n, n[2:]), n, copy(n[3:], n), n, copy(n, e))
	fmt.Println(remove([]int{1, 2, 3, 4}, 1), insert([]int{1, 2, 3}, 1, 9), remove([]int{1}, 0))
	grid := make([][]rune, 3)
	for i := range grid {
		grid[i] = make([]rune, 4)
		for j := range grid[i] {
			grid[i][j] = '.'
		}
	}
	grid[1][2] = '#'
	for _, row := range grid {
		fmt.Println(string(row))
	}
	p := &a
	ps := p[3:]
	ps[0] = 33
	fmt.Println(p[3], a[3], len(p), cap(p[5:]))
	for i, v := range a[:3] {
		a[2] = 77
		fmt.Print(i, v, " ")
	}
	fmt.Println()
	arr := [3]int{1, 2, 3}
	for i, v := range arr {
		arr[2] = 10
		fmt.Print(i, v, " ")
	}
	fmt.Println(arr)
	for i, v := range &arr {
		arr[2] = 20
		fmt.Print(i, v, " ")
	}
	fmt.Println()
	q := []int{1, 2, 3}
	for i := range q {
		q = append(q, i)
	}
	fmt.Println(q)
	stack := []string{}
	stack = append(stack, "a", "b", "c")
	top := stack[len(stack)-1]
	stack = stack[:len(stack)-1]
	fmt.Println(top, stack, stack[:3])
	clear(q)
	fmt.Println(q)
	b := [...]int{1, 2, 3}
	c := b
	c[0] = 9
	fmt.Println(b, c, b == c, b != [3]int{1, 2, 3})
	k := 3
	sl := a[k:][1:][:2]
	fmt.Println(sl, cap(sl))
	grow()
}
