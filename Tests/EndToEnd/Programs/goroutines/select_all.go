package main

import (
	"fmt"
	"time"
)

func main() {
	a, b := make(chan int), make(chan string)
	done := make(chan struct{})
	go func() {
		for i := range 3 {
			a <- i
		}
		close(done)
	}()
	go func() { b <- "hello" }()
	got := 0
	for n := 0; n < 4; n++ {
		select {
		case v := <-a:
			got += v
		case s, ok := <-b:
			fmt.Println(s, ok)
		}
	}
	<-done
	fmt.Println(got)
	t := time.After(70 * time.Millisecond)
	tick := time.NewTicker(20 * time.Millisecond)
	n := 0
loop:
	for {
		select {
		case <-tick.C:
			n++
		case <-t:
			break loop
		}
	}
	tick.Stop()
	fmt.Println("ticks", n > 0)
	out := make(chan int, 1)
	for i := range 4 {
		select {
		case out <- i:
			fmt.Println("sent", i)
		case v := <-out:
			fmt.Println("received", v)
		}
	}
	var nilch chan int
	select {
	case nilch <- 1:
	case <-nilch:
	case <-time.After(time.Millisecond):
		fmt.Println("timeout")
	}
	closed := make(chan int)
	close(closed)
	select {
	case v, ok := <-closed:
		fmt.Println(v, ok)
	}
	arr := [2]int{}
	i := 0
	c := make(chan int, 2)
	c <- 5
	c <- 6
	select {
	case arr[i] = <-c:
	}
	var ok bool
	select {
	case arr[1], ok = <-c:
	}
	fmt.Println(arr, ok)
	func() {
		defer func() { fmt.Println(recover()) }()
		select {
		case closed <- 1:
		default:
		}
	}()
}
