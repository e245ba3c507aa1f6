package main

import (
	"fmt"
	"slices"
	"sort"
	"strings"
)

type Person struct {
	Name string
	Age  int
}
type ByAge []Person

func (a ByAge) Len() int           { return len(a) }
func (a ByAge) Swap(i, j int)      { a[i], a[j] = a[j], a[i] }
func (a ByAge) Less(i, j int) bool { return a[i].Age < a[j].Age }

func quick(a []int) {
	if len(a) < 2 {
		return
	}
	p, i := a[len(a)/2], 0
	j := len(a) - 1
	for i <= j {
		for a[i] < p {
			i++
		}
		for a[j] > p {
			j--
		}
		if i <= j {
			a[i], a[j] = a[j], a[i]
			i++
			j--
		}
	}
	quick(a[:j+1])
	quick(a[i:])
}

func main() {
	people := []Person{{"Al", 30}, {"Bo", 25}, {"Cy", 35}, {"Di", 25}}
	sort.Sort(ByAge(people))
	fmt.Println(people[0].Age, people[3])
	sort.SliceStable(people, func(i, j int) bool { return people[i].Name > people[j].Name })
	fmt.Println(people)
	sort.Stable(sort.Reverse(ByAge(people)))
	fmt.Println(people)
	xs := []int{5, 2, 8, 1, 9, 3}
	sort.Ints(xs)
	fmt.Println(xs, sort.SearchInts(xs, 8), sort.IntsAreSorted(xs))
	ss := []string{"pear", "apple", "Fig"}
	sort.Strings(ss)
	fs := []float64{2.5, -1, 0}
	sort.Float64s(fs)
	fmt.Println(ss, fs)
	sort.Sort(sort.Reverse(sort.IntSlice(xs)))
	fmt.Println(xs)
	i := sort.Search(100, func(i int) bool { return i*i >= 50 })
	fmt.Println(i)
	seed := uint32(1)
	big := make([]int, 500)
	for i := range big {
		seed = seed*1664525 + 1013904223
		big[i] = int(seed >> 20)
	}
	cp := append([]int(nil), big...)
	cp2 := slices.Clone(big)
	quick(cp)
	sort.Ints(big)
	slices.SortFunc(cp2, func(a, b int) int { return a - b })
	fmt.Println(sort.IntsAreSorted(cp), slices.Equal(big, cp), slices.Equal(cp, cp2), big[0], big[499])
	slices.SortFunc(ss, func(a, b string) int { return strings.Compare(strings.ToLower(a), strings.ToLower(b)) })
	fmt.Println(ss, slices.Contains(ss, "Fig"), slices.Index(ss, "pear"), slices.Max(big), slices.Min(big))
	slices.Reverse(ss)
	idx, found := slices.BinarySearch(big, big[250])
	fmt.Println(ss, big[idx] == big[250], found)
}
