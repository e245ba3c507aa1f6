package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	total := 0
	var mu sync.Mutex
	for round := range 5 {
		for i := range 4 {
			wg.Add(1)
			go func() {
				defer wg.Done()
				mu.Lock()
				total += i * round
				mu.Unlock()
			}()
		}
		wg.Wait()
		fmt.Println(round, total)
	}
}
