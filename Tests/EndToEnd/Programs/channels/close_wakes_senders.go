package main

import (
	"fmt"
	"runtime"
	"time"
)

func main() {
	c := make(chan int)
	result := make(chan string)
	for range 3 {
		go func() {
			defer func() { result <- fmt.Sprint(recover()) }()
			c <- 1
			fmt.Println("sent?")
		}()
	}
	for range 3 {
		runtime.Gosched()
	}
	time.Sleep(time.Millisecond)
	close(c)
	for range 3 {
		fmt.Println(<-result)
	}
}
