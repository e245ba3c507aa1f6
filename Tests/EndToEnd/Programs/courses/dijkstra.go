package main

import (
	"container/heap"
	"fmt"
	"math"
	"sort"
	"strings"
)

type Edge struct {
	to     string
	weight float64
}

type Graph map[string][]Edge

type Item struct {
	node  string
	dist  float64
	index int
}

type PQ []*Item

func (p PQ) Len() int            { return len(p) }
func (p PQ) Less(i, j int) bool  { return p[i].dist < p[j].dist || p[i].dist == p[j].dist && p[i].node < p[j].node }
func (p PQ) Swap(i, j int)       { p[i], p[j] = p[j], p[i]; p[i].index, p[j].index = i, j }
func (p *PQ) Push(x any)         { it := x.(*Item); it.index = len(*p); *p = append(*p, it) }
func (p *PQ) Pop() any {
	old := *p
	n := len(old)
	it := old[n-1]
	old[n-1] = nil
	*p = old[:n-1]
	it.index = -1
	return it
}

func (g Graph) Add(a, b string, w float64) {
	g[a] = append(g[a], Edge{b, w})
	g[b] = append(g[b], Edge{a, w})
}

func (g Graph) Shortest(from string) (map[string]float64, map[string]string) {
	dist := map[string]float64{}
	prev := make(map[string]string, len(g))
	items := map[string]*Item{}
	pq := &PQ{}
	for n := range g {
		d := math.Inf(1)
		if n == from {
			d = 0
		}
		dist[n] = d
		items[n] = &Item{node: n, dist: d}
		heap.Push(pq, items[n])
	}
	for pq.Len() > 0 {
		it := heap.Pop(pq).(*Item)
		for _, e := range g[it.node] {
			if alt := it.dist + e.weight; alt < dist[e.to] {
				dist[e.to] = alt
				prev[e.to] = it.node
				items[e.to].dist = alt
				heap.Fix(pq, items[e.to].index)
			}
		}
	}
	return dist, prev
}

func path(prev map[string]string, to string) string {
	var parts []string
	for at, ok := to, true; ok; at, ok = prev[at] {
		parts = append([]string{at}, parts...)
	}
	return strings.Join(parts, "-")
}

type IntHeap []int

func (h IntHeap) Len() int           { return len(h) }
func (h IntHeap) Less(i, j int) bool { return h[i] > h[j] }
func (h IntHeap) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *IntHeap) Push(x any)        { *h = append(*h, x.(int)) }
func (h *IntHeap) Pop() any          { o := *h; x := o[len(o)-1]; *h = o[:len(o)-1]; return x }

func main() {
	g := Graph{}
	for _, e := range []struct {
		a, b string
		w    float64
	}{{"A", "B", 4}, {"A", "C", 2}, {"B", "C", 1.5}, {"B", "D", 5}, {"C", "D", 8}, {"C", "E", 10}, {"D", "E", 2}, {"D", "F", 6}, {"E", "F", 2.25}} {
		g.Add(e.a, e.b, e.w)
	}
	g["Z"] = nil
	dist, prev := g.Shortest("A")
	names := make([]string, 0, len(dist))
	for n := range dist {
		names = append(names, n)
	}
	sort.Slice(names, func(i, j int) bool {
		if di, dj := dist[names[i]], dist[names[j]]; di != dj {
			return di < dj
		}
		return names[i] < names[j]
	})
	for _, n := range names {
		fmt.Printf("%s %6.2f %s\n", n, dist[n], path(prev, n))
	}
	h := &IntHeap{3, 1, 4, 1, 5, 9, 2, 6}
	heap.Init(h)
	for _, x := range []int{5, 3, 5, 8} {
		heap.Push(h, x)
	}
	heap.Remove(h, 2)
	for h.Len() > 0 {
		fmt.Print(heap.Pop(h), " ")
	}
	fmt.Println()
	type job struct {
		pri  int
		name string
	}
	jobs := map[job][]string{{1, "a"}: {"x"}, {2, "b"}: {"y", "z"}}
	jobs[job{1, "a"}] = append(jobs[job{1, "a"}], "more")
	fmt.Println(jobs[job{1, "a"}], len(jobs), jobs)
}
