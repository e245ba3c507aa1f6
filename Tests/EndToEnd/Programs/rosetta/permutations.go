package main

import (
	"fmt"
	"iter"
	"slices"
	"strings"
)

func permutations[T any](xs []T) iter.Seq[[]T] {
	return func(yield func([]T) bool) {
		var rec func(int) bool
		a := slices.Clone(xs)
		rec = func(k int) bool {
			if k == len(a) {
				return yield(slices.Clone(a))
			}
			for i := k; i < len(a); i++ {
				a[k], a[i] = a[i], a[k]
				if !rec(k + 1) {
					return false
				}
				a[k], a[i] = a[i], a[k]
			}
			return true
		}
		rec(0)
	}
}

func subsets(s string) (out []string) {
	for mask := 0; mask < 1<<len(s); mask++ {
		var b strings.Builder
		for i := range s {
			if mask>>i&1 == 1 {
				b.WriteByte(s[i])
			}
		}
		out = append(out, b.String())
	}
	return
}

func main() {
	for p := range permutations([]int{1, 2, 3}) {
		fmt.Print(p, " ")
	}
	fmt.Println()
	n := 0
	for range permutations([]string{"a", "b", "c", "d"}) {
		if n++; n == 10 {
			break
		}
	}
	fmt.Printf("%d %q\n", n, subsets("abc"))
}
