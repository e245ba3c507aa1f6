package main

import (
	"cmp"
	"fmt"
	"strings"
)

type Comparable[T any] interface{ Compare(T) int }
type Heap[T Comparable[T]] struct{ a []T }

func (h *Heap[T]) Push(x T) {
	h.a = append(h.a, x)
	for i := len(h.a) - 1; i > 0; {
		p := (i - 1) / 2
		if h.a[p].Compare(h.a[i]) <= 0 {
			break
		}
		h.a[p], h.a[i] = h.a[i], h.a[p]
		i = p
	}
}
func (h *Heap[T]) Pop() T {
	x := h.a[0]
	n := len(h.a) - 1
	h.a[0] = h.a[n]
	h.a = h.a[:n]
	for i := 0; ; {
		c := 2*i + 1
		if c >= n {
			return x
		}
		if c+1 < n && h.a[c+1].Compare(h.a[c]) < 0 {
			c++
		}
		if h.a[i].Compare(h.a[c]) <= 0 {
			return x
		}
		h.a[i], h.a[c] = h.a[c], h.a[i]
		i = c
	}
}

type Task struct {
	pri  int
	name string
}

func (t Task) Compare(o Task) int { return cmp.Or(cmp.Compare(t.pri, o.pri), strings.Compare(t.name, o.name)) }

type Trie[V any] struct {
	kids map[rune]*Trie[V]
	val  *V
}

func (t *Trie[V]) Put(k string, v V) {
	for _, r := range k {
		if t.kids == nil {
			t.kids = map[rune]*Trie[V]{}
		}
		n, ok := t.kids[r]
		if !ok {
			n = &Trie[V]{}
			t.kids[r] = n
		}
		t = n
	}
	t.val = &v
}
func (t *Trie[V]) Get(k string) (v V, ok bool) {
	for _, r := range k {
		if t = t.kids[r]; t == nil {
			return
		}
	}
	if t.val == nil {
		return
	}
	return *t.val, true
}

type Cloner[T any] interface{ Clone() T }
type doc struct{ words []string }

func (d *doc) Clone() *doc { return &doc{append([]string(nil), d.words...)} }
func CloneAll[T Cloner[T]](xs []T) []T {
	out := make([]T, len(xs))
	for i, x := range xs {
		out[i] = x.Clone()
	}
	return out
}

type Either[L, R any] struct {
	l *L
	r *R
}

func Left[L, R any](l L) Either[L, R]  { return Either[L, R]{l: &l} }
func Right[L, R any](r R) Either[L, R] { return Either[L, R]{r: &r} }
func Match[L, R, O any](e Either[L, R], f func(L) O, g func(R) O) O {
	if e.l != nil {
		return f(*e.l)
	}
	return g(*e.r)
}

func main() {
	var h Heap[Task]
	for i, n := range []string{"d", "b", "a", "c"} {
		h.Push(Task{3 - i%2, n})
	}
	for len(h.a) > 0 {
		fmt.Print(h.Pop(), " ")
	}
	fmt.Println()
	var t Trie[int]
	t.Put("go", 1)
	t.Put("gopher", 2)
	fmt.Println(t.Get("go"))
	fmt.Println(t.Get("gop"))
	fmt.Println(t.Get("gopher"))
	ds := []*doc{{[]string{"a"}}}
	cs := CloneAll(ds)
	cs[0].words[0] = "z"
	fmt.Println(ds[0].words, cs[0].words)
	show := func(e Either[error, int]) string {
		return Match(e, func(e error) string { return "error " + e.Error() }, func(i int) string { return fmt.Sprint("ok ", i) })
	}
	fmt.Println(show(Left[error, int](fmt.Errorf("bad"))), show(Right[error](7)))
}
