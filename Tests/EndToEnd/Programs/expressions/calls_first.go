package main

import "fmt"

type T struct{ x, y int }

var g = "go"
var n = 1
var sl = []int{1}
var p = &T{1, 2}
var arr = [3]int{1, 2, 3}
var m = map[string]int{"a": 1}
var fl = 1.5
var i8 int8 = 3
var any1 any = 1

func reset() {
	g, n, sl, p, arr, fl, i8, any1 = "go", 1, []int{1}, &T{1, 2}, [3]int{1, 2, 3}, 1.5, 3, 1
	m = map[string]int{"a": 1}
}
func f() int {
	g, n, sl, arr, fl, i8, any1 = "longer", 50, []int{9, 9}, [3]int{9, 9, 9}, 9.5, 9, 9
	p.x = 99
	m["a"] = 7
	return 0
}

func main() {
	fmt.Println([]int{len(g), f()}); reset()
	fmt.Println([]int{len(sl), f()}); reset()
	fmt.Println([]int{cap(sl), f()}); reset()
	fmt.Println([]int{n + 1, f()}); reset()
	fmt.Println([]int{-n, f()}); reset()
	fmt.Println([]int{n * 2, f()}); reset()
	fmt.Println([]int{n, f()}); reset()
	fmt.Println([]int{int(i8), f()}); reset()
	fmt.Println([]int{int(fl), f()}); reset()
	fmt.Println([]int{p.x, f()}); reset()
	fmt.Println([]int{p.x + 1, f()}); reset()
	fmt.Println([]int{sl[0], f()}); reset()
	fmt.Println([]int{arr[1], f()}); reset()
	fmt.Println([]int{m["a"], f()}); reset()
	fmt.Println([]int{int(g[0]), f()}); reset()
	fmt.Println([]string{g[:1], fmt.Sprint(f())}); reset()
	fmt.Println([]string{g + "x", fmt.Sprint(f())}); reset()
	fmt.Println([]bool{n == 1, f() == 0}); reset()
	fmt.Println([]bool{!(n == 1), f() == 0}); reset()
	fmt.Println([]bool{n == 1 && i8 == 3, f() == 0}); reset()
	fmt.Println([]int{any1.(int), f()}); reset()
	fmt.Println([]any{any1, f()}); reset()
	fmt.Println([]int{max(n, 2), f()}); reset()
	fmt.Println([]float64{fl * 2, float64(f())}); reset()
	fmt.Println([]float64{float64(n), float64(f())}); reset()
	fmt.Println([]int{len([]rune(g)), f()}); reset()
	fmt.Println([]int{len(m), f()}); reset()
	fmt.Println([]complex128{complex(fl, 1), complex(float64(f()), 0)}); reset()
	fmt.Println(len(g) + f()); reset()
	fmt.Println(n + f()); reset()
	fmt.Println(n*2 + f()); reset()
	fmt.Println(p.x + f()); reset()
	fmt.Println(sl[0] + f()); reset()
	fmt.Println(int(i8) + f()); reset()
	fmt.Println(len(sl) + f()); reset()
	x, y := n, f()
	fmt.Println(x, y); reset()
	x, y = len(g), f()
	fmt.Println(x, y); reset()
	fmt.Println(func() (int, int) { return len(g), f() }()); reset()
	fmt.Println(func() (int, int) { return n, f() }()); reset()
	loc, ls := 1, "go"
	fc := func() int { loc = 50; ls = "longer"; return 0 }
	fmt.Println([]int{len(ls), fc()}); ls = "go"
	fmt.Println(len(ls) + fc()); ls = "go"
	fmt.Println([]int{loc, fc()})
}
