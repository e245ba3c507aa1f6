package main

import "fmt"

func main() {
	m := map[int]int{}
	for k := range 1000 {
		m[k] = k
	}
	go func() {
		for k := 0; ; k++ {
			m[k%1000] = k
		}
	}()
	sum := 0
	for range 1 << 20 {
		for k := range m {
			sum += k
		}
	}
	fmt.Println("not reached", sum)
}
