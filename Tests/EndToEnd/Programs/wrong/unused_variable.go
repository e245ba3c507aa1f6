package main

import "fmt"

func main() {
	x := 1
	y, z := 2, 3
	fmt.Println(z)
	for i, v := range []int{1} {
		fmt.Println(v)
	}
}
