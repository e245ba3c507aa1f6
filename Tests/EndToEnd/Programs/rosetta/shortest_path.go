package main

import (
	"container/heap"
	"fmt"
	"math"
	"sort"
)

type edge struct {
	to string
	w  float64
}
type graph map[string][]edge
type entry struct {
	node string
	dist float64
}
type queue []entry

func (q queue) Len() int           { return len(q) }
func (q queue) Less(i, j int) bool { return q[i].dist < q[j].dist }
func (q queue) Swap(i, j int)      { q[i], q[j] = q[j], q[i] }
func (q *queue) Push(x any)        { *q = append(*q, x.(entry)) }
func (q *queue) Pop() (x any) {
	n := len(*q) - 1
	x, *q = (*q)[n], (*q)[:n]
	return
}

func (g graph) add(a, b string, w float64) {
	g[a] = append(g[a], edge{b, w})
	g[b] = append(g[b], edge{a, w})
}
func (g graph) shortest(from string) (map[string]float64, map[string]string) {
	dist, prev := map[string]float64{}, map[string]string{}
	for n := range g {
		dist[n] = math.Inf(1)
	}
	dist[from] = 0
	q := &queue{{from, 0}}
	for q.Len() > 0 {
		e := heap.Pop(q).(entry)
		if e.dist > dist[e.node] {
			continue
		}
		for _, x := range g[e.node] {
			if d := e.dist + x.w; d < dist[x.to] {
				dist[x.to], prev[x.to] = d, e.node
				heap.Push(q, entry{x.to, d})
			}
		}
	}
	return dist, prev
}

func main() {
	g := graph{}
	g.add("a", "b", 7)
	g.add("a", "c", 9)
	g.add("a", "f", 14)
	g.add("b", "c", 10)
	g.add("b", "d", 15)
	g.add("c", "d", 11)
	g.add("c", "f", 2)
	g.add("d", "e", 6)
	g["z"] = nil
	dist, prev := g.shortest("a")
	var names []string
	for n := range dist {
		names = append(names, n)
	}
	sort.Strings(names)
	for _, n := range names {
		fmt.Printf("%s %v via %q\n", n, dist[n], prev[n])
	}
}
