package main

import (
	"fmt"
	"maps"
	"slices"
)

func main() {
	m := map[string]int{"a": 1, "b": 2, "c": 3}
	n := maps.Clone(m)
	n["d"] = 4
	fmt.Println(len(m), len(n), maps.Equal(m, n))
	maps.DeleteFunc(n, func(k string, v int) bool { return v%2 == 0 })
	fmt.Println(n)
	maps.Copy(n, m)
	fmt.Println(n, slices.Sorted(maps.Keys(n)), slices.Sorted(maps.Values(n)))
	fmt.Println(maps.EqualFunc(m, m, func(a, b int) bool { return a == b }))
	k := maps.Collect(slices.All([]string{"x", "y"}))
	maps.Insert(k, maps.All(map[int]string{5: "z"}))
	fmt.Println(k)
}
