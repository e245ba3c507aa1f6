package main

import (
	"fmt"
	"time"
)

func main() {
	c := make(chan int)
	quit := make(chan bool)
	go func() {
		for i := range 3 {
			c <- i
			time.Sleep(time.Millisecond)
		}
		close(quit)
	}()
	var got []int
	for {
		select {
		case v := <-c:
			got = append(got, v)
		case <-quit:
			fmt.Println(got)
			return
		default:
			time.Sleep(100 * time.Microsecond)
		}
	}
}
