package main

import "fmt"

var (
	a = c + b
	b = f("b", d)
	c = f("c", 1)
	d = 3
)

var x, y = pair("xy")
var _ = f("blank", 0)
var table = build()
var fn = func() int { return late * 2 }
var usesFn = fn() + 1
var late = f("late", 20)
var m = map[string]int{"a": a, "z": zed()}
var ptr = &target
var target = f("target", 9)
var method = T{5}.get()
var arr = [...]int{f("arr0", 1), f("arr1", 2), late}
var iface interface{} = first
var first = f("first", 7)

type T struct{ n int }

func (t T) get() int { return t.n + hidden }

var hidden = f("hidden", 100)

func zed() int               { return f("zed", d) }
func f(name string, v int) int { fmt.Println("init", name, v); return v }
func pair(s string) (int, string) {
	fmt.Println("pair", s)
	return d, s
}
func build() map[int]string {
	fmt.Println("build", a)
	return map[int]string{a: "a"}
}

func init() {
	fmt.Println("init 1", a, b, c, d)
	counter++
}

var counter = 10

func init() {
	fmt.Println("init 2", counter)
}

const (
	k1 = len(name)
	name = "constant"
)

func main() {
	fmt.Println(a, b, c, d, x, y, table, usesFn, m, *ptr, method, arr, iface, k1)
	init := "a variable called init"
	fmt.Println(init)
}

func init() { fmt.Println("init 3") }
