package main

import "fmt"

type token struct{}

func producer(n int) <-chan int {
	ch := make(chan int)
	go func() {
		defer close(ch)
		for i := 0; i < n; i++ {
			ch <- i
		}
	}()
	return ch
}
func square(in <-chan int, out chan<- int) {
	for v := range in {
		out <- v * v
	}
	close(out)
}

func main() {
	out := make(chan int, 2)
	go square(producer(5), out)
	for v := range out {
		fmt.Print(v, " ")
	}
	fmt.Println()
	b := make(chan string, 3)
	b <- "a"
	b <- "b"
	fmt.Println(len(b), cap(b))
	close(b)
	x, ok := <-b
	fmt.Println(x, ok, <-b)
	x, ok = <-b
	fmt.Printf("%q %v\n", x, ok)
	done := make(chan token)
	go func() { fmt.Println("working"); done <- token{} }()
	<-done
	cc := make(chan chan int, 1)
	c := make(chan int, 1)
	cc <- c
	(<-cc) <- 42
	fmt.Println(<-c)
	var nilch chan int
	select {
	case <-nilch:
		fmt.Println("never")
	default:
		fmt.Println("default")
	}
	fmt.Println(nilch == nil, c == c, c != make(chan int, 1))
	var ro <-chan int = c
	c <- 1
	fmt.Println(<-ro)
	fs := make(chan func() string, 1)
	fs <- func() string { return "called" }
	fmt.Println((<-fs)())
	results := make(chan [2]int)
	for i := range 3 {
		go func() { results <- [2]int{i, i * 10} }()
	}
	sum := [2]int{}
	for range 3 {
		r := <-results
		sum[0] += r[0]
		sum[1] += r[1]
	}
	fmt.Println(sum)
	for i := range cap(b) {
		fmt.Print(i)
	}
	fmt.Println()
}
