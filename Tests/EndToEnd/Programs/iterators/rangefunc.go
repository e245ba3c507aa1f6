package main

import (
	"fmt"
	"iter"
	"maps"
	"slices"
)

func Count(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		defer fmt.Print("(done) ")
		for i := 0; i < n; i++ {
			if !yield(i) {
				return
			}
		}
	}
}
func Enumerate[T any](xs []T) iter.Seq2[int, T] {
	return func(yield func(int, T) bool) {
		for i, x := range xs {
			if !yield(i, x) {
				return
			}
		}
	}
}
func Filter[T any](seq iter.Seq[T], keep func(T) bool) iter.Seq[T] {
	return func(yield func(T) bool) {
		for v := range seq {
			if keep(v) && !yield(v) {
				return
			}
		}
	}
}

type Tree struct {
	l, r *Tree
	v    int
}

func (t *Tree) All() iter.Seq[int] {
	return func(yield func(int) bool) { t.push(yield) }
}
func (t *Tree) push(yield func(int) bool) bool {
	return t == nil || t.l.push(yield) && yield(t.v) && t.r.push(yield)
}
func find(n int) (r string) {
	defer func() { r += "!" }()
	for i := range Count(10) {
		if i == n {
			return fmt.Sprint("found ", i)
		}
	}
	return "none"
}
func labels() {
outer:
	for i := range Count(4) {
		for j := range Count(4) {
			if j == 2 {
				continue outer
			}
			if i == 2 {
				break outer
			}
			fmt.Print(i, j, " ")
		}
	}
	fmt.Println()
}

func main() {
	for i := range Count(3) {
		fmt.Print(i, " ")
	}
	fmt.Println()
	for i := range Count(10) {
		if i == 2 {
			continue
		}
		if i == 4 {
			break
		}
		fmt.Print(i, " ")
	}
	fmt.Println()
	for i, s := range Enumerate([]string{"a", "b"}) {
		fmt.Print(i, s, " ")
	}
	fmt.Println(find(2), find(20))
	labels()
	t := &Tree{&Tree{nil, nil, 1}, &Tree{&Tree{nil, nil, 3}, nil, 4}, 2}
	for v := range t.All() {
		fmt.Print(v, " ")
		if v == 3 {
			break
		}
	}
	fmt.Println()
	even := Filter(t.All(), func(v int) bool { return v%2 == 0 })
	fmt.Println(slices.Collect(even), slices.Sorted(maps.Keys(map[string]int{"b": 1, "a": 2})))
	next, stop := iter.Pull(t.All())
	fmt.Println(next())
	fmt.Println(next())
	stop()
	fmt.Println(next())
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		for i := range Count(3) {
			if i == 1 {
				panic("in body")
			}
		}
	}()
	n := 0
	for range Count(5) {
		n++
	}
	fmt.Println(n)
}
