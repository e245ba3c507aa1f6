package main

import "fmt"

func main() {
	var c chan int
	fmt.Println(len(c), cap(c), c == nil)
	select {
	case v := <-c:
		fmt.Println(v)
	default:
		fmt.Println("default")
	}
	select {
	case c <- 1:
	default:
		fmt.Println("default")
	}
}
