package main

import "fmt"

func modify(s []int)         { s[0] = 100; s = append(s, 1); s[0] = 200 }
func modifyP(s *[]int)       { *s = append(*s, 7) }
func tail(s []int) []int     { return s[len(s)-1:] }

func main() {
	a := make([]int, 3, 10)
	b := a
	modify(a)
	fmt.Println(a, b, len(a))
	modifyP(&a)
	fmt.Println(a, len(b), b[:4])
	c := append(a, 1)
	d := append(a, 2)
	fmt.Println(c[4], d[4])
	full := []int{1, 2}
	e := append(full, 3)
	e[0] = 50
	fmt.Println(full, e)
	m := [][]int{make([]int, 2), make([]int, 2)}
	n := make([][]int, len(m))
	copy(n, m)
	n[0][0] = 9
	fmt.Println(m, tail(full))
	x := []int{1, 2, 3, 4, 5}
	copy(x[1:], x)
	fmt.Println(x)
	y := x[1:3]
	y = append(y, 99)
	fmt.Println(x, y, cap(y))
	z := x[1:3:3]
	z = append(z, 77)
	fmt.Println(x, z)
	var grid [3][3]rune
	for i := range grid {
		for j := range grid[i] {
			grid[i][j] = '.'
		}
	}
	row := grid[1][:]
	row[1] = 'X'
	for _, r := range grid {
		fmt.Println(string(r[:]))
	}
}
