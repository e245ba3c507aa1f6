package main

import (
	"fmt"
	"time"
)

func main() {
	m := map[int]int{}
	for i := range 4 {
		go func() {
			for k := 0; ; k++ {
				m[k%1000] = i
			}
		}()
	}
	time.Sleep(10 * time.Second)
	fmt.Println("not reached")
}
