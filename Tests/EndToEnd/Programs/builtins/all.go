package main

import "fmt"

type S []int

func main() {
	fmt.Println(len("héé"), len([3]int{}), len(map[int]int{1: 1}), cap(make([]int, 1, 5)), len(S{1, 2}))
	fmt.Println(min(3, 1, 2), max(1.5, 2), min("b", "a"), max('a', 'b'), min(2.5, 1))
	var f1, f2 = 1.5, -0.0
	fmt.Println(min(f1, f2, 3), max(f1))
	nan := f2 / f2
	fmt.Println(min(nan, 1), max(1, nan))
	s := append(S(nil), 1, 2, 3)
	s = append(s, s...)
	fmt.Println(s, copy(s, s[3:]), copy(s[1:], []int{9}))
	b := append([]byte("ab"), "cd"...)
	fmt.Println(string(b), copy(b[1:], "XYZ"), string(b))
	c := complex(f1, 2)
	fmt.Println(c, real(c), imag(c), real(1+2i), complex(float32(1), 2))
	m := map[string]int{"a": 1, "b": 2}
	delete(m, "a")
	delete(m, "zz")
	fmt.Println(m)
	clear(m)
	clear(s)
	fmt.Println(m, s, len(s))
	p := new(int)
	*p++
	ps := new([]string)
	*ps = append(*ps, "x")
	fmt.Println(*p, *ps, *new(bool), *new(struct{ a int }))
	ch := make(chan int, 3)
	ch <- 1
	fmt.Println(len(ch), cap(ch))
	close(ch)
	_, ok := <-ch
	_, ok2 := <-ch
	fmt.Println(ok, ok2)
	func() {
		defer func() { fmt.Println("recovered:", recover(), recover()) }()
		panic(fmt.Sprintf("%d", 5))
	}()
	fmt.Println(recover())
	const n = len([...]int{1, 2, 3}) + cap([2]string{})
	var arr [n]int
	fmt.Println(len(arr), n)
	var np *[4]int
	fmt.Println(len(np), cap(np))
	var ns []int
	var nm map[string]bool
	var nc chan int
	fmt.Println(len(ns), cap(ns), len(nm), len(nc), cap(nc), nm["q"])
	fmt.Println(append([]int{}, ns...) == nil, append(ns, ns...) == nil)
	ms := make(map[string][]int, 100)
	ms["a"] = append(ms["a"], 5)
	fmt.Println(ms)
	sl := make([]string, 2)
	sl = append(sl[:1], "z")
	fmt.Printf("%q\n", sl)
	aa := append([][]int{{1}}, []int{2, 3}, nil)
	fmt.Println(aa, len(aa))
	any1 := append([]any{1}, "a", nil, 2.5)
	fmt.Println(any1...)
	println("to stderr", 1, true, 2.5, 'a', nil == any1[2])
	print("a", "b", 1, "\n")
}
