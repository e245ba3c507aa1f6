package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	var mu sync.RWMutex
	var wg sync.WaitGroup
	data := map[int]int{}
	readers, most := 0, 0
	var count sync.Mutex
	for i := range 5 {
		wg.Add(2)
		go func() {
			defer wg.Done()
			mu.Lock()
			defer mu.Unlock()
			runtime.Gosched()
			data[i] = i
		}()
		go func() {
			defer wg.Done()
			mu.RLock()
			count.Lock()
			readers++
			most = max(most, readers)
			count.Unlock()
			runtime.Gosched()
			_ = data[i]
			count.Lock()
			readers--
			count.Unlock()
			mu.RUnlock()
		}()
	}
	wg.Wait()
	fmt.Println(len(data), most >= 1, readers)
	fmt.Println(mu.TryRLock(), mu.TryRLock(), mu.TryLock())
	mu.RUnlock()
	mu.RUnlock()
	fmt.Println(mu.TryLock(), mu.TryRLock())
	mu.Unlock()
	l := mu.RLocker()
	l.Lock()
	fmt.Println(mu.TryLock())
	l.Unlock()
}
