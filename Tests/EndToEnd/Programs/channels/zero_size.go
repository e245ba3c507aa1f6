package main

import "fmt"

func main() {
	c := make(chan struct{}, 1000)
	for range 700 {
		c <- struct{}{}
	}
	fmt.Println(len(c), cap(c))
	close(c)
	n := 0
	for range c {
		n++
	}
	fmt.Println(n)
	d := make(chan [0]int)
	go func() { d <- [0]int{} }()
	fmt.Println(<-d)
}
