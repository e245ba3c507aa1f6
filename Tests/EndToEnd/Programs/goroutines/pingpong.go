package main

import "fmt"

func player(name string, in <-chan int, out chan<- int, done chan<- string) {
	for n := range in {
		if n >= 6 {
			done <- fmt.Sprint(name, " ends at ", n)
			close(out)
			return
		}
		out <- n + 1
	}
	done <- name + " sees close"
}

func main() {
	a, b := make(chan int), make(chan int)
	done := make(chan string, 2)
	go player("ping", a, b, done)
	go player("pong", b, a, done)
	a <- 0
	fmt.Println(<-done)
	fmt.Println(<-done)
}
