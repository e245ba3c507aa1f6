package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	var seen [5]int
	for i := 0; i < 5; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			seen[i]++
		}()
	}
	wg.Wait()
	fmt.Println(seen)
}
