package main

import "fmt"

func main() {
	m := map[int]int{}
	go func() {
		for k := 0; ; k++ {
			m[k%1000] = k
		}
	}()
	sum := 0
	for k := 0; k < 1<<28; k++ {
		sum += m[k%1000]
	}
	fmt.Println("not reached", sum)
}
