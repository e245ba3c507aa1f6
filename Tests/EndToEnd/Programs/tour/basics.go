package main

import (
	"fmt"
	"math"
	"math/cmplx"
)

var (
	ToBe   bool       = false
	MaxInt uint64     = 1<<64 - 1
	z      complex128 = cmplx.Sqrt(-5 + 12i)
)

const (
	Big   = 1 << 100
	Small = Big >> 99
)

func add(x, y int) int         { return x + y }
func swap(x, y string) (string, string) { return y, x }
func split(sum int) (x, y int) {
	x = sum * 4 / 9
	y = sum - x
	return
}
func needInt(x int) int           { return x*10 + 1 }
func needFloat(x float64) float64 { return x * 0.1 }

func main() {
	fmt.Printf("Now you have %g problems.\n", math.Sqrt(7))
	a, b := swap("hello", "world")
	fmt.Println(a, b, add(42, 13))
	fmt.Println(split(17))
	fmt.Printf("Type: %T Value: %v\n", ToBe, ToBe)
	fmt.Printf("Type: %T Value: %v\n", MaxInt, MaxInt)
	fmt.Printf("Type: %T Value: %v\n", z, z)
	var x, y int = 3, 4
	var f float64 = math.Sqrt(float64(x*x + y*y))
	fmt.Println(x, y, uint(f))
	fmt.Println(needInt(Small), needFloat(Small), needFloat(Big))
}
