package main

import "fmt"

func main() {
	c := make(chan int)
	done := make(chan bool)
	go func() {
		for v := range c {
			fmt.Println("got", v)
		}
		done <- true
	}()
	for i := range 5 {
		c <- i
	}
	close(c)
	<-done
}
