package main

import "fmt"

func send(c chan<- int, n int)   { c <- n }
func recv(c <-chan int) int      { return <-c }
func both(c chan int) (chan<- int, <-chan int) { return c, c }

func main() {
	c := make(chan int, 2)
	send(c, 1)
	s, r := both(c)
	s <- 2
	fmt.Println(recv(r), recv(c), len(r), cap(s))
	fmt.Printf("%T %T %T\n", c, s, r)
	var cc chan (<-chan int)
	var cs chan<- chan int
	var cr <-chan (chan int)
	fmt.Printf("%T %T %T\n", cc, cs, cr)
}
