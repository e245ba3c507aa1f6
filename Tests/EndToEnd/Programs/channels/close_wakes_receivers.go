package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

func main() {
	start := make(chan struct{})
	var wg sync.WaitGroup
	var sum atomic.Int64
	for i := range 10 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			<-start
			sum.Add(int64(i))
		}()
	}
	time.Sleep(time.Millisecond)
	fmt.Println(sum.Load())
	close(start)
	wg.Wait()
	fmt.Println(sum.Load())
}
