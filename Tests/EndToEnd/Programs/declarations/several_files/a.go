package main

import "fmt"

var A = initA()

func initA() int {
	fmt.Println("A needs B", B)
	return B + 1
}

func init() { fmt.Println("init a.go", A, B, C) }

func main() {
	fmt.Println("main", A, B, C, helper(4), Stack{1, 2}.Top())
	var s Shape = sq(3)
	fmt.Println(s.Area(), kinds)
}
