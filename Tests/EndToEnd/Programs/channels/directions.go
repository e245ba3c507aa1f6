package main

import "fmt"

func produce(n int) <-chan int {
	c := make(chan int)
	go func() {
		defer close(c)
		for i := range n {
			c <- i * i
		}
	}()
	return c
}

func sum(in <-chan int, out chan<- int) {
	total := 0
	for v := range in {
		total += v
	}
	out <- total
}

func main() {
	out := make(chan int, 1)
	sum(produce(10), out)
	fmt.Println(<-out)
	var r <-chan int = make(chan int)
	fmt.Printf("%T %T %T\n", r, (chan<- bool)(nil), make(chan chan string))
}
