package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var wg sync.WaitGroup
	var mu sync.Mutex
	for _, n := range []int{50, 10, 40, 20, 30} {
		wg.Add(1)
		go func() {
			defer wg.Done()
			time.Sleep(time.Duration(n) * time.Millisecond)
			mu.Lock()
			fmt.Print(n, " ")
			mu.Unlock()
		}()
	}
	wg.Wait()
	fmt.Println()
}
