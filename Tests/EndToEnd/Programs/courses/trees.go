package main

import (
	"cmp"
	"fmt"
	"strings"
)

type Tree[T any] struct {
	Left, Right *Tree[T]
	Value       T
	height      int
}

type Set[T any] struct {
	root *Tree[T]
	less func(a, b T) int
	size int
}

func height[T any](t *Tree[T]) int {
	if t == nil {
		return 0
	}
	return t.height
}

func (t *Tree[T]) fix() { t.height = 1 + max(height(t.Left), height(t.Right)) }

func rotateRight[T any](t *Tree[T]) *Tree[T] {
	l := t.Left
	t.Left, l.Right = l.Right, t
	t.fix()
	l.fix()
	return l
}

func rotateLeft[T any](t *Tree[T]) *Tree[T] {
	r := t.Right
	t.Right, r.Left = r.Left, t
	t.fix()
	r.fix()
	return r
}

func balance[T any](t *Tree[T]) *Tree[T] {
	t.fix()
	switch d := height(t.Left) - height(t.Right); {
	case d > 1:
		if height(t.Left.Left) < height(t.Left.Right) {
			t.Left = rotateLeft(t.Left)
		}
		return rotateRight(t)
	case d < -1:
		if height(t.Right.Right) < height(t.Right.Left) {
			t.Right = rotateRight(t.Right)
		}
		return rotateLeft(t)
	}
	return t
}

func (s *Set[T]) Add(v T) bool {
	added := false
	var insert func(t *Tree[T]) *Tree[T]
	insert = func(t *Tree[T]) *Tree[T] {
		if t == nil {
			added = true
			return &Tree[T]{Value: v, height: 1}
		}
		switch c := s.less(v, t.Value); {
		case c < 0:
			t.Left = insert(t.Left)
		case c > 0:
			t.Right = insert(t.Right)
		default:
			t.Value = v
			return t
		}
		return balance(t)
	}
	s.root = insert(s.root)
	if added {
		s.size++
	}
	return added
}

func (t *Tree[T]) Walk(visit func(T) bool) bool {
	if t == nil {
		return true
	}
	return t.Left.Walk(visit) && visit(t.Value) && t.Right.Walk(visit)
}

func (s *Set[T]) All() func(yield func(int, T) bool) {
	return func(yield func(int, T) bool) {
		i := 0
		s.root.Walk(func(v T) bool {
			ok := yield(i, v)
			i++
			return ok
		})
	}
}

func NewSet[T cmp.Ordered](vs ...T) *Set[T] {
	s := &Set[T]{less: cmp.Compare[T]}
	for _, v := range vs {
		s.Add(v)
	}
	return s
}

func draw[T any](t *Tree[T], prefix string, b *strings.Builder) {
	if t == nil {
		return
	}
	draw(t.Right, prefix+"  ", b)
	fmt.Fprintf(b, "%s%v(%d)\n", prefix, t.Value, t.height)
	draw(t.Left, prefix+"  ", b)
}

func Map[A, B any](t *Tree[A], f func(A) B) *Tree[B] {
	if t == nil {
		return nil
	}
	return &Tree[B]{Map(t.Left, f), Map(t.Right, f), f(t.Value), t.height}
}

func Fold[T, R any](t *Tree[T], zero R, f func(R, T) R) R {
	if t == nil {
		return zero
	}
	return Fold(t.Right, f(Fold(t.Left, zero, f), t.Value), f)
}

type Person struct {
	Name string
	Age  int
}

func main() {
	s := NewSet[int]()
	for i, x := 0, 17; i < 40; i++ {
		x = (x*31 + 7) % 101
		s.Add(x)
	}
	var b strings.Builder
	draw(s.root, "", &b)
	fmt.Print(b.String())
	for i, v := range s.All() {
		if i == 5 {
			break
		}
		fmt.Print(i, "=", v, " ")
	}
	fmt.Println(s.size)
	doubled := Map(s.root, func(i int) string { return fmt.Sprint(i * 2) })
	fmt.Println(Fold(doubled, "", func(acc, x string) string { return acc + x + "," }))
	fmt.Println(Fold(s.root, 0, func(a, x int) int { return a + x }))
	people := &Set[Person]{less: func(a, b Person) int {
		if c := cmp.Compare(a.Age, b.Age); c != 0 {
			return c
		}
		return strings.Compare(a.Name, b.Name)
	}}
	for _, p := range []Person{{"Zoe", 30}, {"Al", 25}, {"Bo", 30}, {"Cy", 41}, {"Al", 25}} {
		fmt.Print(people.Add(p), " ")
	}
	fmt.Println()
	for i, p := range people.All() {
		fmt.Printf("%d %+v\n", i, p)
	}
	words := NewSet(strings.Fields("the cat sat on the mat and the dog sat too")...)
	words.root.Walk(func(w string) bool { fmt.Print(w, " "); return w < "on" })
	fmt.Println()
}
