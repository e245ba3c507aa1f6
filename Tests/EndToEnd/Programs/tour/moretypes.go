package main

import (
	"fmt"
	"strings"
)

type Vertex struct{ X, Y int }

var (
	v1 = Vertex{1, 2}
	v2 = Vertex{X: 1}
	v3 = Vertex{}
	p  = &Vertex{1, 2}
)

func printSlice(s []int) { fmt.Printf("len=%d cap=%d %v\n", len(s), cap(s), s) }

type LatLong struct{ Lat, Long float64 }

var m = map[string]LatLong{
	"Bell Labs": {40.68433, -74.39967},
	"Google":    {37.42202, -122.08408},
}

func compute(fn func(float64, float64) float64) float64 { return fn(3, 4) }
func adder() func(int) int {
	sum := 0
	return func(x int) int {
		sum += x
		return sum
	}
}

func main() {
	i, j := 42, 2701
	q := &i
	*q = 21
	q = &j
	*q = *q / 37
	fmt.Println(i, j, v1, p, v2, v3)
	names := [4]string{"John", "Paul", "George", "Ringo"}
	a := names[0:2]
	b := names[1:3]
	b[0] = "XXX"
	fmt.Println(a, b, names)
	s := []int{2, 3, 5, 7, 11, 13}
	s = s[:0]
	printSlice(s)
	s = s[:4]
	printSlice(s)
	s = s[2:]
	printSlice(s)
	board := [][]string{{"_", "_", "_"}, {"_", "_", "_"}, {"_", "_", "_"}}
	board[0][0], board[2][2], board[1][2], board[1][0] = "X", "O", "X", "O"
	for i := 0; i < len(board); i++ {
		fmt.Printf("%s\n", strings.Join(board[i], " "))
	}
	fmt.Println(m)
	fmt.Println(compute(func(x, y float64) float64 { return x*x + y }))
	pos, neg := adder(), adder()
	for i := 0; i < 5; i++ {
		fmt.Print(pos(i), neg(-2*i), " ")
	}
	fmt.Println()
}
