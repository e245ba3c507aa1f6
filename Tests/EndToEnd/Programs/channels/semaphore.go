package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	tokens := make(chan struct{}, 2)
	done := make(chan int)
	running, most := 0, 0
	var mu sync.Mutex
	for i := range 8 {
		go func() {
			tokens <- struct{}{}
			mu.Lock()
			running++
			most = max(most, running)
			mu.Unlock()
			runtime.Gosched()
			mu.Lock()
			running--
			mu.Unlock()
			<-tokens
			done <- i
		}()
	}
	sum := 0
	for range 8 {
		sum += <-done
	}
	fmt.Println(sum, most <= 2)
}
