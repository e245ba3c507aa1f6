package main

import "fmt"

func at(s []int, i int) int { return s[i] }

func main() {
	defer fmt.Println("deferred runs")
	fmt.Println(at([]int{1, 2, 3}, 1))
	fmt.Println(at([]int{1, 2, 3}, 3))
}
