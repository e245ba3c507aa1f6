package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var wg sync.WaitGroup
	var mu sync.Mutex
	last, ok := time.Duration(0), true
	for i := range 500 {
		wg.Add(1)
		d := time.Duration((i*7919)%500+1) * time.Millisecond / 5
		time.AfterFunc(d, func() {
			defer wg.Done()
			mu.Lock()
			defer mu.Unlock()
			if d < last-80*time.Millisecond {
				ok = false
			}
			last = max(last, d)
		})
	}
	wg.Wait()
	fmt.Println(last, ok)
}
