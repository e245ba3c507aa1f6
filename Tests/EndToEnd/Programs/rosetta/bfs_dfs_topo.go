package main

import "fmt"

type Graph struct {
	adj [][]int
}

func New(n int) *Graph { return &Graph{make([][]int, n)} }
func (g *Graph) Edge(a, b int) *Graph {
	g.adj[a] = append(g.adj[a], b)
	return g
}
func (g *Graph) BFS(s int, visit func(int)) {
	seen := make([]bool, len(g.adj))
	seen[s] = true
	for q := []int{s}; len(q) > 0; {
		n := q[0]
		q = q[1:]
		visit(n)
		for _, m := range g.adj[n] {
			if !seen[m] {
				seen[m] = true
				q = append(q, m)
			}
		}
	}
}
func (g *Graph) Topo() (order []int, cyclic bool) {
	const (
		white = iota
		grey
		black
	)
	color := make([]int, len(g.adj))
	var visit func(int)
	visit = func(n int) {
		color[n] = grey
		for _, m := range g.adj[n] {
			switch color[m] {
			case white:
				visit(m)
			case grey:
				cyclic = true
			}
		}
		color[n] = black
		order = append([]int{n}, order...)
	}
	for n := range g.adj {
		if color[n] == white {
			visit(n)
		}
	}
	return
}

func main() {
	g := New(6).Edge(5, 2).Edge(5, 0).Edge(4, 0).Edge(4, 1).Edge(2, 3).Edge(3, 1)
	g.BFS(5, func(n int) { fmt.Print(n, " ") })
	fmt.Println()
	fmt.Println(g.Topo())
	_, c := g.Edge(1, 5).Topo()
	fmt.Println(c)
}
