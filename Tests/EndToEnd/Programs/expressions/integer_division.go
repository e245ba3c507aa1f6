package main

import "fmt"

func main() {
	for _, p := range [][2]int{{5, 3}, {-5, 3}, {5, -3}, {-5, -3}, {6, 3}, {1, 2}} {
		x, y := p[0], p[1]
		q, r := x/y, x%y
		fmt.Println(x, y, q, r, q*y+r == x)
	}
	x := -9223372036854775808
	m := -1
	fmt.Println(x/m, x%m)
	var i8 int8 = -128
	n := int8(-1)
	fmt.Println(i8/n, i8%n)
	for _, d := range []int{11, -11} {
		fmt.Println(d/4, d%4, d>>2, d&3)
	}
	f := 7.5
	fmt.Println(f/2, int(f)/2, uint(7)/2)
}
