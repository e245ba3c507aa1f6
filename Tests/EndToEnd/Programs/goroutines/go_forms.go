package main

import "fmt"

type counter struct{ n int }

func (c *counter) add(k int, done chan<- int) { c.n += k; done <- c.n }
func (c counter) show(done chan<- int)         { done <- c.n }

type adder interface{ add(int, chan<- int) }

func variadic(done chan<- int, all ...int) { done <- len(all) }

func generic[T any](v T, out chan<- T) { out <- v }

func main() {
	done := make(chan int)
	c := &counter{1}
	go c.add(2, done)
	fmt.Println(<-done)
	var a adder = c
	go a.add(3, done)
	fmt.Println(<-done)
	go c.show(done)
	fmt.Println(<-done)
	f := c.add
	go f(4, done)
	fmt.Println(<-done)
	go (*counter).add(c, 5, done)
	fmt.Println(<-done)
	go variadic(done, 1, 2, 3)
	fmt.Println(<-done)
	go variadic(done, []int{1, 2}...)
	fmt.Println(<-done)
	go generic("text", nil)
	s := make(chan string)
	go generic("text", s)
	fmt.Println(<-s)
	go func(x int) { done <- x }(c.n * 2)
	c.n = 0
	fmt.Println(<-done)
	go println()
	m := make(map[int]int)
	m[1] = 1
	go delete(m, 1)
	go close(done)
	_, ok := <-done
	fmt.Println(ok)
}
