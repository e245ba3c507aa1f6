package main

import "fmt"

func main() {
	m := map[int]int{}
	for i := range 100 {
		m[i] = i
	}
	seen := map[int]int{}
	for k := range m {
		seen[k]++
		delete(m, k)
		delete(m, (k+1)%100)
	}
	fmt.Println(len(m), len(seen) <= 100)
	for k, n := range seen {
		if n != 1 {
			fmt.Println("twice", k)
		}
	}
	g := map[int]bool{0: true}
	for k := range g {
		if len(g) < 1000 {
			g[k+1] = true
		}
	}
	fmt.Println(len(g) >= 2 || len(g) == 1000)
	total := 0
	for range map[string]int{"a": 1, "b": 2} {
		total++
	}
	fmt.Println(total)
}
