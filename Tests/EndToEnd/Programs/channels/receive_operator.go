package main

import "fmt"

func main() {
	c := make(chan int, 3)
	c <- 1
	c <- 2
	c <- 3
	close(c)
	x := <-c
	var y, ok = <-c
	z := (<-c) * 10
	v, ok2 := <-c
	fmt.Println(x, y, ok, z, v, ok2, <-c)
	cc := make(chan chan string, 1)
	s := make(chan string, 1)
	cc <- s
	s <- "nested"
	fmt.Println(<-<-cc)
	done := make(chan struct{})
	go func() { close(done) }()
	<-done
	f := func(n int) int { return n + 1 }
	n := make(chan int, 2)
	n <- f(1)
	n <- <-n * 2
	fmt.Println(f(<-n))
}
