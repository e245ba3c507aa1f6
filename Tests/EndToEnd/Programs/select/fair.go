package main

import "fmt"

func main() {
	a, b, c := make(chan int, 1000), make(chan int, 1000), make(chan int, 1000)
	for i := range 1000 {
		a <- i
		b <- i
		c <- i
	}
	var n [3]int
	for range 900 {
		select {
		case <-a:
			n[0]++
		case <-b:
			n[1]++
		case <-c:
			n[2]++
		}
	}
	fmt.Println(n[0]+n[1]+n[2], n[0] > 200, n[1] > 200, n[2] > 200)
}
