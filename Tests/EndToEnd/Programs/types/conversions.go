package main

import "fmt"

type Meters float64
type Feet float64
type Name string
type IDs []int
type Point struct{ X, Y int }
type Pixel struct{ X, Y int }

func main() {
	f := 3.99
	fmt.Println(int(f), int(-f), int8(f), uint(f), int64(1e18), float32(f))
	big := 1<<53 + 1
	fmt.Println(float64(big), int(float64(big)) == big, float32(16777217))
	i := -1
	fmt.Println(uint8(i), uint16(i), uint32(i), uint64(i), uint(i))
	u := uint32(0x89ABCDEF)
	fmt.Println(int8(u), int16(u), int32(u), int64(u), uint8(u), uint16(u))
	var r rune = '世'
	fmt.Println(string(r), string(rune(65)), string(rune(-1)), string(rune(0x10FFFF+1)) == "\uFFFD")
	b := []byte("héllo")
	rs := []rune("héllo")
	fmt.Println(b, rs, len(b), len(rs), string(b), string(rs))
	b[0] = 'H'
	fmt.Println(string(b), string(rs[1:3]))
	m := Meters(10)
	ft := Feet(m * 3.28)
	fmt.Println(m, ft, float64(ft)/float64(m))
	n := Name("go")
	fmt.Println(string(n)+"pher", n+"lang", len(n), []byte(n), []rune(n))
	ids := IDs{1, 2, 3}
	plain := []int(ids)
	plain[0] = 9
	fmt.Println(ids, plain)
	p := Point{1, 2}
	px := Pixel(p)
	pp := (*Pixel)(&p)
	pp.X = 7
	fmt.Println(p, px, *pp)
	sl := []int{1, 2, 3, 4}
	arr := [4]int(sl)
	pa := (*[2]int)(sl)
	pa[1] = 20
	sl[0] = 10
	fmt.Println(arr, *pa, sl)
	var e interface{} = Name("x")
	_, isString := e.(string)
	_, isName := e.(Name)
	fmt.Println(isString, isName)
	var fn func(int) int = func(x int) int { return x * x }
	type op func(int) int
	fmt.Println(op(fn)(5), (func(int) int)(op(fn))(6))
	var u64 uint64 = 1 << 63
	fmt.Println(float64(u64), uint64(float64(u64)), float32(u64))
	fmt.Println(uint64(float64(1<<62)*1.5), int64(float32(-f)))
	c := complex64(complex(1.5, -2))
	fmt.Println(c, complex128(c), real(c), imag(c))
	defer func() { fmt.Println(recover()) }()
	_ = [5]int(sl)
}
