package main

import "fmt"

type T struct {
	a int
	s []int
}

func main() {
	var x, y any = T{1, nil}, T{2, nil}
	fmt.Println(x == y)
	y = T{1, nil}
	fmt.Println(x == y)
}
