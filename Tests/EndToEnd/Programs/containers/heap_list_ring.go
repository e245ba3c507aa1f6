package main

import (
	"container/heap"
	"container/list"
	"container/ring"
	"fmt"
)

type item struct {
	value    string
	priority int
	index    int
}
type pq []*item

func (p pq) Len() int            { return len(p) }
func (p pq) Less(i, j int) bool  { return p[i].priority > p[j].priority }
func (p pq) Swap(i, j int)       { p[i], p[j] = p[j], p[i]; p[i].index = i; p[j].index = j }
func (p *pq) Push(x any)         { it := x.(*item); it.index = len(*p); *p = append(*p, it) }
func (p *pq) Pop() any {
	old := *p
	n := len(old)
	it := old[n-1]
	old[n-1] = nil
	*p = old[:n-1]
	return it
}

type ints []int

func (h ints) Len() int           { return len(h) }
func (h ints) Less(i, j int) bool { return h[i] < h[j] }
func (h ints) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *ints) Push(x any)        { *h = append(*h, x.(int)) }
func (h *ints) Pop() any {
	o := *h
	x := o[len(o)-1]
	*h = o[:len(o)-1]
	return x
}

func main() {
	q := &pq{}
	for i, w := range []string{"low", "high", "mid"} {
		heap.Push(q, &item{value: w, priority: []int{1, 9, 5}[i]})
	}
	it := &item{value: "new", priority: 2}
	heap.Push(q, it)
	it.priority = 7
	heap.Fix(q, it.index)
	for q.Len() > 0 {
		x := heap.Pop(q).(*item)
		fmt.Print(x.value, ":", x.priority, " ")
	}
	fmt.Println()
	h := &ints{5, 2, 8, 3}
	heap.Init(h)
	heap.Push(h, 1)
	heap.Remove(h, 2)
	for h.Len() > 0 {
		fmt.Print(heap.Pop(h), " ")
	}
	fmt.Println()
	l := list.New()
	e4 := l.PushBack(4)
	e1 := l.PushFront(1)
	l.InsertBefore(3, e4)
	l.InsertAfter(2, e1)
	l.MoveToFront(e4)
	for e := l.Front(); e != nil; e = e.Next() {
		fmt.Print(e.Value, " ")
	}
	l.Remove(e1)
	fmt.Println(l.Len(), l.Back().Value)
	r := ring.New(4)
	for i := range r.Len() {
		r.Value = i
		r = r.Next()
	}
	r.Do(func(v any) { fmt.Print(v, " ") })
	r.Unlink(1)
	fmt.Println(r.Len(), r.Move(2).Value)
}
