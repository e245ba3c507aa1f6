package main

import (
	"cmp"
	"fmt"
)

func bubble[T cmp.Ordered](a []T) {
	for n := len(a); n > 1; n-- {
		for i := 1; i < n; i++ {
			if a[i] < a[i-1] {
				a[i], a[i-1] = a[i-1], a[i]
			}
		}
	}
}
func insertion[T cmp.Ordered](a []T) {
	for i := range a {
		for j := i; j > 0 && a[j] < a[j-1]; j-- {
			a[j], a[j-1] = a[j-1], a[j]
		}
	}
}
func quick[T cmp.Ordered](a []T) {
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
func merge[T cmp.Ordered](a []T) {
	if len(a) < 2 {
		return
	}
	l, r := append([]T{}, a[:len(a)/2]...), append([]T{}, a[len(a)/2:]...)
	merge(l)
	merge(r)
	for i := range a {
		if len(r) == 0 || len(l) > 0 && l[0] <= r[0] {
			a[i], l = l[0], l[1:]
		} else {
			a[i], r = r[0], r[1:]
		}
	}
}
func heapsort[T cmp.Ordered](a []T) {
	sift := func(lo, hi int) {
		for root := lo; ; {
			child := 2*root + 1
			if child >= hi {
				return
			}
			if child+1 < hi && a[child] < a[child+1] {
				child++
			}
			if a[root] >= a[child] {
				return
			}
			a[root], a[child] = a[child], a[root]
			root = child
		}
	}
	for i := len(a)/2 - 1; i >= 0; i-- {
		sift(i, len(a))
	}
	for i := len(a) - 1; i > 0; i-- {
		a[0], a[i] = a[i], a[0]
		sift(0, i)
	}
}
func counting(a []int) {
	var c [100]int
	for _, v := range a {
		c[v]++
	}
	i := 0
	for v, n := range c {
		for range n {
			a[i] = v
			i++
		}
	}
}

func main() {
	for name, f := range map[string]func([]int){"bubble": bubble[int]} {
		fmt.Println(name, f != nil)
	}
	for _, f := range []func([]int){bubble[int], insertion[int], quick[int], merge[int], heapsort[int], counting} {
		a := []int{5, 2, 9, 1, 5, 6, 0, 77, 3}
		f(a)
		fmt.Println(a)
	}
	s := []string{"pear", "apple", "fig"}
	quick(s)
	fmt.Println(s)
}
