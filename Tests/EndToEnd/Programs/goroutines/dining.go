package main

import (
	"fmt"
	"sync"
)

type fork struct{ sync.Mutex }
type philosopher struct {
	id          int
	left, right *fork
	meals       int
}

func (p *philosopher) dine(n int, wg *sync.WaitGroup) {
	defer wg.Done()
	for range n {
		first, second := p.left, p.right
		if p.id%2 == 1 {
			first, second = second, first
		}
		first.Lock()
		second.Lock()
		p.meals++
		second.Unlock()
		first.Unlock()
	}
}

func main() {
	const n = 5
	var forks [n]fork
	ps := make([]*philosopher, n)
	var wg sync.WaitGroup
	for i := range ps {
		ps[i] = &philosopher{id: i, left: &forks[i], right: &forks[(i+1)%n]}
		wg.Add(1)
		go ps[i].dine(20, &wg)
	}
	wg.Wait()
	for _, p := range ps {
		fmt.Print(p.meals, " ")
	}
	fmt.Println()
}
