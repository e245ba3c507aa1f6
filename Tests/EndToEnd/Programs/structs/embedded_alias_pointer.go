package main

import "fmt"

type N struct{ v int }

func (n *N) Inc() { n.v++ }

type Alias = N
type W struct {
	*Alias
	K
}
type K map[string]int

func (k K) Count() int { return len(k) }

func main() {
	w := W{&N{1}, K{"a": 1}}
	w.Inc()
	w.Alias.Inc()
	fmt.Println(w.v, w.Count(), w.K["a"])
}
