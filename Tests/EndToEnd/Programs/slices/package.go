package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

func main() {
	s := []int{3, 1, 4, 1, 5, 9, 2, 6}
	t := slices.Sorted(slices.Values(s))
	fmt.Println(t, slices.IsSorted(t), slices.IsSorted(s))
	fmt.Println(slices.IndexFunc(s, func(i int) bool { return i > 4 }), slices.ContainsFunc(s, func(i int) bool { return i > 9 }))
	fmt.Println(slices.Concat(s[:2], []int{7}, s[6:]), slices.Repeat([]string{"x"}, 3))
	for c := range slices.Chunk(s, 3) {
		fmt.Print(c, cap(c), " ")
	}
	fmt.Println()
	for i, v := range slices.Backward([]string{"a", "b"}) {
		fmt.Print(i, v, " ")
	}
	fmt.Println(slices.Collect(slices.Values(s[:3])))
	fmt.Println(slices.DeleteFunc(slices.Clone(s), func(i int) bool { return i%2 == 1 }))
	fmt.Println(slices.CompactFunc([]string{"a", "A", "b"}, strings.EqualFold), slices.Compare([]int{1, 2}, []int{1, 3}))
	fmt.Println(slices.MaxFunc(s, func(a, b int) int { return cmp.Compare(a%5, b%5) }), slices.Replace([]int{1, 2, 3}, 0, 2, 9))
	g := slices.Grow([]int{1}, 10)
	fmt.Println(len(g), cap(g) >= 11, len(slices.Clip(g)), cap(slices.Clip(g)))
	i, ok := slices.BinarySearch([]string{"a", "c"}, "b")
	fmt.Println(i, ok, slices.EqualFunc([]int{1}, []string{"1"}, func(a int, b string) bool { return fmt.Sprint(a) == b }))
	slices.SortStableFunc(s, func(a, b int) int { return cmp.Compare(b/3, a/3) })
	fmt.Println(s, slices.AppendSeq([]int{0}, slices.Values(s[:1])))
	func() {
		defer func() { fmt.Println(recover()) }()
		slices.Max([]int{})
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		slices.Insert([]int{1}, 5, 2)
	}()
}
