package main

import "fmt"

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	n := -1
	try(func() { _ = make(chan int, n) })
	huge := 1 << 60
	try(func() { _ = make(chan [1024]byte, huge) })
	var c chan int
	try(func() { close(c) })
	c = make(chan int)
	close(c)
	try(func() { close(c) })
	try(func() { c <- 1 })
	try(func() {
		select {
		case c <- 1:
		default:
			fmt.Println("default")
		}
	})
	v, ok := <-c
	fmt.Println(v, ok)
}
