package main

import "fmt"

type P struct {
	x, y int
	s    string
}
type I interface{ M() }
type A int
type B string

func (A) M() {}
func (B) M() {}

func main() {
	// Comparisons of everything that compares.
	fmt.Println(P{1, 2, "a"} == P{1, 2, "a"}, P{1, 2, "a"} != P{1, 2, "b"})
	fmt.Println([2]string{"x", "y"} == [2]string{"x", "y"}, [3]P{} == [3]P{2: {0, 0, ""}})
	var i, j I
	fmt.Println(i == j, i == nil)
	i, j = A(1), A(1)
	fmt.Println(i == j, i == I(A(2)), i == A(1))
	j = B("1")
	fmt.Println(i == j, i != j, j == B("1"))
	var e1, e2 interface{} = 1, 1.0
	fmt.Println(e1 == e2, e1 == 1, e2 == 1.0, e1 == interface{}(int64(1)))
	e1, e2 = P{1, 2, "q"}, P{1, 2, "q"}
	fmt.Println(e1 == e2)
	x, y := 1, 1
	px, py := &x, &y
	fmt.Println(px == py, px == &x, *px == *py)
	var np *int
	var nf func()
	var ns []int
	var nm map[string]int
	fmt.Println(np == nil, nf == nil, ns == nil, nm == nil, len(ns), len(nm), nm["q"])
	fmt.Println("a" < "b", "abc" < "abd", "Z" < "a", "" < "a", "ab" < "abc", "é" > "z", "b" >= "b")
	var u8 uint8 = 0xF0
	fmt.Println(u8>>4, u8<<1, ^u8, u8&0x3C, u8|0x0F, u8^0xFF, u8&^0x30, +u8, -u8)
	b1, b2 := true, false
	fmt.Println(b1 && b2, b1 || b2, !b1, b1 == b2, b1 != b2)
	n := 10
	n += 5
	n -= 3
	n *= 4
	n /= 5
	n %= 6
	n <<= 4
	n |= 3
	n &= 0x3E
	n ^= 1
	n &^= 2
	n >>= 1
	n++
	n--
	fmt.Println(n)
	s := "a"
	s += "b" + s
	fmt.Println(s)
	var arr [5]int
	for k := range arr {
		arr[k] += k * k
		arr[k]++
	}
	fmt.Println(arr)
	m := map[string]int{}
	m["x"]++
	m["x"] += 5
	m["y"] -= 2
	m["z"] |= 6
	fmt.Println(m)
	mp := map[string]*P{"p": {1, 2, "z"}}
	mp["p"].x += 10
	mp["p"].s += "!"
	fmt.Println(*mp["p"])
	defer func() { fmt.Println(recover()) }()
	e1, e2 = []int{1}, []int{1}
	fmt.Println(e1 == e2)
}
