package main

import "fmt"

func spiral(n int) [][]int {
	m := make([][]int, n)
	for i := range m {
		m[i] = make([]int, n)
	}
	top, left, bottom, right := 0, 0, n-1, n-1
	v := 1
	for v <= n*n {
		for c := left; c <= right; c++ {
			m[top][c] = v
			v++
		}
		top++
		for r := top; r <= bottom; r++ {
			m[r][right] = v
			v++
		}
		right--
		for c := right; c >= left; c-- {
			m[bottom][c] = v
			v++
		}
		bottom--
		for r := bottom; r >= top; r-- {
			m[r][left] = v
			v++
		}
		left++
	}
	return m
}

func main() {
	for _, row := range spiral(5) {
		for _, v := range row {
			fmt.Printf("%3d", v)
		}
		fmt.Println()
	}
	var pascal [8][]int
	for i := range pascal {
		pascal[i] = make([]int, i+1)
		pascal[i][0], pascal[i][i] = 1, 1
		for j := 1; j < i; j++ {
			pascal[i][j] = pascal[i-1][j-1] + pascal[i-1][j]
		}
		fmt.Printf("%*s%v\n", 8-i, "", pascal[i])
	}
}
