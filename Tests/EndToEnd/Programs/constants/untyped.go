package main

import (
	"fmt"
	"math"
)

const (
	big   = 1 << 100
	small = big >> 99
	huge  = 1e1000 / 1e997
	third = 1.0 / 3
	c     = 'a' + 1
	f     = 'a' + 1.0
	i     = 2i * 2i
	s     = "con" + "stant"
	t     = len(s) > 3 && 'x' > 'a'
)

type Weekday int

const Monday Weekday = 1

func main() {
	fmt.Println(small, huge, third, c, f, i, s, t)
	fmt.Printf("%T %T %T %T %T %T\n", small, huge, c, f, i, t)
	var x float64 = 1 << 3
	var y float32 = 16777217
	var z int8 = -128
	var u uint8 = 255
	var w complex64 = 'a'
	fmt.Println(x, y, z, u, w)
	fmt.Println(5/2, 5.0/2, 5/2.0, -5/2, -5%3, 5%-3, 7.0/2*2)
	fmt.Println(math.MaxInt64, uint64(math.MaxUint64), math.MinInt64, math.Pi)
	fmt.Println(Monday+1, Weekday(3)*2)
	const h = 1.5e300 * 1e-300
	fmt.Println(h == 1.5, 0.1+0.2 == 0.3, float32(0.1)+float32(0.2) == float32(0.3))
	const mask = ^uint8(0)
	const neg = ^0
	fmt.Println(mask, neg, mask-1, 1^3, 6&^2, 1|4)
	var shift uint = 3
	var a = 1 << shift
	var b int64 = 1 << shift
	var d = uint8(1<<shift) << 6
	fmt.Println(a, b, d)
	fmt.Printf("%T\n", 1<<3.0)
	fmt.Println(real(i), imag(3i), len([10]int{}), cap([...]string{"a", "b"}))
}
