package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.Mutex
	cond := sync.NewCond(&mu)
	ready := make(chan bool)
	done := make(chan int)
	for i := range 3 {
		go func() {
			mu.Lock()
			ready <- true
			cond.Wait()
			mu.Unlock()
			done <- i
		}()
		<-ready
		mu.Lock()
		mu.Unlock()
	}
	for range 3 {
		cond.Signal()
		fmt.Println(<-done)
	}
}
