package main

import "fmt"

var (
	a = c + b
	b = f()
	c = func() int { fmt.Println("c"); return 1 }()
	d = 3
)

func f() int {
	fmt.Println("f", d)
	d++
	return d
}

var x, y = pair()

func pair() (int, string) { fmt.Println("pair", z); return z, "y" }

var z = g(a)

func g(n int) int { fmt.Println("g", n); return n * 2 }

var m = map[string]func() int{"h": h}

func h() int { return late }

var late = 99
var _ = func() bool { fmt.Println("blank"); return true }()

type t struct{ n int }

func (v t) get() int { return v.n + late2 }

var usesMethod = t{1}.get()
var late2 = g(5)

func init() { fmt.Println("init 1", a, b, c, d) }
func init() { fmt.Println("init 2", x, y, z) }

func main() {
	fmt.Println("main", m["h"](), usesMethod)
}

func init() { fmt.Println("init 3") }
