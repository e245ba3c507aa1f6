package main

import "fmt"

func generate(c chan<- int) {
	for i := 2; ; i++ {
		c <- i
	}
}

func filter(in <-chan int, out chan<- int, prime int) {
	for {
		if i := <-in; i%prime != 0 {
			out <- i
		}
	}
}

func main() {
	c := make(chan int)
	go generate(c)
	for range 40 {
		prime := <-c
		fmt.Print(prime, " ")
		next := make(chan int)
		go filter(c, next, prime)
		c = next
	}
	fmt.Println()
}
