package main

import "fmt"

func depth(n int) int {
	var pad [16]int
	pad[n%16] = 1
	if n == 0 {
		return 0
	}
	return depth(n-1) + pad[n%16]
}

func main() {
	c := make(chan int)
	for i := range 20 {
		go func() {
			n := depth(i * 100)
			c <- n
		}()
	}
	sum := 0
	for range 20 {
		sum += <-c
	}
	fmt.Println(sum)
}
