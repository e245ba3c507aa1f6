package main

import "fmt"

type item struct {
	name   string
	w, val int
}

func main() {
	items := []item{{"map", 9, 150}, {"compass", 13, 35}, {"water", 153, 200}, {"sandwich", 50, 160}, {"glucose", 15, 60}, {"tin", 68, 45}}
	const limit = 100
	best := make([][]int, len(items)+1)
	for i := range best {
		best[i] = make([]int, limit+1)
	}
	for i, it := range items {
		for w := 0; w <= limit; w++ {
			best[i+1][w] = best[i][w]
			if it.w <= w {
				best[i+1][w] = max(best[i+1][w], best[i][w-it.w]+it.val)
			}
		}
	}
	w := limit
	for i := len(items); i > 0; i-- {
		if best[i][w] != best[i-1][w] {
			fmt.Println(items[i-1].name)
			w -= items[i-1].w
		}
	}
	fmt.Println(best[len(items)][limit])
}
