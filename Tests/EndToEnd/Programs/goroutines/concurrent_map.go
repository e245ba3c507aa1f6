package main

import "sync"

func main() {
	var mu sync.RWMutex
	m := map[int]int{}
	var wg sync.WaitGroup
	for i := range 20 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			mu.Lock()
			m[i%5] += i
			mu.Unlock()
			mu.RLock()
			_ = m[0]
			mu.RUnlock()
		}()
	}
	wg.Wait()
	println(len(m), m[0], m[4])
}
