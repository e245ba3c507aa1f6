package main

import "fmt"

var m = map[uint8]uint8{}

func f() uint8 { m[99] = 5; return 1 }

func main() {
	m[1] = 10
	m[uint8(len(m))<<2] -= f()
	fmt.Println(m)
	m = map[uint8]uint8{1: 10}
	m[uint8(len(m))] = f()
	fmt.Println(m)
	m = map[uint8]uint8{1: 10}
	m[f()] = uint8(len(m))
	fmt.Println(m)
	m = map[uint8]uint8{1: 10}
	m[m[1]] = f()
	fmt.Println(m)
	m = map[uint8]uint8{1: 10}
	m[f()+uint8(len(m))] += uint8(len(m))
	fmt.Println(m)
	s := []int{1, 2, 3}
	g := func() int { s = []int{7, 8, 9, 10}; return 1 }
	s[len(s)-1] = g()
	fmt.Println(s)
	s = []int{1, 2, 3}
	s[len(s)-1] += g()
	fmt.Println(s)
	s = []int{1, 2, 3}
	s[g()] += len(s)
	fmt.Println(s)
	i := 0
	h := func() int { i = 2; return 50 }
	s[i] = h()
	fmt.Println(s)
	i = 0
	s[i] += h()
	fmt.Println(s)
	i = 0
	s[i], s[h()-49] = h(), i
	fmt.Println(s)
	i = 0
	a, b := s[i], h()
	fmt.Println(a, b)
	i = 0
	x, y := s[:i+1], h()
	fmt.Println(x, y)
	p := &struct{ a, b int }{1, 2}
	q := p
	k := func() int { p = &struct{ a, b int }{10, 20}; return 5 }
	p.a = k()
	fmt.Println(*p, *q)
	p.b += k()
	fmt.Println(*p, *q)
	mm := map[string]map[string]int{"a": {}}
	r := func() int { mm = map[string]map[string]int{"a": {"z": 1}}; return 3 }
	mm["a"]["k"] = r()
	fmt.Println(mm)
	mm["a"]["k"] += r()
	fmt.Println(mm)
	arr := [3]int{1, 2, 3}
	t := func() int { arr = [3]int{4, 5, 6}; return 9 }
	arr[1] = t()
	fmt.Println(arr)
	arr[1] += t()
	fmt.Println(arr)
	z := arr[1] + t()
	fmt.Println(z)
	ch := make(chan int, 3)
	ch <- 1
	ch <- 2
	s[<-ch] = <-ch
	fmt.Println(s)
	str := "abc"
	u := func() string { str = "xyz"; return "!" }
	str += u()
	fmt.Println(str)
	str = str + u() + str
	fmt.Println(str)
	cond := false
	v := func() bool { cond = true; return true }
	w := cond == v()
	fmt.Println(w)
	switch i = 1; i {
	case h() - 48:
		fmt.Println("two")
	case i - 1:
		fmt.Println("i-1")
	default:
		fmt.Println("default", i)
	}
	fmt.Println(func() (int, int) { i = 0; return i, h() }())
	func(a, b int) { fmt.Println(a, b) }(i, h())
	i = 0
	func(a ...int) { fmt.Println(a) }(i, h(), i)
}
