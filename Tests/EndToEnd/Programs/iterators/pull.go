package main

import (
	"fmt"
	"iter"
	"maps"
	"slices"
)

func pairs[K comparable, V any](ks []K, vs []V) iter.Seq2[K, V] {
	return func(yield func(K, V) bool) {
		for i := range min(len(ks), len(vs)) {
			if !yield(ks[i], vs[i]) {
				return
			}
		}
	}
}

func zip[A, B any](a iter.Seq[A], b iter.Seq[B]) iter.Seq2[A, B] {
	return func(yield func(A, B) bool) {
		na, sa := iter.Pull(a)
		defer sa()
		nb, sb := iter.Pull(b)
		defer sb()
		for {
			x, ok1 := na()
			y, ok2 := nb()
			if !ok1 || !ok2 || !yield(x, y) {
				return
			}
		}
	}
}

func filter[T any](s iter.Seq[T], f func(T) bool) iter.Seq[T] {
	return func(yield func(T) bool) {
		for v := range s {
			if f(v) && !yield(v) {
				return
			}
		}
	}
}

func naturals(yield func(int) bool) {
	defer fmt.Println("naturals stopped")
	for i := 0; ; i++ {
		if !yield(i) {
			return
		}
	}
}

type Tree[T any] struct {
	Left, Right *Tree[T]
	Val         T
}

func (t *Tree[T]) All() iter.Seq[T] {
	return func(yield func(T) bool) { t.push(yield) }
}
func (t *Tree[T]) push(yield func(T) bool) bool {
	return t == nil || t.Left.push(yield) && yield(t.Val) && t.Right.push(yield)
}

func main() {
	for k, v := range pairs([]string{"a", "b", "c"}, []int{1, 2}) {
		fmt.Println(k, v)
	}
	next, stop := iter.Pull(naturals)
	for range 3 {
		fmt.Println(next())
	}
	stop()
	fmt.Println(next())
	for a, b := range zip(naturals, slices.Values([]string{"x", "y"})) {
		fmt.Println(a, b)
	}
	even := filter(naturals, func(i int) bool { return i%2 == 0 })
	for v := range even {
		if v > 6 {
			break
		}
		fmt.Print(v, " ")
	}
	t := &Tree[int]{&Tree[int]{nil, nil, 1}, &Tree[int]{nil, &Tree[int]{nil, nil, 9}, 5}, 3}
outer:
	for v := range t.All() {
		for w := range t.All() {
			if w > v {
				continue outer
			}
			if v == 9 {
				break outer
			}
			fmt.Print(v, w, ";")
		}
	}
	fmt.Println()
	fmt.Println(slices.Collect(t.All()), slices.Sorted(maps.Keys(map[int]bool{3: true, 1: true})))
	m := maps.Collect(pairs([]int{1, 2}, []string{"one", "two"}))
	fmt.Println(m, slices.Sorted(maps.Values(m)))
	n2, s2 := iter.Pull2(pairs([]int{1}, []string{"z"}))
	fmt.Println(n2())
	fmt.Println(n2())
	s2()
}
