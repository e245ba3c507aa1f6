package main

import (
	"fmt"
	"sort"
)

type key struct {
	a int
	b string
}

func main() {
	m := map[string]int{"one": 1, "two": 2}
	m["three"] = 3
	v, ok := m["four"]
	fmt.Println(len(m), m["one"], v, ok, m)
	delete(m, "one")
	delete(m, "none")
	if _, ok := m["one"]; !ok {
		fmt.Println("deleted")
	}
	m["x"]++
	m["x"] += 5
	fmt.Println(m)
	k := map[key][]int{}
	k[key{1, "a"}] = append(k[key{1, "a"}], 1, 2)
	k[key{1, "a"}] = append(k[key{1, "a"}], 3)
	fmt.Println(k)
	nested := map[string]map[string]int{}
	for _, w := range [][2]string{{"a", "b"}, {"a", "c"}, {"b", "c"}, {"a", "b"}} {
		if nested[w[0]] == nil {
			nested[w[0]] = make(map[string]int)
		}
		nested[w[0]][w[1]]++
	}
	fmt.Println(nested)
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	fmt.Println(keys)
	set := map[int]struct{}{}
	for i := 0; i < 100; i++ {
		set[i%17] = struct{}{}
	}
	fmt.Println(len(set))
	sum := 0
	big := make(map[int]int, 10)
	for i := 0; i < 1000; i++ {
		big[i] = i * i
	}
	for k, v := range big {
		sum += v - k*k
		if k%2 == 0 {
			delete(big, k)
		}
	}
	fmt.Println(sum, len(big))
	clear(big)
	fmt.Println(len(big), big)
	f := map[float64]string{1.5: "a"}
	nan := 0.0
	nan = nan / nan
	f[nan] = "n1"
	f[nan] = "n2"
	_, ok = f[nan]
	fmt.Println(len(f), ok)
	clear(f)
	fmt.Println(len(f))
	funcs := map[string]func(int) int{"double": func(x int) int { return 2 * x }}
	fmt.Println(funcs["double"](4))
	same := m
	same["shared"] = 1
	fmt.Println(m["shared"])
	structs := map[string]struct{ n int }{"a": {1}}
	fmt.Println(structs["a"].n, structs["b"].n)
	bm := map[bool]int{true: 1}
	bm[1 > 2] = 5
	fmt.Println(bm)
	var arr = map[[2]bool]rune{{true, false}: 'x'}
	fmt.Println(arr)
	im := map[interface{ M() }]int{}
	im[nil] = 3
	fmt.Println(im[nil], len(im))
}
