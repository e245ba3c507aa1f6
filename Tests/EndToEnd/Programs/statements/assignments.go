package main

import "fmt"

type T struct {
	a, b int
	p    *T
	arr  [3]int
	m    map[string]int
}

func two() (int, string) { return 7, "seven" }
func get(t *T) *T        { fmt.Print("get "); return t }

func main() {
	var a, b, c = 1, 2, 3
	a, b, c = c, a, b
	fmt.Println(a, b, c)
	t := T{m: map[string]int{}}
	t.p = &t
	t.p.p.a, t.arr[1], t.m["x"] = 1, 2, 3
	fmt.Println(t.a, t.arr, t.m)
	get(&t).a += 10
	get(&t).arr[2]++
	get(&t).m["x"] *= 5
	fmt.Println(t.a, t.arr, t.m)
	_, t.b = 1, 2
	n, s := two()
	_, s2 := two()
	n, _ = two()
	fmt.Println(n, s, s2, t.b)
	x := []int{1, 2, 3}
	i := 0
	i, x[i] = 2, 9
	x[i], i = 8, 1
	fmt.Println(i, x)
	x[0], x[1], x[2] = x[2], x[0], x[1]
	fmt.Println(x)
	var p *int
	q := new(int)
	p, *q = q, 5
	fmt.Println(*p)
	v, ok := t.m["x"]
	_, ok2 := t.m["y"]
	fmt.Println(v, ok, ok2)
	var e any = 5
	v, ok = e.(int)
	_, isS := e.(string)
	fmt.Println(v, ok, isS)
	var f float64
	var r rune
	f, r = 'a', 98
	fmt.Println(f, r)
	u := uint8(250)
	u += 10
	u <<= 1
	u |= 1
	u &^= 4
	u %= 7
	fmt.Println(u)
	str := "a"
	str += "b" + str
	fmt.Println(str)
	arr := [2][2]int{{1, 2}, {3, 4}}
	arr[0], arr[1] = arr[1], arr[0]
	brr := arr
	brr[0][0] = 100
	fmt.Println(arr, brr)
	func() { a, b = 100, 200 }()
	fmt.Println(a, b)
	var k struct{ x, y int }
	k.x, k.y = 1, k.x
	fmt.Println(k)
	pt := &k
	*pt = struct{ x, y int }{5, 6}
	pt.x, pt.y = pt.y, pt.x
	fmt.Println(k)
	var fib [10]int
	for i, a, b := 0, 0, 1; i < len(fib); i, a, b = i+1, b, a+b {
		fib[i] = a
	}
	fmt.Println(fib)
	mm := map[string][]int{}
	mm["a"] = append(mm["a"], 1)
	mm["a"][0] += 5
	fmt.Println(mm)
	ms := map[string]struct{ n int }{"k": {1}}
	if w, ok := ms["k"]; ok {
		w.n++
		ms["k"] = w
	}
	fmt.Println(ms)
}
