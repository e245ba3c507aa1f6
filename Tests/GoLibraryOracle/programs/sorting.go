// Sorting: results, the places of equal elements, and the number of calls.
package main

import (
	"fmt"
	"sort"
)

var seed uint64 = 88172645463325252

func random(n int) int {
	seed ^= seed << 13
	seed ^= seed >> 7
	seed ^= seed << 17
	return int(seed % uint64(n))
}

type pair struct {
	key, place int
}

type counted struct {
	data  []pair
	calls int
	sum   uint64
}

func (c *counted) note(a, b int) {
	c.calls++
	c.sum = c.sum*31 + uint64(a)*7 + uint64(b)
}

func (c *counted) Len() int { return len(c.data) }
func (c *counted) Less(i, j int) bool {
	c.note(i, j)
	return c.data[i].key < c.data[j].key
}
func (c *counted) Swap(i, j int) {
	c.note(j, i)
	c.data[i], c.data[j] = c.data[j], c.data[i]
}

func fill(n, shape int) []pair {
	a := make([]pair, n)
	for i := range a {
		k := 0
		switch shape {
		case 0:
			k = random(n + 1)
		case 1:
			k = i
		case 2:
			k = n - i
		case 3:
			k = random(3)
		case 4:
			k = i % 17
		case 5:
			k = i
			if random(20) == 0 {
				k = random(n + 1)
			}
		case 6:
			k = i ^ 1
		case 7:
			if i < n/2 {
				k = i
			} else {
				k = n - i
			}
		}
		a[i] = pair{k, i}
	}
	return a
}

func digest(a []pair) uint64 {
	h := uint64(17)
	for _, p := range a {
		h = h*1099511628211 + uint64(p.key)<<20 + uint64(p.place)
	}
	return h
}

// adversary makes quicksort choose bad pivots (McIlroy), to reach heap sort.
type adversary struct {
	values []int
	solid  int
	gas    int
	candid int
}

func (a *adversary) Len() int      { return len(a.values) }
func (a *adversary) Swap(i, j int) { a.values[i], a.values[j] = a.values[j], a.values[i] }
func (a *adversary) Less(i, j int) bool {
	if a.values[i] == a.gas && a.values[j] == a.gas {
		if i == a.candid {
			a.values[i] = a.solid
		} else {
			a.values[j] = a.solid
		}
		a.solid++
	}
	if a.values[i] == a.gas {
		a.candid = i
	} else if a.values[j] == a.gas {
		a.candid = j
	}
	return a.values[i] < a.values[j]
}

func main() {
	for _, n := range []int{0, 1, 2, 3, 7, 8, 11, 12, 13, 20, 21, 40, 49, 50, 51, 100, 257, 1000, 3000} {
		for shape := 0; shape < 8; shape++ {
			c := &counted{data: fill(n, shape)}
			sort.Sort(c)
			fmt.Println("sort", n, shape, digest(c.data), c.calls, c.sum, sort.IsSorted(c))
			c = &counted{data: fill(n, shape)}
			sort.Stable(c)
			fmt.Println("stable", n, shape, digest(c.data), c.calls, c.sum)
			c = &counted{data: fill(n, shape)}
			sort.Sort(sort.Reverse(c))
			fmt.Println("reverse", n, shape, digest(c.data), c.calls, c.sum)
			a := fill(n, shape)
			sort.Slice(a, func(i, j int) bool { return a[i].key < a[j].key })
			fmt.Println("slice", digest(a), sort.SliceIsSorted(a, func(i, j int) bool { return a[i].key < a[j].key }))
			a = fill(n, shape)
			sort.SliceStable(a, func(i, j int) bool { return a[i].key > a[j].key })
			fmt.Println("slicestable", digest(a))
		}
		adv := &adversary{values: make([]int, n), gas: n}
		for i := range adv.values {
			adv.values[i] = n
		}
		sort.Sort(adv)
		fmt.Println(adv.values, adv.solid)
	}
	words := []string{"pear", "apple", "fig", "", "banana", "apple", "Zoo", "éa"}
	sort.Strings(words)
	fmt.Printf("%q %v\n", words, sort.StringsAreSorted(words))
	fmt.Println(sort.SearchStrings(words, "b"), sort.SearchInts([]int{1, 3, 5}, 4), sort.SearchInts([]int{1, 3, 5}, 6))
	byLength := []string{"ccc", "a", "bb", "aa", "b", "c", "dddd"}
	sort.SliceStable(byLength, func(i, j int) bool { return len(byLength[i]) < len(byLength[j]) })
	fmt.Println(byLength)
	pointers := []*int{}
	for i := 0; i < 30; i++ {
		v := random(10)
		pointers = append(pointers, &v)
	}
	sort.Slice(pointers, func(i, j int) bool { return *pointers[i] < *pointers[j] })
	for _, p := range pointers {
		fmt.Print(*p, " ")
	}
	fmt.Println()
	fmt.Println(sort.Find(10, func(i int) int { return 7 - i }))
	func() {
		defer func() { fmt.Println(recover()) }()
		sort.Slice([3]int{}, nil)
	}()
}
