package main

import "fmt"

func main() {
	c := make(chan int, 1)
	n := 0
	for range 100 {
		select {
		case c <- 1:
			n++
		case v := <-c:
			n += v * 1000
		}
	}
	fmt.Println(n)
}
