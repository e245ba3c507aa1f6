package main

import "fmt"

func main() {
	m := map[int]int{1: 1}
	for k := range m {
		m[k] = 2
		delete(m, 7)
		m[k]++
	}
	fmt.Println(m)
	f := func() int { m[5] = 5; return 5 }
	m[f()] = m[f()] + f()
	fmt.Println(m)
}
