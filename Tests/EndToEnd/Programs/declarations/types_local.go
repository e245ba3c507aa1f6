package main

import "fmt"

type Stack[T any] []T

func (s *Stack[T]) Push(v T) { *s = append(*s, v) }
func (s *Stack[T]) Pop() (v T, ok bool) {
	if len(*s) == 0 {
		return v, false
	}
	v = (*s)[len(*s)-1]
	*s = (*s)[:len(*s)-1]
	return v, true
}

type (
	ID    int
	IDs   []ID
	Index map[string]IDs
	Op    func(ID) ID
	Node  struct {
		ID
		Index
		kids []*Node
	}
)

func (id ID) String() string { return fmt.Sprintf("#%d", int(id)) }

func area() any {
	type point struct{ x, y int }
	return point{1, 2}
}
func other() any {
	type point struct{ x, y int }
	return point{1, 2}
}

func main() {
	var s Stack[string]
	s.Push("a")
	s.Push("b")
	fmt.Println(s.Pop())
	fmt.Println(s.Pop())
	fmt.Println(s.Pop())
	n := Node{ID: 7, Index: Index{"k": IDs{1, 2}}}
	n.kids = append(n.kids, &Node{ID: 8})
	fmt.Println(n.ID, n.Index["k"], n.kids[0].ID, n)
	fmt.Println(area() == area(), area() == other())
	fmt.Printf("%T %v %+v\n", area(), area(), area())
	type pair[K comparable] struct {
		k K
	}
	fmt.Printf("%v\n", pair[string]{"x"}.k)
	double := Op(func(i ID) ID { return i * 2 })
	fmt.Println(double(21))
	type rec struct {
		next *rec
		m    map[string]rec
		f    func(rec) rec
	}
	r := rec{m: map[string]rec{"a": {}}}
	fmt.Println(len(r.m), r.next == nil, r.m["a"].f == nil)
}
