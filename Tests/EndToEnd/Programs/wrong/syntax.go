package main

import "fmt"

func main() {
	fmt.Println("a"
	x := [3]int{1, 2
	if x == 1
	{
	}
}
