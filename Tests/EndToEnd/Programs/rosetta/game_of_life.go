package main

import (
	"fmt"
	"strings"
)

type grid map[[2]int]bool

func (g grid) step() grid {
	n := map[[2]int]int{}
	for p := range g {
		for dx := -1; dx <= 1; dx++ {
			for dy := -1; dy <= 1; dy++ {
				if dx != 0 || dy != 0 {
					n[[2]int{p[0] + dx, p[1] + dy}]++
				}
			}
		}
	}
	out := grid{}
	for p, c := range n {
		if c == 3 || c == 2 && g[p] {
			out[p] = true
		}
	}
	return out
}
func (g grid) String() string {
	var b strings.Builder
	for y := range 6 {
		for x := range 8 {
			if g[[2]int{x, y}] {
				b.WriteByte('#')
			} else {
				b.WriteByte('.')
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func main() {
	g := grid{{1, 0}: true, {2, 1}: true, {0, 2}: true, {1, 2}: true, {2, 2}: true}
	for range 5 {
		g = g.step()
	}
	fmt.Print(g, len(g), "\n")
}
