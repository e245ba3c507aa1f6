package main

import (
	"fmt"
	"sort"
)

type point struct{ x, y int }
type stats struct {
	count int
	tags  map[string]bool
}

func main() {
	grid := map[point]rune{}
	for i, c := range "#..#" {
		grid[point{i % 2, i / 2}] = c
	}
	fmt.Println(len(grid), string(grid[point{1, 1}]), grid[point{9, 9}])
	s := map[string]*stats{}
	for _, w := range []string{"a", "b", "a"} {
		st, ok := s[w]
		if !ok {
			st = &stats{tags: map[string]bool{}}
			s[w] = st
		}
		st.count++
		st.tags[fmt.Sprint(w, st.count)] = true
	}
	var ks []string
	for k := range s {
		ks = append(ks, k)
	}
	sort.Strings(ks)
	for _, k := range ks {
		fmt.Println(k, s[k].count, s[k].tags)
	}
	byLen := map[int][]string{}
	for _, w := range []string{"go", "is", "fun", "and", "fast"} {
		byLen[len(w)] = append(byLen[len(w)], w)
	}
	fmt.Println(byLen)
	multi := map[string]map[string]float64{"eu": {"de": 1.5}}
	multi["us"] = map[string]float64{}
	multi["us"]["ny"] += 2.5
	fmt.Println(multi, len(multi["none"]))
	if v, ok := multi["eu"]["fr"]; !ok {
		fmt.Println("missing", v)
	}
}
