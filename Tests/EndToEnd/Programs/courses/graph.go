// Graph algorithms on adjacency lists, with a heap of our own and one of the library's.
package main

import (
	"container/heap"
	"container/list"
	"fmt"
	"math"
	"sort"
	"strings"
)

type edge struct {
	to   int
	cost float64
}
type Graph struct {
	names []string
	index map[string]int
	adj   [][]edge
}

func NewGraph() *Graph { return &Graph{index: map[string]int{}} }
func (g *Graph) node(name string) int {
	if i, ok := g.index[name]; ok {
		return i
	}
	i := len(g.names)
	g.names = append(g.names, name)
	g.index[name] = i
	g.adj = append(g.adj, nil)
	return i
}
func (g *Graph) Add(a, b string, cost float64) {
	x, y := g.node(a), g.node(b)
	g.adj[x] = append(g.adj[x], edge{y, cost})
	g.adj[y] = append(g.adj[y], edge{to: x, cost: cost})
}

type item struct {
	node int
	dist float64
}
type queue []*item

func (q queue) Len() int            { return len(q) }
func (q queue) Less(i, j int) bool  { return q[i].dist < q[j].dist }
func (q queue) Swap(i, j int)       { q[i], q[j] = q[j], q[i] }
func (q *queue) Push(x interface{}) { *q = append(*q, x.(*item)) }
func (q *queue) Pop() interface{} {
	old := *q
	n := len(old)
	x := old[n-1]
	old[n-1] = nil
	*q = old[:n-1]
	return x
}

func (g *Graph) Dijkstra(from string) (dist []float64, prev []int) {
	dist = make([]float64, len(g.names))
	prev = make([]int, len(g.names))
	for i := range dist {
		dist[i], prev[i] = math.Inf(1), -1
	}
	s := g.index[from]
	dist[s] = 0
	q := &queue{{s, 0}}
	for q.Len() > 0 {
		it := heap.Pop(q).(*item)
		if it.dist > dist[it.node] {
			continue
		}
		for _, e := range g.adj[it.node] {
			if d := it.dist + e.cost; d < dist[e.to] {
				dist[e.to], prev[e.to] = d, it.node
				heap.Push(q, &item{e.to, d})
			}
		}
	}
	return
}

func (g *Graph) path(prev []int, to int) string {
	if prev[to] < 0 {
		return g.names[to]
	}
	return g.path(prev, prev[to]) + ">" + g.names[to]
}

func (g *Graph) bfs(from int, visit func(node, depth int) bool) {
	type step struct{ node, depth int }
	seen := make([]bool, len(g.names))
	l := list.New()
	l.PushBack(step{from, 0})
	seen[from] = true
	for l.Len() > 0 {
		s := l.Remove(l.Front()).(step)
		if !visit(s.node, s.depth) {
			return
		}
		for _, e := range g.adj[s.node] {
			if !seen[e.to] {
				seen[e.to] = true
				l.PushBack(step{e.to, s.depth + 1})
			}
		}
	}
}

func (g *Graph) components() (n int, of []int) {
	of = make([]int, len(g.names))
	var dfs func(int)
	dfs = func(v int) {
		of[v] = n
		for _, e := range g.adj[v] {
			if of[e.to] == 0 {
				dfs(e.to)
			}
		}
	}
	for v := range g.names {
		if of[v] == 0 {
			n++
			dfs(v)
		}
	}
	return
}

type union []int

func (u union) find(x int) int {
	for u[x] != x {
		u[x] = u[u[x]]
		x = u[x]
	}
	return x
}

func (g *Graph) kruskal() (total float64, chosen []string) {
	type full struct {
		a, b int
		edge
	}
	var all []full
	for a, es := range g.adj {
		for _, e := range es {
			if a < e.to {
				all = append(all, full{a, e.to, e})
			}
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].cost < all[j].cost })
	u := make(union, len(g.names))
	for i := range u {
		u[i] = i
	}
	for _, e := range all {
		if x, y := u.find(e.a), u.find(e.b); x != y {
			u[x] = y
			total += e.cost
			chosen = append(chosen, g.names[e.a]+"-"+g.names[e.b])
		}
	}
	return
}

func topo(deps map[string][]string) (order []string, err error) {
	state := map[string]int{}
	var stack []string
	var visit func(string) error
	visit = func(n string) error {
		switch state[n] {
		case 2:
			return nil
		case 1:
			return fmt.Errorf("cycle: %s", strings.Join(append(stack, n), " -> "))
		}
		state[n] = 1
		stack = append(stack, n)
		for _, d := range deps[n] {
			if err := visit(d); err != nil {
				return err
			}
		}
		stack = stack[:len(stack)-1]
		state[n] = 2
		order = append(order, n)
		return nil
	}
	var names []string
	for n := range deps {
		names = append(names, n)
	}
	sort.Strings(names)
	for _, n := range names {
		if err = visit(n); err != nil {
			return nil, err
		}
	}
	return
}

func main() {
	g := NewGraph()
	for _, l := range strings.Split("A B 4;A C 2;B C 1;B D 5;C D 8;C E 10;D E 2;D F 6;E F 3;X Y 1", ";") {
		var a, b string
		var c float64
		if n, err := fmt.Sscanf(l, "%s %s %g", &a, &b, &c); n != 3 {
			panic(err)
		}
		g.Add(a, b, c)
	}
	dist, prev := g.Dijkstra("A")
	for i, n := range g.names {
		fmt.Printf("%s %5.1f %s\n", n, dist[i], g.path(prev, i))
	}
	g.bfs(0, func(n, d int) bool {
		fmt.Print(g.names[n], d, " ")
		return g.names[n] != "E"
	})
	fmt.Println()
	fmt.Println(g.components())
	fmt.Println(g.kruskal())
	fmt.Println(topo(map[string][]string{"app": {"lib", "log"}, "lib": {"core"}, "log": {"core", "io"}, "io": nil}))
	fmt.Println(topo(map[string][]string{"a": {"b"}, "b": {"c"}, "c": {"a"}}))
}
