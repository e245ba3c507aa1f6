package main

import (
	"cmp"
	"fmt"
	"slices"
	"sort"
	"strings"
)

type person struct {
	name string
	age  int
}
type byAge []person

func (a byAge) Len() int           { return len(a) }
func (a byAge) Less(i, j int) bool { return a[i].age < a[j].age }
func (a byAge) Swap(i, j int)      { a[i], a[j] = a[j], a[i] }

func main() {
	ps := []person{{"Al", 30}, {"Bo", 25}, {"Cy", 30}, {"Di", 20}, {"Ed", 25}}
	sort.Sort(byAge(ps))
	fmt.Println(ps[0], ps[4].age)
	sort.Stable(sort.Reverse(byAge(ps)))
	fmt.Println(ps)
	sort.Slice(ps, func(i, j int) bool { return ps[i].name < ps[j].name })
	fmt.Println(ps)
	sort.SliceStable(ps, func(i, j int) bool { return ps[i].age < ps[j].age })
	fmt.Println(ps)
	xs := []int{5, 2, 8, 1}
	sort.Ints(xs)
	ss := []string{"b", "a", "C"}
	sort.Strings(ss)
	fs := []float64{2.5, -1, 0}
	sort.Float64s(fs)
	fmt.Println(xs, ss, fs, sort.IntsAreSorted(xs), sort.SearchInts(xs, 5), sort.SearchInts(xs, 6))
	i := sort.Search(100, func(i int) bool { return i*i >= 50 })
	fmt.Println(i)
	sort.Sort(sort.Reverse(sort.IntSlice(xs)))
	fmt.Println(xs)
	slices.SortFunc(ps, func(a, b person) int {
		return cmp.Or(cmp.Compare(b.age, a.age), strings.Compare(a.name, b.name))
	})
	fmt.Println(ps)
	slices.Sort(xs)
	idx, found := slices.BinarySearch(xs, 8)
	fmt.Println(xs, idx, found, slices.Max(xs), slices.Min(xs), slices.Contains(xs, 2), slices.Index(xs, 5))
	ys := slices.Clone(xs)
	slices.Reverse(ys)
	fmt.Println(ys, slices.Equal(xs, ys), slices.Compact([]int{1, 1, 2, 2, 1}), slices.Insert(xs, 1, 99, 98), slices.Delete([]int{0, 1, 2, 3}, 1, 3))
	big := make([]int, 500)
	for i := range big {
		big[i] = (i * 7919) % 503
	}
	sort.Ints(big)
	fmt.Println(sort.IntsAreSorted(big), big[0], big[499])
	type kv struct {
		k string
		v int
	}
	var kvs []kv
	for k, v := range map[string]int{"a": 3, "b": 1, "c": 2, "d": 3} {
		kvs = append(kvs, kv{k, v})
	}
	sort.Slice(kvs, func(i, j int) bool {
		if kvs[i].v != kvs[j].v {
			return kvs[i].v > kvs[j].v
		}
		return kvs[i].k < kvs[j].k
	})
	fmt.Println(kvs)
	n, ok := slices.BinarySearchFunc(kvs, 2, func(e kv, t int) int { return cmp.Compare(t, e.v) })
	fmt.Println(n, ok)
}
