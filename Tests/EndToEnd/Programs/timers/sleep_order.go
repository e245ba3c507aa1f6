package main

import (
	"fmt"
	"time"
)

func main() {
	c := make(chan int)
	for _, ms := range []int{30, 10, 20, 5} {
		go func() {
			time.Sleep(time.Duration(ms) * time.Millisecond)
			c <- ms
		}()
	}
	for range 4 {
		fmt.Println(<-c)
	}
}
