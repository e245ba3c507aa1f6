package main

import (
	. "fmt"
	str "strings"
	_ "sort"
)

var x = "package"

type T = []string
type (
	Celsius = float64
	Op      func(a, b int) int
	Rec     struct{ next *Rec }
)

func shadow(x int) (y int) {
	if x := x * 2; x > 5 {
		x := "string"
		y = len(x)
	} else {
		y = x
	}
	return
}

func types() {
	type T struct{ a int }
	t := T{1}
	{
		type T string
		t := T("inner")
		Printf("%T %v\n", t, t)
	}
	Printf("%T %v\n", t, t)
	type int64 = int
	var v int64 = 5
	Printf("%T\n", v)
}

func builtins() {
	len := func(s string) int { return 42 }
	true := false
	nil := 7
	print := Sprint
	Println(len("x"), true, nil, print("p"))
	type string = int
	var s string = 3
	Println(s + 1)
}

func multi() (int, error) { return 1, nil }

func main() {
	Println(x, shadow(1), shadow(10))
	x := x + " local"
	Println(x)
	{
		x, y := 1, 2
		Println(x, y)
		x, z := 3, 4
		Println(x, y, z)
	}
	Println(x, str.ToUpper("imported as str"))
	types()
	builtins()
	var t T = []string{"alias"}
	var c Celsius = 1.5
	var f float64 = c
	Printf("%T %T %v\n", t, c, f)
	var op Op = func(a, b int) int { return a - b }
	Println(op(5, 3))
	a, err := multi()
	b, err := multi()
	Println(a, b, err)
	var (
		i, j   = 1, "two"
		k      int
		l, m_n float32 = 1, 2
	)
	Println(i, j, k, l, m_n)
	var r Rec
	r.next = &r
	Println(r.next.next.next == &r)
	for x := 0; x < 2; x++ {
		x := x * 10
		Print(x, " ")
	}
	Println()
	switch x := 5; x {
	case 5:
		x := "case"
		Println(x)
	}
	var _, unused = 1, 2
	_ = unused
	π, 世界, _x1 := 3.14, "world", 1
	Println(π, 世界, _x1)
	goto end
end:
	Println("end")
}
